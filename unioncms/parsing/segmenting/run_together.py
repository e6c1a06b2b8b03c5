"""Lines that hold more than one paragraph, or the page's own mark behind one: copied text that lost its line ends."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from unioncms.parsing.credits import Credit, read_credit
from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.shapes import dateline_of, ends_sentence, has_sentence_mark, is_title_shaped
from unioncms.parsing.traced import Traced

LEAST_LINE = 160  # characters of a line that may hold several paragraphs
LEAST_PART = 16  # of each of them
END = re.compile(r"[。！？!?][”’）)]?")
BEHIND_TEXT = re.compile(r"[\u3400-\u9fff，、；：,;:]")
OPENS_TEXT = re.compile(r"[\u3400-\u9fff“‘《]")
# `…多了三成。①7`: of the editor or the page, as papers print it behind the last word
CODE = re.compile(r"(?<=[。！？”）)])\s?[①-⑳]\s?[0-9]{1,2}$")
CODE_REACH = 5
BAR = re.compile(r"\s[|｜]$")  # of a table that the page was laid out in
LEAST_SENTENCE = 40  # characters of a paragraph of one sentence
REPORT_REACH = 64  # characters within which the dateline of a line with its headline stands
LEAST_HEADLINE, LONGEST_HEADLINE = 6, 48


def with_lines_parted(items: list[Item]) -> list[Item]:
    """`…送去了祝福。 24日上午，…`: where a line has blanks behind some of its sentences and nowhere else, each of them
    ends a paragraph."""
    return [part for item in items for part in (parts_of(item) if item.kind == "body" else (item,))]


def headline_end(item: Item) -> int:
    """`矿灯房装上充电桩 本报讯 近日，…`: where the report begins; 0 where no headline stands before it."""
    words, paragraph = item.words, item.paragraph
    if len(words) < LEAST_LINE or paragraph.lines > 1 or paragraph.block or "讯" not in words[:REPORT_REACH]:
        return 0
    for at in blanks_of(paragraph.text):
        if at > LONGEST_HEADLINE:
            break
        head = words[: end_above(words, at)]
        is_headline = len(head) >= LEAST_HEADLINE and is_title_shaped(head) and not has_sentence_mark(head)
        if is_headline and dateline_of(words, at) is not None:
            return at
    return 0


def parts_of(item: Item) -> Iterator[Item]:
    if start := headline_end(item):
        yield replace(item, kind="title", paragraph=part_of(item.paragraph, 0, start))
        item = replace(item, paragraph=replace(part_of(item.paragraph, start, len(item.words)), gap=0))
    words = item.words
    code = CODE.search(words, max(0, len(words) - CODE_REACH)) if words[-1].isdigit() else None
    is_long = len(words) >= LEAST_LINE and words[0] not in "|｜"
    code = code or (BAR.search(words, len(words) - CODE_REACH) if is_long else None)
    end = code.start() if code else len(words)
    cuts = cuts_of(item)
    if not cuts and code is None:
        yield item
        return
    signed = credit_below(words, cuts, end)
    for number, (start, stop) in enumerate(pairwise([0, *cuts, end])):
        part = part_of(item.paragraph, start, stop)
        if signed is not None and stop == end:
            yield replace(item, kind=signed.kind, paragraph=replace(part, gap=0), credit=signed, cut=0)
            break
        yield (
            replace(item, paragraph=replace(part, gap=0), name="", cut=0)
            if number
            else replace(item, paragraph=part)
        )
    if code is not None:
        yield Item("mark", part_of(item.paragraph, end, len(words)))


def credit_below(words: str, cuts: list[int], end: int) -> Credit | None:
    """`…多了三成。 云台晚报记者 王一川`"""
    is_short = bool(cuts) and end - cuts[-1] < LEAST_LINE and not ends_sentence(words[cuts[-1] : end])
    return read_credit(words[cuts[-1] : end].strip()) if is_short else None


def part_of(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    first, last = paragraph.text.source(start), paragraph.text.source(end)
    ranges = ((max(one, first), min(other, last)) for one, other in paragraph.ranges)
    return replace(
        paragraph,
        text=paragraph.text.cut(start, end).strip(),
        ranges=tuple(each for each in ranges if each[0] < each[1]),
        seams=tuple(seam - start for seam in paragraph.seams if start < seam < end),
    )


def cuts_of(item: Item) -> list[int]:
    """Where the paragraphs of the line begin; a typist who leaves a blank behind each sentence parts none."""
    words, paragraph = item.words, item.paragraph
    if len(words) < LEAST_LINE or paragraph.lines > 1 or paragraph.measure or paragraph.block:
        return []
    blanks = blanks_of(paragraph.text)
    ends = {found.end() for found in END.finditer(words)} - {len(words)}
    cuts = [at for at in blanks if end_above(words, at) in ends]
    parts = [end - start for start, end in pairwise([0, *cuts, len(words)])]
    if not cuts or (len(cuts) == len(ends) and min(parts) < LEAST_SENTENCE):
        return []
    dateline = dateline_of(words)
    head = dateline.end() + 1 if dateline else 0
    if words[head - 1 : head] in ("（", "("):  # of the reporters
        head = max(
            words.find("）", head, head + REPORT_REACH), words.find(")", head, head + REPORT_REACH), head
        )
    last = cuts[-1]
    within = [at for at in blanks if head < at < last and at not in cuts and is_within_text(words, at)]
    if credit_below(words, cuts, len(BAR.sub("", words[last:])) + last) is None:
        within += [at for at in blanks if at > last and is_within_text(words, at)]
    else:
        parts.pop()
    return [] if within or min(parts) < LEAST_PART else cuts


def blanks_of(text: Traced) -> list[int]:
    """What stands behind each blank of the printed line, also of those that are closed up."""
    closed = (offset for offset, _ in text.pieces[1:])
    kept = (found.end() for found in re.finditer(r"\s+", text.text))
    return sorted({*closed, *kept})


def end_above(words: str, at: int) -> int:
    """Where the words before a blank end."""
    while at and words[at - 1].isspace():
        at -= 1
    return at


def is_within_text(words: str, at: int) -> bool:
    """Between two Chinese words, and not beside a figure."""
    return (
        BEHIND_TEXT.match(words, end_above(words, at) - 1) is not None
        and OPENS_TEXT.match(words, at) is not None
    )
