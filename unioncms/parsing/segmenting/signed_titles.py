"""A headline with its byline on the same line, as OCR and copied lists give them: two items."""

import re
from dataclasses import replace

from unioncms.parsing.credits import Credit, read_credit
from unioncms.parsing.document import Contributor
from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.segmenting.bare_names import bare_names
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.run_together import part_of
from unioncms.parsing.shapes import is_title_shaped

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
