"""The listed divisions of China: provinces, cities, counties, and which of them lies in which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from unioncms import words
from unioncms.parsing.lexicon import load
from unioncms.parsing.patterns import WordList
from unioncms.parsing.shapes import LEVELS

MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
NEVER_IN_PLACES = frozenset(
    "的了是在不我你他她它们这那和与及或全本该各某两每从到向对由于为把被将等并有个名家次年月日会系"
)
LEVELS_BY_OPENING = {level[0]: level for level in LEVELS}
PREFECTURE = "地区"
LONGEST_ABOVE = 12  # characters of a province or prefecture
SHORTENED = re.compile(r"(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$")
# 循化|撒拉族|自治县, which is printed as 循化县 or 循化自治县.
OF_PEOPLES = re.compile(
    r"(?<=..)(?:(?:哈萨克|柯尔克孜|达斡尔|维吾尔|塔吉克|蒙古|撒拉|保安|裕固|土家|布依|仡佬|拉祜|布朗|哈尼|傈僳|独龙|纳西|普米|景颇|仫佬|毛南"
    r"|朝鲜|东乡|锡伯|[藏回满土苗侗瑶壮畲黎彝羌白傣佤怒水各])族?)+自治[县州]$"
)


@dataclass(frozen=True, slots=True)
class Area:
    name: str  # 衡阳市
    level: str  # 省, 市, 区, 县 …
    parents: tuple[str, ...]  # 湖南省


@lru_cache(4096)
def level_of(name: str) -> str:
    """衡阳市 → 市, 广西壮族自治区 → 省"""
    if name.endswith(("自治区", "特别行政区")):
        return "省"
    return next((level for level in LEVELS if name.endswith(level)), "")


def _divisions() -> tuple[str, ...]:
    return (*load("areas"), *load("districts_former"))


def shortened(name: str) -> tuple[str, ...]:
    """循化撒拉族自治县 → 循化县, 循化自治县; 大理白族自治州 → 大理州"""
    if OF_PEOPLES.search(name) is None:
        return ()
    if name.endswith("州"):
        return (OF_PEOPLES.sub("州", name),)
    return OF_PEOPLES.sub("县", name), OF_PEOPLES.sub("自治县", name)


@cache
def in_full() -> dict[str, str]:
    """循化县 → 循化撒拉族自治县"""
    return {short: name for name in areas() for short in shortened(name) if name.endswith("县")}


def opening_short(text: str) -> Iterator[tuple[str, str]]:
    """循化县政协 → 循化县, 循化撒拉族自治县"""
    for short in names_opening(text[:2]):
        if short in in_full() and text.startswith(short):
            yield short, in_full()[short]


@cache
def areas() -> dict[str, Area]:
    """Every listed division by its whole name; of several counties of one name none."""
    found: dict[str, set[Area]] = {}

    def add(name: str, *parents: str) -> None:
        found.setdefault(name, set()).add(Area(name, level_of(name), parents))

    for line in _divisions():
        province, *below = line.split()
        add(province)
        if province in MUNICIPALITIES or not below:
            above = (province,)
        else:
            above = (below[0], province)
            add(below.pop(0), province)
        for county in below:
            add(county, *above)
            for short in shortened(county):
                add(short, *above)
    return {name: next(iter(options)) for name, options in found.items() if len(options) == 1}


@cache
def short_names() -> dict[str, Area]:
    """衡阳 → 衡阳市; provinces and prefectures only, whose short names are seldom anything else."""
    return {
        SHORTENED.sub("", area.name): area
        for area in areas().values()
        if len(area.parents) < 2 and area.level in "省市"
    }


@cache
def place_names() -> frozenset[str]:
    """Provinces, cities and countries by their short names."""
    return frozenset((*short_names(), *load("countries")))


@cache
def longer_names() -> dict[str, tuple[str, ...]]:
    """马潭区 → 龙马潭区: the last three characters of those divisions that have more."""
    found: dict[str, list[str]] = {}
    for name in areas():
        if len(name) > 3:
            found.setdefault(name[-3:], []).append(name)
    return {end: tuple(names) for end, names in found.items()}


@cache
def county_names() -> frozenset[str]:
    """赤水, 合浦: counties and cities without their level, of two characters, for what else can be told by."""
    areas_below = (area for area in areas().values() if area.parents)
    return frozenset(area.name[:2] for area in areas_below if len(area.name) == 3)


@cache
def listed_names() -> WordList:
    return WordList((*areas(), *short_names()))


@cache
def _names() -> dict[str, frozenset[str]]:
    """All names of the list, those that several places share too, by their first two characters."""
    found: dict[str, set[str]] = {}
    for name in (*" ".join(_divisions()).split(), *cities_with(), *in_full()):
        found.setdefault(name[:2], set()).add(name)
    return {opening: frozenset(names) for opening, names in found.items()}


def names_opening(pair: str) -> frozenset[str]:
    """The places of the list whose names begin with two characters, those that several places share too."""
    return _names().get(pair, frozenset())


def opens_with_place(text: str) -> bool:
    """镇江市总工会, 镇江公交, 市北区总工会: what looks like a level is of the place's name."""
    return text[:2] in short_names() or text.startswith(tuple(names_opening(text[:2])))


