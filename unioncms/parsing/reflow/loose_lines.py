"""Which lines belong to one paragraph outside print columns: a line is one by itself, unless it stops in mid-sentence
and the next goes on."""

import re

from unioncms.parsing.reflow.columns import Page
from unioncms.parsing.reflow.cut_lines import is_of_another
from unioncms.parsing.reflow.line_edges import is_signed_at_end
from unioncms.parsing.reflow.printed import PrintLine
from unioncms.parsing.seams import word_spans
from unioncms.parsing.shapes import (
    BULLETS,
    DAY_OPENING,
    ends_item,
    ends_sentence,
    has_sentence_mark,
    is_cut_open,
    open_marks,
    same_opening,
    starts_item,
)

LABELLED_ITEM = re.compile(r"[^，。；：:]{2,16}[：:]")
SHORT_TAIL = 14  # characters of the last line of a paragraph that a column cut
BODY_WIDTH = 25.0  # a line from this width on is text, not a title


def joins_loosely(page: Page, group: list[int], number: int) -> bool:
    above, line = page.lines[number - 1], page.lines[number]
    text, following = above.text.text, line.text.text
    if ends_sentence(text) or text[-1] in "：:" or starts_item(following):
        return False
    if is_signed_at_end(above.text):
        return False
    if line.gap and is_of_another(text, following):
        return False
    is_lone = len(group) == 1 and above.gap > 0 and line.gap > 0 and not has_sentence_mark(text)
    if is_lone and not open_marks(text) and not word_spans(text, following):
        return False  # a long headline between empty lines
    if text[-1] in "，,、" and above.width >= BODY_WIDTH and not line.gap:
        return True
    if text.startswith("——") and not has_sentence_mark(text) and (line.gap or has_sentence_mark(following)):
        return False  # a subheadline above its text
    if above.is_chain and len(group) == 1 and above.width < BODY_WIDTH and not has_sentence_mark(text):
        return False
    if is_item_cut(page, group, number):
        return True
    if (
        above.is_chain
        and has_sentence_mark(text)
        and not ends_item(text)
        and (ends_item(following) or ends_sentence(following))
    ):
        return True
    if not is_body_like(page, group, number - 1):
        return False
    if ends_item(text):
        return goes_on_after_item(text, following) and not is_last_item(page, group, number)
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
    if text[-1] in "，,、" and line.width > SHORT_TAIL:
        return True  # no title waits for more
    if len(group) > 1 or line.width >= BODY_WIDTH or text.count("，") + text.count(",") > 1 or "。" in text:
        return " " not in text or line.width >= BODY_WIDTH or has_sentence_mark(text)
    if text[0] in BULLETS and DAY_OPENING.match(text[1:].lstrip()):
        return True  # `◎十月八日，本会与市劳动局合办劳动教`
    following = page.lines[number + 1].text.text if number + 1 < len(page.lines) else ""
    if not has_sentence_mark(text) or not ends_sentence(following):
        return False
    return len(following) <= SHORT_TAIL or (
        len(following) >= BODY_WIDTH and (is_cut_open(text) or word_spans(text, following))
    )


def goes_on_after_item(text: str, following: str) -> bool:
    """After a semicolon a sentence goes on, unless both are items of a list: `…保障体系；` / `拓展职工医疗互助…`."""
    if same_opening(text, following) or LABELLED_ITEM.match(following) or len(text) < BODY_WIDTH:
        return False
    return not ends_item(following) and len(following) >= BODY_WIDTH


def is_last_item(page: Page, group: list[int], number: int) -> bool:
    """`签订合同1032份；` / `帮扶职工3655户；` / `办结来信219件。`: below an item that began on a line of its own."""
    earlier = page.lines[group[0] - 1].text.text if group[0] else ""
    is_set_alike = page.lines[number - 1].indent == page.lines[number].indent
    return (
        len(group) == 1
        and ends_item(earlier)
        and is_set_alike
        and ends_sentence(page.lines[number].text.text)
    )


def is_title_like(line: PrintLine) -> bool:
    text = line.text.text
    if ends_sentence(text) or ends_item(text) or "。" in text:
        return False
    return len(text) <= 36 and (" " in text or not has_sentence_mark(text) or len(text) <= 20)
