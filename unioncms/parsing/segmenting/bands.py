"""The pieces of a page of print columns parted where nothing on the page parts them.

The last head of a band runs into the first rest; and where a band of columns has another below it, the rest of each
piece is cut once more:

    head 1, head 2, head 3 + middle 1 + middle 2 + middle 3 + end 1, credit 1, end 2, credit 2, end 3, credit 3
"""

from itertools import pairwise

from unioncms.parsing.segmenting.drafts import Claim, Draft, Part
from unioncms.parsing.segmenting.meeting import Page, begins_in_mid_sentence
from unioncms.parsing.shapes import ends_item, ends_sentence

MOST_HEADS = 40  # in a band of print columns
MOST_BANDS = 3  # below the first, of which no piece ends in one
CLEARLY = 1.0  # what reading across the columns must have over reading down
NEVER_FIRST = "的了着过们地得"

Seam = tuple[int, int, str, str]


def part_bands(drafts: list[Draft], page: Page, are_all_closed: bool) -> list[Draft]:
    result: list[Draft] = []
    number = -1
    while (number := number + 1) < len(drafts):
        draft = drafts[number]
        result.append(draft)
        if not draft.headline or not draft.is_closed_by_credit or len(draft.body) < 1:
            continue
        heads = heads_above(result[-MOST_HEADS:-1], are_all_closed)
        if not heads or not all(head.body for head in heads):
            continue
        rests = rests_below(drafts, number)
        if len(rests) == len(heads) - 1 and (added := part_unsigned(draft, heads, rests, page)):
            drafts = [*drafts[: number + 1], *added, *drafts[number + 1 + len(rests) :]]
            rests = added
        if begins_with_rest(draft, heads, page):
            result.append(part(draft, 0, 0))
            draft.is_band = True
        elif places := middle_seams(draft, heads, rests, page):
            pieces = [part(draft, *place) for place in reversed(places)][::-1]
            for piece in pieces[:-1]:
                piece.is_band = True
            result.extend(pieces)
        elif place := band_seam(draft, heads, rests, page):
            result.append(part(draft, *place))
            for rest in rests[: len(heads)]:
                rest.is_band = rest.is_band or not rest.is_closed_by_credit
    return result


def part_unsigned(draft: Draft, heads: list[Draft], rests: list[Draft], page: Page) -> list[Draft]:
    """The rest of a piece that is signed above its text has no credit to end it, and runs into the next one's."""
    best: tuple[float, int, int] | None = None
    for at, (head, after) in enumerate(pairwise([*heads[1:], draft])):
        rest = rests[at]
        if not head.has_byline or not rest.compilers or head.is_closed_by_credit:
            continue
        for number in range(1, min(len(rest.body), MOST_HEADS)):
            first, second = (
                "".join(each.words for each in half) for half in (rest.body[:number], rest.body[number:])
            )
            value = page.shared(head.words, first) + page.shared(own_words(after, page), second)
            value -= page.shared(head.words, second) + page.shared(own_words(after, page), first)
            if value > 0 and (best is None or value > best[0]):
                best = (value, at, number)
    if best is None:
        return []
    _, at, number = best
    signed = part(rests[at], number, 0)
    rests[at].is_band = True
    return [*rests[: at + 1], signed, *rests[at + 1 :]]


def own_words(draft: Draft, page: Page) -> str:
    """Of a piece that runs into the rest of another the headline and the first paragraph are its own for sure."""
    if not draft.is_closed_by_credit:
        return draft.words
    return "".join(line.text for line in draft.headline) + draft.body[0].words


def begins_with_rest(draft: Draft, heads: list[Draft], page: Page) -> bool:
    """Below the titles of one piece stands the rest of another: `…，他收下` / `摸得着的实事` / `的徒弟已经出师`;
    its own text comes later."""
    first, cut = draft.body[0], heads[0].body[-1]
    if first.type != "paragraph" or ends_sentence(cut.words):
        return False
    goes_on = first.words[0] in NEVER_FIRST or begins_in_mid_sentence(first.words)
    return goes_on and page.seam(cut.words, first.words) >= 0