def opening_level(text: str) -> str:
    """市总工会 → 市; "" where no level opens it."""
    level = LEVELS_BY_OPENING.get(text[:1], "")
    return level if text.startswith(level) and not opens_with_place(text) else ""


@cache
def _with_counties() -> frozenset[str]:
    """Provinces and prefectures whose counties the list has; a province only where it has those of each prefecture."""
    lines = [line.split() for line in load("areas")]
    lines = [line for line in lines if line[0] not in MUNICIPALITIES]
    bare = {line[0] for line in lines if len(line) < 3}
    prefectures = {line[1] for line in lines if any(each.endswith("县") for each in line[2:])}
    return frozenset(prefectures | {line[0] for line in lines} - bare)


def find_unknown_counties(text: str) -> Iterator[tuple[int, int]]:
    """Counties right after the place they lie in that the list does not have: 衡阳市|未阳县, but not 湖南省|贫困县.

    A name that the list has under another level, or that the dictionary knows as a place or a word, is let go.
    """
    at = text.find("县")
    while at >= 0:
        for length in (2, 3):
            base = text[max(at - length, 0) : at]
            above = text[max(at - length - LONGEST_ABOVE, 0) : at - length]
            if len(base) == length and any(above[at:] in _with_counties() for at in range(len(above))):
                if _is_unknown(base):
                    yield at - length, at + 1
                break
        at = text.find("县", at + 1)


def _is_unknown(base: str) -> bool:
    if NEVER_IN_PLACES & set(base) or any(level in base for level in LEVELS):
        return False
    if any(name.startswith(base) for name in names_opening(base[:2])):
        return False
    tagged = words.tag(f"{base}县")
    return len(tagged) > 1 and is_no_ordinary_word(f"{base}县", base)


@cache
def cities_with() -> dict[str, frozenset[str]]:
    """District → the cities that have one of that name: 鼓楼区 → 南京市, 徐州市, 福州市, 开封市."""
    found: dict[str, set[str]] = {}
    for line in load("districts_shared"):
        name, *cities = line.split()
        found[name] = set(cities)
    for line in _divisions():
        province, *below = line.split()
        city = province if province in MUNICIPALITIES else next(iter(below), "")
        for name in below:
            if name.endswith("区") and not name.endswith("特区") and name != city:
                found.setdefault(name, set()).add(city)
    return {name: frozenset(cities) for name, cities in found.items()}


def is_no_ordinary_word(name: str, base: str) -> bool:
    tagged = words.tag(name)
    if len(tagged) == 1:
        return tagged[0][1] == "ns"
    if base[1] == "州" and tagged[0][0] == base[0]:
        return True  # 砚|州市: the dictionary has 州市 as a word, and most places in 州 are of two characters
    if tagged[0][0] == base:
        return tagged[0][1] in ("ns", "nz", "nr", "nrt", "x", "f", "zg")
    return all(len(word) == 1 for word, _ in tagged if word not in LEVELS)
