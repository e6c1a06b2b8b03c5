"""Word lists as data: text files beside this module, one word a line.

A line that begins with `#` is a comment; the first comment of each list names the list's source. A list is
read when it is first asked for, so that importing the parser costs nothing.
"""

import re
from functools import cache
from pathlib import Path

from unioncms.parsing.patterns import words_finder

FOLDER = Path(__file__).parent


@cache
def load(name: str) -> tuple[str, ...]:
    """The words of `name`.txt in the order of the file: load("credit_labels") → ("记者", "通讯员", …)."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def has_any(text: str, name: str) -> bool:
    """Does a word of the list stand in the text?"""
    return _finder(name).search(text) is not None


def words_of(text: str, name: str) -> set[str]:
    """Those words of the list that stand in the text."""
    return set(_finder(name).findall(text))


def ends_in_any(text: str, name: str) -> bool:
    """Does the text end in a word of the list? It is compared with those alone that have its last character."""
    return text.endswith(_by_last_character(name).get(text[-1:], ()))


@cache
def _finder(name: str) -> re.Pattern[str]:
    return words_finder(load(name))


@cache
def _by_last_character(name: str) -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for word in load(name):
        words[word[-1]] = (*words.get(word[-1], ()), word)
    return words
