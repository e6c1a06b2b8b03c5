"""Rows of officials: `副主席：王一川（女）、把小川`. A label that is a title makes a name of whatever stands behind it,
whichever surname that begins with."""

import re
from collections.abc import Collection, Iterator

from unioncms.parsing.credits.names import is_name, may_be_name

LONGEST_LABEL = 24  # characters
MEMBER = re.compile(r"[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,8})*")
BEHIND = re.compile(r"\s*(?:[（(][^（）()]{1,24}[）)])?\s*(?:[、，,\s]|[。；;]?$)\s*")
COLONS = "：:"


def names_in_row(text: str, title_ends: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where the names of a row stand; none where anything in it is no name."""
    at = next((at for at in sorted(title_ends) if text[at : at + 1] in tuple(COLONS)), LONGEST_LABEL) + 1
    if at > LONGEST_LABEL:
        return
    found: list[tuple[int, int]] = []
    while at < len(text):
        member = MEMBER.match(text, at)
        behind = BEHIND.match(text, member.end()) if member else None
        if member is None or behind is None or not is_member(member.group()):
            return
        found.append(member.span())
        at = behind.end()
    yield from found


def is_member(text: str) -> bool:
    return may_be_name(text) or (len(text) > 3 and is_name(text))
