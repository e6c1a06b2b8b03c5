"""Queues of the register: records that an import made, and records of one name."""

from functools import partial

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest

from people.admin.merging import log_step, may_merge, merge_url
from people.models import Decision, DistinctOrganisations, DistinctPeople, Organisation, Person
from unioncms.admin_site import admin_url, mark_checked
from unioncms.changes import Kind, announce, names_of
from unioncms.queues import Answer, Card, Passage, Queue, passages_of, register_queue


class ProvisionalQueue(Queue):
    """Records that an import made."""

    def waiting(self, request: HttpRequest) -> QuerySet:
        return self.admin.get_queryset(request).filter(is_provisional=True).order_by("name", "pk")

    def cards(self, request: HttpRequest, rows: list) -> list[Card]:
        found = passages_of(request, self.model, (row.pk for row in rows))
        what = self.model._meta.verbose_name
        return [
            Card(
                key=str(row.pk),
                question=f"“{row.name}”这条{what}记录对吗？",
                facts=self.admin.facts_of(row),
                passages=found.get(row.pk, []),
                answers=[
                    Answer(
                        "checked",
                        "已核，没有问题",
                        self.may_change(request),
                        partial(self._check, request, row),
                    ),
                    *self.more_answers(request, row),
                ],
                links=links_of(self, request, row),
            )
            for row in rows
        ]

    def _check(self, request: HttpRequest, row: models.Model) -> None:
        mark_checked(self.admin, request, self.model._default_manager.filter(pk=row.pk))


def links_of(queue: Queue, request: HttpRequest, row: models.Model) -> list[tuple[str, str]]:
    links = [("打开记录", admin_url(row))]
    if may_merge(queue.admin, request, row):
        links.append(("与另一条合并…", admin_url(row, "merge")))
    return links


class NamesakeQueue(Queue):
    """Two records of one name, each pair once: a record beside the oldest of those it has not been told from.

    `decisions` keeps the pairs that an editor has told apart.
    """

    def __init__(self, *args, decisions: type[Decision], **kwargs):
        super().__init__(*args, **kwargs)
        self.decisions = decisions

    def waiting(self, request: HttpRequest) -> QuerySet:
        row, other = OuterRef("pk"), OuterRef(OuterRef("pk"))
        told_apart = self.decisions.objects.filter(Q(record=row, other=other) | Q(record=other, other=row))
        older = (
            self.model.objects.filter(name=OuterRef("name"), pk__lt=OuterRef("pk"))
            .filter(~Exists(told_apart))
            .order_by("pk")
            .values("pk")[:1]
        )
        return (
            self.admin.get_queryset(request)
            .annotate(other=Subquery(older))
            .filter(other__isnull=False)
            .order_by("name", "pk")
        )

    def find(self, request: HttpRequest, key: str) -> models.Model | None:
        """Only while the same two are still a pair: an editor settles what the card has shown."""
        own, _, other = key.partition("-")
        row = super().find(request, own)
        return row if row and str(row.other) == other else None

    def cards(self, request: HttpRequest, rows: list) -> list[Card]:
        others = self.admin.get_queryset(request).in_bulk([row.other for row in rows])
        found = passages_of(request, self.model, (key for row in rows for key in (row.pk, row.other)))
        return [self._card(request, row, others[row.other], found) for row in rows]

    def _card(
        self, request: HttpRequest, row: models.Model, other: models.Model, found: dict[int, list[Passage]]
    ) -> Card:
        what = self.model._meta.verbose_name
        may_change, may_join = self.may_change(request), may_merge(self.admin, request)
        pair = [other, row]
        apart = partial(tell_apart, self, request, self.decisions, pair)
        return Card(
            key=f"{row.pk}-{other.pk}",
            question=f"两条“{row.name}”是同一{what}吗？",
            facts=[
                f"编号 {each.pk}：{'；'.join(self.admin.facts_of(each)) or '没有别的记载'}" for each in pair
            ],
            passages=[passage for each in pair for passage in found.get(each.pk, [])[:2]],
            answers=[
                Answer(
                    "apart",
                    f"不是同一{what}",
                    may_change,
                    apart,
                ),
                Answer("same", f"是同一{what}，去合并…", may_join, partial(merge_url, self.admin, pair)),
                *self.more_answers(request, row),
            ],
            links=[(f"打开编号 {each.pk}", admin_url(each)) for each in pair],
        )


def tell_apart(
    queue: Queue, request: HttpRequest, decisions: type[Decision], pair: list[models.Model]
) -> None:
    """Both are known from now on by what the editor saw there: no import makes one of them."""
    decision = decisions.objects.create(record=pair[0], other=pair[1], decided_by=request.user)
    keys = [each.pk for each in pair]
    log_step(request, pair, f"{decision}（编号 {keys[0]}、{keys[1]}）。")
    outcome = announce(Kind.CHECKED, type(pair[0]), names_of(pair), keys)
    queue.admin.message_user(request, f"已记下：{decision}。{outcome}")


register_queue(
    ProvisionalQueue("people", "待核人物", Person, 10, "导入时自动建立的人物，核对后转为正式记录。")
)
register_queue(
    ProvisionalQueue(
        "organisations", "待核单位", Organisation, 11, "导入时自动建立的单位，核对后转为正式记录。"
    )
)
register_queue(
    NamesakeQueue(
        "same-people", "同名人物", Person, 30, "两条记录同名：是一个人就合并，不是就记下来，以后不再问。",
        decisions=DistinctPeople,
    )
)  # fmt: skip
register_queue(
    NamesakeQueue(
        "same-organisations", "同名单位", Organisation, 31,
        "两条记录同名：是一个单位就合并，不是就记下来，以后不再问。",
        decisions=DistinctOrganisations,
    )
)  # fmt: skip
