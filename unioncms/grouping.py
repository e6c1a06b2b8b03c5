"""Things that fit some of each other → groups in which all fit all, whatever order they come in."""

from collections.abc import Hashable, Iterable


def part(neighbours: list[set[int]]) -> tuple[list[list[int]], list[int]]:
    """The nodes of a graph as groups whose members are all neighbours, and the nodes that bridge.

    A node bridges when two of its neighbours are none of each other: it may belong to either, so it belongs to neither.
    What is left without them falls into groups by itself.

    >>> part([{1}, {0, 2}, {1}, {4}, {3}])
    ([[0], [2], [3, 4]], [1])
    """
    closed = [frozenset(near | {number}) for number, near in enumerate(neighbours)]
    # Equal sets as one object, so that each pair of different ones is compared once for a node.
    known: dict[frozenset[int], frozenset[int]] = {}
    closed = [known.setdefault(near, near) for near in closed]
    bridging = {
        number
        for number, near in enumerate(closed)
        if any(not near <= other for other in {id(closed[each]): closed[each] for each in near}.values())
    }
    groups: dict[int, list[int]] = {}
    for number, near in enumerate(closed):
        if number not in bridging:
            groups.setdefault(min(near - bridging), []).append(number)
    return list(groups.values()), sorted(bridging)


class Joined:
    """Things joined one after another: `root` is the same for all that hang together."""

    def __init__(self):
        self._above: dict[Hashable, Hashable] = {}

    def root(self, thing: Hashable) -> Hashable:
        above = self._above.setdefault(thing, thing)
        while above != self._above[above]:
            self._above[above] = self._above[self._above[above]]
            above = self._above[above]
        self._above[thing] = above
        return above

    def join(self, things: Iterable[Hashable]) -> None:
        roots = [self.root(thing) for thing in things]
        for root in roots[1:]:
            self._above[self.root(root)] = self.root(roots[0])
