"""Sightings of names and what is known beside each → who is who.

A sighting is a name in one source document: a name stands for one person throughout a document. Who is who is a
function of the whole set of sightings of a name and of the people that editors have worked on (anchors), so that the
register depends on the set of documents and not on their order:

1. Sightings with a body in common are one person: 衡阳市总工会主席谭敦龙, and another page that has him there.
2. Of these, those whose places do not speak against each other are one person: two bodies of Hengyang, or one of the
   city and one of its province. Who fits two that do not fit each other waits as ambiguous.
3. A sighting with nothing to compare (a bare 谭敦龙, or a body without a place) means the one person of that name; all
   of them together are one person where there is no other; where there are two it waits as ambiguous.

An anchor is a person already: what has a body in common with one anchor means it, what fits two waits. Nobody is
guessed, and no two anchors become one.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from django.db.models import Model

from people.models import Organisation, OrganisationAlias
from people.orphans import find_worked_on
from people.places import surroundings
from unioncms.chunks import chunks
from unioncms.grouping import Joined, part_around
from unioncms.parsing.naming.wholes.open_names import is_open
from unioncms.states import MatchState

Record = TypeVar("Record", bound=Model)
Places = frozenset[frozenset[str]]  # 衡阳市 and 湖南省 are one item


def load_bodies(names: Iterable[str]) -> dict[str, list[Organisation]]:
    """Each name → the bodies that it can mean.

    Those that editors have worked on and that bear it as their name; else those that have it as an alias; else the one
    that an import has made. 市总工会 of a page that tells no place means none: which one an editor says for that page.
    """
    names = [name for name in names if not is_open(name)]
    named: dict[str, dict[int, Organisation]] = defaultdict(dict)
    aliased: dict[str, dict[int, Organisation]] = defaultdict(dict)
    for some in chunks(names):
        for body in Organisation.objects.filter(name__in=some).order_by("pk"):
            named[body.name][body.pk] = body
        for alias in OrganisationAlias.objects.filter(name__in=some).select_related("organisation"):
            aliased[alias.name][alias.organisation_id] = alias.organisation
    disputed = {name for name in {*named, *aliased} if len(named[name] | aliased[name]) > 1}
    rivals = {key for name in disputed for key in (*named[name], *aliased[name])}
    worked_on = find_worked_on(Organisation, rivals) if rivals else set()
    found = {}
    for name in {*named, *aliased}:
        own, others = list(named[name].values()), list(aliased[name].values())
        if name in disputed:
            first = [body for body in own if body.pk in worked_on]
            own = first or others or own[:1]
        found[name] = own or others
    return found


def decide(fitting: list[Record]) -> tuple[MatchState, Record | None]:
    """One is a match, none is unmatched, two are ambiguous."""
    if len(fitting) == 1:
        return MatchState.MATCHED, fitting[0]
    return (MatchState.AMBIGUOUS if fitting else MatchState.UNMATCHED), None


# People


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in a document: the bodies of its posts by whole name, and the people an editor has tied it to."""

    document: Hashable
    name: str
    bodies: frozenset[str] = frozenset()
    tied: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Anchor:
    """A person that an editor has worked on: the names it goes by, and the bodies it is known to belong to."""

    key: int
    names: frozenset[str]
    bodies: frozenset[str] = frozenset()


@dataclass
class Cluster:
    """Sightings of one person; `anchor` is the key of the record that it is already, if any."""

    names: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    sightings: list[Sighting] = field(default_factory=list)
    anchor: int | None = None

    @property
    def places(self) -> Places:
        return frozenset(places for body in self.bodies if (places := places_of(body)))

    def take(self, other: "Cluster") -> None:
        self.names |= other.names
        self.bodies |= other.bodies
        self.sightings += other.sightings
        self.anchor = other.anchor if self.anchor is None else self.anchor


places_of = lru_cache(maxsize=20_000)(surroundings)


def match_people(
    sightings: Iterable[Sighting], anchors: Iterable[Anchor] = ()
) -> tuple[list[Cluster], list[Sighting]]:
    """Who is who: the people, and the sightings that fit two of them."""
    waiting: list[Sighting] = []
    components, bare = _join_by_body(list(sightings), list(anchors), waiting)
    families = Joined()
    for component in components:
        families.join(component.names)
    by_family: dict[Hashable, list[Cluster]] = defaultdict(list)
    for component in components:
        by_family[families.root(min(component.names, default=""))].append(component)
    clusters: list[Cluster] = []
    for family in by_family.values():
        clusters += _join_by_place(family, waiting)
    return _join_bare(clusters, bare, waiting), waiting


