"""What the headline of a piece of news tells of, where nothing below has a name; and what is told of on the way."""

import pytest

from unioncms.parsing import parse, read

TEXT = "每到一户，大家都坐下来聊家常，问身体怎么样，家里还有什么难处，叮嘱他们有事就找工会，能办的当场就办。"


def events(headline, text):
    return list(parse(read(f"{headline}\n\n{text}\n".encode(), "page.txt")).events)


def names(headline, text):
    return [event.name for event in events(headline, text)]


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("远山市总工会走访慰问困难劳模", "远山市总工会走访慰问困难劳模"),
        ("远山市总工会走访慰问困难劳模（图）", "远山市总工会走访慰问困难劳模"),
        ("远山市总工会开展国庆劳模走访慰问活动", "远山市总工会国庆劳模走访慰问活动"),
    ],
)
def test_headline_names_the_visit_that_no_sentence_names(headline, name):
    found = events(headline, f"国庆前夕，远山市总工会领导分三路到劳模家中坐一坐。{TEXT}")
    assert [event.name for event in found] == [name]
    assert found[0].organisers == ("远山市总工会",)


def test_headline_names_the_deed_that_the_text_tells_at_length():
    text = f"2023年9月9日，远山市总工会主席王一川带着棉被、大米来到困难职工家中，送去慰问金。{TEXT}"
    (event,) = events("远山市总工会看望慰问困难职工", text)
    assert (event.name, event.date) == ("远山市总工会看望慰问困难职工", "2023-09-09")
    assert event.people == ("王一川",)


@pytest.mark.parametrize(
    "headline",
    [
        "远山市总工会扎实开展走访慰问",
        "远山市总工会走访慰问怎么做？",
        "远山市总工会印发走访慰问办法",
        "走访慰问见真情",
    ],
)
def test_headline_of_work_that_goes_on_is_no_event(headline):
    assert headline not in names(headline, f"远山市总工会的做法受到欢迎。{TEXT}")


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("2023年9月9日，王一川问工会都开展了哪些活动。", "哪些活动"),
        (
            "2023年9月9日，省总工会领导带队，在市政协副主席、总工会主席王一川陪同下走访。",
            "在市政协副主席、总工会主席王一川陪同下走访",
        ),
        ("2023年9月9日，副省长李小满宣布大赛闭幕。", "副省长李小满宣布大赛"),
    ],
)
def test_what_is_said_on_the_way_is_no_event(text, none):
    assert none not in names("省里来人了", text + TEXT)


def test_contest_called_by_its_number_alone_is_the_one_that_is_named():
    text = (
        "2023年6月27日，远山市第三届职工技能大赛在远山开幕。"
        f"第三届大赛由远山市总工会、远山市教育局联合主办。{TEXT}"
    )
    (event,) = events("远山市第三届职工技能大赛开幕", text)
    assert event.name == "远山市第三届职工技能大赛"
    assert event.organisers == ("远山市总工会", "远山市教育局")


def test_union_that_is_visited_holds_no_visit():
    text = f"2023年9月9日，副市长李小满到远山市总工会看望全体干部职工。{TEXT}"
    (event,) = events("新年第一天", text)
    assert event.organisers == ()


def test_day_before_the_evening_goes_without_its_sign():
    (event,) = events("赛场", f"2023年7月6晚，远山市第一届职工技能大赛闭幕式在剧院举行。{TEXT}")
    assert event.date == "2023-07-06"


def test_a_headline_leaves_the_visits_of_other_days():
    found = events(
        "远山市总工会走访慰问困难劳模",
        f"2023年9月9日，远山市总工会主席王一川来到困难劳模家中，送去慰问金。{TEXT}\n\n"
        "次日，王一川到长河车站，看望了夜班装卸工人。",
    )
    assert [(event.name, event.date) for event in found] == [
        ("远山市总工会走访慰问困难劳模", "2023-09-09"),
        ("看望夜班装卸工人", "2023-09-10"),
    ]
