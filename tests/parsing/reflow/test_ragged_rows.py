"""Rows of a print column that are now longer, now shorter, as copied pages have them."""

import pytest

from unioncms.parsing import read
from unioncms.parsing.reflow import reflow

BELOW = """\
梨川港务公司的老站长说，灯房里的
灯要一盏一盏擦，账要一笔一笔算，谁
也不能替谁省下这道工夫。夜里靠岸的
船多，值班的人少，大家就轮着来，一
年里没有一个人缺过班。
"""


def paragraphs(rows):
    text = "\n\n".join([*rows, *BELOW.split()])
    return [each.words for each in reflow(read(text.encode(), "page.txt"))]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "装卸队里年纪最大的是赵大海，他在",
            "跳板上走了三十一年，",
            "没有落过",
            "一次水，徒弟们都叫他老船。",
        ),
        ("灯房夜校由港务公司工会主办", "的课有四门，最受欢迎的是看图。"),
        ("夜校的课讲给装卸工、吊车工、", "检修工和食堂的师傅听。"),
        ("港务公司工会和县图书", "馆合办的书角，每周三换一批新书。"),
        ("入夏以来，装卸队连着七天卸船，工", "会送去的绿豆汤在码头东边长长", "摆了一长排，谁渴了谁来舀。"),
    ],
)
def test_a_row_short_of_its_column_goes_on_where_its_words_do(rows):
    assert "".join(rows) in paragraphs(rows)


@pytest.mark.parametrize("rows", [("——港务公司工会召开劳模工匠座谈", "会"), ("灯房里的手艺代代薪火", "相传")])
def test_the_rest_of_a_torn_word_is_no_line_of_its_own(rows):
    assert "".join(rows) in paragraphs(("装卸队的班前会改在灯房里开。", *rows))


@pytest.mark.parametrize(
    "title",
    [
        ("灯房里的夜校",),
        ("船靠了岸，", "灯还亮着"),
        ("一、先把灯擦亮，", "再把账算清"),
        ("□本报记者 周亦舟 通讯员 方志",),
    ],
)
def test_headlines_and_bylines_above_a_text_stay_apart(title):
    found = paragraphs(("装卸队的班前会改在灯房里开。", *title))
    assert any(each.startswith("梨川港务公司") for each in found)
