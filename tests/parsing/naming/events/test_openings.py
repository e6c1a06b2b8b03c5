"""What opens on a day, whoever made it; and what is settled before a court."""

import pytest

from tests.parsing.naming.events.test_events import events_in


def told(text, genre="news"):
    return [(event.name, event.date, list(event.organisers)) for event in events_in(text, genre=genre)]


@pytest.mark.parametrize(
    ("text", "name", "organisers"),
    [
        (
            "5月20日，云州市总工会与云州市图书馆合办的“井口书屋”在长河煤矿揭牌。",
            "“井口书屋”揭牌",
            ["云州市总工会", "云州市图书馆"],
        ),
        (
            "5月20日，云州市总工会联合云州市司法局，在开发区设立的“午间诊所”正式挂牌。",
            "“午间诊所”挂牌",
            ["云州市总工会", "云州市司法局"],
        ),
        (
            "5月20日，位于长江路的云州市首个零工驿站正式投入使用。",
            "云州市首个零工驿站投入使用",
            ["云州市总工会"],
        ),
        ("■长河：长河县货运行业工会联合会5月20日成立，会员三百人。", "长河县货运行业工会联合会成立", []),
        ("5月20日，长河县货运行业工会联合会在北山码头挂牌。", "长河县货运行业工会联合会挂牌", []),
    ],
)
def test_what_opens_is_held_by_those_who_made_it(text, name, organisers):
    assert told(text) == [(name, "2024-05-20", organisers)]


def test_whoever_unveils_a_sign_is_not_unveiled():
    (event,) = told("5月20日，云州市总工会在码头为首批八家“船上书屋”揭牌。")
    assert event[0] != "云州市总工会揭牌"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月20日，市总工会主办的首届职工“村晚”在这里上演，好不热闹。", "“村晚”"),
        ("5月20日，“灯下夜校”首期班开学，名额很快抢光。", "“灯下夜校”首期班开学"),
    ],
)
def test_what_goes_by_a_name_takes_place(text, name):
    assert [event[0] for event in told(text)] == [name]


def test_a_settlement_is_made_before_those_who_hear_the_case():
    text = "5月20日，在云州县人民法院的主持下，双方达成调解协议，当场付清。"
    assert told(text) == [("双方达成调解协议", "2024-05-20", ["云州县人民法院"])]
    assert told("当天，双方达成就业意向，各自回家。") == []


def test_a_checkup_for_whom_is_held_by_whoever_arranged_it():
    text = "这是云州市总工会为货车司机组织的免费健康体检，首批两百人。"
    (event,) = events_in("5月20日清晨，医院门口排起了长队。" + text)
    assert (event.name, event.date, event.organisers) == ("免费健康体检", "2024-05-20", ("云州市总工会",))


def test_the_name_stands_before_its_day_and_who_made_it_before_the_name():
    (event,) = told("由云州市总工会与长河县总工会合办的“江岸嘉年华”，于5月20日在公园举行，人多得很。")
    assert event == ("“江岸嘉年华”", "2024-05-20", ["云州市总工会", "长河县总工会"])


def test_a_room_alone_is_no_event_and_what_goes_on_in_it_is():
    text = "5月20日，云州市总工会职工服务中心调解室内，一场劳动争议调解会正在进行。"
    assert [event[0] for event in told(text)] == ["劳动争议调解会"]
