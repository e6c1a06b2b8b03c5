"""Short pieces under one column whose headlines all have one mark."""

import pytest

from unioncms.parsing import parse, read

TEXTS = [
    "9月3日，白鹭港工会的夜校开了第一课，四十名装卸工围着一盏灯学看图纸。",
    "王一川，男，1985年2月生，现任白鹭港装卸队队长，拟任白鹭港工会副主席。",
    "霜河茶场的采茶工有了歇脚屋，屋里备着热水和药箱，墙上挂一本意见簿。",
]
HEADLINES = ["从“听不懂”到“看得懂”，装卸工用一盏灯学看图纸", "任前公示", "9月8日，歇脚屋里念意见！"]


@pytest.mark.parametrize("mark", ["◆", "■ "])
@pytest.mark.parametrize("are_cut", [False, True])
def test_marked_line_is_a_headline_whatever_it_looks_like(mark, are_cut):
    lines = ["【基层短波】", ""]
    for headline, text in zip(HEADLINES, TEXTS, strict=True):
        rows = [text[at : at + 20] for at in range(0, len(text), 20)] if are_cut else [text]
        lines += [f"{mark}{headline}", "", *rows, ""]
    found = parse(read("\n".join(lines).encode(), "page.txt")).articles
    assert [(article.headline, article.column) for article in found] == [
        (headline, "基层短波") for headline in HEADLINES
    ]
    assert [[block.text for block in article.body] for article in found] == [[text] for text in TEXTS]


def test_marked_rows_of_one_text_are_no_headlines():
    rows = ["■ 夜校每周二开课；", "■ 学费由工会出；", "■ 报名找班组长。"]
    (found,) = parse(read("\n\n".join(["装卸工的夜校", TEXTS[0], *rows]).encode(), "page.txt")).articles
    assert found.headline == "装卸工的夜校"
