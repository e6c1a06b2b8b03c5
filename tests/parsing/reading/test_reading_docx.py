"""Word manuscripts → lines with what Word knows of them; archives that are not to be trusted are refused."""

import io
import zipfile
from xml.sax.saxutils import escape

import docx
import pytest

from tests.parsing.distorting.measuring import compare
from tests.parsing.test_spans import assert_accounted_for
from tests.parsing.typesetting import SEVERAL, elements_of, word_file
from unioncms.parsing import Unreadable, parse, read
from unioncms.parsing.reading import archive
from unioncms.parsing.report import to_report

MEASURES = ("articles", "headlines", "text", "contributors", "notes", "captions")
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_body(xml: str) -> bytes:
    """A file of Word's own whose body is `xml`."""
    document = f'<?xml version="1.0"?><w:document xmlns:w="{NAMESPACE}"><w:body>{xml}</w:body></w:document>'
    return with_parts({"word/document.xml": document.encode()})


def with_parts(parts: dict[str, bytes], drop: tuple[str, ...] = ()) -> bytes:
    """An empty file of Word with parts put in, or put in their place."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name not in parts and name not in drop:
                target.writestr(name, source.read(name))
        for name, data in parts.items():
            target.writestr(name, data)
    return stream.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def lines(data: bytes) -> list[str]:
    source = read(data, "page.docx")
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)
    return [line.text for line in source.lines]


@pytest.mark.parametrize("has_styles", [True, False], ids=["styles", "large type"])
@pytest.mark.parametrize("name", SEVERAL)
def test_clean_page_in_word_parses_to_the_same_articles(name, has_styles):
    articles, expected = elements_of(name)
    source = read(word_file(articles, has_styles=has_styles), "page.docx")
    document = parse(source)
    assert_accounted_for(source, document)
    shares = compare(expected, to_report(document))
    assert {each: shares[each] for each in MEASURES if shares[each] < 0.9} == {}


def test_file_of_word_is_told_by_its_content():
    source = read(with_body(paragraph("正文一段。")), "page.txt")
    assert (source.text, source.format, source.encoding) == ("正文一段。", "word", "DOCX")


def test_headings_are_known_by_style_and_by_outline_level():
    document = docx.Document()
    document.add_heading("把门打开", 1)
    document.add_paragraph("正文一段。")
    document.add_heading("走出去", 2)
    assert [line.level for line in read(saved(document), "a.docx").lines] == [1, None, 2]
    outline = paragraph("把门打开", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + paragraph("正文一段。")
    assert [line.level for line in read(with_body(outline), "a.docx").lines] == [1, None]


def test_below_a_title_headings_stand_one_level_lower():
    document = docx.Document()
    document.add_heading("把门打开", 0)
    document.add_paragraph("正文一段。")
    document.add_heading("走出去", 1)
    assert [line.level for line in read(saved(document), "a.docx").lines] == [1, None, 2]


def test_a_headline_without_a_style_is_the_largest_of_the_centred_lines():
    def centred(words: str, size: int) -> str:
        run = f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>{words}</w:t></w:r>'
        return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run}</w:p>'

    body = (
        centred("引题在上", 32)
        + centred("把清凉送到", 44)
        + centred("每一个工地", 44)
        + centred("□ 周亦舟", 24)
    )
    found = read(with_body(body + paragraph("正文一段，写得很长很长，字号是平常的。" * 3)), "a.docx").lines
    assert [(line.text, line.level) for line in found[:3]] == [
        ("引题在上", None),
        ("把清凉送到 每一个工地", 1),
        ("□ 周亦舟", None),
    ]
    assert found[1].font_size == 22


def test_tracked_changes_are_taken_as_accepted():
    body = (
        "<w:p><w:r><w:t>市总工会</w:t></w:r><w:del><w:r><w:delText>去年</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>今年</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>召开大会。</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>整段删去</w:delText></w:r></w:del></w:p>"
    )
    assert lines(with_body(body)) == ["市总工会今年召开大会。"]


def test_breaks_part_lines_and_fields_show_their_result():
    body = (
        "<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r>'
        "<w:r><w:t>2024年8月3日</w:t></w:r></w:p>"
    )
    assert lines(with_body(body)) == ["第一行", "第二行", "2024年8月3日"]


def test_rows_of_a_table_are_lines():
    def cell(words: str) -> str:
        return f"<w:tc>{paragraph(words)}</w:tc>"

    table = (
        f"<w:tbl><w:tr>{cell('单位')}{cell('人数')}</w:tr><w:tr>{cell('一车间')}{cell('12')}</w:tr></w:tbl>"
    )
    assert lines(with_body(table + paragraph("正文一段。"))) == ["单位　人数", "一车间　12", "正文一段。"]
    layout = f"<w:tbl><w:tr>{cell('左边')}{cell('长长的正文' * 20)}</w:tr></w:tbl>"
    assert lines(with_body(layout)) == ["左边", "长长的正文" * 20]


def test_text_boxes_are_read_once():
    box = f"<w:txbxContent>{paragraph('框里的标题')}</w:txbxContent>"
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<w:p><w:r><mc:AlternateContent {compatible}><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:t>正文一段。</w:t></w:r></w:p>"
    )
    assert lines(with_body(body)) == ["框里的标题", "正文一段。"]


def test_footnotes_follow_the_text():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        zipfile.ZipFile(io.BytesIO(saved(docx.Document()))).read("word/_rels/document.xml.rels").decode()
    )
    relation = f'<Relationship Id="rId99" Type="{kind}/footnotes" Target="footnotes.xml"/></Relationships>'
    types = zipfile.ZipFile(io.BytesIO(saved(docx.Document()))).read("[Content_Types].xml").decode()
    note = f'<w:footnote w:id="2">{paragraph("见县志。")}</w:footnote>'
    notes = f'<w:footnotes xmlns:w="{NAMESPACE}">{note}</w:footnotes>'
    body = '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/><w:t>一段。</w:t></w:r></w:p>'
    data = with_parts(
        {
            "word/document.xml": f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'.encode(),
            "word/footnotes.xml": notes.encode(),
            "word/_rels/document.xml.rels": relations.replace("</Relationships>", relation).encode(),
            "[Content_Types].xml": types.encode(),
        }
    )
    assert lines(data) == ["正文[1]一段。", "[1] 见县志。"]


# What is not to be trusted.

ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="'
    + NAMESPACE.encode()
    + b'"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
)
LOCKED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
)


def flagged_as_locked() -> bytes:
    data = bytearray(with_body(paragraph("正文")))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def many_entries() -> bytes:
    return with_parts({f"word/media/{number}.png": b"" for number in range(archive.MOST_ENTRIES)})


HOSTILE = {
    "bomb": (with_parts({"word/media/a.bin": bytes(60 * 2**20)}), "压缩炸弹"),
    "too large": (with_parts({f"word/media/{n}.bin": bytes(70 * 2**20) for n in range(3)}), "200 MB"),
    "too much text": (with_body(paragraph("工会" * 5 * 2**20)), "分成几个文件|压缩炸弹"),
    "too many entries": (many_entries(), "2000 个"),
    "entity": (with_parts({"word/document.xml": ENTITY}), "外部实体"),
    "entity in UTF-16": (with_parts({"word/document.xml": ENTITY.decode().encode("utf-16")}), "外部实体"),
    "entity in another part": (with_parts({"word/styles.xml": ENTITY}), "外部实体"),
    "macro": (with_parts({"word/vbaProject.bin": b"x"}), "宏"),
    "path": (with_parts({"../../etc/cron.d/x": b"x"}), "路径"),
    "path of windows": (with_parts({"..\\x": b"x"}), "路径"),
    "absolute path": (with_parts({"/etc/x": b"x"}), "路径"),
    "password": (LOCKED, "密码"),
    "locked entry": (flagged_as_locked(), "密码"),
    "no document": (with_parts({}, drop=("word/document.xml",)), "不是 Word 文件"),
    "spreadsheet": (with_parts({"xl/workbook.xml": b"<x/>"}, drop=("word/document.xml",)), "Excel"),
    "not well formed": (with_parts({"word/document.xml": b"<w:document"}), "结构不完整"),
    "no parts": (with_parts({"[Content_Types].xml": b"<Types/>"}), "结构不完整"),
    "cut": (with_body(paragraph("正文一段。" * 50))[:3000], "损坏"),
    "empty": (with_body(""), "没有可读的文字"),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_file_is_refused_in_a_sentence(data):
    content, sentence = data
    with pytest.raises(Unreadable, match=sentence) as refusal:
        read(content, "page.docx")
    assert refusal.value.message.endswith("。")


def test_a_size_that_the_directory_hides_is_not_unpacked():
    data = bytearray(with_body(paragraph("工会" * 1000)))
    at = data.rfind(b"PK\x01\x02")  # the last entry of the directory is the document
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    with pytest.raises(Unreadable):
        read(bytes(data), "page.docx")
