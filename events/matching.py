"""Reports of occasions → which of them are one event.

Of the reports under one name, those fit whose day and place do not speak against each other:

- both dates known: they must share a day; 2017 and 2017-06-27 do;
- a date missing on either side: only a name that is one occasion's own fits (第九次代表大会, 2023年…, or ten
  characters and more); two undated 座谈会 are two events;
- both places known: one must be part of the other;
- both organisers known: one in common.

Reports of the very same date are looked at first, then what is left with those. Reports that all fit each other are one
event, whatever order they come in; one that fits two which do not fit each other waits as ambiguous. So does one that
fits two events that editors have worked on (anchors).
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date

from events.models import Event
from unioncms.fields import ImpreciseDate
from unioncms.grouping import Joined, part_around

OWN_NAME_LENGTH = 10
SESSION = re.compile(r"第([0-9一二三四五六七八九十百]{1,4})(?:次|届)")
YEAR = re.compile(r"(?:19|20)\d\d")
DIGITS = "零一二三四五六七八九"
KIND_OF_NAME = (
    (Event.Kind.CONGRESS, re.compile(r"代表大会|党代会|工代会|职代会|代代会|十[一二三四五六七八九]大$")),
    (Event.Kind.STRIKE, re.compile(r"罢工")),
    (Event.Kind.CONTEST, re.compile(r"竞赛|比赛|大赛|比武|运动会|演讲|答题|联赛|邀请赛|锦标赛|球赛")),
    (Event.Kind.CEREMONY, re.compile(r"表彰|颁奖|授牌|揭牌|启动|开幕|仪式|庆典|开工|签约")),
    (Event.Kind.VISIT, re.compile(r"慰问|走访|调研|看望|视察|考察|送清凉|送温暖|座谈|到.{2,}$")),
    (Event.Kind.PERFORMANCE, re.compile(r"演出|晚会|文艺|歌咏|汇演|情景剧|合唱")),
    (Event.Kind.TRAINING, re.compile(r"培训|宣讲|讲座|学习|党课|报告会|研讨")),
    (Event.Kind.MEETING, re.compile(r"会议|大会|全会|例会|座谈会|推进会|会$|党日")),
)


def guess_kind(name: str) -> str:
    """Which kind of event a name tells of; a 座谈会 is a meeting, not a visit."""
    if name.endswith(("座谈会", "会议")):
        return Event.Kind.MEETING
    return next((kind for kind, pattern in KIND_OF_NAME if pattern.search(name)), Event.Kind.OTHER)


def read_session(name: str) -> int | None:
    """攀枝花市工会第九次代表大会 → 9."""
    found = SESSION.search(name)
    if not found:
        return None
    text = found.group(1)
    if text.isascii():
        return int(text)
    tens, mark, ones = text.rpartition("十")
    if not mark:
        return DIGITS.index(ones) if ones in DIGITS and len(ones) == 1 else None
    if len(tens) > 1 or len(ones) > 1 or "百" in text:
        return None
    return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is told of an event: its name, date and place as known, its organisers by whole name."""

    name: str
    date: ImpreciseDate | None = None
    place: str = ""
    organisers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Report:
    """An occasion as an article of a document tells it; `number` is the caller's own.

    With an `anchor` it is an event that an editor has worked on, or a report that an editor has tied to one;
    `other_names` are those that the event goes by besides.
    """

    number: int
    document: Hashable
    occasion: Occasion
    anchor: int | None = None
    other_names: frozenset[str] = frozenset()


@dataclass
class Gathered:
    """Reports of one event; `anchor` is the key of the record that it is already, if any."""

    reports: list[Report] = field(default_factory=list)
    anchor: int | None = None

    @property
    def occasions(self) -> set[Occasion]:
        return {report.occasion for report in self.reports}

    @property
    def names(self) -> set[str]:
        return {name for each in self.reports for name in (each.occasion.name, *each.other_names)}


def is_own_name(name: str) -> bool:
    """Whether a name alone tells which occasion it is."""
    return len(name) >= OWN_NAME_LENGTH or bool(SESSION.search(name) or YEAR.search(name))


