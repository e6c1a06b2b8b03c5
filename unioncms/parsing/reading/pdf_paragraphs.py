"""Print lines of all pages → rows: whole paragraphs, headlines with their level, running heads once.

A paragraph goes on where the line above it is full and the line itself has no indent; so it does over the end of
a print column and of a page.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from unioncms.parsing.reading.pdf_columns import PrintedLine
from unioncms.parsing.reading.rows import Row

HEADLINE = 1.3  # times the size of the text
TITLE = 1.12
LONGEST_TITLE = 80
MARGIN = 0.1  # of the height of the type area, where running heads and page numbers stand
PAGE_NUMBER = re.compile(r"[-–—·\s第/共]*\d{1,4}[-–—·\s页版/共]*(?:\d{1,4}[页版\s]*)?")
MASTHEAD = re.compile(r"[\u4e00-\u9fff\s]{2,10}(?:报|工运|周刊|简报|快讯|通讯)")
SENTENCE_END = "。！？!?…”』」"


@dataclass(slots=True)
class Column:
    """The measure of one region of a page, by its lines of text."""

    left: float
    right: float
    pitch: float  # from baseline to baseline
    is_indented: bool


@dataclass(slots=True)
class Block:
    lines: list[PrintedLine]
    page: int
    is_title: bool = False
    columns: list[Column] = field(default_factory=list)


def paragraph_rows(pages: list[list[PrintedLine]]) -> list[Row]:
    usual = usual_size([line for page in pages for line in page])
    blocks: list[Block] = []
    for number, lines in enumerate(without_running_heads(pages), start=1):
        columns = measured(lines, usual)
        for line in lines:
            column = columns[line.region]
            is_title = line.size >= TITLE * usual and len(line.text) <= LONGEST_TITLE
            last = blocks[-1] if blocks else None
            if last is not None and goes_on(last, line, number, is_title, column):
                last.lines.append(line)
                last.columns.append(column)
            else:
                blocks.append(Block([line], number, is_title, [column]))
    rows = [row_of(block) for block in blocks]
    set_levels(rows, blocks, usual)
    return rows


def usual_size(lines: list[PrintedLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def measured(lines: list[PrintedLine], usual: float) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for region in {line.region for line in lines}:
        inside = [line for line in lines if line.region == region]
        text = [line for line in inside if abs(line.size - usual) < 0.1 * usual] or inside
        left, right = min(line.x0 for line in text), max(line.x1 for line in text)
        steps = Counter(
            round(below.baseline - above.baseline, 1)
            for above, below in pairwise(text)
            if below.baseline > above.baseline
        )
        pitch = steps.most_common(1)[0][0] if steps else 1.6 * usual
        indents = [line for line in text if 1.2 * usual <= line.x0 - left <= 3 * usual]
        columns[region] = Column(left, right, pitch, any(line.x1 >= right - 2 * usual for line in indents))
    return columns


def goes_on(block: Block, line: PrintedLine, page: int, is_title: bool, column: Column) -> bool:
    above, own = block.lines[-1], block.columns[-1]
    if abs(above.size - line.size) > 0.08 * above.size or block.is_title != is_title:
        return False
    same = above.region == line.region and block.page == page
    if is_title:
        near = 0 < line.baseline - above.baseline <= 1.9 * line.size
        return same and near and len(block.lines) < 4 and not line.text.startswith(("——", "—", "□", "●"))
    if above.is_bold != line.is_bold and len(block.lines) == 1:
        return False
    size = line.size
    is_full = above.x1 >= own.right - 1.7 * size
    if not is_full or (line.x0 > column.left + 1.2 * size and not (same and is_centred(line, column))):
        return False
    if same:
        return line.baseline - above.baseline <= column.pitch + 0.5 * size
    # Over the end of a column: where lines do not show by an indent that they begin, the sentence decides.
    return not above.text.endswith(tuple(SENTENCE_END)) or (column.is_indented and own.is_indented)


def is_centred(line: PrintedLine, column: Column) -> bool:
    """The second line of a byline that a narrow column broke; an indent of two characters stands aside."""
    return abs(line.x0 - column.left - (column.right - line.x1)) < 0.9 * line.size


def row_of(block: Block) -> Row:
    parts = [block.lines[0].text]
    for line in block.lines[1:]:
        before, after = parts[-1][-1:], line.text[:1]
        is_latin = before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
        parts.append(" " if block.is_title or is_latin else "")
        parts.append(line.text)
    first = [line for line in block.lines if line.region == block.lines[0].region]
    box = (
        min(line.x0 for line in first),
        min(line.top for line in first),
        max(line.x1 for line in first),
        max(line.bottom for line in first),
    )
    return Row(
        "".join(parts),
        is_emphasised=all(line.is_bold for line in block.lines),
        page=block.page,
        box=tuple(round(each, 1) for each in box),
        font_size=round(block.lines[0].size, 1),
    )


def set_levels(rows: list[Row], blocks: list[Block], usual: float) -> None:
    """The largest lines of a run of titles are its headline, if they are much larger than the text."""
    run: list[Row] = []
    for row, block in [*zip(rows, blocks, strict=True), (None, None)]:
        if block is not None and block.is_title:
            run.append(row)
            continue
        largest = max((each.font_size or 0 for each in run if not is_masthead(each, rows)), default=0)
        for each in run:
            if each.font_size == largest >= HEADLINE * usual and not is_masthead(each, rows):
                each.level = 1
        run = []


def is_masthead(row: Row, rows: list[Row]) -> bool:
    """The name of the paper, in the largest type of all, above everything."""
    return any(row is each for each in rows[:4]) and MASTHEAD.fullmatch(row.text) is not None


def without_running_heads(pages: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """Heads and feet that pages repeat stay where they come first; numbers of pages go with them."""
    if len(pages) < 2:
        return pages
    outer = [in_margins(page) for page in pages]
    seen = Counter(key for page in outer for key in {bare(line.text) for line in page})
    kept: list[list[PrintedLine]] = []
    printed: set[str] = set()
    for page, margins in zip(pages, outer, strict=True):
        lines = []
        for line in page:
            key = bare(line.text)
            if line in margins and (PAGE_NUMBER.fullmatch(line.text) or (seen[key] > 1 and key in printed)):
                continue
            if line in margins and seen[key] > 1:
                printed.add(key)
            lines.append(line)
        kept.append(lines)
    return kept


def in_margins(page: list[PrintedLine]) -> list[PrintedLine]:
    if not page:
        return []
    top, bottom = min(line.top for line in page), max(line.bottom for line in page)
    margin = MARGIN * (bottom - top)
    return [line for line in page if line.top <= top + margin or line.bottom >= bottom - margin]


def bare(text: str) -> str:
    """`松浦日报 第3版` and `松浦日报 第4版` are one running head."""
    return re.sub(r"[\d\s]+", "", text)
