"""What the page of the search shows: the articles found, how to narrow them, and ways on where there are none."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from articles.models import Article, SearchEntry
from articles.reading import as_cards
from articles.search import (
    Query,
    by_date,
    by_relevance,
    filters,
    find_articles,
    find_records,
    marked,
    passages,
    pattern_of,
    read_query,
    suggest,
)
from articles.search.query import MOST_CHARACTERS, fold_blanks
from articles.templatetags.article_text import display_title
from unioncms.paging import page_of

SIZE = 20
MOST_PARTS = 5
MOST_LISTED = 20_000  # keys in one query
ORDERS = {"relevance": "相关", "date": "日期"}


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another search: where it leads, what it says, and how many it finds."""

    address: str
    label: str
    count: int | None = None
    is_here: bool = False


def search_page(request: HttpRequest) -> dict:
    asked = request.GET
    query = read_query(asked.get("q", ""))
    found = find_articles(query)
    narrowing = filters()
    for each in narrowing:
        each.chosen = fold_blanks(asked.get(each.parameter, ""))[:20].strip()
        if each.chosen:
            found = each.narrow(found)
    found = _looked_up(found)
    order = "date" if asked.get("order") == "date" else "relevance"
    ordered = by_date(found) if order == "date" else by_relevance(found, query)
    page = page_of(request, as_cards(ordered), SIZE)
    show_passages(page, query)
    chosen = [each for each in narrowing if each.chosen]
    context = {
        "query": query,
        "most_characters": MOST_CHARACTERS,
        "page_obj": page,
        "chosen": [_without(asked, each) for each in chosen],
        "records": find_records(query) if page.number == 1 and not chosen else None,
        "orders": [
            Way(_address(asked, order=name), label, is_here=name == order) for name, label in ORDERS.items()
        ],
    }
    if page.paginator.count:
        return context | {"filters": list(_choices(asked, narrowing, found))}
    return context | {"ways": _ways_on(asked, query, bool(chosen))}


def _looked_up(found: QuerySet[Article]) -> QuerySet[Article]:
    """The same articles by their keys, so that counting them seven ways does not look for them seven times."""
    keys = list(found.order_by().values_list("pk", flat=True)[: MOST_LISTED + 1])
    return Article.objects.filter(pk__in=keys) if len(keys) <= MOST_LISTED else found


def show_passages(page: Page, query: Query) -> None:
    """Give each article on the page its headline with the terms marked, and its passages."""
    pattern = pattern_of(query)
    articles = list(page.object_list)
    page.object_list = articles
    keys = [article.pk for article in articles]
    plain = dict(SearchEntry.objects.filter(pk__in=keys).values_list("pk", "plain"))
    for article in articles:
        article.marked_title = marked(display_title(article), pattern)
        article.passages = passages(plain.get(article.pk, ""), pattern)


def _choices(asked: QueryDict, narrowing, found):
    """Each filter that still has something to choose, with its ways."""
    for each in narrowing:
        if each.chosen:
            continue
        each.count(found)
        if each.choices:
            ways = [
                Way(_address(asked, **{each.parameter: choice.value}), choice.label, choice.count)
                for choice in each.choices
            ]
            yield each.label, ways


def _without(asked: QueryDict, each) -> Way:
    return Way(_address(asked, **{each.parameter: ""}), f"{each.label}：{each.chosen_label}")


def _ways_on(asked: QueryDict, query: Query, is_narrowed: bool) -> dict:
    if not query:
        return {}
    if is_narrowed:
        return {"unnarrowed": f"?{_only(query.typed)}"}
    ways: dict = {"meant": [Way(f"?{_only(name)}", name) for name in suggest(query)]}
    if len(query.terms) > 1:
        parts = [
            Way(f"?{_only(term.text)}", term.text, find_articles(Query(terms=[term])).count())
            for term in query.terms[:MOST_PARTS]
        ]
        ways["parts"] = [part for part in parts if part.count]
    return ways


def _address(asked: QueryDict, **changed: str) -> str:
    """The search with something else chosen, from its first page."""
    query = asked.copy()
    query.pop("page", None)
    for name, value in changed.items():
        query[name] = value
        if not value or (name, value) == ("order", "relevance"):
            del query[name]
    return f"?{query.urlencode()}"


def _only(text: str) -> str:
    query = QueryDict(mutable=True)
    query["q"] = text
    return query.urlencode()
