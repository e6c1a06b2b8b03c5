"""A weekly summary: many short items, each with a small headline, under one title."""

from random import Random

from tests.parsing.distorting import sheet, wrapping
from tests.parsing.distorting.sheet import Article, Page, Printed

TITLES = ("工会动态", "一周要闻", "基层短波", "简讯")
MARKS = ("", "● ", "◆", "■ ")


def print_page(page: Page, name: str, draw: Random) -> Printed:
    kept = [
        at
        for at, each in enumerate(page["articles"])
        if each["headline"] and any(len(block["text"]) > 50 for block in each["body"])
    ]
    articles = [sheet.copy_articles(page)[at] for at in kept]
    column, mark = draw.choice(TITLES), draw.choice(MARKS)
    is_wrapped = draw.random() < 0.4
    lines = [f"【{column}】", ""]
    for article in articles:
        _shorten(article, column)
        lines += [mark + article["headline"], ""]
        text = article["body"][0]["text"]
        staff = sheet.staff_words(article)
        tail = f"（{staff}）" if staff else ""
        if is_wrapped:
            setting = wrapping.Setting(draw.choice((18, 22, 30)), blanks="none", digits_apart=False)
            lines += [*wrapping.wrap(text + tail, setting, draw), ""]
        else:
            lines += [text + tail, ""]
    expected = sheet.expected_parse(page, f"{name}.txt", articles, kept=kept)
    return Printed(f"{name}.txt", "\n".join(lines), expected)


def _shorten(article: Article, column: str) -> None:
    """An item keeps its headline, its first long paragraph and who reported it."""
    text = next(block["text"] for block in article["body"] if len(block["text"]) > 50)
    article.update(
        kicker=None,
        subheadline=None,
        series=None,
        source_credit=None,
        editors_note=None,
        column=column,
        figures=[],
        genre="news",
        incomplete=text[-1] not in "。！？”；）.!?;)",
        body=[{"type": "paragraph", "text": text.removeprefix("本报讯").strip(" 　")}],
        contributors=[
            each for each in article["contributors"] if each["role"] not in ("author", "photographer")
        ],
    )
