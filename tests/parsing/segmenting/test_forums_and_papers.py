"""What forums and digital papers print about the one article of their page."""

import pytest

from unioncms.parsing import parse, read

HEADLINE = "云台铁路局5名职工获评工匠"
TEXT = (
    "本报讯（记者 何晓兰）云台铁路局工会近日公布名单，5名职工获评工匠，全局职工都在学他们的手艺。\n"
    "5名职工都来自一线，专注、专心、专业，在铁路安全生产中起了带头作用，徒弟带了一拨又一拨。\n"
)
CONTENTS = (
    "第06版:工会\n3上一版  下一版4\n \n“天天都有课，工友学法忙”普法活动举办\n云台集团搭台助职工成才\n"
    f"{HEADLINE}\n白鹭镇工会志愿队下乡“春耕助农”\n \n版面导航\n \n3上一期  下一期4\n"
    "3上一篇  下一篇4 2025年4月18日 放大 缩小 默认        \n\n"
)
FORUM = (
    " • 242阅读\n  • 0回复\n\n云台铁路局5名职工获评工匠 [复制链接]\n\n上一主题 下一主题\n离线admin\n \n\n"
    "只看楼主 倒序阅读 0 发表于: 2025-04-18\n第1版()\n专栏:\n\n"
)
LOGIN = "马上注册!\n您需要 登录 才可以下载或查看，没有账号?注册\n×\n"
WAY = "您当前的位置：首页 > 工会 > 工会要闻 云台铁路局5名职工获评工匠\n2025-04-18 17:36:19来源：云台工运网\n分享到：\n"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (f"{CONTENTS}{HEADLINE}\n\n", " \n3上一篇  下一篇4  \n"),
        (f"{FORUM}{HEADLINE}\n", "快速回复\n \n上一个 下一个\n"),
        (f"{LOGIN}{HEADLINE}\n", ""),
        (f"留言板\n{WAY}\n", "（责编：何小麦、苗青）\n\n全工简介\n"),
    ],
    ids=[
        "a digital paper",
        "a forum",
        "a forum that asks for a login",
        "a headline behind the way to the page",
    ],
)
def test_the_article_is_all_that_the_page_tells(head, foot):
    document = parse(read(f"{head}{TEXT}{foot}".encode(), "page.txt"))
    (article,) = document.articles
    assert (article.headline, article.kicker, article.subheadline) == (HEADLINE, None, None)
    assert [block.text[-4:] for block in article.body] == ["的手艺。", "一拨又一拨。"[-4:]]


def test_the_day_stands_in_the_bar_of_a_digital_paper():
    assert parse(read(f"{CONTENTS}{HEADLINE}\n\n{TEXT}".encode(), "page.txt")).published_on == "2025-04-18"


def test_a_trainee_among_the_editors_reported_nothing():
    page = f"{HEADLINE}\n2025-04-18 来源：云台日报\n{TEXT}（责编：实习生、苗小青）\n"
    (article,) = parse(read(page.encode(), "page.txt")).articles
    assert [(each.name, each.role) for each in article.contributors if each.name == "苗小青"] == [
        ("苗小青", "responsible_editor")
    ]


def test_a_signed_picture_below_the_head_of_a_site_is_a_piece():
    page = (
        "云台工会新闻网>>基层\n\n灯下传艺\n\n何晓兰\n\n2021年10月19日09:32  来源：《云台日报》\n\n"
        "10月7日，在白鹭煤矿工作室，来自一线的电工曹小满（右四）正在讲解开关故障实例，工友们听得津津有味。"
        "该矿工会主席许志明说，这样的课每周都有。本报记者 何晓兰 摄\n\n（责编：苗青、黄谨）\n\n全工简介\n"
    )
    (article,) = parse(read(page.encode(), "page.txt")).articles
    assert (article.headline, article.genre, len(article.figures)) == ("灯下传艺", "photo", 1)
