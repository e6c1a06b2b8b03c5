"""Posts of accounts: what stands above their text, where their pictures stood, and what follows it."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits import cut_caption, read_credit
from unioncms.parsing.furniture import is_furniture
from unioncms.parsing.traced import Traced

FIRST = "清晨五点半，早市还没有亮灯，环卫工的扫帚声已经从巷子这头响到了那头。"
SECOND = "驿站里添了热水器和药箱，歇脚的人可以把饭盒热一热，也可以把手机充满电。"


def page(text):
    return parse(read(text.encode(), "post.txt"))


def body(article):
    return [block.text for block in article.body]


@pytest.mark.parametrize(
    "top",
    [
        "原创 云台工会 云台工会 2024-05-06 18:06 山东",
        "原创 云台县总工会 云台工会\n 2024年05月06日 19:32 云南",
        "云台县总工会 云台工会 2024-05-06 17:45",
        "云台工会\n2024-05-06 8:05 发表于江西",
        "原创 都兰 王一川 云台工会 2024-05-06 18:06 发表于江苏",
        "小会 云台工会\n2024年5月6日 07:30",
        "云台工会\n云台县总工会\n2024年05月06日 09:00\n云南\n在小说阅读器读本章\n去阅读",
        "云台工会\n云台工会\n微信号\n功能介绍 服务职工、传递声音。\n2024年05月06日 10:20\n收录于合集 #动态 36个",
    ],
)
def test_account_and_day_of_a_post_stand_in_no_article(top):
    document = page(f"巷口的驿站开门了\n\n{top}\n\n{FIRST}\n\n{SECOND}\n")
    (article,) = document.articles
    assert (document.publication, document.published_on) == ("云台工会", "2024-05-06")
    assert (article.headline, article.subheadline, article.source_credit) == ("巷口的驿站开门了", None, None)
    assert body(article) == [FIRST, SECOND]


def test_headline_of_a_post_may_read_as_a_sentence():
    line = "这一周｜驿站、夜校、体检车……工会里的人，忙得停不下来！"
    (article,) = page(f"{line}\n云台工会 2024-05-06 17:45\n\n{FIRST}\n").articles
    assert article.headline == line


def test_place_of_a_picture_parts_nothing():
    document = page(
        f"巷口的驿站开门了\n云台工会 2024-05-06 17:45\n\n图片\n\n{FIRST}\n\n[图片]\n▲环卫工在驿站里歇脚\n\n"
        f"▼左右滑动查看更多▼\n\n{SECOND}\n"
    )
    (article,) = document.articles
    assert body(article) == [FIRST, SECOND]
    assert [figure.caption for figure in article.figures] == ["环卫工在驿站里歇脚"]


def test_marked_line_without_any_picture_is_a_heading():
    (article,) = page(f"巷口的驿站开门了\n\n▲热水\n\n{FIRST}\n\n▲药箱\n\n{SECOND}\n").articles
    assert [block.type for block in article.body] == ["heading", "paragraph", "heading", "paragraph"]


def test_caption_says_that_it_is_one():
    text = f"巷口的驿站开门了\n\n{FIRST}\n\n【图片】\n环卫工在驿站里歇脚（资料图片）\n\n{SECOND}\n"
    (article,) = page(text).articles
    assert [figure.caption for figure in article.figures] == ["环卫工在驿站里歇脚（资料图片）"]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("李小满（左二）在教工友包扎　王一川 摄", "李小满（左二）在教工友包扎", "王一川 摄"),
        ("李小满 周亦舟 在教工友包扎 王一川 李明 摄", "李小满 周亦舟 在教工友包扎", "王一川 李明 摄"),
        ("工友在驿站里学包扎 本报记者 王一川 摄", "工友在驿站里学包扎", "本报记者 王一川 摄"),
    ],
)
def test_credit_of_a_caption_begins_with_its_first_name(line, caption, credit):
    cut = cut_caption(Traced(line.replace("\u3000", " "), ((0, 0),)))
    assert cut is not None
    assert (cut.caption.text, cut.credit.text) == (caption, credit)


@pytest.mark.parametrize(
    ("line", "source", "people"),
    [
        ("（来源：云台镇总工会 文/王一川）", "云台镇总工会", [("王一川", "author")]),
        ("（来源：云台日报 记者 王一川）", "云台日报", [("王一川", "reporter")]),
        ("来源：云台镇总工会 摄影/王一川", "云台镇总工会", [("王一川", "photographer")]),
    ],
)
def test_source_and_writers_share_a_bracket(line, source, people):
    credit = read_credit(line)
    assert credit is not None
    assert credit.source == source
    assert [(each.name, each.role) for each in credit.contributors] == people


@pytest.mark.parametrize(
    "line",
    [
        "点个“在看”，为劳动者加油！",
        "觉得不错，请点赞、在看、分享三连❤",
        "↑点击上方“云台工会”关注我们",
        "长按识别二维码，关注云台工会",
        "更多新闻，请下载云台日报客户端",
        "1. 普法大篷车行程表.doc",
    ],
)
def test_what_a_post_asks_of_its_readers_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "关注职工心理 为奋斗者点赞",
        "报名方式：扫描二维码，关注云台工会公众号",
        "分享会上的三个故事",
        "请把会员的事放在心上",
    ],
)
def test_words_of_headlines_and_rows_ask_nothing(line):
    assert not is_furniture(line)


def test_kind_before_a_bar_makes_a_headline():
    found = page(
        f"速递｜驿站今天开门\n\n{FIRST}\n\n作者｜王一川\n\n夜读｜巷子里的扫帚声\n\n文｜李小满\n\n{SECOND}\n\n"
        f"公示｜驿站管理员名单（第一批）\n\n王小川，云台镇；\n\n李大满，云台镇；\n\n周小舟，云台镇。\n"
    ).articles
    assert [article.headline for article in found] == [
        "速递｜驿站今天开门",
        "夜读｜巷子里的扫帚声",
        "公示｜驿站管理员名单（第一批）",
    ]
    assert [each.name for each in found[1].contributors] == ["李小满"]


def test_questions_of_an_interview_are_no_headings():
    question = "问：我在巷子里送外卖，没有单位，能入会吗？"
    (article,) = page(f"工会主席答网友\n\n{FIRST}\n\n{question}\n\n答：能。\n").articles
    assert {block.text: block.type for block in article.body}[question] == "paragraph"


def test_end_of_a_post_keeps_apart_from_its_credits():
    document = page(f"巷口的驿站开门了\n\n{FIRST}\n\n{SECOND}\n\nEND\n\n供稿：云台县总工会\n编辑：王一川\n")
    (article,) = document.articles
    assert body(article) == [FIRST, SECOND]
    assert "END" in document.discarded


def test_photographer_below_the_text_took_no_single_picture():
    (article,) = page(
        f"巷口的驿站开门了\n云台工会 2024-05-06 17:45\n\n图片\n▲环卫工在驿站里歇脚\n\n{FIRST}\n\n摄影｜王一川\n"
    ).articles
    assert [figure.credit for figure in article.figures] == [None]
    assert [(each.name, each.role) for each in article.contributors] == [("王一川", "photographer")]


def test_few_words_that_lead_to_pieces_are_a_preface():
    found = page(
        "工会一周｜驿站开门，夜校开课\n云台工会 2024-05-06 17:45\n\n这一周工会里有哪些新鲜事？小编带您看。\n\n"
        f"【要闻】\n\n巷口的驿站开门了\n\n5月6日，{FIRST}\n\n【提示】\n\n驿站招人啦\n\n"
        "招募对象：退休职工。\n报名方式：到县总工会填表。\n"
    ).articles
    assert [article.genre for article in found] == ["preface", "news", "notice"]


def test_house_above_the_headline_of_a_post_is_no_part_of_it():
    document = page(f"云台县总工会\n巷口的驿站开门了\n云台工会 2024-05-06 17:45\n\n{FIRST}\n")
    (article,) = document.articles
    assert (article.headline, article.kicker) == ("巷口的驿站开门了", None)


def test_call_below_the_headline_of_a_post_is_text():
    call = "云台县总工会为职工办实事项目清单来啦！"
    (article,) = page(f"快看！十件实事出炉\n云台工会 2024-05-06 17:45\n{call}\n\n{FIRST}\n").articles
    assert article.headline == "快看！十件实事出炉"
    assert body(article) == [call, FIRST]


def test_headline_above_a_note_heads_all_pieces_below_it():
    found = page(
        "读书征文展播（三）\n云台工会 2024-05-06 17:45\n编者按\n云台工会收到征文四百余篇，现选登部分作品。\n"
        f"📚\n巷口的驿站\n文/王一川\n{FIRST}\n📚\n驿站里的热水\n文/李小满\n{SECOND}\n"
    ).articles
    assert [(each.column, each.headline) for each in found] == [
        ("读书征文展播（三）", "巷口的驿站"),
        ("读书征文展播（三）", "驿站里的热水"),
    ]
    assert found[0].editors_note is not None


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("图/文：办公室  罗敏", [("罗敏", "author", ""), ("罗敏", "photographer", "")]),
        ("图片：来源网络", []),
        ("云台日报-云台网记者 苏醒 通讯员 杨帆", [("苏醒", "reporter", ""), ("杨帆", "correspondent", "")]),
    ],
)
def test_credit_names_people_and_no_houses(line, people):
    credit = read_credit(line)
    assert credit is not None
    assert [(each.name, each.role, each.printed_post) for each in credit.contributors] == people


def test_paper_alone_in_a_bracket_is_the_source():
    credit = read_credit("（云台日报客户端）")
    assert credit is not None
    assert credit.source == "云台日报客户端"


def test_line_right_below_a_picture_is_its_caption():
    caption = "放学的孩子和赶场的老乡坐在一起听课。"
    (article,) = page(
        f"绿皮车上的夜校\n\n云台工会 2024-05-06 17:45\n\n{FIRST}\n\n图片\n{caption}\n\n{SECOND}\n\n－ 完 －\n\n"
        "文字／王一川\n"
    ).articles
    assert [figure.caption for figure in article.figures] == [caption]
    assert body(article) == [FIRST, SECOND]
    assert [(each.name, each.role) for each in article.contributors] == [("王一川", "author")]


def test_post_may_say_how_lately_it_came_and_from_which_paper():
    document = page(
        "今天，让我们记住这些名字\n云台矿务局工会 云台矿工 今天\n以下文章来源于云台矿工报 ，作者武强\n"
        f"云台矿工报官方公众号\n{FIRST}\n"
        f"▲采煤工 孙有福\n{SECOND}\n转发请注明来源\n"
    )
    article = document.articles[0]
    assert (document.publication, article.headline) == ("云台矿工", "今天，让我们记住这些名字")
    assert (article.source_credit, [each.name for each in article.contributors]) == ("云台矿工报", ["武强"])


def test_links_below_the_end_are_no_text():
    document = page(
        f"巷口的驿站开门了\n云台工会 2024-05-06 17:45\n{FIRST}\n{SECOND}\n编 | 宋词\n审 | 钟毓秀\n"
        "THE END\n【往期回顾】\n"
        "1.云台县总工会举办联谊活动\n2.招人啦！云台县总工会招聘社会化工会工作者\n"
    )
    (article,) = document.articles
    assert body(article) == [FIRST, SECOND]
    assert "2.招人啦！云台县总工会招聘社会化工会工作者" in document.discarded


def test_emblem_above_a_headline_is_no_line_of_it():
    found = page(
        f"巷口的驿站开门了\n\n{FIRST}\n\n— END —\n\n📣 工会通知\n\n朗诵大赛报名啦\n\n{SECOND}\n"
    ).articles
    assert [(each.headline, each.subheadline) for each in found] == [
        ("巷口的驿站开门了", None),
        ("朗诵大赛报名啦", None),
    ]


def test_number_above_a_heading_belongs_to_it():
    (article,) = page(
        f"巷口的驿站开门了\n云台工会 2024-05-06 08:05\n编者按：从今天起，本号走进驿站。\n\n"
        f"01\n一间旧仓库\n{FIRST}\n02\n十一双手\n{SECOND}\n"
    ).articles
    assert article.headline == "巷口的驿站开门了"
    assert body(article) == ["01 一间旧仓库", FIRST, "02 十一双手", SECOND]


@pytest.mark.parametrize("headline", ["报名啦！职工羽毛球赛邀你开拍", "高温津贴怎么领？一图读懂"])
@pytest.mark.parametrize("emblem", ["📢 ", ""])
def test_call_before_a_headline_is_part_of_it(emblem, headline):
    document = page(
        f"巷口的驿站开门了\n云台工会 2024-05-06 08:05\n{FIRST}\nEND\n{emblem}{headline}\n{SECOND}\n{FIRST}\n"
    )
    assert [article.headline for article in document.articles] == ["巷口的驿站开门了", headline]


def test_who_answered_stands_in_the_text():
    (article,) = page(
        f"巷口的驿站开门了\n{FIRST}\n{SECOND}\n（解答人：云台律师事务所律师 王一川）\n"
    ).articles
    assert {block.type for block in article.body} == {"paragraph"}


def test_line_below_a_picture_over_no_text_is_its_caption():
    articles = page(
        f"巷口的驿站开门了\n云台工会 2024-05-06 08:05\n{FIRST}\n{SECOND}\n图片\n职工在驿站里读书\n文/图 王一川\n"
        "【人物】\n跟着麦子向北\n"
        "收割机手每年五月出门，走到黑龙江，来回八千里。\n（云台融媒记者 李小满）\n"
    ).articles
    assert [article.headline for article in articles] == ["巷口的驿站开门了", "跟着麦子向北"]
    assert [figure.caption for figure in articles[0].figures] == ["职工在驿站里读书"]
    assert [(each.name, each.role) for each in articles[1].contributors] == [("李小满", "reporter")]


def test_marked_lines_below_a_guide_are_its_contents():
    articles = page(
        f"一周要闻\n云台工会 2024-05-06 08:05\n本期导读\n◎驿站开门\n◎对话“麦客”\n"
        f"【基层】\n巷口的驿站开门了\n{FIRST}\n{SECOND}\n"
    ).articles
    assert [article.headline for article in articles] == ["巷口的驿站开门了"]


def test_numbered_heading_right_below_a_note_heads_the_text():
    (article,) = page(
        f"巷口的驿站开门了\n云台工会 2024-05-06 08:05\n编者按：\n从今天起，本号走进驿站，敬请关注。\n\n"
        f"01 一间旧仓库\n{FIRST}\n02 十一双手\n{SECOND}\n"
    ).articles
    assert (article.headline, article.subheadline) == ("巷口的驿站开门了", None)
    assert [block.text for block in article.body if block.type == "heading"] == [
        "01 一间旧仓库",
        "02 十一双手",
    ]


@pytest.mark.parametrize(
    ("headline", "genre"), [("报名啦！球赛邀你来", "notice"), ("试用期被辞退，该找谁？", "feature")]
)
def test_kind_of_a_short_post(headline, genre):
    text = {
        "notice": "比赛将在健身中心举行，每队限报五人。",
        "feature": "问：这样辞退我合法吗？\n答：不合法，可以申请仲裁。",
    }
    document = page(f"巷口的驿站开门了\n云台工会 2024-05-06 08:05\n{FIRST}\nEND\n{headline}\n{text[genre]}\n")
    assert [article.genre for article in document.articles][1:] == [genre]


def test_counted_texts_with_their_sources_are_pieces():
    articles = page(
        "工运早报｜5月6日，这些事与你有关\n云台工会 2024-05-06 08:05\n点击关注⬆️和三万职工一起看\n"
        f"01\n巷口的驿站开门了\n{FIRST}\n来源：云台县总工会\n\n02\n工人有了“保底价”\n{SECOND}\n来源：云台工人报\n觉得有用，点个在看👇\n"
    ).articles
    assert [(each.headline, each.source_credit) for each in articles] == [
        ("巷口的驿站开门了", "云台县总工会"),
        ("工人有了“保底价”", "云台工人报"),
    ]


def test_thanks_at_the_end_of_a_speech_are_no_headline():
    (article,) = page(f"开会后收回\n在座谈会上的发言\n{FIRST}\n我的发言完了，谢谢大家！\n").articles
    assert (article.headline, body(article)) == ("在座谈会上的发言", [FIRST, "我的发言完了，谢谢大家！"])


def test_marked_caption_without_a_stop_has_a_photographer():
    (article,) = page(f"夜校开课了\n\n{FIRST}\n\n图片\n\n△ 比赛现场 王一川 摄\n\n{SECOND}\n").articles
    assert [(figure.caption, figure.credit) for figure in article.figures] == [("比赛现场", "王一川 摄")]
    assert body(article) == [FIRST, SECOND]


def test_label_of_a_picture_stands_before_what_it_shows():
    (article,) = page(f"夜校开课了\n\n{FIRST}\n图：女工们在织围脖\n").articles
    assert [(figure.caption, figure.credit) for figure in article.figures] == [("女工们在织围脖", None)]


@pytest.mark.parametrize("numbers", [("01", "02"), ("0 1", "0 2")])
def test_number_stands_above_a_heading_of_two_phrases(numbers):
    first, second = numbers
    (article,) = page(
        f"夜校开课了\n\n{FIRST}\n\n{first}\n\n一张课表，两头牵挂\n\n{FIRST}\n\n{second}\n\n一盏灯，照着三条路\n\n{FIRST}\n"
    ).articles
    assert [block.text for block in article.body if block.type == "heading"] == [
        f"{first} 一张课表，两头牵挂",
        f"{second} 一盏灯，照着三条路",
    ]


def test_line_to_unfold_the_text_stands_in_it():
    (article,) = page(f"夜校开课了\n\n{FIRST}\n\n展开全文\n\n{SECOND}\n").articles
    assert body(article) == [FIRST, SECOND]
