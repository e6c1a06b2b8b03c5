"""Words of a list found in a text: the longest at each place, none overlapping another."""

import re

import pytest

from unioncms.parsing.patterns import MANY, WordList, words_pattern

CASES = [
    (["云帆", "云帆纺织"], "云帆纺织的云帆人", [(0, "云帆纺织"), (5, "云帆")]),
    (["王晓", "晓霞"], "王晓霞和晓霞", [(0, "王晓"), (4, "晓霞")]),
    (["云州市", "云州"], "云", []),
    ([], "云州市总工会", []),
]
OTHERS = [f"第{number}车间" for number in range(MANY)]


@pytest.mark.parametrize(("words", "text", "expected"), CASES)
def test_word_list_finds_the_longest_words_as_a_pattern_of_them_would(words, text, expected):
    assert list(WordList(words).find(text)) == expected
    pattern = re.compile(words_pattern(words))
    assert [(found.start(), found.group()) for found in pattern.finditer(text)] == expected


@pytest.mark.parametrize(("words", "text", "expected"), CASES)
def test_word_list_finds_the_same_among_many_words(words, text, expected):
    assert list(WordList([*words, *OTHERS]).find(text)) == expected


def test_word_list_has_no_words_of_one_character():
    assert list(WordList(["禾", "禾苗"]).find("禾与禾苗")) == [(2, "禾苗")]


def test_word_list_tells_the_longest_word_that_begins_at_a_place():
    words = WordList(["云帆", "云帆纺织"])
    assert [words.at("在云帆纺织", start) for start in (1, 2, 5)] == ["云帆纺织", "", ""]
