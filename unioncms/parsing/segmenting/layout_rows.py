"""Rows of a table that only lays a saved page out: `| 矿灯房夜话 | |||` is a headline, and no row."""

import re
from dataclasses import replace

from unioncms.parsing.credits import read_credit
from unioncms.parsing.segmenting.items import Item, item_of

BARS = re.compile(r"\s*\|[|\s]*")
LEAST_CELLS = 2  # of a row that tells something


def with_layout_rows(items: list[Item]) -> list[Item]:
    """Where no row of the page has two cells, but for one that says when and by whom it was posted."""
    rows = [at for at, item in enumerate(items) if item.words[0] == "|" and item.kind in ("body", "mark")]
    if not rows:
        return items
    plain = {at: without_bars(items[at]) for at in rows}
    if any(is_of_table(items[at], plain[at]) for at in rows):
        return items
    result = list(items)
    for at, item in plain.items():
        result[at] = item_of(item.paragraph, at) if item.words else replace(items[at], kind="mark")
    return result


def without_bars(item: Item) -> Item:
    text = item.paragraph.text
    holes = [
        (*each.span(), " " if each.start() > 0 and each.end() < len(text) else "")
        for each in BARS.finditer(text.text)
    ]
    return replace(item, paragraph=replace(item.paragraph, text=text.without(holes)))


def is_of_table(item: Item, plain: Item) -> bool:
    cells = sum(not cell.isspace() for cell in item.words.split("|") if cell)
    credit = read_credit(plain.words) if cells >= LEAST_CELLS else None
    return cells >= LEAST_CELLS and (credit is None or credit.published_on is None)
