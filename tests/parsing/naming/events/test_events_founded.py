"""Events that a text foretells, and bodies that it tells the founding of."""

import pytest

from tests.parsing.naming.events.test_events import events_in
from unioncms.parsing.document import Article, Block
from unioncms.parsing.naming.recognising import recognise


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("据介绍，第三批驻村医生将于6月15日启程，为期半个月。", "第三批驻村医生启程", "2024-06-15"),
        ("笔试定于7月9日上午在长河学院举行，面试另行通知。", "笔试", "2024-07-09"),
        (
            "6月20日，流动图书车将开进红土坳煤矿，方便矿工借书。",
            "流动图书车开进红土坳煤矿",
            "2024-06-20",
        ),
    ],
)
@pytest.mark.parametrize("genre", ["news", "notice"])
def test_what_is_put_down_for_a_day_will_take_place(text, name, date, genre):
    (event,) = events_in(text, genre=genre)
    assert (event.name, event.date, event.organisers) == (name, date, ("云州市总工会",))


def test_the_next_part_of_a_series_is_called_after_it():
    found = events_in(
        "5月20日，云州市总工会举办首期“巧手课堂”。第二期拟于6月中旬在长河镇文化站开课，每人限报一门。"
    )
    assert [event.name for event in found] == ["首期“巧手课堂”", "“巧手课堂”第二期"]


def test_a_part_of_nothing_that_has_a_name_is_no_event():
    found = events_in("下一期定于6月19日在长河镇文化站开课，每人限报一门。")
    assert "下一期" not in [event.name for event in found]


def test_what_is_announced_below_leaves_the_headline_its_event():
    article = Article(
        headline="云州市总工会走访困难劳模",
        genre="news",
        body=(Block("paragraph", "座谈会将于6月17日在文化宫举行。"),),
    )
    found = recognise((article,), None, "2024-06-01", "云州市总工会").events
    assert [event.name for event in found] == ["云州市总工会走访困难劳模", "座谈会"]


@pytest.mark.parametrize(
    "text",
    [
        "6月20日起，补贴将提高到每月六百元。",
        "督导结果将于8月中旬在《云州工运》上公布。",
        "请于6月20日前将报名表报送云州市总工会。",
    ],
)
def test_what_is_due_on_a_day_is_no_occasion(text):
    assert events_in(text, genre="notice") == ()


@pytest.mark.parametrize(
    ("text", "name", "date", "organisers"),
    [
        (
            "2019年，长河煤矿工会把锅炉房腾出来，挂上了“何长根工作室”的牌子。",
            "“何长根工作室”挂牌",
            "2019",
            ("长河煤矿工会",),
        ),
        (
            "去年九月，我们牵头成立了长河镇货运行业工会联合会，司机入会三百人。",
            "长河镇货运行业工会联合会成立",
            "2023-09",
            ("云州市总工会",),
        ),
        (
            "2020年3月，云州市总工会在白石滩风电场建立了联合工会。",
            "白石滩风电场联合工会成立",
            "2020-03",
            ("云州市总工会",),
        ),
        (
            "2018年，女工韩文涛找到厂里，办起了“小雨点”托管班，孩子们有人管。",
            "“小雨点”托管班开办",
            "2018",
            (),
        ),
        ("2011年6月，以他名字命名的劳模创新工作室挂牌。", "劳模创新工作室挂牌", "2011-06", ()),
    ],
)
def test_a_founding_is_an_event_of_its_year(text, name, date, organisers):
    (event,) = events_in(text, genre="feature")
    assert (event.name, event.date, event.organisers) == (name, date, organisers)


@pytest.mark.parametrize(
    "text",
    [
        "三年来，我们建立了困难职工档案，办起了夜校。",
        "去年以来，我们试点组建行业工会，职工有了说话的地方。",
        "2020年3月，云州市总工会与云州市司法局建立了调解机制。",
    ],
)
def test_what_is_set_up_without_a_name_or_a_day_is_no_event(text):
    assert events_in(text, genre="feature") == ()


