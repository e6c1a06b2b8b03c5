"""A document that is not known yet → its rows."""

from collections import Counter
from dataclasses import dataclass

from articles.appointments import conclude_appointments
from articles.building import (
    Mentions,
    Papers,
    build_articles,
    build_attestations,
    build_contributions,
    build_figures,
    build_participations,
    build_span_links,
    build_spans,
    count_waiting,
)
from articles.ledger import store_ledger
from articles.models import (
    Article,
    Attestation,
    Contribution,
    Figure,
    ImportRun,
    Mention,
    SourceDocument,
    SourceSpan,
)
from articles.outlines import outline_as_json
from articles.preparing import Prepared
from articles.resolving import clip, resolve
from events.models import EventParticipation


@dataclass
class Stored:
    """The articles that a document brought or changed, and what was made for them."""

    articles: list[Article]
    made: Counter
    waiting: int = 0


def import_new(prepared: Prepared, run: ImportRun | None = None, *, make_records: bool = True) -> Stored:
    """Store a document that is not known yet."""
    document = prepared.document
    source = SourceDocument.objects.create(
        name=clip(prepared.name, SourceDocument, "name"),
        sha256=prepared.sha256,
        content=prepared.content,
        size=len(prepared.content),
        run=run,
        **readings(prepared),
    )
    papers = Papers.ensure(document)
    resolved = resolve(document, make_records=make_records)
    rows = Article.objects.bulk_create(build_articles(document, source, papers))
    store_spans(prepared, source, rows)
    store_ledger(prepared, source, rows)
    mentions = Mentions(document, rows, resolved)
    found = mentions.build()
    parsed = list(zip(rows, document.articles, strict=True))
    Contribution.objects.bulk_create(
        each for row, article in parsed for each in build_contributions(row, article, resolved)
    )
    Figure.objects.bulk_create(each for row, article in parsed for each in build_figures(row, article))
    Mention.objects.bulk_create(found)
    attestations = Attestation.objects.bulk_create(
        build_attestations(document, rows, resolved, mentions.texts)
    )
    if make_records:
        conclude_appointments(attestations)
    EventParticipation.objects.bulk_create(build_participations(document, resolved))
    return Stored(rows, resolved.made + Counter(articles=len(rows)), count_waiting(found))


def readings(prepared: Prepared) -> dict[str, object]:
    """The columns of a source document that a better reader or parser may change."""
    return {
        "encoding": clip(prepared.encoding, SourceDocument, "encoding"),
        "text": prepared.text,
        "doubts": list(prepared.doubts),
        "parse_digest": prepared.digest,
        "outline": outline_as_json(prepared.outline) if prepared.outline else None,
    }


def store_spans(prepared: Prepared, source: SourceDocument, rows: list[Article]) -> None:
    spans = SourceSpan.objects.bulk_create(build_spans(prepared.document, source))
    SourceSpan.articles.through.objects.bulk_create(build_span_links(prepared.document, spans, rows))
