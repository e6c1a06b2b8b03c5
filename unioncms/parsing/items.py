"""Paragraphs with what each one is: a title, a byline, a credit, a note, body text or furniture."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from unioncms.parsing.credits import Credit, cut_caption, opens_caption, read_credit
from unioncms.parsing.credits.lines import day_in
from unioncms.parsing.credits.names import is_name
from unioncms.parsing.document import Contributor
from unioncms.parsing.furniture import is_contact, is_day_line, is_furniture, is_page_line, is_running_head
from unioncms.parsing.lexicon import load
from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.shapes import (
    DATELINE,
    ends_sentence,
    is_bullet_heading,
    is_numbered_heading,
    is_title_shaped,
)

LONGEST_MASTHEAD = 10
HEAD_ITEMS = 10  # a page's running head stands among its first lines
PUBLICATION = re.compile(
    r"[\u4e00-\u9fff]{1,9}(?:日报|晚报|早报|时报|工人报|职工报|劳动报|导报|周报|工运|周刊|快讯|简报|报)"
)
ISSUE_OF = re.compile(
    r"《(?P<title>[^》]{2,12})》\s*(?:19|20)[0-9]{2}\s*年\s*(?:第?\s*[0-9]{1,3}\s*[月期]号?)"
)
COLUMN_MARK = re.compile(
    r"[【〖\[［]\s*(?P<name>[^】〗\]］，。]{2,20})\s*[】〗\]］](?:\s*[（(][^）)]{1,12}[）)])?"
)
COLUMN_LABEL = re.compile(r"(?:本期|本报)?栏目\s*[:：]\s*(?P<name>[^，。]{2,16})")
RULE = re.compile(r"[-—_=*~·.\s]{3,}")
SECTION_LABELS = frozenset(
    {"链接", "新闻链接", "相关链接", "背景", "新闻背景", "资料链接", "延伸", "名词解释"}
)


@dataclass(frozen=True, slots=True)
class Item:
    """`kind`: furniture, running_head, mark, duplicate, column, note, title, heading, caption, photo, byline,
    closing, meta, editors or body."""

    kind: str
    paragraph: Paragraph
    credit: Credit | None = None
    name: str = ""  # of a column or of a note's label
    cut: int = 0  # where the words after a label begin

    @property
    def words(self) -> str:
        return self.paragraph.words

    @property
    def is_sentence(self) -> bool:
        return ends_sentence(self.words)


def items_of(paragraphs: Sequence[Paragraph]) -> list[Item]:
    items = [item_of(paragraph, number) for number, paragraph in enumerate(paragraphs)]
    return with_furniture_lists(with_attached_lines(with_bare_names(with_contacts(with_masthead(items)))))


def with_contacts(items: list[Item]) -> list[Item]:
    """An address is the site's where it stands beside the site's other lines, and a notice's where it does not."""
    result = list(items)
    for number, item in enumerate(items):
        if item.kind != "furniture" or not is_contact(item.words):
            continue
        around = (
            next((each for each in lines if each.kind != "furniture" or not is_contact(each.words)), None)
            for lines in (reversed(items[max(number - 8, 0) : number]), items[number + 1 : number + 9])
        )
        if not any(each is not None and each.kind == "furniture" for each in around):
            result[number] = replace(item, kind="body", credit=None)
    return result


def with_bare_names(items: list[Item]) -> list[Item]:
    """A name and nothing else between a title and its text is the author's: `老矿灯的故事` / `邓福来`."""
    result = list(items)
    for number in range(1, len(items) - 1):
        above, item, below = result[number - 1], items[number], items[number + 1]
        name = item.words.replace(" ", "")
        if item.kind != "title" or above.kind != "title" or item.paragraph.level is not None or len(name) > 4:
            continue
        if is_name(name) and below.kind in ("body", "note", "caption") and len(above.words) > 4:
            result[number] = replace(
                item, kind="byline", credit=Credit("byline", (Contributor(name, "author"),))
            )
    return result


def with_masthead(items: list[Item]) -> list[Item]:
    """Between the day and the page's number stands the paper: `2020年5月12日` / `青石卫生职工` / `第2版`."""
    result = list(items)
    for number in range(1, min(len(items) - 1, HEAD_ITEMS)):
        above, item, below = items[number - 1 : number + 2]
        if (
            item.kind == "title"
            and above.kind == below.kind == "running_head"
            and len(item.words) <= LONGEST_MASTHEAD
            and (is_day_line(above.words) or is_day_line(below.words))
        ):
            result[number] = replace(item, kind="running_head", name=item.words)
    return result


def with_attached_lines(items: list[Item]) -> list[Item]:
    """A short line right below a paragraph, where the page parts everything else by an empty line, is text too."""
    gaps = Counter(item.paragraph.gap for item in items[1:])
    if not gaps or gaps.most_common(1)[0][0] == 0:
        return items
    result = list(items)
    for number, item in enumerate(items[1:], start=1):
        above = items[number - 1]
        if item.kind == "title" and item.paragraph.gap == 0 and above.kind == "body" and above.is_sentence:
            level = (
                item.paragraph.level is None and not item.paragraph.measure and not above.paragraph.measure
            )
            if level and len(above.words) > 30:
                result[number] = replace(item, kind="body")
    return result


