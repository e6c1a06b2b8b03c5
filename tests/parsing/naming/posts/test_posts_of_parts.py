"""Posts in what belongs to a body named elsewhere, and in the county that a paragraph speaks of."""

import pytest

from tests.parsing.naming.posts.test_people import people_in
from unioncms.parsing.document import Contributor


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        (
            "云州市总工会党组成员、经审会主任温翠兰到会。",
            "温翠兰",
            [("云州市总工会", "党组成员"), ("云州市总工会经审会", "主任")],
        ),
        (
            "韩文涛当选云州市总工会主席，耿秀英当选副主席、经费审查委员会主任，石明远、潘洁当选副主席。",
            "耿秀英",
            [("云州市总工会", "副主席"), ("云州市总工会经费审查委员会", "主任")],
        ),
        (
            "韩文涛当选云州市总工会主席，耿秀英当选副主席、经费审查委员会主任，石明远、潘洁当选副主席。",
            "潘洁",
            [("云州市总工会", "副主席")],
        ),
        (
            "红石煤业有限公司井口换了新灯。采煤三队队长闫大虎带着徒弟下井。",
            "闫大虎",
            [("红石煤业有限公司采煤三队", "队长")],
        ),
        ("二十年里，云州市环卫站的清扫员邹桂英没有请过假。", "邹桂英", [("云州市环卫站", "清扫员")]),
        ("云州启明机床股份公司高级技师辛守成到会。", "辛守成", [("云州启明机床股份公司", "高级技师")]),
    ],
)
def test_whose_post(text, name, posts):
    assert people_in(text)[name] == posts


@pytest.mark.parametrize("joint", ["是", "与"])
def test_word_before_a_union_is_no_part_of_its_name(joint):
    found = people_in(f"图书室办起来了，{joint}该厂工会主席慕容秋有关。", "云州锻压机床厂有三百人。")
    assert found["慕容秋"] == [("云州锻压机床厂工会", "主席")]


def test_district_of_the_paragraph():
    found = people_in(
        "秦州区的工坊多，秦州区办了三期班。",
        "麦积区伯阳镇的艺人开了铺子，区总工会主席景长林三次上门。",
    )
    assert found["景长林"] == [("麦积区总工会", "主席")]


def test_county_that_became_a_district():
    found = people_in("祁县和平遥县也来了人。", "太谷县的会议在镇上开，县总工会主席孟补亮到会。")
    assert found["孟补亮"] == [("太谷县总工会", "主席")]


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        ("赵文兰当选为云州市总主席，牟春燕还当选为副主席。", "赵文兰", [("云州市总工会", "主席")]),
        ("赵文兰当选为云州市总主席，牟春燕还当选为副主席。", "牟春燕", [("云州市总工会", "副主席")]),
        ("衡阳机械厂女钳工白雪芹到会。", "白雪芹", [("衡阳机械厂", "钳工")]),
        ("云州职业技术学院教务处处长顾维成看了比赛。", "顾维成", [("云州职业技术学院教务处", "处长")]),
        ("石明远是衡阳供电公司运检班的副班长，今年21岁。", "石明远", [("衡阳供电公司运检班", "副班长")]),
    ],
)
def test_where_somebody_works(text, name, posts):
    assert people_in(text)[name] == posts


def test_author_of_two_posts_is_of_one_city_and_so_is_the_text():
    post = "作者系大冶市人大常委会副主任、市总工会主席"
    found = people_in(
        "市劳动人事争议仲裁院院长柯友兰现场开庭。",
        contributors=(Contributor("冯远山", "author", printed_post=post),),
        publication="黄石日报",
        context="大冶市的人给黄石市的报纸写稿。",
    )
    assert found["冯远山"] == [("大冶市人大常委会", "副主任"), ("大冶市总工会", "主席")]
    assert found["柯友兰"] == [("大冶市劳动人事争议仲裁院", "院长")]


@pytest.mark.parametrize("zone", ["大连金普新区", "合肥经开区", "天府新区"])
def test_zone_with_its_own_name_is_no_district_of_another(zone):
    found = people_in(f"海州区的人多，{zone}总工会主席石明远到会。")
    assert found["石明远"] == [(f"{zone}总工会", "主席")]


def test_what_is_done_for_a_company_is_no_part_of_its_name():
    found = people_in("今年4月，我们指导云南晶峰新材料有限公司工会主席窦丽英办了一场协商会。")
    assert found["窦丽英"] == [("云南晶峰新材料有限公司工会", "主席")]
