"""Saved web pages and WeChat posts: blocks as lines, headings with their level, the page's furniture left out.

lxml reads the markup. trafilatura was the rival: it finds the main text of a page well, but drops the short
lines that this parser lives on (bylines, source credits, captions, editor's notes), and brings fifteen packages,
one of which opens connections. What is left of menus and share bars, the parser knows as furniture.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from unioncms.parsing.document import SourceText
from unioncms.parsing.lexicon import load
from unioncms.parsing.reading.errors import Unreadable
from unioncms.parsing.reading.rows import BLANKS, Row, source_of

MOST_ELEMENTS = 300_000
LOOKS_LIKE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I
)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

INLINE = frozenset({"span", "em", "i", "a", "font", "label"})
# `<span>发布时间：…</span><span>来源：…</span>`: styles part them, and nothing in the text
LABELLED = re.compile(r"\s*[【\[]?[\u4e00-\u9fff]{2,6}\s*[：:]")
EMPHASIS = frozenset({"b", "strong"})
FURNITURE_ROLES = frozenset({"navigation", "search", "complementary", "contentinfo", "menu", "menubar"})
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
HIDDEN = re.compile(r"display\s*:\s*none", re.I)
LINKED = 0.7  # share of its text in links from which a block is a list of links
LEAST_LINKS = 4
LEAST_TEXT = 20  # characters beside it: a page that is nothing but links is read as it is
MAIN_SHARE = 0.4  # a block with more of the page's text than this is not furniture, whatever its name
LONGEST_CELL = 60

DAY = re.compile(r"(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}")
HEAD_ROWS = 30
DAY_NAMES = frozenset(
    [
        "article:published_time",
        "pubdate",
        "publishdate",
        "publish_date",
        "publishtime",
        "date",
        "dc.date",
        "og:release_date",
        "datepublished",
        "weibo:article:create_at",
        "firstpublishedtime",
        "og:published_time",
    ]
)
SOURCE_NAMES = frozenset(
    ["source", "contentsource", "mediasource", "og:article:source", "dc.source", "article:source"]
)
TITLE_PARTS = re.compile(r"\s*(?:[_|｜]|\s[-–—]|--)\s*")
SOURCE_LINE = re.compile(r"来源\s*[｜|丨：:／/]")
AUTHOR_LINE = re.compile(r"(?:作者|记者|撰稿|文字?|供稿|通讯员)\s*[｜|丨：:／/]|记者\s")
WECHAT_TIME = re.compile(r"\b(?:ct|create_time|oriCreateTime)\s*[=:]\s*[\"']?(?P<stamp>1\d{9})\b")
WECHAT_DAY = re.compile(r"createTime\s*=\s*['\"](?P<day>\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)")
CHINA = timedelta(hours=8)


def looks_like_html(text: str) -> bool:
    return LOOKS_LIKE.match(text[:2000]) is not None


def read_html(text: str, name: str, encoding: str, doubts: tuple[str, ...]) -> SourceText:
    """Raises Unreadable for a page without text or with too many elements."""
    root = parsed(text)
    content = by_id(root, "js_content")
    rows = wechat_rows(root, content, text) if content is not None else page_rows(root)
    return source_of(rows, name, "html", encoding, doubts)


def parsed(text: str) -> Any:
    from lxml import etree, html

    # The text is decoded already: what the page says of its own encoding no longer holds.
    markup = XML_DECLARATION.sub("", text).encode("utf-8", "replace")
    reader = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(markup, parser=reader)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("这个网页文件里没有可读的内容。") from error
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise Unreadable(f"这个网页文件的元素超过 {MOST_ELEMENTS} 个，不像正常保存的网页，没有导入。")
    return root


def by_id(root: Any, name: str) -> Any | None:
    return next(iter(root.xpath("//*[@id=$name]", name=name)), None)


# A page of the web.


def page_rows(root: Any) -> list[Row]:
    body = root.find("body")
    rows = block_rows(body if body is not None else root)
    return with_data_line(with_headline(rows, page_title(root)), root)


def page_title(root: Any) -> str:
    """`女职工维权行动月启动_松浦工会网` → 女职工维权行动月启动"""
    title = meta(root, frozenset({"og:title"})) or squeezed(root.findtext(".//title") or "")
    return TITLE_PARTS.split(title)[0].strip()


def with_headline(rows: list[Row], title: str) -> list[Row]:
    """The line that the page's own title repeats is its headline; what stands above as a heading names the site."""
    if len(title) < 4 or sum(row.level == 1 for row in rows) > 1:
        return rows
    at = next((n for n, row in enumerate(rows) if row.text.strip() == title), None)
    if at is None:
        return rows if any(row.level for row in rows) else [Row(title, level=1), *rows]
    rows[at].level = 1
    for row in rows[:at]:
        row.level = None
    return rows


