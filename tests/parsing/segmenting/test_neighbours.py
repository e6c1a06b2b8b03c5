"""What lines are told by the lines beside them."""

import pytest

from unioncms.parsing import parse, read

TEXT = "7月19日，青石县总工会在工人文化宫举办职工读书会，三十名职工走上讲台，读了自己喜欢的文字。"


def page(text):
    return parse(read(text.encode(), "page.txt"))


def test_account_between_headline_and_day_of_a_post_is_where_it_appeared():
    document = page(f"读书会开到车间\n青石工会在线\n2025-07-22 21:33\n{TEXT}\n")
    (article,) = document.articles
    assert (article.headline, article.kicker) == ("读书会开到车间", None)
    assert (document.publication, article.source_credit) == ("青石工会在线", None)


def test_account_is_furniture_where_the_post_names_its_source():
    document = page(
        f"读书会开到车间\n青石县总工会\n2025-07-22 21:33\n{TEXT}\n来源丨青石县总工会\n编辑丨马小敏\n"
    )
    (article,) = document.articles
    assert (article.headline, article.source_credit) == ("读书会开到车间", "青石县总工会")
    assert document.discarded == ("青石县总工会",)


def test_label_with_a_bar_is_no_name_of_a_paper():
    (article,) = page(f"读书会开到车间\n{TEXT}\n来源丨青石工人报\n").articles
    assert article.source_credit == "青石工人报"


def test_name_of_a_column_above_a_headline():
    document = page(f"基层之声\n\n读书会开到车间\n\n□记者 王一川\n\n{TEXT}\n")
    (article,) = document.articles
    assert (article.column, article.kicker, article.headline) == ("基层之声", None, "读书会开到车间")


def test_column_of_one_piece_further_down_the_page():
    document = page(
        f"读书会开到车间\n\n□记者 王一川\n\n{TEXT}\n\n"
        "班组故事\n\n一把尺子的三十年\n\n□记者 李小满\n\n他的尺子量过三千块钢板。\n"
    )
    assert [article.column for article in document.articles] == [None, "班组故事"]


def test_letter_opens_with_its_salutation():
    document = page(f"我想摆一张小桌子\n苏 月\n\n编辑同志：\n{TEXT}\n")
    (article,) = document.articles
    assert [each.name for each in article.contributors] == ["苏月"]
    assert article.body[0].text == "编辑同志："


def test_name_of_a_site_is_no_headline_however_long():
    document = page(
        "青石铁路工人报网\n首页 | 要闻 | 民生 | 工会频道 | 视频\n当前位置：首页 >> 正文\n隧道听诊器\n"
        f"更新时间：2024-12-05 21:38  来源：青石铁路工人报\n{TEXT}\n"
    )
    (article,) = document.articles
    assert article.headline == "隧道听诊器"
    assert "青石铁路工人报网" in document.discarded


def test_label_of_a_comment_is_a_column_above_a_headline_and_a_note_above_a_text():
    story = "雨夜里的抢修\n\n7月2日夜里，一场大雨把云台县城的电线杆冲倒了六根，抢修队天亮才回来。\n\n"
    words = "把事情办在前头，职工就放心。抢修队的车停在哪里，职工的心就在哪里。\n"
    first, second = parse(read(f"{story}短评\n\n有一种效率叫放心\n\n{words}".encode(), "page.txt")).articles
    assert (second.headline, second.column, first.editors_note) == ("有一种效率叫放心", "短评", None)
    (alone,) = parse(read(f"{story}短评\n\n{words}".encode(), "page.txt")).articles
    assert alone.editors_note == words.strip()


NEXT = "车间里的难处要到车间里去听，坐在办公室里想不出来，这是老师傅们教给大家的道理。"


def test_columns_further_down_make_the_first_one_a_column_of_its_piece():
    found = page(
        f"工联要闻\n读书会开到车间\n\n{TEXT}\n\n属会动态\n\n海员工会办急救班\n\n{NEXT}\n\n"
        "会员园地\n\n夜更司机的保温壶\n\n凌晨四点的总站，十几个保温壶排在长凳上，像没有点亮的灯。\n"
    ).articles
    assert [article.column for article in found] == ["工联要闻", "属会动态", "会员园地"]


def test_empty_line_parts_a_column_from_the_headline():
    document = page(f"读书会开到车间\n□记者 王一川\n\n{TEXT}\n\n凡人小事\n\n修伞人老魏\n□ 宋 迢\n\n{NEXT}\n")
    assert [(each.column, each.headline) for each in document.articles] == [
        (None, "读书会开到车间"),
        ("凡人小事", "修伞人老魏"),
    ]


def test_line_above_a_signed_comment_is_its_kicker():
    document = page(f"五一说五一\n\n节过完了　活没有完\n青石县总工会主席　王一川\n\n{TEXT}\n\n{NEXT}\n")
    assert (document.articles[0].kicker, document.articles[0].column) == ("五一说五一", None)


def test_name_printed_apart_is_an_author_s_whatever_its_surname():
    (article,) = page(f"夜更司机的保温壶\n阿　伦\n\n{TEXT}\n\n{NEXT}\n").articles
    assert [each.name for each in article.contributors] == ["阿伦"]


def test_dateline_in_brackets_has_no_blank_behind_it():
    for dateline in ("【本报讯】", "（本刊讯）"):
        (article,) = page(f"读书会开到车间\n\n{dateline}{TEXT}\n").articles
        assert article.body[0].text == f"{dateline}{TEXT}"
    (article,) = page(f"读书会开到车间\n\n【本报讯】（记者 王一川）{TEXT}\n").articles
    assert article.body[0].text == f"【本报讯】{TEXT}"


def test_headline_of_a_report_begins_a_piece_below_a_story():
    found = page(
        f"夜读\n\n文｜墨尘\n\n{NEXT}\n\n那半分钟，他是在数人头。\n\n青石县总工会十三届四次全委会召开\n\n"
        f"8月5日上午，{NEXT}\n"
    ).articles
    assert [article.headline for article in found] == ["夜读", "青石县总工会十三届四次全委会召开"]


def test_heading_above_a_day_is_no_headline():
    (article,) = page(
        f"守在井口的人\n\n文｜墨尘\n\n{NEXT}\n\n井口的那一夜守到天明\n\n8月5日上午，{NEXT}\n"
    ).articles
    assert [block.type for block in article.body] == ["paragraph", "heading", "paragraph"]


def test_spaced_call_for_essays_begins_a_piece():
    found = page(f"读书会开到车间\n\n{TEXT}\n\n征 稿 启 事\n\n{NEXT}\n").articles
    assert [article.genre for article in found] == ["news", "notice"]


@pytest.mark.parametrize(
    "lines",
    [
        "● 王一川\n青石县总工会党组书记、常务副主席",
        "青石县总工会党组书记、常务副主席\n● 王一川",
    ],
)
def test_post_alone_beside_a_marked_name_is_what_the_author_is(lines):
    document = page(f"少开一个会，多进一家门\n{lines}\n我数过一笔账：去年开会一百次，下车间二十次。\n")
    (article,) = document.articles
    assert (article.headline, article.subheadline, article.kicker) == ("少开一个会，多进一家门", None, None)
    assert [(each.name, each.printed_post) for each in article.contributors] == [
        ("王一川", "青石县总工会党组书记、常务副主席")
    ]


def test_headline_below_a_marked_name_is_no_post():
    (article,) = page(f"● 王一川\n我当了十年工会主席\n{TEXT}\n").articles
    assert [each.printed_post for each in article.contributors] == [""]
