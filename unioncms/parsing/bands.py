"""The pieces of a page of print columns parted where nothing on the page parts them.

The last head of a band runs into the first rest; and where a band of columns has another below it, the rest of each
piece is cut once more:

    head 1, head 2, head 3 + middle 1 + middle 2 + middle 3 + end 1, credit 1, end 2, credit 2, end 3, credit 3
"""

from unioncms.parsing.drafts import Claim, Draft, Part
from unioncms.parsing.meeting import Page
from unioncms.parsing.shapes import ends_sentence

MOST_HEADS = 40  # in a band of print columns


def part_bands(drafts: list[Draft], page: Page, are_all_closed: bool) -> list[Draft]:
    result: list[Draft] = []
    for number, draft in enumerate(drafts):
        result.append(draft)
        if not draft.headline or not draft.is_closed_by_credit or len(draft.body) < 1:
            continue
        open_heads = heads_above(result[-MOST_HEADS:-1], are_all_closed)
        if not open_heads:
            continue
        rests = rests_below(drafts, number)
        place = band_seam(draft, open_heads, rests, page)
        if place is not None:
            result.append(part(draft, *place))
    return result


def heads_above(drafts: list[Draft], are_all_closed: bool) -> list[Draft]:
    """The open heads at the end of what was read so far, rests that came since taken off."""
    heads: list[Draft] = []
    for draft in drafts:
        if draft.is_rest and draft.is_closed_by_credit and heads:
            heads.pop(0)
        elif draft.is_open(are_all_closed):
            heads.append(draft)
    return heads


def rests_below(drafts: list[Draft], number: int) -> list[Draft]:
    rests: list[Draft] = []
    for draft in drafts[number + 1 : number + 1 + MOST_HEADS]:
        if not draft.is_rest:
            break
        if draft.is_closed_by_credit and draft.body:
            rests.append(draft)
    return rests


def band_seam(draft: Draft, heads: list[Draft], rests: list[Draft], page: Page) -> tuple[int, int] | None:
    """Where the last head of a band ends and the first rest begins: (part, text within it).

    Each head has its rest, in the same order; either this piece is whole and the rests below are those of the heads
    above it, or its own rest is the last of them. Taken is what goes together better.
    """
    if len(rests) < len(heads):
        return None
    are_even = len(rests) == len(heads)
    whole = (
        sum(page.likeness(head, rest) for head, rest in zip(heads, rests, strict=False)) if are_even else 0.0
    )
    later = (
        sum(page.likeness(head, rest) for head, rest in zip(heads[1:], rests, strict=False))
        if are_even
        else 0.0
    )
    best: tuple[float, int, int] | None = None
    last = rests[len(heads) - 1].words
    for number, inner, before, after in seams_of(draft):
        if not after:
            continue
        value = page.seam(heads[0].body[-1].words, after) - page.seam(before, after)
        if are_even:
            rest = after + "".join(part.words for part in draft.body[number + 1 :])
            value += page.shared(heads[0].words, rest) - page.shared(draft_words(draft, number, before), rest)
            value += (
                later
                + page.seam(before, last)
                + page.shared(draft_words(draft, number, before), last)
                - whole
            )
        if ends_sentence(before) and not ends_sentence(heads[0].body[-1].words):
            value -= 1.0
        if best is None or value > best[0]:
            best = (value, number, inner)
    return (best[1], best[2]) if best and best[0] > 0 else None


def draft_words(draft: Draft, number: int, before: str) -> str:
    return "".join(part.words for part in draft.body[:number]) + before


def seams_of(draft: Draft) -> list[tuple[int, int, str, str]]:
    """(part, text, words before, words after) of every place where two lines of the page meet."""
    seams = []
    for number, part_ in enumerate(draft.body):
        before = ""
        for inner, text in enumerate(part_.texts):
            if inner:
                seams.append((number, inner, before, text.text))
            elif number:
                seams.append((number, 0, draft.body[number - 1].words, text.text))
            before += text.text
    return seams


def part(draft: Draft, number: int, inner: int) -> Draft:
    """Cut a draft in two: the head keeps its byline, the rest takes the closing credit."""
    rest = Draft(is_rest=True, is_closed=True, is_closed_by_credit=True)
    place = draft.body[number].texts[inner].source(0)
    cut = draft.body[number]
    rest.body = ([Part(cut.type, cut.texts[inner:])] if inner else [cut]) + draft.body[number + 1 :]
    draft.body = draft.body[:number] + ([Part(cut.type, cut.texts[:inner])] if inner else [])
    rest.compilers, draft.compilers = draft.compilers, []
    rest.source_credit, rest.post = draft.source_credit, draft.post
    draft.is_closed_by_credit = False
    kept: list[Claim] = []
    for claim in draft.claims:
        if claim.paragraph.ranges[0][0] >= place:
            rest.claims.append(claim)
            continue
        kept.append(claim)
        if claim.label == "paragraph" and claim.paragraph.ranges[-1][1] > place:
            rest.claims.append(Claim(claim.paragraph, claim.paragraph.text.offset_of(place), claim.label))
    draft.claims = kept
    return rest
