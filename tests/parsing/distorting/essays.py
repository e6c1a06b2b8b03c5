"""Signed essays under a common column: marked bylines, paragraphs cut by print columns, a tail twice."""

from random import Random

from tests.parsing.distorting import sheet
from tests.parsing.distorting.sheet import Article, Page, Printed

COLUMNS = ("学习贯彻全省工会工作会议精神", "“我为职工办实事”大家谈", "工会主席笔谈", "基层之声")
NARROW = str.maketrans("，：；？！（）", ",:;?!()")


def print_page(page: Page, name: str, draw: Random) -> Printed:
    drop = ("series", "source_credit", "editors_note", "kicker")
    numbers = [
        at
        for at, each in enumerate(page["articles"])
        if each["headline"] and each["body"] and _byline(each, page)
    ]
    articles = [sheet.copy_articles(page, drop)[at] for at in numbers]
    column, mark = draw.choice(COLUMNS), draw.choice(("●", "□", "■", "◆"))
    is_narrow = draw.random() < 0.5
    lines = ["", "", column, ""]
    for article in articles:
        article.update(column=column, genre="essay", figures=[])
        article["contributors"] = [each for each in article["contributors"] if each["role"] != "photographer"]
        lines += [article["headline"], ""]
        if article["subheadline"]:
            lines += [f"——{article['subheadline']}", ""]
        byline = _byline(article, page)
        signs_below = bool(sheet.names_in(article, "author")) and draw.random() < 0.2
        if byline and not signs_below:
            lines += [mark + byline, ""]
        if len(article["body"]) > 4 and draw.random() < 0.25:
            _lose_before_heading(article, draw)
        lines += _columns(article, draw)
        if signs_below:
            lines += [f"（作者系{byline}）", ""]
        lines += [each for line in sheet.compiled_by(article) for each in (line, "")]
    tail, discarded = _duplicate(articles, draw) if articles else "", []
    text = "\n".join(lines).rstrip("\n")
    if tail:
        text += "\n\n" + tail
        discarded = tail.split("\n\n")
    if is_narrow:
        text = text.translate(NARROW)
    expected = sheet.expected_parse(page, f"{name}.txt", articles, kept=numbers, discarded=discarded)
    return Printed(f"{name}.txt", text + "\n", expected)


def _byline(article: Article, page: Page) -> str:
    authors = sheet.names_in(article, "author")
    if authors:
        return f"{sheet.post_words(page, authors[0])} {' '.join(authors)}".strip()
    return sheet.staff_words(article)


def _columns(article: Article, draw: Random) -> list[str]:
    """An empty line after each paragraph, and wherever a print column ends: in mid-sentence."""
    height, used, lines = draw.randint(180, 420), 0, []
    for block in article["body"]:
        text = block["text"]
        if block["type"] == "paragraph" and used + len(text) > height and len(text) > 50:
            at = sheet.cut_place(text, draw, 0.2, 0.9)
            if at is not None:
                lines += [text[:at], ""]
                text, used = text[at:], 0
        lines += [text, ""]
        used += len(text)
    return lines


def _lose_before_heading(article: Article, draw: Random) -> None:
    """The foot of a column is missing: the paragraph before a heading stops in mid-sentence."""
    places = [
        at
        for at, (block, after) in enumerate(zip(article["body"], article["body"][1:], strict=False))
        if block["type"] == "paragraph" and after["type"] == "heading" and len(block["text"]) > 60
    ]
    if places:
        block = article["body"][draw.choice(places)]
        at = sheet.cut_place(block["text"], draw, 0.5, 0.9)
        if at:
            block["text"] = block["text"][:at]
            article["incomplete"] = True


def _duplicate(articles: list[Article], draw: Random) -> str:
    """A heading and the start of its paragraph once more at the end of the page."""
    body = articles[-1]["body"]
    places = [at for at in range(1, len(body) - 1) if body[at]["type"] == "heading"]
    if not places or draw.random() < 0.4:
        return ""
    at = places[-1]
    cut = sheet.cut_place(body[at + 1]["text"], draw, 0.2, 0.7)
    return f"{body[at]['text']}\n\n{body[at + 1]['text'][:cut]}" if cut and cut > 12 else ""
