"""Bytes of a document → SourceText, one module a format.

The suffix says whether a file can be read; its content says what it is: a `.txt` that was saved from a
Markdown page has headings all the same.
"""

from pathlib import PurePath

from unioncms.parsing.document import SourceText
from unioncms.parsing.reading.encodings import decode
from unioncms.parsing.reading.errors import Unreadable
from unioncms.parsing.reading.markdown import looks_like_markdown, markdown_lines
from unioncms.parsing.reading.text import replace_controls, text_lines

SUFFIXES = frozenset({".txt", ".md", ".markdown"})

__all__ = ["SUFFIXES", "Unreadable", "read"]


def read(data: bytes, name: str) -> SourceText:
    """Decoded text and its lines; raises Unreadable with a sentence for the editor."""
    text, encoding, doubts = decode(data)
    text, control_doubts = replace_controls(text)
    lines = text_lines(text)
    is_markdown = PurePath(name).suffix.lower() in {".md", ".markdown"} or looks_like_markdown(text)
    return SourceText(
        name=name,
        text=text,
        lines=markdown_lines(text, lines) if is_markdown else lines,
        format="markdown" if is_markdown else "text",
        encoding=encoding,
        doubts=doubts + control_doubts,
    )
