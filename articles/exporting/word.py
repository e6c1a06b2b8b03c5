"""Articles as one Word file: headings that Word's own outline shows, a text face and indent for Chinese."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from articles.exporting.piece import Piece
from articles.exporting.word_tables import add_table, part_tables

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT_FACE, TITLE_FACE = "宋体", "黑体"
TEXT_POINTS = 12
LINE_HEIGHT = 1.5
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Section:
    """Pieces under one line of an issue: 第2版 综合. Without a name there is no such line."""

    name: str
    pieces: tuple[Piece, ...]


def word_file(title: str, sections: Iterable[Section]) -> bytes:
    """A .docx with `title` among its properties, and on its first line where there is more than one piece."""
    from docx import Document

    sections = list(sections)
    document = Document()
    _set_styles(document)
    document.core_properties.title = _plain(title)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    if sum(len(section.pieces) for section in sections) > 1:
        document.add_paragraph(_plain(title), style="Title")
    for section in sections:
        if section.name:
            document.add_paragraph(_plain(section.name), style="Heading 1")
        for piece in section.pieces:
            _add_piece(document, piece, _converter())
    if not any(section.pieces for section in sections):
        document.add_paragraph("没有已经发布的稿件。")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _converter():
    from html4docx import HtmlToDocx

    return HtmlToDocx(
        style_map={"quote": "Quote"}, tag_style_overrides={"h2": "Heading 3", "h3": "Heading 4"}
    )


def _add_piece(document, piece: Piece, converter) -> None:
    def add(text: str, style: str) -> None:
        if text:
            document.add_paragraph(_plain(text), style=style)

    add(piece.kicker, "Kicker")
    add(piece.title, "Heading 2")
    add(f"——{piece.subheadline.removeprefix('——')}" if piece.subheadline else "", "Subheadline")
    add(
        "　".join(
            f"{group.label}：{'、'.join(each.printed_name for each in group.contributions)}"
            for group in piece.byline
        ),
        "Credit",
    )
    source = f"来源：{piece.source}" if piece.source else ""
    add("　".join(filter(None, (source, piece.day, *piece.places))), "Credit")
    for number, line in enumerate(piece.editors_note):
        add(line if number else f"编者按：{line}", "Quote")
    for html, is_table in part_tables(_plain(piece.body)):
        if is_table:
            add_table(document, html)
        elif html.strip():
            converter.add_html_to_document(_marked_quotes(html), document)
    for figure in piece.figures:
        add(" ".join(filter(None, (figure.caption, figure.credit))), "Caption")
    for line in piece.author_posts:
        add(line, "Credit")


def _marked_quotes(html: str) -> str:
    """A quotation's paragraphs named as such, since the converter drops what holds them."""
    head, *rest = html.split("<blockquote>")
    parts = [head]
    for each in rest:
        quoted, _, after = each.partition("</blockquote>")
        parts += [quoted.replace("<p>", '<p class="quote">'), after]
    return "".join(parts)


def _plain(text: str) -> str:
    """XML takes no control characters."""
    return NOT_XML.sub("", text)


def _set_styles(document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    styles = document.styles
    centred = {"Kicker": 11, "Subheadline": 13, "Credit": 10.5, "Caption": 10.5}
    for name in centred:
        if name not in styles:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    titles = {"Title": 22, "Heading 1": 18, "Heading 2": 18, "Heading 3": 14, "Heading 4": 12.5}
    for name, points in {"Normal": TEXT_POINTS, "Quote": TEXT_POINTS, **centred, **titles}.items():
        style = styles[name]
        face = TITLE_FACE if name in titles else TEXT_FACE
        style.font.name, style.font.size = face, Pt(points)
        style.font.color.rgb, style.font.italic = RGBColor(0, 0, 0), False
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("eastAsia", "hAnsi", "cs"):
            faces.set(f"{{{faces.nsmap['w']}}}{script}", face)
        layout = style.paragraph_format
        layout.line_spacing = LINE_HEIGHT
        layout.space_before = Pt(12 if name in titles else 0)
        layout.space_after = Pt(6 if name in titles or name in centred else 0)
        if name in centred or name in ("Title", "Heading 1", "Heading 2"):
            layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
        layout.first_line_indent = Pt(2 * points) if name in ("Normal", "Quote") else Pt(0)
