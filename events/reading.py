"""What the public pages of events show."""

from events.models import Event, EventParticipation
from people.models import Organisation, Person


def roles_of(event: Event) -> dict[str, list[Person | Organisation]]:
    """Who took part, as what; whom only drafts know is left out."""
    public_people = set(
        Person.objects.public()
        .filter(event_participations__event=event)
        .order_by()
        .values_list("pk", flat=True)
    )
    roles: dict[str, list] = {label: [] for label in EventParticipation.Role.labels}
    for each in (
        event.participations.for_readers()
        .select_related("person", "organisation")
        .order_by("organisation__name", "person__name", "pk")
    ):
        if each.organisation or each.person_id in public_people:
            roles[each.get_role_display()].append(each.organisation or each.person)
    return {label: records for label, records in roles.items() if records}
