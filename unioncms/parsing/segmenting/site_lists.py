"""What stands below a label of a site or a post: links to other pages, and what readers say."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from unioncms.parsing.furniture import bare, is_trail
from unioncms.parsing.lexicon import load
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.sections import mark_of
from unioncms.parsing.shapes import dateline_of, ends_sentence

LINKS_OR_TEXT = (
    "链接",
    "相关链接",
    "资料链接",
    "附件",
)  # a text may stand below them; rows of a list are links
LONGEST_LINK = 60  # characters
LEAST_LINK = 8
LEAST_LINKS = 3
LEAST_TOLD = 2  # times as much text as links
HEAD_REACH = 6  # lines
TAIL_KINDS = ("title", "furniture", "mark")
LONGEST_SITE_WORD = 8  # characters
TEXT_KINDS = ("body", "closing")
LINK_MARKS = "▷▶►▸»›➤➢"
MOST_LINKS = 20
MOST_COMMENTS = 60
LEAST_STORY = 60  # characters of a text below a line that may be a link
LEAST_LEAD = 30  # of one below a line that is longer than a reader's name
LONGEST_READER = 6
LINK_KINDS = ("title", "heading", "body", "byline", "caption", "meta")
DAY_BEHIND = re.compile(
    r"[\u4e00-\u9fff”》！？].*[\s\[(（][0-9]{2,4}[-./年][0-9]{1,2}[-./月0-9]*日?[\])）]?$"
)
SAID_KINDS = (*LINK_KINDS, "furniture", "mark", "closing", "running_head")
# `网友评论（共2条）`, `精选留言`; `评论` alone may be a paper's column
COMMENTS = re.compile(
    r"(?:(?:网友|最新|全部|热门|精彩|精选|读者)(?:评论|留言|跟帖)|(?:评论|留言)区|(?:评论|留言|跟帖)(?=[\s（(]*[0-9]))"
    r"[\s（(]*(?:共\s*)?[0-9]*\s*条?\s*[）)]?\s*[:：]?"
)


def with_site_lists(items: list[Item]) -> list[Item]:
    result = list(items)
    end = 0
    for number, item in enumerate(items):
        if number < end or item.kind not in ("furniture", "title", "mark"):
            continue
        if item.kind == "furniture" and bare(item.words).rstrip("：:") in labels_of_links():
            end = end_of_links(items, number + 1)
        elif item.kind in ("mark", "furniture") and bare(item.words).rstrip("：:") in LINKS_OR_TEXT:
            end = end_of_links(items, number + 1) if is_row(items, number + 1) else number
        elif COMMENTS.fullmatch(item.words):
            end = end_of_comments(items, number + 1)
        else:
            continue
        result[number:end] = [replace(each, kind="furniture", credit=None) for each in items[number:end]]
    return with_site_tail(with_links_at_end(result))


def with_links_at_end(items: list[Item]) -> list[Item]:
    """Headlines of other pages below the text of one that prints a day or a source at its head, without a label."""
    end = len(items)
    while end and items[end - 1].kind == "furniture":
        end -= 1
    start = end
    while start and is_link_like(items[start - 1]):
        start -= 1
    above = [item for item in items[:start] if item.kind != "furniture"]
    if end - start < LEAST_LINKS or [item.kind for item in above].count("meta") != 1:
        return items
    head, text = [item.kind for item in above].index("meta"), above[-1]
    is_page = 0 < head < HEAD_REACH and any(item.kind == "title" for item in above[:head])
    is_told = sum(len(item.words) for item in above[head:] if item.kind == "body")
    if not (is_page and text.kind in TEXT_KINDS and ends_sentence(text.words)):
        return items
    if is_told < LEAST_TOLD * sum(len(item.words) for item in items[start:end]):
        return items
    links = [replace(item, kind="furniture", credit=None) for item in items[start:end]]
    return [*items[:start], *links, *items[end:]]


def with_site_tail(items: list[Item]) -> list[Item]:
    """`（责编：王一川）` / `全总简介`: below the editors of a site's page stand words of the site."""
    last = next((at for at in reversed(range(len(items))) if items[at].kind not in TAIL_KINDS), 0)
    words = [item.words for item in items[last + 1 :] if item.kind == "title"]
    is_site = (
        items[last : last + 1] and items[last].kind == "editors" and any(map(is_day_of_site, items[:last]))
    )
    if not words or not is_site or max(map(len, words)) > LONGEST_SITE_WORD:
        return items
    return [*items[: last + 1], *(replace(item, kind="furniture", credit=None) for item in items[last + 1 :])]


def is_day_of_site(item: Item) -> bool:
    return item.kind == "meta" and item.credit is not None and item.credit.published_on is not None


def is_link_like(item: Item) -> bool:
    is_long = LEAST_LINK <= len(item.words) <= LONGEST_LINK
    return item.kind in ("title", "furniture") and item.paragraph.level is None and is_long


def is_row(items: Sequence[Item], number: int) -> bool:
    return number < len(items) and items[number].paragraph.block == "row"


@cache
def labels_of_links() -> frozenset[str]:
    return frozenset(load("link_labels"))


def end_of_links(items: Sequence[Item], start: int) -> int:
    """`往期推荐` / `● 高温津贴怎么领？` / `● 夜校又上新了` and the next headline: lines of one mark, or as close as
    the first two, down to the headline of another text."""
    if start + 1 >= len(items):
        return start
    form, gap = form_of(items[start]), items[start + 1].paragraph.gap
    for number in range(start, min(start + MOST_LINKS, len(items))):
        item = items[number]
        is_day = item.kind == "meta" and not DAY_BEHIND.search(item.words)
        if (
            is_day
            or item.kind not in LINK_KINDS
            or item.paragraph.level is not None
            or len(item.words) > LONGEST_LINK
        ):
            return number
        is_alike = form_of(item) == form and (form or number == start or item.paragraph.gap <= gap)
        if not is_alike or (not form and is_headline(items, number)):
            return number
    return min(start + MOST_LINKS, len(items))


def form_of(item: Item) -> str:
    mark = item.words[0] if item.words[0] in LINK_MARKS else ""
    return item.paragraph.block or mark or mark_of(item)[0]


def is_headline(items: Sequence[Item], number: int, least: int = LEAST_STORY) -> bool:
    """A text, or the day and the source of one, stands below it."""
    below = next(iter(items[number + 1 : number + 2]), None)
    if below is None:
        return False
    if below.kind in ("meta", "byline", "note"):
        return True
    is_text = below.kind == "body" and below.is_sentence
    return is_text and (len(below.words) >= least or dateline_of(below.words) is not None)


def end_of_comments(items: Sequence[Item], start: int) -> int:
    """Down to the next page of the site, or a line that only a text has."""
    for number in range(start, min(start + MOST_COMMENTS, len(items))):
        item = items[number]
        if item.kind not in SAID_KINDS or item.paragraph.level is not None or is_trail(item.words):
            return number
        if (
            item.kind == "title"
            and len(item.words) > LONGEST_READER
            and is_headline(items, number, LEAST_LEAD)
        ):
            return number
    return min(start + MOST_COMMENTS, len(items))
