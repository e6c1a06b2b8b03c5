"""The head and foot of a page: lines that may stand in the middle of a sentence and belong to none."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from unioncms.parsing.credits import cut_closing
from unioncms.parsing.furniture import is_page_line
from unioncms.parsing.page_heads import is_head_of, names_paper, papers_of
from unioncms.parsing.reflow.joining import Paragraph
from unioncms.parsing.reflow.jumps import is_jump_from, is_jump_to
from unioncms.parsing.reflow.printed import PrintLine
from unioncms.parsing.seams import word_spans
from unioncms.parsing.shapes import ends_sentence, has_sentence_mark

HEAD_LINES = 5
LEAST_TEXT = 12  # characters of a line that a page's end cuts
LONGEST_WITHIN = 24
PAPER_AND_SECTION = 2  # words
LONE_NUMBER = re.compile(r"[0-9]{1,3}")
MOST_NUMBERS = (
    20  # lines for each number that stands alone; where there are more, an extractor parts them from the text
)


def without_page_lines(lines: Sequence[PrintLine]) -> tuple[list[PrintLine], list[PrintLine]]:
    """`桥隧工从南` / `综合新闻 6版` / `口走到北口`: the lines of the text, and the page's own."""
    papers = papers_of(
        [line.text.text for number, line in enumerate(lines) if line.level is None or number < HEAD_LINES]
    )
    texts = {line.text.text for line in lines}
    numbers = sum(LONE_NUMBER.fullmatch(line.text.text) is not None for line in lines)
    are_numbers_rare = numbers * MOST_NUMBERS < len(lines) + 3 * MOST_NUMBERS
    kept: list[PrintLine] = []
    taken: list[PrintLine] = []
    is_below_head = is_taken_up = False
    for number, line in enumerate(lines):
        text = line.text.text
        is_head = is_page_line(text) or is_head_of(text, papers) or names_section(text, papers, texts)
        may_be_number = len(text) <= LONGEST_WITHIN and not has_sentence_mark(text)
        # Asked of few lines, for it is dear. The head of the first page stands above all text and cuts nothing.
        is_within = (is_head or may_be_number or is_below_head) and (
            goes_over(kept) and not (number < HEAD_LINES and is_page_line(kept[-1].text.text))
        )
        is_own = (number >= HEAD_LINES or is_within) and is_head
        if not is_own and is_within and may_be_number:
            below = lines[number + 1].text.text if number + 1 < len(lines) else ""
            is_number = are_numbers_rare and LONE_NUMBER.fullmatch(text) is not None
            is_own = text in papers or (
                (is_number or names_paper(text, papers)) and word_spans(kept[-1].text.text, below)
            )
        if is_own and line.level is None:
            taken.append(line)
            is_below_head = True
            if is_jump_to(text) and kept:
                kept[-1] = replace(kept[-1], is_broken_off=True)
            is_taken_up = is_jump_from(text)
        else:
            # The empty lines about a page's head are its own.
            is_more = (
                is_below_head
                and is_within
                and not (kept[-1].text.text[-1] in "，,、" and stands_apart(lines, number))
            )
            kept.append(replace(line, gap=0) if is_more else line)
            if is_taken_up:
                kept[-1] = replace(kept[-1], is_taken_up=True)
            is_below_head = is_taken_up = False
    return kept, taken


def names_section(text: str, papers: Collection[str], texts: Collection[str]) -> bool:
    """`白鹭工人报 班组论坛`, where the page has `班组论坛` on a line of its own"""
    words = text.split() if papers else ()
    return len(words) == PAPER_AND_SECTION and any(
        one in papers and other in texts for one, other in (words, reversed(words))
    )


def stands_apart(lines: Sequence[PrintLine], number: int) -> bool:
    """`书讯` between empty lines: a headline, whatever the page above it leaves open"""
    line, below = lines[number], lines[number + 1 : number + 2]
    is_between = line.gap > 0 and bool(below) and below[0].gap > 0
    return is_between and len(line.text) < LEAST_TEXT and not has_sentence_mark(line.text.text)


def goes_over(lines: Sequence[PrintLine]) -> bool:
    """The last line stops in mid-sentence; a short one is text where it goes on with the line above it."""
    if not lines or not is_cut(lines[-1]):
        return False
    return len(lines[-1].text) >= LEAST_TEXT or (
        len(lines) > 1 and not lines[-1].gap and len(lines[-2].text) >= LEAST_TEXT and is_cut(lines[-2])
    )


def is_cut(line: PrintLine) -> bool:
    """`…用它写字。”（记者 王一川）` is whole."""
    text = line.text.text
    return not ends_sentence(text) and (text[-1] not in "）)" or cut_closing(line.text)[1] is None)


def with_page_lines(paragraphs: list[Paragraph], lines: list[PrintLine]) -> list[Paragraph]:
    """Each of the page's lines behind the paragraph that it cut, or before the one that it headed."""
    result: list[Paragraph] = []
    waiting = [
        Paragraph(line.text, line.ranges, line.gap, line.indent, is_page_line=True)
        for line in reversed(lines)
    ]
    for paragraph in paragraphs:
        is_headed = False
        above = result[-1].ranges[-1][1] if result else 0
        while waiting and waiting[-1].ranges[0][0] < paragraph.ranges[0][0]:
            is_headed = is_headed or waiting[-1].ranges[0][0] >= above  # and not within the paragraph above
            result.append(waiting.pop())
        result.append(replace(paragraph, gap=max(paragraph.gap, result[-1].gap)) if is_headed else paragraph)
    return [*result, *reversed(waiting)]
