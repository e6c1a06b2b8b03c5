"""A document that is not known yet → its rows."""

from collections import Counter
from dataclasses import dataclass

from articles.building import (
    Mentions,
    Papers,
    build_articles,
    build_attestations,
    build_contributions,
    build_figures,
    build_span_links,
    build_spans,
    clip,
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
from articles.settling import Fresh, Names, settle
from unioncms.parsing import Document


@dataclass
class Stored:
    """The articles that a document brought or changed, and what was made for them."""

    articles: list[Article]
    made: Counter
    waiting: int = 0
    proposed: int = 0  # differences that wait for an editor


def import_new(prepared: Prepared, run: ImportRun | None = None, *, make_records: bool = True) -> Stored:
    """Store a document that is not known yet."""
    document = prepared.document
    source = store_source(prepared, run)
    papers = Papers.ensure(document)
    rows = Article.objects.bulk_create(build_articles(document, source, papers))
    store_spans(prepared, source, rows)
    store_ledger(prepared, source, rows)
    parsed = list(zip(rows, document.articles, strict=True))
    Figure.objects.bulk_create(each for row, article in parsed for each in build_figures(row, article))
    fresh = build_fresh(document, rows, make_records=make_records)
    settled = settle(Names(), fresh)
    store(fresh)
    return Stored(rows, settled.made + Counter(articles=len(rows)), count_waiting(fresh.mentions))


def store_source(
    prepared: Prepared, run: ImportRun | None, corrects: SourceDocument | None = None
) -> SourceDocument:
    return SourceDocument.objects.create(
        name=clip(prepared.name, SourceDocument, "name"),
        sha256=prepared.sha256,
        content=prepared.content,
        size=len(prepared.content),
        run=run,
        corrects=corrects,
        **readings(prepared),
    )


def build_fresh(document: Document, rows: list[Article], *, make_records: bool) -> Fresh:
    """What a document says of the register, not yet matched and not yet stored."""
    mentions = Mentions(document, rows)
    bodies = {body.name for body in document.organisations}
    fresh = Fresh(
        mentions.build(),
        [
            each
            for row, article in zip(rows, document.articles, strict=True)
            for each in build_contributions(row, article, bodies)
        ],
        build_attestations(document, rows, mentions.texts),
    )
    if not make_records:
        for row in (*fresh.mentions, *fresh.contributions, *fresh.attestations):
            row.may_found = False
    return fresh


def store(fresh: Fresh) -> None:
    Contribution.objects.bulk_create(fresh.contributions)
    Mention.objects.bulk_create(fresh.mentions)
    Attestation.objects.bulk_create(fresh.attestations)


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
