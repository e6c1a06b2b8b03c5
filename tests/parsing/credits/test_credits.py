"""Bylines, closing credits, sources, photographers, and what only looks like one."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits import cut_caption, cut_closing, cut_dateline, read_credit
from unioncms.parsing.days import day_in
from unioncms.parsing.traced import Traced


def traced(text):
    return Traced(text, ((0, 0),))


@pytest.mark.parametrize(
    ("line", "kind", "people"),
    [
        ("□记者 王一川", "byline", [("王一川", "reporter")]),
        ("◎本报见习记者 李小满", "byline", [("李小满", "trainee_reporter")]),
        ("本报记者 张一鸣 通讯员 赵二虎 钱三多", "byline",
         [("张一鸣", "reporter"), ("赵二虎", "correspondent"), ("钱三多", "correspondent")]),
        ("●青石县总工会副主席 尹小群", "byline", [("尹小群", "author")]),
        ("青石县政协副主席、县总工会主席周大同", "byline", [("周大同", "author")]),
        ("青石县政协副主席、县总工会主席海来木呷", "byline", [("海来木呷", "author")]),
        ("（见习记者何小悦整理）", "closing", [("何小悦", "trainee_reporter")]),
        ("（记者王一川 通讯员李小满整理）", "closing", [("王一川", "reporter"), ("李小满", "correspondent")]),
        ("（作者系青石县总工会主席 孙方）", "closing", [("孙方", "author")]),
        ("（孙方系青石县总工会主席）", "closing", [("孙方", "author")]),
        ("（作者孙方任青石县总工会副主席）", "closing", [("孙方", "author")]),
        ("作者：白景和　通讯员：方志远", "byline", [("白景和", "author"), ("方志远", "correspondent")]),
        ("记者 白景和 唐果", "byline", [("白景和", "reporter"), ("唐果", "reporter")]),
        ("记者 唐果和白景和", "byline", [("唐果", "reporter"), ("白景和", "reporter")]),
        ("■孙方（青石县总工会主席）", "byline", [("孙方", "author")]),
        ("（青石县总工会党组成员、副主席　孙方）", "closing", [("孙方", "author")]),
        ("（周一舟 整理）", "closing", [("周一舟", "reporter")]),
        ("来源：青石日报 作者：欧阳文", "meta", [("欧阳文", "author")]),
        ("来源：青石县总工会（通讯员 欧阳文）", "meta", [("欧阳文", "correspondent")]),
        ("王一川 李小满 摄", "photo", [("王一川", "photographer"), ("李小满", "photographer")]),
        ("责任编辑：马小敏", "editors", [("马小敏", "responsible_editor")]),
        ("（责编：何其芳菲、罗小川）", "editors",
         [("何其芳菲", "responsible_editor"), ("罗小川", "responsible_editor")]),
        ("【责任编辑：马小敏】", "editors", [("马小敏", "responsible_editor")]),
        ("（文字：王一川）", "closing", [("王一川", "author")]),
        ("图文｜张三 李四", "byline", [("张三", "author"), ("李四", "author")]),
        ("记者：王一川 文/图", "byline", [("王一川", "reporter")]),
        ("王一川 文/图", "byline", [("王一川", "author"), ("王一川", "photographer")]),
        ("王一川/文 周一舟/图", "byline", [("王一川", "author"), ("周一舟", "photographer")]),
        ("一审：王一川 二审：李小满 三审：周一舟", "editors", []),
    ],
)  # fmt: skip
def test_credit_line_gives_kind_names_and_roles(line, kind, people):
    credit = read_credit(line)
    assert credit is not None
    assert credit.kind == kind
    assert [(each.name, each.role) for each in credit.contributors] == people


def test_house_in_brackets_behind_a_name_is_the_printed_post():
    credit = read_credit("作者：王一川（青石县总工会）")
    assert credit is not None
    assert [(each.name, each.printed_post) for each in credit.contributors] == [("王一川", "青石县总工会")]


def test_day_in_brackets_is_the_days_line():
    credit = read_credit("（2023年9月10日）")
    assert credit is not None
    assert (credit.kind, credit.published_on) == ("meta", "2023-09-10")


def test_post_of_an_author_named_before_it_is_kept():
    (author,) = read_credit("（孙方系青石县总工会主席）").contributors
    assert author.printed_post == "青石县总工会主席"


@pytest.mark.parametrize(
    "line", ["●青石县总工会副主席 尹小群", "□尹小群（青石县总工会副主席）", "（青石县总工会副主席 尹小群）"]
)
def test_printed_post_is_kept(line):
    credit = read_credit(line)
    assert credit is not None
    assert credit.contributors[0].printed_post == "青石县总工会副主席"


@pytest.mark.parametrize(
    "line",
    [
        "■罢工怒涛震中外",
        "工会工作要真正姓“工”",
        "习近平总书记关于",
        "记者走进车间，听职工说话。",
        "一、心里要有一本账",
        "小学生作文 图",
        "■职工之家（活动中心主任）",
        "菜单由职工来点",
        "把话筒交给工人方言",
    ],
)
def test_no_credit_where_none_is(line):
    assert read_credit(line) is None


def test_line_of_a_web_page_gives_day_and_source():
    credit = read_credit("更新时间:2024-08-03 09:12  来源:青石日报")
    assert credit is not None
    assert (credit.published_on, credit.source) == ("2024-08-03", "青石日报")


def test_reporters_bracket_leaves_the_dateline():
    text, credit = cut_dateline(traced("本报讯（记者 王一川）5月12日，县总工会开会。"))
    assert text.text == "本报讯 5月12日，县总工会开会。"
    assert credit is not None
    assert credit.contributors[0].name == "王一川"


@pytest.mark.parametrize("line", ["通讯员王一川 记者李小满报道：", "【记者郑小庭／台北报导】"])
def test_dateline_with_nothing_behind_it_stays(line):
    text, _ = cut_dateline(traced(line))
    assert text.text == line


@pytest.mark.parametrize(
    ("paragraph", "rest", "source"),
    [
        ("覆盖面达到九成。来源:《青石日报》", "覆盖面达到九成。", "青石日报"),
        ("覆盖面达到九成。（来源：青石日报）", "覆盖面达到九成。", "青石日报"),
        ("资金来源：《专项计划》一栏写得明白。", "资金来源：《专项计划》一栏写得明白。", None),
    ],
)
def test_source_after_the_last_sentence_is_a_credit(paragraph, rest, source):
    text, credit, _ = cut_closing(traced(paragraph))
    assert text.text == rest
    assert (credit.source if credit else None) == source


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("县总工会主席为工匠颁奖。   (县总工会供图)", "县总工会主席为工匠颁奖。", "县总工会供图"),
        ("队员在巷道里转运伤员。 钟小秋 摄", "队员在巷道里转运伤员。", "钟小秋 摄"),
    ],
)
def test_caption_and_its_credit_are_parted(line, caption, credit):
    figured = cut_caption(traced(line))
    assert figured is not None
    assert figured.credit is not None
    assert (figured.caption.text, figured.credit.text) == (caption, credit)


def test_name_of_a_mongol_is_as_long_as_it_is():
    credit = read_credit("文/本刊记者 乌云其其格 通讯员 孟根")
    assert credit is not None
    assert [(each.name, each.role) for each in credit.contributors] == [
        ("乌云其其格", "reporter"),
        ("孟根", "correspondent"),
    ]


def test_line_that_asks_is_no_credit():
    assert read_credit("记者：调解有什么窍门？") is None


def test_reporter_and_place_in_one_bracket_leave_the_text():
    text, credit = cut_dateline(traced("【记者郑小庭／台北报导】本会理事长上午率三十五名会员陈情。"))
    assert text.text == "本会理事长上午率三十五名会员陈情。"
    assert credit is not None
    assert [(each.name, each.role) for each in credit.contributors] == [("郑小庭", "reporter")]


@pytest.mark.parametrize(
    ("line", "kind", "name", "post"),
    [
        ("作者系怒江州总工会党组成员、副主席　恒开言", "byline", "恒开言", "怒江州总工会党组成员、副主席"),
        ("——王一川　青石县总工会权益保障部部长", "closing", "王一川", "青石县总工会权益保障部部长"),
        ("□ 王一川　青石县总工会主席", "byline", "王一川", "青石县总工会主席"),
    ],
)
def test_signature_without_brackets_says_what_the_author_is(line, kind, name, post):
    credit = read_credit(line.replace("　", " "))
    assert credit is not None
    assert credit.kind == kind
    assert [(each.name, each.printed_post) for each in credit.contributors] == [(name, post)]


@pytest.mark.parametrize("line", ["——记全国劳模王一川", "——访青石县总工会主席王一川"])
def test_dashed_line_about_somebody_is_no_signature(line):
    assert read_credit(line) is None


def test_a_caption_that_names_an_office_is_signed_by_its_photographer():
    assert read_credit("工会干部在工地慰问筑路工人 李小满 摄") is None
    document = parse(
        read(
            "夜校开到渡口边\n本报讯 9月3日，船工夜校在渡口开课。\n　　三十名船工来听课。\n\n"
            "王一川（右二） 在渡口慰问船工 李小满 摄\n".encode(),
            "page.txt",
        )
    )
    (article,) = document.articles
    assert [(each.caption, each.credit) for each in article.figures] == [
        ("王一川（右二）在渡口慰问船工", "李小满 摄")
    ]
    assert [(each.name, each.role) for each in article.contributors] == [("李小满", "photographer")]


def test_label_allows_names_of_rare_surnames_beside_one_that_is_known():
    credit = read_credit("作者：王一川 自学梅 茶永昌")
    assert credit is not None
    assert [each.name for each in credit.contributors] == ["王一川", "自学梅", "茶永昌"]


@pytest.mark.parametrize(
    ("text", "day"),
    [("2020年2月29日", "2020-02-29"), ("2021年2月29日", "2021-02"), ("2021-04-31", None)],
)
def test_a_day_that_no_calendar_has_is_none(text, day):
    assert day_in(text) == day
