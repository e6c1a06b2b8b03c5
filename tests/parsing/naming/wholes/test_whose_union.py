"""Whose a body is that the words beside it tell: a city within another, a company called 企业, what somebody is now."""

import pytest

from unioncms.parsing import parse, read

TEXT = "集体协商先要摸清家底，再坐下来谈，谈不拢就歇一歇，第二天接着谈。"


def posts(text):
    document = parse(read(f"把账算明白\n\n{text}\n".encode(), "page.txt"))
    return {
        person.name: [(post.organisation, post.title) for post in person.posts] for person in document.people
    }


def test_city_within_a_city_speaks_for_itself_first():
    found = posts(f"宜兴市政协副主席、市总工会主席王一川\n\n{TEXT}无锡市的做法也学了。")
    assert found["王一川"] == [("宜兴市政协", "副主席"), ("宜兴市总工会", "主席")]


def test_company_may_be_called_an_enterprise():
    found = posts(f"9月9日，在青石光电有限公司，企业工会主席王一川与总经理李小满在合同上签字。{TEXT}")
    assert found["王一川"] == [("青石光电有限公司工会", "主席")]


@pytest.mark.parametrize("words", ["如今是", "如今已是", "现在已经是"])
def test_what_somebody_is_now(words):
    found = posts(f"当年的学徒王一川说过这话，王一川{words}青石光电有限公司董事长。{TEXT}")
    assert found["王一川"] == [("青石光电有限公司", "董事长")]


@pytest.mark.parametrize("opening", ["西部", "东部", "中部"])
def test_company_may_be_called_after_a_part_of_the_country(opening):
    document = parse(read(f"把账算明白\n\n9月9日，{opening}铁路工程公司开工。{TEXT}\n".encode(), "page.txt"))
    assert [body.name for body in document.organisations] == [f"{opening}铁路工程公司"]


def test_session_without_a_body_is_of_the_union_that_the_article_is_about():
    text = "9月9日，桐庐县总工会召开工会代表大会，一百名代表出席。在随后召开的八届一次全委会议上，委员们选举了主席。"
    document = parse(read(f"桐庐县工会开大会\n\n{text}\n".encode(), "page.txt"))
    session = next(event for event in document.events if "全委会议" in event.name)
    assert (session.name, session.organisers) == ("八届一次全委会议", ("桐庐县总工会",))


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("青石山旅游特区总工会办班。特区总工会主席王一川讲课。", "王一川", ("青石山旅游特区总工会", "主席")),
        ("板桥村党支部书记、村工会主席王一川说。", "王一川", ("板桥村工会", "主席")),
        (
            "青石岭煤矿工会组织献血。矿长李小满、党委副书记王一川带头。",
            "王一川",
            ("青石岭煤矿", "党委副书记"),
        ),
        ("桐庐县天河粮库修仓。粮库工会主席王一川到场。", "王一川", ("桐庐县天河粮库工会", "主席")),
        (
            "桐庐县总工会换届，王一川当选经费审查委员会主任。",
            "王一川",
            ("桐庐县总工会经费审查委员会", "主任"),
        ),
        ("王一川，1980年生，现任桐庐县天河粮库仓储科科长。", "王一川", ("桐庐县天河粮库仓储科", "科长")),
        ("桐庐县供电公司抢修班班长王一川到场。", "王一川", ("桐庐县供电公司抢修班", "班长")),
        ("桐庐县总工会组织部副部长王一川讲课。", "王一川", ("桐庐县总工会组织部", "副部长")),
        (
            "枣林护林员工会联合会揭牌，选举王一川为女职工委员会主任。",
            "王一川",
            ("枣林护林员工会联合会女职工委员会", "主任"),
        ),
        (
            "人民银行桐庐市中心支行开会，市总工会主席王一川到场，桐庐市总工会协办。",
            "王一川",
            ("桐庐市总工会", "主席"),
        ),
    ],
)
def test_the_body_of_a_post_is_made_whole(text, name, post):
    assert post in posts(f"9月9日，{text}{TEXT}")[name]


