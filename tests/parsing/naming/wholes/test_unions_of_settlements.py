"""Unions of villages, parks and trades: whose they are, and where their names begin. All names are made up."""

import pytest

from tests.parsing.naming.posts.test_people import people_in


@pytest.mark.parametrize(
    ("paragraphs", "name", "post"),
    [
        (
            ("在青石街道，骑手在树下歇脚。", "街道总工会主席王小满送来饮料。"),
            "王小满",
            ("青石街道总工会", "主席"),
        ),
        (
            ("柳溪社区有三百名快递员。", "社区工会联合会主席王小满记下了意见。"),
            "王小满",
            ("柳溪社区工会联合会", "主席"),
        ),
        (
            ("走进青石镇芙蓉村，村党总支书记王小满正在忙。",),
            "王小满",
            ("芙蓉村党总支", "书记"),
        ),
        (
            ("职工王小满回到青石镇芙蓉村，被推选为村工会联合会主席。",),
            "王小满",
            ("芙蓉村工会联合会", "主席"),
        ),
        (
            ("云州县总工会指导成衣加工行业工会联合会签约，行业工会联合会主席王小满到场。",),
            "王小满",
            ("成衣加工行业工会联合会", "主席"),
        ),
        (
            ("眉县猕猴桃产业园区联合工会主席王小满到场。",),
            "王小满",
            ("眉县猕猴桃产业园区联合工会", "主席"),
        ),
        (
            ("眉县重点工程联合工会主席王小满到场。",),
            "王小满",
            ("眉县重点工程联合工会", "主席"),
        ),
    ],
)
def test_whose_union_it_is(paragraphs, name, post):
    assert people_in(*paragraphs)[name] == [post]


def test_the_countryside_is_no_village():
    assert people_in("农村变了样，山村通了路。", "村党支部书记王小满到会。")["王小满"] == []
