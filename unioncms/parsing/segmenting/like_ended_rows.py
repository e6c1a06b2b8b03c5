"""Rows of a list that no mark ends, known by what they all end with.

    青石矿采煤队 / 工会小组 / 梨川纱厂 / 细纱工会小组

A narrow box cuts a row in two; the second half then ends as the other rows do.
"""

from collections import Counter
from dataclasses import replace
from itertools import groupby

from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.titles_block import is_dashed, joined_item
from unioncms.parsing.shapes import has_sentence_mark

LEAST_ROWS = 4
LEAST_ENDING = 3  # characters that all rows share
SURE_END = 2  # by which rows are looked for; a row's cut may leave no more of it
MOST_LINES = 2  # of a row
FULL = 3  # characters by which the first lines of rows may differ


def with_like_ended_rows(items: list[Item]) -> list[Item]:
    if not any(item.paragraph.measure for item in items):
        return items  # a box is one of a page of print columns; a site lists its links
    result: list[Item] = []
    for is_plain, run in groupby(items, key=is_plain_title):
        lines = list(run)
        result += rows_in(lines) if is_plain and len(lines) >= LEAST_ROWS else lines
    return result


def is_plain_title(item: Item) -> bool:
    is_line = item.kind == "title" and item.paragraph.level is None and not item.paragraph.is_vertical
    return is_line and not (has_sentence_mark(item.words) or is_dashed(item.words) or " " in item.words)


def rows_in(lines: list[Item]) -> list[Item]:
    ending, count = Counter(line.words[-SURE_END:] for line in lines).most_common(1)[0]
    if count < LEAST_ROWS:
        return lines
    ends = [at for at, line in enumerate(lines) if line.words.endswith(ending)]
    starts = [above + 1 for above in ends[:-1]]
    if any(end - start >= MOST_LINES for start, end in zip(starts, ends[1:], strict=True)):
        return lines
    starts.insert(0, first_start(lines, starts, ends))
    rows = [joined_item(lines[start : end + 1], "") for start, end in zip(starts, ends, strict=True)]
    shared = {row.words[-LEAST_ENDING:] for row in rows}
    if len(shared) > 1 or len({row.words for row in rows}) < LEAST_ROWS:
        return lines
    body = [replace(row, kind="body", row="bodies") for row in rows]
    return [*lines[: starts[0]], *body, *lines[ends[-1] + 1 :]]


def first_start(lines: list[Item], starts: list[int], ends: list[int]) -> int:
    """The line above the first end is its row's where it is as long as the first lines of the other cut rows are."""
    cut = [len(lines[start].words) for start, end in zip(starts, ends[1:], strict=True) if end > start]
    above = ends[0] - 1
    if not cut or above < 0:
        return ends[0]
    return above if min(cut) - FULL < len(lines[above].words) < max(cut) + FULL else ends[0]
