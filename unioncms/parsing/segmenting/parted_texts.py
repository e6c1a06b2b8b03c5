"""Two pieces taken for one, parted where the titles of the page tell of two.

Where all titles stand at the end of a page nothing but its matter may part a piece from the next. A title that got no
text then speaks of the end of a text whose beginning another title speaks of. How much they do, how the second part
begins, how it is set and how little it has in common with the first make up the worth of a cut: the logarithm of the
odds, fitted to 1100 places in texts of pages that we printed, of which 160 were the ends of pieces.
"""

import re
from collections.abc import Sequence
from statistics import fmean

from unioncms.parsing.segmenting.bands import part
from unioncms.parsing.segmenting.drafts import Draft, Part
from unioncms.parsing.segmenting.genres import DAY, NEWS_OPENING
from unioncms.parsing.segmenting.headline_fit import Bodies, pairs_of, rarities
from unioncms.parsing.segmenting.headline_groups import Group
from unioncms.parsing.segmenting.setting import OTHER_SETTING, WAYS
from unioncms.parsing.segmenting.titles_block import is_dashed
from unioncms.parsing.segmenting.topics import MOST_TEXT, hanzi_pairs, usually_shared
from unioncms.parsing.segmenting.unsigned_captions import is_of_picture
from unioncms.parsing.shapes import dateline_of, ends_item, ends_sentence

DAY_ALONE = re.compile(DAY)
HOME = 0.7  # of its best fit: a title may speak of a text that fits it so well
MOST_PARTS = 60  # of a text; a longer one is no piece of a page

# What speaks for a cut.
SELDOM = -3.1
TOLD = 0.1  # for each title, by the rare pairs of characters that it has from its part alone
MOST_TOLD = 24.0
OPENED = 2.8  # the second part begins as news does; `12日上午` goes on with what has told the month
WHOLE = 1.0  # a paragraph stands above that ends its sentence
OTHER_MEASURE = 0.3  # for each step of another measure
OTHER_BLANKS = 1.7
IN_COMMON = -0.9  # as much as any two parts of one text have in common
MOST_STEPS = 3.0
MOST_IN_COMMON = 2.5


def part_text(groups: Sequence[Group], taken: dict[int, int], bodies: Bodies) -> tuple[Draft, Draft] | None:
    """The text that is most clearly two, cut: its draft and that of its end."""
    loose = [item.words for at, group in enumerate(groups) if at not in taken for item in group.titles]
    loose = [words for words in loose if not (is_dashed(words) or is_of_picture(words))]
    owned = {number: groups[at] for at, number in taken.items()}
    if not loose and all(len(group.titles) < 2 for group in owned.values()):
        return None
    homes = [home_of(words, bodies) for words in loose]
    rarity: dict[str, float] | None = None
    best: tuple[float, Draft, int] | None = None
    for number, draft in enumerate(bodies.drafts):
        lines = [words for words, home in zip(loose, homes, strict=True) if number in home]
        if number in owned:
            lines += [item.words for item in owned[number].titles if not is_dashed(item.words)]
        if len(lines) < 2 or not 1 < len(draft.body) <= MOST_PARTS:
            continue
        rarity = rarity_of(bodies.drafts) if rarity is None else rarity
        worth, place = best_cut(draft, lines, rarity)
        if worth > 0 and (best is None or worth > best[0]):
            best = (worth, draft, place)
    if best is None:
        return None
    _, draft, place = best
    return draft, cut_off(draft, place)


def home_of(words: str, bodies: Bodies) -> list[int]:
    fits = [bodies.fit(words, number) for number in range(len(bodies.drafts))]
    least = HOME * max(fits)
    return [number for number, fit in enumerate(fits) if fit >= least > 0]


def rarity_of(drafts: Sequence[Draft]) -> dict[str, float]:
    paragraphs = [pairs_of(each.words) for draft in drafts for each in draft.body]
    return rarities(paragraphs, len(paragraphs) + 1)


def best_cut(draft: Draft, lines: Sequence[str], rarity: dict[str, float]) -> tuple[float, int]:
    """(worth, place) of the best cut, among those above which one line speaks and below which another does."""
    told = [told_above(draft.body, words, rarity) for words in lines]
    best = (0.0, 0)
    for place in range(1, len(draft.body)):
        above, below = max(each[place] for each in told), -min(each[place] for each in told)
        if min(above, below) > 0:
            worth = TOLD * min(above, below, MOST_TOLD) + worth_of_place(draft, place)
            best = max(best, (worth, place))
    return best


def told_above(parts: Sequence[Part], words: str, rarity: dict[str, float]) -> list[float]:
    """For each place how much more the line speaks of what is above it than of what is below; what both have counts
    for neither."""
    sets = [pairs_of(each.words) for each in parts]
    values = [0.0] * (len(parts) + 1)
    for pair in sorted(pairs_of(words)):
        places = [at for at, pairs in enumerate(sets) if pair in pairs]
        if places:
            for place in range(places[-1] + 1, len(parts) + 1):
                values[place] += rarity[pair]
            for place in range(places[0] + 1):
                values[place] -= rarity[pair]
    return values


def worth_of_place(draft: Draft, place: int) -> float:
    above, below = draft.body[place - 1], draft.body[place]
    worth = SELDOM
    opening = NEWS_OPENING.match(below.words)
    if dateline_of(below.words) or (opening and not DAY_ALONE.fullmatch(opening.group())):
        worth += OPENED
    if above.type == below.type == "paragraph" and (ends_sentence(above.words) or ends_item(above.words)):
        worth += WHOLE
    return worth + worth_of_setting(draft, place) + IN_COMMON * in_common(draft.body, place)


def worth_of_setting(draft: Draft, place: int) -> float:
    starts = {each.texts[0].source(0): at for at, each in enumerate(draft.body)}
    measures: tuple[list[float], list[float]] = ([], [])
    ways: tuple[set[str], set[str]] = (set(), set())
    for claim in draft.claims:
        paragraph = claim.paragraph
        at = starts.get(paragraph.text.source(0)) if paragraph.text else None
        if at is None:
            continue
        if paragraph.measure and paragraph.lines > 2:  # of two rows neither tells the measure
            measures[at >= place].append(paragraph.measure)
        if paragraph.blanks in WAYS:
            ways[at >= place].add(paragraph.blanks)
    worth = OTHER_BLANKS if all(ways) and not ways[0] & ways[1] else 0.0
    if all(measures):
        steps = abs(fmean(measures[0]) - fmean(measures[1])) / OTHER_SETTING
        worth += OTHER_MEASURE * min(steps, MOST_STEPS) if steps >= 1 else 0.0
    return worth


def in_common(parts: Sequence[Part], place: int) -> float:
    """What the parts share, as a share of what any two parts of one text do."""
    earlier = hanzi_pairs("".join(each.words for each in parts[:place])[-MOST_TEXT:])
    later = hanzi_pairs("".join(each.words for each in parts[place:])[:MOST_TEXT])
    if not earlier or not later:
        return 1.0
    return min(len(earlier & later) / (usually_shared(earlier) * len(later)), MOST_IN_COMMON)


def cut_off(draft: Draft, place: int) -> Draft:
    """What stands from this part of its body on, with its pictures."""
    rest = part(draft, place, 0)
    start = rest.body[0].texts[0].source(0)
    rest.figures = [each for each in draft.figures if each.caption and each.caption.source(0) > start]
    draft.figures = [each for each in draft.figures if each not in rest.figures]
    rest.measure, rest.blanks = draft.measure, draft.blanks
    return rest
