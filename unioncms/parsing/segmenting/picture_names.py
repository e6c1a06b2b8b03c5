"""What a copied page keeps of its pictures: their alternative text, which on many sites is the headline once more."""

import re
from collections.abc import Sequence
from dataclasses import replace

from unioncms.parsing.furniture import is_picture_place
from unioncms.parsing.segmenting.items import Item

PICTURE = "picture"  # the name of a mark that stands for one
LEAST_HEADLINE = 8  # characters
# behind the headline: `_大赛1`, `(2)`, `图1`
TAIL = re.compile(r"[_-]\S{1,24}|[\s（(]*图?[\s（(]?[0-9]{1,2}[)）]?")
BETWEEN = ("editors", "byline", "furniture", "mark", "running_head")
LINES = ("title", "heading", "body")


def with_picture_names(items: list[Item]) -> list[Item]:
    """`茶山体检` / text / `茶山体检` / text: where the headline stands once more within its text, a picture stood."""
    head = headline_over_text(items) if items else None
    texts = [at for at, item in enumerate(items) if item.kind == "body" and item.is_sentence]
    if head is None or not texts:
        return items
    headline = items[head].words
    first, last = texts[0], texts[-1]
    return [
        replace(item, kind="mark", name=PICTURE, credit=None)
        if first < at <= last + 2 and repeats(item, headline)
        else item
        for at, item in enumerate(items)
    ]


def headline_over_text(items: Sequence[Item]) -> int | None:
    """The title right above the day and the source, or the only one above the first text: of several one may be a
    kicker, which a page prints above each of its pieces."""
    if items[0].paragraph.measure:
        return None  # print columns print none twice
    titles: list[int] = []
    for at, item in enumerate(items):
        if item.kind == "title":
            titles.append(at)
        elif item.kind == "meta":
            titles = titles[-1:]
        elif item.kind == "body" and item.is_sentence:
            break
        elif item.kind not in BETWEEN:
            return None
    is_plain = len(titles) == 1 and items[titles[0]].paragraph.level is None
    return titles[0] if is_plain and len(items[titles[0]].words) >= LEAST_HEADLINE else None


def repeats(item: Item, headline: str) -> bool:
    if item.kind not in LINES or item.paragraph.level is not None or not item.words.startswith(headline):
        return False
    rest = item.words[len(headline) :]
    return not rest or TAIL.fullmatch(rest) is not None


def is_picture(item: Item) -> bool:
    return item.name == PICTURE or is_picture_place(item.words)
