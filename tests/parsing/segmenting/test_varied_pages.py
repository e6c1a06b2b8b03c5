"""Ways in which bulletins, posts and sites differ from one another: their marks, their heads, how they sign."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits import read_credit
from unioncms.parsing.furniture import is_furniture, is_picture_place
from unioncms.parsing.page_heads import named_head

FIRST = "7月13日，梨川县总工会召开上半年工作会，各镇工会和各产业工会的负责人参加会议。"
SECOND = "7月14日，梨川县总工会组织医务志愿者走进采石场，为一百二十名工友量了血压。"
THIRD = "7月15日，砖厂的夜校开了第一课，讲台是两块门板搭起来的，来了七十九个人。"


def page(text, name="page.txt"):
    return parse(read(text.encode(), name))


@pytest.mark.parametrize("frame", ["〔{}〕", "【{}】", "〖{}〗"])
def test_column_stands_in_any_brackets(frame):
    first, second = page(
        f"{frame.format('要闻')}\n上半年工作会召开\n\n{FIRST}\n\n{frame.format('调查研究')}\n采石场里量血压\n\n{SECOND}\n"
    ).articles
    assert (first.column, second.column) == ("要闻", "调查研究")


def test_numbered_sections_of_a_post_are_columns():
    first, second = page(
        f"01 / 工会要闻\n\n上半年工作会召开\n\n{FIRST}\n\n02 / 基层速递\n\n采石场里量血压\n\n{SECOND}\n"
    ).articles
    assert [(each.column, each.headline) for each in (first, second)] == [
        ("工会要闻", "上半年工作会召开"),
        ("基层速递", "采石场里量血压"),
    ]


def test_union_above_the_name_of_its_bulletin_is_no_kicker():
    document = page(
        f"          梨川县总工会\n\n          工 作 简 报\n\n           第12期\n\n上半年工作会召开\n\n　　{FIRST}\n"
    )
    assert [(each.kicker, each.headline) for each in document.articles] == [(None, "上半年工作会召开")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("【梨川工会周报】第219期 | 8.8-8.14", "梨川工会周报"),
        ("《梨川职工》2024年第6期", "梨川职工"),
        ("【要闻】第三次会议", None),
    ],
)
def test_name_of_a_bulletin_may_be_framed(line, name):
    assert named_head(line) == name


def test_rows_of_a_column_have_their_own_credits():
    (article,) = page(
        f"【要闻】\n\n【永安镇】{FIRST}（县总工会）\n【石桥镇】{SECOND}（石桥镇工会）\n【砖窑镇】{THIRD}\n"
    ).articles
    assert (article.column, len(article.body)) == ("要闻", 3)


def test_days_in_rows_are_no_headlines():
    (article,) = page(
        "【预告】\n\n8月17日  全市职工球赛在体育馆开赛\n8月19日  读书分享会在图书馆举行\n"
    ).articles
    assert (article.headline, article.genre, len(article.body)) == (None, "notice", 2)


def test_account_that_a_post_came_from_is_printed_again():
    (article,) = page(
        "夜校开到了砖厂\n梨川工会 2024-07-16 17:30 河南\n"
        f"以下文章来源于砖窑镇工会 ，作者王一川\n\n砖窑镇工会.\n\n{THIRD}\n\n{SECOND}\n"
    ).articles
    assert [block.text for block in article.body] == [THIRD, SECOND]


def test_marked_links_below_a_label_are_no_pictures():
    (article,) = page(
        f"夜校开到了砖厂\n\n{THIRD}\n\n精彩回顾\n▷ 工会经费怎么花\n▷ 你有一份礼包待领取\n\n来源：梨川县总工会\n"
    ).articles
    assert article.figures == ()


def test_caption_and_photographer_share_a_bracket():
    (article,) = page(f"夜校开到了砖厂\n\n{THIRD}\n\n（王一川在夜校上课  李小满 摄）\n").articles
    assert [(each.caption, each.credit) for each in article.figures] == [("王一川在夜校上课", "李小满 摄")]
    assert [block.text for block in article.body] == [THIRD]


def test_two_authors_stand_side_by_side_with_their_posts():
    credit = read_credit("梨川县总工会宣教部部长  王一川   石桥矿业集团工会  李小满")
    assert [(each.name, each.printed_post) for each in credit.contributors] == [
        ("王一川", "梨川县总工会宣教部部长"),
        ("李小满", "石桥矿业集团工会"),
    ]


@pytest.mark.parametrize("line", ["（责任编辑 和丽芬）", "【责任编辑：和丽芬　校对：王一川】"])
def test_editors_in_brackets_are_the_page_s(line):
    assert read_credit(line).kind == "editors"


@pytest.mark.parametrize(
    "line", ["通知公告　更多>>", "公告栏", "分享：QQ好友 微信", "（本版文章均系摘登，题目为编者所加）"]
)
def test_further_words_of_a_page_are_furniture(line):
    assert is_furniture(line)


def test_name_of_a_picture_s_file_stands_in_its_place():
    assert is_picture_place("1.jpg")
    (article,) = page(
        f"夜校开到了砖厂\n\n{THIRD}\n\n1.jpg\n工友们在夜校里写字（王一川/摄）\n\n{SECOND}\n"
    ).articles
    assert [each.caption for each in article.figures] == ["工友们在夜校里写字"]


def test_office_that_signs_heads_no_piece():
    _, second = page(
        f"# 卷首\n\n## 春天\n\n{THIRD}\n\n*（本刊编辑部）*\n\n# 封面\n\n## 采石场\n\n{SECOND}\n", "page.md"
    ).articles
    assert (second.headline, second.kicker) == ("采石场", None)


def test_headline_of_the_level_of_sections_is_in_none():
    articles = page(
        f"# 要闻\n\n## 工作会召开\n\n{FIRST}\n\n# 文苑\n\n## 夜校\n\n{THIRD}\n\n# 启事\n\n{SECOND}\n",
        "page.md",
    ).articles
    assert [(each.column, each.headline) for each in articles] == [
        ("要闻", "工作会召开"),
        ("文苑", "夜校"),
        (None, "启事"),
    ]


def test_marked_rows_right_below_a_column_are_its_text():
    _, rows = page(
        f"★ 要情 ★\n\n工作会召开\n\n{FIRST}\n\n★ 简明信息 ★\n\n△石桥镇工会组织应急演练。\n△砖窑镇工会送去法律套餐。\n"
    ).articles
    assert (rows.column, rows.figures, len(rows.body)) == ("简明信息", (), 2)


def test_place_with_a_colon_is_the_first_line_of_a_headline():
    (article,) = page(f"要闻\n\n石桥镇：\n采石场里量血压\n\n{SECOND}\n").articles
    assert article.headline.endswith("石桥镇：采石场里量血压")


def test_post_and_a_rare_name_apart_from_it_sign_an_essay():
    (article,) = page(
        f"女职工工作的几点体会\n梨川县总工会女职工委员会主任    呼小娥\n\n女职工工作要接地气。{THIRD}\n"
    ).articles
    assert [each.name for each in article.contributors] == ["呼小娥"]


@pytest.mark.parametrize(
    "line",
    ["第27期 2020年7月6日—7月12日", "主办：梨川县总工会 承办：梨川工人文化宫", "出版日期：2024年4月15日"],
)
def test_further_lines_of_a_bulletin_s_head(line):
    (article,) = page(f"梨川工会简报\n{line}\n\n采石场里量血压\n\n{SECOND}\n").articles
    assert (article.headline, len(article.body)) == ("采石场里量血压", 1)


def test_forecasts_are_rows_each():
    articles = page(
        f"▍要闻\n\n采石场里量血压\n\n{SECOND}\n\n▍下周看点\n\n7月24日，县总工会召开第七届委员会全体会议\n"
        "7月26日，“工会杯”龙舟赛在西湖公园举行\n"
    ).articles
    assert [block.text[:5] for block in articles[-1].body] == ["7月24日", "7月26日"]


def test_greeting_of_a_post_is_text():
    (article,) = page(
        "@全县职工，暖心清单请查收！\n梨川县总工会 2022-12-30 19:05 Posted on 辽宁\n收录于合集\n#服务职工 12个\n\n"
        f"嗨，我是小工会～\n\n{SECOND}\n\n{THIRD}\n"
    ).articles
    assert article.headline == "@全县职工，暖心清单请查收！"
    assert [block.text[:4] for block in article.body] == ["嗨，我是", "7月14", "7月15"]


def test_two_marked_lines_in_a_row_are_captions():
    (article,) = page(f"夜校开到了砖厂\n\n{THIRD}\n\n△王一川在编织渔网\n△网坊的姐妹们\n\n{SECOND}\n").articles
    assert [each.caption for each in article.figures] == ["王一川在编织渔网", "网坊的姐妹们"]


@pytest.mark.parametrize("end", ["", "【工友之声】\n"])
def test_two_marked_lines_at_the_head_of_a_page_are_captions_whatever_stands_at_its_foot(end):
    article = page(f"△王一川在编织渔网\n△网坊的姐妹们\n\n夜校开到了砖厂\n\n{THIRD}\n\n{end}").articles[0]
    assert article.headline == "夜校开到了砖厂"
    assert [each.caption for each in article.figures] == ["王一川在编织渔网", "网坊的姐妹们"]


def test_numbered_contents_of_a_magazine_are_no_piece():
    articles = page(
        "# 《梨川职工》2024年第2期\n\n## 目录\n\n1. 【特稿】采石场\n2. 【文艺】砖厂的夜\n\n---\n\n"
        f"## 【特稿】采石场\n\n{SECOND}\n\n## 【文艺】砖厂的夜（外一篇）\n\n{THIRD}\n",
        "page.md",
    ).articles
    assert [(each.column, each.headline) for each in articles] == [
        ("特稿", "采石场"),
        ("文艺", "砖厂的夜（外一篇）"),
    ]


def test_code_of_a_page_goes_on_with_nothing():
    (article,) = page(
        f"梨川日报\n理论\n2023年6月28日 星期三\nA07\n\n工会工作大家谈\n\n采石场的体会\n□王一川\n\n{SECOND}\n"
    ).articles
    assert (article.column, article.headline) == ("工会工作大家谈", "采石场的体会")


def test_byline_below_its_text_is_not_the_next_piece_s():
    first, second = page(
        "工会简报\n第8期\n\n本期看点\n◇ 采石场里量血压\n◇ 砖厂的夜校\n\n"
        f"采石场里量血压\n\n{SECOND}\n文/王一川 图/李小满\n\n"
        f"砖厂的夜校\n\n{THIRD}\n供稿：梨川县总工会\n"
    ).articles
    assert [each.name for each in first.contributors] == ["王一川", "李小满"]
    assert (second.contributors, second.source_credit) == ((), "梨川县总工会")


def test_office_and_name_sign_a_report():
    credit = read_credit("（办公室  王一川）")
    assert (credit.kind, [each.name for each in credit.contributors]) == ("closing", ["王一川"])


@pytest.mark.parametrize(("days", "expected"), [("12月1日—12月7日", "2020-12"), ("13月1日—13月7日", "2020")])
def test_issue_is_of_a_month_that_there_is(days, expected):
    text = "梨川县总工会召开上半年工作会，各镇工会和各产业工会的负责人参加会议。"
    document = page(f"梨川工运\n2020年第6期\n（{days}）\n上半年工作会召开\n{text}\n")
    assert document.published_on == expected


def test_contents_below_a_headline_of_two_lines_are_told_as_well():
    """The two lines are joined to one, which must not shift what stands below them."""
    first = "【本期目录】\n★ 采石场里量血压\n★ 梨川县总工会第九届委员会第六次会议召开\n★ 短讯四则\n"
    second = "【本期目录】\n★ 夜校开到了砖厂\n★ 渡口添了一间书屋\n"
    document = page(
        f"工 会 简 报\n第 8 期\n\n{first}\n采石场里量血压\n\n{SECOND}\n\n"
        f"梨川县总工会第九届委员会\n第六次会议召开\n\n{FIRST}\n\n{second}\n夜校开到了砖厂\n\n{THIRD}\n\n"
        "渡口添了一间书屋\n\n7月16日，渡口的书屋开了门，船工翻到哪一页，就在哪一页夹一根苇叶。\n"
    )
    assert [article.headline for article in document.articles] == [
        "采石场里量血压",
        "梨川县总工会第九届委员会第六次会议召开",
        "夜校开到了砖厂",
        "渡口添了一间书屋",
    ]


def test_marked_headline_stands_below_a_signed_piece():
    first, second, third = page(
        f"【一周工运】\n\n梨川：工作会召开\n\n{FIRST}（记者 王一川）\n\n■石桥：量血压进采石场\n\n{SECOND}\n"
        f"（通讯员 李小满）\n\n■砖窑：夜校开课\n\n{THIRD}（记者 赵长河）\n"
    ).articles
    assert [each.headline for each in (first, second, third)] == [
        "梨川：工作会召开",
        "石桥：量血压进采石场",
        "砖窑：夜校开课",
    ]
    assert {each.column for each in (first, second, third)} == {"一周工运"}


def test_subheadline_that_has_lost_its_dash_is_no_byline():
    (article,) = page(
        f"采石场里的活地图\n访梨川采石公司原副队长焦满仓\n王一川\n\n{SECOND}\n{THIRD}\n"
    ).articles
    assert (article.headline, article.subheadline) == ("采石场里的活地图", "访梨川采石公司原副队长焦满仓")
    assert [each.name for each in article.contributors] == ["王一川"]


def test_long_headline_between_empty_lines_is_no_row_of_a_text():
    _, second = page(
        f"上半年工作会召开\n\n{FIRST}\n\n梨川县总工会在全县采石场推行“午间半小时”血压监测制度受欢迎\n\n{SECOND}\n\n{THIRD}\n"
    ).articles
    assert (second.headline, len(second.body)) == (
        "梨川县总工会在全县采石场推行“午间半小时”血压监测制度受欢迎",
        2,
    )


def test_headline_of_a_notice_goes_over_two_lines():
    _, second = page(
        f"上半年工作会召开\n\n{FIRST}（县总工会供稿）\n\n关于举办2018年全县职工“安康杯”\n知识竞赛的预告\n\n"
        "　　为进一步普及安全生产知识，县总工会定于8月举办知识竞赛。\n"
        "　　1.参赛单位：各镇工会。\n　　2.竞赛内容：安全生产法。\n"
    ).articles
    assert (second.kicker, second.headline) == (None, "关于举办2018年全县职工“安康杯”知识竞赛的预告")
