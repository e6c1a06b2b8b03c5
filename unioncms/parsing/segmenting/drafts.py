"""An article while it is being put together, and which printed words went into which of its fields."""

from dataclasses import dataclass, field, replace

from unioncms.parsing.document import Contributor, Join, Series
from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.segmenting.items import ASKED, Item
from unioncms.parsing.shapes import dateline_of, ends_sentence, is_numbered_heading
from unioncms.parsing.traced import Traced


@dataclass(slots=True)
class Part:
    """A heading or paragraph of a body: pieces of text that are printed as one."""

    type: str
    texts: list[Traced]

    @property
    def words(self) -> str:
        if len(self.texts) == 1:
            return self.texts[0].text
        return "".join(text.text for text in self.texts)


@dataclass(slots=True)
class Headings:
    """What the headings of a text are like, kept as they come: it may have thousands."""

    count: int = 0
    shortest: int = 0  # characters
    longest: int = 0
    openings: set[tuple[int, str]] = field(default_factory=set)  # the length of each and its first character
    are_numbered: bool = True

    def add(self, words: str) -> None:
        size = len(words)
        self.shortest = min(self.shortest, size) if self.count else size
        self.longest = max(self.longest, size)
        self.openings.add((size, words[0]))
        self.are_numbered = self.are_numbered and is_numbered_heading(words)
        self.count += 1


@dataclass(slots=True)
class DraftFigure:
    caption: Traced | None
    credit: Traced | None = None


@dataclass(slots=True)
class Claim:
    """From character `start` of a paragraph on, its words serve under this label."""

    paragraph: Paragraph
    start: int
    label: str


@dataclass(slots=True)
class Draft:
    kicker: list[Traced] = field(default_factory=list)
    headline: list[Traced] = field(default_factory=list)
    headline_glue: str = ""
    headline_level: int | None = None
    subheadline: list[Traced] = field(default_factory=list)
    column: str | None = None
    common: Item | None = None  # a line above it that may serve the pieces below it too
    section: Item | None = None  # the part of a bulletin it stands in
    series: Series | None = None
    source_credit: str | None = None
    published_on: str | None = None
    contributors: list[Contributor] = field(default_factory=list)
    compilers: list[Contributor] = field(default_factory=list)  # of the closing credit
    note: list[Traced] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    figures: list[DraftFigure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    genre: str = ""
    has_byline: bool = False
    is_closed: bool = False  # a closing credit, a trailing note or the page's furniture ended it
    is_closed_by_credit: bool = False
    is_broken_off: bool = False  # 下转: it goes on on another page
    is_taken_up: bool = False  # 上接: it began on another
    is_rest: bool = False  # no title: the rest of a piece whose head stands elsewhere, or an untitled piece
    is_band: bool = (
        False  # cut out of a band of print columns: it, or what it waits for, goes with a head above
    )
    joins: list[Join] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(
        default_factory=list
    )  # of the source, where words of the body are gone
    apart: float | None = (
        None  # the confidence with which it was left apart from the piece that waits for a rest
    )
    measure: float = 0.0
    raggedness: float = 0.0  # of the paragraph that told the measure
    blanks: str = ""  # of its paragraphs, see reflow
    post: str = ""

    @property
    def words(self) -> str:
        return "".join(part.words for part in self.body)

    def is_open(self, are_all_closed: bool) -> bool:
        """Its last sentence is cut, or it lacks the closing credit that its neighbours have."""
        if not self.headline or self.is_closed_by_credit:
            return False
        if not self.body:
            return self.is_band
        last = self.body[-1].words
        is_asked = last[-1:] in "？?" and ASKED.match(last) is not None  # and nobody has answered
        return not ends_sentence(last) or is_asked or (are_all_closed and self.is_signed_below)

    @property
    def is_signed_below(self) -> bool:
        """Its author stands above it and whoever put it together below; or it is a report of nobody yet."""
        return self.has_byline or (not self.contributors and dateline_of(self.words) is not None)

    def copy(self) -> "Draft":
        """One that may be cut and joined without changing this one; what it is made of stays the same."""
        lists = {
            name: list(value) for name in self.__slots__ if isinstance(value := getattr(self, name), list)
        }
        lists["body"] = [Part(part.type, list(part.texts)) for part in self.body]
        return replace(self, **lists)

    def claim(self, item: Item, label: str, start: int = 0) -> None:
        self.claims.append(Claim(item.paragraph, start, label))

    def add_text(self, type: str, text: Traced) -> None:
        self.body.append(Part(type, [text]))