def _join_by_body(
    sightings: list[Sighting], anchors: list[Anchor], waiting: list[Sighting]
) -> tuple[list[Cluster], dict[str, list[Sighting]]]:
    """Those with a body in common as one; and the bare sightings of each name."""
    bare: dict[str, list[Sighting]] = defaultdict(list)
    by_key = {
        anchor.key: Cluster(set(anchor.names), set(anchor.bodies), [], anchor.key) for anchor in anchors
    }
    attested: dict[tuple[str, frozenset[str]], list[Sighting]] = defaultdict(list)
    tied: dict[int, set[tuple[str, str]]] = defaultdict(
        set
    )  # names that an editor has tied to an anchor, and bodies
    for sighting in sightings:
        if len(sighting.tied) > 1:
            waiting.append(sighting)
        elif sighting.tied:
            cluster = by_key[min(sighting.tied)]
            cluster.take(Cluster(set(), set(sighting.bodies), [sighting]))
            tied[cluster.anchor].update((sighting.name, body) for body in sighting.bodies)
        elif sighting.bodies:
            attested[sighting.name, sighting.bodies].append(sighting)
        else:
            bare[sighting.name].append(sighting)
    joined = Joined()
    held: dict[tuple[str, str], set[int]] = defaultdict(set)  # name and body → the anchors there
    for cluster in by_key.values():
        keys = [(name, body) for name in cluster.names for body in cluster.bodies] + sorted(
            tied[cluster.anchor]
        )
        joined.join(keys)
        for key in keys:
            held[key].add(cluster.anchor)
    for name, bodies in attested:
        joined.join([(name, body) for body in bodies])
    at_root: dict[Hashable, set[int]] = defaultdict(set)
    for key, found in held.items():
        at_root[joined.root(key)] |= found
    free: dict[Hashable, Cluster] = {}
    for (name, bodies), some in attested.items():
        root = joined.root((name, min(bodies)))
        near = at_root.get(root, set())
        if (
            len(near) > 1
        ):  # a document has joined two people that stand apart: only what is surely one of them is
            near = set().union(*(held.get((name, body), ()) for body in bodies))
            if len(near) != 1:
                waiting += some
                continue
        cluster = by_key[min(near)] if near else free.setdefault(root, Cluster())
        cluster.take(Cluster({name}, set(bodies), some))
    return [*by_key.values(), *free.values()], bare


def _join_by_place(family: list[Cluster], waiting: list[Sighting]) -> list[Cluster]:
    """Those of one place as one; what has no place, and nobody to be, is left for `_join_bare`."""
    placed = [cluster for cluster in family if cluster.places]
    found = [cluster for cluster in family if not cluster.places]
    groups, torn = part_around(_neighbours(placed), [cluster.anchor is not None for cluster in placed])
    for number in torn:
        waiting += placed[number].sightings
    for group in groups:
        first, *others = sorted((placed[number] for number in group), key=lambda each: each.anchor is None)
        for cluster in others:
            first.take(cluster)
        found.append(first)
    return found


def _neighbours(clusters: list[Cluster]) -> list[set[int]]:
    """For each the others that share a name with it and lie in the same place or one inside the other."""
    at: dict[frozenset[str], set[int]] = defaultdict(set)
    places = [cluster.places for cluster in clusters]
    for number, found in enumerate(places):
        for place in found:
            at[place].add(number)
    near = {place: set().union(*(at[other] for other in at if _agree(place, other))) for place in at}
    return [
        {
            other
            for other in set().union(*(near[place] for place in found))
            if other != number and cluster.names & clusters[other].names
        }
        for number, (cluster, found) in enumerate(zip(clusters, places, strict=True))
    ]


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _join_bare(
    clusters: list[Cluster], bare: dict[str, list[Sighting]], waiting: list[Sighting]
) -> list[Cluster]:
    """What has nothing to compare means the one person of its name."""
    pools: dict[str, Cluster] = {}
    for name, sightings in bare.items():
        pools[name] = Cluster({name}, set(), list(sightings))
    people: list[Cluster] = []
    for cluster in clusters:
        if cluster.places or cluster.anchor is not None:
            people.append(cluster)
        else:
            pools.setdefault(min(cluster.names), Cluster()).take(cluster)
    people = _join_bare_anchors(people, waiting)
    bearing: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in people:
        for name in cluster.names:
            bearing[name].append(cluster)
    disputed = {sighting.name for sighting in waiting}
    for name, pool in pools.items():
        found = bearing[name]
        if len(found) > 1 or name in disputed:
            waiting += pool.sightings
        elif found:
            found[0].take(pool)
        else:
            people.append(pool)
    return people


def _join_bare_anchors(people: list[Cluster], waiting: list[Sighting]) -> list[Cluster]:
    """A record of which nothing is known is the one person of its name that has no record yet.

    Between two such records nobody can tell; and of two people without a record it may be either.
    """
    known: dict[str, list[Cluster]] = defaultdict(list)
    unknown: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in people:
        if cluster.anchor is None:
            known[min(cluster.names)].append(cluster)
        elif not cluster.places:
            for name in cluster.names:
                unknown[name].append(cluster)
    gone: set[int] = set()
    for name, clusters in known.items():
        if len(unknown[name]) > 1:
            for cluster in clusters:
                waiting += cluster.sightings
                gone.add(id(cluster))
    for anchor in people:
        if anchor.anchor is None or anchor.places:
            continue
        near = [
            cluster for name in sorted(anchor.names) for cluster in known[name] if id(cluster) not in gone
        ]
        is_one = all(_is_same(one, other) for one in near for other in near)
        if is_one and all(len(unknown[name]) == 1 for name in anchor.names):
            for cluster in near:
                anchor.take(cluster)
                gone.add(id(cluster))
    return [cluster for cluster in people if id(cluster) not in gone]


def _is_same(one: Cluster, other: Cluster) -> bool:
    return (
        one is other
        or bool(one.bodies & other.bodies)
        or any(_agree(a, b) for a in one.places for b in other.places)
    )
