"""A spreadsheet that an editor brings in: what each row would change, and changing it."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from import_export.results import Result
from tablib import Dataset

from people.models import User
from people.resources.incoming import IncomingResource, LineResult
from unioncms.sheets import SheetRefused, read_numbered

MOST_CHANGES = 5_000  # rows that one file may add and change: one transaction, and one look


class State(StrEnum):
    REFUSED = "refused"
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of a row: of each changed column what stood there and what is to; of each fault where and why."""

    number: int
    state: State
    label: str = ""
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    refusals: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class Reading:
    """A file read through: its lines, and the resource that has done it."""

    resource: IncomingResource
    result: Result
    lines: list[Line]
    counts: Counter[State] = field(init=False)

    def __post_init__(self):
        self.counts = Counter(line.state for line in self.lines)

    @property
    def is_refused(self) -> bool:
        return bool(self.counts[State.REFUSED])

    @property
    def changes(self) -> int:
        return self.counts[State.NEW] + self.counts[State.CHANGED]

    @property
    def digest(self) -> str:
        """Two readings that would do the same have the same."""
        told = [(line.number, line.state, line.label, line.changes) for line in self.lines]
        return sha256(repr(told).encode()).hexdigest()

    def of(self, state: State) -> list[Line]:
        return [line for line in self.lines if line.state == state]

    def rows(self, state: State) -> list[LineResult]:
        """The results behind the lines, each with its record."""
        pairs = zip(self.lines, self.result.rows, strict=True)
        return [row for line, row in pairs if line.state == state]


def read_table(kind: type[IncomingResource], data: bytes) -> tuple[list[str], list[int], list[list[str]]]:
    """Headings, numbers of the rows, rows; SheetRefused where they are not those of this list."""
    numbered = read_numbered(data)
    if len(numbered) < 2:
        raise SheetRefused("表格里没有内容：第一行是列名，下面每行一条。")
    (_, heads), *rows = numbered
    heads = [head.strip() for head in heads]
    known = kind().get_export_headers()
    if strange := [head for head in heads if head not in known]:
        raise SheetRefused(f"没有“{strange[0][:20]}”这一列；可以有的列：{'、'.join(known)}。")
    if twice := [head for head, count in Counter(heads).items() if count > 1]:
        raise SheetRefused(f"“{twice[0]}”这一列有两个。")
    return heads, [number for number, _ in rows], [row for _, row in rows]


def bring_in(kind: type[IncomingResource], data: bytes, user: User, is_trial: bool) -> Reading:
    """Write what the rows say, all of them or none; a trial is taken back."""
    heads, numbers, rows = read_table(kind, data)
    resource = kind(user=user, lines=numbers, locks=not is_trial)
    result = resource.import_data(
        Dataset(*rows, headers=heads),
        dry_run=is_trial,
        use_transactions=True,
        rollback_on_validation_errors=True,
    )
    for fault in [*result.base_errors, *(error for _, errors in result.row_errors() for error in errors)]:
        raise fault.error  # the library keeps what nobody has foreseen; it is not for editors to read
    found = zip(numbers, rows, result.rows, strict=True)
    lines = [_line(resource, number, dict(zip(heads, row, strict=True)), told) for number, row, told in found]
    reading = Reading(resource, result, lines)
    if reading.changes > MOST_CHANGES:
        raise SheetRefused(f"一次最多新增和修改 {MOST_CHANGES} 行，请分成几个文件。")
    return reading


def _line(resource: IncomingResource, number: int, row: dict[str, str], told: LineResult) -> Line:
    if told.validation_error:
        label = next(filter(None, row.values()), "")
        return Line(number, State.REFUSED, label, refusals=resource.refusals(told.validation_error, row))
    state = State.NEW if told.is_new() else State.CHANGED if told.is_update() else State.SAME
    return Line(number, state, told.object_repr, _flat(told.changes))


def _flat(changes: dict[str, tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [(column, before, after) for column, (before, after) in changes.items()]
