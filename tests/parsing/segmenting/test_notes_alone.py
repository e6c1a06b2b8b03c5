"""An editor's note that was copied without the piece it leads to."""

import pytest

from unioncms.parsing import parse, read

FIRST = "矿灯照见的是井下的路，也照见一代代灯工的手艺。9月3日，梨川县总工会举办矿灯检修比武。"
SECOND = "修了三十年灯的赵小禾，把备件记在本子里的李小满，都是这样的灯工，他们的话值得细听。"
REPORT = "9月3日，梨川县总工会举办矿灯检修比武，六个矿的四十名灯工参加。"


def articles(*lines):
    return parse(read("\n".join(lines).encode(), "page.txt")).articles


@pytest.mark.parametrize("below", [[], ["新闻推荐"], ["相关阅读", "夜校开了三期 2023-09-20"]])
@pytest.mark.parametrize("label", ["编者按", "【开栏的话】", "编者的话："])
def test_note_without_its_piece_is_a_preface_and_incomplete(label, below):
    (article,) = articles(label, FIRST, SECOND, *below)
    assert (article.genre, article.body, article.incomplete) == ("preface", (), True)
    assert (article.editors_note or "").split("\n") == [FIRST, SECOND]


def test_note_over_a_headline_and_its_text_ends_there():
    (article,) = articles("编者按", FIRST, "", "四十盏矿灯比亮", REPORT)
    assert (article.headline, article.editors_note) == ("四十盏矿灯比亮", FIRST)
    assert [part.text for part in article.body] == [REPORT]
    assert not article.incomplete
