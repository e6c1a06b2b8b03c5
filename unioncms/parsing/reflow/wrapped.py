"""Paragraphs that are wrapped at a width and parted by empty lines or indents, as mail and plain text files have them.

Each stands between two gaps by itself, so that even two or three lines tell its width, where a print column
needs more of them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.reflow.indented import indented_blocks
from unioncms.parsing.reflow.measuring import WIDEST
from unioncms.parsing.reflow.printed import PrintLine
from unioncms.parsing.seams import word_spans
from unioncms.parsing.shapes import ends_item, ends_sentence, has_sentence_mark, is_ended, starts_item

NARROWEST = 14  # characters; two shorter lines are those of a headline
SPREAD = 1.5  # characters by which full lines differ
MOST_LINES = 60
LEAST_CUT = 3  # rows of a paragraph whose end its column cuts
LEAST_RAGGED = 3
RAGGED = 2.0  # times that the widest line of such a block is as wide as the narrowest one that is cut
ROOM = 2.0  # characters that the last line of a paragraph leaves, at least
LEAST_BETWEEN = 3  # lines of a block that may hold a title or a credit beside its text


def wrapped_blocks(lines: Sequence[PrintLine], keeps_indents: bool) -> list[int]:
    """For each line the number of its wrapped paragraph, 0 for a line of none."""
    numbers = [0] * len(lines)
    for count, (start, end) in enumerate(blocks(lines), start=1):
        first, last = text_within(lines, start, end)
        block = lines[first:last]
        if is_wrapped(block):
            numbers[first:last] = [count] * len(block)
        elif is_ragged(block):
            numbers[first:last] = paragraphs_of_ragged(block, len(lines) + first)
        else:
            first, last = rows_cut_off(lines, start, end)
            numbers[first:last] = [count] * (last - first)
    for count, (start, end) in enumerate(indented_blocks(lines, keeps_indents), start=2 * len(lines)):
        numbers[start:end] = [count] * (end - start)
    return numbers


def blocks(lines: Sequence[PrintLine]) -> Iterator[tuple[int, int]]:
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or lines[number].gap:
            if start or number < len(lines):
                yield start, number
            start = number


def text_within(lines: Sequence[PrintLine], start: int, end: int) -> tuple[int, int]:
    """Without the title right above the text and the credit right below it: `送粽子` / text / `王一川 摄`."""
    if end - start > LEAST_BETWEEN and is_credit_line(lines[end - 1].text.text):
        end -= 1
    title = lines[start].text.text
    if end - start > LEAST_BETWEEN and not has_sentence_mark(title) and not ends_sentence(title):
        is_narrower = lines[start].width <= lines[start + 1].width - SPREAD
        start += is_narrower and not word_spans(title, lines[start + 1].text.text)
    return start, end


def is_wrapped(block: Sequence[PrintLine]) -> bool:
    """Full lines of one width, cut anywhere; a last one that is shorter and ends a sentence."""
    if not 2 <= len(block) <= MOST_LINES or any(
        line.level or line.is_vertical or line.is_chain for line in block
    ):
        return False
    *full, last = block
    texts = [line.text.text for line in block]
    if not is_end(texts[-1]) or not is_even(full, last) or any(map(is_credit_line, texts)):
        return False
    if any(starts_item(text) or text[0] == "【" for text in texts[1:]) or any(
        ends_item(text) for text in texts[:-1]
    ):
        return False
    cuts = [not ends_sentence(text) for text in texts[:-1]]
    if len(full) > 1:
        return sum(cuts) * 2 > len(cuts) and any(map(has_sentence_mark, texts))
    return cuts[0] and (has_sentence_mark(texts[0]) or word_spans(texts[0], texts[1]))


def rows_cut_off(lines: Sequence[PrintLine], start: int, end: int) -> tuple[int, int]:
    """Below the last row of a paragraph the first ones of another, which the column cuts: full to the last."""
    while start < end and ends_sentence(lines[start].text.text):
        start += 1
    rows = lines[start:end]
    texts = [line.text.text for line in rows]
    is_plain = LEAST_CUT <= len(rows) <= MOST_LINES and not any(
        line.level or line.is_vertical or line.is_chain for line in rows
    )
    if not is_plain or any(map(is_ended, texts)) or not any(map(has_sentence_mark, texts)):
        return start, start
    widths = [line.width for line in rows]
    is_full = max(widths) >= NARROWEST and max(widths) - min(widths) <= SPREAD
    goes_over = is_full and any(word_spans(above, below) for above, below in pairwise(texts))
    if not goes_over or any(starts_item(text) or is_credit_line(text) for text in texts):
        return start, start
    return start, end


def is_ragged(block: Sequence[PrintLine]) -> bool:
    """Lines of no one width between two empty lines, most of them cut in mid-sentence and some within a word: running
    text all the same, for titles are seldom three in a row and are not cut so."""
    *full, last = block
    if not LEAST_RAGGED <= len(block) <= MOST_LINES or not is_end(last.text.text):
        return False
    if any(line.level or line.is_vertical or line.is_chain or line.measure for line in block):
        return False
    widths = [line.width for line in full if not ends_sentence(line.text.text)]
    if not widths or min(widths) < NARROWEST - SPREAD or max(widths) > min(WIDEST, RAGGED * min(widths)):
        return False
    texts = [line.text.text for line in block]
    if len(widths) * 3 < len(full) * 2 or any(map(is_credit_line, texts)):
        return False
    if any(starts_item(text) or text[0] == "【" for text in texts[1:]) or any(map(ends_item, texts[:-1])):
        return False
    return any(word_spans(above, below) for above, below in pairwise(texts))


def paragraphs_of_ragged(block: Sequence[PrintLine], first: int) -> list[int]:
    """A number for each line, from `first` on: a paragraph ends with a sentence on a line that is shorter than any
    that is cut."""
    shortest = min(line.width for line in block[:-1] if not ends_sentence(line.text.text))
    numbers = []
    for line in block:
        numbers.append(first)
        first += ends_sentence(line.text.text) and line.width <= shortest - ROOM
    return numbers


def is_even(full: Sequence[PrintLine], last: PrintLine) -> bool:
    """One width in print, or one number of characters."""
    for sizes, most in (
        ([line.width for line in full], last.width),
        ([float(len(line.text)) for line in full], float(len(last.text))),
    ):
        widest = max(sizes)
        if widest >= NARROWEST and widest - min(sizes) <= SPREAD and most <= widest + SPREAD:
            return True
    return False


def is_end(text: str) -> bool:
    return ends_sentence(text) or text.endswith(("）", ")"))
