"""Kinds of pieces, told from title, signature, opening, length."""

import pytest

from unioncms.parsing import parse, read

SENTENCE = "县总工会把职工的事一件一件记在本子上，办成一件就划掉一件，年底请职工来查账。"
OTHER = "车间里的难处要到车间里去听，坐在办公室里想不出来，这是老师傅们教给大家的道理。"
THIRD = "夜班的津贴、食堂的饭菜、宿舍的热水，样样都写进了协议，样样都有人签字负责。"
STORY = "\n\n".join(
    text.replace("县", place)
    for place in ("县", "镇")
    for text in (SENTENCE, f"{place}里{OTHER}", f"{place}里{THIRD}")
)


def genres(text):
    document = parse(read(text.encode(), "page.txt"))
    return [article.genre for article in document.articles]


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"青石县总工会慰问环卫工\n\n9月3日，{SENTENCE}\n\n{OTHER}", "news"),
        (
            f"青石县总工会慰问环卫工\n\n青石县总工会9月3日向环卫工送去清凉。{SENTENCE}\n\n{OTHER}\n\n{STORY}",
            "news",
        ),
        (f"青石县总工会慰问环卫工\n\n近日，{SENTENCE}\n\n{OTHER}\n\n（王一川）", "news"),
        (f"我市工会慰问环卫工\n\n连日来，我市工会走上街头。{SENTENCE}\n\n{OTHER}\n\n{STORY}", "news"),
        (
            f"环卫工喝上热茶\n\n为进一步关心环卫工，让大家歇得下脚，把茶送到手里，3月6日，{SENTENCE}\n\n{STORY}",
            "news",
        ),
        (
            f"环卫工喝上热茶\n\n元旦前夕，{SENTENCE}\n\n{STORY}\n\n他要求，让我们的城市更好，尽我们的义务。\n\n信息｜王一川",
            "news",
        ),
        (f"环卫工喝上热茶\n\n3月6日，{SENTENCE}\n\n{STORY}\n\n（社法委办 王一川）", "news"),
        (f"守在井口的人\n\n——记青石煤矿井口检身工赵大同\n\n王一川\n\n{STORY}", "feature"),
        (f"“三本账”管住职工食堂\n\n{STORY}", "feature"),
        (f"走进去 听明白\n\n青石县总工会主席 赵大同\n\n{STORY}", "essay"),
        (f"我的旧饭盒\n\n王一川\n\n{STORY}\n\n我把饭盒洗干净，放回了原处。", "essay"),
        (f"一盏灯\n\n王一川\n\n{STORY}\n\n师傅说：“我把灯交给你。”", "feature"),
        (f"青石县总工会慰问环卫工\n\n文｜王一川\n\n9月3日，{SENTENCE}\n\n{OTHER}", "news"),
        (f"读者来信\n\n茶要换勤\n\n王一川\n\n{STORY}", "essay"),
        (
            f"讲台矮三寸\n\n王一川\n\n请工人讲课，其实是物归原主。讲台不必搭得太高，应当与机床一样高。{OTHER}\n\n{THIRD}",
            "essay",
        ),
        (
            f"铁听杆\n\n王一川\n\n检漏工赵大同不能离开铁听杆。“我只有它，”他说，“应该传下去。”{STORY}",
            "feature",
        ),
        (
            f"九道弯\n\n文｜王一川\n\n{STORY}\n\n“手上不停，嘴上才肯开。”她说。她把我们送到村口，又折了回去。",
            "feature",
        ),
        (
            f"主席直播间\n\n文｜王一川\n\n8月3日晚，{SENTENCE}\n\n问：我没有单位，能入会吗？\n\n答：能。\n\n"
            "问：我下班晚，怎么办？\n\n答：我们把门开到晚上九点。",
            "feature",
        ),
        (f"县区简讯\n\n青石县：{SENTENCE}\n\n云台县：{OTHER}", "roundup"),
        (f"致读者\n\n本刊每周一出刊，{SENTENCE}", "notice"),
        (
            "下周预告\n\n9月4日，读书会，县图书馆；\n\n9月5日，义诊，县医院；\n\n9月6日，招聘会，县体育馆。",
            "listing",
        ),
        ("本周数字\n\n86个：新建工会组织数。\n\n417万元：追回的欠薪数。\n\n39场：文化活动场次。", "listing"),
    ],
)
def test_genre_is_told_from_title_signature_and_opening(text, genre):
    assert genres(text) == [genre]


def test_untitled_piece_in_which_the_paper_speaks_is_a_preface():
    (genre,) = genres(f"今天起，本报改版了，您会看到更多车间里的事。{SENTENCE}\n\n{OTHER}")
    assert genre == "preface"


def test_appointments_are_a_list():
    text = (
        "人事任免\n\n经省委批准：\n\n王一川任省总工会副主席；\n\n李小满任省总工会党组成员；\n\n"
        "免去赵同春的省总工会副主席职务。\n\n（2025年2月21日）\n"
    )
    assert [article.genre for article in parse(read(text.encode(), "page.txt")).articles] == ["listing"]


def test_report_below_essays_is_in_no_column_of_theirs():
    text = (
        "学思践悟\n\n多到工地走走\n\n□ 王一川\n\n我数过，有九个工地的电话常年打不通，打不通，我就走过去。\n\n"
        "练好三张嘴\n\n□ 李小满\n\n我讲了五场，场场都有人问倒我，我回来再补课。\n\n"
        "县总工会举办论坛\n\n本刊讯（通讯员 赵同春）8月16日，青石县总工会举办第三届工会主席论坛。\n"
    )
    articles = parse(read(text.encode(), "page.txt")).articles
    assert [article.column for article in articles] == ["学思践悟", "学思践悟", None]


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"热水送到班组\n\n“我们等这一天等了三年！”9月3日，{SENTENCE}\n\n（王一川）", "news"),
        (f"【基层传真】\n\n青石煤矿：热水送到班组\n\n{SENTENCE}（通讯员 王一川）", "news"),
        (f"下周预告\n\n9月3日，县总工会召开全委会。\n9月4日，职工运动会开幕。\n9月5日，{SENTENCE}", "notice"),
        (f"【简讯】\n\n●县教育工会举办球赛。\n●{SENTENCE}\n", "roundup"),
    ],
)
def test_column_and_quotation_tell_a_kind(text, genre):
    assert genres(text) == [genre]
