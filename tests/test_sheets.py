"""Spreadsheets as lists of texts: harmless on the way out, bounded on the way in, the same text there and back."""

import csv
import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from unioncms.sheets import SheetRefused, as_typed, harmless, read_sheet, write_sheet

TYPED = [
    "=1+1", "+8613", "-3", "@SUM(A1)", "\t=1", "'=1", "''+1", "＝1", "林海生", "O'Neill", "'海生'", "", "甲\n乙",
    '"', "001",
]  # fmt: skip


@pytest.mark.parametrize("text", TYPED)
def test_a_text_is_the_same_again_and_no_formula_in_between(text):
    assert as_typed(harmless(text)) == text
    assert harmless(text)[:1] not in {"=", "+", "-", "@", "\t", "\r", "＝"}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_there_and_back(kind):
    rows = [["编号", "姓名"], *([str(number), text] for number, text in enumerate(TYPED))]
    assert read_sheet(write_sheet(rows, kind)) == rows


def test_no_cell_of_a_written_file_is_a_formula():
    book = load_workbook(io.BytesIO(write_sheet([TYPED], "xlsx")))
    assert {cell.data_type for row in book.active.rows for cell in row} <= {
        "s",
        "inlineStr",
        "n",
    }  # n: an empty cell
    written = write_sheet([TYPED], "csv")
    assert written.startswith(b"\xef\xbb\xbf")
    assert next(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))[0] == "'=1+1"


def test_controls_are_not_written():
    assert read_sheet(write_sheet([["海\x00生\x08"]], "xlsx")) == [["海生"]]


def test_days_and_numbers_are_text_again():
    book = Workbook()
    book.active.append([2018, 2018.0, date(2018, 6, 1), None, "2018-06"])
    stream = io.BytesIO()
    book.save(stream)
    assert read_sheet(stream.getvalue()) == [["2018", "2018", "2018-06-01", "", "2018-06"]]


def test_what_spreadsheet_programs_in_china_save_is_read():
    assert read_sheet("姓名,性别\r\n林海生,男\r\n".encode("gb18030")) == [["姓名", "性别"], ["林海生", "男"]]


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"x" * (5 * 2**20 + 1), "超过 5 MB"),
        (b"\xff\xff\x81", "编码"),
        ("甲\n".encode() * 20_002, "20000 行"),
        (("甲," * 61 + "乙").encode(), "60 列"),
        ("姓名\n林,多".encode(), "没有标题"),
        (("甲" * 20_001).encode(), "20000 字"),
        ('姓名\n"林'.encode(), "CSV"),
        (b"PK\x03\x04 no archive", "XLSX"),
        (archive(**{"xl/workbook.xml": b"<a/>"}), "XLSX"),
        (archive(**{"xl/sheet.xml": b" " * (41 * 2**20)}), "解压后"),
        (archive(**{"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "DTD"),
        (archive(**{"xl/worksheets/sheet1.xml": b"<row>" + b"<c/>" * 1_500_000 + b"</row>"}), "单元格太多"),
        (archive(**{"../workbook.xml": b"<a/>"}), "内部路径"),
    ],
)
def test_what_is_not_to_be_trusted_is_refused_in_a_sentence(data, sentence):
    with pytest.raises(SheetRefused, match=sentence):
        read_sheet(data)
