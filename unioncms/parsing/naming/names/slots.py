"""Where grammar leaves room for a name alone, whatever its characters mean elsewhere: between a title and a mark or
verb, 副厂长|山明远|当场, and between the beginning of a clause and a verb of office, 万里程|当选."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.names.neighbours import A_STOP, STOPS
from unioncms.parsing.naming.passages import Sentence, Word

CLAUSE = "，、。；：,;:\n \u3000"
FOR = re.compile("为")
ELECTS = ("选举", "推选", "推举", "任命", "聘任", "增补", "补选", "提名")
OPEN_CLAUSE = re.compile("[^，。；]{0,30}")
FAR_TITLE = 10  # characters from 为 over 分工会 to 主席
NAME = 3  # characters of a name before a verb of office
FOR_WHOM = re.compile(r"为[^，。；]{1,20}?(?:颁|授|揭|佩戴|讲|送|点|剪|解|加油|致|发放)")
# 史小海、药小杰（挂职）|当选, 选举|李小满、资建新|为副主席
LISTED = re.compile(
    rf"(?:^|(?<=[，。；：\n])|{'|'.join(ELECTS)})(?P<names>(?:[\u3400-\u9fff]{{2,3}}(?:（[^（）]{{1,6}}）)?、){{1,9}}"
    r"[\u3400-\u9fff]{2,3}(?:（[^（）]{1,6}）)?)(?P<verb>当选|为)"
)
# 她叫|常小荣，今年46岁
CALLED = re.compile(
    "(?:[他她我]|名字|[师徒父母儿女伯叔老大小][\u3400-\u9fff])叫(?P<name>[\u3400-\u9fff]{3})(?=[，。；、（])"
)
LISTED_NAME = re.compile("(?<![\u3400-\u9fff（])[\u3400-\u9fff]{3}(?![\u3400-\u9fff])")
NO_GIVEN = tuple("rtpcudm")  # tags of words that are no given names: 于|当日, 和|他们


class Slots:
    """The slots of one sentence. `title_starts` and `title_ends` are where its titles begin and end."""

    def __init__(self, sentence: Sentence, title_starts: set[int], title_ends: set[int]):
        self.sentence, self.text, self.words = sentence, sentence.text, sentence.words
        self.title_starts, self.title_ends = title_starts, title_ends
        roles = grammar().roles_of_one
        # 选手|母小松: behind what one person is, a name may stand as it does behind a title
        self.role_ends = (
            set()
            if roles.isdisjoint(sentence.texts)
            else {word.end for word in sentence.words if word.text in roles} - title_ends
        )
        self.office: set[int] = set()  # where a name stands before a verb of office or behind one
        for verb in grammar().takes_office.finditer(self.text, NAME):
            at = verb.start() - NAME
            if not at or self.text[at - 1] in CLAUSE:
                self.office.add(at)
        for verb in grammar().appointing.finditer(self.text) if "为" in self.text else ():
            if self.text.startswith("为", verb.end() + NAME):  # 任命|牛玉成|为: the dictionary joins 成为
                self.office.add(verb.end())
            for also in FOR.finditer(self.text, verb.end() + NAME):  # …为主席，祝大勇|为副主席
                at = also.start() - NAME
                if also.end() in title_starts and self.text[at - 1] in "，、；":
                    self.office.add(at)

        if "叫" in self.text:
            self.office.update(called.start("name") for called in CALLED.finditer(self.text))
        if "、" in self.text and ("当选" in self.text or "为" in self.text):
            self.office.update(self._listed())

    def _listed(self) -> Iterator[int]:
        """Where the names of three characters begin in a list of who is elected."""
        for found in LISTED.finditer(self.text):
            end = found.end()
            if found["verb"] == "当选" or any(end <= title <= end + FAR_TITLE for title in self.title_starts):
                names = LISTED_NAME.finditer(self.text, *found.span("names"))
                yield from (name.start() for name in names if self.text[name.start() - 1] != "（")

    def is_elected(self, start: int, end: int) -> bool:
        """选举|刘勇|为分工会主席: also where the body stands between 为 and the title."""
        if not self.text.startswith("为", end) or not self.text.endswith(ELECTS, 0, start):
            return False
        return any(end < title <= end + FAR_TITLE for title in self.title_starts)

    def starts(self) -> set[int]:
        slots = self.title_ends | self.role_ends | self.office
        return {start for start in slots if self.surname_at(start)}

    def surname_at(self, start: int) -> str:
        """The surname that begins here; 秋 and 山, which are everyday words, in a slot alone."""
        if surname := grammar().surname_at(self.text, start):
            return surname
        head = self.text[start : start + 1]
        if head not in grammar().rare:
            return ""
        is_slot = start in self.title_ends or start in self.office
        is_slot = is_slot or (start in self.role_ends and self.sentence.tag_of(start, start + 1)[:1] == "n")
        return head if is_slot else ""

    def worth(self, start: int, end: int, surname: str, right: float) -> float:
        """What it adds to a name to fill a slot whose right side is worth `right`."""
        if start in self.office:
            return 6.0 if end - start == NAME else -3.0
        if end - start == 2 and self._is_elected(start, end):
            return 3.0  # 路遥|当选
        if self._takes_post(start, end):
            is_joined = end not in self.sentence.index_of_start and end - start == NAME
            return 6.0 if is_joined else 3.0  # 朱立新|任, where the dictionary has 新任
        rules = grammar()
        if start in self.title_ends and end - start == NAME and self._is_before_whom(end):
            return 6.0
        if start in self.title_ends and end - start == NAME - 1 and self._is_before_whom(end + 1):
            return -3.0  # 主席|苏伟成|为优胜者颁奖, not 苏伟
        is_behind = start in self.title_ends or start in self.role_ends
        given = self.sentence.tag_of(start + len(surname), end) if is_behind else ""
        if surname in rules.rare and surname not in rules.singles and given.startswith(NO_GIVEN):
            return -3.0  # 会计|把三年
        if self.text.startswith("同志", end) and end - start == NAME and len(surname) == 1:
            return 2.5  # 张大|为|同志
        if not is_behind or (right < 0.5 and surname not in rules.rare):
            return 0.0
        index = self.sentence.index_of_start.get(start)
        if index is None:
            return 0.0
        word = self.words[index]
        size = end - start - len(surname)
        is_seldom = surname in rules.everyday or surname in rules.rare
        if start in self.role_ends and (size == 1 or self._ends_in_verb(end)):
            return 0.0
        if size == 1:  # 教导员|雍容|、 but not 主任|都|来了
            if surname in rules.rare:
                is_whole = self.sentence.likely_end(start) == end and self._is_before_long(end)
                return 0.0 if is_whole else -9.0  # 律师|班勇|提供
            return 2.5 if word.end == end and not is_seldom and word.tag[:1] in "na" else 0.0
        is_parted = (
            word.end == start + len(surname)
            or self.sentence.likely_end(start) == end
            or self._is_word_and_one(word, end)
        )
        if not is_parted or right < 0.5 or given.startswith(NO_GIVEN):
            return 0.0
        if word.tag[:1] in ("d", "v") and given[:1] == "v":
            return 0.0  # 主席|才|开口, 主席|谈|服务
        following = self.text[end : end + 1]
        if rules.given.get(self.text[end - 1]) == -1.0 and following not in STOPS:
            return 0.0  # 主任储英|站起来
        if self.text[end - 1] in rules.halves and following in ("了", "着", "过", "到"):
            return 0.0  # 主席孙明|来了
        return 2.0 if is_seldom else 1.0

    def _takes_post(self, start: int, end: int) -> bool:
        """曾涛|任市人大常委会主任: whether a clause opens here whose subject takes a post that it names."""
        if self.text[end : end + 1] != "任" or (start and self.text[start - 1] not in CLAUSE):
            return False
        clause = OPEN_CLAUSE.match(self.text, end).end()
        return any(end < title < clause for title in self.title_starts)

    def _is_before_long(self, end: int) -> bool:
        index = self.sentence.index_of_start.get(end)
        return index is not None and len(self.words[index].text) > 1

    def _ends_in_verb(self, end: int) -> bool:
        """向导索南|吃, but not 向导|索建成: a verb that no name is made of."""
        is_of_names = grammar().given.get(self.text[end - 1], 0) > 0
        return not is_of_names and self.sentence.tag_of(end - 1, end)[:1] == "v"

    def _is_before_whom(self, end: int) -> bool:
        """主席|辜正行|为优胜者颁奖: the dictionary has 行为, but what follows is done for somebody."""
        is_joined = end not in self.sentence.index_of_start and self.text.startswith("为", end)
        return is_joined and FOR_WHOM.match(self.text, end) is not None

    def _is_word_and_one(self, word: Word, end: int) -> bool:
        """白玉|茹 anywhere, 明月|娥 before a mark."""
        if word.end != end - 1 or end not in self.sentence.index_of_end:
            return False
        return word.tag[:2] == "nr" or (word.tag[:1] in "nt" and self.text[end : end + 1] in A_STOP)

    def _is_elected(self, start: int, end: int) -> bool:
        """A word that the dictionary has as a name, or a character of names behind a surname, between a mark and a verb
        of office."""
        is_apart = start == 0 or self.text[start - 1] in CLAUSE
        is_of_names = grammar().given.get(self.text[end - 1], 0.0) > 0
        return (
            is_apart
            and grammar().takes_office.match(self.text, end) is not None
            and (is_of_names or self.sentence.tag_of(start, end)[:2] == "nr")
        )
