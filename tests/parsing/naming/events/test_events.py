"""Events: what the text reports as an occasion."""

import pytest

from unioncms.parsing.document import Article, Block, Contributor, Figure
from unioncms.parsing.naming.recognising import recognise


def events_in(*paragraphs, genre="news", published_on="2024-06-01", post="云州市总工会主席"):
    article = Article(
        genre=genre,
        body=tuple(Block("paragraph", text) for text in paragraphs),
        contributors=(Contributor("尹小群", "author", printed_post=post),),
    )
    return recognise((article,), None, published_on, "\n".join([*paragraphs, post])).events


def test_an_occasion_has_its_date_place_organisers_and_people():
    (event,) = events_in("5月20日，云州市总工会在长河煤矿举办“安全在我心”知识竞赛，主席韩文涛到场。")
    assert event.name == "“安全在我心”知识竞赛"
    assert event.date == "2024-05-20"
    assert event.place == "长河煤矿"
    assert event.organisers == ("云州市总工会",)
    assert event.people == ("韩文涛",)


def test_a_list_after_one_verb_is_several_occasions():
    found = events_in("市总工会先后举办“书香云州”读书演讲、“五一”文艺晚会。")
    assert [event.name for event in found] == ["“书香云州”读书演讲", "“五一”文艺晚会"]


@pytest.mark.parametrize(
    "text",
    [
        "要召开全市工会工作会议，研究部署。",
        "广泛开展“安康杯”竞赛活动。",
        "各级工会定期举办技能培训。",
        "继续开展送温暖活动。",
    ],
)
def test_tasks_and_habits_are_no_events(text):
    assert events_in(text) == ()


def test_what_was_said_at_a_meeting_names_the_meeting():
    (event,) = events_in("韩文涛在全省工会财务工作会议上强调，要管好账。", genre="essay")
    assert event.name == "全省工会财务工作会议"
    assert event.people == ("韩文涛",)


def test_a_congress_is_an_event_and_its_spirit_none():
    assert [
        event.name for event in events_in("云州市工会第九次代表大会以来，成绩很多。", genre="feature")
    ] == ["云州市工会第九次代表大会"]
    assert events_in("贯彻云州市工会第九次代表大会精神。", genre="feature") == ()


@pytest.mark.parametrize(
    ("text", "organisers"),
    [
        ("5月20日，长河镇快递业工会联合会第一次代表大会召开。", ["长河镇快递业工会联合会"]),
        ("5月20日，长河煤矿工会第三次会员代表大会召开。", ["长河煤矿工会"]),
        ("5月20日，云州市工会第九次代表大会召开。", []),
        ("5月20日，长河镇快递业工会联合会成立大会召开。", []),
    ],
)
def test_a_congress_is_held_by_the_body_that_it_is_called_after(text, organisers):
    (event,) = events_in(text)
    assert [name.removeprefix("云州市") for name in event.organisers] == organisers


@pytest.mark.parametrize(
    ("text", "name", "organisers"),
    [
        (
            "徒弟在去年9月举办的全省纺织行业技能竞赛上得了第二名，长河煤矿工会很高兴。",
            "全省纺织行业技能竞赛",
            [],
        ),
        (
            "5月20日，她在云州市总工会、云州市水务局联合举办的管网抢修技能大赛上夺冠。",
            "管网抢修技能大赛",
            ["云州市总工会", "云州市水务局"],
        ),
    ],
)
def test_what_is_told_of_is_held_by_those_right_before_the_verb(text, name, organisers):
    (event,) = events_in(text, genre="feature")
    assert (event.name, list(event.organisers)) == (name, organisers)


def test_a_name_does_not_end_at_the_first_noun_of_an_event():
    (event,) = events_in("5月20日，云州市总工会在长河煤矿召开全市“安康杯”竞赛活动现场会。")
    assert event.name == "全市“安康杯”竞赛活动现场会"


