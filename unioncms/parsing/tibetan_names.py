"""Tibetan names, which have no surname: two parts are a person anywhere, 扎西才让; one is beside a title, 丹增."""

import re
from collections.abc import Iterator
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.name_neighbours import Neighbours, is_part_of_a_name
from unioncms.parsing.patterns import opening, words_pattern

SURE_OF_TWO = 4.0  # with what stands around
ONE = 0.8
LEAST_BESIDE = 2.0  # what stands beside a name of one part must be worth: a title


@cache
def _parts() -> re.Pattern[str]:
    parts = load("names_tibetan")
    part = words_pattern(parts)
    return re.compile(f"{opening(parts, 2)}(?:{part})(?P<second>{part})?")


def find_tibetan(around: Neighbours) -> Iterator[tuple[int, int, float]]:
    """Spans with their scores."""
    for found in _parts().finditer(around.text):
        start, end = found.span()
        if is_part_of_a_name(around.sentence, end):
            continue
        left, right = around.left(start), around.right(end)
        if found["second"]:
            yield start, end, SURE_OF_TWO + max(left + right, 0.0)
        elif max(left, right) >= LEAST_BESIDE and min(left, right) > 0:
            yield start, end, ONE + left + right
