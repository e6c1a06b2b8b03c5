"""Whether a row of a print column goes on in the next one.

A row of running text is full: what comes next did not fit. A row with room left ends its paragraph, or it is a title.
"""

import itertools
import re
from dataclasses import dataclass, field

from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.credits.posts import read_post_and_name
from unioncms.parsing.reflow.indented import keeps_indents
from unioncms.parsing.reflow.printed import PrintLine, has_indents, is_token, limit_of, usual_gap
from unioncms.parsing.reflow.wrapped import wrapped_blocks
from unioncms.parsing.seams import word_spans
from unioncms.parsing.shapes import (
    BULLETS,
    CLOSERS,
    OPENERS,
    PAUSES,
    dateline_of,
    ends_item,
    ends_sentence,
    has_sentence_mark,
    is_cut_open,
    is_ended,
    same_opening,
    starts_item,
    width,
)

LEAST_HEADING = 3.0
CERTAIN_ROOM = 0.4  # characters
INDENT = 2.0
SLACK = 2.0  # what a row in mid-sentence may lack of its column
FULL_TO_ONE = 2  # rows as wide as the column, for each that is short of it: headlines, and a rare ragged one
LEAST_OPENINGS = 2  # first rows of paragraphs that tell whether indents were lost
SHORTEST_INDENT = 1.4
LONGEST_INDENT = 3.2
FULL_ROW = 1.1  # what it may lack
EXACT = 0.6
LEAST_SCRAP = 12.0  # characters of a first row without a mark
OTHER_MEASURE = 2.0  # characters by which the columns of two pieces differ
# What a sentence says of the person that its row ends with.
GOES_ON_TO_SAY = (
    "说",
    "介绍",
    "表示",
    "指出",
    "强调",
    "告诉",
    "要求",
    "认为",
    "透露",
    "带队",
    "率队",
    "出席",
    "宣读",
    "主持",
)
NO_POST = BULLETS + "（("  # begins with one of these
TWO_PHRASES = re.compile(r"\S{4,12} \S{4,12}")
UNIT = re.compile(rf"[{OPENERS}]*(?:[0-9A-Za-z][0-9A-Za-z.%+\-/@]*|.)[，。、；：！？{CLOSERS}]*")


@dataclass(frozen=True, slots=True)
class Page:
    """What all lines of a page tell about each one."""

    lines: list[PrintLine]
    usual_gap: int
    is_indented: bool
    keeps_indents: bool  # a paragraph begins with one, and nothing else does
    has_lost_indents: bool
    blocks: list[int]  # see wrapped_blocks
    has_columns: bool  # most lines are set in print columns
    alone: dict[int, bool] = field(default_factory=dict)  # which lines stand alone, once asked

    @classmethod
    def of(cls, lines: list[PrintLine]) -> "Page":
        is_kept = keeps_indents(lines)
        return cls(
            lines,
            usual_gap(lines),
            has_indents(lines),
            is_kept,
            has_lost_indents(lines),
            wrapped_blocks(lines, is_kept),
            sum(line.measure > 0 for line in lines) * 2 > len(lines),
        )

    def in_one_block(self, number: int) -> bool:
        """Do the line and the one above it stand in one wrapped paragraph?"""
        return bool(self.blocks[number]) and self.blocks[number] == self.blocks[number - 1]


def has_lost_indents(lines: list[PrintLine]) -> bool:
    """The first rows of paragraphs are two characters short of their columns about as often as full, or more."""
    short = full = 0
    for above, line in itertools.pairwise(lines):
        text = line.text.text
        if not line.measure or line.is_chain or ends_sentence(text):
            continue
        if opens_below(above):
            left = line.measure - line.width
            short += SHORTEST_INDENT <= left <= LONGEST_INDENT
            full += -1.0 < left < (EXACT if text[-1] in PAUSES else FULL_ROW)  # a mark may hang over the row
    return short >= LEAST_OPENINGS and short * FULL_TO_ONE > full


def opens_below(above: PrintLine) -> bool:
    """No row of running text goes on below this line."""
    if not above.measure or above.is_vertical or is_credit_line(above.text.text):
        return True
    return above.row < above.measure - (3 if ends_sentence(above.text.text) else 4)


