"""Public pages of events."""

from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from django.views.generic import DetailView

from events.calendar import calendar_of, in_month, in_year, months_of, years
from events.json_ld import event_data
from events.models import Event, EventParticipation
from events.reading import roles_of
from people.models import Organisation
from people.old_addresses import LeadsOn
from people.reading import articles_naming, as_cards
from people.succession import succession_of
from unioncms.paging import PagedListView, page_of

CALENDAR_MAX_AGE = 3600


class EventListView(PagedListView):
    template_name = "events/event_list.html"
    paginate_by = 40

    def get_queryset(self):
        return Event.objects.public().order_by(F("started_on_earliest").desc(nulls_last=True), "name", "pk")


class YearView(PagedListView):
    """The events that began in a year."""

    template_name = "events/calendar.html"
    paginate_by = 60

    def get_queryset(self):
        return in_year(self.kwargs["year"])

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not context["page_obj"].object_list:
            raise Http404("no event then")
        return context | {"months": months_of(self.kwargs["year"]), "years": years()} | self.kwargs


class MonthView(YearView):
    def get_queryset(self):
        return in_month(self.kwargs["year"], self.kwargs["month"])


@cache_control(public=True, max_age=CALENDAR_MAX_AGE)
@conditional_page
def calendar(request: HttpRequest) -> HttpResponse:
    return _as_calendar(Event.objects.public(), "活动")


@cache_control(public=True, max_age=CALENDAR_MAX_AGE)
@conditional_page
def organisation_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """What a body took part in, under its former names too."""
    organisation = get_object_or_404(Organisation.objects.public(), pk=pk)
    events = Event.objects.public().filter(
        pk__in=EventParticipation.objects.filter(organisation__in=succession_of(organisation).keys).values(
            "event"
        )
    )
    return _as_calendar(events, f"{organisation.name}的活动")


def _as_calendar(events: QuerySet, name: str) -> HttpResponse:
    return HttpResponse(calendar_of(events, name), content_type="text/calendar; charset=utf-8")


class EventView(LeadsOn, DetailView):
    queryset = Event.objects.public()
    template_name = "events/event.html"

    def get_context_data(self, **kwargs):
        event = self.object
        public = Event.objects.public()
        parent = public.filter(pk=event.parent_id).first() if event.parent_id else None
        roles = roles_of(event)
        return super().get_context_data(
            data=event_data(event, parent, roles),
            parent=parent,
            parts=page_of(self.request, public.filter(parent=event), 20, "parts"),
            roles=roles,
            aliases=list(event.aliases.all()),
            articles=page_of(self.request, as_cards(articles_naming(event).newest_first()), 20, "articles"),
            **kwargs,
        )
