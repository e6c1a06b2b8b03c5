"""An editor's layout of a page: what the machine dealt out can be dealt out otherwise, and nothing is lost by it."""

from dataclasses import replace
from pathlib import Path

import pytest

from unioncms.parsing import Document, Outline, parse, read
from unioncms.parsing.segmenting.rearranging import join, move, relabel, split

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted((ROOT / "seeds").iterdir()) + sorted((ROOT / "tests/parsing/pages").glob("*.[tm][xd]*"))
PAGE = """# 南湖区总工会开展送清凉活动

本报讯（记者 周立平）7月3日，南湖区总工会到环卫站慰问一线职工，送去毛巾和绿豆汤。

区总工会主席何敏说，天热以后每周都会来一趟，直到处暑。

站里的老班长接过毛巾，招呼大家到树荫下坐一会儿，喝口水再上路。

# 钢城工人读书会办了一百期

每个周五晚上，轧钢厂的读书会都在更衣室旁边的小屋里开讲，已经办了一百期。

版权所有侵权必究
"""


def read_page(text: str = PAGE):
    return read(text.encode(), "page.md")


def start_of(document: Document, words: str, text: str = PAGE) -> int:
    """The piece that begins where `words` stand in the source."""
    return max(
        piece.start
        for pieces in (*document.outline.articles, document.outline.discarded)
        for piece in pieces
        if piece.start <= text.index(words)
    )


def paragraphs(document: Document, number: int) -> list[str]:
    return [block.text for block in document.articles[number].body]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_machines_own_outline_gives_the_same_document(path):
    source = read(path.read_bytes(), path.name)
    document = parse(source)
    assert parse(source, document.outline) == document


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_articles_put_together_from_their_pieces_read_as_the_machine_wrote_them(path):
    """Each article is made anew, because a line that was set aside is put at its end."""
    source = read(path.read_bytes() + "\n\n版权所有侵权必究\n".encode(), path.name)
    document = parse(source)
    marked = Outline(
        tuple((*pieces, *document.outline.discarded[:1]) for pieces in document.outline.articles),
        document.outline.discarded[1:],
    )
    rebuilt = parse(source, marked)
    for one, other in zip(document.articles, rebuilt.articles, strict=True):
        assert (one.headline, one.kicker, one.subheadline, one.contributors, one.editors_note) == (
            other.headline,
            other.kicker,
            other.subheadline,
            other.contributors[: len(one.contributors)],
            other.editors_note,
        )
        assert [block.text for block in one.body] == [block.text for block in other.body[: len(one.body)]]


def test_an_article_is_split_where_an_editor_says():
    document = parse(read_page())
    outline = split(document.outline, 0, start_of(document, "站里的老班长"))
    parted = parse(read_page(), outline)
    assert len(parted.articles) == len(document.articles) + 1
    assert paragraphs(parted, 1) == ["站里的老班长接过毛巾，招呼大家到树荫下坐一会儿，喝口水再上路。"]
    assert parted.articles[1].headline is None
    assert parted.articles[0].headline == "南湖区总工会开展送清凉活动"


def test_a_paragraph_itself_can_be_cut():
    document = parse(read_page())
    start = PAGE.index("喝口水再上路")
    last = document.outline.articles[0][-1]
    outline = Outline(
        ((*document.outline.articles[0], replace(last, start=start)), *document.outline.articles[1:]),
        document.outline.discarded,
    )
    parted = parse(read_page(), outline)
    assert paragraphs(parted, 0)[-2:] == [
        "站里的老班长接过毛巾，招呼大家到树荫下坐一会儿，",
        "喝口水再上路。",
    ]


def test_two_articles_are_joined_and_a_headline_becomes_a_heading():
    document = parse(read_page())
    joined = parse(read_page(), join(document.outline, 1))
    assert len(joined.articles) == len(document.articles) - 1
    assert ("heading", "钢城工人读书会办了一百期") in [
        (block.type, block.text) for block in joined.articles[0].body
    ]
    assert joined.articles[0].headline == document.articles[0].headline


def test_people_and_bodies_follow_the_articles():
    document = parse(read_page())
    moved = parse(read_page(), move(document.outline, 0, 1))
    assert [article.headline for article in moved.articles] == [
        article.headline for article in reversed(document.articles)
    ]
    assert {person.name: person.articles for person in document.people}["何敏"] == (0,)
    assert {person.name: person.articles for person in moved.people}["何敏"] == (1,)


