"""Queues of names in articles that mean no record, or may mean two: one card for a name in a document."""

from collections import defaultdict
from functools import partial

from django.db.models import Count, Min, Model, Q, QuerySet
from django.http import HttpRequest

from articles.admin.mention import context_of
from articles.admin.passages import Places
from articles.deciding import DOCUMENT, beside, reject, settle_on
from articles.models import Mention
from events.models import Event
from people.models import Organisation, Person
from unioncms.admin_site import admin_url
from unioncms.changes import Kind, announce
from unioncms.parsing.naming.wholes.open_names import is_open
from unioncms.queues import Answer, Card, Queue, register_queue
from unioncms.states import MatchState

MODELS = {Mention.Kind.PERSON: Person, Mention.Kind.ORGANISATION: Organisation, Mention.Kind.EVENT: Event}
OFFERED = 6  # records that may be meant; of more the editor looks one up


class NameQueue(Queue):
    """The first place of each name in each document; its answer settles all of them."""

    def __init__(self, *args, state: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.state = state

    def waiting(self, request: HttpRequest) -> QuerySet:
        first = (
            Mention.objects.filter(state=self.state)
            .annotate(document=DOCUMENT)
            .order_by()
            .values("document", "kind", "name")
            .annotate(first=Min("pk"))
            .values("first")
        )
        return self.admin.get_queryset(request).filter(pk__in=first).order_by("name", "kind", "pk")

    def cards(self, request: HttpRequest, rows: list[Mention]) -> list[Card]:
        places = Places(request, (row.article_id for row in rows))
        candidates = {
            kind: self._candidates(request, kind, {row.name for row in rows if row.kind == kind})
            for kind in MODELS
        }
        counts = self._counts(rows)
        return [self._card(request, row, places, candidates[row.kind][row.name], counts) for row in rows]

    def _counts(self, rows: list[Mention]) -> dict[tuple[int, str, str], int]:
        """How many places each name has in its document."""
        found = (
            Mention.objects.waiting()
            .annotate(document=DOCUMENT)
            .filter(document__in={_document(row) for row in rows}, name__in={row.name for row in rows})
            .order_by()
            .values_list("document", "kind", "name")
            .annotate(Count("pk"))
        )
        return {(document, kind, name): count for document, kind, name, count in found}

    def _candidates(self, request: HttpRequest, kind: str, names: set[str]) -> dict[str, list[Model]]:
        """The records that bear each name, as theirs or as an alias."""
        found: dict[str, list[Model]] = defaultdict(list)
        if not names:
            return found
        model_admin = self.site.get_model_admin(MODELS[kind])
        records = (
            model_admin.get_queryset(request)
            .filter(Q(name__in=names) | Q(aliases__name__in=names))
            .distinct()
            .prefetch_related("aliases")
            .order_by("pk")
        )
        for record in records:
            for name in {record.name, *(alias.name for alias in record.aliases.all())} & names:
                found[name].append(record)
        return found

    def _card(
        self, request: HttpRequest, row: Mention, places: Places, candidates: list[Model], counts: dict
    ) -> Card:
        change = self.may_change(request)
        kind = Mention.Kind(row.kind).label
        passage = places.passage(row.article_id, context_of(row))
        count = counts.get((_document(row), row.kind, row.name), 1)
        answers = [
            Answer(f"match-{each.pk}", f"对应到 {label}", change, partial(self._match, request, row, each))
            for each, label in self._labelled(row.kind, candidates[:OFFERED])
        ]
        may_add = (
            change
            and not _is_open(row)
            and self.site.get_model_admin(MODELS[row.kind]).has_add_permission(request)
        )
        return Card(
            key=str(row.pk),
            question=f"“{row.name}”是哪个{kind}？" if candidates else f"“{row.name}”还没有对应的{kind}记录。",
            facts=[
                f"原文作“{row.text}”。" if row.text != row.name else "",
                f"这份原文里共有 {count} 处，一并处理。" if count > 1 else "",
            ],
            passages=[passage] if passage else [],
            answers=[
                *answers,
                Answer("add", f"是另一{kind}，新建一条记录", may_add, partial(self._add, request, row)),
                Answer("reject", f"不是{kind}名称", change, partial(self._reject, request, row)),
                *self.more_answers(request, row),
            ],
            links=[("另找一条记录…", admin_url(row))],
        )

    def _labelled(self, kind: str, records: list[Model]) -> list[tuple[Model, str]]:
        """Each with its label; those that read alike with their numbers."""
        label = getattr(self.site.get_model_admin(MODELS[kind]), "choice_label", str)
        labels = [label(each) for each in records]
        return [
            (each, f"{text}（编号 {each.pk}）" if labels.count(text) > 1 else text)
            for each, text in zip(records, labels, strict=True)
        ]

    def _match(self, request: HttpRequest, row: Mention, record: Model) -> None:
        keys = set(beside(row).values_list("pk", flat=True))
        outcome = settle_on(row, record)
        self._tell(request, keys, f"“{row.name}”对应到“{record}”（编号 {record.pk}）。", str(outcome))

    def _add(self, request: HttpRequest, row: Mention) -> None:
        model_admin = self.site.get_model_admin(MODELS[row.kind])
        record = MODELS[row.kind].objects.create(name=row.name)
        model_admin.log_addition(request, record, "在待核队列中新建。")
        keys = set(beside(row).values_list("pk", flat=True))
        outcome = settle_on(row, record) + announce(Kind.ADDED, type(record), {row.name}, {record.pk})
        what = record._meta.verbose_name
        self._tell(request, keys, f"新建{what}“{record}”，并对应到它。", str(outcome))

    def _reject(self, request: HttpRequest, row: Mention) -> None:
        keys = set(beside(row).values_list("pk", flat=True))
        reject(row)
        self._tell(request, keys, f"“{row.name}”不是{row.get_kind_display()}名称。")

    def _tell(self, request: HttpRequest, keys: set[int], sentence: str, outcome: str = "") -> None:
        for mention in Mention.objects.filter(pk__in=keys):
            self.admin.log_change(request, mention, sentence)
        self.admin.message_user(request, f"{sentence}{outcome}")


def _is_open(row: Mention) -> bool:
    """市总工会 of a page that tells no place: a record of that name would be one of any city."""
    return row.kind == Mention.Kind.ORGANISATION and is_open(row.name)


def _document(row: Mention) -> int:
    return row.article.source_id or -row.article_id


register_queue(
    NameQueue(
        "ambiguous", "有歧义的名称", Mention, 20, "一个名称可能指两条以上的记录，系统不猜。",
        state=MatchState.AMBIGUOUS,
    )
)  # fmt: skip
register_queue(
    NameQueue(
        "unmatched", "待对应的名称", Mention, 21, "文中的名称还没有对应的记录。", state=MatchState.UNMATCHED
    )
)
