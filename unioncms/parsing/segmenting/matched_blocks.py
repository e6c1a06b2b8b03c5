"""The blocks of a page of print columns chained anew, each cut one with the block that goes on with it.

An empty line parts the blocks; a block that a column cuts stops in mid-sentence, and its rest may stand anywhere below.
Each rest has one block that it goes on from and each block one that goes on from it, so that all together meet best: by
their sentences, by their subjects, by standing one below the other.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, pairwise
from math import sqrt
from operator import itemgetter

from unioncms.parsing.segmenting.bands import part
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.filling import move_figure
from unioncms.parsing.segmenting.fragments import (
    Cut,
    append_rest,
    close_cuts,
    confidences_of,
    is_cut_off,
    take_over,
)
from unioncms.parsing.segmenting.headline_fit import Bodies, Body, pairs_of
from unioncms.parsing.segmenting.items import SALUTATION
from unioncms.parsing.segmenting.meeting import Page, begins_in_mid_sentence
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.shapes import dateline_of, starts_item
from unioncms.parsing.traced import Traced

MOST_BLOCKS = 80
LEAST_CUT = 16  # characters; a shorter block, as the day of a letter, lacks nothing
MOST_WAYS = 30  # kept while the page is read
CUT = 2.0  # what speaks against a cut block without its rest
NEXT = 1.5  # that a block which ends with its sentence goes on right below
FAR = -4.0  # or elsewhere
TORN = 4.0  # what speaks against two ends that cannot meet
PLAIN = 1.0  # ends that show by themselves that they meet; a comma above does not
CROSSED = 0.4  # against a rest that comes before that of a block cut earlier, for each of them
SUBJECT = 35.0  # what a common subject says, beside how two sentences meet
SHORT = 120  # characters: of shorter texts what they have in common says less
TOLD = 4.0  # what a rest says of the words of its headline
SHORT_HEADLINE = 4  # pairs of characters: of shorter ones it says less
CLEARLY = 1.0  # what new chains must have over the page as it is read, and again for each block that is moved


Links = set[tuple[int | None, int]]


def with_better_chains(segments: Segments) -> Segments:
    """The page as it is, or its blocks in other chains where those meet clearly better."""
    if not segments.parted:
        return segments
    inside = meetings_in([Draft(body=[each]) for draft in segments.parted for each in draft.body])
    printed = meetings_in(segments.parted)
    blocks = blocks_of(segments.parted, segments.drafts)
    if len(blocks) > MOST_BLOCKS:
        return segments
    page, known = Page(blocks), links_in(segments.drafts, blocks)
    chains = better_chains(Chains(blocks, page, printed), known)
    if chains is None:
        return segments
    cuts: list[Cut] = []
    for head, *rests in chains:
        for rest in rests:
            link = link_of(head, rest)
            if link in printed:
                put_back(head, rest, link in inside)
            else:
                cuts.append(append_rest(head, rest, confidences_of(rest, [head], page)[0]))
    close_cuts(cuts, page)
    segments.drafts = [chain[0] for chain in chains]
    share_figures(segments.drafts)
    return segments


def put_back(head: Draft, rest: Draft, is_inside: bool) -> None:
    """A block that goes on right below, as it is printed; `is_inside`: with the paragraph above it."""
    first, *others = rest.body
    if is_inside:
        head.body[-1].texts.extend(first.texts)
    else:
        head.body.append(first)
    head.body.extend(others)
    take_over(head, rest)


def share_figures(drafts: list[Draft]) -> None:
    """A picture stood in the midst of whatever was read above it: it goes to the text that it speaks of."""
    written = [draft for draft in drafts if draft.body]
    bodies = Bodies([Body(draft) for draft in written])
    for own, draft in enumerate(written):
        for figure in [each for each in draft.figures if each.caption is not None]:
            words = figure.caption.text
            fit, number = bodies.closest(words)
            if fit > bodies.fit(words, own):
                move_figure(figure, draft, written[number])


def blocks_of(drafts: list[Draft], joined: list[Draft]) -> list[Draft]:
    """The drafts cut at empty lines that part blocks, and wherever they were cut to be joined as they are."""
    result: list[Draft] = []
    kept = meetings_in(joined)
    for draft in drafts:
        pieces = [draft]
        if draft.headline and draft.body and (None, draft.body[0].texts[0].source(0)) not in kept:
            draft.is_band = True  # below its titles stands the rest of another piece
        for number, inner in reversed(places_in(draft, kept)):
            pieces.insert(1, part(draft, number, inner))
        result += pieces
    return result


def meetings_in(drafts: list[Draft]) -> Links:
    """(end, beginning) of all texts that follow on each other, as places in the source; None above a first one"""
    found: Links = set()
    for draft in drafts:
        texts = [text for each in draft.body for text in each.texts]
        found |= {(None, text.source(0)) for text in texts[:1]}
        found |= {(end_of(above), below.source(0)) for above, below in pairwise(texts)}
    return found


def link_of(above: Draft, below: Draft) -> tuple[int, int] | None:
    """Where the text of the one ends and that of the other begins, as places in the source."""
    if not (above.body and below.body):
        return None
    return end_of(above.body[-1].texts[-1]), below.body[0].texts[0].source(0)


def end_of(text: Traced) -> int:
    return text.source(len(text))


def places_in(draft: Draft, kept: Links) -> list[tuple[int, int]]:
    places = [(0, 0)] if draft.is_band else []
    above, above_type = None, ""
    for number, each in enumerate(draft.body):
        for inner, text in enumerate(each.texts):
            if above is not None and (
                (end_of(above), text.source(0)) not in kept
                or (above_type == each.type == "paragraph" and is_place(above, text))
            ):
                places.append((number, inner))
            above, above_type = text, each.type
    return places


def is_place(above: Traced, below: Traced) -> bool:
    return below.source(0) - end_of(above) > 1


@dataclass(slots=True)
class Way:
    """The page read down to some block: the chains so far, and how well their blocks meet."""

    chains: tuple[tuple[int, ...], ...] = ()
    ends: tuple[int, ...] = ()  # the last block of each chain
    worth: float = 0.0


class Chains:
    """Which block goes on from which, read down the page; a few of the best ways so far are kept."""

    def __init__(self, blocks: list[Draft], page: Page, printed: Links) -> None:
        self.blocks = blocks
        self.page = page
        self.is_cut = [
            is_cut_off(block) and not block.is_closed_by_credit and not 0 < len(block.words) < LEAST_CUT
            for block in blocks
        ]
        self.is_closed = [block.is_closed_by_credit for block in blocks]
        self.starts = [block.body[0].words if block.body else "" for block in blocks]
        self.ends = [block.body[-1].words if block.body else "" for block in blocks]
        self.is_torn = list(map(begins_in_mid_sentence, self.starts))
        self.is_item = list(map(starts_item, self.starts))
        # Right below text that is whole and of its own piece: no block goes from there to half a word elsewhere.
        self.follows = [
            at > 0 and not self.is_cut[at - 1] and link_of(blocks[at - 1], block) in printed
            for at, block in enumerate(blocks)
        ]
        headlines = ["".join(line.text for line in block.headline) for block in blocks]
        texts = [headline + block.words for headline, block in zip(headlines, blocks, strict=True)]
        self.headlines = list(map(pairs_of, headlines))
        pairs = list(map(pairs_of, texts))
        common = in_several(pairs)
        self.pairs = [each & common for each in pairs]
        self.lengths = list(map(len, texts))
        self.fits: list[dict[tuple[int, ...], float]] = [{} for _ in blocks]  # of each the chains above it
        self.subjects: dict[tuple[int, int], frozenset[str]] = {}
        self.meetings: dict[tuple[int, int], float] = {}
        self.tellings: dict[tuple[int, int], float] = {}

    def best(self) -> Way:
        ways = [Way()]
        last = -1
        for at, block in enumerate(self.blocks):
            if not block.body and not self.is_cut[at]:
                continue
            if self.opens(block):
                ways = [self.opened(way, at) for way in ways]
            else:
                found = chain.from_iterable(self.links_to(at, way, last) for way in ways)
                ways = self.best_of(found, at)
            last = at
        return max(ways, key=self.total)

    def best_of(self, found: Iterable[tuple[float, Way, int]], at: int) -> list[Way]:
        """Of ways whose chains end with the same blocks only one goes on: little that comes below would part them."""
        best: dict[tuple[int, ...], Way] = {}
        for worth, way, number in sorted(found, key=itemgetter(0), reverse=True):
            ends = way.ends
            if number < len(ends):
                ends = (*ends[:number], at, *ends[number + 1 :])
            if ends not in best:
                best[ends] = self.appended(way, number, at, worth)
                if len(best) == MOST_WAYS:
                    break
        return list(best.values())

    def along(self, links: dict[int, int]) -> Way:
        """The way that these links take."""
        way = Way()
        last = -1
        for at, block in enumerate(self.blocks):
            if not block.body and not self.is_cut[at]:
                continue
            above = links.get(at)
            if above not in way.ends:
                way = self.opened(way, at)
                way.worth -= 0.0 if self.opens(block) else TORN
            else:
                number = way.ends.index(above)
                worth = self.worth_of(at, way.chains[number], self.waiting(way), last)
                way = self.appended(way, number, at, way.worth + worth)
            last = at
        return way

    def opens(self, block: Draft) -> bool:
        if not (block.is_rest and block.body):
            return True
        return bool(dateline_of(block.words) or SALUTATION.fullmatch(block.body[0].words))

    def opened(self, way: Way, at: int) -> Way:
        return Way((*way.chains, (at,)), (*way.ends, at), way.worth)

    def links_to(self, at: int, way: Way, last: int) -> list[tuple[float, Way, int]]:
        """What the way is worth with the block in each of its chains, or in one of its own where all have ended."""
        waiting = self.waiting(way)
        links = [
            (way.worth + self.worth_of(at, blocks, waiting, last), way, number)
            for number, blocks in enumerate(way.chains)
            if not self.is_closed[blocks[-1]]
        ]
        return links or [(way.worth - TORN, way, len(way.chains))]

    def waiting(self, way: Way) -> list[int]:
        return sorted([end for end in way.ends if self.is_cut[end]])

    def worth_of(self, at: int, blocks: tuple[int, ...], waiting: list[int], last: int) -> float:
        above, fits = blocks[-1], self.fits[at]
        fit = fits.get(blocks)
        if fit is None:
            fit = fits[blocks] = self.meeting(above, at, above == last) + self.shared(blocks, at)
        return fit - CROSSED * bisect_left(waiting, above) if self.is_cut[above] else fit

    def appended(self, way: Way, number: int, at: int, worth: float) -> Way:
        if number == len(way.chains):
            return Way((*way.chains, (at,)), (*way.ends, at), worth)
        blocks = (*way.chains[number], at)
        chains = (*way.chains[:number], blocks, *way.chains[number + 1 :])
        return Way(chains, (*way.ends[:number], at, *way.ends[number + 1 :]), worth)

    def total(self, way: Way) -> float:
        return way.worth - CUT * sum(self.is_cut[end] for end in way.ends)

    def meets_everywhere(self, way: Way) -> bool:
        """Each cut text goes on in its rest, as the ends of both show."""
        links = [link for each in way.chains for link in pairwise(each) if self.is_cut[link[0]]]
        return not self.waiting(way) and all(self.meeting(*link, False) >= PLAIN for link in links)

    def meeting(self, above: int, below: int, is_next: bool) -> float:
        if not self.is_cut[above]:
            return -TORN if self.is_torn[below] or self.is_closed[above] else NEXT if is_next else FAR
        if not self.blocks[above].body:
            return 0.0
        if self.is_item[below]:
            return -TORN  # no sentence goes on with `三是`
        if (above, below) not in self.meetings:
            worth = self.page.whole(self.ends[above], self.starts[below])
            self.meetings[above, below] = -TORN if worth < 0 and self.follows[below] else worth
        return self.meetings[above, below]

    def shared(self, blocks: tuple[int, ...], rest: int) -> float:
        """What a block and those of a chain have in common, and what it says of their headline's words."""
        common = frozenset().union(*[self.subject(each, rest) for each in blocks])
        length = sqrt(sum(map(self.lengths.__getitem__, blocks)) * self.lengths[rest]) + SHORT
        return SUBJECT * self.page.rarity(common) / length + self.told(blocks[0], rest)

    def told(self, head: int, rest: int) -> float:
        """What a block says of the words of a headline."""
        if (head, rest) not in self.tellings:
            words = self.headlines[head]
            worth = TOLD * self.page.rarity(words & self.pairs[rest]) if words else 0.0
            self.tellings[head, rest] = worth / (len(words) + SHORT_HEADLINE)
        return self.tellings[head, rest]

    def subject(self, above: int, below: int) -> frozenset[str]:
        """The pairs of characters that two blocks have in common."""
        found = self.subjects.get((above, below))
        if found is None:
            found = self.subjects[above, below] = self.pairs[above] & self.pairs[below]
        return found


