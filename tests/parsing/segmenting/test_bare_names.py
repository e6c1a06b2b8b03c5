"""A name alone on a line between a headline and its text: who wrote it."""

import pytest

from unioncms.parsing import parse, read

TEXT = [
    "矿灯房的窗口朝东，天不亮就有人来领灯。灯工把每一盏灯擦了又擦，才递到下井的人手里。",
    "我在这个窗口坐了二十一年，记得住每一个人的灯号，也记得住他们说话的声音。",
]
NOTE = "编者按：今天起本刊开设“窗口”专栏，请矿上的老职工讲讲自己守过的岗位。"


def article(*lines):
    (found,) = parse(read("\n".join([*lines, *TEXT]).encode(), "page.txt")).articles
    return found


@pytest.mark.parametrize(
    "lines",
    [
        ["窗口里的二十一年", "王一川"],
        ["窗口里的二十一年", NOTE, "王一川"],
        ["窗口里的二十一年", "2023-05-06 06:57  来源：青石工运  点击：31次", "字号： 大 中 小", "王一川"],
        ["窗口里的二十一年", "王一川", "（2023年5月6日）"],
        ["窗口里的二十一年", "矿灯房的窗口。 李小满 摄", "王一川"],
    ],
    ids=["below", "note", "site", "day", "picture"],
)
def test_name_below_headline_signs(lines):
    found = article(*lines)
    assert found.headline == "窗口里的二十一年"
    assert ("王一川", "author") in [(each.name, each.role) for each in found.contributors]
    assert [block.text for block in found.body] == TEXT


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("厉行 李小满", ["厉行", "李小满"]),
        ("南有福", ["南有福"]),
        ("青石县总工会副主席 字国栋", ["字国栋"]),
        ("青石县总工会办公室主任 王一川 李小满", ["王一川", "李小满"]),
        ("青石县总工会主席 令狐昌伟 李小满", ["令狐昌伟", "李小满"]),
        ("青石船厂金工车间行车工 夏侯菊", ["夏侯菊"]),
    ],
)
def test_names_need_no_known_surname_where_only_an_author_can_stand(line, names):
    found = article("窗口里的二十一年", line)
    assert found.headline == "窗口里的二十一年"
    assert [each.name for each in found.contributors] == names


@pytest.mark.parametrize("line", ["安全 生产", "后来呢", "把灯擦亮", "●安 全"])
def test_words_below_headline_sign_nothing(line):
    assert article("窗口里的二十一年", line).contributors == ()


def test_name_above_the_first_heading_of_a_format_signs():
    text = "\n\n".join(["# 窗口里的二十一年", "王一川", "## 一盏灯", TEXT[0], "## 一扇窗", TEXT[1]])
    (found,) = parse(read(text.encode(), "page.md")).articles
    assert [each.name for each in found.contributors] == ["王一川"]
