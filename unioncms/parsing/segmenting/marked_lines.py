"""Lines that only look like headings or bylines: a picture's caption behind its mark, a subheadline's second half."""

import re
from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import takewhile

from unioncms.parsing.credits import cut_caption, cut_closing
from unioncms.parsing.lexicon import has_any
from unioncms.parsing.segmenting.items import (
    CAPTION_MARKS,
    LONGEST_BRIEFS,
    SECTION_MARK,
    Item,
    holds_briefs,
    names_briefs,
    names_column,
    names_rows,
)
from unioncms.parsing.segmenting.titles_block import DASHES, is_dashed, joined_item
from unioncms.parsing.shapes import BULLETS, NUMBERED_ITEM

LEAST_BRIEFS = 2
LEAST_ROWS = 3  # of places
LEAST_HEADS = 3  # of a page with other pieces
MOST_ROWS = 60
LONGEST_COLUMN = 6
LONGEST_SECTION = 4
TEXTS = ("body", "caption")
MARKS = frozenset(BULLETS + CAPTION_MARKS)
HEADS = ("column", "title", "headline")
# `（图/王一川）`: who took the pictures of the text that it ends
PICTURES_BY = re.compile(r"[（(](?:图片?|摄影|摄|配图|供图)\s?[/／:：|｜][^（）()]{2,20}[）)]$")
DAY_ALONE = re.compile(
    r"[0-9]{1,2}月[0-9]{1,2}日(?:\s?[（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
)  # above its rows
BRACKET_REACH = 28
SHOWN = re.compile(r"图为|[上下左右]图")
LEAD = re.compile(r"\S\s?[\u4e00-\u9fff]{2,10}[：:]")  # `▲青石：`


def with_marked_captions(items: list[Item]) -> list[Item]:
    """`▲选手在抢答环节` / `王一川 摄`: no heading has a photographer."""
    result = list(items)
    for number, below in enumerate(items[1:]):
        item = result[number]
        is_marked = item.words[0] in CAPTION_MARKS
        if is_marked and item.kind == "caption" and below.kind == "closing" and not is_photographed(item):
            result[number] = replace(item, kind="body")  # whoever signs it wrote it
        if item.kind != "heading" or not is_marked:
            continue
        if below.kind == "photo":
            result[number] = replace(item, kind="caption")
            continue
        is_at_text = number == 0 or result[number - 1].kind in TEXTS
        if is_at_text and below.kind == "heading" and below.words[0] == item.words[0]:
            # no text stands between the two: `△王一川在编织渔网` / `△网坊的姐妹们`
            result[number : number + 2] = [replace(item, kind="caption"), replace(below, kind="caption")]
    return result


def with_lone_marks(items: list[Item]) -> list[Item]:
    """`■青石工匠` below a text that is whole, the only line of its mark on a page of print columns: the next piece's
    column, for parts of a piece are marked alike."""
    marked = [at for at, item in enumerate(items) if item.kind == "heading" and item.words[0] in BULLETS]
    if len(marked) != 1 or not 0 < marked[0] < len(items) - 1:
        return items
    (at,) = marked
    name = items[at].words.lstrip(BULLETS + " ")
    above, below = items[at - 1], items[at + 1]
    is_between = above.kind == below.kind == "body" and above.is_sentence and below.paragraph.measure > 0
    if not is_between or len(name) > LONGEST_COLUMN:
        return items
    return [*items[:at], replace(items[at], kind="column", name=name), *items[at + 1 :]]


def with_torn_rows(items: list[Item]) -> list[Item]:
    """`★青石轴承厂近日为21名外省籍` / `职工子女办理了入学。` among rows of that mark: the first line of a row, which is
    cut shorter than the others."""
    runs: list[list[Item]] = []
    rows = Counter(item.words[0] for item in items if item.kind == "body" and item.words[0] in BULLETS)
    for item in items:
        run = runs[-1] if runs else [item]
        first, above = run[0], run[-1]
        is_first = above.kind in ("heading", "title") and rows[above.words[0]] >= LEAST_BRIEFS
        is_rest = item.kind == "body" and not item.paragraph.gap and item.words[0] not in BULLETS
        is_open = above.kind == "body" and above.words[-1] == "、" and not first.row  # 县总工会党组书记、
        goes_on = is_rest and (is_open or is_first) and first.paragraph.level is None
        if runs and goes_on and not above.is_sentence:
            run.append(item)
        else:
            runs.append([item])
    return [run[0] if len(run) == 1 else replace(joined_item(run, ""), kind="body") for run in runs]


def with_framed_headings(items: list[Item]) -> list[Item]:
    """`◆ 一封没有寄出的信 ◆` between two texts of a piece heads its next part: below a column stands a headline."""
    result = list(items)
    for number in range(1, len(items) - 1):
        above, item, below = items[number - 1 : number + 2]
        is_framed = item.kind == "column" and item.is_section and SECTION_MARK.fullmatch(item.words)
        if not is_framed or len(item.name) <= LONGEST_SECTION or names_column(item.name):
            continue
        if above.kind in (*TEXTS, "photo", "note") and below.kind in TEXTS and below.words[0] not in MARKS:
            text = item.paragraph.text.strip(f"{BULLETS}※✦❖-—–─=~～* ")
            result[number] = replace(
                item, kind="heading", name="", is_section=False, paragraph=replace(item.paragraph, text=text)
            )
    return result


