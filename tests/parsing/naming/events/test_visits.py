"""Visits: what they are called, on which day, by whom."""

import pytest

from tests.parsing.naming.events.test_events import events_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月20日，韩文涛带领各镇工会主席到长河纺织园实地观摩。", "到长河纺织园观摩"),
        ("5月20日，韩文涛一行深入渔港，就船员上保险工作进行专题调研。", "调研船员上保险工作"),
        ("5月20日，云州市总工会代表团一行十人到长河市参访，并座谈交流。", "到长河市参访"),
        ("5月20日，韩文涛到长河煤矿，看望了井下职工。", "看望井下职工"),
        ("5月20日，云州市总工会代表团到访长河市，参观了文化宫。", "云州市总工会到访长河市"),
        ("云州市工会联合会一行十人5月20日到访长河市，并参观文化宫。", "云州市工会联合会到访长河市"),
        ("5月20日，韩文涛赶到抢修一线，慰问了夜班电工。", "慰问夜班电工"),
        (
            "5月20日，市总工会主席韩文涛拎着米和面来到她家，送上慰问金。",
            "市总工会主席韩文涛拎着米和面来到她家，送上慰问金",
        ),
    ],
)
def test_a_visit_is_called_by_what_was_seen_or_where(text, name):
    assert [event.name for event in events_in(text)] == [name]


def test_the_next_house_of_a_round_is_a_visit_of_the_same_day():
    found = events_in(
        "5月20日，云州市总工会慰问组到长河煤矿慰问井下职工。",
        "慰问组又赶到北山车站，看望了夜班扳道工。",
        "随后参观了展厅。",
    )
    assert [(event.name, event.date, event.organisers) for event in found] == [
        ("慰问井下职工", "2024-05-20", ("云州市总工会",)),
        ("看望夜班扳道工", "2024-05-20", ("云州市总工会",)),
    ]


def test_a_visitor_comes_for_the_union_that_the_page_gives_him():
    found = events_in(
        "5月20日，云州市总工会召开职工之家建设推进会，云州市总工会副主席韩文涛讲话。",
        "次日上午，韩文涛到长河县纺织园，走访了夜班女工。",
    )
    assert [(event.name, event.date, event.organisers) for event in found] == [
        ("职工之家建设推进会", "2024-05-20", ("云州市总工会",)),
        ("走访夜班女工", "2024-05-21", ("云州市总工会",)),
    ]


@pytest.mark.parametrize("when", ["会前", "会后"])
def test_a_visit_before_or_behind_a_meeting_is_of_its_day(when):
    found = events_in(
        "5月20日，云州市总工会召开职工之家建设推进会。", f"{when}，韩文涛还看望了住院的老劳模，送上鲜花。"
    )
    assert [(event.name, event.date) for event in found] == [
        ("职工之家建设推进会", "2024-05-20"),
        ("看望住院的老劳模", "2024-05-20"),
    ]


def test_a_brief_of_a_round_up_tells_of_a_visit():
    found = events_in("“五一”前夕，云州市总工会领导分头看望了七名劳模。", genre="roundup")
    assert [event.name for event in found] == ["看望七名劳模"]
    assert events_in("云州市总工会走访时发现，有人没有合同。") == ()
