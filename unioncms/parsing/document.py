"""What reading and parsing hand on: SourceText and Document, plain frozen values; those that a page needs by the
thousand are named tuples, which are made in half the time.

Fields are named as in the parse report. Offsets count characters (code points) of `SourceText.text`,
from 0, end exclusive.
"""

from dataclasses import dataclass
from typing import NamedTuple

# Labels of a span that serves an article …
ARTICLE_LABELS = (
    "headline",
    "kicker",
    "subheadline",
    "column",
    "series",
    "byline",
    "source_credit",
    "published_on",
    "editors_note",
    "heading",
    "paragraph",
    "caption",
    "credit",
)
# … and of one that serves none.
DISCARD_LABELS = ("furniture", "running_head", "duplicate", "mark", "damage")

# What may be done to the printed text …
REPAIR_RULES = (
    "joined_line",
    "closed_blank",
    "rejoined_digits",  # a line end between a lone figure and its sentence
    "vertical_headline",
    "narrowed_width",  # ２０２４ → 2024
    "dropped_mark",  # a mark of the format: ** of Markdown
    "dropped_line",  # what is printed between two lines of a sentence, as a page number
    "joined_fragment",
    "missing_glyph",
)
JOIN_KINDS = ("fragment", "headline")
# … and open marks: what no rule may repair, and what waits therefore for a person.
MARK_KINDS = (
    "missing_glyph",  # □, U+FFFD, a character of private use, or a hole: `全国□个`
    "unknown_place",  # a county that the list of divisions does not have
    "missing_head",  # a body begins in mid-sentence
    "missing_middle",  # words are gone between two parts of a body
    "missing_tail",  # a body stops in mid-sentence
    "no_headline",
    "no_body",
    "fragment_apart",  # a fragment that may be the rest of a piece above, too unsure to be joined
    "doubtful_join",  # joined, for its place speaks for it, though its words hardly do
)

GENRES = ("news", "feature", "essay", "roundup", "preface", "digest", "photo", "notice", "listing")
ROLES = (
    "author",
    "reporter",
    "trainee_reporter",
    "correspondent",
    "photographer",
    "compiler",
    "responsible_editor",
)


class Line(NamedTuple):
    """One line as its format gives it: text without its line end, and what the format knows of it."""

    text: str
    start: int
    level: int | None = None  # heading level of a format that has headings, 1 the highest
    is_quote: bool = False
    page: int | None = None
    box: tuple[float, float, float, float] | None = None  # x0, y0, x1, y1 in points, origin top left
    font_size: float | None = None  # points
    is_emphasised: bool = False
    block: str | None = None  # "row" of a list, "cells" of a table, "picture" what one shows, "footnote"

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded document. `text` is everything that was decoded; each line points into it."""

    name: str
    text: str
    lines: tuple[Line, ...]
    format: str  # "text", "markdown", "html", "word" or "pdf"
    encoding: str
    doubts: tuple[str, ...] = ()  # sentences in Chinese, for the editor


class Repair(NamedTuple):
    """A change to the printed text: the rule's name and where it was applied."""

    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Join:
    """Two places of the page brought together in one article: where the first stands, where the other.

    `kind` is "fragment" (a head and its rest: the last paragraph before the cut, the first after it) or "headline"
    (a headline printed away from its body: the headline, the body's first paragraph).
    """

    kind: str
    start: int
    end: int
    other_start: int
    other_end: int
    confidence: float  # 0 to 1, two decimals; 0.5 says no more for it than against it
    article: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that waits for a person. `detail` is a code or a figure beside the kind, no sentence."""

    kind: str  # of MARK_KINDS
    start: int
    end: int
    detail: str = ""
    article: int | None = None


class Span(NamedTuple):
    """A run of the source under one label; `articles` holds indexes into Document.articles."""

    start: int
    end: int
    label: str
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph of a body."""

    type: str  # "heading" or "paragraph"
    text: str


@dataclass(frozen=True, slots=True)
class Contributor:
    name: str
    role: str
    printed_role: str = ""  # 见习记者, 实习记者, 整理 … as printed
    printed_post: str = ""  # 石景山区总工会副主席, as printed beside the name
    house: str = ""  # 云州日报 of 云州日报记者, as printed before the role


@dataclass(frozen=True, slots=True)
class Figure:
    caption: str
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    title: str
    part: int


@dataclass(frozen=True, slots=True)
class Article:
    headline: str | None = None
    kicker: str | None = None
    subheadline: str | None = None
    column: str | None = None
    series: Series | None = None
    genre: str = "news"
    source_credit: str | None = None
    contributors: tuple[Contributor, ...] = ()
    editors_note: str | None = None
    body: tuple[Block, ...] = ()
    figures: tuple[Figure, ...] = ()
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a name stands: the article, its field, the printed words and which occurrence of them it is.

    `field` is "headline", "kicker", "subheadline", "editors_note", "body" (block number in `block`),
    "caption" (figure number in `block`) or "byline". `start` and `end` count within the text of that field or block.
    """

    article: int
    field: str
    text: str
    start: int = 0
    end: int = 0
    block: int = 0


@dataclass(frozen=True, slots=True)
class PostMention:
    """Where one article prints a post first; without a passage where it stands beside a byline."""

    article: int
    printed: str = ""  # 市总工会主席
    passage: Passage | None = None
    change: str = (
        ""  # what is reported of it: "elected", "appointed", "removed", "transferred", "retired" or nothing
    )


@dataclass(frozen=True, slots=True)
class PersonPost:
    organisation: str  # whole name: 衡阳市总工会
    title: str  # 主席
    mentions: tuple[PostMention, ...] = ()  # one for each article that prints the post


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    posts: tuple[PersonPost, ...] = ()
    articles: tuple[int, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    name: str  # whole name
    aliases: tuple[str, ...] = ()  # the short forms this document uses
    articles: tuple[int, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    date: str | None = None  # ISO 8601, reduced precision allowed
    place: str | None = None
    organisers: tuple[str, ...] = ()  # whole names
    people: tuple[str, ...] = ()
    article: int = 0
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the page and what it serves as: a label of `Span`, or "continuation" of the paragraph before it.

    `start` is where it begins in the source and names it; `ranges` are all of its (start, end) there.
    """

    start: int
    label: str
    ranges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The paragraphs of each article, as they are read, and those that serve none."""

    articles: tuple[tuple[Piece, ...], ...] = ()
    discarded: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Everything one parse found; `report.py` writes the part that the parse report has."""

    source: str
    publication: str | None = None
    published_on: str | None = None  # ISO 8601, reduced precision allowed
    articles: tuple[Article, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    events: tuple[Event, ...] = ()
    discarded: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()
    joins: tuple[Join, ...] = ()
    marks: tuple[Mark, ...] = ()
    doubts: tuple[str, ...] = ()
    outline: Outline = Outline()
