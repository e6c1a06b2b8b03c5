"""Events under Popolo's field names; see people/popolo.py."""

from collections.abc import Iterator

from django.db.models import Prefetch, Q

from events.models import Event, EventParticipation
from people.models import Organisation, Person
from people.popolo import names_and_address, popolo_date, popolo_id, rows_of, visible, without_blanks

Role = EventParticipation.Role


def events(is_everything: bool) -> Iterator[dict]:
    chosen = visible(Event.objects, is_everything)
    known = Q(person__in=visible(Person.objects, is_everything).order_by()) | Q(
        organisation__in=visible(Organisation.objects, is_everything).order_by()
    )
    taking_part = EventParticipation.objects.filter(known).select_related("person").order_by("pk")
    shown = chosen.prefetch_related(
        "aliases",
        Prefetch("participations", taking_part, to_attr="known_participations"),
        Prefetch("parent", chosen.order_by()),
    )
    for event in rows_of(shown):
        parts = event.known_participations
        organisers = [part for part in parts if part.role == Role.ORGANISER and part.organisation_id]
        row = names_and_address(event, is_everything) | {
            "classification": event.get_kind_display(),
            "description": event.summary,
            "start_date": popolo_date(event.started_on),
            "end_date": popolo_date(event.ended_on),
            "location": event.place,
            "organization_id": popolo_id(Organisation, organisers[0].organisation_id) if organisers else None,
            "parent_id": popolo_id(event.parent) if event.parent else None,
            "attendees": [attendee(part) for part in parts if part.person_id],
        }
        yield without_blanks(row)


def attendee(part: EventParticipation) -> dict:
    return without_blanks(
        {
            "id": popolo_id(part.person),
            "name": part.person.name,
            "role": part.get_role_display(),
            "is_inferred": part.is_inferred,
        }
    )
