"""Names of people in a sentence: surname, name grammar and what stands around.

Every place where a surname begins a word opens a few candidates (谭 → 谭敦, 谭敦龙); each gets a score from
its characters, from the cutter's dictionary and from its neighbours: a title or a list before it, a verb of
saying, 同志 or a title behind it. Ordinary words that begin with a surname (章程, 高度, 周年) are in the
dictionary and lose more there than a common neighbour gives back.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unioncms.parsing.name_grammar import grammar
from unioncms.parsing.passages import Sentence, Word
from unioncms.parsing.places import Places

SURE, LIKELY = 3.8, 2.6  # scores of a name that stands alone, and of one that needs a second mention
NEVER_IN_NAMES = frozenset("的了是在不我你他她它们这那哪什么吗呢吧啊被把很与及或但而且此每各第届项个着过说")
OPENING = "“‘「『《〈【"
STOPS = "。，、；：？！,.;:?!）)】」』》〉”’…—\n／/|｜"
DOT = re.compile(r"[·•・]")
CERTAIN_FOREIGN = 9.0
BLANKS = " \u3000"
COUNTED = tuple("0123456789０一二两三四五六七八九十百千万几多数这那每半")
TITLE_IN_BRACKETS = re.compile(r"[（(][^（）()]{2,24}[）)]")
SPEAKS_AT = re.compile(r"在[^，。；]{2,30}?(?:上|时|中|期间)?(?:说|指出|强调|表示|要求|提出|致辞|讲话)")
# 钟国华，男，1970年生: how a life begins.
LIFE = re.compile(
    r"(?:先生|女士)?[，：:（(](?:[男女][，,、。）)]|[汉满回壮苗]族|中国国籍|中国籍|1[89]\d\d年|生于|曾任|历任|现任|先后|[^，。]{0,12}(?:硕士|博士|毕业))"
)
# 挡车工, 理货员, 老调度: what a person does, before the name.
WORKER = "工员者手长家师匠生士兵医警干徒友嫂"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence; `score` says how sure it is."""

    text: str
    start: int
    end: int
    score: float


def find_names(sentence: Sentence, places: Places, titles: Iterable[tuple[int, int]] = ()) -> list[Name]:
    """Names in order, none overlapping another. `titles` are spans of titles in the sentence: a name may begin where
    one ends."""
    finder = _Finder(sentence, places, titles)
    candidates = finder.with_lists([*finder.candidates(), *finder.foreign()])
    found: list[Name] = []
    for name in sorted(candidates, key=lambda name: (-name.score, name.start)):
        if name.score >= LIKELY and all(
            name.end <= other.start or other.end <= name.start for other in found
        ):
            found.append(name)
    return sorted(found, key=lambda name: name.start)


def is_part_of_a_name(sentence: Sentence, end: int) -> bool:
    """Whether what follows makes a work, a prize or a road of the name: 雷锋|精神, 中山|路."""
    rules = grammar()
    if rules.never_after.match(sentence.text, end):
        return True
    index = sentence.index_of_start.get(end)
    return index is not None and sentence.words[index].text in rules.never_words_after


def _best_by(pairs: Iterable[tuple[int, float]]) -> dict[int, float]:
    best: dict[int, float] = {}
    for at, score in pairs:
        best[at] = max(score, best.get(at, score))
    return best


def _list_bonus(neighbour: float) -> float:
    """What a neighbour in a list of names is worth: a sure one more than a likely one."""
    return 1.8 if neighbour >= SURE else 1.2 if neighbour >= 2.0 else 0.0


