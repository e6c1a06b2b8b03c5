"""Source lines → print lines: cleaned, measured, vertical headlines and lone digits put back together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.document import SourceText
from unioncms.parsing.furniture import is_end, is_furniture, is_page_line, is_picture_place
from unioncms.parsing.lexicon import ends_in_any
from unioncms.parsing.page_heads import is_paper
from unioncms.parsing.reflow.cleaning import VERTICAL_FORMS, cleaned_line
from unioncms.parsing.reflow.gutters import with_gutters_parted
from unioncms.parsing.shapes import (
    ends_item,
    ends_sentence,
    has_sentence_mark,
    is_bullet_heading,
    is_cjk,
    is_title_shaped,
    width,
)
from unioncms.parsing.traced import Traced, join

# 27, 2016-2017, 5.1%, ( and ) : what an extractor sets on a line of its own
TOKEN = re.compile(r"[0-9０-９A-Za-z.,%％‰+\-–~～/:()（）℃×·]{1,14}")
# `2023-11-02` and `(2023-11-02)` below a headline
DAY_TOKEN = re.compile(r"[（(\[]?(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}[）)\]]?")
DATELINES = ("本报讯", "本刊讯", "本网讯")
DAY_END = re.compile(r"[0-9][年月日][至到]$")
DAY_AT_END = re.compile(r"(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日$")
DAY_PIECES = 6  # of a day whose figures an extractor parts
LONGEST_HALF = 10  # characters of a headline's first line
WHOLE_DAY = re.compile(r"(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")
HEAD_LINES = 10
PAGE_CODE = re.compile(r"[A-D]0?[1-9][0-9]?")
CHAPTER = re.compile(r"0[1-9]")
LONGEST_HEADING = 24  # characters
PICTURED = (" 摄", "/摄", "供图")
UNITS = "年月日时分点号个名元万亿%％"
COUNTERS = "多余名位个家次场件项人岁年月日万亿元户套台"
BRACKETS = "()（）+%％"
LEAST_VERTICAL = 3
HANGING = 2.1  # characters of marks that may hang over the measure
NARROWED = 1.1  # characters that a row gains where its marks are set closer
CLOSING_MARKS = "，。、；：！？”’》）】〉…,.;:!?)"
CLOSE_SET = re.compile("[“”‘’《》·]")
INDENT = 2.0  # characters
BEFORE_DAY = "于在从自至到为截定是限间"  # `培训班定于`, `公示时间`
LONGEST_ROW = 8  # pieces of one row that digits part
LONGEST_CHAIN = 120.0  # characters; a column of figures is no sentence


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
    indented = sum(2 <= line.indent <= 8 for line in lines)
    return indented >= 3 and indented * 10 <= len(lines) * 6


def with_lost_glyphs_joined(lines: Sequence[PrintLine]) -> list[PrintLine]:
    """`衡阳是全国` / ` 个老工业基地之一`: a glyph without a code takes the line's end and the usual gap with it."""
    gap = usual_gap(lines)
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
    gaps = Counter(line.gap for line in lines[1:])
    return gaps.most_common(1)[0][0] if gaps else 0


def with_indents_measured(lines: Sequence[PrintLine]) -> list[PrintLine]:
    """The first row of a paragraph is as wide as the others, its indent included."""
    if not has_indents(lines):
        return list(lines)
    return [
        replace(line, width=line.width + INDENT, row=line.row + INDENT) if 2 <= line.indent <= 8 else line
        for line in lines
    ]


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


def with_digits_rejoined(lines: list[PrintLine]) -> list[PrintLine]:
    """`本报讯 6` / `月` / `27` / `日，市总工` → `本报讯 6月27日，市总工`, one print line."""
    result: list[PrintLine] = []
    awaiting = False  # the last line of the result ends in a token and takes what comes next
    usual = usual_gap(lines)
    for number, line in enumerate(lines):
        if result and result[-1].width > LONGEST_CHAIN:
            awaiting = False
        lone = (
            is_token(line.text.text)
            and line.level is None
            and not is_page_line(line.text.text)
            and not is_end(line.text.text)
            and not (DAY_TOKEN.fullmatch(line.text.text) and not line.measure)
            and not is_picture_place(line.text.text)
            and not (number < HEAD_LINES and PAGE_CODE.fullmatch(line.text.text))
            and not is_page_number(lines, number)
            and not is_chapter(lines, number)
            and not is_number_in_head(lines, number)
            and not is_below_credit(lines, number)
        )
        plain = line.level is None and not line.is_vertical
        if result and awaiting and plain and not is_bullet_heading(line.text.text):
            result[-1] = chained(result[-1], line)
            awaiting = lone or ends_in_digit_before_unit(line, lines, number)
        elif (
            lone
            and result
            and result[-1].width <= LONGEST_CHAIN
            and not (opens_text(lines, number, usual) and not result[-1].is_chain)
            and takes_token(result[-1], lines, number)
        ):
            result[-1] = chained(result[-1], line)
            awaiting = True
        else:
            result.append(line)
            awaiting = (lone and number + 1 < len(lines)) or ends_in_digit_before_unit(line, lines, number)
    return result


