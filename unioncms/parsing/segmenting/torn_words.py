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

BEFORE_NO_NOUN = "是的地得和与及把被将在就都也"
NO_NOUNS = ("d", "p", "c")  # adverbs, prepositions, conjunctions
REACH = 12  # characters on either side of the cut
BARE_NUMBER = re.compile(r"(?:[一二三四五六七八九十百千两]+|[0-9]+)[多余]?$")
COUNTING = ("m", "q")
MEASURES = ("小时", "人次", "海里", "摄氏度")  # the dictionary calls them nouns


@cache
def standing_alone() -> frozenset[str]:
    return frozenset(load("standalone_characters")) | surnames()


def is_torn(head: str, rest: str) -> bool:
    """Asked of a cut where no word goes over."""
    above, below = head[-REACH:], rest[:REACH]
    if not (above and below) or not (is_cjk(above[-1]) and is_cjk(below[0])) or word_spans(above, below):
        return False
    if lacks_noun(above, below):
        return True
    if is_fragment(words.cut(above, guess=True)[-1]) or is_fragment(words.cut(below, guess=True)[0]):
        return True
    word, tag = words.tag(below)[0]
    if BARE_NUMBER.search(above) is not None:
        return tag not in COUNTING and len(word) > 1 and word not in MEASURES
    return below[0] in "百千万亿" and tag == "m"


def lacks_noun(head: str, rest: str) -> bool:
    """`…的诊室已经` / `的老毛病…`, `一练就是` / `的徒弟里…`: what goes on from a noun, behind a word that is none."""
    if rest[0] not in "的地得":
        return False
    return head[-1] in BEFORE_NO_NOUN or words.tag(head[-REACH:])[-1][1] in NO_NOUNS


def is_fragment(word: str) -> bool:
    return len(word) == 1 and word not in standing_alone()
