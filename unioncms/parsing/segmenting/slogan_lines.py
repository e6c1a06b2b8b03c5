"""Lines that cannot be but of one headline: slogans one below the other, and a quotation that is open at a line's end.

`补短板` / `强弱项` / `做好职工的“充电桩”`; `“颂百年风华` / `绘劳动之美”职工书画作品展`
"""

from itertools import takewhile

from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.titles_block import is_dashed, joined_item
from unioncms.parsing.shapes import open_marks

LONGEST_SLOGAN = 3  # characters; of four may be the name of a column and a headline
LEAST_SLOGANS = 2


def with_slogans_joined(titles: list[Item]) -> list[Item]:
    if len(titles) < LEAST_SLOGANS or any(item.paragraph.level is not None for item in titles):
        return titles
    size = len(titles[0].words)
    slogans = list(takewhile(lambda item: len(item.words) == size <= LONGEST_SLOGAN, titles))
    if len(slogans) >= LEAST_SLOGANS and not slogans[1].paragraph.gap:
        below = titles[len(slogans) : len(slogans) + 1]
        run = [*slogans, *(item for item in below if not is_dashed(item.words) and not item.paragraph.gap)]
        return [joined_item(run, " "), *titles[len(run) :]]
    first, second, *rest = titles
    if open_marks(first.words) > 0 > open_marks(second.words):
        return [joined_item([first, second], " "), *rest]
    return titles