def test_bodies_of_posts_are_bodies_but_governments():
    text = "9月9日，桐庐县委常委、宣传部部长王一川，县长李小满和县供电公司抢修班班长赵大勇到场。"
    document = parse(read(f"把账算明白\n\n{text}{TEXT}\n".encode(), "page.txt"))
    assert [body.name for body in document.organisations] == [
        "中共桐庐县委",
        "桐庐县供电公司抢修班",
        "桐庐县供电公司",
        "中共桐庐县委宣传部",
    ]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("9月9日，大同市云冈区总工会开会，区委常委、统战部部长王一川到场。", "中共大同市云冈区委统战部"),
        ("9月9日，云冈区总工会副主席王一川带队去大同参观。", "大同市云冈区总工会"),
        ("9月9日，白下区总工会副主席王一川带队去南京参观。", "南京市白下区总工会"),
        ("9月9日，六枝特区总工会副主席王一川带队去六盘水市参观。", "六枝特区总工会"),
    ],
)
def test_a_district_has_its_city_and_a_special_zone_is_as_a_county(text, body):
    assert body in [organisation for organisation, _ in posts(f"{text}{TEXT}")["王一川"]]


def test_a_prefecture_is_called_as_the_page_prints_it():
    text = "9月9日，凉山州总工会调研。州总工会主席王一川到西昌市、会理市、冕宁县看望骑手。"
    assert posts(f"{text}{TEXT}")["王一川"] == [("凉山州总工会", "主席")]


def test_a_union_with_and_without_the_level_of_its_place_is_one():
    text = "宁德教育工会办讲座。宁德市教育工会主席王一川主持。"
    document = parse(read(f"把账算明白\n\n{text}{TEXT}\n".encode(), "page.txt"))
    assert [body.name for body in document.organisations] == ["宁德市教育工会"]


def test_a_paper_called_after_its_region_is_of_no_district_of_that_name():
    page = "淮上工人\n\n2025年1月9日 星期四\n\n## 小哥听课\n\n1月3日，龙子湖区小哥听课，区总工会主席王一川讲话。\n\n"
    page += "## 老何家的灯亮了\n\n1月6日，在淮上区吴小街镇，何长根家装上了灯。\n"
    document = parse(read(page.encode(), "page.md"))
    assert document.publication == "淮上工人"
    assert [post.organisation for person in document.people for post in person.posts] == ["龙子湖区总工会"]


def test_a_short_district_union_is_of_the_only_district_that_the_article_names():
    text = f"防城港市港口区总工会调解员王一川说，他和区总的法律顾问跑了六趟。{TEXT}"
    document = parse(read(f"把账算明白\n\n{text}\n".encode(), "page.txt"))
    assert [body.name for body in document.organisations] == ["防城港市港口区总工会"]


def test_a_headline_may_leave_characters_of_a_name_out():
    text = f"9月9日，青州造纸有限公司工会换届，王一川当选公司工会主席。{TEXT}"
    document = parse(read(f"# 青州造纸工会选出新主席\n\n{text}\n".encode(), "page.md"))
    names = [body.name for body in document.organisations]
    assert "青州造纸有限公司工会" in names
    assert "青州造纸工会" not in names


def test_a_prefecture_s_union_is_called_as_a_medal_of_it():
    text = "他是甘孜州劳动模范。9月9日，州总工会主席王一川到色达县看望他。"
    assert posts(f"{text}{TEXT}")["王一川"] == [("甘孜州总工会", "主席")]


@pytest.mark.parametrize(
    ("county", "whole"),
    [
        ("循化县", "循化县总工会"),
        ("岷县", "岷县总工会"),
        ("太和县", "太和县总工会"),
        ("三都县", "三都县总工会"),
        ("循化自治县", "循化自治县总工会"),
    ],
)
def test_county_of_one_character_or_of_a_people_is_a_place(county, whole):
    found = posts(f"{county}的夜班工人多。{TEXT}县总工会主席王一川说，账要算明白。")
    assert found["王一川"] == [(whole, "主席")]


