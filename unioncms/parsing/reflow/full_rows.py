"""Paragraph ends that the page does not show: a sentence that ends just where its row is full.

Where no indent tells, the row below may go on or begin a paragraph. Paragraphs of one page are of like length, so a
stretch of rows is parted where its parts come nearest to the usual length.

    …赢得全场掌声。  (full row)  / 今年，… : 70 + 90 characters on a page of 80 → two paragraphs
"""

from math import log
from statistics import median

from unioncms.parsing.reflow.columns import Page
from unioncms.parsing.shapes import ends_item, ends_sentence, is_ended

LEAST_KNOWN = 3  # paragraphs of a page whose ends are shown
LEAST_LINES = 2  # of a paragraph that tells how long they are
LEAST_ITEMS = 2  # rows that end with a semicolon; running text seldom has as many
GOES_ON = ("他", "她", "这", "那", "其", "有", "也", "还", "但", "而", "并", "”")
ANAPHORA = 0.7  # what such a beginning is worth
MOST_PLACES = 40  # in one stretch; a longer one is no paragraph of a page


def with_full_rows_parted(page: Page, groups: list[list[int]]) -> list[list[int]]:
    if page.is_indented or page.has_lost_indents:
        return groups
    places = [places_in(page, group) for group in groups]
    usual = usual_length(page, groups, places)
    result: list[list[int]] = []
    for number, group in enumerate(groups):
        if places[number]:
            near = (*groups[max(number - 1, 0) : number], *groups[number + 1 : number + 2])
            in_list = any(ends_item(text_of(page, each[-1])) for each in near)
            result += parted(page, group, places[number][:MOST_PLACES], usual, in_list)
        else:
            result.append(group)
    return result


def text_of(page: Page, number: int) -> str:
    return page.lines[number].text.text


def places_in(page: Page, group: list[int]) -> list[int]:
    """Where a row of the group ends a sentence or an item."""
    return [
        at
        for at in range(1, len(group))
        if page.lines[group[at]].measure
        and not page.in_one_block(group[at])
        and is_ended(text_of(page, group[at - 1]))
    ]


def usual_length(page: Page, groups: list[list[int]], places: list[list[int]]) -> float:
    """Of the paragraphs that cannot be parted; 0 where there are too few."""
    sizes = [
        size_of(page, group)
        for group, ends in zip(groups, places, strict=True)
        if len(group) >= LEAST_LINES and not ends and ends_sentence(text_of(page, group[-1]))
    ]
    return median(sizes) if len(sizes) >= LEAST_KNOWN else 0.0


def size_of(page: Page, group: list[int]) -> float:
    return sum(page.lines[number].width for number in group)


def parted(page: Page, group: list[int], places: list[int], usual: float, in_list: bool) -> list[list[int]]:
    items = [at for at in places if ends_item(text_of(page, group[at - 1]))]
    if items and (in_list or len(items) >= LEAST_ITEMS):
        cuts = items
    elif usual:
        cuts = cheapest_cuts(
            page, group, [at for at in places if ends_sentence(text_of(page, group[at - 1]))], usual
        )
    else:
        cuts = []
    return [group[start:end] for start, end in zip([0, *cuts], [*cuts, len(group)], strict=True)]


def cheapest_cuts(page: Page, group: list[int], places: list[int], usual: float) -> list[int]:
    ends = [*places, len(group)]
    best: list[tuple[float, list[int]]] = []
    for number, end in enumerate(ends):
        ways = [(cost_of(page, group[:end], usual), [])]
        for earlier in range(number):
            cost, cuts = best[earlier]
            start = ends[earlier]
            goes_on = text_of(page, group[start]).startswith(GOES_ON)
            cost += cost_of(page, group[start:end], usual) + (ANAPHORA if goes_on else 0.0)
            ways.append((cost, [*cuts, start]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def cost_of(page: Page, group: list[int], usual: float) -> float:
    return abs(log(size_of(page, group) / usual))
