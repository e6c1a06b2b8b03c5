"""A piece that is signed above and below by different people."""

import pytest

from unioncms.parsing import parse, read

FIRST = "县总工会把职工的事一件一件记在本子上，办成一件就划掉一件，年底请职工来查账。"
SECOND = "车间里的难处要到车间里去听，坐在办公室里想不出来，这是老师傅们教给我们的道理。"


def pieces(middle, closing):
    page = f"本子上的工会\n\n□记者 王一川\n\n{FIRST}\n\n{middle}\n\n{SECOND}\n\n{closing}\n"
    articles = parse(read(page.encode(), "page.txt")).articles
    return [(article.headline, [each.name for each in article.contributors]) for article in articles]


def test_second_author_has_the_heading_as_a_headline():
    found = pieces("车间里的道理", "（作者系青石县总工会主席 李小满）")
    assert found == [("本子上的工会", ["王一川"]), ("车间里的道理", ["李小满"])]


def test_numbered_headings_do_not_count():
    found = pieces(
        f"一、账本要公开\n\n{SECOND[:-1]}呀。\n\n车间里的道理", "（作者系青石县总工会主席 李小满）"
    )
    assert [headline for headline, _ in found] == ["本子上的工会", "车间里的道理"]


@pytest.mark.parametrize(
    ("middle", "closing"),
    [
        ("车间里的道理", "（王一川 整理）"),
        ("车间里的道理", "（作者系青石县总工会主席）"),
        (f"账本要公开\n\n{SECOND[:-1]}呀。\n\n车间里的道理", "（作者系青石县总工会主席 李小满）"),
    ],
    ids=["compiled by the reporter", "a post alone", "two headings that could be headlines"],
)
def test_piece_stays_whole_where_nothing_says_that_it_is_two(middle, closing):
    assert len(pieces(middle, closing)) == 1


def test_occasion_above_essays_is_the_column_of_each():
    page = "学习贯彻全县工会工作会议精神\n\n"
    for headline, text, name in (("本子上的工会", FIRST, "王一川"), ("车间里的道理", SECOND, "李小满")):
        page += f"{headline}\n\n{text}\n\n（作者系青石县总工会干部 {name}）\n\n"
    articles = parse(read(page.encode(), "page.txt")).articles
    assert [(each.column, each.headline) for each in articles] == [
        ("学习贯彻全县工会工作会议精神", "本子上的工会"),
        ("学习贯彻全县工会工作会议精神", "车间里的道理"),
    ]
