"""Headings of a format that have the level of their headline."""

import pytest

from unioncms.parsing import parse, read

MARKET = "天还没亮，白鹭菜场的挑夫们已经把第一担青菜挑上了岸。工会的热水桶就放在石阶旁边。"
FIRST = "第一趟车从霜河来，装的是藕。司机老邓说，冬天的藕最沉，一担要换两次肩。"
SECOND = "第二趟车来得晚，装的是鱼。卖鱼的秋嫂说，鱼要赶在六点前分完，晚了就不新鲜。"
SIGNED = ["## 凌晨的菜场", "□ 记者 王一川", MARKET]


def headlines(*lines):
    articles = parse(read("\n\n".join(lines).encode(), "page.md")).articles
    return [
        (article.headline, [block.text for block in article.body if block.type == "heading"])
        for article in articles
    ]


def test_unsigned_titles_in_a_row_below_a_signed_headline_are_headings():
    found = headlines(*SIGNED, "## 第一趟车", FIRST, "## 第二趟车", SECOND, "（来源：青石日报）")
    assert found == [("凌晨的菜场", ["第一趟车", "第二趟车"])]


def test_part_between_two_others_may_begin_with_a_day():
    parts = ["## 第一趟车", FIRST, "## 换肩的路", f"9月3日，{MARKET}", "## 第二趟车", SECOND]
    assert headlines(*SIGNED, *parts) == [("凌晨的菜场", ["第一趟车", "换肩的路", "第二趟车"])]


@pytest.mark.parametrize(
    "texts",
    [
        ["□ 通讯员 李小满", FIRST],
        [f"9月3日，{FIRST}"],
        [FIRST, "（来源：青石日报）"],
    ],
    ids=["byline", "day", "source"],
)
def test_title_that_begins_or_ends_as_pieces_do_is_a_headline(texts):
    found = headlines(*SIGNED, "## 霜河的藕到了", *texts, "## 卖鱼的秋嫂", "记者 李小满", SECOND)
    assert [headline for headline, _ in found] == ["凌晨的菜场", "霜河的藕到了", "卖鱼的秋嫂"]


def test_counted_title_is_a_heading_though_it_is_alone():
    found = headlines(*SIGNED, "## 一、第一趟车", FIRST)
    assert found == [("凌晨的菜场", ["一、第一趟车"])]


def test_pages_that_sign_nothing_keep_their_headlines():
    found = headlines("## 凌晨的菜场", MARKET, "## 霜河的藕到了", FIRST, "## 卖鱼的秋嫂", SECOND)
    assert [headline for headline, _ in found] == ["凌晨的菜场", "霜河的藕到了", "卖鱼的秋嫂"]


@pytest.mark.parametrize(
    "lines",
    [
        ["## 夜班的人先上桌", "——青石船厂食堂见闻", SECOND],
        ["## 市工人文化宫秋季夜校招生", SECOND],
        ["## 夜班的人先上桌", f"青石讯 9月3日，{SECOND}"],
    ],
    ids=["subheadline", "notice", "dateline"],
)
def test_deeper_title_may_be_a_headline(lines):
    found = headlines("# 凌晨的菜场", "□ 记者 王一川", MARKET, *lines)
    assert [headline for headline, _ in found] == ["凌晨的菜场", lines[0].removeprefix("## ")]
