"""What a hostile PDF may cost: pdfminer unpacks and reads without end, so while it reads, parts of it are replaced."""

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Lock
from types import SimpleNamespace
from typing import Any

from unioncms.parsing.reading.errors import Unreadable

MEGABYTE = 2**20
MOST_STREAM = 64 * MEGABYTE
MOST_UNPACKED = 200 * MEGABYTE
CHUNK = 64 * 1024
LONGEST_TOKEN = 64 * 1024  # pdfminer copies what it has of a string at every bracket in it
# Numbers, names and instructions: how many a page of pictures may have, and how many each glyph brings with it.
MOST_TOKENS = 800_000
TOKENS_OF_GLYPH = 20
TOO_MUCH_TO_DRAW = "这份 PDF 的绘图内容过大，无法读取，请分成几个文件再导入。"
_REPLACING = Lock()


class Spending:
    """What one file has cost so far, beside the glyphs it gave."""

    def __init__(self) -> None:
        self.glyphs = self.tokens = self.unpacked = 0

    def add_token(self) -> None:
        self.tokens += 1
        if self.tokens > MOST_TOKENS + TOKENS_OF_GLYPH * self.glyphs:
            raise Unreadable(TOO_MUCH_TO_DRAW)

    def decompress(self, data: bytes) -> bytes:
        unpacked, parts, size = zlib.decompressobj(), [], 0
        try:
            for at in range(0, len(data), CHUNK):
                parts.append(unpacked.decompress(data[at : at + CHUNK], MOST_STREAM))
                size += len(parts[-1])
                if unpacked.unconsumed_tail or size > MOST_STREAM or self.unpacked + size > MOST_UNPACKED:
                    raise Unreadable("这份 PDF 解压后过大，像是压缩炸弹，没有导入。")
        except zlib.error:
            pass  # a damaged stream: what came before the damage is read
        self.unpacked += size
        return b"".join(parts)


@contextmanager
def capped() -> Iterator[Spending]:
    """One file at a time: two that replace and put back across each other would leave the caps behind."""
    from pdfminer import pdfinterp, pdftypes, psparser

    spending = Spending()
    unpacking = SimpleNamespace(
        decompress=spending.decompress, decompressobj=zlib.decompressobj, error=zlib.error
    )
    with _REPLACING, ExitStack() as stack:
        stack.enter_context(_replaced(pdftypes, "zlib", unpacking))
        # Each token, and each step within a string or a name.
        for step in ("nexttoken", "_parse_string", "_parse_literal"):
            counted = _counted(getattr(psparser.PSBaseParser, step), spending)
            stack.enter_context(_replaced(psparser.PSBaseParser, step, counted))
        stack.enter_context(_replaced(pdfinterp.PDFContentParser, "get_inline_data", _pass_over_picture))
        yield spending


def _counted(step: Callable[..., Any], spending: Spending) -> Callable[..., Any]:
    def counted(parser: Any, *arguments: Any) -> Any:
        spending.add_token()
        if len(parser._curtoken) > LONGEST_TOKEN:
            raise Unreadable(TOO_MUCH_TO_DRAW)
        return step(parser, *arguments)

    return counted


def _pass_over_picture(parser: Any, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
    """A picture among the instructions; pdfminer looks for its end in quadratic time, and none is wanted."""
    parser.seek(pos)
    data = parser.fp.getvalue()
    end = re.compile(re.escape(target) + rb"\s").search(data, pos)
    parser.seek(end.end() if end else len(data))
    return pos, b""


@contextmanager
def _replaced(owner: Any, name: str, value: Any) -> Iterator[None]:
    whole = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, whole)
