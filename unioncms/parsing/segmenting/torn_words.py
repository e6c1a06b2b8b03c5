"""What speaks for words that are missing where a print column is cut: half a word, or a number that counts nothing.

`…经济、政治、文化、社` / `合法权益上，…`: the word is torn, and the rest does not bring its other half.
"""

import re
from functools import cache

from unioncms import words
from unioncms.parsing.credits.names import surnames
from unioncms.parsing.lexicon import load
from unioncms.parsing.seams import word_spans
from unioncms.parsing.shapes import is_cjk

REACH = 12  # characters on either side of the cut
BARE_NUMBER = re.compile(r"(?:[一二三四五六七八九十百千两]+|[0-9]+)[多余]?$")
COUNTING = ("m", "q")


@cache
def standing_alone() -> frozenset[str]:
    return frozenset(load("standalone_characters")) | surnames()


def is_torn(head: str, rest: str) -> bool:
    """Asked of a cut where no word goes over."""
    above, below = head[-REACH:], rest[:REACH]
    if not (above and below) or not (is_cjk(above[-1]) and is_cjk(below[0])) or word_spans(above, below):
        return False
    if below[0] in "的地得" and above[-1] in "是的地得和与及把被将在就都也":
        return True
    if is_fragment(words.cut(above, guess=True)[-1]) or is_fragment(words.cut(below, guess=True)[0]):
        return True
    word, tag = words.tag(below)[0]
    if BARE_NUMBER.search(above) is not None:
        return tag not in COUNTING and len(word) > 1
    return below[0] in "百千万亿" and tag == "m"


def is_fragment(word: str) -> bool:
    return len(word) == 1 and word not in standing_alone()