def ends_in_digit_before_unit(line: PrintLine, lines: list[PrintLine], number: int) -> bool:
    """`本报讯 6` above a lone `月`: the digit stands in the line, its unit below it."""
    if not line.text.text[-1].isdigit() or number + 1 == len(lines):
        return False
    follower = lines[number + 1].text.text
    return len(follower) == 1 and is_cjk(follower)


def chained(line: PrintLine, token: PrintLine) -> PrintLine:
    first, second = line.text.text[-1], token.text.text[0]
    parts = [line.text, token.text]
    is_broken = first.isdigit() and second.isdigit()  # `2` / `020`: a number that a row's end has cut
    if first.isascii() and first.isalnum() and second.isascii() and second.isalnum() and not is_broken:
        parts.insert(1, Traced(" ", ((0, token.text.source(0)),)))
    measure = line.measure or token.measure
    fits = not measure or line.row + token.width <= limit_of(token, measure)
    return replace(
        line,
        text=join(parts),
        ranges=line.ranges + token.ranges,
        is_chain=True,
        width=line.width + token.width,
        row=line.row + token.width if fits else token.width,
        measure=measure,
    )


def takes_token(line: PrintLine, lines: list[PrintLine], number: int) -> bool:
    """Does a lone number go on with the line above it, or does it begin a row of its own?"""
    text = line.text.text
    token = lines[number].text.text
    if line.level is not None or line.is_vertical or is_bullet_heading(text) or is_page_line(text):
        return False
    if text.endswith(PICTURED):
        return False  # `本报记者 王一川 摄` / `6`: the page's number
    if text in DATELINES:
        return True  # `本报讯` / `5` / `月6日，…`
    if text[-1] in "至到" and DAY_END.search(text):
        return True  # `3月12日至` / `14` / `日`
    if DAY_AT_END.search(text) and opens_date(lines, number):
        return False  # `2019年3月15日` / `2019` / `年度…`: the day of a notice, and the next one's headline
    if is_signature(lines, number) or is_title_above_year(line, lines, number):
        return False
    if not ends_sentence(text) and token in "(（" and text.endswith(("”", "》")):
        return False
    measure = lines[number].measure
    if not measure and is_title_above_date(lines, number):
        return False
    if text[-1] in "；;" and text[0].isdigit() and opens_date(lines, number):
        return False  # `7月3日，法律咨询进园区；` / `7` / `月` / `9` / `日，…`: the days of a list
    if not measure or (has_sentence_mark(text) and not ends_sentence(text)):
        return not ends_sentence(text)
    if not ends_sentence(text) and not opens_date(lines, number):
        return True
    same, anew = (lack(row, lines, number, measure) for row in (line.row, 0.0))
    if ends_sentence(text):
        return same < anew and line.row + lines[number].width <= limit_of(lines[number], measure)
    return same <= anew + 1.0 or measure - 2.0 <= line.row <= limit_of(line, measure)


def is_signature(lines: list[PrintLine], number: int) -> bool:
    """`青石县总工会` / `2019` / `年` / `3` / `月` / `15` / `日`: who gives a notice, and the day by itself."""
    if not lines[number].text.text.startswith(("19", "20")) or not opens_date(lines, number):
        return False
    if not ends_in_any(lines[number - 1].text.text, "organisation_endings"):
        return False
    day = "".join(line.text.text for line in lines[number : number + DAY_PIECES])
    return WHOLE_DAY.fullmatch(day) is not None


def is_title_above_year(line: PrintLine, lines: list[PrintLine], number: int) -> bool:
    """`劳模在灯下带徒弟` / `2024` / `年度先进班组名单`: two titles; a sentence would fill its row before the year."""
    below = lines[number + 1].text.text if number + 1 < len(lines) else ""
    if not (below.startswith("年度") and lines[number].text.text.startswith(("19", "20"))):
        return False
    measure = lines[number].measure
    is_full = measure > 0 and measure - 2 * INDENT <= line.row <= limit_of(line, measure)
    return not is_full and is_title_shaped(line.text.text) and not has_sentence_mark(line.text.text)


