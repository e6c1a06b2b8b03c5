"""Source lines → print lines: cleaned, measured, vertical headlines and lone digits put back together."""

import re
from dataclasses import dataclass, replace

from unioncms.parsing.document import SourceText
from unioncms.parsing.furniture import is_page_line
from unioncms.parsing.reflow.cleaning import INVISIBLES, VERTICAL_FORMS, cleaned_line
from unioncms.parsing.shapes import (
    ends_sentence,
    has_sentence_mark,
    is_bullet_heading,
    is_cjk,
    width,
)
from unioncms.parsing.traced import Traced, join

# 27, 2016-2017, 5.1%, ( and ) : what an extractor sets on a line of its own
TOKEN = re.compile(r"[0-9０-９A-Za-z.,%％‰+\-–~～/:()（）℃×·]{1,14}")
BRACKETS = "()（）+%％"
LEAST_VERTICAL = 3
LONGEST_ROW = 8  # pieces of one row that digits part
LONGEST_CHAIN = 120.0  # characters; a column of figures is no sentence


@dataclass(frozen=True, slots=True)
class PrintLine:
    text: Traced
    ranges: tuple[tuple[int, int], ...]  # what it takes of the source
    gap: int  # blank lines above
    indent: int  # blanks at its beginning
    level: int | None = None
    is_quote: bool = False
    is_vertical: bool = False
    is_chain: bool = False  # put together around lone digits
    width: float = 0.0


def print_lines(source: SourceText) -> list[PrintLine]:
    lines = []
    gap = 0
    for line in source.lines:
        traced = cleaned_line(line.text, line.start, source.format == "markdown")
        kept = traced.strip("\ufffd ")
        if not kept.text:
            gap += 1
            continue
        printed = kept.text
        indent = len(line.text) - len(line.text.lstrip())
        whole = (kept.source(0), kept.source(len(printed)))
        lines.append(PrintLine(kept, (whole,), gap, indent, line.level, line.is_quote, width=width(printed)))
        gap = 0
    return lines


def is_token(text: str) -> bool:
    """`27`, `2016-2017`, `(`: no Chinese and no rule of dashes."""
    if TOKEN.fullmatch(text) is None:
        return False
    return any(character.isalnum() for character in text) or text in BRACKETS


def with_vertical_headlines(lines: list[PrintLine]) -> list[PrintLine]:
    """`水` / `口` / `山` / `︵` / `摘` / `登` / `︶`, a character a line → `水口山（摘登）`."""
    result: list[PrintLine] = []
    run: list[PrintLine] = []
    for line in [*lines, None]:
        if (
            line is not None
            and is_vertical_character(line)
            and (not run or line.gap == run[-1].gap or len(run) == 1)
        ):
            run.append(line)
            continue
        result.extend([stacked(run)] if len(run) >= LEAST_VERTICAL else run)
        run = []
        if line is not None:
            if is_vertical_character(line):
                run = [line]
            else:
                result.append(line)
    return result


def is_vertical_character(line: PrintLine) -> bool:
    character = line.text.text
    return (
        len(character) == 1
        and line.level is None
        and (is_cjk(character) or "︰" <= character <= "﹏" or character in "，、：！？")
    )


def stacked(run: list[PrintLine]) -> PrintLine:
    joined = join(line.text for line in run)
    joined = Traced(joined.text.translate(VERTICAL_FORMS), joined.pieces)
    ranges = tuple(part for line in run for part in line.ranges)
    return replace(run[0], text=joined, ranges=ranges, is_vertical=True, width=width(joined.text))


def with_digits_rejoined(lines: list[PrintLine], measures: list[float]) -> list[PrintLine]:
    """`本报讯 6` / `月` / `27` / `日，市总工` → `本报讯 6月27日，市总工`, one print line."""
    result: list[PrintLine] = []
    awaiting = False  # the last line of the result ends in a token and takes what comes next
    for number, line in enumerate(lines):
        if result and result[-1].width > LONGEST_CHAIN:
            awaiting = False
        lone = is_token(line.text.text) and line.level is None and not is_page_number(lines, number, measures)
        plain = line.level is None and not line.is_vertical
        if result and awaiting and plain and not is_bullet_heading(line.text.text):
            result[-1] = chained(result[-1], line)
            awaiting = lone or ends_in_digit_before_unit(line, lines, number)
        elif (
            lone
            and result
            and result[-1].width <= LONGEST_CHAIN
            and takes_token(result[-1], line, lines, number, measures)
            and not begins_row(result, lines, number, measures[number])
        ):
            result[-1] = chained(result[-1], line)
            awaiting = True
        else:
            result.append(line)
            awaiting = (lone and number + 1 < len(lines)) or ends_in_digit_before_unit(line, lines, number)
    return result


def ends_in_digit_before_unit(line: PrintLine, lines: list[PrintLine], number: int) -> bool:
    """`本报讯 6` above a lone `月`: the digit stands in the line, its unit below it."""
    follower = lines[number + 1].text.text if number + 1 < len(lines) else ""
    return len(follower) == 1 and is_cjk(follower) and line.text.text[-1].isdigit()


def chained(line: PrintLine, token: PrintLine) -> PrintLine:
    first, second = line.text.text[-1], token.text.text[0]
    parts = [line.text, token.text]
    if first.isascii() and first.isalnum() and second.isascii() and second.isalnum():
        parts.insert(1, Traced(" ", ((0, token.text.source(0)),)))
    text = join(parts)
    return replace(
        line, text=text, ranges=line.ranges + token.ranges, is_chain=True, width=line.width + token.width
    )


def takes_token(
    line: PrintLine, token: PrintLine, lines: list[PrintLine], number: int, measures: list[float]
) -> bool:
    """Does a lone number go on with the line above it? After a full stop only where both fit one print line."""
    text = line.text.text
    if line.level is not None or line.is_vertical or is_bullet_heading(text) or is_page_line(text):
        return False
    if not ends_sentence(text):
        return token.text.text not in "(（" or not text.endswith(("”", "》"))
    measure = measures[number]
    following = lines[number + 1].width if number + 1 < len(lines) else 0.0
    room = measure - (line.width if line.width <= measure + 2.5 else line.width % max(measure, 1.0))
    return bool(measure) and 4 <= token.width + following <= room + 2.5


def begins_row(result: list[PrintLine], lines: list[PrintLine], number: int, measure: float) -> bool:
    """`七天` / `5` / `月` / `1` / `日，两千三百名砂丁停工。`: with the heading above the row would be too wide."""
    line = result[-1]
    above = result[-2].text.text if len(result) > 1 else ""
    if not measure or line.is_chain or line.width > measure - 3 or not ends_sentence(above):
        return False
    row = 0.0
    for each in lines[number : number + LONGEST_ROW]:
        row += each.width
        if each.width > 3 and not is_token(each.text.text):
            break
    return has_sentence_mark(line.text.text) is False and row <= measure + 1.5 < row + line.width


def is_page_number(lines: list[PrintLine], number: int, measures: list[float]) -> bool:
    """A number that stands between two full lines had no room on either: it is the page's."""
    text = lines[number].text.text
    measure = measures[number]
    if not measure or not text.strip("-–·.").isdigit() or not 0 < number < len(lines) - 1:
        return False
    above, below = lines[number - 1], lines[number + 1]
    return (
        above.width >= measure - 1
        and below.width + lines[number].width > measure + 1
        and not is_token(above.text.text)
        and abs(above.width - below.width) <= 1.5
    )


def has_invisible(text: str) -> bool:
    return INVISIBLES.search(text) is not None
