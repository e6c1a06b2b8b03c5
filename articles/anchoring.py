"""Where a name stands in an article: field, printed words, which occurrence of them, and what is around.

Occurrences are counted in the plain text of a field: of the body its blocks without markup, one a line; of
captions and bylines one a line in their order.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from articles.models import Mention
from unioncms.parsing import Article, Block, Passage
from unioncms.richtext import sanitise

AROUND = 20  # characters kept either side
LONGEST_SENTENCE = 400  # characters either side of a name; a page without full stops is not copied whole
TAG_OF_BLOCK = {"heading": "h2", "paragraph": "p"}
SENTENCE_END = "。!?！？；;\n"


def body_html(blocks: Iterable[Block]) -> str:
    """A parsed body as the rich text that is stored; markup in the document is text."""
    return sanitise("".join(_block_html(block) for block in blocks))


def _block_html(block: Block) -> str:
    tag = TAG_OF_BLOCK[block.type]
    return f"<{tag}>{escape(block.text, quote=False)}</{tag}>"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a name in an article; without a place it has no surroundings."""

    field: str
    text: str
    occurrence: int = 0
    before: str = ""
    after: str = ""


@dataclass
class AnchorText:
    """The plain text of each field of one parsed article, and where its blocks begin."""

    fields: dict[str, str]
    starts: dict[str, tuple[int, ...]]
    _found: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article) -> "AnchorText":
        parts = {
            "headline": [article.headline or ""],
            "kicker": [article.kicker or ""],
            "subheadline": [article.subheadline or ""],
            "editors_note": [article.editors_note or ""],
            "body": [block.text for block in article.body],
            "caption": [figure.caption for figure in article.figures],
            "byline": [contributor.name for contributor in article.contributors],
        }
        return cls(
            {name: "\n".join(texts) for name, texts in parts.items()},
            {name: tuple(_starts(texts)) for name, texts in parts.items()},
        )

    def anchor(self, passage: Passage) -> Anchor | None:
        """The passage as an anchor, or None when its words are not there."""
        starts = self.starts.get(passage.field, ())
        if passage.block >= len(starts):
            return None
        words = passage.text[: Mention._meta.get_field("text").max_length]
        positions = self._positions(passage.field, words)
        occurrence = bisect_left(positions, starts[passage.block] + passage.start)
        if not positions:
            return None
        return self._at(passage.field, words, min(occurrence, len(positions) - 1))

    def find(self, forms: Iterable[str]) -> Anchor | None:
        """The first place where one of `forms` stands."""
        for words in forms:
            for name in self.fields:
                if words and self._positions(name, words):
                    return self._at(name, words, 0)
        return None

    def sentence(self, passage: Passage) -> str:
        """The sentence that a passage stands in."""
        starts = self.starts.get(passage.field, ())
        if passage.block >= len(starts):
            return ""
        text = self.fields[passage.field]
        start = starts[passage.block] + passage.start
        end = starts[passage.block] + passage.end
        first, last = max(0, start - LONGEST_SENTENCE), min(len(text), end + LONGEST_SENTENCE)
        while start > first and text[start - 1] not in SENTENCE_END:
            start -= 1
        while end < last and text[end - 1] not in SENTENCE_END:
            end += 1
        return text[start:end].strip()

    def _at(self, name: str, words: str, occurrence: int) -> Anchor:
        text = self.fields[name]
        start = self._positions(name, words)[occurrence]
        end = start + len(words)
        return Anchor(name, words, occurrence, text[max(0, start - AROUND) : start], text[end : end + AROUND])

    def _positions(self, name: str, words: str) -> list[int]:
        key = (name, words)
        if key not in self._found:
            self._found[key] = _positions_in(self.fields[name], words)
        return self._found[key]


def _starts(texts: Sequence[str]) -> Iterable[int]:
    start = 0
    for text in texts:
        yield start
        start += len(text) + 1


def _positions_in(text: str, words: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(words), text)] if words else []
