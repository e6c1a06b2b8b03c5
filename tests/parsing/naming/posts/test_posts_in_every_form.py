"""The same posts in every form of sentence that papers use for them: a grid, so that no form knows fewer bodies than
another."""

from itertools import cycle

import pytest

from tests.parsing.naming.posts.test_people import people_in

# As printed on a page of 衡阳, and what is made of it.
POSTS = {
    "市总工会主席": ("衡阳市总工会", "主席"),
    "市总工会党组书记": ("衡阳市总工会", "党组书记"),
    "市总工会经审委主任": ("衡阳市总工会经审委", "主任"),
    "市总工会组织部部长": ("衡阳市总工会组织部", "部长"),
    "市委书记": ("中共衡阳市委", "书记"),
    "市委宣传部副部长": ("中共衡阳市委宣传部", "副部长"),
    "市人大常委会副主任": ("衡阳市人大常委会", "副主任"),
    "市人社局局长": ("衡阳市人社局", "局长"),
    "衡南县委副书记": ("中共衡南县委", "副书记"),
    "衡南县总工会副主席": ("衡南县总工会", "副主席"),
    "三塘镇党委委员": ("三塘镇党委", "委员"),
    "蒸湘街道总工会主席": ("蒸湘街道总工会", "主席"),
    "团市委书记": ("共青团衡阳市委", "书记"),
    "国网衡阳供电公司总经理": ("国网衡阳供电公司", "总经理"),
    "衡阳纺织集团有限公司工会主席": ("衡阳纺织集团有限公司工会", "主席"),
    "市公交集团一分公司经理": ("衡阳市公交集团一分公司", "经理"),
    "衡阳大学校长": ("衡阳大学", "校长"),
    "衡阳市第一人民医院护理部主任": ("衡阳市第一人民医院护理部", "主任"),
    "衡阳经济技术开发区总工会主席": ("衡阳经济技术开发区总工会", "主席"),
}
# 丽华|为 and 立新|任 hold words of the dictionary, 国庆 and 敏 are some.
NAMES = ("韩建国", "卢丽华", "朱立新", "周国庆", "曾敏", "罗雪莲", "程志强")
FORMS = (
    "8月3日，{post}{name}来到工地慰问职工。",
    "会议由{post}{name}主持。",
    "据{post}{name}介绍，效果明显。",
    "在{post}{name}的陪同下，调研组走访了企业。",
    "出席会议的有{post}{name}，省总工会的同志到会。",
    "会议选举{name}为{post}。",
    "任命{name}为{post}；",
    "{name}当选{post}。",
    "{name}任{post}。",
    "参加调研的有：{name}（{post}）。",
)


@pytest.mark.parametrize("form", FORMS)
def test_a_post_is_read_in_every_form(form):
    for (post, held), name in zip(POSTS.items(), cycle(NAMES), strict=False):
        found = people_in(form.format(post=post, name=name), context="衡阳市总工会 衡南县")
        assert found.get(name) == [held], form.format(post=post, name=name)


@pytest.mark.parametrize(
    ("printed", "held"),
    [
        ("衡阳大学原工会主席", ("衡阳大学工会", "原主席")),
        ("衡阳纺织集团原工会副主席", ("衡阳纺织集团工会", "原副主席")),
        ("市总工会原主席", ("衡阳市总工会", "原主席")),
        ("衡南县委原统战部部长", ("中共衡南县委统战部", "原部长")),
    ],
)
def test_who_held_a_post_of_a_part_once(printed, held):
    found = people_in(f"{printed}韩建国回忆说，那时条件艰苦。", context="衡阳市总工会 衡南县")
    assert found["韩建国"] == [held]


@pytest.mark.parametrize(
    ("printed", "held"),
    [
        ("衡阳纺织集团工会主席、党委书记", [("衡阳纺织集团工会", "主席"), ("衡阳纺织集团", "党委书记")]),
        ("三塘镇党委委员、副书记", [("三塘镇党委", "委员"), ("三塘镇党委", "副书记")]),
        (
            "市公交集团一分公司经理、工会主席",
            [("衡阳市公交集团一分公司", "经理"), ("衡阳市公交集团一分公司工会", "主席")],
        ),
    ],
)
def test_second_title_is_of_the_body_that_has_such_a_one(printed, held):
    assert people_in(f"{printed}韩建国讲话。", context="衡阳市总工会")["韩建国"] == held
