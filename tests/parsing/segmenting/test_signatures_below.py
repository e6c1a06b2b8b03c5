"""Who signs at the end of a piece, and pieces that are told apart by that alone."""

import pytest

from unioncms.parsing import parse, read

OPENING = "9月3日，梨川县总工会举办矿灯检修比武，六个矿的四十名灯工参加，前三名各得一盏新灯。"
MORE = "县总工会还向各矿灯房赠送了检修工具，并请退休的老师傅到井口讲课，受到灯工一致好评。"
NIGHT = "青石煤矿工会给夜班职工烧姜汤，一个冬天烧了四百桶。"
WELLS = "梨川水厂工会把巡井员的胶鞋换成了防滑鞋，换下的旧鞋补好后送给了守泵房的人。"
CRANE = "云台港务站工会请行车工上台讲自己的绝活。"


def articles(*lines):
    return parse(read("\n".join(lines).encode(), "page.txt")).articles


def signed(article):
    return [(each.name, each.role) for each in article.contributors]


def texts(article):
    return [block.text for block in article.body]


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ([OPENING, MORE, "王一川"], [("王一川", "author")]),
        ([OPENING, MORE, "王一川 李小满", "扫码关注"], [("王一川", "author"), ("李小满", "author")]),
        ([OPENING, MORE, "(王一川)?"], [("王一川", "author")]),
        ([OPENING, f"{MORE} ■王一川"], [("王一川", "author")]),
        ([OPENING, f"{MORE}王一川报道"], [("王一川", "reporter")]),
        ([OPENING, MORE, "王一川 供稿"], [("王一川", "correspondent")]),
        ([OPENING, MORE, "【王一川】"], [("王一川", "author")]),
        ([OPENING, MORE, "——王一川"], [("王一川", "author")]),
        ([OPENING, MORE, "青石县总工会 王一川"], [("王一川", "author")]),
        ([OPENING, f"{MORE}　　王一川"], [("王一川", "author")]),
        ([OPENING, f"{MORE}【王一川】"], [("王一川", "author")]),
    ],
)
def test_name_behind_the_last_sentence_signs_the_piece(lines, people):
    (found,) = articles(*lines)
    assert (signed(found), texts(found)) == (people, [OPENING, MORE])


@pytest.mark.parametrize(
    ("line", "house"), [("矿工会供稿", "矿工会"), ("工会供稿", "工会"), ("(矿工会)", "矿工会")]
)
def test_house_that_sent_a_piece_in_is_its_source(line, house):
    (found,) = articles(OPENING, MORE, line)
    assert (found.source_credit, texts(found)) == (house, [OPENING, MORE])


def test_name_above_a_text_is_no_signature_of_the_one_above_it():
    found = articles("矿灯比武", OPENING, "王一川", MORE, NIGHT)
    assert all("王一川" not in [name for name, _ in signed(each)] for each in found)


def test_letter_is_signed_by_house_and_name_without_a_blank():
    (found,) = articles(
        "我们离不开夜校", "编辑同志:我们矿的夜校办了三年，灯工们都说好。", "青石县12号信箱李小满"
    )
    assert signed(found) == [("李小满", "author")]


def test_pieces_without_headlines_are_told_apart_by_who_signs_them():
    found = articles(f"{NIGHT}(王一川)", f"{WELLS}(长河)", f"{CRANE}(爱莲、忠斌)")
    assert [texts(each) for each in found] == [[NIGHT], [WELLS], [CRANE]]
    assert [[name for name, _ in signed(each)] for each in found] == [["王一川"], ["长河"], ["爱莲", "忠斌"]]
    assert {each.genre for each in found} == {"news"}


def test_words_in_brackets_are_no_name_where_nobody_signs():
    (found,) = articles(OPENING, f"{MORE}(待定)")
    assert found.contributors == ()


def test_applause_and_a_promise_to_go_on_are_no_names():
    (found,) = articles(
        "在比武会上的讲话", f"{OPENING}（掌声）", MORE, NIGHT, f"{WELLS}（掌声）", CRANE, "（王一川）"
    )
    assert [name for name, _ in signed(found)] == ["王一川"]
    found = articles(f"{OPENING}（待续）", f"{WELLS}（李小满）")
    assert [name for each in found for name, _ in signed(each)] == ["李小满"]


