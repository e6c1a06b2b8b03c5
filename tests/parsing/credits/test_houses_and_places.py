"""Who sent a piece in, and from where a reporter told it: neither is a person."""

import pytest

from unioncms.parsing.credits import read_credit


@pytest.mark.parametrize(
    "line",
    [
        "（记者林立群／高雄报导）",
        "【记者林立群／高雄报导】",
        "记者林立群/综合报道",
        "（特派记者林立群综合报导）",
        "记者 林立群 连线报导",
    ],
)
def test_place_a_report_was_sent_from_is_no_name(line):
    credit = read_credit(line)
    assert [(each.name, each.role) for each in credit.contributors] == [("林立群", "reporter")]


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("（金沙区总工会供稿）", "金沙区总工会"),
        ("（青石机务段工会 供稿）", "青石机务段工会"),
        ("（市总工会宣教部　供稿）", "市总工会宣教部"),
        ("（青石县总工会提供）", "青石县总工会"),
    ],
)
def test_union_that_sent_a_piece_is_its_source(line, house):
    credit = read_credit(line)
    assert (credit.kind, credit.source, credit.contributors) == ("closing", house, ())


def test_person_who_sent_a_piece_is_its_correspondent():
    (person,) = read_credit("（王一川 供稿）").contributors
    assert (person.name, person.role) == ("王一川", "correspondent")


def test_person_behind_a_house_and_his_role_is_of_that_role():
    credit = read_credit("（青石街道总工会 通讯员 王一川）")
    assert (credit.kind, [(each.name, each.role) for each in credit.contributors]) == (
        "closing",
        [("王一川", "correspondent")],
    )


def test_paper_alone_in_brackets_is_the_source():
    assert read_credit("（《云台日报》）").source == "云台日报"
    assert read_credit("（《锅炉房之歌》）") is None