@pytest.mark.parametrize(
    ("words", "label", "field"),
    [
        ("区总工会主席何敏说", "subheadline", "subheadline"),
        ("区总工会主席何敏说", "kicker", "kicker"),
        ("区总工会主席何敏说", "editors_note", "editors_note"),
    ],
)
def test_a_paragraph_serves_as_what_an_editor_says(words, label, field):
    document = parse(read_page())
    start = start_of(document, words)
    changed = parse(read_page(), relabel(document.outline, start, label, 0))
    assert getattr(changed.articles[0], field).startswith(words)
    assert not any(text.startswith(words) for text in paragraphs(changed, 0))


def test_what_was_set_aside_is_brought_back_and_what_was_kept_is_set_aside():
    document = parse(read_page())
    start = start_of(document, "版权所有侵权必究")
    assert document.discarded
    kept = parse(read_page(), relabel(document.outline, start, "paragraph", 1))
    assert paragraphs(kept, 1)[-1] == "版权所有侵权必究"
    assert "版权所有侵权必究" not in kept.discarded
    dropped = parse(read_page(), relabel(kept.outline, start, "furniture", None))
    assert dropped.discarded == document.discarded
    assert paragraphs(dropped, 1) == paragraphs(document, 1)


def test_a_caption_and_a_credit_make_a_figure():
    text = PAGE + "\n职工在小屋里读书\n\n李明 摄\n"
    document = parse(read_page(text))
    outline = relabel(document.outline, start_of(document, "职工在小屋里读书", text), "caption", 1)
    outline = relabel(outline, start_of(document, "李明 摄", text), "credit", 1)
    figure = parse(read_page(text), outline).articles[1].figures[-1]
    assert figure.caption == "职工在小屋里读书"
    assert figure.credit is not None
    assert "李明" in figure.credit


def test_every_character_stays_in_one_span_whatever_the_layout():
    document = parse(read_page())
    outline = relabel(
        split(document.outline, 0, start_of(document, "站里的老班长")),
        start_of(document, "版权所有侵权必究"),
        "paragraph",
        2,
    )
    changed = parse(read_page(), outline)
    covered = [at for span in changed.spans for at in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, character in enumerate(PAGE) if not character.isspace()} <= set(covered)


def test_a_layout_still_holds_for_a_page_whose_paragraphs_a_better_parser_cuts_otherwise():
    """A paragraph the outline does not know goes behind its neighbour above; one that is gone leaves no gap."""
    document = parse(read_page())
    pieces = document.outline.articles[0]
    known = Outline(((*pieces[:-1], replace(pieces[-1], start=10_000)), *document.outline.articles[1:]))
    again = parse(read_page(), known)
    assert paragraphs(again, 0) == paragraphs(document, 0)
    assert again.discarded == document.discarded


@pytest.mark.parametrize(
    "change",
    [
        lambda outline: split(outline, 9, 0),
        lambda outline: split(outline, 0, outline.articles[0][0].start),
        lambda outline: join(outline, 0),
        lambda outline: join(outline, -1),
        lambda outline: move(outline, 0, 7),
        lambda outline: relabel(outline, 99_999, "paragraph", 0),
        lambda outline: relabel(outline, outline.articles[0][0].start, "paragraph", 12),
    ],
)
def test_what_cannot_be_done_leaves_the_layout_as_it_was(change):
    outline = parse(read_page()).outline
    assert change(outline) == outline


def test_a_column_with_a_number_stays_one_part_of_its_series():
    text = "灯房里的矿灯一盏一格，擦得干干净净，下井的人伸手就能拿到。" * 3
    page = f"青石工匠③\n\n把灯点在井口\n\n{text}\n\n版权所有侵权必究\n"
    source = read(page.encode(), "page.txt")
    document = parse(source)
    (pieces,) = document.outline.articles
    (rebuilt,) = parse(source, Outline(((*pieces, *document.outline.discarded),), ())).articles
    assert (rebuilt.column, rebuilt.series) == (document.articles[0].column, document.articles[0].series)
    assert rebuilt.series is not None
