"""Pages of sites: what stands above their text and below it, and how they sign it."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits import read_credit
from unioncms.parsing.furniture import is_furniture

FIRST = "6月5日一早，采茶工刚放下背篓，云台县总工会的普法大篷车就开进了三分场的茶园。"
SECOND = "欠薪怎么办、工伤怎么认、合同到期不续有没有补偿，三十多名茶工轮着问到了中午。"
META = "2021-06-08 10:07  来源：云台县总工会  点击数：[412]"


def page(text):
    return parse(read(text.encode(), "page.txt"))


@pytest.mark.parametrize(
    "head",
    [
        "云台市总工会\nYUNTAI FEDERATION\n首页\n机构概况\n新闻中心\n您所在的位置：首页 > 新闻中心 > 县区\n",
        "云台工会网_云台省总工会主办\n设为首页 收藏本站\n2021年6月9日 星期三\n当前位置 : 网站首页 >> 工会新闻\n",
        "云台网 > 工会频道 > 正文\n工会\n分享到:\n",
        "云台工会\n",
        "",
    ],
)
@pytest.mark.parametrize("below", ["", "打印\nA+ A-\n", "原标题：普法大篷车开进云台茶园\n"])
def test_headline_of_a_site_is_what_stands_above_its_day(head, below):
    document = page(f"{head}把法律课开进茶园\n{META}\n{below}　　{FIRST}\n　　{SECOND}\n")
    (article,) = document.articles
    assert (article.headline, article.kicker, article.subheadline) == ("把法律课开进茶园", None, None)
    assert document.published_on == "2021-06-08"
    assert [block.text for block in article.body] == [FIRST, SECOND]


@pytest.mark.parametrize("headline", ["讣告", "征稿启事"])
def test_tools_one_below_the_other_leave_a_short_headline_alone(headline):
    tools = "分享到：\n微信\n微博\nQQ空间\n复制链接"
    (article,) = page(
        f"登录 注册\n首页 > 详情\n\n{headline}\n{META}\n{tools}\n\n　　{FIRST}\n　　{SECOND}\n"
    ).articles
    assert (article.headline, article.kicker) == (headline, None)


@pytest.mark.parametrize(
    "headline", ["云台县：律师进了水泥厂", "云台区成立民宿行业工会联合会", "1956年，骆驼队里的工会小组"]
)
def test_headline_that_ends_as_a_body_s_name_is_no_account(headline):
    (article,) = page(
        f"登录 注册\n首页\n首页 > 详情\n\n{headline}\n{META}\n\n　　{FIRST}\n　　{SECOND}\n"
    ).articles
    assert article.headline == headline


def test_colon_joins_the_lines_of_a_headline():
    (article,) = page(
        f"首页 > 正文\n云台县总工会：\n把法律课开进茶园\n{META}\n　　{FIRST}\n　　{SECOND}\n"
    ).articles
    assert article.headline == "云台县总工会：把法律课开进茶园"


def test_rows_about_a_notice_are_no_headings_of_it():
    document = page(
        "云台工会\n关于征集小发明的通知\n索引号：014000-2024-0012\n发文字号：云工办〔2024〕12号\n公开日期：2024-03-06\n"
        f"各区总工会：\n{SECOND}\n附件：1.申报表\n2.汇总表\n云台市总工会办公室\n2024年3月5日\n【打印】 【关闭】\n"
    )
    (article,) = document.articles
    assert (article.headline, article.genre) == ("关于征集小发明的通知", "notice")
    assert [block.text for block in article.body][-4:] == [
        "附件：1.申报表",
        "2.汇总表",
        "云台市总工会办公室",
        "2024年3月5日",
    ]
    assert {block.type for block in article.body} == {"paragraph"}


@pytest.mark.parametrize(
    ("line", "day", "source"),
    [
        ("2021-06-08 10:07  云台县总工会供稿  责任编辑：刘颖", "2021-06-08", "云台县总工会"),
        ("来源：《云台日报》　2020-11-06 14:23　字体：[ 大 中 小 ]", "2020-11-06", "云台日报"),
        ("来源：云台网——《云台日报》 2020-11-06", "2020-11-06", "云台日报"),
        ("《云台日报》（2020年11月06日 03版）", "2020-11-06", "云台日报"),
        ("2024-07-03 15:42 | 来源：云台日报 | 记者 陆晓", "2024-07-03", "云台日报"),
        ("（摘自8月27日《云台日报》）", None, "云台日报"),
    ],
)
def test_line_of_a_site_gives_day_and_source(line, day, source):
    credit = read_credit(line)
    assert credit is not None
    assert (credit.published_on, credit.source) == (day, source)


def test_office_is_no_author():
    credit = read_credit("作者：办公室  来源：云台县总工会  发布时间：2023-05-23")
    assert credit is not None
    assert credit.contributors == ()


def test_who_gave_the_text_sent_it_in():
    credit = read_credit("供稿：王一川")
    assert credit is not None
    assert [(each.name, each.role) for each in credit.contributors] == [("王一川", "correspondent")]


def test_bracket_below_the_text_names_its_author_whatever_the_surname():
    (article,) = page(f"把法律课开进茶园\n{FIRST}\n{SECOND}（刀红梅）\n").articles
    assert [each.name for each in article.contributors] == ["刀红梅"]
    (article,) = page(f"把法律课开进茶园\n{FIRST}\n{SECOND}（下午场）\n").articles
    assert article.contributors == ()


@pytest.mark.parametrize(
    "line",
    [
        "声明：凡本网注明“来源：云台日报”的所有作品，版权均属于云台日报，未经授权不得转载。",
        "网络敲诈和有偿删帖举报电话：010-60000000",
        "Copyright © 2008-2023 by www.example.cn. all rights reserved",
        "放大+ 缩小- 默认o",
    ],
)
def test_what_a_site_says_of_its_rights_is_furniture(line):
    assert is_furniture(line)


PICTURES = (
    "送清凉走进工地\n发布时间：2022-09-15   浏览次数：2207\n\n"
    "茶摊支起来了。（王一川 摄）\n\n塔吊司机领到凉茶。（李小满 摄）\n\n"
)


def test_pictures_below_a_headline_make_a_piece_above_the_next():
    first, second = page(
        f"{PICTURES}【打印本页】【关闭窗口】\n\n把法律课开进茶园\n{META}\n\n{FIRST}\n\n{SECOND}\n"
    ).articles
    assert (first.headline, first.genre, len(first.figures)) == ("送清凉走进工地", "photo", 2)
    assert (second.headline, second.figures) == ("把法律课开进茶园", ())


def test_pictures_above_a_text_are_its_own():
    (article,) = page(f"{PICTURES}【打印本页】【关闭窗口】\n\n{FIRST}\n\n{SECOND}\n").articles
    assert (len(article.figures), len(article.body)) == (2, 2)


def test_one_paragraph_that_says_what_is_shown_is_a_caption():
    words = "5月22日，城西社区工会举行防汛演练。图为志愿者在堆沙袋。"
    (article,) = page(f"防汛演练进社区\n{META}\n\n{words}\n\n【打印】【关闭】\n").articles
    assert (article.genre, article.body) == ("photo", ())
    assert [figure.caption for figure in article.figures] == [words]


def test_photographer_of_all_pictures_is_each_picture_s():
    (article,) = page(
        f"老码头上的新工匠\n{META}\n{FIRST}\n{SECOND}\n图①：陈志勇在司机室操作。\n图②：徒弟在练习。\n以上图片均由林峰摄\n"
    ).articles
    assert [(each.caption, each.credit) for each in article.figures] == [
        ("陈志勇在司机室操作。", "林峰摄"),
        ("徒弟在练习。", "林峰摄"),
    ]
    assert len(article.body) == 2


def test_hint_above_the_text_is_a_note():
    (article,) = page(f"把法律课开进茶园\n{META}\n阅读提示\n{SECOND}\n\n本报讯 {FIRST}\n").articles
    assert article.editors_note == SECOND
    (article,) = page(f"把法律课开进茶园\n{META}\n导读：{SECOND}\n\n本报讯 {FIRST}\n").articles
    assert article.editors_note == SECOND


def test_author_and_his_house_below_take_nothing_over():
    (article,) = page(
        "首页 > 理论研究 > 正文\n把法律课开进茶园\n作者：王一川 | 来源：《云台工运》2022年第4期 | 时间：2022-04-20\n"
        f"[关键词] 普法；茶园\n{SECOND}\n工会工作要跟着职工走，不能等着职工来。\n（作者单位：云台县总工会）\n"
    ).articles
    assert (article.genre, article.source_credit) == ("essay", "云台工运")
    assert {block.type for block in article.body} == {"paragraph"}


def test_column_of_pictures_above_the_headline_of_a_site():
    (article,) = page(
        f"图说工会\n春风里的茶园\n2021-03-13 10:05　云台工会网　浏览：501\n{FIRST}\n图1：茶工听课。（廖军/摄）\n"
    ).articles
    assert (article.column, article.headline, article.genre) == ("图说工会", "春风里的茶园", "photo")


def test_day_alone_below_a_headline_is_no_part_of_it():
    document = page(
        f"把法律课开进茶园\n2023-11-02\n文章来源：云台日报  文章作者：本报记者 车前子\n\n{FIRST}\n{SECOND}\n"
    )
    (article,) = document.articles
    assert (article.headline, document.published_on) == ("把法律课开进茶园", "2023-11-02")
    assert [(each.name, each.role) for each in article.contributors] == [("车前子", "reporter")]


def test_file_of_a_notice_is_a_list_of_its_own():
    _, names = page(
        f"云台县总工会关于表彰先进的决定\n各镇工会：\n{SECOND}\n云台县总工会\n2021年1月20日\n附件\n先进基层工会名单\n（共3个）\n"
        "云台中学工会\n云台医院工会\n城关镇总工会\n"
    ).articles
    assert (names.headline, names.genre) == ("先进基层工会名单", "listing")
    assert [block.text for block in names.body][-3:] == ["云台中学工会", "云台医院工会", "城关镇总工会"]


def test_writer_of_the_line_above_is_named_once():
    (article,) = page(
        "把法律课开进茶园\n[ 作者：何青山　来源：云台工运网　更新时间：2022-11-18 ]\n"
        f"　　本网讯（特约通讯员 何青山）{FIRST}\n　　{SECOND}\n"
        "　　（图片由云台县总工会提供）\n【发表评论】【告诉好友】【打印此文】\n"
    ).articles
    assert [(each.name, each.role) for each in article.contributors] == [("何青山", "correspondent")]
    assert (len(article.body), article.figures) == (2, ())


@pytest.mark.parametrize(
    "line",
    [
        "入选作品的版权归作者所有，主办方有权展出。",
        "发现侵犯职工权益的行为，请联系县总工会。",
        "未经职工本人授权，任何单位不得收集其个人信息。",
    ],
)
def test_what_a_text_says_of_rights_is_none(line):
    assert not is_furniture(line)


def test_numbered_rows_of_a_notice_are_no_headings():
    (article,) = page(
        "云台县总工会\n关于评选云台工匠的公示\n\n经专家评审，拟授予下列同志称号，现予公示。\n\n"
        f"1．魏国栋　重机公司铸造工\n2．苗小慧　幼儿园教师\n3．司徒明　电子厂装配工\n\n{SECOND}\n"
    ).articles
    assert article.headline == "云台县总工会关于评选云台工匠的公示"
    assert {block.type for block in article.body} == {"paragraph"}
    assert len(article.body) == 5


def test_column_in_brackets_right_above_the_headline_is_the_piece_s_on_a_site_too():
    text = (
        "首页  工会概况  工会要闻  县区动态  劳模风采  维权帮扶\n当前位置：首页 > 劳模风采 > 正文\n【劳模故事】\n"
        "锅炉房里的耳朵\n发布时间：2023-04-21 08:36  来源：青石工人报\n\n"
        "    老周在锅炉房守了二十年，冬天里最怕的不是冷，是半夜里电话忽然响起来。\n"
    )
    (article,) = parse(read(text.encode(), "page.txt")).articles
    assert (article.column, article.headline) == ("劳模故事", "锅炉房里的耳朵")
