"""The queue of names that are nearly the same: 王海霞 and 王晁霞 in one document may be one person, misprinted once."""

from functools import partial

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest

from articles.models import Mention, NearCopy
from people.admin.merging import may_merge, merge_url
from people.admin.queues import tell_apart
from people.models import DistinctPeople, Person
from unioncms.admin_site import admin_url
from unioncms.queues import Answer, Card, Passage, Queue, is_key, passages_of, register_queue
from unioncms.states import MatchState


def _meant_by(column: str) -> Subquery:
    """The person whom a name of the document means; that person's other names are no copies of it."""
    rows = Mention.objects.filter(
        kind=Mention.Kind.PERSON,
        state=MatchState.MATCHED,
        article__source=OuterRef("source"),
        name=OuterRef(column),
    )
    return Subquery(rows.order_by("pk").values("person")[:1])


class NearQueue(Queue):
    """Pairs of names that mean two people, until an editor says whether they are."""

    def waiting(self, request: HttpRequest) -> QuerySet:
        one, two = OuterRef("person"), OuterRef("other_person")
        told_apart = DistinctPeople.objects.filter(Q(record=one, other=two) | Q(record=two, other=one))
        return (
            NearCopy.objects.annotate(person=_meant_by("name"), other_person=_meant_by("other"))
            .filter(person__isnull=False, other_person__isnull=False)
            .exclude(person=F("other_person"))
            .filter(~Exists(told_apart))
            .order_by("name", "other", "pk")
        )

    def find(self, request: HttpRequest, key: str) -> NearCopy | None:
        if not is_key(key):
            return None
        list(NearCopy.objects.select_for_update().filter(pk=key).values_list("pk"))
        return self.waiting(request).filter(pk=key).first()

    def cards(self, request: HttpRequest, rows: list[NearCopy]) -> list[Card]:
        keys = {key for row in rows for key in (row.person, row.other_person)}
        people = self.admin.get_queryset(request).in_bulk(keys)
        found = passages_of(request, Person, keys)
        return [
            self._card(request, row, [people[row.person], people[row.other_person]], found) for row in rows
        ]

    def _card(
        self, request: HttpRequest, row: NearCopy, pair: list[Person], found: dict[int, list[Passage]]
    ) -> Card:
        may_change, may_join = self.may_change(request), may_merge(self.admin, request)
        return Card(
            key=str(row.pk),
            question=f"“{row.name}”与“{row.other}”只差一字，是同一人吗？",
            facts=[f"{each}：{'；'.join(facts)}" for each in pair if (facts := self.admin.facts_of(each))],
            passages=[passage for each in pair for passage in found.get(each.pk, [])[:2]],
            answers=[
                Answer(
                    "apart",
                    "不是同一人",
                    may_change,
                    partial(tell_apart, self, request, DistinctPeople, pair),
                ),
                Answer("same", "是同一人，去合并…", may_join, partial(merge_url, self.admin, pair)),
                *self.more_answers(request, row),
            ],
            links=[(f"打开{each}", admin_url(each)) for each in pair],
        )


register_queue(
    NearQueue("near-people", "近似姓名", Person, 33, "同一份原文里只差一字的姓名，可能有一处误排。")
)
