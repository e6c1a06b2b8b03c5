"""Lines that only look like headings, bylines, titles or verse."""

import pytest

from unioncms.parsing import parse, read

LAMPS = "灯房班长每天擦一遍矿灯，擦完才去吃早饭，三十年没有断过一天，井下的人都说，灯亮着，心里就不慌。"
WELLS = "水厂的巡井员带着一根铁钎走街，全城一千二百口井，他一口一口听过去，听得出水管在地下漏没漏水。"


def articles(*lines):
    return parse(read("\n".join(lines).encode(), "page.txt")).articles


def test_marked_line_above_a_photographer_is_a_caption():
    (found,) = articles("擦了三十年的矿灯", LAMPS, "▲灯房里的三百盏灯", "王一川 摄", WELLS)
    assert [(each.caption, each.credit) for each in found.figures] == [("灯房里的三百盏灯", "王一川 摄")]
    assert [block.text for block in found.body] == [LAMPS, WELLS]


def test_post_and_name_below_a_line_that_tells_of_somebody_go_on_with_it():
    (found,) = articles(
        "擦了三十年的矿灯", "——记全省劳动模范、青石机床集团", "首席技师李小满", "□记者 王一川", LAMPS
    )
    assert found.subheadline == "记全省劳动模范、青石机床集团首席技师李小满"
    assert [(each.name, each.role) for each in found.contributors] == [("王一川", "reporter")]


def test_words_of_a_speaker_on_a_line_of_their_own_are_text():
    speech = "“师傅，您看这盏灯还亮得了吗？”"
    (found,) = articles("擦了三十年的矿灯", speech, LAMPS, WELLS)
    assert [block.text for block in found.body] == [speech, LAMPS, WELLS]


def test_number_that_the_end_of_a_row_cuts_is_one():
    (found,) = articles(
        "擦了三十年的矿灯", "", LAMPS[:20], "", "2", "", "020", "", "年，灯换了新的，人还是老的。", "", WELLS
    )
    assert "2020年，灯换了新的" in "".join(block.text for block in found.body)


@pytest.mark.parametrize("headline", ["李大同同志逝世", "职工运动会开幕", "征稿启事"])
def test_headline_below_a_poem_is_none_of_its_lines(headline):
    verse = ["灯房的灯亮了", "一盏又一盏", "像早起的星星", "走进大地的衣兜", "母亲站在坡上"]
    poem, *rest = articles("擦了三十年的矿灯", "王一川", *verse, headline, LAMPS, WELLS)
    assert [block.text for block in poem.body] == verse
    assert [each.headline for each in rest] == [headline]


def test_column_of_briefs_in_the_midst_of_a_page_holds_marked_headlines():
    first, *briefs = articles(
        "擦了三十年的矿灯",
        LAMPS,
        WELLS,
        "简明新闻",
        "●流动书车进工地",
        f"近日，{LAMPS}",
        "●工地上来了书车",
        f"近日，{WELLS}",
    )
    assert first.column is None
    assert {each.column for each in briefs} == {"简明新闻"}


def test_paper_of_workers_below_the_number_of_the_page_is_its_head():
    head = ["2022年12月9日 星期五  编辑 / 文 静", "综 合 03", "青石工人"]
    document = parse(read("\n".join([*head, "擦了三十年的矿灯", LAMPS, WELLS]).encode(), "page.txt"))
    assert document.publication == "青石工人"
    assert [each.headline for each in document.articles] == ["擦了三十年的矿灯"]


def test_marks_of_headlines_in_a_column_of_briefs_are_none_of_them():
    _, *briefs = articles(
        *("擦了三十年的矿灯", LAMPS, WELLS, "简明新闻"),
        *("●流动书车进工地", f"近日，{LAMPS}", "●工地上来了书车", f"近日，{WELLS}"),
    )
    assert [each.headline for each in briefs] == ["流动书车进工地", "工地上来了书车"]


def test_row_that_opens_the_page_has_none_above_it_to_go_on_from():
    (only,) = articles("县总工会党组书记、")
    assert [each.text for each in only.body] == ["县总工会党组书记、"]
