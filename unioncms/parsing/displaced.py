"""Headlines that stand apart from their bodies, matched to them by what they say.

A page copied out of a PDF may give all bodies first and the headlines, captions and bylines after them, in any
order. Lines are grouped into headlines and each group goes to the body that shares most of its rarer word pairs; a
body's neighbour is preferred, and a body has one headline. Lines left over are captions of the body they fit.
"""

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from math import fsum, log
from operator import add, itemgetter

from unioncms.parsing.document import Join
from unioncms.parsing.drafts import Claim, Draft
from unioncms.parsing.filling import add_figure, take_credit, take_photo_credit
from unioncms.parsing.genres import has_any
from unioncms.parsing.items import Item
from unioncms.parsing.segments import Segments, Zone
from unioncms.parsing.titles_block import add_titles, are_parallel, glue_lines, is_dashed

MOST_WIDE = 13  # characters in a line of a headline that goes over several
NARROW = 10  # a longer line seldom is but part of a headline
MOST_BODIES = 24  # of a page
REACH = 8  # bodies of a longer text that are looked at on either side
MOST_LINES = 5  # of one headline group
GROUP_COST = 1.2
NEXT_TO = 0.9  # what standing right above or below a body is worth
LENGTH_WORTH = 0.9  # a long body shares pairs with anything
SATURATION = 3.0  # how soon one more occurrence says nothing new
MOST_TEXT = 20_000  # characters of a body that are looked at
FRAME = 3.0  # what a word that all items of a list share is worth
FRAME_ITEMS = 4
CLOSED_ABOVE = 4.0  # what standing right below a signed body is worth
UNTITLED = 3.0  # what speaks against giving an introduction a headline
SECOND_BEST = 0.4  # a body that fits a line less than this share of the best is not meant
LEAST = 0.8  # a group that fits no body better than this fits none


@dataclass(slots=True)
class Group:
    """Title lines that belong together, with the bylines below them."""

    titles: list[Item]
    zone: Zone
    bylines: list[Item] = field(default_factory=list)
    is_first: bool = False
    is_last: bool = False

    @property
    def words(self) -> str:
        return "".join(item.words for item in self.titles)

    @property
    def is_headline(self) -> bool:
        """More than one line, a byline or a vertical setting: no caption looks like this."""
        return len(self.titles) > 1 or bool(self.bylines) or self.titles[0].paragraph.is_vertical


