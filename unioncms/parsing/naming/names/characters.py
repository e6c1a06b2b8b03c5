"""What a name is made of: how well its characters make one, and which words of the dictionary lie within."""

import re

from unioncms.parsing.naming.names.grammar import NEVER_GIVEN, grammar
from unioncms.parsing.naming.names.neighbours import STOPS, WORKER, Neighbours
from unioncms.parsing.naming.passages import Word, cutter, is_verb

MOST_BY_GUESS = 1.4
GIVEN = re.compile(f"(?:(?![在{NEVER_GIVEN}])[\u3400-\u9fff])+")
SELDOM_LAST = frozenset("和与到得来等为将会去要已对向同前后就也还称谈问答讲当任")  # of a given name
OPENS_PHRASE = frozenset(
    "一二三四五六七八九十两大公人方已正总其有常高时真如自先连再可初力朝沿经至由比靠替让随以为了"
)
ASPECTS = tuple("了着过起得")
LANDSCAPE = frozenset("江河湖海山岛岭")
VERBAL = frozenset("来谈应向从过经由要能会")  # surnames that are verbs and particles everywhere else
AND = ("和", "与")
BEFORE_JOINED = tuple("的叫、，。：“ \u3000")


class Characters:
    """The characters of the names of one sentence."""

    def __init__(self, around: Neighbours):
        self.around, self.sentence = around, around.sentence
        self.text, self.words = around.text, around.words
        self.title_ends = around.title_ends

    def is_called(self, word: Word) -> bool:
        """信号工|汪洋, but not 职工|安静: what the dictionary has as a name too, behind what one person does."""
        index = self.sentence.index_of_end.get(word.start)
        if index is None or word.tag[:2] != "nr" or len(word.text) != 2:
            return False
        role = self.words[index].text
        return (
            role[-1] in WORKER + "傅父弟"
            and role not in grammar().roles_of_many
            and (role in grammar().roles or len(role) > 2)
        )

    def _is_called_at(self, start: int, end: int) -> bool:
        index = self.sentence.index_of_start.get(start)
        return index is not None and self.words[index].end == end and self.is_called(self.words[index])

    def is_well_formed(self, start: int, given: str, end: int) -> bool:
        if given in grammar().roles and not self._is_called_so(start, given):  # 张|师傅, 陈|老师
            return False
        in_slot = start in self.title_ends and self.text[end : end + 1] in STOPS
        if given[:1] == "在" and (in_slot or self.sentence.likely_end(start) == end):
            given = given[1:]  # 李在明
        return GIVEN.fullmatch(given) is not None

    def _is_called_so(self, start: int, given: str) -> bool:
        """副主席|韩亚军: a role of characters that names are made of."""
        is_slot = start in self.title_ends and given[-1] not in WORKER
        return is_slot and all(grammar().given.get(each, 0) > 0 for each in given)

    def inside(self, start: int, end: int, surname: str, left: float) -> float:
        """Characters of the name, and what the dictionary says of them: 谭|敦|龙 speaks for a name, 张|开展 against."""
        rules = grammar()
        name, given = self.text[start:end], self.text[start + len(surname) : end]
        if len(surname) == 2:
            score = 2.0
        elif surname in rules.common:
            score = 1.4
        else:
            score = -0.8 if surname in rules.everyday else 0.5
        is_behind_certain = left >= 2.0 and surname not in rules.everyday
        worth = sum([rules.given.get(each, -0.4) for each in given])
        if is_behind_certain and len(given) == 2 and self.sentence.tag_of(start + len(surname), end):
            worth = max(worth, 0.9)  # 检修工|阮|七斤: a given name may be any word
        score += worth
        if len(given) == 1:
            score -= 0.3 if rules.given.get(given, 0.0) > -1.0 else 1.3  # 梁上
        is_ordinary = name in rules.ordinary and not (left >= 2.0 and self._is_called_at(start, end))
        if is_ordinary or given[-1] in "部处局厅署区委族" or given[-1] == surname:  # 宣传部
            score -= 3.0
        elif len(name) == 2 and given in LANDSCAPE:
            score -= 2.5  # 芦江
        elif given == "老":
            score -= 4.0  # 凌老|根, and 凌老 whom a text honours
        elif len(given) == 1 and surname in VERBAL and start not in self.title_ends:
            score -= 3.5  # 请职工|来画
        elif len(given) == 1 and left < 2.0 and surname in rules.nouns:
            score -= 2.0 + (given in rules.scant)  # 钱有着落, 章子, 管板
        elif len(given) == 1 and left < 2.0 and (surname in rules.everyday or given in rules.scant):
            score -= 2.0 + (given in rules.scant)  # 来定, 须先, 钱少
        elif given[0] in rules.scant and rules.given.get(given[-1]) == -1.0 and left < 2.0:
            score -= 2.0  # 钱少也
        elif len(given) == 2 and given[-1] in "工员匠":
            score -= 1.5  # 养路工
        if len(given) == 2 and (tag := self.sentence.tag_of(start + len(surname), end)):
            is_everyday = surname in rules.everyday
            if left >= 2.0 and not (is_everyday and tag in ("v", "vn")):
                score += 0.9
            elif tag[:2] == "nr":
                score += 0.6  # 赔偿谭|志强, 、解|志强
            elif is_everyday:
                score -= 2.5 if tag in ("v", "vn") or surname in VERBAL else 1.0
        elif given[-1] in rules.halves and len(given) == 2 and self._goes_on(end):
            score += 1.6  # 陆广才|打电话
        return score

    def _goes_on(self, end: int) -> bool:
        """Whether a phrase begins here: a mark, or a verb that no 了, 到 or 自 opens."""
        if end >= len(self.text) or self.text[end] in STOPS:
            return True
        index = self.sentence.index_of_start.get(end)
        if index is None or self.text[end] in "了到自过的":
            return False
        word = self.words[index]
        return word.tag[:1] in "vlip" or word.text in grammar().verbs or word.text in grammar().roles

    def is_joined_to_surname(self, index: int) -> bool:
        """韩亚|楠|是, 沈家|旺|，: the dictionary has a word of the surname and what follows it, but a lone character
        of names stands behind, and then a verb or a mark."""
        if index + 1 >= len(self.words):
            return False
        third = self.words[index + 1]
        is_apart = not index or self.words[index - 1].text in BEFORE_JOINED
        if not is_apart or len(third.text) > 1:
            return False
        least = 0.7 if grammar().given.get(third.text, -1.0) > 0 else 2.5
        return self.around.right(third.end) >= least

    def cut(self, start: int, end: int, surname: str) -> float:
        """What the words of the dictionary say that the name is made of."""
        inner = self._words_within(start, end)
        if len(inner) == 1 and inner[0].start == start and inner[0].end == end:
            if inner[0].tag in ("nr", "nrt", "nrfg") and self.text[end - 1] in "说称到在":
                return -1.0  # the dictionary has 赖斯说
            if inner[0].tag in ("nr", "nrt", "nrfg"):
                return 1.6 if end - start > 2 else 0.9 - 0.8 * self._is_followed_by_one(end)
            return -2.5
        score = 0.0
        ends_well = inner and (inner[-1].end == end or self.text[end : end + 1] in AND)
        if ends_well and all(len(word.text) == 1 or word.text == surname or word.end > end for word in inner):
            score += 1.0
        else:
            for word in inner:
                if word.end > end and self.around.speaks(end):
                    score += 0.5  # 路长|明说， 大|勇夺|得
                elif word.end > end:
                    may_part = self.text[end] in "和与" or word.tag == "nr" or self.may_be_cut_at(end)
                    score -= 0.4 if may_part else 1.8
                elif len(word.text) > 1 and word.text != surname:
                    score -= 0.2 if word.tag in ("nr", "nrfg", "nz", "ns", "zg", "a", "ad") else 0.7
        return score

    def by_guess(self, start: int, end: int) -> float:
        """What it adds to a name that the cutter joins its characters to a likely word, or these to more."""
        if self.sentence.tag_of(start, end):
            return 0.0  # the dictionary has it
        last, guessed = self.text[end - 1], self.sentence.likely_end(start)
        doubted = last in grammar().halves and not self._goes_on(end)
        if guessed == end and not doubted and grammar().given.get(last, 0) > -1.0 and last not in SELDOM_LAST:
            return MOST_BY_GUESS
        if guessed > end:
            is_whole = guessed - start == 3 and self.text[end] not in SELDOM_LAST  # 叶选|安, but not 甄岚|到
            return -1.0 if is_whole else -0.3
        return 0.0

    def may_be_cut_at(self, end: int) -> bool:
        """邵一鸣|放下: the dictionary has 鸣放 too, but what stands behind the name makes a word as well."""
        is_within = end not in self.sentence.index_of_start
        return (
            is_within and grammar().given.get(self.text[end - 1], 0) > 0 and is_verb(self.text[end : end + 2])
        )

    def is_last_alone(self, end: int) -> bool:
        """闻开|顺|连着…: whether the last character is a word of its own that ends given names and opens no phrase."""
        index = self.sentence.index_of_end.get(end)
        if index is None or self.words[index].start != end - 1:
            return False
        last, following = self.words[index], self.text[end : end + 1]
        if last.text in OPENS_PHRASE or last.text in SELDOM_LAST or following in ASPECTS:
            return False
        if last.tag[:1] == "v" and not self._goes_on(end):
            return False
        return grammar().given.get(last.text, -1.0) > 0 or self.text[end - 2] == last.text  # 李盼盼

    def is_before_verb(self, end: int) -> bool:
        """叶慕白|带着…: the dictionary has a noun across the end, 白带, but a name has a verb behind it and no noun."""
        index = self.sentence.index_of_start.get(end - 1)
        if index is None or self.words[index].end != end + 1 or self.words[index].tag[:1] not in "nz":
            return False
        if grammar().given.get(self.text[end - 1], -1.0) <= 0 or self.words[index].text in grammar().roles:
            return False
        return cutter().tag(self.text[end : end + 3])[0][1][:1] in "vp"

    def _is_followed_by_one(self, end: int) -> bool:
        """韦小|满: a lone character after a name of two that the dictionary knows may belong to it."""
        index = self.sentence.index_of_start.get(end)
        if index is None or len(self.words[index].text) > 1:
            return False
        return grammar().given.get(self.words[index].text, -1.0) > 0

    def _words_within(self, start: int, end: int) -> list[Word]:
        index = self.sentence.index_of_start.get(start)
        if index is None:
            index = next((i for i, word in enumerate(self.words) if word.end > start), len(self.words))
        inner = []
        while index < len(self.words) and self.words[index].start < end:
            inner.append(self.words[index])
            index += 1
        return inner
