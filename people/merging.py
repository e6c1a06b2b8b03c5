"""Two records that mean the same → one.

Knows no model by name: what refers to the merged record is found by `relations`, so that people, organisations,
events and whatever comes later are merged alike. In one transaction, both records locked:

- what refers to the merged record is moved to the kept one;
- a row that a uniqueness rule bars from moving is taken out in favour of the one in its place; what refers to it
  moves there, and what that one leaves empty is filled in from it (two 主席 of one body become one);
- a row that would tie the record to itself is taken out;
- what the kept record leaves empty is filled in from the merged one;
- the name becomes an alias, and the merged record is deleted. Its address leads to the kept one.

Every step is in the journal of the `MergeRecord`; `undoing` takes it back.
"""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from people.journal import Journal, Step, as_row, label_of, values_of
from people.models import AliasKind, MergeRecord, User
from people.relations import Link, find_clashes, find_contradictions, links_to
from unioncms.changes import Kind, announce, names_of
from unioncms.states import MatchState

SHOWN = 3  # examples in a preview


class MergeRefused(Exception):
    """Why records cannot be merged, or a merge not be undone: a sentence for the editor."""


# Before


@dataclass
class Part:
    """What of one kind a merge moves."""

    label: str
    count: int
    taken_out: int
    examples: list[str]


@dataclass
class Preview:
    parts: list[Part] = field(default_factory=list)
    filled: list[tuple[str, str]] = field(default_factory=list)
    alias: str = ""


def preview(kept: models.Model, merged: models.Model) -> Preview:
    """What merging would do, without doing it."""
    found = Preview(alias=merged.name if needs_alias(kept, merged.name, merged) else "")
    links = links_to(type(kept))
    for link in links:
        if count := link.rows(merged.pk).count():
            taken_out = set(find_clashes(link, merged.pk, kept.pk))
            taken_out.update(find_contradictions(links, link, merged.pk, kept.pk))
            rows = link.rows(merged.pk).select_related(*_names_within(link.model))[:SHOWN]
            label = str(link.model._meta.verbose_name)
            examples = list(dict.fromkeys(map(_example, rows)))
            found.parts.append(Part(label, count, len(taken_out), examples))
    for columns in fillable(type(kept)):
        if is_empty(kept, columns) and not is_empty(merged, columns):
            found.filled.append(_label_and_text(merged, columns[0]))
    return found


def _names_within(model: type[models.Model]) -> list[str]:
    """The links that the name of a row is made of."""
    return [each.name for each in model._meta.concrete_fields if each.is_relation]


def _example(row: models.Model) -> str:
    """A row as an editor knows it; what stands in an article, with the article."""
    article = getattr(row, "article", None)
    return f"{row}（《{article}》）" if article else str(row)


def _label_and_text(record: models.Model, column: models.Field) -> tuple[str, str]:
    for composite in getattr(record, "imprecise_dates", ()):
        if column.attname == f"{composite.name}_earliest":
            return composite.verbose_name, str(getattr(record, composite.name))
    if column.name == "is_provisional":
        return str(column.verbose_name), "取消"
    shown = getattr(record, f"get_{column.name}_display", None)
    return str(column.verbose_name), str(shown() if shown else getattr(record, column.name))


# Merging


@transaction.atomic
def merge(kept: models.Model, merged: models.Model, user: User, reason: str) -> MergeRecord:
    """Make `merged` a part of `kept`; both may be older than what the database has.

    `outcome` of the answer says what the merge let the waiting names of articles come to.
    """
    kept, merged = _lock_both(kept, merged)
    model, journal = type(kept), Journal()
    names = names_of([kept, merged])
    is_alias_due = needs_alias(kept, merged.name, merged)
    _absorb(kept, merged, journal)
    if is_alias_due:
        journal.add(new_alias(kept, merged.name))
    journal.remove(merged, into=kept.pk)
    earlier = MergeRecord.objects.about(model).merges().standing().filter(current_key=merged.pk)
    journal.set(
        MergeRecord,
        set(earlier.values_list("pk", flat=True)),
        {"current_key": merged.pk},
        {"current_key": kept.pk},
    )
    record = MergeRecord.objects.create(
        kind=MergeRecord.Kind.MERGE,
        content_type=ContentType.objects.get_for_model(model),
        from_key=merged.pk,
        from_label=str(merged),
        to_key=kept.pk,
        to_label=str(kept),
        current_key=kept.pk,
        moved_count=count_moved(journal.steps, model),
        reason=reason,
        journal=journal.steps,
        created_by=user,
    )
    record.outcome = announce(Kind.MERGED, model, names, {kept.pk, merged.pk})
    return record


def count_moved(steps: list[Step], model: type[models.Model]) -> int:
    """How many rows a merge moved or took out, the records themselves not counted."""
    moved = sum(len(step["keys"]) for step in steps if "set" in step and is_move(step))
    own = label_of(model)
    return moved + sum(step.get("remove") not in (None, own) for step in steps)


def is_move(step: Step) -> bool:
    """Whether a `set` step leads rows from one record to another; the other ones fill in and settle."""
    return step["set"] != label_of(MergeRecord) and any(
        name.endswith("_id") and step["before"][name] not in (None, value)
        for name, value in step["after"].items()
    )


