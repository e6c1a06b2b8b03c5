"""Whether a word goes over the place where two lines meet."""

from unioncms import words

REACH = 4  # characters on either side


def word_spans(above: str, below: str) -> bool:
    """`工会干` / `部队伍` has a word that does, `落幕` / `夜里` has none."""
    head, tail = above[-REACH:], below[:REACH]
    at = 0
    for word in words.cut(head + tail):
        if at < len(head) < at + len(word):
            return True
        at += len(word)
    return False