@pytest.mark.parametrize("mark", "▲△●")
def test_briefs_that_people_sign_are_pieces_of_their_column(mark):
    found = articles(
        "本版导读",
        "工会动态",
        f"{mark}{NIGHT}",
        "(王一川)",
        f"{mark}{WELLS} (青石县总工会)",
        f"{mark}{CRANE}(李小满)",
    )
    assert [texts(each) for each in found] == [[f"{mark}{each}"] for each in (NIGHT, WELLS, CRANE)]
    assert [(each.headline, each.column, each.genre) for each in found] == [(None, "工会动态", "news")] * 3
    assert [each.source_credit for each in found] == [None, "青石县总工会", None]


def test_count_of_briefs_is_their_column():
    found = articles("短讯三则", f"{NIGHT}（王一川）", f"{WELLS}（李小满）", f"{CRANE}（周亦舟）")
    assert [(texts(each), each.column) for each in found] == [
        ([NIGHT], "短讯三则"),
        ([WELLS], "短讯三则"),
        ([CRANE], "短讯三则"),
    ]


def test_words_right_behind_a_sentence_are_no_name():
    cut = "受到灯工好评。王师傅"
    (found,) = articles(OPENING, f"{MORE[:-8]}{cut}")
    assert found.contributors == ()


def test_marked_sentence_that_its_author_signs_is_no_caption():
    *_, last = articles("矿灯比武", OPENING, f"{MORE}(矿工会)", "", f"▲{CRANE}", "", "(李小满 王一川)")
    assert (texts(last), last.figures) == ([f"▲{CRANE}"], ())


def test_second_report_goes_on_with_the_first():
    (found,) = articles("矿灯比武", f"本报讯 {OPENING}", "本报记者 王一川", f"又讯 近日，{WELLS}", "(李小满)")
    assert texts(found) == [f"本报讯 {OPENING}", f"又讯 近日，{WELLS}"]
    assert [name for name, _ in signed(found)] == ["王一川", "李小满"]


def test_arrow_opens_a_caption_of_its_own():
    (found,) = articles(OPENING, f"{MORE}王一川报道", f"→{CRANE}")
    assert (texts(found), [each.caption for each in found.figures]) == ([OPENING, MORE], [CRANE])


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("■ 王一川 文/图", [("王一川", "author"), ("王一川", "photographer")]),
        ("?本报记者 王一川", [("王一川", "reporter")]),
        ("王一川 本报记者 李小满", [("王一川", "author"), ("李小满", "reporter")]),
    ],
)
def test_byline_below_a_headline(line, people):
    (found,) = articles("四十盏矿灯比亮", line, OPENING, MORE)
    assert (found.headline, signed(found), texts(found)) == ("四十盏矿灯比亮", people, [OPENING, MORE])


@pytest.mark.parametrize("marks", [("○", "○", "○"), ("1.", "2.", "3.")])
def test_line_above_signed_rows_is_their_column_whatever_its_name(marks):
    rows = [f"{mark}{text}" for mark, text in zip(marks, (NIGHT, WELLS, CRANE), strict=True)]
    found = articles(
        "矿山内外", *(f"{row}（{house}工会）" for row, house in zip(rows, "矿厂站", strict=True))
    )
    assert [(texts(each), each.column, each.headline) for each in found] == [
        ([row], "矿山内外", None) for row in rows
    ]
    assert [each.source_credit for each in found] == ["矿工会", "厂工会", "站工会"]


def test_letter_to_an_office_is_no_line_of_the_staff():
    (found,) = articles("一封表扬信", "编辑部：水厂的师傅冒雨给我家修水管。特写信表扬。", "职工家属 王秀兰")
    assert (found.headline, found.genre, signed(found)) == ("一封表扬信", "essay", [("王秀兰", "author")])


def test_headline_that_speaks_of_a_paper_is_no_name_of_one():
    (found,) = articles("我爱读工人报", OPENING, MORE)
    assert found.headline == "我爱读工人报"
