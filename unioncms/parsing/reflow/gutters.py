"""Two print columns set side by side in the rows of a plain text, parted by blanks: the left one, then the right one.

夜校开到井口边              一碗热汤
入冬以后，矿工升井      　　食堂把夜班的汤从凉的
多在九点，县工会便把…      换成热的，职工说…
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from unioncms.parsing.document import Line
from unioncms.parsing.shapes import has_sentence_mark

BLANKS = " \u3000\t"
GUTTER = re.compile(rf"(?<=[^{BLANKS}])[{BLANKS}]{{2,}}(?=[^{BLANKS}])")
NARROW_SIGN, WIDE_SIGN = "   ", "\u3000\u3000\u3000"  # no gutter without one of them
LEAST_GUTTER = 2  # columns of blanks
LEAST_ROWS = 5  # that have text on either side
LEAST_MARKED = 2  # sides with a sentence mark; the cells of a table have none
LEAST_SIDE = 7.0  # characters of a row's side, on average
WIDE = "“”‘’—…·"


def with_gutters_parted(lines: Sequence[Line]) -> Sequence[Line]:
    rows = [number for number, line in enumerate(lines) if has_gutter(line)]
    if len(rows) < LEAST_ROWS:
        return lines
    result: list[Line] = []
    done = 0
    for start, end, column in runs_of(lines, rows):
        result += lines[done:start]
        result += parted(lines[start:end], column)
        done = end
    return [*result, *lines[done:]]


def has_gutter(line: Line) -> bool:
    text = line.text.strip()
    return (NARROW_SIGN in text or WIDE_SIGN in text) and line.level is None and line.block is None


def runs_of(lines: Sequence[Line], rows: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(first row, behind the last, column where the right side begins) of each stretch without an empty line."""
    at = 0
    while at < len(rows):
        start = end = rows[at]
        while end < len(lines) and lines[end].text.strip():
            end += 1
        behind = bisect_left(rows, end, at)
        column = common_column([lines[number].text for number in rows[at:behind]])
        while column and start < end and cut_of(lines[start].text, column) is None:
            start += 1
        if column and are_columns(lines[start:end], column):
            yield start, end, column
        at = behind


def common_column(texts: Sequence[str]) -> int:
    """Where most right sides begin; an indent may stand before them."""
    counts = Counter(
        columns_of(text[: gap.end()]) for text in texts if (gap := GUTTER.search(text)) is not None
    )
    column, count = min(counts.items(), key=lambda each: (-each[1], each[0]), default=(0, 0))
    return column if count * 2 >= LEAST_ROWS else 0


def columns_of(text: str) -> int:
    return sum(2 if character >= "\u2e80" or character in WIDE else 1 for character in text)


def cut_of(text: str, column: int) -> int | None:
    """The offset of the column where blanks stand before it, the whole length of a text that ends above it."""
    at = width = 0
    while at < len(text) and width < column:
        width += columns_of(text[at])
        at += 1
    if width < column:
        return len(text)
    is_free = width == column and not text[max(at - LEAST_GUTTER, 0) : at].strip(BLANKS)
    return at if is_free else None


def are_columns(lines: Sequence[Line], column: int) -> bool:
    """Running text on either side of one gutter, all the way down."""
    cuts = [cut_of(line.text, column) for line in lines]
    if any(cut is None for cut in cuts):
        return False
    sides = [
        (line.text[:cut].strip(), line.text[cut:].strip()) for line, cut in zip(lines, cuts, strict=True)
    ]
    both = [each for each in sides if all(each)]
    if len(both) < LEAST_ROWS:
        return False
    return all(
        sum(map(has_sentence_mark, side)) >= LEAST_MARKED and sum(map(len, side)) >= LEAST_SIDE * len(side)
        for side in zip(*both, strict=True)
    )


def parted(lines: Sequence[Line], column: int) -> Iterator[Line]:
    """All left sides, an empty line, all right sides."""
    cuts = [cut_of(line.text, column) or 0 for line in lines]
    for line, cut in zip(lines, cuts, strict=True):
        if line.text[:cut].strip():
            yield line._replace(text=line.text[:cut].rstrip(BLANKS))
    yield Line("", lines[0].start)
    for line, cut in zip(lines, cuts, strict=True):
        if line.text[cut:].strip():
            yield line._replace(text=line.text[cut:], start=line.start + cut)
