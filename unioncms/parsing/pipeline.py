"""The order of the stages, and the collector at rest while they work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from unioncms.parsing.assembling import article_of, in_order, joins_of, ledger, spans_of
from unioncms.parsing.document import Document, Outline, SourceText
from unioncms.parsing.marks import marks_of
from unioncms.parsing.naming.recognising import recognise
from unioncms.parsing.reflow import reflow
from unioncms.parsing.segmenting.duplicates import without_duplicates
from unioncms.parsing.segmenting.essay_pages import with_essays_of_page
from unioncms.parsing.segmenting.headings import mark_headings
from unioncms.parsing.segmenting.interleaving import part_interleaved
from unioncms.parsing.segmenting.mastheads import (
    day_of,
    days_told,
    house_of,
    issue_of,
    issuer_of,
    paper_of_source,
    publication_of,
    site_of,
)
from unioncms.parsing.segmenting.neighbours import items_of
from unioncms.parsing.segmenting.outline import laid_out, outline_of
from unioncms.parsing.segmenting.photo_pieces import as_photo_pieces
from unioncms.parsing.segmenting.posted import account_of
from unioncms.parsing.segmenting.readings import read_page
from unioncms.parsing.segmenting.round_ups import share_common_lines
from unioncms.parsing.segmenting.sections import share_sections
from unioncms.parsing.traditional import fold, narrowed, print_back

ON_SEGMENTS = (
    part_interleaved,
    with_essays_of_page,
    share_common_lines,
    share_sections,
    mark_headings,
    as_photo_pieces,
)


def parse(source: SourceText, outline: Outline | None = None) -> Document:
    """`outline` lays the page out as an editor wants it; without one the machine does."""
    with collector_resting():
        folded = fold(source)
        document = parse_folded(folded, outline)
        if folded is source:
            return document
        document = print_back(document, source, folded)
        repairs = narrowed(source, document.spans)
    return replace(document, repairs=in_order((*document.repairs, *repairs))) if repairs else document


@contextmanager
def collector_resting() -> Iterator[None]:
    """A parse makes hundreds of thousands of small values and next to no rings of them. Looking for rings among all of
    them again and again costs a long page up to a tenth of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def parse_folded(source: SourceText, outline: Outline | None = None) -> Document:
    paragraphs = reflow(source)
    items = without_duplicates(items_of(paragraphs))
    segments = read_page(items)
    for stage in ON_SEGMENTS:
        segments = stage(segments)
    if outline is not None:
        segments = laid_out(segments, outline)
    is_alone = sum(bool(draft.headline) for draft in segments.drafts) <= 1
    articles = tuple(article_of(draft, is_alone) for draft in segments.drafts)
    publication = publication_of(items) or site_of(items) or account_of(items)
    told_by = publication or segments.source or house_of(items)
    publication = publication or paper_of_source(segments.source) or house_of(items)
    published_on = day_of(items) or segments.published_on or days_told(items) or issue_of(items)
    published_on = published_on or segments.given_on
    context = "\n".join(paragraph.words for paragraph in paragraphs)
    recognised = recognise(articles, told_by, published_on, context, issuer_of(items))
    spans, repairs = spans_of(segments, source.text), ledger(segments, source.text)
    marks, doubts = marks_of(segments, articles, spans, repairs, source.text)
    return Document(
        source=source.name,
        publication=publication,
        published_on=recognised.published_on,
        articles=articles,
        people=recognised.people,
        organisations=recognised.organisations,
        events=recognised.events,
        discarded=tuple(claim.paragraph.words for claim in segments.discarded),
        spans=spans,
        repairs=repairs,
        joins=joins_of(segments),
        marks=marks,
        doubts=(*source.doubts, *doubts),
        outline=outline_of(segments),
    )
