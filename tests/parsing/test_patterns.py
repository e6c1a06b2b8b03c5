"""Words of a list found in a text: the longest at each place, none overlapping another."""

import re

import pytest

from unioncms.parsing.patterns import WordList, words_pattern

CASES = [
    (["云帆", "云帆纺织"], "云帆纺织的云帆人", [(0, "云帆纺织"), (5, "云帆")]),
    (["王晓", "晓霞"], "王晓霞和晓霞", [(0, "王晓"), (4, "晓霞")]),
    (["云州市", "云州"], "云", []),
    ([], "云州市总工会", []),
]


@pytest.mark.parametrize(("words", "text", "expected"), CASES)
def test_word_list_finds_the_longest_words_as_a_pattern_of_them_would(words, text, expected):
    assert list(WordList(words).find(text)) == expected
    pattern = re.compile(words_pattern(words))
    assert [(found.start(), found.group()) for found in pattern.finditer(text)] == expected
