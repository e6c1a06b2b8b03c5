"""What a post sets before its headline, and what it sets between its texts."""

import pytest

from unioncms.parsing import Series, parse, read

FIRST = "天还没亮，磨石坊的灯就亮了。她把手伸进水槽，摸了摸石面，说还差一遍，这一磨又是两个钟头。"
SECOND = "三十年前，坊里会磨青石的只剩三个人，如今她带的徒弟有二十七个，最小的才十九岁。"
HEAD = "原创 王一川 青石工会 2023-04-26 17:30 发表于云州"


def page(headline, body=f"{FIRST}\n\n{SECOND}", foot=""):
    return parse(read(f"{headline}\n\n{HEAD}\n\n{body}\n\n{foot}\n".encode(), "page.txt")).articles


@pytest.mark.parametrize(
    "foot",
    [
        "#龙门工匠谱 12个",
        "往期推荐\n龙门工匠谱 | 一口铁锅三十年",
        "小编说：欢迎为“龙门工匠谱”推荐身边的工匠。",
    ],
)
@pytest.mark.parametrize("bar", ["｜", " | ", "丨"])
def test_name_before_a_bar_that_the_page_has_elsewhere_is_the_column(bar, foot):
    (article,) = page(f"龙门工匠谱{bar}她把青石磨成镜", foot=foot)
    assert (article.column, article.headline) == ("龙门工匠谱", "她把青石磨成镜")


def test_name_before_a_bar_that_stands_nowhere_else_stays():
    (article,) = page("夜读｜晚一点吹哨")
    assert (article.column, article.headline) == (None, "夜读｜晚一点吹哨")


def test_numbered_name_before_a_bar_is_the_series():
    (article,) = page("手艺进行时③ | 她把青石磨成镜")
    assert (article.headline, article.series) == ("她把青石磨成镜", Series("手艺进行时", 3))
    assert article.column == "手艺进行时"


def test_number_of_a_part_on_a_line_of_its_own_is_column_and_series():
    (article,) = page("她把青石磨成镜", f"点击蓝字 | 关注我们\n\n龙门工匠④\n\n{FIRST}\n\n{SECOND}")
    assert (article.headline, article.column, article.series) == (
        "她把青石磨成镜",
        "龙门工匠",
        Series("龙门工匠", 4),
    )


def test_call_to_the_readers_below_a_headline_is_text():
    (article,) = page("五月课堂开始报名", f"工友们，五月的课表出炉啦！\n\n{FIRST}\n\n{SECOND}")
    assert article.subheadline is None
    assert article.body[0].text == "工友们，五月的课表出炉啦！"


def test_long_dashes_may_stand_about_the_end():
    (article,) = page("磨石坊里的灯", foot="―― END ――")
    assert [part.text for part in article.body] == [FIRST, SECOND]


def test_line_that_leads_to_a_name_begins_no_piece():
    (article,) = page(
        "磨石坊里的灯", f"{FIRST}\n\n今天，让我们走近青石坊的老师傅——\n\n李小满\n\n{SECOND}\n\n{FIRST}"
    )
    assert article.headline == "磨石坊里的灯"
    assert [each.name for each in article.contributors] == ["王一川"]


def test_framed_line_between_two_texts_is_a_heading():
    (article,) = page(
        "磨石坊里的灯", f"{FIRST}\n\n◆ 一把用了十年的刻刀 ◆\n\n{SECOND}\n\n◆ 二十七个徒弟 ◆\n\n{FIRST}"
    )
    assert [part.text for part in article.body if part.type == "heading"] == [
        "一把用了十年的刻刀",
        "二十七个徒弟",
    ]


def test_what_a_picture_shows_stands_behind_a_bar():
    (article,) = page("磨石坊里的灯", f"{FIRST}\n\n图 | 徒弟们在坊里试刀\n\n{SECOND}")
    assert [figure.caption for figure in article.figures] == ["徒弟们在坊里试刀"]


def test_last_call_of_a_notice_is_text_and_heads_nothing():
    (article,) = page("单身职工联谊会报名", f"{FIRST}\n\n{SECOND}\n\n欢迎广大单身职工踊跃参加！", "往期推荐")
    assert [(part.type, part.text) for part in article.body[-1:]] == [
        ("paragraph", "欢迎广大单身职工踊跃参加！")
    ]


def test_counted_lines_with_an_emblem_are_headings():
    (article,) = page("惠工举措来了", f"✅ 举措一：互助提标\n\n{FIRST}\n\n✅ 举措二：补贴扩面\n\n{SECOND}")
    assert article.headline == "惠工举措来了"
    assert [part.type for part in article.body] == ["heading", "paragraph"] * 2


def test_place_of_a_picture_in_brackets_is_no_column():
    (article,) = page("磨石坊里的灯", f"[img]\n\n{FIRST}\n\n[图1：师傅在坊里试刀]\n\n{SECOND}\n\n（王一川）")
    assert article.column is None
    assert [figure.caption for figure in article.figures] == ["师傅在坊里试刀"]
    assert [part.text for part in article.body] == [FIRST, SECOND]
