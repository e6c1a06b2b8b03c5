"""What a week's news prints above its first section: its own name, its number and the days that it tells of."""

import pytest

from unioncms.parsing import parse, read

PIECES = (
    "【要闻】\n\n县总工会召开全委会\n\n7月13日，梨川县总工会召开全委会，各镇工会的负责人参加会议。\n\n"
    "【基层】\n\n石桥镇：量血压到采石场\n\n医务志愿者走进采石场，为一百二十名工友量了血压。\n"
)


def page(head):
    return parse(read(f"{head}\n\n{PIECES}".encode(), "page.txt"))


@pytest.mark.parametrize(
    "head",
    [
        "梨川工会每周看点",
        "工讯周览",
        "一周工会（2023.5.8-5.14）",
        "【梨川工会·一周速递】2023年5月8日—5月14日",
        "每周工讯\n（2023年第19周）",
    ],
)
def test_name_above_the_first_of_several_sections_is_no_headline(head):
    assert [(each.column, each.headline, each.kicker) for each in page(head).articles] == [
        ("要闻", "县总工会召开全委会", None),
        ("基层", "石桥镇：量血压到采石场", None),
    ]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("一周要闻\n（2024年3月11日—3月17日）", "2024-03"),
        ("一周要闻\n2024年3月11日至17日", "2024-03"),
        ("一周要闻（2024.3.25-3.31）", "2024-03"),
        ("一周要闻（2024.3.25—4.1）", "2024"),
        ("梨川工人·工会一周 2024年3月18日 星期一 第6版", "2024-03-18"),
    ],
)
def test_days_that_a_page_tells_of_give_no_more_than_their_month(head, day):
    assert page(head).published_on == day
