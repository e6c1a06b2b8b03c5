"""What stands beside a source's text on its page: articles, open marks, joins and repairs, each with its places."""

from dataclasses import dataclass

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.http import urlencode

from articles.admin.source_proof import rule_counts
from articles.admin.source_text import TextPage, page_of
from articles.models import Article, SourceDocument, SourceJoin, SourceMark

LISTED = 200


@dataclass(frozen=True, slots=True)
class Rows:
    """The first rows of a list, and whether there are more."""

    rows: list
    has_more: bool

    @classmethod
    def of(cls, queryset) -> "Rows":
        rows = list(queryset[: LISTED + 1])
        return cls(rows[:LISTED], len(rows) > LISTED)


def find_articles(document: SourceDocument) -> Rows:
    """The document's articles, each with the place where its first span begins."""
    return Rows.of(
        document.articles.order_by("position", "pk")
        .annotate(first=Min("spans__start", filter=Q(spans__source=document)))
        .only("pk", "headline", "status", "position", "is_incomplete", "source")
    )


def find_joins(document: SourceDocument) -> Rows:
    return Rows.of(document.joins.order_by("start", "other_start"))


def article_rows(articles: list[Article]) -> list[dict]:
    return [
        {"article": each, "address": _address(each.first, f"s{each.first}", None, article=each.pk)}
        if each.first is not None
        else {"article": each}
        for each in articles
    ]


def mark_rows(
    document: SourceDocument, articles: list[Article], page: TextPage
) -> tuple[list[dict], bool, int]:
    """The open marks, whether there are more, and how many an editor has settled."""
    numbers = _numbers(articles)
    found = Rows.of(document.marks.filter(is_settled=False).order_by("start", "kind"))
    rows = [
        {
            "mark": each,
            "note": note_of(each),
            "number": numbers.get(each.article_id),
            "address": _address(each.start, f"m{each.pk}", page),
        }
        for each in found.rows
    ]
    return rows, found.has_more, document.marks.filter(is_settled=True).count()


def join_rows(joins: list[SourceJoin], articles: list[Article], page: TextPage) -> list[dict]:
    numbers = _numbers(articles)
    return [
        {
            "join": each,
            "number": numbers.get(each.article_id),
            "first": _address(each.end - 1, f"j{each.pk}a", page),
            "other": _address(each.other_start, f"j{each.pk}b", page),
            "percent": round(each.confidence * 100),
            "trust": "high" if each.confidence >= 0.8 else "fair" if each.confidence >= 0.5 else "low",
        }
        for each in joins
    ]


def repair_rows(document: SourceDocument) -> list[tuple[str, str, str, int]]:
    return rule_counts(document.repairs.order_by().values_list("rule").annotate(Count("pk")))


def note_of(mark: SourceMark) -> str:
    """The mark's detail in words; those of the kinds that have none speak for themselves."""
    if mark.kind in (SourceMark.Kind.DOUBTFUL_JOIN, SourceMark.Kind.FRAGMENT_APART) and mark.detail:
        return f"把握 {mark.detail}"
    return mark.detail


def mark_address(mark: SourceMark) -> str:
    """The place of a mark on its document's page, from any other page."""
    page = reverse("admin:articles_sourcedocument_change", args=[mark.source_id])
    return f"{page}{_address(mark.start, f'm{mark.pk}', None)}"


def _address(place: int, anchor: str, page: TextPage | None, **query: object) -> str:
    """A place's address on the document's page; the anchor alone where `page` is shown and holds it."""
    number = page_of(place)
    if page is not None and number == page.number:
        return f"#{anchor}"
    if number > 1 or page is not None:
        query["p"] = number
    return f"?{urlencode(query)}#{anchor}" if query else f"#{anchor}"


def _numbers(articles: list[Article]) -> dict[int, int]:
    return {article.pk: place for place, article in enumerate(articles, start=1)}
