"""Whether a word goes over the place where two lines meet."""

from functools import lru_cache

from unioncms import words

REACH = 4  # characters on either side


def word_spans(above: str, below: str) -> bool:
    """`工会干` / `部队伍` has a word that does, `落幕` / `夜里` has none."""
    return has_word_over(above[-REACH:], below[:REACH])


@lru_cache(4096)
def has_word_over(head: str, tail: str) -> bool:
    """Asked several times of most places: while lines are joined, and again by each reading of the page."""
    at = 0
    for word in words.cut(head + tail):
        if at < len(head) < at + len(word):
            return True
        at += len(word)
    return False
