"""Heads and tails of pieces that print columns have parted, brought together.

A page of print columns gives the heads of several pieces first and their rests after them, in the same order, each
rest closed by its credit. Where the sentence goes on across the gap the two halves are one paragraph; where words
are missing they stay two, and the piece is marked incomplete.
"""

from unioncms.parsing.drafts import Draft
from unioncms.parsing.segment import Segments
from unioncms.parsing.shapes import CJK, ends_item, ends_sentence, open_marks, same_opening


def join_fragments(segments: Segments) -> Segments:
    texts = "\n".join(draft.words for draft in segments.drafts)
    waiting: list[Draft] = []
    kept: list[Draft] = []
    credits = sum(draft.is_closed_by_credit for draft in segments.drafts)
    all_closed = credits * 3 >= len(segments.drafts)
    for draft in segments.drafts:
        if draft.is_rest and draft.body and waiting and begins_as_rest(draft, waiting[0], texts):
            append_rest(waiting.pop(0), draft, texts)
            continue
        kept.append(draft)
        if is_open(draft, all_closed):
            waiting.append(draft)
    segments.drafts = kept
    return segments


def is_open(draft: Draft, all_closed: bool) -> bool:
    """Its last sentence is cut, or it lacks the closing credit that its neighbours have."""
    if not draft.headline or not draft.body or draft.is_closed_by_credit:
        return False
    return not ends_sentence(draft.body[-1].words) or (all_closed and draft.has_byline)


def begins_as_rest(draft: Draft, head: Draft, texts: str) -> bool:
    """An untitled piece goes with a head that waits: it is closed by a credit, or goes on with the cut sentence."""
    if draft.is_closed_by_credit:
        return True
    return not ends_sentence(head.body[-1].words) and goes_on(head.body[-1].words, draft.body[0].words, texts)


def append_rest(head: Draft, rest: Draft, texts: str) -> None:
    last, first = head.body[-1], rest.body[0]
    if not ends_sentence(last.words) and not ends_item(last.words) and first.type == last.type == "paragraph":
        if goes_on(last.words, first.words, texts):
            last.texts.extend(first.texts)
            rest.body.pop(0)
        else:
            head.is_incomplete = True
    elif begins_in_mid_sentence(first.words):
        head.is_incomplete = True
    head.body.extend(rest.body)
    head.contributors.extend(rest.contributors)
    head.claims.extend(rest.claims)
    head.figures.extend(rest.figures)
    head.note.extend(rest.note)
    head.source_credit = head.source_credit or rest.source_credit
    head.post = head.post or rest.post
    head.is_closed_by_credit = rest.is_closed_by_credit


def goes_on(head: str, rest: str, texts: str) -> bool:
    """Does a sentence cut after `head` go on with `rest`?

    A quotation closed in the rest must have been opened in the head (`工作` / `面”战略布局` was not); a comma or an
    open quotation asks for more; otherwise the two characters at the seam must stand together elsewhere on the page.
    """
    if open_marks(rest[:40]) < 0:
        return open_marks(head) > 0
    if rest[0] in "，。、；：！？,;:!?":
        return True
    if head[-1] in "，、,：:" or open_marks(head[-30:]) > 0:
        return True
    seam = head[-1] + rest[0]
    return all(CJK.match(character) for character in seam) and seam in texts


def begins_in_mid_sentence(text: str) -> bool:
    return text[:1] in "，。、；：！？,;:!?”’》）" or open_marks(text[:40]) < 0


def are_items(head: str, rest: str) -> bool:
    return same_opening(head, rest)
