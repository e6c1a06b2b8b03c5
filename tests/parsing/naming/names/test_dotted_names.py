"""Names with a dot, and those that open a text before brackets. All of them are made up."""

import pytest

from tests.parsing.naming.posts.test_people import people_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会议选举古丽鲜·艾合买提为市总工会副主席。", "古丽鲜·艾合买提"),
        ("云州市总工会副主席茹仙古丽·买买提作报告。", "茹仙古丽·买买提"),
        ("云州市绣娘合作社理事长卡得尔汗·阿布力孜到场。", "卡得尔汗·阿布力孜"),
        ("巴合提别克（云州县供电公司技师）", "巴合提别克"),
        ("自治区总工会副主席纳建忠加油鼓劲。", "纳建忠"),
    ],
)
def test_finds_the_whole_of_a_name(text, name):
    assert list(people_in(text)) == [name]
