"""Finding the words of a list in a text: one regular expression in the shape of a tree, so that a list of any length
costs one look at each character."""

import re
from collections.abc import Iterable, Iterator
from operator import add


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
    """`words_pattern` for looking through running text: two characters tell most places where no word begins."""
    words = tuple(words)
    return re.compile(opening(words, 2) + words_pattern(words))


class WordList:
    """Finds words of two characters and more by their first two, without a pattern: what one page alone needs would
    cost more to compile than the page to read, and a pattern of thousands tries them one by one."""

    def __init__(self, words: Iterable[str]):
        self.by_opening: dict[str, list[str]] = {}
        for word in sorted(set(words), key=len, reverse=True):
            self.by_opening.setdefault(word[:2], []).append(word)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where words stand, in order: the longest at each place, none overlapping another."""
        known = self.by_opening
        reach = 0
        for at, opening in enumerate(map(add, text, text[1:])) if known else ():
            if opening in known and at >= reach:
                word = next((word for word in known[opening] if text.startswith(word, at)), "")
                if word:
                    yield at, word
                    reach = at + len(word)


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
