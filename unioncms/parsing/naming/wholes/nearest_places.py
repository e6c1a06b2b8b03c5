"""Whose 县总工会 a round-up speaks of: of the county whose body its paragraph names last before."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from operator import itemgetter

from unioncms.parsing.document import Passage
from unioncms.parsing.naming.places.areas import opening_level, opens_with_place
from unioncms.parsing.naming.places.evidence import Evidence
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.naming.wholes.printed import Printed

# A search skips to the characters of a class, not to those of several alternatives.
LEVEL = re.compile("[自地街省市区县州盟旗镇乡](?:(?<=自)治区|(?<=地)区|(?<=街)道|(?<![自地街]))")
OTHER_HEAD = re.compile(r"^(?:中共|共青团|国网|中国?移动|中国?联通|中国?电信|.{0,6}(?:银行|公司|集团|保险))")
LONGEST = 14  # characters of a place with those above it
LEAST = 2  # characters of a place


COUNTIES = ("区", "县", "旗")
TOWNS = ("镇", "乡", "街道", "社区", "村")
# 今年春节前，|小陶镇|一家竹制品厂: towns are on no list, so what stands before the name must part it.
TOWN = re.compile(
    r"(?:^|(?<=[，。、；：“（\s在到赴从向由与和及把为请任省市区县州旗镇乡道]))"
    r"(?P<name>(?!乡村|农村|山村|渔村|街道)(?:(?!当选|[的了是在到赴从向由与和及把为请任各全本该每某几两市区县乡镇])[\u3400-\u9fff]){2,5}?"
    r"(?P<level>镇|乡|街道|社区|(?<!农)村))(?![级村上里民政企亲])"
)
Paragraph = tuple[str, int]  # field and block


class NearestPlaces:
    """Asked when everything printed is in."""

    def __init__(self, printed: dict[int, list[Printed]], places: Places):
        self.printed, self.places = printed, places
        self.page: Evidence | None = None  # of which places the page speaks
        self._own: dict[int, str] = {}  # article → its 市, where that is none of those it names
        self.texts: dict[tuple[int, str, int], str] = {}  # article, field and block → what is printed there
        self._named: dict[int, dict[str, dict[Paragraph, list[tuple[int, str, str]]]]] = {}
        self._only: dict[int, tuple[str, tuple[str, int, int]] | None] = {}
        self._has_several: dict[tuple[int, str], bool] = {}
        self._told_in: dict[tuple[tuple[int, str, int], str], list[tuple[int, str]]] = {}

    def place_for(self, text: str, article: int, where: Passage | None) -> str:
        """For 县总工会 in an article that names bodies of several counties the county named last before in the
        paragraph; "" where the article decides."""
        level = opening_level(text) if where is not None else ""
        if not level:
            return ""
        named = self._places(article).get(level)
        if not named:
            return self._told_before(level, where)
        if level == "市" and (own := self._own_city(article)):
            return own
        # 汨罗市总工会…，市总工会主席: the same body again
        own = "" if self._several(article, level) else text[len(level) :][:LEAST]
        inside = named.get((where.field, where.block), [])
        before = (inside[at] for at in range(bisect_left(inside, (where.start,)) - 1, -1, -1))
        nearest = next((place for _, place, rest in before if rest.startswith(own)), "")
        if not nearest and level == "市":
            nearest = self._only_city(article, where)
        return nearest or self._told_before(level, where)

    def _is_bare_first(self, article: int, kind: str, city: str) -> bool:
        """Whether 市总 or 市委 stands before any 总工会 or 委 of a city is named, none of which is that of the page."""
        named = {
            (block, start): place
            for (field, block), inside in self._places(article)["市"].items()
            for start, place, rest in inside
            if field == "body" and rest.startswith(kind)
        }
        bare = (
            (each.passage.block, each.passage.start)
            for each in self.printed[article]
            if each.text.startswith(f"市{kind}") and each.passage and each.passage.field == "body"
        )
        first = min(bare, default=None)
        return bool(first and named) and first < min(named) and city not in named.values()

    def _only_city(self, article: int, where: Passage) -> str:
        """沁阳市总工会…，|市环卫中心|的汇报: the one city whose bodies the article names, from where its union is."""
        if article not in self._only:
            named = self._places(article)["市"]
            every = {place for inside in named.values() for _, place, _ in inside}
            unions = [
                (field, block, start)
                for (field, block), inside in named.items()
                for start, _, rest in inside
                if rest.startswith(("总", "工会"))
            ]
            self._only[article] = (every.pop(), min(unions)) if len(every) == 1 and unions else None
        city, (field, block, start) = self._only[article] or ("", ("", 0, 0))
        is_behind = field == where.field and (block, start) < (where.block, where.start)
        return city if is_behind else ""

    def _own_city(self, article: int) -> str:
        """由市总工会主办，枝江市总工会承办: what is called 市总工会 before any is named is of the city of the page."""
        if article not in self._own:
            city = self.page.place_at("市") if self.page else None
            is_first = city and any(self._is_bare_first(article, kind, city) for kind in ("总", "委"))
            self._own[article] = city if is_first else ""
        return self._own[article]

    def _told_before(self, level: str, where: Passage) -> str:
        """麦积区伯阳镇的竹编艺人…，|区总工会|主席: the place of the level that the paragraph names last before."""
        if level in TOWNS:
            return self._town_before(level, where)
        if level not in COUNTIES:
            return ""
        told = self._told((where.article, where.field, where.block), level)
        before = bisect_right(told, where.start, key=itemgetter(0))
        return told[before - 1][1] if before else ""

    def settlement_for(self, kind: str, where: Passage | None) -> str:
        """新桥社区有三百名骑手…，|社区工会联合会: the 街道, 社区 or 村 that the article names last before."""
        return self._town_before(kind, where) if where is not None and kind in TOWNS else ""

    def _town_before(self, level: str, where: Passage) -> str:
        """小陶镇一家竹制品厂欠薪，|镇联合工会|主席: the town that the paragraph or the nearest one above it names."""
        towns = self._towns.get((where.article, where.field, level), [])
        before = bisect_right(towns, (where.block, where.start), key=itemgetter(0))
        if not before:
            return ""
        (block, _), start, name = towns[before - 1]
        if where.field != "body" and block != where.block:
            return ""
        return self._with_county(self.texts[where.article, where.field, block], start) + name

    @cached_property
    def _towns(self) -> dict[tuple[int, str, str], list[tuple[tuple[int, int], int, str]]]:
        """Article, field and level → the towns named there in order: block and end, start, name."""
        found = defaultdict(list)
        for (article, field, block), text in sorted(self.texts.items()):
            for town in TOWN.finditer(text):
                place = ((block, town.end()), town.start(), town["name"])
                found[article, field, town["level"]].append(place)
        return found

    def _with_county(self, text: str, end: int) -> str:
        """句容市 before 茅山镇"""
        sizes = (size for size in range(6, 2, -1) if text[end - size : end] in self.places.names)
        county = next((text[end - size : end] for size in sizes), "")
        return county if county.endswith(("市", "县", "旗")) else ""

    def _told(self, paragraph: tuple[int, str, int], level: str) -> list[tuple[int, str]]:
        """The places of the level in a paragraph, each with where it ends, in order."""
        if (paragraph, level) not in self._told_in:
            found = self.places.finder.find(self.texts.get(paragraph, ""))
            self._told_in[paragraph, level] = [
                (at + len(name), name) for at, name in found if name.endswith(level)
            ]
        return self._told_in[paragraph, level]

    def only_place(self, text: str, article: int) -> str:
        """For 区总 the one district of whose 总工会 the article speaks."""
        level = opening_level(text)
        if not level or not text.startswith("总", len(level)):
            return ""
        named = self._places(article).get(level, {}).values()
        places = {place for inside in named for _, place, rest in inside if rest.startswith("总")}
        return places.pop() if len(places) == 1 else ""

    def _several(self, article: int, level: str) -> bool:
        key = (article, level)
        if key not in self._has_several:
            named = self._places(article)[level].values()
            self._has_several[key] = len({place for inside in named for _, place, _ in inside}) > 1
        return self._has_several[key]

    def _places(self, article: int) -> dict[str, dict[Paragraph, list[tuple[int, str, str]]]]:
        """Level → paragraph → places whose bodies it prints with their names, and where, in order."""
        if article not in self._named:
            found = defaultdict(lambda: defaultdict(list))
            for each in self.printed[article]:
                if each.passage is None:
                    continue
                where = (each.passage.field, each.passage.block)
                for level in LEVEL.finditer(each.text, LEAST, LONGEST):
                    if opens_with_place(each.text[level.start() :]):
                        continue  # 青岛市|市北区总工会
                    place = OTHER_HEAD.sub("", each.text[: level.end()])
                    rest = each.text[level.end() :]
                    found[level.group()][where].append((each.passage.start, place, rest))
            for inside in (each for named in found.values() for each in named.values()):
                inside.sort()
            self._named[article] = found
        return self._named[article]
