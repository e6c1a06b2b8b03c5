"""Whose a body is that is named by its kind or as a part: the bodies that the article, or else the page, names tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from unioncms.parsing.document import Passage
from unioncms.parsing.naming.bodies.kinds import (
    BY_KIND,
    EMPLOYER,
    OF_WORKS,
    OWN_KIND,
    PART,
    TRADE_WORKS,
    UNION_UNITS,
    UNIT,
    WORKS,
    ZONES_OF_CITIES,
    endings_for,
    kinds_of,
    owners_by_kind,
)
from unioncms.parsing.naming.wholes.whole_names import whole_name

if TYPE_CHECKING:
    from unioncms.parsing.naming.wholes.bodies import Bodies


OF_TRADE = re.compile(TRADE_WORKS)


# 公司召开 …, 我公司, 集团党委: what a page calls the house that it is of.
HOUSE = re.compile(
    r"(?:^|(?<=[，。；：、“”（ \n在我本全表向对由]))(?P<kind>集团公司|总公司|公司|集团)"
    r"(?=[召组举开领]|[工团]会|党|纪|董|总经理|第|全体|职|[一二三四五六七八九十]届|班子|副)"
)
KINDS_OF_HOUSES = {
    "集团公司": ("公司", "集团"),
    "总公司": ("公司",),
    "公司": ("公司",),
    "集团": ("集团",),
}
AUDIT, AUDIT_IN_FULL = ("经审会", "经审委"), "经费审查委员会"


class Owners:
    """Asked when everything printed is in."""

    def __init__(self, bodies: Bodies):
        self.bodies = bodies
        self._owners: dict[int | None, dict[str, str]] = {}
        self._employers: dict[int, str | None] = {}
        self._named: dict[int, dict[tuple[str, str], list[tuple[int, int, str]]]] = {}
        self._houses: dict[int, str | None] = {}
        self._ending_so: dict[tuple[int, str], list[tuple[tuple[str, int, int], str]]] = {}
        self._by_paragraph: dict[tuple, dict[tuple[str, int], list[tuple[int, str]]]] = {}

    def by_kind(self, text: str, article: int, where: Passage | None = None) -> str | None:
        """Of an article that names several of the kind the one named last before, or else the one named most."""
        found = BY_KIND.match(text)
        kind, unit = found["kind"], found["unit"] or ""
        kinds = ("公司", "集团") if kind == "集团公司" else ("公司" if kind.endswith("公司") else kind,)
        owner, last = self._owner_in(article, kinds), self._last_before(where, kinds)
        if owner and last and not owner.endswith(last) and not last.endswith(owner):
            owner = last
        if kind == "厂" and not owner:
            works = (each.text for each in self.bodies.printed[article] if OF_TRADE.match(each.text))
            owner = next((self.by_part(OF_TRADE.match(name).group(), article) for name in works), None)
        if text == "公司工会" and not owner and (union := self.bodies.unions.named(article)):
            return union
        if not owner and kind in ("公司", self.house(article)):
            owner = self.house(article)
        owner = owner or self._owner(WORKS if kind in WORKS and text != kind else kinds, article)
        if owner is None and kind in ZONES_OF_CITIES:
            owner = self._zone_of_city(kind, article)
        if text == "公司工会":
            owner = owner or self.employer(article)
        if owner is None and kind in (*ZONES_OF_CITIES, "新区") and unit:
            return text  # 新区党工委
        if owner and kind.endswith("公司") and not owner.endswith(kinds):
            owner = kinds_of(owner).get("公司", owner)  # 特钢公司炼铁厂 → 特钢公司
        return owner + unit if owner else None

    def _zone_of_city(self, zone: str, article: int) -> str | None:
        """高新区 → 西安高新区: of the city that the article speaks of."""
        cities = (each.place_at("市") for each in self.bodies.evidence[article])
        city = next(filter(None, cities), None)
        return city.removesuffix("市") + zone if city else None

    def house(self, article: int) -> str | None:
        """公司, where an article is of one that it never names: 公司召开职代会. One that is named without that word, as
        云州城投集团, is meant by it unless the article calls that 集团."""
        if article not in self._houses:
            texts = "\n".join(self._texts.get(article, ()))
            told = Counter(found["kind"] for found in HOUSE.finditer(texts))
            named = {kind for kind in told if self._owner(KINDS_OF_HOUSES[kind], article)}
            others = self._owner(WORKS, article) and not named
            open_kinds = [kind for kind, _ in told.most_common() if kind not in named]
            self._houses[article] = open_kinds[0] if open_kinds and not others else None
        return self._houses[article]

    @cached_property
    def _texts(self) -> dict[int, list[str]]:
        """Of each article."""
        texts = defaultdict(list)
        for (article, *_), text in self.bodies.nearest.texts.items():
            texts[article].append(text)
        return dict(texts)

    def by_part(self, text: str, article: int) -> str | None:
        """磨工车间 → 汐湖轴承有限公司磨工车间, 玻璃厂工会 → 岷丰市玻璃厂工会 where the article prints that works"""
        if text in UNION_UNITS:
            if text in AUDIT and any(
                each.text.endswith(AUDIT_IN_FULL) for each in self.bodies.printed[article]
            ):
                text = AUDIT_IN_FULL
            return (
                self.bodies.unions.opening(article)
                or self.bodies.unions.main(article)
                or self.by_kind("公司工会", article)
                or ""
            ) + text
        stem = UNIT.sub("", text)
        for each in self.bodies.printed[article]:
            owner = UNIT.sub("", each.text)
            if not each.is_part and owner.endswith(stem) and owner != text and len(each.text) > len(stem):
                whole = self.bodies.whole(owner, article, each.passage)
                return (whole or each.text) + text[len(stem) :]
        if BY_KIND.match(text) and (owner := self.by_kind(text, article)):
            return owner  # 企业工会
        if not OF_WORKS.search(text):
            return text
        kinds = ("学院", "大学") if text.endswith("系") else WORKS
        owner = self._owner(("法院",) if text.endswith("庭") else kinds, article)
        owner = owner or self._owner_in(article, ("段", "矿"))
        return text if owner is None or owner in text else owner + OWN_KIND.sub("", text)

    def by_tail(self, text: str, article: int, where: Passage | None) -> str | None:
        """联合工会 → 青山区工地联合工会, 援助中心 → 青山区职工法律援助中心: the body named last before of whose name it
        is the end."""
        unit = next((each for each in UNION_UNITS if text.endswith(each)), "")
        stem = text.removesuffix(unit)
        if (article, stem) not in self._ending_so:
            self._ending_so[article, stem] = sorted(
                ((each.passage.field, each.passage.block, each.passage.start), each.text)
                for each in self.bodies.printed[article]
                if each.passage and not each.is_part and each.text.endswith(stem) and each.text != stem
            )
        named = self._ending_so[article, stem]
        if not named or where is None:
            return None
        before = bisect_left(named, ((where.field, where.block, where.start), ""))
        _, owner = named[max(before - 1, 0)]
        return (self.bodies.whole(owner, article, where) or owner) + unit

    def with_party(self, article: int) -> str | None:
        """Where somebody is 党委书记 of whom no more is said: at the works or the school of the article."""
        return self.employer(article) or self._owner_in(article, (*WORKS, "矿", "校", "院", "局", "段"))

    def _owner(self, kinds: Iterable[str], article: int) -> str | None:
        """The body of such a kind that the article names most, or the only one that the page names."""
        if owner := self._owner_in(article, kinds):
            return owner
        wholes = {self._only_owner(kind) for kind in kinds} - {None}
        return wholes.pop() if len(wholes) == 1 else None

    def _owner_in(self, article: int, kinds: Iterable[str]) -> str | None:
        if article not in self._owners:
            self._owners[article] = owners_by_kind(each.text for each in self.bodies.printed[article])
        owner = next((self._owners[article][kind] for kind in kinds if kind in self._owners[article]), None)
        return self._in_full(owner, article) if owner else None

    def _in_full(self, owner: str, article: int) -> str:
        owner = whole_name(owner, self.bodies.evidence[article]) or owner
        return self.bodies.tails.get(owner, owner)

    def _last_before(self, where: Passage | None, kinds: Iterable[str]) -> str | None:
        """天河公司…，海棠公司的何小满…，公司工会|主席: of the 海棠公司."""
        if where is None:
            return None
        for kind in kinds:
            named = self._in_order(where.article).get((where.field, kind), ())
            before = bisect_left(named, (where.block, where.start))
            if before:
                return self._in_full(named[before - 1][2], where.article)
        return None

    def _in_order(self, article: int) -> dict[tuple[str, str], list[tuple[int, int, str]]]:
        """Field and kind → the bodies of that kind in order: block and start, name."""
        if article not in self._named:
            found = defaultdict(list)
            for each in self.bodies.printed[article]:
                if where := each.passage:
                    for kind, owner in kinds_of(each.full or each.text).items():
                        found[where.field, kind].append((where.block, where.start, owner))
            for inside in found.values():
                inside.sort()
            self._named[article] = found
        return self._named[article]

    def _only_owner(self, kind: str) -> str | None:
        """The one body of a kind on the whole page, whatever its articles call it."""
        if None not in self._owners:
            found: dict[str, set[str]] = defaultdict(set)
            for article in list(self.bodies.printed):
                for of, name in owners_by_kind(each.text for each in self.bodies.printed[article]).items():
                    found[of].add(whole_name(name, self.bodies.evidence[article]) or name)
            self._owners[None] = {of: names.pop() for of, names in found.items() if len(names) == 1}
        return self._owners[None].get(kind)

    def of_title(self, title: str, article: int, passage: Passage | None) -> str | None:
        """Of which body a bare 厂长 or 校长 is: of the only one of that kind that the article names, or of the one
        named last before it in its paragraph."""
        if not (endings := endings_for(title)):
            return None
        by_paragraph = self._of_kind(article, endings)
        wholes = {whole for inside in by_paragraph.values() for _, whole in inside}
        house = self.house(article) if len(wholes) < 2 else None
        if house and house.endswith(endings):
            return house
        if len(wholes) < 2:
            return wholes.pop() if wholes else None
        inside = by_paragraph.get((passage.field, passage.block), ()) if passage else ()
        before = [whole for end, whole in inside if passage and end <= passage.start]
        return before[-1] if before else None

    def _of_kind(
        self, article: int, endings: tuple[str, ...]
    ) -> dict[tuple[str, int], list[tuple[int, str]]]:
        """Paragraph → bodies of a kind, and where each ends."""
        key = (article, endings)
        if key not in self._by_paragraph:
            found = defaultdict(list)
            for each in self.bodies.printed[article]:
                if whole := self._stem_of_kind(each.text, article, endings):
                    where = each.passage
                    found[(where.field, where.block) if where else ("", 0)].append(
                        (where.end if where else 0, whole)
                    )
            self._by_paragraph[key] = found
        return self._by_paragraph[key]

    def _stem_of_kind(self, text: str, article: int, endings: tuple[str, ...]) -> str | None:
        if "工会" in endings and text.endswith(endings):
            return self.bodies.whole(text, article)
        stem = UNIT.sub("", text)
        if not stem.endswith(endings) or PART.match(stem):
            return None
        return self.bodies.whole(stem, article)

    def employer(self, article: int) -> str | None:
        """The only company, works or station that the article names: there its drivers and foremen work."""
        if article not in self._employers:
            stems = {
                UNIT.sub("", each.text)
                for each in self.bodies.printed[article]
                if not BY_KIND.match(each.text)
            }
            names = {
                self.bodies.whole(stem, article) for stem in stems if EMPLOYER.search(stem) and len(stem) > 2
            }
            self._employers[article] = names.pop() if len(names) == 1 else None
        return self._employers[article]
