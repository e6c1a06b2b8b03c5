"""The word lists: each word once, and those of news where mentions are found alone."""

from collections import Counter

import pytest

from unioncms.parsing.lexicon import FOLDER, load

LISTS = sorted(path.stem for path in FOLDER.glob("*.txt"))
OF_NEWS = (
    "organisations_of_news",
    "names_of_news",
    "clubs_of_cities",
    "clubs_called_by_words",
    "banks_in_short",
)


@pytest.mark.parametrize("name", LISTS)
def test_no_list_has_a_word_twice(name):
    assert [word for word, times in Counter(load(name)).items() if times > 1] == []


@pytest.mark.parametrize("name", OF_NEWS)
def test_no_bulletin_waits_for_a_list_of_news(name):
    users = [path for path in FOLDER.parent.rglob("*.py") if name in path.read_text(encoding="utf-8")]
    assert users
    assert {path.parent.name for path in users} == {"mentions"}
