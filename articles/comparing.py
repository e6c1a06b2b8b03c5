"""Three versions of one thing: what was imported, what an editor has now, and what a newer parse says.

Both went on from what was imported. Where only the editor did, nothing is to be said; where the parse did, the stretch
is a change, and it takes nothing with it that stands outside. Works over any sequence: the blocks of a body, the names
of a byline, the characters of a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

ALIKE = 0.5  # share of text in common from which two pieces are one
SAME_PIECE = 0.5  # of all that two paragraphs have, so that one is the other changed
MOST_TO_PAIR = 900  # comparisons of a dropped paragraph with an added one
LONGEST_TO_WEAVE = 3000  # characters of a paragraph that is merged character by character
TAG = re.compile(r"(<[^>]*>)")
VOID = re.compile(r"<(?:br|hr|img)\b")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch in which the new parse differs from what was imported, and the editor's version from both or one.

    The slices say where it stands in each of the three.
    """

    base: slice
    mine: slice
    theirs: slice


def changes(base: Sequence, mine: Sequence, theirs: Sequence, *, singly: bool = False) -> Iterator[Change]:
    """What the new parse would change; `singly` parts what is only added or only dropped, item by item."""
    for change in _stretches(_places(base, mine), _places(base, theirs), (len(base), len(mine), len(theirs))):
        old, now, new = base[change.base], mine[change.mine], theirs[change.theirs]
        if old != new and now != new:
            yield from _one_by_one(change) if singly and old == now else [change]


def _stretches(
    in_mine: dict[int, int], in_theirs: dict[int, int], lengths: tuple[int, int, int]
) -> Iterator[Change]:
    """The pieces that have a place in all three, and the stretches between them."""
    at = (0, 0, 0)
    for number in range(lengths[0] + 1):
        is_end = number == lengths[0]
        if not is_end and (number not in in_mine or number not in in_theirs):
            continue
        here = lengths if is_end else (number, in_mine[number], in_theirs[number])
        if here != at:
            yield Change(*(slice(start, end) for start, end in zip(at, here, strict=True)))
        at = tuple(place + 1 for place in here)
        if not is_end:
            yield Change(*(slice(place, place + 1) for place in here))


def _places(one: Sequence, other: Sequence) -> dict[int, int]:
    """Where each piece of `one` is in `other`, as it was or changed."""
    found = _matches(one, other)
    at = (0, 0)
    for here in [*sorted(found.items()), (len(one), len(other))]:
        old, new = one[at[0] : here[0]], other[at[1] : here[1]]
        found |= {at[0] + a: at[1] + b for a, b in _pairs(old, new)} if old and new else {}
        at = (here[0] + 1, here[1] + 1)
    return found


def _matches(one: Sequence, other: Sequence) -> dict[int, int]:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _one_by_one(change: Change) -> Iterator[Change]:
    """What is only added, or only dropped, item by item."""
    if change.base.start == change.base.stop:
        for step in range(change.theirs.start, change.theirs.stop):
            yield Change(change.base, change.mine, slice(step, step + 1))
    elif change.theirs.start == change.theirs.stop:
        for step in range(change.base.stop - change.base.start):
            start, own = change.base.start + step, change.mine.start + step
            yield Change(slice(start, start + 1), slice(own, own + 1), change.theirs)
    else:
        yield change


def _pairs(old: Sequence, new: Sequence) -> list[tuple[int, int]]:
    """Which pieces are one changed, in their order; none where that cannot be told.

    A piece that was dropped from one place and is part of another now has been joined to it: that is one change.
    """
    if len(old) * len(new) > MOST_TO_PAIR:
        return []
    one, other = ([_shape_of(each) for each in pieces] for pieces in (old, new))
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for a in range(len(old) - 1, -1, -1):
        for b in range(len(new) - 1, -1, -1):
            longest[a][b] = max(
                longest[a + 1][b],
                longest[a][b + 1],
                longest[a + 1][b + 1] + 1 if _is_same_piece(one[a], other[b]) else 0,
            )
    found, a, b = [], 0, 0
    while a < len(old) and b < len(new):
        if longest[a][b] == longest[a + 1][b]:
            a += 1
        elif longest[a][b] == longest[a][b + 1]:
            b += 1
        else:
            found.append((a, b))
            a, b = a + 1, b + 1
    return [] if _are_joined(one, other, dict(found)) else found


def _is_same_piece(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SAME_PIECE * len(one | other)


def _are_joined(one: list[frozenset], other: list[frozenset], kept: dict[int, int]) -> bool:
    """Whether a piece that stands alone on its side is within one of the other side's."""
    dropped = [shape for number, shape in enumerate(one) if number not in kept]
    added = [shape for number, shape in enumerate(other) if number not in kept.values()]
    return any(likeness(each, shape) >= ALIKE for each in dropped for shape in other) or any(
        likeness(each, shape) >= ALIKE for each in added for shape in one
    )


def replaced(items: Sequence, where: slice, by: Sequence) -> list:
    return [*items[: where.start], *by, *items[where.stop :]]


# Likeness


def shape_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters in a text."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """One inside the other is alike too: a fragment that a parse has joined to its piece."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


def _shape_of(piece: object) -> frozenset[str]:
    """Of a block's words, or of what is printed in a row: a role's code tells nobody from anybody."""
    if isinstance(piece, str):
        return shape_of(TAG.sub("", piece))
    return shape_of("".join(each for each in piece if not each.isascii()))


# Bodies


def blocks_of(html: str) -> list[str]:
    """Sanitised rich text as its outermost blocks; the blank lines between them are an editor's widget's."""
    blocks, current, depth = [], "", 0
    for number, part in enumerate(TAG.split(html)):
        if number % 2 == 0:
            current += part if depth or part.strip() else ""
            continue
        current += part
        depth += 0 if VOID.match(part) else -1 if part.startswith("</") else 1
        if depth <= 0:
            blocks.append(current)
            current, depth = "", 0
    return [*blocks, current] if current else blocks


def woven(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """The new parse's block with what the editor changed in it; where both changed the same words, the parse's alone.

    An editor mended a name, the parser a line break of the same paragraph: both stand.
    """
    if base == mine or not len(base) == len(mine) == len(theirs) == 1:
        return theirs
    old, now, new = base[0], mine[0], theirs[0]
    if max(map(len, (old, now, new))) > LONGEST_TO_WEAVE or TAG.findall(old) != TAG.findall(now):
        return theirs
    words = now
    lengths = (len(old), len(now), len(new))
    for change in reversed(list(_stretches(_matches(old, now), _matches(old, new), lengths))):
        was, has, gets = old[change.base], now[change.mine], new[change.theirs]
        if was != has and was != gets and has != gets:
            return theirs
        if was != gets:
            words = words[: change.mine.start] + gets + words[change.mine.stop :]
    return [words]
