"""Which print lines belong to one paragraph.

Two kinds of page: in a print column a paragraph ends where a sentence ends and the line is not full; elsewhere a
line is a paragraph unless it stops in mid-sentence and the next goes on (`loose_lines`).
"""

import re
from dataclasses import dataclass
from statistics import median

from unioncms.parsing.credits import cut_caption, opens_credit
from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.furniture import is_furniture, is_ornament, is_picture_place
from unioncms.parsing.reflow.columns import (
    INDENT,
    Page,
    is_full_post,
    is_near_full,
    joins_in_column,
    joins_in_scrap,
    room_left,
)
from unioncms.parsing.reflow.cut_lines import (
    LONGEST_BYLINE,
    LONGEST_NAMES,
    closes_quotation,
    is_cut_byline,
    is_cut_number,
)
from unioncms.parsing.reflow.full_rows import with_full_rows_parted
from unioncms.parsing.reflow.line_edges import LABEL, starts_anew
from unioncms.parsing.reflow.listed_lines import listed_lines
from unioncms.parsing.reflow.loose_lines import joins_loosely
from unioncms.parsing.reflow.opening_rows import CERTAIN, headline_worth, is_as_wide_as_column
from unioncms.parsing.reflow.printed import PrintLine
from unioncms.parsing.seams import word_spans
from unioncms.parsing.shapes import (
    dateline_of,
    ends_item,
    ends_sentence,
    has_sentence_mark,
    is_bullet_heading,
    is_cjk,
    is_cut_open,
    is_ended,
    is_numbered_heading,
    is_tagged_title,
    open_marks,
    stands_over_halves,
    starts_item,
)
from unioncms.parsing.traced import Traced, join

# `一、对象：在岗的市级以上` / `劳动模范，…` of a notice in a print column
LABELLED_NUMBER = re.compile(r"[一二三四五六七八九十]{1,2}、[\u4e00-\u9fff]{2,6}[：:](?=[^：:])")
STAFF = re.compile(r"\s?[（(][^（）()，。]{2,40}[）)]")
LATIN_END = re.compile(r"[!-~]+$")
LATIN_START = re.compile(r"[!-~]+")
PARTING_MARK = re.compile("[，。、；]")
LEAST_MARKS = 4
FEW = 0.2  # of the marks of a paragraph that may have another way
# Between a headline and its page, in a table of contents. Each begins with a letter: a search skips to these.
LEADERS = re.compile(r"…………|\.[.·．]{5}|·[.·．]{5}|．[.·．]{5}")
ROOM_BEHIND_HEADING = 5.0  # characters; of a numbered row that goes on the next word did not fit
LEAST_ROWS = 2  # of a paragraph that tells how ragged they are
NO_TEXT_ENDS = "）)□\ufffd"  # a signature, a mark whose glyph is lost
LEAST_RUNNING = 2  # rows of a text; of a headline they are short
LEAST_WAITING = 9.0  # characters of a row that goes on behind its pause; a line of a headline is shorter
LONGEST_REST = 2  # characters of a torn word
SHORT_ROW = 4.0  # what it lacks of the column
WIDEST_SCRAP = 30.0  # characters of a row of a print column whose measure is not known


@dataclass(slots=True)
class Paragraph:
    """A paragraph, a heading, a title line, a credit: whatever stands by itself on the page."""

    text: Traced  # blanks that may part two phrases are still in it
    ranges: tuple[tuple[int, int], ...]
    gap: int = 0
    indent: int = 0
    level: int | None = None
    is_quote: bool = False
    is_vertical: bool = False
    measure: float = 0.0  # of its print column; 0 where there is none
    raggedness: float = 0.0  # by how much half of its rows miss the measure, or more
    lines: int = 1
    blanks: str = ""  # where its lines have blanks at commas and stops: "none", "after", "around"
    seams: tuple[
        int, ...
    ] = ()  # places in the text where lines were joined over a gap, outside print columns
    is_page_line: bool = False
    inner_gap: int | None = None  # empty lines between its own lines, None where it has but one
    is_broken_off: bool = False
    is_taken_up: bool = False
    block: str | None = None  # as its first line

    @property
    def words(self) -> str:
        return self.text.text