def with_data_line(rows: list[Row], root: Any) -> list[Row]:
    """What only the head of the page says of day and source, as a line below the headline."""
    head = "\n".join(row.text for row in rows[:HEAD_ROWS])
    words = []
    day = meta(root, DAY_NAMES) or next((each.get("datetime", "") for each in root.iter("time")), "")
    if DAY.match(day) and not DAY.search(head):
        words.append(day[:16].replace("T", " "))
    source = meta(root, SOURCE_NAMES)
    if source and "来源" not in head and not source.startswith("http"):
        words.append(f"来源：{source}")
    if words:
        at = next((n + 1 for n, row in enumerate(rows) if row.level), 0)
        rows.insert(at, Row("  ".join(words)))
    return rows


def meta(root: Any, names: frozenset[str]) -> str:
    for each in root.iter("meta"):
        name = each.get("name") or each.get("property") or each.get("itemprop") or ""
        if name.lower() in names and each.get("content"):
            return squeezed(each.get("content"))
    return ""


# A post of WeChat: its content and its data stand under names of their own.


def wechat_rows(root: Any, content: Any, text: str) -> list[Row]:
    rows = block_rows(content)
    printed = "\n".join(row.text for row in rows)
    title = words_of(by_id(root, "activity-name")) or meta(root, frozenset({"og:title"}))
    account = words_of(by_id(root, "js_name")) or meta(root, frozenset({"og:article:author"}))
    author = meta(root, frozenset({"author"}))
    data = [words_of(by_id(root, "publish_time")) or wechat_day(text)]
    if account and not SOURCE_LINE.search(printed):
        data.append(f"来源：{account}")
    if author and author != account and not AUTHOR_LINE.search(printed):
        data.append(f"作者：{author}")
    above = [Row(title, level=1)] if title else []
    return [*above, Row("  ".join(filter(None, data))), *rows]


def wechat_day(text: str) -> str:
    """The script of a post knows its time: `var ct = "1722650400"` → 2024-08-03 10:00."""
    if found := WECHAT_DAY.search(text):
        return found["day"]
    if found := WECHAT_TIME.search(text):
        moment = datetime.fromtimestamp(int(found["stamp"]), UTC) + CHINA
        return f"{moment:%Y-%m-%d %H:%M}"
    return ""


def words_of(element: Any | None) -> str:
    return squeezed("".join(element.itertext())) if element is not None else ""


def squeezed(text: str) -> str:
    return BLANKS.sub(" ", text).strip(" ")


# Blocks.


def block_rows(root: Any) -> list[Row]:
    collector = Collector()
    weights = weigh(root)
    total = weights[root][0] or 1
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            collector.end(element)
        elif element is not root and is_left_out(element, weights, total):
            walk.skip_subtree()
            collector.skipped.add(element)
        else:
            collector.start(element, is_flat_row(element, weights))
    collector.flush()
    return collector.rows