def fits(one: Occasion, other: Occasion) -> bool:
    if one.date and other.date:
        if one.date.latest < other.date.earliest or other.date.latest < one.date.earliest:
            return False
    elif not is_own_name(one.name):
        return False
    if one.place and other.place and one.place not in other.place and other.place not in one.place:
        return False
    return not (one.organisers and other.organisers) or bool(one.organisers & other.organisers)


def match_events(reports: Iterable[Report]) -> tuple[list[Gathered], list[Report]]:
    """Which reports are one event, and those that fit two. An undated 座谈会 is an event by itself."""
    families = Joined()
    reports = list(reports)
    for report in reports:
        families.join((report.occasion.name, *report.other_names))
    by_family: dict[Hashable, list[Report]] = defaultdict(list)
    for report in reports:
        by_family[families.root(report.occasion.name)].append(report)
    found: list[Gathered] = []
    waiting: list[Report] = []
    for family in by_family.values():
        found += _match_family(family, waiting)
    return found, waiting


def _match_family(reports: list[Report], waiting: list[Report]) -> list[Gathered]:
    anchored: dict[int, Gathered] = {}
    same: dict[Hashable, Gathered] = {}
    for report in reports:
        if report.anchor is not None:
            anchored.setdefault(report.anchor, Gathered([], report.anchor)).reports.append(report)
            continue
        # Of a document's two reports of an undated 座谈会 nobody can say more than that they read the same.
        is_vague = report.occasion.date is None and not is_own_name(report.occasion.name)
        same.setdefault((report.occasion, report.document if is_vague else None), Gathered()).reports.append(
            report
        )
    dated: dict[object, list[Gathered]] = defaultdict(list)
    for gathered in (*anchored.values(), *same.values()):
        dated[_single_date(gathered)].append(gathered)
    rest = dated.pop(None, [])
    for some in dated.values():
        rest += _gather(some, waiting)
    return _gather(rest, waiting)


def _single_date(gathered: Gathered) -> ImpreciseDate | None:
    dates = {occasion.date for occasion in gathered.occasions}
    return dates.pop() if len(dates) == 1 else None


def _gather(some: list[Gathered], waiting: list[Report]) -> list[Gathered]:
    """Those that all fit each other as one; of several anchors among them each stays by itself."""
    groups, torn = part_around(_neighbours(some), [each.anchor is not None for each in some])
    for number in torn:
        waiting += some[number].reports
    found = []
    for group in groups:
        members = [some[number] for number in group]
        anchor = next((each.anchor for each in members if each.anchor is not None), None)
        found.append(Gathered([report for each in members for report in each.reports], anchor))
    return found


def _neighbours(some: list[Gathered]) -> list[set[int]]:
    """For each the others that share a name and fit; only those are compared whose days meet."""
    near: list[set[int]] = [set() for _ in some]
    spans = [_span(gathered) for gathered in some]
    names = [gathered.names for gathered in some]
    order = sorted(range(len(some)), key=lambda number: spans[number])
    for at, number in enumerate(order):
        for other in order[at + 1 :]:
            if spans[other][0] > spans[number][1]:
                break
            if names[number] & names[other] and all(
                fits(a, b) for a in some[number].occasions for b in some[other].occasions
            ):
                near[number].add(other)
                near[other].add(number)
    return near


def _span(gathered: Gathered) -> tuple[date, date]:
    dates = [occasion.date for occasion in gathered.occasions]
    if None in dates:
        return date.min, date.max
    return min(each.earliest for each in dates), max(each.latest for each in dates)


def summarise(occasions: Iterable[Occasion]) -> Occasion:
    """What several reports of one event come to: the narrowest date, the fullest place, every organiser."""
    occasions = list(occasions)
    dates = {occasion.date for occasion in occasions if occasion.date}
    places = {occasion.place for occasion in occasions}
    return Occasion(
        name=min(occasion.name for occasion in occasions),
        date=min(dates, key=lambda each: (each.latest - each.earliest, each.earliest), default=None),
        place=min(places, key=lambda place: (-len(place), place)),
        organisers=frozenset().union(*(occasion.organisers for occasion in occasions)),
    )
