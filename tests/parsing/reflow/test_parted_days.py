"""Days whose figures an extractor parts from their lines, at the ends and beginnings of pieces."""

from types import SimpleNamespace

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.reflow import Paragraph, reflow
from unioncms.parsing.segmenting.headline_groups import title_of_picture
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.segments import Zone
from unioncms.parsing.traced import Traced

REPORT = """\
本报讯 县总工会在渡口办起第三期
船工夜校，老船工周大河头一个报名，
说撑了半辈子船，想学一学画图。夜
校每周开两晚，灯一直亮到十点钟。"""
NOTICE = """\
根据省总工会安排，今年的疗休养分
三批进行，现将有关事项公告如下：
一、对象：在岗的县级以上
劳动模范和奖章获得者，身体健康，
三年内没有参加过疗休养的。
二、报名：请于四月十日以
前由所在工会把推荐表报到县总工会，
过期不再受理，名额向一线职工倾斜。"""


def spaced(*lines):
    return "\n\n".join(line for text in lines for line in text.split("\n"))


PAGE = spaced(
    *(REPORT, "渡口船工学画图", NOTICE, "云台县总工会", "2019", "年", "3", "月", "15", "日"),
    *("2019", "年度全县劳模", "疗休养报名公告"),
    *("学员在灯下看图纸", "本报记者 何晓兰 摄", "一碗姜汤", "暖了半条街"),
    *("3", "月", "13", "日至", "14", "日，白鹭镇工会在早市口支起灶台，给环卫"),
    *("职工送上姜汤和手套，扫街的人围着灶台说话。", "通讯员 苗青 摄"),
)


@pytest.fixture(scope="module")
def paragraphs():
    return [each.words for each in reflow(read((PAGE + "\n").encode(), "page.txt"))]


def test_the_day_of_a_notice_stands_by_itself_and_no_headline_goes_on_with_it(paragraphs):
    at = paragraphs.index("云台县总工会")
    assert paragraphs[at + 1 : at + 3] == ["2019年3月15日", "2019年度全县劳模"]


def test_a_labelled_item_goes_on_in_the_next_row(paragraphs):
    assert [each[:5] for each in paragraphs if each[1:2] == "、"] == ["一、对象：", "二、报名："]
    assert all(each.endswith("。") for each in paragraphs if each[1:2] == "、")


def test_the_second_line_of_a_headline_takes_no_day(paragraphs):
    at = paragraphs.index("暖了半条街")
    assert paragraphs[at + 1].startswith("3月13日至14日，白鹭镇工会")


def test_a_line_right_above_a_credit_is_its_caption():
    articles = parse(read((PAGE + "\n").encode(), "page.txt")).articles
    figures = [(each.caption, each.credit) for article in articles for each in article.figures]
    assert ("学员在灯下看图纸", "本报记者 何晓兰 摄") in figures


@pytest.mark.parametrize(
    ("kinds", "is_one"),
    [
        (["caption", "title", "title"], False),
        (["caption", "title", "title", "title"], True),
        (["title"] * 3, True),
    ],
)
def test_the_last_of_three_lines_above_a_picture_is_its_title(kinds, is_one):
    """Two lines below another picture are one headline."""
    items = [Item(kind, Paragraph(Traced("一碗姜汤", ((0, 0),)), ((0, 4),))) for kind in kinds]
    bodies = SimpleNamespace(places=[1], is_photo=[True])
    assert (title_of_picture(Zone(items, 1), bodies) is items[-1]) is is_one


def test_a_dateline_alone_takes_the_day_below_it():
    lines = "本报讯 \n\n5\n\n月6日，雨过天晴，渡口又热\n\n闹起来，船工夜校的灯亮了。"
    assert [paragraph.words for paragraph in reflow(read(lines.encode(), "page.txt"))] == [
        "本报讯5月6日，雨过天晴，渡口又热闹起来，船工夜校的灯亮了。"
    ]


ASKED = """\
夜校要添两盏灯，县总工会答应下来，
说添灯的钱已经备好，活动将持续到"""


@pytest.mark.parametrize(
    ("above", "pieces", "whole"),
    [
        (ASKED, ("8", "月底，灯一直亮到十点钟。"), "活动将持续到8月底，灯一直亮到十点钟。"),
        (
            "夜校要添两盏灯，这年12月",
            ("9", "日，灯架上了，渡口头一回亮。"),
            "这年12月9日，灯架上了，渡口头一回亮。",
        ),
    ],
    ids=["to a month", "a day cut in two"],
)
def test_a_sentence_that_waits_for_a_day_goes_on_with_it(above, pieces, whole):
    page = spaced(REPORT, above, *pieces) + "\n"
    assert any(each.words.endswith(whole) for each in reflow(read(page.encode(), "page.txt")))


@pytest.mark.parametrize(
    "above",
    [
        ("三盏灯的来历",),
        ("（作者系青石县总工会副主席、渡口夜", "校校长 王一川）\ufffd"),
    ],
    ids=["a heading", "the end of a credit over two lines"],
)
def test_a_season_opens_a_text_below(above):
    page = spaced(
        REPORT,
        *(*above, "2003", "年冬天，渡口停电，老船工周大河把"),
        *("自家的马灯提来，挂在黑板上头，一挂", "就是三个月，开春才摘下来。"),
    )
    assert any(each.words.startswith("2003年冬天") for each in reflow(read(page.encode(), "page.txt")))
