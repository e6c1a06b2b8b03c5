"""A page of print columns read both ways: titles above their texts, or anywhere. The reading with more sense wins.

A reading makes sense where headlines speak of the texts they are given, and where few texts are left without a
headline and few titles without a text.
"""

from unioncms.parsing.segmenting.displaced import place_titles
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.fragments import join_fragments
from unioncms.parsing.segmenting.headline_fit import Bodies, Body
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.matched_blocks import with_better_chains
from unioncms.parsing.segmenting.second_signature import part_signed
from unioncms.parsing.segmenting.segment import segment
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.segmenting.titles_block import is_dashed
from unioncms.parsing.shapes import ends_item, ends_sentence

MOST_ITEMS = 400  # of a page; a longer text is a book and is read as it begins
MANY_HEADLESS = 2  # texts without a headline: the page may have been cut where its lines change their width
MOST_FIT = 8.0  # a headline that fits its text better than this says no more
HEADLESS = 3.0  # what a text without a headline speaks against a reading
CUT = 3.0  # what a text that stops in mid-sentence does: its rest was taken for another one's
BODILESS = 2.0  # and a title without a text
AS_IT_BEGINS = 4.0  # what the first line of the page speaks for one


def read_page(items: list[Item]) -> Segments:
    is_displaced = begins_with_body(items)
    first = reading_of(items, is_displaced)
    if len(items) > MOST_ITEMS or not any(item.paragraph.measure for item in items):
        return with_better_chains(first)
    other = reading_of(items, not is_displaced)
    if makes_more_sense(other, first):
        first, is_displaced = other, not is_displaced
    if is_displaced and headless(first) >= MANY_HEADLESS:
        other = reading_of(items, is_displaced, False)
        first = other if leaves_fewer_headless(other, first) else first
    return with_better_chains(first)


def leaves_fewer_headless(other: Segments, first: Segments) -> bool:
    """Half as many or fewer, where the pieces make no less sense one by one."""
    if headless(other) * 2 > headless(first):
        return False
    return sense_of(other) * len(first.drafts) >= sense_of(first) * len(other.drafts)


def headless(segments: Segments) -> int:
    return sum(bool(draft.body) and not draft.headline for draft in segments.drafts)


def reading_of(items: list[Item], is_displaced: bool, is_set_evenly: bool = True) -> Segments:
    """With the rests of its pieces brought to their heads: a rest needs no headline, and its head speaks with it."""
    return join_fragments(place_titles(part_signed(segment(items, is_displaced, is_set_evenly))))


def makes_more_sense(other: Segments, first: Segments) -> bool:
    """On the whole and piece by piece: one that cuts the page into more pieces has more headlines by that alone."""
    one, two = sense_of(other), sense_of(first)
    return one > two + AS_IT_BEGINS and one * len(first.drafts) >= two * len(other.drafts)


def begins_with_body(items: list[Item]) -> bool:
    """No title above the first body, and that body set in a print column: titles stand elsewhere on the page."""
    for item in items:
        if item.kind in ("title", "byline", "meta", "column"):
            return False
        if item.kind == "body":
            return bool(item.paragraph.measure)
    return False


def sense_of(segments: Segments) -> float:
    bodies = Bodies([Body(draft) for draft in segments.drafts if draft.body])
    bodiless = len(segments.bodiless) + titles_among_captions(segments) + headings_over_nothing(segments)
    total = -BODILESS * bodiless - CUT * sum(map(is_cut, bodies.drafts))
    for number, draft in enumerate(bodies.drafts):
        words = "".join(line.text for line in [*draft.headline, *draft.subheadline])
        if words and not is_dashed(words):  # `——11万工人有了“娘家”` heads no piece
            total += min(bodies.fit(words, number), MOST_FIT)
        elif not bodies.is_preface[number]:
            total -= HEADLESS
    return total


def is_cut(draft: Draft) -> bool:
    last = draft.body[-1]
    return last.type == "paragraph" and not (ends_sentence(last.words) or ends_item(last.words))


def headings_over_nothing(segments: Segments) -> int:
    """Below a heading comes a text; where another one does or the end, it was a title."""
    count = 0
    for draft in segments.drafts:
        types = [part.type for part in draft.body]
        below = [*types[1:], "heading"][: len(types)]
        count += sum(one == other == "heading" for one, other in zip(types, below, strict=True))
    return count


def titles_among_captions(segments: Segments) -> int:
    return sum(
        figure.credit is None
        and figure.caption is not None
        and not figure.caption.text.endswith(("。", "！"))
        for draft in segments.drafts
        for figure in draft.figures
    )
