"""Posts in what belongs to a body named elsewhere, and in the county that a paragraph speaks of."""

import pytest

from tests.parsing.test_people import people_in


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
