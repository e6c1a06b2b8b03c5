"""Events as short news of papers tell them: whose congress it is, when and not where, the year in a name."""

import pytest

from tests.parsing.naming.events.test_events import events_in
from unioncms.parsing.document import Article, Block
from unioncms.parsing.naming.recognising import recognise


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


@pytest.mark.parametrize(
    ("text", "name", "organisers"),
    [
        ("云州公路总段工会开展“暖心灶”竞赛活动。", "“暖心灶”竞赛活动", ("云州公路总段工会",)),
        (
            "河口县总工会在餐饮、运输等系统开展“金钥匙”优质服务竞赛，报名踊跃。",
            "“金钥匙”优质服务竞赛",
            ("河口县总工会",),
        ),
        ("云州市总工会举办新闻训练班，二十人参加。", "新闻训练班", ("云州市总工会",)),
        (
            "云州市总工会以“诚信”为题，同绥德县总工会联合举办“金桥杯”秧歌表演赛。",
            "“金桥杯”秧歌表演赛",
            ("云州市总工会", "绥德县总工会"),
        ),
        (
            "5月20日，省建材工会传达全会精神暨规范化推进会在云州市举行。",
            "省建材工会传达全会精神暨规范化推进会",
            ("省建材工会",),
        ),
    ],
)
def test_the_first_words_of_a_report_say_who_holds_what(text, name, organisers):
    assert [(event.name, event.organisers) for event in events_in(text)] == [(name, organisers)]


def test_what_a_union_does_in_general_is_no_event():
    assert events_in("云州市总工会开展技能培训，不断提高素质。") == ()


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        (
            (
                "5月20日，云州市总工会主席韩文涛，副主席马小兰一行在集团领导的陪同下，到东站工地看望砌砖工人。",
            ),
            ["看望砌砖工人"],
        ),
        (
            ("云州机械厂工会领导和厂长一起前往河口县探望所看望本厂病休青年，并送去被褥。",),
            ["看望本厂病休青年"],
        ),
        (
            (
                "5月20日，云州市总工会主席韩文涛出席职工运动会开幕式。",
                "开幕式后，韩文涛还调研了城东隧道项目。",
            ),
            ["职工运动会开幕式", "调研城东隧道项目"],
        ),
        (
            (
                "5月20日，云州市总工会先后来到河口县城东隧道第三标段项目现场、云州港第四作业区的两处堆场，"
                "向晒得黝黑的钢筋工和码头工人“送清凉”。",
            ),
            ["云州市总工会“送清凉”"],
        ),
    ],
)
def test_a_visit_is_called_after_whom_or_what_it_was_paid(paragraphs, names):
    assert [event.name for event in events_in(*paragraphs)] == names


@pytest.mark.parametrize(
    "text",
    ["云州市总工会给矿工送来慰问品，又送来对联。", "云州市总工会要看望每一名困难职工。"],
)
def test_what_is_brought_or_to_be_done_is_no_visit(text):
    assert events_in(text) == ()


def test_an_event_told_by_its_kind_alone_has_the_name_of_the_headline():
    article = Article(
        genre="news",
        headline="云州市总工会举行庆“五一”座谈会",
        body=(Block("paragraph", "4月26日，云州市总工会举行座谈会，迎接劳动者的节日。"),),
    )
    (event,) = recognise((article,), None, "2024-04-28", "云州市总工会").events
    assert (event.name, event.date) == ("庆“五一”座谈会", "2024-04-26")
