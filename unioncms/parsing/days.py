"""The day that a line of its own gives: a page's head, a web page's line of sources, a signature."""

import re
from calendar import monthrange

CHINESE_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "○": 0,
    "零": 0,
    "Ｏ": 0,
}
ZEROES = "〇○零Ｏ"
# 民國一一二年, 中華民國112年: the years of the Republic, which Taiwan counts on
_REPUBLIC = rf"(?:中华)?民国(?:[0-9]{{2,3}}|[{ZEROES}一二三四五六七八九十]{{2,3}})"
_YEAR = rf"(?:19|20)[0-9]{{2}}|[一二][{ZEROES}一二三四五六七八九]{{3}}|{_REPUBLIC}"
YEAR_OPENINGS = "12一二中民"  # what a year may begin with
FIRST_OF_REPUBLIC = 1912
MAGAZINE = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})[·／/](?P<month>[01]?[0-9])(?![0-9·／/])")
_NUMBER = r"[0-9]{1,2}|[正一二三四五六七八九十]{1,3}"
DAY = re.compile(rf"(?P<year>{_YEAR})\s*[-年./]\s*(?P<month>{_NUMBER})\s*[-月./]\s*(?P<day>{_NUMBER})\s*日?")
# `30.09.2014`, as some sites print it
DAY_FIRST = re.compile(
    r"(?<![0-9.])(?P<day>[0-3]?[0-9])\.(?P<month>[01]?[0-9])\.(?P<year>(?:19|20)[0-9]{2})(?![0-9.])"
)
MONTH = re.compile(rf"(?P<year>{_YEAR})\s*年\s*(?P<month>{_NUMBER})\s*月")
WEEKDAY = re.compile(r"(?:星\s?期|周|礼拜)\s?[一二三四五六日天]")


def day_in(text: str) -> str | None:
    """`2018年6月1日` → 2018-06-01, `二○二四年五月二十日` → 2024-05-20, `2018年6月` → 2018-06."""
    if found := DAY.search(text) or DAY_FIRST.search(text):
        year, month, day = year_of(found["year"]), number_of(found["month"]), number_of(found["day"])
        if 1 <= month <= 12 and 1 <= day <= monthrange(int(year), month)[1]:
            return f"{year}-{month:02}-{day:02}"
    found = MONTH.search(text) or MAGAZINE.search(text)
    if found and 1 <= number_of(found["month"]) <= 12:
        return f"{year_of(found['year'])}-{number_of(found['month']):02}"
    return None


def year_of(text: str) -> str:
    if "民国" in text:
        return str(FIRST_OF_REPUBLIC - 1 + years_of(text.partition("民国")[2]))
    return "".join(str(CHINESE_DIGITS.get(character, character)) for character in text)


def years_of(text: str) -> int:
    """`一一二` → 112, `九十八` → 98, `112` → 112"""
    digits = "".join(str(CHINESE_DIGITS.get(character, character)) for character in text)
    return int(digits) if digits.isdigit() else number_of(text)


def number_of(text: str) -> int:
    """`11` → 11, `二十一` → 21, `正` → 1; 0 where it is no number."""
    if text.isdigit() and text.isascii():
        return int(text)
    if text == "正":
        return 1
    tens, ten, ones = text.partition("十")
    if not ten:
        return CHINESE_DIGITS.get(text, 0)
    return 10 * CHINESE_DIGITS.get(tens, 1) + CHINESE_DIGITS.get(ones, 0)


DAYS = r"[0-9]{1,2}月[0-9]{1,2}日"
DAY_RANGE = re.compile(
    rf"[（(]?(?:(?:19|20)[0-9]{{2}}年)?{DAYS}\s*[-—–～~至]+\s*(?:{DAYS}|[0-9]{{1,2}}日)[）)]?"
    r"|[（(]?(?:(?:19|20)[0-9]{2}\.)?[01]?[0-9]\.[0-3]?[0-9]\s*[-—–～~至]+\s*(?:(?:19|20)[0-9]{2}\.)?[01]?[0-9]\.[0-3]?[0-9][）)]?"
)


END_OF_RANGE = re.compile(
    r"[-—–～~至]+\s*(?:(?:19|20)[0-9]{2}[年.])?(?:(?P<month>[0-9]{1,2})[月.])?[0-9]{1,2}(?![0-9月.])"
)


def months_of_range(text: str) -> str | None:
    """`2024年3月11日—3月17日` → 2024-03, `2024.3.25—4.1` → 2024"""
    first, last = day_in(text), END_OF_RANGE.search(text)
    if first is None or last is None:
        return first
    is_same = last["month"] is None or int(last["month"]) == int(first[5:7])
    return first[:7] if is_same else first[:4]


def without_ranges(text: str) -> str:
    return DAY_RANGE.sub("", text)


def is_day_range(text: str) -> bool:
    """`（2024年3月11日—3月17日）`: the days that a page tells of."""
    return DAY_RANGE.fullmatch(text) is not None
