"""What looks like a name and stands where places, towns or things are listed."""

import re
from collections.abc import Iterable, Iterator

from unioncms.parsing.naming.names.name import Name

CERTAIN = 8.0  # a score that no list speaks against
OF_PLACES = re.compile(
    r"(?:[、和与][\u3400-\u9fff]{2,3}){0,6}?等?[两二三四五六七八九十\d]{1,2}个?(?:县|市|区|地(?!点)|镇|乡|州|省|旗|村)(?!级)"
)
TOWNS = tuple("镇乡村")
TOWN_BEHIND = re.compile("[、和][\u3400-\u9fff]{2,3}[镇乡村]")
# 准备了|花露水、毛巾: what is given away is no person.
GIFTS = re.compile(
    r"(?:准备|送[去上来]|发放|分发|派发|装有|赠送|购[买置]|[配储]备|携带|带上|[煮熬泡做包切蒸]好|品尝|喝[着上])[了的]?(?:[\u3400-\u9fff]{2,6}[、和及]){0,4}$"
)
TAKES_PLACE = re.compile("举行|举办|召开|开幕|启动|开班|开赛|落幕|揭牌|签约")
WENT_TO = re.compile(r"(?:赶往|前往|奔赴|[^看]赴)(?:[\u3400-\u9fff]{2,3}[、和]){0,6}$")


def without_things(names: Iterable[Name], text: str) -> Iterator[Name]:
    """Names but those of a list that says they are places or things: 赶往古雷、杜浔, 还将走进柘荣、周宁两县,
    石桥乡、罗庄镇, 送上花露水、毛巾."""
    for name in names:
        is_thing = _is_place(name, text) or _is_shift(name, text) or _is_gift(name, text)
        if not _opens_report(name, text) and (name.score >= CERTAIN or not is_thing):
            yield name


def _opens_report(name: Name, text: str) -> bool:
    """江钢|讯 8月12日"""
    is_first = name.start == 0 and "讯" in text[name.end - 1 : name.end + 1]
    return is_first and text[name.end : name.end + 2] != "讯问"


def _is_place(name: Name, text: str) -> bool:
    is_venue = text[name.start - 1 : name.start] == "在" and TAKES_PLACE.match(text, name.end)
    is_town = text[name.end - 1] in TOWNS and _is_among_towns(name, text)
    is_listed = OF_PLACES.match(text, name.end) or WENT_TO.search(text, max(0, name.start - 20), name.start)
    return bool(is_venue or is_town or is_listed)


def _is_shift(name: Name, text: str) -> bool:
    """北门班|班长"""
    return name.text[-1] == "班" and text.startswith("班长", name.end)


def _is_gift(name: Name, text: str) -> bool:
    return GIFTS.search(text, max(0, name.start - 24), name.start) is not None


def _is_among_towns(name: Name, text: str) -> bool:
    return text[name.start - 2 : name.start - 1] in TOWNS or TOWN_BEHIND.match(text, name.end) is not None
