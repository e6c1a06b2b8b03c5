"""Where a found article has what was asked for: a few words either side, the terms marked."""

import re
from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe

from articles.search.folding import fold
from articles.search.query import Query

AROUND = 45
MOST = 2  # passages of one article
LONGEST = 4 * AROUND
SENTENCE_ENDS = "。！？；!?;\n"


def pattern_of(query: Query) -> re.Pattern[str] | None:
    texts = {query.whole}.union(*({term.text} | term.names for term in query.terms))
    found = "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True) if text)
    return re.compile(found) if found else None


def marked(text: str, pattern: re.Pattern[str] | None) -> SafeString:
    """`text`, escaped, with each place of the terms in a mark element."""
    parts, at = [], 0
    for place in pattern.finditer(fold(text)) if pattern else ():
        start, end = place.span()
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*parts, escape(text[at:])]))


def passages(plain: str, pattern: re.Pattern[str] | None) -> list[SafeString]:
    """The first places of the terms, those close together in one passage; the beginning where there are none."""
    places = (place.span() for place in pattern.finditer(fold(plain))) if pattern else ()
    stretches = list(_stretches(plain, places)) or [(0, min(len(plain), 2 * AROUND))]
    return [mark_safe(_cut_out(plain, start, end, pattern)) for start, end in stretches if end > start]


def _stretches(plain: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Around each place, no two over one another: one that begins within another lengthens it, within bounds."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        first, last = _sentence_start(plain, start), min(len(plain), end + AROUND)
        if found and first <= found[-1][1]:
            if last - found[-1][0] <= LONGEST:
                found[-1] = (found[-1][0], last)
        elif len(found) < MOST:
            found.append((first, last))
        else:
            break
    return found


def _sentence_start(plain: str, at: int) -> int:
    """From the start of its sentence, if that is near."""
    least = max(0, at - AROUND)
    ends = [plain.rfind(mark, least, at) for mark in SENTENCE_ENDS]
    return max(ends) + 1 if max(ends) >= 0 else least


def _cut_out(plain: str, start: int, end: int, pattern: re.Pattern[str] | None) -> str:
    before = "" if start == 0 or plain[start - 1] in SENTENCE_ENDS else "…"
    after = "" if end == len(plain) or plain[end - 1] in SENTENCE_ENDS else "…"
    return before + marked(_in_one_line(plain[start:end]), pattern) + after


def _in_one_line(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "".join(line if line.endswith(tuple(SENTENCE_ENDS)) else f"{line} " for line in lines).strip()
