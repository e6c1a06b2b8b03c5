"""Public pages of the register."""

from django.http import Http404
from django.views.generic import DetailView

from people.models import Organisation, Person
from people.old_addresses import LeadsOn
from people.reading import (
    add_main_posts,
    articles_about,
    articles_by,
    articles_naming,
    as_cards,
    holders_of_posts,
    public_links,
    tenures_at,
    tenures_of,
    tenures_on,
)
from unioncms.collation import initial, pinyin_key
from unioncms.fields import ImpreciseDate
from unioncms.paging import PagedListView, page_of

REST = "其他"


class IndexView(PagedListView):
    """A register's index by pinyin. Sorting reads the names of all public records, the page its own rows."""

    paginate_by = 60

    def get_queryset(self):
        rows = super().get_queryset().order_by().values_list("pk", "name")
        rows = sorted(rows, key=lambda row: (pinyin_key(row[1]), row[0]))
        self.letters: dict[str, int] = {}
        for index, (_, name) in enumerate(rows):
            self.letters.setdefault(initial(name) or REST, index // self.paginate_by + 1)
        return [pk for pk, _ in rows]

    def get_records(self, keys: list[int]) -> list:
        records = self.model.objects.in_bulk(keys)
        return [records[key] for key in keys if key in records]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        groups: dict[str, list] = {}
        for record in self.get_records(list(context["page_obj"].object_list)):
            groups.setdefault(initial(record.name) or REST, []).append(record)
        return context | {"groups": groups, "letters": self.letters}


class PersonListView(IndexView):
    model = Person
    queryset = Person.objects.public()
    template_name = "people/person_list.html"

    def get_records(self, keys):
        people = super().get_records(keys)
        add_main_posts(people)
        return people


class PersonView(LeadsOn, DetailView):
    queryset = Person.objects.public()
    template_name = "people/person.html"

    def get_context_data(self, **kwargs):
        person = self.object
        written = page_of(self.request, as_cards(articles_by(person).newest_first()), 20, "written")
        named = page_of(self.request, as_cards(articles_about(person).newest_first()), 20, "named")
        events = page_of(
            self.request,
            person.event_participations.for_readers()
            .filter(event__in=_public_events(person))
            .select_related("event")
            .order_by("-event__started_on_earliest", "event__name", "pk"),
            20,
            "events",
        )
        return super().get_context_data(
            tenures=tenures_of(person),
            aliases=list(person.aliases.all()),
            honours=list(person.honours.select_related("awarded_by")),
            written=written,
            named=named,
            events=events,
            **kwargs,
        )


class OrganisationListView(IndexView):
    model = Organisation
    template_name = "people/organisation_list.html"

    def get_queryset(self):
        self.kind = self.request.GET.get("kind", "")
        if self.kind and self.kind not in Organisation.Kind.values:
            raise Http404("no such kind")
        self.queryset = Organisation.objects.public()
        if self.kind:
            self.queryset = self.queryset.filter(kind=self.kind)
        return super().get_queryset()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        present = set(Organisation.objects.public().order_by().values_list("kind", flat=True).distinct())
        query = "&".join(filter(None, [f"kind={self.kind}" if self.kind else "", context["canonical_query"]]))
        return context | {
            "kind": self.kind,
            "kinds": [choice for choice in Organisation.Kind.choices if choice[0] in present],
            "canonical_query": query,
        }


class OrganisationView(LeadsOn, DetailView):
    queryset = Organisation.objects.public().select_related("area__parent")
    template_name = "people/organisation.html"

    def get_context_data(self, **kwargs):
        organisation = self.object
        holders = page_of(self.request, holders_of_posts(organisation), 40, "people")
        articles = page_of(
            self.request, as_cards(articles_naming(organisation).newest_first()), 20, "articles"
        )
        events = page_of(
            self.request,
            organisation.event_participations.filter(event__in=_public_events(organisation))
            .select_related("event")
            .order_by("-event__started_on_earliest", "event__name", "pk"),
            20,
            "events",
        )
        asked = self.request.GET.get("on", "")[:20]
        day = _read_day(asked)
        return super().get_context_data(
            asked_on=asked,
            on=day,
            in_office=tenures_on(organisation, day) if day else [],
            aliases=list(organisation.aliases.all()),
            links=public_links(organisation),
            holders=holders,
            tenures=tenures_at(holders.object_list),
            articles=articles,
            events=events,
            **kwargs,
        )


def _read_day(text: str) -> ImpreciseDate | None:
    """?on=2018-06-01; a month or a year will do."""
    try:
        return ImpreciseDate.parse(text) if text else None
    except ValueError:
        return None


def _public_events(record):
    event = record.event_participations.model._meta.get_field("event").related_model
    return event.objects.public().order_by()
