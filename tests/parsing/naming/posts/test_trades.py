"""What somebody works as, where a sentence ties it to an employer. All names but those of places are made up."""

import pytest

from tests.parsing.naming.posts.test_people import people_in


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("石小满：北港港务船舶有限公司拖轮大副，出海十一年。", ("北港港务船舶有限公司", "拖轮大副")),
        ("石小满：云州县公馆镇中心小学校长，教了十九年书。", ("云州县公馆镇中心小学", "校长")),
        ("天河奖章：石小满（云州五彩湾发电有限公司值长）。", ("云州五彩湾发电有限公司", "值长")),
        ("石小满（云州市职工创业中心讲师）", ("云州市职工创业中心", "讲师")),
        ("云州市公安局海城分局社区民警石小满到场。", ("云州市公安局海城分局", "社区民警")),
        ("天河机床有限公司的数控车工石小满夺得头名。", ("天河机床有限公司", "数控车工")),
        ("石小满是云州水产食品有限公司一车间的质检班长。", ("云州水产食品有限公司一车间", "质检班长")),
        ("天河钢铁有限公司炼铁厂高炉作业长石小满领奖。", ("天河钢铁有限公司炼铁厂", "高炉作业长")),
        ("她邀请云州学院心理学副教授石小满担任顾问。", ("云州学院", "心理学副教授")),
        ("云州供电公司输电工程师石小满领奖。", ("云州供电公司", "输电工程师")),
        ("石小满退休后受聘担任云州县职工服务中心调解员。", ("云州县职工服务中心", "调解员")),
    ],
)
def test_a_trade_is_of_the_employer_that_stands_with_it(text, post):
    assert people_in(text)["石小满"] == [post]


@pytest.mark.parametrize(
    "text",
    [
        "云州市总工会邀请律师石小满讲课。",
        "云州天河机床有限公司的退休钳工石小满来了。",
        "云州天河机床有限公司的选手石小满来了。",
        "骨科医生石小满来了。",
    ],
)
def test_no_trade_is_of_a_body_that_only_stands_near(text):
    assert people_in(text)["石小满"] == []
