"""The rows that name somebody or something: stored ones and those about to be, side by side.

Both are model instances; a stored one has its key and only the columns that settling needs. `document_of` tells
which sighting a row belongs to.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Count, F, Model, Q, QuerySet
from django.db.models.functions import Coalesce

from articles.models import Article, Attestation, Contribution, Mention
from unioncms.chunks import chunks
from unioncms.states import MatchState

Kind = Mention.Kind
NAME_OF = {Mention: "name", Contribution: "printed_name", Attestation: "name"}
DECIDED = Q(state=MatchState.REJECTED) | Q(is_settled=True) & ~Q(state=MatchState.MATCHED)


@dataclass
class Names:
    """The names whose rows are to be settled anew."""

    people: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)

    def __or__(self, other: "Names") -> "Names":
        return Names(
            self.people | other.people,
            self.organisations | other.organisations,
            self.events | other.events,
        )

    def __bool__(self) -> bool:
        return bool(self.people or self.organisations or self.events)

    @classmethod
    def in_rows(cls, mentions: Iterable, contributions: Iterable, attestations: Iterable) -> "Names":
        """The names that these rows print, and those of the organisers of their events."""
        names = cls()
        of_kind = {
            Kind.PERSON: names.people,
            Kind.ORGANISATION: names.organisations,
            Kind.EVENT: names.events,
        }
        for mention in mentions:
            of_kind[mention.kind].add(mention.name)
            names.organisations.update(mention.evidence.get("organisers", ()))
        names.people.update(each.printed_name for each in contributions)
        for attestation in attestations:
            names.people.add(attestation.name)
            names.organisations.add(attestation.organisation_name)
        for found in of_kind.values():
            found.discard("")
        return names

    @classmethod
    def in_articles(cls, articles: Iterable[Article] | QuerySet) -> "Names":
        """The names that stored articles print."""
        return cls.in_rows(
            Mention.objects.filter(article__in=articles).only("kind", "name", "evidence"),
            Contribution.objects.filter(article__in=articles).only("printed_name"),
            Attestation.objects.filter(article__in=articles).only("name", "organisation_name"),
        )


@dataclass
class Fresh:
    """Rows of one document that are about to be stored; settling writes into them what they mean."""

    mentions: list[Mention] = field(default_factory=list)
    contributions: list[Contribution] = field(default_factory=list)
    attestations: list[Attestation] = field(default_factory=list)

    @property
    def names(self) -> Names:
        return Names.in_rows(self.mentions, self.contributions, self.attestations)

    def mentions_of(self, kind: str) -> list[Mention]:
        return [mention for mention in self.mentions if mention.kind == kind]


def document_of(row: "Mention | Contribution | Attestation | Group") -> int:
    """The source document of a row, or else its article: names stand for one record throughout."""
    if isinstance(row, Group):
        return row.document
    source = row.source_key if hasattr(row, "source_key") else row.article.source_id
    return source or -row.article_id


def name_of(row: Mention | Contribution | Attestation) -> str:
    return row.printed_name if isinstance(row, Contribution) else row.name


def load_rows(model: type[Model], names: Iterable[str], *columns: str, also=(), **conditions) -> list:
    """The stored rows of `names` that are open, or settled on a record; `also` are annotations."""
    found: list = []
    for some in chunks(names):
        found += (
            model.objects.filter(**{f"{NAME_OF[model]}__in": some}, **conditions)
            .exclude(DECIDED)
            .annotate(source_key=F("article__source"), **dict(also))
            .only(NAME_OF[model], "article_id", "state", "is_settled", "may_found", *columns)
            .order_by("pk")
        )
    return found


@dataclass(slots=True)
class Group:
    """Stored rows of one sighting that mean the same: a name stands many times in a document."""

    document: int
    name: str
    person_id: int | None
    state: str
    is_settled: bool
    may_found: bool
    count: int


def load_groups(model: type[Model], names: Iterable[str], **conditions) -> Iterator[Group]:
    """The stored mentions or contributions of people, grouped."""
    name = NAME_OF[model]
    for some in chunks(names):
        rows = model.objects.filter(**{f"{name}__in": some}, **conditions).exclude(DECIDED).order_by()
        # A document's articles are told apart only where there is no document.
        place = Coalesce("article__source", -F("article"))
        columns = ("place", name, "person_id", "state", "is_settled", "may_found")
        for values in rows.annotate(place=place).values_list(*columns).annotate(Count("pk")):
            yield Group(*values)


@dataclass
class Changes:
    """What settling has changed in stored rows."""

    linked: int = 0
    released: int = 0
    rows: dict[type[Model], dict[int, Model]] = field(default_factory=dict)

    def write(self, row: Model, **values: object) -> bool:
        """Set columns of a row; whether that changed any. `LOST` stays what it is until the words come back."""
        if row.state == MatchState.LOST:
            values.pop("state", None)
        if all(getattr(row, name) == value for name, value in values.items()):
            return False
        for name, value in values.items():
            setattr(row, name, value)
        if row.pk is not None:
            self.rows.setdefault(type(row), {})[row.pk] = row
        return True

    def link(self, row: Model, target: str, key: int | None, state: str) -> bool:
        """Point a row at a record, or at none; whether that is new."""
        before = getattr(row, f"{target}_id")
        if not self.write(row, **{f"{target}_id": key, "state": state}):
            return False
        if row.pk is not None and before != key and not isinstance(row, Attestation):
            self.linked += key is not None
            self.released += key is None
        return True

    def save(self, model: type[Model], *columns: str) -> None:
        rows = self.rows.pop(model, {})
        if rows:
            model.objects.bulk_update(rows.values(), columns, batch_size=500)


def choose_records(
    groups: list[list[Model]], target: str, may_mean: Callable[[int, int], bool]
) -> list[int | None]:
    """For each group of rows the record that most of them mean already, no record twice; None where there is none.

    `may_mean(key, number)` says whether a record will do for a group.
    """
    votes = [
        (-count, key, number)
        for number, rows in enumerate(groups)
        for key, count in _count(rows, target).items()
        if key is not None and may_mean(key, number)
    ]
    chosen: list[int | None] = [None] * len(groups)
    taken: set[int] = set()
    for _, key, number in sorted(votes):
        if chosen[number] is None and key not in taken:
            chosen[number] = key
            taken.add(key)
    return chosen


def _count(rows: list[Model | Group], target: str) -> Counter:
    counts: Counter = Counter()
    for row in rows:
        counts[getattr(row, f"{target}_id")] += getattr(row, "count", 1)
    return counts
