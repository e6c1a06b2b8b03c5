import pytest

from people.models import Area, Organisation
from people.places import ensure_areas, guess_kind, guess_level, listed_area, printed_places, surroundings

Kind = Organisation.Kind
Level = Organisation.Level


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("衡阳市总工会", Kind.UNION, Level.CITY),
        ("云州市总工会", Kind.UNION, Level.CITY),
        ("无锡市锡山区总工会", Kind.UNION, Level.COUNTY),
        ("江苏省总工会", Kind.UNION, Level.PROVINCE),
        ("中华全国总工会", Kind.UNION, Level.NATIONAL),
        ("云州市总工会女职工委员会", Kind.UNION, Level.CITY),
        ("云州机械有限公司工会", Kind.UNION, Level.LOCAL),
        ("云州市第三中学工会", Kind.UNION, Level.LOCAL),
        ("纱厂工人联合会", Kind.UNION, ""),
        ("中共衡阳市委", Kind.PARTY, Level.CITY),
        ("中共云州市委", Kind.PARTY, Level.CITY),
        ("中共石景山区委", Kind.PARTY, Level.COUNTY),
        ("中共中央", Kind.PARTY, Level.NATIONAL),
        ("承德县人民政府", Kind.GOVERNMENT, Level.COUNTY),
        ("云州市应急管理局", Kind.GOVERNMENT, Level.CITY),
        ("杭州市人大常委会", Kind.CONGRESS, Level.CITY),
        ("金华市政协", Kind.CONFERENCE, Level.CITY),
        ("石景山区工商联", Kind.MASS, Level.COUNTY),
        ("云州煤业集团有限公司", Kind.COMPANY, ""),
        ("攀枝花日报", Kind.MEDIA, ""),
        ("云州市技工学校", Kind.SCHOOL, Level.CITY),
        ("水口山工人俱乐部", Kind.OTHER, ""),
    ],
)
def test_the_name_of_a_body_tells_kind_and_level(name, kind, level):
    assert (guess_kind(name), guess_level(name)) == (kind, level)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("无锡市锡山区总工会", ("无锡市", "锡山区")),
        ("中共云州市委", ("云州市",)),
        ("湖南省衡阳市总工会", ("湖南省", "衡阳市")),
        ("攀枝花日报", ()),
        ("中华全国总工会", ()),
    ],
)
def test_a_name_begins_with_its_places(name, places):
    assert printed_places(name) == places


def test_only_listed_places_are_areas():
    assert listed_area("衡阳市总工会") == ("湖南省", "衡阳市")
    assert listed_area("云州市总工会") == ()


def test_a_body_lies_in_the_places_above_its_own():
    assert surroundings("衡阳市总工会") == {"衡阳市", "湖南省"}


@pytest.mark.django_db
def test_areas_are_made_once_with_those_above():
    first = ensure_areas([("湖南省", "衡阳市"), ("湖南省",)])
    assert first["湖南省", "衡阳市"].parent == first[("湖南省",)]
    assert ensure_areas([("湖南省", "衡阳市")])["湖南省", "衡阳市"] == first["湖南省", "衡阳市"]
    assert sorted(Area.objects.values_list("name", "kind")) == [("湖南省", "province"), ("衡阳市", "city")]
