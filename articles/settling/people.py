"""Who the names of people mean: everything known of these names, clustered by `people.matching`, written where new."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet

from articles.models import Attestation, Contribution, Mention
from articles.settling.rows import (
    Changes,
    Fresh,
    Group,
    Kind,
    choose_records,
    document_of,
    load_groups,
    load_rows,
    name_of,
)
from people.matching import Anchor, Cluster, Sighting, match_people
from people.models import Appointment, Person, PersonAlias
from people.orphans import find_worked_on
from unioncms.chunks import chunks
from unioncms.parsing.naming.wholes.open_names import is_open
from unioncms.states import MatchState

Key = tuple[int, str]  # document and name


@dataclass
class Rows:
    """The rows of one sighting."""

    names: list[Mention | Contribution | Group] = field(default_factory=list)
    attestations: list[Attestation] = field(default_factory=list)

    def __iter__(self):
        yield from self.names
        yield from self.attestations

    @property
    def may_found(self) -> bool:
        return any(row.may_found and not row.is_settled and row.state != MatchState.LOST for row in self)


class PeopleSettler:
    """Settles the rows that name people, and what hangs on who they mean."""

    def __init__(self, names: set[str], fresh: Fresh, changes: Changes, made: Counter):
        self.names = set(names)
        self.fresh = fresh
        self.changes = changes
        self.made = made
        self.people: dict[int, Person] = {}
        self.aliases: dict[int, set[str]] = defaultdict(set)
        self.sightings: dict[Key, Rows] = defaultdict(Rows)
        self.moved: set[Key] = set()  # sightings that mean somebody else now
        self.moved_attestations: set[int] = set()  # by identity
        self.outdated: dict[Key, tuple[int | None, MatchState]] = {}
        self.anchors: set[int] = set()
        self.used: set[int] = set()

    def settle(self) -> None:
        if not self.names:
            return
        self._load()
        anchors = self._anchors()
        clusters, waiting = match_people(self._evidence(), anchors)
        self.anchors = {anchor.key for anchor in anchors}
        records = self._choose_records(clusters)
        for cluster, person in zip(clusters, records, strict=True):
            state = MatchState.MATCHED if person else MatchState.UNMATCHED
            for sighting in cluster.sightings:
                self._write(sighting, person, state)
        for sighting in waiting:
            self._write(sighting, None, MatchState.AMBIGUOUS)
        self._write_outdated()
        for model in (Mention, Contribution, Attestation):
            self.changes.save(model, "person", "state")
        self.used = {person for person in records if person} | self.anchors

    @property
    def unused(self) -> set[int]:
        """People of these names whom nothing means now."""
        return set(self.people) - self.used

    def attestations(self) -> list[Attestation]:
        """All of these people, those too that an editor has settled under a name of somebody else."""
        found = [row for rows in self.sightings.values() for row in rows.attestations]
        known = {row.pk for row in found}
        for some in chunks(self.anchors):
            rows = Attestation.objects.filter(person__in=some, is_settled=True, state=MatchState.MATCHED)
            found += [row for row in rows if row.pk not in known]
        return found

    # What is there

    def _load(self) -> None:
        """Every row and person of these names, and of the names that those people go by besides."""
        self._take(
            (
                *self.fresh.mentions_of(Kind.PERSON),
                *self.fresh.contributions,
                *self.fresh.attestations,
            )
        )
        new, seen = set(self.names), set()
        while new:
            seen |= new
            rows = self._load_rows(new)
            self._take(rows)
            tied = {row.person_id for row in rows if row.is_settled}
            new = self._load_people(new, tied - {None}) - seen
        self.names = seen

    def _load_rows(self, names: set[str]) -> list:
        rows = [*load_groups(Mention, names, kind=Kind.PERSON), *load_groups(Contribution, names)]
        attestations = load_rows(
            Attestation,
            names,
            *("person_id", "post_id", "organisation_name", "change"),
            *(f"attested_on_{part}" for part in ("earliest", "latest", "precision")),
            also={"body": F("post__organisation__name")},
        )
        for row in attestations:
            row.body = row.body or row.organisation_name
        return rows + attestations

    def _take(self, rows: Iterable) -> None:
        for row in rows:
            of = self.sightings[document_of(row), name_of(row)]
            (of.attestations if isinstance(row, Attestation) else of.names).append(row)

    def _load_people(self, names: set[str], tied: set[int]) -> set[str]:
        """Take in the people of these names and those tied to rows of them; every name that they go by."""
        found: dict[int, Person] = {}
        for some in chunks(names):
            found |= {person.pk: person for person in self._narrow(Person.objects.filter(name__in=some))}
            led = PersonAlias.objects.filter(Q(name__in=some) | Q(person__name__in=some))
            for key, name in led.values_list("person", "name"):
                self.aliases[key].add(name)
        missing = (tied | set(self.aliases)) - set(found) - set(self.people)
        for some in chunks(missing):
            found |= {person.pk: person for person in self._narrow(Person.objects.filter(pk__in=some))}
            for key, name in PersonAlias.objects.filter(person__in=some).values_list("person", "name"):
                self.aliases[key].add(name)
        self.people |= found
        return {name for key, person in found.items() for name in (person.name, *self.aliases[key])}

    @staticmethod
    def _narrow(people: QuerySet) -> Iterable[Person]:
        return people.only("name", "is_provisional")

    def _anchors(self) -> list[Anchor]:
        """The people that editors have worked on, under the names that lead to them."""
        worked_on = find_worked_on(Person, self.people)
        named: dict[str, set[int]] = defaultdict(set)
        aliased: dict[str, set[int]] = defaultdict(set)
        for key in worked_on:
            named[self.people[key].name].add(key)
            for name in self.aliases[key]:
                aliased[name].add(key)
        names: dict[int, set[str]] = defaultdict(set)
        for name in self.names:
            for key in named[name] or aliased[name]:
                names[key].add(name)
        bodies = self._known_bodies(worked_on)
        return [Anchor(key, frozenset(names[key]), frozenset(bodies[key])) for key in sorted(worked_on)]

    @staticmethod
    def _known_bodies(people: set[int]) -> dict[int, set[str]]:
        """The bodies of the posts that an editor has entered, confirmed or settled."""
        bodies: dict[int, set[str]] = defaultdict(set)
        for some in chunks(people):
            held = Appointment.objects.filter(person__in=some, is_inferred=False)
            seen = Attestation.objects.filter(person__in=some, is_settled=True, state=MatchState.MATCHED)
            rows = (
                *held.values_list("person", "post__organisation__name"),
                *seen.values_list("person", "post__organisation__name"),
            )
            for key, body in rows:
                bodies[key].add(body)
        return bodies

    def _evidence(self) -> Iterable[Sighting]:
        for (document, name), rows in self.sightings.items():
            tied = {row.person_id for row in rows if row.is_settled}
            yield Sighting(
                document,
                name,
                frozenset(row.body for row in rows.attestations if row.body and not is_open(row.body)),
                frozenset(tied - {None}),
            )

    # What follows

    def _choose_records(self, clusters: list[Cluster]) -> list[int | None]:
        """The record of each cluster: its anchor, or one that it means already, or a new one where a row allows it."""
        free = [cluster for cluster in clusters if cluster.anchor is None and self._may_found(cluster)]
        chosen = choose_records(
            [[row for each in cluster.sightings for row in self._rows(each)] for cluster in free],
            "person",
            lambda key, number: (
                key in self.people and key not in self.anchors and self.people[key].name in free[number].names
            ),
        )
        missing = [number for number, key in enumerate(chosen) if key is None]
        new = [Person(name=min(free[number].names), is_provisional=True) for number in missing]
        for number, person in zip(missing, Person.objects.bulk_create(new), strict=True):
            chosen[number] = person.pk
            self.people[person.pk] = person
        if missing:
            self.made["people"] += len(missing)
        found = {id(cluster): key for cluster, key in zip(free, chosen, strict=True)}
        return [cluster.anchor or found.get(id(cluster)) for cluster in clusters]

    def _may_found(self, cluster: Cluster) -> bool:
        return any(self._rows(sighting).may_found for sighting in cluster.sightings)

    def _rows(self, sighting: Sighting) -> Rows:
        return self.sightings[sighting.document, sighting.name]

    def _write(self, sighting: Sighting, person: int | None, state: MatchState) -> None:
        rows = self._rows(sighting)
        is_new = False
        for row in rows.names:
            if row.is_settled:
                continue
            if isinstance(row, Group):
                if row.person_id != person or row.state not in (state, MatchState.LOST):
                    self.outdated[sighting.document, sighting.name] = (person, state)
                    row.person_id, row.state = person, row.state if row.state == MatchState.LOST else state
                    is_new = True
            else:
                is_new |= self.changes.link(row, "person", person, state)
        for row in rows.attestations:
            if not row.is_settled:
                of_row = MatchState.UNMATCHED if person and row.post_id is None else state
                if self.changes.link(row, "person", person, of_row) or row.pk is None:
                    is_new = True
                    self.moved_attestations.add(id(row))
        if is_new:
            self.moved.add((sighting.document, sighting.name))

    def _write_outdated(self) -> None:
        """Bring the stored names of sightings that mean somebody else to that: few, so that only they are loaded."""
        names = {name for _, name in self.outdated}
        rows = load_rows(Mention, names, "person_id", kind=Kind.PERSON)
        for row in (*rows, *load_rows(Contribution, names, "person_id")):
            key = document_of(row), name_of(row)
            if key in self.outdated and not row.is_settled:
                self.changes.link(row, "person", *self.outdated[key])
