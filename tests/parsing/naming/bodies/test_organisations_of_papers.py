"""Bodies as papers and sites of unions name them."""

import pytest

from tests.parsing.naming.bodies.test_organisations import bodies_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "省总榆林地区办事处和地区棉纺厂派人参加。",
            ["陕西省总工会榆林地区办事处", "榆林地区棉纺厂"],
        ),
        (
            "安康地区总工会、地区运输公司、安康地区行署派人，地委同意。",
            ["安康地区总工会", "安康地区运输公司", "安康地区行署", "中共安康地委"],
        ),
        ("喀什地区总工会来人，地区人民医院义诊。", ["喀什地区总工会", "喀什地区人民医院"]),
        ("获安康地区工会表彰，安康地区公路总段工会来人。", ["安康地区工会", "安康地区公路总段工会"]),
        ("边远地区学校和贫困地区医院缺人，西部地区企业工会派人。", []),
    ],
)
def test_what_is_of_a_prefecture_takes_its_name(text, names):
    assert list(bodies_in(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("神木县工会先后两次开办夜校。", ["神木县工会"]),
        ("神木县工会、佳县工会也派一队。", ["神木县工会", "佳县工会"]),
        ("神木县工会干部下乡，神木县工会组织健全。", []),
    ],
)
def test_the_union_of_a_county_is_a_body_where_it_does_something(text, names):
    assert list(bodies_in(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("神木县、佳县、绥德县总工会办拔河赛。", ["神木县总工会", "佳县总工会", "绥德县总工会"]),
        ("绥德、米脂县总工会派人。", ["绥德县总工会", "米脂县总工会"]),
        ("宜昌市和荆州市教育局联手。", ["宜昌市教育局", "荆州市教育局"]),
        ("攀钢、攀煤、钢城集团公司工会都来了。", ["攀钢工会", "攀煤工会", "钢城集团公司工会"]),
    ],
)
def test_places_of_a_list_each_have_the_body_behind_the_last(text, names):
    assert list(bodies_in(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("核工业五0四厂工会办班，零一二基地工会派人。", ["核工业五0四厂工会", "零一二基地工会"]),
        ("云煤地质二三五队工会获奖，该队工会很高兴。", ["云煤地质二三五队工会"]),
        ("全省300所学校工会报名，三门峡九厂家工会联办，全段工会会员报名。", []),
        ("中铁二十四局三公司工会和中建七局到场。", ["中铁二十四局三公司工会", "中建七局"]),
        ("来自陕建三建集团的职工到场。", ["陕建三建集团"]),
        ("神木化肥厂工会办班，在宜昌市汽车改装厂慰问。", ["神木化肥厂工会", "宜昌市汽车改装厂"]),
        ("沙河矿务局三里桥煤矿开工。", ["沙河矿务局三里桥煤矿"]),
        ("走进宜昌市夷陵区中国铁建港航局集团工地。", ["中国铁建港航局集团"]),
        ("湖北省宜昌市总工会派人。", ["宜昌市总工会"]),
        ("宜昌市总工会、高新区工会工委合办。", ["宜昌市总工会", "宜昌高新区工会工委"]),
    ],
)
def test_works_by_number_builders_and_zones(text, names):
    assert list(bodies_in(text)) == names


def test_a_union_by_number_is_one_with_and_without_its_trade():
    found = bodies_in("云煤地质二三五队工会获奖。二三五队工会开会。")
    assert found == {"云煤地质二三五队工会": ["二三五队工会"]}


def test_two_offices_joined_by_and_are_not_one():
    assert "宜昌市机电局" in bodies_in("宜昌市机电局和交通局都派了人。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会议由区工会副主席王一川主持。", ["区工会"]),
        ("县工会干部下乡，全市工会系统、各区工会都来人。", []),
        ("第二毛纺织厂、中南建筑材料厂、无线电二厂派人。", ["第二毛纺织厂", "中南建筑材料厂", "无线电二厂"]),
        ("三个厂合并，一厂一策，分两步建厂，工厂和加工厂都派人。", []),
        ("棉纺三厂工会派人。", ["棉纺三厂工会"]),
        ("他们去了启迪科创大厦。", []),
        ("区总工会、恒远集团工会派人。", ["区总工会", "恒远集团工会"]),
        (
            "中央和国家机关工会联合会、中央企业工会联合会派人。",
            ["中央和国家机关工会联合会", "中央企业工会联合会"],
        ),
    ],
)
def test_bodies_by_level_number_and_list(text, names):
    assert list(bodies_in(text)) == names