class Body:
    """An untitled body, and how often each pair of characters stands in it."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.words.replace(" ", "")[:MOST_TEXT]
        self.counts = Counter(map(add, self.text, self.text[1:]))
        self.frame = frame_of(draft)
        self.is_preface = is_preface(draft)


class Bodies:
    """The untitled bodies, and how much each pair of characters says about each of them."""

    def __init__(self, bodies: list[Body]) -> None:
        self.drafts = [body.draft for body in bodies]
        self.places: list[int] = []  # among all drafts of the page
        self.texts = [body.text for body in bodies]
        self.counts = [body.counts for body in bodies]
        usual = sum(map(len, self.texts)) / (len(bodies) or 1) or 1
        self.sizes = [1 - LENGTH_WORTH + LENGTH_WORTH * len(text) / usual for text in self.texts]
        self.frames = [body.frame for body in bodies]
        self.is_preface = [body.is_preface for body in bodies]
        self._rarity: dict[str, float] = {}

    def rarity(self, pair: str) -> float:
        """How much it says of a body that it has a pair, which one or more of them have."""
        if pair not in self._rarity:
            spread = sum(pair in counts for counts in self.counts)
            self._rarity[pair] = log((len(self.drafts) + 1) / spread)
        return self._rarity[pair]

    def fit(self, words: str, number: int) -> float:
        """How well words fit a body: rare pairs count more, and those that come back often for its length."""
        counts, size = self.counts[number], self.sizes[number]
        # fsum: the order of a set must not decide between two bodies.
        total = fsum(
            self.rarity(pair) * counts[pair] * (SATURATION + 1) / (counts[pair] + SATURATION * size)
            for pair in pairs_of(words) & counts.keys()
        )
        total += FRAME * len(self.frames[number] & pairs_of(words))
        return max(total - UNTITLED, 0.0) if self.is_preface[number] else total

    def prints(self, words: str) -> bool:
        """Do the bodies print these four characters together? `全市` / `工会党员` is one line cut in two then."""
        return len(words) == 4 and any(words in text for text in self.texts)

    def best(self, words: str) -> float:
        return max((self.fit(words, number) for number in range(len(self.drafts))), default=0.0)


def frame_of(draft: Draft) -> frozenset[str]:
    """The pairs that all items of a list share: of `关于…的思想；` 关于 and 思想."""
    items = [part.words for part in draft.body if len(part.words) < 60]
    if len(items) < FRAME_ITEMS or len(items) < len(draft.body):
        return frozenset()
    counts = Counter(pair for words in items for pair in pairs_of(words))
    return frozenset(pair for pair, count in counts.items() if count >= 0.8 * len(items))


def is_preface(draft: Draft) -> bool:
    """An introduction to the page often stands without a headline."""
    return has_any(draft.words, "preface_phrases") and not draft.is_closed_by_credit


@lru_cache(maxsize=1024)
def pairs_of(words: str) -> frozenset[str]:
    dense = words.replace(" ", "")
    return frozenset(map(add, dense, dense[1:]))


def place_titles(segments: Segments) -> Segments:
    untitled = [(at, draft) for at, draft in enumerate(segments.drafts) if draft.is_rest and draft.body]
    places = {id(draft): at for at, draft in enumerate(segments.drafts)}
    if len(untitled) <= MOST_BODIES:
        place_zones(segments.zones, [Body(draft) for _, draft in untitled], places, segments)
    else:
        # A book rather than a page: each group of titles looks at the bodies about it only.
        near: dict[int, Body] = {}
        for zone in segments.zones:
            low = bisect_left(untitled, zone.after - REACH, key=itemgetter(0))
            about = [(at, draft) for at, draft in untitled[low : low + 2 * REACH] if draft.is_rest]
            near = {at: near.get(at) or Body(draft) for at, draft in about}
            place_zones([zone], list(near.values()), places, segments)
    segments.zones = []
    return segments


def place_zones(zones: list[Zone], untitled: list[Body], places: dict[int, int], segments: Segments) -> None:
    if not untitled:
        for zone in zones:
            set_aside(zone.items, segments)
        return
    bodies = Bodies(untitled)
    bodies.places = [places[id(body.draft)] for body in untitled]
    groups: list[Group] = []
    for zone in zones:
        groups.extend(groups_of(zone, bodies))
    if groups:
        assign(groups, bodies, segments)
    place_captions(zones, segments, bodies)


def set_aside(items: Iterable[Item], segments: Segments) -> None:
    for item in items:
        if item.kind != "taken":
            segments.discarded.append(Claim(item.paragraph, 0, "mark"))
            if item.kind in ("title", "heading"):
                segments.bodiless.append(item)


# Grouping


def groups_of(zone: Zone, bodies: Bodies) -> list[Group]:
    """The zone's title lines in groups; a byline, a caption or a vertical headline parts two groups."""
    groups: list[Group] = []
    run: list[Item] = []
    for item in [*zone.items, None]:
        if item is not None and item.kind in ("title", "heading") and not item.paragraph.is_vertical:
            run.append(item)
            continue
        groups.extend(Group(titles, zone) for titles in split_run(run, bodies))
        run = []
        if item is None:
            break
        if item.kind in ("title", "heading"):
            groups.append(Group([item], zone))
        elif item.kind in ("byline", "meta") and groups and not groups[-1].bylines:
            groups[-1].bylines.append(item)
    if groups:
        groups[0].is_first = groups[-1].is_last = True
    return groups


