"""Events as schema.org has them."""

from events.models import Event, EventParticipation
from people.models import Organisation, Person
from unioncms.addresses import site_address
from unioncms.json_ld import iso, reference

Role = EventParticipation.Role
PROPERTIES = {
    Role.ORGANISER: "organizer",
    Role.HOST: "organizer",
    Role.CO_ORGANISER: "contributor",
    Role.PRESENT: "attendee",
    Role.SPEAKER: "performer",
}


def event_data(event: Event, parent: Event | None, roles: dict[str, list[Person | Organisation]]) -> dict:
    """`roles`: who took part, by the words for what as."""
    taking_part: dict[str, list] = {}
    for role, name in PROPERTIES.items():
        for record in roles.get(role.label, ()):
            kind = "Person" if isinstance(record, Person) else "Organization"
            taking_part.setdefault(name, []).append(reference(kind, record))
    return {
        "@type": "Event",
        "name": event.name,
        "url": site_address(event.get_absolute_url()),
        "startDate": iso(event.started_on),
        "endDate": iso(event.ended_on),
        "description": event.summary,
        "location": {"@type": "Place", "name": event.place} if event.place else None,
        "superEvent": reference("Event", parent) if parent else None,
        **taking_part,
    }
