"""A page without damage: headline, byline, whole paragraphs. What goes in must come out."""

from random import Random

from tests.parsing.distorting import sheet
from tests.parsing.distorting.sheet import Page, Printed


def print_page(page: Page, name: str, draw: Random) -> Printed:
    articles = sheet.copy_articles(page, drop=("column", "source_credit"))
    pieces: list[str] = []
    for article in articles:
        lines: list[str] = []
        sheet.joined_note(article)
        article["series"] = sheet.series_of(article["subheadline"])
        subheadline = article["subheadline"]
        lines += [
            article["kicker"] or "",
            article["headline"] or "",
            f"——{subheadline}" if subheadline else "",
        ]
        authors = sheet.names_in(article, "author")
        if authors:
            lines.append(f"{sheet.post_words(page, authors[0])} {' '.join(authors)}".strip())
        first = sheet.opening(article, draw)
        lines.append("" if first else sheet.staff_words(article))
        if article["editors_note"]:
            lines.append(f"编者按：{article['editors_note']}")
        texts = [block["text"] for block in article["body"]]
        lines += [first, *texts[1:]] if first else texts
        lines += sheet.compiled_by(article)
        lines += [sheet.caption_words(figure, draw) for figure in article["figures"]]
        pieces.append("\n\n".join(line for line in lines if line))
    text = "\n\n\n\n".join(pieces) + "\n"
    return Printed(f"{name}.txt", text, sheet.expected_parse(page, f"{name}.txt", articles))
