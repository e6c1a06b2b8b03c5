"""Which print lines belong to one paragraph.

Two kinds of page: in a print column a paragraph ends where a sentence ends and the line is not full; elsewhere a
line is a paragraph unless it stops in mid-sentence and the next goes on.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from unioncms.parsing.credits import cut_caption, opens_credit
from unioncms.parsing.credits.lines import is_credit_line
from unioncms.parsing.credits.posts import read_post_and_name
from unioncms.parsing.furniture import is_furniture
from unioncms.parsing.reflow.measuring import measures_around
from unioncms.parsing.reflow.printed import PrintLine, is_token
from unioncms.parsing.reflow.wrapped import wrapped_blocks
from unioncms.parsing.seams import word_spans
from unioncms.parsing.shapes import (
    BULLETS,
    DATELINE,
    ends_item,
    ends_sentence,
    has_sentence_mark,
    is_bullet_heading,
    is_numbered_heading,
    same_opening,
    starts_item,
)
from unioncms.parsing.traced import Traced, join

LABEL = re.compile(
    r"(?:【[^】]{2,14}】|(?:编者按|小编说|编后|导读|链接|开栏的话|编者的话|记者手记)\s*(?:[:：]|$))"
)
LABELLED_ITEM = re.compile(r"[^，。；：:]{2,16}[：:]")
LEAST_MARKS = 3
LEAST_HEADING = 3.0
SHORT_TAIL = 14  # characters of the last line of a paragraph that a column cut
BODY_WIDTH = 25.0  # a line from this width on is text, not a title


@dataclass(frozen=True, slots=True)
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
    lines: int = 1
    blanks: str = ""  # where its lines have blanks at commas and stops: "none", "after", "around"
    seams: tuple[
        int, ...
    ] = ()  # places in the text where lines were joined over a gap, outside print columns

    @property
    def words(self) -> str:
        return self.text.text


@dataclass(frozen=True, slots=True)
class Page:
    """What all lines of a page tell about each one."""

    lines: list[PrintLine]
    before: list[float]
    after: list[float]
    usual_gap: int
    is_indented: bool
    blocks: list[int]  # see wrapped_blocks
    alone: dict[int, bool] = field(default_factory=dict)  # which lines stand alone, once asked

    def stands_alone(self, number: int) -> bool:
        if number not in self.alone:
            self.alone[number] = stands_alone(self.lines[number])
        return self.alone[number]

    def measure(self, number: int) -> float:
        width = self.lines[number].width
        one, other = self.before[number], self.after[number]
        if not one or not other:
            return one or other
        return one if abs(width - one) <= abs(width - other) else other


def joined_lines(lines: list[PrintLine]) -> list[Paragraph]:
    page = Page(lines, *measures_around(lines), usual_gap(lines), has_indents(lines), wrapped_blocks(lines))
    groups: list[list[int]] = []
    for number in range(len(lines)):
        if groups and joins(page, groups[-1], number):
            groups[-1].append(number)
        else:
            groups.append([number])
    return [paragraph(page, group) for group in groups]


def usual_gap(lines: list[PrintLine]) -> int:
    gaps = Counter(line.gap for line in lines[1:])
    return gaps.most_common(1)[0][0] if gaps else 0


def has_indents(lines: list[PrintLine]) -> bool:
    """Some lines begin with the two blanks of a paragraph, most do not: the indent can be trusted."""
    indented = sum(2 <= line.indent <= 8 for line in lines)
    return indented >= 3 and indented * 10 <= len(lines) * 6


def paragraph(page: Page, group: list[int]) -> Paragraph:
    lines = [page.lines[number] for number in group]
    parts: list[Traced] = []
    seams: list[int] = []
    length = 0
    for number, line in zip(group, lines, strict=True):
        if parts and not page.measure(number):
            seams.append(length)
        if parts and needs_blank(parts[-1].text, line.text.text):
            parts.append(Traced(" ", ((0, line.text.source(0)),)))
            length += 1
        parts.append(line.text)
        length += len(line.text)
    measures = [page.measure(number) for number in group]
    first = lines[0]
    return Paragraph(
        text=join(parts),
        ranges=tuple(part for line in lines for part in line.ranges),
        gap=first.gap,
        indent=first.indent,
        level=first.level,
        is_quote=first.is_quote,
        is_vertical=first.is_vertical,
        measure=max(measures, key=measures.count) if len(group) > 1 else 0.0,
        lines=len(group),
        blanks=blanks_at_marks(lines) if len(group) > 1 else "",
        seams=tuple(seams),
    )


def blanks_at_marks(lines: list[PrintLine]) -> str:
    """`知心人； 办实事` → after, `政治意识 、 大局意识` → around: pages keep to one way within a piece."""
    before = after = marks = 0
    for line in lines:
        text, pieces = line.text.text, line.text.pieces
        if line.is_chain or len(text) < 3:
            continue
        holes = {offset for offset, _ in pieces[1:]}
        for at in range(1, len(text) - 1):
            if text[at] in "，。、；":
                marks += 1
                before += at in holes
                after += at + 1 in holes
    if marks < LEAST_MARKS:
        return ""
    if after * 2 < marks:
        return "none"
    return "around" if before * 2 > marks else "after"


def needs_blank(before: str, after: str) -> bool:
    """Two words in Latin letters stay two: `Trade` / `Union`."""
    return before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha()


def joins(page: Page, group: list[int], number: int) -> bool:
    above, line = page.lines[number - 1], page.lines[number]
    if page.blocks[number] and page.blocks[number] == page.blocks[number - 1]:
        return True
    if page.lines[group[0]].text.text[0] in "（(" and len(group) < 4:
        start = "".join(page.lines[each].text.text for each in group)
        if is_credit_line(start):
            return False
        if opens_credit(start) and not page.stands_alone(number):
            return True
    if is_full_post(page, group, number) or is_full_post(page, group, number - 1):
        return joins_in_column(page, group, number)
    if page.stands_alone(number - 1) or page.stands_alone(number) or starts_anew(line, above):
        return False
    if (
        above.is_chain
        and len(group) == 1
        and not has_sentence_mark(above.text.text)
        and not is_near_full(page, number - 1)
    ):
        return False
    if page.measure(number - 1) and page.measure(number):
        return joins_in_column(page, group, number)
    return joins_loosely(page, group, number)


def is_near_full(page: Page, number: int) -> bool:
    measure = page.measure(number)
    return bool(measure) and page.lines[number].width >= measure - 2


def is_full_post(page: Page, group: list[int], number: int) -> bool:
    """`市总工会党组书记、常务副主席邢树声` / `到场见证。`: a line of running text that only looks like a byline."""
    line = page.lines[number]
    measure = page.measure(number)
    text = line.text.text
    if not measure or abs(line.width - measure) > 2.5 or text[0] in BULLETS + "（(":
        return False
    earlier = page.lines[number - 1].text.text if number else ""
    return (has_sentence_mark(earlier) or len(group) > 1) and read_post_and_name(text) is not None


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
    )


def starts_anew(line: PrintLine, above: PrintLine) -> bool:
    text = line.text.text
    if text[0] in "·•" and not ends_sentence(above.text.text) and not ends_item(above.text.text):
        return False
    if text[0] in BULLETS or LABEL.match(text) or DATELINE.match(text) or opens_credit(text):
        return True
    return text.startswith("——") and (
        ends_sentence(above.text.text) or ends_item(above.text.text) or not has_sentence_mark(text)
    )


def joins_in_column(page: Page, group: list[int], number: int) -> bool:
    above, line = page.lines[number - 1], page.lines[number]
    measure = page.measure(number - 1)
    text = above.text.text
    widest = measure + max(2.5, measure / 7)
    left = above.width if above.width <= widest else above.width % measure
    is_full = left >= measure - 2 and (above.width <= widest or above.is_chain)
    if page.is_indented and line.indent >= 2 and above.indent < 2 and (ends_sentence(text) or not is_full):
        return False
    if line.gap > page.usual_gap and ends_sentence(text):
        return False
    if len(group) == 1 and is_title_above(page, number):
        return False
    if ends_item(text) and same_opening(page.lines[group[0]].text.text, line.text.text):
        return False
    if ends_sentence(text) or ends_item(text):
        return (
            left >= measure - 1.2 and not looks_indented(page, number) and not is_heading_line(page, number)
        )
    if above.width > widest and not above.is_chain:
        return (ends_sentence(line.text.text) or ends_item(line.text.text)) and line.width < above.width
    # The first line of a paragraph is two characters short: its indent is lost.
    if is_full or is_indented_opening(page, group, number, left, measure) or is_lost_glyph(above, line, page):
        return True
    return (has_sentence_mark(text) or above.is_chain) and (
        len(group) > 1 or (has_sentence_mark(text) and above.is_chain)
    )


def is_heading_line(page: Page, number: int) -> bool:
    """Below a full stop a line that is neither full nor ended: the last line of a paragraph would end it."""
    line = page.lines[number]
    text = line.text.text
    if line.is_chain or number + 1 >= len(page.lines) or has_sentence_mark(text) or text[-1] in "：:…":
        return False
    following = page.lines[number + 1]
    return (
        LEAST_HEADING <= line.width <= page.measure(number) - 3
        and not is_token(following.text.text)
        and not ends_sentence(text)
    )


def is_indented_opening(page: Page, group: list[int], number: int, left: float, measure: float) -> bool:
    """The first line of a paragraph, short by its indent; without a sentence mark it may be a title."""
    if len(group) > 1 or left < measure - 4.2:
        return False
    if has_sentence_mark(page.lines[number - 1].text.text):
        return True
    earlier = page.lines[number - 2].text.text if number > 1 else "。"
    return (ends_sentence(earlier) or ends_item(earlier)) and bool(page.before[number - 1] or number < 3)


def is_title_above(page: Page, number: int) -> bool:
    """A line of the column's width below another title: no sentence mark, and no word goes over to the next line."""
    above, line = page.lines[number - 1], page.lines[number]
    earlier = page.lines[number - 2] if number > 1 else None
    if earlier is None or has_sentence_mark(above.text.text) or ends_sentence(earlier.text.text):
        return False
    is_title = (
        not has_sentence_mark(earlier.text.text)
        and not is_credit_line(earlier.text.text)
        and not earlier.is_chain
    )
    return is_title and not is_near_full(page, number - 2) and not word_spans(above.text.text, line.text.text)


