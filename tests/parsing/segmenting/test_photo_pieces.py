"""Pieces that are a picture and what is said of it."""

import pytest

from unioncms.parsing import parse, read

OPENING = "9月3日，梨川县总工会举办矿灯检修比武，六个矿的四十名灯工参加。"
PRIZES = "比武结束后，县总工会给前三名灯工颁奖，并向各矿灯房赠送检修工具。"


def articles(*lines):
    return parse(read("\n".join(lines).encode(), "page.txt")).articles


def shown(article):
    return [(each.caption, each.credit) for each in article.figures]


@pytest.mark.parametrize(
    ("last", "credit"),
    [
        (f"{PRIZES}王一川 摄", "王一川 摄"),
        (f"{PRIZES}(本报记者 王一川 摄)", "本报记者 王一川 摄"),
        (f"{PRIZES}图为比武现场。\n本报记者 王一川 摄", "本报记者 王一川 摄"),
    ],
)
def test_piece_that_nobody_but_its_photographer_signs_is_the_caption(last, credit):
    (found,) = articles(OPENING, last)
    assert (found.genre, found.body) == ("photo", ())
    caption = last.split("(")[0].split("王一川")[0].split("\n")[0]
    assert shown(found) == [(f"{OPENING}\n{caption}", credit)]


def test_headed_piece_is_one_where_a_reporter_took_it_for_the_paper():
    (found,) = articles("四十盏矿灯比亮", "", OPENING, "", PRIZES, "", "本报记者 王一川 摄")
    assert (found.headline, found.genre) == ("四十盏矿灯比亮", "photo")
    assert shown(found) == [(f"{OPENING}\n{PRIZES}", "本报记者 王一川 摄")]


def test_headed_report_with_a_picture_below_it_stays_one():
    (found,) = articles("四十盏矿灯比亮", OPENING, PRIZES, "图为比武现场。王一川 摄")
    assert [block.text for block in found.body] == [OPENING, PRIZES]
    assert shown(found) == [("图为比武现场。", "王一川 摄")]


def test_report_with_a_dateline_stays_one():
    (found,) = articles(f"本报讯 {OPENING}", "图为比武现场。王一川 摄")
    assert [block.text for block in found.body] == [f"本报讯 {OPENING}"]


def test_page_of_captions_alone_is_a_piece():
    (found,) = articles(f"↑{OPENING}王一川 摄", f"{PRIZES}李小满 摄")
    assert (found.headline, found.genre) == (None, "photo")
    assert shown(found) == [(OPENING, "王一川 摄"), (PRIZES, "李小满 摄")]


def test_captions_in_brackets_behind_a_text_are_its_figures():
    (found,) = articles("四十盏矿灯比亮", OPENING, f"{PRIZES}(上图为比武现场,左图为老矿灯房。王一川 摄)")
    assert [block.text for block in found.body] == [OPENING, PRIZES]
    assert shown(found) == [("上图为比武现场", None), ("左图为老矿灯房。", "王一川 摄")]


def test_what_a_text_says_of_a_drawing_is_no_caption():
    last = "灯工们画了三张图，一张张挂到井口（图纸由县总工会晒印）。"
    (found,) = articles("四十盏矿灯比亮", OPENING, last)
    assert ([block.text for block in found.body], found.figures) == ([OPENING, last], ())


def test_two_of_the_staff_below_a_caption_took_the_picture():
    (found,) = articles(OPENING, "图为比武现场。", "本报记者王一川", "实习生李小满摄")
    assert shown(found) == [(f"{OPENING}\n图为比武现场。", "本报记者王一川 实习生李小满摄")]
    assert {each.role for each in found.contributors} == {"photographer"}


def test_reporter_above_a_photographer_wrote_the_text():
    (found,) = articles("四十盏矿灯比亮", OPENING, PRIZES, "本报记者 王一川", "李小满 摄")
    assert next((each.name, each.role) for each in found.contributors) == ("王一川", "reporter")


def test_mark_of_the_first_paragraph_does_not_bring_it_down():
    (found,) = articles("图片新闻", f"▼{OPENING}", PRIZES, "本报记者 王一川/摄影报道")
    assert shown(found) == [(f"{OPENING}\n{PRIZES}", "本报记者 王一川/摄影报道")]


@pytest.mark.parametrize(
    "below", [["来源：云台日报"], ["来源：云台日报", "责任编辑：赵小禾"], ["责编：赵小禾"]]
)
def test_lines_of_the_site_below_a_signed_caption_change_nothing(below):
    lines = [
        "夏日送清凉",
        "",
        "8月4日，工友在井口的凉棚里喝绿豆汤。",
        "",
        "当天，矿工会在六个井口设了凉棚，备了绿豆汤。",
    ]
    lines += ["", "新华社记者 王一川 摄", "", *below]
    (article,) = parse(read("\n".join(lines).encode(), "page.txt")).articles
    assert (article.genre, article.body) == ("photo", ())
    assert [each.caption for each in article.figures] == ["\n".join([lines[2], lines[4]])]


@pytest.mark.parametrize(
    "line", ["作者：见习记者 王一川 摄", "2023-08-04 来源：云台网 作者：本报记者 王一川 摄影"]
)
def test_who_took_the_picture_is_no_author(line):
    page = f"夏日送清凉\n\n{line}\n\n8月4日，矿工会在六个井口设了凉棚，备了绿豆汤。\n"
    (article,) = parse(read(page.encode(), "page.txt")).articles
    assert [(each.name, each.role) for each in article.contributors] == [("王一川", "photographer")]
