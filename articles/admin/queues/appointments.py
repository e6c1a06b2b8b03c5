"""Queues of appointments: those that follow from reports, and holders of a single seat who overlap."""

from collections.abc import Iterable
from functools import partial

from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.passages import first_rows, gather, highlight
from articles.deciding import reject_attestations
from articles.models import Attestation
from people.admin.merging import log_step, may_merge, merge_url
from people.models import Appointment, Person, SharedSeat
from people.overlaps import find_overlapping
from unioncms.admin_site import admin_url, may
from unioncms.queues import Answer, Card, Passage, Queue, register_queue
from unioncms.states import MatchState

Held = tuple[int, int]  # person and post


def find_passages(request: HttpRequest, appointments: Iterable[Appointment]) -> dict[Held, list[Passage]]:
    """The passages that show each holder in the post."""
    appointments = list(appointments)
    seen = Attestation.objects.filter(
        person__in={each.person_id for each in appointments},
        post__in={each.post_id for each in appointments},
        state=MatchState.MATCHED,
    ).order_by("attested_on_earliest", "pk")
    return gather(
        request,
        [
            (
                (row.person_id, row.post_id),
                row.article_id,
                highlight(row.passage or f"{row.name} {row.printed_post}", row.name),
            )
            for row in first_rows(seen, "person", "post", order=("attested_on_earliest", "pk"))
        ],
    )


def facts_of(appointment: Appointment) -> list[str]:
    start, end = (
        f"{day or ''}{f'({word})' if word else ''}"
        for day, word in (
            (appointment.started_on, appointment.begun_by),
            (appointment.ended_on, appointment.ended_by),
        )
    )
    first, last = appointment.seen_first, appointment.seen_last
    seen = f"{first} 至 {last} 见报" if first and first != last else f"{first} 见报" if first else ""
    return [each for each in (seen, start and f"就任：{start}", end and f"离任：{end}") if each]


def may_deny(queue: Queue, request: HttpRequest) -> bool:
    return queue.admin.has_delete_permission(request) and may(request, Attestation, "change")


def deny(queue: Queue, request: HttpRequest, appointment: Appointment) -> None:
    """The reports do not say so: what was read out of them goes, and the appointment with it."""
    rows = Attestation.objects.filter(person=appointment.person_id, post=appointment.post_id)
    reject_attestations(rows.filter(state=MatchState.MATCHED))
    told = f"已撤销推定的任职“{appointment}”。"
    log_step(request, [appointment.person], f"推定有误：{appointment}。")
    queue.admin.log_deletions(request, [appointment])
    queue.admin.delete_model(request, appointment)
    queue.admin.message_user(request, told)


class InferredQueue(Queue):
    """Appointments that follow from reports."""

    def waiting(self, request: HttpRequest) -> QuerySet:
        return (
            self.admin.get_queryset(request)
            .filter(is_inferred=True)
            .order_by("post__organisation__name", "post__title", "pk")
        )

    def cards(self, request: HttpRequest, rows: list[Appointment]) -> list[Card]:
        found = find_passages(request, rows)
        change, wrong = self.may_change(request), may_deny(self, request)
        return [
            Card(
                key=str(row.pk),
                question=f"{row.person}任{row.post}，对吗？",
                facts=facts_of(row),
                passages=found.get((row.person_id, row.post_id), []),
                answers=[
                    Answer("confirm", "确认任职", change, partial(confirm, self, request, [row])),
                    Answer("deny", "推定有误", wrong, partial(deny, self, request, row)),
                    *self.more_answers(request, row),
                ],
                links=[("修改任期", admin_url(row)), ("打开人物", admin_url(row.person))],
            )
            for row in rows
        ]


def confirm(queue: Queue, request: HttpRequest, appointments: list[Appointment]) -> None:
    queue.admin.confirm(request, Appointment.objects.filter(pk__in=[each.pk for each in appointments]))


class OverlapQueue(Queue):
    """Two people in a post of one seat at one time."""

    def waiting(self, request: HttpRequest) -> QuerySet:
        return (
            find_overlapping()
            .select_related("person", "post__organisation")
            .order_by("post__organisation__name", "post__title", "pk")
        )

    def find(self, request: HttpRequest, key: str) -> Appointment | None:
        own, _, other = key.partition("-")
        row = super().find(request, own)
        return row if row and str(row.other) == other else None

    def cards(self, request: HttpRequest, rows: list[Appointment]) -> list[Card]:
        others = self.admin.get_queryset(request).in_bulk([row.other for row in rows])
        found = find_passages(request, [*rows, *others.values()])
        return [self._card(request, [others[row.other], row], found) for row in rows]

    def _card(self, request: HttpRequest, pair: list[Appointment], found: dict[Held, list[Passage]]) -> Card:
        change, wrong = self.may_change(request), may_deny(self, request)
        people = [each.person for each in pair]
        people_admin = self.site.get_model_admin(Person)
        return Card(
            key=f"{pair[1].pk}-{pair[0].pk}",
            question=f"{pair[0].post}只有一席，同一时期见到两人：{people[0]}、{people[1]}。",
            facts=[f"{each.person}：{'；'.join(facts_of(each)) or '日期不详'}" for each in pair],
            passages=[
                passage for each in pair for passage in found.get((each.person_id, each.post_id), [])[:2]
            ],
            answers=[
                Answer("both", "两人都对", change, partial(self._accept, request, pair)),
                *(
                    Answer(
                        f"deny-{each.pk}", f"{each.person}的任职有误", wrong and each.is_inferred,
                        partial(deny, self, request, each),
                    )
                    for each in pair
                ),
                Answer(
                    "same", "是同一人，去合并…", may_merge(people_admin, request),
                    partial(merge_url, people_admin, people),
                ),
                *self.more_answers(request, pair[1]),
            ],
            links=[(f"修改{each.person}的任期", admin_url(each)) for each in pair],
        )  # fmt: skip

    def _accept(self, request: HttpRequest, pair: list[Appointment]) -> None:
        one, other = (each.person for each in pair)
        decision = SharedSeat.objects.create(
            post=pair[0].post, record=one, other=other, decided_by=request.user
        )
        log_step(request, [one, other], f"核对无误，同时任职：{decision}。")
        confirm(self, request, pair)


register_queue(
    InferredQueue("appointments", "推定任职", Appointment, 40, "由报道推断的任职，确认后不再随报道变动。")
)
register_queue(OverlapQueue("overlaps", "任职重叠", Appointment, 41, "只有一席的职务，同一时期见到两个人。"))
