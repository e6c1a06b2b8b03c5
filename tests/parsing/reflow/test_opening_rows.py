"""Headlines as wide as their columns, and first rows of paragraphs whose indents were lost."""

from random import Random

import pytest

from tests.parsing.distorting.wrapping import Setting, wrap
from unioncms.parsing.reading import read
from unioncms.parsing.reflow import closed_up, reflow

ABOVE = """\
本报讯 入夏以来，渡口镇工会给装卸
队送去凉茶和草帽，又在货场边搭起
一座竹棚。棚里有长凳，也有风扇，
歇晌的工友靠着柱子就能打个盹。"""
BELOW = """\
两条渡船停在岸边，船工围着老师傅
听他讲怎样看水色。讲到要紧的地方，
老师傅就拿竹篙在沙滩上画一道线，
年轻人蹲下来看，谁也不肯先走。"""


def paragraphs(*blocks):
    page = "\n\n".join(line for block in blocks for line in block.split("\n"))
    return [closed_up(each.text).text for each in reflow(read(page.encode(), "page.txt"))]


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ("船工夜校开到了白鹭洲的渡口边上", BELOW.replace("两条渡船停在", "近日，渡船停在")),
        ("白鹭洲船工夜校第三期举行结业仪式", "昨日，" + BELOW[1:]),
        ("夜校｜渡口上的课，风里也有人来听", "各镇" + BELOW[2:]),
    ],
)
def test_a_headline_may_be_as_wide_as_its_column(headline, below):
    found = paragraphs(ABOVE, headline, below)
    assert headline in found
    assert [each[-5:] for each in found] == [ABOVE[-5:], headline[-5:], BELOW[-5:]]


@pytest.mark.parametrize(
    "row",
    [
        "渡口镇工会从去年春天起在白鹭洲办",
        "白鹭洲上的老船工周大河把两条渡船",
        "在渡口镇工会主席看来，办夜校的事",
    ],
)
def test_the_first_row_of_a_paragraph_needs_no_mark(row):
    found = paragraphs(ABOVE, row, BELOW.replace("两条渡船停在岸边", "不起来的课搬到岸边"))
    assert len(found) == 2
    assert found[1].startswith(row)


def test_a_headline_whose_marks_have_no_blanks_is_none_of_a_text_whose_marks_have():
    above, below = (text.replace("，", "， ").replace("。", "。 ") for text in (ABOVE, BELOW))
    headline = "白鹭洲上“船灯夜校”一夜亮着的灯"
    assert headline in paragraphs(above, headline, below)
    assert headline not in paragraphs(ABOVE, headline, BELOW)


TOLD = (
    "开春，渡口镇工会在货场边搭起一座竹棚，棚里有长凳，也有风扇，歇晌的工友靠着柱子就能打个盹，不用再蹲在船舷的影子里。",
    "竹棚是工友自己动手搭的，两天。柱子用的是旧桅杆，顶上苫的是去年的稻草，风一吹就有米香，蚊子也不大肯来。",
    "傍晚，老船工周大河也来这里讲水色，讲风向，也讲他年轻时候撑船送粮的事情，讲到夜里。",
    "听的人多了，长凳就不够坐，有人把自家的竹椅也搬了来，坐到半夜才散。",
    "有了竹棚，工友们不再往船上跑，船老大也省了心，逢人就说这座棚子搭得好。",
)


def test_a_first_row_that_ends_its_sentence_goes_on_where_the_next_one_has_no_indent():
    """Each first row lacks the two characters of its indent; the row below `…，两天。` lacks nothing."""
    setting = Setting(width=17, blanks="none", digits_apart=False, lost_indent=2)
    rows = [wrap(text, setting, Random(1)) for text in TOLD]
    assert rows[1][0].endswith("。")
    assert paragraphs(*("\n".join(each) for each in rows)) == list(TOLD)


@pytest.mark.parametrize("day", ["日上午，", "日，"])
def test_a_headline_of_a_column_takes_no_day(day):
    headline = "白鹭洲船工夜校第三期开课"
    pieces = f"5\n月\n9\n{day}船工们放下竹篙，走进"
    found = paragraphs(ABOVE, headline, pieces, BELOW)
    assert headline in found
    assert any(each.startswith("5月9日") for each in found)


def test_the_day_of_what_is_told_goes_on_with_it():
    found = paragraphs(ABOVE, "白鹭洲船工龙舟赛", "5\n月\n9\n日收桨，两队", BELOW)
    assert any(each.startswith("白鹭洲船工龙舟赛5月9日收桨") for each in found)


def test_a_row_that_is_set_in_begins_a_paragraph_however_wide_the_headline_above_it_is():
    headline = "船工夜校，开在老师傅画的一道线上"
    rows = [
        wrap(text.replace("\n", ""), Setting(16, "none", False, indent="　　"), Random(1))
        for text in (ABOVE, BELOW)
    ]
    page = "\n".join([*rows[0], headline, *rows[1], "船工们听得入神", *rows[0], "货场边的竹棚", *rows[1]])
    assert headline in [each.words for each in reflow(read(page.encode(), "page.txt"))]


def test_a_numbered_row_with_room_in_its_column_is_a_heading():
    found = paragraphs(ABOVE, "一、先生：谁会谁讲", BELOW)
    assert [each[:3] for each in found] == ["本报讯", "一、先", BELOW[:3]]


def test_two_phrases_as_wide_as_their_column_are_a_headline():
    assert "竹篙一道线老船工当上夜校的先生" in paragraphs(ABOVE, "竹篙一道线 老船工当上夜校的先生", BELOW)


def test_marked_briefs_of_a_column_go_on_in_their_next_rows():
    briefs = ["●白鹭洲渡口工会近日对六条渡船的", "救生衣逐件查验，换下旧的一百件。"]
    others = ["●渡口镇工会给货场的装卸队添置的", "两台风扇昨日送到，竹棚里凉快。"]
    found = paragraphs(ABOVE, *briefs, *others, BELOW)
    assert "".join(briefs) in found
    assert "".join(others) in found


def test_a_number_at_the_end_of_a_row_waits_for_what_it_counts():
    assert "今年是渡口镇工会成立70周年，老船工们回到白鹭洲，把当年的竹篙也带来了。" in paragraphs(
        ABOVE, "今年是渡口镇工会成立70", "周年，老船工们回到白鹭洲，把当年", "的竹篙也带来了。"
    )


def test_rows_that_are_now_and_then_a_character_longer_or_shorter_do_not_hide_a_lost_indent():
    draw = Random(2)
    setting = Setting(16, "none", False, lost_indent=2, raggedness=1)
    texts = [text.replace("\n", "") for text in (ABOVE, BELOW, BELOW + ABOVE, ABOVE + BELOW)]
    found = paragraphs(*("\n".join(wrap(text, setting, draw)) for text in texts))
    assert found == [text.replace("\n", "").replace("本报讯 ", "本报讯") for text in texts] or found == texts
