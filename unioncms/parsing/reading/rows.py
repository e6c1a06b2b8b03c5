"""What a reader of marked-up pages collects, row by row, and the SourceText that it makes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from unioncms.parsing.document import Line, SourceText
from unioncms.parsing.reading.errors import Unreadable
from unioncms.parsing.reading.text import LINE_END, replace_controls

BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Row:
    """A line to be: a block of a web page, a paragraph of Word, a paragraph or title line of a PDF."""

    text: str
    level: int | None = None
    is_quote: bool = False
    is_emphasised: bool = False
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    font_size: float | None = None
    gap: int = 0  # empty lines above it


def source_of(
    rows: Iterable[Row], name: str, kind: str, encoding: str, doubts: tuple[str, ...] = ()
) -> SourceText:
    """The text of the rows, one a line, and the lines with what the rows know."""
    texts: list[str] = []
    lines: list[Line] = []
    at = 0
    for row in rows:
        text, _ = replace_controls(LINE_END.sub(" ", row.text))
        if not text.strip():
            continue
        if lines:
            texts.append("\n" * (row.gap + 1))
            # Empty lines are lines too: the gap above a line is counted from them.
            lines.extend(Line("", at + 1 + number) for number in range(row.gap))
            at += row.gap + 1
        lines.append(
            Line(text, at, row.level, row.is_quote, row.page, row.box, row.font_size, row.is_emphasised)
        )
        texts.append(text)
        at += len(text)
    if not lines:
        raise Unreadable("文件里没有可读的文字。")
    return SourceText(name, "".join(texts), tuple(lines), kind, encoding, doubts)
