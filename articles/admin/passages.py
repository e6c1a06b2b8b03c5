"""Where the articles name a record, for the cards of the queues: words, article, document, in a few queries a page."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F, Min, Model, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from articles.admin.mention import context_of
from articles.admin.source_text import page_of
from articles.looking import note_look
from articles.models import Article, Attestation, Mention
from events.models import Event
from people.models import Organisation, Person
from unioncms.admin_site import admin_url, may
from unioncms.queues import PASSAGES, Passage, finds_passages
from unioncms.states import MatchState

LONGEST = 160  # characters of a sentence that a card shows


def highlight(text: str, name: str) -> SafeString:
    """A sentence with the name marked; of a long one what stands around its first place."""
    at = max(text.find(name), 0)
    start = max(0, at - LONGEST // 2) if len(text) > LONGEST else 0
    shown = text[start : start + LONGEST]
    parts = shown.split(name) if name else [shown]
    marked = format_html_join(format_html("<mark>{}</mark>", name), "{}", ((part,) for part in parts))
    return format_html("{}{}{}", "…" if start else "", marked, "…" if start + LONGEST < len(text) else "")


def first_rows(rows: QuerySet, *by: str, order: Iterable[str] = ("pk",)) -> QuerySet:
    """The first few of the rows that have `by` in common."""
    number = Window(RowNumber(), partition_by=[F(name) for name in by], order_by=list(order))
    return rows.annotate(row_number=number).filter(row_number__lte=PASSAGES)


class Places:
    """Addresses of articles, and of the places in their documents where they begin; looked up for a whole page."""

    def __init__(self, request: HttpRequest, articles: Iterable[int]):
        self.articles: dict[int, Article] = {}
        keys = {key for key in articles if key}
        if keys and may(request, Article):
            self.articles = (
                Article.objects.filter(pk__in=keys)
                .select_related("source")
                .annotate(first=Min("spans__start", filter=Q(spans__source=F("source"))))
                .only("headline", "source__name")
                .in_bulk()
            )
            note_look(request.user, keys, "待核")

    def passage(self, article: int | None, words: SafeString) -> Passage | None:
        """None where the editor may not see the article, whose words these are."""
        if article not in self.articles:
            return None
        found = self.articles[article]
        passage = Passage(words, found.title, admin_url(found))
        if found.source is None:
            return passage
        return Passage(
            words, found.title, admin_url(found), found.source.name, document_url(found, found.first)
        )


def document_url(article: Article, start: int | None) -> str:
    number = page_of(start or 0)
    query = {"article": article.pk} | ({"p": number} if number > 1 else {})
    address = reverse("admin:articles_sourcedocument_change", args=[article.source_id])
    return f"{address}?{urlencode(query)}" + (f"#s{start}" if start is not None else "")


@finds_passages(Person, Organisation, Event)
def find_passages(request: HttpRequest, model: type[Model], keys: list[int]) -> dict[int, list[Passage]]:
    """The sentences that show a person in a post first, then places where the name stands."""
    if not keys or not may(request, Article):
        return {}
    kind = model._meta.model_name
    rows: list[tuple[int, int, SafeString]] = []
    if model is Person:
        seen = Attestation.objects.filter(person__in=keys, state=MatchState.MATCHED).exclude(passage="")
        rows += [
            (row.person_id, row.article_id, highlight(row.passage, row.name))
            for row in first_rows(seen.only("person", "article", "passage", "name"), "person")
        ]
    named = Mention.objects.matched().filter(**{f"{kind}__in": keys})
    rows += [
        (getattr(row, f"{kind}_id"), row.article_id, context_of(row))
        for row in first_rows(named, kind, order=("field", "pk"))
    ]
    return gather(request, rows)


def gather(request: HttpRequest, rows: list[tuple]) -> dict:
    """Rows of (key, article, words) → each key's first passages, of different articles where there are enough."""
    places = Places(request, (article for _, article, _ in rows))
    by_key: dict[object, list[tuple[int, SafeString]]] = defaultdict(list)
    for key, article, words in rows:
        by_key[key].append((article, words))
    return {
        key: [
            passage
            for article, words in _of_different_articles(found)[:PASSAGES]
            if (passage := places.passage(article, words))
        ]
        for key, found in by_key.items()
    }


def _of_different_articles(found: list[tuple[int, SafeString]]) -> list[tuple[int, SafeString]]:
    seen: set[int] = set()
    first = []
    for article, words in found:
        if article not in seen:
            seen.add(article)
            first.append((article, words))
    return first + [each for each in found if each not in first]
