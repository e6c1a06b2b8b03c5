"""Inquiries, drives with a name, and what a text speaks of on its way."""

import pytest

from tests.parsing.naming.events.test_events import events_in
from unioncms.parsing.document import Article, Block, Figure
from unioncms.parsing.naming.recognising import recognise


@pytest.mark.parametrize(
    ("text", "genre", "name", "date"),
    [
        (
            "2023年4月，我们用走访和填表的办法，对长河镇小饭馆的用工情况进行了摸底调查。",
            "essay",
            "用工情况摸底调查",
            "2023-04",
        ),
        ("为摸清夜班津贴发放情况，云州市总工会3月开展专项检查，", "news", "夜班津贴发放专项检查", "2024-03"),
        (
            "为了解工间餐的情况，云州市总工会定于6月7日起开展网上问卷调查，",
            "notice",
            "网上问卷调查",
            "2024-06-07",
        ),
        ("5月9日，劳资双方又进行了第三轮协商，才把计件单价定下来。", "news", "第三轮协商", "2024-05-09"),
    ],
)
def test_an_inquiry_is_called_after_what_it_is_about(text, genre, name, date):
    (event,) = events_in(text, genre=genre)
    assert name in event.name
    assert event.date == date


@pytest.mark.parametrize(
    "text",
    [
        "每年11月对食堂卫生进行两次检查。",
        "各级工会要在10月前对驿站开展一次检查。",
        "今年以来，工会对驿站用电进行了检查，",
    ],
)
def test_a_habit_a_task_and_a_year_make_no_inquiry(text):
    assert not [event for event in events_in(text, genre="essay") if "检查" in event.name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "去年入冬，云州市总工会发起“给夜归人留盏灯”志愿服务，十二家店铺报了名。",
            "“给夜归人留盏灯”志愿服务",
        ),
        ("长河煤矿工会组织井下职工开展“晒一晒我的师傅”征集，收到照片三百张。", "“晒一晒我的师傅”征集"),
    ],
)
def test_a_drive_with_a_name_needs_no_day(text, name):
    (event,) = events_in(text, genre="feature")
    assert event.name == name
    assert event.organisers


@pytest.mark.parametrize(
    "text",
    [
        "云州市总工会推出“明白账”工作法，职工看得懂。",
        "云州市总工会年年开展“书香满矿”竞赛活动。",
        "云州市总工会积极开展“春风送岗”招聘活动。",
    ],
)
def test_a_method_and_a_habit_are_no_drive(text):
    assert events_in(text, genre="feature") == ()


def test_what_is_held_is_an_occasion_by_whatever_word_its_name_ends():
    (event,) = events_in("5月20日，云州市总工会召开骑手与站长见面恳亲会，12人到场。")
    assert (event.name, event.organisers) == ("骑手与站长见面恳亲会", ("云州市总工会",))


@pytest.mark.parametrize(
    ("text", "name", "organisers"),
    [
        ("她在“安全好家属”命名会上说，灯亮着，心就定。", "“安全好家属”命名会", ()),
        (
            "在云州市总工会5月9日召开的对账会上，他把本子摊开。",
            "云州市总工会对账会",
            ("云州市总工会",),
        ),
        (
            "在云州市总工会举办的“老手艺新传人”展示会上，他摆出了三样工具。",
            "“老手艺新传人”展示会",
            ("云州市总工会",),
        ),
    ],
)
def test_a_meeting_at_which_somebody_spoke(text, name, organisers):
    found = {event.name: event for event in events_in(text)}
    assert found[name].organisers == organisers


def test_a_meeting_of_every_week_and_society_are_no_occasion():
    assert events_in("他在每周的安全生产例会上提，也在社会上呼吁。") == ()


def test_whoever_has_offices_to_give_holds_nothing_by_that():
    found = events_in("5月20日签的合同写明，举办者开展培训时工资照发。")
    assert "者开展培训" not in [event.name for event in found]


def test_history_is_told_by_any_genre_and_held_by_no_union_of_today():
    found = events_in("1938年冬，老城的挑水工结成挑水工互助会成立，推选一人管账。", genre="feature")
    assert all(event.organisers == () for event in found)
    (event,) = events_in("1947年5月，老城电灯厂工人在茶馆成立职工读书研究社，共有四十人。", genre="feature")
    assert (event.name, event.date, event.organisers) == ("职工读书研究社成立", "1947-05", ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2019年，厂工会以他的名字命名成立了“何长根创新工作室”，带出九个徒弟。", "“何长根创新工作室”成立"),
        ("去年7月，云州市总工会牵头在这里建起全市首个冷链物流联合工会，", "冷链物流联合工会成立"),
        ("1950年4月，会上成立了支农服务队。", "支农服务队成立"),
    ],
)
def test_what_is_founded_by_a_name_or_as_a_union(text, name):
    assert name in [event.name for event in events_in(text, genre="feature")]


