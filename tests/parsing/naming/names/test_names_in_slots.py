"""Names right behind a title, where the dictionary would have the last character open the next word."""

import pytest

from tests.parsing.naming.posts.test_people import people_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云州市总工会女职工部部长柏秋顺连着三天下车间。", "柏秋顺"),
        ("云州纺织厂经理丛利元一口气念完名单。", "丛利元"),
        ("云州纺织厂选手盛盼盼夺冠。", "盛盼盼"),
        ("云州市总工会主席骆淑华为大家发放图书。", "骆淑华"),
        ("云州纺织厂厂长邹明白带着徒弟赶来。", "邹明白"),
        ("云州市总工会主席卢伟成为获奖选手颁奖。", "卢伟成"),
        ("云州市总工会副主席么小兰说，报名的人不少。", "么小兰"),
        ("云州市总工会副主席先正国传达会议精神。", "先正国"),
    ],
)
def test_longer_name_is_whole(text, name):
    assert name in people_in(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云州纺织厂厂长葛平走了七家企业。", "葛平"),
        ("云州纺织厂班长芮春撸起袖子干。", "芮春"),
        ("云州市总工会主席宁天代表市总工会致辞。", "宁天"),
        ("云州纺织厂厂长葛平正在查看现场。", "葛平"),
        ("云州市总工会主席卢伟成为首批会员。", "卢伟"),
    ],
)
def test_shorter_name_keeps_clear_of_verbs(text, name):
    assert [found for found in people_in(text) if found.startswith(name)] == [name]


def test_words_behind_a_title_are_no_names():
    assert people_in("云州市总工会主席先后走访三家企业，副主席先行介绍情况。") == {}


def test_what_somebody_is_called_is_a_name():
    assert "常小荣" in people_in("她叫常小荣，今年四十六岁。", "常小荣没有说话。")
