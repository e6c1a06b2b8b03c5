"""Copied text that lost its line ends."""

from unioncms.parsing import parse, read

FIRST = (
    "9月3日，梨川县总工会举办矿灯检修比武，六个矿的四十名灯工参加，前三名各得一盏新灯，其余各得一套检修工具。"
)
SECOND = (
    "县总工会还向各矿灯房赠送了检修用的几样量具。讲课的老师傅每人得一本手册，听课的灯工把灯座拆开又装上。"
)
SECOND_WHOLE = SECOND.replace("量具。", "量具，")
THIRD = "比武从早上八点开到傍晚，井口的食堂为大家备了午饭，没有参加的灯工也来看，夜班的工友换了班才赶到，看完最后两场。"


def page(text):
    return parse(read(text.encode(), "page.txt"))


def texts(article):
    return [part.text for part in article.body]


def test_headline_and_dateline_in_the_line_of_the_text():
    text = f"矿灯房新增 12个充电桩 本报讯 {FIRST} {SECOND} {THIRD} 云台晚报记者 王一川 |\n下一篇4 |\n"
    (article,) = page(text).articles
    assert (article.headline or "").replace(" ", "") == "矿灯房新增12个充电桩"
    assert [text.removeprefix("本报讯").strip() for text in texts(article)] == [FIRST, SECOND, THIRD]
    assert [(each.name, each.role) for each in article.contributors] == [("王一川", "reporter")]


def test_reporters_bracket_behind_a_headline_in_the_line():
    text = f"四十盏矿灯比亮 本报讯（记者 李小满）{FIRST} {SECOND} {THIRD}\n"
    (article,) = page(text).articles
    assert (article.headline, len(article.body)) == ("四十盏矿灯比亮", 3)
    assert [each.name for each in article.contributors] == ["李小满"]


def test_paragraphs_of_one_long_sentence_each():
    paragraphs = [FIRST, SECOND_WHOLE, THIRD, SECOND_WHOLE.replace("量具", "灯座")]
    (article,) = page("四十盏矿灯比亮\n" + " ".join(paragraphs) + "\n").articles
    assert texts(article) == paragraphs


def test_blanks_behind_all_sentences_part_nothing():
    sentences = [
        f"{name}班的灯工来了{number}个人，带来了自己的工具。"
        for number, name in enumerate("甲乙丙丁戊己庚辛壬", 12)
    ]
    (article,) = page("四十盏矿灯比亮\n" + " ".join(sentences) + "\n").articles
    assert texts(article) == ["".join(sentences)]


def test_bar_of_a_tables_row_stays():
    (article,) = page(f"四十盏矿灯比亮\n{FIRST}\n| 矿 | 灯工 |\n| 甲 | 12 |\n").articles
    assert texts(article)[-1] == "| 甲 | 12 |"
