"""Events as running text tells them: in two sentences, behind the day, with a name in quotation marks, on the way."""

import pytest

from tests.parsing.naming.events.test_events import events_in
from unioncms.parsing.document import Article, Block
from unioncms.parsing.naming.recognising import recognise


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("职工诗词诵读小会定于6月20日在剧场开幕，票已售完。", "职工诗词诵读小会", "2024-06-20"),
        ("由云州市总工会举办的职工书法小展5月20日在公园展厅开幕。", "职工书法小展", "2024-05-20"),
        (
            "长河纺织有限公司工会第三届会员代表大会第一次会议于5月20日召开。",
            "长河纺织有限公司工会第三届会员代表大会第一次会议",
            "2024-05-20",
        ),
        ("昨日，长河煤矿工会的“爸妈驿站”开张。", "“爸妈驿站”开张", "2024-05-31"),
        ("5月20日，韩文涛为矿工送上毛巾、茶叶等防暑用品。", "韩文涛为矿工送上防暑用品", "2024-05-20"),
        ("由村工会牵头的首届“家门口”招聘会5月20日举行。", "首届“家门口”招聘会", "2024-05-20"),
        ("去年他在全省职工创新成果交流会上捧回了二等奖。", "全省职工创新成果交流会", "2023"),
    ],
)
def test_the_day_stands_behind_the_name_or_before(text, name, date):
    assert [(event.name, event.date) for event in events_in(text)] == [(name, date)]


@pytest.mark.parametrize(
    ("text", "name", "organisers"),
    [
        ("大会传达了省总工会十五届三次全委会精神。", "省总工会十五届三次全委会", ["省总工会"]),
        (
            "5月20日，云州县人民法院开庭审理此案，当庭调解。",
            "云州县人民法院开庭审理此案",
            ["云州县人民法院"],
        ),
        (
            "5月20日，新当选的市总工会主席韩文涛一行，先后来到云州纺织厂和云州医院，走访慰问一线职工。",
            "走访慰问一线职工",
            ["云州市总工会"],
        ),
        ("5月20日，云州县茶业工会联合会成立大会召开。", "云州县茶业工会联合会成立大会", []),
        ("5月20日，女职工健康讲座；", "女职工健康讲座", []),
    ],
)
def test_sessions_passed_on_hearings_rounds_and_rows(text, name, organisers):
    (event,) = events_in(text)
    assert (event.name, list(event.organisers)) == (name, organisers)


@pytest.mark.parametrize(
    ("text", "genre", "told"),
    [
        (
            "云州市总工会将于6月上旬在文化宫举办“岁月”职工实物展，现征集展品。",
            "notice",
            ("“岁月”职工实物展", "2024-06", ["云州市总工会"]),
        ),
        (
            "云州市总工会现举办“我的工位”征文活动，体裁不限。",
            "notice",
            ("“我的工位”征文活动", None, ["云州市总工会"]),
        ),
        ("会前，代表参观了“百年船厂”图片展。", "news", ("“百年船厂”图片展", None, [])),
        (
            "5月20日，在全市焊工技能大赛上，他拿了头名。",
            "feature",
            ("全市焊工技能大赛", "2024-05-20", []),
        ),
        (
            "6月2日，“江岸杯”职工气排球联赛将在体育馆开打。",
            "notice",
            ("“江岸杯”职工气排球联赛", "2024-06-02", []),
        ),
        (
            "6月2日（周日）14:30，手艺体验“跟我去采茶”，地点：茶园，由云州市总工会承办。",
            "notice",
            ("手艺体验“跟我去采茶”", "2024-06-02", ["云州市总工会"]),
        ),
        (
            "5月20日至22日，云州纺织厂工会开展女工“换季第一诊”，七百人受益。",
            "news",
            ("女工“换季第一诊”", "2024-05-20", ["云州纺织厂工会"]),
        ),
        (
            "云州市总工会将于6月上旬在文化宫举办旧物交换日，欢迎参加。",
            "notice",
            ("旧物交换日", "2024-06", ["云州市总工会"]),
        ),
    ],
)
def test_shows_programmes_and_contests_in_passing(text, genre, told):
    (event,) = events_in(text, genre=genre)
    assert (event.name, event.date, list(event.organisers)) == told


