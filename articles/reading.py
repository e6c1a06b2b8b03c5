"""What the pages of articles show beside the text: bylines, the records an article names, its neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F, OrderBy, Q, QuerySet, Window
from django.db.models.functions import Lag, Lead
from taggit.models import Tag

from articles.models import Article, Attestation, Contribution, Figure, Mention
from events.models import Event
from people.models import Organisation, Person
from people.reading import as_cards
from unioncms.states import MatchState

PARTS_SHOWN = 60


def public_tags() -> QuerySet:
    """Tags of published articles."""
    published = Article.objects.published()
    return Tag.objects.filter(pk__in=Tag.objects.filter(tagged_articles__content_object__in=published))


@dataclass
class BylineGroup:
    """The names that stand behind one word of a byline: 记者 周亦舟 唐果."""

    label: str
    role: str
    contributions: list[Contribution] = field(default_factory=list)


def byline_of(contributions: Iterable[Contribution]) -> list[BylineGroup]:
    """In the order printed; the printed word stands before our own name of the role."""
    groups: list[BylineGroup] = []
    for contribution in contributions:
        label = contribution.printed_role or contribution.get_role_display()
        if not groups or groups[-1].label != label:
            groups.append(BylineGroup(label, contribution.role))
        groups[-1].contributions.append(contribution)
    return groups


def contributions_of(article: Article) -> list[Contribution]:
    """The byline that readers were given, each name with the person it means by now."""
    released = getattr(article, "released_contributions", None)
    now = list(article.contributions.all())
    if released is None:
        return now
    people = {(each.role, each.printed_name): each.person for each in now if not each.is_hidden}
    for each in released:
        each.person = people.get((each.role, each.printed_name))
    return released


def figures_of(article: Article) -> list[Figure]:
    """The pictures that readers were given."""
    released = getattr(article, "released_figures", None)
    return list(article.figures.all()) if released is None else released


def whole_articles() -> QuerySet:
    """Published articles with what their own page shows."""
    return (
        Article.objects.published()
        .as_released()
        .with_moment()
        .select_related("column", "series", "publication")
        .defer("imported")
        .prefetch_related("figures", "tags", "contributions__person")
    )


def mentions_of(article: Article) -> list[Mention]:
    """The names in it that are not behind a mask."""
    mentions = article.mentions.filter(is_hidden=False)
    return list(mentions.select_related("person", "organisation", "event").order_by("pk"))


@dataclass
class Named:
    """The records an article names, in the order it names them; each person has its `seen_as` there."""

    people: list[Person] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.people or self.organisations or self.events)


def named_in(
    mentions: Iterable[Mention], attestations: Iterable[Attestation], contributions: Iterable[Contribution]
) -> Named:
    people: dict[int, Person] = {}
    organisations: dict[int, Organisation] = {}
    events: dict[int, Event] = {}
    shelves = {
        Mention.Kind.PERSON: people,
        Mention.Kind.ORGANISATION: organisations,
        Mention.Kind.EVENT: events,
    }
    in_byline = {each.person_id for each in contributions}
    for mention in mentions:
        # Whoever is named in the byline alone has a link there.
        is_shown = (
            mention.kind == Mention.Kind.PERSON
            and mention.field == Mention.Field.BYLINE
            and mention.person_id in in_byline
        )
        if mention.state == MatchState.MATCHED and not is_shown:
            shelves[mention.kind].setdefault(mention.target.pk, mention.target)
    for person in people.values():
        person.seen_as = []
    for attestation in attestations:
        if attestation.person_id is None:
            continue
        person = people.setdefault(attestation.person_id, attestation.person)
        if not hasattr(person, "seen_as"):
            person.seen_as = []
        person.seen_as.append(attestation)
    return Named(list(people.values()), list(organisations.values()), list(events.values()))


def named_of(article: Article, mentions: Iterable[Mention]) -> Named:
    attestations = article.attestations.filter(person__isnull=False, is_hidden=False)
    attestations = attestations.select_related("person", "post__organisation")
    return named_in(mentions, attestations, contributions_of(article))


# The order of ArticleQuerySet.newest_first, as a window wants it.
NEWEST_FIRST = (
    OrderBy(F("published_on_earliest"), descending=True, nulls_last=True),
    F("source__name").asc(),
    F("position").asc(),
    F("pk").asc(),
)
_IN_READING_ORDER = (F("position").asc(), F("pk").asc())


@dataclass
class Neighbours:
    previous: Article | None = None
    next: Article | None = None

    def __bool__(self) -> bool:
        return bool(self.previous or self.next)


def _neighbours(article: Article, articles: QuerySet, order) -> Neighbours:
    keys = (
        articles.order_by()
        .annotate(before=Window(Lag("pk"), order_by=order), after=Window(Lead("pk"), order_by=order))
        .filter(Q(before=article.pk) | Q(after=article.pk))
        .values_list("pk", "before", "after")
    )
    sides = {}
    for key, before, after in keys:
        if before == article.pk:
            sides["next"] = key
        if after == article.pk:
            sides["previous"] = key
    rows = (
        as_cards(Article.objects.all()).prefetch_related(None).in_bulk(list(sides.values())) if sides else {}
    )
    return Neighbours(**{side: rows.get(key) for side, key in sides.items()})


def column_neighbours(article: Article) -> Neighbours:
    """The newer and the older piece of the same column."""
    if article.column_id is None:
        return Neighbours()
    return _neighbours(article, Article.objects.published().filter(column=article.column_id), NEWEST_FIRST)


def page_neighbours(article: Article) -> Neighbours:
    """The pieces before and after it on the page it was printed on, or else in the document it came in."""
    published = Article.objects.published()
    placement = next(iter(article.placements.all()), None)
    if placement:
        on_page = published.filter(placements__page=placement.page_id)
        return _neighbours(article, on_page, (F("placements__position").asc(), F("placements__pk").asc()))
    if article.source_id is None:
        return Neighbours()
    return _neighbours(article, published.filter(source=article.source_id), _IN_READING_ORDER)


@dataclass
class Parts:
    """A series around one of its parts."""

    articles: list[Article]
    previous: Article | None = None
    next: Article | None = None


def series_parts(article: Article) -> Parts | None:
    if article.series_id is None:
        return None
    parts = list(
        as_cards(Article.objects.published().filter(series=article.series_id))
        .prefetch_related(None)
        .order_by(F("part").asc(nulls_last=True), F("published_on_earliest").asc(nulls_last=True), "pk")
    )
    here = next((index for index, part in enumerate(parts) if part.pk == article.pk), 0)
    first = max(0, min(here - PARTS_SHOWN // 2, len(parts) - PARTS_SHOWN))
    return Parts(
        parts[first : first + PARTS_SHOWN],
        previous=parts[here - 1] if here else None,
        next=parts[here + 1] if here + 1 < len(parts) else None,
    )
