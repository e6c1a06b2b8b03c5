"""What stands below a label of a site or a post, and the piece that comes after it."""

import pytest

from unioncms.parsing import parse, read

FIRST = "6月5日一早，采茶工刚放下背篓，云台县总工会的普法大篷车就开进了三分场的茶园。"
SECOND = "欠薪怎么办、工伤怎么认、合同到期不续有没有补偿，三十多名茶工轮着问到了中午。"
ABOVE = f"把法律课开进茶园\n2021-06-08 10:07  来源：云台县总工会\n{FIRST}\n{SECOND}\n"
BELOW = (
    "夜校里来了新面孔\n晚上七点，三十多名茶工坐进了二分场的旧仓库，墙上挂着一块新刷的黑板。\n"
    "第一课讲的是怎样看懂工资条，老会计讲了一个半钟头，没有一个人中途离开。\n"
)


def headlines(text):
    return [article.headline for article in parse(read(text.encode(), "page.txt")).articles]


@pytest.mark.parametrize(
    "links",
    [
        "往期推荐\n● 高温津贴怎么领？一图读懂\n● 三名茶工获奖\n● 夜校“上新”了\n",
        "【相关阅读】\n1. 三名茶工获奖\n2. 夜校“上新”了\n",
        "相关阅读\n三名茶工获奖 2021-06-07\n“采茶杯”收官 2021-06-06\n",
        "热点排行\n三名茶工获奖\n茶园里的“娘家人”\n\n",
        "精选留言\n　　采茶女：什么时候来二分场？\n　　作者回复：下周三就来，请留意推送。\n阅读 328  赞 5  在看 3\n",
        "网友评论（共2条）\n采茶女：支持！ 2021-06-08 12:03\n匿名网友\n说得好。\n发表评论\n",
    ],
)
def test_what_stands_below_a_label_is_no_piece(links):
    assert headlines(f"{ABOVE}\n{links}\n{BELOW}") == ["把法律课开进茶园", "夜校里来了新面孔"]


def test_column_of_comments_is_a_column():
    assert headlines(f"{ABOVE}\n【评论】\n{BELOW}") == ["把法律课开进茶园", "夜校里来了新面孔"]


def test_site_names_whose_page_it_is():
    document = parse(
        read(
            f"{ABOVE}县里各镇都来了人，市总工会主席王一川也到了耒阳市的茶园，耒阳市的茶工都围了过来。\n打印 关闭\n"
            "主办单位：衡阳市总工会 地址：衡阳市人民路1号\n".encode(),
            "page.txt",
        )
    )
    (person,) = document.people
    assert [(post.organisation, post.title) for post in person.posts] == [("衡阳市总工会", "主席")]


def test_day_in_brackets_is_no_column():
    document = parse(
        read(f"首页>资讯>动态\n把法律课开进茶园\n[2021-06-08]\n{FIRST}\n{SECOND}\n".encode(), "page.txt")
    )
    assert document.published_on == "2021-06-08"
    assert [(each.headline, each.column) for each in document.articles] == [("把法律课开进茶园", None)]


def test_column_of_one_page_is_none_of_the_next():
    document = parse(
        read(
            f"首页>>专题\n茶园大家谈\n把法律课开进茶园\n2021-06-08 10:07  来源：云台县总工会\n{FIRST}\n{SECOND}\n"
            "【编辑：敖敦】【审核：韩小林】\n"
            f"首页>>动态\n{BELOW}".encode(),
            "page.txt",
        )
    )
    assert [(each.column, each.headline) for each in document.articles] == [
        ("茶园大家谈", "把法律课开进茶园"),
        (None, "夜校里来了新面孔"),
    ]


LINKS = "采茶节开幕 三分场的职工唱了戏\n“四季茶灯”又点亮了仓库\n老茶厂翻开新的一页\n"


@pytest.mark.parametrize(
    ("head", "below", "are_links"),
    [
        ("2021-06-08 10:07  来源：云台县总工会\n", LINKS, True),
        ("", LINKS, False),  # on a paper's page headlines may stand at the end
        ("2021-06-08 10:07  来源：云台县总工会\n", "采茶的手\n新黑板\n旧仓库\n", False),  # captions
    ],
)
def test_titles_below_the_only_text_of_a_site_are_links(head, below, are_links):
    page = f"把法律课开进茶园\n{head}{FIRST}\n{SECOND}\n县里说，这样的课还要再上十堂，一直上到秋茶下山。\n{below}"
    document = parse(read(page.encode(), "page.txt"))
    assert (below.splitlines()[-1] in document.discarded) is are_links
