"""Print lines → whole paragraphs."""

import pytest

from unioncms.parsing.reading import read
from unioncms.parsing.reflow import closed_up, reflow


def paragraphs(text):
    return [closed_up(paragraph.text).text for paragraph in reflow(read(text.encode(), "page.txt"))]


COLUMN = """本报讯
5
月
12
日 ， 青石县
总工会在工人文化宫举办职工读书
会， 来自全县的三十名职工走上讲
台， 读了自己最喜欢的一段文字，
台下坐满了下班赶来的工友。
读书会从晚上七点开始， 先由县
图书馆的老馆员讲怎样选书， 再由
职工轮流朗读， 最后一起讨论到九
点半才散。 党 员 干 部 和 劳 模 也来了。
"""


def test_lines_of_a_print_column_become_paragraphs():
    found = paragraphs(COLUMN)
    assert len(found) == 2
    assert found[0].startswith("本报讯5月12日，青石县总工会在工人文化宫")
    assert found[1].endswith("党员干部和劳模也来了。")


def test_an_empty_line_between_all_lines_says_nothing():
    assert paragraphs(COLUMN.replace("\n", "\n\n")) == paragraphs(COLUMN)


def test_vertical_headline_is_one_line():
    assert "矿工史（节选）" in paragraphs(COLUMN + "矿\n工\n史\n︵\n节\n选\n︶\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一线职工的难处要一件一件地办，办成一件就销号一件，让大家看得见摸\n\n得着。",
            ["一线职工的难处要一件一件地办，办成一件就销号一件，让大家看得见摸得着。"],
        ),
        (
            "全县各级工会组织要把职工的事放在心上，做到件件有回音，事事有着落。\n\n下一段话。",
            ["全县各级工会组织要把职工的事放在心上，做到件件有回音，事事有着落。", "下一段话。"],
        ),
        (
            "要把职工的呼声写进每一份提案，让代表们在会上替大家说话，也请职工来评议执\n\n二、让服务走得更远",
            [
                "要把职工的呼声写进每一份提案，让代表们在会上替大家说话，也请职工来评议执",
                "二、让服务走得更远",
            ],
        ),
        ("门要朝着职工开 话要当面听完", ["门要朝着职工开话要当面听完"]),
    ],
)
def test_a_line_goes_on_only_where_the_sentence_does(text, expected):
    assert paragraphs(text) == expected


def test_phrases_of_a_headline_keep_their_blank():
    assert (
        reflow(read("门要朝着职工开　　话要当面听完".encode(), "page.txt"))[0].words
        == "门要朝着职工开 话要当面听完"
    )


def test_invisible_characters_are_not_printed():
    assert paragraphs("工\u200b会\u202e干部。\ufeff") == ["工会干部。"]


@pytest.mark.parametrize("page_line", ["综合新闻 6版", "第3版 要闻", "— 5 —", "责任编辑 王一川 版式 李小满"])
def test_head_of_a_page_does_not_cut_the_sentence_it_stands_in(page_line):
    found = paragraphs(COLUMN.replace("职工轮流朗读，", f"{page_line}\n职工轮流朗读，"))
    assert [each.replace(" ", "") for each in found if each not in paragraphs(COLUMN)] == [
        page_line.replace(" ", "")
    ]
    assert set(found) > set(paragraphs(COLUMN))


def test_short_line_without_a_stop_below_a_full_one_is_a_heading():
    text = COLUMN.replace("读书会从晚上七点开始", "老馆员的办法\n读书会从晚上七点开始")
    assert "老馆员的办法" in paragraphs(text)


def test_heading_stays_apart_from_the_digits_that_open_its_paragraph():
    text = (
        COLUMN.replace("也来了。", "也都来了。")
        + "第七天\n5\n月\n20\n日， 图书馆又送来三百本新\n书， 摆在夜校的长桌上。\n"
    )
    assert "第七天" in paragraphs(text)


def test_vertical_headline_keeps_its_comma_and_plain_quotation_marks():
    found = paragraphs(COLUMN + "教\n师\n节\n，\n送\n﹁\n灯\n﹂\n")
    assert "教师节，送“灯”" in found
    assert "拟命名“好班长”名单" in paragraphs(COLUMN + "拟\n命\n名\n“\n好\n班\n长\n”\n名\n单\n")


def test_short_wrapped_paragraphs_between_empty_lines_are_whole():
    page = """午睡椅
搬进办公室

青石县第二小学工会添置了六十把可以躺
平的椅子，教师中午能睡上四十分钟。

给年轻人扶好梯子

产业工人的成长要有梯子，也要有扶梯
子的人，三年里师徒结对一百四十对。（
记者 王一川）
"""
    assert paragraphs(page) == [
        "午睡椅",
        "搬进办公室",
        "青石县第二小学工会添置了六十把可以躺平的椅子，教师中午能睡上四十分钟。",
        "给年轻人扶好梯子",
        "产业工人的成长要有梯子，也要有扶梯子的人，三年里师徒结对一百四十对。（记者王一川）",
    ]


