"""Markdown: headings, quotes, rows of lists and tables, pictures and notes as the lines know them; the marks themselves
stay outside the lines.

markdown-it tells which lines are headings and of what level; the text is taken from the source line, so that
offsets hold. A line keeps its own offset, never that of the rendered text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt

from unioncms.parsing.document import Line
from unioncms.parsing.reading.front_matter import with_front_matter
from unioncms.parsing.shapes import is_title_shaped

HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(?=\S)", re.MULTILINE)
HEADING_MARK = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
CLOSING_MARK = re.compile(r"[ \t]+#+[ \t]*$")
QUOTE_MARK = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
# `- `, `* `, `+ [x] ` of a list; `- 7 -` is a page's number and `* * *` a rule
BULLET = re.compile(r"[ \t]{0,8}[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)(?![0-9]{1,3}[ \t]*-)(?![-*+][ \t])")
MARGIN = re.compile("[\u3400-\u9fff“《]")
TABLE_ROW = re.compile(r"[ \t]{0,3}\|.*\|[ \t]*")
TABLE_RULE = re.compile(r"[ \t]{0,3}\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?")
PICTURE = re.compile(r"\[?!\[(?P<words>[^\[\]\n]{0,300})\]\([^()\n]{0,500}\)(?:\]\([^()\n]{0,500}\))?")
EMPHASISED = re.compile(r"[ \t]*(?P<mark>\*|_)(?![*_])(?P<words>[^*_\n]{4,90})(?P=mark)[ \t]*")
UNDERLINE = re.compile(r"={2,}[ \t]*|-{3,}[ \t]*")
FOOTNOTE = re.compile(r"[ \t]{0,3}\[\^[^\]\s]{1,20}\]:[ \t]*(?=\S)")
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z]{1,10})\b[^<>\n]{0,200}>")
LINE_TAGS = frozenset({"br", "p", "div", "center", "li", "tr", "h1", "h2", "h3", "figcaption", "img", "hr"})
WORD_TAGS = frozenset(
    {"span", "font", "b", "i", "u", "em", "strong", "a", "small", "big", "figure", "td", "th", "sup", "sub"}
)
LONGEST_COLUMN = 8  # characters of a column's name above a headline
LEAST_SHOWN = 6  # Chinese characters of a picture's words that say what it shows
MOST_BEFORE = 4  # characters of a caption's mark, ▲ or 图：
MOST_BEHIND = 24  # of who took the picture
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NO_PICTURE = re.compile(r"二维码|封面|头像|图标|徽标|横幅|题图|[Ll]ogo|LOGO|banner")


def looks_like_markdown(text: str) -> bool:
    """Two `# ` headings, or one among the first lines: a lone `#` in a long text is no Markdown."""
    return any(found or match.start() < 400 for found, match in enumerate(HEADING.finditer(text)))


def markdown_lines(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    lines = tuple(with_front_matter(lines))
    levels, quotes = block_marks(lines)
    underlined = underlined_lines(lines)
    levels |= underlined
    if underlined or "<!--" in text:
        lines = tuple(
            line._replace(text="") if number - 1 in underlined or is_comment(line.text) else line
            for number, line in enumerate(lines)
        )
    marked = (marked_line(line, levels.get(number), number in quotes) for number, line in enumerate(lines))
    return tuple(with_pictures(list(without_tags(marked))))


@cache
def block_reader() -> MarkdownIt:
    """Blocks only: the inline rules would cost most of the time and are not asked for."""
    return MarkdownIt("commonmark", {"html": False}).disable(
        ["code", "lheading", "reference", "html_block", "inline"], ignoreInvalid=True
    )


def block_marks(lines: tuple[Line, ...]) -> tuple[dict[int, int], set[int]]:
    """Heading level by line number, and the numbers of quoted lines."""
    levels: dict[int, int] = {}
    quotes: set[int] = set()
    numbers = lines_with_marks([line.text for line in lines])
    for token in block_reader().parse("\n".join(lines[number].text for number in numbers)):
        if token.map is None:
            continue
        start, end = token.map
        if token.type == "heading_open":
            levels[numbers[start]] = int(token.tag[1])
        elif token.type == "blockquote_open":
            quotes.update(numbers[start:end])
    return levels, quotes


def lines_with_marks(texts: Sequence[str]) -> Sequence[int]:
    """The numbers of the lines without stretches of plain paragraphs: below an empty line a letter at the margin ends
    lists and quotes, so that what stands above it reaches no further. Only a fence does."""
    if any("```" in text or "~~~" in text for text in texts):
        return range(len(texts))
    numbers: list[int] = []
    start, has_mark = 0, False
    for number, text in enumerate([*texts, ""]):
        is_end = number == len(texts) or (MARGIN.match(text) and not texts[number - 1].strip(" \t"))
        if is_end:
            numbers.extend(range(start, number) if has_mark else ())
            start, has_mark = number, False
        has_mark = has_mark or "#" in text or ">" in text
    return numbers


def underlined_lines(lines: tuple[Line, ...]) -> dict[int, int]:
    """`柳江工运` / `========`, `**一把三角尺**` / `-----`: the level of a title by the rule right below it.

    A rule below a sentence parts two texts.
    """
    found: dict[int, int] = {}
    for number in range(1, len(lines)):
        rule, above = lines[number].text, lines[number - 1]
        if rule[:1] not in ("=", "-") or UNDERLINE.fullmatch(rule) is None or above.level is not None:
            continue
        words = above.text.strip(" \t*_")
        is_first = number == 1 or len(lines[number - 2].text.strip()) <= LONGEST_COLUMN
        if is_first and is_title_shaped(words) and words[0] not in "#>|-+" and "](" not in words:
            found[number - 1] = 1 if rule[0] == "=" else 2
    return found


def marked_line(line: Line, level: int | None, is_quote: bool) -> Line:
    """`## 抓好线` → the line `抓好线` of level 2, three characters further on; `- 月初开箱` → a row."""
    if line.level is not None:
        return line
    start, end = 0, len(line.text)
    block = None
    if is_quote and (mark := QUOTE_MARK.match(line.text)):
        start = mark.end()
    if level is not None and (mark := HEADING_MARK.match(line.text, start)):
        start = mark.end()
        if closing := CLOSING_MARK.search(line.text, start):
            end = closing.start()
    elif mark := BULLET.match(line.text, start):
        start, block = mark.end(), "row"
    elif mark := FOOTNOTE.match(line.text, start):
        start, block = mark.end(), "footnote"
    elif "|" in line.text and TABLE_ROW.fullmatch(line.text, start):
        block = None if TABLE_RULE.fullmatch(line.text, start) else "cells"
    if not start and block is None and level is None and not is_quote:
        return line
    return line._replace(
        text=line.text[start:end], start=line.start + start, level=level, is_quote=is_quote, block=block
    )


def without_tags(lines: Iterator[Line]) -> Iterator[Line]:
    """`<div align="right">县总工会<br>6月8日</div>` → two lines; a table of such tags is left as it is."""
    for line in lines:
        tags = list(tags_in(line.text)) if "<" in line.text else []
        if not tags:
            yield line
            continue
        at = 0
        for tag in [*tags, None]:
            end = tag.start() if tag else len(line.text)
            if line.text[at:end].strip() or tag is None:
                yield line._replace(text=line.text[at:end], start=line.start + at)
            at = tag.end() if tag else end


def tags_in(text: str) -> Iterator[re.Match[str]]:
    return (tag for tag in TAG.finditer(text) if tag["name"].lower() in LINE_TAGS | WORD_TAGS)


def with_pictures(lines: list[Line]) -> Iterator[Line]:
    """`![职工在夜校上课](a.jpg)` and the `*words in italics*` below a picture say what it shows."""
    words, reach = "", -1  # of the last picture, and the number of the line right below it
    for number, line in enumerate(lines):
        text = line.text.strip()
        picture = PICTURE.fullmatch(text) if "![" in text else None
        if picture is not None:
            words, reach = picture["words"].strip(), number + 1
            under = lines[reach].text.strip() if reach < len(lines) else ""
            below = next(
                (each.text.strip(" *_") for each in lines[reach : reach + 2] if each.text.strip()), ""
            )
            if says_what(words) and not (repeats(below, words) or EMPHASISED.fullmatch(under)):
                at = line.text.index(words)
                line = line._replace(text=words, start=line.start + at, block="picture")
        elif not text:
            reach += number == reach
        elif number == reach and line.level is None:
            emphasised = EMPHASISED.fullmatch(line.text)
            if emphasised is not None:
                at, end = emphasised.span("words")
                line = line._replace(text=line.text[at:end], start=line.start + at, block="picture")
            elif words and repeats(text, words):
                line = line._replace(block="picture")
        yield line


def is_comment(text: str) -> bool:
    """`<!-- page 5 -->`"""
    return text.lstrip().startswith("<!--") and text.rstrip().endswith("-->")


def repeats(line: str, words: str) -> bool:
    """The caption again: alone, or behind its mark and before who took the picture."""
    bare = words.rstrip("。")
    at = line.find(bare)
    return 0 <= at <= MOST_BEFORE and len(line) - at - len(bare) <= MOST_BEHIND


def says_what(words: str) -> bool:
    return len(CHINESE.findall(words)) >= LEAST_SHOWN and NO_PICTURE.search(words) is None
