"""The articles that a query finds, in which order, counted by what they are about, and the records above them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import ExtractYear, Length
from taggit.models import Tag

from articles.models import Article, Column, Issue, Mention, SearchEntry
from articles.search.backends import backend
from articles.search.query import Query, Records, Term
from events.models import Event
from people.models import Organisation, Person
from people.reading import add_main_posts

MOST_CHOICES = 8  # of one filter
MOST_RECORDS = 6  # of one kind, above the articles
LONGEST_KEY = 18  # digits
ARTICLES_OF = {Person: "person__in", Organisation: "organisation__in", Event: "event__in"}


# The articles


def find_articles(query: Query) -> QuerySet[Article]:
    """Published articles that have every term; none for a query without one."""
    if not query:
        return Article.objects.none()
    found = Article.objects.published().filter(search_entry__isnull=False)
    for term in query.terms:
        found = found.filter(_has(term))
    return found


def _has(term: Term) -> Q:
    entries = SearchEntry.objects.filter(pk__in=backend().having(term.keys))
    if not term.is_in_keys:
        entries = entries.filter(text__contains=term.text)
    return Q(pk__in=entries.order_by().values("pk")) | _names(term.records)


def _names(records: Records) -> Q:
    """Articles in which a name that readers see stands for one of `records`."""
    reached = Q(pk__in=[])
    for model, keys in records.items():
        mentions = Mention.objects.for_readers().filter(**{ARTICLES_OF[model]: sorted(keys)})
        reached |= Q(pk__in=mentions.order_by().values("article"))
    return reached


def by_relevance(found: QuerySet[Article], query: Query) -> QuerySet[Article]:
    """Those first that name whom the query names, then those that have it in the headline; each newest first."""
    if not query:
        return by_date(found)
    in_headline = Q()
    for term in query.terms:
        in_headline &= Q(search_entry__headline__contains=term.text)
    whole = Q(search_entry__headline__contains=query.whole)
    cases = [When(whole, Value(2)), When(in_headline, Value(3))]
    if query.records:
        named = _names(query.records)
        cases = [When(named & whole, Value(0)), When(named, Value(1)), *cases]
    rank = Case(*cases, default=Value(4), output_field=IntegerField())
    return by_date(found.annotate(rank=rank), "rank")


def by_date(found: QuerySet[Article], *before: str) -> QuerySet[Article]:
    return found.order_by(*before, F("search_entry__day").desc(nulls_last=True), "-pk")


# Filters


@dataclass
class Choice:
    value: str
    label: str
    count: int


@dataclass
class Filter:
    """One way to narrow what is found: `parameter` in the address, `path` from an article to its values."""

    parameter: str
    label: str
    path: str
    records: QuerySet | None = None
    chosen: str = ""
    choices: list[Choice] = field(default_factory=list)

    def narrow(self, found: QuerySet[Article]) -> QuerySet[Article]:
        """Those of the chosen value; none where there is no such value."""
        value = self._read(self.chosen)
        if value is None:
            return found.none()
        values = self._values(Article.objects.all()).filter(**{self.column: value})
        return found.filter(pk__in=values.values("article_id" if self.is_mentioned else "pk"))

    def count(self, found: QuerySet[Article]) -> None:
        """The commonest values among what is found."""
        article = "article" if self.is_mentioned else "pk"
        rows = self._values(found).filter(**{f"{self.column}__isnull": False})
        counts = rows.values(self.column).annotate(found=Count(article, distinct=True))
        ordered = counts.order_by("-found", self.column).values_list(self.column, "found")[:MOST_CHOICES]
        by_value = dict(ordered)
        labels = self._labels(by_value)
        self.choices = [
            Choice(str(value), labels[value], count) for value, count in by_value.items() if value in labels
        ]

    @property
    def chosen_label(self) -> str:
        value = self._read(self.chosen)
        return (self._labels([value]).get(value) if value is not None else None) or "没有这一项"

    @property
    def is_mentioned(self) -> bool:
        return self.parameter in ("person", "organisation")

    @property
    def column(self) -> str:
        return "year" if self.parameter == "year" else self.path

    def _values(self, found: QuerySet[Article]) -> QuerySet:
        """Rows that have an article, and the filter's value in `column`."""
        keys = found.order_by().values("pk")
        if self.is_mentioned:
            return Mention.objects.for_readers().filter(article__in=keys).order_by()
        rows = Article.objects.filter(pk__in=keys).order_by()
        return rows.annotate(year=ExtractYear(self.path)) if self.parameter == "year" else rows

    def _read(self, value: str) -> str | int | None:
        """None for what no article can have."""
        if self.parameter == "genre":
            return value if value in Article.Genre else None
        if not value.isdecimal() or len(value) > LONGEST_KEY:
            return None
        number = int(value)
        return None if self.parameter == "year" and not MINYEAR <= number <= MAXYEAR else number

    def _labels(self, values: Iterable) -> dict:
        if self.parameter == "genre":
            return dict(Article.Genre.choices)
        if self.records is None:
            return {value: f"{value}年" for value in values}
        return {key: str(record) for key, record in self.records.in_bulk(list(values)).items()}


def filters() -> list[Filter]:
    """Each with the records that readers may see: an address typed by hand names no other."""
    published = Article.objects.published().order_by()
    tags = Tag.objects.filter(pk__in=published.filter(tags__isnull=False).values("tags"))
    issues = Issue.objects.public().select_related("publication")
    return [
        Filter("column", "栏目", "column", Column.objects.public()),
        Filter("year", "年份", "search_entry__day"),
        Filter("person", "人物", "person", Person.objects.public()),
        Filter("organisation", "单位", "organisation", Organisation.objects.public()),
        Filter("tag", "标签", "tagged_articles__tag", tags),
        Filter("genre", "体裁", "search_entry__genre"),
        Filter("issue", "期", "placements__page__issue", issues),
    ]


# The records


@dataclass
class Found:
    """People, bodies and events that go by the query."""

    people: list[Person] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.people or self.organisations or self.events)


def find_records(query: Query) -> Found:
    """Those that readers may see: first who goes by a term, then whose name has all of them."""
    found = Found()
    for model, shown in ((Person, found.people), (Organisation, found.organisations), (Event, found.events)):
        keys = set().union(*(term.records.get(model, ()) for term in query.terms))
        named = Q(pk__in=sorted(keys))
        within = Q(pk__in=[]) if any(len(term.text) < 2 for term in query.terms) else Q()
        for term in query.terms:
            within &= Q(name__contains=term.text)
        if query:
            rank = Case(When(named, Value(0)), default=Length("name"), output_field=IntegerField())
            records = model.objects.public().filter(named | within).order_by(rank, "name", "pk")
            shown += records[:MOST_RECORDS]
    if found.people:
        add_main_posts(found.people)
    return found
