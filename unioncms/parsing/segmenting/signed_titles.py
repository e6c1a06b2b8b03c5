"""A headline with its byline on the same line, as OCR and copied lists give them: two items."""

import re
from dataclasses import replace
from itertools import pairwise

from unioncms.parsing.credits import Credit, read_credit
from unioncms.parsing.document import Contributor
from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.segmenting.bare_names import bare_names
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.run_together import part_of
from unioncms.parsing.shapes import BULLETS, is_title_shaped

SIGNED = re.compile(
    r"(?P<title>\S.{1,38}?)\s*(?P<by>(?:[□■●◎]\s*|(?<=\s))(?:本报|本刊)?(?:[见实]习)?(?:记者|通讯员)\s*\S.{1,30})"
)


def with_signed_titles(items: list[Item]) -> list[Item]:
    """`把灯点亮 本报记者 王一川` above its text → `把灯点亮` / `本报记者 王一川`"""
    result: list[Item] = []
    for number, item in enumerate(items):
        below = items[number + 1] if number + 1 < len(items) else None
        parts = parted(item) if item.kind == "title" and below is not None and below.kind == "body" else None
        result.extend(parts or [item])
    return result


def with_titles_over_bylines(items: list[Item]) -> list[Item]:
    """`不忘职工来时路` / `青石县总工会主席　王一川`, with no headline above them: the first is one, though it ends as a
    post and a name do."""
    result = list(items)
    for number, (item, below) in enumerate(pairwise(items)):
        is_line = item.kind == below.kind == "byline" and " " not in item.words and " " in below.words
        if not is_line or item.words[0] in BULLETS or not is_title_shaped(item.words):
            continue
        is_told = item.credit is not None and any(each.printed_post for each in item.credit.contributors)
        if is_told and (not number or result[number - 1].kind not in ("title", "headline", "byline")):
            result[number] = replace(item, kind="title", credit=None)
    return result


def parted(item: Item) -> list[Item] | None:
    found = SIGNED.fullmatch(item.words)
    credit = read_credit(found["by"]) if found else None
    if found is None or credit is None or credit.kind != "byline" or not is_title_shaped(found["title"]):
        return None
    if names := bare_names(found["title"]):  # `王一川 本报记者 李小满`: all of it is the byline
        people = (*(Contributor(name, "author") for name in names), *credit.contributors)
        return [signed(item, item.paragraph, replace(credit, contributors=people))]
    title = part_of(item.paragraph, 0, found.end("title"))
    byline = replace(part_of(item.paragraph, found.start("by"), len(item.words)), gap=0)
    return [replace(item, paragraph=title), signed(item, byline, credit)]


def signed(item: Item, paragraph: Paragraph, credit: Credit) -> Item:
    return replace(item, kind="byline", paragraph=replace(paragraph, level=None), credit=credit)
