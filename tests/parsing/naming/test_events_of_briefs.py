"""Events as short news of papers tell them: whose congress it is, when and not where, the year in a name."""

import pytest

from tests.parsing.naming.test_events import events_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月6日，云州市总工会召开第十三次代表大会，四百名代表到会。", "云州市总工会第十三次代表大会"),
        ("云州机械厂召开第三届会员代表大会，选出新班子。", "云州机械厂第三届会员代表大会"),
        ("河口县总工会在最近召开的第六届工会代表大会上不发纪念品。", "河口县总工会第六届工会代表大会"),
        ("在近日召开的云州机械厂职工代表大会上，厂里公布了账目。", "云州机械厂职工代表大会"),
    ],
)
def test_a_congress_with_nothing_but_a_number_is_called_after_its_body(text, name):
    assert [event.name for event in events_in(text)] == [name]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("云州市总工会于三月三十一日召开民主管理经验交流会，五个厂介绍做法。", None),
        ("云州市总工会在最近举办“安全在我心”知识竞赛，场场满座。", None),
        ("云州市总工会于5月6日在长河煤矿举办“安全在我心”知识竞赛。", "长河煤矿"),
    ],
)
def test_when_is_no_place(text, place):
    (event,) = events_in(text)
    assert event.place == place


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        (
            "4月29日，2024年云州市劳动模范表彰大会召开，十九家单位上台。",
            "2024年云州市劳动模范表彰大会",
            "2024-04-29",
        ),
        (
            "4月29日上午，云州市2024年职工运动会在体育馆开幕。",
            "云州市2024年职工运动会",
            "2024-04-29",
        ),
    ],
)
def test_a_year_behind_the_day_belongs_to_the_name(text, name, date):
    assert [(event.name, event.date) for event in events_in(text)] == [(name, date)]
