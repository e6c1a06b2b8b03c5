"""Names of one document that are nearly the same are proposed as one person."""

import pytest

from articles.models import NearCopy
from articles.near_names import keep_near_names
from tests.factories import make_article, make_contribution, make_mention, make_person, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article(source=make_source())


def pairs(article) -> list[tuple[str, str]]:
    keep_near_names(article.source)
    return list(NearCopy.objects.order_by("name").values_list("name", "other"))


def test_two_of_one_role_one_character_apart(article):
    make_contribution(article, "王海霞")
    make_contribution(article, "王晁霞", make_person("王晁霞"))
    assert pairs(article) == [("王晁霞", "王海霞")]


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("林晓兰", "林小兰", True),
        ("陈立新", "程立新", True),
        ("张静", "张晶", True),
        ("张伟", "张敏", False),
        ("王海霞", "李海霞", False),
        ("王海霞", "王海", False),
        ("王海霞", "王晁英", False),
    ],
)
def test_names_that_sound_alike_wherever_they_stand(article, one, other, is_near):
    make_contribution(article, one)
    make_mention(article, make_person(other), before="主席", after="到会")
    assert pairs(article) == ([tuple(sorted((one, other)))] if is_near else [])


def test_two_reporters_of_one_surname_are_not_near(article):
    make_contribution(article, "张伟")
    make_contribution(article, "张敏")
    assert pairs(article) == []


def test_different_roles_and_different_documents_are_not_near(article):
    make_contribution(article, "王海霞")
    make_contribution(article, "王晁霞", role="photographer")
    make_contribution(make_article(source=make_source("other.txt", "另一页")), "王晁霞")
    assert pairs(article) == []


def test_one_person_under_both_names_is_settled(article):
    person = make_person("王海霞")
    make_contribution(article, "王海霞", person)
    make_contribution(article, "王晁霞", person)
    assert pairs(article) == []


def test_what_is_no_longer_near_goes(article):
    make_contribution(article, "王海霞")
    copied = make_contribution(article, "王晁霞")
    assert pairs(article) == [("王晁霞", "王海霞")]
    copied.delete()
    assert pairs(article) == []


def test_a_number_of_queries_that_does_not_grow_with_the_names(article, django_assert_max_num_queries):
    for number in range(20):
        make_contribution(article, f"王{chr(0x6D77 + number)}霞")
    with django_assert_max_num_queries(6):
        assert len(pairs(article)) > 20
