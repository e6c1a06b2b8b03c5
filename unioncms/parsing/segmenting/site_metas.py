"""What a site's page prints about its text in lines of their own: labels with their values below them, counts of
readers, and the reader of an electronic paper."""

import re
from dataclasses import replace

from unioncms.parsing.credits import Credit, read_credit
from unioncms.parsing.credits.labelled import labels, opens_with_label
from unioncms.parsing.credits.names import is_name
from unioncms.parsing.days import day_in
from unioncms.parsing.segmenting.items import HEAD_ITEMS, Item
from unioncms.parsing.segmenting.posted import provinces
from unioncms.parsing.segmenting.titles_block import joined_item
from unioncms.parsing.shapes import has_sentence_mark

LONGEST_LABEL = 8
LONGEST_VALUE = 16
COUNT = re.compile(r"[(（\[]?[0-9]{1,7}[)）\]]?(?:\s?次)?")  # of readers
# `当前报纸名称：云台晚报`
PAPER_READ = re.compile(r"当前报纸(?:名称)?\s?[:：]\s?(?P<name>[\u4e00-\u9fff]{2,10})")
# `发布于：云南`: where a post was sent from
SENT_FROM = re.compile(r"(?:来自|发布于|发表于|IP属地)\s?[:：]?\s?(?P<place>[\u4e00-\u9fff]{2,3})[省市]?")
SITE_KINDS = ("furniture", "meta")


def with_site_metas(items: list[Item]) -> list[Item]:
    return with_paper_read(with_counts(without_places(without_labels(with_values_below(items)))))


def with_values_below(items: list[Item]) -> list[Item]:
    """`来源：` / `云台日报`, `发布时间：` / `2021-06-08`: one line."""
    result: list[Item] = []
    for item in items:
        # An empty label may stand above the headline, which is no value of it.
        label = kind_of_label(result[-1]) if result else None
        if label is not None and (label == "date" or is_below_title(result)) and is_value(item, label):
            whole = joined_item([result[-1], item], "")
            result[-1] = replace(whole, kind="meta", credit=read_credit(whole.words) or Credit("meta"))
        else:
            result.append(item)
    return result


def is_below_title(items: list[Item]) -> bool:
    return any(each.kind == "title" for each in items[-HEAD_ITEMS:])


def without_labels(items: list[Item]) -> list[Item]:
    """`作者：` with nobody's name: the site left it empty."""
    return [
        replace(item, kind="furniture", credit=None)
        if item.kind == "byline" and kind_of_label(item) == "author"
        else item
        for item in items
    ]


def kind_of_label(item: Item) -> str | None:
    if item.kind not in ("meta", "byline") or len(item.words) > LONGEST_LABEL or item.words[-1] not in "：:":
        return None
    return labels().get("".join(item.words[:-1].split()))


def is_value(item: Item, label: str) -> bool:
    if len(item.words) > LONGEST_VALUE or item.paragraph.level is not None or opens_with_label(item.words):
        return False
    if label == "date":
        return day_in(item.words) is not None
    if label == "source":
        return not has_sentence_mark(item.words) and item.kind in ("title", "running_head")
    return is_name(item.words)


def with_counts(items: list[Item]) -> list[Item]:
    """`时间：2021-06-08` / `3412`: how many have read it."""
    return [
        replace(item, kind="furniture", credit=None)
        if number
        and item.kind != "running_head"
        and items[number - 1].kind in SITE_KINDS
        and COUNT.fullmatch(item.words)
        else item
        for number, item in enumerate(items)
    ]


def without_places(items: list[Item]) -> list[Item]:
    return [
        replace(item, kind="furniture", credit=None)
        if item.kind == "title" and (sent := SENT_FROM.fullmatch(item.words)) and sent["place"] in provinces()
        else item
        for item in items
    ]


def with_paper_read(items: list[Item]) -> list[Item]:
    """Above `当前报纸名称：云台晚报` stands the day on which it is read, and no day of the paper."""
    named = next((at for at, item in enumerate(items[:HEAD_ITEMS]) if PAPER_READ.fullmatch(item.words)), None)
    if named is None:
        return items
    head = [replace(item, kind="furniture", credit=None) for item in items[: named + 1]]
    name = PAPER_READ.fullmatch(items[named].words)
    head[named] = replace(items[named], kind="running_head", name=name["name"] if name else "")
    return [*head, *items[named + 1 :]]
