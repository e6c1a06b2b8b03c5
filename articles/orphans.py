"""Provisional records that a new parse no longer names: what the machine alone made, the machine takes back.

A record goes when nothing refers to it any more, it is still provisional, and the admin's log knows of nobody who
has worked on it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.db.models.functions import Cast

from articles.models import Article
from events.models import Event
from people.models import Organisation, Person, Post


@dataclass(frozen=True, slots=True)
class Named:
    """The records that some articles refer to, by key."""

    people: frozenset[int]
    organisations: frozenset[int]
    events: frozenset[int]

    @classmethod
    def in_articles(cls, articles: Iterable[Article]) -> "Named":
        """`articles` come with their mentions, contributions and attestations."""
        people, organisations, events, posts = set(), set(), set(), set()
        for article in articles:
            for mention in article.mentions.all():
                people.add(mention.person_id)
                organisations.add(mention.organisation_id)
                events.add(mention.event_id)
            people.update(each.person_id for each in article.contributions.all())
            for attestation in article.attestations.all():
                people.add(attestation.person_id)
                posts.add(attestation.post_id)
        posts.discard(None)
        organisations.update(Post.objects.filter(pk__in=posts).values_list("organisation", flat=True))
        return cls(*(frozenset(keys - {None}) for keys in (people, organisations, events)))


def drop_orphans(named: Named) -> None:
    """Delete those of `named` that nothing refers to any longer."""
    # Events first: they are all that some organisers and guests are named in.
    events = Event.objects.filter(pk__in=named.events, is_provisional=True, summary="")
    organisations = set(named.organisations) | set(
        events.values_list("participations__organisation", flat=True)
    )
    people = set(named.people) | set(events.values_list("participations__person", flat=True))
    _unused(events, but=("participations",)).delete()
    _unused(Person.objects.filter(pk__in=people - {None}, is_provisional=True)).delete()
    bodies = Organisation.objects.filter(pk__in=organisations - {None}, is_provisional=True)
    posts = Post.objects.filter(organisation__in=bodies)
    held = posts.exclude(pk__in=_unused(posts))
    _unused(bodies, but=("posts",)).exclude(pk__in=held.values("organisation")).delete()


def _unused(records: QuerySet, but: tuple[str, ...] = ()) -> QuerySet:
    """Those of `records` that no row refers to; relations named in `but` do not count."""
    model = records.model
    empty = {f"{name}__isnull": True for name in _relations(model) if name not in but}
    worked_on = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model))
    keys = worked_on.annotate(key=Cast("object_id", model._meta.pk)).values("key")
    return model.objects.filter(pk__in=records.filter(**empty).exclude(pk__in=keys).values("pk"))


def _relations(model: type[Model]) -> list[str]:
    """Every relation that leads to `model`, so that one added later is not forgotten."""
    return [relation.name for relation in model._meta.related_objects]
