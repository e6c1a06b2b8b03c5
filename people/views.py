"""Public pages of the register."""

from itertools import groupby

from django.http import Http404
from django.utils import timezone
from django.views.generic import DetailView

from people.honours import awarded_by, holders_of, honours_by_name, mark_public_givers
from people.json_ld import organisation_data, person_data
from people.models import Organisation, Person
from people.old_addresses import LeadsOn
from people.on_day import asked_day
from people.reading import (
    add_main_posts,
    articles_about,
    articles_by,
    articles_naming_any,
    as_cards,
)
from people.succession import add_former_names, succession_of
from people.tenures import Tenure, holders_of_posts, tenures_at, tenures_of, tenures_on
from people.timeline import Span, draw, spans_of
from people.tree import below, guided, guides, other_changes, place_of
from unioncms.collation import initial, pinyin_key
from unioncms.paging import PagedListView, page_of

REST = "其他"
MOST_GUIDES = 20


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
        tenures = tenures_of(person)
        honours = list(person.honours.select_related("awarded_by"))
        mark_public_givers(honours)
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
        aliases = list(person.aliases.all())
        asked, day = asked_day(self.request)
        return super().get_context_data(
            data=person_data(person, tenures, aliases, honours),
            asked_on=asked,
            on=day,
            in_office=[tenure for tenure in tenures if tenure.holds_on(day)] if day else [],
            tenures=tenures,
            timeline=draw(
                ((f"{each.post.organisation.name} {each.post.title}", spans_of(each)) for each in tenures),
                timezone.localdate(),
            ),
            aliases=aliases,
            honours=honours,
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

    def leads_to(self):
        """A former name leads to the body as it is called now."""
        self.succession = succession_of(self.object)
        present = self.succession.present
        if present.pk == self.object.pk:
            return ""
        return f"{present.get_absolute_url()}#former-{self.object.pk}"

    def get_context_data(self, **kwargs):
        organisation, succession = self.object, self.succession
        bodies = succession.keys
        aliases = add_former_names(succession, list(organisation.aliases.all()))
        holders = page_of(self.request, holders_of_posts(bodies), 40, "people")
        tenures = tenures_at(holders.object_list)
        articles = page_of(self.request, as_cards(articles_naming_any(bodies).newest_first()), 20, "articles")
        events = page_of(
            self.request,
            organisation.event_participations.model.objects.filter(
                organisation__in=bodies, event__in=_public_events(organisation)
            )
            .select_related("event")
            .order_by("-event__started_on_earliest", "event__name", "pk"),
            20,
            "events",
        )
        place = place_of(bodies)
        children = page_of(self.request, below(bodies), 30, "below")
        asked, day = asked_day(self.request)
        return super().get_context_data(
            data=organisation_data(
                organisation,
                aliases,
                tenures,
                place.path[-1] if place.path else None,
                [link.organisation for link in children],
            ),
            asked_on=asked,
            on=day,
            in_office=tenures_on(bodies, day) if day else [],
            aliases=aliases,
            succession=succession,
            place=place,
            below=children,
            guides=guides(bodies)[:MOST_GUIDES],
            guided=page_of(self.request, guided(bodies), 30, "guided"),
            honours=awarded_by(bodies),
            changes=other_changes(bodies, succession.links),
            holders=holders,
            tenures=tenures,
            timeline=draw(_rows_by_title(tenures), timezone.localdate()),
            articles=articles,
            events=events,
            **kwargs,
        )


class HonourListView(PagedListView):
    queryset = honours_by_name()
    template_name = "people/honour_list.html"
    paginate_by = 60


class HonourView(PagedListView):
    template_name = "people/honour.html"
    paginate_by = 60

    def get_queryset(self):
        if "\x00" in self.kwargs["name"]:
            raise Http404("no name of an honour, and nothing that PostgreSQL would look for")
        return holders_of(self.kwargs["name"])

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        honours = list(context["page_obj"].object_list)
        if not honours:
            raise Http404("nobody has this honour")
        mark_public_givers(honours)
        return context | {"name": self.kwargs["name"], "honours": honours}


def _rows_by_title(tenures: list[Tenure]) -> list[tuple[str, list[Span]]]:
    return [
        (title, [span for tenure in some for span in spans_of(tenure, tenure.person.name)])
        for title, some in groupby(tenures, key=lambda tenure: tenure.post.title)
    ]


def _public_events(record):
    event = record.event_participations.model._meta.get_field("event").related_model
    return event.objects.public().order_by()
