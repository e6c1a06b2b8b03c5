"""Who is who is a function of the set of sightings: no database, any order, the same answer."""

import random

import pytest

from people.matching import Anchor, Sighting, decide, load_bodies, match_people
from people.models import OrganisationAlias
from tests.factories import make_appointment, make_organisation, make_person, make_post
from unioncms.states import MatchState

CITY, CITY_CONGRESS = "云州市总工会", "云州市人大常委会"
OTHER = "汐湖市总工会"
PROVINCE, HENGYANG, CHANGSHA = "湖南省总工会", "衡阳市总工会", "长沙市总工会"
NATION, PRESS = "中华全国总工会", "工人日报社"
NAME = "林海生"


def seen(number: int, *bodies: str, name: str = NAME, tied: tuple[int, ...] = ()) -> Sighting:
    return Sighting(number, name, frozenset(bodies), frozenset(tied))


def anchor(key: int, *bodies: str, names: tuple[str, ...] = (NAME,)) -> Anchor:
    return Anchor(key, frozenset(names), frozenset(bodies))


def match(*sightings: Sighting, anchors: tuple[Anchor, ...] = ()) -> tuple[list, list]:
    """People as (anchor, documents), and the documents that wait; the same in every order."""
    answers = set()
    for number in range(6):
        shuffled = [*sightings]
        random.Random(number).shuffle(shuffled)
        clusters, waiting = match_people(shuffled, anchors if number % 2 else anchors[::-1])
        people = sorted(
            (cluster.anchor or 0, tuple(sorted(each.document for each in cluster.sightings)))
            for cluster in clusters
        )
        answers.add((tuple(people), tuple(sorted(each.document for each in waiting))))
    assert len(answers) == 1
    people, waiting = answers.pop()
    return list(people), list(waiting)


# Without records


def test_bare_names_are_one_person():
    assert match(seen(1), seen(2)) == ([(0, (1, 2))], [])


def test_other_names_are_other_people():
    assert match(seen(1, CITY), seen(2, CITY, name="陈立")) == ([(0, (1,)), (0, (2,))], [])


def test_a_body_in_common_is_one_person():
    assert match(seen(1, CITY), seen(2, CITY, OTHER), seen(3, OTHER)) == ([(0, (1, 2, 3))], [])


def test_a_place_in_common_is_one_person():
    assert match(seen(1, CITY), seen(2, CITY_CONGRESS)) == ([(0, (1, 2))], [])


def test_a_city_and_its_province_are_no_different_places():
    assert match(seen(1, HENGYANG), seen(2, PROVINCE)) == ([(0, (1, 2))], [])


def test_different_places_are_different_people_and_a_bare_name_may_be_either():
    assert match(seen(1, CITY), seen(2, OTHER), seen(3)) == ([(0, (1,)), (0, (2,))], [3])


def test_who_fits_two_that_do_not_fit_each_other_waits():
    people, waiting = match(seen(1, HENGYANG), seen(2, CHANGSHA), seen(3, PROVINCE), seen(4))
    assert (people, waiting) == ([(0, (1,)), (0, (2,))], [3, 4])


def test_a_body_without_a_place_rules_nobody_out():
    assert match(seen(1, CITY), seen(2, NATION), seen(3)) == ([(0, (1, 2, 3))], [])
    assert match(seen(1, NATION), seen(2, PRESS)) == ([(0, (1, 2))], [])
    assert match(seen(1, CITY), seen(2, OTHER), seen(3, NATION)) == ([(0, (1,)), (0, (2,))], [3])


# With records that editors have worked on


def test_a_record_without_posts_is_the_one_person_of_its_name():
    assert match(seen(1), anchors=(anchor(7),)) == ([(7, (1,))], [])
    assert match(seen(1, CITY), seen(2), anchors=(anchor(7),)) == ([(7, (1, 2))], [])
    assert match(seen(1, CITY), seen(2, OTHER), anchors=(anchor(7),)) == ([(0, (1,)), (0, (2,)), (7, ())], [])


def test_two_records_without_posts_leave_everything_waiting():
    assert match(seen(1), seen(2, CITY), anchors=(anchor(7), anchor(8))) == ([(7, ()), (8, ())], [1, 2])


def test_a_body_in_common_decides_between_two_records():
    anchors = (anchor(7, CITY), anchor(8, OTHER))
    assert match(seen(1, OTHER), seen(2), anchors=anchors) == ([(7, ()), (8, (1,))], [2])


