"""What the public pages of the register show.

`people` imports no article: articles, mentions and attestations are reached by the reverse relations.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Case, Count, F, Model, OuterRef, Q, QuerySet, Subquery, When, Window
from django.db.models.functions import Coalesce, Left, RowNumber

from people.models import Appointment, Organisation, Person, Post
from unioncms.fields import ImpreciseDate
from unioncms.states import MatchState, Status

MOST_HOLDERS = 1000  # of one body, looked through for those of a day
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


_FIRST = (F("attested_on_earliest").asc(nulls_last=True), F("pk").asc())
_LAST = (F("attested_on_earliest").desc(nulls_last=True), F("post__rank").asc(), F("pk").asc())
# Of the posts that one report gives a person, the one in the union comes first in a union's paper.
_UNION_FIRST = Case(When(post__organisation__kind=Organisation.Kind.UNION, then=0), default=1)
_LAST_AND_NEAREST = (_LAST[0], _UNION_FIRST, *_LAST[1:])


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


@dataclass
class Tenure:
    """A person in a post, as far as it is known: terms an editor confirmed, and the reports of it."""

    post: Post
    person: Person | None = None
    terms: list[Appointment] = field(default_factory=list)
    first: Model | None = None  # attestations
    last: Model | None = None
    reports: int = 0
    is_organisation_public: bool = True

    def take(self, report: Model) -> None:
        """Keep a row of `_first_and_last`."""
        self.first = report if report.from_first == 1 else self.first
        self.last = report if report.from_last == 1 else self.last

    def holds_on(self, day: ImpreciseDate) -> bool:
        """Whether a confirmed term, or the time between the first and the last report, takes in `day`.

        A term without an end goes on; before the first report and after the last one nothing is claimed.
        """
        for term in self.terms:
            begins = not term.started_on or term.started_on.earliest <= day.latest
            if begins and (not term.ended_on or term.ended_on.latest >= day.earliest):
                return bool(term.started_on or term.ended_on)
        first, last = (each.attested_on if each else None for each in (self.first, self.last))
        return bool(first and last) and first.earliest <= day.latest and last.latest >= day.earliest

    @property
    def _newest(self) -> tuple:
        ends = [
            term.ended_on_latest or term.started_on_earliest
            for term in self.terms
            if term.ended_on_latest or term.started_on_earliest
        ]
        if self.last and self.last.attested_on_latest:
            ends.append(self.last.attested_on_latest)
        is_union = self.post.organisation.kind == Organisation.Kind.UNION
        return (max(ends).toordinal() if ends else 0, is_union, -self.post.rank)


def tenures_of(person: Person) -> list[Tenure]:
    """The posts of `person`, the latest first; what only drafts tell is left out."""
    tenures: dict[int, Tenure] = {}
    for row in (
        _first_and_last(sightings().filter(person=person))
        .annotate(opening=Left("article__released_body", OPENING))
        .select_related("post__organisation", "article")
        .defer("article__body", "article__released_body", "article__imported", "article__editors_note")
    ):
        row.article.show_release()
        row.article.opening = row.opening
        tenure = tenures.setdefault(row.post_id, Tenure(row.post, person, reports=row.reports))
        tenure.take(row)
    for term in person.appointments.filter(is_inferred=False).select_related("post__organisation"):
        tenures.setdefault(term.post_id, Tenure(term.post, person)).terms.append(term)
    public = set(
        Organisation.objects.public()
        .filter(pk__in={tenure.post.organisation_id for tenure in tenures.values()})
        .order_by()
        .values_list("pk", flat=True)
    )
    for tenure in tenures.values():
        tenure.is_organisation_public = tenure.post.organisation_id in public
    return sorted(tenures.values(), key=lambda tenure: tenure._newest, reverse=True)


def _first_and_last(sightings: QuerySet) -> QuerySet:
    """Of many reports of one person in one post the first and the last, with `reports`, how many there are."""
    pair = [F("post"), F("person")]
    return sightings.annotate(
        from_first=Window(RowNumber(), partition_by=pair, order_by=_FIRST),
        from_last=Window(RowNumber(), partition_by=pair, order_by=_LAST),
        reports=Window(Count("pk"), partition_by=pair),
    ).filter(Q(from_first=1) | Q(from_last=1))


_DEPUTIES = ("副", "常务副", "第一副", "兼职副", "挂职副", "原副")


def holders_of_posts(organisation: Organisation) -> QuerySet:
    """(rank, standing, title, name, post, person) for all seen in a post there: chairs, deputies, members."""
    deputies = Q()
    for opening in _DEPUTIES:
        deputies |= Q(post__title__startswith=opening)
    standing = Case(When(deputies, then=1), When(post__title__regex="(委员|成员)$", then=2), default=0)
    columns = ("post__rank", "standing", "post__title", "person__name", "post_id", "person_id")
    seen = sightings().filter(post__organisation=organisation, person__isnull=False)
    held = Appointment.objects.filter(
        post__organisation=organisation, is_inferred=False, person__in=Person.objects.public().order_by()
    )
    return (
        seen.annotate(standing=standing)
        .order_by()
        .values_list(*columns)
        .union(held.annotate(standing=standing).order_by().values_list(*columns))
        .order_by(*columns)
    )


def tenures_at(holders: Iterable[tuple]) -> list[Tenure]:
    """The tenures behind a page of `holders_of_posts`, in its order."""
    pairs = [(post, person) for *_, post, person in holders]
    posts = Post.objects.in_bulk({post for post, _ in pairs})
    people = Person.objects.in_bulk({person for _, person in pairs})
    tenures = {
        (post, person): Tenure(posts[post], people[person])
        for post, person in pairs
        if post in posts and person in people
    }
    for row in _first_and_last(sightings().filter(post__in=posts, person__in=people)):
        if tenure := tenures.get((row.post_id, row.person_id)):
            tenure.take(row)
    for term in Appointment.objects.filter(post__in=posts, person__in=people, is_inferred=False):
        if tenure := tenures.get((term.post_id, term.person_id)):
            tenure.terms.append(term)
    return list(tenures.values())


def tenures_on(organisation: Organisation, day: ImpreciseDate) -> list[Tenure]:
    """Who held a post there on `day`, as far as terms and reports tell; of a body with very many the first ones."""
    tenures = tenures_at(holders_of_posts(organisation)[:MOST_HOLDERS])
    return [tenure for tenure in tenures if tenure.holds_on(day)]


def public_links(organisation: Organisation) -> list[tuple[str, Organisation]]:
    """(relation, other body) with the public bodies that `organisation` is linked to, read from its side."""
    public = Organisation.objects.public().order_by()
    kinds = organisation.links.model.Kind
    back = {
        kinds.SUBORDINATE: "下属单位",
        kinds.GUIDANCE: "业务指导对象",
        kinds.RENAMED: "前身",
        kinds.MERGED: "并入本单位",
    }
    links = [
        (link.get_kind_display(), link.other)
        for link in organisation.links.filter(other__in=public).select_related("other").order_by("kind", "pk")
    ]
    return links + [
        (back[link.kind], link.organisation)
        for link in organisation.links_back.filter(organisation__in=public)
        .select_related("organisation")
        .order_by("kind", "pk")
    ]