def test_days_hold_over_paragraphs():
    found = events_in(
        "5月20日至22日，云州市总工会举办工会主席培训班。",
        "22日下午，全市工会重点工作推进会在长河镇召开。",
        published_on="2024",
    )
    assert [event.date for event in found] == ["2024-05-20", "2024-05-22"]


def test_sessions_of_two_bodies_are_two():
    found = events_in(
        "5月20日，云州市总工会四届五次全委会在文化宫召开。会议传达学习了省总工会十二届四次全会精神。"
    )
    assert [event.name for event in found] == ["云州市总工会四届五次全委会", "省总工会十二届四次全会"]


def test_a_dated_deed_of_a_person_is_an_event():
    (event,) = events_in("1926年9月17日，柳阿香、陈水生等人成立纱厂工人联合会。", genre="digest", post="")
    assert event.date == "1926-09-17"
    assert event.people == ("柳阿香", "陈水生")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("日前，全市工会女职工工作会议在长河镇召开。", "全市工会女职工工作会议"),
        ("近日，干部作风提升行动全面启动。", "干部作风提升行动启动"),
        ("5月20日，云州市第三届职工运动会开幕。", "云州市第三届职工运动会"),
        ("5月12日，云州市职工驿站在工人文化宫揭牌。", "云州市职工驿站揭牌"),
        ("5月2日，云州市总工会副主席韩文涛带队来到矿上，慰问了井下职工。", "慰问井下职工"),
        (
            "5月2日，云州市总工会主席韩文涛慰问了劳模何秋生、周立平和困难党员马小兰、陆远帆。",
            "慰问劳模和困难党员",
        ),
        ("云州市总工会即日起举办“我的工友”征文活动。", "“我的工友”征文活动"),
    ],
)
def test_a_verb_behind_the_name_tells_that_it_took_place(text, name):
    assert [event.name for event in events_in(text)] == [name]


def test_a_caption_shows_a_person_s_deed():
    article = Article(genre="news", figures=(Figure("云州市总工会主席韩文涛为工匠颁奖。"),))
    (event,) = recognise((article,), None, None, "").events
    assert event.name == "为工匠颁奖"
    assert event.people == ("韩文涛",)


@pytest.mark.parametrize(
    "text",
    [
        "去年九月，云州市总工会把四十一家店的老板请到茶棚里，谈了三个傍晚。",
        "5月2日，骑手韩文涛提了一条意见：到站要有水喝。",
    ],
)
def test_what_reads_as_no_name_is_no_event(text):
    assert events_in(text) == ()


def test_a_subheadline_tells_of_an_occasion():
    article = Article(headline="同桌", subheadline="云州市工会干部学习班归来", genre="essay")
    assert [event.name for event in recognise((article,), None, None, "").events] == ["云州市工会干部学习班"]