def with_signed_ends(items: list[Item]) -> list[Item]:
    """`…共评出金奖12块。（图/王一川）` below a text and above none: its last paragraph, and no caption."""
    result = list(items)
    for number in range(1, len(items)):
        item, above, below = items[number], items[number - 1], items[number + 1 : number + 2]
        is_last = item.kind == "caption" and above.kind == "body" and above.is_sentence
        if not is_last or item.paragraph.measure or (below and below[0].kind in TEXTS):
            continue
        words = item.words
        is_signed = words[-1] in "）)" and PICTURES_BY.search(words, max(0, len(words) - BRACKET_REACH))
        if is_signed and words[0] not in MARKS and not SHOWN.search(words):
            result[number] = replace(item, kind="body")
    return result


def with_briefs_in_rows(items: list[Item]) -> list[Item]:
    """`简讯` / `▲青石区总工会走访慰问。` / `▲白鹭县总工会举办培训班。`: pieces of a column, and no captions."""
    result = list(items)
    for number, item in enumerate(items[:-LEAST_BRIEFS]):
        if item.kind not in (*HEADS, "heading") or has_any(item.name, "photo_columns"):
            continue
        mark = items[number + 1].words[0]
        is_of_briefs = item.kind == "column" or holds_briefs(item.words) or names_briefs(item.words)
        is_of_briefs = is_of_briefs or DAY_ALONE.fullmatch(item.words) is not None
        if mark not in MARKS or not (
            is_of_briefs or are_of_places(items[number + 1 : number + 1 + LEAST_ROWS])
        ):
            continue
        run = list(takewhile(partial(is_row, mark), items[number + 1 : number + 1 + MOST_ROWS]))
        if len(run) >= LEAST_BRIEFS:
            result[number + 1 : number + 1 + len(run)] = [replace(each, kind="body") for each in run]
    return result


def are_of_places(rows: list[Item]) -> bool:
    """`▲青石：市总工会办班。` / `▲梨川：县总工会慰问职工。` / `▲白鹭：…`"""
    return len(rows) == LEAST_ROWS and all(
        LEAD.match(row.words) and row.kind in TEXTS and row.words[0] == rows[0].words[0] for row in rows
    )


def with_signed_briefs(items: list[Item]) -> list[Item]:
    """`工会动态` / `▲青石区总工会走访慰问。（王一川）` / `▲白鹭县总工会举办培训班。（李小满）`: above pieces that
    people sign one by one stands their column, and no headline. `简讯` among other pieces heads one piece of rows."""
    result = list(items)
    is_alone = sum(item.kind in HEADS for item in items) < LEAST_HEADS
    for number, item in enumerate(items[:-LEAST_BRIEFS]):
        if item.kind != "title" or (names_rows(item.words) and not is_alone):
            continue
        below_words = items[number + 1].words
        is_marked = below_words[0] in MARKS or NUMBERED_ITEM.match(below_words) is not None
        if not (names_briefs(item.words) or (is_marked and len(item.words) <= LONGEST_BRIEFS)):
            continue
        below = takewhile(
            lambda each: each.kind in ("body", "closing"), items[number + 1 : number + 1 + MOST_ROWS]
        )
        if sum(map(is_signed, below)) >= LEAST_BRIEFS:
            result[number] = replace(item, kind="column", name=item.words)
    return result


def is_signed(item: Item) -> bool:
    credit = item.credit if item.kind == "closing" else cut_closing(item.paragraph.text)[1]
    if credit is None or credit.kind != "closing":
        return False
    return bool(credit.source) or any(each.role == "author" for each in credit.contributors)


def is_row(mark: str, item: Item) -> bool:
    """Of one mark and without a photographer; what stands above a text would be a headline."""
    is_line = item.kind in ("caption", "heading", "title", "body") and item.words[0] == mark
    return is_line and not is_photographed(item)


def is_photographed(item: Item) -> bool:
    """`▲职工走进书屋。王一川 摄`"""
    return cut_caption(item.paragraph.text) is not None


def with_second_halves(items: list[Item]) -> list[Item]:
    """`——记全省劳动模范、青石机床集团` / `首席技师王一川`: whom it tells of, and not who signs."""
    result: list[Item] = []
    for item in items:
        if result and is_second_half(result[-1], item):
            result[-1] = joined_item([result[-1], item], "")
        else:
            result.append(item)
    return result


def is_second_half(above: Item, item: Item) -> bool:
    if above.kind != "title" or not is_dashed(above.words) or item.kind != "byline" or item.credit is None:
        return False
    is_plain = item.words[0] not in BULLETS and item.paragraph.gap <= above.paragraph.gap
    is_of_person = above.words.lstrip(DASHES).startswith(("记", "访"))
    return is_plain and is_of_person and any(each.printed_post for each in item.credit.contributors)
