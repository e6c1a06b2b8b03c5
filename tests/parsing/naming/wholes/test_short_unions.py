"""市总, 县总 before offices and departments, and the bodies that stand around them."""

import pytest

from unioncms.parsing import parse, read


def page(text):
    head = "云州市总工会\n\n渡口办起船工夜校\n本报讯 9月3日，云州市总工会走访渡口的船工。"
    return parse(read(f"{head}{text}\n".encode(), "page.txt"))


@pytest.mark.parametrize(
    ("words", "posts"),
    [
        ("市总党组书记、常务副主席", [("云州市总工会", "党组书记"), ("云州市总工会", "常务副主席")]),
        ("市总党组成员", [("云州市总工会", "党组成员")]),
        ("市总权益保障部部长", [("云州市总工会权益保障部", "部长")]),
        ("市建筑与建材工会联合会主席", [("云州市建筑与建材工会联合会", "主席")]),
    ],
)
def test_offices_of_unions_in_short(words, posts):
    people = {each.name: each.posts for each in page(f"{words}李小满介绍了夜校。").people}
    assert [(post.organisation, post.title) for post in people["李小满"]] == posts


@pytest.mark.parametrize(
    "text", ["书包送到全县28个乡镇（街道）工会。", "六十岁了，还天天往义井中学跑。", "云州市总体规划印发。"]
)
def test_what_is_no_body(text):
    assert [each.name for each in page(text).organisations] == ["云州市总工会"]


def test_two_lone_characters_behind_a_mark_name_a_company():
    document = page("汛期将至，裕达阀门公司工会主席李小满走上大堤。")
    assert "裕达阀门公司工会" in [each.name for each in document.organisations]
    assert [(post.organisation, post.title) for post in document.people[0].posts] == [
        ("裕达阀门公司工会", "主席")
    ]
