"""Contests and courses by what is said of their ends and beginnings."""

import pytest

from unioncms.parsing import parse, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("7月13日，梨川区职工羽毛球赛收拍，区教育工会队夺冠。", "梨川区职工羽毛球赛"),
        ("11月7日，银湖造船公司职工焊接月赛收官，老汤刷新了纪录。", "银湖造船公司职工焊接月赛"),
        ("4月29日晚上的“车间好声音”决赛，来了三千多人。", "“车间好声音”决赛"),
    ],
)
def test_name_of_an_occasion(text, name):
    document = parse(read(f"渡口办起船工夜校\n本报讯 {text}\n".encode(), "page.txt"))
    assert [event.name for event in document.events] == [name]
