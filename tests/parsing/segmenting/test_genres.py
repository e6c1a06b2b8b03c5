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


ASKING = "夜校春季班即日起报名，电工、面点两门课各三十人，每晚七点开课。"
ROLL = (
    "9月3日，我县6名职工上榜：\n\n赵大同：青石煤矿检身工，守井口二十年。\n\n"
    "钱小梅：县医院护士长，带出徒弟三十人。\n\n孙立群：公交公司驾驶员。"
)
NUMBERED = "1.津贴按天计发。\n\n2.拖欠津贴的，可以到县总工会求助。\n\n3.不得拿饮料充抵津贴。"
UNDATED = SENTENCE.replace("年底请职工来查账", "三百户职工用上了热水")


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"电工班等你\n\n{ASKING}名额有限，咨询电话：0999-1234567。", "notice"),
        (f"夜校开课\n\n本报讯 9月3日，{SENTENCE}课程将持续到年底，欢迎职工参加。", "news"),
        (f"青石县总工会开展线上招聘\n\n9月3日，{SENTENCE}\n\n{OTHER}", "news"),
        (f"欠薪讨回来了\n\n9月3日，{SENTENCE}律师给工友算清了账，又留下联系电话。", "news"),
        (f"六名职工获奖\n\n{ROLL}", "listing"),
        (f"工会提醒：这些津贴请收好\n\n{NUMBERED}", "listing"),
        (f"青石县总工会：三张单子管住欠薪\n\n{STORY}\n\n（青石县总工会供稿）", "news"),
        (f"青石煤矿工会给井口送热水\n\n{UNDATED}\n\n（青石煤矿工会 王一川）", "news"),
        (f"赵大同同志逝世\n\n青石煤矿退休检身工赵大同，因病医治无效去世。{STORY}", "news"),
        (f"宣讲团走进矿区\n\n9月3日，{SENTENCE}\n\n{OTHER}", "news"),
        (f"走进青石煤矿\n\n{STORY}", "feature"),
        (
            f"【一线人物】\n\n赵大同和他的检身台\n\n记者 王一川\n\n9月3日，{SENTENCE}{OTHER}\n\n{STORY}",
            "feature",
        ),
        (f"九月·工运要事\n\n9月3日，{SENTENCE}\n\n9月6日，{THIRD}", "roundup"),
        (f"书屋开门\n\n青石县职工书屋22日在县工人文化宫开门。{SENTENCE}\n\n{STORY}", "news"),
        (f"【卷首】\n\n致读者\n\n{SENTENCE}欢迎来稿。\n\n{OTHER}", "preface"),
    ],
)
def test_genre_is_told_from_what_a_text_asks_lists_and_tells(text, genre):
    assert genres(text)[0] == genre


@pytest.mark.parametrize(
    ("signed", "genre"),
    [
        (("□ 记者 王一川", "□ 通讯员 李小满"), "feature"),
        (("青石县总工会主席 王一川", "梨川县总工会主席 李小满"), "roundup"),
    ],
)
def test_pieces_below_one_kicker_are_a_round_up_where_people_speak_for_themselves(signed, genre):
    first, second = signed
    text = (
        f"建功在一线\n\n——青石市职工创新巡礼\n\n一把扳手\n\n{first}\n\n{STORY}\n\n一盏矿灯\n\n{second}\n\n"
        f"井口的灯一夜都亮着，矿嫂们把姜汤一碗一碗端到工友的手里。\n\n{THIRD}\n"
    )
    articles = parse(read(text.encode(), "page.txt")).articles
    assert {article.kicker for article in articles} == {"建功在一线——青石市职工创新巡礼"}
    assert {article.genre for article in articles} == {genre}


def test_a_report_that_gives_a_number_to_call_is_news():
    told = f"青石县总工会昨日开通职工法律热线，请来三名律师。{SENTENCE}"
    page = f"县总工会开通法律热线\n\n{told}报名电话：83211234，联系人：王一川。\n"
    assert genres(page) == ["news"]


@pytest.mark.parametrize(
    ("head", "foot", "genre"),
    [
        ("井口的油灯\n——矿区工运史话（二）", "", "digest"),
        ("井口的油灯（节选）", "", "digest"),
        ("井口的油灯", "（摘自《青石工运史料》）", "digest"),
        ("井口的油灯\n——矿区工运史话（二）\n\n王一川", "", "feature"),
    ],
)
def test_history_that_nobody_signs_is_a_digest(head, foot, genre):
    assert genres(f"{head}\n\n一九三七年冬天，{SENTENCE}\n\n{STORY}\n\n{foot}") == [genre]


def test_narrative_in_a_literary_column_is_an_essay():
    text = f"职工文苑\n\n一口铁锅\n\n□ 王一川\n\n天还没亮，炒茶的灯就亮了。{OTHER}\n\n{STORY}"
    assert genres(text) == ["essay"]


@pytest.mark.parametrize(
    ("years", "genre"), [(("1926年3月", "1927年"), "digest"), (("1926年3月", "2019年"), "news")]
)
def test_nothing_but_years_long_ago_is_of_a_chronicle(years, genre):
    first, second = years
    told = f"{first}，码头工人在茶馆里办起识字班，头一晚来了九个人，凑钱买了一盏马灯。" * 4
    assert genres(f"马灯下的识字班\n\n{told}\n\n{second}，识字班搬进会馆，门口挂上了木牌。") == [genre]


@pytest.mark.parametrize(
    ("headline", "genre"), [("青石县总工会召开九届三次全委会议", "news"), ("灯下的那张桌子", "feature")]
)
def test_long_report_of_a_meeting_is_news(headline, genre):
    longer = "\n\n".join(STORY.replace("镇", place) for place in ("镇", "乡", "村", "厂", "矿"))
    assert genres(f"{headline}\n\n9月3日，{SENTENCE}\n\n{longer}") == [genre]
