"""Bytes → SourceText: encodings, damage, lines and Markdown."""

import pytest

from unioncms.parsing import Unreadable, read

TEXT = "青石县总工会召开职工代表座谈会，听取一线职工的意见和建议。\n会议强调，要把实事办到职工的心坎上。\n"
TRADITIONAL = (
    "青石縣總工會召開職工代表座談會，聽取第一線職工的意見和建議。\n會議強調，要把實事辦到職工的心坎上。\n"
)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("gb18030"), "GB18030"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16LE"),
        (TEXT.encode("utf-16-be"), "UTF-16BE"),
    ],
    ids=["utf-8", "utf-8 with a mark", "gb18030", "utf-16 with a mark", "utf-16-le", "utf-16-be"],
)
def test_encoding_is_recognised(data, encoding):
    source = read(data, "page.txt")
    assert (source.text, source.encoding) == (TEXT, encoding)


def test_big5_is_not_taken_for_gb18030():
    source = read(TRADITIONAL.encode("big5"), "page.txt")
    assert (source.text, source.encoding) == (TRADITIONAL, "Big5")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\x00\x00"])
def test_empty_file_is_refused(data):
    with pytest.raises(Unreadable, match="空"):
        read(data, "page.txt")


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"PK\x03\x04" + bytes(40), b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 40],
    ids=["pdf", "zip", "png", "bytes"],
)
def test_binary_file_is_refused(data):
    with pytest.raises(Unreadable):
        read(data, "page.txt")


def test_undecodable_byte_is_named():
    data = TEXT.encode()[:30] + b"\xff" + TEXT.encode()[30:]
    with pytest.raises(Unreadable, match="30") as refusal:
        read(data, "page.txt")
    assert refusal.value.offset == 30


def test_control_characters_keep_the_offsets_and_raise_a_doubt():
    source = read("第\x00版\x07。".encode(), "page.txt")
    assert source.text == "第\ufffd版\ufffd。"
    assert "2 个控制字符" in source.doubts[0]


def test_zero_width_characters_stay_in_the_source():
    assert read("工\u200b会".encode(), "page.txt").text == "工\u200b会"


def test_every_kind_of_line_end_parts_lines():
    source = read("一\r\n二\r三\n四".encode(), "page.txt")
    assert [(line.text, line.start) for line in source.lines] == [("一", 0), ("二", 3), ("三", 5), ("四", 7)]


def test_markdown_is_known_by_its_content():
    source = read(
        "【主席之声】\n\n# 把门打开\n\n正文一段。\n\n## 走出去\n\n> 按语一句。\n".encode(), "page.txt"
    )
    assert source.format == "markdown"
    levels = {line.text: line.level for line in source.lines if line.level}
    assert levels == {"把门打开": 1, "走出去": 2}
    assert [line.text for line in source.lines if line.is_quote] == ["按语一句。"]


def test_markdown_lines_point_into_the_text():
    source = read("# 把门打开 #\n\n> 按语一句。\n".encode(), "page.md")
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)


def test_plain_text_with_a_hash_is_no_markdown():
    assert read(("一段正文。\n" * 100 + "# 1 号楼\n").encode(), "page.txt").format == "text"