def test_the_day_after_a_meeting_has_its_own_visit():
    found = events_in(
        "5月20日，云州市总工会召开第六次代表大会。",
        "会后第二天，新一届班子成员到长河镇看望了劳动模范韩文涛。",
        "当天下午，他还到红石矿看望了坚守岗位的检修工。",
    )
    assert [(event.name, event.date) for event in found][1] == (
        "看望了劳动模范韩文涛".replace("了", ""),
        "2024-05-21",
    )


def test_a_feast_dates_a_visit_of_its_year():
    found = events_in(
        "今年春节前，云州市总工会主席韩文涛带队走访慰问了红石街道的困难矿工家庭。", genre="feature"
    )
    assert [(event.date, event.organisers) for event in found] == [("2024", ("云州市总工会",))]


@pytest.mark.parametrize(
    "follows",
    [
        "会后，代表们参观了云岭机械厂的职工书屋。",
        "活动结束后，主席韩文涛还看望了退休矿工。",
    ],
)
def test_what_follows_a_meeting_is_of_its_day(follows):
    found = events_in("5月20日，云州市总工会召开第六次代表大会。", follows)
    assert [event.date for event in found] == ["2024-05-20", "2024-05-20"]


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("1956年8月，青石二号井出水，镇上人都来看。", "青石二号井出水", "1956-08"),
        ("1933年2月，因米价上涨，码头挑工歇业三日，粮行让步。", "码头挑工歇业三日", "1933-02"),
        ("1933年2月，粮行借口路断，米价翻番，挑工没饭吃。", "米价翻番", "1933-02"),
        ("1927年4月9日，军警派兵围住会馆，门窗全砸。", "军警派兵围住会馆", "1927-04-09"),
        ("1927年4月9日，何长根在会馆门前就义。", "何长根在会馆门前就义", "1927-04-09"),
    ],
)
def test_a_chronicle_tells_of_what_was_done_whatever_it_was(text, name, date):
    (event,) = events_in(text, genre="digest")
    assert (event.name, event.date, event.organisers) == (name, date, ())


def test_the_life_of_somebody_is_no_chronicle():
    assert events_in("1956年8月，她跟着父亲到镇上学剪纸，一学就是三年。", genre="feature") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("4月10日，云州市总工会开通了“夜归人”专线，票价一元。", "“夜归人”专线开通"),
        ("去年7月，云州市总工会开通了微信公众号“云州工会”。", "微信公众号“云州工会”开通"),
        ("2022年，以他名字命名的矿山救援工作室挂牌。", "矿山救援工作室挂牌"),
    ],
)
def test_what_is_opened_by_its_name(text, name):
    assert name in [event.name for event in events_in(text, genre="roundup")]


def test_a_row_of_a_programme_may_say_where():
    (event,) = events_in("6月26日，全市职工创新成果交流会，云州剧院；", genre="listing")
    assert (event.name, event.date) == ("全市职工创新成果交流会", "2024-06-26")


def test_what_is_given_to_somebody_is_called_a_visit_to_them():
    (event,) = events_in(
        "5月20日，云州市总工会主席韩文涛一行来到红旗渠工地，为连日清淤的民工送去毛巾、茶叶、药品等慰问品。"
    )
    assert (event.name, event.date, event.organisers) == (
        "慰问连日清淤的民工",
        "2024-05-20",
        ("云州市总工会",),
    )


@pytest.mark.parametrize(
    ("caption", "names"),
    [
        ("韩文涛为云州工匠颁奖。", ["为云州工匠颁奖"]),
        ("韩文涛（左二）在出车前检查轮胎。", []),
        ("韩文涛为获奖选手颁奖。", []),
    ],
)
def test_a_caption_beside_an_article_shows_a_ceremony_or_nothing(caption, names):
    article = Article(
        genre="feature", body=(Block("paragraph", "云州市总工会在长河镇。"),), figures=(Figure(caption),)
    )
    found = recognise((article,), None, "2024-06-01", "云州市总工会").events
    assert [event.name for event in found] == names


def test_means_that_are_found_are_no_event():
    assert events_in("去年5月，云州市总工会抽了十名干部，拨了两万元。", genre="feature") == ()


def test_a_row_is_called_after_its_last_word():
    (event,) = events_in(
        "6月20日，“金钥匙”竞赛组织单位经验交流会，地点：云州剧院，凭票入场。", genre="listing"
    )
    assert (event.name, event.date) == ("“金钥匙”竞赛组织单位经验交流会", "2024-06-20")


def test_what_will_be_held_behind_its_month():
    (event,) = events_in("她说，7月上旬将在长河镇开办首期竹编培训班。")
    assert (event.name, event.date) == ("首期竹编培训班", "2024-07")


def test_who_held_it_stands_before_what_is_where():
    (event,) = events_in("5月20日，由云州市总工会、市妇联主办的“家门口”招聘会就设在集市东头，来了八百人。")
    assert (event.name, event.organisers) == ("“家门口”招聘会", ("云州市总工会", "云州市妇联"))
