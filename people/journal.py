"""The journal of a merge or a split: each step as plain JSON, and how it is taken back.

Three kinds of step:

    {"set": "people.honour", "keys": [3, 8], "before": {"person_id": 2}, "after": {"person_id": 1}}
    {"remove": "people.personalias", "row": {"id": 5, …}, "into": 4}     4 stands in its place
    {"add": "people.personalias", "row": {"id": 9, …}}

Taking back keeps what has been edited since: a row is set back only while it still has every value of `after`, an
added row goes only while it is as it was added, and other columns of a row are left as they are.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Field, Model

from people.relations import is_referred_to

Step = dict
CHUNK = 500  # keys in one query


def label_of(model: type[Model]) -> str:
    return model._meta.label_lower


def as_row(record: Model) -> dict[str, object]:
    """All columns of a record, as JSON holds them."""
    return {field.attname: _plain(field, record) for field in record._meta.concrete_fields}


def _plain(field: Field, record: Model) -> object:
    value = field.value_from_object(record)
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    return field.value_to_string(record)


def values_of(model: type[Model], columns: dict[str, object]) -> dict[str, object]:
    """Columns of a journal as Python values; those that the model no longer has are left out."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name: fields[name].to_python(value) for name, value in columns.items() if name in fields}


def chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(keys)
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))


class Journal:
    """Writes rows and notes each step as it is taken."""

    def __init__(self):
        self.steps: list[Step] = []

    def set(self, model: type[Model], keys: Collection[int], before: dict, after: dict) -> None:
        """Give rows that all have `before` the values of `after`."""
        if not keys:
            return
        for some in chunks(keys):
            model._base_manager.filter(pk__in=some).update(**values_of(model, after))
        step = {"set": label_of(model), "keys": sorted(keys), "before": before, "after": after}
        self.steps.append(step)

    def remove(self, record: Model, into: int | None = None) -> None:
        """Take out a row to which nothing refers any longer."""
        self.steps.append({"remove": label_of(type(record)), "row": as_row(record), "into": into})
        deleted, _ = type(record)._base_manager.filter(pk=record.pk).delete()
        if deleted != 1:
            raise RuntimeError(f"{record!r} took {deleted - 1} rows with it")

    def add(self, record: Model) -> None:
        record.save(force_insert=True)
        record.refresh_from_db()
        self.steps.append({"add": label_of(type(record)), "row": as_row(record)})


# Reading


def model_of(step: Step) -> type[Model]:
    return apps.get_model(step.get("set") or step.get("remove") or step["add"])


def keys_set(steps: Iterable[Step], model: str, columns: Collection[str]) -> set[int]:
    """The rows of a model that some step set in one of `columns`."""
    return {
        key
        for step in steps
        if step.get("set") == model and not set(step["after"]).isdisjoint(columns)
        for key in step["keys"]
    }


# Taking back


def find_unchanged(step: Step, but: Collection[int] = ()) -> list[int]:
    """The rows of a `set` step that still are as it left them."""
    model = model_of(step)
    after = {
        f"{name}__isnull" if value is None else name: True if value is None else value
        for name, value in values_of(model, step["after"]).items()
    }
    return [
        key
        for some in chunks(set(step["keys"]) - set(but))
        for key in model._base_manager.filter(pk__in=some, **after).values_list("pk", flat=True)
    ]


def set_back(step: Step, keys: Collection[int], before: dict | None = None) -> int:
    """Give rows their earlier values again; how many could not have them, since others now stand there."""
    model = model_of(step)
    values = values_of(model, step["before"] if before is None else before)
    for field in model._meta.concrete_fields:
        key = values.get(field.attname)
        if field.is_relation and key is not None and not _exists(field, key):
            return len(keys)
    refused = 0
    for some in chunks(keys):
        if not _try(lambda some=some: model._base_manager.filter(pk__in=some).update(**values)):
            refused += sum(
                not _try(lambda key=key: model._base_manager.filter(pk=key).update(**values)) for key in some
            )
    return refused


def put_back(step: Step, follow: Callable[[type[Model], int, str], int | None]) -> bool:
    """Write a removed row again under its old key; False where something stands in its way.

    A link to a record that has gone since leads to the one that `follow` tells (model, key, column), or is emptied if
    it may be empty.
    """
    model = model_of(step)
    values = values_of(model, step["row"])
    for field in model._meta.concrete_fields:
        key = values.get(field.attname)
        if not field.is_relation or key is None or _exists(field, key):
            continue
        found = follow(field.related_model, key, field.attname)
        if found is None and not field.null:
            return False
        values[field.attname] = found
    return _try(lambda: model(**values).save_base(raw=True, force_insert=True))


def take_away(step: Step) -> bool:
    """Delete an added row, if it is as it was added and nothing refers to it."""
    record = model_of(step)._base_manager.filter(pk=step["row"][model_of(step)._meta.pk.attname]).first()
    if record is None or as_row(record) != step["row"] or is_referred_to(record):
        return False
    record.delete()
    return True


def _exists(field: Field, key: object) -> bool:
    return field.related_model._base_manager.filter(**{field.target_field.attname: key}).exists()


def _try(write) -> bool:
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return False
    return True
