"""Things that fit some of each other → groups in which all fit all, whatever order they come in."""

from collections.abc import Hashable, Iterable, Sequence


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


def part_around(neighbours: list[set[int]], is_anchor: Sequence[bool]) -> tuple[list[list[int]], list[int]]:
    """As `part`, where some nodes are records that stand: no two of them become one.

    An anchor that bridges is a group by itself, and so is each of several anchors in one group; what may belong to
    any of them belongs to none, and waits.

    >>> part_around([{1, 2}, {0, 2}, {0, 1}, {4}, {3}], [True, True, False, True, False])
    ([[3, 4], [0], [1]], [2])
    """
    parted, bridging = part(neighbours)
    groups: list[list[int]] = []
    loose = list(bridging)
    for group in parted:
        if sum(is_anchor[number] for number in group) > 1:
            loose += group
        else:
            groups.append(group)
    groups += [[number] for number in loose if is_anchor[number]]
    return groups, [number for number in loose if not is_anchor[number]]


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
