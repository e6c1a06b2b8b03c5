"""Open marks: the places of a page that no rule may repair, each with its kind and where it stands.

A mark changes nothing and guesses nothing; it says to an editor where to look. It covers few characters, so that it
is still the same mark when a better parser draws the piece about it anew.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter

from unioncms.parsing.document import Article, Mark, Repair, Span
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.places.areas import find_unknown_counties
from unioncms.parsing.segmenting.drafts import Draft, Part
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.shapes import (
    ends_item,
    ends_sentence,
    has_sentence_mark,
    open_marks,
    same_opening,
    starts_item,
)
from unioncms.parsing.traced import Traced, join

EDGE = 8  # characters that a mark at the beginning or the end of a text covers
MOST_OF_A_KIND = 500  # of a document; one with more is damaged throughout
DOUBTFUL = 0.5  # a join with less than this is marked
LEAST_RUNNING = 20  # characters; a shorter line may be one of a list or a poem
NEAR = 60  # blanks and marks between two paragraphs of one print column
ROW = re.compile(r"[^，。；]{1,14}[：:]")  # 一等奖：…
QUOTED_FROM = re.compile(r"[。！？”]\s?——[\u4e00-\u9fff·]{2,8}$")  # `…坐到一张桌子上。——王一川`
UNTITLED_GENRES = ("preface",)
BODILESS_GENRES = ("photo", "listing")
# A code that decodes to nothing, the printer's sign for a sort he has not got, and a box within a sentence; a box
# before 记者, or a private sign at the beginning of a line, is a bullet: `□记者 李小满`.
# Its first character stands before what is asked of it, so that a search skips to it.
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
LOST_GLYPH = re.compile(
    f"[\ufffd〓{_PRIVATE}□](?:"
    "(?<=[\ufffd〓])[\ufffd〓]*"
    f"|(?<=[^\\s][{_PRIVATE}])[{_PRIVATE}]*"
    "|(?<=[\u3400-\u9fff0-9]□)□*(?=[\u3400-\u9fff0-9，。、])(?!□*(?:记者|通讯员|特约|本报|本刊|文[/／])))"
)
Place = tuple[str, int, int]  # kind, start, end


def marks_of(
    segments: Segments,
    articles: Sequence[Article],
    spans: Sequence[Span],
    repairs: Iterable[Repair],
    text: str,
) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    """The marks of a page in their order, and a sentence for the editor where there are too many to list."""
    # A dict and not a set: the order of two marks of one place must not change from run to run.
    marks = dict.fromkeys(lost_glyphs(spans, repairs, text))
    for number, (draft, article) in enumerate(zip(segments.drafts, articles, strict=True)):
        marks.update(dict.fromkeys(draft_marks(draft, article, number)))
    discarded = {claim.paragraph.ranges[0][0] for claim in segments.discarded}
    for item in segments.bodiless:
        if item.paragraph.ranges[0][0] not in discarded:
            continue  # an editor has found it a body
        marks[Mark("no_body", item.paragraph.ranges[0][0], item.paragraph.ranges[-1][1])] = None
    kept: list[Mark] = []
    doubts: list[str] = []
    for _, group in groupby(sorted(marks, key=attrgetter("kind", "start", "end")), key=attrgetter("kind")):
        found = [mark for mark in group if mark.start < mark.end]
        kept.extend(found[:MOST_OF_A_KIND])
        if len(found) > MOST_OF_A_KIND:
            doubts.append(f"有一类残损多达 {len(found)} 处,只标出前 {MOST_OF_A_KIND} 处")
    return tuple(sorted(kept, key=attrgetter("start", "end", "kind"))), tuple(doubts)


def lost_glyphs(spans: Sequence[Span], repairs: Iterable[Repair], text: str) -> Iterator[Mark]:
    """Glyphs lost in articles, and those that stand for themselves: a code, or the hole that a repair has closed."""
    starts = [span.start for span in spans]

    def mark(start: int, end: int) -> Iterator[Mark]:
        at = bisect_right(starts, start) - 1
        span = spans[at] if at >= 0 else None
        if span is not None and (span.articles or span.label == "damage"):
            yield Mark("missing_glyph", start, end, "", span.articles[0] if span.articles else None)

    for found in LOST_GLYPH.finditer(text):
        yield from mark(*found.span())
    for repair in repairs:
        if repair.rule == "missing_glyph" and text[repair.start : repair.end].isspace():
            yield from mark(repair.start, repair.end)


def draft_marks(draft: Draft, article: Article, number: int) -> Iterator[Mark]:
    for kind, start, end in missing_parts(draft):
        yield Mark(kind, start, end, "", number)
    if draft.apart is not None and draft.body:
        yield Mark("fragment_apart", *opening(draft.body[0]), f"{draft.apart:.2f}", number)
    elif draft.body and article.headline is None and article.genre not in UNTITLED_GENRES:
        yield Mark("no_headline", *opening(draft.body[0]), "", number)
    is_bare = not (draft.body or draft.figures or draft.note)
    if is_bare and draft.headline and article.genre not in BODILESS_GENRES:
        for line in draft.headline:
            yield Mark("no_body", line.source(0), line.source(len(line)), "", number)
    for each in draft.joins:
        if each.confidence < DOUBTFUL:
            end = min(each.other_end, each.other_start + EDGE)
            yield Mark("doubtful_join", each.other_start, end, f"{each.confidence:.2f}", number)
    for text in (*draft.headline, *(join(part.texts) for part in draft.body)):
        for start, end in find_unknown_counties(text.text):
            yield Mark("unknown_place", text.source(start), text.source(end), "", number)


def missing_parts(draft: Draft) -> Iterator[Place]:
    """Where text is missing: a body begins or ends in mid-sentence, stops before a heading, or was joined over a
    gap."""
    for end, _ in draft.gaps:
        yield "missing_middle", max(end - EDGE, 0), end
    if draft.genre == "listing":
        return
    for number, part in enumerate(draft.body):
        below = draft.body[number + 1] if number + 1 < len(draft.body) else None
        if not lacks_tail(part):
            continue
        if below is not None and (below.type == "heading" or is_torn(part, below)):
            yield "missing_middle", *ending(part)
    if draft.body and (draft.is_broken_off or lacks_tail(draft.body[-1])):
        yield "missing_tail", *ending(draft.body[-1])
    if draft.note and not (draft.body or draft.figures):  # the piece that it leads to
        last = draft.note[-1]
        yield "missing_tail", *place_of(last, max(len(last) - EDGE, 0), len(last))
    if draft.body and (draft.is_taken_up or begins_cut(draft.body[0])):
        yield "missing_head", *opening(draft.body[0])


def lacks_tail(part: Part) -> bool:
    return part.type == "paragraph" and is_cut(part.words)


def is_cut(text: str) -> bool:
    """`地址：白鹭市滨江路12号` is a row of a notice and whole, `白鹭市第二机床厂工会委员会` one of a list."""
    if len(text) <= 12 or text[-1] in "”’》）)…—" or ends_sentence(text) or ends_item(text):
        return False
    if QUOTED_FROM.search(text) or text[:5].strip("[【 ").startswith(("关键词", "——")):
        return False
    return has_sentence_mark(text) or not (" " in text or ROW.match(text) or text.endswith(row_endings()))


@cache
def row_endings() -> tuple[str, ...]:
    return ("|", *load("organisation_endings"))


def is_torn(part: Part, next_part: Part) -> bool:
    """Both are sentences and no rows of a list, one printed right below the other: words between them are missing."""
    above, below = part.words, next_part.words
    distance = next_part.texts[0].source(0) - part.texts[-1].source(len(part.texts[-1]))
    if not 0 < distance <= NEAR or len(above) < LEAST_RUNNING or same_opening(above, below):
        return False
    return all(
        has_sentence_mark(text) and not starts_item(text) and not ROW.match(text) for text in (above, below)
    )


def begins_cut(part: Part) -> bool:
    """`站点,把热水送到工位旁`: two characters and a comma, or a mark that closes what was never opened."""
    words = part.words
    if part.type != "paragraph" or not words:
        return False
    if words[0] in "，。、；：！？”’》）,.;:!?)":
        return True
    return open_marks(words[:40]) < 0


def opening(part: Part) -> tuple[int, int]:
    return place_of(part.texts[0], 0, EDGE)


def ending(part: Part) -> tuple[int, int]:
    text = part.texts[-1]
    return place_of(text, max(len(text) - EDGE, 0), len(text))


def place_of(text: Traced, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of a text stands in the source; one character where its ends are far apart."""
    low, high = text.source(start), text.source(min(end, len(text)))
    return (low, high) if low < high <= low + 4 * EDGE else (low, low + 1)
