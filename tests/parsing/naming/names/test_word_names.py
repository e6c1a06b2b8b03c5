"""Names that are ordinary words too: told by the slot in which they stand, and no names in any other."""

import pytest

from tests.parsing.naming.posts.test_people import people_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云州市总工会主席高原、副主席王树茂到会。", "高原"),
        ("云州市总工会主席张扬出席签约仪式并致辞。", "张扬"),
        ("云州仁爱医院院长巩固出席仪式。", "巩固"),
        ("青石镇总工会主席毕业来到现场。", "毕业"),
        ("副院长宽容、所长包容握着队员的手。", "包容"),
        ("社区工会主席花蕾在座谈会上说，要常来。", "花蕾"),
        ("温情任云州市总工会副主席。", "温情"),
        ("章程不再担任云州市总工会副主席。", "章程"),
        ("高峰、阮小蕙当选云州市总工会副主席。", "高峰"),
        ("免去甘甜的云州市总工会副主席职务。", "甘甜"),
        ("大会选举成功为云州市总工会主席。", "成功"),
        ("和平，女，1976年9月生，在云州造纸厂工作。", "和平"),
        ("信号工汪洋以两分钟的成绩夺冠。", "汪洋"),
        ("师傅乐天陪着他练了四个月。", "乐天"),
    ],
)
def test_word_in_a_slot_of_names(text, name):
    assert name in people_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "云州市总工会主席安排部署了下一步工作。",
        "云州市总工会主席应邀到会。",
        "公司经理安全意识强。",
        "班组长代笔、工会小组长签字。",
        "职工安静地坐着听课。",
        "章程规定了会员的义务。",
        "他说，高峰时段要错开，成功不易。",
    ],
)
def test_word_elsewhere_is_no_name(text):
    assert people_in(text) == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云州市总工会主席辜正行为优胜者颁奖。", ["辜正行"]),
        ("云州市总工会主席明月娥、局长卜道林到会。", ["明月娥", "卜道林"]),
        ("建设公司的柴大勇夺得第一名，置业公司的弓小满分获第二、三名。", ["柴大勇", "弓小满"]),
        ("云州市总工会主席孟想到会祝贺。", ["孟想"]),
        ("第一小学项朝恩、第二小学熊开慧获特等奖。", ["项朝恩", "熊开慧"]),
    ],
)
def test_verb_joined_to_a_name_is_parted(text, names):
    assert list(people_in(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "抢修队连夜赶往古雷、杜浔。",
        "讲座还将走进柘荣、周宁两县。",
        "楚天筑成公司一直拖欠工资。",
        "库里的损耗率降了一半。",
        "江钢讯近日，职工来了。",
        "夏令营开营了。",
        "仪式在陶溪川举行。",
    ],
)
def test_places_and_companies_are_no_people(text):
    assert people_in(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("教剪辑的韩亚楠是云州日报社编辑，韩亚楠笑着说，不难。", "韩亚楠"),
        ("老沈叫沈家旺，今年46岁。沈家旺说，不难。", "沈家旺"),
        ("他带着队员董凤山、祁连生在水里摸索了九个小时。", "祁连生"),
    ],
)
def test_word_of_the_dictionary_that_opens_a_name(text, name):
    assert name in people_in(text)


def test_preposition_among_names_is_a_surname():
    assert people_in("徐菊英、向桂兰、陶秀芝跳进冰水。").keys() >= {"徐菊英", "向桂兰", "陶秀芝"}
    assert not people_in("花坛里有月季花、向日葵、白玉兰。")