@pytest.mark.parametrize(
    ("texts", "organisers"),
    [
        (
            ["5月20日，由市总工会、市人社局主办，云州机械集团承办的职工数控大赛开赛。"],
            ["市总工会", "市人社局", "云州机械集团"],
        ),
        (
            ["5月20日，全市职工书画展在云州美术馆开幕。", "活动由云州市总工会主办，云州市司法局协办。"],
            ["云州市总工会", "云州市司法局"],
        ),
        (
            ["5月20日，云州市总工会联合云州市司法局在长河煤矿开展“送法到矿”活动。"],
            ["云州市总工会", "云州市司法局"],
        ),
        (["5月20日，根据云岭省总工会部署，云州市总工会举办网络安全培训班。"], ["云州市总工会"]),
        (["5月20日，云州市总工会与云州银行签订协议，签约仪式在银行大厅举行。"], ["云州市总工会", "云州银行"]),
    ],
)
def test_organisers_are_those_that_hold_it(texts, organisers):
    (event,) = events_in(*texts)
    assert [name.replace("云州市", "市") for name in event.organisers] == [
        name.replace("云州市", "市") for name in organisers
    ]


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("云州市首届职工技能大赛10日在长河煤矿开赛。", "云州市首届职工技能大赛", "2024-06-10"),
        ("5月13日至15日，云州市总工会举办2024年工会主席培训班。", "2024年工会主席培训班", "2024-05-13"),
        ("在云州市第三届职工运动会的赛场上，他砌了三百块砖。", "云州市第三届职工运动会", None),
        ("今年5月，她拿了全省焊接比赛的第三名。", "全省焊接比赛", "2024-05"),
        (
            "5月16日，天刚亮，云州市总工会志愿者赶到长河镇抢收小麦。",
            "云州市总工会志愿者赶到长河镇抢收小麦",
            "2024-05-16",
        ),
        ("7月的一天，我到石门沟看望快递员龚小满。", "看望快递员龚小满", "2024-07"),
        ("云州市护理竞赛5月18日在长河学院举行。", "云州市护理竞赛", "2024-05-18"),
        ("“五一”前夕，云州市劳模事迹报告会在文化宫举行。", "云州市劳模事迹报告会", None),
        ("5月12日，长河集团有限公司召开五届三次职工代表大会。", "五届三次职工代表大会", "2024-05-12"),
        (
            "5月12日，云州市总工会主席韩文涛率慰问组，来到长河镇看望快递员。",
            "看望快递员",
            "2024-05-12",
        ),
        (
            "5月12日，云州市总工会主席韩文涛带队，把60床棉被运到鹰嘴垭。",
            "把60床棉被运到鹰嘴垭",
            "2024-05-12",
        ),
    ],
)
def test_names_and_days_of_events(text, name, date):
    assert [(event.name, event.date) for event in events_in(text)] == [(name, date)]


def test_a_dated_caption_of_a_photo_is_an_event():
    article = Article(genre="photo", figures=(Figure("5月20日，云州市总工会干部把毛巾送到骑手手里。"),))
    (event,) = recognise((article,), None, "2024-06-01", "").events
    assert (event.date, event.organisers) == ("2024-05-20", ("云州市总工会",))


def test_a_caption_may_set_the_scene_and_tell_in_two_clauses():
    text = "端午将至，5月20日晚，云州客运公司工会在调度场支起炉灶，替司机煮粽子。"
    article = Article(genre="photo", figures=(Figure(text),))
    (event,) = recognise((article,), None, "2024-06-01", "").events
    assert (event.name, event.date) == ("在调度场支起炉灶，替司机煮粽子", "2024-05-20")


def test_what_the_headline_names_was_on_the_only_day_of_the_news():
    article = Article(
        subheadline="云州纺织第三轮工资协商见闻",
        genre="news",
        body=(Block("paragraph", "5月20日下午，长桌两边坐满了人。"),),
    )
    (event,) = recognise((article,), None, "2024-06-01", "").events
    assert event.date == "2024-05-20"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("日前，云州市总工会为环卫工人送去230台饭盒。", "为环卫工人送去230台饭盒"),
        ("5月20日，云州市总工会机关分成九组，到企业住了五天。", "云州市总工会机关分成九组，到企业住了五天"),
        ("5月20日夜班，云州纱厂四百多人关了车。", "云州纱厂四百多人关了车"),
        ("5月20日晚，云州市总工会为护士集体过生日。", "为护士集体过生日"),
        ("5月20日是个好日子，云州市职工驿站当天揭牌。", "云州市职工驿站揭牌"),
    ],
)
def test_what_was_done_on_a_day_is_an_event(text, name):
    assert [event.name for event in events_in(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "5月20日，云州市总工会出台了三项办法。",
        "5月20日，云州市总工会的会议室坐满了工人代表。",
        "5月20日，云州市总工会印发《驿站管理办法》。",
        "截至5月20日，云州市总工会共走访企业三百家。",
        "记者从云州市总工会获悉，5月20日起补贴提高。",
        "2008年的一次井下火灾让他记了一辈子。",
        "去年7月，台风正面袭击长河镇，渔船全部回港。",
        "每周三下午，退休工人韩文涛都会来到长河镇看望老邻居。",
    ],
)
def test_work_that_goes_on_and_what_is_seen_is_no_event(text):
    assert events_in(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("上周，我参加了云州市总工会组织的“主席接待日”活动。", "“主席接待日”活动"),
        ("在全国铁路职业技能竞赛中，他一举夺得第一名。", "全国铁路职业技能竞赛"),
    ],
)
def test_what_the_author_attended_and_what_was_won_need_no_day(text, name):
    assert [event.name for event in events_in(text, genre="essay")] == [name]


