"""Lines that are printed one below the other and stay so: rows of people, rows of a table, the lines of a poem."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from unioncms.parsing.credits import Credit
from unioncms.parsing.credits.names import is_name, may_be_name
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import ends_in_any, has_any, load
from unioncms.parsing.reflow.listed_lines import LEAST_VERSE, PERSON_ROW, VERSE_MARKS, VERSE_SIZES
from unioncms.parsing.segmenting.bare_names import bare_names, headline_over, housed_author
from unioncms.parsing.segmenting.closings import names_office
from unioncms.parsing.segmenting.items import DAY_OF_ROW, Item
from unioncms.parsing.segmenting.topics import hanzi_pairs
from unioncms.parsing.shapes import has_sentence_mark
from unioncms.parsing.traced import Traced

MOST_TOLD = 12  # titles of a page that are looked at
TOLD = 0.4  # of the pairs of characters of titles; of a poem's few stand in the texts
LINES = ("title", "heading", "body", "byline")
LABELLED_LINES = (*LINES, "meta")
LEAST_PEOPLE = 3
LEAST_TABLE = 2  # rows of figures below the names of its columns
LEAST_CELLS = 3
LEAST_STANZA = 2
LONGEST_VERSE = 18  # characters
# `葛 莹（女） 青石县人民医院护师`
PERSON = re.compile(
    r"(?P<name>[\u3400-\u9fff](?:\s?(?![男女]\s)[\u3400-\u9fff·]){1,7})(?:\s?[（(][^（）()]{1,12}[）)])?"
    r"(?:\s[男女](?=\s))?\s(?P<post>\S(?:.{2,38})\S)"
)
PERSON_AND_POST = re.compile(
    r"(?P<name>[\u3400-\u9fff](?:\s?[\u3400-\u9fff·]){1,7})\s?[（(](?P<post>[^（）()，。；：]{2,40})[）)]"
)
NAME_OF_TWO = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) {1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
LONGEST_NAMES = 40  # characters of a line of names
COUNTED = re.compile(
    r"[0-9][0-9,.]*[万亿千百]?[余多+]? [\u4e00-\u9fff“”、]{3,16}"
    r"|[\u4e00-\u9fff“”、]{3,16}[0-9][0-9,.]*[万亿千百]?[余多]?[\u4e00-\u9fff]{1,2}[；;。]?"
)
FIGURE = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日|[+\-]?[0-9][0-9,.]*[%％‰‱]?(?:[\u4e00-\u9fff]{1,3})?")
SITE_LINES = ("furniture", "editors", "meta")  # below the last poem


def with_people_in_rows(items: list[Item]) -> list[Item]:
    """`王一川 青石机械厂电焊工` / `葛 莹（女） 青石县人民医院护师` / …: rows of a list, and no headlines."""
    for row_of in (row_of_person, row_behind_comma, row_in_brackets):
        items = with_runs(items, row_of, LEAST_PEOPLE)
    return items


def with_runs(items: list[Item], row_of, least: int) -> list[Item]:
    result = list(items)
    rows: list[Item] = []
    for end, row in enumerate([*map(row_of, items), None]):
        if row is not None:
            rows.append(row)
        elif rows:
            if len(rows) >= least:
                result[end - len(rows) : end] = rows
            rows = []
    return result


def row_of_person(item: Item) -> Item | None:
    if (
        item.kind not in LINES
        or item.row
        or item.paragraph.level is not None
        or " " not in item.words
        or has_sentence_mark(item.words)
    ):
        return None
    text = item.paragraph.text
    found = PERSON.fullmatch(text.text)
    if found is None or not found["post"].endswith(posts()):
        return None
    name = found["name"].replace(" ", "")
    if not (may_be_name(name) or (is_name(name) and len(name) > 3)):
        return None
    return as_row(item, closed_name(text, found.end("name")), "people")


def row_behind_comma(item: Item) -> Item | None:
    """`王一川，青石机械厂电焊工`, with no mark at its end"""
    if item.kind != "title" or item.row or item.paragraph.level is not None or "，" not in item.words[2:18]:
        return None
    found = PERSON_ROW.fullmatch(item.words)
    is_row = found is not None and may_be_name(found["name"])
    return as_row(item, item.paragraph.text, "people") if is_row else None


def row_in_brackets(item: Item) -> Item | None:
    """`王一川（青石机械厂电焊工）`"""
    if item.kind not in LINES or item.row or item.paragraph.level is not None or item.words[-1] not in "）)":
        return None
    found = PERSON_AND_POST.fullmatch(item.words)
    if (
        found is None
        or not found["post"].endswith(posts())
        or not may_be_name(found["name"].replace(" ", ""))
    ):
        return None
    return as_row(item, closed_name(item.paragraph.text, found.end("name")), "people")


def with_names_in_rows(items: list[Item]) -> list[Item]:
    """`光荣榜` / `王一川` / `李小满 赵小川` / …: the headline of a list and names alone, which are its rows, down to
    the headline of the next list."""
    result = list(items)
    for number, item in enumerate(items):
        if not heads_names(item):
            continue
        below = (items[at] for at in range(number + 1, len(items)))
        run = list(takewhile(lambda each: holds_names(each) or holds_name_and_post(each), below))
        if len(run) < LEAST_PEOPLE:
            continue
        if item.kind == "title":
            result[number] = replace(item, kind="headline")
        result[number + 1 : number + 1 + len(run)] = [
            as_row(each, each.paragraph.text, "people") for each in run
        ]
    return result


def heads_names(item: Item) -> bool:
    is_line = item.kind in ("title", "column") and item.paragraph.level is None
    return is_line and has_any(item.words, "listing_titles")


def holds_name_and_post(item: Item) -> bool:
    """`王一川　青石茶厂制茶工`, whatever its post ends in: the line above says that it is a list."""
    is_line = item.kind in LINES and item.paragraph.level is None and not item.row
    found = PERSON.fullmatch(item.words) if is_line and " " in item.words else None
    if found is None or has_sentence_mark(found["post"]):
        return False
    return may_be_name(found["name"].replace(" ", ""))


def holds_names(item: Item) -> bool:
    """`葛 莹 李小满`: nothing but names, one or more; 光荣榜 is none."""
    if item.kind not in LINES or item.paragraph.level is not None or len(item.words) > LONGEST_NAMES:
        return False
    if heads_names(item):
        return False
    house, colon, names = item.words.replace(":", "：").partition("：")  # `青石县总工会：王一川、李小满`
    if colon and not ends_in_any(house, "organisation_endings"):
        return False
    words = NAME_OF_TWO.sub(r"\1\2", names if colon else house).replace("、", " ").split()
    return bool(words) and all(map(may_be_name, words))


def closed_name(text: Traced, end: int) -> Traced:
    return text.without([(at, at + 1, "") for at in range(end) if text.text[at] == " "])


@cache
def posts() -> tuple[str, ...]:
    return (
        *load("titles"),
        *load("organisation_endings"),
        *load("occupation_endings"),
        *load("occupations"),
    )


def as_row(item: Item, text: Traced, kind: str) -> Item:
    paragraph = replace(item.paragraph, text=text)
    return replace(item, kind="body", paragraph=paragraph, credit=None, row=kind)


def with_figures_in_rows(items: list[Item]) -> list[Item]:
    """`新建工会组织1632家` / `新发展会员11.7万人` / …: what was counted, and how many."""
    return with_runs(items, row_of_figure, LEAST_PEOPLE)


def row_of_figure(item: Item) -> Item | None:
    is_line = item.kind in ("title", "heading") and item.paragraph.level is None and not item.row
    return as_row(item, item.paragraph.text, "figures") if is_line and COUNTED.fullmatch(item.words) else None


def with_days_in_rows(items: list[Item]) -> list[Item]:
    """`11月10日 主席办公会` / `11月12日 女职工工作会议` / …: what is to come, and when; no sentence among them."""
    return with_runs(items, row_of_day, LEAST_PEOPLE)


def row_of_day(item: Item) -> Item | None:
    is_line = item.kind in ("body", "title") and item.paragraph.level is None and not item.row
    if not is_line or " " not in item.words or has_sentence_mark(item.words):
        return None
    return as_row(item, item.paragraph.text, "days") if DAY_OF_ROW.match(item.words) else None


def with_labels_in_rows(items: list[Item]) -> list[Item]:
    """`时间：…` / `地点：本会会议室` / `主席：王一川　记录：李小满`: the head of minutes, and no headline."""
    return with_runs(items, row_of_label, LEAST_TABLE)


def row_of_label(item: Item) -> Item | None:
    if item.kind not in LABELLED_LINES or item.paragraph.level is not None or item.row:
        return None
    label, colon, value = item.words.replace(":", "：").partition("：")
    if not colon:
        return None
    if item.kind != "body" and names_office(item.words):
        return as_row(item, closed_name(item.paragraph.text, len(label)), "people")  # 主　席：王一川
    is_label = label in load("notice_labels") or label == "主席"
    return replace(item, kind="body", credit=None) if value and is_label else None


def with_table_rows(items: list[Item]) -> list[Item]:
    """`单位 新建工会 完成任务` / `青石县 412 71%` / `梨川县 286 68%`: the names of a table's columns, and its rows."""
    result = list(items)
    counts = [cells_of(item) for item in items]
    number = 0
    while number < len(items):
        if not counts[number]:
            number += 1
            continue
        count, end = abs(counts[number]), number + 1
        while end < len(items) and abs(counts[end]) == count and not items[end].paragraph.gap:
            end += 1
        rows = sum(each < 0 for each in counts[number:end])
        if rows >= LEAST_TABLE and all(each < 0 for each in counts[number + 1 : end]):
            result[number:end] = [as_row(item, item.paragraph.text, "table") for item in items[number:end]]
        number = end
    return result


