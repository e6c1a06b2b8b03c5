"""What the names in articles mean: worked out anew for the names concerned, whenever rows or the register change.

`settle(names)` looks at every row that prints one of the names and at every record that bears one, decides who is who
(`people.matching`, `events.matching`), and writes only what is different. It is a function of what is stored: the
register that a set of documents leads to depends on the set, never on the order. Called by the import with the rows
of a document that are about to be stored, and by whatever changes the register, in the same transaction.

A row that an editor has settled or rejected stays as it is, and ties the other rows of its name in that document to
its record. So whoever takes one passage off a record, as a split does, settles the passages that it leaves there too.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.db import connection, transaction

from articles.appointments import conclude_appointments
from articles.models import Mention
from articles.settling.events import EventSettler
from articles.settling.organisations import OrganisationSettler
from articles.settling.participants import settle_participants
from articles.settling.people import PeopleSettler
from articles.settling.rows import Changes, Fresh, Kind, Names
from events.models import Event
from people.models import Person
from people.orphans import drop_orphaned_bodies, drop_orphans
from unioncms.changes import Outcome
from unioncms.chunks import chunks

__all__ = ["Fresh", "Names", "Settled", "settle", "wait_for_other_writers"]

WRITER_LOCK = 0x554E494F4E  # "UNION"; any number that no other program takes on this database


@dataclass
class Settled:
    """What settling made, and how many stored passages it linked or released."""

    made: Counter = field(default_factory=Counter)  # people, posts, organisations, events
    outcome: Outcome = field(default_factory=Outcome)


@transaction.atomic
def settle(names: Names, fresh: Fresh | None = None) -> Settled:
    """Bring every row of these names, and what follows from them, to what the whole set of rows says."""
    wait_for_other_writers()
    fresh = fresh or Fresh()
    names = names | fresh.names
    changes, made = Changes(), Counter()
    bodies = OrganisationSettler(names.organisations, fresh, changes, made)
    bodies.settle()
    people = PeopleSettler(names.people | bodies.people_concerned, fresh, changes, made)
    people.settle()
    events = EventSettler(
        names.events | _events_beside(bodies.moved_mentions),
        fresh,
        changes,
        made,
        {name: body for name, (_, body) in bodies.decisions.items()},
    )
    events.settle()
    settle_participants(events, people, bodies.moved)
    attestations = people.attestations()
    new = people.moved_attestations | {id(row) for row in attestations if row.pk in bodies.moved_attestations}
    conclude_appointments(people.people, attestations, new)
    drop_orphans(Event, events.unused)
    drop_orphans(Person, people.unused)
    drop_orphaned_bodies(bodies.unused)
    return Settled(made, Outcome(changes.linked, changes.released))


def _events_beside(mentions: list[int]) -> set[str]:
    """The events of the articles in which these mentions stand: a body that means another now may organise them."""
    names: set[str] = set()
    for some in chunks(mentions):
        articles = Mention.objects.filter(pk__in=some).values("article")
        found = Mention.objects.filter(kind=Kind.EVENT, article__in=articles)
        names.update(found.values_list("name", flat=True))
    return names


def wait_for_other_writers() -> None:
    """Until this transaction ends no other import and no other editor settles names: both would make the same people.

    SQLite's transactions are IMMEDIATE (see the settings) and exclude each other anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITER_LOCK])
