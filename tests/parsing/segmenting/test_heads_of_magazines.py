"""What a magazine prints above its first piece, and the line that serves all essays of a page."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.furniture import is_page_line
from unioncms.parsing.page_heads import is_head_line, named_head

TEXT = "老周在锅炉房守了二十年，冬天里最怕的不是冷，是半夜里电话忽然响起来。"
OTHER = "我们在青石县走访了四十个班组，最深的体会是，先把话听完，再把事办好。"


def page(text, name="page.txt"):
    return parse(read(text.encode(), name))


@pytest.mark.parametrize(
    "line",
    [
        "2023年第2期（总第96期） 主管：青石市总工会 编印：《青石工运》编辑部",
        "2019年第4期 主办：青石县总工会",
    ],
)
def test_who_makes_a_magazine_stands_beside_its_issue(line):
    assert is_head_line(line)


@pytest.mark.parametrize(
    "line", ["2007年第9期（总第63期） 青 石 工 人", "二〇一六年第五期 青石工人", "总第88期 青石工人"]
)
def test_name_stands_behind_the_issue(line):
    assert named_head(line) == "青石工人"


def test_name_behind_a_training_course_is_none():
    assert named_head("2019年第4期 青石焊工培训班开班") is None


@pytest.mark.parametrize(
    "line",
    [
        "本版由青石市总工会与本报合办",
        "本版与青石市总工会联合主办",
        "青石市总工会与本报合办",
        "本周刊由青石市总工会协办 欢迎扫描二维码阅读电子版",
        "青石工运编辑部 地址：青石市工会路1号 内部资料",
    ],
)
def test_who_makes_a_page_is_no_headline(line):
    assert is_page_line(line)


@pytest.mark.parametrize("line", ["本版面向全市征稿", "本报由周刊改为日报", "本刊与读者一起走过十年"])
def test_what_a_paper_says_of_itself_is_text(line):
    assert not is_page_line(line)


def test_magazine_in_markdown():
    document = page(
        "# 青石工运\n\n2023年第2期（总第96期）　主管：青石市总工会　编印：《青石工运》编辑部\n\n"
        f"目录  [卷首语](#1)  [人物](#2)  [文苑](#3)\n\n【卷首语】\n\n## 锅炉房里的耳朵\n\n王一川\n\n{TEXT}\n",
        "page.md",
    )
    (article,) = document.articles
    assert (document.publication, document.published_on) == ("青石工运", "2023")
    assert (article.headline, article.kicker, article.subheadline) == ("锅炉房里的耳朵", None, None)
    assert article.column == "卷首语"


@pytest.mark.parametrize(
    "below",
    ["本版由青石市总工会与本报合办\n\n", "编者按：怎样听职工说话？\n\n本版今天选登两篇，欢迎来稿。\n\n"],
)
def test_line_above_the_essays_of_a_page_is_the_column_of_each_and_of_no_picture(below):
    document = page(
        f"青石潮\n\n{below}先听后说\n\n●王一川\n\n{TEXT}\n\n{OTHER}\n\n一把钥匙开一把锁\n\n●李小满\n\n{OTHER}\n\n{TEXT}\n\n"
        "码头的早晨\n\n5月5日，青石港的装卸工在码头上排演节目，家属也来帮忙搬道具。\n赵小川 摄\n"
    )
    assert [article.headline for article in document.articles] == [
        "先听后说",
        "一把钥匙开一把锁",
        "码头的早晨",
    ]
    assert [article.column for article in document.articles] == ["青石潮", "青石潮", None]