def is_title_above_date(lines: list[PrintLine], number: int) -> bool:
    """`征文启事` / `11` / `月` / `2` / `日，…` below a whole text; `公示时间为` goes on with its day."""
    if number < 2 or not opens_date(lines, number):
        return False
    above, text = lines[number - 2].text.text, lines[number - 1].text.text
    if number > 2 and len(above) <= LONGEST_HALF and is_title_shaped(above) and not has_sentence_mark(above):
        above = lines[number - 3].text.text  # of a headline over two lines
    is_below_piece = ends_sentence(above) or ends_item(above) or above.endswith(("）", ")", *PICTURED))
    if not is_below_piece or text[-1] in BEFORE_DAY:
        return False
    # `青石县总工会` / `9` / `月` may be a title as well as a sentence's beginning.
    is_body = ends_in_any(text, "organisation_endings")
    return is_title_shaped(text) and not has_sentence_mark(text) and not is_body


def opens_text(lines: list[PrintLine], number: int, usual: int) -> bool:
    """`新班长选出来了`, an empty line, `9` / `月`: a day's figures, nearer to each other than to the headline above."""
    return (
        lines[number].gap > usual and opens_date(lines, number) and lines[number + 1].gap < lines[number].gap
    )


def opens_date(lines: list[PrintLine], number: int) -> bool:
    """`2024` / `年`, `5` / `月`: a text may begin with these; with `30` / `座` none does."""
    following = lines[number + 1].text.text if number + 1 < len(lines) else ""
    return following[:1] in ("年", "月", "日", "时")


def lack(row: float, lines: list[PrintLine], number: int, measure: float) -> float:
    """How much do the rows lack that the pieces from here on make, set behind a row of this width?

    `七天` / `5` / `月` / `1` / `日，两千三百名砂丁停工。`: behind the heading the row would be too wide.
    """
    total, awaiting = 0.0, True
    for piece in lines[number : number + LONGEST_ROW]:
        lone = is_token(piece.text.text)
        if not lone and not awaiting:
            break
        if row + piece.width > limit_of(piece, measure):
            total += max(measure - row - 1.0, 0.0)
            row = 0.0
        row += piece.width
        awaiting = lone
        if not lone and (ends_sentence(piece.text.text) or ends_item(piece.text.text)):
            return total
    return total + abs(measure - row)


def limit_of(line: PrintLine, measure: float) -> float:
    """How wide a row may be that this line ends."""
    return measure + (HANGING if hangs(line) else NARROWED)


def hangs(line: PrintLine) -> bool:
    """Marks that may not begin a line hang over the measure."""
    return line.text.text[-1] in CLOSING_MARKS


def is_chapter(lines: list[PrintLine], number: int) -> bool:
    """`02` above a heading of a post; above `月，…` it is one of a day. Between empty lines the heading may be of two
    phrases: `一张车票，两头牵挂`."""
    is_number = CHAPTER.fullmatch(lines[number].text.text) is not None and not lines[number].measure
    if not is_number or number + 2 >= len(lines):
        return False
    below = lines[number + 1].text.text
    is_apart = all(line.gap for line in lines[number : number + 3]) and len(below) <= LONGEST_HEADING
    is_line = is_title_shaped(below) and (is_apart or not has_sentence_mark(below))
    return is_line and below[0] not in UNITS


def is_below_credit(lines: list[PrintLine], number: int) -> bool:
    """`时间：2021-06-08` / `3412`: how many have read it, or the day below its label."""
    return number > 0 and lines[number - 1].level is None and is_credit_line(lines[number - 1].text.text)


def is_number_in_head(lines: list[PrintLine], number: int) -> bool:
    """`青石劳动报` / `4` / `2023年3月14日 星期二`: the page's, beside the name of its paper or the day."""
    if number >= HEAD_LINES or not lines[number].text.text.isdigit() or len(lines[number].text) > 2:
        return False
    beside = lines[max(number - 1, 0) : number + 2 : 2] if number else lines[1:2]
    return any(is_paper(each.text.text) or WHOLE_DAY.match(each.text.text) for each in beside)


def is_page_number(lines: list[PrintLine], number: int) -> bool:
    """A number that stands between two full lines had no room on either: it is the page's."""
    text = lines[number].text.text
    measure = lines[number].measure
    if not measure or not text.strip("-–·.").isdigit() or not 0 < number < len(lines) - 1:
        return False
    if lines[number + 1].text.text[0] in COUNTERS and not lines[number + 1].gap > lines[number].gap:
        return False  # `50` / `多名女职工包粽子`
    above, below = lines[number - 1], lines[number + 1]
    return (
        above.width >= measure - 1
        and below.width + lines[number].width > measure + 1
        and not is_token(above.text.text)
        and abs(above.width - below.width) <= 1.5
    )