def item_of(paragraph: Paragraph, number: int) -> Item:
    text = paragraph.words
    if RULE.fullmatch(text):
        return Item("mark", paragraph)
    label = note_label(text)
    if label:
        return Item("note", paragraph, name=label[0], cut=label[1])
    if is_furniture(text):
        return Item("furniture", paragraph, read_credit(text))
    column = COLUMN_MARK.fullmatch(text) or COLUMN_LABEL.fullmatch(text)
    if column:
        return Item("column", paragraph, name=column["name"].strip())
    if paragraph.level is None and text in SECTION_LABELS:
        return Item("mark", paragraph)
    if (
        (number < HEAD_ITEMS and is_page_head(text, paragraph))
        or (paragraph.level is None and is_running_head(text) and number >= HEAD_ITEMS and len(text) < 12)
        or (paragraph.level is None and is_page_line(text))
    ):
        return Item("running_head", paragraph)
    if paragraph.level is not None:
        return Item("title", paragraph)
    credit = read_credit(text)
    if credit is not None:
        return Item(credit.kind, paragraph, credit)
    return Item(kind_of_text(paragraph), paragraph)


def kind_of_text(paragraph: Paragraph) -> str:
    text = paragraph.words
    if paragraph.is_vertical:
        return "title"
    if is_numbered_heading(text) or is_bullet_heading(text):
        return "heading"
    if (opens_caption(text) and len(text) < 120) or cut_caption(paragraph.text) is not None:
        return "caption"
    if DATELINE.match(text):
        return "body"
    return "title" if is_title_shaped(text) else "body"


def is_page_head(text: str, paragraph: Paragraph) -> bool:
    if paragraph.level is not None:
        return False
    return is_running_head(text) or bool(PUBLICATION.fullmatch(text)) or bool(ISSUE_OF.fullmatch(text))


@lru_cache(maxsize=1)
def note_labels() -> dict[str, str]:
    return dict(line.split() for line in load("note_labels"))


@lru_cache(maxsize=1)
def note_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(note_labels(), key=len, reverse=True))
    return re.compile(
        rf"[■●□◆★☆▲【\[〖(（]?\s*(?P<label>{words})\s*(?:[】\]〗)）]?\s*[:：丨｜|]\s*|[】\]〗)）]\s*|\s+(?=\S)|$)"
    )


def note_label(text: str) -> tuple[str, int] | None:
    """`小编说:锡山区总工会…` → 小编说 and where the words begin."""
    match = note_pattern().match(text)
    return (match["label"], match.end()) if match else None


def is_after(label: str) -> bool:
    return note_labels().get(label) == "after"


def with_furniture_lists(items: list[Item]) -> list[Item]:
    """Titles among furniture are links of the site: `您可能还喜欢` / `街角有间骑手食堂` / `我来说两句`."""
    first_text = next((at for at, item in enumerate(items) if item.kind in ("body", "note", "caption")), 0)
    result = without_header_titles(items)
    # `密码:` and `验证码:` below the comments are no text.
    texts = (
        at
        for at, item in enumerate(items)
        if item.kind in ("note", "caption")
        or (item.kind == "body" and (item.is_sentence or len(item.words) > 12))
    )
    last_text = max(texts, default=-1)
    tail_from = next(
        (at for at in range(last_text + 1, len(items)) if items[at].kind == "furniture"), len(items)
    )
    for number, item in enumerate(items):
        if (
            item.kind not in ("title", "heading", "mark", "byline", "body")
            or item.paragraph.level is not None
        ):
            continue
        above = result[number - 1].kind if number else "furniture"
        below = next((each.kind for each in items[number + 1 : number + 2]), "furniture")
        enclosed = (
            number > first_text
            and above == "furniture"
            and below == "furniture"
            and item.kind == "title"
            and number + 1 < len(items)
        )
        if number > tail_from or enclosed:
            result[number] = replace(item, kind="furniture")
    return result


def without_header_titles(items: list[Item]) -> list[Item]:
    """Among the furniture above a text, one run of title lines is the headline's; others name the site."""
    first_text = next((at for at, item in enumerate(items) if item.kind in ("body", "note", "caption")), 0)
    head = items[:first_text]
    if not any(item.kind == "furniture" for item in head):
        return items
    runs: list[list[int]] = [[]]
    for number, item in enumerate(head):
        if item.kind == "title":
            runs[-1].append(number)
        elif item.kind == "furniture":
            runs.append([])
    runs = [run for run in runs if run]
    if len(runs) < 2 or any(head[number].paragraph.level for run in runs for number in run):
        return items
    # The name of a site or an account is shorter than a headline.
    titles = max(runs, key=lambda run: (max(len(head[number].words) for number in run), run))
    extra = {number for run in runs if run is not titles for number in run}
    return [replace(item, kind="furniture") if number in extra else item for number, item in enumerate(items)]


def publication_of(items: list[Item]) -> str | None:
    """The paper whose running head the page prints: `澜山工人报`, `《云岭工运》2025年9月号`."""
    for item in items[:HEAD_ITEMS]:
        if item.kind != "running_head":
            continue
        issue = ISSUE_OF.fullmatch(item.words)
        if issue:
            return issue["title"]
        if item.name or PUBLICATION.fullmatch(item.words):
            return item.words
    return None


def day_of(items: list[Item]) -> str | None:
    """The day in the page's own head."""
    heads = (item.words for item in items if item.kind == "running_head" and is_day_line(item.words))
    return next((day for words in heads if (day := day_in(words))), None)


def holds_briefs(column: str | None) -> bool:
    """`一周要闻`, `基层短波`: a column of several short pieces, each with a headline of its own."""
    return column is not None and column.endswith(load("columns_of_briefs"))
