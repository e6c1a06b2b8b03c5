"""Foreign names in transliteration: 卡尔·马克思, 佩斯科夫."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from unioncms import words
from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.names.neighbours import OPENING, STOPS, Neighbours, is_part_of_a_name
from unioncms.parsing.naming.places.page import Places

DOT = re.compile(r"[·•・]")
HANZI = re.compile(r"[\u3400-\u9fff]+")
GIVEN = re.compile(r"(?:(?![在为与等的了])[\u3400-\u9fff])+(?<!和)")  # 桥本龙太郎, not 桥本|在场
AFTER_DU = "拉热克力买沙许吾合"
CERTAIN_FOREIGN = 9.0
IN_LIST = 6.0  # beside a sure name
LONGEST = 7  # characters of a name without a dot


@cache
def _is_phrase(word: str) -> bool:
    """努力|提高, which the dictionary has as a foreign name: two ordinary words."""
    halves = [words.tag(half) for half in (word[:2], word[2:])]
    return all(len(half) == 1 and half[0][1][:1] in "vadl" for half in halves)


class ForeignNames:
    """The foreign names of one sentence."""

    def __init__(self, around: Neighbours, places: Places):
        self.around, self.places = around, places
        self.sentence, self.text, self.words = around.sentence, around.text, around.words

    def find(self, has_listed: bool) -> Iterator[tuple[int, int, float]]:
        """Spans with their scores: 卡尔·马克思; without a dot only what the dictionary knows and a person's verb or
        title confirms: 列宁指出. `has_listed` says whether a listed surname may stand here."""
        letters = grammar().transliteration
        for found in DOT.finditer(self.text) if DOT.search(self.text) else ():
            start, end = self._back(found.start()), self._forth(found.end(), dotted=True)
            is_quoted = self.text[start - 1 : start] in tuple(OPENING) and start
            if start < found.start() and end > found.end() and not is_quoted:
                yield start, end, CERTAIN_FOREIGN
        for start in self.around.title_ends | self._role_ends() | self._before_bracket():
            end = self._forth(start)
            if (
                3 <= end - start <= LONGEST
                and not self._may_be_chinese(start, end)
                and self.around.right(end) >= 0.2
            ):
                yield start, end, 5.4 + 0.8 * (end - start - 3) + self.around.right(end)
        yield from self._japanese() if has_listed else ()
        for start, end, likely in self._foreign_words():
            name = self.text[start:end]
            if name[-1] == "里" and self.text.startswith("的", end):
                continue  # 库里的|损耗率
            if name in grammar().roles or self.around.role_at(start):
                continue
            if not letters.issuperset(name) or name in grammar().ordinary or self.places.finder.at(name):
                continue
            left, right = self.around.left(start), self.around.right(end)
            if (max(left, right) >= 1.5 or likely > 2.0) and not is_part_of_a_name(self.sentence, end):
                yield start, end, left + right + likely

    def in_list(self, names: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, float]]:
        """古丽娜尔 of 马晓东、古丽娜尔、薛永刚; `names` are spans of names that are sure."""
        letters = grammar().transliteration
        for start, end in names:
            if self.text.startswith("、", end):
                first, last = end + 1, self._forth(end + 1)
                if self._fills(first, last):
                    yield first, last, IN_LIST
            last = first = start - 1
            if first > 0 and self.text[first] == "、":
                while first and last - first <= LONGEST and self.text[first - 1] in letters:
                    first -= 1
                is_apart = first == 0 or self.text[first - 1] in STOPS or self._is_appointed(first)
                if is_apart and self._fills(first, last):
                    yield first, last, IN_LIST

    def _is_appointed(self, start: int) -> bool:
        index = self.sentence.index_of_end.get(start)
        return index is not None and self.words[index].text in grammar().appoints

    def _fills(self, start: int, end: int) -> bool:
        """Whether the characters from here to there, all of foreign names, stand alone before a mark or a verb."""
        if not 3 <= end - start <= LONGEST or self._may_be_chinese(start, end):
            return False
        is_word = self.sentence.tag_of(start, end)[:1] in tuple("nvadt")
        return not is_word and self.around.right(end) >= 0.6

    def _before_bracket(self) -> set[int]:
        """巴合提别克|（云州中学讲师）: what opens the text, if a title stands in the brackets behind it."""
        bracket = self.text.find("（", 3, LONGEST + 1)
        closing = self.text.find("）", bracket) if bracket > 0 else -1
        return {0} if closing in self.around.title_ends and self._forth(0) == bracket else set()

    def _role_ends(self) -> set[int]:
        roles = grammar().foreign_roles
        if roles.isdisjoint(self.sentence.texts):
            return set()
        return {word.end for word in self.words if word.text in roles}

    def _japanese(self) -> Iterator[tuple[int, int, float]]:
        """桥本龙太郎: a Japanese surname with one to three characters, beside a title, a role or a verb."""
        for found in grammar().japanese.finditer(self.text):
            start = found.start()
            left = self.around.left(start)
            if left < 0.5 or self.places.finder.at(self.text, start):
                continue
            for given in (1, 2, 3):
                end = found.end() + given
                right = self.around.right(end) if GIVEN.fullmatch(self.text, found.end(), end) else -1.0
                ends = end in self.sentence.index_of_end or self.sentence.likely_end(start) == end
                if right >= 0.2 and ends and max(left, right) >= 1.5 and not self._acts(end):
                    yield start, end, 2.0 + left + right - 0.4 * abs(given - 2)

    def _foreign_words(self) -> Iterator[tuple[int, int, float]]:
        """What the dictionary calls a name, and unknown characters that the cutter joins: 佩斯科夫."""
        tags = self.sentence.tags
        for word in self.words if "nrt" in tags or "nr" in tags else ():
            if word.tag in ("nrt", "nr") and 2 <= len(word.text) <= 6:
                if len(word.text) == 4 and _is_phrase(word.text):
                    continue
                if word.tag == "nrt" and len(word.text) > 3:  # 罗德里格斯
                    yield word.start, word.end, 3.0
                elif len(word.text) == 3 and not self._may_be_chinese(word.start, word.end):  # 克林顿
                    yield word.start, word.end, 2.2
                else:
                    yield word.start, word.end, 2.0
        for run in grammar().transliterated.finditer(self.text):
            for start in range(run.start(), run.end() - 2):
                index = self.sentence.index_of_start.get(start)
                is_lone = index is not None and len(self.sentence.texts[index]) == 1
                end = self.sentence.likely_end(start) if is_lone else 0
                if 3 <= end - start <= 6:
                    yield start, end, 1.0

    def _acts(self, end: int) -> bool:
        """和田枣|供应: whether a verb that is a word of its own ends here."""
        index = self.sentence.index_of_end.get(end)
        is_word = index is not None and len(self.sentence.texts[index]) > 1
        return is_word and self.sentence.tags[index] in ("v", "vn")

    def _may_be_chinese(self, start: int, end: int) -> bool:
        surname = grammar().surname_at(self.text, start)
        return bool(surname) and end - start - len(surname) <= 2

    def _back(self, end: int) -> int:
        """Where the part before a dot begins: after the title in 总统|弗拉基米尔·普京."""
        start = end
        while start and end - start < 7 and self.text[start - 1] in grammar().dotted:
            if start in self.around.title_ends or self.around.role_before(start):
                break
            start -= 1
        behind_title = (at for at in (start - 1, start - 2, start - 3) if at in self.around.title_ends)
        title = next(behind_title, start) if start < end else start
        return title if HANZI.fullmatch(self.text, title, end) else start  # 理事长|卡得尔汗·阿布力孜

    def _forth(self, start: int, dotted: bool = False) -> int:
        """Where the part behind a dot ends: before 和, 同志 or a verb; a further dot is passed."""
        end = start
        while end < len(self.text) and end - start < 16:
            index = self.sentence.index_of_start.get(end)
            word = self.words[index].text if index is not None else ""
            if word == "都" and self.text[end + 1 : end + 2] in tuple(AFTER_DU):
                end += 1  # 托合提·阿布都拉
                continue
            ends = word in grammar().roles or word in grammar().verbs or word in grammar().conjunctions
            if end > start and ends and not self._joins_nothing(index):
                break
            letters = grammar().dotted if dotted else grammar().transliteration
            if self.text[end] not in letters and not (end > start and DOT.match(self.text, end)):
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
