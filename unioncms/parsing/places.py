"""Places: the administrative divisions of China, and which of them an article speaks from."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.patterns import words_pattern

LEVEL_OF_ENDING = {
    "省": "省",
    "市": "市",
    "区": "区",
    "县": "县",
    "州": "州",
    "盟": "盟",
    "旗": "旗",
    "镇": "镇",
    "乡": "乡",
}
MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
# 云州市总工会, 青石镇政府: a place nobody lists, told by what follows it.
PRINTED = re.compile(
    r"([\u3400-\u9fff]{2,4}?(?:自治区|自治州|自治县|街道|[省市区县州盟旗镇乡]))"
    r"(?=总工会|工会|委员会|委|人民政府|政府|人大|政协|[^\u3400-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Area:
    name: str  # 衡阳市
    level: str  # 省, 市, 区, 县 …
    parents: tuple[str, ...]  # 湖南省


@cache
def areas() -> dict[str, Area]:
    """Every listed division by its whole name; of several counties of one name none."""
    found: dict[str, list[Area]] = {}
    for line in load("areas"):
        province, *rest = line.split()
        _add(found, province, ())
        prefecture, counties = (rest[0], rest[1:]) if province not in MUNICIPALITIES else (None, rest)
        if prefecture:
            _add(found, prefecture, (province,))
        for county in counties:
            _add(found, county, (prefecture, province) if prefecture else (province,))
    return {name: options[0] for name, options in found.items() if len(options) == 1}


def _add(found: dict[str, list[Area]], name: str, parents: tuple[str, ...]) -> None:
    area = Area(name, level_of(name), parents)
    options = found.setdefault(name, [])
    if area not in options:
        options.append(area)


def level_of(name: str) -> str:
    if name.endswith("自治区"):
        return "省"
    if name.endswith("街道"):
        return "街道"
    return LEVEL_OF_ENDING.get(name[-1:], "")


@cache
def by_short_name() -> dict[str, Area]:
    """衡阳 → 衡阳市; provinces and prefectures only, whose short names are seldom anything else."""
    short = {}
    for name, area in areas().items():
        if area.level == "省" or (area.level == "市" and len(area.parents) == 1):
            base = re.sub(r"(?:壮族|回族|维吾尔)?自治区$|[省市]$", "", name)
            short.setdefault(base, area)
    return short


@cache
def _known() -> re.Pattern:
    return re.compile(words_pattern([*areas(), *by_short_name()]))


def weigh_places(text: str) -> Counter:
    """Whole names of the places in a text, each with its weight: a union or committee of a place weighs most."""
    weights: Counter = Counter()
    for found in _known().finditer(text):
        name = found.group()
        area = areas().get(name) or by_short_name()[name]
        weights[area.name] += 3 if text.startswith(("总工会", "市总", "区总", "县总"), found.end()) else 1
    for found in PRINTED.finditer(text):
        if found.group(1) not in areas():
            weights[found.group(1)] += 1
    return weights


def place_at(level: str, weights: Iterable[Counter]) -> str | None:
    """The place of a level, from the first evidence that has one: counts of the article, then of the page.

    A lower place speaks for those above it: 无锡市 for 江苏省.
    """
    for counts in weights:
        votes: Counter = Counter()
        for name, weight in counts.items():
            area = areas().get(name)
            for candidate in (name, *(area.parents if area else ())):
                if level_of(candidate) == level or (level == "市" and candidate in MUNICIPALITIES):
                    votes[candidate] += weight
        if votes:
            return votes.most_common(1)[0][0]
    return None
