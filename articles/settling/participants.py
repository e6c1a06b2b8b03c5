"""Who took part in events, as far as reports tell: their organisers, and the people they name there.

What an editor has entered stays. What an editor has deleted is not inferred again from the same report: only a report
that means another event than before, or a name that means somebody else, brings a participant.
"""

from collections.abc import Iterable

from django.db.models import F, Q

from articles.models import Mention
from articles.settling.events import EventSettler
from articles.settling.people import Key, PeopleSettler
from articles.settling.rows import Kind, document_of
from events.models import EventParticipation
from unioncms.chunks import chunks
from unioncms.states import MatchState

Role = EventParticipation.Role
Place = tuple[int, str, int | None, int | None]  # event, role, person, organisation


def settle_participants(events: EventSettler, people: PeopleSettler, moved_bodies: set[str]) -> None:
    """Bring the inferred participants of every event concerned to what its reports say."""
    rows = _reports(events, people)
    person_of = _find_people(rows, people)
    wanted: dict[Place, bool] = {}
    for row in rows:
        is_new = row.pk is None or id(row) in events.moved
        document = document_of(row)
        for name in row.evidence.get("organisers", ()):
            if body := events.bodies.get(name):
                place = (row.event_id, Role.ORGANISER, None, body.pk)
                wanted[place] = wanted.get(place, False) or is_new or name in moved_bodies
        for name in row.evidence.get("people", ()):
            if person := person_of.get((document, name)):
                place = (row.event_id, Role.PRESENT, person, None)
                wanted[place] = wanted.get(place, False) or is_new or (document, name) in people.moved
    _write({row.event_id for row in rows} | set(events.events), wanted)


def _reports(events: EventSettler, people: PeopleSettler) -> list[Mention]:
    """All matched reports of the events concerned: settled ones, and those of documents where somebody has moved."""
    rows = [row for row in events.rows if row.event_id and row.state == MatchState.MATCHED]
    known = {row.pk for row in rows}
    fresh = {document_of(row) for row in (*people.fresh.mentions, *people.fresh.contributions)}
    documents = {document for document, _ in people.moved} - fresh
    others = set(events.worked_on)
    for some in chunks(documents):
        there = Q(article__source__in=[each for each in some if each > 0])
        there |= Q(article__in=[-each for each in some if each < 0])
        found = Mention.objects.filter(there, kind=Kind.EVENT, state=MatchState.MATCHED)
        others.update(found.values_list("event", flat=True))
    for some in chunks(others):
        found = Mention.objects.filter(event__in=some, state=MatchState.MATCHED)
        found = found.annotate(source_key=F("article__source")).only(
            "event_id", "evidence", "article_id", "state"
        )
        rows += [row for row in found if row.pk not in known]
    missing = {name for row in rows for name in row.evidence.get("organisers", ())} - set(events.bodies)
    events.learn_bodies(missing)
    return rows


def _find_people(rows: Iterable[Mention], people: PeopleSettler) -> dict[Key, int]:
    """Whom each name means in each document, for the names that these reports give."""
    wanted = {(document_of(row), name) for row in rows for name in row.evidence.get("people", ())}
    found: dict[Key, int] = {}
    for key in wanted & set(people.sightings):
        for row in people.sightings[key]:
            if row.person_id and row.state == MatchState.MATCHED:
                found[key] = row.person_id
                break
    missing = {(document, name) for document, name in wanted if name not in people.names}
    for some in chunks(name for _, name in missing):
        stored = Mention.objects.filter(kind=Kind.PERSON, name__in=some, state=MatchState.MATCHED)
        stored = stored.order_by("-pk").values_list("article__source", "article", "name", "person")
        for source, article, name, person in stored:
            if (source or -article, name) in missing:
                found[source or -article, name] = person
    return found


def _write(concerned: set[int], wanted: dict[Place, bool]) -> None:
    held: set[Place] = set()
    gone: list[int] = []
    for some in chunks(concerned):
        rows = EventParticipation.objects.filter(event__in=some)
        for key, is_inferred, *place in rows.values_list(
            "pk", "is_inferred", "event_id", "role", "person_id", "organisation_id"
        ):
            if is_inferred and tuple(place) not in wanted:
                gone.append(key)
            held.add(tuple(place))
    for some in chunks(gone):
        EventParticipation.objects.filter(pk__in=some).delete()
    EventParticipation.objects.bulk_create(
        EventParticipation(
            event_id=event, role=role, person_id=person, organisation_id=body, is_inferred=True
        )
        for (event, role, person, body), is_new in wanted.items()
        if is_new and (event, role, person, body) not in held
    )