def test_a_place_in_common_decides_between_two_records():
    anchors = (anchor(7, CITY), anchor(8, OTHER))
    assert match(seen(1, "汐湖市人大常委会"), anchors=anchors) == ([(7, ()), (8, (1,))], [])


def test_two_records_of_one_place_fit_equally_well():
    anchors = (anchor(7, CITY), anchor(8, "云州市人民政府"))
    assert match(seen(1, CITY_CONGRESS), seen(2, CITY), anchors=anchors) == ([(7, (2,)), (8, ())], [1])


def test_a_document_that_joins_two_records_waits_and_the_others_do_not():
    anchors = (anchor(7, CITY), anchor(8, OTHER))
    found = match(seen(1, CITY), seen(2, OTHER), seen(3, CITY, OTHER), anchors=anchors)
    assert found == ([(7, (1,)), (8, (2,))], [3])


def test_a_record_elsewhere_is_somebody_else():
    assert match(seen(1, CITY), anchors=(anchor(7, OTHER),)) == ([(0, (1,)), (7, ())], [])


def test_a_tied_sighting_brings_what_it_tells():
    sightings = (seen(1, CITY, tied=(7,)), seen(2, CITY_CONGRESS), seen(3, OTHER))
    assert match(*sightings, anchors=(anchor(7),)) == ([(0, (3,)), (7, (1, 2))], [])


def test_a_tied_misprint_makes_nobody_bear_it():
    sightings = (seen(1, name="林海升", tied=(7,)), seen(2, name="林海升"))
    assert match(*sightings, anchors=(anchor(7), anchor(8, names=("林海升",)))) == (
        [(7, (1,)), (8, (2,))],
        [],
    )


def test_a_sighting_tied_to_two_records_waits():
    assert match(seen(1, tied=(7, 8)), anchors=(anchor(7), anchor(8))) == ([(7, ()), (8, ())], [1])


def test_an_alias_joins_what_two_names_tell():
    anchors = (anchor(7, names=(NAME, "海生")),)
    assert match(seen(1, CITY), seen(2, CITY, name="海生"), anchors=anchors) == ([(7, (1, 2))], [])
    apart = match(seen(1, CITY), seen(2, OTHER, name="海生"), anchors=anchors)
    assert apart == ([(0, (1,)), (0, (2,)), (7, ())], [])


def test_hundreds_of_one_name_are_told_apart_by_their_bodies():
    anchors = tuple(anchor(number, f"云州市第{number}中学") for number in range(1, 301))
    people, waiting = match(seen(1, "云州市第7中学"), seen(2), anchors=anchors)
    assert (7, (1,)) in people
    assert waiting == [2]


# Bodies, by name alone


@pytest.mark.django_db
def test_bodies_are_found_by_name_then_by_alias():
    union, namesake = make_organisation("无锡市锡山区总工会"), make_organisation("锡总")
    for name in ("锡山区总", "锡总"):
        OrganisationAlias.objects.create(organisation=union, name=name)
    found = load_bodies(["无锡市锡山区总工会", "锡山区总", "锡总", "云州市总工会"])
    assert found == {"无锡市锡山区总工会": [union], "锡山区总": [union], "锡总": [namesake]}


@pytest.mark.django_db
def test_a_body_that_an_import_made_gives_way_to_one_of_an_editor():
    made = make_organisation("锡山区总", is_provisional=True)
    assert load_bodies(["锡山区总"]) == {"锡山区总": [made]}
    union = make_organisation("无锡市锡山区总工会")
    alias = OrganisationAlias.objects.create(organisation=union, name="锡山区总")
    assert load_bodies(["锡山区总"]) == {"锡山区总": [union]}
    alias.delete()
    entered = make_organisation("锡山区总")
    assert load_bodies(["锡山区总"]) == {"锡山区总": [entered]}
    make_appointment(make_person(), make_post("主席", made))
    assert load_bodies(["锡山区总"]) == {"锡山区总": [made, entered]}


@pytest.mark.django_db
def test_two_bodies_of_one_name_are_ambiguous():
    both = [make_organisation("工人俱乐部"), make_organisation("工人俱乐部")]
    found = load_bodies(["工人俱乐部"])["工人俱乐部"]
    assert found == both
    assert decide(found) == (MatchState.AMBIGUOUS, None)
    assert decide(found[:1]) == (MatchState.MATCHED, both[0])
    assert decide([]) == (MatchState.UNMATCHED, None)
