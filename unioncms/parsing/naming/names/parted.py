"""Names of listed parts, without a surname of the Hundred Families.

Tibetan: two parts are a person anywhere, 扎西才让; one is beside a title, 丹增. Yi: a clan and a given name, 吉克伍呷.
Mongolian: one or two beside a title, 萨仁其其格, behind a Han surname too, 包斯琴高娃.
"""

import re
from collections.abc import Iterator
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.names.neighbours import Neighbours, is_part_of_a_name
from unioncms.parsing.patterns import opening, words_pattern

SURE_OF_TWO = 4.0  # with what stands around
ONE = 0.8
SPEAKS = 1.5  # what a verb of persons behind a name is worth
LEAST_BESIDE = 2.0  # what stands beside a name of one part must be worth: a title
CERTAIN_OF_TWO = 7.5  # above what its first three characters are worth with a surname of one: 马海木|呷


@cache
def _tibetan_or_mongolian() -> re.Pattern[str]:
    parts, mongolian = load("names_tibetan"), load("names_mongolian")
    part, other = words_pattern(parts), words_pattern(mongolian)
    return re.compile(
        f"{opening((*parts, *mongolian), 2)}(?:(?:{part})(?P<second>{part})?|(?P<mongolian>(?:{other}){{1,2}}))"
    )


@cache
def _yi() -> re.Pattern[str]:
    clans, given = load("names_yi_clans"), load("names_yi_given")
    return re.compile(f"{opening(clans, 2)}{words_pattern(clans)}{words_pattern(given)}")


@cache
def _mongolian() -> re.Pattern[str]:
    parts = load("names_mongolian")
    part = words_pattern(parts)
    return re.compile(f"(?:[包白李王陈吴韩何](?={part}))?(?:{part}){{1,2}}")


def find_parted(around: Neighbours) -> Iterator[tuple[int, int, float]]:
    """Spans with their scores."""
    for found in _tibetan_or_mongolian().finditer(around.text):
        start, end = found.span()
        if is_part_of_a_name(around.sentence, end):
            continue
        left, right = around.left(start), around.right(end)
        if found["mongolian"]:
            if around.role_before(start) and right > 0:
                yield start, end, ONE + left + right  # 牧民|达来
            continue
        if found["second"]:
            yield start, end, SURE_OF_TWO + max(left + right, 0.0)
        elif max(left, right) >= LEAST_BESIDE and min(left, right) > 0:
            yield start, end, ONE + left + right
    for found in _yi().finditer(around.text):
        if not is_part_of_a_name(around.sentence, found.end()):
            left, right = around.left(found.start()), around.right(found.end())
            yield *found.span(), CERTAIN_OF_TWO + max(left, 0.0) + max(right, 0.0)
    for start in around.title_ends:
        found = _mongolian().match(around.text, start)
        if not found or is_part_of_a_name(around.sentence, found.end()):
            continue
        end = found.end()
        if (right := around.right(end)) < SPEAKS and around.text[end : end + 1] in grammar().transliteration:
            longer = around.right(end + 1)
            end, right = (end + 1, longer) if longer >= SPEAKS else (end, right)  # 白音那|出席
        if right > 0:
            yield start, end, CERTAIN_OF_TWO + right
