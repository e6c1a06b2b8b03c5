"""A line above a headline that names the column the piece stands in."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from unioncms.parsing.lexicon import has_any
from unioncms.parsing.segmenting.items import (
    HEAD_ITEMS,
    Item,
    holds_briefs,
    is_after,
    names_briefs,
    names_column,
)
from unioncms.parsing.segmenting.letters import opens_letter
from unioncms.parsing.segmenting.round_ups import is_signed_by_post
from unioncms.parsing.segmenting.series import names_part
from unioncms.parsing.shapes import has_sentence_mark

LONGEST_LETTERS = 8  # characters of the column above a letter
PHOTO_REACH = 6
LEAST_TWINS = 2
LONGEST_TWIN = 5  # characters
LEAST_HEADLINE = 2  # `矿　灯`
LONGEST_SET_APART = 8  # characters of a column that nothing but an empty line parts from the headline


def with_briefs(items: list[Item]) -> list[Item]:
    """`白鹭工会一周要闻` above marked headlines is the column of each of them."""
    first = next((at for at, item in enumerate(items[:HEAD_ITEMS]) if item.kind == "title"), -1)
    result = list(items)
    for at, item in enumerate(items):
        if (
            item.kind != "title"
            or not holds_briefs(item.words)
            or (at != first and not names_briefs(item.words))
        ):
            continue
        below = next((each for each in items[at + 1 : at + 3] if each.kind != "meta"), None)
        if below is not None and below.kind == "heading":
            result[at] = replace(item, kind="column", name=item.words, is_section=at != first)
    return result


def with_columns(items: list[Item]) -> list[Item]:
    """`工友来信` above a headline names the column of that piece; one at the head of the page may serve them
    all, unless there are others further down."""
    result = list(items)
    first = next((at for at, each in enumerate(items) if each.kind not in ("running_head", "furniture")), 0)
    named = [
        at
        for at in range(len(items) - 1)
        if is_above_headline(items, at) and names_column(items[at].words) and not is_long_vertical(items[at])
    ]
    named += twins_of_columns(items, named)
    others = {item.name for item in items if item.kind == "column"}
    is_parted = len(others | {items[at].words for at in named}) > 1
    for number, item in enumerate(items[:-1]):
        if not is_above_headline(items, number):
            continue
        is_alone = is_set_apart(items, number)
        if number <= first and not is_parted and not is_alone:
            continue
        is_letter = len(item.words) <= LONGEST_LETTERS and opens_letter(items[number + 2 : number + 3])
        if number in named or is_letter or is_alone:
            result[number] = replace(item, kind="column", name=item.words)
    return result


def twins_of_columns(items: Sequence[Item], named: Sequence[int]) -> list[int]:
    """`身边故事` of a page that has `市总动态` and `县区快讯` above headlines, parted from them alike."""
    if len(named) < LEAST_TWINS or len({gaps_about(items, at) for at in named}) > 1:
        return []
    if any(item.paragraph.measure for item in items):
        return []  # in print columns titles stand one below the other
    gaps = gaps_about(items, named[0])
    return [
        at
        for at in range(len(items) - 1)
        if at not in named
        and is_above_headline(items, at)
        and (not at or items[at - 1].kind != "title")
        and len(items[at].words) <= LONGEST_TWIN
        and gaps_about(items, at) == gaps
        and not has_sentence_mark(items[at].words)
        and not items[at].paragraph.is_vertical
    ]


def gaps_about(items: Sequence[Item], number: int) -> tuple[int, int]:
    """The empty lines above a line and below it; the first line of a page has as many above as any."""
    return (items[number].paragraph.gap or 1, items[number + 1].paragraph.gap)


def is_long_vertical(item: Item) -> bool:
    """`高原车间唱响劳动者之歌`, set down the side of the page: a headline, though it ends as columns' names do."""
    return item.paragraph.is_vertical and len(item.words) > LONGEST_SET_APART


def is_above_headline(items: Sequence[Item], number: int) -> bool:
    item, below = items[number], items[number + 1]
    if item.kind != "title" or item.paragraph.level is not None or below.kind not in ("title", "headline"):
        return False
    return below.words[0] not in "—–-" and not names_part(below.words) and len(below.words) >= LEAST_HEADLINE


def is_set_apart(items: Sequence[Item], number: int) -> bool:
    """`凡人小事`, an empty line, `修伞人老魏` / `□ 宋迢`: no first line of the headline, which has none below it."""
    lines = items[number : number + 3]
    if len(lines) < 3 or len(lines[0].words) > LONGEST_SET_APART or has_sentence_mark(lines[0].words):
        return False
    if is_signed_by_post(lines[2:]):
        return False  # a line above comments is their kicker
    return lines[2].kind == "byline" and lines[1].paragraph.gap > 0 and not lines[2].paragraph.gap


def with_photo_columns(items: list[Item]) -> list[Item]:
    """`图片新闻` above a picture's text is the column of that picture; a site has it among its links."""
    result = list(items)
    for number, item in enumerate(items[:-1]):
        is_shown = (
            item.kind == "title" and item.paragraph.level is None and has_any(item.words, "photo_columns")
        )
        if (
            (item.kind == "furniture" or is_shown)
            and names_column(item.words)
            and is_over_picture(items, number)
        ):
            result[number] = replace(item, kind="column", name=item.words, credit=None)
    return result


def is_over_picture(items: Sequence[Item], number: int) -> bool:
    """Below it a text of few paragraphs, and who took the picture; the site's tools may stand between."""
    below = (each for each in items[number + 1 : number + PHOTO_REACH] if each.kind != "furniture")
    return next((each.kind for each in below if each.kind != "body"), "") in ("caption", "photo")


def with_labels_of_columns(items: list[Item]) -> list[Item]:
    """`短评` alone above a headline and its text: a column. Above the text itself it labels a note."""
    result = list(items)
    for number, (item, below) in enumerate(pairwise(items)):
        after = items[number + 2].kind if number + 2 < len(items) else ""
        is_alone = item.kind == "note" and is_after(item.name) and item.cut >= len(item.words)
        if is_alone and below.kind == "title" and after in ("body", "byline"):
            result[number] = replace(item, kind="column", credit=None)
    return result
