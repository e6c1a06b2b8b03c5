"""Officials in rows, a label and a list of names each, and the posts that the rows give them."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.naming.names.rows import names_in_row

OPENING = "9月9日，桐庐县工会第五次代表大会召开，选举产生了桐庐县总工会新一届领导班子："


def people(rows):
    document = parse(read(f"桐庐县工会换届选举结果\n\n    {OPENING}\n    {rows}\n".encode(), "page.txt"))
    return {
        person.name: [(post.organisation, post.title) for post in person.posts] for person in document.people
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("副主席：王一川（女，回族）、把小川、丹增（兼职）", ["王一川", "把小川", "丹增"]),
        ("副主席：王一川、李小满等人负责", []),
        ("副主席：要把话说透", []),
    ],
)
def test_names_of_a_row(text, names):
    assert [text[start:end] for start, end in names_in_row(text, [3])] == names


def test_a_line_may_have_the_name_before_a_comma_and_the_post():
    found = people(
        "何玉根，桐庐县童装有限公司裁剪工\n    卜小燕，桐庐县蓄电池厂质检员\n    翁美凤，桐庐县人民医院护士长"
    )
    assert found["何玉根"] == [("桐庐县童装有限公司", "裁剪工")]
    assert found["卜小燕"] == [("桐庐县蓄电池厂", "质检员")]
    assert found["翁美凤"] == [("桐庐县人民医院", "护士长")]


@pytest.mark.parametrize(
    "text", ["全会上，王一川当选主席", "卜小燕，二十年了，还是班长", "大家选他，我是组长"]
)
def test_a_comma_alone_makes_no_row(text):
    assert list(names_in_row(text, [len(text)])) == []


def test_everyone_in_a_row_has_its_post():
    found = people(
        "主　席：王一川\n    副主席：李小满（女，回族）、把小川（兼职）、周一鸣\n    经费审查委员会主任：郑三元"
    )
    union = "桐庐县总工会"
    assert found["王一川"] == [(union, "主席")]
    assert [found[name] for name in ("李小满", "把小川", "周一鸣")] == [[(union, "副主席")]] * 3
    assert found["郑三元"] == [(f"{union}经费审查委员会", "主任")]


def test_rows_of_officials_make_a_listing():
    rows = "主　席：王一川\n副主席：李小满、周一鸣\n常　委：王一川、李小满\n经费审查委员会主任：郑三元"
    document = parse(read(f"桐庐县工会换届选举结果\n\n{OPENING}\n{rows}\n".encode(), "page.txt"))
    (article,) = document.articles
    assert (article.genre, len(article.body)) == ("listing", 5)