def joins_in_column(page: Page, group: list[int], number: int) -> bool:
    above, line = page.lines[number - 1], page.lines[number]
    text = above.text.text
    is_full = above.row >= above.measure - SLACK and not is_overfull(above)
    if page.is_indented and line.indent >= 2 and (ends_sentence(text) or (above.indent < 2 and not is_full)):
        return False
    if page.keeps_indents and 2 <= line.indent <= 8 and not has_sentence_mark(text):
        return False
    if line.gap > page.usual_gap and (ends_sentence(text) or are_titles(above, line)):
        return False
    if len(group) == 1 and is_title_above(page, number):
        return False
    if ends_item(text) and same_opening(page.lines[group[0]].text.text, line.text.text):
        return False
    if is_ended(text):
        if is_overfull(line) or is_overfull(above) or abs(above.measure - line.measure) > OTHER_MEASURE:
            return False
        is_first = len(group) == 1 and page.has_lost_indents
        return (
            not had_room(above, line, INDENT if is_first else 0.0)
            and not looks_indented(page, number)
            and not is_heading_line(page, number)
        )
    if is_lone_title(page, group, number) or ends_in_credit(page, group, number):
        return False
    if is_overfull(above):
        return (is_ended(line.text.text)) and line.width < above.width
    if is_full or is_indented_opening(page, group, number):
        return True
    if word_spans(text, line.text.text) and (
        above.row >= above.measure - INDENT - SLACK or goes_on_alike(above, line)
    ):
        return True
    return (has_sentence_mark(text) or above.is_chain) and (
        len(group) > 1 or (has_sentence_mark(text) and above.is_chain)
    )


def goes_on_alike(above: PrintLine, line: PrintLine) -> bool:
    """Rows of one narrower column, or the end of a sentence, of too few rows for a measure of their own."""
    is_alike = abs(above.row - line.row) <= SLACK and has_sentence_mark(line.text.text)
    return is_alike or ends_sentence(line.text.text)


def are_titles(above: PrintLine, line: PrintLine) -> bool:
    """No sentence mark in either, and no word that goes over; the one above stands nearer to what is above it."""
    if line.gap <= above.gap:
        return False
    text, following = above.text.text, line.text.text
    return not (has_sentence_mark(text) or has_sentence_mark(following) or word_spans(text, following))


def joins_in_scrap(page: Page, group: list[int], number: int) -> bool:
    """Of a column with too few rows to tell its measure: a row that stops in mid-sentence goes on."""
    above, line = page.lines[number - 1].text.text, page.lines[number].text.text
    if is_ended(above) or starts_item(line) or (line[-1] in "）)" and is_credit_line(line)):
        return False
    if len(group) == 1 and not has_sentence_mark(above):
        if page.lines[number].gap > page.usual_gap:
            return False  # a headline, though it says what somebody did: `新班长选出来了`
        is_cut = is_cut_open(above) or above[-1] in "了着过" or word_spans(above, line)
        return is_cut and has_sentence_mark(line) and page.lines[number - 1].width >= LEAST_SCRAP
    below = page.lines[number + 1].text.text if number + 1 < len(page.lines) else ""
    return (
        has_sentence_mark(line)
        or is_ended(line)
        or (has_sentence_mark(below) and (is_cut_open(line) or word_spans(line, below)))
    )


def ends_in_credit(page: Page, group: list[int], number: int) -> bool:
    """`…唱了一首歌。（记者 王一川）` ends a paragraph, `本报讯（记者 王一川）` opens one."""
    above, line = page.lines[number - 1], page.lines[number]
    if above.text.text[-1] not in "）)" or dateline_of(page.lines[group[0]].text.text):
        return False
    return had_room(above, line)


def is_overfull(line: PrintLine) -> bool:
    """Wider than any row of its column: a title."""
    most = line.measure + max(2.5, line.measure / 7)
    return not line.is_chain and line.width > most and line.least_width > most


def room_left(above: PrintLine, line: PrintLine) -> float:
    """What would be left of the row above if what this one begins with stood in it."""
    unit = UNIT.match(line.text.text)
    return above.measure - above.row - width(unit.group() if unit else "")


def had_room(above: PrintLine, line: PrintLine, indent: float = 0.0) -> bool:
    """What the next row begins with would have fitted in: a paragraph ends here."""
    return room_left(above, line) - indent >= -0.2


