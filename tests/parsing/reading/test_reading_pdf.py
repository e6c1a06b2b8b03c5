"""PDF → lines in reading order with what the print knows of them; files that cannot be trusted are refused."""

import io
import zlib

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.parsing.distorting.measuring import compare
from tests.parsing.test_spans import assert_accounted_for
from tests.parsing.typesetting import FONT, SEVERAL, elements_of, pdf_file
from unioncms.parsing import Unreadable, parse, read
from unioncms.parsing.reading import pdf
from unioncms.parsing.reading.pdf_columns import Glyph, reading_order
from unioncms.parsing.report import to_report

TEXT = "青石县总工会召开职工代表座谈会，听取一线职工的意见和建议。"


def canvas_file(draw, pages: int = 1, **options) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, **options)
    for number in range(pages):
        canvas.setFont(FONT, 10)
        draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def written(objects: dict[int, bytes], root: int = 1) -> bytes:
    """A file put together by hand: numbered objects, a table of where they stand, a trailer."""
    data, places = bytearray(b"%PDF-1.4\n"), {}
    for number, content in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(objects))
    size = len(objects) + 1
    return bytes(data) + b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, root, table)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def one_page(content: bytes, resources: bytes = b"", more: dict[int, bytes] | None = None) -> bytes:
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << "
            b"/Font << /F 5 0 R >> " + resources + b" >> >>",
            4: content,
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            **(more or {}),
        }
    )


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("name", SEVERAL)
def test_clean_page_in_print_columns_parses_to_the_same_articles(name, columns):
    articles, expected = elements_of(name)
    source = read(pdf_file(articles, columns), "page.pdf")
    document = parse(source)
    assert_accounted_for(source, document)
    shares = compare(expected, to_report(document))
    assert {each: shares[each] for each in ("articles", "headlines") if shares[each] < 1} == {}
    assert {each: shares[each] for each in ("text", "contributors", "notes") if shares[each] < 0.79} == {}


def test_lines_know_page_box_and_size():
    articles, _ = elements_of("songpu_2023-03-08_city")
    source = read(pdf_file(articles, 2), "page.pdf")
    assert (source.format, source.encoding, source.doubts) == ("pdf", "PDF", ())
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)
    headline = source.lines[0]
    assert (headline.level, headline.page, headline.font_size) == (1, 1, 22)
    x0, y0, x1, y1 = headline.box
    assert 0 < x0 < x1 < A4[0]
    assert 0 < y0 < y1 < 120


def test_running_heads_stay_once_and_page_numbers_go():
    articles, _ = elements_of("songpu_2023-03-08_city")
    source = read(pdf_file(articles * 3, 1, "松浦日报"), "page.pdf")
    assert max(line.page for line in source.lines) > 1
    assert source.text.count("松浦日报") == 1
    assert "- 2 -" not in source.text
    assert parse(source).publication == "松浦日报"


def test_file_is_told_by_its_content():
    data = canvas_file(lambda canvas, _: canvas.drawString(50, 700, TEXT))
    assert read(data, "page.txt").text == TEXT


def test_text_written_by_hand_is_read():
    assert read(one_page(stream(b"BT /F 12 Tf 50 700 Td (Union News) Tj ET")), "a.pdf").text == "Union News"


def test_type_drawn_twice_to_look_bold_is_read_once():
    def draw(canvas, _):
        canvas.drawString(50, 700, TEXT)
        canvas.drawString(50.3, 700, TEXT)

    assert read(canvas_file(draw), "a.pdf").text == TEXT


def test_type_that_stands_on_its_side_raises_a_doubt():
    def draw(canvas, _):
        canvas.drawString(50, 700, TEXT)
        canvas.rotate(90)
        canvas.drawString(50, -500, "转九十度")

    source = read(canvas_file(draw), "a.pdf")
    assert (source.text, len(source.doubts)) == (TEXT, 1)


def test_pictures_among_the_instructions_are_passed_over():
    def draw(canvas, _):
        canvas.drawInlineImage(Image.new("RGB", (9, 9)), 50, 50)
        canvas.drawString(50, 700, TEXT)

    assert read(canvas_file(draw), "a.pdf").text == TEXT


@pytest.mark.parametrize(
    ("text", "width", "printed"),
    [
        ("⼯", 10, "工"),
        ("⻓", 10, "长"),
        ("⼾", 10, "户"),
        (",", 10, "，"),
        (",", 5, ","),
        ("\u2e3a", 20, "——"),
    ],
)
def test_codes_that_stand_for_two_characters_are_told_apart(text, width, printed):
    assert pdf.as_printed(text, width, 10) == printed


