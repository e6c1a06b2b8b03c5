"""Is a paragraph set as the article above it: the same measure, the same blanks at its marks?"""

from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.shapes import same_opening

OTHER_SETTING = 1.5  # characters by which the measures of two pieces differ that a page parts by nothing else
RAGGED_FROM = 0.4  # characters by which every second row misses its measure
FOR_RAGGED = 3.0  # more for each character over that
WAYS = frozenset(("none", "after", "around"))  # where the blanks of a piece stand, see reflow


def is_set_otherwise(current: Draft, item: Item) -> bool:
    """The paragraph has other blanks at its marks than the article above, or another measure.

    One that opens as the last did (`要勇于担责。` / `要严于监管。`) goes on with it, however it is set.
    """
    if current.body and same_opening(current.body[-1].words, item.words, 1) and item.words[0] != "“":
        return False
    ways = {current.blanks, item.paragraph.blanks}
    if len(ways) > 1 and ways <= WAYS:
        return True
    return measures_differ(current, item) >= OTHER_SETTING


def is_set_alike(current: Draft, item: Item) -> bool:
    is_measured = current.measure and item.paragraph.measure and item.paragraph.lines > 1
    return (
        bool(is_measured) and measures_differ(current, item) < OTHER_SETTING and bool(item.paragraph.blanks)
    )


def measures_differ(current: Draft, item: Item) -> float:
    if not current.measure or not item.paragraph.measure or item.paragraph.lines < 3:
        return 0.0
    ragged = max(current.raggedness, item.paragraph.raggedness, RAGGED_FROM) - RAGGED_FROM
    return abs(current.measure - item.paragraph.measure) - FOR_RAGGED * ragged
