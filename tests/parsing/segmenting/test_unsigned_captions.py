"""Captions that look like titles: without a full stop, and nobody said to have taken the picture."""

from random import Random

import pytest

from tests.parsing.distorting.wrapping import Setting, wrap
from unioncms.parsing import parse, read
from unioncms.parsing.segmenting.unsigned_captions import is_of_picture

HARBOUR = [
    "9月3日，白鹭港工会办了一场系缆比武，二十名水手轮流上场，缆绳在桩上绕出一个个结。",
    "水手长王一川带着徒弟们练了半个月，天不亮就到码头上抛缆，手上磨出了一层茧。",
]
TEA = [
    "霜河茶场的采茶工今年多了一间歇脚屋。屋里有热水和药箱，墙上挂着一本意见簿。",
    "茶场工会主席说，意见簿上的话每个月念一回，办成的打勾，没办成的说明缘由。",
]


def page(gap, *lines, below=("采茶工有了歇脚屋", "记者 李小满", *TEA)):
    """`gap` empty lines between two pieces, one between all others."""
    pieces = ["\n\n".join(["水手们比系缆", *HARBOUR, *lines]), "\n\n".join(below)]
    return parse(read(("\n" * (gap + 1)).join(filter(None, pieces)).encode(), "page.txt")).articles


@pytest.mark.parametrize(
    "lines",
    [
        ["水手长王一川在码头上抛缆"],
        ["系缆比武现场"],
        ["王一川（左二）与徒弟"],
        ["系缆比武现场", "水手们在码头上练抛缆"],
    ],
)
@pytest.mark.parametrize("gap", [1, 3])
def test_line_that_shows_what_text_above_tells_is_a_caption(gap, lines):
    harbour, tea = page(gap, *lines)
    assert [figure.caption for figure in harbour.figures] == lines
    assert [block.text for block in harbour.body] == HARBOUR
    assert (tea.kicker, tea.headline) == (None, "采茶工有了歇脚屋")


def test_caption_may_be_the_last_line():
    (harbour,) = page(1, "水手们在码头上练抛缆", below=())
    assert [figure.caption for figure in harbour.figures] == ["水手们在码头上练抛缆"]


@pytest.mark.parametrize("line", ["手上的茧", "码头上的系缆课", "水手们的二十根缆"])
def test_line_above_more_of_the_text_is_a_heading(line):
    (found,) = parse(
        read("\n\n".join(["水手们比系缆", HARBOUR[0], line, HARBOUR[1]]).encode(), "a.txt")
    ).articles
    assert [block.text for block in found.body] == [HARBOUR[0], line, HARBOUR[1]]
    assert not found.figures


def test_headline_that_is_a_scene_keeps_its_text():
    """Nearer to the text below, of which it speaks."""
    _, tea = page(3, below=("采茶工在歇脚屋里提意见", *TEA))
    assert tea.headline == "采茶工在歇脚屋里提意见"


def test_scene_between_the_day_of_a_site_and_its_text_is_a_caption():
    head = ["水手们比系缆", "2023-09-04 06:57  来源：青石工运  点击：31次", "字号： 大 中 小"]
    lines = [*head, "水手们在码头上练抛缆", *HARBOUR]
    (found,) = parse(read("\n".join(lines).encode(), "page.txt")).articles
    assert (found.headline, found.kicker) == ("水手们比系缆", None)
    assert [figure.caption for figure in found.figures] == ["水手们在码头上练抛缆"]


def test_marked_line_with_who_took_it_is_a_caption_though_it_is_no_sentence():
    lines = ["水手们比系缆", HARBOUR[0], "▲ 系缆比武（李小满 摄）", HARBOUR[1]]
    (found,) = parse(read("\n\n".join(lines).encode(), "page.txt")).articles
    assert [(figure.caption, figure.credit) for figure in found.figures] == [("系缆比武", "李小满 摄")]


