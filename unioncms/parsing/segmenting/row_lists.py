"""Lines of a list that look like titles one by one: rows behind emblems, names of bodies, what a notice encloses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from unicodedata import category

from unioncms.parsing.lexicon import ends_in_any
from unioncms.parsing.segmenting.closings import ENCLOSED, ROW, TEXTS
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.line_by_line import posts
from unioncms.parsing.shapes import has_sentence_mark

LEAST_BODIES = 2
MOST_ROWS = 60
LINES = ("title", "heading", "body")
LONGEST_BODY = 24  # characters
NUMBERED_NAME = re.compile(r"\W{0,3}(?:NO|No|TOP)[.\s]{0,2}[0-9]{1,2}\s+[\u4e00-\u9fff·]{2,8}")
ANNOUNCES = re.compile(r"以下|如下|下列|名单|公示|公布|[0-9一二三四五六七八九十]+[个名家项]")
LONGEST_NAME = 40  # of an enclosure
ENCLOSURE = "enclosure"  # the name of an item that goes on with a notice below its day
ENCLOSES = re.compile(r"附件\s?[0-9一二三]{0,2}\s?[：:]\s?")
LABEL = re.compile(r"附件?\s?[0-9一二三]{0,2}\s?[：:]?")
NUMBER = re.compile(r"[0-9]{1,2}\s?[.．、]\s?")


def with_emblem_rows(items: list[Item]) -> list[Item]:
    """`✅ 对象：全市会员` / `✅ 奖品：话费`: rows of a notice; a headline behind an emblem stands above a text."""
    result = list(items)
    emblems = [emblem_of(item) for item in items]
    for number in range(1, len(items)):
        above = items[number - 1].words
        if (
            above.endswith(("：", ":"))
            and (run := ticked(items[number : number + MOST_ROWS])) >= LEAST_BODIES
        ):
            result[number : number + run] = [
                replace(each, kind="body") for each in items[number : number + run]
            ]
    for number, item in enumerate(items):
        if emblems[number] and item.kind in ("title", "heading"):
            around = emblems[max(number - 1, 0) : number] + emblems[number + 1 : number + 2]
            if emblems[number] in around:
                result[number] = replace(item, kind="body")
    return result


def ticked(items: Sequence[Item]) -> int:
    """How many lines begin with one tick or emblem: `✔ 滨江职工书屋（每日9:00—17:00）`."""
    mark = items[0].words[0]
    if mark < "\u2600" or category(mark) != "So":
        return 0
    run = takewhile(lambda each: each.words[0] == mark and each.kind in LINES, items)
    return sum(1 for _ in run)


def emblem_of(item: Item) -> str:
    """✅ of `✅ 对象：全市会员`, "" of any other line."""
    first = item.words[0]
    if first < "\u2600" or category(first) != "So" or item.paragraph.level is not None:
        return ""
    return first if ROW.match(item.words[1:].lstrip()) else ""


def with_listed_bodies(items: list[Item]) -> list[Item]:
    """`巴东县总工会` / `利川市总工会`, below a text or a heading: rows of a list."""
    result = list(items)
    start = 1
    while start < len(items):
        end = start
        while end < len(items) and is_body(items[end]):
            end += 1
        if end - start >= LEAST_BODIES and result[start - 1].kind in TEXTS:
            result[start:end] = [replace(item, kind="body") for item in items[start:end]]
        start = max(end, start + 1)
    return result


def with_what_they_do(items: list[Item]) -> list[Item]:
    """`NO.1 王一川` / `公交公司3路车驾驶员` / text: below the number and the name no second heading."""
    result = list(items)
    for number in range(1, len(items) - 1):
        above, item, below = items[number - 1 : number + 2]
        is_line = item.kind == "title" and item.paragraph.level is None and not item.paragraph.gap
        if (
            is_line
            and NUMBERED_NAME.fullmatch(above.words)
            and below.kind == "body"
            and item.words.endswith(posts())
        ):
            result[number] = replace(item, kind="body")
    return result


def with_announced_rows(items: list[Item]) -> list[Item]:
    """`…拟命名以下4家基地，现予公示：` / `抚仙湖疗养院` / `秀山宾馆`: rows, where no text stands between them."""
    result = list(items)
    for number, item in enumerate(items):
        if item.kind != "body" or item.words[-1] not in "：:" or ANNOUNCES.search(item.words) is None:
            continue
        run = list(takewhile(is_plain_line, items[number + 1 :]))
        after = items[number + 1 + len(run) : number + 2 + len(run)]
        if run and run[-1].paragraph.gap and after and after[0].kind == "body":
            run.pop()  # the headline of the text below
        if len(run) >= LEAST_BODIES:
            result[number + 1 : number + 1 + len(run)] = [replace(each, kind="body") for each in run]
    return result


def is_plain_line(item: Item) -> bool:
    is_line = item.kind == "title" and item.paragraph.level is None and len(item.words) <= LONGEST_BODY
    return is_line and not has_sentence_mark(item.words)


def is_body(item: Item) -> bool:
    is_line = item.kind == "title" and item.paragraph.level is None and len(item.words) <= LONGEST_BODY
    return is_line and ends_in_any(item.words, "organisation_endings") and not has_sentence_mark(item.words)


def with_enclosures(items: list[Item]) -> list[Item]:
    """`附件：获奖名单`, the giver and the day, then `附件` / `获奖名单`: a part of the notice, under a heading."""
    announced = set(enclosures_of(items))
    if not announced:
        return items
    result = list(items)
    is_told = False
    for number, (above, item) in enumerate(pairwise(items), start=1):
        is_told = is_told or ENCLOSES.match(above.words) is not None
        is_line = item.kind in ("title", "headline") and item.paragraph.level is None
        if is_told and is_line and bare(item.words) in announced:
            result[number] = replace(item, kind="heading", name=ENCLOSURE)
            if above.kind == "mark" and LABEL.fullmatch(above.words):
                result[number - 1] = replace(above, kind="body", name=ENCLOSURE)
    return result


def enclosures_of(items: Sequence[Item]) -> Iterator[str]:
    """What `附件：1.申报表` and the numbered rows below it name."""
    is_row = False
    for item in items:
        named = ENCLOSES.match(item.words) if item.kind in TEXTS else None
        is_row = named is not None or (is_row and ENCLOSED.match(item.words) is not None)
        if is_row and len(item.words) <= LONGEST_NAME:
            yield bare(item.words[named.end() :] if named else item.words)


def bare(text: str) -> str:
    """`1．《先进个人名单》` → 先进个人名单"""
    return NUMBER.sub("", text, count=1).strip("《》 。；").replace(" ", "")
