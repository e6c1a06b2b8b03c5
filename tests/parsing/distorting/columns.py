"""A round-up set in print columns: heads in one band, continuations in the next."""

import re
from itertools import cycle
from random import Random

from tests.parsing.distorting import sheet
from tests.parsing.distorting.sheet import Article, Page, Printed

KICKERS = (
    "同向发力 同题共答——各地工会干部谈基层建设",
    "心中有职工 脚下有泥土——基层工会主席话服务",
    "凝心聚力开新局——工会干部学习体会选登",
)
COMPILERS = ("闻小溪", "戴一舟", "夏思远", "关雨桐", "邵明川", "蓝可心", "樊知秋", "向晚晴")


def print_page(page: Page, name: str, draw: Random) -> Printed:
    drop = ("column", "series", "source_credit", "editors_note", "subheadline")
    numbers = [at for at, each in enumerate(page["articles"]) if each["headline"] and each["body"]]
    articles = [sheet.copy_articles(page, drop)[at] for at in numbers]
    kicker = next((each["kicker"] for each in articles if each["kicker"]), None)
    if not kicker or "——" not in kicker:
        kicker = draw.choice(KICKERS)
    kicker = re.sub("—+", "——", kicker)
    compilers = cycle(draw.sample(COMPILERS, len(COMPILERS)))
    for article in articles:
        article.update(kicker=kicker, genre="roundup", figures=[])
        article["contributors"] = [each for each in article["contributors"] if each["role"] != "photographer"]
        if not sheet.staff_words(article):
            article["contributors"].append({"name": next(compilers), "role": "reporter"})
    title, _, rest = kicker.partition("——")
    lines = ["", "", title, "", f"——{rest.lstrip('—')}", ""]
    at = 0
    while at < len(articles):
        size = draw.choice((1, 2, 3, 4, 5))
        lines += _band(articles[at : at + size], page, draw)
        at += size
    expected = sheet.expected_parse(page, f"{name}.txt", articles, kept=numbers)
    return Printed(f"{name}.txt", "\n".join(lines) + "\n", expected)


def _band(articles: list[Article], page: Page, draw: Random) -> list[str]:
    """The heads of the pieces, then their rests; a band of one is printed through.

    Most pages keep the order of their heads; on some the rests stand as the columns fell, and what is cut twice
    stands in three places.
    """
    heads: list[str] = []
    later: list[list[list[str]]] = []
    gap = draw.choice(("", " "))
    is_shuffled = draw.random() < 0.25
    for article in articles:
        texts = [block["text"] for block in article["body"]]
        credit = "".join(sheet.compiled_by(article, gap)) or f"（{sheet.staff_words(article, gap)}）"
        authors = sheet.names_in(article, "author")
        top = [article["headline"], ""]
        if authors:
            top += [sheet.post_words(page, authors[0]) + draw.choice(("", " ")) + " ".join(authors), ""]
        place = _cut(texts, draw) if len(articles) > 1 else None
        if place is None:
            heads += [*top, *_columns(texts, draw), credit, ""]
            continue
        block, at, lost = place
        first, second = texts[block][:at], texts[block][at + lost :]
        heads += [*top, *_columns([*texts[:block], first], draw)]
        later.append([*_cut_again([second, *texts[block + 1 :]], is_shuffled, draw), [credit, ""]])
        if lost:
            article["incomplete"] = True
            kept = [{"type": "paragraph", "text": text} for text in (first, second)]
            article["body"][block : block + 1] = kept
    return heads + _as_columns_fell(later, is_shuffled, draw)


def _cut_again(texts: list[str], is_shuffled: bool, draw: Random) -> list[list[str]]:
    """What is left of a piece: in one block, or in two."""
    long = [number for number, text in enumerate(texts) if len(text) > 60]
    if is_shuffled and long and draw.random() < 0.4:
        number = draw.choice(long)
        at = sheet.cut_place(texts[number], draw)
        if at is not None:
            middle = [*texts[:number], texts[number][:at]]
            return [_columns(middle, draw), _columns([texts[number][at:], *texts[number + 1 :]], draw)]
    return [_columns(texts, draw)]


def _as_columns_fell(later: list[list[list[str]]], is_shuffled: bool, draw: Random) -> list[str]:
    """Block by block: of each piece its own in order, and its credit right below the last."""
    lines: list[str] = []
    while later:
        piece = draw.choice(later) if is_shuffled else later[0]
        lines += piece.pop(0)
        if len(piece) == 1 or not is_shuffled:
            lines += [line for block in piece for line in block]
            later.remove(piece)
    return lines


def _cut(texts: list[str], draw: Random) -> tuple[int, int, int] | None:
    """Where a piece is cut: (block, place in it, characters lost there)."""
    block = draw.randrange(max(1, len(texts) // 2))
    text = texts[block]
    at = sheet.cut_place(text, draw)
    if at is None or len(text) < 40:
        return None
    lost = 0
    if draw.random() < 0.25 and len(text) - at > 30:
        lost = draw.randint(8, (len(text) - at) // 2)
    return block, at, lost


def _columns(texts: list[str], draw: Random) -> list[str]:
    """Paragraphs on single lines, one of them cut in mid-sentence by an empty line."""
    long = [at for at, text in enumerate(texts) if len(text) > 60]
    cut = draw.choice(long) if long and draw.random() < 0.6 else None
    lines: list[str] = []
    for index, text in enumerate(texts):
        at = sheet.cut_place(text, draw) if index == cut else None
        lines += [text] if at is None else [text[:at], "", text[at:]]
        if draw.random() < 0.5:
            lines.append("")
    return [*lines, ""]
