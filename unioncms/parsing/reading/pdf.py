"""PDF → glyphs with their places → lines in reading order, whole paragraphs where print columns broke them.

pdfminer.six gives the glyphs; it is written in Python, so a hostile file costs time and memory at worst, and
both are capped here. Its own layout analysis merges neighbouring print columns of Chinese type and is not used.
"""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from unicodedata import normalize

from unioncms.parsing.document import SourceText
from unioncms.parsing.reading.errors import Unreadable
from unioncms.parsing.reading.pdf_caps import MEGABYTE, TOO_MUCH_TO_DRAW, Spending, capped
from unioncms.parsing.reading.pdf_columns import Glyph, reading_order, strips_of
from unioncms.parsing.reading.pdf_paragraphs import paragraph_rows
from unioncms.parsing.reading.rows import source_of
from unioncms.parsing.reading.text import radicals

MOST_PAGES = 500
MOST_GLYPHS = 1_000_000
MOST_GLYPHS_OF_PAGE = 60_000
MOST_CONTENT = 8 * MEGABYTE  # of drawing instructions, all pages and repeated figures together
USE = 1000  # what a figure costs beside its instructions
RADICALS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
WIDE = frozenset("!(),:;?[]~")
DAMAGED = "这份 PDF 已损坏或不合规范，无法读取，请重新导出后再导入。"
LOCKED = "这份 PDF 有密码保护，请去掉密码后再导入。"
WITHOUT_TEXT = "这份 PDF 没有文字层（可能是扫描件），请先做文字识别（OCR）再导入。"


def read_pdf(data: bytes, name: str) -> SourceText:
    """Raises Unreadable for a file that is damaged, locked, a scan, or too large to be read."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    with capped() as spending, quiet():
        try:
            pages, doubts = pages_of(data, spending)
        except Unreadable:
            raise
        except (PDFPasswordIncorrect, PDFEncryptionError) as error:
            raise Unreadable(LOCKED) from error
        except Exception as error:  # pdfminer lets through whatever a damaged file makes of its code
            raise Unreadable(DAMAGED) from error
    if not any(glyph.text.strip() for page in pages for glyph in page):
        raise Unreadable(WITHOUT_TEXT)
    known = strips_of(pages[-2]) if len(pages) > 1 else ()
    *most, last = pages
    rows = paragraph_rows([*map(reading_order, most), reading_order(last, known)])
    return source_of(rows, name, "pdf", "PDF", doubts)


def pages_of(data: bytes, spending: Spending) -> tuple[list[list[Glyph]], tuple[str, ...]]:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    device_type, interpreter_type = classes()
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    device = device_type(PDFResourceManager(), spending)
    interpreter = interpreter_type(device.rsrcmgr, device)
    pages: list[list[Glyph]] = []
    for page in PDFPage.create_pages(document):
        if len(pages) == MOST_PAGES:
            raise Unreadable(f"这份 PDF 超过 {MOST_PAGES} 页，请分成几个文件再导入。")
        device.glyphs = []
        interpreter.process_page(page)
        pages.append(device.glyphs)
    if not pages:
        raise Unreadable(DAMAGED)
    if device.turned:
        return pages, (f"PDF 里有 {device.turned} 个转了方向的字没有读入，请对照原文。",)
    return pages, ()


@cache
def classes() -> tuple[type, type]:
    """Our device and interpreter; made when first needed, because their bases are loaded then."""
    from pdfminer.converter import PDFLayoutAnalyzer
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdftypes import stream_value

    class Device(PDFLayoutAnalyzer):
        """Keeps the glyphs, lets pictures and lines go, and counts what drawing costs."""

        def __init__(self, resources: Any, spending: Spending) -> None:
            super().__init__(resources)
            self.spending = spending
            self.glyphs: list[Glyph] = []
            self.content = self.turned = 0

        def spend(self, streams: list[Any]) -> None:
            for stream in streams:
                self.content += USE + len(stream_value(stream).get_data())
                if self.content > MOST_CONTENT:
                    raise Unreadable(TOO_MUCH_TO_DRAW)

        def render_char(
            self,
            matrix: Any,
            font: Any,
            fontsize: float,
            scaling: float,
            rise: float,
            cid: int,
            ncs: Any,
            graphicstate: Any,
        ) -> float:
            advance = super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate)
            drawn = self.cur_item._objs.pop()
            self.spending.glyphs += 1
            if self.spending.glyphs > MOST_GLYPHS or len(self.glyphs) > MOST_GLYPHS_OF_PAGE:
                raise Unreadable("这份 PDF 的字数过多，请分成几个文件再导入。")
            if not drawn.upright:
                self.turned += bool(drawn.get_text().strip())
                return advance
            page = self._stack[0] if self._stack else self.cur_item
            size = abs(fontsize * matrix[3]) or drawn.size
            baseline = page.height - matrix[5]
            is_bold = "bold" in font.fontname.lower() or "hei" in font.fontname.lower()
            self.glyphs.append(
                Glyph(
                    as_printed(drawn.get_text(), drawn.width, size),
                    drawn.x0,
                    drawn.x1,
                    baseline,
                    size,
                    is_bold,
                    font.is_vertical(),
                )
            )
            return advance

        def handle_undefined_char(self, font: Any, cid: int) -> str:
            return "\ufffd"

        def paint_path(self, *_: Any) -> None:
            pass

        def render_image(self, *_: Any) -> None:
            pass

        def end_page(self, page: Any) -> None:
            pass

    class Interpreter(PDFPageInterpreter):
        def render_contents(self, resources: Any, streams: Any, ctm: Any = (1, 0, 0, 1, 0, 0)) -> None:
            self.device.spend(streams)
            super().render_contents(resources, streams, ctm)

    return Device, Interpreter


def as_printed(text: str, width: float, size: float) -> str:
    """What a glyph shows, where its font has one code for two: `⼯⻓` → `工长`, a wide `,` → `，`."""
    if text in WIDE and width >= 0.9 * size:
        return chr(ord(text) + 0xFEE0)
    if text == "\u2e3a":  # two dashes drawn as one
        return "——"
    return RADICALS.sub(lambda found: radicals().get(found[0]) or normalize("NFKC", found[0]), text)


@contextmanager
def quiet() -> Iterator[None]:
    """pdfminer logs every oddity of a font as a warning."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