def joined_lines(lines: list[PrintLine]) -> list[Paragraph]:
    page = Page.of(lines)
    page.alone.update(dict.fromkeys(listed_lines(lines), True))
    groups: list[list[int]] = []
    for number in range(len(lines)):
        if groups and joins(page, groups[-1], number):
            groups[-1].append(number)
        else:
            groups.append([number])
    return [paragraph(page, group) for group in with_full_rows_parted(page, groups)]


def paragraph(page: Page, group: list[int]) -> Paragraph:
    lines = [page.lines[number] for number in group]
    first = lines[0]
    whole = Paragraph(
        text=first.text,
        ranges=first.ranges,
        gap=first.gap,
        indent=first.indent,
        level=first.level,
        is_quote=first.is_quote,
        is_vertical=first.is_vertical,
        is_broken_off=lines[-1].is_broken_off,
        is_taken_up=first.is_taken_up,
        block=first.block,
    )
    if len(lines) > 1:
        whole.text, whole.seams = joined_text(lines)
        whole.ranges = tuple([part for line in lines for part in line.ranges])
        measures = [line.measure for line in lines]
        whole.measure = max(measures, key=measures.count)
        whole.raggedness = raggedness_of(lines[1:-1], whole.measure)
        whole.lines = len(lines)
        whole.blanks = blanks_at_marks(lines)
        whole.inner_gap = max([line.gap for line in lines[1:]])
    return whole


def joined_text(lines: list[PrintLine]) -> tuple[Traced, tuple[int, ...]]:
    """The lines as one text, and the places where it goes over a gap, see `Paragraph.seams`."""
    parts = [lines[0].text]
    seams: list[int] = []
    length = len(parts[0].text)
    for line in lines[1:]:
        if not line.measure:
            seams.append(length)
        if needs_blank(parts[-1].text, line.text.text):
            parts.append(Traced(" ", ((0, line.text.source(0)),)))
            length += 1
        parts.append(line.text)
        length += len(line.text.text)
    return join(parts), tuple(seams)


def raggedness_of(rows: list[PrintLine], measure: float) -> float:
    misses = [abs(line.width - measure) for line in rows if not line.is_chain]
    return median(misses) if measure and len(misses) >= LEAST_ROWS else 0.0


def blanks_at_marks(lines: list[PrintLine]) -> str:
    """`知心人； 办实事` → after, `政治意识 、 大局意识` → around: pages keep to one way within a piece; "mostly none"
    and the like where some rows have another."""
    before = after = marks = 0
    for line in lines:
        text, pieces = line.text.text, line.text.pieces
        if line.is_chain or len(text) < 3:
            continue
        holes = {offset for offset, _ in pieces[1:]}
        for found in PARTING_MARK.finditer(text, 1, len(text) - 1):
            marks += 1
            before += found.start() in holes
            after += found.end() in holes
    if marks < LEAST_MARKS:
        return ""
    way = "none" if after * 2 < marks else "around" if before * 2 > marks else "after"
    return f"mostly {way}" if FEW * marks < after < (1 - FEW) * marks else way


def needs_blank(before: str, after: str) -> bool:
    """Two words in Latin letters stay two: `Trade` / `Union`; the halves of `qingshi` / `gh@163.com` do not."""
    if not (before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha()):
        return False
    first, second = LATIN_END.search(before), LATIN_START.match(after)
    is_label = first is not None and first.group().lower().endswith("mail")
    return is_label or "@" not in f"{first and first.group()}{second and second.group()}"


