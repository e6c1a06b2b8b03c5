"""`（下转第七版）` and `（上接第一版）`: a piece of which the page has but one half."""

import pytest

from unioncms.parsing import parse, read

TEXT = (
    "　　灯房班长每天擦一遍矿灯，\n擦完才去吃早饭，三十年没有\n断过一天。井下的人都说，灯亮\n"
    "着，心里就不慌。徒弟跟着他学\n"
    "了三年，头一件事就是"
)
OTHER = "　　水厂的巡井员带着一根铁钎\n走街，全城一千二百口井，他一\n口一口听过去。"


def articles(*blocks):
    return parse(read("\n".join(blocks).encode(), "page.txt")).articles


@pytest.mark.parametrize("jump", ["（下转第七版）", "(下转7版)", "（紧下转A2版）", "\n（下转第3版）"])
def test_jump_line_ends_the_text_and_stands_in_no_paragraph(jump):
    lamps, *rest = articles(
        "擦了三十年的矿灯", TEXT + jump, "王一川（左）在灯房里教徒弟。", "（企业供图）", "巡井员的铁钎", OTHER
    )
    assert lamps.body[-1].text.endswith("头一件事就是")
    assert lamps.incomplete
    assert [(each.caption, each.credit) for each in lamps.figures] == [
        ("王一川（左）在灯房里教徒弟。", "企业供图")
    ]
    assert [each.headline for each in rest] == ["巡井员的铁钎"]


def test_piece_that_breaks_off_behind_a_whole_sentence_is_incomplete_too():
    lamps, wells = articles("擦了三十年的矿灯", TEXT + "认灯。（下转第七版）", "巡井员的铁钎", OTHER)
    assert (lamps.incomplete, wells.incomplete) == (True, False)


def test_piece_taken_up_from_another_page_is_incomplete():
    lamps, wells = articles(
        "巡井员的铁钎", OTHER, "擦了三十年的矿灯", "（上接第一版）" + TEXT.strip("　") + "认灯。"
    )
    assert wells.body[0].text.startswith("灯房班长")
    assert (lamps.incomplete, wells.incomplete) == (False, True)
