"""The text of a Word manuscript: indents of full-width blanks, centred titles, numbered headings."""

from random import Random

from tests.parsing.distorting import sheet
from tests.parsing.distorting.sheet import Article, Page, Printed

NUMBERS = "一二三四五六七八九十"
INDENT = "　　"


def print_page(page: Page, name: str, draw: Random) -> Printed:
    numbers = [at for at, each in enumerate(page["articles"]) if each["headline"] and each["body"]]
    first = draw.randrange(len(numbers))
    kept = numbers[first : first + draw.choice((1, 2, 3))]
    articles = [sheet.copy_articles(page, ("column", "source_credit", "kicker"))[at] for at in kept]
    top_style = draw.choice(("（一）", "一、"))
    day = sheet.chinese_day(page) if draw.random() < 0.5 else None
    lines: list[str] = []
    for article in articles:
        sheet.joined_note(article)
        article["series"] = sheet.series_of(article["subheadline"])
        _number_headings(article, top_style)
        lines += _title(article["headline"])
        if article["subheadline"]:
            lines += _title(f"——{article['subheadline']}")
        first = sheet.opening(article, draw)
        authors = sheet.names_in(article, "author")
        if authors:
            spaced = [_spaced(each) if draw.random() < 0.5 else each for each in authors]
            lines += _centred(f"{sheet.post_words(page, authors[0])}　{'　'.join(spaced)}".strip())
        elif not first:
            lines += _centred(sheet.staff_words(article))
        if day and article is articles[0]:
            lines += _centred(f"（{day}）")
        lines.append("")
        if article["editors_note"]:
            lines.append(f"{INDENT}编者按：{article['editors_note']}")
        texts = [block["text"] for block in article["body"]]
        lines += [INDENT + text for text in ([first, *texts[1:]] if first else texts)]
        lines += [INDENT + line for line in sheet.compiled_by(article)]
        lines += _centred_figures(article, draw)
        lines += ["", ""]
    text = "\n".join(lines)
    expected = sheet.expected_parse(
        page,
        f"{name}.txt",
        articles,
        kept=kept,
        published_on=page["published_on"] if day else None,
    )
    return Printed(f"{name}.txt", text, expected)


def _title(text: str) -> list[str]:
    """A long title stands on two lines, cut at its blank."""
    parts = text.split(" ") if len(text) > 18 else [text]
    return [line for part in parts for line in _centred(part)]


def _centred(text: str) -> list[str]:
    return ["　" * max(0, (40 - len(text)) // 2) + text] if text else []


def _centred_figures(article: Article, draw: Random) -> list[str]:
    return [line for figure in article["figures"] for line in _centred(sheet.caption_words(figure, draw))]


def _spaced(name: str) -> str:
    """王　刚: names of two characters are set as wide as names of three."""
    return "　".join(name) if len(name) == 2 else name


def _number_headings(article: Article, style: str) -> None:
    """Headings without a number of their own get one."""
    headings = [block for block in article["body"] if block["type"] == "heading"]
    if any(block["text"][0] in NUMBERS + "（(▲■●第" for block in headings) or len(headings) > len(NUMBERS):
        return
    for number, block in zip(NUMBERS, headings, strict=False):
        block["text"] = (f"（{number}）" if style == "（一）" else f"{number}、") + block["text"]
