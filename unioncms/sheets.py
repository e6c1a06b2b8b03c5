"""Spreadsheets in and out: CSV and XLSX, as lists of texts.

A cell that starts like a formula goes out behind an apostrophe, which is taken off again on the way in, so that no
spreadsheet program computes what somebody once typed as a name. What comes in is bounded before anything parses it.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from xml.etree.ElementTree import ParseError

# openpyxl, and the reader of archives that the parser comes with, are imported where a file is read or written: the
# admin of everything else starts without them.
MEGABYTE = 2**20
MOST_BYTES = 5 * MEGABYTE
MOST_UNPACKED = 40 * MEGABYTE
MOST_PARTS = 200
MOST_ELEMENTS = 1_500_000  # of one part; each takes a hundred bytes, and a row is read whole
MOST_ROWS = 20_000
MOST_COLUMNS = 60
MOST_CHARACTERS = 20_000  # in one cell
FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")  # the last four are the full-width signs
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class SheetRefused(Exception):
    """Says in a sentence why a file is not read."""


def harmless(text: str) -> str:
    """=1+1 → '=1+1"""
    return f"'{text}" if FORMULA.match(text) else text


def as_typed(text: str) -> str:
    """'=1+1 → =1+1"""
    return text[1:] if text.startswith("'") and FORMULA.match(text[1:]) else text


def write_sheet(rows: Iterable[Iterable[object]], kind: str) -> bytes:
    texts = ([harmless(CONTROLS.sub("", str(cell))) for cell in row] for row in rows)
    if kind == "csv":
        stream = io.StringIO(newline="")
        csv.writer(stream).writerows(texts)
        return stream.getvalue().encode("utf-8-sig")  # without the mark spreadsheet programs misread Chinese
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in texts:
        sheet.append(row)
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def read_sheet(data: bytes) -> list[list[str]]:
    """The rows of a file, all as wide as the first, which are the headings; rows without a word are left out."""
    return [texts for _, texts in read_numbered(data)]


def read_numbered(data: bytes) -> list[tuple[int, list[str]]]:
    """As `read_sheet`, each row with the number that a spreadsheet program shows beside it."""
    if len(data) > MOST_BYTES:
        raise SheetRefused(f"文件超过 {MOST_BYTES // MEGABYTE} MB，请分成几个文件。")
    cells = _cells_of_xlsx(data) if data.startswith(b"PK") else _cells_of_csv(data)
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate(cells, 1):
        texts = [as_typed(_text_of(cell)) for cell in row]
        if not any(texts):
            continue
        if len(rows) > MOST_ROWS:
            raise SheetRefused(f"表格超过 {MOST_ROWS} 行，请分成几个文件。")
        while texts and not texts[-1]:
            texts.pop()
        if len(texts) > MOST_COLUMNS:
            raise SheetRefused(f"表格超过 {MOST_COLUMNS} 列，不像是本站导出的表格。")
        width = len(rows[0][1]) if rows else len(texts)
        if len(texts) > width:
            raise SheetRefused(f"“{texts[width][:20]}”所在的一列没有标题，没有导入。")
        rows.append((number, texts + [""] * (width - len(texts))))
    return rows


def _text_of(cell: object) -> str:
    """What a spreadsheet program made a day or a number is text again: 2018-06-01, 2018."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = "" if cell is None else str(cell)
    if len(text) > MOST_CHARACTERS:
        raise SheetRefused(f"有单元格超过 {MOST_CHARACTERS} 字，没有导入。")
    return text


def _cells_of_csv(data: bytes) -> Iterator[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):  # the second is what spreadsheet programs in China save
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        try:
            yield from csv.reader(io.StringIO(text, newline=""), strict=True)
        except csv.Error as error:
            raise SheetRefused("这不是完好的 CSV 文件，请重新保存。") from error
        return
    raise SheetRefused("认不出文件的编码，请另存为 UTF-8 的 CSV 或 XLSX。")


def _cells_of_xlsx(data: bytes) -> Iterator[tuple]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_archive(archive)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        yield from sheet.iter_rows(values_only=True, max_row=2 * MOST_ROWS, max_col=MOST_COLUMNS + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        ParseError,
        InvalidFileException,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        AttributeError,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise SheetRefused("这不是完好的 XLSX 文件，请重新保存。") from error


def _check_archive(archive: zipfile.ZipFile) -> None:
    """From the directory first, then for document types: neither a bomb nor an entity reaches a parser."""
    from unioncms.parsing.reading.archive import DECLARATION, is_xml, leads_outside

    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise SheetRefused(f"这个文件解压后超过 {MOST_UNPACKED // MEGABYTE} MB，没有导入。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise SheetRefused("这个文件有密码保护，请去掉密码后再导入。")
    if len(set(names)) != len(names) or any(map(leads_outside, names)):
        raise SheetRefused("这个文件的内部路径不正常，没有导入。")
    for entry in filter(lambda entry: is_xml(entry.filename), entries):
        part = archive.read(entry).replace(b"\x00", b"")
        if DECLARATION.search(part):
            raise SheetRefused("这个文件里声明了外部实体（DTD），没有导入。")
        if part.count(b"<") - part.count(b"</") > MOST_ELEMENTS:
            raise SheetRefused("这个文件的单元格太多，请删去空白的行和列后再导入。")