def glyphs(text: str, x: float, y: float, size: float = 10) -> list[Glyph]:
    return [Glyph(letter, x + at * size, x + (at + 1) * size, y, size) for at, letter in enumerate(text)]


def test_columns_whose_lines_do_not_meet_are_read_one_after_the_other():
    left = [glyphs(f"左栏第{n}行的文字", 50, 100 + 16 * n) for n in range(5)]
    right = [glyphs(f"右栏第{n}行的文字", 150, 107 + 16 * n) for n in range(5)]
    lines = reading_order([glyph for line in left + right for glyph in line])
    assert [line.text[0] for line in lines] == ["左"] * 5 + ["右"] * 5
    assert [line.region for line in lines] == [0] * 5 + [1] * 5


def test_a_headline_across_ends_the_columns_above_it():
    def two(top):
        return [
            glyphs(f"{side}栏的第{n}行文字", x, top + 16 * n)
            for side, x in (("左", 50), ("右", 150))
            for n in range(3)
        ]

    parts = [
        glyphs("第一个标题写在上面", 50, 80, 20),
        *two(110),
        glyphs("第二个标题写在中间", 50, 190, 20),
        *two(220),
    ]
    lines = reading_order([glyph for line in parts for glyph in line])
    assert "".join(line.text[0] for line in lines) == "第左左左右右右第左左左右右右"


def test_names_side_by_side_are_one_line():
    rows = [glyphs("甲一", 50, 100 + 16 * n) + glyphs("乙二", 90, 100 + 16 * n) for n in range(4)]
    assert [line.text for line in reading_order([glyph for row in rows for glyph in row])] == [
        "甲一 乙二"
    ] * 4


# What is not to be trusted.

BOMB = zlib.compress(zlib.compress(b"BT ET " * 20_000_000, 9), 9)
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
CHAIN = {number: stream(b"/X Do " * 12, FORM % (number + 1)) for number in range(6, 18)} | {18: b"null"}
LOOP = {6: stream(b"/X Do", FORM % 6)}
HOSTILE = {
    "nothing but its mark": (b"%PDF-1.7\n", "损坏"),
    "random bytes": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "损坏"),
    "cut": (canvas_file(lambda canvas, _: canvas.drawString(50, 700, TEXT))[:300], "损坏|文字层"),
    "no text": (canvas_file(lambda canvas, _: canvas.rect(50, 50, 99, 99)), "没有文字层"),
    "password": (
        canvas_file(lambda canvas, _: canvas.drawString(50, 700, TEXT), encrypt=StandardEncryption("geheim")),
        "密码",
    ),
    "too many pages": (
        canvas_file(lambda canvas, number: canvas.drawString(50, 700, f"{number}"), pages=pdf.MOST_PAGES + 1),
        "500 页",
    ),
    "bomb": (one_page(stream(BOMB, b"/Filter [/FlateDecode /FlateDecode]")), "压缩炸弹"),
    "too much to draw": (
        one_page(stream(zlib.compress(b"0 0 m " * 1_500_000), b"/Filter /FlateDecode")),
        "过大",
    ),
    "too many instructions": (
        one_page(stream(zlib.compress(b"0 0 m " * 300_000), b"/Filter /FlateDecode")),
        "过大",
    ),
    "brackets in a string": (one_page(stream(b"(" * 100_000)), "过大"),
    "figures that multiply": (one_page(stream(b"/X Do"), b"/XObject << /X 6 0 R >>", CHAIN), "过大"),
    "figure in itself": (one_page(stream(b"/X Do"), b"/XObject << /X 6 0 R >>", LOOP), "文字层|损坏|过大"),
    "too much type": (
        one_page(stream(b"BT /F 1 Tf " + (b"(" + b"x" * 700 + b") Tj ") * 100 + b"ET")),
        "字数过多",
    ),
    "pages in a ring": (
        written({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R] >>"}),
        "损坏",
    ),
}


@pytest.mark.parametrize("case", HOSTILE.values(), ids=HOSTILE)
def test_hostile_file_is_refused_in_a_sentence(case):
    data, sentence = case
    with pytest.raises(Unreadable, match=sentence) as refusal:
        read(data, "page.pdf")
    assert refusal.value.message.endswith("。")


def test_the_cap_on_unpacking_is_lifted_again():
    from pdfminer import pdftypes

    with pytest.raises(Unreadable):
        read(HOSTILE["bomb"][0], "page.pdf")
    assert pdftypes.zlib is zlib