def cells_of(item: Item) -> int:
    """How many cells blanks part; less than 0 where most of them are figures, and 0 where it is no row."""
    if item.kind not in LINES or item.paragraph.level is not None or " " not in item.words:
        return 0
    cells = item.words.split(" ")
    if len(cells) < LEAST_CELLS or has_sentence_mark(item.words):
        return 0
    figures = sum(FIGURE.fullmatch(cell) is not None for cell in cells)
    return -len(cells) if figures * 2 >= len(cells) else len(cells) if not figures else 0


def with_verse(items: list[Item]) -> list[Item]:
    """`塔吊上的月亮` / `□王一川` / `你说今夜的月亮` / `离塔吊最近` / …: below the name of who wrote them, or a headline
    that the format marks, four or more short lines are a poem. Of one in stanzas the next headline stands apart, of
    others it is the last line. A line between two stanzas heads the second poem, and so does the next author.

    Read from the end, so that each line is looked at but once for the poem that it is in."""
    result = list(items)
    unspaced = [number for number, item in enumerate(items) if not item.paragraph.gap]
    end_of_lines = next_poem = len(items)
    is_of_verse = not any(map(is_prose, items))
    told = cache(lambda: pairs_told(items))
    for number in reversed(range(len(items))):
        start = number + 1
        if start < len(items) and not is_verse(items[start]):
            end_of_lines = start
        if end_of_lines - start < LEAST_VERSE:
            continue
        credit = author_of(items, number)
        if credit is None and not (opens_verse(items, number) or (is_of_verse and ends_head(items, number))):
            continue
        end = end_of_poem(items, unspaced, start, end_of_lines)
        if end - start < LEAST_VERSE or are_told(items[start : start + MOST_TOLD], told()):
            continue
        for at in range(start, min(end, next_poem)):
            row = as_row(items[at], items[at].paragraph.text, "verse")
            result[at] = replace(items[at], kind="heading") if is_between(items, at, end) else row
        next_poem = start
        if credit is not None:
            result[number] = replace(items[number], kind="byline", credit=credit)
            next_poem = number
    return result


