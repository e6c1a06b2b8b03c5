"""The word lists: each word once, and those of news where mentions are found alone."""

from collections import Counter

import pytest

from unioncms.parsing.lexicon import FOLDER, load

LISTS = sorted(path.stem for path in FOLDER.glob("*.txt"))
APPS = ("unioncms", "people", "events", "articles")
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


def test_every_list_is_named_in_full_where_it_is_loaded():
    root = FOLDER.parents[2]
    code = "\n".join(path.read_text("utf-8") for app in APPS for path in (root / app).rglob("*.py"))
    assert [name for name in LISTS if f'"{name}"' not in code] == []


@pytest.mark.parametrize("name", OF_NEWS)
def test_no_bulletin_waits_for_a_list_of_news(name):
    users = [path for path in FOLDER.parent.rglob("*.py") if name in path.read_text(encoding="utf-8")]
    assert users
    assert {path.parent.name for path in users} == {"mentions"}