def weigh(root: Any) -> dict[Any, tuple[int, int, int, int]]:
    """Of each element: length of its text, of that in links, number of its links, length of its longest cell."""
    weights: dict[Any, tuple[int, int, int, int]] = {}
    for element in reversed(list(root.iter())):
        if element.tag in ("script", "style"):
            weights[element] = (0, 0, 0, 0)
            continue
        length = len((element.text or "").strip())
        linked = links = cell = 0
        for child in element:
            inner = weights[child]
            length += inner[0] + len((child.tail or "").strip())
            linked += inner[1]
            links += inner[2]
            cell = max(cell, inner[3])
        if element.tag == "a":
            linked, links = length, links + 1
        if element.tag in ("td", "th"):
            cell = max(cell, length)
        weights[element] = (length, linked, links, cell)
    return weights


def is_left_out(element: Any, weights: dict[Any, tuple[int, int, int, int]], total: int) -> bool:
    if element.tag in words_in("html_dropped"):
        return element.tag not in ("nav", "footer", "aside") or weights[element][0] < MAIN_SHARE * total
    if element.get("hidden") is not None or HIDDEN.search(element.get("style", "")):
        return True
    length, linked, links, _ = weights[element]
    if element.tag not in words_in("html_blocks") or element.tag in ("body", "html"):
        return False
    if links >= LEAST_LINKS and linked >= LINKED * length and total - length >= LEAST_TEXT:
        return True
    if length >= MAIN_SHARE * total:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    words = {word.lower() for word in WORD.findall(names)}
    is_named = bool(words & words_in("html_furniture")) or element.get("role", "").lower() in FURNITURE_ROLES
    is_header = element.tag == "header" and not any(each.tag == "article" for each in element.iterancestors())
    return (is_named or is_header) and not is_heading(element.tag) and element.find(".//h1") is None


def is_flat_row(element: Any, weights: dict[Any, tuple[int, int, int, int]]) -> bool:
    """A row of a table of figures, not of a layout: its cells are short."""
    if element.tag != "tr" or weights[element][3] > LONGEST_CELL or element.find(".//table") is not None:
        return False
    return sum(child.tag in ("td", "th") for child in element) > 1


@dataclass(slots=True)
class Collector:
    """Text in document order, cut into rows where a block begins or ends."""

    rows: list[Row] = field(default_factory=list)
    skipped: set[Any] = field(default_factory=set)
    parts: list[str] = field(default_factory=list)
    level: int | None = None
    quotes: int = 0
    bold: int = 0
    bold_length: int = 0
    flat: int = 0  # depth of rows of tables that become one line

    def start(self, element: Any, is_flat: bool) -> None:
        tag = element.tag
        if tag == "br":
            self.break_line()
        elif tag in words_in("html_blocks") and not self.flat:
            self.flush()
        elif tag in ("td", "th") and self.parts:
            self.parts.append("　")
        self.flat += is_flat or bool(self.flat and tag == "tr")
        self.quotes += tag == "blockquote"
        self.bold += tag in EMPHASIS
        if is_heading(tag):
            self.level = int(tag[1])
        if self.parts and tag in INLINE and LABELLED.match(element.text or ""):
            self.parts.append("　")
        self.add(element.text)

    def end(self, element: Any) -> None:
        tag = element.tag
        if element in self.skipped:
            self.add(element.tail)
            return
        self.flat -= bool(self.flat and tag == "tr")
        if tag in words_in("html_blocks") and not self.flat:
            self.flush()
        if is_heading(tag):
            self.level = None
        self.quotes -= tag == "blockquote"
        self.bold -= tag in EMPHASIS
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.bold_length += len(text.strip()) if self.bold else 0

    def break_line(self) -> None:
        """`<br>` parts lines, but not those of one heading."""
        if self.level is None and not self.flat:
            self.flush()
        else:
            self.parts.append(" ")

    def flush(self) -> None:
        text = squeezed("".join(self.parts))
        if text.strip():
            is_bold = self.bold_length >= len(re.sub(r"\s", "", text))
            self.rows.append(Row(text, self.level, self.quotes > 0, is_bold))
        self.parts.clear()
        self.bold_length = 0


@cache
def words_in(name: str) -> frozenset[str]:
    return frozenset(load(name))


def is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"
