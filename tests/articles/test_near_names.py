"""Names of one document that are nearly the same are proposed as one person."""

import pytest

from articles import near_names
from articles.near_names import Reason, find_near_names
from people.models import Person
from tests.factories import make_article, make_contribution, make_mention, make_person, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article(source=make_source())


def pairs(**options) -> list[tuple[str, str, str]]:
    return [(each.one.name, each.other.name, each.reason) for each in find_near_names(**options)]


def test_two_of_one_role_one_character_apart(article):
    make_contribution(article, "王海霞")
    make_contribution(article, "王晁霞", make_person("王晁霞"))
    found = find_near_names()
    assert pairs() == [("王晁霞", "王海霞", Reason.BYLINE)]
    assert (found[0].one.passage, found[0].one.person) == ("记者 王晁霞", Person.objects.get().pk)
    assert (found[0].other.passage, found[0].other.person) == ("记者 王海霞", None)
    assert found[0].source == article.source_id


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
    assert pairs() == ([(*sorted((one, other)), Reason.SOUND)] if is_near else [])


def test_two_reporters_of_one_surname_are_not_near(article):
    make_contribution(article, "张伟")
    make_contribution(article, "张敏")
    assert pairs() == []


def test_different_roles_and_different_documents_are_not_near(article):
    make_contribution(article, "王海霞")
    make_contribution(article, "王晁霞", role="photographer")
    make_contribution(make_article(source=make_source("other.txt", "另一页")), "王晁霞")
    assert pairs() == []


def test_one_person_under_both_names_is_settled(article):
    person = make_person("王海霞")
    make_contribution(article, "王海霞", person)
    make_contribution(article, "王晁霞", person)
    assert pairs() == []


def test_pairs_come_document_by_document_in_a_bounded_number_of_queries(
    monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(near_names, "BATCH", 4)
    sources = [make_source(f"{number}.txt", f"第{number}页") for number in range(10)]
    for source in sources:
        article = make_article(source=source)
        make_contribution(article, "王海霞")
        make_contribution(article, "王晁霞")
    with django_assert_max_num_queries(3):
        found = find_near_names(limit=3)
    assert [pair.source for pair in found] == [source.pk for source in sources[:3]]
    rest = find_near_names(after=found[-1].source, limit=50)
    assert [pair.source for pair in rest] == [source.pk for source in sources[3:]]
