"""Does a line head a part of the text above it or a piece of its own? What the two texts have in common tells it.

A part goes on with the names and words of what it is a part of. A new piece has words of its own, and its headline
takes its words from below. Measured on some 670 unnumbered headings and headlines of our own pages: of those that pass
the test 120 are headlines and none is a heading.
"""

import re
from collections.abc import Sequence
from operator import add

from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.items import Item

HANZI = re.compile(r"[\u4e00-\u9fff]{2,}")
LEAST_HEADLINE = 10  # characters
LEAST_PAIRS = 25  # of a text below that tells anything
SHORT = 120  # pairs of a text above that has hardly said yet what it is about
MOST_TEXT = 1500  # characters, above and below, that are looked at
TOLD = 0.5  # share of a headline's pairs that the text below has and the text above has not
TOLD_BELOW_SHORT = 0.6  # below a short text
SHARED = 0.4  # of what a text has in common with any other
OWN = 1.4  # times that: what goes on with an article has so much in common with it
OF_PART = 0.4  # times that: few parts have less in common with the text above them
LEAST_SHARED = 0.05  # of its pairs, with a short text
MOST_SHARED = 0.25  # and so much more with a long one
LONG = 600  # pairs of a text


def turns_to_other_matter(headline: str, above: Draft, below: Sequence[Item]) -> bool:
    if len(headline) < LEAST_HEADLINE:
        return False
    own, later = hanzi_pairs(headline), hanzi_pairs(text_below(below))
    if not own or len(later) < LEAST_PAIRS or len(own & later) < TOLD * len(own):
        return False
    earlier = hanzi_pairs(text_above(above))
    if len(earlier) < LEAST_PAIRS:
        return False
    told = (len(own & later) - len(own & earlier)) / len(own)
    is_told = told >= (TOLD if len(earlier) >= SHORT else TOLD_BELOW_SHORT)
    return is_told and len(earlier & later) < SHARED * usually_shared(earlier) * len(later)


def shares_matter(above: Draft, below: Sequence[Item], least: float = OWN) -> bool:
    """Has the text below as much in common with the article as its own parts have?"""
    earlier, later = hanzi_pairs(text_above(above)), hanzi_pairs(text_below(below))
    if len(later) < LEAST_PAIRS or len(earlier) < LEAST_PAIRS:
        return False
    return len(earlier & later) >= least * usually_shared(earlier) * len(later)


def usually_shared(earlier: set[str]) -> float:
    return LEAST_SHARED + MOST_SHARED * min(1.0, len(earlier) / LONG)


def text_above(draft: Draft) -> str:
    """The end of the article so far."""
    parts: list[str] = []
    length = 0
    for part in reversed(draft.body):
        parts.append(part.words)
        length += len(part.words)
        if length >= MOST_TEXT:
            break
    return "\n".join(parts)


def text_below(items: Sequence[Item]) -> str:
    """The text right below a title, down to the next one."""
    parts: list[str] = []
    for item in items:
        if item.kind in ("title", "heading", "headline", "column") and parts:
            break
        if item.kind == "body":
            parts.append(item.words)
    return "\n".join(parts)[:MOST_TEXT]


def hanzi_pairs(text: str) -> set[str]:
    """Of Chinese characters that stand side by side."""
    return {pair for run in HANZI.findall(text) for pair in map(add, run, run[1:])}
