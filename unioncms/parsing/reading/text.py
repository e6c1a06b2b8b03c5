"""Plain text: lines with their offsets, and control characters made harmless."""

import re
from functools import cache
from itertools import accumulate
from unicodedata import normalize

from unioncms.parsing.document import Line
from unioncms.parsing.lexicon import load

# Control characters that no text holds; tab, line ends, form feed and separators count as blanks.
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f]")
RADICALS = re.compile("[\u2e80-\u2fd5]")
LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")


def replace_controls(text: str) -> tuple[str, tuple[str, ...]]:
    """Control characters become U+FFFD, one for one, so that offsets hold: `第\\x00版` → `第\\ufffd版`."""
    first = CONTROLS.search(text)
    if first is None:
        return text, ()
    cleaned, count = CONTROLS.subn("\ufffd", text)
    return cleaned, (
        f"原文里有 {count} 个控制字符（第一个在第 {first.start()} 个字符处），已换成缺字符号，请对照原文。",
    )


def replace_radicals(text: str) -> tuple[str, tuple[str, ...]]:
    """Radicals that stand for whole characters, one for one: text copied from a PDF has `⼯会` for `工会`."""
    first = RADICALS.search(text)
    if first is None:
        return text, ()
    whole, count = RADICALS.subn(lambda found: whole_character(found[0]), text)
    return whole, (
        f"原文里有 {count} 个字用了部首的编码（第一个在第 {first.start()} 个字符处），已换成相应的汉字。",
    )


def whole_character(radical: str) -> str:
    """`⼯` → `工`; as it is, where no one character stands for it."""
    whole = radicals().get(radical) or normalize("NFKC", radical)
    return whole if len(whole) == 1 else radical


@cache
def radicals() -> dict[str, str]:
    return dict(line.split() for line in load("radicals"))


LEAST_CELLS = 6  # of a table
TAB = re.compile(r"(?<=\S)[^\S\n]*\t\s*(?=\S)")


def text_lines(text: str) -> tuple[Line, ...]:
    lines = parted_lines(text)
    return with_cells(lines) if "\t" in text else tuple(lines)


def with_cells(lines: list[Line]) -> tuple[Line, ...]:
    """`单位⇥会员⇥排名` / `青石县⇥640⇥1`: lines of one number of tabs, one below the other, are a table's."""
    counts = [len(TAB.findall(line.text)) if "\t" in line.text else 0 for line in lines]
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and counts[end] == counts[start]:
            continue
        if counts[start] and end - start > 1 and (counts[start] + 1) * (end - start) >= LEAST_CELLS:
            lines[start:end] = [line._replace(block="cells") for line in lines[start:end]]
        start = end
    return tuple(lines)


def parted_lines(text: str) -> list[Line]:
    printed = text.splitlines(keepends=True)
    starts = accumulate(map(len, printed), initial=0)
    return [Line(line, start) for line, start in zip(text.splitlines(), starts, strict=False)]
