"""Headings of a page with heading levels: which divide a piece and which are headlines of the next."""

import pytest

from unioncms.parsing import parse, read

FIRST = "县总工会把职工的事一件一件记在本子上，办成一件就划掉一件，年底请职工来查账。"
SECOND = "车间里的难处要到车间里去听，坐在办公室里想不出来，这是老师傅们教给我们的道理。"
PICTURE = "7月16日，青石第三建筑公司工会在工地板房里开办的暑期课堂开课，二十七名孩子有了去处。"


def headlines(text):
    return [article.headline for article in parse(read(text.encode(), "page.md")).articles]


@pytest.mark.parametrize(
    "below",
    [
        f"□ 通讯员 李小满\n\n{SECOND}",
        f"> **编者按** 本刊今起选登职工来信。\n\n{SECOND}",
        f"本报讯 {SECOND}",
        f"{PICTURE}\n李小满 摄",
    ],
    ids=["signed", "with a note", "with a dateline", "over a picture"],
)
def test_deeper_heading_begins_a_piece(below):
    page = f"# 本子上的工会\n\n□ 记者 王一川\n\n{FIRST}\n\n{FIRST[:-1]}，一笔不落。\n\n## 车间里的道理\n\n{below}\n"
    assert headlines(page) == ["本子上的工会", "车间里的道理"]


@pytest.mark.parametrize("heading", ["## 车间里的道理", "## 一份通知"])
def test_deeper_heading_over_plain_text_divides_its_piece(heading):
    page = f"# 本子上的工会\n\n□ 记者 王一川\n\n{FIRST}\n\n{heading}\n\n{SECOND}\n"
    assert headlines(page) == ["本子上的工会"]


def test_deeper_heading_of_a_notice_begins_a_piece():
    page = f"# 本子上的工会\n\n{FIRST}\n\n## 第三届职工摄影大赛征稿\n\n作品须拍摄于春运期间，每人限投五幅。\n"
    assert headlines(page) == ["本子上的工会", "第三届职工摄影大赛征稿"]


def test_source_below_a_text_ends_its_piece():
    page = f"# 本子上的工会\n\n{FIRST}\n\n来源：《青石工人报》\n\n## 车间里的道理\n\n{SECOND}\n"
    assert headlines(page) == ["本子上的工会", "车间里的道理"]
