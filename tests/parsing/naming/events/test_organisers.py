"""Who holds an event that its sentence tells of with another word than a name: 公司, 本会, 本刊."""

import pytest

from tests.parsing.naming.events.test_events import events_in
from unioncms.parsing.document import Article, Block
from unioncms.parsing.naming.recognising import recognise


def test_a_bare_company_is_the_one_that_the_article_tells_of():
    found = events_in(
        "云岭耐火材料有限公司有职工四百人，云州市总工会常去。",
        "4月9日，公司召开第二届职工代表大会第三次会议，逐条表决。",
        genre="feature",
    )
    assert [event.organisers for event in found] == [("云岭耐火材料有限公司",)]


def test_a_bare_body_that_nothing_names_leaves_the_event_to_nobody():
    (event,) = events_in("去年6月，协会承办了全省首届砌筑工技能大赛，云州市总工会颁了奖。", genre="feature")
    assert event.organisers == ()


@pytest.mark.parametrize(
    ("text", "organisers"),
    [
        ("本会谨定于7月5日上午召开第十二届会员代表大会，议程如下。", ("云州市总工会",)),
        ("5月8日，本会与云州市人社局合办劳动教育讲座，八十人参加。", ("云州市总工会", "云州市人社局")),
        ("即日起，本报与云州市总工会联合举办“我的工牌”征文活动。", ("云州日报", "云州市总工会")),
    ],
)
def test_those_who_print_the_page_hold_it_too(text, organisers):
    article = Article(genre="notice", body=(Block("paragraph", f"云州市总工会公告：{text}"),))
    (event,) = recognise((article,), "云州日报", "2024-06-01", f"{text}云州市总工会").events
    assert event.organisers == organisers


def test_those_who_held_what_ended_hold_it():
    (event,) = events_in("5月20日，云州市总工会与云州职业学校联合举办的第三期家政技能培训班结业。")
    assert event.organisers == ("云州市总工会", "云州职业学校")


def test_what_others_did_on_a_day_is_not_the_unions():
    found = events_in("云州市总工会来了电话。", "5月20日，韩文涛在医院为一名患者捐献了造血干细胞。")
    assert [event.organisers for event in found if "捐献" in event.name] in ([], [()])


def test_a_headline_of_a_visit_has_the_day_with_which_the_text_opens():
    article = Article(
        headline="云州市总工会慰问防汛职工",
        genre="news",
        body=(
            Block("paragraph", "5月12日至13日，韩文涛一行先后来到三处堤段。"),
            Block("paragraph", "5月20日前，物资将全部送到。"),
        ),
    )
    (event, *_) = recognise((article,), None, "2024-06-01", "云州市总工会").events
    assert (event.name, event.date) == ("云州市总工会慰问防汛职工", "2024-05-12")


@pytest.mark.parametrize(
    ("text", "name", "organisers"),
    [
        ("在随后召开的一次全委会上，韩文涛当选主席。", "云州市总工会一次全委会", ["云州市总工会"]),
        ("在经审委一次会议上，何长根当选主任。", "经审委一次会议", ["云州市总工会经费审查委员会"]),
        ("在工会八届一次全委会上，韩文涛当选主席。", "工会八届一次全委会", ["云州市总工会"]),
    ],
)
def test_a_session_without_a_name_is_of_the_union_of_the_article(text, name, organisers):
    found = events_in("云州市总工会选出新班子。", text)
    assert [(event.name, list(event.organisers)) for event in found] == [(name, organisers)]


def test_who_holds_it_is_named_beside_who_helps():
    text = "云州市总工会定于6月8日晚在江边举办职工“江岸夜跑”活动，由云州市体育协会承办。"
    (event,) = events_in(text, genre="notice")
    assert event.organisers == ("云州市总工会", "云州市体育协会")
