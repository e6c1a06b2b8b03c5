"""What a site prints above the text of its page: its own name, a menu, the way there, the day it is read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unioncms.parsing.furniture import is_day_line, is_pager, is_trail
from unioncms.parsing.lexicon import load
from unioncms.parsing.segmenting.items import COLUMN_MARK, Item
from unioncms.parsing.segmenting.run_together import part_of
from unioncms.parsing.segmenting.series import names_part

LEAST_TEXT = 25  # characters; a shorter line may still be the site's
MOST_LINES = 40  # above the text
LONGEST_NAME = 12  # of the body whose site it is
LONGEST_TOOL = 6
LONGEST_FIRST_LINE = 18  # of a headline over two lines
HEADS = ("title", "heading", "column")
TITLE_BEHIND_WAY = re.compile(r"[>»›→]\s?[\u4e00-\u9fff]{2,8}\s(?P<title>[^>»›→]{8,60})$")
META = ("meta", "editors")
SITE_LINES = (*HEADS, "body", "byline", "mark", "running_head")


def with_tools(items: list[Item]) -> list[Item]:
    """`分享到：` / `微信` / `微博` / `复制链接`: one below the other."""
    result = list(items)
    for number in range(1, len(items)):
        is_below = result[number - 1].kind == "furniture" and items[number].kind == "title"
        if is_below and items[number].words in load("furniture_tools"):
            result[number] = replace(items[number], kind="furniture")
    return result


def with_site_heads(items: list[Item]) -> list[Item]:
    """Above the line that says where on the site the page lies, and above its furniture, nothing is the article's."""
    text = first_text(items)
    head = items[:text]
    ways = (at for at, item in enumerate(head) if is_trail(item.words) or is_pager(item.words))
    way = max(ways, default=-1)
    metas = any(map(is_meta, head))
    meta = next((at for at, item in enumerate(head) if metas and item.kind in META), None)
    if not any(item.kind == "furniture" for item in head) and meta is None:
        return items
    result = with_first_lines(items, head, way)
    column = headline_below_column(items, head)
    headlines = sum(map(is_headline, result[way + 1 : text]))
    tail = TITLE_BEHIND_WAY.search(items[way].words) if way >= 0 and meta is not None else None
    if headlines or tail:
        result[: way + 1] = [as_site(item) for item in result[: way + 1]]
    if tail and not headlines:
        return [*result[:way], *parted_way(items[way], tail.start("title")), *result[way + 1 :]]
    if meta is not None and meta > way:
        result[way + 1 : text] = without_other_titles(result[way + 1 : text], meta - way - 1, items)
    if column is not None:
        result[column] = items[column]
    return result


def headline_below_column(items: Sequence[Item], head: Sequence[Item]) -> int | None:
    """`【劳模故事】`, `山路上的工会⑥` right above the headline is the piece's, whatever stands above it."""
    first = next((at for at, item in enumerate(head) if is_headline(item)), 0)
    above = items[first - 1] if first > 0 else None
    is_column = above is not None and above.kind == "column"
    is_column = is_column and bool(COLUMN_MARK.fullmatch(above.words) or names_part(above.words))
    return first - 1 if is_column and not items[first].paragraph.gap else None


def parted_way(item: Item, start: int) -> Iterator[Item]:
    """`当前位置：首页 > 工会要闻 云台市劳模协会走进工厂`: the headline, which the page has nowhere else."""
    yield replace(item, paragraph=part_of(item.paragraph, 0, start))
    yield replace(
        item, kind="title", paragraph=replace(part_of(item.paragraph, start, len(item.words)), gap=0)
    )


def first_text(items: Sequence[Item]) -> int:
    """The first line that can be nothing but text, a note or a picture's caption."""
    for at, item in enumerate(items[:MOST_LINES]):
        is_long = len(item.words) >= LEAST_TEXT and not item.words.isascii()
        if item.kind in ("note", "caption") or (item.kind == "body" and (is_long or item.is_sentence)):
            return at
        if item.paragraph.level is not None:
            return 0
    return 0


def is_meta(item: Item) -> bool:
    """`2023-04-24 16:20  来源：云台县总工会`, and no account's line"""
    credit = item.credit
    if item.kind != "meta" or credit is None or credit.account is not None or item.words[0] in "（(":
        return False  # （2020年8月12日） below the headline of a speech
    return credit.published_on is not None or credit.source is not None


def is_headline(item: Item) -> bool:
    return item.kind == "title"


def as_site(item: Item) -> Item:
    if item.kind not in SITE_LINES or (item.kind == "running_head" and not is_day_line(item.words)):
        return item
    return replace(item, kind="furniture", credit=None)


def with_first_lines(items: list[Item], head: list[Item], way: int) -> list[Item]:
    """`云台县总工会：` / `把法律课开进茶山`: the first line of a headline, that a colon joins to the second."""
    result = list(items)
    for at in range(way + 1, len(head) - 1):
        is_first = head[at].kind == "body" and head[at].words.endswith(("：", ":"))
        if is_first and len(head[at].words) <= LONGEST_FIRST_LINE and is_headline(head[at + 1]):
            result[at] = replace(head[at], kind="title")
    return result


def without_other_titles(head: list[Item], meta: int, page: Sequence[Item]) -> list[Item]:
    """Of the titles above the day and the source, those right above it are the headline's; single words between
    the tools below it are tools."""
    first = meta
    while first and is_headline(head[first - 1]):
        first -= 1
    if first == meta:
        return head
    if meta - first > 1 and is_name_of_site(head[first], head[first + 1], page):
        first += 1
    above = [as_site(item) if item.kind in HEADS else item for item in head[:first]]
    if first and not any(item.kind == "furniture" for item in above):
        return head
    below = [
        as_site(item) if is_tool(item, head[at + 1 : at + 2]) else item
        for at, item in enumerate(head[meta + 1 :], start=meta + 1)
    ]
    return [*above, *head[first : meta + 1], *below]


def is_name_of_site(item: Item, below: Item, page: Sequence[Item]) -> bool:
    """`云台工会` above the headline: whose site it is; not `图说工会`, of which the page says nothing."""
    is_body = item.words.endswith((*load("organisation_endings"), "网", "网站"))
    is_named = any(item.words[:2] in each.words for each in page if each is not item)
    return is_body and is_named and len(item.words) <= LONGEST_NAME and len(below.words) > len(item.words)


def is_tool(item: Item, after: Sequence[Item]) -> bool:
    return (
        item.kind == "title"
        and len(item.words) <= LONGEST_TOOL
        and any(each.kind == "furniture" for each in after)
    )
