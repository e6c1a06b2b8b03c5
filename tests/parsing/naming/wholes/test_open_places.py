"""Posts on pages that never say which city or company they are of: the body stays as printed."""

import pytest

from tests.parsing.naming.news import parsed, posts
from unioncms.parsing.naming.wholes.open_names import is_open, spelt_out

TEXT = "集体协商先要摸清家底，再坐下来谈，谈不拢就歇一歇，第二天接着谈。"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("市总工会主席王一川到会讲话。", [("市总工会", "主席")]),
        ("区总党组书记王一川到会讲话。", [("区总工会", "党组书记")]),
        ("市委副书记王一川到会讲话。", [("市委", "副书记")]),
        (
            "县委常委、总工会主席王一川到会讲话。",
            [("县委", "常委"), ("县总工会", "主席")],
        ),
        (
            "省政协副主席、总工会主席王一川到会讲话。",
            [("省政协", "副主席"), ("省总工会", "主席")],
        ),
    ],
)
def test_body_of_an_unnamed_place_stays_as_printed(text, held):
    assert posts(text + TEXT)["王一川"] == held


@pytest.mark.parametrize(
    ("before", "union"),
    [
        ("桐庐县委副书记、", "桐庐县总工会"),
        ("浙江省桐庐县人大常委会副主任、", "浙江省桐庐县总工会"),
        ("中共桐庐县委常委、", "桐庐县总工会"),
    ],
)
def test_bare_general_union_is_of_the_place_of_the_post_before_it(before, union):
    text = f"{before}总工会主席王一川来到青石光电有限公司。{TEXT}"
    assert union.removeprefix("浙江省") in posts(text)["王一川"][-1][0]
    assert posts(text)["王一川"][-1][1] == "主席"


def test_company_that_the_page_never_names_is_a_body_by_its_kind():
    text = f"公司召开职代会，工会主席王一川主持。公司总经理李小满作报告，董事长田野讲话。{TEXT}"
    found = posts(text)
    assert found["王一川"] == [("公司工会", "主席")]
    assert found["李小满"] == [("公司", "总经理")]
    assert found["田野"] == [("公司", "董事长")]
    assert [body.name for body in parsed(text).organisations] == ["公司工会"]


def test_company_that_calls_its_group_by_that_word_is_another():
    text = (
        "公司召开会员大会。临江城建集团党委副书记陈立代表集团工会到会。"
        f"公司工会主席王一川作总结，董事长田野讲话。{TEXT}"
    )
    found = posts(text)
    assert found["陈立"] == [("临江城建集团", "党委副书记")]
    assert found["王一川"] == [("公司工会", "主席")]
    assert found["田野"] == [("公司", "董事长")]


@pytest.mark.parametrize(
    "name", ["市总工会", "县委组织部", "公司工会", "集团公司", "街道总工会", "市城投集团", "区物业公司"]
)
def test_names_of_a_level_or_a_kind_are_open(name):
    assert is_open(name)


@pytest.mark.parametrize(
    "name",
    ["镇江市总工会", "市北区总工会", "镇海炼化公司", "衡阳市总工会", "港务集团", "旗滨集团", "区块链研究院"],
)
def test_names_with_something_of_their_own_are_not(name):
    assert not is_open(name)


@pytest.mark.parametrize(
    ("printed", "name"),
    [("市总", "市总工会"), ("市总机关党委", "市总工会机关党委"), ("市总商会", "市总商会")],
)
def test_short_name_of_a_union_is_spelt_out(printed, name):
    assert spelt_out(printed) == name
