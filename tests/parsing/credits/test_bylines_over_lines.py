"""Bylines whose parts stand on lines of their own, and titles that begin with a year of their own line."""

from unioncms.parsing import parse, read

TEXT = "7月14日，梨川县总工会组织医务志愿者走进采石场，为一百二十名工友量了血压。\n"


def article(text):
    (found,) = parse(read(text.encode(), "page.txt")).articles
    return found


def test_role_behind_a_mark_waits_for_its_name():
    found = article(f"采石场里量血压\n\n□记者\n王一川\n通讯员\n李小满\n\n{TEXT}")
    assert [(each.name, each.role) for each in found.contributors] == [
        ("王一川", "reporter"),
        ("李小满", "correspondent"),
    ]
    assert found.headline == "采石场里量血压"


def test_year_on_a_line_of_its_own_goes_on_in_the_next():
    assert article(f"2024\n年度\n职工健康行动启动\n\n{TEXT}").headline == "2024年度职工健康行动启动"
