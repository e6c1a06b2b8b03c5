"""The bodies of a document: what its sentences print, made whole and one each.

市总工会 becomes 衡阳市总工会 by the place of its article, 锡山区总工会 joins 无锡市锡山区总工会 where the
page prints that, 公司工会 takes the company that was named, 港务集团 is 汐湖港务集团有限公司. A short form
whose place is open keeps its printed words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from unioncms import words
from unioncms.parsing.document import Organisation, Passage
from unioncms.parsing.kinds import BY_KIND, EMPLOYER, PART, SHOP, UNIT, WORKS, endings_for, owners_by_kind
from unioncms.parsing.passages import Field
from unioncms.parsing.patterns import words_pattern
from unioncms.parsing.places import LEVELS, Evidence, Places
from unioncms.parsing.wholes import whole_name

LEGAL_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|总公司|公司|集团)$")
OF_UNION = re.compile(r"^(.{2,12}?)(?<!总)工会$")
UNION = re.compile(r"^.{0,20}?(?:总工会|市总|区总|县总|省总|有限公司工会|公司工会)")
KIND_OF_MANY = "厂|矿|公司|局|校|院|行|社|村"
NUMBERED_KIND = re.compile(f"[二两三四五六七八九十](?:{KIND_OF_MANY})")
LISTED = re.compile(
    rf"(?P<items>[\u3400-\u9fff]{{2,4}}(?:、[\u3400-\u9fff]{{2,4}}?)+)[二两三四五六七八九十](?P<kind>{KIND_OF_MANY})"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A body as one sentence prints it. `passage` is None where it stands in a post beside a byline."""

    article: int
    text: str
    passage: Passage | None = None
    full: str = ""  # where the words leave out an ending that they share


class Bodies:
    """Gathers what is printed, then answers what it is called in full."""

    def __init__(
        self,
        places: Places,
        evidence: list[tuple[Evidence, Evidence]],
        tails: Mapping[str, str] | None = None,
    ):
        self.places, self.evidence, self.tails = places, evidence, tails or {}
        self.printed: dict[int, list[Printed]] = defaultdict(list)  # by article
        self._names: dict[tuple[str, int], str | None] = {}
        self._wholes: dict[tuple[str, int], str | None] = {}
        self._owners: dict[int | None, dict[str, str]] = {}
        self._unions: dict[int, str | None] = {}
        self._employers: dict[int, str | None] = {}
        self._merged: dict[str, str] = {}

    def add(self, article: int, text: str, passage: Passage | None = None, full: str = "") -> None:
        self.printed[article].append(Printed(article, text, passage, full))

    def conclude(self, fields: Iterable[Field]) -> None:
        """To be called once, when everything printed is in: merges names and finds what companies are called."""
        names = {self._placed(each.text, each.article) for each in self._all()} - {None}
        self._merged = _merged_names(names, self.places)
        self._merged |= _merged_brands(names - set(self._merged), self.places)
        fields = list(fields)
        self._add_lists(fields)
        self._add_brands(fields)

    def whole(self, text: str, article: int) -> str | None:
        """The whole name of a printed one, None where its place is open or it is a kind of body only."""
        key = (text, article)
        if key not in self._wholes:
            name = self._placed(text, article)
            self._wholes[key] = self._merged.get(name, name) if name else None
        return self._wholes[key]

    def _placed(self, text: str, article: int) -> str | None:
        key = (text, article)
        if key not in self._names:
            if BY_KIND.match(text):
                name = self._by_kind(text, article)
            elif PART.match(text):
                name = self._by_part(text, article)
            else:
                name = whole_name(self.tails.get(text, text), self.evidence[article])
            self._names[key] = name
        return self._names[key]

    def main_union(self, article: int) -> str | None:
        """The union that the article names most; 市总机关一支部 speaks for 市总."""
        if article not in self._unions:
            unions = (UNION.match(each.text) for each in self.printed[article])
            names = Counter(self.whole(found.group(), article) for found in unions if found)
            names.pop(None, None)
            self._unions[article] = names.most_common(1)[0][0] if names else None
        return self._unions[article]

    def _by_kind(self, text: str, article: int) -> str | None:
        found = BY_KIND.match(text)
        kind, unit = found["kind"], found["unit"] or ""
        kinds = ("公司" if kind.endswith("公司") else kind,)
        owner = self._owner_in(article, kinds)
        if text == "公司工会" and not owner and (union := self._named_union(article)):
            return union
        owner = owner or self._owner(WORKS if kind in WORKS and text != kind else kinds, article)
        return owner + unit if owner else None

    def _by_part(self, text: str, article: int) -> str:
        """磨工车间 → 汐湖轴承有限公司磨工车间"""
        kinds = ("学院", "大学") if text.endswith("系") else WORKS
        owner = self._owner(("法院",) if text.endswith("庭") else kinds, article)
        return (owner or "") + text

    def _owner(self, kinds: Iterable[str], article: int) -> str | None:
        """The body of such a kind that the article names most, or the only one that the page names."""
        if owner := self._owner_in(article, kinds):
            return owner
        wholes = {self._only_owner(kind) for kind in kinds} - {None}
        return wholes.pop() if len(wholes) == 1 else None

    def _owner_in(self, article: int, kinds: Iterable[str]) -> str | None:
        if article not in self._owners:
            self._owners[article] = owners_by_kind(each.text for each in self.printed[article])
        owner = next((self._owners[article][kind] for kind in kinds if kind in self._owners[article]), None)
        if owner is None:
            return None
        owner = whole_name(owner, self.evidence[article]) or owner
        return self.tails.get(owner, owner)

    def _only_owner(self, kind: str) -> str | None:
        """The one body of a kind on the whole page, whatever its articles call it."""
        if None not in self._owners:
            found: dict[str, set[str]] = defaultdict(set)
            for article in list(self.printed):
                for of, name in owners_by_kind(each.text for each in self.printed[article]).items():
                    found[of].add(whole_name(name, self.evidence[article]) or name)
            self._owners[None] = {of: names.pop() for of, names in found.items() if len(names) == 1}
        return self._owners[None].get(kind)

    def of_title(self, title: str, article: int, passage: Passage | None) -> str | None:
        """Of which body a bare 厂长 or 校长 is: of the only one of that kind that the article names, or of the one
        named last before it in its paragraph."""
        if not (endings := endings_for(title)):
            return None
        named = [
            (whole, each.passage)
            for each in self.printed[article]
            if (whole := self._stem_of_kind(each.text, article, endings))
        ]
        wholes = {whole for whole, _ in named}
        if len(wholes) < 2:
            return wholes.pop() if wholes else None
        before = [
            whole
            for whole, where in named
            if where and passage and where.end <= passage.start and where.block == passage.block
        ]
        return before[-1] if before else None

    def _stem_of_kind(self, text: str, article: int, endings: tuple[str, ...]) -> str | None:
        stem = UNIT.sub("", text)
        if not stem.endswith(endings) or PART.match(stem):
            return None
        return self.whole(stem, article)

    def employer(self, article: int) -> str | None:
        """The only company, works or station that the article names: there its drivers and foremen work."""
        if article not in self._employers:
            stems = {
                UNIT.sub("", each.text) for each in self.printed[article] if not BY_KIND.match(each.text)
            }
            names = {self.whole(stem, article) for stem in stems if EMPLOYER.search(stem)}
            self._employers[article] = names.pop() if len(names) == 1 else None
        return self._employers[article]

    def _named_union(self, article: int) -> str | None:
        """The only union below those of places that the article names: 工会常务理事 is of the 云州县成衣业工会."""
        unions = {each.text for each in self.printed[article] if OF_UNION.match(each.text)}
        names = {self.whole(text, article) for text in unions if not BY_KIND.match(text)}
        return names.pop() if len(names) == 1 else None

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
                if each.text.startswith(item) and each.text.endswith(kind) and len(each.text) > len(item):
                    return each.text[len(item) :]
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
        pattern = re.compile(words_pattern({*brands, *wholes}))
        for field in fields:
            for found in pattern.finditer(field.text):
                place = (field.article, field.name, field.block, found.start())
                if found.group() in brands and place not in taken:
                    passage = Passage(
                        field.article, field.name, found.group(), *found.span(), block=field.block
                    )
                    self.add(field.article, found.group(), passage, brands[found.group()])

    def organisations(self) -> tuple[Organisation, ...]:
        """In the order in which the document first names them."""
        found: dict[str, list[Printed]] = defaultdict(list)
        for each in self._all():
            if BY_KIND.match(each.text) and not self._by_kind(each.text, each.article):
                continue
            name = each.full or self.whole(each.text, each.article) or each.text
            if SHOP.search(name):
                continue
            if not _is_of_a_place_only(name, self.places):
                found[name].append(each)
        return tuple(_organisation(name, mentions) for name, mentions in found.items())


