"""The archive that a Word file is, looked over before anything is unpacked.

Everything is told from the archive's directory, but for document types, for which the parts that will be parsed
are searched: neither an entity nor a bomb reaches a parser.
"""

import io
import re
import zipfile
import zlib

from unioncms.parsing.reading.errors import Unreadable

MEGABYTE = 2**20
MOST_ENTRIES = 2_000
MOST_UNPACKED = 200 * MEGABYTE
MOST_XML = 24 * MEGABYTE  # a parsed tree takes some ten times this
MOST_RATIO = 200
DOCUMENT = "word/document.xml"
OTHER_KINDS = {
    "xl/workbook.xml": "Excel 表格",
    "ppt/presentation.xml": "PPT 演示文稿",
    "content.xml": "OpenDocument 文件",
}
MACROS = re.compile(r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml)$", re.I)
MACRO_TYPE = re.compile(rb"macroenabled|vbaproject", re.I)
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def check_word_archive(data: bytes) -> None:
    """Raises Unreadable, in a sentence, for an archive that is no Word file or is not to be trusted."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_directory(archive, len(data))
            check_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Unreadable("这个 Word 文件已损坏，无法打开，请用 Word 重新保存。") from error


def check_directory(archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(f"这个压缩文件里有 {len(entries)} 个文件，超过上限 {MOST_ENTRIES} 个，没有导入。")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED:
        raise Unreadable(
            f"这个文件解压后有 {unpacked // MEGABYTE} MB，超过上限 {MOST_UNPACKED // MEGABYTE} MB，没有导入。"
        )
    if unpacked > MEGABYTE and unpacked > MOST_RATIO * size:
        raise Unreadable(f"这个文件的压缩率超过 {MOST_RATIO} 倍，像是压缩炸弹，没有导入。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("这个文件有密码保护，请去掉密码后再导入。")
    if len(set(names)) != len(names) or any(map(leads_outside, names)):
        raise Unreadable("这个文件的内部路径不正常（重名，或指向文件之外），没有导入。")
    if any(MACROS.search(name) for name in names):
        raise Unreadable("这个 Word 文件含有宏，请另存为不含宏的 .docx 后再导入。")
    if DOCUMENT not in names:
        kind = next((kind for name, kind in OTHER_KINDS.items() if name in names), "压缩文件")
        raise Unreadable(f"这是{kind}，不是 Word 文件（.docx），暂时读不了。")
    xml = sum(entry.file_size for entry in entries if is_xml(entry.filename))
    if xml > MOST_XML:
        raise Unreadable(
            f"这个 Word 文件的文字部分有 {xml // MEGABYTE} MB，超过上限 {MOST_XML // MEGABYTE} MB，请分成几个文件。"
        )


def leads_outside(name: str) -> bool:
    """`../../etc/passwd`, `/etc/passwd`, `C:\\windows`"""
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def check_parts(archive: zipfile.ZipFile) -> None:
    for entry in archive.infolist():
        if not is_xml(entry.filename):
            continue
        part = archive.read(entry)
        if DECLARATION.search(part.replace(b"\x00", b"")):  # UTF-16 too
            raise Unreadable("这个 Word 文件里声明了外部实体（DTD），没有导入。")
        if entry.filename == "[Content_Types].xml" and MACRO_TYPE.search(part):
            raise Unreadable("这个 Word 文件含有宏，请另存为不含宏的 .docx 后再导入。")