def test_line_between_two_captions_is_one():
    lines = ["水手王一川（左）在抛缆", "码头的新旧两面", "水手们与挑夫合影 李小满 摄"]
    harbour, _ = page(3, *lines)
    assert [figure.caption for figure in harbour.figures] == [*lines[:2], "水手们与挑夫合影"]


def test_last_part_needs_no_number_where_the_others_have_one():
    lines = [
        "水手们比系缆",
        "□ 记者 王一川",
        TEA[0],
        "01 一根缆",
        HARBOUR[0],
        "02 一双手",
        HARBOUR[1],
        "写在后面",
        TEA[1],
    ]
    (found,) = parse(read("\n\n".join(lines).encode(), "page.txt")).articles
    assert [block.text for block in found.body if block.type == "heading"] == [
        "01 一根缆",
        "02 一双手",
        "写在后面",
    ]


def test_sentence_that_says_it_is_of_a_picture_is_a_caption():
    lines = [
        "水手们比系缆",
        HARBOUR[0],
        "水手长王一川（右二）和徒弟一起抛缆。",
        HARBOUR[1],
        "9月3日，系缆比武现场。",
    ]
    (found,) = parse(read("\n\n".join(lines).encode(), "page.txt")).articles
    assert [figure.caption for figure in found.figures] == [lines[2], lines[4]]
    assert [block.text for block in found.body] == HARBOUR


def test_mark_and_a_scene_are_a_caption_and_a_mark_alone_a_heading():
    lines = ["水手们比系缆", HARBOUR[0], "▲ 水手们在码头上练抛缆", HARBOUR[1], "▲手上的茧", TEA[1]]
    (found,) = parse(read("\n\n".join(lines).encode(), "page.txt")).articles
    assert [figure.caption for figure in found.figures] == ["水手们在码头上练抛缆"]
    assert [block.text for block in found.body if block.type == "heading"] == ["▲手上的茧"]


@pytest.mark.parametrize(
    "words",
    [
        "王一川（右二）查看灯架",
        "焊接组选手在加工试件",
        "欧阳明在灯房听老师傅讲课",
        "9月3日，水手们在码头练抛缆",
        "系缆比武现场",
    ],
)
def test_line_says_by_itself_that_it_is_of_a_picture(words):
    assert is_of_picture(words)


@pytest.mark.parametrize(
    "words",
    [
        "夜校开在码头上",
        "把灯房搬到井口边",
        "谢谢你们给我撑腰",
        "白鹭县为水手集体过生日",
        "系缆比武在白鹭港举行",
        "比武成绩单（前三名）",
        "一盏灯 王一川在井口守到天亮",
    ],
)
def test_headline_is_no_caption_though_it_tells_of_people(words):
    assert not is_of_picture(words)


def test_caption_among_titles_at_the_end_of_a_page_of_print_columns():
    rows = [
        row
        for width, text in ((17, "".join(HARBOUR)), (22, "".join(TEA)))
        for row in wrap(text, Setting(width, "none", False), Random(1))
    ]
    lines = [*rows, "水手们在码头上练抛缆", "采茶工有了歇脚屋", "水手们比系缆"]
    articles = parse(read("\n\n".join(lines).encode(), "page.txt")).articles
    assert {each.headline: [figure.caption for figure in each.figures] for each in articles} == {
        "水手们比系缆": ["水手们在码头上练抛缆"],
        "采茶工有了歇脚屋": [],
    }


@pytest.mark.parametrize("headline", ["志愿者在山上陪茶农采茶", "工友们在歇脚屋喝茶"])
def test_headline_of_print_columns_is_no_caption_where_each_text_has_its_own_above_it(headline):
    lines = []
    for head, text in (("水手们比系缆", HARBOUR), (headline, TEA)):
        lines += [head, *wrap("本报讯（记者 李小满）" + "".join(text), Setting(17, "none", False), Random(1))]
    articles = parse(read("\n".join(lines).encode(), "page.txt")).articles
    assert [each.headline for each in articles] == ["水手们比系缆", headline]
    assert not any(each.figures for each in articles)
