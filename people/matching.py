"""A printed name and what is known beside it → the record of the register that it means, or none.

The rule is the same for people and for bodies: of the records that bear the name, keep those that fit best;
exactly one left is a match, none makes a provisional record, two wait as ambiguous. Nobody is guessed.

How well a person fits, best first:

3. a body in common: 衡阳市总工会主席谭敦龙, and the record has a post there;
2. a place in common: another body of Hengyang, or one of the province;
1. nothing to compare: a bare 谭敦龙 fits whoever bears the name;
0. bodies in different places, neither inside the other: not the same person.

So that the register depends on the set of documents and not on their order, a name printed bare stands
matched only while one record bears it: whoever adds a second record of that name asks `names_now_shared` and
releases the bare ones. What still depends on the order is a document whose bodies join two people that stand
apart already: it waits as ambiguous, and had it come first there would be one person.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

from people.models import Organisation, Person
from people.places import surroundings
from unioncms.states import MatchState

Record = TypeVar("Record", bound=Model)
CHUNK = 5000  # names in one query: below every database's limit of parameters


@dataclass(frozen=True, slots=True)
class Match(Generic[Record]):
    """The record meant, if there is one; the candidates when there are several."""

    record: Record | None
    state: MatchState
    candidates: tuple[Record, ...] = ()

    @property
    def is_new(self) -> bool:
        """Nothing in the register fits: a provisional record may be made."""
        return self.record is None and self.state == MatchState.UNMATCHED


def decide(fitting: Iterable[Record]) -> Match[Record]:
    """One is a match, none is unmatched, two are ambiguous."""
    candidates = tuple(fitting)
    if len(candidates) == 1:
        return Match(candidates[0], MatchState.MATCHED, candidates)
    return Match(None, MatchState.AMBIGUOUS if candidates else MatchState.UNMATCHED, candidates)


def chunks(names: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(set(names))
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))


def load_by_name(queryset: QuerySet[Record], names: Iterable[str]) -> dict[str, list[Record]]:
    """Each name → the records that bear it as their name, or else as an alias, oldest first."""
    named: dict[str, dict[int, Record]] = defaultdict(dict)
    aliased: dict[str, dict[int, Record]] = defaultdict(dict)
    for some in chunks(names):
        for record in queryset.filter(name__in=some):
            named[record.name][record.pk] = record
        for record in queryset.filter(aliases__name__in=some).prefetch_related("aliases"):
            for alias in record.aliases.all():
                aliased[alias.name][record.pk] = record
    return {
        name: [found[key] for key in sorted(found)]
        for name in {*named, *aliased}
        if (found := named.get(name) or aliased[name])
    }


# Organisations


@dataclass
class OrganisationRegister:
    """The bodies of the register that the names of one document can mean, loaded at once."""

    by_name: dict[str, list[Organisation]] = field(default_factory=dict)

    @classmethod
    def load(cls, names: Iterable[str]) -> "OrganisationRegister":
        return cls(load_by_name(Organisation.objects.all(), names))

    def add(self, organisation: Organisation) -> None:
        self.by_name.setdefault(organisation.name, []).append(organisation)


def match_organisation(name: str, register: OrganisationRegister) -> Match[Organisation]:
    """By whole name; an alias counts where no body has it as its name."""
    return decide(register.by_name.get(name, ()))


# People


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person: the bodies of their posts, by whole name, and where each of those lies."""

    bodies: frozenset[str] = frozenset()
    places: frozenset[frozenset[str]] = frozenset()  # 衡阳市 and 湖南省 are one item

    @classmethod
    def of(cls, bodies: Iterable[str]) -> "Known":
        bodies = frozenset(bodies)
        return cls(bodies, frozenset(places for body in bodies if (places := surroundings(body))))


NOTHING = Known()


def fit(one: Known, other: Known) -> int:
    """3 a body in common, 2 a place in common, 1 nothing to compare, 0 not the same person."""
    if one.bodies & other.bodies:
        return 3
    if not one.places or not other.places:
        return 1
    return 2 if any(a <= b or b <= a for a in one.places for b in other.places) else 0


@dataclass
class PersonRegister:
    """The people of the register that the names of one document can mean, and what is known of each."""

    by_name: dict[str, list[Person]] = field(default_factory=dict)
    known: dict[int, Known] = field(default_factory=dict)

    @classmethod
    def load(cls, names: Iterable[str]) -> "PersonRegister":
        by_name = load_by_name(Person.objects.all(), names)
        people = {person.pk for found in by_name.values() for person in found}
        return cls(by_name, load_known(people))

    def add(self, person: Person, known: Known = NOTHING) -> None:
        self.by_name.setdefault(person.name, []).append(person)
        self.known[person.pk] = known


def load_known(people: Iterable[int]) -> dict[int, Known]:
    """Each person → the bodies of their appointments and attestations."""
    bodies: dict[int, set[str]] = defaultdict(set)
    keys = sorted(people)
    for start in range(0, len(keys), CHUNK):
        some = Person.objects.filter(pk__in=keys[start : start + CHUNK]).order_by()
        held = some.filter(appointments__isnull=False).values_list(
            "pk", "appointments__post__organisation__name"
        )
        seen = some.filter(attestations__isnull=False).values_list("pk", "attestations__organisation_name")
        for key, body in (*held.distinct(), *seen.distinct()):
            bodies[key].add(body)
    return {key: Known.of(found) for key, found in bodies.items()}


def match_person(name: str, known: Known, register: PersonRegister) -> Match[Person]:
    """The one person of that name whom `known` fits best; see the rule above."""
    fits = [
        (fit(known, register.known.get(each.pk, NOTHING)), each) for each in register.by_name.get(name, ())
    ]
    best = max((degree for degree, _ in fits), default=0)
    return decide(each for degree, each in fits if best and degree == best)


def names_now_shared(added: Iterable[Person], register: PersonRegister) -> list[str]:
    """Names of new records that another record bears too: what stands bare under them waits again."""
    return sorted({person.name for person in added if len(register.by_name[person.name]) > 1})
