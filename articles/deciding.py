"""What an editor decides about a name in a document: which record it means, or that it is no name.

A name stands for one record throughout a document. One decision therefore settles every place of the name there that
waits, and names elsewhere that follow from it are tried again.
"""

from django.db import transaction
from django.db.models import F, Model, QuerySet
from django.db.models.functions import Coalesce

from articles.models import Attestation, Contribution, Mention
from articles.settling import Names, settle
from articles.splitting import WAYS
from unioncms.changes import Outcome
from unioncms.states import MatchState

Kind = Mention.Kind
DOCUMENT = Coalesce(F("article__source"), -F("article"))  # an article of no document stands for itself
LINKS = {
    Mention: ("person", "organisation", "event"),
    Contribution: ("person",),
    Attestation: ("person", "post"),
}


def beside(mention: Mention) -> QuerySet:
    """The waiting mentions of the same name in the same document."""
    return Mention.objects.waiting().filter(kind=mention.kind, name=mention.name, **_within(mention))


def _within(mention: Mention) -> dict[str, int]:
    source = mention.article.source_id
    return {"article__source": source} if source else {"article": mention.article_id}


@transaction.atomic
def settle_on(mention: Mention, record: Model) -> Outcome:
    """The name means `record`, here and in the rest of its document."""
    count = beside(mention).update(state=MatchState.MATCHED, is_settled=True, **{mention.kind: record})
    return Outcome(linked=count) + settle(_names(mention.kind, {mention.name})).outcome


@transaction.atomic
def reject(mention: Mention) -> int:
    """The words are no name, here and in the rest of the document; returns in how many places."""
    if mention.kind == Kind.PERSON:
        _reject(Attestation.objects.filter(name=mention.name, **_within(mention)))
        _reject(Contribution.objects.filter(printed_name=mention.name, **_within(mention)))
    count = _reject(beside(mention))
    settle(_names(mention.kind, {mention.name}))
    return count


@transaction.atomic
def reject_record(record: Model) -> int:
    """The words are no name of such a record: take every place off it. Whoever calls this deletes the record."""
    names = _names(record._meta.model_name, {record.name})
    count = 0
    for way in WAYS[type(record)]:
        rows = way.rows(record)
        if way.model is Attestation:
            names.people.update(rows.values_list("name", flat=True))
        rejected = _reject(rows)
        count += rejected if way.model is Mention else 0
    settle(names)
    return count


def reject_attestations(attestations: QuerySet) -> None:
    """The reports do not say so; whoever calls this has the people settled again."""
    _reject(attestations)


def _reject(rows: QuerySet) -> int:
    """By their keys: of what is being emptied the database would look up the rest in vain."""
    keys = list(rows.values_list("pk", flat=True))
    empty = dict.fromkeys(LINKS[rows.model])
    return rows.model.objects.filter(pk__in=keys).update(state=MatchState.REJECTED, is_settled=True, **empty)


def _names(kind: str, names: set[str]) -> Names:
    return Names(
        people=names if kind == Kind.PERSON else set(),
        organisations=names if kind == Kind.ORGANISATION else set(),
        events=names if kind == Kind.EVENT else set(),
    )
