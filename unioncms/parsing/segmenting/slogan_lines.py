"""Lines that cannot be but of one headline: slogans one below the other, and a quotation that is open at a line's end.

`补短板` / `强弱项` / `做好职工的“充电桩”`; `“颂百年风华` / `绘劳动之美”职工书画作品展`

On a page that parts everything else by empty lines, two lines with none between them are one headline as well:
`让安全成为一种` / `“肌肉记忆”`. Of 60 such pairs on our own pages and others' 46 were; of the rest all but two say
themselves that one explains the other.
"""

import re
from itertools import takewhile

from unioncms.parsing.segmenting.items import Item, names_common, names_occasion
from unioncms.parsing.segmenting.series import names_part
from unioncms.parsing.segmenting.titles_block import (
    are_phrases,
    explains,
    goes_on_from,
    goes_over,
    is_dashed,
    joined_item,
    names_body,
    says_fact,
    stands_over_deed,
)
from unioncms.parsing.shapes import open_marks

LONGEST_SLOGAN = 3  # characters; of four may be the name of a column and a headline
LEAST_SLOGANS = 2
MUCH_LONGER = 1.4
LONGEST_HEADLINE = 30
MOST_TITLES = 3
LINES_OF_RUN = (3, 4)  # one may stand apart above them
PHRASES = range(4, 9)  # characters
LONGEST_THIRD = 18
DEMANDS = (
    "要",
    "须",
    "应",
    "贵在",
    "重在",
    "难在",
    "不能",
    "不妨",
    "切莫",
    "岂能",
)  # `集体协商` / `要谈更要商`
# `在服务大局中` / `找准工会的坐标`, `以职工为中心` / `写好维权服务大文章`: what is done then stands below
OPEN_LINE = re.compile(
    r"在[^，。：]{2,10}[中上下里]|[以用][^，。：]{2,6}为[^，。：]{2,5}|[从对为][^，。：]{2,8}[起中上]"
)


def with_attached_line_joined(titles: list[Item]) -> list[Item]:
    """Also below a line that stands apart, such as the column of a page's essays."""
    titles = with_even_run_joined(titles)
    *apart, above, below = titles if 1 < len(titles) <= MOST_TITLES else (None, None)
    if above is None or below is None or (apart and not above.paragraph.gap):
        return titles
    if any(item.paragraph.level or item.paragraph.is_vertical for item in titles):
        return titles
    first, second = above.words, below.words
    is_open = OPEN_LINE.fullmatch(first) is not None or second.startswith(DEMANDS)
    is_even = (len(second) <= MUCH_LONGER * len(first) or is_open) and " " not in first + second
    is_kicker = names_body(first) or stands_over_deed(first, second)
    is_explained = explains(second) or says_fact(first) or is_kicker
    is_other = (
        names_part(first)
        or names_part(second)
        or names_common(first)
        or names_occasion(first)
        or second[0] in "（("
    )
    is_one_line = goes_on_from(first, below) or goes_over(first, second)  # joined however they stand
    if below.paragraph.gap or not is_even or len(first + second) > LONGEST_HEADLINE:
        return titles
    if is_explained or is_other or is_one_line:
        return titles
    return [*apart, joined_item([above, below], " " if is_open or are_phrases(first, second) else "")]


def with_even_run_joined(titles: list[Item]) -> list[Item]:
    """`提高站位` / `凝聚力量` / `推动工会工作高质量发展`: below two phrases of one length, with no empty line between
    the three."""
    *apart, first, second, third = titles if len(titles) in LINES_OF_RUN else (None, None, None)
    if first is None or second is None or third is None or (apart and not first.paragraph.gap):
        return titles
    if any(item.paragraph.level or is_dashed(item.words) for item in titles):
        return titles
    is_attached = not (second.paragraph.gap or third.paragraph.gap)
    is_even = len(first.words) == len(second.words) in PHRASES and " " not in first.words + second.words
    if not (is_attached and is_even) or names_common(first.words) or len(third.words) > LONGEST_THIRD:
        return titles
    return [*apart, joined_item([first, second, third], " ")]


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
