"""Finding the words of a list in a text: one regular expression in the shape of a tree, so that a list of any length
costs one look at each character."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

FEW = 20  # first characters
MANY = 32  # openings; looking for each of fewer is cheaper than looking at every place


def words_pattern(words: Iterable[str]) -> str:
    """A pattern for the longest word of the list at a place: ["主席", "主席团"] → 主席(?:团)?"""
    tree: dict = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(tree) if tree else r"(?!)"


def words_finder(words: Iterable[str]) -> re.Pattern:
    """`words_pattern` for looking through running text: two characters tell most places where no word begins. Where
    the words have few first characters, the search skips to these by itself."""
    words = tuple(words)
    is_rare = len({word[0] for word in words}) <= FEW
    return re.compile(("" if is_rare else opening(words, 2)) + words_pattern(words))


class WordList:
    """Finds words of two characters and more by their first two, without a pattern of them all: that would try
    thousands of words one by one, and for the few of one page cost more to compile than the page to read."""

    def __init__(self, words: Iterable[str]):
        self.words = sorted({word for word in words if len(word) > 1}, key=len, reverse=True)
        self.by_opening: dict[str, list[str]] = {}
        for word in self.words:
            self.by_opening.setdefault(word[:2], []).append(word)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where words stand, in order: the longest at each place, none overlapping another."""
        reach = 0
        for at in self._openings(text):
            if at >= reach and (word := self.at(text, at)):
                yield at, word
                reach = at + len(word)

    def at(self, text: str, start: int = 0) -> str:
        """The longest word that begins here, "" where none does."""
        for word in self.by_opening.get(text[start : start + 2], ()):
            if text.startswith(word, start):
                return word
        return ""

    def _openings(self, text: str) -> Iterable[int]:
        """Places where a word may begin, in order: a few openings are looked for one after the other."""
        if len(self.by_opening) > MANY:
            return (found.start() for found in self._opening.finditer(text))
        printed = [pair for pair in self.by_opening if pair in text]
        return sorted([at for pair in printed for at in _places_of(pair, text)]) if printed else ()

    @cached_property
    def _opening(self) -> re.Pattern:
        """A first character before a second one; the search skips fast to what a pattern opens with."""
        first, second = (
            f"[{re.escape(''.join(sorted(each)))}]" for each in map(set, zip(*self.by_opening, strict=True))
        )
        return re.compile(f"{first}(?={second})")


def _places_of(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def opening(words: Iterable[str], length: int = 1) -> str:
    """A look ahead at the first characters: ["主席", "书记"] → (?=[主书]), with length 2 (?=[主书][席记])"""
    openings = {word[:length] for word in words}
    sets = (re.escape("".join(sorted(set(characters)))) for characters in zip(*openings, strict=False))
    return f"(?={''.join(f'[{characters}]' for characters in sets)})"


def _branch(tree: dict) -> str:
    is_end = "" in tree
    parts = [re.escape(key) + _branch(node) for key, node in sorted(tree.items()) if key]
    if not parts:
        return ""
    if len(parts) == 1 and not is_end:
        return parts[0]
    return f"(?:{'|'.join(parts)})" + ("?" if is_end else "")
