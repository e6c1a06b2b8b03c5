"""Events by month, and as a calendar (iCalendar, RFC 5545) that a reader can subscribe to."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count, F, QuerySet
from django.db.models.functions import Coalesce, ExtractMonth, ExtractYear
from django.utils import timezone
from icalendar import Calendar
from icalendar import Event as Entry

from events.models import Event
from unioncms.addresses import site_address
from unioncms.fields import Precision

MOST_ENTRIES = 500
PRODUCT = "-//UnionCMS//events//ZH"


def known_to_month() -> QuerySet:
    """Public events of which at least the month is known in which they began."""
    return Event.objects.public().filter(started_on_precision__in=[Precision.DAY, Precision.MONTH])


def in_month(year: int, month: int) -> QuerySet:
    """The events that began in a month, or before it and went on into it."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return (
        known_to_month()
        .annotate(over_on=Coalesce("ended_on_earliest", "started_on_latest"))
        .filter(started_on_earliest__lte=last, over_on__gte=first)
        .order_by("started_on_earliest", "name", "pk")
    )


def months_of(year: int) -> list[tuple[int, int]]:
    """(month, events that began in it) of a year."""
    rows = known_to_month().filter(started_on_earliest__year=year).order_by()
    rows = rows.annotate(month=ExtractMonth("started_on_earliest")).values("month")
    return list(rows.annotate(count=Count("pk")).order_by("month").values_list("month", "count"))


def in_year(year: int) -> QuerySet:
    """The events that began in a year, as far as is known; those of which only that is known come first."""
    events = Event.objects.public().filter(started_on_earliest__year=year)
    return events.order_by("started_on_earliest", "name", "pk")


def years() -> list[int]:
    """The years in which events began, the latest first."""
    dated = Event.objects.public().filter(started_on_earliest__isnull=False).order_by()
    rows = dated.annotate(year=ExtractYear("started_on_earliest"))
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def calendar_of(events: QuerySet, name: str) -> bytes:
    """The latest of `events` whose day is known: a calendar has no place for a month or a year."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    days = events.filter(started_on_precision=Precision.DAY)
    for event in days.order_by(F("started_on_earliest").desc(), "pk")[:MOST_ENTRIES]:
        calendar.add_component(_entry(event))
    return calendar.to_ical()


def _entry(event: Event) -> Entry:
    """An entry of whole days; its end is the day after the last, as the format wants it."""
    address = site_address(event.get_absolute_url())
    last = (
        event.ended_on if event.ended_on and event.ended_on.precision == Precision.DAY else event.started_on
    )
    entry = Entry()
    entry.add("uid", f"event-{event.pk}@{urlsplit(settings.SITE_URL).hostname}")
    # When this was written down: the day, so that the file stays the same while nothing changes.
    entry.add("dtstamp", datetime.combine(timezone.localdate(), time.min, timezone.get_current_timezone()))
    entry.add("dtstart", event.started_on.earliest)
    last_day = max(last.latest, event.started_on.earliest)
    if last_day < date.max:
        entry.add("dtend", last_day + timedelta(days=1))
    entry.add("summary", event.name)
    entry.add("url", address)
    entry.add("categories", [event.get_kind_display()])
    entry.add("transp", "TRANSPARENT")
    if event.place:
        entry.add("location", event.place)
    if event.summary:
        entry.add("description", event.summary)
    return entry
