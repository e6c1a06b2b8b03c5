"""Whether a word, or a title with its name, goes over the place where two lines meet."""

from functools import lru_cache

from unioncms import words
from unioncms.parsing.credits.names import is_name, is_word
from unioncms.parsing.lexicon import ends_in_any

REACH = 4  # characters on either side


def word_spans(above: str, below: str) -> bool:
    """`工会干` / `部队伍` has a word that does, `落幕` / `夜里` has none."""
    return word_over(above[-REACH:], below[:REACH]) != (0, 0)


def word_is_torn(above: str, below: str) -> bool:
    """`急诊科工` / `会小组` leaves a lone character; `一线职工` / `代表们投票` might both be lines of their own."""
    return 1 in word_over(above[-REACH:], below[:REACH])


@lru_cache(4096)
def word_over(head: str, tail: str) -> tuple[int, int]:
    """How many characters of the word stand on either side.

    Asked several times of most places: while lines are joined, and again by each reading of the page.
    """
    at = 0
    for word in words.cut(head + tail):
        if at < len(head) < at + len(word):
            return len(head) - at, at + len(word) - len(head)
        at += len(word)
    return 0, 0


def name_follows_title(above: str, below: str) -> bool:
    """`钳工班班长` / `段永刚靠一条建议拿到一百分`; not `港务公司的经理` / `搬来六间旧岗亭`."""
    if not ends_in_any(above, "titles"):
        return False
    word = words.cut(below[: 2 * REACH], guess=True)[0]
    return len(word) > 1 and is_name(word) and not is_word(word)
