"""What of a text a search compares: simplified, narrow and small letters, one for one, and the keys it is found by."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

LONGEST_KEY = 40  # of a run of letters or digits
# A run of Latin letters, one of digits, or one of any other script.
RUN = re.compile(r"[a-z]+|[0-9]+|[^\W_\x00-\x7f]+")
HEADLINE = "\ue000"  # before a character that stands in a headline; no folded text has it


class _Folding(dict):
    """A table for str.translate that fills itself."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        narrow = unicodedata.normalize("NFKC", character)
        small = narrow.lower() if len(narrow) == 1 else character
        folded = small if len(small) == 1 else character
        folded = _simplified().get(folded, folded)
        if unicodedata.category(folded).startswith("C") and folded != "\n":
            folded = " "
        self[code] = folded
        return folded


@cache
def _simplified() -> dict[str, str]:
    from unioncms.parsing.traditional import simplified  # brings the parser with it

    return simplified()


_FOLDING = _Folding()


def fold(text: str) -> str:
    """As long as `text`, so that what is found in it is found there: 譚敦龍ＧＤＰ → 谭敦龙gdp."""
    return text.translate(_FOLDING)


def keys_of(folded: str) -> set[str]:
    """Every pair of neighbouring characters, and every Latin word and number: 技能大赛5g → 技能 能大 大赛 5 g."""
    keys = set()
    for run in RUN.findall(folded):
        if run.isascii():
            keys.add(run[:LONGEST_KEY])
        else:
            keys.update(map("".join, pairwise(run)))
    return keys


def headline_keys(folded: str) -> set[str]:
    """Each character of a headline by itself: the one place where a single character is looked for."""
    return {HEADLINE + character for run in RUN.findall(folded) if not run.isascii() for character in run}
