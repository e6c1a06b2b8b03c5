"""Names of people in a sentence: surname, name grammar and what stands around.

Every place where a surname begins a word opens a few candidates (谭 → 谭敦, 谭敦龙); each gets a score from
its characters, from the cutter's dictionary and from its neighbours: a title or a list before it, a verb of
saying, 同志 or a title behind it. Ordinary words that begin with a surname (章程, 高度, 周年) are in the
dictionary and lose more there than a common neighbour gives back.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from unioncms.parsing.naming.names.characters import MOST_BY_GUESS, SELDOM_LAST, Characters
from unioncms.parsing.naming.names.foreign import ForeignNames
from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.names.name import FAINT, LIKELY, SURE, Name
from unioncms.parsing.naming.names.neighbours import (
    LIFE,
    OF_A_BODY,
    Neighbours,
    is_part_of_a_name,
)
from unioncms.parsing.naming.names.not_people import without_things
from unioncms.parsing.naming.names.parted import find_parted
from unioncms.parsing.naming.names.rows import names_in_row
from unioncms.parsing.naming.names.slots import Slots
from unioncms.parsing.naming.names.word_names import WordNames
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.shapes import LEVELS

BESIDE = 2.0  # of a namesake of a place in a list, which sure neighbours hold up
BEFORE_VERB = 1.5  # what a verb behind a name is worth
CERTAIN_IN_ROW = 8.0
AMONG_NAMES = 1.3  # to stand between two names
SPEAKS = "作做致"
SPEECH = re.compile(
    r"[作做致][^，。；：]{0,10}?(?:报告|总结|讲话|发言|致?辞|点评|动员|说明|(?:答谢|欢迎|开幕|闭幕)[词辞])(?=[，。；]|$)"
)
TOWNS, WHERE = "镇乡村", tuple("在到赴往")
ITEM_OR_MARK = tuple("，、。和的等")
ITEM_ENDS = tuple("、等和")
POST_BETWEEN = re.compile(r"[，：][^，。；：、“”]{4,28}(?=[，。])")
MEASURES = tuple("张位个些种次天年本条件句块把场只")
COUNTED = tuple("0123456789０一二两三四五六七八九十百千万几多数这那每半")


def find_names(
    sentence: Sentence, places: Places, titles: Iterable[tuple[int, int]] = (), least: float = LIKELY
) -> list[Name]:
    """Names in order, none overlapping another. `titles` are spans of titles in the sentence: a name may begin where
    one ends."""
    finder = _Finder(sentence, places, titles)
    by_surname = finder.whole_in_slots(list(finder.candidates()))
    alone = [*finder.known(), *by_surname, *finder.foreign(), *finder.in_row(), *finder.ordinary()]
    if alone and "、" in sentence.text:
        alone += [*finder.foreign_beside(alone), *finder.places_beside(alone)]
    candidates = finder.with_lists(alone)
    if not candidates:
        return []
    found: list[Name] = []
    for name in sorted(candidates, key=lambda name: (-name.score, name.start)):
        if name.score >= least and all(name.end <= other.start or other.end <= name.start for other in found):
            found.append(name)
    return sorted(without_things(found, sentence.text), key=lambda name: name.start)


def _best_by(pairs: Iterable[tuple[int, float]]) -> dict[int, float]:
    best: dict[int, float] = {}
    for at, score in pairs:
        best[at] = max(score, best.get(at, score))
    return best


def _list_bonus(neighbour: float) -> float:
    """What a neighbour in a list of names is worth: a sure one more than a likely one."""
    if neighbour >= 6.0:
        return 2.8
    return 1.8 if neighbour >= SURE else 1.2 if neighbour >= 2.0 else 0.0


class _Finder:
    """The candidates of one sentence with their scores."""

    def __init__(self, sentence: Sentence, places: Places, titles: Iterable[tuple[int, int]]):
        self.sentence, self.text, self.words = sentence, sentence.text, sentence.words
        self.places = places
        self.around = Neighbours(sentence, titles)
        self.title_starts, self.title_ends = self.around.title_starts, self.around.title_ends
        self.characters = Characters(self.around)
        self.slots = Slots(sentence, self.title_starts, self.title_ends)
        self.has_listed = grammar().listed.search(self.text) is not None  # one look for all lists of names

    def candidates(self) -> Iterator[Name]:
        for start in self._starts():
            surname = self.slots.surname_at(start)
            if not surname or not self._is_worth_a_look(start, surname) or self._counts_sheets(start):
                continue
            if start not in self.title_ends and self.places.finder.at(self.text, start):
                continue
            left = self.around.left(start)
            for end in (start + len(surname) + 1, start + len(surname) + 2):
                name = self.text[start:end]
                if len(name) == end - start and self.characters.is_well_formed(
                    start, name[len(surname) :], end
                ):
                    if self._acts_within(start, end) or self._is_town(start, end):
                        continue
                    right = self.around.right(end)
                    if right < BEFORE_VERB and self._is_cut_off(start, end):
                        right = BEFORE_VERB
                    inside, cut = (
                        self.characters.inside(start, end, surname, left),
                        self.characters.cut(start, end, surname),
                    )
                    by_place = self._by_its_place(start, end, surname, left, right)
                    least = self._least(start, end)
                    if left + inside + cut + right + by_place + MOST_BY_GUESS < least:
                        continue  # most; the guess costs more than all else
                    score = left + (inside + (cut + self.characters.by_guess(start, end))) + right + by_place
                    if score > least and not is_part_of_a_name(self.sentence, end):
                        yield Name(name, start, end, score)

    def whole_in_slots(self, names: list[Name]) -> list[Name]:
        """书记|闻开顺|连着…, not 闻开: of two names in one slot the longer, where its last character is a word alone
        that names end with, or what stands across its end cannot stand behind a name."""
        shorter = {name.end: name for name in names if name.end - name.start == 2}
        return [
            replace(name, score=shorter[name.end - 1].score + 0.1)
            if name.end - 1 in shorter and self._outweighs(name, shorter[name.end - 1])
            else name
            for name in names
        ]

    def _outweighs(self, name: Name, shorter: Name) -> bool:
        is_in_slot = name.start == shorter.start and self.around.left(name.start) >= 2.0
        if not is_in_slot or name.score > shorter.score:
            return False
        return self.characters.is_last_alone(name.end) or self.characters.is_before_verb(name.end)

    def _least(self, start: int, end: int) -> float:
        """What a candidate must be worth to be one; less in a list, whose other names may hold it up: 、|向桂兰|、."""
        behind, before = self.text[end : end + 1] == "、", self.text[start - 1 : start] == "、"
        return -2.0 if behind and before and end - start == 3 else 1.0 - (behind or before)

    def _is_cut_off(self, start: int, end: int) -> bool:
        """主席|邵一鸣|放下: what stands behind shows that the name ends there, though the dictionary joins them."""
        if self.slots.is_elected(start, end):
            return True
        if start not in self.title_ends:
            return False
        return self.characters.may_be_cut_at(end) or SPEECH.match(self.text, end) is not None

    def _is_town(self, start: int, end: int) -> bool:
        """在|郭店镇，: where something happens, whatever the town is called."""
        is_town = self.text[end - 1] in TOWNS and self.text[start - 1 : start] in WHERE
        return is_town and self.text[end : end + 1] in ITEM_OR_MARK

    def _by_its_place(self, start: int, end: int, surname: str, left: float, right: float) -> float:
        """What it adds to a name of three to stand right behind a title, and to any to open the telling of a life."""
        bonus = 3.0 if start == 0 and LIFE.match(self.text, end) else 0.0
        bonus += self.slots.worth(start, end, surname, right)
        if start == 0 and (self._is_of_a_list(end) or self._is_told_behind(end)):
            bonus += 2.0
        leads = self.text.startswith("一行", end) and self.text[end - 1] not in "团组队会班员"
        if leads and end - start == 3 and self.text[start - 1] in OF_A_BODY:
            bonus += 7.0  # 全国总工会经济工作部|原成钢|一行
        if end - start != 3 or right < 0.6:
            return bonus
        if left >= 3.0 and surname in grammar().everyday and self.sentence.tag_of(start, start + 1):
            bonus += 0.8  # 副主席|单|立新, not 职工|代表|坐
        if left >= 2.0 and self.text[end - 1] not in SELDOM_LAST:
            bonus += 0.5  # 调研员|强卫东，
        return bonus

    def _is_of_a_list(self, end: int) -> bool:
        """戚红缨，碧岩水泥厂|工段长；: an item of a list says who, and behind the comma what."""
        is_item = self.text[end : end + 1] == "，" and self.text[-1] in "；;。"
        return is_item and len(self.text) - 1 in self.title_ends and self.text.count("，") == 1

    def _is_told_behind(self, end: int) -> bool:
        """滕月娥，港口区总工会驻企调解员，从事调解十一年: between two commas stands what somebody is."""
        post = POST_BETWEEN.match(self.text, end)
        return post is not None and post.end() in self.title_ends

    def known(self) -> Iterator[Name]:
        """Those whom everybody knows, whatever the dictionary makes of them: 周恩来."""
        for found in grammar().known.finditer(self.text) if self.has_listed else ():
            start, end = found.span()
            is_whole = start in self.sentence.index_of_start and end in self.sentence.index_of_end
            if is_whole and not is_part_of_a_name(self.sentence, end):
                yield Name(found.group(), start, end, 3.0 + max(0.0, self.around.right(end)))

    def in_row(self) -> Iterator[Name]:
        for start, end in names_in_row(self.text, self.title_ends):
            yield Name(self.text[start:end], start, end, CERTAIN_IN_ROW)

    def foreign(self) -> Iterator[Name]:
        for start, end, score in ForeignNames(self.around, self.places).find(self.has_listed):
            yield Name(self.text[start:end], start, end, score)
        for start, end, score in find_parted(self.around) if self.has_listed else ():
            yield Name(self.text[start:end], start, end, score)

    def foreign_beside(self, names: list[Name]) -> Iterator[Name]:
        sure = [(name.start, name.end) for name in names if name.score >= LIKELY]
        for start, end, score in ForeignNames(self.around, self.places).in_list(sure):
            yield Name(self.text[start:end], start, end, score)

    def places_beside(self, names: list[Name]) -> Iterator[Name]:
        """李光、|武威|、田小满: a namesake of a place, in a list of people."""
        ends = {name.end for name in names if name.score >= FAINT and self.text.startswith("、", name.end)}
        for at in ends:
            place = self.places.finder.at(self.text, at + 1)
            end = at + 1 + len(place)
            is_item = (
                len(place) in (2, 3)
                and place[0] in grammar().singles
                and self.text[end : end + 1] in ITEM_ENDS
            )
            if is_item and not place.endswith(LEVELS):
                yield Name(place, at + 1, end, BESIDE)

    def ordinary(self) -> Iterator[Name]:
        for start, end, score in WordNames(self.sentence, self.title_starts, self.title_ends).find():
            if not is_part_of_a_name(self.sentence, end):
                yield Name(self.text[start:end], start, end, score)

    def _starts(self) -> Iterator[int]:
        """Where a name may begin: at a word, after a title, after a 和 joined to the surname: 石小柱|和田|桂枝."""
        words, slots = self.sentence.index_of_start, self.slots.starts()
        yield from slots
        for head in grammar().head.finditer(self.text):
            start = head.start()
            is_start = start in words or (start - 1 in words and self.text[start - 1] in "和与叫")
            if is_start and start not in slots:
                yield start

    def _counts_sheets(self, start: int) -> bool:
        """8600张卡, 一张桌子, 那张表: there neither 张 nor 那 is a surname."""
        if self.text[start] == "那" and self.text[start + 1 : start + 2] in MEASURES:
            return True
        return self.text[start] == "张" and self.text[start - 1 : start] in COUNTED and start > 0

    def _is_worth_a_look(self, start: int, surname: str) -> bool:
        """Most surnames open an ordinary word: those are left at once unless a title stands before."""
        index = self.sentence.index_of_start.get(start)
        if index is None:
            return True
        if start in self.slots.office:
            return True
        word = self.words[index]
        behind = len(surname) + 1
        if start == 0 and (LIFE.match(self.text, behind) or LIFE.match(self.text, behind + 1)):
            return True  # 严守|信，男
        if len(surname) == 2 and len(word.text) < 4:
            return True  # 欧阳建|军
        if len(word.text) <= len(surname) or word.tag[:2] == "nr" or self.around.at(start) in self.title_ends:
            return (
                word.text not in grammar().ordinary
                or start in self.title_ends
                or self.characters.is_called(word)
            )
        if len(word.text) != 2:
            return False
        if word.end in self.title_starts or self.around.role_before(start):
            return True
        return self.characters.is_joined_to_surname(index)

    def _acts_within(self, start: int, end: int) -> bool:
        """主席|祝福|算过: where a word and a verb with its aspect stand, the verb is not of the name."""
        if self.text[end - 1] == "为" != self.text[end : end + 1] and self.slots.is_elected(start, end - 1):
            return True  # 选举刘勇|为分工会主席
        if self.text[end - 1] in SPEAKS and SPEECH.match(self.text, end - 1):
            return True  # 周农|作大赛总结
        if self.text.startswith(("到会", "到场", "作了"), end - 1):
            return True  # 孟想|到会祝贺, 包森|作了发言
        if end - start != 3 or self.text[end : end + 1] not in ("着", "过", "了", "起"):
            return False
        index = self.sentence.index_of_end.get(end)
        if index is None or self.words[index].start != end - 1 or end - 1 not in self.sentence.index_of_end:
            return False
        is_certain = (
            self.text[end] in "着过" or end + 1 in self.sentence.index_of_end
        )  # 跑|了, but not 胜|了解
        return is_certain and (self.text[end] in "着过" or grammar().given.get(self.text[end - 1], -1.0) <= 0)

    def with_lists(self, names: list[Name]) -> list[Name]:
        """A name beside a name: 颜小平、王华茂 hold each other up."""
        if len(names) < 2:
            return names
        conjunctions = [each for each in grammar().conjunctions if each in self.text]
        if not conjunctions:
            return names
        ending = _best_by((name.end, name.score) for name in names)
        starting = _best_by((name.start, name.score) for name in names)
        better = []
        for name in names:
            before = after = 0.0  # the best of each, whatever the order of the set
            for conjunction in conjunctions:
                at = name.start - len(conjunction)
                if self.text.startswith(conjunction, name.end):
                    after = max(after, _list_bonus(starting.get(name.end + len(conjunction), 0.0)))
                if at > 0 and self.text.startswith(conjunction, at):
                    before = max(before, _list_bonus(ending.get(at, 0.0)))
            both = AMONG_NAMES if before and after and name.end - name.start == 3 else 0.0
            better.append(Name(name.text, name.start, name.end, name.score + before + after + both))
        return better
