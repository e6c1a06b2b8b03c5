"""A merge or a split, taken back row for row; what has been edited since stands.

The steps are taken back last first (see `journal`). Merges may be undone in any order but these, and a sentence says
which has to go first: one whose kept record has itself been merged or deleted since, one that moved a row which took
in a row of a later merge, and a split whose passage would go back to a record that is merged away or deleted by now.
Rows that a later merge or split has dealt with stay where that has put them.

Where two merges would have supplied the same, an alias or an empty field, undoing the earlier hands it on to the
later; so in the end everything is as if the merge that was undone had never been.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from people.journal import (
    Journal,
    Step,
    find_unchanged,
    keys_set,
    label_of,
    model_of,
    put_back,
    set_back,
    take_away,
    values_of,
)
from people.merging import (
    MergeRefused,
    alias_names,
    columns_of,
    fillable,
    is_empty,
    is_move,
    needs_alias,
    new_alias,
)
from people.models import MergeRecord, User
from unioncms.changes import Kind, Outcome, announce, names_of


@dataclass
class Undone:
    """How many rows could not be had back, since something else stands in their place; and what articles did."""

    left: int = 0
    outcome: Outcome = field(default_factory=Outcome)


@transaction.atomic
def undo(record: MergeRecord, user: User) -> Undone:
    model = record.model
    kept = model._base_manager.select_for_update().filter(pk=record.to_key).first()
    record = MergeRecord.objects.select_for_update().get(pk=record.pk)
    if not record.is_standing:
        raise MergeRefused("这一步已经撤销过了。")
    if kept is None:
        raise MergeRefused(_why_gone(model, record.to_key, record.to_label))
    later = list(
        MergeRecord.objects.about(model)
        .standing()
        .select_for_update()
        .filter(to_key=record.to_key, pk__gt=record.pk)
        .order_by("pk")
    )
    _refuse_if_leaned_on(record)
    before, names = (copy(kept), alias_names(kept)), names_of([kept])
    undone = Undone()
    for step in reversed(record.journal):
        undone.left += _take_back(step, record, later)
    record.undone_by, record.undone_at = user, timezone.now()
    record.save(update_fields=["undone_by", "undone_at"])
    if record.kind == MergeRecord.Kind.MERGE:
        _hand_on(*before, [each for each in later if each.kind == MergeRecord.Kind.MERGE])
    _drop_if_made_by_splits(record)
    keys = {record.from_key, record.to_key}
    names |= names_of(model._base_manager.filter(pk__in=keys))
    undone.outcome = announce(Kind.PARTED, model, names, keys)
    # What was concluded from the passage may have been all that still held the record it made.
    if _drop_if_made_by_splits(record):
        undone.outcome += announce(Kind.DELETED, model, names, keys)
    return undone


# What stands in the way


def _why_gone(model: type[Model], key: int, label: str) -> str:
    taken = MergeRecord.objects.about(model).merges().standing().filter(from_key=key).first()
    if taken:
        return f"请先撤销较晚的一步：{taken}。"
    return f"“{label}”已被删除，不能撤销。"


def _refuse_if_leaned_on(record: MergeRecord) -> None:
    """A row that this merge moved may have taken in a row of a later one, which would be lost with it."""
    moved = {
        (step.get("set") or step["add"], key)
        for step in record.journal
        if "add" in step or ("set" in step and is_move(step))
        for key in step.get("keys") or [_key_of(step)]
    }
    later = MergeRecord.objects.standing().filter(pk__gt=record.pk).order_by("-pk")
    for other in later.defer("reason").select_related("content_type").iterator():
        taken_out = [
            step for step in other.journal if "remove" in step and not _is_merged_record(step, other)
        ]
        if any((step["remove"], step["into"]) in moved for step in taken_out):
            raise MergeRefused(f"请先撤销较晚的一步：{other}。它的一些内容已并进这一步移来的内容。")


def _is_merged_record(step: Step, record: MergeRecord) -> bool:
    return step.get("remove") == label_of(record.model) and _key_of(step) == record.from_key


def _key_of(step: Step) -> int:
    """The key of the row that a step added or removed."""
    return (step.get("row") or {})[model_of(step)._meta.pk.attname]


# Step by step


def _take_back(step: Step, record: MergeRecord, later: list[MergeRecord]) -> int:
    """Take one step back; how many rows could not be had back."""
    if "add" in step:
        take_away(step)
        return 0
    if "remove" in step:
        return 0 if _put_back(step, record) else 1
    if "is_settled" in step["after"] and not is_move(step):
        return _unsettle(step, record)
    dealt_with = keys_set((each for other in later for each in other.journal), step["set"], step["after"])
    keys = find_unchanged(step, but=dealt_with)
    if record.kind == MergeRecord.Kind.MERGE:
        return set_back(step, keys)
    return sum(_set_back_split(step, key, record) for key in keys)


def _unsettle(step: Step, record: MergeRecord) -> int:
    """Rows that stayed where they were are open again, unless a later merge or split of their record stands."""
    keys = set(find_unchanged(step))
    for key in set(step["keys"]) - keys:
        # The undo of an earlier merge may have taken the row with it.
        before = _where_it_was(step, key, record)
        again = step | {"keys": [key], "before": before, "after": before | {"is_settled": True}}
        set_back(again, find_unchanged(again))
    owner = record.to_key if record.kind == MergeRecord.Kind.MERGE else record.from_key
    others = MergeRecord.objects.about(record.model).standing().filter(pk__gt=record.pk)
    heir = others.filter(
        Q(kind=MergeRecord.Kind.MERGE, to_key=owner) | Q(kind=MergeRecord.Kind.SPLIT, from_key=owner)
    ).last()
    if heir is None:
        return set_back(step, keys)
    heir.journal.append(step | {"keys": sorted(keys)})
    heir.save(update_fields=["journal"])
    return 0


def _put_back(step: Step, record: MergeRecord) -> bool:
    is_back = put_back(step, lambda model, key, column: _follow(step, model, key, column))
    if not is_back and _is_merged_record(step, record):
        raise MergeRefused(f"“{record.from_label}”引用的记录已不存在，不能恢复。")
    return is_back


def _follow(step: Step, model: type[Model], key: int, column: str) -> int | None:
    """The record that one which is gone was merged into; those merges take the row along as if it had been there."""
    merges = MergeRecord.objects.about(model).merges().standing()
    while not model._base_manager.filter(pk=key).exists():
        merge = merges.filter(from_key=key).first()
        if merge is None:
            return None
        before, after = {column: merge.from_key}, {column: merge.to_key}
        # At its head, so that an undo comes to it when the merged record is back.
        merge.journal.insert(
            0, {"set": step["remove"], "keys": [_key_of(step)], "before": before, "after": after}
        )
        merge.save(update_fields=["journal"])
        key = merge.to_key
    return key


def _set_back_split(step: Step, key: int, record: MergeRecord) -> int:
    """A passage goes back to where it was before the split: to the merged record, if that is back by now."""
    before = _where_it_was(step, key, record)
    _settle_again(step, key, before, record)
    if set_back(step, [key], before):
        own = next((before[name] for name in before if name == f"{record.content_type.model}_id"), None)
        raise MergeRefused(_why_gone(record.model, own or record.from_key, record.from_label))
    return 0


def _where_it_was(step: Step, key: int, record: MergeRecord) -> dict:
    """What a row had before a step, less what has been undone since."""
    before, since = dict(step["before"]), record.created_at
    undone = MergeRecord.objects.about(record.model).filter(pk__lt=record.pk, undone_at__isnull=False)
    for other in undone.order_by("-pk"):
        if other.undone_at < since:
            continue
        for earlier in reversed(other.journal):
            if (
                earlier.get("set") == step["set"]
                and key in earlier["keys"]
                and earlier["after"].items() <= before.items()
            ):
                before |= earlier["before"]
                since = other.created_at
    return before


def _settle_again(step: Step, key: int, before: dict, record: MergeRecord) -> None:
    """A merge into the record the passage goes back to would have settled it, had it been there."""
    settling = getattr(model_of(step), "settled_by_merge", ())
    column = next(iter(before.keys() - {"is_settled"}), "")
    if before["is_settled"] or column.removesuffix("_id") not in settling:
        return
    merges = MergeRecord.objects.about(record.model).merges().standing()
    merge = merges.filter(to_key=before[column], pk__gt=record.pk).order_by("pk").first()
    if merge:
        after = before | {"is_settled": True}
        merge.journal.append({"set": step["set"], "keys": [key], "before": dict(before), "after": after})
        merge.save(update_fields=["journal"])
        before["is_settled"] = True


# Afterwards


def _drop_if_made_by_splits(record: MergeRecord) -> bool:
    """The record that a split has made goes with the last that came into it; whether it went."""
    steps = MergeRecord.objects.about(record.model).filter(to_key=record.to_key)
    if steps.standing().exists():
        return False
    own = label_of(record.model)
    splits = steps.filter(kind=MergeRecord.Kind.SPLIT)
    made = [step for split in splits for step in split.journal if step.get("add") == own]
    return sum(take_away(step) for step in made) > 0


def _hand_on(before: Model, aliases: set[str], merges: Iterable[MergeRecord]) -> None:
    """Let later merges supply what the kept record has lost: `before` and `aliases` are how it was."""
    manager = type(before)._base_manager
    for merge in merges:
        journal, kept, merged = Journal(), manager.get(pk=before.pk), _merged_record(merge)
        lost = aliases - alias_names(kept)
        if merged.name in lost and needs_alias(kept, merged.name):
            journal.add(new_alias(kept, merged.name))
        for group in fillable(type(kept)):
            now = columns_of(kept, group)
            if columns_of(before, group) != now and is_empty(kept, group) and not is_empty(merged, group):
                journal.set(type(kept), [kept.pk], now, columns_of(merged, group))
        if journal.steps:
            merge.journal.extend(journal.steps)
            merge.save(update_fields=["journal"])


def _merged_record(merge: MergeRecord) -> Model:
    """The record that a merge took away, as it was."""
    row = next(step["row"] for step in reversed(merge.journal) if _is_merged_record(step, merge))
    return merge.model(**values_of(merge.model, row))