def split_run(run: list[Item], bodies: Bodies) -> list[list[Item]]:
    """The cheapest way to cut a run of title lines into groups."""
    best: list[tuple[float, list[list[Item]]]] = [(0.0, [])]
    for end in range(1, len(run) + 1):
        ways = []
        for start in range(max(0, end - MOST_LINES), end):
            lines = run[start:end]
            worth = (
                bodies.best("".join(item.words for item in lines)) - GROUP_COST - awkwardness(lines, bodies)
            )
            ways.append((best[start][0] + worth, [*best[start][1], lines]))
        best.append(max(ways, key=lambda way: way[0]))
    return best[-1][1]


def awkwardness(lines: list[Item], bodies: Bodies) -> float:
    """What speaks against lines being one headline: short lines of like length, then dashed lines, are none."""
    cost = 3.0 if is_dashed(lines[0].words) else 0.0
    dashed = False
    for above, below in itertools.pairwise(lines):
        one, other = len(above.words), len(below.words)
        if bodies.prints(above.words[-2:] + below.words[:2]):
            cost -= 1.0
        elif is_dashed(below.words):
            cost -= 2.0
            dashed = True
        elif dashed:
            cost += 0.0 if is_dashed(above.words) and other < one else 3.0
        elif are_parallel(above.words, below.words):
            cost -= 8.0
        elif max(one, other) <= MOST_WIDE and min(one, other) * 2 >= max(one, other):
            cost += 1.0 if " " in below.words else 0.1 if one <= NARROW else 1.3
        else:
            cost += 3.0
    return cost


# Assigning


def assign(groups: list[Group], bodies: Bodies, segments: Segments) -> None:
    ranked = sorted(
        (
            (fit_in_place(group, number, bodies, segments), -at, -number)
            for at, group in enumerate(groups)
            for number in range(len(bodies.drafts))
        ),
        reverse=True,
    )
    best = {at: max(fit for fit, other, _ in ranked if other == at) for _, at, _ in ranked}
    taken: dict[int, int] = {}
    for fit, at, number in ranked:
        if fit >= max(LEAST, SECOND_BEST * best[at]) and -number not in taken.values() and -at not in taken:
            taken[-at] = -number
    fits = {(-at, -number): fit for fit, at, number in ranked}
    improve(taken, fits)
    for at in [at for at in range(len(groups)) if at not in taken]:
        join_neighbour(at, groups, taken, bodies)
    free = [number for number in range(len(bodies.drafts)) if number not in taken.values()]
    for at, group in enumerate(groups):
        if at not in taken and free and group.titles and group.is_headline:
            taken[at] = free.pop(0)
    for at, group in enumerate(groups):
        if group.titles and at in taken:
            draft = bodies.drafts[taken[at]]
            draft.joins.append(join_of(group, draft, confidence_of(at, taken[at], fits)))
            set_titles(draft, group, segments)
        elif group.titles:
            set_captions(group, bodies, segments)


def confidence_of(at: int, number: int, fits: dict[tuple[int, int], float]) -> float:
    """How sure a headline goes with its body: its fit, as a share of that and of the best fit either has elsewhere.

    What fits nothing better than by chance (LEAST) counts as a rival too, so that a lone pair is not sure by itself.
    """
    own = fits[at, number]
    rivals = (fit for pair, fit in fits.items() if (pair[0] == at) != (pair[1] == number))
    return round(own / (own + max(rivals, default=0.0) + LEAST), 2)


def join_of(group: Group, draft: Draft, confidence: float) -> Join:
    ranges = [each for item in group.titles for each in item.paragraph.ranges]
    first = draft.body[0].texts[0]
    return Join(
        "headline",
        min(start for start, _ in ranges),
        max(end for _, end in ranges),
        first.source(0),
        first.source(len(first)),
        confidence,
    )