class _Finder:
    """The candidates of one sentence with their scores."""

    def __init__(self, sentence: Sentence, places: Places, titles: Iterable[tuple[int, int]]):
        self.sentence, self.text, self.words = sentence, sentence.text, sentence.words
        self.places = places
        spans = list(titles)
        self.title_starts = {start for start, _ in spans}
        self.title_ends = {end for _, end in spans}

    def candidates(self) -> Iterator[Name]:
        for start in self._starts():
            found = grammar().surname.match(self.text, start)
            if not found or (start not in self.title_ends and self.places.pattern.match(self.text, start)):
                continue
            surname = found.group()
            if not self._is_worth_a_look(start, surname) or self._counts_sheets(start):
                continue
            left = self._left(start)
            for end in (start + len(surname) + 1, start + len(surname) + 2):
                name = self.text[start:end]
                if len(name) == end - start and self._is_well_formed(name[len(surname) :]):
                    right = self._right(end)
                    score = left + self._inside(start, end, surname, left) + right
                    if left >= 3.0 and right >= 0.6 and end - start == 3 and self._tag_of(start, start + 1):
                        score += 0.8 * (surname in grammar().everyday)  # 副主席|单|立新, not 职工|代表|坐
                    if score > 1.0 and not is_part_of_a_name(self.sentence, end):
                        yield Name(name, start, end, score)

    def foreign(self) -> Iterator[Name]:
        """卡尔·马克思; without a dot only what the dictionary knows and a person's verb or title confirms: 列宁指出."""
        letters = grammar().transliteration
        for found in DOT.finditer(self.text):
            start, end = self._back(found.start()), self._forth(found.end())
            is_quoted = self.text[start - 1 : start] in tuple(OPENING) and start
            if start < found.start() and end > found.end() and not is_quoted:
                yield Name(self.text[start:end], start, end, CERTAIN_FOREIGN)
        for start in self.title_ends:
            end = self._forth(start)
            if 3 <= end - start <= 7 and not self._may_be_chinese(start, end) and self._right(end) >= 0.2:
                yield Name(self.text[start:end], start, end, 4.5 + self._right(end))
        for start, end, likely in self._foreign_words():
            name = self.text[start:end]
            if not letters.issuperset(name) or name in grammar().ordinary or self.places.pattern.match(name):
                continue
            left, right = self._left(start), self._right(end)
            if (max(left, right) >= 1.5 or likely > 2.0) and not is_part_of_a_name(self.sentence, end):
                yield Name(name, start, end, left + right + likely)

    def _foreign_words(self) -> Iterator[tuple[int, int, float]]:
        """What the dictionary calls a name, and unknown characters that the cutter joins: 佩斯科夫."""
        for word in self.words:
            if word.tag in ("nrt", "nr") and 2 <= len(word.text) <= 6:
                is_long = word.tag == "nrt" and len(word.text) > 3  # 罗德里格斯
                yield word.start, word.end, 3.0 if is_long else 2.0
        for start, end in self.sentence.guessed.items():
            if 3 <= end - start <= 6:
                index = self.sentence.index_of_start.get(start)
                if index is None or self.words[index].end != end:
                    yield start, end, 1.0

    def _may_be_chinese(self, start: int, end: int) -> bool:
        found = grammar().surname.match(self.text, start)
        return bool(found) and end - start - len(found.group()) <= 2

    def _back(self, end: int) -> int:
        """Where the part before a dot begins: after the title in 总统|弗拉基米尔·普京."""
        start = end
        while start and end - start < 7 and self.text[start - 1] in grammar().transliteration:
            if start in self.title_ends or self._role_before(start):
                break
            start -= 1
        return start

    def _forth(self, start: int) -> int:
        """Where the part behind a dot ends: before 和, 同志 or a verb; a further dot is passed."""
        end = start
        while end < len(self.text) and end - start < 16:
            index = self.sentence.index_of_start.get(end)
            word = self.words[index].text if index is not None else ""
            ends = word in grammar().roles or word in grammar().verbs or word in grammar().conjunctions
            if end > start and ends and not self._joins_nothing(index):
                break
            if self.text[end] not in grammar().transliteration and not (
                end > start and DOT.match(self.text, end)
            ):
                if end > start and word == "和" and self._joins_nothing(index):
                    return end + 1
                break
            end += 1
        return end

    def _joins_nothing(self, index: int | None) -> bool:
        """和 before a verb belongs to the name: 巴特尔·苏和|带着."""
        if index is None or self.words[index].text != "和" or index + 1 == len(self.words):
            return False
        return self.words[index + 1].tag[:1] in "vpd"

    def _starts(self) -> Iterator[int]:
        """Where a name may begin: at a word, after a title, after a 和 joined to the surname: 石小柱|和田|桂枝."""
        heads = grammar().heads
        seen = set()
        for word in self.words:
            text = word.text
            if text[0] in heads:
                seen.add(word.start)
                yield word.start
            if len(text) > 1 and text[0] in "和与" and text[1] in heads:
                seen.add(word.start + 1)
                yield word.start + 1
        for end in self.title_ends - seen:
            if self.text[end : end + 1] in heads:
                yield end

    def _counts_sheets(self, start: int) -> bool:
        """8600张卡, 一张桌子: there 张 is no surname."""
        return self.text[start] == "张" and self.text[start - 1 : start] in COUNTED and start > 0

    def _is_worth_a_look(self, start: int, surname: str) -> bool:
        """Most surnames open an ordinary word: those are left at once unless a title stands before."""
        index = self.sentence.index_of_start.get(start)
        if index is None:
            return True
        word = self.words[index]
        if len(word.text) <= len(surname) or word.tag[:2] == "nr" or self._at(start) in self.title_ends:
            return word.text not in grammar().ordinary or start in self.title_ends
        return len(word.text) == 2 and (word.end in self.title_starts or self._role_before(start))

    def _at(self, start: int) -> int:
        while start and self.text[start - 1] in BLANKS:
            start -= 1
        return start

    def _role_before(self, start: int) -> bool:
        index = self.sentence.index_of_end.get(self._at(start))
        return index is not None and self.words[index].text in grammar().roles

    @staticmethod
    def _is_well_formed(given: str) -> bool:
        if given in grammar().roles:  # 张|师傅, 陈|老师
            return False
        return bool(given) and all(
            "\u3400" <= each <= "\u9fff" and each not in NEVER_IN_NAMES for each in given
        )

    def with_lists(self, names: list[Name]) -> list[Name]:
        """A name beside a name: 颜小平、王华茂 hold each other up."""
        ending = _best_by((name.end, name.score) for name in names)
        starting = _best_by((name.start, name.score) for name in names)
        better = []
        for name in names:
            bonus = 0.0
            for conjunction in grammar().conjunctions:
                if self.text.startswith(conjunction, name.end):
                    bonus = max(bonus, _list_bonus(starting.get(name.end + len(conjunction), 0.0)))
            for conjunction in grammar().conjunctions:
                at = name.start - len(conjunction)
                if at > 0 and self.text.startswith(conjunction, at) and at in ending:
                    bonus += _list_bonus(ending[at])
                    break
            better.append(Name(name.text, name.start, name.end, name.score + bonus))
        return better

    def _inside(self, start: int, end: int, surname: str, left: float) -> float:
        """Characters of the name, and what the dictionary says of them: 谭|敦|龙 speaks for a name, 张|开展 against."""
        rules = grammar()
        name, given = self.text[start:end], self.text[start + len(surname) : end]
        if len(surname) == 2:
            score = 2.0
        elif surname in rules.common:
            score = 1.4
        else:
            score = -0.8 if surname in rules.everyday else 0.5
        score += sum(rules.given.get(each, -0.4) for each in given)
        if len(given) == 1:
            score -= 0.3 if rules.given.get(given, 0.0) > -1.0 else 1.3  # 梁上
        if name in rules.ordinary:
            score -= 3.0
        elif len(name) == 2 and given in tuple("江河湖海山岛岭"):
            score -= 2.5  # 芦江
        elif len(given) == 1 and left < 2.0 and (surname in rules.everyday or given in rules.scant):
            score -= 2.0 + (given in rules.scant)  # 来定, 须先, 钱少
        elif given[0] in rules.scant and rules.given.get(given[-1]) == -1.0 and left < 2.0:
            score -= 2.0  # 钱少也
        elif len(given) == 2 and given[-1] in "工员匠":
            score -= 1.5  # 养路工
        if len(given) == 2 and (tag := self._tag_of(start + len(surname), end)):
            is_everyday = surname in rules.everyday
            score += 0.9 if left >= 2.0 and not (is_everyday and tag == "v") else -1.0 * is_everyday
        elif given[-1] in rules.halves and len(given) == 2 and self._goes_on(end):
            score += 1.6  # 陆广才|打电话
        return score + self._cut(start, end, surname)

    def _tag_of(self, start: int, end: int) -> str:
        """The tag of the word that stands here: 务工人员|石|满仓, but 谈|服务; "" where there is none."""
        index = self.sentence.index_of_start.get(start)
        return self.words[index].tag if index is not None and self.words[index].end == end else ""

    def _goes_on(self, end: int) -> bool:
        """Whether a phrase begins here: a mark, or a verb that no 了, 到 or 自 opens."""
        if end >= len(self.text) or self.text[end] in STOPS:
            return True
        index = self.sentence.index_of_start.get(end)
        if index is None or self.text[end] in "了到自过的":
            return False
        word = self.words[index]
        return word.tag[:1] in "vlip" or word.text in grammar().verbs or word.text in grammar().roles

    def _cut(self, start: int, end: int, surname: str) -> float:
        inner = self._words_within(start, end)
        guessed = self.sentence.guessed.get(start)
        if len(inner) == 1 and inner[0].start == start and inner[0].end == end:
            if inner[0].tag in ("nr", "nrt", "nrfg") and self.text[end - 1] in "说称到在":
                return -1.0  # the dictionary has 赖斯说
            if inner[0].tag in ("nr", "nrt", "nrfg"):
                return 1.6 if end - start > 2 else 0.9 - 0.8 * self._is_followed_by_one(end)
            return -2.5
        score = 0.0
        ends_well = inner and (inner[-1].end == end or self.text[end : end + 1] in tuple("和与"))
        if ends_well and all(len(word.text) == 1 or word.text == surname or word.end > end for word in inner):
            score += 1.0
        else:
            for word in inner:
                if word.end > end:
                    score -= 0.4 if self.text[end] in "和与" or word.tag == "nr" else 1.8
                elif len(word.text) > 1 and word.text != surname:
                    score -= 0.2 if word.tag in ("nr", "nz", "ns", "zg", "a", "ad") else 0.7
        last = self.text[end - 1]
        doubted = last in grammar().halves and not self._goes_on(end)
        if guessed == end and not doubted and grammar().given.get(last, 0) > -1.0:
            score += 1.4
        elif guessed is not None and guessed > end:
            score -= 0.3
        return score

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

    def _left(self, start: int) -> float:
        rules = grammar()
        at = self._at(start)
        if at in self.title_ends:
            return 3.0
        if at == 0:
            return 0.5
        if self.text[at - 1] in OPENING:
            return -0.3
        if self.text[at - 1] in STOPS or self.text[at - 1] in "（(":
            return 0.6
        index = self.sentence.index_of_end.get(at)
        if index is None:
            return -1.0
        word = self.words[index]
        if word.text in rules.roles:
            return 3.0
        if word.text in rules.appoints:
            return 2.5
        if word.text in rules.before or word.text in rules.conjunctions:
            return 0.9
        if word.text[-1] in WORKER and (word.tag[:1] == "n" or len(word.text) == 1):
            return 2.0
        if word.tag[:1] in "pcdut":
            return 0.3
        if word.tag[:1] == "v":
            return 0.2
        if word.tag[:1] in "mq":
            return 1.0 if word.text[-1] in "名位" else -1.0
        return 0.0 if at < start else -0.9

    def _title_within(self, start: int, reach: int) -> bool:
        return any(start < title < start + reach for title in self.title_starts)

    def _right(self, end: int) -> float:
        rules = grammar()
        if end >= len(self.text):
            return 0.6
        following = self.text[end]
        if following in "（(" and TITLE_IN_BRACKETS.match(self.text, end) and self._title_within(end, 24):
            return 2.5
        if LIFE.match(self.text, end):
            return 2.2
        if following in STOPS or following in "（(":
            return 0.7
        if end in self.title_starts:
            return 2.5
        if following in BLANKS:
            return 0.5
        index = self.sentence.index_of_start.get(end)
        if index is None:
            return 0.8 if following in "和与" else -1.0
        word = self.words[index]
        if word.text in rules.roles:
            return 2.5
        if word.text == "之":
            return -0.5
        if word.text in rules.conjunctions:
            after = self.words[index + 1] if index + 1 < len(self.words) else None
            return -1.2 if after is None or after.tag[:1] in "vdp" else 0.8
        if word.text in rules.offices and word.text != "为":
            return 2.8
        if word.text in rules.verbs or (len(word.text) > 3 and word.text[:2] in rules.verbs):
            return 1.5 if word.text != "在" or not SPEAKS_AT.match(self.text, end) else 2.0
        if word.tag[:1] in "pdcu":
            return 0.6
        if word.tag[:1] == "v":
            return 0.6
        if word.tag[:1] in "mtrf":
            return 0.2
        return -0.4 if word.tag[:1] in "azs" else -1.2