def test_bodies_that_act_together_are_both_organisers():
    (event,) = events_in("5月9日，云州市总工会联合云州市司法局成立诉调对接室。")
    assert (event.name, event.organisers) == ("成立诉调对接室", ("云州市总工会", "云州市司法局"))


def test_a_meeting_of_a_body_is_held_by_it():
    (event,) = events_in("5月20日，云州市总工会第十届委员会第三次全体会议在文化宫召开。", post="")
    assert event.organisers == ("云州市总工会",)


def test_a_year_inside_a_name_is_no_day_of_another_event():
    (event,) = events_in("5月20日，云州市总工会2024年助学金发放仪式在文化宫举行。", post="")
    assert (event.name, event.date) == ("云州市总工会2024年助学金发放仪式", "2024-05-20")


def test_what_we_held_was_held_by_the_union_of_the_author():
    (event,) = events_in(
        "去年九月，我们在长河镇举办了“夜校进车间”活动。", genre="essay", post="云州市总工会副主席"
    )
    assert event.organisers == ("云州市总工会",)


def test_a_sentence_that_goes_on_with_helpers_leaves_the_host():
    (event,) = events_in(
        "近日，云州市总工会开展“守法携手”公益法律服务活动。", "活动由长河律师事务所协办。", post=""
    )
    assert event.organisers == ("云州市总工会",)


def test_one_deed_of_a_day_is_told_once():
    found = events_in("5月20日，韩文涛慰问了环卫工人。", "当天，韩文涛还看望了骑手马小兰。")
    assert [event.name for event in found] == ["慰问环卫工人"]


def test_the_fuller_name_of_an_event_stays():
    found = events_in(
        "5月20日，云州市首届管网抢修技能大赛在长河煤矿开赛。", "2024年，云州市总工会举办首届抢修技能大赛。"
    )
    assert [event.name for event in found] == ["云州市首届管网抢修技能大赛"]


def test_bodies_that_did_it_together_are_the_organisers():
    (event,) = events_in("5月20日，云州市总工会、云州市司法局在长河煤矿慰问了援外护士。")
    assert event.organisers == ("云州市总工会", "云州市司法局")
    assert event.name == "慰问援外护士"


def test_a_session_of_a_committee_is_called_so():
    (event,) = events_in("5月20日，云州市总工会召开十二届五次全委会议。")
    assert (event.name, event.organisers) == ("十二届五次全委会议", ("云州市总工会",))


@pytest.mark.parametrize(
    ("genre", "names"), [("essay", ["“班前三分钟”活动"]), ("feature", ["“班前三分钟”活动"]), ("notice", [])]
)
def test_a_past_year_says_that_it_took_place_but_not_in_a_notice(genre, names):
    found = events_in("2022年，公司工会开展“班前三分钟”活动，职工都来讲。", genre=genre)
    assert [event.name for event in found] == names


def test_the_name_of_a_meeting_begins_behind_the_dateline():
    (event,) = events_in("本报讯 为期两天的云州市工会经审干部培训班5月20日在党校开班。")
    assert event.name == "云州市工会经审干部培训班"
