"""Whether a row that is as wide as its column is a headline, or opens a paragraph that goes on in the next row.

No single sign tells: a headline may have a comma and the first row of a paragraph none. Each sign has a weight, fitted
by logistic regression to some 11000 such rows of our own pages, 900 of them headlines or headings; on pages that no
weight was fitted to, two of three rows that the rules of a column misread are read rightly by them.

    产业工人培训站落户茶山  (as wide as the column)  / 8月5日，云台县总工会…: nothing goes over, and a day opens below
    云台县总工会近日在各个  / 茶场设立服务站，…: a word is cut
"""

import re
from collections.abc import Sequence

from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.lexicon import has_any, load
from unioncms.parsing.reflow.printed import PrintLine
from unioncms.parsing.seams import word_spans
from unioncms.parsing.shapes import CUT_OPEN, dateline_of, has_sentence_mark, is_ended, open_marks

ROOM = 3.2  # characters that a row may lack of its column
OVER = 3.5  # and that it may have more
EXACT = 0.6  # what says nothing of either
CERTAIN = 1.0  # of a row that is worth more, or less, the rules of a column are not asked

IS_HEADLINE = -2.4  # before any sign
CUT_WORD = -4.5
ENDS_AT_PAUSE = -3.4
HOLDS_STOP = -2.8
COMMA = -2.1  # for one and for another
MARK_OPEN = -2.6
MARK_CLOSED_BELOW = -2.5
FUNCTION_WORD = -2.0
ENDED = -2.4
OPENS_AS_TEXT = -1.1
CALLED = 2.5  # `报名啦！`, `…吗`
BAR = 2.4
SAYS_FACT = 1.8
TWO_PHRASES = 3.0  # `竞赛搭台 一线职工唱主角`: a blank that stands at no mark
HAD_ROOM = 2.7
EACH_LACKING = 1.1
EACH_OVER = 2.6
CLOSE_SET = 3.5  # its marks have no blanks, and those of the rows below have; fitted to 4.6 where each page keeps to it
SPACED = -2.7
BELOW_BEGINS = 2.0
BELOW_QUOTES = -2.0  # a row may be cut there: the mark was opened below
BELOW_SIGNS = 2.0
BELOW_CALLS = 1.4  # `同志们：`
BELOW_UNMARKED = 1.5
BELOW_SHORT = 1.5

BEGINNING = re.compile(
    r"[0-9]{1,2}[月日]|[0-9]{4}年|[一二三四五六七八九十]{1,3}月|近日|日前|昨日|今年|近年|去年|“|各|本报|本刊"
    r"|为(?:进一步|了|深入|贯彻|加强|丰富)"
)
MARK = re.compile("[，。、；：！？“”《》]")
PHRASES = re.compile(
    "[^ ，。；]*[\u4e00-\u9fff”》] [\u4e00-\u9fff][^ ，。；]+(?: [\u4e00-\u9fff][^ ，。；]+)?"
)
OPENING_MARKS = "“《"
REACH = 5  # rows below that tell how marks are set
LEAST_MARKS = 3
ENDING = 6  # characters of a headline that say what kind of piece it is
LONGEST_CALL = 14
CLOSED_WITHIN = 30  # characters of the next row


def is_as_wide_as_column(line: PrintLine, lost: float) -> bool:
    is_plain = bool(line.measure) and not (line.is_vertical or line.is_chain or line.level is not None)
    return is_plain and -ROOM - lost <= line.width - line.measure <= OVER


def headline_worth(lines: Sequence[PrintLine], number: int, room: float, lost: float) -> float:
    """Above 0 for a headline; `room` is what the row has left for the first word of the next, `lost` what the page does
    not keep of an indent."""
    line, below = lines[number], lines[number + 1]
    text, following = line.text.text, below.text.text
    over = line.width - (line.measure - lost)
    room -= lost
    worth = IS_HEADLINE + COMMA * min(text.count("，") + text.count(","), 2)
    worth += EACH_OVER * max(0.0, over - EXACT) + EACH_LACKING * max(0.0, -over - EXACT)
    worth += HAD_ROOM * (room >= -0.2)
    worth += CUT_WORD * word_spans(text, following)
    worth += ENDS_AT_PAUSE * (text[-1] in "，、")
    worth += HOLDS_STOP * ("。" in text[:-1] or "；" in text[:-1])
    worth += MARK_OPEN * (open_marks(text) > 0) + MARK_CLOSED_BELOW * (
        open_marks(following[:CLOSED_WITHIN]) < 0
    )
    worth += FUNCTION_WORD * (CUT_OPEN.search(text) is not None)
    worth += ENDED * is_ended(text) + CALLED * (text[-1] in "！？!?吗呢啦吧")
    worth += TWO_PHRASES * (PHRASES.fullmatch(text) is not None)
    worth += BAR * ("｜" in text or "|" in text) + SAYS_FACT * says_kind(text)
    worth += OPENS_AS_TEXT * begins_text(text) + BELOW_BEGINS * begins_text(following)
    worth += BELOW_QUOTES * (following[0] in "“「") + BELOW_SIGNS * is_credit_line(following)
    worth += BELOW_CALLS * (following[-1] in "：:" and len(following) <= LONGEST_CALL)
    if not is_ended(following):
        worth += BELOW_UNMARKED * (not has_sentence_mark(following)) + BELOW_SHORT * (
            below.row <= line.measure - 3
        )
    return worth + worth_of_blanks(lines, number)


def says_kind(text: str) -> bool:
    is_named = text.endswith(load("headline_facts")) or text.endswith(load("notice_titles"))
    return is_named or has_any(text[-ENDING:], "listing_titles")


def begins_text(text: str) -> bool:
    return BEGINNING.match(text) is not None or dateline_of(text) is not None


def worth_of_blanks(lines: Sequence[PrintLine], number: int) -> float:
    """A piece has blanks at its marks or has none; its headline is set in another type and has its own way."""
    marks, blanks = blanks_at_marks(lines[number])
    if not marks:
        return 0.0
    below = [blanks_at_marks(line) for line in lines[number + 1 : number + 1 + REACH]]
    many = sum(count for count, _ in below)
    if many < LEAST_MARKS or sum(count for _, count in below) * 2 <= many:
        return 0.0
    return CLOSE_SET if not blanks else SPACED if blanks == marks else 0.0


def blanks_at_marks(line: PrintLine) -> tuple[int, int]:
    """How many marks of punctuation stand within the row, and how many of them beside a blank."""
    text = line.text.text
    holes = {offset for offset, _ in line.text.pieces[1:]}
    places = [
        found.start() if found.group() in OPENING_MARKS else found.end() for found in MARK.finditer(text)
    ]
    inner = [at for at in places if 0 < at < len(text)]
    return len(inner), sum(at in holes or text[at - 1] == " " or text[at] == " " for at in inner)
