"""The bodies of a document: what its sentences print, made whole and one each.

市总工会 becomes 衡阳市总工会 by the place of its article, 锡山区总工会 joins 无锡市锡山区总工会 where the page prints that, 公司工会
takes the company that was named before it, 港务集团 is 汐湖港务集团有限公司. A short form whose place is open keeps its
printed words.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from unioncms.parsing.document import Organisation, Passage
from unioncms.parsing.places import LEVELS, Places
from unioncms.parsing.wholes import whole_name

LEGAL_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|总公司|公司|集团)$")
OF_UNION = re.compile(r"^(.{2,12}?)工会$")
# 公司工会, 集团党委, 学校: bodies named by their kind after they were named in full.
BY_KIND = re.compile(r"^(?:本|该)?(公司|集团|学校|医院|街道|厂|矿)(工会|工会委员会|党委|团委|总工会|纪委)?$")
UNION = re.compile(r"^.{0,20}?(?:总工会|市总|区总|县总|省总|有限公司工会|公司工会)")
UNIT = re.compile(r"(?:工会(?:委员会)?|党委|团委|纪委)$")


@dataclass(frozen=True, slots=True)
class Printed:
    """A body as one sentence prints it. `passage` is None where it stands in a post beside a byline."""

    article: int
    text: str
    passage: Passage | None = None
    full: str = ""  # where the words leave out an ending that they share


class Bodies:
    """Gathers what is printed, then answers what it is called in full."""

    def __init__(self, places: Places, evidence: list[tuple[Counter, Counter]]):
        self.places, self.evidence = places, evidence
        self.printed: list[Printed] = []
        self._wholes: dict[tuple[str, int], str | None] = {}
        self._merged: dict[str, str] | None = None
        self._last_of_kind: dict[int, dict[str, str]] = defaultdict(dict)

    def add(self, article: int, text: str, passage: Passage | None = None, full: str = "") -> None:
        self.printed.append(Printed(article, text, passage, full))

    def whole(self, text: str, article: int) -> str | None:
        """The whole name of a printed one, None where its place is open or it is a kind of body only."""
        name = self._by_kind(text, article) or whole_name(text, self.evidence[article])
        if name is None:
            return None
        return self._merge().get(name, name)

    def main_union(self, article: int) -> str | None:
        """The union that the article names most; 市总机关一支部 speaks for 市总."""
        names = Counter()
        for each in self.printed:
            if each.article == article and (found := UNION.match(each.text)):
                names[self.whole(found.group(), article)] += 1
        names.pop(None, None)
        return names.most_common(1)[0][0] if names else None

    def _by_kind(self, text: str, article: int) -> str | None:
        found = BY_KIND.match(text)
        if not found:
            return None
        kind, unit = found.groups()
        owners = Counter(
            UNIT.sub("", each.text)
            for each in self.printed
            if each.article == article
            and not BY_KIND.match(each.text)
            and kind in UNIT.sub("", each.text)[2:]
        )
        if not owners:
            return None
        return owners.most_common(1)[0][0] + (unit or "")

    def _merge(self) -> dict[str, str]:
        """Name → the name it stands for."""
        if self._merged is None:
            names = {whole_name(each.text, self.evidence[each.article]) for each in self.printed} - {None}
            self._merged = {}
            for name in sorted(names, key=len):
                target = _longer_name(name, names, self.places)
                if target != name:
                    self._merged[name] = target
        return self._merged

    def organisations(self) -> tuple[Organisation, ...]:
        """In the order in which the document first names them."""
        found: dict[str, list[Printed]] = defaultdict(list)
        for each in self.printed:
            if BY_KIND.match(each.text) and not self._by_kind(each.text, each.article):
                continue
            name = each.full or self.whole(each.text, each.article) or each.text
            if not OF_PLACE_ONLY(name, self.places):
                found[name].append(each)
        return tuple(_organisation(name, mentions) for name, mentions in found.items())


def OF_PLACE_ONLY(name: str, places: Places) -> bool:
    """衡阳工会, 锡山区工会 without a 总工会 of that place: the unions of a place, no body."""
    found = OF_UNION.match(name)
    return (
        bool(found)
        and not name.endswith("总工会")
        and bool(
            places.pattern.fullmatch(found.group(1))
            or found.group(1) in LEVELS
            or found.group(1).endswith(LEVELS)
        )
    )


def _longer_name(name: str, names: set[str], places: Places) -> str:
    if found := OF_UNION.match(name):
        place = places.whole(found.group(1))
        if f"{place}总工会" in names and name != f"{place}总工会":
            name = f"{place}总工会"
    longer = [
        other
        for other in names
        if other.endswith(name) and other != name and other[: -len(name)].endswith(LEVELS)
    ]
    if longer:
        return max(longer, key=len)
    stem = _stem(name, places)
    if stem and LEGAL_FORM.search(name):
        same = [
            other
            for other in names
            if other != name
            and len(other) > len(name)
            and _stem(other, places) == stem
            and LEGAL_FORM.search(other)
        ]
        if same:
            return max(same, key=len)
    return name


def _stem(name: str, places: Places) -> str:
    """汐湖港务集团有限公司 → 港务"""
    stem = name
    while found := LEGAL_FORM.search(stem):
        stem = stem[: found.start()]
    place = places.pattern.match(stem)
    return stem[place.end() :] if place else stem


def _organisation(name: str, mentions: list[Printed]) -> Organisation:
    return Organisation(
        name,
        tuple(dict.fromkeys(each.text for each in mentions if each.text != name)),
        tuple(sorted({each.article for each in mentions})),
        tuple(each.passage for each in mentions if each.passage),
    )
