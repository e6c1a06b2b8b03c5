"""The tables of an article in Word.

Written here: the converter of the rest looks every cell up in the whole table, follows any span to its end, and does
not survive one of 0.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_COLUMNS = 63  # as many as Word has
MOST_CELLS = 20_000
BREAKS = ("br", "p", "li", "blockquote", "h2", "h3", "tr", "td", "th")
_TABLE = re.compile("(</?table>)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell where it stands in the grid; `height` and `width` count the rows and columns that it takes."""

    row: int
    column: int
    height: int
    width: int
    text: str
    is_heading: bool


def part_tables(html: str) -> Iterator[tuple[str, bool]]:
    """Sanitised HTML in its order: what stands outside of tables, and with True each outermost table."""
    current, depth = "", 0
    for piece in _TABLE.split(html):
        if piece == "<table>":
            if depth == 0:
                yield current, False
                current = ""
            depth += 1
        current += piece
        if piece == "</table>":
            depth -= 1
            if depth == 0:
                yield current, True
                current = ""
    yield current, False


def cells_of(table: str) -> list[Cell]:
    """What HTML calls forming a table, where no cell reaches into another one or out of the grid."""
    from lxml import html

    rows = html.fragment_fromstring(table).xpath(".//tr[count(ancestor::table) = 1][td or th]")
    taken: set[tuple[int, int]] = set()
    cells = []
    for number, row in enumerate(rows):
        column = 0
        for element in row.iterchildren("td", "th"):
            while (number, column) in taken:
                column += 1
            if column >= MOST_COLUMNS:
                break
            height = _span(element.get("rowspan"), len(rows) - number)
            widest = _span(element.get("colspan"), MOST_COLUMNS - column)
            width = next((each for each in range(1, widest) if (number, column + each) in taken), widest)
            taken |= {(number + down, column + on) for down in range(height) for on in range(width)}
            cells.append(Cell(number, column, height, width, _text_of(element), element.tag == "th"))
            column += width
    return cells


def add_table(document, table: str) -> None:
    from docx.shared import Pt

    cells = cells_of(table)
    height = max((cell.row + cell.height for cell in cells), default=0)
    width = max((cell.column + cell.width for cell in cells), default=0)
    if height * width > MOST_CELLS:
        for cell in cells:
            document.add_paragraph(cell.text)
        return
    if not cells:
        return
    made = document.add_table(height, width, style="Table Grid")
    grid = [row.cells for row in made.rows]
    for cell in cells:
        paragraph = grid[cell.row][cell.column].paragraphs[0]
        paragraph.paragraph_format.first_line_indent = Pt(0)
        paragraph.add_run(cell.text).bold = cell.is_heading or None
    for cell in cells:
        if cell.height > 1 or cell.width > 1:
            last = grid[cell.row + cell.height - 1][cell.column + cell.width - 1]
            grid[cell.row][cell.column].merge(last)


def _span(value: str | None, most: int) -> int:
    number = int(value) if value and re.fullmatch("[0-9]{1,4}", value) else 1
    return max(1, min(number, most))


def _text_of(cell) -> str:
    for each in cell.iter(*BREAKS):
        each.tail = f"\n{each.tail or ''}"
    lines = (" ".join(line.split()) for line in cell.text_content().splitlines())
    return "\n".join(filter(None, lines))
