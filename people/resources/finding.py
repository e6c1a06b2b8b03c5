"""The records that the rows of a spreadsheet mean, by key or by name, fetched for all rows together."""

from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models

from unioncms.chunks import chunks
from unioncms.sheets import CONTROLS

NEW = "新"  # instead of a key: a record of its own, though there is one of that name
LONGEST_KEY = 18  # digits that every database takes
NAMED = 5  # namesakes that a sentence names


class Records:
    """Records of one kind, by the keys and by the names that a file has."""

    def __init__(self, queryset: models.QuerySet, keys: Iterable[int] = (), names: Iterable[str] = ()):
        self.label = queryset.model._meta.verbose_name
        self.by_key: dict[int, models.Model] = {}
        self.by_name: dict[str, list[models.Model]] = defaultdict(list)
        for some in chunks(keys):
            self.by_key.update((record.pk, record) for record in queryset.filter(pk__in=some))
        for some in chunks(filter(None, names)):
            for record in queryset.filter(name__in=some).order_by("pk"):
                # One row, one object: a second one would not know what a line above has changed.
                record = self.by_key.setdefault(record.pk, record)
                self.by_name[record.name].append(record)

    def of_key(self, cell: str) -> models.Model:
        """ValueError, in a sentence for the editor, where there is none."""
        record = self.by_key.get(key_in(cell) or 0)
        if record is None:
            raise ValueError(f"没有编号为“{cell[:20]}”的{self.label}，可能已经合并或删除。")
        return record

    def only_one(self, name: str) -> models.Model:
        """The one record of a name; ValueError where there is none, or more than one to choose from."""
        found = self.by_name.get(name, [])
        if not found:
            raise ValueError(f"登记表里没有叫“{name[:30]}”的{self.label}，请先添加。")
        if len(found) > 1:
            raise ValueError(several(name, found))
        return found[0]

    def pick(self, row: dict[str, str], key_column: str, name_column: str) -> models.Model:
        """The record that two cells of a row agree on; either may be blank."""
        cell, name = row.get(key_column, "").strip(), row.get(name_column, "").strip()
        if not cell and not name:
            raise ValidationError({name_column: f"请填{name_column}。"})
        try:
            record = self.of_key(cell) if cell else self.only_one(name)
        except ValueError as error:
            raise ValidationError({key_column if cell else name_column: str(error)}) from None
        if name and record.name != name:
            raise ValidationError({name_column: f"编号 {record.pk} 是“{record.name}”，不是“{name[:30]}”。"})
        return record


def several(name: str, records: list[models.Model]) -> str:
    label = records[0]._meta.verbose_name
    keys = "、".join(str(record.pk) for record in records[:NAMED])
    more = " 等" if len(records) > NAMED else ""
    return f"有 {len(records)} 个{label}叫“{name[:30]}”（编号 {keys}{more}），请填编号，说明是哪一个。"


def key_in(cell: str) -> int | None:
    """The key that a cell gives, or None."""
    cell = cell.strip()
    return int(cell) if cell.isdecimal() and len(cell) <= LONGEST_KEY else None


def keys_in(rows: Iterable[dict[str, str]], column: str) -> set[int]:
    return {key for row in rows if (key := key_in(row.get(column, ""))) is not None}


def names_in(rows: Iterable[dict[str, str]], column: str) -> set[str]:
    """Those that a database can look for."""
    names = {row.get(column, "").strip() for row in rows}
    return {name for name in names if name and not CONTROLS.search(name)}