def is_lost_glyph(above: PrintLine, line: PrintLine, page: Page) -> bool:
    """`衡阳是全国` / ` 个老工业基地之一`: a glyph without a code takes the line's end and the usual gap with it."""
    return (
        line.gap < page.usual_gap
        and line.indent == 1
        and not ends_sentence(above.text.text)
        and above.width > 3
    )


def looks_indented(page: Page, number: int) -> bool:
    """A full line that is two characters short of its column: the first of a paragraph, its indent lost."""
    line = page.lines[number]
    measure = page.after[number] or page.measure(number)
    return (
        not line.is_chain
        and not ends_sentence(line.text.text)
        and measure - 3.2 <= line.width <= measure - 1.4
    )


def joins_loosely(page: Page, group: list[int], number: int) -> bool:
    above, line = page.lines[number - 1], page.lines[number]
    text, following = above.text.text, line.text.text
    if ends_sentence(text) or text[-1] in "：:" or starts_item(following):
        return False
    if above.is_chain and len(group) == 1 and above.width < BODY_WIDTH and not has_sentence_mark(text):
        return False
    if is_item_cut(page, group, number):
        return True
    if not is_body_like(page, group, number - 1):
        return False
    if ends_item(text):
        return goes_on_after_item(text, following)
    if is_title_like(line):
        return False
    return page.usual_gap > 0 or line.indent < 2 or page.lines[group[0]].indent < 2


