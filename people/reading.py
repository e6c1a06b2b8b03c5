"""What the public pages of the register show.

`people` imports no article: articles, mentions and attestations are reached by the reverse relations.
"""

from collections.abc import Iterable

from django.db.models import Case, F, Model, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Left

from people.models import Appointment, Organisation, Person, Post
from unioncms.states import MatchState, Status

OPENING = 600  # characters of a body that a list reads, for its first words


def as_cards(articles: QuerySet) -> QuerySet:
    """What a list shows readers of `articles`: never the whole body, which may be a megabyte."""
    return (
        articles.as_released()
        .defer("body", "released_body", "imported", "editors_note")
        .annotate(opening=Left("released_body", OPENING))
        .select_related("column", "publication")
        .prefetch_related("contributions")
    )


def articles_naming(record: Model) -> QuerySet:
    """The published articles in which a name stands for `record`."""
    return _published_articles().filter(pk__in=record.mentions.for_readers().values("article"))


def articles_naming_any(bodies: Iterable[int]) -> QuerySet:
    """The published articles in which a name stands for one of `bodies`."""
    mentions = Organisation.mentions.rel.related_model.objects.for_readers()
    return _published_articles().filter(
        pk__in=mentions.filter(organisation__in=list(bodies)).values("article")
    )


def articles_about(person: Person) -> QuerySet:
    """As `articles_naming`, without those that name `person` as their author only."""
    in_text = person.mentions.for_readers().exclude(field=person.mentions.model.Field.BYLINE)
    written = person.contributions.values("article")
    return articles_naming(person).filter(Q(pk__in=in_text.values("article")) | ~Q(pk__in=written))


def articles_by(person: Person) -> QuerySet:
    """The published articles whose byline has `person`."""
    shown = person.contributions.filter(is_hidden=False)
    return _published_articles().filter(pk__in=shown.values("article"))


def _published_articles() -> QuerySet:
    article = Person.mentions.rel.related_model._meta.get_field("article").related_model
    return article.objects.published()


def sightings() -> QuerySet:
    """Published reports of a person in a post."""
    attestation = Person.attestations.rel.related_model
    return attestation.objects.filter(
        state=MatchState.MATCHED, is_hidden=False, article__status=Status.PUBLISHED
    )


# Of the posts that one report gives a person, the one in the union comes first in a union's paper.
_UNION_FIRST = Case(When(post__organisation__kind=Organisation.Kind.UNION, then=0), default=1)
_LAST_AND_NEAREST = (
    F("attested_on_earliest").desc(nulls_last=True),
    _UNION_FIRST,
    F("post__rank").asc(),
    F("pk").asc(),
)


def add_main_posts(people: Iterable[Person]) -> None:
    """Set `main_post` on each: the post held now if an editor confirmed one, else the last one reported."""
    people = list(people)
    held = Appointment.objects.current().filter(person=OuterRef("pk"), is_inferred=False)
    seen = sightings().filter(person=OuterRef("pk"))
    posts_of = dict(
        Person.objects.filter(pk__in=[person.pk for person in people])
        .annotate(
            main_post=Coalesce(
                Subquery(held.order_by("post__rank", "-started_on_earliest", "pk").values("post")[:1]),
                Subquery(seen.order_by(*_LAST_AND_NEAREST).values("post")[:1]),
            )
        )
        .order_by()
        .values_list("pk", "main_post")
    )
    posts = Post.objects.select_related("organisation").in_bulk({pk for pk in posts_of.values() if pk})
    for person in people:
        person.main_post = posts.get(posts_of.get(person.pk))
