"""Who signs below the last sentence without brackets, or in a name that no list of surnames has."""

import re

from unioncms.parsing.credits.labelled import Credit
from unioncms.parsing.credits.names import is_name, names_in, read_people
from unioncms.parsing.document import Contributor
from unioncms.parsing.shapes import has_sentence_mark

LONGEST_GIVEN = 24
LONGEST_BEHIND = 20  # characters of a signature in the line of the last sentence
# `…好评。 ■王一川`, `…好评。王一川报道`
BEHIND = re.compile(
    r"(?<=[。！”])\s?(?:[■□●◆◎]\s?(?P<names>[\u3400-\u9fff·]{2,4}(?:[\s、][\u3400-\u9fff·]{2,4}){0,2})"
    r"|(?P<told>[\u3400-\u9fff]{2,4}(?:[\s、][\u3400-\u9fff]{2,4}){0,2})\s?(?:报道|采写|供稿))$"
)
SIGNS = frozenset("道写稿")  # what BEHIND ends with, where no mark stands in it
MARKS = frozenset("■□●◆◎")
# `（长河）`, `（爱莲、忠斌）`: names that nothing but their place tells
PEN_NAMES = re.compile(
    r"[（(]\s?(?P<names>[\u3400-\u9fff]{2,3}(?:[\s、，,][\u3400-\u9fff]{2,3}){0,2})\s?[）)]$"
)


def read_given(text: str) -> Credit | None:
    """`县总工会宣教部供稿`, `王一川 供稿`"""
    if not text.endswith("供稿") or not 3 < len(text) <= LONGEST_GIVEN or has_sentence_mark(text):
        return None
    given = text[:-2].strip(" /／")
    names = names_in(given)
    if names and all(map(is_name, names)) and sum(map(len, names)) == len(given) - given.count(" "):
        return Credit("closing", read_people(text))
    return Credit("closing", source=given)


def signature_behind(words: str) -> re.Match[str] | None:
    """Where the last line of a text holds its signature too."""
    tail = words[-LONGEST_BEHIND:]
    if tail[-1:] not in SIGNS and MARKS.isdisjoint(tail):
        return None
    return BEHIND.search(words, max(0, len(words) - LONGEST_BEHIND))


def credit_behind(found: re.Match[str]) -> Credit | None:
    names = names_in(found["names"] or found["told"])
    if not names or not all(map(is_name, names)):
        return None
    people = read_people(found.group().strip()) if found["told"] else ()
    return Credit("closing", people or tuple(Contributor(name, "author") for name in names))


def pen_names(text: str) -> Credit | None:
    """Asked where the other pieces of the page are signed in the same way."""
    found = PEN_NAMES.fullmatch(text)
    names = re.split(r"[\s、，,]", found["names"]) if found else []
    return Credit("closing", tuple(Contributor(name, "author") for name in names)) if names else None
