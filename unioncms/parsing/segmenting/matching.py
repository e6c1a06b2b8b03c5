"""The best matching of two sets: each member of one has at most one of the other, and together they are worth most."""

from collections.abc import Sequence
from math import inf


def best_matching(worths: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row → column, of those pairs that are worth more than nothing.

    The Hungarian method: rows are added one at a time, and each finds the cheapest way to a column that is free,
    over columns whose rows can move on. Cubic in the larger side.
    """
    if not worths or not worths[0]:
        return {}
    size = max(len(worths), len(worths[0]))  # columns, some of them worth nothing where there are fewer
    costs = [[0.0] * size for _ in worths]
    for row, values in enumerate(worths):
        for column, worth in enumerate(values):
            costs[row][column] = -max(worth, 0.0)
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [size] * (size + 1)  # of each column; the last is where a new row begins
    for row in range(len(worths)):
        row_of[size] = row
        column = size
        least, way = [inf] * size, [size] * size
        seen = [False] * (size + 1)
        while row_of[column] != size:
            seen[column] = True
            column = cheapest_step(column, row_of, costs, (row_price, column_price), least, way, seen)
        while column != size:
            row_of[column], column = row_of[way[column]], way[column]
        row_of[size] = size
    pairs = {row_of[column]: column for column in range(size)}
    return {
        row: column
        for row, column in sorted(pairs.items())
        if row < len(worths) and column < len(worths[row]) and worths[row][column] > 0
    }


def cheapest_step(
    column: int,
    row_of: list[int],
    costs: list[list[float]],
    prices: tuple[list[float], list[float]],
    least: list[float],
    way: list[int],
    seen: list[bool],
) -> int:
    """The unseen column that is cheapest to reach; prices are raised so that its way costs nothing more."""
    row_price, column_price = prices
    size = len(least)
    row = row_of[column]
    own, price = costs[row], row_price[row]
    for each in range(size):
        if not seen[each]:
            cost = own[each] - price - column_price[each]
            if cost < least[each]:
                least[each], way[each] = cost, column
    target = min((each for each in range(size) if not seen[each]), key=least.__getitem__)
    step = least[target]
    for each in range(size + 1):
        if seen[each]:
            row_price[row_of[each]] += step
            column_price[each] -= step
        elif each < size:
            least[each] -= step
    return target
