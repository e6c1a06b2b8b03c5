"""The head and foot of a page: lines that may stand in the middle of a sentence and belong to none."""

from collections.abc import Sequence
from dataclasses import replace

from unioncms.parsing.furniture import is_page_line
from unioncms.parsing.reflow.joining import Paragraph
from unioncms.parsing.reflow.printed import PrintLine

HEAD_LINES = 5


def without_page_lines(lines: Sequence[PrintLine]) -> tuple[list[PrintLine], list[PrintLine]]:
    """`桥隧工从南` / `综合新闻 6版` / `口走到北口`: the lines of the text, and the page's own."""
    kept: list[PrintLine] = []
    taken: list[PrintLine] = []
    for number, line in enumerate(lines):
        # The head of the first page stands above all text and cuts nothing.
        if number >= HEAD_LINES and line.level is None and is_page_line(line.text.text):
            taken.append(line)
        else:
            kept.append(line)
    return kept, taken


def with_page_lines(paragraphs: list[Paragraph], lines: list[PrintLine]) -> list[Paragraph]:
    """Each of the page's lines behind the paragraph that it cut, or before the one that it headed."""
    result: list[Paragraph] = []
    waiting = [Paragraph(line.text, line.ranges, line.gap, line.indent) for line in reversed(lines)]
    for paragraph in paragraphs:
        is_headed = False
        while waiting and waiting[-1].ranges[0][0] < paragraph.ranges[0][0]:
            result.append(waiting.pop())
            is_headed = True
        result.append(replace(paragraph, gap=max(paragraph.gap, result[-1].gap)) if is_headed else paragraph)
    return [*result, *reversed(waiting)]