def joins(page: Page, group: list[int], number: int) -> bool:
    above, line = page.lines[number - 1], page.lines[number]
    if above.is_broken_off or line.is_taken_up:
        return False
    if line.block or line.is_quote != above.is_quote or (above.block and (line.gap or above.block != "row")):
        return False
    if page.blocks[number - 1]:
        return page.in_one_block(number)
    if page.lines[group[0]].text.text[0] in "（(" and len(group) < 4:
        start = "".join(page.lines[each].text.text for each in group)
        if is_credit_line(start):
            return False
        if opens_credit(start) and not is_alone(page, number):
            return True
    if len(group) < 4 and is_in_dateline(page, group):
        return True
    if is_full_post(page, group, number) or is_full_post(page, group, number - 1):
        return joins_in_column(page, group, number)
    if is_cut_byline(above.text.text, line.text.text) or is_cut_number(above.text.text, line.text.text):
        return True
    if page.is_indented and len(group) == 1 and above.indent < 2 <= line.indent:
        return False  # a headline, however wide: the first row of a paragraph is set in
    if goes_on_from_noun(page, number) or waits_at_pause(page, number) or ends_torn_word(page, number):
        return True
    opens = opens_paragraph(page, group, number)
    if opens is not None:
        return opens
    if is_alone(page, number - 1) or is_alone(page, number) or starts_anew(line.text.text, above.text.text):
        return False
    if is_running(page, group, number):
        return True
    if len(group) == 1 and is_labelled_item(page, number - 1) and not starts_item(line.text.text):
        return True
    if len(group) == 1 and stands_over_halves(
        *(each.text.text for each in page.lines[number - 1 : number + 2])
    ):
        return False
    if closes_quotation(above.text.text, line.text.text):
        return True
    is_scrap = page.has_columns and not above.measure and is_narrow(above) and is_narrow(line)
    if is_scrap and joins_in_scrap(page, group, number):
        return True
    if (
        above.is_chain
        and len(group) == 1
        and is_cut_open(above.text.text)
        and has_sentence_mark(line.text.text)
    ):
        return True  # `夜校第三期定于9月` / `开班，…`
    if (
        above.is_chain
        and len(group) == 1
        and not has_sentence_mark(above.text.text)
        and not is_near_full(above)
        and not (above.measure and word_spans(above.text.text, line.text.text))
    ):
        return False
    if above.measure and (line.measure or (has_sentence_mark(above.text.text) and is_near_full(above))):
        return joins_in_column(page, group, number)
    return joins_loosely(page, group, number)


def is_running(page: Page, group: list[int], number: int) -> bool:
    """Rows of a text that has not ended its sentence: it goes on, however short the last one is."""
    above, line = page.lines[number - 1], page.lines[number]
    if len(group) < LEAST_RUNNING or not page.has_columns or line.gap > page.usual_gap:
        return False
    text = above.text.text
    if is_ended(text) or text[-1] in NO_TEXT_ENDS or not is_narrow(above):
        return False
    rows = [page.lines[each] for each in group[-LEAST_RUNNING:]]
    if len(group) == LEAST_RUNNING and (
        starts_item(rows[0].text.text)
        or any(not row.measure or row.row < row.measure - SHORT_ROW for row in rows)
    ):
        return False  # a heading or a headline of two lines
    return any(has_sentence_mark(row.text.text) for row in rows)


def waits_at_pause(page: Page, number: int) -> bool:
    """`县总工会组织指导员深入砂器、` / `耐火材料行业…`: no paragraph ends there, and next to no headline."""
    above, line = page.lines[number - 1], page.lines[number]
    is_set = page.has_columns and line.gap <= page.usual_gap and LEAST_WAITING <= above.row <= WIDEST_SCRAP
    is_waiting = is_set and above.text.text[-1] in "，、" and above.level is None
    return is_waiting and not (is_alone(page, number) or starts_anew(line.text.text, above.text.text))


def goes_on_from_noun(page: Page, number: int) -> bool:
    """`口岸总工会主办` / `的夜校…`"""
    above, line = page.lines[number - 1], page.lines[number]
    is_set = page.has_columns and line.gap <= page.usual_gap and is_narrow(above)
    return is_set and line.text.text[0] == "的" and not is_ended(above.text.text)