@pytest.mark.parametrize(
    ("text", "name", "date", "organisers"),
    [
        (
            "县总工会与县法院共建的“老梁调解室”，5月22日在工业园启用。",
            "“老梁调解室”启用",
            "2024-05-22",
            ("县总工会", "县法院"),
        ),
        (
            "长河镇茶叶行业集体合同5月5日签订，覆盖企业20家。",
            "长河镇茶叶行业集体合同签订",
            "2024-05-05",
            ("云州市总工会",),
        ),
        (
            "“周末有约”交友活动，定于6月16日下午在滨海广场举行。",
            "“周末有约”交友活动",
            "2024-06-16",
            ("云州市总工会",),
        ),
        ("长河镇招商局工会5月9日成立。", "长河镇招商局工会成立", "2024-05-09", ()),
    ],
)
def test_what_took_place_stands_before_the_day(text, name, date, organisers):
    (event,) = events_in(text)
    assert (event.name, event.date, event.organisers) == (name, date, organisers)


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("5月29日：“劳模林”春季植树活动（石城子水库）", "“劳模林”春季植树活动", "2024-05-29"),
        ("15日下午，调研组召开座谈会，听取意见。", "座谈会", "2024-06-15"),
        ("去年11月的职代会上，职工代表提出要修澡堂。", "职代会", "2023-11"),
        ("云州市总工会去年在这里开了现场会，推广经验。", "现场会", "2023"),
        ("5月6日晚，长河艺术团在广场演出了一台文艺晚会。", "文艺晚会", "2024-05-06"),
        ("活动期间还举行了“安康杯”知识抢答赛，长河镇代表队获胜。", "“安康杯”知识抢答赛", None),
    ],
)
def test_what_is_called_by_its_kind_alone_has_its_day(text, name, date):
    (event,) = events_in(text)
    assert (event.name, event.date) == (name, date)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月20日，长河镇总工会为三十名焊工讲了一堂识图课，大家收获不小。", "识图课"),
        ("5月20日，长河镇总工会请来市医院主任，给女工作防暑讲座。", "防暑讲座"),
        ("5月20日，长河镇总工会“车轮学堂”在村口开出第九课。", "“车轮学堂”第九课"),
    ],
)
def test_a_lesson_given_on_a_day_is_an_event(text, name):
    (event,) = events_in(text)
    assert event.name == name
    assert [holder.removeprefix("云州市") for holder in event.organisers] == ["长河镇总工会"]


def test_people_who_listen_to_lessons_make_no_event():
    assert events_in("5月20日，二十名焊工在夜校听课，每周三还有老师上课。", genre="feature") == ()


def test_a_plain_meeting_leaves_the_headline_its_visit():
    article = Article(
        headline="省总工会调研组来云州调研驿站建设",
        genre="news",
        body=(Block("paragraph", "5月20日，调研组到驿站看了看。21日下午，调研组召开座谈会。"),),
    )
    found = recognise((article,), None, "2024-06-01", "云州市总工会").events
    assert [event.name for event in found] == ["省总工会调研组来云州调研驿站建设", "座谈会"]


def test_partners_of_the_union_that_acts_hold_it_too():
    (event,) = events_in("5月20日，云州市总工会联合云州市卫生局，把义诊班办进了青石工业园。")
    assert event.organisers == ("云州市总工会", "云州市卫生局")


@pytest.mark.parametrize(
    ("text", "organisers"),
    [
        ("6月20日举办职工演讲比赛，每个单位选派选手两名。", ("云州市总工会",)),
        ("全市职工气排球赛6月20日开赛，欢迎观看。", ()),
    ],
)
def test_a_notice_invites_to_what_its_union_holds(text, organisers):
    (event,) = events_in(text, genre="notice")
    assert event.organisers == organisers


def test_what_was_begun_in_a_year_is_an_event_of_a_history():
    (event,) = events_in("1958年7月，青石水库动工，民工三千人陆续进山。", genre="digest")
    assert (event.name, event.date) == ("青石水库动工", "1958-07")
