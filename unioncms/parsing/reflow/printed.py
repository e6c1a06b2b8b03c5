"""Source lines → print lines: cleaned, measured, vertical headlines and lone digits put back together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.document import SourceText
from unioncms.parsing.furniture import is_furniture
from unioncms.parsing.reflow.cleaning import VERTICAL_FORMS, cleaned_line
from unioncms.parsing.reflow.gutters import with_gutters_parted
from unioncms.parsing.shapes import (
    ends_sentence,
    is_cjk,
    width,
)
from unioncms.parsing.traced import Traced, join

# 27, 2016-2017, 5.1%, ( and ) : what an extractor sets on a line of its own
TOKEN = re.compile(r"[0-9０-９A-Za-z.,%％‰+\-–~～/:()（）℃×·]{1,14}")
BRACKETS = "()（）+%％"
LEAST_VERTICAL = 3
HANGING = 2.1  # characters of marks that may hang over the measure
NARROWED = 1.1  # characters that a row gains where its marks are set closer
CLOSING_MARKS = "，。、；：！？”’》）】〉…,.;:!?)"
CLOSE_SET = re.compile("[“”‘’《》·]")
INDENT = 2.0  # characters


@dataclass(slots=True)
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
    row: float = 0.0  # width of the last row of a chain, the line's own where it is none
    measure: float = 0.0  # of its print column; 0 where there is none
    is_broken_off: bool = False  # the text goes on on another page
    is_taken_up: bool = False  # it began on another
    block: str | None = None  # as its Line

    def widen(self, room: float) -> None:
        self.width += room
        self.row += room

    @property
    def least_width(self) -> float:
        """With its quotation marks set closer, as some papers print them."""
        return self.width - len(CLOSE_SET.findall(self.text.text)) / 2


def print_lines(source: SourceText) -> list[PrintLine]:
    lines = []
    gap = 0
    for line in with_gutters_parted(source.lines) if source.format == "text" else source.lines:
        if not line.text or line.text.isspace():
            gap += 1
            continue
        traced = cleaned_line(line.text, line.start, source.format == "markdown")
        kept = traced.strip("\ufffd ")
        if not kept.text:
            gap += 1
            continue
        printed = kept.text
        indent = len(line.text) - len(line.text.lstrip())
        whole = (kept.source(0), kept.source(len(printed)))
        size = width(printed)
        lines.append(
            PrintLine(
                kept, (whole,), gap, indent, line.level, line.is_quote, width=size, row=size, block=line.block
            )
        )
        gap = 0
    return lines


def has_indents(lines: Sequence[PrintLine]) -> bool:
    """Some lines begin with the two blanks of a paragraph, most do not: the indent can be trusted."""
    indented = sum([2 <= line.indent <= 8 for line in lines])
    return indented >= 3 and indented * 10 <= len(lines) * 6


def with_lost_glyphs_joined(lines: Sequence[PrintLine]) -> list[PrintLine]:
    """`衡阳是全国` / ` 个老工业基地之一`: a glyph without a code takes the line's end and the usual gap with it."""
    gap = usual_gap(lines)
    if not gap:
        return list(lines)
    result: list[PrintLine] = []
    for line in lines:
        is_odd = line.indent == 1 and line.gap < gap and line.level is None
        if (
            result
            and is_odd
            and not ends_sentence(result[-1].text.text)
            and result[-1].text.text[-1] not in "）)"
            and not is_credit_line(line.text.text)
            and not is_furniture(line.text.text)
        ):
            result[-1] = stuck(result[-1], line)
        else:
            result.append(line)
    return result


def stuck(line: PrintLine, tail: PrintLine) -> PrintLine:
    size = line.width + 1.0 + tail.width
    ranges = line.ranges + tail.ranges
    return replace(
        line, text=join([line.text, tail.text]), ranges=ranges, is_chain=True, width=size, row=size
    )


def usual_gap(lines: Sequence[PrintLine]) -> int:
    gaps = Counter([line.gap for line in lines[1:]])
    return gaps.most_common(1)[0][0] if gaps else 0


def indented_rows(lines: Sequence[PrintLine]) -> list[PrintLine]:
    """The first rows of paragraphs, which are as wide as the others with their indents."""
    return [line for line in lines if 2 <= line.indent <= 8] if has_indents(lines) else []


def is_token(text: str) -> bool:
    """`27`, `2016-2017`, `(`: no Chinese and no rule of dashes."""
    if TOKEN.fullmatch(text) is None:
        return False
    return any(character.isalnum() for character in text) or text in BRACKETS


def with_vertical_headlines(lines: list[PrintLine]) -> list[PrintLine]:
    """`水` / `口` / `山` / `︵` / `摘` / `登` / `︶`, a character a line → `水口山（摘登）`."""
    if not any(map(is_vertical_character, lines)):
        return list(lines)
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
    return with_columns_joined(result)


def with_columns_joined(lines: list[PrintLine]) -> list[PrintLine]:
    """Two columns of one vertical headline, one right behind the other."""
    result: list[PrintLine] = []
    for line in lines:
        above = result[-1] if result else None
        if (
            above is not None
            and above.is_vertical
            and line.is_vertical
            and min(len(above.text), len(line.text)) > 3
        ):
            blank = Traced(" ", ((0, line.text.source(0)),))
            joined = join([above.text, blank, line.text])
            result[-1] = replace(
                above, text=joined, ranges=above.ranges + line.ranges, width=width(joined.text)
            )
        else:
            result.append(line)
    return result


def is_vertical_character(line: PrintLine) -> bool:
    character = line.text.text
    return (
        len(character) == 1
        and line.level is None
        and (is_cjk(character) or "︰" <= character <= "﹏" or character in "，、：！？“”‘’《》（）·")
    )


def stacked(run: list[PrintLine]) -> PrintLine:
    joined = join(line.text for line in run)
    joined = Traced(joined.text.translate(VERTICAL_FORMS), joined.pieces)
    ranges = tuple(part for line in run for part in line.ranges)
    size = width(joined.text)
    return replace(run[0], text=joined, ranges=ranges, is_vertical=True, width=size, row=size)


def ends_in_digit_before_unit(line: PrintLine, lines: list[PrintLine], number: int) -> bool:
    """`本报讯 6` above a lone `月`: the digit stands in the line, its unit below it."""
    if not line.text.text[-1].isdigit() or number + 1 == len(lines):
        return False
    follower = lines[number + 1].text.text
    return len(follower) == 1 and is_cjk(follower)


def limit_of(line: PrintLine, measure: float) -> float:
    """How wide a row may be that this line ends."""
    return measure + (HANGING if hangs(line) else NARROWED)


def hangs(line: PrintLine) -> bool:
    """Marks that may not begin a line hang over the measure."""
    return line.text.text[-1] in CLOSING_MARKS
