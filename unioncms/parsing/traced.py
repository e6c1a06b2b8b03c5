"""Text that knows where in the source each of its characters stands.

Joining lines, closing blanks and cutting a line in two all keep the way back to the source; spans and the
ledger of repairs are read off it at the end, so they cannot disagree with the article text.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Traced:
    """`pieces` are (offset in `text`, offset in the source) of each run that is unbroken in the source."""

    text: str = ""
    pieces: tuple[tuple[int, int], ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def source(self, index: int) -> int:
        """Where character `index` stands in the source; its end gives the place after the last one."""
        if not self.pieces:
            return 0
        if len(self.pieces) == 1:
            offset, start = self.pieces[0]
            return start + index - offset
        if index >= len(self.text) and self.text:
            return self.source(len(self.text) - 1) + 1
        at = bisect_right(self.pieces, (index, float("inf"))) - 1
        offset, start = self.pieces[max(at, 0)]
        return start + index - offset

    def offset_of(self, source: int) -> int:
        """The first character of the text that stands at `source` or after it."""
        for number, (offset, start) in enumerate(self.pieces):
            end = self.pieces[number + 1][0] if number + 1 < len(self.pieces) else len(self.text)
            if source <= start:
                return offset
            if source < start + end - offset:
                return offset + source - start
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> "Traced":
        if end is None or end > len(self.text):
            end = len(self.text)
        if start < 0:
            start = 0
        if start > end:
            start = end
        if start == 0 and end == len(self.text):
            return self
        if len(self.pieces) == 1 and self.pieces[0][0] == 0 < end:
            return Traced(self.text[start:end], ((0, self.pieces[0][1] + start),))
        first = max(bisect_right(self.pieces, (start, float("inf"))) - 1, 0)
        pieces = []
        for at in range(first, len(self.pieces)):
            offset, source = self.pieces[at]
            if offset >= end:
                break
            pieces.append((max(offset - start, 0), source + max(start - offset, 0)))
        return Traced(self.text[start:end], tuple(pieces))

    def strip(self, characters: str | None = None) -> "Traced":
        if self.text.strip(characters) == self.text:
            return self
        kept = self.text.lstrip(characters)
        start = len(self.text) - len(kept)
        return self.cut(start, start + len(kept.rstrip(characters)))

    def without(self, holes: Iterable[tuple[int, int, str]]) -> "Traced":
        """The text with each (start, end) hole filled by its few words: `党 员`, one empty hole → `党员`."""
        if len(self.pieces) == 1:
            # what a hole has in it already parts nothing
            return self._parted([hole for hole in holes if self.text[hole[0] : hole[1]] != hole[2]])
        parts: list[Traced] = []
        at = 0
        for start, end, filling in holes:
            parts.append(self.cut(at, start))
            if filling:
                parts.append(Traced(filling, ((0, self.source(start)),)))
            at = end
        parts.append(self.cut(at))
        return join(parts)

    def _parted(self, holes: list[tuple[int, int, str]]) -> "Traced":
        """As `without`, of a text that is unbroken in the source."""
        if not holes:
            return self
        source = self.source(0)
        runs: list[tuple[str, int]] = []  # each with its place in the source
        at = 0
        for start, end, filling in holes:
            if start:
                runs.append((self.text[at:start], source + at))
            if filling:
                runs.append((filling, source + start))
            at = end
        runs.append((self.text[at:], source + at))
        pieces: list[tuple[int, int]] = []
        length = 0
        for words, place in runs:
            if not pieces or pieces[-1][1] + length - pieces[-1][0] != place:
                pieces.append((length, place))
            length += len(words)
        return Traced("".join([words for words, _ in runs]), tuple(pieces))


def join(parts: Iterable[Traced]) -> Traced:
    """One text out of several; runs that touch in the source become one."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    texts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for part in parts:
        for offset, source in part.pieces:
            if pieces and pieces[-1][1] + (length + offset - pieces[-1][0]) == source:
                continue
            pieces.append((length + offset, source))
        texts.append(part.text)
        length += len(part.text)
    return Traced("".join(texts), tuple(pieces))
