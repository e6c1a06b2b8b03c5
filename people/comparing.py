"""Records side by side, for whoever decides whether they are one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models

from people.relations import links_to


@dataclass(frozen=True, slots=True)
class Line:
    """One field of all records, or how many rows of one kind refer to each."""

    label: str
    values: list[str]
    is_count: bool = False

    @property
    def differs(self) -> bool:
        """Whether two records contradict each other in it."""
        return not self.is_count and len(set(filter(None, self.values))) > 1


def compare(records: Sequence[models.Model]) -> list[Line]:
    """The fields that one of the records has, their aliases, and what refers to each."""
    model = type(records[0])
    dates = {composite.name: composite for composite in getattr(model, "imprecise_dates", ())}
    within = {f"{name}_{part}" for name in dates for part in ("earliest", "latest", "precision")}
    lines = [
        Line(str(field.verbose_name), [_text(record, field) for record in records])
        for field in model._meta.concrete_fields
        if not field.primary_key and field.name not in within
    ]
    lines += [
        Line(composite.verbose_name, [str(getattr(record, name) or "") for record in records])
        for name, composite in dates.items()
    ]
    if hasattr(model, "aliases"):
        lines.append(
            Line("别名", ["、".join(sorted(each.name for each in r.aliases.all())) for r in records])
        )
    for link in links_to(model):
        counts = [link.rows(record.pk).count() for record in records]
        label = str(link.model._meta.verbose_name)
        if link.model is model:
            label = f"{link.field.verbose_name}为本条的"
        lines.append(Line(label, [str(count or "") for count in counts], is_count=True))
    return [line for line in lines if any(line.values)]


def _text(record: models.Model, field: models.Field) -> str:
    if isinstance(field, models.BooleanField):
        return "是" if field.value_from_object(record) else ""
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    value = getattr(record, field.name)
    return "" if value is None else str(value)


def suggest(records: Sequence[models.Model]) -> models.Model:
    """Which of the records to keep: one that is checked, then the one most is known of, then the oldest."""
    links = links_to(type(records[0]))
    known = {record.pk: sum(link.rows(record.pk).count() for link in links) for record in records}
    return min(records, key=lambda each: (each.is_provisional, -known[each.pk], each.pk))
