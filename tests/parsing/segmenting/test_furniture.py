"""Lines of web pages that belong to no article, and lines of articles that look like them."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.furniture import is_furniture, is_page_line


@pytest.mark.parametrize(
    "line",
    [
        "23 赞 收藏 举报",
        "[1] [2] 下一页",
        "上一页 1 2 3 ... 尾页",
        "【上一篇】送清凉车队开进工地",
        "« 上一篇：没有了",
        "分享让更多人看到",
        "转载请注明出处",
        "今天是2024年5月1日 星期三",
        "您好，欢迎访问白鹭市总工会网站！ 今天是：2024年5月1日 星期三",
        "本周看点：新春第一课 / 换届 / 来客",
        "下期预告：夜校怎样办到车间",
        "扫码订阅《白鹭工人周讯》",
        "已有 12 人参与 我要评论",
        "微信 微博 QQ空间 复制链接",
        "© 2024 青石县总工会",
        "3上一版 下一版4",
        "上一个 下一个",
    ],
)
def test_page_tools_are_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "今天是工会成立一百周年的日子",
        "已有三千名职工报名",
        "客户端里的工会服务",
        "2024 1 2",
        "扫描二维码就能看到每一笔工资。",
        "下一个 奋斗的身影",
        "下一期 再见",
        "在线HR",
    ],
)
def test_words_of_an_article_are_none(line):
    assert not is_furniture(line)


BODY = "本报讯 5月8日，青石县总工会启动职工摄影展，作品限于反映一线职工的劳动与生活。"


def test_address_of_a_notice_stays_in_its_text():
    page = f"摄影展征稿启事\n{BODY}\n地址：青石县人民路118号\n邮编：650000\n联系电话：0871-60000000\n"
    (article,) = parse(read(page.encode(), "notice.txt")).articles
    assert [block.text for block in article.body][1:] == [
        "地址：青石县人民路118号",
        "邮编：650000",
        "联系电话：0871-60000000",
    ]


def test_address_at_the_foot_of_a_site_is_furniture():
    page = (
        f"摄影展开幕\n{BODY}\n关于我们 | 联系我们\n地址：人民路118号\n电话：0871-60000000\nCopyright 2024\n"
    )
    document = parse(read(page.encode(), "page.txt"))
    assert [block.text for block in document.articles[0].body] == [BODY]
    assert "地址：人民路118号" in document.discarded


@pytest.mark.parametrize("line", ["本版责编 单雪", "本期校对：程晓岚"])
def test_who_made_the_page_is_of_no_piece(line):
    document = parse(
        read(f"井口的一碗面\n\n三号井口办起夜班食堂，矿工都能吃上热饭。\n\n{line}\n".encode(), "page.txt")
    )
    assert line in document.discarded
    assert not document.people


@pytest.mark.parametrize("line", ["本版编辑：单雪 美编：王一川 校检：程晓岚", "【责任编辑：单雪】"])
def test_who_made_the_page_heads_no_piece(line):
    above = "井口的一碗面\n\n本报讯 9月3日，三号井口办起夜班食堂，矿工都能吃上热饭。"
    text = f"{above}\n\n{line}\n\n夜校的一盏灯\n\n本报讯 9月4日，夜校在砖厂开了第一堂课。\n"
    first, second = parse(read(text.encode(), "page.txt")).articles
    assert (second.headline, second.column, len(first.body)) == ("夜校的一盏灯", None, 1)


def test_address_for_pieces_stands_beside_the_editors():
    assert is_page_line("投稿邮箱：bailu@163.com 值班编辑：单雪 排版：程晓岚")
    assert not is_page_line("投稿邮箱：bailu@163.com")


@pytest.mark.parametrize("line", ["—— 第 2 页 共 3 页 ——", "- 第1页 -", "第 2 页 / 共 3 页"])
def test_numbers_of_pages_between_dashes(line):
    assert is_page_line(line)


def test_where_to_send_contributions_is_furniture():
    assert is_furniture("投稿请发：qingshi@example.com")
    assert not is_furniture("投稿请他改了三遍，他也不恼。")
