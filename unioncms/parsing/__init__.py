"""Bytes of a bulletin → SourceText → Document. No Django, no database, no printing.

    document = parse(read(data, "page.txt"))

`read` raises Unreadable, with a sentence for the editor, when the bytes are no text of a known format;
`parse` never raises on odd input: it gives a poorer result.
"""

from unioncms.parsing.document import (
    Article,
    Block,
    Contributor,
    Document,
    Event,
    Figure,
    Join,
    Line,
    Mark,
    Organisation,
    Outline,
    Passage,
    Person,
    PersonPost,
    Piece,
    PostMention,
    Repair,
    Series,
    SourceText,
    Span,
)
from unioncms.parsing.pipeline import parse
from unioncms.parsing.reading import SUFFIXES, Unreadable, read

__all__ = [
    "SUFFIXES",
    "Article",
    "Block",
    "Contributor",
    "Document",
    "Event",
    "Figure",
    "Join",
    "Line",
    "Mark",
    "Organisation",
    "Outline",
    "Passage",
    "Person",
    "PersonPost",
    "Piece",
    "PostMention",
    "Repair",
    "Series",
    "SourceText",
    "Span",
    "Unreadable",
    "parse",
    "read",
]
