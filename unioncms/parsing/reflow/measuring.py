"""How wide the print columns are: a page broken into narrow lines is told from one that has a paragraph a line."""

from statistics import median

from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.furniture import is_furniture
from unioncms.parsing.reflow.printed import PrintLine, is_token
from unioncms.parsing.shapes import ends_sentence, has_sentence_mark

REACH = 7  # lines of a column that are looked at on either side
WIDEST = 46.0  # characters; a longer line is no print line
NARROWEST = 6.0
LEAST_LINES = 3
LOST_AFTER = 5  # lines in a row that are cut by no column


def column_measures(lines: list[PrintLine]) -> list[float]:
    """For each line the measure of its print column, 0 where the lines about it are not broken by one."""
    before, after = measures_around(lines)
    return [nearer(line.width, one, other) for line, one, other in zip(lines, before, after, strict=True)]


def measures_around(lines: list[PrintLine]) -> tuple[list[float], list[float]]:
    """The measures told by the lines up to each line, and by those from it on."""
    mask = column_lines(lines)
    return running_measures(lines, mask), running_measures(lines[::-1], mask[::-1])[::-1]


def nearer(width: float, one: float, other: float) -> float:
    if not one or not other:
        return one or other
    return one if abs(width - one) <= abs(width - other) else other


def column_lines(lines: list[PrintLine]) -> list[bool]:
    """Which lines are cut by a column: in mid-sentence, of a print line's width, among lines with sentence marks."""
    mask = []
    tokens = [is_token(line.text.text) for line in lines]
    marked = [has_sentence_mark(line.text.text) or ends_sentence(line.text.text) for line in lines]
    for number, line in enumerate(lines):
        text = line.text.text
        near = slice(max(number - 1, 0), number + 2)
        mask.append(
            NARROWEST <= line.width <= WIDEST
            and line.level is None
            and not line.is_vertical
            and not line.is_chain
            and not ends_sentence(text)
            and not any(tokens[near])
            and any(marked[near])
            and not is_furniture(text)
            and (has_sentence_mark(text) or not is_credit_line(text))
        )
    return mask


def running_measures(lines: list[PrintLine], mask: list[bool]) -> list[float]:
    """For each line the measure of the column that the lines up to it stand in."""
    measures = []
    widths: list[float] = []
    others = 0  # lines in a row that no column explains
    measure = 0.0
    for line, is_column in zip(lines, mask, strict=True):
        known = widths
        if is_column:
            widths = [*widths[-REACH + 1 :], line.width]
            others = 0
        elif not line.is_chain and not is_token(line.text.text):
            others += 1
        if others > LOST_AFTER or (line.width > WIDEST and not line.is_chain):
            widths = []
        if widths is not known or not measures:
            measure = steady(widths)
        measures.append(measure)
    return measures


def steady(widths: list[float]) -> float:
    """The usual width of the lines, 0 where they are too few or too unlike: lines of a list are no column."""
    if len(widths) < LEAST_LINES:
        return 0.0
    usual = median(widths)
    alike = sum(abs(width - usual) <= max(1.5, usual / 10) for width in widths)
    return usual if alike * 2 >= len(widths) + 1 else 0.0
