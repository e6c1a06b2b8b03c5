"""The day of a page whose parts an extractor sets on lines of their own, at its head or among displaced lines.

`综合新闻` / `2024` / `年` / `11` / `月` / `7` / `日 星期四`: behind the name of the page the digits would be taken
for the rest of its line.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from unioncms.parsing.reflow.printed import PrintLine
from unioncms.parsing.shapes import has_sentence_mark
from unioncms.parsing.traced import Traced, join

HEAD_LINES = 30
MOST_PARTS = 9
LONGEST_PART = 12
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
WHOLE = re.compile(r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日(?P<weekday>\s?星期[一二三四五六日天])?")


def with_head_days_joined(lines: Sequence[PrintLine]) -> list[PrintLine]:
    result: list[PrintLine] = []
    number = 0
    while number < len(lines):
        end = number + 1
        if YEAR.match(lines[number].text.text):
            is_head = number < HEAD_LINES and is_above_text(lines[:number])
            end = end_of_day(lines, number, is_head) or end
        result.append(lines[number] if end == number + 1 else day_line(lines[number:end]))
        number = end
    return result


def is_above_text(lines: Sequence[PrintLine]) -> bool:
    return not any(has_sentence_mark(line.text.text) for line in lines)


def end_of_day(lines: Sequence[PrintLine], start: int, is_head: bool) -> int | None:
    """Behind the last line that belongs to the day, where lines from here on make one and nothing else.

    Below text only a day with its weekday is the page's.
    """
    words, end = "", None
    for number, line in enumerate(lines[start : start + MOST_PARTS], start=start + 1):
        words += line.text.text
        if len(line.text.text) > LONGEST_PART:
            break
        if (whole := WHOLE.fullmatch(words)) and (is_head or whole["weekday"]):
            end = number
    return end


def day_line(lines: Sequence[PrintLine]) -> PrintLine:
    parts: list[Traced] = []
    for line in lines:
        if line.text.text.startswith("星期"):
            parts.append(Traced(" ", ((0, line.text.source(0)),)))
        parts.append(line.text)
    ranges = tuple(part for line in lines for part in line.ranges)
    size = sum(line.width for line in lines)
    return replace(lines[0], text=join(parts), ranges=ranges, is_chain=True, width=size, row=size)