def in_several(sets: Iterable[frozenset[str]]) -> set[str]:
    """What two of them have, or more."""
    seen: set[str] = set()
    again: set[str] = set()
    for each in sets:
        again |= seen & each
        seen |= each
    return again


def links_of(way: Way) -> set[tuple[int, int]]:
    return {link for chain in way.chains for link in pairwise(chain)}


def links_in(drafts: list[Draft], blocks: list[Draft]) -> dict[int, int]:
    """Which block goes on from which where these drafts are put together."""
    starts = {block.body[0].texts[0].source(0): at for at, block in enumerate(blocks) if block.body}
    links: dict[int, int] = {}
    titled = {
        block.headline[0].source(0): at
        for at, block in enumerate(blocks)
        if not block.body and is_cut_off(block)
    }
    for draft in drafts:
        above = titled.get(draft.headline[0].source(0)) if draft.headline else None
        for each in draft.body:
            for text in each.texts:
                at = starts.get(text.source(0))
                if at is not None:
                    if above is not None and blocks[at].is_rest:
                        links[at] = above
                    above = at
    return links


def better_chains(chains: Chains, known: dict[int, int]) -> list[list[Draft]] | None:
    """The blocks in chains, where those meet clearly better than in the ones that are known."""
    way_known = chains.along(known)
    if chains.meets_everywhere(way_known):
        return None
    way = chains.best()
    moved = links_of(way) ^ links_of(way_known)
    elsewhere = len({rest for _, rest in moved})
    if not moved or chains.total(way) < chains.total(way_known) + CLEARLY * (1 + elsewhere):
        return None
    rests = {at for chain in way.chains for at in chain[1:]}
    following = {chain[0]: chain[1:] for chain in way.chains}
    return [
        [block, *(chains.blocks[each] for each in following.get(at, ()))]
        for at, block in enumerate(chains.blocks)
        if at not in rests
    ]
