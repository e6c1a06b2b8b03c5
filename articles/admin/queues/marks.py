"""Queues of open marks: places of a source that no rule may repair."""

import re
from functools import partial

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Greatest, Substr
from django.http import HttpRequest
from django.utils.html import format_html

from articles.admin.passages import Places
from articles.admin.source_lists import mark_address, note_of
from articles.admin.source_mark import ADVICE, mark_settled
from articles.looking import note_look
from articles.models import SourceMark
from unioncms.admin_site import admin_url
from unioncms.queues import Answer, Card, Passage, Queue, register_queue

Kind = SourceMark.Kind
DOUBTFUL = (Kind.DOUBTFUL_JOIN, Kind.FRAGMENT_APART)
LINES = re.compile(r"\s*\n\s*")
AROUND = 60  # characters of the source shown either side of a mark


class MarkQueue(Queue):
    def __init__(self, *args, kinds: tuple[str, ...], **kwargs):
        super().__init__(*args, **kwargs)
        self.kinds = kinds

    def waiting(self, request: HttpRequest) -> QuerySet:
        """With the words around each mark, cut out of the source by the database."""
        start = Greatest(F("start") - AROUND, Value(0))
        return (
            self.admin.get_queryset(request)
            .filter(is_settled=False, kind__in=self.kinds)
            .annotate(
                words_from=start,
                words=Substr("source__text", start + 1, F("end") + AROUND - start),
            )
            .order_by("source__name", "source", "start", "pk")
        )

    def cards(self, request: HttpRequest, rows: list[SourceMark]) -> list[Card]:
        places = Places(request, (row.article_id for row in rows))
        note_look(request.user, [row.article_id for row in rows if row.article_id], "待核")
        return [self._card(request, row, places) for row in rows]

    def _card(self, request: HttpRequest, row: SourceMark, places: Places) -> Card:
        at, end = row.start - row.words_from, row.end - row.words_from
        before, marked, after = (
            LINES.sub("\n", part) for part in (row.words[:at], row.words[at:end], row.words[end:])
        )
        words = format_html("{}<mark>{}</mark>{}", before, marked.strip() or "▢", after)
        found = places.passage(row.article_id, words) or Passage(words)
        note = note_of(row)
        change = self.may_change(request)
        return Card(
            key=str(row.pk),
            question=f"{row.get_kind_display()}：{ADVICE.get(row.kind, '')}",
            facts=[note] if note else [],
            passages=[Passage(words, found.article, found.article_url, row.source.name, mark_address(row))],
            answers=[
                Answer("settled", "已看过，不用再列", change, partial(self._settle, request, row)),
                *self.more_answers(request, row),
            ],
            links=[("修改稿件", found.article_url)] if found.article else [("打开标记", admin_url(row))],
        )

    def _settle(self, request: HttpRequest, row: SourceMark) -> None:
        mark_settled(self.admin, request, SourceMark.objects.filter(pk=row.pk))


register_queue(
    MarkQueue(
        "doubtful", "把握不大", SourceMark, 24, "接合没有十足的依据，请对照原文看是否接对。", kinds=DOUBTFUL
    )
)
register_queue(
    MarkQueue(
        "damaged", "破损段落", SourceMark, 25, "原文缺字、缺段、缺题，规则不能自行修补。",
        kinds=tuple(kind for kind in Kind if kind not in DOUBTFUL),
    )
)  # fmt: skip
