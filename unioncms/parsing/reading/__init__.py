"""Bytes of a document → SourceText, one module a format.

The suffix says whether a file can be read; its content says what it is: a `.txt` that was saved from a
Markdown page has headings all the same. The readers of other formats than text load their libraries when they
are first needed.
"""

from pathlib import PurePath

from unioncms.parsing.document import SourceText
from unioncms.parsing.reading.docx import read_docx
from unioncms.parsing.reading.encodings import decode
from unioncms.parsing.reading.errors import Unreadable
from unioncms.parsing.reading.html import looks_like_html, read_html
from unioncms.parsing.reading.markdown import looks_like_markdown, markdown_lines
from unioncms.parsing.reading.pdf import read_pdf
from unioncms.parsing.reading.text import replace_controls, replace_radicals, text_lines

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm"})
SUFFIXES = frozenset({".txt", ".docx", ".pdf", *MARKDOWN, *HTML})
OLE = b"\xd0\xcf\x11\xe0"  # what a Word file with a password is wrapped in

__all__ = ["SUFFIXES", "Unreadable", "read"]


def read(data: bytes, name: str) -> SourceText:
    """Decoded text and its lines; raises Unreadable with a sentence for the editor."""
    suffix = PurePath(name).suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        return read_docx(data, name)
    if data.startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in data[:1024]):
        return read_pdf(data, name)
    if data.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable("这个 Word 文件有密码保护，请去掉密码后再导入。")
    text, encoding, doubts = decode(data)
    text, control_doubts = replace_controls(text)
    text, radical_doubts = replace_radicals(text)
    doubts += control_doubts + radical_doubts
    if looks_like_html(text) or (suffix in HTML and "<" in text):
        return read_html(text, name, encoding, doubts)
    lines = text_lines(text)
    is_markdown = suffix in MARKDOWN or looks_like_markdown(text)
    return SourceText(
        name=name,
        text=text,
        lines=markdown_lines(text, lines) if is_markdown else lines,
        format="markdown" if is_markdown else "text",
        encoding=encoding,
        doubts=doubts,
    )