def is_item_cut(page: Page, group: list[int], number: int) -> bool:
    """`为一线职工提供心理咨询服` / `务不少于1200人次；`: in a list, a word that goes on to the item's end."""
    above, line = page.lines[number - 1].text.text, page.lines[number].text.text
    earlier = page.lines[group[0] - 1].text.text if group[0] else ""
    if (
        len(group) > 2
        or " " in above
        or not (ends_item(line) or (ends_item(earlier) and ends_sentence(line)))
    ):
        return False
    return len(line) <= BODY_WIDTH and (above[-1].isdigit() or word_spans(above, line))


def is_body_like(page: Page, group: list[int], number: int) -> bool:
    """Text rather than a title: long, or with sentence marks, or set right below text without the usual gap."""
    line = page.lines[number]
    text = line.text.text
    if len(group) > 1 or line.width >= BODY_WIDTH or text.count("，") + text.count(",") > 1 or "。" in text:
        return " " not in text or line.width >= BODY_WIDTH or has_sentence_mark(text)
    following = page.lines[number + 1].text.text if number + 1 < len(page.lines) else ""
    return (
        has_sentence_mark(text)
        and ends_sentence(following)
        and (len(following) <= SHORT_TAIL or (len(following) >= BODY_WIDTH and word_spans(text, following)))
    )


def goes_on_after_item(text: str, following: str) -> bool:
    """After a semicolon a sentence goes on, unless both are items of a list: `…保障体系；` / `拓展职工医疗互助…`."""
    if same_opening(text, following) or LABELLED_ITEM.match(following) or len(text) < BODY_WIDTH:
        return False
    return not ends_item(following) and len(following) >= BODY_WIDTH


def is_title_like(line: PrintLine) -> bool:
    text = line.text.text
    if ends_sentence(text) or ends_item(text) or "。" in text:
        return False
    return len(text) <= 36 and (" " in text or not has_sentence_mark(text) or len(text) <= 20)


def with_text(paragraph: Paragraph, text: Traced) -> Paragraph:
    return replace(paragraph, text=text)
