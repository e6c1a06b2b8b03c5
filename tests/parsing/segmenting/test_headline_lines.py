"""Which of the lines above a text is its column, its kicker, its headline."""

import pytest

from unioncms.parsing import parse, read

FIRST = "9月3日上午，青石县总工会在三号井口办起夜班食堂，两百名矿工下井前都能吃上热饭。"
SECOND = "掌勺的老师傅说，面要等人来了再下，矿上的人吃了一辈子凉饭，头一回有人算着钟点下面。"
THIRD = "我在井下点了三十年灯，最怕的是灯灭了没有人问一声；如今灯一暗，地面上的电话就打下来了。"


def article(head):
    (found,) = parse(read(f"{head}\n\n{FIRST}\n\n{SECOND}\n".encode(), "page.txt")).articles
    return found


@pytest.mark.parametrize(
    ("first", "second", "kicker"),
    [
        ("青石县职工运动会开幕", "老矿工跑出第一棒", "青石县职工运动会开幕"),
        ("青石县总工会", "夜校开到井口边", "青石县总工会"),
        ("焊花照亮龙门吊", "青石县第九届焊工大赛收官", None),
        ("青石县工会代表大会闭幕", "邓福来当选县总工会主席", None),
        ("县总工会召开全委会议", "总结上年工作并对今年各项任务作了安排", None),
    ],
)
def test_line_that_says_what_took_place_explains_the_other(first, second, kicker):
    found = article(f"{first}\n{second}")
    assert found.kicker == kicker
    assert found.headline == (second if kicker else first)
    assert found.subheadline == (None if kicker else second)


@pytest.mark.parametrize("column", ["矿灯夜话", "履职心得", "青石工匠", "你说我说"])
def test_line_that_ends_as_columns_do_is_one(column):
    page = f"井口的一碗面\n\n{FIRST}\n\n{SECOND}\n\n{column}\n\n把灯点到天亮\n\n记者 王一川\n\n{THIRD}\n"
    found = parse(read(page.encode(), "page.txt")).articles[-1]
    assert (found.column, found.headline) == (column, "把灯点到天亮")


@pytest.mark.parametrize("head", ["03 工会新闻", "A2 基层", "03\n\n工会纵横\n\n青石工人报"])
def test_number_and_name_of_the_page_are_no_headline(head):
    assert article(f"{head}\n\n井口的一碗面").headline == "井口的一碗面"


@pytest.mark.parametrize(("third", "at"), [("惠及三千名女工", 1), ("全县三十一家电子企业的女工都能用上", 0)])
def test_two_phrases_above_what_took_place_and_a_shorter_line_are_its_kicker(third, at):
    lines = ("三轮协商 十二条承诺", "青石县电子企业签下首份女职工专项合同", third)
    assert article("\n\n".join(lines)).headline == lines[at]


def test_kind_of_notice_printed_apart_ends_its_headline():
    found = article("关于做好第一批职工疗休养报名工作的\n通　知")
    assert (found.headline, found.kicker) == ("关于做好第一批职工疗休养报名工作的通知", None)


@pytest.mark.parametrize(
    ("first", "second", "headline"),
    [
        ("把“小三级”工会", "建在产业链上", "把“小三级”工会建在产业链上"),
        ("让货车司机", "有个歇脚的地方", "让货车司机有个歇脚的地方"),
        ("把实事办好", "三百名矿工吃上热饭", "把实事办好"),
    ],
)
def test_line_that_says_nothing_without_the_next_is_one_with_it(first, second, headline):
    assert article(f"{first}\n{second}").headline == headline


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2024年度青石县五一劳动奖章", "获得者名单（部分）"),
        ("青石县工会第十五次代表大会", "关于第十四届委员会工作报告的决议"),
    ],
)
def test_second_line_that_says_of_what_kind_the_piece_is_ends_its_headline(first, second):
    assert article(f"{first}\n{second}").headline == first + second


def test_short_line_above_a_headline_of_two_phrases_is_its_kicker():
    found = article("逾百人手停口停\n\n钢铁业提前放假 工人代表促补薪")
    assert (found.kicker, found.headline) == ("逾百人手停口停", "钢铁业提前放假 工人代表促补薪")


@pytest.mark.parametrize("line", ["（节选）", "（摘 登）", "（1951年至1953年）"])
def test_which_part_is_printed_goes_with_the_headline(line):
    found = article(f"青石县总工会主席办公会议记录\n{line}")
    assert (found.headline, found.subheadline) == (
        f"青石县总工会主席办公会议记录{line.replace(' ', '')}",
        None,
    )


