"""Markdown: headings and quotes as the lines know them; the marks themselves stay outside the lines.

markdown-it tells which lines are headings and of what level; the text is taken from the source line, so that
offsets hold. A line keeps its own offset, never that of the rendered text.
"""

import re

from markdown_it import MarkdownIt

from unioncms.parsing.document import Line

HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(?=\S)", re.MULTILINE)
HEADING_MARK = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
CLOSING_MARK = re.compile(r"[ \t]+#+[ \t]*$")
QUOTE_MARK = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")


def looks_like_markdown(text: str) -> bool:
    """Two `# ` headings, or one among the first lines: a lone `#` in a long text is no Markdown."""
    return any(found or match.start() < 400 for found, match in enumerate(HEADING.finditer(text)))


def markdown_lines(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    levels, quotes = block_marks(lines)
    return tuple(marked_line(line, levels.get(number), number in quotes) for number, line in enumerate(lines))


def block_marks(lines: tuple[Line, ...]) -> tuple[dict[int, int], set[int]]:
    """Heading level by line number, and the numbers of quoted lines."""
    # Blocks only: the inline rules would cost most of the time and are not asked for.
    reader = MarkdownIt("commonmark", {"html": False}).disable(
        ["code", "lheading", "reference", "html_block", "inline"], ignoreInvalid=True
    )
    levels: dict[int, int] = {}
    quotes: set[int] = set()
    for token in reader.parse("\n".join(line.text for line in lines)):
        if token.map is None:
            continue
        if token.type == "heading_open":
            levels[token.map[0]] = int(token.tag[1])
        elif token.type == "blockquote_open":
            quotes.update(range(*token.map))
    return levels, quotes


def marked_line(line: Line, level: int | None, is_quote: bool) -> Line:
    """`## 抓好线` → the line `抓好线` of level 2, three characters further on."""
    if level is None and not is_quote:
        return line
    start, end = 0, len(line.text)
    if is_quote and (mark := QUOTE_MARK.match(line.text)):
        start = mark.end()
    if level is not None and (mark := HEADING_MARK.match(line.text, start)):
        start = mark.end()
        if closing := CLOSING_MARK.search(line.text, start):
            end = closing.start()
    return line._replace(text=line.text[start:end], start=line.start + start, level=level, is_quote=is_quote)
