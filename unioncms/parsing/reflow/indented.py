"""Paragraphs that open with an indent and go on in lines that have none, however narrow or short they are.

Where a page keeps its indents they say more than the width of a print column, which two or three lines do not tell.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from unioncms.parsing.credits import cut_caption, cut_closing
from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.reflow.measuring import WIDEST
from unioncms.parsing.reflow.printed import PrintLine, has_indents
from unioncms.parsing.shapes import (
    ends_item,
    ends_sentence,
    has_sentence_mark,
    is_bullet_heading,
    is_ended,
    is_numbered_heading,
    starts_item,
)

SPREAD = 3.0  # characters by which full lines differ
HANGING = 1.5
UNEVEN = 5.0  # what a full line may lack where indents tell the paragraphs
LEAST_TEXT = 14.0  # characters of a line that a paragraph goes over
LEAST_CUT = 6  # lines in mid-sentence that tell whether the page keeps its indents
STRAY_BLANKS = 1  # of a scan, before what it indents
STRAY = 20  # of so many lines that go on with a sentence one may be indented by chance


def indented_blocks(lines: Sequence[PrintLine], is_kept: bool) -> list[tuple[int, int]]:
    """(first line, behind the last) of each paragraph that goes over two or more lines."""
    if not has_indents(lines):
        return []
    indents = Counter(line.indent for line in lines if 2 <= line.indent <= 8)
    usual = indents.most_common(1)[0][0]
    return list(paragraphs(lines, usual, is_kept))


def keeps_indents(lines: Sequence[PrintLine]) -> bool:
    """No line that goes on with a sentence is indented: then an indent is all that begins a paragraph."""
    flush = indented = 0
    for above, line in pairwise(lines):
        text = above.text.text
        if above.width < LEAST_TEXT or is_ended(text) or not has_sentence_mark(text):
            continue
        flush += line.indent < 2
        indented += line.indent >= 2
    return flush >= LEAST_CUT and indented * STRAY <= flush


def paragraphs(lines: Sequence[PrintLine], indent: int, is_kept: bool) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(lines):
        end = start + 1
        is_indented = lines[start].indent >= 2 and abs(lines[start].indent - indent) <= STRAY_BLANKS
        if is_indented and is_plain(lines[start]):
            in_bracket = lines[start].text.text[0] in "（("
            slack = UNEVEN if is_kept else HANGING
            full = size_of(lines[start]) - slack
            while end < len(lines) and goes_on(lines, end, full, in_bracket, is_kept):
                full = max(full, size_of(lines[end]) - slack)
                end += 1
        block = lines[start:end]
        is_told = is_kept or (is_outside_columns(block) and len(block) > 1 and is_even(block))
        if is_told and (len(block) > 1 or ends_item(block[0].text.text)):
            yield start, end
        start = end


def is_outside_columns(block: Sequence[PrintLine]) -> bool:
    return not all(line.measure for line in block)


def size_of(line: PrintLine) -> float:
    """With the blanks that stand in it: an OCR dump breaks its lines behind them."""
    start, end = line.ranges[0]
    return max(line.width, float(end - start))


def is_plain(line: PrintLine) -> bool:
    return line.level is None and not line.is_vertical and not line.is_chain and line.width <= WIDEST


def goes_on(
    lines: Sequence[PrintLine], number: int, full: float, opens_in_bracket: bool, is_kept: bool
) -> bool:
    above, line = lines[number - 1], lines[number]
    text = line.text.text
    if line.gap or line.indent >= 2 or not is_plain(line):
        return False
    if is_kept and is_cut_row(above, line, full):
        return True
    if starts_item(text) or is_bullet_heading(text):
        return False
    if above.text.text[-1] in "）)" and (opens_in_bracket or cut_closing(above.text)[1] is not None):
        return False
    if not ends_sentence(above.text.text):
        # `市总工会理` / `事长祝闻涛、`: a cut sentence, though its next row looks like a byline
        return text[0] not in "（(" or not is_credit_line(text)
    if is_credit_line(text):
        return False
    slack = SPREAD if is_kept else HANGING
    if size_of(above) < max(full, size_of(line) - slack) or cut_caption(line.text) is not None:
        return False
    return has_sentence_mark(text) or ends_sentence(text) or is_full_row(lines, number)


def is_cut_row(above: PrintLine, line: PrintLine, full: float) -> bool:
    """`…揣着冻得` / `□硬的饼子。`, `…这是全县的` / `第一个基层工会。`: no item begins behind a full row that ends
    nothing, on a page that would indent it; nor does `二是…` behind a semicolon."""
    text, following = above.text.text, line.text.text
    if not starts_item(following) or is_numbered_heading(following) or size_of(above) < full:
        return False
    return text[-1] in "；;" if ends_item(text) else not ends_sentence(text) and text[-1] not in "）)"


def is_full_row(lines: Sequence[PrintLine], number: int) -> bool:
    """`如今我先把这一边的话说给那` / `一边听，…`: without a mark, but as wide as that above it."""
    above, line = lines[number - 1], lines[number]
    below = lines[number + 1] if number + 1 < len(lines) else None
    if below is None or below.gap or below.indent >= 2 or abs(line.width - above.width) > SPREAD:
        return False
    return has_sentence_mark(below.text.text) and not is_credit_line(below.text.text)


def is_even(block: Sequence[PrintLine]) -> bool:
    full = [line.width for line in block[:-1]]
    return max(full) - min(full) <= SPREAD and block[-1].width <= max(full) + HANGING