@pytest.mark.parametrize("line", ["（第5次）", "（征求意见稿）", "（讨论稿）"])
def test_words_in_brackets_below_a_headline_are_no_headline(line):
    found = article(f"青石县总工会主席办公会议记录\n{line}")
    assert (found.kicker, found.headline, found.subheadline) == (None, "青石县总工会主席办公会议记录", line)
    assert len(found.body) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("青石县矿山工会", "联合会成立"),
        ("青石县工会第六次", "代表大会闭幕"),
        ("县总工会开展中秋节前", "欠薪专项检查"),
        ("国庆假期期间", "矿灯房照常开门"),
        ("青石县总工会为矿工办的", "八件实事"),
    ],
)
def test_line_that_stops_within_a_name_or_before_what_was_done_goes_on_below(first, second):
    found = article(f"{first}\n{second}\n——三百名矿工有了依靠")
    assert (found.headline, found.subheadline) == (first + second, "三百名矿工有了依靠")


@pytest.mark.parametrize("deed", ["县总工会开展夜班食堂专项检查", "83名矿工领到了热饭补贴"])
def test_two_phrases_of_four_above_who_did_what_are_its_kicker(deed):
    found = article(f"先下矿井 后见老板\n{deed}")
    assert (found.kicker, found.headline) == ("先下矿井 后见老板", deed)
    found = article("先下矿井 后见老板\n夜班食堂的来历")
    assert (found.kicker, found.headline) == (None, "先下矿井 后见老板")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("平台用工时代，", "工会怎样够得着"),
        ("小企业女职工休息哺乳室", "建设的调查与思考"),
        ("矿工食堂", "的调查报告"),
    ],
)
def test_first_line_waits_for_the_second(first, second):
    assert (article(f"要闻\n\n{first}\n{second}").headline or "").endswith(first + second)


def test_blank_within_a_quoted_word_parts_no_phrases():
    for printed, headline in (
        ("煤海深处的“吹哨 人”", "煤海深处的“吹哨人”"),
        ("“颂百年风华 绘劳动之美”画展开幕", "“颂百年风华 绘劳动之美”画展开幕"),
    ):
        text = f"{printed}\n\n7月14日，梨川县总工会组织医务志愿者走进采石场，为一百二十名工友量了血压。\n"
        (article,) = parse(read(text.encode(), "page.txt")).articles
        assert article.headline == headline


def test_numbered_chapters_of_a_post_are_parts_however_far_apart():
    text = "采石场里的姐妹\n\n采石场的女工有二十三人，六成来自附近的村子。\n\n"
    for number, name in (("01", "一根绣花针的手艺"), ("02", "一间装下心事的屋")):
        text += (
            f"\n\n{number}\n{name}\n\n女工们围坐在屋里，绣花的绣花，说话的说话，采石场的风从窗口吹进来。\n\n"
        )
    (article,) = parse(read(text.encode(), "page.txt")).articles
    assert sum(part.type == "heading" for part in article.body) == 2


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (["补短板", "强弱项", "做好装卸工的“充电桩”"], "补短板 强弱项 做好装卸工的“充电桩”"),
        (["“颂海港风华", "绘劳动之美”职工书画作品展"], "“颂海港风华 绘劳动之美”职工书画作品展"),
    ],
    ids=["slogans", "quotation"],
)
def test_slogans_and_an_open_quotation_are_lines_of_one_headline(lines, headline):
    text = "9月3日，白鹭港工会的夜校开了第一课，四十名装卸工围着一盏灯学看图纸，直到九点才散。"
    titles = "\n".join(f"　　　　　　{line}" for line in lines)
    (article,) = parse(read(f"{titles}\n\n　　{text}\n　　{text[5:]}\n".encode(), "page.txt")).articles
    assert (article.headline, article.kicker, article.subheadline) == (headline, None, None)


OTHER_TEXT = "港口的老师傅说，图纸看懂了，吊钩下的活才干得踏实，徒弟们也不再怕上夜班。"


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (("让看图纸成为一种", "“看家本领”"), "让看图纸成为一种 “看家本领”"),
        (("在老码头的改造中", "挺起装卸工的脊梁"), "在老码头的改造中 挺起装卸工的脊梁"),
        (("县总工会关于开展“读书月”", "活动的通知"), "县总工会关于开展“读书月”活动的通知"),
    ],
)
def test_two_lines_with_no_empty_line_between_them_are_one_headline(lines, headline):
    text = "9月3日，白鹭港工会的夜校开了第一课，四十名装卸工围着一盏灯学看图纸，直到九点才散。"
    titles = "\n".join(lines)
    (article,) = parse(read(f"{titles}\n\n{text}\n\n{OTHER_TEXT}\n".encode(), "page.txt")).articles
    assert (article.headline, article.kicker, article.subheadline) == (headline, None, None)


@pytest.mark.parametrize(
    ("first", "second"),
    [("白鹭港职工技能大赛落幕", "装卸工捧回头一个奖杯")],
)
def test_line_that_says_what_took_place_stays_a_kicker_without_an_empty_line(first, second):
    text = "9月3日，白鹭港工会的夜校开了第一课，四十名装卸工围着一盏灯学看图纸，直到九点才散。"
    (article,) = parse(read(f"{first}\n{second}\n\n{text}\n\n{OTHER_TEXT}\n".encode(), "page.txt")).articles
    assert (article.kicker, article.headline) == (first, second)
