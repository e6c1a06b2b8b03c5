"""Articles by year and month, as far as their dates are known."""

from dataclasses import dataclass

from django.db.models import Count, F, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear

from articles.models import Article


@dataclass(frozen=True)
class Span:
    """A year or a month of the archive, and how many articles are known to fall into it."""

    number: int
    pieces: int


def _dated() -> QuerySet:
    """Published articles whose year is known."""
    first, last = ExtractYear("published_on_earliest"), ExtractYear("published_on_latest")
    return (
        Article.objects.published()
        .annotate(year=first, last_year=last)
        .filter(year=F("last_year"))
        .order_by()
    )


def years() -> list[Span]:
    rows = _dated().values("year").annotate(pieces=Count("pk")).order_by("-year")
    return [Span(row["year"], row["pieces"]) for row in rows]


def count_undated() -> int:
    return Article.objects.published().count() - _dated().count()


def of_year(year: int) -> QuerySet:
    return _dated().filter(year=year)


def _monthly(year: int) -> QuerySet:
    """Those of `year` whose month is known."""
    first, last = ExtractMonth("published_on_earliest"), ExtractMonth("published_on_latest")
    return of_year(year).annotate(month=first, last_month=last).filter(month=F("last_month"))


def months(year: int) -> list[Span]:
    rows = _monthly(year).values("month").annotate(pieces=Count("pk")).order_by("month")
    return [Span(row["month"], row["pieces"]) for row in rows]


def of_month(year: int, month: int) -> QuerySet:
    return _monthly(year).filter(month=month)
