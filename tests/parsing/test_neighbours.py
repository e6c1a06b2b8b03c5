"""What lines are told by the lines beside them."""

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
