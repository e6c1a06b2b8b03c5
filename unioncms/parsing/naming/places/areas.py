"""Places: the listed divisions of China, those a page alone tells of, and the place an article speaks from."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add

from unioncms import words
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.places.governed import find_governed
from unioncms.parsing.patterns import WordList
from unioncms.parsing.shapes import LEVELS

MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
# 云州市总工会, 青石镇: two characters and a level, told from 全市 and 社区 by the dictionary.
LEVEL = re.compile("街道|[省市区县州旗镇]")
TWO_HANZI = re.compile(r"[\u3400-\u9fff]{2}")
MANY_PAIRS = 64  # from here on one reading of the whole text is cheaper than one a pair
NEVER_IN_PLACES = frozenset(
    "的了是在不我你他她它们这那和与及或全本该各某两每从到向对由于为把被将等并有个名家次年月日会系"
)
# 澜山工人报, 汐湖日报: a paper is called after its place.
PAPER = re.compile(
    r"([\u3400-\u9fff]{2})(?:市|县)?(?:日报|晚报|工人报|工人日报|晨报|早报|时报|新闻网|广播电视台)$"
)
ADDRESS = re.compile(r"[\u3400-\u9fff]{1,6}[路街巷道]\d")
PREFECTURE = "地区"
LONGEST_ABOVE = 12  # characters of a province or prefecture
SHORTENED = re.compile(r"(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$")
# 循化|撒拉族|自治县, which is printed as 循化县.
OF_PEOPLES = re.compile(
    r"(?<=..)(?:(?:哈萨克|达斡尔|维吾尔|塔吉克|蒙古|撒拉|保安|裕固|土家|布依|仡佬|拉祜|布朗|哈尼|傈僳|独龙|纳西|普米|景颇|仫佬|毛南"
    r"|朝鲜|东乡|[藏回满土苗侗瑶壮畲黎彝羌白傣佤怒水各])族)+自治县$"
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
            if OF_PEOPLES.search(county):
                add(OF_PEOPLES.sub("县", county), *above)
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
def county_names() -> frozenset[str]:
    """赤水, 合浦: counties and cities without their level, of two characters, for what else can be told by."""
    areas_below = (area for area in areas().values() if area.parents)
    return frozenset(area.name[:2] for area in areas_below if len(area.name) == 3)


@cache
def _listed() -> WordList:
    return WordList((*areas(), *short_names()))


@cache
def _names() -> dict[str, frozenset[str]]:
    """All names of the list, those that several places share too, by their first two characters."""
    found: dict[str, set[str]] = {}
    for line in _divisions():
        for name in line.split():
            found.setdefault(name[:2], set()).add(name)
    return {opening: frozenset(names) for opening, names in found.items()}


def names_opening(pair: str) -> frozenset[str]:
    """The places of the list whose names begin with two characters, those that several places share too."""
    return _names().get(pair, frozenset())


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


# 市总工会党员到|云州市|走访: that city is another than theirs.
VISITED = ("赴", "到", "往")


class Places:
    """The places of a page: those that are listed, and those it prints itself often enough to be one."""

    def __init__(self, context: str, publication: str | None = None):
        self.governed = {name for name in find_governed(context) if name not in areas()}
        self.local = _find_local(context) | self.governed | _short_prefectures(context)
        self.local |= _former_prefectures(context)
        found = list(_listed().find(context))
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
        return self._cities_beside.get(district) or _cities().get(district, frozenset()) & self._cities

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
def _cities() -> dict[str, frozenset[str]]:
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


@cache
def _autonomous() -> tuple[str, ...]:
    return tuple(f"{name[:2]}州" for name in areas() if name.endswith("自治州"))


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
        if TWO_HANZI.match(name) and name not in areas() and NEVER_IN_PLACES.isdisjoint(name[:2])
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


def is_no_ordinary_word(name: str, base: str) -> bool:
    tagged = words.tag(name)
    if len(tagged) == 1:
        return tagged[0][1] == "ns"
    if base[1] == "州" and tagged[0][0] == base[0]:
        return True  # 砚|州市: the dictionary has 州市 as a word, and most places in 州 are of two characters
    if tagged[0][0] == base:
        return tagged[0][1] in ("ns", "nz", "nr", "nrt", "x", "f", "zg")
    return all(len(word) == 1 for word, _ in tagged if word not in LEVELS)
