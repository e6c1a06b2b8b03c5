"""A few words in brackets right below a headline: `（第5次）`, `（征求意见稿）`; `（摘登）` goes with it."""

import re
from dataclasses import replace
from itertools import pairwise

from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.titles_block import joined_item

BRACKETED = re.compile(r"[（(][^（）()，。；：、]{2,12}[）)]")
# `（摘登）`, `（一九五一年至一九五六年）`
PART = re.compile(
    r"[（(]\s?(?:摘\s?[登编要录]|节\s?选|部\s?分|选\s?[登载编]|(?:[〇○零一二三四五六七八九]{4}|[0-9]{4})年?\s?(?:至|—|－|-|~|～)+\s?"
    r"(?:[〇○零一二三四五六七八九]{4}|[0-9]{4})年?)\s?[）)]"
)
HEADLINES = ("title", "headline")


def with_bracketed_lines(items: list[Item]) -> list[Item]:
    result = items[:1]
    for above, item in pairwise(items):
        is_line = item.words[0] in "（(" and above.kind in HEADLINES and not item.paragraph.gap
        if is_line and item.kind in ("title", "body") and PART.fullmatch(item.words):
            result[-1] = joined_item([result[-1], item], "")
            continue
        is_title = is_line and item.kind == "body" and item.paragraph.block is None
        if is_title and BRACKETED.fullmatch(item.words):
            item = replace(item, kind="title")
        result.append(item)
    return result
