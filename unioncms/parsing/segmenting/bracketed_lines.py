"""A few words in brackets right below a headline: `（第5次）`, `（征求意见稿）`."""

import re
from dataclasses import replace
from itertools import pairwise

from unioncms.parsing.segmenting.items import Item

BRACKETED = re.compile(r"[（(][^（）()，。；：、]{2,12}[）)]")
HEADLINES = ("title", "headline")


def with_bracketed_lines(items: list[Item]) -> list[Item]:
    result = list(items)
    for number, (above, item) in enumerate(pairwise(items), start=1):
        is_line = item.kind == "body" and above.kind in HEADLINES and not item.paragraph.gap
        if is_line and item.paragraph.block is None and BRACKETED.fullmatch(item.words):
            result[number] = replace(item, kind="title")
    return result
