"""Bytes → text: every strict decoding that fits, ranked by how much it reads like Chinese.

Guessers misread short texts, and all of Big5's hanzi are valid GB18030, so no single test decides. A byte order
mark does; after it the pattern of NUL bytes; after it the share of common characters and punctuation.
"""

import codecs
from collections.abc import Iterator
from functools import lru_cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.reading.errors import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
SIGNATURES = (
    (b"%PDF", "PDF 文件"),
    (b"PK\x03\x04", "压缩文件或 Word 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 Excel 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"\x1f\x8b", "压缩文件"),
    (b"Rar!", "压缩文件"),
    (b"7z\xbc\xaf", "压缩文件"),
    (b"{\\rtf", "RTF 文件"),
)
CANDIDATES = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030"),
    ("big5hkscs", "Big5"),
    ("utf-16-le", "UTF-16LE"),
    ("utf-16-be", "UTF-16BE"),
)
SAMPLE = 20_000  # characters that are enough to rank a decoding
MOST_WORTHS = 70_000  # characters whose worth is kept
TOO_FOREIGN = 0.3  # a text that reads less like one than this is no text
NEAR_TIE = 0.08
MOST_LIKE = 1.0  # what `likeness` can be at most
UTF16_LIKENESS = 0.6


def decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text, the name of its encoding, and the doubts there are about it."""
    if not data.strip(b" \t\r\n\x00"):
        raise Unreadable("文件是空的，没有可读的文字。")
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return decode_marked(data, codec, name)
    refuse_signature(data)
    if 0 in data:
        return decode_with_zeros(data)
    return decode_ranked(data)


def decode_marked(data: bytes, codec: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        return data.decode(codec), name, ()
    except UnicodeDecodeError as error:
        raise undecodable(name, error.start) from error


def refuse_signature(data: bytes) -> None:
    for signature, kind in SIGNATURES:
        if data.startswith(signature) and (len(signature) > 2 or 0 in data[:64]):
            raise Unreadable(f"这是{kind}，不是文字文件，暂时读不了。")


def undecodable(name: str, offset: int) -> Unreadable:
    return Unreadable(
        f"文件像是 {name} 编码，但第 {offset} 个字节处的内容无法解码，请检查文件是否损坏。", offset
    )


def decode_with_zeros(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """NUL bytes speak for UTF-16, in which a line end and a digit hold one; a few strays are damage in another text."""
    for codec, name in CANDIDATES[3:]:
        text = strictly(data, codec)
        if text is not None and likeness(text) >= UTF16_LIKENESS:
            return text, name, ()
    if data.count(0) * 3 > len(data):
        raise Unreadable("这不像文字文件（含有大量空字节），无法导入。", data.index(0))
    return decode_ranked(data)


def decode_ranked(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    ranked = sorted(readings(data), key=lambda reading: -reading[0])
    damaged = damage_in_utf8(data)
    if damaged is not None and (not ranked or ranked[0][0] < damaged[0]):
        raise undecodable("UTF-8", damaged[1])
    if not ranked:
        raise undecodable("GB18030", first_failure(data))
    score, text, name = ranked[0]
    if score < TOO_FOREIGN and (name != "UTF-8" or is_binary(text)):
        raise Unreadable("这不像文字文件，无法导入。", 0)
    rivals = [other for other in ranked[1:] if score - other[0] < NEAR_TIE and other[1] != text]
    if rivals:
        return text, name, (f"文字按 {name} 编码读出，也可能是 {rivals[0][2]}，请核对有没有乱码。",)
    return text, name, ()


def is_binary(text: str) -> bool:
    """More than one control character in five: no damaged text has that many."""
    sample = text[:SAMPLE]
    controls = sum(character < " " and not character.isspace() for character in sample)
    return controls > 4 and controls * 5 > len(sample)


def readings(data: bytes) -> Iterator[tuple[float, str, str]]:
    """Each strict decoding with its rank: (0.93, "工会…", "GB18030")."""
    for codec, name in CANDIDATES:
        if codec.startswith("utf-16") and (len(data) % 2 or (b"\n\x00" not in data and len(data) > 4096)):
            continue  # a long UTF-16 text has line ends, which hold a NUL
        text = strictly(data, codec)
        if text is not None:
            # Bytes that are valid UTF-8 beyond ASCII are almost never anything else.
            rank = likeness(text) + (0.3 if codec == "utf-8" else 0.0)
            yield rank, text, name
            if rank >= MOST_LIKE + NEAR_TIE:
                return  # no other reading can come near


def strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def damage_in_utf8(data: bytes) -> tuple[float, int] | None:
    """How well the text reads as UTF-8 with its damage left in, and where the damage begins."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return likeness(data.decode("utf-8", errors="replace")) + 0.3, error.start
    return None


def first_failure(data: bytes) -> int:
    """The byte at which the decoding that gets furthest gives up."""
    furthest = 0
    for codec, _ in CANDIDATES[:3]:
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            furthest = max(furthest, error.start)
    return furthest


def likeness(text: str) -> float:
    """From below 0 to 1: the mean worth of the characters of a sample."""
    sample = text[:SAMPLE]
    return sum(map(WORTHS.__getitem__, sample)) / (len(sample) or 1)


class Worths(dict[str, float]):
    """What characters are worth, each told when it is first met."""

    def __missing__(self, character: str) -> float:
        if len(self) >= MOST_WORTHS:
            self.clear()
        self[character] = worth(character)
        return self[character]


WORTHS = Worths()


def worth(character: str) -> float:
    if character in common_characters() or character.isspace():
        return 1.0
    code = ord(character)
    if 0x20 <= code < 0x7F:
        return 0.8
    if code == 0xFFFD:
        return -0.3
    if code < 0x20:
        return -0.5
    if 0x4E00 <= code < 0xA000:
        return 0.3
    if 0xE000 <= code < 0xF900 or 0x80 <= code < 0xA0:
        return -2.0
    return 0.0 if 0x2000 <= code < 0x3400 or code >= 0xFF00 else -0.3


@lru_cache(maxsize=1)
def common_characters() -> frozenset[str]:
    return frozenset("".join(load("common_characters")))
