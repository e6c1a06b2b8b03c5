"""Heads and rests of pieces that print columns have parted, brought together.

A page of print columns gives the heads of several pieces first and their rests after them, in the same order, each
rest closed by its credit. Where the sentence goes on across the gap the two halves are one paragraph; where words
are missing they stay two, and the piece is marked incomplete.

    head 1, head 2, head 3 + rest 1, credit 1, rest 2, credit 2, rest 3, credit 3
"""

from collections import Counter
from dataclasses import replace
from functools import cached_property
from math import exp, fsum, log, sqrt

from unioncms.parsing.document import Join
from unioncms.parsing.drafts import Claim, Draft, Part
from unioncms.parsing.headline_fit import pairs_of
from unioncms.parsing.reflow import closed_up
from unioncms.parsing.seams import word_spans
from unioncms.parsing.segments import Segments
from unioncms.parsing.shapes import CJK, ends_item, ends_sentence, open_marks, same_opening

# A sentence may go on with these whatever stood before them.
MOST_TEXT = 200_000  # characters that are asked how two of them stand together
SHARED_WORTH = 15.0  # what a common subject says beside how two sentences meet
MOST_HEADS = 40  # in a band of print columns
RIVALS = 4  # other heads that wait, asked whether the rest goes with them as well
CREDIT_WORTH = 1.0  # what a closing credit in its turn says beside how two sentences meet
PLAIN = 0.8  # what a head out of turn must reach
LEAST_CONFIDENCE = 0.1  # under it a rest is left apart, whatever its place says
GOES_ON_WITH = "的了着过和与及等中上下里们地得为到于者性化"


