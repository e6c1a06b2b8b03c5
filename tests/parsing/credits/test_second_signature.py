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


ESSAYS = (
    f"夜校里的灯\n\n　　{FIRST}\n"
    "　　头一课来了七个人，第二课来了十九个人，第三课就要到院子里去借凳子了。\n"
    "　　来得最早的是烧窑的，来得最晚的是看门的，谁来得晚谁就擦黑板。\n"
    "　　夜校开在砖窑旁边，讲台是两块门板搭起来的，黑板要轮流擦，教的人要有耐心，学的人要\n\n"
    f"少讲一句套话\n\n□李小满\n\n　　{SECOND}\n　　套话说一句，人就走远一步；实话说一句，人就走近一步。\n"
    "　　答应下来的事要有回音，办不成的事要讲道理，讲不通的道理不如不讲。\n"
    "　　车间里的人不怕话重，只怕话空。\n\n"
)
REST = (
    "　　有决心。夜校的灯一盏接一盏地亮着，砖窑里的火也一窑接一窑地烧着，谁也没有先熄。\n\n"
    "（作者系青石县总工会干部 王一川）\n"
)
LAST = (
    "\n三张工资单\n\n　　同样的岗位，同样的班次，三个人的工资单上却有三个数，差在哪里谁也说不清。\n"
    "　　后来公司把每一道工序的单价贴在墙上，月底再对一对，三张工资单就对上了。\n"
    "　　对得上的是数，对不上的是心里的账；心里的账要坐下来慢慢算。\n"
    "　　坐下来的人里有厂长，有会计，也有开叉车的。\n"
    "　　会开了一个下午，茶添了三回，谁也没有先走。\n\n"
    "（作者系青石县总工会主席 岑小渔）\n"
)


@pytest.mark.parametrize("between", ["", "作者系青石县总工会女职工部部长\n\n"])
def test_rest_of_a_cut_essay_stands_below_the_one_set_into_it(between):
    articles = parse(read((ESSAYS + between + REST + LAST).encode(), "page.txt")).articles
    assert [(each.headline, [one.name for one in each.contributors]) for each in articles] == [
        ("夜校里的灯", ["王一川"]),
        ("少讲一句套话", ["李小满"]),
        ("三张工资单", ["岑小渔"]),
    ]
    assert "学的人要有决心。" in "".join(block.text for block in articles[0].body)
    assert not articles[0].incomplete