def _lock_both(kept: models.Model, merged: models.Model) -> tuple[models.Model, models.Model]:
    model = type(kept)
    if type(merged) is not model or kept.pk == merged.pk:
        raise MergeRefused("只有两条同类的记录才能合并。")
    rows = model._base_manager.select_for_update().filter(pk__in=[kept.pk, merged.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    for record in (kept, merged):
        if record.pk not in found:
            raise MergeRefused(f"“{record}”已不存在，可能刚被合并或删除。")
    return found[kept.pk], found[merged.pk]


def _absorb(kept: models.Model, merged: models.Model, journal: Journal) -> None:
    """Move what refers to `merged`, and fill in what `kept` leaves empty."""
    model = type(kept)
    links = links_to(model)
    _part_from_itself(kept, merged, links, journal)
    for link in links:
        for key in find_contradictions(links, link, merged.pk, kept.pk):
            journal.remove(link.model._base_manager.get(pk=key))
        clashes = find_clashes(link, merged.pk, kept.pk)
        rows = link.model._base_manager.in_bulk({*clashes, *clashes.values()})
        for key, place in clashes.items():
            _absorb(rows[place], rows[key], journal)
            journal.remove(rows[key], into=place)
        _move(link, merged.pk, kept.pk, journal)
    for columns in fillable(model):
        if is_empty(kept, columns) and not is_empty(merged, columns):
            before, after = columns_of(kept, columns), columns_of(merged, columns)
            journal.set(model, [kept.pk], before, after)
            for name, value in values_of(model, after).items():
                setattr(kept, name, value)


def _move(link: Link, old: int, new: int, journal: Journal) -> None:
    """Move rows, and settle those by which the machine would tell the two records apart again.

    A model names such links in `settled_by_merge`: the merge was an editor's decision over these rows.
    """
    before, after = {link.column: old}, {link.column: new}
    if link.field.name in getattr(link.model, "settled_by_merge", ()):
        open_rows = {"is_settled": False}, {"is_settled": True}
        waiting = {"is_settled": False, "state": MatchState.MATCHED}
        own = set(link.rows(new).filter(**waiting).values_list("pk", flat=True))
        moved = set(link.rows(old).filter(**waiting).values_list("pk", flat=True))
        journal.set(link.model, own, after | open_rows[0], after | open_rows[1])
        journal.set(link.model, moved, before | open_rows[0], after | open_rows[1])
    journal.set(link.model, set(link.rows(old).values_list("pk", flat=True)), before, after)


def _part_from_itself(kept: models.Model, merged: models.Model, links: list[Link], journal: Journal) -> None:
    """Of a tree, the kept record stands where neither it nor the merged one is above it."""
    model = type(kept)
    for link in links:
        if link.model is not model:
            continue
        own, other = getattr(kept, link.column), getattr(merged, link.column)
        wanted = next((key for key in (own, other) if key and not _leads_to(link, key, kept, merged)), None)
        if wanted != own:
            journal.set(model, [kept.pk], {link.column: own}, {link.column: wanted})
            setattr(kept, link.column, wanted)


def _leads_to(link: Link, key: int, *records: models.Model) -> bool:
    """Whether the way up from `key` comes by one of `records`."""
    goals, seen = {record.pk for record in records}, set()
    while key and key not in seen:
        if key in goals:
            return True
        seen.add(key)
        key = link.model._base_manager.filter(pk=key).values_list(link.column, flat=True).first()
    return False


# Names and empty fields


def _aliases(record: models.Model):
    return getattr(record, "aliases", None)


def alias_names(record: models.Model) -> set[str]:
    aliases = _aliases(record)
    return set() if aliases is None else set(aliases.values_list("name", flat=True))


def needs_alias(kept: models.Model, name: str, *others: models.Model) -> bool:
    """Whether neither the kept record nor one of the others bears `name`, where such records have aliases."""
    aliases = _aliases(kept)
    if aliases is None or name == kept.name:
        return False
    bearers = {f"{aliases.field.name}__in": [record.pk for record in (kept, *others)]}
    return not aliases.model._base_manager.filter(**bearers, name=name).exists()


def new_alias(kept: models.Model, name: str) -> models.Model:
    aliases = _aliases(kept)
    return aliases.model(**{aliases.field.name: kept}, name=name, kind=AliasKind.OTHER)


def fillable(model: type[models.Model]) -> list[tuple[models.Field, ...]]:
    """The columns that may be filled in; those of an imprecise date only together."""
    composites = [
        tuple(
            model._meta.get_field(f"{composite.name}_{part}") for part in ("earliest", "latest", "precision")
        )
        for composite in getattr(model, "imprecise_dates", ())
    ]
    taken = {each.name for columns in composites for each in columns}
    singles = [
        (each,)
        for each in model._meta.concrete_fields
        if each.name not in taken
        and not each.primary_key
        and not each.unique
        and each.related_model is not model
        and not getattr(each, "auto_now", False)
        and not getattr(each, "auto_now_add", False)
    ]
    return composites + singles


def is_empty(record: models.Model, columns: tuple[models.Field, ...]) -> bool:
    """Nothing, or what a new record has; of the flags only 待核 gives way."""
    first = columns[0]
    value = first.value_from_object(record)
    if isinstance(first, models.BooleanField):
        return value if first.name == "is_provisional" else False
    return value in (None, "") or (first.has_default() and value == first.get_default())


def columns_of(record: models.Model, columns: tuple[models.Field, ...]) -> dict[str, object]:
    row = as_row(record)
    return {each.attname: row[each.attname] for each in columns}
