"""Articles into the search's entries, from what readers were given: the last release, behind its masks."""

from collections.abc import Iterable, Iterator

from django.db import transaction

from articles.models import Article, SearchEntry
from articles.reading import contributions_of, figures_of
from articles.search.backends import backend
from articles.search.folding import fold, headline_keys, keys_of
from unioncms.richtext import plain_text

CHUNK = 200
MOST_CHARACTERS = 50_000  # of one article; PostgreSQL holds 1 MB of keys
COLUMNS = ("headline", "text", "plain", "genre", "day")


def index(keys: Iterable[int]) -> int:
    """Write the entries of those that are published, and take those of the others away; how many were written."""
    return sum(map(_index_some, _chunks(sorted(set(keys)))))


def reindex(is_missing_only: bool = False) -> tuple[int, int]:
    """All entries anew, or those that are missing; how many were written, and how many removed."""
    published = Article.objects.published().order_by("pk")
    stale = SearchEntry.objects.exclude(article__in=published.order_by())
    gone = list(stale.values_list("pk", flat=True))
    index(gone)
    if is_missing_only:
        published = published.filter(search_entry__isnull=True)
    written = index(published.values_list("pk", flat=True))
    backend().remove_strays()
    return written, len(gone)


def _chunks(keys: list[int]) -> Iterator[list[int]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))


@transaction.atomic
def _index_some(keys: list[int]) -> int:
    """A release waits meanwhile: it would be overwritten by the words of the one before."""
    articles = (
        Article.objects.select_for_update(of=("self",), no_key=True)
        .published()
        .as_released()
        .filter(pk__in=keys)
        .defer("imported")
        .prefetch_related("contributions", "figures")
        .order_by("pk")
    )
    entries = [entry_of(article) for article in articles]
    found = {entry.article_id for entry in entries}
    gone = [key for key in keys if key not in found]
    if gone:
        SearchEntry.objects.filter(pk__in=gone).delete()
        backend().remove(gone)
    if entries:
        SearchEntry.objects.bulk_create(
            entries, update_conflicts=True, unique_fields=["article"], update_fields=COLUMNS
        )
        backend().write(
            {entry.article_id: keys_of(entry.text) | headline_keys(entry.headline) for entry in entries}
        )
    return len(entries)


def entry_of(article: Article) -> SearchEntry:
    headline = "\n".join(filter(None, [article.headline, article.kicker, article.subheadline]))
    parts = [
        article.editors_note,
        plain_text(article.body),
        *(figure.caption for figure in figures_of(article)),
        " ".join(each.printed_name for each in contributions_of(article)),
        article.source_credit,
    ]
    plain = "\n".join(filter(None, parts))[:MOST_CHARACTERS].replace("\x00", "")
    published_on = article.published_on
    folded = fold(headline)
    return SearchEntry(
        article=article,
        headline=folded,
        text=f"{folded}\n{fold(plain)}",
        plain=plain,
        genre=article.genre,
        day=published_on.earliest if published_on else None,
    )
