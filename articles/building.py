"""A parsed document → the rows of its articles, not yet saved.

Each imported field has a comparable form, plain JSON that is kept in `Article.imported`: `imported_values`
makes it from a parse, `current_value` reads it from a row, `set_value` writes it into one. A field whose
two forms differ has been touched by an editor.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.anchoring import Anchor, AnchorText, body_html
from articles.models import (
    Article,
    Attestation,
    Column,
    Contribution,
    Figure,
    Mention,
    Publication,
    Series,
    SourceDocument,
    SourceSpan,
)
from events.models import Event
from people.models import Organisation, Person
from unioncms import parsing
from unioncms.fields import ImpreciseDate
from unioncms.parsing import Document, Passage
from unioncms.parsing.document import DISCARD_LABELS
from unioncms.states import MatchState

LARGEST_PART = 32767
BETWEEN_BLOCKS = re.compile(r"(?<=>)\s+(?=<)")
RECORD_OF = {Mention.Kind.PERSON: Person, Mention.Kind.ORGANISATION: Organisation, Mention.Kind.EVENT: Event}


def clip(text: str | None, model: type, name: str) -> str:
    """`text` as a column of limited length holds it; the source document keeps the rest."""
    text = text or ""
    limit = model._meta.get_field(name).max_length
    return text if limit is None or len(text) <= limit else text[: limit - 1] + "…"


def read_date(text: str | None) -> ImpreciseDate | None:
    try:
        return ImpreciseDate.parse(text) if text else None
    except ValueError:
        return None


# The paper's structure


@dataclass
class Papers:
    """The publication, columns and series that a document names, made where they are missing."""

    publication: Publication | None = None
    columns: dict[str, Column] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)

    @classmethod
    def ensure(cls, document: Document) -> "Papers":
        papers = cls()
        if document.publication:
            name = clip(document.publication, Publication, "name")
            papers.publication = Publication.objects.get_or_create(name=name)[0]
        columns = {clip(each.column, Column, "name") for each in document.articles if each.column}
        titles = {clip(each.series.title, Series, "title") for each in document.articles if each.series}
        papers.columns = {row.name: row for row in _ensure_named(Column, "name", columns)}
        papers.series = {row.title: row for row in _ensure_named(Series, "title", titles)}
        return papers


def _ensure_named(model: type, key: str, names: set[str]) -> list:
    names.discard("")
    if not names:
        return []
    rows = list(model.objects.filter(**{f"{key}__in": names}))
    missing = sorted(names - {getattr(row, key) for row in rows})
    return rows + model.objects.bulk_create(model(**{key: name}) for name in missing)


# Articles and their imported fields


def imported_values(article: parsing.Article, document: Document) -> dict[str, object]:
    """The imported fields of an article in comparable form."""
    date = read_date(document.published_on)
    part = article.series.part if article.series else None
    genres = Article.Genre.values
    return {
        "headline": clip(article.headline, Article, "headline"),
        "kicker": clip(article.kicker, Article, "kicker"),
        "subheadline": clip(article.subheadline, Article, "subheadline"),
        "editors_note": article.editors_note or "",
        "body": body_html(article.body),
        "genre": article.genre if article.genre in genres else Article.Genre.NEWS.value,
        "source_credit": clip(article.source_credit, Article, "source_credit"),
        "is_incomplete": article.incomplete,
        "published_on": date.isoformat() if date else None,
        "column": clip(article.column, Column, "name") or None,
        "series": clip(article.series.title, Series, "title") if article.series else None,
        "part": part if part is not None and 0 <= part <= LARGEST_PART else None,
        "contributions": [
            list(_contribution_columns(each).values()) for each in _distinct_contributors(article)
        ],
        "figures": [list(_figure_columns(each).values()) for each in article.figures],
    }


def current_value(article: Article, name: str) -> object:
    """A field of a row in comparable form."""
    value = getattr(article, name)
    match name:
        case "published_on":
            return value.isoformat() if value else None
        case "column":
            return value.name if value else None
        case "series":
            return value.title if value else None
    return value


def is_touched(article: Article, name: str) -> bool:
    """Whether an editor has changed a field since it was imported."""
    current, imported = current_value(article, name), article.imported.get(name)
    if name == "body":
        # The editor's widget parts blocks by blank lines without being asked.
        current, imported = (BETWEEN_BLOCKS.sub("", value or "").strip() for value in (current, imported))
    return current != imported


def set_value(article: Article, name: str, value: object, papers: Papers) -> None:
    """Write a comparable form into its field."""
    if name == "column":
        value = papers.columns.get(value)
    elif name == "series":
        value = papers.series.get(value)
    setattr(article, name, value)


def build_articles(document: Document, source: SourceDocument, papers: Papers) -> list[Article]:
    rows = []
    names, posts = named_in(document), attested_in(document)
    for position, parsed in enumerate(document.articles):
        values = imported_values(parsed, document) | {"names": names[position], "posts": posts[position]}
        row = Article(source=source, position=position, publication=papers.publication, imported=values)
        for name in Article.IMPORTED_FIELDS:
            set_value(row, name, values[name], papers)
        rows.append(row)
    return rows


def build_contributions(row: Article, parsed: parsing.Article, bodies: set[str]) -> list[Contribution]:
    """The byline; one of `bodies` that signs (本报编辑部) is no person."""
    return [
        Contribution(
            article=row, position=position, may_found=each.name not in bodies, **_contribution_columns(each)
        )
        for position, each in enumerate(_distinct_contributors(parsed))
    ]


def _distinct_contributors(article: parsing.Article) -> list[parsing.Contributor]:
    """Each name once in each role."""
    found = {
        (each.role, clip(each.name, Contribution, "printed_name")): each for each in article.contributors
    }
    return [each for (_, name), each in found.items() if name]


def _contribution_columns(each: parsing.Contributor) -> dict[str, str]:
    return {
        "role": each.role,
        "printed_name": clip(each.name, Contribution, "printed_name"),
        "printed_role": clip(each.printed_role, Contribution, "printed_role"),
        "printed_post": clip(each.printed_post, Contribution, "printed_post"),
    }


def build_figures(row: Article, parsed: parsing.Article) -> list[Figure]:
    return [
        Figure(article=row, position=position, **_figure_columns(each))
        for position, each in enumerate(parsed.figures)
    ]


def _figure_columns(each: parsing.Figure) -> dict[str, str]:
    return {"caption": each.caption, "credit": clip(each.credit, Figure, "credit")}


def is_byline_touched(article: Article, rows: Iterable[Contribution]) -> bool:
    """Whether an editor has changed the byline, or settled who is meant by a name in it."""
    rows = list(rows)
    columns = ("role", "printed_name", "printed_role", "printed_post")
    current = [[getattr(each, name) for name in columns] for each in rows]
    return current != article.imported.get("contributions") or any(each.is_settled for each in rows)


def are_figures_touched(article: Article, rows: Iterable[Figure]) -> bool:
    return [[each.caption, each.credit] for each in rows] != article.imported.get("figures")


# Spans


def build_spans(document: Document, source: SourceDocument) -> list[SourceSpan]:
    return [
        SourceSpan(source=source, start=span.start, end=span.end, label=span.label) for span in document.spans
    ]


def build_span_links(
    document: Document, spans: list[SourceSpan], rows: list[Article]
) -> list[SourceSpan.articles.through]:
    """Which articles each saved span serves."""
    link = SourceSpan.articles.through
    return [
        link(sourcespan_id=row.pk, article_id=rows[number].pk)
        for row, span in zip(spans, document.spans, strict=True)
        for number in dict.fromkeys(span.articles)
    ]


def count_discarded(document: Document, text: str) -> int:
    """Non-blank characters that belong to no article."""
    return sum(
        len("".join(text[span.start : span.end].split()))
        for span in document.spans
        if span.label in DISCARD_LABELS
    )


# What articles say of the register


def named_in(document: Document) -> dict[int, list[list[str]]]:
    """The kind and name of whoever and whatever each article names, in comparable form."""
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for kind, records in (
        (Mention.Kind.PERSON, document.people),
        (Mention.Kind.ORGANISATION, document.organisations),
    ):
        for each in records:
            for number in (*each.articles, *(passage.article for passage in each.passages)):
                found[number].add((kind.value, clip(each.name, RECORD_OF[kind], "name")))
    for event in document.events:
        found[event.article].add((Mention.Kind.EVENT.value, clip(event.name, Event, "name")))
    return defaultdict(list, {number: sorted(map(list, names)) for number, names in found.items()})


def attested_in(document: Document) -> dict[int, list[list[str]]]:
    """The people that each article sees in posts: name, body and title, in comparable form."""
    found: dict[int, set[tuple[str, str, str]]] = defaultdict(set)
    for person in document.people:
        for post in person.posts:
            values = (
                clip(person.name, Attestation, "name"),
                clip(post.organisation, Attestation, "organisation_name"),
                clip(post.title, Attestation, "title"),
            )
            for mention in post.mentions:
                found[mention.article].add(values)
    return defaultdict(list, {number: sorted(map(list, posts)) for number, posts in found.items()})


class Mentions:
    """The mentions of one document, each place once."""

    def __init__(self, document: Document, rows: list[Article]):
        self.document = document
        self.rows = rows
        self.texts = [AnchorText.of(article) for article in document.articles]
        self.found: dict[tuple, Mention] = {}

    def build(self) -> list[Mention]:
        for person in self.document.people:
            self._add_all(Mention.Kind.PERSON, person, (person.name,))
        for body in self.document.organisations:
            self._add_all(Mention.Kind.ORGANISATION, body, (body.name, *body.aliases))
        for event in self.document.events:
            anchor = self._anchor(event.passage) if event.passage else None
            anchor = anchor or Anchor(Mention.Field.BODY, clip(event.name, Mention, "text"))
            self._add(Mention.Kind.EVENT, event.article, anchor, event.name, _evidence(event))
        return list(self.found.values())

    def _add_all(self, kind: str, each, forms: Iterable[str]) -> None:
        named = set()
        for passage in each.passages:
            anchor = self._anchor(passage)
            if anchor:
                self._add(kind, passage.article, anchor, each.name)
                named.add(passage.article)
        for number in each.articles:
            if number not in named and number < len(self.rows):
                # Named by a credit line or the paper's head: it belongs here, without a place in the text.
                anchor = self.texts[number].find(forms)
                anchor = anchor or Anchor(Mention.Field.BODY, clip(each.name, Mention, "text"))
                self._add(kind, number, anchor, each.name)

    def _anchor(self, passage: Passage) -> Anchor | None:
        return self.texts[passage.article].anchor(passage) if passage.article < len(self.texts) else None

    def _add(
        self, kind: str, number: int, anchor: Anchor, name: str, evidence: dict[str, object] | None = None
    ) -> None:
        name = clip(name, RECORD_OF[kind], "name")
        occurrence = anchor.occurrence
        key = (number, kind, anchor.field, anchor.text, occurrence)
        while kind == Mention.Kind.EVENT and key in self.found:
            # Two events told by one phrase: 主题党日活动 of two dates.
            occurrence += 1
            key = (number, kind, anchor.field, anchor.text, occurrence)
        if key in self.found or not name:
            return
        self.found[key] = Mention(
            article=self.rows[number],
            kind=kind,
            field=anchor.field,
            text=anchor.text,
            occurrence=occurrence,
            before=anchor.before,
            after=anchor.after,
            name=name,
            evidence=evidence or {},
        )


def _evidence(event: parsing.Event) -> dict[str, object]:
    """What an article tells of an event, by the names that rows have."""
    date = read_date(event.date)
    return {
        "date": date.isoformat() if date else None,
        "place": clip(event.place, Event, "place"),
        "organisers": [clip(name, Organisation, "name") for name in dict.fromkeys(event.organisers) if name],
        "people": [clip(name, Person, "name") for name in dict.fromkeys(event.people) if name],
    }


def build_attestations(document: Document, rows: list[Article], texts: list[AnchorText]) -> list[Attestation]:
    """Each post the document gives a person, once for every article that prints it."""
    found: dict[tuple, Attestation] = {}
    for person in document.people:
        name = clip(person.name, Attestation, "name")
        for post in person.posts if name else ():
            body = clip(post.organisation, Attestation, "organisation_name")
            title = clip(post.title, Attestation, "title")
            for mention in post.mentions if title else ():
                number = mention.article
                if number >= len(rows):
                    continue
                found.setdefault(
                    (number, name, body, title),
                    Attestation(
                        article=rows[number],
                        name=name,
                        organisation_name=body,
                        title=title,
                        printed_post=clip(mention.printed, Attestation, "printed_post"),
                        change=mention.change,
                        passage=texts[number].sentence(mention.passage) if mention.passage else "",
                        attested_on=rows[number].published_on,
                    ),
                )
    return list(found.values())


def count_waiting(mentions: Iterable[Mention]) -> int:
    counts = Counter(mention.state for mention in mentions)
    return counts[MatchState.UNMATCHED] + counts[MatchState.AMBIGUOUS]
