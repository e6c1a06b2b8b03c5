import pytest

from people.matching import (
    Known,
    OrganisationRegister,
    PersonRegister,
    match_organisation,
    match_person,
    names_now_shared,
)
from people.models import OrganisationAlias, PersonAlias
from tests.factories import make_appointment, make_organisation, make_person, make_post
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db


def hold(person, body: str, title: str = "主席"):
    make_appointment(person, make_post(title, make_organisation(body)))
    return person


def match(name: str, *bodies: str):
    return match_person(name, Known.of(bodies), PersonRegister.load([name]))


def test_a_name_that_nobody_bears_is_unmatched():
    found = match("林海生")
    assert (found.record, found.state, found.is_new) == (None, MatchState.UNMATCHED, True)


def test_a_bare_name_means_the_only_one_who_bears_it():
    person = hold(make_person(), "云州市总工会")
    assert match("林海生").record == person


def test_a_bare_name_that_two_bear_is_ambiguous():
    first = hold(make_person(), "云州市总工会")
    second = hold(make_person(), "汐湖市总工会")
    found = match("林海生")
    assert (found.record, found.state) == (None, MatchState.AMBIGUOUS)
    assert set(found.candidates) == {first, second}


def test_a_body_in_common_decides_between_two():
    hold(make_person(), "云州市总工会")
    second = hold(make_person(), "汐湖市总工会")
    assert match("林海生", "汐湖市总工会").record == second


def test_a_place_in_common_decides_between_two():
    hold(make_person(), "云州市总工会")
    second = hold(make_person(), "汐湖市总工会")
    assert match("林海生", "汐湖市人大常委会").record == second


def test_two_who_fit_equally_well_are_ambiguous():
    hold(make_person(), "云州市总工会")
    hold(make_person(), "云州市人民政府")
    assert match("林海生", "云州市人大常委会").state == MatchState.AMBIGUOUS


def test_bodies_in_different_places_are_different_people():
    hold(make_person(), "云州市总工会")
    assert match("林海生", "汐湖市总工会").is_new


def test_a_city_and_its_province_are_no_different_places():
    person = hold(make_person(), "衡阳市总工会")
    assert match("林海生", "湖南省总工会").record == person


def test_a_body_without_a_place_rules_nobody_out():
    person = hold(make_person(), "云州市总工会")
    assert match("林海生", "中华全国总工会").record == person


def test_an_alias_leads_to_the_person():
    person = hold(make_person(), "云州市总工会")
    PersonAlias.objects.create(person=person, name="海生")
    assert match("海生").record == person


def test_a_name_goes_before_an_alias():
    other = make_person("陈立")
    PersonAlias.objects.create(person=other, name="林海生")
    person = make_person("林海生")
    assert match("林海生").record == person


def test_a_second_record_of_a_name_is_reported():
    hold(make_person(), "云州市总工会")
    register = PersonRegister.load(["林海生", "陈立"])
    second, only = make_person("林海生"), make_person("陈立")
    register.add(second)
    register.add(only)
    assert names_now_shared([second, only], register) == ["林海生"]


def test_organisations_match_by_name_then_by_alias():
    union = make_organisation("无锡市锡山区总工会")
    OrganisationAlias.objects.create(organisation=union, name="锡山区总")
    register = OrganisationRegister.load(["无锡市锡山区总工会", "锡山区总", "云州市总工会"])
    assert match_organisation("无锡市锡山区总工会", register).record == union
    assert match_organisation("锡山区总", register).record == union
    assert match_organisation("云州市总工会", register).is_new


def test_two_bodies_of_one_name_are_ambiguous():
    make_organisation("工人俱乐部")
    make_organisation("工人俱乐部")
    register = OrganisationRegister.load(["工人俱乐部"])
    assert match_organisation("工人俱乐部", register).state == MatchState.AMBIGUOUS


@pytest.mark.parametrize("others", [0, 300])
def test_queries_do_not_grow_with_the_register(others, django_assert_num_queries):
    post = make_post()
    for _ in range(others):
        make_appointment(make_person(), post)
    with django_assert_num_queries(4 if others else 2):
        PersonRegister.load(["林海生", "陈立"])
