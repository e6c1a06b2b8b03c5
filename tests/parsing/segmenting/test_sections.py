"""Bulletins of many short pieces: sections, numbered and marked headlines, pieces parted by empty lines."""

import pytest

from unioncms.parsing import parse, read

FIRST = "9月3日，青石县总工会召开送清凉工作会议，要求把款物直接送到户、送到人，不搞启动仪式。"
SECOND = "9月4日，梨川县总工会在货运码头设立法律门诊，第一天就接待了十九名搬运工。"
THIRD = "9月5日，霜河县总工会向返乡木工发放工钱存折，每干一天活由包工头当面签字。"
SENTENCE = "县总工会把职工的事一件一件记在本子上，办成一件就划掉一件，年底请职工来查账。"
OTHER = "车间里的难处要到车间里去听，坐在办公室里想不出来，这是老师傅们教给大家的道理。"


def articles(text):
    return parse(read(text.encode(), "page.txt")).articles


@pytest.mark.parametrize("mark", ["1. {}", "▲{}", "（1）{}", "一、{}"])
@pytest.mark.parametrize("section", ["◆县区传真◆", "—— 县区传真 ——", "★ 县 区 传 真 ★"])
def test_marked_lines_below_a_section_are_headlines(mark, section):
    heads = ("送清凉部署到户", "码头有了法律门诊")
    found = articles(
        f"◆省总动态◆\n{mark.format('本周要务')}\n{THIRD}\n\n{section}\n"
        f"{mark.format(heads[0])}\n{FIRST}\n{mark.replace('1', '2').replace('一', '二').format(heads[1])}\n{SECOND}\n"
    )
    assert [(each.headline, each.column) for each in found] == [
        ("本周要务", "省总动态"),
        (heads[0], "县区传真"),
        (heads[1], "县区传真"),
    ]


def test_number_alone_below_a_section_heads_nothing():
    found = articles(f"◆省总动态◆\n（一）\n{FIRST}\n（二）\n{SECOND}\n\n◆县区传真◆\n▲工钱存折\n{THIRD}\n")
    assert "" not in [each.headline for each in found]
    assert FIRST in [block.text for each in found for block in each.body]


def test_three_marked_lines_over_reports_are_headlines_without_a_section():
    found = articles(
        f"工会动态\n▲青石：部署到户\n{FIRST}\n▲梨川：法律门诊\n{SECOND}\n▲霜河：工钱存折\n{THIRD}\n"
    )
    assert [each.headline for each in found] == ["青石：部署到户", "梨川：法律门诊", "霜河：工钱存折"]


def test_marked_lines_of_a_story_stay_headings():
    (article,) = articles(
        f"守在井口的人\n——记井口检身工赵大同\n{SENTENCE}\n●一把旧尺\n{OTHER}\n●一本旧账\n{SENTENCE}还有。\n●一个心愿\n{OTHER}还有。\n"
    )
    assert [block.text for block in article.body if block.type == "heading"] == [
        "●一把旧尺",
        "●一本旧账",
        "●一个心愿",
    ]


PARTED = (
    "青石县总工会办起法律门诊\n"
    + FIRST
    + "\n"
    + SENTENCE
    + "\n\n梨川码头装上直饮机\n"
    + SECOND
    + "\n"
    + OTHER
    + "\n\n霜河木工有了工钱存折\n"
    + THIRD
    + "\n"
    + SENTENCE
    + "还有。\n"
)


def test_empty_lines_part_the_pieces_of_a_page_that_has_no_others():
    assert [each.headline for each in articles(PARTED)] == [
        "青石县总工会办起法律门诊",
        "梨川码头装上直饮机",
        "霜河木工有了工钱存折",
    ]


def test_untitled_piece_below_an_empty_line_is_one_of_its_own():
    preface = "这一期付印的时候，雨还在下。我们的周报不大，装不下所有人的悲喜，能做的是每一期挑几张脸。"
    found = articles(f"{PARTED}\n{preface}\n{OTHER}还有。\n\n后一条\n{FIRST}还有。\n{SENTENCE}完了。\n")
    assert [(each.headline, each.genre) for each in found][3] == (None, "preface")


def test_section_serves_pieces_of_its_kind_only():
    found = articles(
        f"◆图说◆\n\n桥上的晚餐\n\n9月4日傍晚，霜河大桥工地上，工会把热饭送上桥面，桥梁工围着吃饭。（王一川 摄）\n\n"
        f"下周预告\n9月9日，读书会，县图书馆；\n9月10日，义诊，县医院；\n9月11日，招聘会，县体育馆。\n\n"
        f"◆经验交流◆\n\n一本账\n{SENTENCE}\n{OTHER}\n\n两张单\n{OTHER}还有。\n{SENTENCE}还有。\n"
    )
    assert [(each.headline, each.column) for each in found] == [
        ("桥上的晚餐", "图说"),
        ("下周预告", None),
        ("一本账", "经验交流"),
        ("两张单", "经验交流"),
    ]


def test_number_before_a_year_is_no_part_of_the_headline():
    page = (
        "一周简讯\n\n1．2024年职工技能大赛开赛\n\n5月16日，青石县总工会的技能大赛开赛，比的是焊工、电工等12个工种。\n\n"
        "2．2023年度劳模去疗养\n\n5月17日，头一批劳模到白鹭湖疗养，为期七天，县总工会副主席王一川前去看望。\n\n"
        "3．表彰会开到车间里\n\n5月18日，青石县总工会把表彰会开到了车间里，20个班组领了奖。\n"
    )
    articles = parse(read(page.encode(), "page.txt")).articles
    assert [(each.column, each.kicker, each.headline) for each in articles] == [
        ("一周简讯", None, "2024年职工技能大赛开赛"),
        ("一周简讯", None, "2023年度劳模去疗养"),
        ("一周简讯", None, "表彰会开到车间里"),
    ]


def test_rows_of_places_are_no_captions():
    page = (
        "◎县区\n▲青石：5月15日，县总工会办了财务培训班，120名工会干部参加。\n"
        "▲梨川：县总工会5月17日把法律送进企业，发放资料1500份。\n▲白鹭：县总工会5月18日举办气排球赛。\n"
    )
    (article,) = parse(read(page.encode(), "page.txt")).articles
    assert [block.text[:3] for block in article.body[-3:]] == ["▲青石", "▲梨川", "▲白鹭"]
    assert article.figures == ()


def test_who_puts_a_column_together_is_no_piece():
    page = (
        "工会动态\n\n车间里的夜校\n\n5月16日，青石县总工会的夜校在车间里开课，来的人坐满了三排长凳。\n\n"
        "（本栏目由县总工会宣教部整理）\n"
    )
    assert len(parse(read(page.encode(), "page.txt")).articles) == 1
