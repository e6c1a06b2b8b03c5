"""Lists, captions and cut lines on a page whose headlines stand away from their texts."""

import pytest

from unioncms.parsing import parse, read

RELAY = """\
本报讯 6月8日，云台县总工会主办的
道路养护职工技能比武在鹿溪养护站
收官，来自十一个道班的养护工同台
比了压路、补坑和开边沟三样手艺。
裁判是从退休的老班长里请来的，谁
补的坑平，拿脚踩一踩就知道，成绩
当天就贴在了道班的黑板上。
（记者 周山月）"""
KEEPER = """\
在鹿溪渡口，说起摆渡人何守渡，两
岸的茶农都认得他。他在这条河上撑
了三十三年船，船换了四条，竹篙磨
短了两尺。
去年渡口修了桥，他把船交给了县里
的职工文化馆，自己到桥头当了护桥
员，早晚各走一趟，数一数桥上的螺
栓少没少。"""
MEETING = """\
本报讯 6月20日，云台县工会第九次
代表大会召开，来自乡镇和企业的九
十名代表听取了工作报告。
报告说，今后五年要护好产改和维权
“两座桥”，把连心路走到茶园和道
班，代表们选出了新一届委员会。"""
COURSE = """\
云台县总工会女职工夜校第六期定于
9
月上旬
开班，设剪纸、面点、账务三门课，每
名会员可以选报一门，学费由县总工会
承担。"""
PEOPLE = """\
郑小荷，云台县鹿溪茶厂拣茶工
曹大树（兼职），云台县公路站养护工
吴长河，青石镇中心卫生院护士长
孙一鸣，云台县水文站测流员"""
UNITS = """\
云台县公路养护中心鹿溪道
班工会小组
青石镇中心卫生院护理工会
小组
云台县第二实验小学后勤工
会小组
鹿溪茶厂拣茶车间工会小组"""
SIGNED = KEEPER + "\n（记者 李小满）"


def articles(*blocks):
    text = "\n".join(blocks).replace("\n", "\n\n")
    return parse(read(text.encode(), "page.txt")).articles


def body(article):
    return [block.text for block in article.body]


@pytest.mark.parametrize(
    ("rows", "titles", "expected"),
    [
        (PEOPLE, "2024年度“云台巧手”\n拟表彰名单", PEOPLE.split("\n")),
        (
            UNITS,
            "2024年度云台县模范职工小家\n名单\n（部分）",
            [
                "云台县公路养护中心鹿溪道班工会小组",
                "青石镇中心卫生院护理工会小组",
                "云台县第二实验小学后勤工会小组",
                "鹿溪茶厂拣茶车间工会小组",
            ],
        ),
    ],
    ids=["people", "bodies"],
)
def test_rows_without_marks_are_a_list_with_the_headline_that_says_so(rows, titles, expected):
    found = articles(RELAY, SIGNED, rows, "渡口来了护桥人", titles, "道班里比手艺")
    listing = next(each for each in found if each.genre == "listing")
    assert body(listing) == expected
    assert listing.headline == titles.replace("\n", "")


def test_a_lost_glyph_before_a_sentence_marks_a_caption_and_no_subheadline():
    found = articles(
        RELAY, SIGNED, "道班里比手艺", "渡口来了护桥人", "\ufffd\ufffd养护工在比赛中补坑。", "申时雨 摄"
    )
    pictures = {article.headline: [each.caption for each in article.figures] for article in found}
    assert pictures == {"道班里比手艺": ["养护工在比赛中补坑。"], "渡口来了护桥人": []}


def test_a_line_that_its_box_has_cut_is_made_whole_before_lines_are_grouped():
    lines = "三样手艺见高低\n云台县道路养护职工技能比武在鹿溪养\n护站收官\n渡口来了护桥人"
    first = articles(RELAY, SIGNED, lines)[0]
    assert (first.headline, first.subheadline) == (
        "三样手艺见高低",
        "云台县道路养护职工技能比武在鹿溪养护站收官",
    )


def test_two_phrases_below_what_took_place_are_the_headline():
    found = articles(
        RELAY, MEETING, "道班里比手艺", "云台县工会第九次代表大会召开", "护好“两座桥” 走好“连心路”"
    )
    second = found[1]
    assert (second.kicker, second.headline) == ("云台县工会第九次代表大会召开", "护好“两座桥” 走好“连心路”")


def test_the_name_of_a_kind_of_notice_goes_on_from_the_line_above():
    notice = "\n".join(
        [
            "县职工文化馆即日起面向全县职工征集老照",
            "片和老工具，捐赠者由文化馆颁发收藏证书，",
            "老工具不限大小，来信请写明姓名和地址。",
        ]
    )
    found = articles(SIGNED, notice, RELAY, "云台职工“老物件”", "征集启事", "渡口来了护桥人", "道班里比手艺")
    assert "云台职工“老物件”征集启事" in [each.headline for each in found]


def test_a_day_at_the_end_of_a_line_waits_for_what_happens_then():
    found = articles(RELAY, COURSE, "道班里比手艺", "夜校第六期开班")
    whole = "云台县总工会女职工夜校第六期定于9月上旬开班，设剪纸、面点、账务三门课，"
    assert any(text.startswith(whole) for each in found for text in body(each))


def test_a_title_that_begins_with_its_year_does_not_go_on_from_a_caption():
    titles = "何守渡在渡口检查缆绳\n2024\n年度“云台巧手”\n拟表彰名单\n道班里比手艺"
    found = articles(RELAY, SIGNED, PEOPLE, "渡口来了护桥人", titles)
    assert "2024年度“云台巧手”拟表彰名单" in [each.headline for each in found]
    assert ["何守渡在渡口检查缆绳"] in [[each.caption for each in article.figures] for article in found]


def test_figures_of_a_day_set_apart_as_all_rows_of_their_column_are_still_its_dateline():
    apart = "\n\n".join(
        [
            "本报讯",
            "9",
            "月",
            "20",
            "日，云台县总工会第九次代表大会",
            "召开，九十名代表听取了报告，选出",
            "了新一届委员会和经审委。",
        ]
    )
    text = f"{RELAY}\n\n{apart}\n\n（记者 李小满）\n{SIGNED}\n{RELAY}\n\n道班里比手艺\n\n第九次代表大会召开\n"
    found = parse(read(text.encode(), "page.txt")).articles
    assert "本报讯 9月20日" in [each.body[0].text[:9] for each in found]
