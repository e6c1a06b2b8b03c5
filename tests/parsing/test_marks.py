"""Joins with their confidence, and open marks: what no rule may repair is pointed at and left as it is."""

from pathlib import Path

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.document import JOIN_KINDS, MARK_KINDS, REPAIR_RULES
from unioncms.parsing.naming.places.areas import find_unknown_counties
from unioncms.parsing.report import to_report

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.*"))
COLUMNS = (SEEDS[0].parent / "03_yunling_2023_columns.txt").read_text()
DISPLACED = (SEEDS[0].parent / "01_lanshan_2024-05-01_pdf.txt").read_text()
OPENING = "夜班职工读书会办起来\n本报记者 何晓兰\n"
TEXT = "市总工会在城北办起了夜班职工读书会,每周三晚上开门,已有两百多名职工来过。"


def parse_text(text: str):
    source = read(text.encode(), "page.txt")
    return source.text, parse(source)


def marked(text: str) -> list[tuple[str, str]]:
    """Kind and words of each mark."""
    text, document = parse_text(text)
    return [(mark.kind, text[mark.start : mark.end]) for mark in document.marks]


@pytest.mark.parametrize(
    ("body", "glyph"),
    [
        ("云州是全国□个老工业基地之一,工会会员有三十多万名。", "□"),
        ("云州是全国\ufffd\ufffd老工业基地之一,工会会员有三十多万名。", "\ufffd\ufffd"),
        ("劳模李\ue5a1在会上说,班组的灯要一直亮着。", "\ue5a1"),
        ("劳模李〓在会上说,班组的灯要一直亮着。", "〓"),
    ],
)
def test_a_lost_glyph_is_marked_and_stays_as_printed(body, glyph):
    text, document = parse_text(f"{OPENING}{body}\n{TEXT}\n")
    (mark,) = document.marks
    assert (mark.kind, text[mark.start : mark.end], mark.article) == ("missing_glyph", glyph, 0)
    assert glyph in document.articles[0].body[0].text


@pytest.mark.parametrize(
    "page",
    [
        f"夜班职工读书会办起来\n□记者 何晓兰\n{TEXT}\n",
        f"{OPENING}{TEXT}\n□城北站每周三开门,职工可以带孩子来。\n",
        f"{OPENING}{TEXT}\n\ue06c 城北站每周三开门,职工可以带孩子来。\n",
    ],
)
def test_a_bullet_is_no_lost_glyph(page):
    assert marked(page) == []


@pytest.mark.parametrize(
    ("text", "county"),
    [
        ("来自衡阳市未阳县总工会的代表", "未阳县"),
        ("河北省石家庄市未阳县总工会的代表", "未阳县"),
        ("来自衡阳市衡南县总工会的代表", None),
        ("湖南省贫困县的代表", None),
        ("湖南省各县总工会的代表", None),
        ("长沙市望城县总工会的代表", None),
        ("广西壮族自治区富川县总工会的代表", None),
        ("来自青石市霜河县总工会的代表", None),
    ],
)
def test_a_county_that_no_list_has_is_marked(text, county):
    assert [text[start:end] for start, end in find_unknown_counties(text)] == ([county] if county else [])


@pytest.mark.parametrize(
    ("page", "kind", "words"),
    [
        (f"{OPENING}{TEXT}\n{TEXT[:-1]},来的多半是刚下夜班的挡车工和\n", "missing_tail", "夜班的挡车工和"),
        (f"{OPENING}站点”,把热水送到工位旁。{TEXT}\n{TEXT}\n", "missing_head", "站点”,把热水"),
    ],
)
def test_the_side_that_is_missing_is_marked(page, kind, words):
    _, document = parse_text(page)
    assert document.articles[0].incomplete
    ((found, text),) = marked(page)
    assert found == kind
    assert text.startswith(words) or text.endswith(words)


def test_a_body_without_headline_is_marked():
    kinds = [kind for kind, _ in marked(f"{TEXT}{TEXT}\n{TEXT}\n")]
    assert kinds == ["no_headline"]


def test_fragments_are_joined_with_a_confidence_and_both_ends():
    text, document = parse_text(COLUMNS)
    assert [(join.kind, join.article) for join in document.joins] == [("fragment", n) for n in range(5)]
    for join in document.joins:
        assert join.confidence > 0.5
        body = "\n".join(block.text for block in document.articles[join.article].body)
        assert text[join.end - 6 : join.end] in body
        assert text[join.other_start : join.other_start + 2] in body
    assert text[document.joins[0].end - 3 : document.joins[0].end] == "让奔波的人知"[-3:]


