"""Who signs below the last sentence without brackets, or in a name that no list of surnames has."""

import re

from unioncms.parsing.credits.labelled import Credit
from unioncms.parsing.credits.names import is_name, is_word, names_in, read_people
from unioncms.parsing.document import Contributor
from unioncms.parsing.shapes import has_sentence_mark
from unioncms.parsing.traced import Traced

LONGEST_GIVEN = 24
LONGEST_BEHIND = 20  # characters of a signature in the line of the last sentence
# `…好评。 ■王一川`, `…好评。王一川报道`, `…好评。【王一川】`, `…好评。  王一川`
_NAMES = r"[\u3400-\u9fff·]{2,4}(?:[\s、][\u3400-\u9fff·]{2,4}){0,2}"
BEHIND = re.compile(
    rf"(?<=[。！”])(?:\s?[■□●◆◎]\s?(?P<names>{_NAMES})|\s?(?P<told>{_NAMES})\s?(?:报道|采写|供稿)"
    rf"|\s?[【\[](?P<framed>{_NAMES})[】\]]|(?P<bare>{_NAMES}))$"
)
NO_SIGNATURE = frozenset("。！？!?；;：:，,、…—")  # what a line without one ends with
# `（长河）`, `（爱莲、忠斌）`: names that nothing but their place tells
PEN_NAMES = re.compile(
    r"[（(]\s?(?P<names>[\u3400-\u9fff]{2,3}(?:[\s、，,][\u3400-\u9fff]{2,3}){0,2})\s?[）)]$"
)


def read_given(text: str) -> Credit | None:
    """`县总工会宣教部供稿`, `王一川 供稿`"""
    if not text.endswith(("供稿", "报道")) or not 3 < len(text) <= LONGEST_GIVEN or has_sentence_mark(text):
        return None
    given = text[:-2].strip(" \u3000/／")
    names = names_in(given)
    if names and all(map(is_name, names)) and sum(map(len, names)) == len(given) - given.count(" "):
        return Credit("closing", read_people(text))
    return Credit("closing", source=given) if text.endswith("供稿") else None


def signature_behind(words: str) -> re.Match[str] | None:
    """Where the last line of a text holds its signature too."""
    if words[-1:] in NO_SIGNATURE or len(words) < LONGEST_BEHIND:
        return None
    return BEHIND.search(words, max(0, len(words) - LONGEST_BEHIND))


def credit_behind(found: re.Match[str], text: Traced) -> Credit | None:
    names = names_in(next(filter(None, found.groups())))
    if not names or not all(map(is_name, names)):
        return None
    is_apart = found.start() > 0 and text.source(found.start()) - text.source(found.start() - 1) > 1
    if found["bare"] and (not is_apart or any(map(is_word, names))):
        return None
    people = read_people(found.group().strip()) if found["told"] else ()
    return Credit("closing", people or tuple(Contributor(name, "author") for name in names))


def pen_names(text: str) -> Credit | None:
    """Asked where the other pieces of the page are signed in the same way."""
    found = PEN_NAMES.fullmatch(text)
    names = re.split(r"[\s、，,]", found["names"]) if found else []
    return Credit("closing", tuple(Contributor(name, "author") for name in names)) if names else None
