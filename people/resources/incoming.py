"""A spreadsheet into a list of the register: which record a row means, and what it changes there.

django-import-export runs it: the rows in one transaction, rolled back for a dry run and when one row is refused. A row
means the record whose key it has, else the one it describes; 新 for a key makes another one all the same. A blank cell
leaves a value as it is, and so does a cell that says what the list would say. What rows refer to is fetched for all of
them together, and they are written together.
"""

from collections.abc import Hashable, Sequence

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.results import RowResult

from people.models import User
from people.resources.cells import Fixed, RecordWidget, tidy
from people.resources.finding import NEW, Records, key_in, keys_in, names_in
from unioncms.sheets import CONTROLS

KEY = "编号"
Row = dict[str, str]


class LineResult(RowResult):
    """What has become of a row; `changes` has what stood in each changed column, and what stands there now."""

    def __init__(self):
        super().__init__()
        self.changes: dict[str, tuple[str, str]] = {}


class IncomingResource(ModelResource):
    """`user` is who brings the rows in, `lines` where each stands in the file; `locks` keeps others off meanwhile."""

    class Meta:
        use_bulk = True
        skip_diff = True
        store_instance = True

    def __init__(self, user: User | None = None, lines: Sequence[int] = (), locks: bool = False, **kwargs):
        super().__init__(**kwargs)
        self.user, self.lines, self.locks = user, lines, locks
        self.parents: dict[str, models.Model] = {}
        self.changes: dict[str, tuple[str, str]] = {}
        self.changed_columns: set[str] = set()
        self.claimed: dict[Hashable, int] = {}
        self.number = 0

    @classmethod
    def get_row_result_class(cls):
        return LineResult

    # What the rows refer to

    def before_import(self, dataset, **kwargs):
        rows = dataset.dict
        for field in self.fields.values():
            if isinstance(field.widget, RecordWidget):
                field.widget.load(names_in(rows, field.column_name))
        self.load(keys_in(rows, KEY), [row for row in rows if key_in(row.get(KEY, "")) is None])

    def load(self, keys: set[int], unkeyed: list[Row]) -> None:
        """Fetch `self.records`, and what the rows without a key are looked up by."""
        raise NotImplementedError

    def candidates(self) -> models.QuerySet:
        queryset = self.get_queryset()
        return queryset.select_for_update(of=("self",)) if self.locks else queryset

    records: Records

    # Which record a row means

    def before_import_row(self, row, **kwargs):
        self.number = kwargs["row_number"]
        self.parents, self.changes = {}, {}
        for column, cell in row.items():
            if CONTROLS.search(cell):
                raise ValidationError({column: "含有看不见的控制字符，请重新填写这一格。"})

    def get_instance(self, instance_loader, row):
        cell = row.get(KEY, "").strip()
        if cell and cell != NEW:
            try:
                record = self.records.of_key(cell)
            except ValueError as error:
                raise ValidationError({KEY: str(error)}) from None
            self._check_fixed(record, row)
        else:
            record = self.find(row, is_new=cell == NEW)
        if record:
            self.claim(("key", record.pk), KEY)
        return record

    def find(self, row: Row, is_new: bool) -> models.Model | None:
        """The record that a row without a key describes, or None for a new one; sets `parents`."""
        raise NotImplementedError

    def init_instance(self, row=None):
        return self._meta.model(**self.parents)

    def claim(self, what: Hashable, column: str) -> None:
        """Two rows that mean one record would undo each other."""
        earlier = self.claimed.setdefault(what, self.number)
        if earlier != self.number:
            raise ValidationError({column: f"与第 {self.lines[earlier - 1]} 行说的是同一条。"})

    def _check_fixed(self, record: models.Model, row: Row) -> None:
        for field in self.fields.values():
            cell, stands = tidy(row.get(field.column_name, "")), tidy(str(field.export(record)))
            if isinstance(field, Fixed) and cell and cell != stands:
                raise ValidationError({field.column_name: f"编号 {record.pk} 在这一列是“{stands}”，不能改。"})

    # What it changes there

    def import_field(self, field: Field, instance, row, is_m2m=False, **kwargs):
        cell = tidy(row.get(field.column_name, ""))
        before = field.export(instance)
        if field.readonly or not cell or cell == tidy(before):
            return
        field.save(instance, row, **kwargs)
        after = field.export(instance)
        if after != before:
            self.note(field.column_name, before, after)

    def note(self, column: str, before: str, after: str) -> None:
        self.changes[column] = (before, after)
        self.changed_columns.add(column)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        return not instance._state.adding and not self.changes and not import_validation_errors

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """As a form would, but what a row refers to is known to be there: no query for each of its links."""
        errors = dict(import_validation_errors or {})
        links = {field.name for field in instance._meta.concrete_fields if field.is_relation}
        try:
            instance.clean_fields(exclude=links | errors.keys())
            self.check(instance)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if errors:
            raise ValidationError(errors)

    def check(self, instance: models.Model) -> None:
        """What the database would refuse, in a sentence."""

    def after_import_row(self, row, row_result, **kwargs):
        row_result.changes = self.changes

    # Writing

    def get_bulk_update_fields(self):
        """The columns that some row has changed."""
        names = {
            field.attribute for field in self.fields.values() if field.column_name in self.changed_columns
        }
        return [
            field.name
            for field in self._meta.model._meta.concrete_fields
            if field.name in names or field.name.rpartition("_")[0] in names
        ]

    def bulk_update(self, *args, **kwargs):
        """Rows to which only an alias or a link comes have no column of their own to write."""
        if self.get_bulk_update_fields():
            super().bulk_update(*args, **kwargs)
        self.update_instances.clear()

    # What is told of it

    def refusals(self, error: ValidationError, row: Row) -> list[tuple[str, str, str]]:
        """Column, value and reason of each fault of a row; column and value are blank where it is the whole row's."""
        columns = {field.attribute: field.column_name for field in self.fields.values()}
        found = []
        for name, reasons in error.message_dict.items():
            column = "" if name == NON_FIELD_ERRORS else columns.get(name, name)
            found += [(column, row.get(column, ""), reason) for reason in reasons]
        return found
