"""Pieces side by side whose lines were read across: the rest of one stands within the other.

    head 1 (cut), title 2, head 2 (cut), rest 1, rest 2
    head 1 (cut), title 2, text 2 (whole), rest 1

Nothing parts the two rests; what tells them is that both cut sentences go on, and that the other one's does not. Of a
text that is whole, the rest above the next title tells itself only where a word goes over the cut.
"""

from unioncms.parsing.document import Join
from unioncms.parsing.segmenting.bands import part, seams_of
from unioncms.parsing.segmenting.drafts import Claim, Draft, Part
from unioncms.parsing.segmenting.fragments import append_rest, close_cuts
from unioncms.parsing.segmenting.meeting import Page
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.shapes import ends_sentence

REACH = 3  # pieces above that may have lost their rest
MOST_SEAMS = 60  # of one piece
PLAIN = 2.0  # how well at least one of the cut sentences goes on: a word goes over its cut
LEAST = 1.0  # what both together have over the page as it stands
CONFIDENCE = 0.7

Seam = tuple[int, int, str, str]


def part_interleaved(segments: Segments) -> Segments:
    page = Page(segments.drafts)
    for number, draft in enumerate(segments.drafts):
        for head in reversed(segments.drafts[max(number - REACH, 0) : number]):
            if is_cut(head) and not draft.is_rest:
                found = best_exchange(head, draft, page)
                if found is not None:
                    move(head, draft, *found)
                elif place := rest_below(head, draft, page):
                    close_cuts([append_rest(head, part(draft, *place), CONFIDENCE)], page)
    return segments


def is_cut(draft: Draft) -> bool:
    last = draft.body[-1] if draft.body else None
    is_text = last is not None and last.type == "paragraph" and not ends_sentence(last.words)
    return is_text and bool(draft.headline) and not draft.is_closed_by_credit


def rest_below(head: Draft, draft: Draft, page: Page) -> tuple[int, int] | None:
    """Where, below the last sentence of `draft`, the cut one of `head` goes on."""
    above = head.body[-1].words
    last = draft.body[-1].words if draft.body else ""
    if draft.is_closed_by_credit or not ends_sentence(last):
        return None
    seams = [each for each in seams_of(draft)[:MOST_SEAMS] if is_in_text(draft, each) and not each[1]]
    worths = [(page.seam(above, below), at) for at, _, before, below in seams if ends_sentence(before)]
    worth, at = max(worths, default=(0.0, 0))
    return (at, 0) if worth >= PLAIN else None


def best_exchange(head: Draft, draft: Draft, page: Page) -> tuple[Seam, Seam] | None:
    """Where the rest of `head` begins within `draft`, and where `draft` goes on."""
    seams = [each for each in seams_of(draft) if is_in_text(draft, each)][:MOST_SEAMS]
    above = head.body[-1].words
    best: tuple[float, tuple[Seam, Seam]] | None = None
    for at, first in enumerate(seams):
        if ends_sentence(first[2]):
            continue
        here = page.seam(above, first[3])
        if here <= 0:
            continue
        for second in seams[at + 1 :]:
            if not ends_sentence(second[2]):
                continue
            back = page.seam(first[2], second[3])
            value = here + back - page.seam(first[2], first[3]) - page.seam(second[2], second[3])
            if back > 0 and max(here, back) >= PLAIN and value >= LEAST and (best is None or value > best[0]):
                best = (value, (first, second))
    return best[1] if best else None


def is_in_text(draft: Draft, seam: Seam) -> bool:
    at, inner, above, below = seam
    parts = draft.body[at : at + 1] if inner else draft.body[at - 1 : at + 1]
    return bool(above and below) and all(each.type == "paragraph" for each in parts)


def move(head: Draft, draft: Draft, first: Seam, second: Seam) -> None:
    """The parts between the two places go to the piece above; the paragraphs about them are one."""
    last, cut = head.body[-1], draft.body[first[0]]
    places = [draft.body[at].texts[inner].source(0) for at, inner, _, _ in (first, second)]
    above = last.texts[-1]
    stretch = between(draft.body, first, second)
    end = stretch[-1].texts[-1]
    head.joins.append(
        Join(
            "fragment", above.source(0), above.source(len(above)), places[0], end.source(len(end)), CONFIDENCE
        )
    )
    last.texts.extend(stretch[0].texts)
    head.body.extend(stretch[1:])
    back = draft.body[second[0]].texts[second[1] :]
    whole = Part(cut.type, [*before(draft.body, first), *back])
    draft.body[first[0] - (first[1] == 0) : second[0] + 1] = [whole]
    share_claims(head, draft, places)


def before(body: list[Part], seam: Seam) -> list:
    """The texts of the paragraph that is cut there."""
    return body[seam[0]].texts[: seam[1]] if seam[1] else body[seam[0] - 1].texts


def between(body: list[Part], first: Seam, second: Seam) -> list[Part]:
    stretch = [Part(each.type, list(each.texts)) for each in body[first[0] : second[0] + 1]]
    stretch[-1].texts = stretch[-1].texts[: second[1]]
    stretch[0].texts = stretch[0].texts[first[1] :]
    return [each for each in stretch if each.texts]


def share_claims(head: Draft, draft: Draft, places: list[int]) -> None:
    kept: list[Claim] = []
    for claim in draft.claims:
        start, end = claim.paragraph.ranges[0][0], claim.paragraph.ranges[-1][1]
        if places[0] <= start and end <= places[1]:
            head.claims.append(claim)
            continue
        if start < places[0] < end:
            kept.append(claim)
            head.claims.append(Claim(claim.paragraph, claim.paragraph.text.offset_of(places[0]), claim.label))
        elif places[0] <= start < places[1]:
            head.claims.append(claim)
        else:
            kept.append(claim)
        if start < places[1] < end:
            kept.append(Claim(claim.paragraph, claim.paragraph.text.offset_of(places[1]), claim.label))
    draft.claims = kept
