"""The table of contents at the head of a bulletin or a post."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count, pairwise, takewhile

from unioncms.parsing.lexicon import load
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.titles_block import joined_item
from unioncms.parsing.shapes import BULLETS, ends_sentence

MOST_CONTENTS = 40  # lines of it
LEAST_PART = 5  # characters of a headline among other words of such a line
LONGEST_CONTENTS = 48  # characters of a line of it
LEAST_MARKED = 2
LOOK_AHEAD = 3
LEAST_IN_ROW = 3  # names on one line
LONGEST_IN_ROW = 24
ROWS = ("row", "cells")
TEXT_LINES = ("title", "heading", "body")
PRINTED_AGAIN = (*TEXT_LINES, "column")
# `★市总工会召开推进会……（2）`, `1.市总工会召开推进会 /02`
MARKED = re.compile(rf"(?:[{BULLETS}\s]+|[0-9]{{1,2}}\s*[.．、]\s*|[一二三四五六七八九十]{{1,2}}、\s*)")
PAGE_BEHIND = re.compile(r"[\s.·…—-]*[（(/]?\s*(?:第?\s*[0-9]{1,3}\s*[页版]?)?\s*[）)]?$")
PARTED = re.compile(r"\s+|…{2,}|[.·．]{4,}")
IN_BRACKETS = re.compile(r"^[【〔\[][^】〕\]]{2,12}[】〕\]]\s?|^[\u4e00-\u9fff]{2,8}\s?[：:|｜]\s?")
PAGE_REFERENCE = re.compile(r"(?:第?[A-D]?[0-9]{1,2}|第?[一二三四五六七八])\s?版\s*\S")


def with_contents(items: list[Item]) -> list[Item]:
    """`本期要目` and the lines below it; each is printed again above its piece, and is a headline there."""
    result, all_listed = with_untitled_contents(items)
    for start, item in enumerate(items[:MOST_CONTENTS]):
        name = (item.name or item.words).replace(" ", "").strip("：:")
        if name.endswith("导读") and item.kind in TEXT_LINES:
            pages = sum(1 for _ in takewhile(is_page_reference, items[start + 1 :]))
            result[start : start + pages + 1] = [
                replace(each, kind="furniture", credit=None) for each in items[start : start + pages + 1]
            ]
        if is_contents_in_row(item):
            result[start] = replace(item, kind="furniture", credit=None)
        if name not in load("contents_titles"):
            continue
        end = max(end_of_contents(items, start), end_of_marked(items, start))
        if end == start + 1:
            continue
        listed = {part for each in items[start + 1 : end] for part in parts_of(each.words)}
        result[start:end] = [replace(each, kind="furniture", credit=None) for each in items[start:end]]
        result[end:] = [as_listed(each, listed) for each in result[end:]]
        all_listed |= listed
    return with_lines_of_listed(result, all_listed) if all_listed else result


def with_untitled_contents(items: list[Item]) -> tuple[list[Item], set[str]]:
    """`◇夜校开班` / `◇茶摊进了工地` above the first text, each of them printed again as a headline."""
    result = list(items)
    text = next((at for at, item in enumerate(items[:MOST_CONTENTS]) if item.is_sentence), 0)
    first = next((at for at in range(text) if opens_run(items, at)), text)
    run = list(takewhile(lambda item: is_marked(item, items[first].words[0]), items[first:text]))
    if len(run) < LEAST_MARKED:
        return with_listed_rows(items), set()
    later = {bare(item.words) for item in items[first + len(run) :] if item.kind in PRINTED_AGAIN}
    again = sum(bare(item.words) in later for item in run)
    if again * 2 < len(run):
        return result, set()
    start = first - 1 if first and items[first - 1].kind == "column" else first  # ★本期重点★
    result[start : first + len(run)] = [
        replace(item, kind="furniture", credit=None) for item in items[start : first + len(run)]
    ]
    listed = {bare(item.words) for item in run}
    result[first + len(run) :] = [as_listed(item, listed) for item in result[first + len(run) :]]
    return result, listed


def with_listed_rows(items: list[Item]) -> list[Item]:
    """`* [卷首] 在改革中找准位置`, rows of a list above everything, whose last words head pieces below it."""
    first = next((at for at, item in enumerate(items[:MOST_CONTENTS]) if item.paragraph.block in ROWS), None)
    if first is None or any(item.is_sentence for item in items[:first]):
        return items
    run = list(takewhile(lambda item: item.paragraph.block in ROWS, items[first:]))
    ends = sorted(words[::-1] for words in heads_of_texts(items, first + len(run)))
    again = sum(is_end_of_one(bare(row_of(item)), ends) for item in run)
    if len(run) < LEAST_MARKED or again * 2 < len(run):
        return items
    rows = [replace(item, kind="furniture", credit=None) for item in run]
    return [*items[:first], *rows, *items[first + len(run) :]]


def heads_of_texts(items: Sequence[Item], start: int) -> Iterator[str]:
    """Lines with a text not far below them; who gives a notice, and its day, have none."""
    for number, item in enumerate(items[start:], start + 1):
        is_line = item.kind in (*PRINTED_AGAIN, "headline") and not item.is_sentence
        if is_line and any(below.is_sentence for below in items[number : number + LOOK_AHEAD]):
            yield bare(item.words)


def is_end_of_one(words: str, ends: Sequence[str]) -> bool:
    """Of lines that are sorted by their last characters, each from its end on."""
    end = words[::-1]
    at = bisect_left(ends, end)
    return bool(words) and at < len(ends) and ends[at].startswith(end)


def row_of(item: Item) -> str:
    """`[卷首] 在改革中找准位置` → 在改革中找准位置"""
    return IN_BRACKETS.sub("", item.words)


def opens_run(items: Sequence[Item], number: int) -> bool:
    mark = items[number].words[0]
    below = items[number + 1 : number + 2]
    return mark in BULLETS and bool(below) and below[0].words[0] == mark and items[number].kind != "column"


def is_contents_in_row(item: Item) -> bool:
    """`目录 卷首语 主席论坛 他山之石`: links to the pieces, all on one line."""
    title, *names = item.words.replace("：", " ").split() or [""]
    if item.kind not in TEXT_LINES or title not in load("contents_titles") or len(names) < LEAST_IN_ROW:
        return False
    return all(len(name) <= LONGEST_IN_ROW and not ends_sentence(name) for name in names)


def with_lines_of_listed(items: list[Item], listed: Collection[str]) -> list[Item]:
    """`青石区总工会第九届委员会` / `第六次全体会议召开`: two lines that the contents have as one."""
    result = items[:1]
    for above, item in pairwise(items):
        is_second = above.kind == item.kind == "title" and not item.paragraph.gap
        if is_second and bare(above.words) + bare(item.words) in listed:
            result[-1] = replace(joined_item([above, item], ""), kind="headline")
        else:
            result.append(item)
    return result


def is_page_reference(item: Item) -> bool:
    """`2版  一位社区工会主席的日记`"""
    return PAGE_REFERENCE.match(item.words) is not None and len(item.words) <= LONGEST_CONTENTS


def as_listed(item: Item, listed: Collection[str]) -> Item:
    is_line = item.kind in TEXT_LINES and item.paragraph.level is None
    return replace(item, kind="headline") if is_line and bare(item.words) in listed else item


def end_of_contents(items: Sequence[Item], start: int) -> int:
    """The first line that is no row of a list and not printed again, or that is so for the second time."""
    listed: set[str] = set()
    later = Counter(bare(item.words) for item in items[start + 1 :] if item.kind in PRINTED_AGAIN)
    end = start + 1
    for number, item in enumerate(items[start + 1 :], start=start + 1):
        if item.kind == "mark":
            continue  # `|:--|--:|` below the head of a table
        parts = parts_of(item.words)
        if item.paragraph.block in ROWS:
            end = number + 1  # of a list, whether or not its lines are printed again
            listed.update(parts)
            continue
        if len(parts[0]) > LONGEST_CONTENTS or not listed.isdisjoint(parts[:1]):
            return end
        is_numbered = PARTED.search(item.words) is not None and item.words.rstrip("）)")[-1:].isdigit()
        if later[parts[0]] > 1 or any(later[part] for part in parts[1:]) or (listed and is_numbered):
            end = number + 1
        elif not is_numbered and not goes_on(items[number : number + LOOK_AHEAD], later, listed):
            return end
        listed.update(parts[:1])
    return end


def goes_on(lines: Sequence[Item], later: Counter[str], listed: Collection[str]) -> bool:
    """A line that its headline words otherwise, above others that are printed again."""
    below = [bare(item.words) for item in lines[1:] if item.kind in PRINTED_AGAIN]
    is_line = lines[0].kind == "title" and bool(listed)
    return is_line and any(later[words] > 1 and words not in listed for words in below)


def end_of_marked(items: Sequence[Item], start: int) -> int:
    """`◎ 海上也有工会小家` / `◎ 防汛知识竞答上线`: lines of one bullet, though their headlines are longer."""
    mark = items[start + 1].words[0] if start + 1 < len(items) else ""
    if mark == "1":
        numbered = zip(count(1), items[start + 1 : start + 1 + MOST_CONTENTS], strict=False)
        rows = sum(1 for _ in takewhile(lambda row: is_numbered(*row), numbered))
        return start + 1 + rows if rows >= LEAST_MARKED else start + 1
    if mark not in BULLETS:
        return start + 1
    run = list(takewhile(lambda item: is_marked(item, mark), items[start + 1 : start + 1 + MOST_CONTENTS]))
    return start + 1 + len(run) if len(run) >= LEAST_MARKED else start + 1


def is_numbered(number: int, item: Item) -> bool:
    """`2. 【言论】把“娘家”搬到网上`, the second of such lines"""
    is_line = item.kind in TEXT_LINES and item.paragraph.level is None and len(item.words) <= LONGEST_CONTENTS
    return (
        is_line and re.match(rf"{number}\s?[.．、](?![0-9])", item.words) is not None and not item.is_sentence
    )


def is_marked(item: Item, mark: str) -> bool:
    return (
        item.kind in (*TEXT_LINES, "byline") and item.words[0] == mark and len(item.words) <= LONGEST_CONTENTS
    )


def parts_of(text: str) -> list[str]:
    """`人物对话 港口里的“调解娘” 王一川 2`: the whole line, and the words in it that may be a headline."""
    whole = bare(text)
    parts = PARTED.split(text)
    return [whole, *(part for part in parts if len(part) >= LEAST_PART and part != whole)]


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """`★市总工会召开推进会……（2）` → 市总工会召开推进会"""
    marked = MARKED.match(text)
    text = text[marked.end() :] if marked else text
    return PAGE_BEHIND.sub("", text).replace(" ", "")
