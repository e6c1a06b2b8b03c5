"""A line of the day and its reader's count that a saved page has run into the first paragraph of the text."""

from unioncms.parsing.credits import read_credit
from unioncms.parsing.reflow.line_edges import POSTED_AT, POSTED_REACH
from unioncms.parsing.segmenting.duplicates import parted
from unioncms.parsing.segmenting.genres import NEWS_DAY
from unioncms.parsing.segmenting.items import HEAD_ITEMS, Item, item_of

LEAST_TEXT = 60  # characters; nothing is run into a shorter line
REACH = 40  # characters of what stands between the day and the text


def with_posted_lines(items: list[Item]) -> list[Item]:
    """`基层动态 2020-08-03 20:56:36 作者:王一川8月3日，…` → the line, and the text from its own day on."""
    result: list[Item] = []
    for number, item in enumerate(items):
        at = text_behind(item) if number < HEAD_ITEMS and ":" in item.words[:POSTED_REACH] else 0
        if not at:
            result.append(item)
            continue
        head, rest = parted(item.paragraph, at)
        result += [Item("meta", head, read_credit(head.words)), item_of(rest, number)]
    return result


def text_behind(item: Item) -> int:
    """Where the text begins; 0 where the line is no such line."""
    words = item.words
    posted = POSTED_AT.match(words) if len(words) >= LEAST_TEXT and item.kind in ("body", "caption") else None
    if posted is None:
        return 0
    for day in NEWS_DAY.finditer(words, posted.end(), posted.end() + REACH):
        credit = read_credit(words[: day.start()].strip())
        return day.start() if credit is not None and credit.published_on is not None else 0
    return 0
