"""A paper as it was printed: its issues, their pages, and what stood on them."""

from dataclasses import dataclass, field

from django.db.models import F, QuerySet, Window
from django.db.models.functions import Lag, Lead

from articles.models import Article, Issue, Page, Placement
from articles.reading import as_cards

IN_TIME = (F("published_on_earliest").asc(nulls_first=True), F("pk").asc())


@dataclass
class PrintedPage:
    """A page and the pieces on it that readers may see, in print order."""

    page: Page
    articles: list[Article] = field(default_factory=list)


def placements_of(issue: Issue) -> QuerySet:
    return Placement.objects.filter(page__issue=issue, article__in=Article.objects.published())


def printed_pages(issue: Issue) -> list[PrintedPage]:
    """The pages of `issue` with something to read on them."""
    order = ("page__number", "position", "pk")
    places = list(placements_of(issue).order_by(*order).select_related("page__issue__publication"))
    cards = as_cards(Article.objects.all()).in_bulk({place.article_id for place in places})
    pages: dict[int, PrintedPage] = {}
    for place in places:
        printed = pages.setdefault(place.page_id, PrintedPage(place.page))
        printed.articles.append(cards[place.article_id])
    return list(pages.values())


def neighbours_of(issue: Issue) -> tuple[Issue | None, Issue | None]:
    """The issue before and the one after, of the same paper."""
    keys = (
        Issue.objects.public()
        .filter(publication=issue.publication_id)
        .order_by()
        .annotate(before=Window(Lag("pk"), order_by=IN_TIME), after=Window(Lead("pk"), order_by=IN_TIME))
    )
    row = next((row for row in keys.values_list("pk", "before", "after") if row[0] == issue.pk), None)
    found = Issue.objects.select_related("publication").in_bulk([key for key in (row or ())[1:] if key])
    return (found.get(row[1]), found.get(row[2])) if row else (None, None)


def latest_issue() -> Issue | None:
    newest = F("published_on_earliest").desc(nulls_last=True)
    return Issue.objects.public().select_related("publication").order_by(newest, "-pk").first()
