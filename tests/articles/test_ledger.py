"""Repairs, joins and open marks as rows, and what stays of them when a document is imported again."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.importing import Importer
from articles.models import Article, SourceJoin, SourceMark, SourceRepair
from tests.articles.documents import LINES, make_document, make_prepared
from unioncms.parsing import Join, Mark, Repair
from unioncms.parsing.document import JOIN_KINDS, MARK_KINDS, REPAIR_RULES

pytestmark = pytest.mark.django_db

TEXT = "\n".join(LINES)
HEADLINE = TEXT.index(LINES[1])
OTHER = TEXT.index(LINES[5])
GLYPH = Mark("missing_glyph", HEADLINE, HEADLINE + 2, "", 0)
TAIL = Mark("missing_tail", OTHER, OTHER + 4, "", 1)


def take(content: str = "", **values) -> None:
    importer = Importer()
    prepared = make_prepared(make_document(**values), content=content)
    importer.take(prepared)
    importer.finish()
    assert importer.totals.failures == []


def test_a_document_comes_in_with_its_ledger():
    take(
        repairs=(Repair("joined_line", 3, 4),),
        joins=(Join("fragment", 0, 4, 10, 14, 0.82, 1),),
        marks=(GLYPH, TAIL),
    )
    assert SourceRepair.objects.values_list("rule", "start", "end").get() == ("joined_line", 3, 4)
    join = SourceJoin.objects.get()
    assert (join.article.position, join.confidence, join.other_start) == (1, 0.82, 10)
    marks = SourceMark.objects.order_by("start")
    assert [(mark.kind, mark.article.position, mark.is_settled) for mark in marks] == [
        ("missing_glyph", 0, False),
        ("missing_tail", 1, False),
    ]
    assert marks[0].text == LINES[1][:2]
    assert not any("\n" in mark.before + mark.after for mark in marks)


def test_marks_alike_are_told_apart():
    take(content="甲乙丙。" * 40, marks=tuple(Mark("missing_glyph", at, at + 1) for at in (40, 80, 120)))
    assert list(SourceMark.objects.order_by("start").values_list("occurrence", flat=True)) == [0, 1, 2]


def test_the_next_parse_replaces_what_nobody_settled():
    take(marks=(GLYPH,), repairs=(Repair("joined_line", 3, 4),), joins=(Join("fragment", 0, 4, 10, 14, 0.8),))
    take(marks=(TAIL,))
    assert SourceMark.objects.get().kind == "missing_tail"
    assert not SourceRepair.objects.exists()
    assert not SourceJoin.objects.exists()


def test_a_settled_mark_does_not_come_back():
    take(marks=(GLYPH, TAIL))
    SourceMark.objects.filter(kind="missing_glyph").update(is_settled=True)
    take(marks=(GLYPH, TAIL), doubts=("又一版解析",))
    assert SourceMark.objects.get(kind="missing_glyph").is_settled
    assert not SourceMark.objects.get(kind="missing_tail").is_settled
    take(marks=(), doubts=("再一版解析",))
    assert SourceMark.objects.get().is_settled


def test_a_settled_mark_moves_with_its_words():
    take(marks=(GLYPH,))
    SourceMark.objects.update(is_settled=True, start=0, end=1)
    take(marks=(replace(GLYPH, article=1, detail="0.40"),))
    mark = SourceMark.objects.get()
    assert (mark.start, mark.end, mark.article.position, mark.detail) == (GLYPH.start, GLYPH.end, 1, "0.40")
    assert mark.is_settled


def test_a_mark_outlives_its_article():
    take(marks=(GLYPH,))
    Article.objects.all().delete()
    assert SourceMark.objects.get().article is None


def count_queries(marks: int) -> int:
    with CaptureQueriesContext(connection) as captured:
        take(
            content=f"{marks}。" * 500,
            marks=tuple(Mark("missing_glyph", at, at + 1) for at in range(marks)),
            repairs=tuple(Repair("joined_line", at, at + 1) for at in range(marks)),
        )
    return len(captured)


def test_queries_do_not_grow_with_the_ledger():
    take()  # what the later ones find in the register
    assert count_queries(3) == count_queries(60)


def test_every_kind_of_the_parser_has_its_name():
    assert set(MARK_KINDS) == set(SourceMark.Kind.values)
    assert set(REPAIR_RULES) == set(SourceRepair.Rule.values)
    assert set(JOIN_KINDS) == set(SourceJoin.Kind.values)
