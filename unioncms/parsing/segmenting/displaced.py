"""Headlines that stand apart from their bodies, matched to them by what they say.

A page copied out of a PDF may give all bodies first and the headlines, captions and bylines after them, in any
order. Lines are grouped into headlines; each group goes to one body and each body has one headline, so that all
together fit best: by their words, by standing next to each other, by who signs. Lines left over are captions of the
body they fit.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter

from unioncms.parsing.document import Join
from unioncms.parsing.segmenting.drafts import Claim, Draft
from unioncms.parsing.segmenting.filling import add_figure, move_figure, take_credit, take_photo_credit
from unioncms.parsing.segmenting.headline_fit import Bodies, Body, words_of
from unioncms.parsing.segmenting.headline_groups import Group, groups_of_page
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.joined_headlines import (
    BETWEEN,
    LEAST,
    join_line_above,
    join_neighbour,
    join_vertical,
    stands_for_itself,
    with_slogans_above,
)
from unioncms.parsing.segmenting.matching import best_matching
from unioncms.parsing.segmenting.parted_texts import part_text
from unioncms.parsing.segmenting.sections import hand_on_columns
from unioncms.parsing.segmenting.segments import Segments, Zone
from unioncms.parsing.segmenting.titles_block import add_subheadline, add_titles, glue_lines, is_dashed
from unioncms.parsing.shapes import stands_over_halves

# `他又说，…`: nobody has been named yet, so that no piece begins with it
GOES_ON_SPEAKING = re.compile(
    r"[他她](?:们)?(?:又|还|也|同时|最后|接着)*(?:说|道|指出|表示|强调|认为|希望|坦言|提醒|呼吁|透露|补充)"
)
MOST_BODIES = 24  # of a page
REACH = 8  # bodies of a longer text that are looked at on either side
NEXT_TO = 0.9  # what standing right above or below a body is worth
CLOSED_ABOVE = 4.0  # what standing right below a signed body is worth
SIGNED_ABOVE = 4.0  # what a byline between it and the body right below says besides
SIGNED_TWICE = 4.0  # what speaks against a byline above a body that is signed already
SIGNED_LIST = 4.0  # and above a list, which nobody signs
IS_HEADLINE = 0.5  # what speaks for giving a body to what can be no caption
SECOND_BEST = 0.4  # a body that fits a headline less than this share of the best is not meant
CERTAIN = 100.0  # more than any fit: all that can go together do
OF_A_LETTER = 6.0  # what the name of its column says for a letter
LETTERS = ("信", "函", "鸿", "书", "件")
LONGEST_CAPTION = 40


def place_titles(segments: Segments) -> Segments:
    if segments.zones:
        place_all_zones(segments)
        place_pictures(segments)
        hand_on_columns(segments.drafts)
    place_loose_captions(segments)
    return segments


def place_all_zones(segments: Segments) -> None:
    untitled = [(at, draft) for at, draft in enumerate(segments.drafts) if is_untitled(draft)]
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


def is_untitled(draft: Draft) -> bool:
    return draft.is_rest and bool(draft.body or draft.figures) and not GOES_ON_SPEAKING.match(draft.words)


def place_loose_captions(segments: Segments) -> None:
    """Captions printed below all texts: each goes to the piece it speaks of, or to the last one above it."""
    written = [draft for draft in segments.drafts if draft.body][-MOST_BODIES:]
    if not segments.captions:
        return
    bodies = Bodies([Body(draft) for draft in written])
    draft = segments.drafts[-1]
    for item in segments.captions:
        if item.kind == "caption":
            fits = [(bodies.fit(item.words, number), number) for number in range(len(written))]
            fit, number = max(fits, default=(0.0, 0))
            draft = written[number] if fit >= LEAST else segments.drafts[-1]
            add_figure(draft, item)
        else:
            take_photo_credit(draft, item)
    segments.captions = []


def place_pictures(segments: Segments) -> None:
    """A picture that got no title is no piece: it goes to the text that it speaks of."""
    written = [draft for draft in segments.drafts if draft.body]
    alone = [draft for draft in segments.drafts if draft.is_rest and draft.figures and not draft.body]
    if not alone or not 0 < len(written) <= MOST_BODIES:
        return
    bodies = Bodies([Body(draft) for draft in written])
    for draft in alone:
        fit, number = bodies.closest(words_of(draft))
        for figure in list(draft.figures) if fit >= LEAST else ():
            move_figure(figure, draft, written[number])
    segments.drafts = [draft for draft in segments.drafts if draft.body or draft.figures or not draft.is_rest]


def place_zones(zones: list[Zone], untitled: list[Body], places: dict[int, int], segments: Segments) -> None:
    if not untitled:
        for zone in zones:
            set_aside(zone.items, segments)
        return
    bodies = Bodies(untitled)
    bodies.places = [places[id(body.draft)] for body in untitled]
    groups = groups_of_page(zones, bodies)
    is_page = len(zones) == len(segments.zones) and len(untitled) < MOST_BODIES
    if groups and is_page and part_once(groups, bodies, segments):
        place_all_zones(segments)
        return
    if groups:
        assign(groups, bodies, segments)
    place_captions(zones, segments, bodies)


def part_once(groups: list[Group], bodies: Bodies, segments: Segments) -> bool:
    found = part_text(groups, best_matching(worths_of(fits_of(groups, bodies), groups)), bodies)
    if found is None:
        return False
    draft, rest = found
    place = next(at for at, each in enumerate(segments.drafts) if each is draft) + 1
    segments.drafts.insert(place, rest)
    for zone in segments.zones:
        zone.after += zone.after >= place
    return True


def set_aside(items: Iterable[Item], segments: Segments) -> None:
    for item in items:
        if item.kind != "taken":
            segments.discarded.append(Claim(item.paragraph, 0, "mark"))
            if item.kind in ("title", "heading"):
                segments.bodiless.append(item)


def assign(groups: list[Group], bodies: Bodies, segments: Segments) -> None:
    groups = with_slogans_above(groups)
    loose = loose_subheadlines(groups)
    fits = fits_of(groups, bodies)
    taken = best_matching(worths_of(fits, groups))
    for at in [at for at in range(len(groups)) if at not in taken]:
        join_line_above(at, groups, taken, bodies)
    taken |= left_over(groups, taken, bodies, True)
    for at in [at for at, group in enumerate(groups) if at not in taken and group.titles]:
        join_neighbour(at, groups, taken, bodies)
    taken |= left_over(groups, taken, bodies, False)
    taken |= left_over_pictures(groups, taken, bodies)
    for at in [at for at, group in enumerate(groups) if at not in taken and stands_for_itself(group)]:
        join_vertical(at, groups, taken, bodies)
    photos: list[tuple[int, Draft]] = []
    for at, group in enumerate(groups):
        if group.titles and at in taken:
            draft = bodies.drafts[taken[at]]
            draft.joins.append(join_of(group, draft, confidence_of(at, taken[at], fits)))
            set_titles(draft, group, segments)
        elif group.titles and group.picture is not None and not group.bylines:
            photos.append((group.zone.after, photo_piece(group)))
        elif group.titles:
            set_captions(group, bodies, segments)
    for item in loose:
        set_subheadline(item, bodies, segments)
    for place, draft in reversed(photos):
        segments.drafts.insert(place, draft)


def fits_of(groups: list[Group], bodies: Bodies) -> list[list[float]]:
    return [[fit_in_place(group, number, bodies) for number in range(len(bodies.drafts))] for group in groups]


def worths_of(fits: list[list[float]], groups: list[Group]) -> list[list[float]]:
    worths = []
    for group, row in zip(groups, fits, strict=True):
        least = max(LEAST, SECOND_BEST * max(row))
        worths.append([fit + IS_HEADLINE * group.is_headline if fit >= least else 0.0 for fit in row])
    return worths


def loose_subheadlines(groups: list[Group]) -> list[Item]:
    """`——全市焊工比武收官` / `——记电工班班长王一川`, one below the other: of several headlines, so that none of them is
    surely of that above them."""
    loose: list[Item] = []
    for group in groups:
        dashed = [item for item in group.titles if is_dashed(item.words)]
        if len(dashed) > 1 and len(dashed) < len(group.titles):
            loose += dashed
            group.titles = [item for item in group.titles if item not in dashed]
    return loose


def set_subheadline(item: Item, bodies: Bodies, segments: Segments) -> None:
    """That of the piece it speaks of, among those that have a headline and nothing below it."""
    open_heads = (at for at, draft in enumerate(bodies.drafts) if draft.headline and not draft.subheadline)
    fit, number = bodies.closest(item.words, open_heads)
    if fit >= LEAST:
        add_subheadline(bodies.drafts[number], item)
    else:
        set_aside([item], segments)


def left_over(
    groups: list[Group], taken: dict[int, int], bodies: Bodies, are_headlines: bool
) -> dict[int, int]:
    """What fits nothing well goes, headlines first, to the bodies that are left, if there are enough of them."""
    free = [
        number
        for number in range(len(bodies.drafts))
        if number not in taken.values() and not (bodies.is_preface[number] or bodies.is_photo[number])
    ]
    rest = [at for at, group in enumerate(groups) if at not in taken and group.titles]
    if are_headlines or len(rest) > len(free):
        rest = [at for at in rest if groups[at].is_headline]
    worths = [
        [
            CERTAIN
            + fit_in_place(groups[at], number, bodies)
            + bodies.letters_in_common(groups[at].words, number)
            for number in free
        ]
        for at in rest
    ]
    return {rest[row]: free[column] for row, column in best_matching(worths).items()}


def left_over_pictures(groups: list[Group], taken: dict[int, int], bodies: Bodies) -> dict[int, int]:
    """A picture that no text took is a piece of its own: one of the titles that are left is its."""
    free = [
        number for number, is_photo in enumerate(bodies.is_photo) if is_photo and number not in taken.values()
    ]
    rest = [at for at, group in enumerate(groups) if at not in taken and len(group.titles) == 1]
    worths = [
        [CERTAIN + bodies.letters_in_common(groups[at].words, number) for number in free] for at in rest
    ]
    return {rest[row]: free[column] for row, column in best_matching(worths).items()}


def confidence_of(at: int, number: int, fits: list[list[float]]) -> float:
    """How sure a headline goes with its body: its fit, as a share of that and of the best fit either has elsewhere.

    What fits nothing better than by chance (LEAST) counts as a rival too, so that a lone pair is not sure by itself.
    """
    own = fits[at][number]
    rivals = [fit for other, fit in enumerate(fits[at]) if other != number]
    rivals += [row[number] for other, row in enumerate(fits) if other != at]
    return round(own / (own + max(rivals, default=0.0) + LEAST), 2)


def join_of(group: Group, draft: Draft, confidence: float) -> Join:
    ranges = [each for item in group.titles for each in item.paragraph.ranges]
    first = draft.body[0].texts[0] if draft.body else draft.figures[0].caption or draft.headline[0]
    return Join(
        "headline",
        min(start for start, _ in ranges),
        max(end for _, end in ranges),
        first.source(0),
        first.source(len(first)),
        confidence,
    )


def fit_in_place(group: Group, number: int, bodies: Bodies) -> float:
    draft, place = bodies.drafts[number], bodies.places[number]
    fit = bodies.fit(group.words, number) * (1.0 if group.is_headline else 0.7)
    next_to = BETWEEN if group.is_alone else NEXT_TO
    if bodies.is_preface[number]:
        next_to = 0.0
    if group.column is not None and bodies.is_letter[number] and group.column.name.endswith(LETTERS):
        fit += OF_A_LETTER
    if group.is_first and place == group.zone.after - 1:
        fit += max(CLOSED_ABOVE, next_to) if draft.is_closed_by_credit else next_to
    elif group.is_last and place == group.zone.after:
        fit += next_to + SIGNED_ABOVE * bool(group.bylines)
    if group.bylines and is_signed(draft):
        fit -= SIGNED_TWICE
    elif group.bylines and bodies.is_list[number]:
        fit -= SIGNED_LIST
    return fit


def is_signed(draft: Draft) -> bool:
    """By who wrote it; who took its pictures says nothing."""
    return bool(draft.compilers) or any(each.role != "photographer" for each in draft.contributors)


def set_titles(draft: Draft, group: Group, segments: Segments) -> None:
    if not group.kickers and stands_over_halves(*(item.words for item in group.titles)):
        group.kickers, group.titles = group.titles[:1], group.titles[1:]
    for item in group.kickers:
        draft.kicker.append(item.paragraph.text)
        draft.claim(item, "kicker")
    add_titles(draft, glue_lines(draft, group.titles))
    draft.is_rest = False
    if group.column is not None:
        draft.column = draft.column or group.column.name
        draft.claim(group.column, "column")
        group.zone.items = [item for item in group.zone.items if item is not group.column]
    below = segments.drafts[group.zone.after] if group.zone.after < len(segments.drafts) else None
    is_of_next = group.is_last and below is not None and below is not draft and takes_byline(draft, below)
    for item in group.bylines:
        take_credit(below if is_of_next else draft, item, segments)


def takes_byline(above: Draft, below: Draft) -> bool:
    """A byline between a piece that is signed and one that is not yet."""
    is_done = is_signed(above) or not above.body
    return is_done and bool(below.body) and not is_signed(below)


def photo_piece(group: Group) -> Draft:
    """A title that no text wants, and the signed picture right below it."""
    assert group.picture is not None
    draft = Draft()
    add_titles(draft, group.titles)
    add_figure(draft, group.picture)
    group.zone.items = [item for item in group.zone.items if item is not group.picture]
    return draft


def set_captions(group: Group, bodies: Bodies, segments: Segments) -> None:
    set_aside(group.kickers, segments)
    for item in group.titles:
        fit, number = bodies.closest(item.words)
        if fit >= LEAST and len(item.words) <= LONGEST_CAPTION:
            add_figure(bodies.drafts[number], item)
        else:
            set_aside([item], segments)
    set_aside(group.bylines, segments)


def place_byline(zone: Zone, item: Item, segments: Segments) -> None:
    """A byline alone between two texts: of the one below, where that above is signed or has ended otherwise."""
    around = segments.drafts[max(zone.after - 1, 0) : zone.after + 1]
    above, below = around[0], around[-1]
    if item.kind == "byline" and below is not above and takes_byline(above, below):
        take_credit(below, item, segments)
    else:
        set_aside([item], segments)


def without_head(zone: Zone, segments: Segments) -> list[Item]:
    """`【工余短笛】` / `□王一川` right above a text whose title stands elsewhere: they are of that text."""
    below = segments.drafts[zone.after] if zone.after < len(segments.drafts) else None
    is_head = all(item.kind in ("column", "byline") for item in zone.items)
    if not is_head or below is None or not below.body or is_signed(below):
        return zone.items
    for item in zone.items:
        if item.kind == "column":
            below.column = below.column or item.name
            below.claim(item, "column")
        else:
            take_credit(below, item, segments)
    return []


def place_captions(zones: list[Zone], segments: Segments, bodies: Bodies) -> None:
    """Captions of the zones, each with the photographer's line below it."""
    for zone in zones:
        draft: Draft | None = None
        seen_titles = False
        for item in without_head(zone, segments):
            if item.kind == "caption":
                draft = bodies.drafts[bodies.closest(item.words)[1]]
                add_figure(draft, item)
            elif item.kind == "photo" and draft is not None:
                take_photo_credit(draft, item)
            elif item.kind in ("title", "heading"):
                seen_titles = True
            elif item.kind in ("byline", "meta"):
                if not seen_titles:
                    place_byline(zone, item, segments)
            else:
                set_aside([item], segments)
