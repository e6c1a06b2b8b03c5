"""Newspaper pages copied out of a PDF: lines cut short; titles, bylines and pictures away from their texts."""

from random import Random

import pytest

from tests.parsing.distorting.wrapping import Setting, wrap
from unioncms.parsing import parse, read
from unioncms.parsing.reflow import reflow

LAMPS = (
    "青石煤矿的灯房一共收着三百二十盏矿灯，最老的一盏挂在师傅的墙上。灯房班长每天擦一遍，"
    "擦完才去吃早饭，井下的人都说，灯亮着，心里就不慌。"
)
WELLS = (
    "水厂的巡井员带着一根铁钎走街，全城一千二百口井，他一口一口听过去，听得出水管在地下三米的地方漏没漏水，"
    "徒弟学了三年才敢自己下钎。"
)
BOATS = (
    "本报讯 霜河造船厂的第一百条渔船下水，船厂工会请来三代造船工。船台上的老师傅说，船和人一样，"
    "头一回下水要有人看着。"
)
LETTER = (
    "我是梨川的一名纸箱工，上个月想换一副手套，仓库的人说要等到季度末。手套破了，手就要流血，我只好自己去买。"
)
SCRAP = (
    "一张旧工资条，一枚旧厂徽，都是厂里的日子。本报征集旧物照片，每幅附两百字说明。来稿请寄梨川市学院街七号。"
)
PICTURE = "9月2日，白鹭港工会请吊机手的家属上码头看夜班。图为吊机手把安全帽戴在女儿头上。"


def rows(text, width=15):
    setting = Setting(width, "none", False)
    return "\n".join(wrap(text, setting, Random(2)))


def articles(*blocks):
    return parse(read("\n".join(blocks).replace("\n", "\n\n").encode(), "page.txt")).articles


def of(found, words):
    return next(each for each in found if any(words in block.text for block in each.body))


def test_column_among_displaced_titles_is_that_of_the_title_below_it():
    found = articles(
        rows(LAMPS),
        "编辑同志：",
        rows(LETTER),
        "（梨川县 王一川）",
        rows(WELLS, 19),
        "三百二十盏灯",
        "读者来信",
        "别让手套",
        "等到季度末",
        "听得见水声的人",
    )
    letter = of(found, "纸箱工")
    assert (letter.column, letter.headline) == ("读者来信", "别让手套 等到季度末")
    assert [block.text for block in letter.body] == ["编辑同志：", LETTER]
    assert (of(found, "灯房").headline, of(found, "巡井员").headline) == ("三百二十盏灯", "听得见水声的人")


def test_byline_between_a_signed_text_and_another_is_that_of_the_other():
    found = articles(
        rows(LAMPS),
        "（通讯员 邓福来）",
        "□本报记者 李小满",
        rows(WELLS, 19),
        "三百二十盏灯",
        "听得见水声的人",
    )
    assert [each.name for each in of(found, "灯房").contributors] == ["邓福来"]
    assert [each.name for each in of(found, "巡井员").contributors] == ["李小满"]


def test_title_below_a_signed_picture_is_its_own_and_the_byline_that_of_the_text_below():
    found = articles(
        rows(LAMPS),
        rows(WELLS, 19),
        "（通讯员 邓福来）",
        "三百二十盏灯",
        "听得见水声的人",
        rows(PICTURE, 21),
        "本报记者 祝大年 摄",
        "码头上的夜班帽",
        "□本报记者 李小满",
        rows(BOATS),
        "第一百条船下了水",
    )
    photo = next(each for each in found if each.genre == "photo")
    assert (photo.headline, photo.figures[0].caption) == ("码头上的夜班帽", PICTURE)
    assert [(each.name, each.role) for each in photo.contributors] == [("祝大年", "photographer")]
    assert [each.name for each in of(found, "造船厂").contributors] == ["李小满"]


def test_rows_too_few_to_tell_a_measure_go_on_with_their_sentence():
    found = articles(
        rows(LAMPS), rows(WELLS, 19), rows(BOATS, 17), "三百二十盏灯", "听得见水声的人", "第一百条船下了水",
        "一张旧工资条，一枚旧厂徽，都", "是厂里的日子。本报征集旧物照", "片，每幅附", "200", "字说明，请",
        "写明旧物的来历。", "旧物照片征集启事",
    )  # fmt: skip
    notice = of(found, "旧厂徽")
    assert notice.headline == "旧物照片征集启事"
    assert [block.text for block in notice.body] == [
        "一张旧工资条，一枚旧厂徽，都是厂里的日子。本报征集旧物照片，每幅附200字说明，请写明旧物的来历。"
    ]


