"""Parts of a series by their titles: `“走基层·看工会”系列报道（二）`."""

import re

from unioncms.parsing.document import Series
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.traced import join

MOST_LINES = 60  # that are one title
LINES_OF_PART = 8  # over which as much as `（十二）` may be cut
_NUMBER = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}|[①-⑳]"
SERIES = re.compile(
    rf"[（(]\s*(?:系列)?[之第]?(?P<part>{_NUMBER}|上|中|下)\s*[篇集]?\s*[）)]$"
    rf"|(?:系列报道)?之(?P<after>[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}}|[①-⑳])$|(?P<circled>[①-⑳])$"
    rf"|(?:系列报道|连载|[·—\s])第?(?P<told>[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})篇$"
    r"|[·—\s](?P<half>[上中下])篇$"
)
QUOTED_SERIES = re.compile(r"[“【《](?P<name>[^“”【】《》]+)[”】》](?:大型)?(?:系列(?:报道)?|连载|专题)?")
BRACKETED = re.compile(r"^[（(](?P<inner>[^（）()]{4,})[）)]$")  # `（系列报道之二）`
HALVES = ("（上）", "（中）", "（下）", "(上)", "(中)", "(下)")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
PART_ENDS = f"）)一二三四五六七八九十篇0123456789{CIRCLED}"
LONGEST_SERIES = 24  # characters
NUMERALS = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "上": 1,
    "中": 2,
    "下": 2,  # more series have two parts than three
}


def set_series(draft: Draft) -> None:
    for lines in (draft.subheadline, draft.headline, draft.kicker):
        last = BRACKETED.sub(r"\g<inner>", join(lines[-LINES_OF_PART:]).text)
        if SERIES.search(last) and set_part(draft, join(lines[-MOST_LINES:]).text):
            return


def set_part(draft: Draft, title: str) -> bool:
    """`“走基层·看工会”系列报道（二）`: 走基层·看工会, part 2"""
    title = BRACKETED.sub(r"\g<inner>", title)
    match = SERIES.search(title)
    part = numeral(next(filter(None, match.groups()))) if match else 0
    if match and part:
        name = title[: match.start()].strip(" ，,·")
        whole = QUOTED_SERIES.fullmatch(name)
        name = name or join(draft.headline).text  # `（系列报道之二）` names none
        draft.series = Series(whole["name"] if whole else name, part)
    return bool(match and part)


def names_part(words: str) -> bool:
    """`矿区工运史话（三）`, `“一线见闻”系列报道之二`: no headline beside another line, nor what stands above one."""
    return len(words) <= LONGEST_SERIES and words[-1] in PART_ENDS and SERIES.search(words) is not None


def heads_part(words: str) -> bool:
    """`产改进行时③`, `连载（七）` right above the headline of that part; a headline itself may end in `（上）`."""
    return names_part(words) and not words.endswith(HALVES)


def numeral(word: str) -> int:
    """`十二` → 12, `上` → 1"""
    if word in CIRCLED:
        return CIRCLED.index(word) + 1
    if word.isdigit():
        return int(word)
    if word in NUMERALS:
        return NUMERALS[word]
    tens, _, ones = word.partition("十")
    return NUMERALS.get(tens, 1) * 10 + NUMERALS.get(ones, 0) if "十" in word else 0