@pytest.mark.parametrize("kind", ["公司", "该公司"])
def test_company_is_named_once_before_a_part_of_it(kind):
    found = posts(f"青石乳业有限公司办夜校。{kind}检验班班长王一川第一个报名。{TEXT}")
    assert found["王一川"] == [("青石乳业有限公司检验班", "班长")]


def test_part_is_not_its_own_owner():
    document = parse(read("把账算明白\n\n9月9日，工会换分厂工会，大家投票。\n".encode(), "page.txt"))
    assert [body.name for body in document.organisations] == ["换分厂工会"]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("一九四七年四月，石门煤矿工会成立，贺长林当选为主任。", "贺长林", ("石门煤矿工会", "主任")),
        (
            "桐庐县总工会牵头成立了桐庐县快递行业工会联合会，夏侯勇当选第一任主席。",
            "夏侯勇",
            ("桐庐县快递行业工会联合会", "主席"),
        ),
        (
            "7月3日，桐庐县家政服务行业工会联合会成立，余桂花以51票当选首任主席，县总工会到会祝贺。",
            "余桂花",
            ("桐庐县家政服务行业工会联合会", "主席"),
        ),
        (
            "桐庐县外资企业工会联合会成立，桐庐宏达织造有限公司工会主席卢厚生当选主席。",
            "卢厚生",
            ("桐庐县外资企业工会联合会", "主席"),
        ),
        ("会上，装配工王一川被推选为桐庐县总工会主席。", "王一川", ("桐庐县总工会", "主席")),
    ],
)
def test_what_is_founded_elects_its_officers(text, name, post):
    assert post in posts(f"{text}{TEXT}")[name]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "9月9日，分水镇一家制笔厂欠薪，镇联合工会主席叶小平找到厂主。",
            "叶小平",
            ("分水镇联合工会", "主席"),
        ),
        (
            "9月9日，桐庐县莪山畲族乡的雷水英办起绣坊，今年五十岁，也是乡联合工会副主席。",
            "雷水英",
            ("桐庐县莪山畲族乡联合工会", "副主席"),
        ),
        ("9月9日，凝冻把石径乡封了山，乡卫生院院长蓝国强还在坐诊。", "蓝国强", ("石径乡卫生院", "院长")),
        (
            "9月9日，桐庐县中医院体检中心主任安静在现场提醒大家少吃盐。",
            "安静",
            ("桐庐县中医院体检中心", "主任"),
        ),
    ],
)
def test_a_body_of_a_town_is_of_the_one_named_before(text, name, post):
    assert post in posts(f"{text}{TEXT}")[name]


def test_words_in_a_list_of_the_elected_are_names():
    text = "桐庐县总工会换届，钱小萍、周芳（挂职）、冷月（兼职）当选副主席。"
    found = posts(f"9月9日，{text}{TEXT}")
    assert {name for name, held in found.items() if ("桐庐县总工会", "副主席") in held} == {
        "钱小萍",
        "周芳",
        "冷月",
    }


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("青石光电有限公司办夜校，首席焊接技师王一川讲课。", ("青石光电有限公司", "首席焊接技师")),
        ("青石光电有限公司办夜校。“灯亮着就好。”化验员王一川说。", ("青石光电有限公司", "化验员")),
        ("青石光电有限公司办夜校，律师王一川讲课。", None),
        ("青石光电有限公司与红石制药有限公司办夜校，化验员王一川讲课。", None),
    ],
)
def test_a_trade_is_of_the_one_works_that_the_article_names(text, post):
    assert posts(f"9月9日，{text}{TEXT}")["王一川"] == [post] * bool(post)


def test_what_is_called_the_city_before_any_is_named_is_the_city_of_the_page():
    text = "9月9日，由市总工会主办、建德市总工会承办的赛事在建德市开赛，市总工会主席王一川到场。"
    page = f"杭州市的杭州工匠学堂开课，杭州市各区的学员来了，杭州市区下了雨。{TEXT}"
    assert posts(f"{text}{TEXT}\n\n{page}")["王一川"] == [("杭州市总工会", "主席")]
    named = "9月9日，由建德市总工会主办的赛事开赛，市总工会主席王一川到场。"
    assert posts(f"{named}{TEXT}\n\n{page}")["王一川"] == [("建德市总工会", "主席")]


