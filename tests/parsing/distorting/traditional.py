"""Any other layout in 繁體 with full-width digits."""

import json
from functools import cache
from pathlib import Path
from random import Random

from tests.parsing.distorting import newspaper, plain, web, wechat, word
from tests.parsing.distorting.sheet import Page, Printed

LAYOUTS = (plain, web, word, wechat, newspaper)
QUOTES = str.maketrans("“”‘’﹁﹂", "「」『』﹁﹂")
DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


@cache
def traditional_table() -> dict[int, str]:
    """traditional.txt: 国國, a pair a line, for characters of our pages (ICU, Simplified-Traditional)."""
    text = Path(__file__).with_name("traditional.txt").read_text("utf-8")
    return {ord(pair[0]): pair[1] for pair in text.split()}


def print_page(page: Page, name: str, draw: Random) -> Printed:
    printed = draw.choice(LAYOUTS).print_page(page, name, draw)
    text = printed.text.translate(traditional_table())
    if draw.random() < 0.5:
        text = text.translate(DIGITS)
    expected = json.dumps(printed.expected, ensure_ascii=False).translate(traditional_table())
    if draw.random() < 0.5:
        text, expected = text.translate(QUOTES), expected.translate(QUOTES)
    expected = json.loads(expected)
    return Printed(printed.name, text, {**expected, "source": printed.name})
