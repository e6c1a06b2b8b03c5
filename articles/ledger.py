"""What a parse did to the printed text, as rows: repairs, joins, and the marks that wait for an editor.

Repairs and joins are a parse's own and are replaced by the next one. A mark that an editor has settled stays
settled: it is known again by its words, and only moves to where they stand now.
"""

from collections import Counter

from articles.models import Article, SourceDocument, SourceJoin, SourceMark, SourceRepair
from articles.preparing import Prepared
from unioncms.parsing import Mark

AROUND = 12  # characters either side that tell a mark from others like it
MOVING = ("article", "start", "end", "detail")  # what another parse may say anew of the same mark
NAMED = ("kind", "before", "text", "after", "occurrence")  # what it is known by


def store_ledger(prepared: Prepared, source: SourceDocument, rows: list[Article]) -> None:
    """Bring the rows of a document to its parse; `rows` are those of its articles, in the parse's order."""
    document = prepared.document
    source.repairs.all().delete()
    SourceRepair.objects.bulk_create(
        SourceRepair(source=source, rule=each.rule, start=each.start, end=each.end)
        for each in document.repairs
        if each.start < each.end
    )
    source.joins.all().delete()
    SourceJoin.objects.bulk_create(
        SourceJoin(
            source=source,
            article=rows[each.article],
            kind=each.kind,
            start=each.start,
            end=each.end,
            other_start=each.other_start,
            other_end=each.other_end,
            text=_dense(prepared.text[max(each.start, each.end - 4 * AROUND) : each.end])[-AROUND:],
            other_text=_dense(prepared.text[each.other_start : each.other_end][: 4 * AROUND])[:AROUND],
            confidence=each.confidence,
        )
        for each in document.joins
    )
    _store_marks(build_marks(document.marks, prepared.text, source, rows), source)


def _store_marks(found: list[SourceMark], source: SourceDocument) -> None:
    source.marks.filter(is_settled=False).delete()
    settled = {_name_of(each): each for each in source.marks.all()}
    added = []
    for each in found:
        known = settled.get(_name_of(each))
        if known is None:
            added.append(each)
            continue
        for name in MOVING:
            setattr(known, name, getattr(each, name))
    SourceMark.objects.bulk_update(settled.values(), MOVING)
    SourceMark.objects.bulk_create(added)


def _name_of(mark: SourceMark) -> tuple:
    return tuple(getattr(mark, name) for name in NAMED)


def build_marks(
    marks: tuple[Mark, ...], text: str, source: SourceDocument, rows: list[Article]
) -> list[SourceMark]:
    """Unsaved rows. Their words are kept without blanks, that another reading of the same page may have elsewhere."""
    seen: Counter[tuple[str, ...]] = Counter()
    built = []
    for each in marks:
        before = _dense(text[max(each.start - 4 * AROUND, 0) : each.start])[-AROUND:]
        after = _dense(text[each.end : each.end + 4 * AROUND])[:AROUND]
        words = _dense(text[each.start : each.end])[: SourceMark._meta.get_field("text").max_length]
        place = (each.kind, before, words, after)
        built.append(
            SourceMark(
                source=source,
                article=None if each.article is None else rows[each.article],
                kind=each.kind,
                start=each.start,
                end=each.end,
                before=before,
                text=words,
                after=after,
                occurrence=seen[place],
                detail=each.detail,
            )
        )
        seen[place] += 1
    return built


def _dense(text: str) -> str:
    return "".join(text.split())
