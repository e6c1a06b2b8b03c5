"""Blocks of a page of columns whose rests come in another order than their heads."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.reflow import reflow

HEADS = """\
梨川日报
2022年7月6日 星期三 05 职工天地

渡口上的夜班医务室

本报记者 孙一鸣

本报讯 7月3日，梨川港务公司的夜班医务室亮起了灯。港务公司工会主席马长青介绍，医务室每晚八点开门，值守的是两名退休

把安全课讲进茶园

——记云台茶业公司工会主席何守田

本报记者 王一川

七月的云台山，采茶机在垄间轰鸣。一名采茶工的袖口被皮带挂住，何守田一把拉下了电闸。回到茶厂，他做的第一件事，是

【码头夜话】

工资条上要写得明明白白

李小满

近来常有职工拿着工资条问工会：加班费算对了没有？工资条是职工和企业之间的一本小账，账目清楚，人心才能

白石镇：快递站里有了图书角

本报讯 6月30日，白石镇总工会把第六个图书角送进镇东快递站，三百本新书当天就借出去了一半，
"""
RESTS = {
    "医务室": "护士。过去装卸工夜里擦破了皮，要坐半个钟头的车去县医院，如今走两百步就能包扎。\n"
    "装卸工赵大海是第一个病人。“铁皮划的口子，包好了还能接着上夜班。”赵大海说，"
    "医务室的灯亮着，心里就踏实，港务公司还把值守的",
    "采茶": "把全厂的采茶机停了半天，请县应急局的老师来上课。茶工们围着机器，"
    "把每个危险的地方都系上红布条，系了一百二十七处。\n"
    "从那以后，云台茶业公司每月初五都停机上课。何守田讲课不用稿子，只带一截断了的皮带，讲完让茶工",
    "快递": "其中借得最多的是交通法规和菜谱。快递员周小船说，等件的工夫翻几页，日子过得不一样。\n"
    "镇总工会副主席钱桂香说：“图书角的书每季度换一次，",
    "电话": "电话写在每个班组的门后。港务公司工会算过，三年省下的路费够再建两个医务室。",
    "工资条": "安稳。有的企业工资条上只有一个总数，加班几个钟头、扣了什么，全凭嘴说，职工心里不踏实，企业也说不清。\n"
    "工会要做的，是坐下来同企业一起把工资条改细，让每一项都看得见。",
    "演示": "轮着演示一遍。今年上半年，全厂没有出过一起工伤，县总工会把这门课推到了十一家茶企。",
    "书单": "书单由快递员自己开。”",
}
CREDIT = "（通讯员 吴小荷）"
ENDS = {
    "渡口上": "再建两个医务室。",
    "把安全": "推到了十一家茶企。",
    "工资条": "每一项都看得见。",
    "白石镇": "书单由快递员自己开。”",
}


def page(order):
    rests = "\n\n".join(RESTS[name] for name in order)
    return parse(read(f"{HEADS}\n{rests}\n\n{CREDIT}\n".encode(), "page.txt"))


@pytest.mark.parametrize(
    "order",
    [
        ("医务室", "采茶", "快递", "电话", "工资条", "演示", "书单"),
        ("医务室", "快递", "采茶", "工资条", "电话", "演示", "书单"),
    ],
)
def test_each_rest_goes_to_the_head_that_it_goes_on_from_whatever_the_order(order):
    articles = page(order).articles
    assert {each.headline[:3]: each.body[-1].text[-8:] for each in articles} == {
        head: end[-8:] for head, end in ENDS.items()
    }


def test_a_picture_goes_to_the_text_that_it_speaks_of_and_a_dated_one_stands_alone():
    order = ("医务室", "采茶", "快递", "电话", "工资条", "演示", "书单")
    between = "何守田（左）在茶园里讲解采茶机。 周山月 摄\n\n"
    alone = "7月1日，青石区总工会在龙潭水库举行职工龙舟赛，十六支队伍参赛。图为选手奋力划桨。\n本报记者 周山月 摄\n"
    text = HEADS + "\n" + "\n\n".join(RESTS[name] for name in order[:3]) + "\n\n" + between
    text += "\n\n".join(RESTS[name] for name in order[3:]) + f"\n\n{CREDIT}\n\n{alone}"
    articles = parse(read(text.encode(), "page.txt")).articles
    shown = {
        each.headline: [figure.caption[:6] for figure in each.figures] for each in articles if each.figures
    }
    assert shown == {"把安全课讲进茶园": ["何守田（左）"], None: ["7月1日，青"]}


SIGNED = {
    "船坞里的光": (
        "青石船厂的焊工周小帆最怕夏天的船舱。舱里四十多度，焊帽一扣，汗水就顺着下巴往下淌。船厂工会去年量了温度，",
        "给每个船舱接上了风管和冷雾机。周小帆说，舱里凉快了十度，焊缝也直了。船厂还把焊工的班次改成了四小时一换。",
    ),
    "山路上的车铃": (
        "乡邮员何守田骑了二十二年山路，车铃换过九个。山上七个村子只有他认得每一家的门牌。邮政工会给他评上标兵，",
        "又替他换了一辆电动邮车。何守田把旧车铃装在新车上，村民们听见铃声，就知道信来了，乡邮员的电动邮车也来了。",
    ),
    "灶台边的课堂": (
        "食堂师傅钱桂香的红烧肉人人夸，可她总说自己不识几个字。学校工会为后勤职工开了夜校，钱桂香第一个报名，",
        "每晚收了灶台就去认字。半年以后，食堂的菜谱是她自己写的，夜校的结业证挂在灶台边的墙上，师傅们都去看。",
    ),
}


@pytest.mark.parametrize("order", [(1, 2, 0), (2, 0, 1), (0, 2, 1)])
def test_rests_are_matched_by_what_they_speak_of_though_each_head_would_find_one_in_turn(order):
    texts = list(SIGNED.values())
    heads = "\n\n".join(f"{headline}\n\n{head}" for headline, (head, _) in SIGNED.items())
    rests = "\n\n".join(f"{texts[number][1]}\n\n（记者 {'王李孙'[number]}一鸣）" for number in order)
    articles = parse(read(f"梨川日报\n\n{heads}\n\n{rests}\n".encode(), "page.txt")).articles
    assert {each.headline: "".join(part.text for part in each.body) for each in articles} == {
        headline: head + rest for headline, (head, rest) in SIGNED.items()
    }
    assert {each.headline: each.contributors[0].name[0] for each in articles} == dict(
        zip(SIGNED, "王李孙", strict=True)
    )


def test_no_cut_text_goes_on_with_a_salutation():
    rests = "\n\n".join(RESTS[name] for name in ("医务室", "采茶", "快递", "电话", "工资条", "演示", "书单"))
    letter = "编辑同志：\n\n渡口的灯坏了半个月，夜里下船看不清跳板，请帮我们问一问。\n\n读者 罗大伟\n\n"
    articles = parse(read(f"{HEADS}\n{letter}{rests}\n\n{CREDIT}\n".encode(), "page.txt")).articles
    texts = [part.text for each in articles for part in each.body]
    assert not any("编辑同志" in text and not text.startswith("编辑同志") for text in texts)


ROWS = """\
李月琴宣读名单。
大会表彰25人为“渡口标兵”，另给
9个班组“安全渡口”奖牌，命名首批
“巧手师傅”六名。梨川港务公司装卸
队队长赵大海、青石船厂电焊工周小"""


def test_rows_that_their_column_cuts_are_one_paragraph_below_the_end_of_another():
    long = "港务公司的大会开在装卸车间，职工代表和家属坐了满满一屋，大会由公司工会主席马长青主持，"
    paragraphs = reflow(read(f"{long}\n\n{ROWS}\n\n{long}\n".encode(), "page.txt"))
    assert ROWS.partition("\n")[2].replace("\n", "") in [each.words for each in paragraphs]
