"""The places of a page: those that are listed, and those that the page alone tells of."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from operator import add

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.places.areas import (
    NEVER_IN_PLACES,
    PREFECTURE,
    areas,
    cities_with,
    is_no_ordinary_word,
    level_of,
    listed_names,
    longer_names,
    short_names,
    shortened,
)
from unioncms.parsing.naming.places.governed import find_governed
from unioncms.parsing.patterns import WordList

# 云州市总工会, 青石镇: two characters and a level, told from 全市 and 社区 by the dictionary.
# A search skips to the characters of a class, not to those of several alternatives.
LEVEL = re.compile("[街省市区县州旗镇](?:(?<=街)道|(?<!街))")
TWO_HANZI = re.compile(r"[\u3400-\u9fff]{2}")
MANY_PAIRS = 64  # from here on one reading of the whole text is cheaper than one a pair
# 澜山工人报, 汐湖日报: a paper is called after its place.
PAPER = re.compile(
    r"([\u3400-\u9fff]{2})(?:市|县)?(?:日报|晚报|工人报|工人日报|晨报|早报|时报|新闻网|广播电视台)$"
)
ADDRESS = re.compile(r"[\u3400-\u9fff]{1,6}[路街巷道]\d")
# 市总工会党员到|云州市|走访: that city is another than theirs.
VISITED = ("赴", "到", "往")
NOWHERE: frozenset[str] = frozenset()


class Places:
    """The places of a page: those that are listed, and those it prints itself often enough to be one."""

    def __init__(self, context: str, publication: str | None = None):
        self.governed = {name for name in find_governed(context) if name not in areas()}
        self.local = _find_local(context) | self.governed | _short_prefectures(context)
        self.local |= _former_prefectures(context)
        found = list(listed_names().find(context))
        listed = {name for _, name in found}
        self._cities_beside = _districts_below_cities(found, context)
        paper = PAPER.match(publication or "")
        if (
            paper
            and paper.group(1) not in short_names()
            and not any(name.startswith(paper.group(1)) for name in self.local)
            and not any(level_of(name) == "市" for name in listed if name in areas())
        ):
            self.local.add(f"{paper.group(1)}市")
        printed = {name for name in listed if name in areas()} | self.local
        self.has_prefecture = any(name.endswith(PREFECTURE) for name in printed)
        self.bases = {name[: -len(level_of(name))]: name for name in sorted(printed) if len(name) > 2}
        self.names = frozenset((*listed, *self.local, *self.bases))
        self.finder = WordList(self.names)
        self.printed = list(self.finder.find(context))  # where the page prints them
        self._cities = {self.whole(name) for name in listed | self.local if level_of(name) != "区"}

    def whole(self, printed: str) -> str:
        """衡阳 → 衡阳市, 澜山 → 澜山市"""
        if printed in areas() or printed in self.local:
            return printed
        area = short_names().get(printed)
        return area.name if area else self.bases.get(printed, printed)

    def cities_of(self, district: str) -> set[str] | frozenset[str]:
        """The cities that the page prints the district with, 大同市|云冈区, else those it names that have one."""
        if beside := self._cities_beside.get(district):
            return beside
        cities = cities_with().get(district)
        return cities & self._cities if cities else NOWHERE

    def weigh(self, text: str) -> Counter:
        """Whole names of the places in a text, with how often each stands there."""
        found = self.finder.find(text)
        return self._counted(
            (at, name)
            for at, name in found
            if not text.startswith("杯", at + len(name))  # “安康杯”竞赛 is held everywhere
            and not (name.endswith("市") and text.endswith(VISITED, 0, at))
        )

    def weigh_page(self) -> Counter:
        return self._counted(self.printed)

    def _counted(self, found: Iterable[tuple[int, str]]) -> Counter:
        return Counter([self.whole(name) for _, name in found])


def _districts_below_cities(found: Iterable[tuple[int, str]], context: str) -> dict[str, set[str]]:
    """District → the cities that stand right before it somewhere, but in an address: 大同市|云冈区."""
    cities: dict[str, set[str]] = {}
    city, reach = "", -1
    for start, name in found:
        if start == reach and level_of(name) == "区" and not ADDRESS.match(context, start + len(name)):
            cities.setdefault(name, set()).add(city)
        city, reach = (name, start + len(name)) if level_of(name) == "市" else ("", -1)
    return cities


@cache
def _autonomous() -> tuple[str, ...]:
    return tuple(short for name in areas() if name.endswith("自治州") for short in shortened(name))


def _short_prefectures(context: str) -> set[str]:
    """甘孜州, where a page calls the 甘孜藏族自治州 so."""
    return {name for name in _autonomous() if name in context}


@cache
def _called_prefectures() -> frozenset[str]:
    return frozenset(name for line in load("prefectures_former") for name in line.split())


def _former_prefectures(context: str) -> set[str]:
    """榆林地区, which is a city now."""
    found = set()
    at = context.find(PREFECTURE)
    while at >= 0:
        found |= {context[at - size : at] for size in (2, 3) if at >= size} & _called_prefectures()
        at = context.find(PREFECTURE, at + 2)
    return {name + PREFECTURE for name in found}


def _find_local(context: str) -> set[str]:
    """Unlisted places that stand in the text twice or more with their level: 汐湖市, but not 全市, 社区 or 城市."""
    levels = (level.span() for level in LEVEL.finditer(context, 2))
    counts = {
        name: count
        for name, count in Counter(context[start - 2 : end] for start, end in levels).items()
        if TWO_HANZI.match(name)
        and name not in areas()
        and NEVER_IN_PLACES.isdisjoint(name[:2])
        and name[1] != name[2]  # 泸县|县城
        and not any(longer in context for longer in longer_names().get(name, ()))
    }
    alone = _pair_counts(context, {name[:2] for name, count in counts.items() if count < 2})
    return {
        name
        for name, count in counts.items()
        if (count >= 2 or alone[name[:2]] >= 3 or _is_former_county(name))
        and is_no_ordinary_word(name, name[:2])
    }


def _is_former_county(name: str) -> bool:
    """太谷县, of which the list has the district that it became."""
    return name.endswith("县") and any(name[:-1] + level in areas() for level in "区市")


def _pair_counts(context: str, pairs: set[str]) -> dict[str, int]:
    """How often each pair of characters stands in a text, which is read once where the pairs are many."""
    if len(pairs) < MANY_PAIRS:
        return {pair: context.count(pair) for pair in pairs}
    return Counter(filter(pairs.__contains__, map(add, context, context[1:])))
