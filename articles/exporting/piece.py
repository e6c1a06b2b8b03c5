"""An article as it is sent out: the words of its last release."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import Article, Figure
from articles.reading import BylineGroup, byline_of, contributions_of, figures_of
from articles.templatetags.article_text import display_title
from unioncms.richtext import sanitise


@dataclass(frozen=True, slots=True)
class Piece:
    """One article for export; `body` is sanitised HTML, all else plain text."""

    title: str
    kicker: str
    headline: str
    subheadline: str
    byline: tuple[BylineGroup, ...]
    source: str
    day: str
    places: tuple[str, ...]
    editors_note: tuple[str, ...]
    body: str
    figures: tuple[Figure, ...]
    author_posts: tuple[str, ...]

    @property
    def has_head_of_its_own(self) -> bool:
        """Without a printed headline the title is made of the first words, and they stand in the text."""
        return bool(self.headline)


def pieces(keys: Iterable[int]) -> dict[int, Piece]:
    """The published articles among `keys`, by key."""
    rows = (
        Article.objects.published()
        .filter(pk__in=keys)
        .as_released()
        .select_related("publication")
        .defer("imported")
        .prefetch_related("figures", "contributions__person", "placements__page__issue__publication")
    )
    return {article.pk: piece_of(article) for article in rows}


def piece_of(article: Article) -> Piece:
    """`article` is one that shows its release."""
    contributions = contributions_of(article)
    return Piece(
        title=display_title(article),
        kicker=article.kicker,
        headline=article.headline,
        subheadline=article.subheadline,
        byline=tuple(byline_of(contributions)),
        source=article.source_credit or (article.publication.name if article.publication else ""),
        day=str(article.published_on or ""),
        places=tuple(f"{place.page.issue} 第{place.page.number}版" for place in article.placements.all()),
        editors_note=tuple(filter(None, map(str.strip, article.editors_note.splitlines()))),
        body=sanitise(article.body),
        figures=tuple(figures_of(article)),
        author_posts=tuple(
            f"（{each.printed_name}系{each.printed_post}）" for each in contributions if each.printed_post
        ),
    )
