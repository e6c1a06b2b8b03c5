"""Where a piece ends on a page whose headlines stand elsewhere: empty lines, numbers, slogans, pictures, columns."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.reflow.cut_lines import is_cut_number, is_of_another

MEETING = """\
本报讯 9月10日，青石区总工会第
四次代表大会在区政务中心举行，来
自各行业的186
名代表参加会议，区委副书记赵大同
到会祝贺并讲话。
大会听取了区总工会第三届委员会的
工作报告，选举产生了区总工会新一
届领导机构，李小满当选为区总工会
主席，王一川当选为副主席。"""
MATCH = """\
本报讯 9月12日，由县总工会主办的
云台县茶叶行业采茶技能比赛在北坡
茶园收官，来自全县二十家茶企的采
茶工同场采摘。
经过两个钟头的比拼，茶山合作社的
采茶工周月明得了头名，县总工会把
奖状发到了茶垄上，茶企的工会主席
们说明年还要再比。"""
LINESMAN = """\
云台的山一座挨着一座，线务员郑守
田的背包里装着两百多个寨子的草图
，哪根杆子怕风他都知道。
那年腊月凝冻，杆路倒了一排，郑守
田带着徒弟走了一夜，天亮的时候寨
子里的电话通了，老乡端来了姜汤，
他捧着碗才发现手套冻在了手上。"""
PICTURE = """\
9月3日，白鹭镇工会的慰问组走进桥
梁工地，给守在一线的钢筋工送去西
瓜、毛巾和防暑药品。
申时雨 摄"""
NOTICE = """\
为展示职工风采，县总工会决定面向
全县职工征集书画、摄影作品，现将
有关事项启事如下：
作品请于10月20日前寄到县总工会宣
教部，书画不超过四尺，摄影作品不
得电脑合成，评出的作品将办展览。"""
TITLES = """\
云台县茶叶行业采茶技能比赛在北坡收官

采茶能手比快慢
茶垄之上见高低

凝聚职工力量 建功山水新城

青石区总工会第四次

代表大会召开

“颂祖国风采 绘山河之美”
职工书画摄影作品征集启事

西瓜送到桥墩下

劳模风采

走在山尖上的线务员"""


@pytest.fixture(scope="module")
def articles():
    page = "\n\n".join((MEETING, MATCH, LINESMAN, PICTURE, NOTICE, TITLES)) + "\n"
    found = parse(read(page.encode(), "page.txt")).articles
    return {(each.headline or "").replace(" ", ""): each for each in found}


def test_an_empty_line_parts_pieces_whose_own_lines_have_none(articles):
    assert len(articles) == 5
    assert (
        articles["“颂祖国风采绘山河之美”职工书画摄影作品征集启事"].body[0].text.startswith("为展示职工风采")
    )


def test_a_slogan_above_what_took_place_is_its_kicker(articles):
    assert articles["青石区总工会第四次代表大会召开"].kicker == "凝聚职工力量 建功山水新城"


def test_two_lines_of_like_length_are_the_headline_that_a_report_explains(articles):
    match = articles["采茶能手比快慢茶垄之上见高低"]
    assert match.subheadline == "云台县茶叶行业采茶技能比赛在北坡收官"


def test_a_picture_between_the_texts_is_a_piece_of_its_own(articles):
    picture = articles["西瓜送到桥墩下"]
    assert (picture.body, picture.figures[0].credit) == ((), "申时雨 摄")


def test_a_headline_below_the_name_of_its_column_is_no_part_of_the_one_above(articles):
    assert articles["走在山尖上的线务员"].body[0].text.startswith("云台的山一座挨着一座")


@pytest.mark.parametrize(
    ("text", "following", "is_cut"),
    [
        ("有来自全市四十七家企业的212", "名选手参加三个工种的角逐。", True),
        ("本报讯 9月10日至11", "日，全会召开。", True),
        ("联系电话：82504", "名额有限，报满即止。", False),
        ("工会大事记2021", "工会办起夜校。", False),
    ],
)
def test_a_number_waits_for_what_it_counts(text, following, is_cut):
    assert is_cut_number(text, following) is is_cut


@pytest.mark.parametrize(
    ("text", "following", "is_other"),
    [
        ("大家都不说话，他掏出一本旧", "9月3日，工会的慰问组来了。", True),
        ("二十年来，班长们", "三倍。”工会主席说，今年还要涨。", True),
        ("“往年少，今年比往年多了", "三倍。”工会主席说，今年还要涨。", False),
        ("他说这件事从去年起就有人提，到了", "今年三月才定下来。", False),
    ],
)
def test_what_cannot_go_on_with_a_cut_sentence(text, following, is_other):
    assert bool(is_of_another(text, following)) is is_other


def test_a_headline_between_two_texts_and_the_line_that_explains_it_below_them():
    halves = "采茶能手比快慢\n茶垄之上见高低"
    lines = "走在山尖上的线务员\n——云台县线务员郑守田见闻\n全县茶叶行业采茶技能比赛在北坡茶园收官"
    page = "\n".join((MATCH, halves, LINESMAN, lines)).replace("\n", "\n\n") + "\n"
    match, linesman = parse(read(page.encode(), "page.txt")).articles
    assert (match.headline.replace(" ", ""), match.subheadline) == (
        halves.replace("\n", ""),
        "全县茶叶行业采茶技能比赛在北坡茶园收官",
    )
    assert (linesman.headline, linesman.subheadline) == ("走在山尖上的线务员", "云台县线务员郑守田见闻")


NEWS = "9月3日，白鹭镇工会的慰问组走进桥梁工地，给钢筋工送去西瓜和毛巾。图为工友在分西瓜。 申时雨 摄"


TEXTS = f"{MATCH}\n采茶工同场比采摘\n{{}}{MEETING}\n青石区总工会选出新一届班子\n"
HEADLINES = ["采茶工同场比采摘", "青石区总工会选出新一届班子"]


def test_a_title_above_a_picture_that_tells_news_is_of_no_text_on_the_page():
    page = TEXTS.format("") + f"送到桥头的西瓜\n{NEWS}\n工友在桥头歇晌。 申时雨 摄\n"
    found = parse(read(page.replace("\n", "\n\n").encode(), "page.txt")).articles
    assert [each.headline for each in found] == [*HEADLINES, "送到桥头的西瓜"]
    assert [len(each.figures) for each in found] == [0, 0, 2]


def test_a_picture_without_a_title_goes_to_the_text_that_it_speaks_of():
    taken = "9月12日，茶企的工会主席们在北坡给周月明计时，县总工会的人在一旁看热闹。 申时雨 摄"
    page = TEXTS.format(f"{taken}\n")
    found = parse(read(page.replace("\n", "\n\n").encode(), "page.txt")).articles
    assert [each.headline for each in found] == HEADLINES
    assert [len(each.figures) for each in found] == [1, 0]
