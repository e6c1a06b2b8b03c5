"""Who wants to know when a record of the register is added, renamed, edited, checked, merged or deleted.

An app registers a function for the models it cares about; whoever changes such a record announces it. The functions
run at once, in the transaction of the change, and answer how many places in articles it linked or released. Nothing
happens behind anybody's back: no signal, and a change that nobody announces is a change nobody hears of.

    @listens_to(Person)
    def follow_people(change: Change) -> Outcome: ...

    outcome = announce(Kind.RENAMED, Person, names={"林海生", "林海升"}, keys={person.pk})
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db import models, transaction


class Kind(StrEnum):
    ADDED = "added"
    RENAMED = "renamed"
    EDITED = "edited"  # what else is known of a record: its posts, its day and place
    CHECKED = "checked"  # an editor has found a provisional record right
    MERGED = "merged"
    PARTED = "parted"  # a merge was undone, or passages went from one record to another
    DELETING = "deleting"  # the record is still there
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """What has happened to records of `model`: their names and aliases, before and after, and their keys."""

    kind: Kind
    model: type[models.Model]
    names: frozenset[str]
    keys: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many places in articles were linked to a record, and how many lost theirs."""

    linked: int = 0
    released: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.linked + other.linked, self.released + other.released)

    def __bool__(self) -> bool:
        return bool(self.linked or self.released)

    def __str__(self) -> str:
        """已对应 3 处提及，释放 1 处。"""
        parts = [f"已对应 {self.linked} 处提及"] if self.linked else []
        if self.released:
            parts.append(f"释放 {self.released} 处" if parts else f"已释放 {self.released} 处提及")
        return "，".join(parts) + "。" if parts else ""


Listener = Callable[[Change], Outcome | None]
_listeners: dict[type[models.Model], list[Listener]] = defaultdict(list)


def listens_to(*listened: type[models.Model]) -> Callable[[Listener], Listener]:
    """Have a function called with each change of these models; later ones are called after earlier ones."""

    def register(listener: Listener) -> Listener:
        for model in listened:
            if listener not in _listeners[model]:
                _listeners[model].append(listener)
        return listener

    return register


def announce(
    kind: Kind, model: type[models.Model], names: Iterable[str], keys: Iterable[int] = ()
) -> Outcome:
    """Tell everybody who listens to `model`, and say what came of it."""
    change = Change(kind, model, frozenset(names) - {""}, frozenset(keys))
    outcome = Outcome()
    with transaction.atomic():
        for listener in _listeners[model]:
            outcome += listener(change) or Outcome()
    return outcome


def names_of(records: Iterable[models.Model]) -> set[str]:
    """The names and aliases of records, as they stand in the database."""
    by_model: dict[type[models.Model], list[int]] = defaultdict(list)
    for record in records:
        by_model[type(record)].append(record.pk)
    names: set[str] = set()
    for model, keys in by_model.items():
        rows = model._base_manager.filter(pk__in=keys)
        names.update(rows.values_list("name", flat=True))
        if hasattr(model, "aliases"):
            names.update(rows.filter(aliases__isnull=False).values_list("aliases__name", flat=True))
    return names