def pairs_told(items: Sequence[Item]) -> frozenset[str]:
    """What the texts of a page of print columns tell; nothing of any other page."""
    if not any(item.paragraph.measure for item in items):
        return frozenset()
    return frozenset().union(*(hanzi_pairs(item.words) for item in items if is_prose(item)))


def are_told(lines: Sequence[Item], told: frozenset[str]) -> bool:
    """The titles at the end of a page, below one that is signed: its texts speak of them, and of no poem."""
    own = [pair for item in lines for pair in hanzi_pairs(item.words)] if told else []
    return sum(pair in told for pair in own) >= TOLD * len(own) > 0


def is_prose(item: Item) -> bool:
    return item.kind in ("body", "note") and item.is_sentence


def ends_head(items: Sequence[Item], number: int) -> bool:
    """The day of a site's or a post's page, between its headline and what can be nothing but verse."""
    item = items[number]
    is_day = item.kind == "meta" and item.credit is not None and item.credit.published_on is not None
    return is_day and headline_over(items, number) is not None


def opens_verse(items: Sequence[Item], number: int) -> bool:
    if items[number].kind == "byline":
        return headline_over(items, number) is not None
    is_signed = number + 1 < len(items) and author_of(items, number + 1) is not None
    return items[number].kind == "title" and items[number].paragraph.level is not None and not is_signed


def author_of(items: Sequence[Item], number: int) -> Credit | None:
    """`王一川`, `车身厂　王一川` between a headline and short lines: told only here, for no text stands below it."""
    item = items[number]
    is_line = item.kind == "title" and item.paragraph.level is None
    if not is_line or headline_over(items, number) is None:
        return None
    people = housed_author(item.words) or tuple(
        Contributor(name, "author") for name in bare_names(item.words)
    )
    return Credit("byline", people) if people else None


def is_between(items: Sequence[Item], number: int, end: int) -> bool:
    """`夜班车`, with an empty line above it and one below, and a stanza below that."""
    if number + 2 >= end or not items[number].paragraph.gap or not items[number + 1].paragraph.gap:
        return False
    return not items[number + 2].paragraph.gap


def is_verse(item: Item) -> bool:
    if item.kind == "body" and len(item.words) in VERSE_SIZES and item.words[-1] in VERSE_MARKS:
        return True  # 铁塔凌云接翠微，
    is_line = item.kind in ("title", "heading") or (
        item.kind == "body" and not item.row and not item.is_sentence
    )
    is_line = is_line and item.paragraph.level is None
    return is_line and len(item.words) <= LONGEST_VERSE and not item.paragraph.is_vertical


def end_of_poem(items: Sequence[Item], unspaced: Sequence[int], start: int, end: int) -> int:
    """Without the lines at its end that are the headline of what stands below them. `unspaced` are the numbers of all
    lines without an empty line above."""
    if end >= len(items) or items[end].kind in SITE_LINES or end - start < LEAST_VERSE:
        return end
    lines = end - start - 1
    last = bisect_left(unspaced, end)
    close = last - bisect_left(unspaced, start + 1)
    if close == lines and items[end - 1].words.endswith(load("report_endings") + load("notice_titles")):
        return end - 1  # `王一川同志逝世`: no line of verse
    if close * 2 <= lines:
        return end - 1  # in no stanzas
    return max(start + LEAST_STANZA, unspaced[last - 1] + 1)  # a line between empty lines is none of a stanza