def ends_torn_word(page: Page, number: int) -> bool:
    """`——县总工会召开劳模座谈` / `会`: no more than the rest of a word, whatever the line above is."""
    above, line = page.lines[number - 1], page.lines[number]
    text, following = above.text.text, line.text.text
    if len(following) > LONGEST_REST or above.row < LEAST_WAITING or line.gap > page.usual_gap:
        return False
    is_plain = (
        page.has_columns and following.isalpha() and not (above.is_chain or line.is_vertical or above.level)
    )
    return is_plain and is_cjk(following[0]) and not is_ended(text) and word_spans(text, following)


def opens_paragraph(page: Page, group: list[int], number: int) -> bool | None:
    """Does the row above open a paragraph that goes on? None where it has room, or nothing clearly tells."""
    above, line = page.lines[number - 1], page.lines[number]
    if is_ended(above.text.text) and worth_as_headline(page, number) > CERTAIN:
        return False
    worth = worth_as_headline(page, number - 1) if len(group) == 1 else 0.0
    if worth > CERTAIN:
        return False
    text, following = above.text.text, line.text.text
    is_text = worth < -CERTAIN and (has_sentence_mark(text) or has_sentence_mark(following))
    if not is_text or is_ended(text) or line.gap > page.usual_gap:
        return None
    return None if is_alone(page, number) or starts_anew(following, text) else True


def worth_as_headline(page: Page, number: int) -> float:
    """Above 0 where the row is more like a headline than a first row; 0 where an indent or a list already tells."""
    line = page.lines[number]
    lost = INDENT if page.has_lost_indents else 0.0
    if number + 1 == len(page.lines) or not is_as_wide_as_column(line, lost):
        return 0.0
    if page.is_indented and line.indent >= 2:
        return 0.0
    text = line.text.text
    is_heading = is_numbered_heading(text) or is_bullet_heading(text)
    if is_alone(page, number) and (not is_heading or is_credit_line(text)):
        return 0.0
    room = room_left(line, page.lines[number + 1])
    worth = headline_worth(page.lines, number, room, lost)
    return min(worth, headline_worth(page.lines, number, room, 0.0)) if lost else worth


def is_labelled_item(page: Page, number: int) -> bool:
    text = page.lines[number].text.text
    below = page.lines[number + 1] if number + 1 < len(page.lines) else None
    is_open = below is not None and below.indent < 2 and not (ends_sentence(text) or ends_item(text))
    line = page.lines[number]
    is_open = is_open and line.width > line.measure - ROOM_BEHIND_HEADING
    return page.has_columns and is_open and LABELLED_NUMBER.match(text) is not None


def is_narrow(line: PrintLine) -> bool:
    return line.row <= WIDEST_SCRAP


def is_in_dateline(page: Page, group: list[int]) -> bool:
    """`本报讯（记者 王一川 通讯员` / `李小满）9月3日，…`: the bracket is still open; or `本报讯（记者 王一川）9月` /
    `3日，…` and `本报讯（记者 王一川）` / `9月3日，…`: nothing stops there."""
    dateline = dateline_of(page.lines[group[0]].text.text)
    if dateline is None:
        return False
    words = "".join(page.lines[number].text.text for number in group)
    if words[-1] in "年月" and len(group) == 1:
        return True
    if STAFF.fullmatch(words, dateline.end()):
        return True
    return (
        len(words) <= LONGEST_BYLINE + LONGEST_NAMES
        and open_marks(words) > 0
        and not has_sentence_mark(words)
    )


def is_alone(page: Page, number: int) -> bool:
    if number not in page.alone:
        text = page.lines[number].text.text
        is_item = (
            page.has_columns and LABELLED_NUMBER.match(text) is not None and number + 1 < len(page.lines)
        )
        page.alone[number] = not is_item and stands_alone(page.lines[number])
    return page.alone[number]


def stands_alone(line: PrintLine) -> bool:
    text = line.text.text
    return (
        line.level is not None
        or line.is_vertical
        or is_bullet_heading(text)
        or is_numbered_heading(text)
        or is_credit_line(text)
        or cut_caption(line.text) is not None
        or LABEL.fullmatch(text) is not None
        or is_furniture(text)
        or is_picture_place(text)
        or is_tagged_title(text)
        or is_ornament(text)
        or LEADERS.search(text) is not None
    )
