"""Texts that follow on each other in one print column, and titles at the end of the page that tell of both."""

from random import Random

from tests.parsing.distorting.wrapping import Setting, wrap
from unioncms.parsing import parse, read

LAMPS = (
    "9月3日，青石煤矿的新灯房投入使用，三百二十盏矿灯一盏一格，灯房班长王一川每天擦一遍，擦完才去吃早饭。",
    "王一川说，矿灯亮着，井下的人心里就不慌。新灯房的格子上还贴着每个人的名字，少了哪盏灯一眼就看得出来。",
)
BOOKS = (
    "9月5日，纺织厂职工书屋的夜读班办到第二十期，来读书的女工从七个人变成四十个人，书屋的门口排起了长队。",
    "女工们读完一本书就在墙上贴一片叶子，如今墙上已经是一棵大树，夜读班请来的老师也在树下留了一片。",
)
MORE_LAMPS = "9月5日，灯房又添了一排充电的格子，王一川把矿灯的名字贴重新写了一遍，字写得比从前大了一倍还多。"


def printed(*paragraphs):
    rows = [
        row for text in paragraphs for row in wrap(text, Setting(15, "none", False, lost_indent=2), Random(1))
    ]
    return "\n\n".join(rows)


def pieces(*blocks):
    articles = parse(read("\n\n".join(blocks).encode(), "page.txt")).articles
    return {article.headline: [part.text[:8] for part in article.body] for article in articles}


def starts(*texts):
    return [text[:8] for text in texts]


def test_two_titles_part_the_text_that_each_tells_a_part_of():
    assert pieces(printed(*LAMPS, *BOOKS), "纺织女工的夜读班", "矿灯有了新灯房") == {
        "矿灯有了新灯房": starts(*LAMPS),
        "纺织女工的夜读班": starts(*BOOKS),
    }


FERRY = (
    "天还没有亮透，渡口的老船工孙一鸣已经把缆绳理了一遍。他说，缆绳同人一样，夜里歇过了，早上要先松一松。",
    "这条缆绳孙一鸣理了二十六年。渡口上过江的人换了几茬，他的船没有误过一班，也没有湿过一个孩子的书包。",
)


def test_what_a_picture_shows_parts_nothing():
    assert list(pieces(printed(*LAMPS, *FERRY), "矿灯有了新灯房", "孙一鸣在理缆绳").values()) == [
        starts(*LAMPS, *FERRY)
    ]


def test_what_goes_on_on_another_page_is_the_end_of_the_second():
    text = printed(*LAMPS, BOOKS[0], BOOKS[1][:-16])
    page = "\n\n".join((text, "（下转第三版）", "纺织女工的夜读班", "矿灯有了新灯房"))
    articles = parse(read(page.encode(), "page.txt")).articles
    assert {article.headline: article.incomplete for article in articles} == {
        "矿灯有了新灯房": False,
        "纺织女工的夜读班": True,
    }


def test_one_title_parts_nothing():
    assert pieces(printed(*LAMPS, *BOOKS), "矿灯有了新灯房") == {"矿灯有了新灯房": starts(*LAMPS, *BOOKS)}


def test_two_titles_that_tell_of_the_same_text_do_not_part_it():
    text = printed(*LAMPS, MORE_LAMPS)
    assert list(pieces(text, "矿灯有了新灯房", "灯房班长王一川").values()) == [starts(*LAMPS, MORE_LAMPS)]
