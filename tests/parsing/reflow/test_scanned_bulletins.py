"""Scanned bulletins: pages that keep their indents, running heads with a misread character, blanks within names."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits import read_credit
from unioncms.parsing.page_heads import is_head_of
from unioncms.parsing.reflow.cleaning import cleaned_line

PAGE = """\
白 鹭 工 运
2016年第3期（总第118期）

【车间来信】

灯 下 那 一 课

（县总工会副主席  王 一 川）

    去年入冬以前，我们到三个车间住了十来天，听见最多的一句话，
是想学一点真本领。夜校的灯在食堂二楼，桌面上那道漆早叫热水烫得
□白，可一到七点就坐满了人。头一课讲的是看图，讲课的老师傅带来
了一只拆开的阀，让大家传着看，传到末了一排，阀上全是指印，这是
第一个晚上。
    县工会后来定下三条：一是课不能停，停一课要补上一课还要说明；
二是师傅讲课有补贴，补贴当月发到手里；三是学完了要比一比，比得
好的当场戴花。

— 11 —
白鹭エ运 2016年第3期

    比过三回，有人就问下一回什么时候，食堂的大师傅也来听，说看得
懂图，往后修蒸箱就不用等人了。
                        （通讯员 李小 满）

◆ 灯 火 人 家 ◆

扳道房里的钟
通讯员  赵大同

    扳道房的钟慢了三分钟，老扳道工郑守田不许人拨，他说慢有慢的
好处，人到得早一些，路就平安一些。
    那只钟后来进了段里的展柜，旁边的牌子上写着他的名字和三十一
年这几个字。
                        （通讯员 钱小禾）

县工会举办
班组长学习班

    本刊讯 5月20日，县工会在文化宫举办班组长学习班，六十名班组
长参加，讲的是怎样开好一个班前会。
                        （通讯员 钱小禾）

学习班现场  孙立夏 摄

白鹭工人大事记
（一九五一年至一九五三年）

    一九五一年三月，白鹭县搬运工会成立，会员二百一十人，会址设
在码头旧货栈，推举周大河为主席。

    一九五二年五月，搬运工会办起第一个识字班，有七十人报名，教
员是请来的小学先生。
    一九五三年一月，识字班并入县工人夜校，夜校设在文庙，冬天生
着两只炉子。
"""


def test_a_page_that_keeps_its_indents_begins_a_paragraph_with_nothing_else():
    document = parse(read(PAGE.encode(), "page.txt"))
    headlines = [article.headline.replace(" ", "") for article in document.articles]
    assert headlines == [
        "灯下那一课",
        "扳道房里的钟",
        "县工会举办班组长学习班",
        "白鹭工人大事记（一九五一年至一九五三年）",
    ]
    essay, _, news, chronicle = document.articles
    assert [block.text[:6] for block in essay.body] == ["去年入冬以前", "县工会后来定", "比过三回，有"]
    assert len(chronicle.body) == 3  # the empty line between two of its entries parts no pieces
    assert [(figure.caption, figure.credit) for figure in news.figures] == [("学习班现场", "孙立夏 摄")]


def test_a_column_over_a_story_does_not_serve_the_report_below_it():
    document = parse(read(PAGE.encode(), "page.txt"))
    assert [article.column for article in document.articles] == ["车间来信", "灯火人家", None, None]


@pytest.mark.parametrize(
    ("line", "name"),
    [("（通讯员 李 小 满）", "李小满"), ("（通讯员 李小 满）", "李小满"), ("（通讯员 李 满）", "李满")],
)
def test_blanks_within_a_name_are_closed(line, name):
    credit = read_credit(cleaned_line(line, 0, False).text)
    assert [each.name for each in credit.contributors] == [name]


@pytest.mark.parametrize(
    ("line", "is_head"),
    [
        ("白鹭エ运 2016年第3期", True),
        ("白 鹭工运 2016年第3期", True),
        ("青石晚报 2016年第3期", False),
        ("白鹭エ运", False),
    ],
)
def test_a_running_head_with_one_misread_character(line, is_head):
    assert is_head_of(line, frozenset({"白鹭工运"})) is is_head


@pytest.mark.parametrize(
    ("line", "is_credit"),
    [
        ("学习班现场 孙立夏 摄", False),
        ("本报记者 孙立夏 摄", True),
        ("县总工会 孙立夏 摄", True),
        ("孙立夏 摄", True),
    ],
)
def test_what_a_picture_shows_is_no_part_of_its_credit(line, is_credit):
    assert (read_credit(line) is not None) is is_credit


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("矿山有了“夜 班 课 堂”", "矿山有了“夜班课堂”"),
        ("梨川市“焊 工 能 手”名单（首批）", "梨川市“焊工能手”名单（首批）"),
        ("船 坞 里 的 “活地图”", "船坞里的“活地图”"),
        ("走进车间 “问诊”", "走进车间 “问诊”"),
        ("安 全　“三 步 走”", "安全 “三步走”"),
    ],
)
def test_quoted_words_spaced_out_by_a_scan_are_closed_up(line, closed):
    assert cleaned_line(line, 0, False).text == closed
