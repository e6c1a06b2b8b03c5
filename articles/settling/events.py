"""Which events the reports of events mean, what those come to, and who took part."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from articles.building import read_date
from articles.models import Mention
from articles.settling.rows import Changes, Fresh, Kind, choose_records, document_of, load_rows
from events.matching import (
    Gathered,
    Occasion,
    Report,
    guess_kind,
    match_events,
    read_session,
    summarise,
)
from events.models import Event, EventAlias, EventParticipation
from people.matching import decide, load_bodies
from people.models import Organisation
from people.orphans import find_worked_on
from unioncms.chunks import chunks
from unioncms.fields import ImpreciseDate
from unioncms.parsing.naming.wholes.open_names import is_open
from unioncms.states import MatchState

DATE_COLUMNS = ("started_on_earliest", "started_on_latest", "started_on_precision")
Bodies = dict[str, Organisation | None]


class EventSettler:
    """Settles the rows that report events."""

    def __init__(self, names: set[str], fresh: Fresh, changes: Changes, made: Counter, bodies: Bodies):
        self.names = set(names)
        self.fresh = fresh
        self.changes = changes
        self.made = made
        self.bodies = dict(bodies)  # what the names of organisers mean, as far as they were settled just now
        self.events: dict[int, Event] = {}
        self.aliases: dict[int, set[str]] = defaultdict(set)
        self.rows: list[Mention] = []
        self.moved: set[int] = set()  # the reports, by identity, that mean another event now
        self.worked_on: set[int] = set()
        self.used: set[int] = set()

    def settle(self) -> None:
        if not self.names:
            return
        self._load()
        worked_on = self.worked_on = find_worked_on(Event, self.events)
        reports = [self._report(number, row) for number, row in enumerate(self.rows)]
        gathered, waiting = match_events([*self._anchors(worked_on), *reports])
        for each, event in zip(gathered, self._choose_records(gathered, worked_on), strict=True):
            state = MatchState.MATCHED if event else MatchState.UNMATCHED
            self._write(each.reports, event, state)
            if event:
                self.used.add(event)
        self._write(waiting, None, MatchState.AMBIGUOUS)
        self.changes.save(Mention, "event", "state")
        self.used |= worked_on

    @property
    def unused(self) -> set[int]:
        return set(self.events) - self.used

    # What is there

    def _load(self) -> None:
        self.rows = list(self.fresh.mentions_of(Kind.EVENT))
        new, seen = set(self.names), set()
        while new:
            seen |= new
            rows = load_rows(Mention, new, "event_id", "evidence", kind=Kind.EVENT)
            self.rows += rows
            tied = {row.event_id for row in rows if row.is_settled}
            new = self._load_events(new, tied - {None}) - seen
        self.names = seen
        organisers = {name for row in self.rows for name in row.evidence.get("organisers", ())}
        self.learn_bodies(organisers - set(self.bodies))

    def learn_bodies(self, names: set[str]) -> None:
        found = load_bodies(names)
        self.bodies |= {name: decide(found.get(name, []))[1] for name in names}

    def _load_events(self, names: set[str], tied: set[int]) -> set[str]:
        found: dict[int, Event] = {}
        keys = set(tied)
        for some in chunks(names):
            found |= {event.pk: event for event in Event.objects.filter(name__in=some)}
            keys.update(EventAlias.objects.filter(name__in=some).values_list("event", flat=True))
        for some in chunks(keys - set(found) - set(self.events)):
            found |= Event.objects.in_bulk(some)
        for some in chunks(found):
            for key, name in EventAlias.objects.filter(event__in=some).values_list("event", "name"):
                self.aliases[key].add(name)
        self.events |= found
        return {name for key, event in found.items() for name in (event.name, *self.aliases[key])}

    def _report(self, number: int, row: Mention) -> Report:
        told = row.evidence
        occasion = Occasion(
            row.name,
            read_date(told.get("date")),
            told.get("place") or "",
            frozenset(self._body_name(name) for name in told.get("organisers", ()) if not is_open(name)),
        )
        return Report(number, document_of(row), occasion, row.event_id if row.is_settled else None)

    def _body_name(self, name: str) -> str:
        body = self.bodies.get(name)
        return body.name if body else name

    def _anchors(self, worked_on: set[int]) -> Iterable[Report]:
        organisers: dict[int, set[str]] = defaultdict(set)
        for some in chunks(worked_on):
            rows = EventParticipation.objects.filter(
                event__in=some,
                role=EventParticipation.Role.ORGANISER,
                organisation__isnull=False,
                is_inferred=False,
            )
            for key, name in rows.values_list("event", "organisation__name"):
                organisers[key].add(name)
        names = {self.events[key].name for key in worked_on}
        for key in sorted(worked_on):
            event = self.events[key]
            occasion = Occasion(event.name, _days(event), event.place, frozenset(organisers[key]))
            yield Report(-1, None, occasion, key, frozenset(self.aliases[key] - names))

    # What follows

    def _choose_records(self, gathered: list[Gathered], worked_on: set[int]) -> list[int | None]:
        free = [each for each in gathered if each.anchor is None and self._may_found(each)]
        chosen = choose_records(
            [self._rows(each) for each in free],
            "event",
            lambda key, number: (
                key in self.events and key not in worked_on and self.events[key].name in free[number].names
            ),
        )
        new, changed = [], []
        for number, each in enumerate(free):
            told = summarise(each.occasions)
            if chosen[number] is None:
                new.append((number, _found(told)))
            elif _bring_up_to_date(self.events[chosen[number]], told):
                changed.append(self.events[chosen[number]])
        for (number, _), event in zip(new, Event.objects.bulk_create(event for _, event in new), strict=True):
            chosen[number] = event.pk
            self.events[event.pk] = event
        if changed:
            Event.objects.bulk_update(changed, ["place", *DATE_COLUMNS])
        if new:
            self.made["events"] += len(new)
        found = {id(each): key for each, key in zip(free, chosen, strict=True)}
        return [each.anchor or found.get(id(each)) for each in gathered]

    def _rows(self, each: Gathered) -> list[Mention]:
        return [self.rows[report.number] for report in each.reports if report.number >= 0]

    def _may_found(self, each: Gathered) -> bool:
        return any(
            row.may_found and not row.is_settled and row.state != MatchState.LOST for row in self._rows(each)
        )

    def _write(self, reports: Iterable[Report], event: int | None, state: MatchState) -> None:
        for report in reports:
            if report.number < 0 or self.rows[report.number].is_settled:
                continue
            row = self.rows[report.number]
            if self.changes.link(row, "event", event, state):
                self.moved.add(id(row))


def _days(event: Event) -> ImpreciseDate | None:
    """From the first day of an event to its last."""
    if event.started_on and event.ended_on:
        return ImpreciseDate.between(event.started_on.earliest, event.ended_on.latest)
    return event.started_on


def _found(told: Occasion) -> Event:
    return Event(
        name=told.name,
        kind=guess_kind(told.name),
        session=read_session(told.name),
        place=told.place,
        started_on=told.date,
        is_provisional=True,
    )


def _bring_up_to_date(event: Event, told: Occasion) -> bool:
    """Give a provisional event the day and place that its reports come to; whether that changes it."""
    if (event.started_on, event.place) == (told.date, told.place):
        return False
    event.started_on, event.place = told.date, told.place
    return True
