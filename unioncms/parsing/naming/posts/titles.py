"""Titles of office in a sentence: 主席, 常务副主席, 党组书记."""

import re
from dataclasses import dataclass
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.patterns import opening, words_pattern
from unioncms.parsing.shapes import LEVELS


@dataclass(slots=True)
class Title:
    text: str
    start: int
    end: int


@cache
def _pattern() -> re.Pattern:
    prefixes, titles = load("title_prefixes"), load("titles")
    single = (word + behind[0] for word in prefixes if len(word) == 1 for behind in (*prefixes, *titles))
    heads = {word[:2] for word in (*prefixes, *titles, *single) if len(word) > 1}
    return re.compile(
        f"{opening(heads, 2)}(?:{words_pattern(prefixes)}){{0,3}}{words_pattern(titles)}"
        "(?:助理)?(?![团处级室会台们制]|席[位次卡上间]|办(?!公)|人选|候选)"
    )


OF_SHORT_UNION = ("总主席", "总党", "总副主席", "总常务副主席", "总兼职", "总挂职")


def find_titles(sentence: Sentence) -> list[Title]:
    """Titles in order. 主席团, 书记处 and 处级 are none."""
    return [_title_of(found) for found in _pattern().finditer(sentence.text)]


def _title_of(found: re.Match) -> Title:
    """区总|主席, 市总|党组书记: 总 is of the union's short name."""
    text, start, end = found.group(), found.start(), found.end()
    is_short = text.startswith(OF_SHORT_UNION) and found.string[start - 1 : start] in LEVELS
    return Title(text[1:], start + 1, end) if is_short else Title(text, start, end)
