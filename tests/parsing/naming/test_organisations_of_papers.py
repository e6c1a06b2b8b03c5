"""Bodies as papers and sites of unions name them."""

import pytest

from tests.parsing.naming.test_organisations import bodies_in


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
