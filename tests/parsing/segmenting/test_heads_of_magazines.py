"""What a magazine prints above its first piece, and the line that serves all essays of a page."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.furniture import is_page_line
from unioncms.parsing.page_heads import is_distribution, is_head_line, named_head

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


def test_day_that_an_issue_came_out_on():
    document = page(
        "# 青石职工\n\n2024年第2期（总第147期）　4月15日出版\n\n主管主办：青石市总工会\n\n"
        f"## 锅炉房里的耳朵\n\n{TEXT}\n",
        "page.md",
    )
    assert (document.publication, document.published_on) == ("青石职工", "2024-04-15")
    assert [article.headline for article in document.articles] == ["锅炉房里的耳朵"]


def test_issue_of_a_magazine_says_more_of_its_day_than_a_notice_in_it():
    document = page(
        f"青石工运 2016年第3期\n\n锅炉房里的耳朵\n\n{TEXT}\n\n"
        "关于评选工匠的通知\n\n各镇工会：\n\n请报送人选。\n\n青石市总工会\n\n2016年3月2日\n"
    )
    assert document.published_on == "2016"


@pytest.mark.parametrize("line", ["青 石 职 工　2009.4", "青石职工 · 2009.4", "主席论坛 · 青石职工"])
def test_line_at_the_foot_of_a_magazine_page_parts_no_sentence(line):
    document = page(
        f"# 青石职工\n\n2009年第4期（总第47期）\n\n## 锅炉房里的耳朵\n\n{TEXT}{OTHER[:12]}\n\n{line}\n\n{OTHER[12:]}\n",
        "page.md",
    )
    (article,) = document.articles
    assert [part.text for part in article.body] == [TEXT + OTHER]


@pytest.mark.parametrize(
    "head",
    [
        "青 石 工 运 一 周\n（2022.7.11—7.17）\n第28期（总第312期）\n青石市总工会宣传教育部编        2022年7月18日",
        "青石工人\n\n2022年7月18日  星期一  第3版  工会一周\n\n（2022.7.11—2022.7.17）\n\n"
        "─── 本版责任编辑：王一川  美编：李小满 ───",
    ],
)
def test_head_of_a_weekly_page_is_no_headline(head):
    document = page(
        f"{head}\n\n【本市要闻】\n\n夜校开班\n　　7月12日，青石市职工夜校开班，四十名装卸工围着一盏灯学看图纸。\n"
    )
    (article,) = document.articles
    assert (document.published_on, article.headline, article.kicker) == ("2022-07-18", "夜校开班", None)


@pytest.mark.parametrize("dash", ["——", "—— "])
def test_headline_that_has_lost_the_line_above_it_loses_its_dash(dash):
    (article,) = page(f"{dash}锅炉房里的“耳朵”\n\n通讯员 王一川\n\n　　{TEXT}\n　　{OTHER}\n").articles
    assert article.headline == "锅炉房里的“耳朵”"


def test_paper_and_section_at_the_foot_of_a_page_end_no_sentence():
    document = page(
        "青石工人报　2024年10月22日　星期二　第3版\n\n班组论坛\n\n先听后说\n\n●王一川\n\n"
        f"{TEXT}\n\n{OTHER[:-1]}，\n\n青石工人报　班组论坛\n\n"
        "书讯\n\n由市总工会编写的《青石工人运动史》近日出版，各单位可到职工书屋领取。\n"
    )
    assert [article.headline for article in document.articles] == ["先听后说", "书讯"]
    assert document.articles[0].body[-1].text == OTHER[:-1] + "，"


def test_source_of_a_post_is_no_section_of_the_paper():
    document = page(
        f"锅炉房里的耳朵\n青石工人报\n2024-03-08 17:30\n\n{TEXT}\n\n{OTHER}\n\n来源｜青石工人报\n作者｜王一川\n"
    )
    assert document.articles[0].source_credit == "青石工人报"


@pytest.mark.parametrize("name", ["工作动态", "工会动态"])
def test_bulletin_whose_name_ends_as_a_column_does_and_its_contents_without_a_title(name):
    document = page(
        f"　　{name}\n　　（第7期）\n青石市教育工会编印　　2022年3月18日\n━━━━━━━━\n"
        "　◇夜校开到了井口\n　◇女教职工“书香三月”活动启动\n━━━━━━━━\n\n"
        f"夜校开到了井口\n\n　　3月10日，青石煤矿工会的夜校在井口开课。\n\n　　{TEXT}\n\n"
        f"女教职工“书香三月”\n活动启动\n\n　　3月8日，青石市教育工会启动读书活动。\n\n　　{OTHER}\n"
    )
    assert [(each.column, each.kicker, each.headline) for each in document.articles] == [
        (None, None, "夜校开到了井口"),
        (None, None, "女教职工“书香三月”活动启动"),
    ]


def test_name_day_and_page_of_a_weekly():
    assert named_head("云门工运周报 二〇一八年九月十六日 第二版") == "云门工运周报"


@pytest.mark.parametrize(
    "line", ["报送：省总工会　　抄送：市委办公室", "抄报：市委、市政府", "发：各县区总工会"]
)
def test_whom_a_bulletin_goes_to(line):
    assert is_distribution(line)


BELOW = f"## 卷首语\n\n### 把话听完\n\n{OTHER}\n\n## 工友\n\n### 锅炉房的电话\n\n{TEXT}\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("# 青石工友\n\n## 2022年第三期", "2022"),
        ("# 青石工友\n\n总第118期 二〇二二年六月", "2022-06"),
        ("# 青石工友\n\n*2022年第3—4期合刊*", "2022"),
        ("**2022 · 春季号** 青石县总工会主办", "2022"),
        ("---\ntitle: 青石工友\nissue: 2022年第3期\n---", "2022"),
    ],
)
def test_issue_tells_the_year_and_heads_no_piece(head, day):
    document = page(f"{head}\n\n{BELOW}", "page.md")
    assert document.published_on == day
    assert [each.headline for each in document.articles] == ["把话听完", "锅炉房的电话"]


def test_day_below_a_letter_is_not_that_of_the_issue():
    letter = f"## 来信\n\n### 谢谢\n\n编辑同志：\n\n{TEXT}\n\n王一川\n\n2022年5月6日\n"
    assert page(f"# 青石工友 2022年第3期\n\n{BELOW}\n{letter}", "page.md").published_on == "2022"