@pytest.mark.parametrize(
    ("text", "organisers"),
    [
        ("5月20日，长河造船有限公司职工焊接月赛收官。", ["长河造船有限公司"]),
        ("5月20日，云州县茶业工会联合会成立大会在文化宫举行。", []),
        ("5月20日，云州市总工会历时三个月的环卫工人免费体检画上句号。", ["云州市总工会"]),
        ("5月20日，云州市总工会副主席韩文涛到夜校旁听了一课。", []),
    ],
)
def test_whose_name_opens_an_event_holds_it_but_no_election_and_no_private_act(text, organisers):
    (event,) = events_in(text)
    assert list(event.organisers) == organisers


def test_an_essay_tells_of_what_has_a_name():
    (event,) = events_in("我们还将举办“云州巧手”技能比武，让更多女工上台。", genre="essay")
    assert event.name == "“云州巧手”技能比武"
    assert events_in("我们还将举办“安康杯”竞赛。", genre="essay") == ()


def test_a_comma_in_a_name_stays_as_printed():
    (event,) = events_in("5月20日,云州市总工会举办“学思想,强本领”演讲比赛。")
    assert event.name == "“学思想,强本领”演讲比赛"


def test_an_event_told_in_two_sentences_has_the_day_of_the_first():
    (event,) = events_in("5月20日上午，村里的广场上人头攒动。首届“家门口”招聘会在这里举行。")
    assert (event.name, event.date) == ("首届“家门口”招聘会", "2024-05-20")


def test_a_day_of_a_year_that_nothing_tells_has_no_date():
    (event,) = events_in("5月20日，云州市总工会主席韩文涛到长河煤矿慰问井下矿工。", published_on=None)
    assert (event.name, event.date) == ("慰问井下矿工", None)


def test_a_year_of_a_life_dates_no_other_paragraph():
    life = "韩文涛1985年任云州市总工会主席，1990年离休。"
    farewell = "5月6日，云州市总工会举办“韩文涛诗文”朗诵会。"
    assert [(event.name, event.date) for event in events_in(life, farewell, published_on=None)] == [
        ("“韩文涛诗文”朗诵会", None)
    ]


@pytest.mark.parametrize(
    ("text", "name", "organisers"),
    [
        ("昨日，长河煤矿工会的“午间微课堂”开讲。", "“午间微课堂”开讲", ("长河煤矿工会",)),
        ("5月20日，长河煤矿工会组织的“迎夏跑”在矿区鸣枪开跑。", "“迎夏跑”", ("长河煤矿工会",)),
        (
            "矿上来了大篷车，这是长河煤矿工会推出的“百场电影进工地”活动，已走了三个工地。",
            "“百场电影进工地”活动",
            ("长河煤矿工会",),
        ),
        (
            "5月20日，云州市网约车行业工会联合会成立大会暨第一次会员代表大会举行。",
            "云州市网约车行业工会联合会成立大会暨第一次会员代表大会",
            (),
        ),
    ],
)
def test_what_has_a_name_of_its_own_is_held_by_the_body_before_it(text, name, organisers):
    (event,) = events_in(text, post="")
    assert (event.name, event.organisers) == (name, organisers)


def test_where_somebody_speaks_is_no_event():
    assert events_in("“屋里暖和多了。”5月20日下午，在云州市吴小街镇，何长根指着取暖器说。", post="") == ()


def test_an_obituary_tells_of_its_own_year_behind_a_life():
    paragraphs = ("5月17日，韩文涛逝世。", "他1945年参加工作，1986年离休。", "5月19日，韩文涛追悼会举行。")
    assert ("韩文涛追悼会", "2024-05-19") in [
        (event.name, event.date) for event in events_in(*paragraphs, post="")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月20日至28日，云州市总工会在长河煤矿支起“维权帐篷”。", "在长河煤矿支起“维权帐篷”"),
        (
            "由云州市总工会主办的云州市职工羽毛球团体赛将于6月16日至17日在中心举行。",
            "云州市职工羽毛球团体赛",
        ),
        (
            "5月20日，云州市总工会、云州市应急管理局联合召开“安康杯”竞赛动员部署视频会。",
            "“安康杯”竞赛动员部署视频会",
        ),
    ],
)
def test_ranges_of_days_and_meetings_by_video(text, name):
    assert [event.name for event in events_in(text, post="")] == [name]


