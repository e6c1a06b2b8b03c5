"""The site's own lines beside each other: its address, the links to other pieces, its name above the headline."""

import re
from dataclasses import replace

from unioncms.parsing.credits.labelled import opens_with_label
from unioncms.parsing.furniture import is_contact, is_end
from unioncms.parsing.segmenting.items import PUBLICATION, Item

SITE_KINDS = ("furniture", "running_head", "editors")
LINES = ("title", "heading", "mark", "byline", "body")
LONGEST_LINK = 12  # characters
SITE_ENDINGS = ("网", "网站", "门户", "客户端", "数字报", "电子报")
LINKED = (*LINES, "meta")
LEAST_LINKS = 2
EDITED = re.compile(r"\s(?:本[期版刊])?(?:责任编辑|责编|编辑|校对)\s?[：:]")  # `投稿邮箱：… 本期责编：王一川`
MOST_TAIL = 8  # lines between the text and the links below it
DATED_LINK = re.compile(r"[^，。；：:0-9][\s\[(（]+(?:20)?[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}[\])）]?$")
LINK = re.compile(r"[^，。；：:]\s*[\[(（]?(?:(?:19|20)[0-9]{2}[-/.])?[0-9]{1,2}[-/.][0-9]{1,2}[\])）]?$")
LINK_ENDS = frozenset("0123456789])）")  # what a LINK ends with


def with_contacts(items: list[Item]) -> list[Item]:
    """An address is the site's where it stands beside the site's other lines, and a notice's where it does not."""
    result = list(items)
    for number, item in enumerate(items):
        if item.kind != "furniture" or not is_contact(item.words) or EDITED.search(item.words):
            continue
        around = (
            next((each for each in lines if each.kind != "furniture" or not is_contact(each.words)), None)
            for lines in (reversed(items[max(number - 8, 0) : number]), items[number + 1 : number + 9])
        )
        if not any(each is not None and (each.kind in SITE_KINDS or is_link(each)) for each in around):
            result[number] = replace(item, kind="body", credit=None)
    return result


def with_furniture_lists(items: list[Item]) -> list[Item]:
    """Titles among furniture are links of the site: `您可能还喜欢` / `街角有间骑手食堂` / `我来说两句`."""
    first_text = next((at for at, item in enumerate(items) if item.kind in ("body", "note", "caption")), 0)
    result = without_header_titles(items)
    # `密码:` and `验证码:` below the comments are no text, and below its end a post has links that look like it.
    ends = (at for at, item in enumerate(items) if item.kind == "furniture" and is_end(item.words))
    end = max(ends, default=len(items))
    last_text = next((at for at in reversed(range(len(items))) if is_text(items[at], at < end)), -1)
    tail_from = next(
        (at for at in range(last_text + 1, len(items)) if items[at].kind == "furniture"), len(items)
    )
    linked = links_between(items, result).union(links_at_end(items))
    for number, item in enumerate(items):
        is_line = item.kind in LINES or number in linked
        if not is_line or item.paragraph.level is not None:
            continue
        is_enclosed = (
            item.kind == "title"
            and first_text < number < len(items) - 1
            and result[number - 1].kind == items[number + 1].kind == "furniture"
        )
        # Posts print their credits below the line that ends them.
        is_credit = item.kind == "byline" and opens_with_label(item.words)
        is_enclosed = is_enclosed or number in linked
        if is_enclosed or (number > tail_from and not is_credit):
            result[number] = replace(item, kind="furniture", credit=None)
    return result


def links_between(items: list[Item], result: list[Item]) -> set[int]:
    """`· 县总工会开展知识竞赛 2023-06-13` / `· 工人文化宫开馆 2023-06-09`: runs of such lines with the site's own on
    either side."""
    found: set[int] = set()
    start = 1
    while start < len(items) - 1:
        end = start
        while end < len(items) and items[end].kind in LINES and is_link(items[end]):
            end += 1
        if end > start and result[start - 1].kind == "furniture" and end < len(items):
            found |= set(range(start, end)) if items[end].kind == "furniture" else set()
        start = max(end, start + 1)
    return found


def links_at_end(items: list[Item]) -> range:
    """`要闻 22-01-20` / `头条 22-01-18` and nothing below: titles of the site with the day of each."""
    start = len(items)
    while start and items[start - 1].kind in LINKED and DATED_LINK.search(items[start - 1].words):
        start -= 1
    rows = items[start:]
    if rows and rows[0].kind == "meta" and PUBLICATION.match(rows[0].words):
        start += 1  # `云台日报 2023-09-20`, which signs the text
    is_below = any(item.is_sentence for item in items[max(start - MOST_TAIL, 0) : start])
    count = sum(item.kind in LINES for item in rows)
    return range(start, len(items)) if is_below and count >= LEAST_LINKS else range(0)


def is_text(item: Item, is_above_end: bool) -> bool:
    if item.kind != "body":
        return item.kind in ("note", "caption")
    is_whole = item.is_sentence or bool(item.row) or (len(item.words) > LONGEST_LINK and is_above_end)
    return is_whole and not is_link(item)


def is_link(item: Item) -> bool:
    """`夜校里的十二堂课 2024-05-10`: a title of the site with its day."""
    if item.words[-1:] not in LINK_ENDS:
        return False
    return not item.is_sentence and LINK.search(item.words) is not None


def without_header_titles(items: list[Item]) -> list[Item]:
    """Among the furniture above a text, one run of title lines is the headline's; others name the site."""
    first_text = next((at for at, item in enumerate(items) if item.kind in ("body", "note", "caption")), 0)
    head = items[:first_text]
    if not any(item.kind == "furniture" for item in head):
        return items
    runs: list[list[int]] = [[]]
    for number, item in enumerate(head):
        if item.kind == "title":
            runs[-1].append(number)
        elif item.kind == "furniture":
            runs.append([])
    runs = [run for run in runs if run]
    if len(runs) < 2 or any(head[number].paragraph.level for run in runs for number in run):
        return items
    # The name of a site ends as one, or is shorter than a headline.
    named = [run for run in runs if not all(head[at].words.endswith(SITE_ENDINGS) for at in run)]
    titles = max(named or runs, key=lambda run: (max(len(head[number].words) for number in run), run))
    extra = {number for run in runs if run is not titles for number in run}
    return [replace(item, kind="furniture") if number in extra else item for number, item in enumerate(items)]
