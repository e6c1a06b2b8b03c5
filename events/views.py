"""Public pages of events."""

from django.db.models import F
from django.views.generic import DetailView

from events.json_ld import event_data
from events.models import Event, EventParticipation
from people.models import Organisation, Person
from people.old_addresses import LeadsOn
from people.reading import articles_naming, as_cards
from unioncms.paging import PagedListView, page_of


class EventListView(PagedListView):
    template_name = "events/event_list.html"
    paginate_by = 40

    def get_queryset(self):
        return Event.objects.public().order_by(F("started_on_earliest").desc(nulls_last=True), "name", "pk")


class EventView(LeadsOn, DetailView):
    queryset = Event.objects.public()
    template_name = "events/event.html"

    def get_context_data(self, **kwargs):
        event = self.object
        public = Event.objects.public()
        parent = public.filter(pk=event.parent_id).first() if event.parent_id else None
        roles = _by_role(event)
        return super().get_context_data(
            data=event_data(event, parent, roles),
            parent=parent,
            parts=page_of(self.request, public.filter(parent=event), 20, "parts"),
            roles=roles,
            aliases=list(event.aliases.all()),
            articles=page_of(self.request, as_cards(articles_naming(event).newest_first()), 20, "articles"),
            **kwargs,
        )


def _by_role(event: Event) -> dict[str, list[Person | Organisation]]:
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