def test_an_accident_that_was_prevented_is_no_event():
    assert events_in("那是2019年7月的账本，上面的一处起伏避免了一起事故。", post="") == ()


def test_the_head_of_a_department_visits_for_the_union():
    (event,) = events_in("5月20日，云州市总工会女职工部部长韩文兰到托管班调研。", post="")
    assert event.organisers == ("云州市总工会",)


def test_what_a_report_tells_on_its_way_is_no_event_unless_a_union_does_it():
    lead = "云州市总工会替木工追回了工资。"
    assert events_in(lead, "5月20日，木工韩文涛走进服务中心，递上一份欠条。", post="") == ()
    (event,) = events_in(lead, "5月20日，云州市总工会走访了木工班组。", post="")
    assert event.organisers == ("云州市总工会",)


def test_a_meeting_of_all_unions_of_a_city_is_held_by_its_union():
    (event,) = events_in("5月20日，全市工会女职工工作会议在长河镇召开。", post="", published_on="2024-06-01")
    assert event.organisers == ()
    told = ("5月20日，全市工会女职工工作会议在长河镇召开。", "云州市教育局参加了会议。")
    assert events_in(*told, post="")[0].organisers == ("云州市总工会",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("三年后，他在全市青工焊接比武中拿了第二名。", "全市青工焊接比武"),
        ("舞蹈队代表我市参加全省职工文艺汇演，得了二等奖。", "全省职工文艺汇演"),
        ("5月20日，全市工会重点工作推进会在长河镇召开。", "全市工会重点工作推进会"),
        ("5月20日，长河镇“小石榴”爱心托管班开班。", "长河镇“小石榴”爱心托管班开班"),
    ],
)
def test_contests_won_and_meetings_with_verbs_in_their_names(text, name):
    assert [event.name for event in events_in(text, post="")] == [name]


def test_a_speech_names_the_meeting_where_it_was_held():
    article = Article(genre="essay", headline="在云州市总工会七届四次全委会上的讲话")
    (event,) = recognise((article,), None, "2024-06-01", article.headline).events
    assert (event.name, event.organisers) == ("云州市总工会七届四次全委会", ("云州市总工会",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月20日，云州市总工会邀请医护人员走进环卫队，为三百名环卫工人量血压。", "为三百名环卫工人量血压"),
        ("5月20日，“工匠讲堂”活动走进云州技师学院。", "“工匠讲堂”活动"),
        ("5月20日，云州市总工会“春风专列”第二次发车。", "云州市总工会“春风专列”第二次发车"),
        ("5月20日，由市总工会承办的职工技能大赛在工人活动中心落下帷幕。", "职工技能大赛"),
    ],
)
def test_what_was_done_and_not_with_whom_or_where(text, name):
    assert [event.name for event in events_in(text, post="")] == [name]


def test_a_service_centre_acts_for_itself_and_where_somebody_works_is_no_place():
    (event,) = events_in("5月20日，云州市职工服务中心工作人员把救助金送到职工何桂芳手中。")
    assert event.organisers == ("云州市职工服务中心",)
    (event,) = events_in("5月20日，她所在单位工会组织“书香”读书会。")
    assert event.place is None


def test_rows_of_a_schedule():
    rows = ("6月20日至25日：走访转岗职工，每户一千元；", "6月26日：截止报名，逾期不候。")
    article = Article("夏送清凉安排", genre="listing", body=tuple(Block("paragraph", row) for row in rows))
    found = recognise((article,), None, "2024-06-01", "\n".join(rows)).events
    assert [(event.name, event.date) for event in found] == [("走访转岗职工", "2024-06-20")]


