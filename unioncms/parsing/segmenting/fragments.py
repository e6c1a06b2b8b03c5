"""Heads and rests of pieces that print columns have parted, brought together.

A page of print columns gives the heads of several pieces first and their rests after them, in the same order, each
rest closed by its credit. Where the sentence goes on across the gap the two halves are one paragraph; where words
are missing they stay two, and the piece is marked incomplete.

    head 1, head 2, head 3 + rest 1, credit 1, rest 2, credit 2, rest 3, credit 3
"""

import re
from dataclasses import dataclass, replace
from math import exp

from unioncms.parsing.document import Join
from unioncms.parsing.reflow import closed_up
from unioncms.parsing.segmenting.bands import part_bands
from unioncms.parsing.segmenting.drafts import Draft, Part
from unioncms.parsing.segmenting.items import ASKED
from unioncms.parsing.segmenting.meeting import Page, begins_in_mid_sentence
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.shapes import dateline_of, ends_item, ends_sentence, is_ended, same_opening

ANSWER = re.compile(r"(?P<who>答|[\u4e00-\u9fff·]{2,8})\s?[：:]")
MANY_LOSSES = 5  # cuts to each that plainly lost words
RIVALS = 4  # other heads that wait, asked whether the rest goes with them as well
CREDIT_WORTH = 1.0  # what a closing credit in its turn says beside how two sentences meet
PLAIN = 0.8  # what a head out of turn must reach
LEAST_SHARED = 1.0  # how much a rest without a credit speaks of what its head does
LEAST_CONFIDENCE = 0.1  # under it a rest is left apart, whatever its place says


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a rest was put behind its head: the paragraphs on either side, and the place in the source."""

    head: Draft
    above: Part | None  # None where the page gives nothing but the head's titles
    below: Part
    place: tuple[int, int]


def join_fragments(segments: Segments) -> Segments:
    if sum(map(is_cut_off, segments.drafts)) > 1:
        segments.parted = [draft.copy() for draft in segments.drafts]
    page = Page(segments.drafts)
    mark_rests(segments.drafts)
    closed = sum(draft.is_closed_by_credit for draft in segments.drafts)
    are_all_closed = closed * 3 >= len(segments.drafts) and closed > 1
    segments.drafts = part_bands(segments.drafts, page, are_all_closed)
    waiting: list[Draft] = []
    kept: list[Draft] = []
    cuts: list[Cut] = []
    for draft in segments.drafts:
        if draft.is_rest and draft.body and waiting:
            confidences = confidences_of(draft, waiting, page)
            if begins_as_rest(draft, waiting[0], page):
                turn = turn_of(confidences)
                head = waiting[turn]
                del waiting[: turn + 1]
                if confidences[turn] >= LEAST_CONFIDENCE:
                    cuts.append(append_rest(head, draft, confidences[turn]))
                    if head.is_open(False):
                        waiting.append(head)
                    continue
            draft.apart = confidences[0]
        kept.append(draft)
        if draft.is_open(are_all_closed):
            waiting.append(draft)
    close_cuts(cuts, page)
    segments.drafts = kept
    return segments


def mark_rests(drafts: list[Draft]) -> None:
    """While heads wait, an unsigned piece under `这些词都听不懂，服务就无从谈` is a rest, the line its first."""
    waiting = 0
    for draft in drafts:
        is_sentence = (
            len(draft.headline) == 1 and "，" in draft.headline[0].text and " " not in draft.headline[0].text
        )
        unsigned = not (draft.has_byline or draft.kicker or draft.subheadline or draft.headline_level)
        unsigned = unsigned and not any(each.printed_post for each in draft.compilers)
        if waiting and is_sentence and unsigned and draft.is_closed_by_credit and draft.body:
            turn_into_rest(draft)
        if draft.is_closed_by_credit:
            waiting -= draft.is_rest and waiting > 0
        elif draft.headline and draft.body:
            waiting += 1


def turn_into_rest(draft: Draft) -> None:
    line = draft.headline.pop()
    draft.is_rest = True
    draft.claims = [
        replace(each, label="paragraph") if each.label == "headline" else each for each in draft.claims
    ]
    first = draft.body[0]
    if first.type == "paragraph":
        draft.body[0] = Part("paragraph", [closed_up(line), *first.texts])
    else:
        draft.body.insert(0, Part("paragraph", [closed_up(line)]))


def begins_as_rest(draft: Draft, head: Draft, page: Page) -> bool:
    """An untitled piece goes with a head that waits: a credit closes it, or it goes on with the cut sentence."""
    if dateline_of(draft.body[0].words):
        return False
    if draft.is_closed_by_credit or draft.is_band or not head.body:
        return True
    last = head.body[-1].words
    if ASKED.match(last) and last.endswith(("？", "?")):
        return is_answer(draft.body[0].words, head)
    if ends_sentence(last):
        return False
    seam = page.seam(last, draft.body[0].words)
    # What is signed above has no credit that would end its rest.
    return seam > 0 or (seam == 0 and head.has_byline and page.shared(head.words, draft.words) > LEAST_SHARED)


def is_answer(text: str, head: Draft) -> bool:
    """`王一川：没有窍门，就是听。` below `记者：有什么窍门？`, in an interview where he has answered before."""
    label = ANSWER.match(text)
    if label is None:
        return False
    return label["who"] == "答" or any(part.words.startswith(label.group()) for part in head.body)


def confidences_of(rest: Draft, waiting: list[Draft], page: Page) -> list[float]:
    """How sure a rest goes with each of the first heads that wait, 0 to 1; 0.5 says no more for it than against it.

    For it speak how the two sentences meet, their common subject (half as much, as any two pieces of one page have
    some) and the credit that closes the rest; against it, half of what the best of the other heads has over this one.
    """
    worth = CREDIT_WORTH if rest.is_closed_by_credit else 0.0
    meetings = [
        page.meeting(head, rest) + page.shared(head.words, rest.words) / 2 for head in waiting[: 1 + RIVALS]
    ]
    best = max(meetings)
    return [round(1 / (1 + exp(-(own + worth - (best - own) / 2))), 2) for own in meetings]


def turn_of(confidences: list[float]) -> int:
    """Rests come in the order of their heads; one that cannot be the first head's is that of the head it plainly goes
    on with, and the heads before that one have lost theirs."""
    best = max(confidences)
    if confidences[0] < LEAST_CONFIDENCE and best >= PLAIN:
        return confidences.index(best)
    return 0


def append_rest(head: Draft, rest: Draft, confidence: float) -> Cut:
    first = rest.body[0]
    below = first.texts[0]
    last = head.body[-1] if head.body else None
    above = last.texts[-1] if last else head.headline[-1]
    cut = above.source(len(above)), below.source(0)
    head.joins.append(Join("fragment", above.source(0), cut[0], cut[1], below.source(len(below)), confidence))
    head.body.extend(rest.body)
    take_over(head, rest)
    return Cut(head, last, first, cut)


def take_over(head: Draft, rest: Draft) -> None:
    """All that a rest has beside its text."""
    for name in ("contributors", "compilers", "claims", "figures", "note", "joins", "gaps"):
        getattr(head, name).extend(getattr(rest, name))
    head.source_credit = head.source_credit or rest.source_credit
    head.post = head.post or rest.post
    head.is_closed_by_credit = rest.is_closed_by_credit
    head.is_broken_off = rest.is_broken_off


def close_cuts(cuts: list[Cut], page: Page) -> None:
    """Two halves of a sentence become one paragraph. Where nothing tells whether they are, the other cuts of the page
    do: on a page that lost words at many of them some are missing here too. Of some 70 such cuts of other pages, four
    in five had lost none."""
    seams = [None if each.above is None else page.whole(each.above.words, each.below.words) for each in cuts]
    known = [seam for each, seam in zip(cuts, seams, strict=True) if seam is not None and is_cut(each)]
    has_losses = sum(seam < 0 for seam in known) * MANY_LOSSES >= max(len(known), 1)
    for each, seam in reversed(list(zip(cuts, seams, strict=True))):
        if seam is None or each.above is None:
            continue
        if not is_cut(each):
            if begins_in_mid_sentence(each.below.words):
                each.head.gaps.append(each.place)
        elif not (ends_item(each.above.words) and same_opening(each.above.words, each.below.words)):
            if seam > 0 or (seam == 0 and not has_losses):
                each.above.texts.extend(each.below.texts)
                each.head.body.remove(each.below)
            else:
                each.head.gaps.append(each.place)


def is_cut_off(draft: Draft) -> bool:
    """In mid-sentence at its end; and of a head of which the page gives nothing but the titles all is cut off."""
    if not draft.body:
        return draft.is_band and bool(draft.headline)
    last = draft.body[-1]
    return last.type == "paragraph" and not is_ended(last.words)


def is_cut(cut: Cut) -> bool:
    """In mid-sentence, between two paragraphs."""
    assert cut.above is not None
    return not ends_sentence(cut.above.words) and cut.below.type == cut.above.type == "paragraph"
