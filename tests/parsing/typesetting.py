"""Clean pages as files of other formats than text: Word, web pages, posts of WeChat, PDF."""

import html
import io
from random import Random

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import BalancedColumns, BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

from tests.parsing.distorting import load_pages, sheet
from tests.parsing.distorting.sheet import Article, Page

PAGES = load_pages()
# Pages of several signed articles with headings, notes and captions, one for each kind of union.
SEVERAL = (
    "songpu_2023-03-08_city",
    "nanxi_2025-07-22_industry",
    "haitang_2020_hospital",
    "jinping_2018_history",
    "01_lanshan_2024-05-01_pdf",
    "yuguan_2023-09_education",
)
Element = tuple[
    str, str
]  # kicker, headline, subheadline, byline, note, heading, paragraph, caption; its words


def elements_of(name: str, most: int | None = None) -> tuple[list[list[Element]], Page]:
    """What is to be printed, article by article, and the parse that it should give."""
    page = PAGES[name]
    draw = Random(name)
    numbers = [at for at, each in enumerate(page["articles"]) if each["headline"] and each["body"]][:most]
    articles = [sheet.copy_articles(page, ("column", "source_credit"))[at] for at in numbers]
    printed = [article_elements(article, page, draw) for article in articles]
    return printed, sheet.expected_parse(page, name, articles, kept=numbers)


def article_elements(article: Article, page: Page, draw: Random) -> list[Element]:
    sheet.joined_note(article)
    article["series"] = sheet.series_of(article["subheadline"])
    authors = sheet.names_in(article, "author")
    first = sheet.opening(article, draw)
    texts = [(block["type"], block["text"]) for block in article["body"]]
    if first:
        texts[0] = ("paragraph", first)
    elements = [
        ("kicker", article["kicker"] or ""),
        ("headline", article["headline"]),
        ("subheadline", f"——{article['subheadline']}" if article["subheadline"] else ""),
        ("byline", f"{sheet.post_words(page, authors[0])} {' '.join(authors)}".strip() if authors else ""),
        ("byline", "" if first else sheet.staff_words(article)),
        ("note", f"编者按：{article['editors_note']}" if article["editors_note"] else ""),
        *texts,
        *(("byline", line) for line in sheet.compiled_by(article)),
        *(("caption", sheet.caption_words(figure, draw)) for figure in article["figures"]),
    ]
    return [element for element in elements if element[1]]


# Word.

STYLES = {"headline": "Heading 1", "heading": "Heading 2"}
SIZES = {"kicker": 16, "headline": 22, "subheadline": 16}


def word_file(articles: list[list[Element]], *, has_styles: bool) -> bytes:
    """With the styles of Word, or as most manuscripts come: headlines centred in large type."""
    document = docx.Document()
    for kind, words in (element for article in articles for element in article):
        style = STYLES.get(kind) if has_styles else None
        paragraph = document.add_paragraph(style=style)
        run = paragraph.add_run(("　　" if kind == "paragraph" else "") + words)
        if not has_styles and kind in SIZES:
            run.font.size = Pt(SIZES[kind])
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif kind == "heading":
            run.bold = True
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


# Web.

TAGS = {"headline": "h1", "heading": "h3", "caption": "figcaption", "note": "blockquote"}


def web_body(articles: list[list[Element]], headline: str = "h1") -> str:
    tags = TAGS | {"headline": headline}
    return "\n".join(
        "<article>"
        + "".join(
            f"<{tags.get(kind, 'p')}>{html.escape(words)}</{tags.get(kind, 'p')}>\n"
            for kind, words in article
        )
        + "</article>"
        for article in articles
    )


def web_page(articles: list[list[Element]], headline: str = "h1") -> bytes:
    return f"""<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>工会报</title><style>p {{ color: red }}</style>
<script>var nothing = "不是正文";</script></head>
<body><div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/a">要闻</a></li></ul></div>
<main>{web_body(articles, headline)}</main>
<div class="footer">Copyright 工会网 版权所有</div></body></html>""".encode()


def wechat_post(article: list[Element], account: str, stamp: int) -> bytes:
    """As the messenger saves it: hidden until its script has run, every paragraph in sections of its own."""
    title = next(words for kind, words in article if kind == "headline")
    blocks = "".join(
        f'<section style="margin: 0 8px;"><section><p style="text-indent: 2em;"><span leaf="">'
        f"{'<strong>' if kind == 'heading' else ''}{html.escape(words)}"
        f"{'</strong>' if kind == 'heading' else ''}</span></p></section></section>\n<p><br></p>\n"
        for kind, words in article
        if kind != "headline"
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<meta property="og:title" content="{html.escape(title)}"><title></title>
<script>var ct = "{stamp}"; var msg_title = '不是正文';</script></head>
<body id="activity-detail"><div id="js_article"><div id="img-content">
<h1 class="rich_media_title" id="activity-name">
{html.escape(title)}
</h1><div id="meta_content" class="rich_media_meta_list">
<a id="js_name"> {account} </a> <em id="publish_time"></em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">{blocks}</div>
</div><div class="rich_media_tool" id="js_toobar3"><a>阅读原文</a></div>
<div>喜欢此内容的人还喜欢</div></div></body></html>""".encode()


# PDF.

FONT = "STSong-Light"
PRINT = {
    "kicker": ParagraphStyle(
        "kicker", fontName=FONT, fontSize=13, leading=18, alignment=TA_CENTER, wordWrap="CJK"
    ),
    "headline": ParagraphStyle(
        "headline", fontName=FONT, fontSize=22, leading=28, alignment=TA_CENTER, wordWrap="CJK"
    ),
    "subheadline": ParagraphStyle(
        "sub", fontName=FONT, fontSize=13, leading=18, alignment=TA_CENTER, wordWrap="CJK"
    ),
    "heading": ParagraphStyle("heading", fontName=FONT, fontSize=10, leading=22, wordWrap="CJK"),
    "caption": ParagraphStyle("caption", fontName=FONT, fontSize=8, leading=14, wordWrap="CJK"),
    "byline": ParagraphStyle(
        "byline", fontName=FONT, fontSize=10, leading=16, alignment=TA_CENTER, wordWrap="CJK"
    ),
    "paragraph": ParagraphStyle(
        "text", fontName=FONT, fontSize=10, leading=16, firstLineIndent=20, wordWrap="CJK"
    ),
}
TITLES = ("kicker", "headline", "subheadline")


def pdf_file(articles: list[list[Element]], columns: int = 1, running_head: str = "") -> bytes:
    """Titles over the whole width, the text below them in so many print columns, over as many pages as it takes."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=A4)
    frame = Frame(50, 50, A4[0] - 100, A4[1] - 110, id="page")

    def draw_head(canvas, _) -> None:
        canvas.setFont(FONT, 9)
        if running_head:
            canvas.drawString(50, A4[1] - 40, running_head)
            canvas.drawCentredString(A4[0] / 2, 30, f"- {canvas.getPageNumber()} -")

    document.addPageTemplates(PageTemplate(frames=[frame], onPage=draw_head))
    story = []
    for article in articles:
        set_lines = [(kind, set_line(kind, words)) for kind, words in article]
        story += [line for kind, line in set_lines if kind in TITLES]
        text = [line for kind, line in set_lines if kind not in TITLES]
        story += [BalancedColumns(text, nCols=columns, needed=60, innerPadding=18)] if columns > 1 else text
        story.append(Spacer(0, 20))
    document.build(story)
    return stream.getvalue()


def set_line(kind: str, words: str) -> Paragraph:
    return Paragraph(html.escape(words), PRINT.get(kind, PRINT["paragraph"]))