def test_a_meeting_for_exchange_is_called_as_it_is_printed():
    (event,) = events_in("5月20日，全市产业工人队伍建设改革工作经验交流会议在云州剧场召开。")
    assert event.name == "全市产业工人队伍建设改革工作经验交流会议"


def test_what_a_reporter_has_learnt_is_no_event():
    assert not events_in("记者近日从云州市总工会了解到，名单已经公布，职工都在学习。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月20日，云州集团工会在文化中心三楼会议室召开表彰会，表彰十名工人。", "表彰会"),
        ("5月20日，云州市总工会组织召开专题学习会，学习讲话精神。", "专题学习会"),
    ],
)
def test_what_is_held_is_called_without_its_verb_and_its_room(text, name):
    assert [event.name for event in events_in(text)] == [name]


def test_where_something_was_said_is_named_with_all_its_marks():
    (event,) = events_in("5月20日，在云州市总工会“工会在身边”助学金发放仪式上，韩文涛向学生表示祝贺。")
    assert event.name.endswith("“工会在身边”助学金发放仪式")


def test_what_a_contest_will_further_is_no_event():
    found = events_in("5月20日，韩文涛表示，此次大赛的举办将极大推动云州市的群众性体育运动发展。")
    assert [event.name for event in found if event.name.startswith("将")] == []


@pytest.mark.parametrize(
    ("text", "genre", "told"),
    [
        ("厂长何长根在全厂干部会上说，要算账。", "feature", ("全厂干部会", None, [])),
        ("1959年10月26日，他走进大会堂，参加了全国群英会。", "feature", ("全国群英会", "1959-10-26", [])),
        (
            "今年正月，他又在村里办了一期电工培训班，请来老师授课。",
            "feature",
            ("电工培训班", "2024", ["云州市总工会"]),
        ),
        (
            "全市焊工技能大赛经过两天的比试，于5月20日在技校落幕。",
            "news",
            ("全市焊工技能大赛", "2024-05-20", []),
        ),
        (
            "5月20日云州市教育工会青年教师基本功比赛决赛（第一中学）",
            "listing",
            ("云州市教育工会青年教师基本功比赛决赛", "2024-05-20", ["云州市教育工会"]),
        ),
        (
            "5月20日上午，云州市人民政府与云州市总工会第九次联席会议在云州召开。",
            "news",
            ("云州市人民政府与云州市总工会第九次联席会议", "2024-05-20", ["云州市人民政府", "云州市总工会"]),
        ),
        (
            "云州市总工会法律服务“轻骑兵”5月20日来到北山林场。",
            "news",
            ("云州市总工会法律服务“轻骑兵”来到北山林场", "2024-05-20", ["云州市总工会"]),
        ),
        (
            "云州船员协会上月20日约见港务局官员，要求增设候船室。",
            "news",
            ("约见港务局官员", "2024-05-20", ["云州船员协会"]),
        ),
        (
            "去年8月14日，速裁庭开庭审理第一案，当天结案。",
            "essay",
            ("速裁庭开庭审理第一案", "2023-08-14", []),
        ),
        (
            "云州市总工会“周末学堂”本周六（6月1日）上午9点开课，内容：剪纸。",
            "notice",
            ("“周末学堂”开课", "2024-06-01", ["云州市总工会"]),
        ),
    ],
)
def test_what_is_told_behind_or_before_its_day(text, genre, told):
    (event,) = events_in(text, genre=genre)
    assert (event.name, event.date, list(event.organisers)) == told


def test_a_magazine_that_speaks_in_its_own_name_holds_it():
    article = Article(
        genre="notice",
        body=(Block("paragraph", "为庆祝云州市总工会成立七十周年，本刊自即日起开展“工会故事”征集活动。"),),
    )
    (event,) = recognise((article,), "云州工运", "2024-06-01", "云州市总工会").events
    assert event.organisers == ("云州工运",)


def test_what_opens_every_year_is_no_event():
    assert events_in("每年秋天，云州市总工会的“乡村大讲堂”都要开讲。") == ()
