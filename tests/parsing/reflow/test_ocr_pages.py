"""OCR dumps of bulletins: blanks within lines, page heads within sentences, indents that alone tell the paragraphs."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.reflow.indented import indented_blocks
from unioncms.parsing.reflow.printed import print_lines
from unioncms.parsing.shapes import is_title_shaped

WELL = "9月3日上午， 青石县总 工会在三号 井口办起夜 班食堂，两百 名矿工下井前都能吃上 热饭，都说 好。"
COOK = "掌勺的老赵说， 面要等人来了 再下，人 等面不 要紧，面等人就坨了， 矿上的人吃了 一辈子凉饭，头一回有人等他们。"
NIGHT = "食堂不打烊，夜里三点还亮着灯， 谁来都有一碗。"
LAMP = "我在井下 点了三十年灯， 最怕的是灯灭了没有 人问一声；如今灯一 暗，地面上的电话就打下来了，问我要不要 换一盏。"
BELL = "换班的铃 响过以后， 我把旧灯一盏一盏擦干 净，挂回架子上， 灯不会说话， 可谁用过它， 它都记得。"


def rows(text, size=24):
    """As an OCR program prints it: indented, and a line ends after so many characters, blanks among them."""
    lines = [text[at : at + size] for at in range(0, len(text), size)]
    return "    " + "\n".join(lines) + "\n"


def articles(text):
    return parse(read(text.encode(), "page.txt")).articles


def texts(article):
    return [block.text for block in article.body if block.type == "paragraph"]


def closed(text):
    return text.replace(" ", "")


BODY = rows(WELL) + rows(COOK) + rows(NIGHT)


def test_lines_that_blanks_made_uneven_are_one_paragraph():
    (article,) = articles(f"井口的一碗面\n{BODY}")
    assert article.headline == "井口的一碗面"
    assert texts(article) == [closed(WELL), closed(COOK), closed(NIGHT)]
    assert not article.incomplete


@pytest.mark.parametrize(
    "head",
    [
        "— 3 —\n青石矿工报 2021年9月6日 第8期 (总第164期)\n",
        "\n· 3 ·\n\n",
        "\n- 3 -\n\n青石矿工报   2021年9月6日\n\n",
        "青石矿工报 2021年9月6日 第8期（总第164期）\n",
    ],
)
def test_heads_of_pages_stand_in_no_sentence(head):
    lines = rows(COOK).splitlines(keepends=True)
    (article,) = articles(
        "青石矿工报 2021年9月6日 第8期 (总第164期)\n\n井口的一碗面\n"
        f"{rows(WELL)}{lines[0]}{head}{''.join(lines[1:])}{rows(NIGHT)}"
    )
    assert texts(article) == [closed(WELL), closed(COOK), closed(NIGHT)]


def test_credit_at_the_end_of_a_page_ends_its_piece():
    lines = BODY.rstrip("\n")
    first, second = articles(
        f"井口的一碗面\n{lines}（记者 王一川）\n— 2 —\n\n"
        f"把灯点到天亮\n青石煤矿工会主席 李 小 满\n{rows(LAMP)}{rows(BELL)}"
    )
    assert (first.headline, second.headline) == ("井口的一碗面", "把灯点到天亮")
    assert [each.name for each in second.contributors] == ["李小满"]


def test_two_spaced_names_below_a_headline_sign_it():
    (article,) = articles(f"井口的一碗面\n\n邓 福　李小满\n\n{BODY}")
    assert [(each.name, each.role) for each in article.contributors] == [
        ("邓福", "author"),
        ("李小满", "author"),
    ]


@pytest.mark.parametrize("line", ["安全 生产", "关爱 温暖 健康"])
def test_words_with_blanks_between_them_are_no_names(line):
    (article,) = articles(f"井口的一碗面\n{line}\n\n{BODY}")
    assert not article.contributors


def test_day_below_the_giver_of_a_notice_ends_it():
    first, second = articles(
        f"夜班食堂开放时间\n{BODY}    青石煤矿工会\n    2021年9月5日\n\n矿史拾零\n{rows(LAMP)}{rows(BELL)}"
    )
    assert (first.genre, first.headline, second.headline) == ("notice", "夜班食堂开放时间", "矿史拾零")
    assert texts(first)[-2:] == ["青石煤矿工会", "2021年9月5日"]


def test_caption_says_in_brackets_who_gave_the_picture():
    (article,) = articles(
        f"井口的一碗面\n{rows(WELL)}\n矿工在夜班食堂吃面（青石县总工会提供）\n\n{rows(COOK)}"
    )
    assert [(each.caption, each.credit) for each in article.figures] == [
        ("矿工在夜班食堂吃面", "青石县总工会提供")
    ]


def test_lone_empty_line_parts_no_signed_essay():
    page = "".join(
        f"{title}\n记者 {name}\n{rows(WELL)}\n" for title, name in (("一", "王一川"), ("二", "邓福来"))
    )
    page = page.replace("一\n记", "井口的一碗面\n记").replace("二\n记", "夜班的灯\n记")
    found = articles(f"{page}\n把灯点到天亮\n青石煤矿工会主席 李小满\n{rows(LAMP)}\n{rows(BELL)}\n")
    assert texts(found[-1]) == [closed(LAMP), closed(BELL)]


@pytest.mark.parametrize("number", ["· 1 6 ·", "• 17 •", "- 1 6 -"])
def test_page_number_whose_digits_are_spaced_out_stands_in_no_sentence(number):
    lines = rows(COOK).splitlines(keepends=True)
    (article,) = articles(
        f"井口的一碗面\n{rows(WELL)}{lines[0]}{number}\n{''.join(lines[1:])}{rows(NIGHT)}{number}"
    )
    assert texts(article) == [closed(WELL), closed(COOK), closed(NIGHT)]


def test_tail_that_is_printed_once_more_right_below_itself_is_dropped():
    tail = closed(NIGHT)[-14:]
    document = parse(read(f"井口的一碗面\n{BODY}{tail}\n".encode(), "page.txt"))
    assert texts(document.articles[0]) == [closed(WELL), closed(COOK), closed(NIGHT)]
    assert document.discarded == (tail,)


def test_headline_over_two_lines_between_empty_lines_begins_a_piece():
    first, second = articles(
        f"井口的一碗面\n{BODY}\n全县煤矿职工生活\n状况调查结果\n\n{rows(LAMP)}{rows(BELL)}"
    )
    assert (first.headline, second.headline) == ("井口的一碗面", "全县煤矿职工生活状况调查结果")
    assert second.kicker is None


def test_column_of_letters_is_none_of_the_report_below():
    letter = "夜班食堂几点开门\n\n    编辑同志：\n" + rows(LAMP) + "（青石县 王一川）\n"
    found = articles(
        f"井口的一碗面\n{BODY}\n■ 职工来信 □\n{letter}\n矿工夜校开学了\n\n{rows('6月3日，' + BELL)}"
    )
    assert [(each.headline, each.column) for each in found] == [
        ("井口的一碗面", None),
        ("夜班食堂几点开门", "职工来信"),
        ("矿工夜校开学了", None),
    ]


def test_rows_of_two_fields_below_a_title_are_a_list_and_no_titles_of_the_next_piece():
    rows_of_list = "电工班　全年无事故\n把钩组　九年无事故\n检修班　提前四十天完成大修\n"
    found = articles(f"井口的一碗面\n{BODY}\n受表扬的班组\n\n{rows_of_list}\n更　正\n\n{rows(LAMP)}")
    assert [(each.headline, len(each.body)) for each in found] == [
        ("井口的一碗面", 3),
        ("受表扬的班组", 3),
        ("更正", 1),
    ]


@pytest.mark.parametrize(
    ("line", "shaped"),
    [
        ("有人劝他歇歇，老郭摆摆手：“井里的灯不歇，我歇 啥？”", False),
        ("灯暗了，他对徒弟说：“先擦亮这三百盏灯，再回去吃饭。”", False),
        ("矿灯房里的“三修一换”", True),
    ],
)
def test_sentence_that_leads_to_speech_is_no_headline(line, shaped):
    assert is_title_shaped(line) == shaped


@pytest.mark.parametrize(("blanks", "begins"), [(3, True), (5, True), (7, False)])
def test_a_blank_more_or_less_before_a_paragraph_is_the_scans(blanks, begins):
    page = f"{' ' * blanks}{rows(WELL).strip()}\n{rows(COOK)}{rows(NIGHT)}{rows(LAMP)}"
    lines = print_lines(read(page.encode(), "page.txt"))
    assert (0 in {first for first, _ in indented_blocks(lines, True)}) is begins