def test_each_of_two_authors_has_the_post_told_of_them():
    page = f"""工匠学院怎么办

●何江平 娄小倩

办学院先要问工人缺什么。{TEXT}

一、办在车间里

课堂搬进车间，一张长条凳、一块黑板，讲完就上手。{TEXT}

（作者：何江平系桐庐县人大常委会副主任、县总工会主席；娄小倩系桐庐县纺织厂工会副主席、女职工委员会主任）
"""
    document = parse(read(page.encode(), "page.txt"))
    held = {
        person.name: [(post.organisation, post.title) for post in person.posts] for person in document.people
    }
    assert held["何江平"] == [("桐庐县人大常委会", "副主任"), ("桐庐县总工会", "主席")]
    assert held["娄小倩"] == [
        ("桐庐县纺织厂工会", "副主席"),
        ("桐庐县纺织厂工会女职工委员会", "主任"),
    ]


def test_what_somebody_is_told_to_be_in_a_later_clause():
    found = posts(f"9月9日，莪山乡的雷水英，七岁学手艺，今年五十岁，是桐庐县莪山绣品有限公司的创始人。{TEXT}")
    assert found["雷水英"] == [("桐庐县莪山绣品有限公司", "创始人")]
    assert posts(f"9月9日，莪山乡的雷水英说，是工会主席帮了她。{TEXT}").get("雷水英", []) == []


@pytest.mark.parametrize("text", ["“安康杯”竞赛现场会开了。", "党员们到宣威市走访。"])
def test_a_cup_and_a_city_that_is_visited_say_nothing_of_whose_union_it_is(text):
    page = f"# 春天里\n\n9月9日，曲靖市总工会开会。{TEXT}\n\n# 把账算明白\n\n"
    page += f"9月9日，市总工会主席王一川讲话。{text}{TEXT}\n"
    people = parse(read(page.encode(), "page.md")).people
    assert [post.organisation for person in people for post in person.posts] == ["曲靖市总工会"]


def test_county_of_a_people_is_one_county_however_it_is_called():
    text = f"循化撒拉族自治县总工会主席王一川到会。循化县总工会副主席李梅、循化自治县妇联主席赵明发言。{TEXT}"
    assert posts(text) == {
        "王一川": [("循化撒拉族自治县总工会", "主席")],
        "李梅": [("循化撒拉族自治县总工会", "副主席")],
        "赵明": [("循化自治县妇联", "主席")],
    }


def test_two_counties_of_peoples_do_not_share_the_end_of_their_names():
    text = f"镇宁自治县总工会办班。关岭自治县总工会慰问司机，县总工会主席王一川参加。{TEXT}"
    assert posts(text)["王一川"] == [("关岭自治县总工会", "主席")]


@pytest.mark.parametrize(
    ("city", "district"), [("青岛市", "市北区"), ("乐山市", "市中区"), ("宁波市", "镇海区")]
)
def test_place_whose_name_opens_as_a_level_does_is_a_whole_place(city, district):
    text = f"{city}{district}总工会主席王一川到会。{district}妇联主席李梅、市总工会副主席赵明发言。{TEXT}"
    assert posts(text) == {
        "王一川": [(f"{city}{district}总工会", "主席")],
        "李梅": [(f"{city}{district}妇联", "主席")],
        "赵明": [(f"{city}总工会", "副主席")],
    }


@pytest.mark.parametrize("place", ["望城区", "上城区", "横州市", "万山区", "通道侗族自治县"])
def test_listed_place_is_one_word_whatever_words_it_holds(place):
    found = posts(f"来自{place}总工会的副主席王一川到会。{TEXT}")
    assert found["王一川"] == [(f"{place}总工会", "副主席")]


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("黔东南苗族侗族自治州", "黔东南州"),
        ("西双版纳傣族自治州", "西双版纳州"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏州"),
    ],
)
def test_prefecture_of_peoples_is_called_without_them(whole, short):
    text = f"{whole}的夜班工人多。{TEXT}{short}总工会主席王一川说，账要算明白。"
    assert posts(text)["王一川"] == [(f"{short}总工会", "主席")]