class Page:
    """The text of all drafts, asked whether two characters stand together anywhere."""

    def __init__(self, drafts: list[Draft]) -> None:
        # Line by line: what is asked is whether two lines meet, so that their meeting must not answer.
        pieces = (text.text for draft in drafts for part_ in draft.body for text in part_.texts)
        self.text = "\n".join(pieces)[:MOST_TEXT]

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How rare each pair of characters is; asked of few pages."""
        spread: Counter[str] = Counter()
        parts = 1
        for paragraph in self.text.split("\n"):
            spread.update(pairs_of(paragraph))
            parts += 1
        return {pair: log(parts / count) for pair, count in spread.items()}

    def likeness(self, head: Draft, rest: Draft) -> float:
        return self.seam(head.body[-1].words, rest.body[0].words) + self.shared(head.words, rest.words)

    def shared(self, head: str, rest: str) -> float:
        """How much two texts speak of the same: their common pairs of characters, the rarer the more."""
        common = pairs_of(head) & pairs_of(rest)
        total = fsum(self.rarity.get(pair, 0.0) for pair in common)
        return SHARED_WORTH * total / (sqrt(len(head) * len(rest)) + 20)

    def seam(self, head: str, rest: str) -> float:
        """How well a sentence cut after `head` goes on with `rest`; above 0 the two are taken for one sentence.

        A quotation closed in the rest must have been opened in the head (`工作` / `面”战略布局` was not); a word that
        goes over the cut is the best sign, two characters that stand together elsewhere on the page the next.
        """
        opened = open_marks(head[-60:])
        closes = open_marks(rest[:40])
        if (closes < 0 and opened <= 0) or (rest[0] in "“《（" and head[-1] in "“《（"):
            return -3.0
        if ends_sentence(head):
            return -1.0 if begins_in_mid_sentence(rest) else 0.5
        value = 1.5 if closes < 0 and opened > 0 else 0.0
        if rest[0] in "，。、；：！？,;:!?":
            return value + 1.0
        if head[-1] in "，、,；;：:":
            return value + 0.3
        if CJK.match(head[-1]) and CJK.match(rest[0]):
            value += 1.0 if head[-1] + rest[0] in self.text else 0.0
            value += 0.5 if rest[0] in GOES_ON_WITH else 0.0
            value += 2.0 if word_spans(head, rest) else 0.0
        elif (head[-1].isascii() and rest[0].isascii()) or head[-1].isdigit():
            value += 1.0
        return value


def begins_in_mid_sentence(text: str) -> bool:
    return text[:1] in "，。、；：！？,;:!?”’》）" or open_marks(text[:40]) < 0


def join_fragments(segments: Segments) -> Segments:
    page = Page(segments.drafts)
    mark_rests(segments.drafts)
    segments.drafts = part_bands(segments.drafts, page)
    waiting: list[Draft] = []
    kept: list[Draft] = []
    closed = sum(draft.is_closed_by_credit for draft in segments.drafts)
    all_closed = closed * 3 >= len(segments.drafts) and closed > 1
    for draft in segments.drafts:
        if draft.is_rest and draft.body and waiting:
            confidences = confidences_of(draft, waiting, page)
            if begins_as_rest(draft, waiting[0], page):
                turn = turn_of(confidences)
                head = waiting[turn]
                del waiting[: turn + 1]
                if confidences[turn] >= LEAST_CONFIDENCE:
                    append_rest(head, draft, page, confidences[turn])
                    continue
            draft.apart = confidences[0]
        kept.append(draft)
        if is_open(draft, all_closed):
            waiting.append(draft)
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


def is_open(draft: Draft, all_closed: bool) -> bool:
    """Its last sentence is cut, or it lacks the closing credit that its neighbours have."""
    if not draft.headline or not draft.body or draft.is_closed_by_credit:
        return False
    return not ends_sentence(draft.body[-1].words) or (all_closed and draft.has_byline)


def begins_as_rest(draft: Draft, head: Draft, page: Page) -> bool:
    """An untitled piece goes with a head that waits: a credit closes it, or it goes on with the cut sentence."""
    if draft.is_closed_by_credit:
        return True
    last = head.body[-1].words
    return not ends_sentence(last) and page.seam(last, draft.body[0].words) > 0


def confidences_of(rest: Draft, waiting: list[Draft], page: Page) -> list[float]:
    """How sure a rest goes with each of the first heads that wait, 0 to 1; 0.5 says no more for it than against it.

    For it speak how the two sentences meet, their common subject (half as much, as any two pieces of one page have
    some) and the credit that closes the rest; against it, half of what the best of the other heads has over this one.
    """
    worth = CREDIT_WORTH if rest.is_closed_by_credit else 0.0
    meetings = [
        page.seam(head.body[-1].words, rest.body[0].words) + page.shared(head.words, rest.words) / 2
        for head in waiting[: 1 + RIVALS]
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


def append_rest(head: Draft, rest: Draft, page: Page, confidence: float) -> None:
    last, first = head.body[-1], rest.body[0]
    above, below = last.texts[-1], first.texts[0]
    cut = above.source(len(above)), below.source(0)
    head.joins.append(Join("fragment", above.source(0), cut[0], cut[1], below.source(len(below)), confidence))
    if not ends_sentence(last.words) and first.type == last.type == "paragraph":
        if ends_item(last.words) and same_opening(last.words, first.words):
            pass
        elif page.seam(last.words, first.words) > 0:
            last.texts.extend(first.texts)
            rest.body.pop(0)
        else:
            head.gaps.append(cut)
    elif begins_in_mid_sentence(first.words):
        head.gaps.append(cut)
    head.body.extend(rest.body)
    for name in ("contributors", "compilers", "claims", "figures", "note", "joins", "gaps"):
        getattr(head, name).extend(getattr(rest, name))
    head.source_credit = head.source_credit or rest.source_credit
    head.post = head.post or rest.post
    head.is_closed_by_credit = rest.is_closed_by_credit


# The last head of a band runs into the first rest: nothing parts them on the page.


def part_bands(drafts: list[Draft], page: Page) -> list[Draft]:
    result: list[Draft] = []
    for number, draft in enumerate(drafts):
        result.append(draft)
        if not draft.headline or not draft.is_closed_by_credit or len(draft.body) < 1:
            continue
        open_heads = heads_above(result[-MOST_HEADS:-1])
        if not open_heads:
            continue
        rests = rests_below(drafts, number)
        place = band_seam(draft, open_heads, rests, page)
        if place is not None:
            result.append(part(draft, *place))
    return result


def heads_above(drafts: list[Draft]) -> list[Draft]:
    """The open heads at the end of what was read so far, rests that came since taken off."""
    heads: list[Draft] = []
    for draft in drafts:
        if draft.is_rest and draft.is_closed_by_credit and heads:
            heads.pop(0)
        elif draft.headline and draft.body and not draft.is_closed_by_credit:
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