def is_lone_title(page: Page, group: list[int], number: int) -> bool:
    """`把“平安”写进每一个班次` / `矿灯亮起来的时候`: above a text, a line with room for more or with too little."""
    above, line = page.lines[number - 1], page.lines[number]
    if len(group) > 1 or above.is_chain or has_sentence_mark(above.text.text):
        return False
    if page.has_lost_indents and not (line.gap and TWO_PHRASES.fullmatch(above.text.text)):
        return False
    if dateline_of(above.text.text) or line.text.text.startswith(GOES_ON_TO_SAY):
        return False
    text = above.text.text
    if text[-1] != "的" and is_cut_open(text) and has_sentence_mark(line.text.text):
        return False
    text = line.text.text
    if line.row <= above.measure - 3 and not (has_sentence_mark(text) or ends_item(text) or line.is_chain):
        return True  # two titles: the last row of a paragraph would end a sentence
    if room_left(above, line) < CERTAIN_ROOM and above.row <= limit_of(above, above.measure) + CERTAIN_ROOM:
        return False
    return not word_spans(above.text.text, text)


def is_near_full(line: PrintLine) -> bool:
    return bool(line.measure) and line.width >= line.measure - SLACK


def is_full_post(page: Page, group: list[int], number: int) -> bool:
    """`市总工会党组书记、常务副主席邢树声` / `到场见证。`: a line of running text that only looks like a byline."""
    line = page.lines[number]
    is_full = line.measure > 0 and abs(line.width - line.measure) <= 2.5
    if not is_full:
        below = page.lines[number + 1].text.text if number + 1 < len(page.lines) else ""
        if not below.startswith(GOES_ON_TO_SAY):
            return False
    if line.text.text[0] in NO_POST:
        return False
    earlier = page.lines[number - 1].text.text if number else ""
    return (len(group) > 1 or has_sentence_mark(earlier)) and read_post_and_name(line.text.text) is not None


def is_heading_line(page: Page, number: int) -> bool:
    """Below a full stop a line that is neither full nor ended: the last line of a paragraph would end it."""
    above, line = page.lines[number - 1], page.lines[number]
    text = line.text.text
    if line.is_chain or number + 1 >= len(page.lines) or has_sentence_mark(text) or text[-1] in "：:…":
        return False
    following = page.lines[number + 1]
    is_short = line.width <= above.measure - 3 or (
        line.measure > 0 and room_left(line, following) >= CERTAIN_ROOM and not page.has_lost_indents
    )
    return (
        line.width >= LEAST_HEADING
        and is_short
        and not is_token(following.text.text)
        and not ends_sentence(text)
    )


def is_indented_opening(page: Page, group: list[int], number: int) -> bool:
    """The first line of a paragraph, short by its indent; without a sentence mark it may be a title."""
    above = page.lines[number - 1]
    if len(group) > 1 or above.row < above.measure - SLACK - 2.2:
        return False
    if has_sentence_mark(above.text.text):
        return True
    earlier = page.lines[number - 2].text.text if number > 1 else "。"
    return page.has_lost_indents and (is_ended(earlier))


def is_title_above(page: Page, number: int) -> bool:
    """A line of the column's width below another title: no sentence mark, and no word goes over to the next line."""
    above, line = page.lines[number - 1], page.lines[number]
    earlier = page.lines[number - 2] if number > 1 else None
    if (page.is_indented and above.indent >= 2) or dateline_of(above.text.text):
        return False
    if earlier is None or has_sentence_mark(above.text.text) or is_ended(earlier.text.text):
        return False
    is_title = (
        not has_sentence_mark(earlier.text.text)
        and not is_credit_line(earlier.text.text)
        and not earlier.is_chain
    )
    return is_title and not is_near_full(earlier) and not word_spans(above.text.text, line.text.text)


def looks_indented(page: Page, number: int) -> bool:
    """A full line that is two characters short of its column: the first of a paragraph, its indent lost."""
    line = page.lines[number]
    return (
        page.has_lost_indents
        and not line.is_chain
        and not ends_sentence(line.text.text)
        and line.measure - 3.2 <= line.width <= line.measure - 0.9
    )
