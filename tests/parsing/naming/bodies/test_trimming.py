"""What stands before the name of a body and is no part of it. All names are made up."""

import pytest

from tests.parsing.naming.bodies.test_organisations import bodies_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("他到总承包单位云南青隆建设有限公司核账。", ["云南青隆建设有限公司"]),
        ("监理单位宜昌云帆工程有限公司派了人。", ["宜昌云帆工程有限公司"]),
        ("白沙镇湖北云帆电器有限公司工会签了合同。", ["湖北云帆电器有限公司工会"]),
        ("韩小川调研伍家岗工会。", ["伍家岗工会"]),
        ("职工认不认工会，要看工会。", []),
        ("她想换个厂试试。", []),
        ("县里成立了松林驻宜昌农民工工会联合会。", ["松林驻宜昌农民工工会联合会"]),
        ("常爱荣技校毕业，民办学校校长来了。", []),
        ("厂里办了“常爱荣创新工作室”。", ["常爱荣创新工作室"]),
    ],
)
def test_what_a_name_does_not_begin_with(text, names):
    assert list(bodies_in(text)) == names


def test_a_list_is_handed_to_a_body():
    found = bodies_in("宜昌市总工会通知：请将材料报市职工服务中心。")
    assert "宜昌市职工服务中心" in found


def test_who_is_elected_is_no_place():
    found = bodies_in("青岩镇工会换届。冉丽云当选镇总工会主席，镇党委到会祝贺。")
    assert list(found) == ["青岩镇总工会", "青岩镇党委"]


def test_a_palace_of_culture_that_is_built_is_none():
    assert list(bodies_in("要加快市第二工人文化宫建设，推进市工人文化宫、职工疗养院改造。")) == []
    assert list(bodies_in("宜昌市工人文化宫派人。")) == ["宜昌市工人文化宫"]


def test_a_union_that_cares_for_mines_is_the_union():
    assert list(bodies_in("宜昌市总工会十分关心煤矿职工，县直单位工会派人。")) == ["宜昌市总工会"]


def test_who_is_invited_is_no_part_of_the_name():
    assert list(bodies_in("培训班特邀宜昌市总工会派人。")) == ["宜昌市总工会"]
