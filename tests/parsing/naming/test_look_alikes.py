"""Who and what pages of unions and papers name in passing: guards against what looks like a name or a body."""

import pytest

from tests.parsing.naming.posts.test_people import people_in
from unioncms.parsing import parse, read


def parsed(text):
    return parse(read(f"把工友放在心上\n\n{text}\n".encode(), "page.txt"))


def bodies(text):
    return {each.name for each in parsed(text).organisations}


def events(text):
    return [(each.name, each.place) for each in parsed(text).events]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("云州保洁所北门班班长段红梅说。", {"段红梅"}),
        ("大家煮好了姜汤、饺子端给过路的司机。", set()),
        ("他们把熬好的姜汤、单饼送到工地。", set()),
        ("选手云州博物院李静、云州铁路局沙河工务段赵小玲分别获奖。", {"李静", "赵小玲"}),
    ],
)
def test_shifts_and_food_are_no_people(text, people):
    assert set(people_in(text)) == people


def test_a_deputy_is_called_by_the_title_without_that_word():
    text = "江西省总工会党组书记、副主席罗明华出席，会议由罗明华主席主持。"
    assert people_in(text) == {"罗明华": [("江西省总工会", "党组书记"), ("江西省总工会", "副主席")]}


def test_the_titles_of_a_party_group_are_of_the_union():
    text = "中华全国总工会党组纪检组组长、书记处书记何立平出席。"
    assert people_in(text) == {
        "何立平": [("中华全国总工会", "党组纪检组组长"), ("中华全国总工会", "书记处书记")]
    }


@pytest.mark.parametrize(
    ("text", "there", "missing"),
    [
        ("宜昌市总工会和各区（市）县总工会都去了。", "宜昌市总工会", "县总工会"),
        ("宜昌市总工会到东山路督导职工活动场所。", "宜昌市总工会", "东山路督导职工活动场所"),
        ("宜昌市总工会说，党委政府很支持。", "宜昌市总工会", "党委政府"),
        ("宜昌市总工会在暖心驿站备了凉茶。", "宜昌市总工会", "暖心驿站"),
        (
            "中国联合网络通信有限公司宜昌市分公司获奖。",
            "中国联合网络通信有限公司宜昌市分公司",
            "网络通信有限公司",
        ),
        ("宜昌市清江水表厂、宜昌市沙洲湿地管理中心获奖。", "宜昌市沙洲湿地管理中心", "管理中心"),
        ("宜昌市清江水表厂获奖。", "宜昌市清江水表厂", "水表厂"),
        ("宜昌市总工会去了宜昌市一家水表厂。", "宜昌市总工会", "宜昌市一家水表厂"),
        ("宜昌煤矿机械有限公司峡口建设工程部获奖。", "宜昌煤矿机械有限公司峡口建设工程部", "工程部"),
    ],
)
def test_bodies_are_found_whole_and_kinds_are_none(text, there, missing):
    found = bodies(text)
    assert there in found
    assert missing not in found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "4月23日上午，2024年宜昌市职工读书节启动仪式在宜昌正式举行。",
            ("2024年宜昌市职工读书节启动仪式", "宜昌"),
        ),
        ("5月3日，宜昌市召开庆祝“五一”表彰大会，五十人受到表彰。", ("宜昌市庆祝“五一”表彰大会", None)),
        ("5月3日，宜昌市召开劳模表彰大会。在昨日举行的表彰大会上，宣读了决定。", ("劳模表彰大会", None)),
    ],
)
def test_events_are_named_with_their_year_and_once(text, event):
    assert events(text) == [event]
