"""Titles of office in a sentence: 主席, 常务副主席, 党组书记."""

import re
from dataclasses import dataclass
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.passages import Sentence
from unioncms.parsing.patterns import opening, words_pattern


@dataclass(frozen=True, slots=True)
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
        "(?![团处级室会台们制]|席[位次卡]|办(?!公))"
    )


def find_titles(sentence: Sentence) -> list[Title]:
    """Titles in order. 主席团, 书记处 and 处级 are none."""
    return [Title(found.group(), found.start(), found.end()) for found in _pattern().finditer(sentence.text)]
