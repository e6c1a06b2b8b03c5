"""Sections of a bulletin: a column's name between marks, and below it pieces whose headlines are numbered or marked.

`◆市县传真◆` / `▲青石：仲裁庭开进职工之家` / text / `▲梨川：车轮课堂跑满一百场`: each line of that form is a headline.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.genres import genre_of, is_report
from unioncms.parsing.segmenting.headline_fit import is_letter
from unioncms.parsing.segmenting.items import Item, holds_briefs, names_briefs
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.shapes import BULLETS, dateline_of, is_marked_line

NUMBER_MARKS = (
    (re.compile(r"[0-9０-９]{1,2}\s*(?:、|[.．](?:(?![0-9])|(?=(?:19|20)[0-9]{2}年)))\s*"), "1."),
    (re.compile(r"[（(][0-9０-９]{1,2}[）)]\s*"), "(1)"),
    (re.compile(r"[①-⑳]\s*"), "①"),
    (re.compile(r"[一二三四五六七八九十]{1,3}、\s*"), "一、"),
    (re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]\s*"), "（一）"),
)
COUNTED = ("1.", "(1)")  # numbers that may go on below the next section
LEAST_BRIEFS = 2  # marked lines in a row below a column of short pieces
LEAST_HEADS = 3  # marked lines in a row that are headlines where no section is named
LONGEST_BRIEF = 220  # characters of a piece in a column of short ones
MOST_TEXTS = 3  # paragraphs of a short piece
STORIES = ("news", "feature", "essay")


def mark_of(item: Item) -> tuple[str, int]:
    """`▲青石：…` → ▲ and where the words begin; `3. 全省…` → 1. as all numbers of that form; "" for no mark."""
    words = item.words
    if words[:1] in BULLETS and len(words) > 3:
        return words[0], len(words) - len(words[1:].lstrip())
    for pattern, form in NUMBER_MARKS:
        if (found := pattern.match(words)) and found.end() < len(words):
            return form, found.end()  # `（一）` alone has no words to head a piece with
    return "", 0


def with_marked_headlines(items: list[Item]) -> list[Item]:
    """Lines of one form over short texts, right below the name of a section or of a column of short pieces, or three of
    them over reports."""
    result = list(items)
    for run in runs_of_heads(items):
        above = items[run[0] - 1] if run[0] else None
        is_named = above is not None and above.kind == "column"
        in_section = is_named and (
            above.is_section or (len(run) >= LEAST_BRIEFS and holds_briefs(above.name))
        )
        is_below_text = above is not None and above.kind == "body"
        if in_section or (len(run) >= LEAST_HEADS and not is_below_text and are_reports(items, run)):
            for number in run:
                result[number] = headline_of(items[number])
    return result


def runs_of_heads(items: Sequence[Item]) -> list[list[int]]:
    """Numbers of lines of one form that come one after the other, each over one to three paragraphs."""
    runs: list[list[int]] = []
    form, texts = "", 0
    for number, item in enumerate(items):
        mark = mark_of(item)[0] if may_be_head(item) else ""
        if mark:
            if mark == form and 0 < texts <= MOST_TEXTS:
                runs[-1].append(number)
            else:
                runs.append([number])
            form, texts = mark, 0
        elif item.kind in ("body", "closing", "caption", "photo"):
            texts += item.kind == "body"
        elif item.kind != "column" or form not in COUNTED:
            form = ""
    return runs


def may_be_head(item: Item) -> bool:
    if item.paragraph.level is not None:
        return False
    is_line = item.kind in ("body", "byline", "column") and item.paragraph.lines == 1
    return item.kind in ("title", "heading") or (is_line and is_marked_line(item.words))


def are_reports(items: Sequence[Item], run: Sequence[int]) -> bool:
    below = [items[number + 1].words for number in run if number + 1 < len(items)]
    return sum(map(is_report, below)) * 3 >= len(run) * 2


def headline_of(item: Item) -> Item:
    text = item.paragraph.text
    paragraph = replace(item.paragraph, text=text.cut(mark_of(item)[1]))
    return replace(item, kind="headline", paragraph=paragraph, credit=None)


def share_sections(segments: Segments) -> Segments:
    """A section's name serves the pieces below it of its kind: of `图说` the photographs, of `要闻` the stories."""
    first: Draft | None = None
    for draft in segments.drafts:
        if draft.section is None or names_briefs("".join(line.text for line in draft.headline)):
            first = None
        elif draft.column == draft.section.name:
            first = draft
        elif first is not None and draft.column is None and is_in_section(first, draft):
            draft.column = draft.section.name
            draft.claim(draft.section, "column")
    return segments


def is_in_section(first: Draft, draft: Draft) -> bool:
    """A section that the format marks as a heading holds whatever stands below it, but a notice at the page's end."""
    kind, other = genre_of(first), genre_of(draft)
    if draft.section is not None and draft.section.paragraph.level is not None and other != "notice":
        return True
    if is_letter(first) != is_letter(draft):
        return False  # `职工来信` says nothing of the report below the letter
    if dateline_of(draft.words) and not dateline_of(first.words):
        return False  # `本报讯 …` below what the column `一线故事` tells
    return kind == other or (kind in STORIES and other in STORIES)


def hand_on_columns(drafts: list[Draft]) -> None:
    """`县区短波` among the headlines of a page whose short pieces have theirs above them: their column, and not that
    of the longer piece whose headline stands below it."""
    given = [draft for draft in drafts if holds_briefs(draft.column) and not is_brief(draft)]
    runs = [run for run in map(list, runs_of_briefs(drafts)) if len(run) > 1]
    if len(given) != 1 or len(runs) != 1 or any(draft.column for draft in runs[0]):
        return
    claims = [claim for claim in given[0].claims if claim.label == "column"]
    given[0].claims = [claim for claim in given[0].claims if claim.label != "column"]
    for draft in runs[0]:
        draft.column = given[0].column
        draft.claims.extend(claims)
    given[0].column = None


def runs_of_briefs(drafts: list[Draft]) -> Iterator[Iterator[Draft]]:
    return (run for is_one, run in groupby(drafts, is_brief) if is_one)


def is_brief(draft: Draft) -> bool:
    """One paragraph below a headline."""
    return len(draft.body) == 1 and len(draft.words) <= LONGEST_BRIEF and bool(draft.headline)
