"""Paragraphs that open with an indent and go on in lines that have none, however narrow or short they are.

Where a page keeps its indents they say more than the width of a print column, which two or three lines do not tell.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.reflow.measuring import WIDEST
from unioncms.parsing.reflow.printed import PrintLine, has_indents
from unioncms.parsing.shapes import ends_sentence, has_sentence_mark, is_bullet_heading, starts_item

SPREAD = 3.0  # characters by which full lines differ
HANGING = 1.5


def indented_blocks(lines: Sequence[PrintLine]) -> list[tuple[int, int]]:
    """(first line, behind the last) of each paragraph that goes over two or more lines."""
    if not has_indents(lines):
        return []
    indents = Counter(line.indent for line in lines if 2 <= line.indent <= 8)
    usual = indents.most_common(1)[0][0]
    return list(paragraphs(lines, usual))


def paragraphs(lines: Sequence[PrintLine], indent: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(lines):
        end = start + 1
        if lines[start].indent == indent and is_plain(lines[start]):
            widest = lines[start].width
            while end < len(lines) and goes_on(lines[end - 1], lines[end], widest):
                widest = max(widest, lines[end].width)
                end += 1
        is_in_column = all(line.measure for line in lines[start:end])
        if end > start + 1 and not is_in_column and is_even(lines[start:end]):
            yield start, end
        start = end


def is_plain(line: PrintLine) -> bool:
    return line.level is None and not line.is_vertical and not line.is_chain and line.width <= WIDEST


def goes_on(above: PrintLine, line: PrintLine, widest: float) -> bool:
    text = line.text.text
    if line.gap or line.indent >= 2 or not is_plain(line):
        return False
    if starts_item(text) or is_bullet_heading(text):
        return False
    if not ends_sentence(above.text.text):
        # `市总工会理` / `事长祝闻涛、`: a cut sentence, though its next row looks like a byline
        return text[0] not in "（(" or not is_credit_line(text)
    if is_credit_line(text):
        return False
    return above.width >= max(widest, line.width) - HANGING and (
        has_sentence_mark(text) or ends_sentence(text)
    )


def is_even(block: Sequence[PrintLine]) -> bool:
    full = [line.width for line in block[:-1]]
    return max(full) - min(full) <= SPREAD and block[-1].width <= max(full) + HANGING
