"""Honours with their holders, and who may be seen there."""

import pytest
from django.urls import reverse

from people.models import Honour
from tests.factories import (
    make_article,
    make_mention,
    make_organisation,
    make_person,
    make_published_article,
)
from tests.reading import count_queries, text_of

pytestmark = pytest.mark.django_db

NAME = "全国五一劳动奖章"
LIST = reverse("people:honour_list")


def honour(person, name=NAME, on=None, **values) -> Honour:
    return Honour.objects.create(person=person, name=name, awarded_on=on, **values)


def make_public_person(name: str):
    person = make_person(name)
    make_mention(make_published_article(f"{name}的消息"), person)
    return person


@pytest.fixture
def giver():
    body = make_organisation("云岭省总工会")
    make_mention(make_published_article(), body)
    return body


def test_the_page_of_an_honour_shows_its_holders_year_by_year(client, giver):
    for name, on in (("林海生", "2019-04"), ("何晓兰", "2021"), ("丁一", None), ("白五", "2021-05-01")):
        honour(make_public_person(name), on=on, awarded_by=giver)
    text = text_of(client.get(Honour.objects.first().get_absolute_url()))
    assert (
        "2021年白五云岭省总工会2021年5月1日何晓兰云岭省总工会2021年2019年林海生云岭省总工会2019年4月"
        "年份不详丁一云岭省总工会"
    ) in text


def test_only_holders_whom_readers_may_know_are_shown(client):
    hidden = make_person("未见报")
    make_mention(make_article(), hidden)
    honour(hidden, name="云州工匠")
    honour(hidden)
    honour(make_public_person("林海生"))
    assert "未见报" not in text_of(client.get(Honour.objects.filter(name=NAME).first().get_absolute_url()))
    assert client.get(reverse("people:honour", args=["云州工匠"])).status_code == 404
    text = text_of(client.get(LIST))
    assert f"{NAME}1人" in text
    assert "云州工匠" not in text


def test_the_list_counts_people_once_and_tells_the_years(client):
    person = make_public_person("林海生")
    honour(person, on="2015")
    honour(person, on="2020-05")
    honour(make_public_person("何晓兰"), on="2018")
    assert f"{NAME}2人，2015至2020年" in text_of(client.get(LIST))


def test_people_and_the_body_that_gave_it_lead_there(client, giver):
    person = make_public_person("林海生")
    row = honour(person, awarded_by=giver)
    for record in (person, giver):
        assert f'href="{row.get_absolute_url()}"' in client.get(record.get_absolute_url()).content.decode()
    assert "授予的荣誉全国五一劳动奖章1人" in text_of(client.get(giver.get_absolute_url()))
    assert f'href="{LIST}"' in client.get(reverse("people:person_list")).content.decode()


def test_a_giver_that_is_not_public_has_no_link(client):
    hidden = make_organisation("云海协会")
    person = make_public_person("林海生")
    row = honour(person, awarded_by=hidden)
    for page in (row.get_absolute_url(), person.get_absolute_url()):
        assert hidden.get_absolute_url() not in client.get(page).content.decode()


@pytest.mark.parametrize("name", ["省部级/全国劳模", "“五一”奖 100%?", "<b>奖</b>", "奖#1"])
def test_any_name_has_an_address(client, name):
    row = honour(make_public_person("林海生"), name=name)
    answer = client.get(row.get_absolute_url())
    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode()


@pytest.mark.parametrize("name", ["没有的奖", "奖\x00", "奖\x1b\u202e"])
def test_a_name_that_no_honour_has_is_not_found(client, name):
    honour(make_public_person("林海生"), name="奖")
    assert client.get(reverse("people:honour", args=[name])).status_code == 404


def test_twenty_holders_take_as_many_queries_as_two(client, giver):
    def add(numbers):
        for number in numbers:
            honour(make_public_person(f"职工{number}"), on="2020", awarded_by=giver)

    add(range(2))
    address = Honour.objects.first().get_absolute_url()
    few = [count_queries(client, page) for page in (address, LIST)]
    add(range(2, 20))
    assert [count_queries(client, page) for page in (address, LIST)] == few


def test_an_empty_list_is_a_page(client):
    assert "还没有荣誉" in text_of(client.get(LIST))