@pytest.mark.parametrize(
    "block",
    [
        ["为一线职工办理互助保障一千二百人次；", "为困难职工家庭送去慰问金八十六万元。"],
        ["青石县总工会主席到岗位上送清凉慰问", "青石县人民医院的护士们领到新水杯啦！"],
    ],
)
def test_items_and_titles_of_one_width_stay_apart(block):
    assert paragraphs("\n".join(block)) == block


WIDE = """全县的职工书屋都在星期六晚上开门，来得最早的是
煤矿的三班工人，他们下了井就走到这里。
"""


def test_a_full_row_that_ends_a_sentence_does_not_reach_into_the_next_column():
    full = COLUMN.replace("党 员 干 部 和 劳 模 也来了。", "党员干部和劳模都来得不早不晚。")
    found = paragraphs(full + WIDE + WIDE.replace("星期六", "星期日"))
    assert [each[:4] for each in found[-2:]] == ["全县的职", "全县的职"]


@pytest.mark.parametrize(
    "title",
    ["把灯留给读书的人", "把灯留给夜班里还在读书的那一群年轻人"],
    ids=["with room for more", "wider than the column"],
)
def test_a_line_that_is_no_row_of_its_column_is_a_title(title):
    assert title in paragraphs(COLUMN + title + "\n" + COLUMN.split("\n", 4)[4])


def test_rows_of_a_list_are_not_run_together():
    items = "新建职工书屋\n30\n座， 其中\n24\n座通宵\n开门；\n送书\n6000\n册进班组；\n办读书会\n15\n场。\n"
    assert paragraphs(items) == [
        "新建职工书屋30座，其中24座通宵开门；",
        "送书6000册进班组；",
        "办读书会15场。",
    ]


def test_a_long_stretch_is_parted_where_a_sentence_fills_its_row():
    """Other paragraphs of the page are half as long as these two together would be."""
    short = "班长在夜校里学会了写信。\n" + "他把第一封信寄给了山里的母亲，\n信里说井下的灯很亮。\n"
    one = "书屋的灯每天晚上都亮到十点半，\n下班的人走过来坐一坐再回家去。\n"
    two = "孩子们放学以后也到这里写作业，\n等着父母下了夜班一起走路回家。\n"
    found = paragraphs(short * 3 + one + two + short)
    assert "书屋的灯每天晚上都亮到十点半，下班的人走过来坐一坐再回家去。" in found


def test_a_lost_glyph_leaves_its_sentence_whole():
    text = COLUMN.replace("\n", "\n\n").replace("三十名职工", "\n 名职工")
    assert any("来自全县的名职工走上讲台" in each for each in paragraphs(text))


@pytest.mark.parametrize(
    "cut", ["县总工会主席蹲在碎石机旁边，把手掌贴在", "1931年冬天，砂丁每天要在三尺高的窿"]
)
def test_short_line_that_is_cut_open_goes_on_below(cut):
    below = "钢板上试了试，立刻缩了回来，说这样的天气一刻也不能多干。"
    assert paragraphs(f"正午的采石场\n\n{cut}\n\n{below}\n") == ["正午的采石场", cut + below]


def test_two_columns_of_a_vertical_headline_are_one():
    columns = "\n\n".join("\n".join(column) for column in ("台风袭港", "工会促订停工指引"))
    lines = reflow(
        read(f"{columns}\n\n强台风逼近，工友在风里作业，协会要求尽快订立停工指引。\n".encode(), "page.txt")
    )
    assert lines[0].words == "台风袭港 工会促订停工指引"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("枝江市总工会推行基层工会主席“持证", "上岗”，新任主席须在半年内完成培训。"),
        ("◎十月八日，本会与云州市劳动局合办劳动教", "育讲座，邀请律师主讲，八十余人参加。"),
        ("一、把耳朵伸到车间去。在埠河镇的一", "家家具厂，女工们说下夜班不敢走。"),
    ],
)
def test_first_row_of_a_paragraph_is_no_title(above, below):
    lines = reflow(read(f"工会小事\n\n{above}\n\n{below}\n".encode(), "page.txt"))
    assert [line.words for line in lines] == ["工会小事", above + below]


def test_lines_of_contents_stay_apart():
    contents = ["草原上的红马甲……………………王一川（4）", "试用期不签合同……………………李小满（18）"]
    lines = reflow(read("\n".join(contents).encode(), "page.txt"))
    assert [line.words for line in lines] == contents


def test_whom_a_notice_speaks_to_stands_below_its_headline():
    notice = [
        "云州市总工会关于公开征集“我给工会提个醒”意见建议的公告",
        "各县（区）总工会：",
        "现将有关事项通知如下。",
    ]
    lines = reflow(read("\n\n".join(notice).encode(), "page.txt"))
    assert [line.words for line in lines] == notice
