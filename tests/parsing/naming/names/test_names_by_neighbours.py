"""Names told by what stands beside them: what somebody does, a label, a list, a verb cut in two by the dictionary."""

import pytest

from tests.parsing.naming.posts.test_people import people_in
from unioncms.parsing.document import Contributor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("搬运工人麦冬生擦着汗笑了。", "麦冬生"),
        ("青石镇的剪纸艺人甘巧珍，三年前开了一间铺子。", "甘巧珍"),
        ("送餐小哥李成福说过一句话。", "李成福"),
        ("女焊工白雪芹手上缠着纱布。", "白雪芹"),
        ("来稿请寄市总工会宣教部，联系人：孔繁盛，电话：0937-2610000。", "孔繁盛"),
        ("云州市总工会纪检组副组长的马占奎拍板：就这么办。", "马占奎"),
        ("同意曹建业不再担任云州市总工会副主席。", "曹建业"),
        ("云州市总工会副主席韩冠军通报了情况。", "韩冠军"),
        ("云州市总工会副主任邵一鸣放下电话就出了门。", "邵一鸣"),
        ("云州市总工会主席、工匠门德山到会。", "门德山"),
    ],
)
def test_name_beside_what_somebody_is(text, name):
    assert name in people_in(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("州委常委、统战部部长哈力木拉提出席会议。", "哈力木拉提"),
        ("会议替补马晓冬、古丽米拉、薛永强为云州市总工会委员。", "古丽米拉"),
        ("崔立安当选主席，加依拉、彭开泰当选副主席。", "加依拉"),
        ("云州市总工会副主席白音那出席会议。", "白音那"),
        ("州总工会主席才让东智到会。", "才让东智"),
        ("先给藏族向导索南吃。", "索南"),
    ],
)
def test_name_of_a_minority_in_a_slot_or_a_list(text, name):
    found = people_in(text)
    assert name in found
    assert not any(other != name and (other in name or name in other) for other in found)


@pytest.mark.parametrize(
    "text",
    [
        "跟着会计把三年的账算了一遍。",
        "当场帮他起草了申请书。",
        "法律顾问覃律师到了，王师傅也到了。",
        "下班回格尔木要坐一小时班车。",
        "来自六家企业的三十八人高兴得很。",
    ],
)
def test_no_name(text):
    assert people_in(text) == {}


def test_name_that_is_always_followed_by_one_character():
    found = people_in("班长赖石生没有走，跟着就下了井。", "工友说，赖石生的灯最亮。")
    assert list(found) == ["赖石生"]


def test_what_an_author_is_makes_no_place():
    found = people_in(
        "大会开得好。",
        contributors=(Contributor("冯远山", "author", printed_post="大冶市人大常委会副主任"),),
        context="作者系大冶市人大常委会副主任\n作者系市总工会女职工部部长\n作者系市总工会主席",
    )
    assert found["冯远山"] == [("大冶市人大常委会", "副主任")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "云州儿童剧院有限公司任玮、云州市新华书店商燕东荣获一等奖。",
            ["任玮", "商燕东"],
        ),
        ("云州供电公司何小麦、云州第一中学程前分获冠军。", ["何小麦", "程前"]),
        ("云州供电公司高度重视，小学田径队夺得冠军，公司任何人都可以报名，县供电公司荣获优秀奖。", []),
        ("云州市总工会主席王一川赢得理事长宝座。", ["王一川"]),
    ],
)
def test_winner_stands_behind_the_body_that_somebody_is_of(text, names):
    assert [name for name in people_in(text) if name in text] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云州市安监局副局长苏琪均，云州市总工会副主席李小满到会。", ["苏琪均", "李小满"]),
        ("云州市总工会副主席苏琪均表示欢迎。", ["苏琪"]),
        ("各矿学经验，花资金、花心思，建中心。", []),
        ("在郭店镇，李小满副主席来到便民中心，到何营村、石桥乡走访。", ["李小满"]),
        ("请“云州工匠”荣誉获得者、云州电信公司工程师何小麦作报告。", ["何小麦"]),
    ],
)
def test_words_about_a_name(text, names):
    assert [name for name in people_in(text) if name in text] == names
