"""What the reader of an electronic paper and a site's frame print around a text, and what a site leaves empty."""

import pytest

from unioncms.parsing import parse, read

HEADLINE = "四十盏矿灯比亮"
REPORT = "9月3日，梨川县总工会举办矿灯检修比武，六个矿的四十名灯工参加，前三名各得一盏新灯。"
MORE = "县总工会还向各矿灯房赠送了检修工具，并请退休的老师傅到井口讲课，讲课的每人得一本手册。"


def parsed(*lines):
    return parse(read("\n".join(lines).encode(), "page.txt"))


@pytest.mark.parametrize(
    "head",
    [
        "00003版:职工生活",
        "第A02版：工会新闻",
        "第BB06版:时政新闻 | 上一版3 4下一版 |",
        "第05版：综合 上一版 下一版",
        "2024年7",
        "2024年第07期",
    ],
)
def test_page_and_issue_of_a_reader_are_heads(head):
    found = parsed(head, "", HEADLINE, "", REPORT)
    assert [(each.headline, len(each.body)) for each in found.articles] == [(HEADLINE, 1)]


@pytest.mark.parametrize(
    ("head", "paper"),
    [
        ("云台工人报 数字报纸", "云台工人报"),
        ("云台工人报数字报", "云台工人报"),
        ("梨川日报 电子版", "梨川日报"),
        ("云台工运电子报", "云台工运"),
        ("梨川工运Page 12 矿灯 井口", "梨川工运"),
        ("梨川工运 Page 3", "梨川工运"),
    ],
)
def test_name_of_an_electronic_paper_is_the_papers(head, paper):
    found = parsed(head, "", HEADLINE, "", REPORT)
    assert (found.publication, [each.headline for each in found.articles]) == (paper, [HEADLINE])


def test_headline_about_an_electronic_paper_stays_one():
    found = parsed("云台工人报电子版下月上线", "", REPORT)
    assert found.articles[0].headline == "云台工人报电子版下月上线"


@pytest.mark.parametrize(
    "line",
    [
        "W020240419823955839447_jpg",
        "IMG20230102.PNG",
        "(资料图片仅供参考)",
        "（资料图，图文无关）",
        "资料图片 来源网络",
        "看云台新闻，关注云台新闻网微信",
        "更多消息请关注梨川工会微博",
    ],
)
def test_pictures_place_and_sites_request_are_no_text(line):
    (article,) = parsed(HEADLINE, "", line, "", REPORT, "", MORE).articles
    assert [part.text for part in article.body] == [REPORT, MORE]
    assert not article.figures


def test_house_of_a_site_before_its_day():
    found = parsed(
        "2021年3月2日 星期二",
        "当前位置: 生活频道 详情",
        "",
        HEADLINE,
        "",
        "云台网 | 发布时间:2023-09-04 14:21:22.0 |",
        "",
        REPORT,
        "",
        "来源：梨川工人报",
        "作者：",
    )
    (article,) = found.articles
    assert (found.publication, found.published_on) == ("云台网", "2023-09-04")
    assert (article.source_credit, [part.text for part in article.body]) == ("梨川工人报", [REPORT])


@pytest.mark.parametrize(
    "links",
    [
        ["头条 23-09-20", "头条 23-09-18"],
        ["夜校开了三期 2023-09-20", "井口书屋迎新 [2023-09-18]", "灯工比武 （2023-09-02）"],
    ],
)
def test_titles_with_their_days_below_the_text_are_the_sites(links):
    found = parsed(HEADLINE, REPORT, MORE, *links)
    assert [len(each.body) for each in found.articles] == [2]
    assert set(links) <= set(found.discarded)


@pytest.mark.parametrize(
    "opening", ["【白鹭工报讯】（记者 王一川 通讯员 李小满）", "[白鹭工报讯](记者 王一川 通讯员 李小满)"]
)
def test_bracketed_dateline_of_a_named_paper(opening):
    found = parsed(HEADLINE, f"{opening}{REPORT}")
    (article,) = found.articles
    assert [(each.name, each.role) for each in article.contributors] == [
        ("王一川", "reporter"),
        ("李小满", "correspondent"),
    ]
    assert (found.publication, article.genre) == ("白鹭工报", "news")


@pytest.mark.parametrize("house", ["我宫", "我馆", "我中心", "我站", "我队"])
def test_house_that_calls_itself_ours_tells_news(house):
    text = f"9月3日，矿灯检修比武在{house}举行，六个矿的四十名灯工参加。"
    (article,) = parsed(
        HEADLINE, text, MORE, MORE.replace("手册", "图册"), MORE.replace("工具", "量具")
    ).articles
    assert article.genre == "news"


def test_paper_that_signs_the_text_above_the_links_stays():
    found = parsed(HEADLINE, REPORT, MORE, "梨川工人报 2023-09-04", "头条 23-09-20", "头条 23-09-18")
    assert found.published_on == "2023-09-04"


@pytest.mark.parametrize("own", ["我站在", "我所见的是", "我行走在"])
def test_what_somebody_does_himself_is_no_house(own):
    text = f"9月3日清早，{own}井口的灯房，灯工们在擦灯。我想起自己点过的第一盏灯，想起师傅的手。"
    (article,) = parsed("一盏灯", "王一川", text, text.replace("清早", "夜里"), MORE).articles
    assert article.genre == "essay"
