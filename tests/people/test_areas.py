"""Pages of areas: 省 → 市 → 县."""

import pytest
from django.urls import reverse

from people.models import Area, Post
from tests.factories import (
    make_appointment,
    make_article,
    make_mention,
    make_organisation,
    make_person,
    make_published_article,
)
from tests.reading import count_queries, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    province = Area.objects.create(name="云岭省", kind=Area.Kind.PROVINCE)
    city = Area.objects.create(name="云州市", kind=Area.Kind.CITY, parent=province)
    county = Area.objects.create(name="青溪县", kind=Area.Kind.COUNTY, parent=city)
    return province, city, county


def make_body(name: str, area: Area, published: bool = True):
    body = make_organisation(name, area=area)
    make_mention((make_published_article if published else make_article)(f"{name}的报道"), body)
    return body


def test_an_area_shows_the_bodies_and_reports_of_all_places_in_it(client, tree):
    for area in tree:
        make_body(f"{area.name}总工会", area)
    make_body("别处总工会", Area.objects.create(name="别处市", kind=Area.Kind.CITY))
    for at, area in enumerate(tree):
        text = text_of(client.get(area.get_absolute_url()))
        for place in tree[at:]:
            assert f"{place.name}总工会" in text
            assert f"{place.name}总工会的报道" in text
        for place in tree[:at]:
            assert f"{place.name}总工会" not in text
        assert "别处" not in text
    county = client.get(tree[2].get_absolute_url())
    assert county.context["above"] == [tree[0], tree[1]]


def test_the_tree_counts_and_leads_down(client, tree):
    province, city, county = tree
    for number in range(2):
        make_body(f"青溪县第{number}厂工会", county)
    make_body("云州市总工会", city)
    (place,) = client.get(reverse("people:area_list")).context["places"]
    assert (place.area, place.bodies) == (province, 3)
    assert [(each.area, each.bodies) for each in place.inside] == [(city, 3)]
    assert [(each.area, each.bodies) for each in place.inside[0].inside] == [(county, 2)]
    assert client.get(province.get_absolute_url()).context["inside"] == [city]


def test_a_place_known_from_drafts_alone_is_not_found(client, tree):
    make_body("青溪县总工会", tree[2], published=False)
    for area in tree:
        assert client.get(area.get_absolute_url()).status_code == 404
    assert "还没有注明地区的单位" in text_of(client.get(reverse("people:area_list")))


def test_a_body_leads_to_its_area(client, tree):
    body = make_body("青溪县总工会", tree[2])
    html = client.get(body.get_absolute_url()).content.decode()
    assert (
        f'<a href="{tree[1].get_absolute_url()}">云州市</a> <a href="{tree[2].get_absolute_url()}">青溪县</a>'
        in html
    )


def test_more_bodies_take_no_more_queries(client, tree):
    make_body("青溪县总工会", tree[2])
    addresses = [reverse("people:area_list"), tree[0].get_absolute_url()]
    few = [count_queries(client, address) for address in addresses]
    for number in range(20):
        make_body(f"第{number}厂工会", tree[number % 3])
    assert [count_queries(client, address) for address in addresses] == few


def test_tells_who_was_in_office_there_on_a_day(client, tree):
    """Body by body; by confirmed terms and by reports."""
    province, city, _ = tree
    above, below = make_body("云岭省总工会", province), make_body("云州市总工会", city)
    for name, body, start, end in (
        ("林海生", below, "2016", "2020-05"),
        ("何晓兰", below, "2020-06", None),
        ("丁一", above, "2010", "2015"),
        ("白五", above, "2015-06", "2022"),
    ):
        person = make_person(name)
        make_mention(make_published_article(), person)
        post, _ = Post.objects.get_or_create(organisation=body, title="主席")
        make_appointment(person, post, started_on=start, ended_on=end)
    text = text_of(client.get(province.get_absolute_url(), {"on": "2018-06-01"}))
    assert "2018年6月1日在任云岭省总工会主席白五云州市总工会主席林海生" in text
    assert "何晓兰" not in text
    text = text_of(client.get(city.get_absolute_url(), {"on": "2021"}))
    assert "2021年在任云州市总工会主席何晓兰" in text
    assert "请写成" in text_of(client.get(city.get_absolute_url(), {"on": "<b>"}))
