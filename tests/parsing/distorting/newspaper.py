"""A newspaper page copied out of a PDF: short lines, empty lines between, heads away from their bodies."""

import re
from dataclasses import replace
from random import Random

from tests.parsing.distorting import sheet
from tests.parsing.distorting.sheet import Article, Page, Printed
from tests.parsing.distorting.wrapping import MISSING, Setting, draw_setting, widen, wrap

VERTICAL = str.maketrans("（）《》“”", "︵︶︽︾﹁﹂")
DESKS = ("综合新闻", "工会动态", "基层", "专版", "要闻")
HEADING_SETTING = Setting(26, "none", False)
MARKS = ("□", "■", "◎", "●")


def print_page(page: Page, name: str, draw: Random) -> Printed:
    articles = sheet.copy_articles(page, drop=("column", "source_credit", "series"))
    mode = draw.choice(("before", "after", "mixed", "end"))
    captions_at = draw.choice(("end", "own", "between"))
    is_tight = draw.random() < 0.25  # no empty lines; paragraphs are indented instead
    digits_apart = not is_tight and draw.random() < 0.75
    lost_indent = 2 if not is_tight and draw.random() < 0.6 else 0
    drawn = draw.random()
    raggedness = 0 if drawn >= 0.4 else 1 if drawn >= 0.15 else 2
    mark = draw.choice(MARKS)
    heads, bodies, captions = [], [], []
    for article in articles:
        article["series"] = sheet.series_of(article["subheadline"])
        sheet.joined_note(article)
        setting = draw_setting(draw)
        setting = replace(
            setting,
            digits_apart=digits_apart,
            indent="　　" if is_tight else "",
            lost_indent=lost_indent,
            raggedness=raggedness,
        )
        if not article["body"] or article["genre"] == "photo":
            article["editors_note"] = None
        _lose_a_number(article, draw)
        first = sheet.opening(article, draw)
        heads.append(_head(article, "" if first else mark, draw))
        note = article["editors_note"]
        if note and mode == "before" and heads[-1] and heads[-1][-1].startswith(mark):
            heads[-1][-1:-1] = wrap(f"编者按 {note}", setting, draw)
            note = None
        bodies.append(_body(article, page, first, note, setting, draw))
        captions.append([sheet.caption_words(figure, draw) for figure in article["figures"]])
    running = _running_head(page, draw)
    _interrupt(bodies, running, draw)
    lines = _arrange(articles, heads, bodies, captions, mode, captions_at, draw)
    for article in articles:
        article["body"] = [{**b, "text": b["text"].replace(MISSING, "")} for b in article["body"]]
    top = draw.random() < 0.5 and sheet.chinese_day(page)
    if top:
        lines = [f"{top} 星期{draw.choice('一二三四五')}", page["publication"] or "", *running, *lines]
    text = ("\n" if is_tight else "\n\n").join(line for line in lines if line).replace(MISSING, "\n ")
    discarded = [*running, "\ufffd"] if "\ufffd" in text else running
    expected = sheet.expected_parse(
        page,
        f"{name}.txt",
        articles,
        publication=page["publication"] if top else None,
        published_on=page["published_on"] if top else None,
        discarded=discarded,
    )
    return Printed(f"{name}.txt", " " + text, expected)


def _head(article: Article, mark: str, draw: Random) -> list[str]:
    """Kicker, headline, subheadline, byline behind its mark; some headlines stand upright."""
    headline = widen(article["headline"] or "")
    lines = [widen(article["kicker"])] if article["kicker"] else []
    is_short = headline and len(headline) <= 13 and not re.search("[0-9A-Za-z ]", headline)
    if is_short and not lines and not article["subheadline"] and draw.random() < 0.25:
        lines += list(headline.translate(VERTICAL))
    elif headline:
        parts = headline.split(" ")
        are_even = max(map(len, parts)) - min(map(len, parts)) <= 2  # else the second could be a subheadline
        lines += parts if are_even and draw.random() < 0.3 else [headline]
    if article["subheadline"]:
        dash = "\ufffd\ufffd" if draw.random() < 0.15 else "———"
        lines += wrap(dash + article["subheadline"], HEADING_SETTING, draw)
    staff = sheet.staff_words(article, ours=draw.choice(("", "本报")))
    if mark and staff and article["genre"] != "photo" and not sheet.names_in(article, "author"):
        lines.append(mark + staff)
    return lines


def _body(
    article: Article, page: Page, opening: str | None, note: str | None, setting: Setting, draw: Random
) -> list[str]:
    lines = []
    for at, block in enumerate(article["body"]):
        is_short = block["type"] == "heading" and len(block["text"]) < 20
        text = opening if opening and at == 0 else block["text"]
        lines += wrap(text, HEADING_SETTING if is_short else setting, draw)
    authors = sheet.names_in(article, "author")
    if authors:
        post = sheet.post_words(page, authors[0])
        lines += wrap(f"（作者{f'系{post}' if post else '：'} {' '.join(authors)}）", setting, draw)
    lines += sheet.compiled_by(article)
    if note:
        lines += wrap(f"小编说：{note}", setting, draw)
    return lines


def _lose_a_number(article: Article, draw: Random) -> None:
    """衡阳是全国⟨6⟩个老工业基地之一: the font of the digits is missing in one place."""
    for block in article["body"]:
        numbers = list(re.finditer(r"(?<=[\u4e00-\u9fff])\d+(?=[\u4e00-\u9fff])", block["text"]))
        if numbers and draw.random() < 0.06:
            lost = draw.choice(numbers)
            block["text"] = block["text"][: lost.start()] + MISSING + block["text"][lost.end() :]


def _running_head(page: Page, draw: Random) -> list[str]:
    number, desk = draw.randint(2, 8), draw.choice(DESKS)
    return draw.choice(
        (
            [f"第{number}版 {desk}"],
            [f"{desk} {number}版", "责任编辑 郑晓岚 版式 傅青"],
            [f"— {number} —"],
            [f"· {number} ·"],
        )
    )


def _interrupt(bodies: list[list[str]], running: list[str], draw: Random) -> None:
    """The foot of one page and the head of the next stand in the middle of a sentence."""
    long = [body for body in bodies if len(body) > 12]
    if long and draw.random() < 0.5:
        body = draw.choice(long)
        places = [
            at
            for at in range(4, len(body) - 2)
            if len(body[at - 1]) > 8 and body[at - 1][-1] not in "。！？”）"
        ]
        if places:
            at = draw.choice(places)
            body[at:at] = running


def _arrange(
    articles: list[Article],
    heads: list[list[str]],
    bodies: list[list[str]],
    captions: list[list[str]],
    mode: str,
    captions_at: str,
    draw: Random,
) -> list[str]:
    lines: list[str] = []
    late: list[list[str]] = []
    loose: list[str] = []
    for article, head, body, own in zip(articles, heads, bodies, captions, strict=True):
        placing = draw.choice(("before", "after")) if mode == "mixed" else mode
        if not body:
            lines += head + own
            continue
        if placing == "before":
            lines += head + body
        elif placing == "after":
            lines += body + head
        else:
            lines += body
            late.append(head)
        if captions_at == "own":
            lines += own
        elif captions_at == "between":
            lines += [
                words for words, figure in zip(own, article["figures"], strict=True) if figure["credit"]
            ]
            loose += [
                words for words, figure in zip(own, article["figures"], strict=True) if not figure["credit"]
            ]
        else:
            loose += own
        if draw.random() < 0.1:
            lines[-1] += "\ufffd"
    draw.shuffle(late)
    return lines + [line for head in late for line in head] + loose
