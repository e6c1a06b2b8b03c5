"""What stands between two rules at the head of a Markdown file: title, author, day and the site's own words.

`---` / `title: 车间里的"百宝箱"` / `date: 2024-04-12` / `tags: [工会]` / `---`
"""

import re
from collections.abc import Iterator, Sequence

from unioncms.parsing.document import Line

RULE = re.compile(r"(?:-{3,}|\+{3,})\s*")
ENTRY = re.compile(r"(?P<key>[\w\u4e00-\u9fff-]{1,20})\s*[:：=]\s*[\"'“]?(?P<value>.*?)[\"'”]?\s*")
MORE = re.compile(r"\s+\S.*|-\s.*|[\]}],?|\s*")  # of the entry above
MOST_LINES = 40
TITLES = frozenset({"title", "标题", "题目"})
ISSUE = re.compile(r"(?:19|20)[0-9]{2}\s?年.{1,12}[期号刊]")
ISSUES = frozenset({"issue", "期号", "期次", "刊期"})
CREDITS = frozenset({"author", "authors", "作者", "date", "日期", "发布时间", "source", "来源"})


def with_front_matter(lines: Sequence[Line]) -> Iterator[Line]:
    """The title as a heading, unless the text has a heading of the first level; author, day and source as they
    stand; the rest left out."""
    end = end_of_front_matter(lines)
    has_headline = any(line.text.startswith("# ") for line in lines[end:])
    for line in lines[:end]:
        entry = ENTRY.fullmatch(line.text)
        key = entry["key"].lower() if entry is not None else ""
        if entry is not None and key in TITLES and entry["value"] and not has_headline:
            start, stop = entry.span("value")
            yield line._replace(text=line.text[start:stop], start=line.start + start, level=1)
        elif key in CREDITS:
            yield line
        elif entry is not None and key in ISSUES and ISSUE.fullmatch(entry["value"]):
            start, stop = entry.span("value")
            yield line._replace(text=line.text[start:stop], start=line.start + start)
        else:
            yield line._replace(text="")
    yield from lines[end:]


def end_of_front_matter(lines: Sequence[Line]) -> int:
    """The number of the first line below it; 0 where there is none."""
    first = next((at for at, line in enumerate(lines) if line.text.strip()), len(lines))
    if first == len(lines) or RULE.fullmatch(lines[first].text) is None:
        return 0
    entries = 0
    for at in range(first + 1, min(first + MOST_LINES, len(lines))):
        text = lines[at].text
        if RULE.fullmatch(text):
            return at + 1 if entries else 0
        if ENTRY.fullmatch(text):
            entries += 1
        elif not MORE.fullmatch(text) or not entries:
            return 0
    return 0
