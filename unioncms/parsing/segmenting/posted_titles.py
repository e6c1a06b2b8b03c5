"""What a post sets into its headline before a bar, and the line that leads to whom it tells of.

`龙门工匠谱｜她把青石磨成镜`: where the page names it elsewhere too, in a hashtag, a note or the links to other pieces,
it is the column; `产改进行时③｜从蔗农到技工`: with a number, the series.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from unioncms.parsing.segmenting.items import HEAD_ITEMS, Item
from unioncms.parsing.segmenting.series import names_part

BARRED = re.compile(
    r"(?P<name>[\u4e00-\u9fff“”·]{2,12}(?:[①-⑳]|[（(][0-9一二三四五六七八九十]{1,3}[）)])?)\s?[|｜丨]\s?(?=\S{4})"
)
NUMBER = re.compile(r"[①-⑳]$|[（(][0-9一二三四五六七八九十]{1,3}[）)]$")
NUMBERED = re.compile(r"[\u4e00-\u9fff·]{2,8}[①-⑳]")  # `青石工匠③`: the column, and the part of its series
CALL = re.compile(r"[啦了吧哦喽][！!]$|们[，,].*[！!]$")
INVITES = re.compile(r"(?:欢迎|敬请|期待|恭候|快来|记得|莫错过|不见不散).*[！!]$")
LEAST_COUNTED = 2
COUNTED = re.compile(
    r"[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s?[\u4e00-\u9fff]{0,3}[一二三四五六七八九十0-9]{1,2}\s?[：:、]"
)
LEAST_LEVELLED = 2  # headlines of a format
LONGEST_LEAD = 40
NAME = range(2, 5)  # characters


def with_titles_before_bars(items: list[Item]) -> list[Item]:
    result: list[Item] = []
    levelled = sum(is_levelled(item) and BARRED.match(item.words) is not None for item in items)
    for number, item in enumerate(items):
        if number and number < HEAD_ITEMS and item.kind == "title" and NUMBERED.fullmatch(item.words):
            result.append(replace(item, kind="column", name=item.words[:-1]))
            continue
        is_habit = levelled >= LEAST_LEVELLED and is_levelled(item)  # `## 卷首｜…`, `## 专题｜…`
        is_title = is_habit or (item.kind in ("title", "headline") and number < HEAD_ITEMS)
        barred = BARRED.match(item.words) if is_title else None
        if barred is None:
            result.append(item)
            continue
        name, text = barred["name"], item.paragraph.text
        is_part = names_part(name)
        if is_part or is_habit or is_named_elsewhere(name, items, number):
            head = replace(item.paragraph, text=text.cut(0, barred.end("name")))
            rest = replace(item.paragraph, text=text.cut(barred.end()), gap=0)
            kind = "column" if not is_part or NUMBERED.fullmatch(name) else "title"
            result += [replace(item, kind=kind, paragraph=head, name=NUMBER.sub("", name))]
            result += [replace(item, paragraph=rest)]
        else:
            result.append(item)
    return result


def is_levelled(item: Item) -> bool:
    return item.kind == "title" and item.paragraph.level is not None


def is_named_elsewhere(name: str, items: Sequence[Item], number: int) -> bool:
    others = (item.words for at, item in enumerate(items) if at != number)
    return len(name) >= NAME.stop - 1 and any(name in words for words in others)


def with_counted_headings(items: list[Item]) -> list[Item]:
    """`✅ 举措一：互助提标` … `✅ 举措二：补贴扩面` below the headline of a post: its headings."""
    counted = {at for at, item in enumerate(items) if item.kind == "title" and COUNTED.match(item.words)}
    if len(counted) < LEAST_COUNTED or not any(item.kind == "title" for item in items[: min(counted)]):
        return items
    return [replace(item, kind="heading") if at in counted else item for at, item in enumerate(items)]


def with_last_calls(items: list[Item]) -> list[Item]:
    """`欢迎广大职工踊跃参加！` below a text and above none ends it, and heads nothing."""
    result = list(items)
    for number, (above, item) in enumerate(pairwise(items), start=1):
        is_line = (
            item.kind == "title" and item.paragraph.level is None and INVITES.search(item.words) is not None
        )
        below = items[number + 1 : number + 2]
        is_last = not below or below[0].kind not in ("body", "byline", "caption")
        if (
            item.kind == "title"
            and item.words[:2] == "——"
            and above.words[-1] == "”"
            and above.kind == "body"
        ):
            result[number] = replace(item, kind="body")  # `——县总工会主席王一川`, who is quoted
        if is_line and is_last and result[number - 1].kind == "body" and above.is_sentence:
            result[number] = replace(item, kind="body")
    return result


def with_leads_to_names(items: list[Item]) -> list[Item]:
    """`今天，让我们走近抢修队队长——` / `王一川` between two texts of a post: lines of the text, and no headline with
    its author; nor is `工友们，五月的课表出炉啦！` below a headline."""
    result = list(items)
    is_posted = any(item.credit is not None and item.credit.account for item in items[:HEAD_ITEMS])
    for number, (above, item) in enumerate(pairwise(items), start=1):
        if (
            is_posted
            and above.kind == item.kind == "title"
            and CALL.search(item.words)
            and item.paragraph.gap
        ):
            result[number] = replace(item, kind="body")
            continue
        if item.kind == "title" and len(item.words) in NAME and result[number - 1] is not above:
            result[number] = replace(item, kind="body")
        is_lead = (
            item.kind == "title" and item.words.endswith(("——", "：", ":")) and set(item.words) & set("，,")
        )
        if is_lead and above.kind == "body" and len(item.words) <= LONGEST_LEAD:
            result[number] = replace(item, kind="body")
    return result