def improve(taken: dict[int, int], fits: dict[tuple[int, int], float]) -> None:
    """Groups change bodies as long as two of them fit better for it."""
    for _ in range(len(taken)):
        swaps = [
            (
                fits[one, taken[other]]
                + fits[other, taken[one]]
                - fits[one, taken[one]]
                - fits[other, taken[other]],
                one,
                other,
            )
            for one in taken
            for other in taken
            if one < other
        ]
        moves = [
            (fits[one, number] - fits[one, taken[one]], one, -1 - number)
            for one in taken
            for number in {number for _, number in fits} - set(taken.values())
        ]
        chains = [
            (
                fits[one, taken[other]]
                + fits[other, -1 - free]
                - fits[one, taken[one]]
                - fits[other, taken[other]],
                one,
                other,
                free,
            )
            for one in taken
            for other in taken
            for free in {-1 - number for _, number in fits} - {-1 - number for number in taken.values()}
            if one != other
        ]
        gain, one, other, *free = max([*swaps, *moves, *chains], default=(0.0, 0, 0))
        if gain <= 0.01:
            return
        if free:
            taken[one], taken[other] = taken[other], -1 - free[0]
        elif other < 0:
            taken[one] = -1 - other
        else:
            taken[one], taken[other] = taken[other], taken[one]


def join_neighbour(at: int, groups: list[Group], taken: dict[int, int], bodies: Bodies) -> None:
    """A line that got no body of its own is the headline above a longer line that did, or the subheadline below one:
    `灯下书声伴夜班` / `县总工会办起“夜班书桌”读书会…`."""
    group = groups[at]
    below = groups[at + 1] if at + 1 < len(groups) else None
    above = groups[at - 1] if at else None
    size = len(group.titles[-1].words)
    own = bodies.best(group.words)
    if below and at + 1 in taken and below.zone is group.zone and not group.bylines:
        fits = bodies.fit(group.words, taken[at + 1])
        if (
            len(below.titles[0].words) >= 1.4 * size
            and not is_dashed(below.titles[0].words)
            and (fits >= own or own < LEAST or " " in group.words)
        ):
            below.titles, group.titles = [*group.titles, *below.titles], []
            return
    if above and at - 1 in taken and above.zone is group.zone and not above.bylines and above.titles:
        fits = bodies.fit(group.words, taken[at - 1])
        if (
            len(group.titles) == 1
            and size >= 13
            and size >= 1.4 * len(above.titles[-1].words)
            and fits >= own
        ):
            above.titles, above.bylines, group.titles = [*above.titles, *group.titles], group.bylines, []


def fit_in_place(group: Group, number: int, bodies: Bodies, segments: Segments) -> float:
    fit = bodies.fit(group.words, number) * (1.0 if group.is_headline else 0.7)
    place = bodies.places[number]
    if group.is_first and place == group.zone.after - 1:
        fit += CLOSED_ABOVE if bodies.drafts[number].is_closed_by_credit else NEXT_TO
    elif group.is_last and place == group.zone.after:
        fit += NEXT_TO
    return fit


def set_titles(draft: Draft, group: Group, segments: Segments) -> None:
    titles = glue_lines(draft, group.titles)
    add_titles(draft, titles)
    draft.is_rest = False
    for item in group.bylines:
        take_credit(draft, item, segments)


def set_captions(group: Group, bodies: Bodies, segments: Segments) -> None:
    for item in group.titles:
        fits = [(bodies.fit(item.words, number), -number) for number in range(len(bodies.drafts))]
        fit, number = max(fits)
        if fit >= LEAST and len(item.words) <= 40:
            add_figure(bodies.drafts[-number], item)
        else:
            set_aside([item], segments)
    set_aside(group.bylines, segments)


def place_captions(zones: list[Zone], segments: Segments, bodies: Bodies) -> None:
    """Captions of the zones, each with the photographer's line below it."""
    for zone in zones:
        draft: Draft | None = None
        seen_titles = False
        for item in zone.items:
            if item.kind == "caption":
                fits = [(bodies.fit(item.words, number), -number) for number in range(len(bodies.drafts))]
                draft = bodies.drafts[-max(fits)[1]]
                add_figure(draft, item)
            elif item.kind == "photo" and draft is not None:
                take_photo_credit(draft, item)
            elif item.kind in ("title", "heading"):
                seen_titles = True
            elif item.kind in ("byline", "meta"):
                if not seen_titles:
                    set_aside([item], segments)
            else:
                set_aside([item], segments)
