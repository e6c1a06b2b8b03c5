"""How wide the print columns are: a page broken into narrow lines is told from one that has a paragraph a line.

The pieces of a newspaper page are set in columns of different measures. Which measure each line is set to is found
for the whole page at once, as the cheapest explanation of all line widths: a line of running text fills its column, a
line that ends a sentence may be shorter, a title may be of any width, and a new column has its price.
"""

from itertools import pairwise

from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.furniture import is_furniture
from unioncms.parsing.reflow.printed import (
    HANGING,
    INDENT,
    PrintLine,
    ends_in_digit_before_unit,
    hangs,
    indented_rows,
    is_token,
)
from unioncms.parsing.shapes import dateline_of, ends_item, ends_sentence, has_sentence_mark

WIDEST = 46.0  # characters; a longer line is no print line
NARROWEST = 6.0
REACH = 6  # lines cut by a column, on either side, whose widths may be the measure
NEAR = 40  # lines; what stands further off says nothing
SHORT_OF = 1.6  # what a full line may lack: the next word did not fit
CHUNK = 5000  # lines that are looked at together

# What speaks against a measure.
NEW_COLUMN = 2.2
NEW_PIECE = 0.5  # a dateline opens one, often in a column of its own
IN_MID_SENTENCE = 2.0
NOT_EXACT = 0.3
OVERFULL = 0.8
PARAGRAPH_END = 0.3
TITLE = 0.7
CUT_SHORT = 2.0
TOO_WIDE = 3.0
MUCH_TOO_WIDE = 4.0
NO_COLUMN = 1.0  # for a line that seems to be cut by one
NO_TEXT = 0.35
PIECE = 0.05


def with_measures(lines: list[PrintLine]) -> list[PrintLine]:
    indented = indented_rows(lines)
    for line in indented:
        line.widen(INDENT)
    for line, measure in zip(lines, column_measures(lines), strict=True):
        line.measure = measure
    for line in indented:
        if not line.measure:
            line.widen(-INDENT)
    return lines


def column_measures(lines: list[PrintLine]) -> list[float]:
    """For each line the measure of its print column, 0 where the lines about it are not broken by one."""
    measures: list[float] = []
    for start in range(0, len(lines), CHUNK):
        measures += chunk_measures(lines[start : start + CHUNK])
    return measures


def chunk_measures(lines: list[PrintLine]) -> list[float]:
    near_token = beside([is_token(line.text.text) for line in lines])
    ended = [ends_sentence(line.text.text) for line in lines]
    mask = column_lines(lines, near_token, ended)
    candidates = candidate_measures(lines, mask)
    if all(len(values) == 1 for values in candidates):
        return [0.0] * len(lines)
    costs: dict[float, float] = {0.0: 0.0}
    ways: list[dict[float, float]] = []  # measure of a line → the best measure of the line above it
    for number, line in enumerate(lines):
        kind = kind_of(lines, number, mask[number], near_token[number], ended[number])
        best = min(costs, key=costs.__getitem__)
        change = costs[best] + (NEW_PIECE if dateline_of(line.text.text) else NEW_COLUMN)
        if number and mask[number - 1]:
            change += IN_MID_SENTENCE
        is_opening = number > 0 and ended[number - 1]
        now: dict[float, float] = {}
        way: dict[float, float] = {}
        usual = candidates[number]
        for measure in usual if best in usual else sorted({*usual, best}):
            stay = costs.get(measure)
            if stay is not None and stay <= change:
                way[measure] = measure
            else:
                stay = change
                way[measure] = best
            now[measure] = stay + cost_of(line, kind, measure, is_opening)
        costs = now
        ways.append(way)
    measures: list[float] = []
    measure = min(costs, key=costs.__getitem__)
    for way in reversed(ways):
        measures.append(measure)
        measure = way[measure]
    return measures[::-1]


def kind_of(lines: list[PrintLine], number: int, is_cut: bool, is_near_token: bool, is_ended: bool) -> str:
    """cut: stops in mid-sentence; piece: of a row that digits part; end: of a sentence; title: anything else."""
    line = lines[number]
    text = line.text.text
    if is_near_token or ends_in_digit_before_unit(line, lines, number):
        return "piece"
    if line.width > WIDEST:
        return "wide"
    if is_ended or ends_item(text) or text[-1] in "）)":
        return "end"
    if is_cut and has_sentence_mark(text):
        return "text"
    return "cut" if is_cut else "title"


def cost_of(line: PrintLine, kind: str, measure: float, is_opening: bool) -> float:
    if kind == "piece":
        return PIECE if not measure else 0.0 if line.width <= measure + HANGING else TOO_WIDE
    if not measure:
        return 0.0 if kind == "wide" else NO_COLUMN if kind in ("text", "cut") else NO_TEXT
    if kind == "wide":
        return MUCH_TOO_WIDE
    if line.width > measure + HANGING and line.least_width > measure + HANGING:
        return TOO_WIDE
    if line.width >= measure - SHORT_OF:
        over = line.width - measure
        return (
            0.0
            if abs(over) <= 0.6
            else NOT_EXACT
            if over < 0 or hangs(line) or line.least_width <= measure
            else OVERFULL
        )
    if kind == "end" or (is_opening and line.width >= measure - SHORT_OF - INDENT):
        return PARAGRAPH_END
    return CUT_SHORT if kind == "text" else TITLE


def candidate_measures(lines: list[PrintLine], mask: list[bool]) -> list[tuple[float, ...]]:
    """For each line the measures that it may be set to: widths that lines about it share."""
    places = [number for number, is_column in enumerate(mask) if is_column]
    widths = [round(lines[number].width * 2) / 2 for number in places]
    result: list[tuple[float, ...]] = []
    known: tuple[int, int] | None = None
    values: tuple[float, ...] = (0.0,)
    at = 0
    for number in range(len(lines)):
        while at < len(places) and places[at] < number:
            at += 1
        low, high = max(0, at - REACH), min(len(places), at + REACH)
        while low < at and places[low] < number - NEAR:
            low += 1
        while high > at and places[high - 1] > number + NEAR:
            high -= 1
        if (low, high) != known:
            known = (low, high)
            near = pairwise(sorted(widths[low:high]))
            shared = {width for pair in near if pair[1] - pair[0] <= 0.5 for width in pair}
            values = (0.0, *sorted(shared))
        result.append(values)
    return result


def beside(flags: list[bool]) -> list[bool]:
    """For each line whether it has the flag, or the line above it or below it has."""
    near = zip([False, *flags], flags, [*flags[1:], False], strict=False)
    return [above or own or below for above, own, below in near]


def column_lines(lines: list[PrintLine], near_token: list[bool], ended: list[bool]) -> list[bool]:
    """Which lines are cut by a column: in mid-sentence, of a print line's width, among lines with sentence marks."""
    marked = [has_sentence_mark(line.text.text) for line in lines]
    near_text = beside([is_marked or is_ended for is_marked, is_ended in zip(marked, ended, strict=True)])
    return [
        not ended[number]
        and near_text[number]
        and not near_token[number]
        and NARROWEST <= line.width <= WIDEST
        and line.level is None
        and not line.is_vertical
        and not line.is_chain
        and not is_furniture(line.text.text)
        and (marked[number] or not is_credit_line(line.text.text))
        for number, line in enumerate(lines)
    ]
