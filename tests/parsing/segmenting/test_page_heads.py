"""The head and foot of pages and bulletins: paper, issue, day, editors, distribution; none of it is a title."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits.lines import read_credit
from unioncms.parsing.days import day_in
from unioncms.parsing.furniture import is_page_line
from unioncms.parsing.page_heads import (
    is_distribution,
    is_head_line,
    is_imprint,
    is_running_line,
    named_head,
    paper_of,
    papers_of,
)

BODY = "本报讯 5月8日，青石县总工会启动职工摄影展，作品限于反映一线职工的劳动与生活。"
OTHER = "展览将持续到月底，参观的职工可以带走一张自己喜欢的照片，也可以留下一句话。"


def page(text):
    return parse(read(text.encode(), "page.txt"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二○二四年五月二十日", "2024-05-20"),
        ("一九九八年十二月三十一日", "1998-12-31"),
        ("2024年11月7日 星期四", "2024-11-07"),
        ("二〇二四年五月", "2024-05"),
        ("2024.11.7", "2024-11-07"),
        ("中华民国一一二年十月二十五日", "2023-10-25"),
        ("民国九十八年五月一日", "2009-05-01"),
        ("中华民国113年11月15日 星期五", "2024-11-15"),
        ("2024·8", "2024-08"),
        ("2024/8/12", "2024-08-12"),
        ("2024年13月40日", None),
    ],
)
def test_day_of_a_line(text, day):
    assert day_in(text) == day


@pytest.mark.parametrize(
    "line",
    [
        "第12期（9月2日—9月8日）",
        "青石县总工会办公室编 2024年9月9日",
        "二○二四年九月九日 星期一 第八十二期",
        "2024年第3期（总第47期）",
        "2024年9月9日 星期一 农历甲辰年八月初七",
    ],
)
def test_issue_day_and_office_make_the_head_of_a_page(line):
    assert is_head_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "青石工人报 2019年4月26日 星期五 综合新闻 第2版",
        "综合新闻 2019 年 4 月 26 日 星 期五",
        "第2版 副刊 青石工人报",
        "青石工人报　2019年11月22日　星期五　第4版　副刊　责任编辑：苏叶　版式：林可　电话：6320118",
    ],
)
def test_running_head_falls_out_of_a_sentence(line):
    words = BODY.removeprefix("本报讯 ")
    above = "\n\n".join(f"第{number}天，{OTHER}" for number in "一二三四五")
    (article,) = page(f"摄影展开幕\n\n{above}\n\n{words[:18]}\n{line}\n{words[18:]}\n").articles
    assert article.body[-1].text == words


def test_issue_with_its_month_makes_a_head():
    assert is_head_line("第二百零五期　2023年11月")


@pytest.mark.parametrize("line", ["新增第3版", "2019年4月26日 星期五，", "本报第4版登了照片"])
def test_words_about_pages_and_days_are_no_running_head(line):
    assert not is_running_line(line)


@pytest.mark.parametrize("line", ["第12期培训班结业", "9月9日，青石县总工会开会", "青石县总工会主编的书"])
def test_words_about_issues_and_days_are_no_head(line):
    assert not is_head_line(line)


def test_paper_and_issue_may_stand_on_one_line():
    assert named_head("青石工运 2024年第12期") == "青石工运"
    assert named_head("青石工运 走进车间") is None


def test_paper_is_named_beside_its_day_where_the_page_has_no_number():
    line = "梨川日报 2022年7月6日 星期三 职工专版 责任编辑/孙一鸣 美术编辑/苗青"
    assert named_head(line) == "梨川日报"
    assert named_head("梨川日报 2022年7月6日刊发了这封信") is None


@pytest.mark.parametrize("name", ["要闻·综合 03", "04 职工·生活", "综合新闻 02"])
def test_name_and_number_of_a_page_are_no_title(name):
    document = page(
        f"梨川日报\n\n2022年7月6日 星期三\n\n{name}\n\n青石县总工会办摄影展\n\n{BODY}\n\n{OTHER}\n"
    )
    assert name in document.discarded
    assert [(each.kicker, each.headline) for each in document.articles] == [(None, "青石县总工会办摄影展")]


@pytest.mark.parametrize("line", ["报：县委办公室、市总工会", "发：各乡镇工会，县直机关工会", "共印120份"])
def test_distribution_at_the_foot_is_furniture(line):
    assert is_distribution(line)
    document = page(f"青石县总工会办摄影展\n\n{BODY}\n\n{OTHER}\n\n{line}\n")
    assert document.discarded == (line,)


def test_bulletin_opens_with_its_name_and_issue():
    document = page(
        f"青石工会一周\n第12期（9月2日—9月8日）\n青石县总工会办公室编 2024年9月9日\n\n摄影展开幕\n{BODY}\n{OTHER}\n"
    )
    (article,) = document.articles
    assert (document.publication, document.published_on) == ("青石工会一周", "2024-09-09")
    assert (article.headline, len(article.body)) == ("摄影展开幕", 2)


@pytest.mark.parametrize("name", ["综合新闻", "副刊"])
def test_day_on_lines_of_its_own_goes_with_no_name_of_a_page(name):
    day = "\n\n".join(("2024", "年", "9", "月", "9", "日 星期一"))
    document = page(f"{name}\n\n{day}\n\n{BODY}\n\n{OTHER}\n")
    assert document.published_on == "2024-09-09"
    assert document.discarded == (name, "2024年9月9日 星期一")


def test_day_in_its_weekday_is_the_page_s_below_the_text_too():
    day = "\n\n".join(("2024", "年", "9", "月", "9", "日 星期一"))
    document = page(f"摄影展开幕\n\n{BODY}\n\n{OTHER}\n\n{day}\n")
    assert (document.published_on, document.discarded) == ("2024-09-09", ("2024年9月9日 星期一",))


def test_line_of_an_account_gives_day_and_author():
    credit = read_credit("原创 王一川 青石工会 2024年9月9日 18:30 浙江")
    assert credit is not None
    assert (credit.kind, credit.published_on, credit.account) == ("meta", "2024-09-09", "青石工会")
    assert [each.name for each in credit.contributors] == ["王一川"]
    document = page(f"摄影展开幕\n青石县总工会 2024年9月9日 18:30 浙江\n\n{BODY}\n\n{OTHER}\n")
    (article,) = document.articles
    assert (article.headline, document.published_on) == ("摄影展开幕", "2024-09-09")


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("白鹭工人报 2019年5月8日 星期三 第2版 综合新闻 责任编辑 苗青", "白鹭工人报"),
        ("第 3 页 云台工会通讯", "云台工会通讯"),
        ("云台工会通讯 · 2018年第6期 · 4", "云台工会通讯"),
        ("白鹭工人报社 2019年5月8日", None),
        ("本报讯 6", None),
        ("课堂开到井口 3", None),
    ],
)
def test_paper_that_a_running_head_names(line, paper):
    assert paper_of(line) == paper


def test_repeated_numbers_beside_a_word_name_no_paper():
    assert papers_of(["本报讯 6", "本报讯 11", "劳模榜 2"]) == frozenset()


@pytest.mark.parametrize("head", ["白鹭工人报 职工生活 3", "第 3 页 白鹭工人报", "白鹭工人报", "- 4 -", "27"])
def test_running_head_in_a_sentence_is_furniture(head):
    document = page(
        "白鹭工人报\n2019年5月8日 星期三 第18期\n\n井下的读书声\n"
        "4月20日，三号井的职工书屋里坐满了人。矿工会主席把新书一本一本递到工\n"
        f"{head}\n友手里。工友们说，井下的灯暗，书里的灯亮。\n"
    )
    (article,) = document.articles
    assert [block.type for block in article.body] == ["paragraph"]
    assert "递到工友手里" in article.body[0].text
    assert head in document.discarded


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("青石机电工人 二〇二三年九月十五日 星期五 第四版 会务", "青石机电工人"),
        ("2025年3月3日 星期一 第8期（总第412期） 青石工会周报 一版 要闻", "青石工会周报"),
    ],
)
def test_line_with_day_weekday_and_page_is_a_head_whatever_else_it_names(line, paper):
    assert is_running_line(line)
    assert named_head(line) == paper


def test_name_of_a_section_in_letters_too_is_none_of_the_text():
    document = page(f"青石工运 2024年第3期\n\n论坛　LUNTAN\n\n把镜头对准工友\n\n□王一川\n\n{OTHER}\n")
    assert [article.headline for article in document.articles] == ["把镜头对准工友"]
    assert "论坛 LUNTAN" in document.discarded


def test_issue_stands_before_the_paper_and_its_page_behind_it():
    last = "摄影展的头一天，就有两百多名矿工带着孩子来看自己的照片。"
    lines = (
        "青石工运 2024年第3期",
        "把镜头对准工友",
        "□ 王一川",
        BODY,
        OTHER,
        "18 青石工运",
        "2024年第3期 青石工运 19",
        last,
    )
    (article,) = page("\n\n".join(lines)).articles
    assert [block.text for block in article.body] == [BODY, OTHER, last]


def test_name_of_a_page_and_the_pinyin_of_its_paper_are_no_titles():
    head = [
        "QINGSHI RIBAO",
        "2019年9月20日 星期五",
        "责任编辑/王一川 校对/李小满",
        "05",
        "工会之窗",
        "青石日报",
    ]
    document = page(
        "\n".join([*head, "摄影展开幕", BODY, OTHER, "广告热线：0772-2830011 发行热线：0772-2830022"])
    )
    assert (document.publication, document.published_on) == ("青石日报", "2019-09-20")
    assert [article.headline for article in document.articles] == ["摄影展开幕"]
    assert len(document.articles[0].body) == 2


@pytest.mark.parametrize("line", ["广告热线：0772-2830011 发行热线：0772-2830022", "本版邮箱：qsgh@163.com"])
def test_telephone_of_the_paper_is_its_own(line):
    assert is_imprint(line)
    assert not is_imprint("咨询热线：0772-2830011")


@pytest.mark.parametrize(
    ("line", "is_own"),
    [
        ("青石县总工会主办 内部资料 免费交流 编辑：马小敏 校对：谷丰", True),
        ("青石县总工会主办 职工运动会开幕", False),
    ],
)
def test_who_makes_a_bulletin_and_nothing_else_is_its_foot(line, is_own):
    document = page(f"把镜头对准工友\n\n{BODY}\n\n{OTHER}\n\n{line}\n")
    assert (line in document.discarded) == is_own


def test_magazine_prints_its_issue_before_and_behind_its_name():
    document = page(
        f"2024·8　青石职工之友\n\n把镜头对准工友\n\n□ 王一川\n\n{BODY}\n\n{OTHER}\n\n42　青石职工之友　2024·8\n"
    )
    assert (document.publication, document.published_on) == ("青石职工之友", "2024-08")
    assert [block.text for block in document.articles[0].body] == [BODY, OTHER]


def test_number_between_paper_and_day_is_that_of_the_page():
    head = ["职 工 服 务", "青石劳动报", "4", "2023年3月14日", "星期二", "编辑：王一川", "电话：0315-2820117"]
    document = page("\n".join([*head, "摄影展开幕", BODY, OTHER]))
    assert (document.publication, document.published_on) == ("青石劳动报", "2023-03-14")
    assert [article.headline for article in document.articles] == ["摄影展开幕"]
    assert "4" in document.discarded


@pytest.mark.parametrize(
    "line", ["责 编：李 明  版式：赵小满  电话：0319-2260001", "责任编辑 孙 岩    校 对  王一川"]
)
def test_who_made_a_page_may_be_spaced_to_one_width(line):
    assert is_page_line(line)
    head = ["2019年5月8日  星期三", "第2版   要  闻", line, "青石工运"]
    document = page("\n\n".join([*head, "　　" + BODY, "　　" + OTHER]))
    assert [block.text for article in document.articles for block in article.body] == [BODY, OTHER]
    assert not any(article.headline or article.kicker for article in document.articles)


@pytest.mark.parametrize(
    "head",
    [
        "云台日报　2021年7月16日　星期五　工会专版　责任编辑/马小敏　美术编辑/罗小川",
        "第3版 工会 2021年7月16日 星期五 云台日报",
        "云台日报 ｜ 2021.07.16 ｜ 03版 ｜ 工会周刊",
        "云台日报/2021年7月16日/星期五/第3版",
        "A03 要闻 2021-07-16 责编：马小敏 美编：罗小川 校对：李明",
        "●云台日报● 2021年7月16日 责任编辑：马小敏",
        "03 工会·职工 2021年7月16日 星期五 编辑：马小敏",
        "3 工会新闻 2021年7月16日 星期五 E-mail：gonghui@example.cn",
        "工会专刊 云台日报社 云台市总工会 合办 2021年7月16日",
        "《云台日报》2021年7月16日 第3版",
        "工会版 第88期 2021年7月16日 本版责编 马小敏",
        "二〇二一年七月十六日　星期五　云台日报　第三版",
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_head_of_a_page_gives_its_day_and_no_words(head, is_above):
    pieces = (
        "凉茶送到工地\n\n本报讯 7月14日，云台市总工会把毛巾和凉茶送到工地，三百多名工人围坐在树荫下喝茶。\n\n"
        "焊工比武两天\n\n本报讯 7月13日，白鹭区总工会的焊工比武比了两天，来自12家厂的48名焊工参加。\n"
    )
    document = parse(
        read((f"{head}\n\n{pieces}" if is_above else f"{pieces}\n{head}\n").encode(), "page.txt")
    )
    found = [(each.headline, each.kicker, each.column, len(each.body)) for each in document.articles]
    assert found == [("凉茶送到工地", None, None, 1), ("焊工比武两天", None, None, 1)]
    assert document.published_on == "2021-07-16"


def test_the_paper_stands_beside_the_name_of_its_page():
    assert named_head("青石日报 2021年7月16日 星期五 工会专版 责任编辑/马小敏") == "青石日报"


def test_no_words_are_no_head():
    assert not is_running_line("")


def test_day_and_paper_below_a_headline_are_its_source():
    found = page(
        f"夜校开到井口\n2021年7月16日 青石工人报 责任编辑：马小敏\n{'灯一直亮到十点，矿上的人都来听课。' * 2}\n"
    )
    assert (found.publication, found.articles[0].source_credit) == ("青石工人报", "青石工人报")
