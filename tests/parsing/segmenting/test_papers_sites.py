"""What the sites of papers print above and below their pages."""

import pytest

from unioncms.parsing import parse, read

REPORT = "9月3日，梨川县总工会举办矿灯检修比武，六个矿的四十名灯工参加，前三名各得一盏新灯。"
MORE = "县总工会还向各矿灯房赠送了检修工具，并请退休的老师傅到井口讲课，讲课的每人得一本手册。"


def parsed(*lines):
    return parse(read("\n".join(lines).encode(), "page.txt"))


@pytest.mark.parametrize("bar", ["云台工人报官方网站 | 云台工网首页 今天是", "云台工会网首页 | 今天是"])
def test_bar_of_a_site_is_no_headline(bar):
    found = parsed(bar, "出版日期:1988年3月1日", "头版", "01", "", "四十盏矿灯比亮", "", REPORT)
    assert [each.headline for each in found.articles] == ["四十盏矿灯比亮"]
    assert found.published_on == "1988-03-01"


def test_issue_and_page_in_one_line_are_the_head_of_the_page():
    found = parsed("云台工人报官网 | 首页", "第7247期:第01版 首版", "", "四十盏矿灯比亮", "", REPORT)
    assert [each.headline for each in found.articles] == ["四十盏矿灯比亮"]


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("云台工人报官方网站 | 首页", "云台工人报"),
        ("关注公众号,随时阅读云台工人报", "云台工人报"),
        ("首页 | 基层工会 | 联系我们", None),
    ],
)
def test_paper_whose_site_it_is(line, paper):
    assert parsed("四十盏矿灯比亮", REPORT, "", line).publication == paper


@pytest.mark.parametrize(
    ("opening", "paper"),
    [
        ("白鹭工报讯 ", "白鹭工报"),
        ("今日白鹭网9月4日讯 ", "今日白鹭网"),
        ("白鹭工报讯(记者 王一川)", "白鹭工报"),
        ("本报讯 ", None),
    ],
)
def test_report_that_names_its_paper_is_news_of_that_paper(opening, paper):
    found = parsed("四十盏矿灯比亮", f"{opening}{REPORT}")
    assert (found.publication, found.articles[0].genre) == (paper, "news")


def test_reporters_of_a_dateline_are_no_authors_of_the_sites_line():
    found = parsed(
        "四十盏矿灯比亮",
        "2023-10-09 来源：白鹭工报 作者：王一川 李小满",
        "W020231008641976797891.png",
        f"白鹭工报讯（全媒体记者王一川 通讯员李小满）{REPORT}",
    )
    (article,) = found.articles
    assert [(each.name, each.role) for each in article.contributors] == [
        ("王一川", "reporter"),
        ("李小满", "correspondent"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "发布时间:2024-07-08  来源:白鹭县总工会   返回上页",
        "//www.example.cn2024-07-08 10:09:08来源: 白鹭县总工会",
    ],
)
def test_day_and_source_among_the_sites_tools(line):
    found = parsed("四十盏矿灯比亮", line, "", REPORT)
    assert (found.published_on, found.articles[0].source_credit) == ("2024-07-08", "白鹭县总工会")
    assert found.articles[0].headline == "四十盏矿灯比亮"


def test_table_that_lays_out_a_page_is_none():
    found = parsed(
        "| 四十盏矿灯比亮 | |||", "| 白鹭资讯网 | 2011-3-21 19:32:19 党群工作 | ||", "|", REPORT, "| |||"
    )
    (article,) = found.articles
    assert (article.headline, [block.text for block in article.body]) == ("四十盏矿灯比亮", [REPORT])
    assert found.published_on == "2011-03-21"


def test_table_that_tells_something_stays_one():
    found = parsed("四十盏矿灯比亮", REPORT, "| 青石矿 | 十二盏 |", "| 梨川矿 | 八盏 |", "| 合计 | |")
    assert "| 合计 | |" in [block.text for block in found.articles[0].body]


def test_column_of_pictures_stands_above_a_caption_of_several_paragraphs():
    (found,) = parsed("图片新闻", "", REPORT, "", f"{MORE}(本报记者 王一川 摄)").articles
    assert (found.column, found.genre, found.headline) == ("图片新闻", "photo", None)
    assert found.figures[0].caption == f"{REPORT}\n{MORE}"


def test_line_of_the_day_that_runs_into_the_text_is_cut_off():
    found = parsed(
        "四十盏矿灯比亮看谁的灯修得又快又好梨川县总工会办比武",
        f"基层 2023-09-05 20:56:36 23浏览 作者:王一川{REPORT}",
        MORE,
    )
    (article,) = found.articles
    assert [block.text for block in article.body] == [REPORT, MORE]
    assert (article.headline, found.published_on) == (
        "四十盏矿灯比亮看谁的灯修得又快又好梨川县总工会办比武",
        "2023-09-05",
    )


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["9月3日，2019年矿灯检修比武在梨川县举行。"], "2019"),
        (["9月3日，梨川县总工会举办矿灯比武。", "2018年的前三名和2019年的新手同台。"], "2019"),
        (["矿上决定，明年的订报数在1994年的基础上增加一半。"], "1994"),
        (["2003年，他到梨川矿挖煤。", "2019年，他当了班长。"], None),
    ],
)
def test_year_that_the_words_of_a_report_show(lines, year):
    assert parsed("四十盏矿灯比亮", *lines).published_on == year


@pytest.mark.parametrize(
    ("head", "paper"),
    [
        (
            ["云台工人报 首页 | 上一版 | 下一版", "第03版:工会新闻", "2019年06月11日 星期二", "标题导航"],
            "云台工人报",
        ),
        (["云台日报数字报", "2019年6月11日", "第A03版：要闻"], "云台日报"),
    ],
)
def test_lines_of_a_digital_paper_are_the_head_of_its_page(head, paper):
    found = parsed(*head, "", "四十盏矿灯比亮", "", "本报记者 王一川", "", REPORT, MORE)
    (article,) = found.articles
    assert (article.headline, article.kicker, article.column) == ("四十盏矿灯比亮", None, None)
    assert (found.publication, found.published_on) == (paper, "2019-06-11")


def test_day_in_brackets_below_a_headline_is_no_part_of_it():
    found = parsed("四十盏矿灯比亮", "(2019-06-11)", "编辑：admin", REPORT, MORE)
    assert ([each.headline for each in found.articles], found.published_on) == (
        ["四十盏矿灯比亮"],
        "2019-06-11",
    )


def test_address_of_a_site_is_none_of_its_text():
    found = parsed("四十盏矿灯比亮", "www.example.org.cn", REPORT, MORE)
    assert [block.text for block in found.articles[0].body] == [REPORT, MORE]


def test_column_of_pictures_may_stand_where_a_headline_would():
    (found,) = parsed("图片报道", f"{REPORT}（王一川 摄影报道）").articles
    assert (found.column, found.headline, found.genre) == ("图片报道", None, "photo")
