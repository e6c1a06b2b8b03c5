"""Bodies of Hong Kong, Macau and Taiwan, and of whom 该会 speaks. All names but those of places are made up."""

import pytest

from tests.parsing.naming.posts.test_people import people_in


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        ("苗栗县政府开会，县长徐大川到场。", "徐大川", [("苗栗县政府", "县长")]),
        ("苗栗县政府劳工处处长古大川到场。", "古大川", [("苗栗县政府劳工处", "处长")]),
        ("苗栗县政府开会，县议会副议长林小兰到场。", "林小兰", [("苗栗县议会", "副议长")]),
        ("三湾乡公所乡长曾大川到场。", "曾大川", [("三湾乡公所", "乡长")]),
        ("劳动部劳动关系司副司长邱大川到场。", "邱大川", [("劳动部劳动关系司", "副司长")]),
        (
            "香港电车员工总会开会。总会主席潘大川说，人手少。",
            "潘大川",
            [("香港电车员工总会", "主席")],
        ),
        (
            "澳门电业职工会开会。该会理事长周大川说，人手少。",
            "周大川",
            [("澳门电业职工会", "理事长")],
        ),
        (
            "澳门电业职工会换届，前任理事长岑小满获聘为荣誉理事长。",
            "岑小满",
            [("澳门电业职工会", "荣誉理事长"), ("澳门电业职工会", "前任理事长")],
        ),
    ],
)
def test_posts_overseas(text, name, posts):
    assert sorted(people_in(text)[name]) == sorted(posts)


def test_municipal_government_of_the_mainland_is_spelt_out():
    assert people_in("衡阳县政府开会，县长徐大川到场。")["徐大川"] == [("衡阳县人民政府", "县长")]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "云州高新区管委会人力资源和社会保障局局长冀小莲到场。",
            "冀小莲",
            ("云州高新区管委会人力资源和社会保障局", "局长"),
        ),
        (
            "云州县人力资源和社会保障局劳动关系股股长洪大川到场。",
            "洪大川",
            ("云州县人力资源和社会保障局劳动关系股", "股长"),
        ),
    ],
)
def test_office_of_a_body(text, name, post):
    assert people_in(text)[name] == [post]


def test_members_and_meetings_are_no_union():
    assert people_in("云州市职工会员大会召开，云州市职工会议主席王小满讲话。")["王小满"] == []
