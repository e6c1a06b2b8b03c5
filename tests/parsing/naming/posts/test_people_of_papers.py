"""People as papers and sites of unions name them."""

import pytest

from tests.parsing.naming.posts.test_people import people_in
from unioncms.parsing import parse, read
from unioncms.parsing.document import Contributor


@pytest.mark.parametrize(
    "text",
    [
        "要让职工有获得感、幸福感和安全感。",
        "号召全市劳动者弘扬工匠精神，立足本职。",
        "愿各位志愿者高举旗帜，走进社区。",
    ],
)
def test_feelings_and_what_many_do_are_no_names(text):
    assert people_in(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        ("马小兰副省长代表陕西省致辞。", "马小兰", [("陕西省人民政府", "副省长")]),
        (
            "省总工会党组成员、女职委主任马小兰出席，陕西省机械工会派人。",
            "马小兰",
            [("陕西省总工会", "党组成员"), ("陕西省总工会女职工委员会", "主任")],
        ),
        (
            "宜昌市委常委、高新区党工委书记韩文涛到场。",
            "韩文涛",
            [("中共宜昌市委", "常委"), ("宜昌高新区党工委", "书记")],
        ),
        ("请来宜昌日报社编委韩文涛讲课。", "韩文涛", [("宜昌日报社", "编委")]),
        (
            "云煤地质二三五队工会获奖，该队工会主席韩文涛领奖。",
            "韩文涛",
            [("云煤地质二三五队工会", "主席")],
        ),
        ("沙河矿务局三里桥煤矿的工人爱找工会主席韩文涛。", "韩文涛", [("沙河矿务局三里桥煤矿工会", "主席")]),
        ("中铁二十四局三公司工会主席韩文涛到工地。", "韩文涛", [("中铁二十四局三公司工会", "主席")]),
    ],
)
def test_posts_as_papers_print_them(text, name, posts):
    assert people_in(text)[name] == posts


def test_a_reporter_who_took_the_picture_is_of_the_paper():
    taken = (Contributor("韩文涛", "photographer", "本报记者"), Contributor("马小兰", "photographer", "摄"))
    people = people_in("职工代表参观新车间。", contributors=taken, publication="云州工人报")
    assert people == {"韩文涛": [("云州工人报", "本报记者")], "马小兰": []}


def test_whoever_leads_a_party_is_named_behind_the_department():
    assert people_in("近日，全国总工会经济工作部原成山一行到云州机械厂检查。") == {"原成山": []}
    assert people_in("近日，云州市总工会调研组一行到厂里来。") == {}


def test_an_office_known_by_its_level_is_of_the_place():
    people = people_in("省局工会主席韩文涛、市局副局长马小兰来到福建省泉州市的道班。")
    assert people == {"韩文涛": [("福建省局工会", "主席")], "马小兰": [("泉州市局", "副局长")]}


@pytest.mark.parametrize(
    ("line", "house", "title"),
    [
        ("太原晚报记者 王一川 通讯员 李小满", "太原晚报", "记者"),
        ("（湖南日报记者王一川 通讯员 李小满）", "湖南日报", "记者"),
        ("（潇湘晨报全媒体记者王一川 通讯员李小满）", "潇湘晨报", "全媒体记者"),
    ],
)
def test_a_reporter_is_of_the_paper_that_the_line_names(line, house, title):
    text = "修车摊前搭凉棚\n\n7月2日，云州市总工会到街头给修车师傅搭了凉棚。大家都说这下中午也能干活了。\n"
    document = parse(read(f"{text}\n{line}\n".encode(), "page.txt"))
    people = {each.name: [(post.organisation, post.title) for post in each.posts] for each in document.people}
    assert people == {"王一川": [(house, title)], "李小满": []}
    assert house in {each.name for each in document.organisations}


def test_who_took_a_picture_is_of_the_house_that_the_line_names():
    text = "修车摊前搭凉棚\n\n7月2日，云州市总工会到街头给修车师傅搭了凉棚。\n\n新华社记者 徐昱 摄\n\n来源：工人日报\n"
    people = parse(read(text.encode(), "page.txt")).people
    assert [(post.organisation, post.title) for each in people for post in each.posts] == [("新华社", "记者")]
