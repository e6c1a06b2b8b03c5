"""Two lines above one signed text: which is the headline, beside a line that names a part of a series or on a site."""

import pytest

from unioncms.parsing import parse, read

SITE = """\
首页 | 工会概况 | 工会要闻 | 基层动态
当前位置：首页 > 基层动态 > 正文

{head}
发布时间：2022-06-17 10:42 来源：云台日报 字号：[大 中 小]
点击数：132

    本报记者 王一川

    六月的云台山，公路像一条带子挂在半空。青石县总工会的大篷车开了三个钟头，在寨子口停下来，车上装着缝纫机和电焊机。

    “往年学手艺要走到县城去，今年老师进了寨子。”茶农李小满说，她报了缝纫班。

[责任编辑：赵一鸣]
相关链接
· 云台县职工运动会开幕 2022-06-13
· 县总工会走访老劳模 2022-06-02
发表评论 已有 3 条评论，共 9 人参与
用户名： 密码： 验证码： 匿名评论 提交

云台县总工会招聘公告
2022-06-16  来源：云台县总工会

    云台县总工会现面向社会招聘工会工作者三名，报名者请于6月30日前到县总工会组织部登记。
"""
DEED = "大篷车开进深山"
SEEN = "青石县总工会送技能下乡见闻"
PART = "“山路上的工会”系列报道（三）"


def heads(*lines):
    articles = parse(read(SITE.format(head="\n".join(lines)).encode(), "page.txt")).articles
    assert [each.headline for each in articles[1:]] == ["云台县总工会招聘公告"]
    first = articles[0]
    return first.kicker, first.headline, first.subheadline, first.column


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((DEED, SEEN), (None, DEED, SEEN, None)),
        ((SEEN, DEED), (SEEN, DEED, None, None)),
        ((DEED, PART), (None, DEED, PART, None)),
        ((PART, DEED), (PART, DEED, None, None)),
    ],
)
def test_of_two_lines_on_a_site_neither_is_a_column(lines, expected):
    assert heads(*lines) == expected


@pytest.mark.parametrize("lines", [(DEED, PART), (PART, DEED)])
def test_a_line_that_names_a_part_tells_the_series_wherever_it_stands(lines):
    articles = parse(read(SITE.format(head="\n".join(lines)).encode(), "page.txt")).articles
    assert (articles[0].series.title, articles[0].series.part) == ("山路上的工会", 3)


NUMBERED = """\
云台工运 2016年5月号

让手艺长在山里

青石县总工会主席 王一川

  青石县的茶园挂在山坡上，茶工散在四十个寨子里，办班难，凑人更难，县总工会换了个办法。
一、把老师请上山
  每月初五，老师坐大篷车进寨子，一堂课讲一样手艺，讲完当场动手，做坏了不要紧。
二、把工具留下来
  缝纫机和电焊机留在村里的职工之家，谁想练就去登记，半年下来登记簿写满了三本。
- 7 -
云台工运 2016年5月号

茶厂里的午睡间

  青石茶厂的二楼有八间小屋，门上写着“轻声”。夜班的拣茶工赵大海在这里补过觉，一觉睡到下午开工，
YUNTAI GONGYUN 8
醒来精神好了一半。
  厂工会主席李小满说，小屋是职代会上提出来的，花钱不多，大家都记在心里。
（通讯员 周山月）
"""


def test_below_numbered_headings_a_line_without_a_number_heads_the_next_piece():
    articles = parse(read(NUMBERED.encode(), "page.txt")).articles
    assert [each.headline for each in articles] == ["让手艺长在山里", "茶厂里的午睡间"]
    assert [block.text for block in articles[0].body if block.type == "heading"] == [
        "一、把老师请上山",
        "二、把工具留下来",
    ]


def test_the_name_of_a_magazine_in_latin_letters_and_its_page_stand_in_no_sentence():
    document = parse(read(NUMBERED.encode(), "page.txt"))
    assert "一觉睡到下午开工，醒来精神好了一半。" in document.articles[1].body[0].text
    assert "YUNTAI GONGYUN 8" in document.discarded


STORY = """\
云台工运 2016年5月号

云台山工运史话（二）

渡 口 的 灯
{gap}
船工们的夜校

  1927年冬天，从省城回来的青年教员何守田在渡口办起夜校，白天撑船的船工晚上来识字。

船工们的第一次罢渡

  1928年春天，船行压低工钱，六十名船工把船横在江心，三天后船行照旧例发了工钱。
"""


@pytest.mark.parametrize(
    ("gap", "subheadline", "first"),
    [("\n", None, "船工们的夜校"), ("", "船工们的夜校", "船工们的第一次罢渡")],
)
def test_a_line_nearer_to_the_text_than_to_the_headline_heads_its_first_part(gap, subheadline, first):
    (article,) = parse(read(STORY.format(gap=gap).encode(), "page.txt")).articles
    assert (article.headline, article.subheadline) == ("渡口的灯", subheadline)
    assert next(block.text for block in article.body if block.type == "heading") == first
    assert (article.series.title, article.series.part) == ("云台山工运史话", 2)
    assert article.kicker == "云台山工运史话（二）"


@pytest.mark.parametrize(
    ("lines", "subheadline", "title", "part"),
    [
        (("山里的班车", "——“山路上的工会”之五"), "“山路上的工会”之五", "山路上的工会", 5),
        (("山里的班车", "——山路上的工会系列述评③"), "山路上的工会系列述评③", "山路上的工会系列述评", 3),
        (("山里的班车", "——山路上的工会·上篇"), "山路上的工会·上篇", "山路上的工会", 1),
        (("山里的班车", "（系列报道之二）"), "（系列报道之二）", "山里的班车", 2),
        (("【山路上的工会】系列报道（第四篇）", "山里的班车"), None, "山路上的工会", 4),
        (("山路上的工会⑥", "山里的班车"), None, "山路上的工会", 6),
        (("“山路上的工会”系列报道之四", "大山里的班车"), None, "山路上的工会", 4),
    ],
)
def test_a_part_may_be_counted_in_many_ways(lines, subheadline, title, part):
    (article, *_) = parse(read(SITE.format(head="\n".join(lines)).encode(), "page.txt")).articles
    assert (article.series.title, article.series.part) == (title, part)
    assert article.headline.endswith("山里的班车")
    assert article.subheadline == subheadline


LESSONS = "8月3日傍晚，云台纺织厂的车间里亮起了灯，三十多名女工围着一台旧织机听课，讲课的是退休多年的老师傅。"


@pytest.mark.parametrize(
    ("above", "kicker", "column", "series"),
    [
        ("“云台工匠”系列报道之三", "“云台工匠”系列报道之三", None, ("云台工匠", 3)),
        ("云台山工运史话（二）", "云台山工运史话（二）", None, ("云台山工运史话", 2)),
        ("云台工匠⑤", None, "云台工匠", ("云台工匠", 5)),
        ("本期关注", None, "本期关注", None),
    ],
)
@pytest.mark.parametrize("name", ["page.txt", "page.md"])
def test_line_above_a_headline_is_a_column_or_tells_the_series_beside_the_kicker(
    above, kicker, column, series, name
):
    headline = "## 把夜校办到车间里" if name.endswith("md") else "把夜校办到车间里"
    (article,) = parse(read(f"{above}\n\n{headline}\n\n{LESSONS}\n".encode(), name)).articles
    assert (article.headline, article.kicker, article.column) == ("把夜校办到车间里", kicker, column)
    assert (article.series and (article.series.title, article.series.part)) == series
