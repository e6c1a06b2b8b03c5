"""An occasion that a document reports → the event of the register that it means, or none.

Of the events that bear the name, or else have it as an alias, those fit whose day and place do not speak against it:

- both dates known: they must share a day; 2017 and 2017-06-27 do;
- a date missing on either side: only a name that is one occasion's own fits (第九次代表大会, 2023年…, or ten
  characters and more); two undated 座谈会 are two events;
- both places known: one must be part of the other;
- both organisers known: one in common.

Exactly one is a match, none makes a provisional record, two wait as ambiguous. Where several fit, those of the
very same date are preferred.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from events.models import Event, EventParticipation
from people.matching import CHUNK, Match, decide, load_by_name
from unioncms.fields import ImpreciseDate

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


@dataclass
class EventRegister:
    """The events that the names of one document can mean, and who organised each."""

    by_name: dict[str, list[Event]] = field(default_factory=dict)
    organisers: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def load(cls, names: Iterable[str]) -> "EventRegister":
        register = cls(load_by_name(Event.objects.order_by("pk"), names))
        keys = sorted(event.pk for found in register.by_name.values() for event in found)
        for start in range(0, len(keys), CHUNK):
            rows = EventParticipation.objects.filter(
                event__in=keys[start : start + CHUNK],
                role=EventParticipation.Role.ORGANISER,
                organisation__isnull=False,
            )
            for key, name in rows.values_list("event_id", "organisation__name"):
                register.organisers[key].add(name)
        return register

    def add(self, event: Event, organisers: Iterable[str] = ()) -> None:
        self.by_name.setdefault(event.name, []).append(event)
        self.organisers[event.pk].update(organisers)


def is_own_name(name: str) -> bool:
    """Whether a name alone tells which occasion it is."""
    return len(name) >= OWN_NAME_LENGTH or bool(SESSION.search(name) or YEAR.search(name))


def fits(occasion: Occasion, event: Event, organisers: set[str]) -> bool:
    held = event.started_on
    if held and occasion.date:
        if occasion.date.latest < held.earliest or (event.ended_on or held).latest < occasion.date.earliest:
            return False
    elif not is_own_name(occasion.name):
        return False
    places = (occasion.place, event.place)
    if all(places) and places[0] not in places[1] and places[1] not in places[0]:
        return False
    return not (occasion.organisers and organisers) or bool(occasion.organisers & organisers)


def match_event(occasion: Occasion, register: EventRegister) -> Match[Event]:
    """The one event that fits; among several, those of the very same date."""
    fitting = [
        event
        for event in register.by_name.get(occasion.name, ())
        if fits(occasion, event, register.organisers.get(event.pk, set()))
    ]
    same_date = [event for event in fitting if occasion.date and event.started_on == occasion.date]
    return decide(same_date or fitting)
