"""What refers to a record, and which rows may not stand side by side: read off the models, never from a list.

A model added later is therefore found like the others: foreign keys and one-to-one links to the record's model, the
hidden tables of many-to-many links, and generic relations.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import F, Field, Model, Q, QuerySet, UniqueConstraint
from django.db.models.expressions import BaseExpression


@dataclass(frozen=True)
class Link:
    """A column whose value is the key of a record: `Appointment.person_id` of a person."""

    model: type[Model]
    field: Field
    scope: dict[str, int] = field(default_factory=dict)  # of a generic relation: its content type

    @property
    def column(self) -> str:
        return self.field.attname

    def rows(self, key: int) -> QuerySet:
        """The rows that refer to the record of that key, oldest first."""
        return self.model._base_manager.filter(**{self.column: key}, **self.scope).order_by("pk")


def links_to(model: type[Model]) -> list[Link]:
    """Every column of every model that may hold a key of `model`."""
    links = [
        Link(relation.related_model, relation.field)
        for relation in model._meta.get_fields(include_hidden=True)
        if (relation.one_to_many or relation.one_to_one) and relation.auto_created and not relation.concrete
    ]
    for other in apps.get_models(include_auto_created=True):
        for generic in other._meta.private_fields:
            if isinstance(generic, GenericForeignKey):
                scope = {generic.ct_field: ContentType.objects.get_for_model(model).pk}
                links.append(Link(other, other._meta.get_field(generic.fk_field), scope))
    return links


def is_referred_to(record: Model) -> bool:
    return any(link.rows(record.pk).exists() for link in links_to(type(record)))


# What the database would refuse


@dataclass(frozen=True)
class UniqueRule:
    expressions: tuple[BaseExpression | F, ...]
    condition: Q

    def place(self, column: Field) -> int | None:
        """At which of its expressions the rule names a column as it is."""
        for number, expression in enumerate(self.expressions):
            if isinstance(expression, F) and expression.name in (column.name, column.attname):
                return number
        return None

    def values(self, rows: QuerySet, place: int) -> Iterator[tuple[int, tuple]]:
        """Each row's key and what the rule compares, but for the expression at `place`."""
        others = {f"part{n}": each for n, each in enumerate(self.expressions) if n != place}
        for key, *parts in rows.filter(self.condition).annotate(**others).values_list("pk", *others):
            if None not in parts:  # nothing is equal to an unknown value
                yield key, tuple(parts)


def unique_rules(model: type[Model]) -> Iterator[UniqueRule]:
    for each in model._meta.concrete_fields:
        if each.unique and not each.primary_key:
            yield UniqueRule((F(each.name),), Q())
    for names in model._meta.unique_together:
        yield UniqueRule(tuple(map(F, names)), Q())
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            expressions = (*map(F, constraint.fields), *constraint.expressions)
            yield UniqueRule(expressions, constraint.condition or Q())


def find_clashes(link: Link, old: int, new: int) -> dict[int, int]:
    """Rows of `old` that no uniqueness rule lets move to `new` → the row of `new` that has their place."""
    clashes: dict[int, int] = {}
    for rule in unique_rules(link.model):
        place = rule.place(link.field)
        if place is None:
            continue
        taken = {values: key for key, values in rule.values(link.rows(new), place)}
        for key, values in rule.values(link.rows(old), place):
            if values in taken and key not in clashes:
                clashes[key] = taken[values]
    return clashes


def find_contradictions(links: list[Link], link: Link, old: int, new: int) -> list[int]:
    """Rows that tie both records together and make no sense once they are one: a body linked with itself.

    `links` are all that lead to records of this kind.
    """
    beside = [each for each in links if each.model is link.model]
    if len(beside) < 2:
        return []
    found = []
    for row in link.rows(old):
        for each in beside:
            if getattr(row, each.column) == old:
                setattr(row, each.column, new)
        if [getattr(row, each.column) for each in beside].count(new) > 1 and not _is_allowed(row):
            found.append(row.pk)
    return found


def _is_allowed(row: Model) -> bool:
    """Whether the check constraints of its model let a row stand."""
    try:
        for constraint in type(row)._meta.constraints:
            if not isinstance(constraint, UniqueConstraint):
                constraint.validate(type(row), row)
    except ValidationError:
        return False
    return True