def _is_of_a_place_only(name: str, places: Places) -> bool:
    """衡阳工会, 锡山区工会 without a 总工会 of that place: the unions of a place, no body."""
    found = OF_UNION.match(name)
    if not found or name.endswith("总工会"):
        return False
    return found.group(1).endswith(LEVELS) or found.group(1) in places.names


def _merged_names(names: set[str], places: Places) -> dict[str, str]:
    """Name → the longer or fuller name it stands for."""
    by_tail: dict[str, str] = {}  # 锡山区总工会 → 无锡市锡山区总工会
    by_stem: dict[str, str] = {}  # 港务 → 汐湖港务集团有限公司
    for name in sorted(names, key=lambda name: (len(name), name)):
        for at in range(2, min(len(name) - 3, 12)):
            if name[:at].endswith(LEVELS):
                by_tail[name[at:]] = name
        if LEGAL_FORM.search(name) and (stem := _stem(name, places)):
            by_stem[stem] = name
    merged = {}
    for name in names:
        target = _fuller_name(name, names, places, by_tail, by_stem)
        if target != name:
            merged[name] = target
    return merged


def _fuller_name(
    name: str, names: set[str], places: Places, by_tail: dict[str, str], by_stem: dict[str, str]
) -> str:
    if found := OF_UNION.match(name):
        general = f"{places.whole(found.group(1))}总工会"
        if general in names or general in by_tail:
            name = general
    if name in by_tail:
        return by_tail[name]
    union, ending, department = name.partition("总工会")
    if department and union + ending in by_tail:
        return by_tail[union + ending] + department
    if LEGAL_FORM.search(name):
        return by_stem.get(_stem(name, places), name)
    return name


def _stem(name: str, places: Places) -> str:
    """汐湖港务集团有限公司 → 港务"""
    stem = name
    while found := LEGAL_FORM.search(stem):
        stem = stem[: found.start()]
    place = places.pattern.match(stem)
    return stem[place.end() :] if place else stem


def _brands(wholes: set[str], places: Places) -> dict[str, str]:
    """What a company with a name in full may be called: 云帆纺织, 云帆公司, 云帆 → 汐湖云帆纺织有限公司."""
    brands: dict[str, str] = {}
    for whole in sorted(wholes):
        company = UNIT.sub("", whole)
        if not LEGAL_FORM.search(company) or len(company) < 8:
            continue
        stem = _stem(company, places)
        if not places.pattern.match(company):
            stem = stem[2:]  # as a rule the name opens with a place, here one that nothing else tells of
        if len(stem) < 3:
            continue
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
