"""Captions, who took the picture, and the marks and short names that stand alone on a line."""

import pytest

from tests.parsing.test_spans import assert_accounted_for
from unioncms.parsing import parse, read
from unioncms.parsing.credits import read_credit

SENTENCE = "县总工会把职工的事一件一件记在本子上，办成一件就划掉一件，年底请职工来查账。"
OTHER = "车间里的难处要到车间里去听，坐在办公室里想不出来，这是老师傅们教给大家的道理。"


def articles(text):
    return parse(read(text.encode(), "page.txt")).articles


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("（图一：搬运工排队领茶。）", "搬运工排队领茶。", None),
        ("△ 码头上的茶棚。摄影｜李小满", "码头上的茶棚。", "摄影｜李小满"),
        ("码头上的茶棚。 供图：青石县总工会", "码头上的茶棚。", "供图：青石县总工会"),
        ("↑ 凉茶每天换新。", "凉茶每天换新。", None),
        ("▲图为码头上的茶棚。", "图为码头上的茶棚。", None),
        ("图片说明：码头上的茶棚", "图片说明：码头上的茶棚", None),
        ("现场照片：码头上的茶棚", "现场照片：码头上的茶棚", None),
        ("王一川与挑夫们交谈 李小满 摄", "王一川与挑夫们交谈", "李小满 摄"),
    ],
)
def test_line_below_a_picture_is_its_caption(line, caption, credit):
    (article,) = articles(f"码头上的凉茶\n\n{SENTENCE}\n\n{line}\n\n{OTHER}\n")
    assert [(each.caption, each.credit) for each in article.figures] == [(caption, credit)]
    assert [block.text for block in article.body] == [SENTENCE, OTHER]


def test_who_provides_pictures_is_a_credit():
    credit = read_credit("图片由青石县总工会提供")
    assert credit is not None
    assert credit.kind == "photo"


def test_label_allows_the_house_behind_the_author():
    credit = read_credit("（作者：王一川 青石煤矿工会）")
    assert credit is not None
    assert [(each.name, each.printed_post) for each in credit.contributors] == [("王一川", "青石煤矿工会")]


def test_marks_part_pieces_and_short_names_are_their_columns():
    found = articles(
        f"码头上的凉茶\n\n{SENTENCE}\n\n★\n\n人物\n\n守在井口的老师傅\n\n{OTHER}\n\n"
        f"◇ ◇ ◇\n\n夜校\n\n县里的夜校开课了\n\n{SENTENCE}还有。\n"
    )
    assert [(each.headline, each.column) for each in found] == [
        ("码头上的凉茶", None),
        ("守在井口的老师傅", "人物"),
        ("县里的夜校开课了", "夜校"),
    ]


@pytest.mark.parametrize("byline", [" 本报记者 王一川", "□记者 王一川", " 本报记者王一川 通讯员李小满"])
def test_byline_behind_its_headline_is_no_part_of_it(byline):
    source = read(f"把车间的灯点亮{byline}\n\n{SENTENCE}\n\n{OTHER}\n".encode(), "page.txt")
    document = parse(source)
    (article,) = document.articles
    assert article.headline == "把车间的灯点亮"
    assert article.contributors[0].name == "王一川"
    assert_accounted_for(source, document)


def test_name_below_a_short_headline_is_the_author_s():
    (article,) = articles(f"一盏灯\n\n王一川\n\n{SENTENCE}\n\n{OTHER}\n")
    assert (article.headline, article.subheadline) == ("一盏灯", None)
    assert [each.name for each in article.contributors] == ["王一川"]