@pytest.mark.parametrize(
    ("line", "is_title"), [("旧物照片征集启事", True), ("展期定于", False), ("梨川市总工会", False)]
)
def test_title_above_a_day_whose_digits_stand_apart_stays_one(line, is_title):
    lines = ("旧物照片每幅附两百字说明。", line, "9", "月", "3", "日，旧物展在文化宫开展。")
    found = [each.words for each in reflow(read("\n\n".join(lines).encode(), "page.txt"))]
    day = "9月3日，旧物展在文化宫开展。"
    assert found[1:] == ([line, day] if is_title else [line + day])


def test_two_lines_that_speak_of_one_text_are_its_headline():
    found = articles(
        rows(
            "本报讯 9月3日，青石县百名班长同台比武，比的是井下自救。班长们用一根绳子、一盏灯讲自己班里的险情。"
        ),
        rows(WELLS, 19),
        "百名班长同台比武",
        "井下自救有了硬招",
        "——青石县班长大赛落幕",
        "听得见水声的人",
    )
    assert (of(found, "比武").headline, of(found, "比武").subheadline) == (
        "百名班长同台比武 井下自救有了硬招",
        "青石县班长大赛落幕",
    )


def test_line_end_within_the_bracket_of_a_dateline_parts_nothing():
    found = articles(
        "水下的船有了名字",
        "本报讯（记者 王一川 通讯员\n 李小满）9月3日，霜河造船厂的渔",
        "船下水，船厂工会请来三代造船工，\n老师傅说，头一回下水要有人看着。",
        rows(WELLS, 19),
    )
    assert [(each.name, each.role) for each in found[0].contributors] == [
        ("王一川", "reporter"),
        ("李小满", "correspondent"),
    ]
    assert found[0].body[0].text.startswith("本报讯 9月3日，霜河造船厂")


def test_line_like_the_headings_above_it_is_one_however_its_text_is_set():
    first, second, third = (f"{text}这样的事，工会年年都要办。" for text in (LAMPS, WELLS, LETTER))
    (article,) = articles(
        "办好三件小事",
        "青石县总工会主席 王一川",
        rows(first),
        "把灯擦亮些",
        rows(second),
        "把井听准些",
        rows(third, 21),
    )
    assert [block.text for block in article.body if block.type == "heading"] == ["把灯擦亮些", "把井听准些"]


def test_first_row_whose_last_word_goes_over_is_no_second_title():
    found = articles(
        "关于举办班组长培训班的通知",
        "梨川市总工会决定近期在本市职\n工学校举办第三期班组长培训班，请\n各单位按时派人参加，不要缺席，食\n宿统一安排，学员自带工作服两套。",
        rows(LAMPS, 16),
        rows(WELLS, 16),
    )
    assert found[0].subheadline is None
    assert found[0].body[0].text.startswith("梨川市总工会决定近期在本市职工学校举办")


def test_post_and_name_at_the_end_of_a_row_go_on_with_what_was_said():
    found = articles(
        "灯亮到天明",
        "本报讯 （记者 邓福来）9月\n3日，青石煤矿的灯房换上了新灯，矿\n工们下井时不用再举着旧灯找路。",
        "矿灯擦得亮，下井的人心里就不慌，\n这话青石县总工会主席王一川\n说过不止一回，今年全县要给十二座\n煤矿换灯，旧灯送进矿史馆不再下井。",
        rows(WELLS, 17),
    )
    words = "".join(block.text for block in found[0].body)
    assert words.startswith("本报讯 9月3日，青石煤矿")
    assert "青石县总工会主席王一川说过不止一回" in words
    assert [(each.name, each.role) for each in found[0].contributors] == [("邓福来", "reporter")]


@pytest.mark.parametrize("credit", ["（记者 王一川整理）", "（通讯员 李小满）"])
def test_credit_at_the_end_of_a_paragraph_ends_it(credit):
    found = [
        each.words
        for each in reflow(
            read(f"{LAMPS}{credit}\n\n{WELLS}（记者 邓福来）\n\n{LETTER}\n".encode(), "page.txt")
        )
    ]
    assert len(found) == 3


def test_who_writes_may_stand_behind_where_he_works():
    (article,) = articles("把灯擦亮些", "灯房车间 邓福来", LAMPS, LETTER)
    assert [(each.name, each.role, each.printed_post) for each in article.contributors] == [
        ("邓福来", "author", "灯房车间")
    ]


def test_report_of_a_fair_is_no_notice():
    (article,) = articles(
        "三市联办职工招聘周", "9月13日，三市总工会联办的职工招聘周在梨川开幕，首日到场企业二百家。"
    )
    assert article.genre == "news"


def test_dateline_alone_goes_on_with_the_day_below_it():
    opening = (
        "本报讯（记者 王一川\n通讯员 李小满）\n8\n月\n14\n日，灯房办起了矿灯展，\n来看的矿工排到了井口。"
    )
    (found,) = articles("矿灯展开幕", opening, rows(LAMPS, 11))
    assert found.body[0].text.startswith("本报讯 8月14日，灯房办起了矿灯展，来看的矿工排到了井口。")
    assert [(each.name, each.role) for each in found.contributors] == [
        ("王一川", "reporter"),
        ("李小满", "correspondent"),
    ]


