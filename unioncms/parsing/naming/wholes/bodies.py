"""The bodies of a document: what its sentences print, made whole and one each.

市总工会 becomes 衡阳市总工会 by the place of its article, 锡山区总工会 joins 无锡市锡山区总工会 where the
page prints that, 公司工会 takes the company that was named, 港务集团 is 汐湖港务集团有限公司. A short form
whose place is open keeps its printed words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from unioncms import words
from unioncms.parsing.document import Organisation, Passage
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.kinds import BY_KIND, IN_WORKS, OF_UNION, PART, SHOP, UNIT
from unioncms.parsing.naming.passages import Field
from unioncms.parsing.naming.places.areas import Places
from unioncms.parsing.naming.places.evidence import Evidence
from unioncms.parsing.naming.wholes.nearest_places import NearestPlaces
from unioncms.parsing.naming.wholes.open_names import spelt_out
from unioncms.parsing.naming.wholes.owners import Owners
from unioncms.parsing.naming.wholes.unions_of_places import acts, is_of_a_place_only
from unioncms.parsing.naming.wholes.whole_names import whole_name
from unioncms.parsing.patterns import WordList
from unioncms.parsing.shapes import LEVELS

LEGAL_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|总公司|公司|集团)$")
# 县长 names no government.
UNTOLD = re.compile(r"(?:政府|^中共中央)$")
DEPARTMENT_OF_KIND = re.compile(r"^(?P<union>.{2,8}工会)(?P<department>.{2,8}[部室])$")
DISTRICT_SIZES = range(2, 7)  # 东区, 鄂伦春自治旗
# 涪陵区榨菜集团有限公司: registered so.
OF_ITS_OWN_NAME = re.compile(r"(?:公司|集团)(?:工会)?$")
BELOW_A_CITY = re.compile(r"(?P<city>[\u4e00-\u9fff]{2,4}市)(?P<own>[\u4e00-\u9fff]{2,4}[区县])")
AUDIT = re.compile("经审[会委]$")
HEADLINES = ("headline", "subheadline", "kicker")
UNION = re.compile(r"^.{0,20}?(?:总工会|市总|区总|县总|省总|有限公司工会|公司工会)")
KIND_OF_MANY = "厂|矿|公司|局|校|院|行|社|村"
NUMERALS = "〇零0123456789一二三四五六七八九"
NUMBERED_KIND = re.compile(f"[二两三四五六七八九十](?:{KIND_OF_MANY})")
LISTED = re.compile(
    rf"(?P<items>[\u3400-\u9fff]{{2,4}}(?:、[\u3400-\u9fff]{{2,4}}?)+)[二两三四五六七八九十](?P<kind>{KIND_OF_MANY})"
)


@dataclass(slots=True)
class Printed:
    """A body as one sentence prints it. `passage` is None where it stands in a post beside a byline."""

    article: int
    text: str
    passage: Passage | None = None
    full: str = ""  # where the words leave out an ending that they share
    is_part: bool = False  # of a body named elsewhere


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
        self._unions: dict[int, str | None] = {}
        self._merged: dict[str, str] = {}
        self._cities: dict[str, set[str]] = {}
        self.owners = Owners(self)
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
        self._merged = _merged_names(names, self.places)
        self._cities = _cities_printed(names)
        self._merged |= _merged_numbers(names - set(self._merged))
        self._merged |= self._below_their_city(names - set(self._merged))
        self._merged |= _merged_brands(names - set(self._merged), self.places)
        self._merged |= self._merged_headlines()
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
                longer = [other for other in by_place[False] if _is_short_for(name, other)]
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
        for district in (own[:size] for size in DISTRICT_SIZES):
            above = self._cities.get(district, set()) | self.places.cities_of(district)
            if len(above) == 1:
                return f"{party}{next(iter(above))}{own}"
        return name

    def whole(self, text: str, article: int, where: Passage | None = None) -> str | None:
        """The whole name of a printed one, None where its place is open or it is a kind of body only. `where` it stands
        tells whose 县总工会 it is in an article about several counties."""
        if BY_KIND.match(text):
            name = self.owners.by_kind(text, article, where)
            return self._merged.get(name) or self._below_its_city(name) if name else None
        place = self.nearest.place_for(text, article, where)
        key = (text, article, place)
        if key not in self._wholes:
            name = self._placed(text, article, place)
            self._wholes[key] = self._merged.get(name) or self._below_its_city(name) if name else None
        return self._wholes[key]

    def whole_or_open(self, text: str, article: int, where: Passage | None = None) -> str | None:
        """The whole name, or as printed the name of a body whose place no page tells: 市总 → 市总工会."""
        name = self.whole(text, article, where)
        return name or (spelt_out(text) if text.startswith(LEVELS) else None)

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
            elif PART.match(text) and not IN_WORKS.match(text):
                name = self.owners.by_part(text, article)
            else:
                name = whole_name(self.tails.get(text, text), self.evidence[article], place)
                if name is None and (only := self.nearest.only_place(text, article)):
                    name = whole_name(text, self.evidence[article], only)
            self._names[key] = name
        return self._names[key]

    def main_union(self, article: int) -> str | None:
        """The union that the article names most; 市总机关一支部 speaks for 市总."""
        if article not in self._unions:
            unions = (UNION.match(each.text) for each in self.printed[article])
            names = Counter(self.whole_or_open(found.group(), article) for found in unions if found)
            names.pop(None, None)
            self._unions[article] = names.most_common(1)[0][0] if names else None
        return self._unions[article]

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
        wholes = {self.whole(each.text, each.article) for each in self._all()} - {None}
        brands = _brands(wholes, self.places)
        if not brands:
            return
        taken = {
            (each.passage.article, each.passage.field, each.passage.block, each.passage.start)
            for each in self._all()
            if each.passage
        }
        names = WordList((*brands, *wholes))
        for field in fields:
            for start, name in names.find(field.text):
                place = (field.article, field.name, field.block, start)
                if name in brands and place not in taken:
                    end = start + len(name)
                    passage = Passage(field.article, field.name, name, start, end, field.block)
                    self.add(field.article, name, passage, brands[name])

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


def _merged_numbers(names: set[str]) -> dict[str, str]:
    """一三一队工会 → 云煤地质一三一队工会: works by number, which the page once prints with their trade."""
    longer: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for at in range(1, len(name)):
            if name[at] in NUMERALS:
                longer[name[at:]].append(name)
    found = ((name, longer.get(name, ())) for name in names if name[0] in NUMERALS)
    return {name: others[0] for name, others in found if len(others) == 1}


def _is_short_for(name: str, other: str) -> bool:
    """Whether a name leaves out characters of the other, and neither its head nor its end."""
    if len(name) < 5 or name[-2:] != other[-2:] or len(name) >= len(other) or name.endswith("总工会"):
        return False
    rest = iter(other)
    is_inside = all(character in rest for character in name)
    return is_inside and (name[:2] == other[:2] or other.endswith(name))


def _cities_printed(names: set[str]) -> dict[str, set[str]]:
    """District → the cities that bodies are named with: 昆明市|五华区|总工会."""
    cities: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if found := BELOW_A_CITY.match(name.removeprefix("中共")):
            cities[found["own"]].add(found["city"])
    return cities


def _merged_names(names: set[str], places: Places) -> dict[str, str]:
    """Name → the longer or fuller name it stands for."""
    by_tail: dict[str, str] = {}  # 锡山区总工会 → 无锡市锡山区总工会
    by_stem: dict[str, str] = {}  # 港务 → 汐湖港务集团有限公司
    by_rest: dict[str, str] = {}  # 钼城医院 → 云州钼城医院
    for name in sorted(names, key=lambda name: (len(name), name)):
        for at in range(2, min(len(name) - 3, 12)):
            if name[:at].endswith(LEVELS):
                by_tail[name[at:]] = name
        if LEGAL_FORM.search(name) and (stem := _stem(name, places)):
            by_stem[stem] = name
        place = places.finder.at(name) or name[:2]
        is_bare = len(place) < 3 or not place.endswith(LEVELS)
        if is_bare and len(name) - len(place) > 3:
            by_rest[name[len(place) :]] = name
    merged = {}
    for name in names:
        target = _fuller_name(_audit_in_full(name, names), names, places, by_tail, by_stem)
        if target == name:  # 钼城医院|工会, 钼城医院|体检中心
            heads = (size for size in range(4, len(name) - 1) if name[:size] in by_rest)
            target = next((by_rest[name[:size]] + name[size:] for size in heads), by_rest.get(name, name))
        if target != name:
            merged[name] = target
    return merged


def _audit_in_full(name: str, names: set[str]) -> str:
    """云州市总工会经审会 → 云州市总工会经费审查委员会, where the page prints that too."""
    found = AUDIT.search(name)
    whole = f"{name[: found.start()]}经费审查委员会" if found else name
    return whole if whole in names else name


def _fuller_name(
    name: str, names: set[str], places: Places, by_tail: dict[str, str], by_stem: dict[str, str]
) -> str:
    if found := OF_UNION.match(name):
        general = f"{places.whole(found.group(1))}总工会"
        if general in names or general in by_tail:
            name = general
    if name in by_tail:
        return by_tail[name]
    if (place := places.finder.at(name)) and (level := places.whole(place)) != place:
        whole = level + name[len(place) :]  # 宁德教育工会 → 宁德市教育工会
        if whole in names:
            return whole
    union, ending, department = name.partition("总工会")
    if department and union + ending in by_tail:
        return by_tail[union + ending] + department
    if (unit := UNIT.search(name)) and LEGAL_FORM.search(name[: unit.start()]):
        company = name[: unit.start()]
        return by_stem.get(_stem(company, places), company) + unit.group()
    if LEGAL_FORM.search(name):
        return by_stem.get(_stem(name, places), name)
    return name


def _stem(name: str, places: Places) -> str:
    """汐湖港务集团有限公司 → 港务"""
    stem = name
    while found := LEGAL_FORM.search(stem):
        stem = stem[: found.start()]
    return stem.removeprefix(places.finder.at(stem))


def _brands(wholes: set[str], places: Places) -> dict[str, str]:
    """What a company with a name in full may be called: 云帆纺织, 云帆公司, 云帆 → 汐湖云帆纺织有限公司."""
    brands: dict[str, str] = {}
    for whole in sorted(wholes):
        company = UNIT.sub("", whole)
        if not LEGAL_FORM.search(company) or len(company) < 8:
            continue
        stem = _stem(company, places)
        if not places.finder.at(company):
            if len(stem) > 3:
                brands.setdefault(stem, company)
            stem = stem[2:]  # as a rule the name opens with a place, here one that nothing else tells of
        if len(stem) < 3 or stem in load("company_trades"):
            continue  # 自来水
        brands.setdefault(stem, company)
        if len(words.cut(stem[:2])) == 2:
            brands.setdefault(stem[:2], company)
        for ending in ("公司", "集团"):
            brands.setdefault(stem[:2] + ending, company)
    return brands


def _merged_brands(names: set[str], places: Places) -> dict[str, str]:
    """鲁帆集团 → 山东鲁帆手套集团有限公司, 鲁帆手套工会 → its union."""
    brands = _brands(names, places)
    merged = {}
    for name in names:
        stem = UNIT.sub("", name)
        if (company := brands.get(stem)) and company != stem:
            merged[name] = company + name[len(stem) :]
    return merged


def _organisation(name: str, mentions: list[Printed]) -> Organisation:
    return Organisation(
        name,
        tuple(dict.fromkeys(each.text for each in mentions if each.text != name)),
        tuple(sorted({each.article for each in mentions})),
        tuple(each.passage for each in mentions if each.passage),
    )
