"""Appointments as far as attestations tell: who is seen in a post has held it.

Three things are kept apart. `seen_first` and `seen_last` are the days on which reports show the person in the post.
Stated starts and ends (当选, 任命, 免去, 调任, 退休) are a word in `begun_by` or `ended_by`, and the month of the
report that states it. Where a post has a single seat, holders seen one after another bound each other: who was seen
last in May 2020, with a successor first seen in March 2021, ended some time between. Holders whose sightings overlap
are left as they are.

All of that is inferred and worked out anew whenever attestations change, until an editor confirms or edits the
appointment. One that an editor has deleted is inferred again only from a new attestation.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from articles.models import Attestation
from people.models import Appointment
from people.posts import is_single_seat
from unioncms.chunks import chunks
from unioncms.fields import ImpreciseDate, Precision
from unioncms.states import MatchState

WORKED_OUT = ("seen_first", "seen_last", "started_on", "ended_on")
COLUMNS = [
    *("begun_by", "ended_by"),
    *(f"{name}_{part}" for name in WORKED_OUT for part in ("earliest", "latest", "precision")),
]
Held = tuple[int, int]  # person and post


def conclude_appointments(people: Iterable[int], attestations: Iterable[Attestation], new: set[int]) -> None:
    """Bring the inferred appointments of `people` to what their attestations say.

    `attestations` are all those of these people; `new` holds the identities of those that may found an appointment.
    """
    seen: dict[Held, list[Attestation]] = defaultdict(list)
    for row in attestations:
        if row.state == MatchState.MATCHED and row.person_id and row.post_id:
            seen[row.person_id, row.post_id].append(row)
    held: dict[Held, list[Appointment]] = defaultdict(list)
    for some in chunks(people):
        for appointment in Appointment.objects.filter(person__in=some).order_by("pk"):
            held[appointment.person_id, appointment.post_id].append(appointment)
    gone = [each for key in held for each in held[key] if each.is_inferred and key not in seen]
    if gone:
        Appointment.objects.filter(pk__in=[each.pk for each in gone]).delete()
    added, changed = [], []
    for key, rows in seen.items():
        if key not in held:
            if any(id(row) in new and row.may_found for row in rows):
                person, post = key
                appointment = Appointment(person_id=person, post_id=post, is_inferred=True)
                _work_out(appointment, rows)
                added.append(appointment)
        else:
            changed += [each for each in held[key] if each.is_inferred and _work_out(each, rows)]
    Appointment.objects.bulk_create(added)
    if changed:
        Appointment.objects.bulk_update(changed, COLUMNS, batch_size=200)
    if added or changed or gone:
        _bound_each_other({each.post_id for each in (*added, *changed, *gone)})


def _work_out(appointment: Appointment, rows: list[Attestation]) -> bool:
    """Write what the attestations of an appointment say into it; whether that changes it."""
    before = _columns(appointment)
    days = [row.attested_on for row in rows if row.attested_on]
    appointment.seen_first = min(days, key=lambda day: (day.earliest, day.latest), default=None)
    appointment.seen_last = max(days, key=lambda day: (day.latest, day.earliest), default=None)
    start = _stated(rows, Attestation.STARTS, min)
    end = _stated(rows, Attestation.ENDS, max)
    appointment.begun_by = start.get_change_display() if start else ""
    appointment.ended_by = end.get_change_display() if end else ""
    if start:
        appointment.started_on = _month(start.attested_on)
    elif appointment.started_on and appointment.started_on.precision != Precision.RANGE:
        appointment.started_on = None
    if end:
        appointment.ended_on = _month(end.attested_on)
    elif appointment.ended_on and appointment.ended_on.precision != Precision.RANGE:
        appointment.ended_on = None
    if not _is_in_order(appointment.started_on, appointment.ended_on):
        appointment.ended_on, appointment.ended_by = None, ""  # gone and come again: the post is held
    return _columns(appointment) != before


def _columns(appointment: Appointment) -> list[object]:
    return [getattr(appointment, name) for name in COLUMNS]


def _stated(rows: list[Attestation], changes: tuple[str, ...], choose) -> Attestation | None:
    """The first start or the last end that a report states; dated ones before undated."""
    stated = [row for row in rows if row.change in changes]
    dated = [row for row in stated if row.attested_on]
    if dated:
        return choose(dated, key=lambda row: (row.attested_on.earliest, row.change))
    return min(stated, key=lambda row: row.change, default=None)


def _month(day: ImpreciseDate | None) -> ImpreciseDate | None:
    """A change is reported within days: the month of the report is what can be said."""
    if day is None or day.precision != Precision.DAY:
        return day
    return ImpreciseDate.parse(day.isoformat()[:7])


def _is_in_order(start: ImpreciseDate | None, end: ImpreciseDate | None) -> bool:
    return not (start and end) or end.latest >= start.earliest


# Single seats


def _bound_each_other(posts: Iterable[int]) -> None:
    """What one holder's sightings say of the holder before and after, in posts of a single seat."""
    holders: dict[int, list[Appointment]] = defaultdict(list)
    for some in chunks(posts):
        for each in Appointment.objects.filter(post__in=some).select_related("post"):
            if is_single_seat(each.post.title):
                holders[each.post_id].append(each)
    changed = [each for some in holders.values() for each in _bound(some)]
    if changed:
        Appointment.objects.bulk_update(changed, COLUMNS, batch_size=200)


def _bound(holders: list[Appointment]) -> list[Appointment]:
    """Give those that are inferred, and state no date, the bounds that follow; returns those that change."""
    before = {id(each): _columns(each) for each in holders}
    spans = sorted(((*span, each) for each in holders if (span := _span(each))), key=lambda entry: entry[:2])
    for each in holders:
        if each.is_inferred:
            each.started_on = each.started_on if each.begun_by else None
            each.ended_on = each.ended_on if each.ended_by else None
    overlapping = _find_overlapping(spans)
    for (_, last, one), (first, _, successor) in pairwise(spans):
        if id(one) in overlapping or id(successor) in overlapping or one.person_id == successor.person_id:
            continue
        between = ImpreciseDate.between(last, first)
        if one.is_inferred and one.ended_on is None:
            one.ended_on = between
        if successor.is_inferred and successor.started_on is None:
            successor.started_on = between
    return [each for each in holders if _columns(each) != before[id(each)]]


def _find_overlapping(spans: list[tuple[date, date, Appointment]]) -> set[int]:
    """Identities of the holders who are in the post together with another; `spans` come by their first day."""
    found: set[int] = set()
    latest: tuple[date, Appointment] | None = None
    for first, last, each in spans:
        if latest and first <= latest[0]:
            found |= {id(latest[1]), id(each)}
        if latest is None or last > latest[0]:
            latest = (last, each)
    return found


def _span(each: Appointment) -> tuple[date, date] | None:
    """From when to when a holder is surely there; nothing of one that no date is known of."""
    starts = [day.earliest for day in (each.seen_first, _known(each, each.started_on, each.begun_by)) if day]
    ends = [day.latest for day in (each.seen_last, _known(each, each.ended_on, each.ended_by)) if day]
    if not starts or not ends:
        starts = ends = starts or ends
    return (min(starts), max(ends)) if starts else None


def _known(each: Appointment, day: ImpreciseDate | None, word: str) -> ImpreciseDate | None:
    """A date that an editor has entered or a report states, not one that follows from another holder."""
    return day if word or not each.is_inferred else None
