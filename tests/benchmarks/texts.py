"""Pages to measure by: the specimens over and over, in each copy with other names, places and figures."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [
    path
    for folder in (ROOT / "seeds", ROOT / "tests" / "parsing" / "pages")
    for path in sorted(folder.iterdir())
    if path.suffix in (".txt", ".md")
]
# Mostly of names; changed for one another from copy to copy, so that a long page speaks of ever more people, places
# and bodies, as a real one does.
OF_NAMES = (
    "磊娜娟芳霞娥婷琳琪倩蓉梅桂兰菊莲翠珍淑慧敏静丽秀英玉凤燕虹雁萍莉洁颖琴瑶瑾璐婉晴岚汐澜沅淮泗溪岭峰岩松柏"
    "杉枫榆槐楠桐鹏鹤鸿雕涛浩瀚淼泽润清源海江河湖洲浦云霜雪雨雷晨曦旭晖昊天宇轩辕彪虎骏骁勇毅刚坚钧钢铭锋锐鑫"
)
DIGITS = "0123456789"


def copies() -> Iterator[bytes]:
    """Pages without end."""
    texts = [path.read_text(encoding="utf-8") for path in PAGES]
    for number in count():
        random = Random(number)
        turned = {}
        for characters in (OF_NAMES, DIGITS):
            others = list(characters)
            random.shuffle(others)
            turned |= str.maketrans(characters, "".join(others))
        for text in texts:
            yield (text.translate(turned) if number else text).encode()


def make_pages(size: int) -> list[bytes]:
    """About `size` bytes of UTF-8 in pages."""
    pages: list[bytes] = []
    for page in copies():
        pages.append(page)
        size -= len(page)
        if size <= 0:
            return pages
    raise AssertionError


def make_text(size: int) -> bytes:
    """The same as one page."""
    return b"\n\n".join(make_pages(size))
