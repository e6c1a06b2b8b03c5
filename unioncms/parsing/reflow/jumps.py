"""Where a text breaks off and where another page takes it up: `（下转第七版）`, `（上接第一版）`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from unioncms.parsing.reflow.printed import PrintLine
from unioncms.parsing.shapes import width

_PAGES = r"\s*第?\s*[A-D]?[0-9一二三四五六七八九十]{1,3}\s*(?:[、,，]\s*[0-9]{1,2}\s*)?版\s*"
JUMP_TO = re.compile(rf"[（(]\s*紧?下转{_PAGES}[）)]$")
JUMP_FROM = re.compile(rf"[（(]\s*紧?上接{_PAGES}[）)]\s*(?=\S)")


def with_jumps_apart(lines: Iterable[PrintLine]) -> Iterator[PrintLine]:
    """`…打给了（下转第七版）` → two lines, as they stand where the jump line has a row of its own."""
    for line in lines:
        text = line.text.text
        if "版" not in text or line.level is not None:
            yield line
        elif "下转" in text and (found := JUMP_TO.search(text)) and found.start():
            yield from cut_in_two(line, found.start())
        elif "上接" in text and (found := JUMP_FROM.match(text)):
            yield from cut_in_two(line, found.end())
        else:
            yield line


def cut_in_two(line: PrintLine, at: int) -> Iterator[PrintLine]:
    for number, text in enumerate((line.text.cut(0, at).strip(), line.text.cut(at))):
        size = width(text.text)
        yield replace(
            line,
            text=text,
            ranges=((text.source(0), text.source(len(text))),),
            gap=0 if number else line.gap,
            indent=0 if number else line.indent,
            width=size,
            row=size,
        )


def is_jump_to(text: str) -> bool:
    return "下转" in text


def is_jump_from(text: str) -> bool:
    return "上接" in text