def test_a_rest_that_closes_what_its_head_never_opened_is_joined_in_doubt():
    _, document = parse_text(COLUMNS.replace("\n都愿意来坐一坐", "\n面”的人都愿意来坐一坐"))
    sure = {join.article: join.confidence for join in document.joins}
    assert sure[1] < 0.5 < sure[0]
    doubts = [(mark.kind, mark.article, mark.detail) for mark in document.marks]
    assert ("doubtful_join", 1, f"{sure[1]:.2f}") in doubts


def test_a_rest_out_of_turn_goes_to_the_head_that_it_goes_on_with():
    """The second rest is lost; the third closes a quotation that only its own head has opened."""
    lost = COLUMNS[COLUMNS.index("都愿意来坐一坐") : COLUMNS.index("不在会场里开会")]
    page = COLUMNS.replace(lost, "").replace("服务就无从谈\n", "服务就“无从谈\n")
    text, document = parse_text(page.replace("不在会场里开会", "起”不在会场里开会"))
    joined = {join.article: text[join.other_start : join.other_start + 4] for join in document.joins}
    assert joined[2] == "起”不在"
    assert 1 not in joined
    assert any(mark.kind == "missing_tail" and mark.article == 1 for mark in document.marks)


def test_a_displaced_headline_is_joined_with_its_body():
    text, document = parse_text(DISPLACED)
    joined = [join for join in document.joins if join.kind == "headline"]
    assert len(joined) > 2
    for join in joined:
        headline = document.articles[join.article].headline.replace(" ", "")
        assert "".join(text[join.start : join.end].split())[:4] == headline[:4]
        assert 0 < join.confidence < 1


def test_too_many_marks_of_a_kind_are_cut_short_and_said():
    _, document = parse_text(OPENING + "全国□个基地。" * 600 + "\n")
    assert len(document.marks) == 500
    assert any("600" in doubt for doubt in document.doubts)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_marks_and_joins_of_specimens_point_into_the_text(path):
    source = read(path.read_bytes(), path.name)
    document = parse(source)
    for mark in document.marks:
        assert mark.kind in MARK_KINDS
        assert 0 <= mark.start < mark.end <= len(source.text)
        assert mark.end - mark.start <= 200
    assert {repair.rule for repair in document.repairs} <= set(REPAIR_RULES)
    for join in document.joins:
        assert join.kind in JOIN_KINDS
        assert 0 <= join.start < join.end <= len(source.text)
        assert 0 <= join.other_start < join.other_end <= len(source.text)
        assert 0 <= join.confidence <= 1
    missing = {
        mark.article
        for mark in document.marks
        if mark.kind.startswith("missing_") and mark.kind != "missing_glyph"
    }
    assert missing == {number for number, article in enumerate(document.articles) if article.incomplete}


def test_the_report_has_them_too():
    _, document = parse_text(COLUMNS)
    report = to_report(document)
    assert report["joins"][0][0] == "fragment"
    assert [mark[0] for mark in report["marks"]] == ["missing_middle", "missing_middle"]


@pytest.mark.parametrize(
    ("printed", "rule"),
    [
        ("市总工会２０２４年在城北办起了夜班职工读书会,每周三晚上开门。", "narrowed_width"),
        ("市 总 工 会 在城北办起了夜班职工读书会,每周三晚上开门。", "closed_blank"),
    ],
)
def test_a_repair_is_in_the_ledger(printed, rule):
    _, document = parse_text(f"{OPENING}{TEXT}\n{printed}\n")
    assert rule in {repair.rule for repair in document.repairs}


def test_paragraph_torn_above_another_is_a_missing_middle():
    page = (
        OPENING
        + f"　　{TEXT}\n　　去年冬天，市总工会同港务集团商量，在闸口旁边建起司机之家，有热水、有床铺、有洗\n"
    )
    page += "　　都愿意来坐一坐。有位跑了十六年车的老司机说，头一回有人问他冷不冷。\n"
    page += "　　下一步，还要把司机之家搬到菜市场去。\n"
    assert ("missing_middle", "、有床铺、有洗") in [(kind, words[-7:]) for kind, words in marked(page)]


def test_rows_of_a_list_are_not_torn():
    page = OPENING + f"{TEXT}\n一等奖：青石县总工会，枕水书屋，港务集团\n二等奖：青石二小工会，云帆公司工会\n"
    assert "missing_middle" not in [kind for kind, _ in marked(page)]
