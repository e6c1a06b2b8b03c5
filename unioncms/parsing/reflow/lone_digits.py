"""Figures that an extractor sets on lines of their own, brought back into their sentences."""

import re
from dataclasses import replace

from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.furniture import is_end, is_page_line, is_picture_place
from unioncms.parsing.lexicon import ends_in_any
from unioncms.parsing.page_heads import is_paper
from unioncms.parsing.reflow.printed import (
    INDENT,
    PrintLine,
    ends_in_digit_before_unit,
    is_token,
    limit_of,
    usual_gap,
)
from unioncms.parsing.shapes import (
    ends_item,
    ends_sentence,
    has_sentence_mark,
    is_bullet_heading,
    is_title_shaped,
    open_marks,
)
from unioncms.parsing.traced import Traced, join

# `2023-11-02` and `(2023-11-02)` below a headline
DAY_TOKEN = re.compile(r"[（(\[]?(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}[）)\]]?")
DATELINES = ("本报讯", "本刊讯", "本网讯")
DAY_END = re.compile(r"[0-9][年月日][至到]$")
DAY_AT_END = re.compile(r"(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日$")
DAY_PIECES = 6  # of a day whose figures an extractor parts
LEAST_HEADLINE = 6  # characters
LONGEST_HALF = 10  # characters of a headline's first line
WHOLE_DAY = re.compile(r"(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")
HEAD_LINES = 10
PAGE_CODE = re.compile(r"[A-D]0?[1-9][0-9]?")
CHAPTER = re.compile(r"0[1-9]")
LONGEST_HEADING = 24  # characters
PICTURED = (" 摄", "/摄", "供图")
UNITS = "年月日时分点号个名元万亿%％"
COUNTERS = "多余名位个家次场件项人岁年月日万亿元户套台"
OPENING_DAY = re.compile(
    r"[0-9年月日至到、]{2,20}(?:以来|起|前后|[上中下]旬|[上下]午|晚上?|清晨|一早|[春夏秋冬][天季]?|[初底末]|[0-9时点半])*，"
)
LED_BY = "和与及了"
BEFORE_DAY = "于在从自至到为截定是限间"  # `培训班定于`, `公示时间`
LOST = "\ufffd "
LONGEST_ROW = 8  # pieces of one row that digits part
LONGEST_CHAIN = 120.0  # characters; a column of figures is no sentence


def with_digits_rejoined(lines: list[PrintLine]) -> list[PrintLine]:
    """`本报讯 6` / `月` / `27` / `日，市总工` → `本报讯 6月27日，市总工`, one print line."""
    if not any(is_token(line.text.text) or len(line.text) == 1 for line in lines):
        return lines
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
            and not (DAY_TOKEN.fullmatch(line.text.text) and (not line.measure or number < HEAD_LINES))
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
    if goes_on_with_day(text, lines, number):
        return True
    if DAY_AT_END.search(text) and opens_date(lines, number):
        return False  # `2019年3月15日` / `2019` / `年度…`: the day of a notice, and the next one's headline
    if is_signature(lines, number) or is_title_above_year(line, lines, number):
        return False
    if not ends_sentence(text) and token in "(（" and text.endswith(("”", "》")):
        return False
    measure = lines[number].measure
    is_plain = not (measure or has_sentence_mark(text))
    if is_title_above_date(lines, number) and (is_plain or opens_sentence(lines, number)):
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


def goes_on_with_day(text: str, lines: list[PrintLine], number: int) -> bool:
    """`这年12月` / `9` / `日，…`, `活动将持续到` / `8` / `月底，…`"""
    if not opens_date(lines, number):
        return False
    unit = lines[number + 1].text.text[0]
    is_day_cut = text[-2:-1].isdigit() and (text[-1], unit) in (("年", "月"), ("月", "日"))
    return is_day_cut or (text[-1] in "到在于至" and not ends_in_any(text, "organisation_endings"))


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
    if text[-1] in LED_BY or open_marks(text) > 0:
        return False
    if number > 2 and len(above) <= LONGEST_HALF and is_title_shaped(above) and not has_sentence_mark(above):
        above = lines[number - 3].text.text  # of a headline over two lines
    is_below_piece = ends_sentence(above) or ends_item(above) or above.endswith(("）", ")", *PICTURED))
    if not is_below_piece or text[-1] in BEFORE_DAY:
        return False
    # `青石县总工会` / `9` / `月` may be a title as well as a sentence's beginning.
    is_body = ends_in_any(text, "organisation_endings")
    return is_title_shaped(text) and text.count("，") < 2 and not is_body


def opens_sentence(lines: list[PrintLine], number: int) -> bool:
    """`5` / `月` / `9` / `日上午，…`, and not `日落幕，…`: the day of what is told, and no part of it."""
    if len(lines[number - 1].text) < LEAST_HEADLINE:  # `去年` / `9` / `月，…`
        return False
    day = "".join(line.text.text for line in lines[number : number + DAY_PIECES])
    return OPENING_DAY.match(day) is not None


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
    if not number or lines[number - 1].level is not None:
        return False
    above = lines[number - 1].text.text.rstrip(LOST)
    if above.endswith(("）", ")")) and open_marks(above) < 0:  # the end of one over two lines
        above = "".join(line.text.text for line in lines[max(number - 2, 0) : number]).rstrip(LOST)
    return is_credit_line(above)


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
