"""The bodies of a document: what its sentences print, made whole and one each.

市总工会 becomes 衡阳市总工会 by the place of its article, 锡山区总工会 joins 无锡市锡山区总工会 where the
page prints that, 公司工会 takes the company that was named, 港务集团 is 汐湖港务集团有限公司. A short form
whose place is open keeps its printed words.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from unioncms.parsing.document import Organisation, Passage
from unioncms.parsing.naming.bodies.kinds import BY_KIND, IN_WORKS, OF_WORKS, OWN_KIND, PART, SHOP
from unioncms.parsing.naming.passages import Field
from unioncms.parsing.naming.places.areas import opening_level
from unioncms.parsing.naming.places.evidence import Evidence
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.naming.wholes.merging import (
    AUDIT,
    brands,
    cities_printed,
    is_short_for,
    merged_brands,
    merged_names,
    merged_numbers,
    merged_peoples,
    merged_tails,
)
from unioncms.parsing.naming.wholes.nearest_places import NearestPlaces
from unioncms.parsing.naming.wholes.open_names import spelt_out
from unioncms.parsing.naming.wholes.owners import Owners
from unioncms.parsing.naming.wholes.printed import Printed
from unioncms.parsing.naming.wholes.unions import Unions
from unioncms.parsing.naming.wholes.unions_of_places import acts, is_of_a_place_only
from unioncms.parsing.naming.wholes.whole_names import whole_name
from unioncms.parsing.patterns import WordList

# 县长 names no government.
UNTOLD = re.compile(r"(?:政府|^中共中央)$")
DEPARTMENT_OF_KIND = re.compile(
    r"^(?P<union>.{2,8}工会|(?:集团|总)?公司|集团|厂|矿|医院|学校)(?P<department>.{2,8}(?:[部室科处]|中心|委员会))$"
)
DISTRICT_SIZES = range(2, 7)  # 东区, 鄂伦春自治旗
DISTRICTS = ("区", "县")  # how those end that are known with their cities
# 涪陵区榨菜集团有限公司: registered so, and so its works.
OF_ITS_OWN_NAME = re.compile(r"有限(?:责任)?公司|(?:公司|集团)(?:工会)?$")
AUDIT_IN_FULL = "经费审查委员会"
HEADLINES = ("headline", "subheadline", "kicker")
KIND_OF_MANY = "厂|矿|公司|局|校|院|行|社|村"
NUMBERED_KIND = re.compile(f"[二两三四五六七八九十](?:{KIND_OF_MANY})")
LISTED = re.compile(
    rf"(?P<items>[\u3400-\u9fff]{{2,4}}(?:、[\u3400-\u9fff]{{2,4}}?)+)[二两三四五六七八九十](?P<kind>{KIND_OF_MANY})"
)


class Bodies:
    """Gathers what is printed, then answers what it is called in full."""

    def __init__(
        self,
        places: Places,
        tails: Mapping[str, str] | None = None,
    ):
        self.places, self.tails = places, tails or {}
        self.evidence: list[
            tuple[Evidence, Evidence]
        ] = []  # of each article and the page, once they are read
        self.printed: dict[int, list[Printed]] = defaultdict(list)  # by article
        self._names: dict[tuple[str, int, str], str | None] = {}
        self._wholes: dict[tuple[str, int, str], str | None] = {}
        self._merged: dict[str, str] = {}
        self._spells_audit = False
        self._cities: dict[str, set[str]] = {}
        self.owners = Owners(self)
        self.unions = Unions(self)
        self.nearest = NearestPlaces(self.printed, places)

    def add(
        self,
        article: int,
        text: str,
        passage: Passage | None = None,
        full: str = "",
        is_part: bool = False,
    ) -> None:
        self.printed[article].append(Printed(article, text, passage, full, is_part))

    def conclude(self, fields: Collection[Field]) -> None:
        """To be called once, when everything printed is in: merges names and finds what companies are called."""
        fields = list(fields)
        self.nearest.page = self.evidence[0][1] if self.evidence else None
        self.nearest.texts = {(each.article, each.name, each.block): each.text for each in fields}
        names = {
            self._placed(
                each.text, each.article, self.nearest.place_for(each.text, each.article, each.passage)
            )
            for each in self._all()
            if not each.is_part
        } - {None}
        self._merged = merged_names(names, self.places)
        printed = {each.text for each in self._all()}
        self._merged |= merged_peoples(names - set(self._merged), printed)
        self._cities = cities_printed(names)
        self._merged |= merged_numbers(names - set(self._merged))
        self._merged |= merged_tails(names - set(self._merged))
        self._merged |= self._below_their_city(names - set(self._merged))
        self._merged |= merged_brands(names - set(self._merged), self.places)
        self._merged |= self._merged_headlines()
        self._spells_audit = any(AUDIT_IN_FULL in field.text for field in fields)
        self._add_lists(fields)
        self._add_brands(fields)

    def _merged_headlines(self) -> dict[str, str]:
        """青州造纸工会 of a headline → 青州造纸有限公司工会, which the article under it prints."""
        merged = {}
        for article, printed in self.printed.items():
            by_place: dict[bool, set[str]] = {True: set(), False: set()}
            for each in printed:
                if each.passage and not each.is_part and not BY_KIND.match(each.text):
                    name = self._placed(each.text, article) or each.text
                    by_place[each.passage.field in HEADLINES].add(self._merged.get(name, name))
            for name in by_place[True] - by_place[False]:
                longer = [other for other in by_place[False] if is_short_for(name, other)]
                if len(longer) == 1:
                    merged[name] = longer[0]
        return merged

    def _below_their_city(self, names: set[str]) -> dict[str, str]:
        return {name: below for name in names if (below := self._below_its_city(name)) != name}

    def _below_its_city(self, name: str) -> str:
        """五华区总工会 → 昆明市五华区总工会, where the page prints 昆明市五华区, or 昆明 elsewhere and no other city
        with a district of that name."""
        if OF_ITS_OWN_NAME.search(name):
            return name
        party = "中共" if name.startswith("中共") else ""
        own = name.removeprefix(party)
        sizes = [size for size in DISTRICT_SIZES if own[size - 1 : size] in DISTRICTS]
        for district in (own[:size] for size in sizes):
            above = self.places.cities_of(district)
            if printed := self._cities.get(district):
                above = above | printed
            if len(above) == 1:
                return f"{party}{next(iter(above))}{own}"
        return name

    def whole(self, text: str, article: int, where: Passage | None = None) -> str | None:
        """The whole name of a printed one, None where its place is open or it is a kind of body only. `where` it stands
        tells whose 县总工会 it is in an article about several counties."""
        if kind := BY_KIND.match(text):
            name = self.owners.by_kind(text, article, where)
            if name is None and (place := self.nearest.settlement_for(kind["kind"], where)):
                name = place + (kind["unit"] or "")
            return self._concluded(name) if name else None
        place = self.nearest.place_for(text, article, where)
        key = (text, article, place)
        if key not in self._wholes:
            name = self._placed(text, article, place)
            self._wholes[key] = self._concluded(name) if name else None
        return self._wholes[key]

    def _concluded(self, name: str) -> str:
        """What all names of the page make of a placed one; 市总工会经审委 in full, where the page spells that out."""
        name = self._merged.get(name) or self._below_its_city(name)
        return AUDIT.sub(AUDIT_IN_FULL, name) if self._spells_audit else name

    def whole_or_open(self, text: str, article: int, where: Passage | None = None) -> str | None:
        """The whole name, or as printed the name of a body whose place no page tells: 市总 → 市总工会."""
        name = self.whole(text, article, where)
        return name or (spelt_out(text) if opening_level(text) else None)

    def whole_of(self, printed: Printed) -> str | None:
        if printed.is_part:
            return self.owners.by_part(printed.text, printed.article)
        return self.whole(printed.text, printed.article, printed.passage)

    def _placed(self, text: str, article: int, place: str = "") -> str | None:
        key = (text, article, place)
        if key not in self._names:
            if BY_KIND.match(text):
                name = self.owners.by_kind(text, article)
            elif (of := DEPARTMENT_OF_KIND.match(text)) and BY_KIND.match(of["union"]):
                owner = self.owners.by_kind(of["union"], article)
                name = owner + of["department"] if owner else None  # 集团公司工会|生产宣教部
            elif (OWN_KIND.match(text) and OF_WORKS.search(text)) or (
                PART.match(text) and not IN_WORKS.match(text) and not opening_level(text)
            ):
                name = self.owners.by_part(text, article)
            else:
                name = whole_name(self.tails.get(text, text), self.evidence[article], place)
                if name is None and (only := self.nearest.only_place(text, article)):
                    name = whole_name(text, self.evidence[article], only)
            self._names[key] = name
        return self._names[key]

    def only_one_ending(self, kind: str, article: int) -> str | None:
        """联合会 in an article that names one 联合会 only."""
        longer = {
            self.whole_of(each)
            for each in self.printed[article]
            if each.text.endswith(kind) and each.text != kind
        } - {None}
        return longer.pop() if len(longer) == 1 else None

    def _all(self) -> Iterator[Printed]:
        return (each for article in sorted(self.printed) for each in self.printed[article])

    def _add_lists(self, fields: Iterable[Field]) -> None:
        """恒纶 and 同泽 in 瑞汐、恒纶、同泽三厂, where the article names 瑞汐纱厂."""
        for field in fields:
            for found in LISTED.finditer(field.text) if NUMBERED_KIND.search(field.text) else ():
                items = found["items"].split("、")
                tail = self._shared_tail(items, found["kind"], field.article)
                at = found.start()
                for item in items if tail else ():
                    full = item + tail
                    passage = Passage(field.article, field.name, item, at, at + len(item), field.block)
                    self.add(field.article, item, passage, self.whole(full, field.article) or full)
                    at += len(item) + 1

    def _shared_tail(self, items: list[str], kind: str, article: int) -> str:
        """纱厂, when one of the items is called so in full."""
        for each in self.printed[article]:
            for item in items:
                tail = each.text[len(item) :]
                if each.text.startswith(item) and tail.endswith(kind) and not NUMBERED_KIND.fullmatch(tail):
                    return tail  # not 五局 of 获得者、中铁五局
        return ""

    def _add_brands(self, fields: Iterable[Field]) -> None:
        """云帆纺织 and 云帆 where the document prints 汐湖云帆纺织有限公司 in full."""
        printed = {(each.text, each.article) for each in self._all()}
        wholes = {self.whole(*each) for each in printed} - {None}
        called = brands(wholes, self.places)
        if not called:
            return
        taken = {
            (each.passage.article, each.passage.field, each.passage.block, each.passage.start)
            for each in self._all()
            if each.passage
        }
        names = WordList((*called, *wholes))
        for field in fields:
            for start, name in names.find(field.text):
                place = (field.article, field.name, field.block, start)
                if name in called and place not in taken:
                    end = start + len(name)
                    passage = Passage(field.article, field.name, name, start, end, field.block)
                    self.add(field.article, name, passage, called[name])

    def organisations(self, employers: Mapping[str, set[int]] | None = None) -> tuple[Organisation, ...]:
        """In the order in which the document first names them; then those that only a post of somebody tells of."""
        found: dict[str, list[Printed]] = defaultdict(list)
        for each in self._all():
            if BY_KIND.match(each.text) and not self.owners.by_kind(each.text, each.article):
                continue
            name = each.full or self.whole_of(each) or spelt_out(each.text)
            if _is_nobodys_shop(name) or _is_kind_only(name) or name == "工会":
                continue
            found[name].append(each)
        for name in [name for name in found if is_of_a_place_only(name, self.places)]:
            if not any(self._acts(name, each) for each in found[name]):
                del found[name]
        told = [
            Organisation(name, (), tuple(sorted(articles)), ())
            for name, articles in (employers or {}).items()
            if name not in found
            and not (UNTOLD.search(name) or _is_nobodys_shop(name) or _is_kind_only(name))
        ]
        return (*(_organisation(name, mentions) for name, mentions in found.items()), *told)

    def _acts(self, name: str, each: Printed) -> bool:
        where = each.passage
        text = self.nearest.texts.get((where.article, where.field, where.block), "") if where else ""
        return bool(where) and acts(name, text, where.end)


def _is_nobodys_shop(name: str) -> bool:
    """磨工车间, of a page that never names the works; 轴承公司磨工车间 is a body."""
    return SHOP.search(name) is not None and not IN_WORKS.match(name)


def _is_kind_only(name: str) -> bool:
    """公司, of a page that never names it; its 公司工会 is a body."""
    kind = BY_KIND.match(name)
    return kind is not None and not kind["unit"]


def _organisation(name: str, mentions: list[Printed]) -> Organisation:
    return Organisation(
        name,
        tuple(dict.fromkeys(each.text for each in mentions if each.text != name)),
        tuple(sorted({each.article for each in mentions})),
        tuple(each.passage for each in mentions if each.passage),
    )