def test_two_phrases_that_no_text_is_about_head_the_headline_below_them():
    titles = ["炉火映丹心 技能比高低", "三百二十盏矿灯的故事", "李小满：", "听水声的巡井员"]
    found = articles(rows(LAMPS), rows(WELLS, 19), *titles)
    assert [(each.kicker, each.headline) for each in found] == [
        ("炉火映丹心 技能比高低", "三百二十盏矿灯的故事"),
        (None, "李小满：听水声的巡井员"),
    ]


def test_number_of_the_page_below_a_picture_is_no_part_of_its_credit():
    found = articles("三百二十盏灯", rows(LAMPS), "矿灯展", PICTURE, "本报记者 王一川 摄", "6")
    assert [(each.caption, each.credit) for each in found[-1].figures] == [(PICTURE, "本报记者 王一川 摄")]


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("灯房里有三百盏灯，一盏挂一处，灯下有人，\n人下有井，井里有路，路上有光。", "none"),
        ("灯房里有三百盏灯， 一盏挂一处， 灯下有人，\n人下有井， 井里有路， 路上有光。", "after"),
        ("灯房里有三百盏灯， 一盏挂一处， 灯下有人，\n人下有井，井里有路，路上有光。", "mostly after"),
    ],
)
def test_blanks_behind_marks_tell_a_piece_where_all_rows_agree(text, blanks):
    """A justified row may have them and the next one not; that parts no piece from another."""
    assert reflow(read(text.encode(), "page.txt"))[0].blanks == blanks


def test_author_with_a_post_and_a_rare_name_signs_his_essay():
    (found,) = articles("三百二十盏灯", rows(LAMPS), "（作者系敖汉旗总工会主席 宝音图）")
    assert [(each.name, each.role) for each in found.contributors] == [("宝音图", "author")]


def test_question_and_answer_stand_in_rows_of_their_own():
    """Though the row above is full."""
    question, answer = (
        "问：矿灯坏了，矿上要我自己赔，该不该赔？",
        "答：不该。矿灯是工具，坏了由矿上修，修不好由矿上换。",
    )
    text = "\n".join([question[:11], question[11:] + answer[:0], rows(answer, 11)])
    (found,) = articles("矿灯坏了谁来赔", text)
    assert [block.text for block in found.body] == [question, answer]


def test_two_phrases_below_a_line_that_explains_them_are_the_headline():
    titles = ["青石煤矿三百二十盏矿灯管理工作见闻", "灯房灯架 不差毫厘", "巡井员的铁钎"]
    lamps, wells = articles(rows(LAMPS), rows(WELLS, 19), *titles)
    assert (lamps.kicker, lamps.headline) == (titles[0], titles[1])
    assert wells.headline == titles[2]


def test_last_line_above_a_signed_picture_is_its_title():
    titles = ["三百二十", "盏矿灯", "女儿的安全帽"]
    found = articles(
        rows(LAMPS),
        rows(WELLS, 19),
        "巡井员的铁钎",
        *titles,
        rows("9月2日，白鹭港工会请吊机手的家属上码头看夜班，吊机手把安全帽戴在女儿头上。", 22),
        "王一川 摄",
        "本月数字",
        "12盏",
    )
    assert [each.headline.replace(" ", "") for each in found][:3] == [
        "三百二十盏矿灯",
        "巡井员的铁钎",
        "女儿的安全帽",
    ]
    assert (found[2].genre, len(found[2].figures)) == ("photo", 1)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "7|月|3|日，法律咨询进园区；|7|月|9|日，女职工健康讲座；|7|月|16|日，读书会。",
            ["7月3日，法律咨询进园区；", "7月9日，女职工健康讲座；", "7月16日，读书会。"],
        ),
        (
            "码头上办起包粽子比赛，来看的人说，|50|多名女职工包的粽子，够全港吃上一天，|还剩下不少。",
            ["码头上办起包粽子比赛，来看的人说，50多名女职工包的粽子，够全港吃上一天，还剩下不少。"],
        ),
    ],
)
def test_digits_on_lines_of_their_own_join_no_list_and_part_no_sentence(text, whole):
    source = read(text.replace("|", "\n\n").encode(), "page.txt")
    assert [paragraph.words for paragraph in reflow(source)] == whole


def test_vertical_line_is_the_headline_of_the_text_whose_line_explains_it():
    titles = ["青石煤矿三百二十盏矿灯管理经验交流会举行", "巡井员的铁钎", *"灯房老灯不灭"]
    lamps, wells = articles(rows(LAMPS), rows(WELLS, 19), *titles)
    assert (lamps.headline, lamps.subheadline) == ("灯房老灯不灭", titles[0])
    assert (wells.headline, lamps.figures + wells.figures) == (titles[1], ())
