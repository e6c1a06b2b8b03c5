"""What may stand at the head of a body's name: a lone odd character, a place a few words before, a group.

浣|石二建公司, 福建|岩上春茶业有限公司, 国网|赣州供电公司: the dictionary parts them from the name, or knows them not.
"""

import re
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places import Places, short_names

# What stands between a place and the ending of a company is no grammar.
NEVER_IN_COMPANIES = frozenset("的了是在和与及到向对由为把被将会请去来")
# 中铁十九局|漳武高速A3|项目部: builders are called by a number, their sites by anything.
BUILDER = re.compile(
    r"(?:中铁|中建|中交|中冶|中核|中水|水电|电建|中国水电|中国电建|中国铁建|中煤|中化)(?:第?[一二三四五六七八九十]{1,3})?[局航院公冶]?[A-Za-z0-9\u3400-\u9fff·]{2,16}$"
)
SITE = re.compile(
    r"(?:^|(?<=[，。、；：“（\n 在到由对了为向是和与及]))"
    r"(?P<name>(?:(?![，。、；：在到由对了为向的])[A-Za-z0-9\u3400-\u9fff]){2,12}(?:大桥|高速|铁路|公路|隧道|工程|标段|枢纽|地铁|机场|水库|电站))$"
)
HANZI = re.compile(r"[\u3400-\u9fff]+")
TOWN_LEVELS = ("镇", "乡", "道")
ODD_TAGS = ("zg", "vg", "ng", "ag", "tg", "j", "g", "x")


@cache
def _groups() -> tuple[str, ...]:
    return load("organisation_groups")


class Heads:
    """The heads of names in one sentence."""

    def __init__(self, sentence: Sentence, places: Places):
        self.sentence, self.places = sentence, places
        self.words, self.text = sentence.words, sentence.text

    def is_named_works(self, left: int, first: int, ending: str) -> bool:
        """红杏|针织厂: one word before what a works makes is its name, behind a mark."""
        word = self.words[left]
        return (
            len(ending) > 2
            and ending[-1] == "厂"
            and left == first - 1
            and len(word.text) == 2
            and word.tag[:1] == "n"
            and (not left or self.words[left - 1].text in "，、。；：（“的和与在")
        )

    def builder(self, end: int) -> int | None:
        """中铁十九局漳武高速A3|项目部: where the builder of a site begins, whatever the site is called."""
        found = BUILDER.search(self.text, max(0, end - 24), end)
        is_whole = found and found.start() in self.sentence.index_of_start
        return found.start() if is_whole and NEVER_IN_COMPANIES.isdisjoint(found.group()) else None

    def site(self, end: int) -> int | None:
        """官塘大桥|项目部: what is built there, behind a mark or a verb."""
        found = SITE.search(self.text, max(0, end - 18), end)
        return found.start("name") if found else None

    def with_group(self, start: int) -> int:
        """国网|赣州供电公司: the group whose body of a place it is."""
        group = next((each for each in _groups() if self.text.endswith(each, 0, start)), "")
        return start - len(group)

    def place_ending(self, end: int) -> int | None:
        """后溪镇|党委: where a place of the page begins that ends here, whatever the dictionary makes of it."""
        if self.text[end - 1 : end] not in TOWN_LEVELS:
            return None
        names = self.places.names
        return next(
            (end - size for size in (5, 4, 3) if size <= end and self.text[end - size : end] in names), None
        )

    def with_head(self, index: int) -> int:
        """浣|石二建公司, 韩|北镇工会联合会: a lone character that the dictionary makes nothing of, behind a mark."""
        if index:
            before = self.words[index - 1]
            is_odd = len(before.text) == 1 and before.tag in ODD_TAGS and "\u3400" <= before.text <= "\u9fff"
            if is_odd and (before.start == 0 or self.text[before.start - 1] in "，、。；：（“的\n "):
                return before.start
        return self.words[index].start

    def odd_head(self, first: int) -> int | None:
        """钼都|医院: lone characters behind a mark, the first of which stands nowhere else."""
        index = first
        while index and first - index < 3 and HANZI.fullmatch(self.words[index - 1].text):
            if len(self.words[index - 1].text) > 1:
                return None
            index -= 1
        start = self.words[index].start
        is_apart = start == 0 or self.text[start - 1] in "，、。；：（“"
        return start if first - index > 1 and is_apart and self.words[index].tag in ODD_TAGS else None

    def place_of_company(self, start: int) -> int:
        """福建|岩上春茶业有限公司: from the place that stands a few characters before, whatever lies between."""
        for at in range(start - 2, max(-1, start - 8), -1):
            name = self.text[at:start]
            if not HANZI.fullmatch(name) or not NEVER_IN_COMPANIES.isdisjoint(name):
                break
            if at in self.sentence.index_of_start and (
                name[:2] in short_names() or self._known_place(at, start)
            ):
                return at
        return start

    def _known_place(self, at: int, end: int) -> bool:
        return any(self.text[at:stop] in self.places.names for stop in range(at + 2, min(at + 5, end)))