def middle_seams(
    draft: Draft, heads: list[Draft], rests: list[Draft], page: Page
) -> list[tuple[int, int]] | None:
    """Where a piece is cut whose band has others below it: once for each piece of each band, and once more."""
    count = len(heads) + 1
    seams = [seam for seam in seams_of(draft) if is_open_seam(draft, seam)]
    bands, over = divmod(len(seams) - 1, count)
    if over or not 0 < bands <= MOST_BANDS or len(rests) < count - 1:
        return None
    stretches = stretches_of(draft, seams)
    plain = sum(page.whole(seam[2], seam[3]) for seam in seams)
    across = 0.0
    for at, own in enumerate([*heads, None]):
        head = own.words if own else stretches[0]
        chain = stretches[1 + at : 1 + bands * count : count]
        chain.append(stretches[-1] if not at else rests[at - 1].words)
        plain += sum(page.shared(stretches[0], each) for each in chain[:-1]) if own else 0.0
        across += sum(page.shared(head, each) for each in chain[:-1]) if own else 0.0
        across += sum(page.whole(above, below) for above, below in pairwise([head, *chain]))
    return [seam[:2] for seam in seams] if across > plain + CLEARLY else None


def stretches_of(draft: Draft, seams: list[Seam]) -> list[str]:
    """The words between the places where it may be cut."""
    places = {seam[:2] for seam in seams}
    stretches = [""]
    for number, part_ in enumerate(draft.body):
        for inner, text in enumerate(part_.texts):
            if (number, inner) in places:
                stretches.append("")
            stretches[-1] += text.text
    return stretches


def is_open_seam(draft: Draft, seam: Seam) -> bool:
    """Between two lines of text, the first of which stops in mid-sentence."""
    number, inner, above, below = seam
    is_text = inner > 0 or all(part.type == "paragraph" for part in draft.body[number - 1 : number + 1])
    return is_text and bool(below) and not (ends_sentence(above) or ends_item(above))


def heads_above(drafts: list[Draft], are_all_closed: bool) -> list[Draft]:
    """The open heads at the end of what was read so far, rests that came since taken off."""
    heads: list[Draft] = []
    for draft in drafts:
        if draft.is_rest and heads and (draft.is_closed_by_credit or not heads[0].body):
            heads.pop(0)
        elif draft.is_open(are_all_closed):
            heads.append(draft)
    return heads


def rests_below(drafts: list[Draft], number: int) -> list[Draft]:
    rests: list[Draft] = []
    for draft in drafts[number + 1 : number + 1 + MOST_HEADS]:
        if not draft.is_rest:
            break
        # The last of them may have lost its end, and the credit with it.
        if draft.body and (draft.is_closed_by_credit or not ends_sentence(draft.body[-1].words)):
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


def seams_of(draft: Draft) -> list[Seam]:
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
    """Cut a draft in two: the head keeps its byline, the rest takes the closing credit and what the page breaks off."""
    is_closed = draft.is_closed_by_credit
    rest = Draft(is_rest=True, is_closed=is_closed, is_closed_by_credit=is_closed)
    place = draft.body[number].texts[inner].source(0)
    cut = draft.body[number]
    rest.body = ([Part(cut.type, cut.texts[inner:])] if inner else [cut]) + draft.body[number + 1 :]
    draft.body = draft.body[:number] + ([Part(cut.type, cut.texts[:inner])] if inner else [])
    rest.compilers, draft.compilers = draft.compilers, []
    rest.source_credit, rest.post = draft.source_credit, draft.post
    rest.is_broken_off = draft.is_broken_off
    draft.is_closed_by_credit = draft.is_broken_off = False
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
