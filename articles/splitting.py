"""One passage taken off a record and given to another: a wrong merge mended in one place.

Only that passage moves. It is settled there, and what the record keeps under the same name is settled where it is:
else the next import would find two people of one name and let go of both. The split is journalled like a merge and
undone like one.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet

from articles.models import Attestation, Contribution, Mention
from events.models import Event
from people.journal import Journal
from people.merging import MergeRefused
from people.models import MergeRecord, Organisation, Person, Post, User
from unioncms.changes import Kind, announce, names_of
from unioncms.states import MatchState

Passage = Mention | Contribution | Attestation


@dataclass(frozen=True, slots=True)
class Way:
    """How passages of one kind lead to records of one kind: by which link, and under which name."""

    model: type[Passage]
    lookup: str
    name: str
    link_to: Callable[
        [Model, Passage, Journal], tuple[str, int]
    ]  # the column and its value for another record

    def rows(self, record: Model) -> QuerySet:
        gone = [MatchState.LOST, MatchState.REJECTED]
        return self.model.objects.filter(**{self.lookup: record}).exclude(state__in=gone)


def _by(column: str) -> Callable[[Model, Passage, Journal], tuple[str, int]]:
    return lambda target, row, journal: (column, target.pk)


def _by_post(target: Organisation, row: Attestation, journal: Journal) -> tuple[str, int]:
    """An attestation means a body through the post there; the other body may not have that post yet."""
    post = Post.objects.filter(organisation=target, title=row.post.title).first()
    if post is None:
        post = Post(organisation=target, title=row.post.title)
        journal.add(post)
    return "post_id", post.pk


WAYS: dict[type[Model], tuple[Way, ...]] = {
    Person: (
        Way(Mention, "person", "name", _by("person_id")),
        Way(Contribution, "person", "printed_name", _by("person_id")),
        Way(Attestation, "person", "name", _by("person_id")),
    ),
    Organisation: (
        Way(Mention, "organisation", "name", _by("organisation_id")),
        Way(Attestation, "post__organisation", "organisation_name", _by_post),
    ),
    Event: (Way(Mention, "event", "name", _by("event_id")),),
}


def find_way(record: Model, kind: str) -> Way | None:
    """The way from passages of a kind (mention, contribution, attestation) to records like `record`."""
    return next((way for way in WAYS[type(record)] if way.model._meta.model_name == kind), None)


@transaction.atomic
def split(
    way: Way, key: int, record: Model, target: Model | None, user: User, reason: str, name: str = ""
) -> MergeRecord:
    """Give the passage of that key to `target`, or to a new record of that name."""
    if target is not None and target.pk == record.pk:
        raise MergeRefused("这一处已经在这条记录名下。")
    model, journal = type(record), Journal()
    keys = [record.pk] if target is None else [record.pk, target.pk]
    held = list(model.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    row = way.rows(record).select_for_update(of=("self",)).filter(pk=key).first()
    if len(held) < len(keys) or row is None:
        raise MergeRefused("这一处或这条记录刚刚有了变动，请重新选择。")
    if target is None:
        target = model(name=name or getattr(row, way.name))
        journal.add(target)
    column, value = way.link_to(target, row, journal)
    before = {column: getattr(row, column), "is_settled": row.is_settled}
    journal.set(way.model, [row.pk], before, {column: value, "is_settled": True})
    _settle_the_rest(record, getattr(row, way.name), journal)
    done = MergeRecord.objects.create(
        kind=MergeRecord.Kind.SPLIT,
        content_type=ContentType.objects.get_for_model(model),
        from_key=record.pk,
        from_label=str(record),
        to_key=target.pk,
        to_label=str(target),
        moved_count=1,
        reason=reason,
        journal=journal.steps,
        created_by=user,
    )
    names = names_of([record, target]) | {getattr(row, way.name)}
    done.outcome = announce(Kind.PARTED, model, names, {record.pk, target.pk})
    return done


def _settle_the_rest(record: Model, name: str, journal: Journal) -> None:
    """Together with the link, so that an undo leaves alone what has gone elsewhere since."""
    for way in WAYS[type(record)]:
        rest = way.rows(record).filter(**{way.name: name}, state=MatchState.MATCHED, is_settled=False)
        column = f"{way.lookup.partition('__')[0]}_id"
        by_link: dict[int, set[int]] = defaultdict(set)
        for key, link in rest.values_list("pk", column):
            by_link[link].add(key)
        for link, keys in by_link.items():
            held = {column: link}
            journal.set(way.model, keys, held | {"is_settled": False}, held | {"is_settled": True})
