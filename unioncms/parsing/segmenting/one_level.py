"""A format's headings that have the level of their headline: `## 凌晨的菜场` over a byline, then `## 第一趟车`.

Who signs pieces signs each; two or more titles of that level in a row, with nobody's name and neither a day, a notice
nor a list below them, are the parts of the piece above. Of some 220 such lines on our own pages and others' six were
headlines.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise

from unioncms.parsing.lexicon import has_any, load
from unioncms.parsing.segmenting.items import Item, names_briefs
from unioncms.parsing.segmenting.page_habits import BY_STAFF, is_report
from unioncms.parsing.segmenting.titles_block import is_dashed
from unioncms.parsing.shapes import dateline_of, is_bullet_heading, is_numbered_heading

LEAST_PARTS = 2
ENDS = ("closing", "meta", "column", "byline", "note")
SIGNS = ("byline", "note")


def with_headings_of_one_level(items: list[Item]) -> list[Item]:
    titles = [number for number, item in enumerate(items) if item.paragraph.level is not None]
    if not any(is_signed_below(items, number) for number in titles):
        return items
    result = list(items)
    head, run = titles[0], []
    for above, number in pairwise(titles):
        if goes_on(items, head, above, number, bool(run)) and (
            not run or is_alike(items[run[0]], items[number])
        ):
            run.append(number)
            continue
        set_headings(result, run, items[head])
        head, run = number, []
    set_headings(result, run, items[head])
    return result


def goes_on(items: Sequence[Item], head: int, above: int, number: int, in_run: bool) -> bool:
    """Does the piece with this headline go on below the title, as far as it and the one above it tell?"""
    is_level = items[number].paragraph.level == items[head].paragraph.level
    is_part = is_plain(items, number) and (in_run or not is_dated(items, number))
    return is_level and is_part and not ends_between(items, above, number)


def is_alike(one: Item, other: Item) -> bool:
    return is_counted(one.words) == is_counted(other.words)


def set_headings(items: list[Item], run: Sequence[int], head: Item) -> None:
    while run and is_dated(items, run[-1]):
        run = run[:-1]  # a part may begin with a day, but so does a report below the last part
    for number in run:
        if len(run) >= LEAST_PARTS or (is_counted(items[number].words) and not is_counted(head.words)):
            items[number] = replace(items[number], kind="heading")


def is_counted(words: str) -> bool:
    return is_numbered_heading(words) or is_bullet_heading(words)


def is_signed_below(items: Sequence[Item], number: int) -> bool:
    below = next(iter(items[number + 1 : number + 2]), None)
    return below is not None and (below.kind in SIGNS or is_dashed(below.words))


def is_dated(items: Sequence[Item], number: int) -> bool:
    return is_report(items[number + 1])


def is_signed_report(item: Item) -> bool:
    return dateline_of(item.words) is not None or BY_STAFF.search(item.words[-40:]) is not None


def is_plain(items: Sequence[Item], number: int) -> bool:
    below = next(iter(items[number + 1 : number + 2]), None)
    if below is None or below.kind != "body" or below.row or is_signed_report(below):
        return False
    words = items[number].words
    is_named = (
        words.endswith(load("notice_titles")) or has_any(words, "listing_titles") or names_briefs(words)
    )
    return not is_named


def ends_between(items: Sequence[Item], above: int, number: int) -> bool:
    below_head = dropwhile(lambda item: item.kind != "body", items[above + 1 : number])
    return any(item.kind in ENDS for item in below_head)
