"""What sites print about a text in lines of their own, and what they print around it."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits import read_credit
from unioncms.parsing.furniture import is_furniture

HEADLINE = "云台县总工会把体检车开进茶山"
FIRST = "6月5日，云台县总工会的体检车停在三分场门口，一百二十名采茶工量了血压、查了视力。"
SECOND = "县总工会说，秋茶下山以前还要来一次，把报告送到每个人手里。"


def page(text):
    return parse(read(text.encode(), "page.txt"))


def assert_plain(document, **expected):
    (article,) = document.articles
    assert (article.headline, article.kicker, article.subheadline) == (HEADLINE, None, None)
    assert [block.text for block in article.body] == [FIRST, SECOND]
    assert article.genre == "news"
    for field, value in expected.items():
        assert getattr(article if hasattr(article, field) else document, field) == value


@pytest.mark.parametrize(
    "head",
    [
        "发布时间：\n2021-06-08\n来源：\n云台日报\n",
        "来源：\n云台日报\n发布日期：\n2021年6月8日\n",
        "2021-06-08 10:07:12来源：云台日报编辑：李小满责编：王一川\n",
        "发布时间：2021-06-08 10:07:12来源：云台日报作者：佚名\n",
        "//www.yuntai.example2021-06-08 10:07:12来源: 云台日报\n分享到： | 更多 |\n",
        "云台日报 2021-06-08 10:07\n",
        "08.06.2021 10:07\n本文来源：云台日报\n",
        "时间：2021-06-08\n3412\n来源：云台日报\n",
        "[ 来源：云台日报 | 类型：原创 | 作者：佚名 | 时间：2021-06-08 10:07 | 浏览：123次 | 评论：0 ]\n",
        "2021-06-08 10:07\n发布于：云南\n来源：云台日报\n小字号\n",
        "云台日报客户端\n2021-06-08 10:07\n来源：云台日报\n",
        "2021-06-08 10:07 来源：云台日报 我要评论(0)\n",
        "来源: 云台日报 【字号:大 中 小】\n(2021-06-08)\n",
        "【发布日期：2021-06-08】 【来源：云台日报】 【阅读：12次】 【关闭】\n",
        "云台网 http://www.yuntai.example/  2021年06月08日 10:07\n来源：云台日报\n",
        "发布人：王一川 2021-06-08 10:07:22\n来源：云台日报\n",
    ],
)
def test_day_and_source_stand_in_one_line_or_below_their_labels(head):
    assert_plain(
        page(f"{HEADLINE}\n{head}{FIRST}\n{SECOND}\n"), published_on="2021-06-08", source_credit="云台日报"
    )


@pytest.mark.parametrize("label", ["公司新闻", "工会要闻", "专题：关爱职工在行动"])
def test_name_above_the_headline_is_the_columns(label):
    document = page(
        f"新闻中心\nNEWS CENTER\n{label}\n{HEADLINE}\n2021-06-08 10:07  浏览：12\n{FIRST}\n{SECOND}\n"
    )
    assert_plain(document, published_on="2021-06-08")


def test_house_and_name_between_headline_and_day_are_the_byline():
    document = page(f"{HEADLINE}\n云台县总工会 王一川\n2021-06-08\n{FIRST}\n{SECOND}\n")
    assert_plain(document, published_on="2021-06-08")
    (article,) = document.articles
    assert [(each.name, each.role) for each in article.contributors] == [("王一川", "author")]


@pytest.mark.parametrize(
    ("head", "dateline", "publication"),
    [
        ("2021-06-08 10:07 来源：云台县广电局\n", "", None),
        ("2021-06-08 10:07 来源：云台县总工会\n", "", None),
        ("2021-06-08 10:07 来源：党群工作部\n", "", None),
        ("2021-06-08 10:07 来源：云台日报\n", "", "云台日报"),
        ("", "云上云台报道（记者 王一川）", "云上云台"),
    ],
)
def test_office_that_gives_a_text_is_no_paper(head, dateline, publication):
    assert page(f"{HEADLINE}\n{head}{dateline}{FIRST}\n{SECOND}\n").publication == publication


def test_day_on_which_a_site_is_read_is_no_account():
    document = page(f"今天是 2021年6月9日 星期三\n{HEADLINE}\n2021-06-08 10:07 浏览：12\n{FIRST}\n{SECOND}\n")
    assert_plain(document, publication=None, published_on="2021-06-08")


def test_day_is_kept_where_the_site_names_no_source():
    assert_plain(
        page(f"{HEADLINE}\n发布时间：2021-06-08 09:41 来源：本站 阅读次数：312\n{FIRST}\n{SECOND}\n"),
        published_on="2021-06-08",
        source_credit=None,
    )


def test_empty_label_takes_no_headline_for_its_value():
    assert_plain(page(f"当前版：02版\n发布日期：\n{HEADLINE}\n{FIRST}\n{SECOND}\n"), source_credit=None)


def test_reader_of_an_electronic_paper_names_the_paper_and_not_its_day():
    document = page(
        f"电子报阅读\n2025-10-16\n星期四\n当前报纸名称：云台晚报\n\n{HEADLINE}\n\n"
        f"日期：06-06\n字号：\n版面：第07版：民生　　上一篇　下一篇\n\n　　{FIRST}\n\n　　{SECOND}\n"
    )
    assert_plain(document, publication="云台晚报", published_on=None)


@pytest.mark.parametrize(
    "foot",
    [
        "标签：体检；采茶工；\n",
        "声明：本站的文字和图片都属于云台县总工会，谁要用，请先写信来问，写明用在哪里、用多久、给谁看，问清楚了再用，用的时候也请写上出处，不要改动题目和作者的名字。没有问过就用的，我们会请他撤下来；撤不下来的，只好请律师出面，把话说清楚，到时候彼此都不好看，所以还是先问一声的好。\n",
        "评论一下\n评论 2人参与，1条留言\n还没有评论，你来写第一条！\n最热评论\n",
        "新闻热点\n新闻爆料\n",
        "关闭×\n",
        "文章录入：admin　　责任编辑：admin\n打 印| 关 闭\n",
        "（原标题：茶山来了体检车）\n扫码看视频\n",
        "-\n浏览次数：88\n",
        "一审：王一川\n二审：李小满\n三审：赵青\n",
    ],
)
def test_what_a_site_prints_below_a_text_is_none_of_it(foot):
    assert_plain(page(f"{HEADLINE}\n{FIRST}\n{SECOND}\n{foot}"))


@pytest.mark.parametrize(
    "cells", ["时政 | 工会频道 | 视频  专题 | 老照片 | 嗨，云台！", "要闻｜社会｜财经｜工会｜教育"]
)
def test_cells_between_bars_are_a_menu(cells):
    assert is_furniture(cells)
    assert_plain(page(f"{cells}\n{HEADLINE}\n{FIRST}\n{SECOND}\n"))


@pytest.mark.parametrize("line", ["声明：我没有在任何一份空白合同上签过字。", "版面小了，话要短"])
def test_lines_of_a_text_are_no_furniture(line):
    assert not is_furniture(line)


def test_whoever_wrote_under_no_name_is_nobody():
    assert read_credit("2021-06-08 10:07 作者：佚名").contributors == ()


def test_head_of_a_page_is_no_source():
    assert read_credit("云台日报 2020年8月12日 星期三 A6理论").source is None


def test_day_below_a_headline_is_no_number_of_narrow_rows():
    text = FIRST + SECOND
    rows = "\n".join(text[at : at + 13] for at in range(0, len(text), 13))
    document = page(f"{HEADLINE}\n2024-06-06\n　　{rows}\n")
    (article,) = document.articles
    assert (article.headline, document.published_on) == (HEADLINE, "2024-06-06")
    assert article.body[0].text.startswith("6月5日，")
