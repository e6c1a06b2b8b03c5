"""A page that a converter has turned into Markdown: 【】 columns, # headings, notes, a cut tail."""

from random import Random

from tests.parsing.distorting import sheet
from tests.parsing.distorting.sheet import Article, Page, Printed

COLUMNS = ("主席之声", "基层办公室", "他山之石", "履职手记", "一线风采", "工友来信", "班组故事")


def print_page(page: Page, name: str, draw: Random) -> Printed:
    articles = sheet.copy_articles(page, drop=("series",))
    note_label = draw.choice(("小编说：", "编者按：", "> **编者按** "))
    columns = draw.sample(COLUMNS, len(COLUMNS))
    lines: list[str] = ["", ""]
    for number, article in enumerate(articles):
        sheet.joined_note(article)
        article["series"] = sheet.series_of(article["subheadline"])
        if not article["column"] and columns and article["genre"] not in ("photo", "notice", "listing"):
            article["column"] = columns.pop() if draw.random() < 0.6 else None
        if number and draw.random() < 0.08:
            _cut_head(article, draw)
        lines += _top(article, page, number, draw)
        if article["editors_note"] and note_label.startswith(">"):
            lines += [note_label + article["editors_note"], ""]
        lines += _body(article, draw)
        if article["editors_note"] and not note_label.startswith(">"):
            lines += [note_label + article["editors_note"], ""]
        lines += ["", ""] if draw.random() < 0.4 else []
    if draw.random() < 0.35:
        _cut_tail(articles[-1], lines, draw)
    text = "\n".join(lines).rstrip() + "\n"
    return Printed(f"{name}.md", text, sheet.expected_parse(page, f"{name}.md", articles))


def _top(article: Article, page: Page, number: int, draw: Random) -> list[str]:
    lines: list[str] = []
    if article["column"]:
        lines += [f"【{article['column']}】", ""] * (2 if number == 0 and draw.random() < 0.5 else 1)
    if article["kicker"]:
        lines += [article["kicker"], ""]
    if article["headline"]:
        lines += [f"{'#' if article['column'] else draw.choice(('#', '##'))} {article['headline']}", ""]
    if article["subheadline"]:
        lines += [f"——{article['subheadline']}", ""]
    authors = sheet.names_in(article, "author")
    if authors:
        lines += [f"{sheet.post_words(page, authors[0])} {' '.join(authors)}".strip(), "", "", ""]
    elif staff := sheet.staff_words(article):
        lines += [f"□ {staff}", ""]
    return lines


def _body(article: Article, draw: Random) -> list[str]:
    """Paragraphs parted by an empty line or a hard break, some cut in mid-sentence by a page end."""
    lines: list[str] = []
    for block in article["body"]:
        text = block["text"]
        if block["type"] == "heading":
            lines += ["", f"## {text}", ""] if lines and lines[-1] else [f"## {text}", ""]
            continue
        at = sheet.cut_place(text, draw) if len(text) > 80 and draw.random() < 0.12 else None
        if at is not None:
            lines += [text[:at], "", text[at:], ""]
        elif draw.random() < 0.12:
            lines.append(text + "  ")
        else:
            lines += [text, ""]
    lines += [each for line in sheet.compiled_by(article) for each in (line, "")]
    if article["source_credit"]:
        credit = draw.choice(
            (f"来源：《{article['source_credit']}》", f"（来源：{article['source_credit']}）")
        )
        while lines and not lines[-1]:
            lines.pop()
        if draw.random() < 0.5:
            lines[-1] = lines[-1].rstrip() + credit
        else:
            lines += ["", credit]
        lines.append("")
    for figure in article["figures"]:
        if figure["credit"] and article["genre"] == "photo":
            lines += [figure["caption"] + "  ", figure["credit"], ""]
        else:
            lines += ["", sheet.caption_words(figure, draw), ""]
    return lines


def _cut_head(article: Article, draw: Random) -> None:
    """The start is missing: the first paragraph begins in the middle of a sentence."""
    first = article["body"][0] if article["body"] else None
    at = sheet.cut_place(first["text"], draw, 0.1, 0.6) if first and len(first["text"]) > 60 else None
    if at is not None:
        first["text"] = first["text"][at:]
        article["incomplete"] = True


def _cut_tail(article: Article, lines: list[str], draw: Random) -> None:
    """The file stops in the middle of a sentence of its last article."""
    last = article["body"][-1] if article["body"] else None
    if (
        not last
        or article["figures"]
        or sheet.compiled_by(article)
        or article["editors_note"]
        or article["source_credit"]
    ):
        return
    at = sheet.cut_place(last["text"], draw, 0.4, 0.9) if len(last["text"]) > 40 else None
    place = next((n for n, line in enumerate(lines) if line.strip() == last["text"]), None)
    if at is not None and place is not None and last["type"] == "paragraph":
        del lines[place + 1 :]
        lines[place] = last["text"] = last["text"][:at]
        article["incomplete"] = True
