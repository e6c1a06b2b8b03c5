"""Places that nothing lists, found by the body behind their level."""

import pytest

from unioncms.parsing.document import Article, Block
from unioncms.parsing.naming.places.governed import find_governed
from unioncms.parsing.naming.recognising import recognise


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("日前凤梧市总工会开会", ["凤梧市"]),
        ("云州市霜河县委作了安排", ["霜河县"]),
        ("到白沙港区总工会调研", ["白沙港区"]),
        ("枣阳坪区人民政府印发通知", ["枣阳坪区"]),
        ("他在云台镇总工会工作", ["云台镇"]),
        ("穗桥街道总工会成立", ["穗桥街道"]),
        ("走访海棠县总工会，海棠县人民医院也来了", ["海棠县"]),
        ("葛洛岭区总工会", ["葛洛岭区"]),
        ("联合老僧堂镇总工会", ["老僧堂镇"]),
        ("国网赣州供电公司", []),
        ("——记衡南县总工会副主席王一川", ["衡南县"]),
        ("——访霜河县总工会主席王一川", ["霜河县"]),
        ("看茅山镇总工会怎样办事", ["茅山镇"]),
    ],
)
def test_what_stands_before_a_governed_level_is_the_place(text, places):
    assert list(find_governed(text)) == places


@pytest.mark.parametrize(
    "text",
    [
        "先进县总工会",
        "今年区总工会作了安排",
        "全市委员都到了",
        "工业园区总工会",
        "中心城区委托的项目",
        "党建 市总工会",
        "贯彻省市区委的部署",
        "市委市政府",
        "深入县总工会",
        "职工服务市总工会",
    ],
)
def test_ordinary_words_before_a_level_are_no_place(text):
    assert list(find_governed(text)) == []


def test_the_union_of_such_a_place_is_whole():
    text = "枣阳坪区总工会主席李开明到场。"
    (body,) = recognise((Article(body=(Block("paragraph", text),)),), None, None, text).organisations
    assert body.name == "枣阳坪区总工会"
