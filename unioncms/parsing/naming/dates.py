"""Dates in running text, at the precision it gives.

6月27日 with the page's year → 2017-06-27; 1922年11月 … 27日 → 1922-11-27; 二〇二三年五月 → 2023-05; 昨日 with a page of
2018-06-01 → 2018-05-31. What cannot be worked out is None.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
    "Ｏ": "0",
}
NUMERAL = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})"
OPENING = "0-9０-９一二三四五六七八九十廿卅今去前明同当昨本上下这周次翌第“元"  # what a date may begin with
DATE = re.compile(
    rf"""(?=[{OPENING}])(?:
    (?P<full>(?P<y1>(?:1[89]|20)\d\d)[-./](?P<m1>\d{{1,2}})[-./](?P<d1>\d{{1,2}}))(?!\d)
    |(?P<year>(?:(?<!\d)(?:1[89]|20)\d\d|[一二][〇○零一二三四五六七八九]{{3}})\s?年|今年|去年|前年|明年|同年|当年|次年|翌年)(?!代|度|级)
     (?:(?P<m2>{NUMERAL})月(?:(?P<d2>{NUMERAL})(?:[日号曰]|(?=[早晚]|[上下]午)))?)?
    |(?<![0-9])(?P<m3>{NUMERAL})月(?P<d3>{NUMERAL})(?:[日号曰]|(?=[早晚]|[上下]午))
    |(?<![0-9人户家])(?P<m4>{NUMERAL})月(?:份|底|初|中旬|上旬|下旬|末)?(?=[，,、的间起 ]|以来|[^\d]{{0,1}})
    |(?<![0-9几多余])(?P<d5>[12]?[0-9]|3[01])(?:日(?![内后间游程行刊报夜均志历常前以起])|号(?=[，,、至晚早上下中凌傍]|\s))
    |(?P<same>当日|当天|同一天|同日|当晚|次日|翌日|第二天)
    |“?(?P<feast>元旦|三八|五一|五四|七一|八一|十一)(?:”|(?=节)|(?<=元旦))(?:国际)?[劳妇青建国]?[动女年军庆]?节?(?:[当那这]一?[天日])
    |(?P<near>昨日|昨天|昨晚|今日|今天|今晚|前天|前日|明天|明日)
    |(?P<week>[本上下这]周[一二三四五六日天]|周[一二三四五六日天](?=[，,上下晚早]))
    |(?P<month>同月|当月|本月|上个?月)(?:(?P<d6>{NUMERAL})[日号])?)""",
    re.VERBOSE,
)
IN_DATE = re.compile("[年月日号天晚周./-]")  # no DATE is without one
OF_A_DAY = ("full", "d2", "d3", "d5", "near", "week", "feast")
FEASTS = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "五一": (5, 1),
    "五四": (5, 4),
    "七一": (7, 1),
    "八一": (8, 1),
    "十一": (10, 1),
}
NEAR = {"昨": -1, "今": 0, "前": -2, "明": 1}
EVERY = ("每", "每年", "每月", "每周", "每逢")  # 每周三下午, 每年11月 tell of a habit
UNTIL = ("至", "到", "-", "—", "～", "~")
LONG_AGO = 20  # years
RECENT = 31  # days
MODERN = 1978  # a year behind this one is nobody's but its paragraph's, on a page that tells no year
OPENS = "，。；、：“（(,;:—… "  # what may stand before the time of all that follows
WEEKDAYS = "一二三四五六日"


@dataclass(slots=True)
class FoundDate:
    iso: str | None
    start: int
    end: int
    is_day: bool = False  # the words tell of one day, though perhaps not of which year


def number_of(numeral: str) -> int:
    """十八 → 18, 二十 → 20, 廿三 → 23, ２７ → 27"""
    if numeral.isdigit():
        return int(numeral)
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return 10 * (_digit(tens) if tens else 1) + (_digit(ones) if ones else 0)
    return int("".join(str(_digit(each)) for each in numeral))


def _digit(character: str) -> int:
    return int(DIGITS.get(character, "0"))


class Clock:
    """What a text has said of time so far. One serves one article; `published_on` stands for the page."""

    def __init__(self, published_on: str | None):
        parts = [int(part) for part in (published_on or "").split("-") if part.isdigit()]
        self.published = tuple(parts)
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.last_day: date | None = None
        self.last_year: int | None = None  # that the text has told of by its number
        self.is_carried = False  # whether the year is that of an earlier paragraph, long ago
        self.is_of_page = False  # whether the text has told of a day in the page's own year

    def turn(self) -> None:
        """A new paragraph: a year that the last one told of holds no longer, unless the whole is history."""
        page = self.published[0] if self.published else None
        if self.year and (self.is_of_page or self.year > (page - LONG_AGO if page else MODERN)):
            self.year = None
        self.is_carried = self.year is not None
        self.month = self.day = None

    @property
    def today(self) -> date | None:
        return _as_day(*self.published) if len(self.published) == 3 else None

    def find(self, text: str) -> Iterator[FoundDate]:
        """Dates in order; each sets the year and month for those after it."""
        if not IN_DATE.search(text):
            return
        before_asides, is_aside = self.year, False
        for found in DATE.finditer(text):
            before = text[max(0, found.start() - 2) : found.start()]
            if before.endswith(EVERY):
                continue
            keep = self.year
            iso = self._read(found)
            is_aside = is_aside or (_is_bare_year(found) and found.start() > 0 and before[-1] not in OPENS)
            self.is_carried = self.is_carried and not (found["year"] or found["full"])
            if found["year"] and (SINCE.search(before) or _is_spoken(text, found.start())):
                self.year = keep  # “从去年干到现在”, 自2019年…以来: they date nothing that is told behind
            if not before.rstrip().endswith(UNTIL):  # 18日至20日 is the 18th
                yield FoundDate(iso, found.start(), found.end(), any(found[kind] for kind in OF_A_DAY))
        if is_aside:
            self.year = before_asides  # 丈夫|去年|病故。1月16日，…

    def _read(self, found: re.Match) -> str | None:
        kind = found.groupdict()
        if kind["full"]:
            return self._set(int(kind["y1"]), int(kind["m1"]), int(kind["d1"]))
        if kind["year"]:
            return self._set(self._year_of(kind["year"]), _number(kind["m2"]), _number(kind["d2"]))
        if kind["m3"]:
            return self._month_and_day(_number(kind["m3"]), _number(kind["d3"]))
        if kind["m4"]:
            return self._month_and_day(_number(kind["m4"]), None)
        if kind["feast"]:
            return self._month_and_day(*FEASTS[kind["feast"]])
        if kind["d5"]:
            return self._set(self._assumed_year(), self._assumed_month(), int(kind["d5"]))
        if kind["same"]:
            return self._same(kind["same"])
        if kind["near"]:
            return self._shift(NEAR[kind["near"][0]])
        if kind["week"]:
            return self._weekday(kind["week"])
        return self._in_month(kind["month"], _number(kind["d6"]))

    def _year_of(self, printed: str) -> int | None:
        if printed[0] in "今去前明" and len(printed) == 2:
            base = self.published[0] if self.published else None
            return None if base is None else base + {"今": 0, "去": -1, "前": -2, "明": 1}[printed[0]]
        if printed in ("同年", "当年"):
            return self.year or self.last_year
        if printed in ("次年", "翌年"):
            return self.last_year + 1 if self.last_year else None
        return int("".join(DIGITS.get(each, each) for each in printed.rstrip("年 ")))

    def _assumed_year(self) -> int | None:
        return self.year if self.year is not None else (self.published[0] if self.published else None)

    def _assumed_month(self) -> int | None:
        """Of a bare 11日 behind a paragraph with 8月9日 that of the last day of this year, or else the page's."""
        if self.month is None and self.last_day and self.last_day.year == self._assumed_year():
            return self.last_day.month
        return (
            self.month if self.month is not None else (self.published[1] if len(self.published) > 1 else None)
        )

    def _month_and_day(self, month: int | None, day: int | None) -> str | None:
        """12月30日 on a page of January is of the year before."""
        today = self.today
        if self.is_carried and today and _is_just_before(today, month, day):
            self.year, self.is_carried = None, False  # an article that came to the present again
        if self._is_in_next_year(month, day):
            self.year = (self.year or 0) + 1
        year = self._assumed_year()
        if self.year is None and today and month and month > today.month + 6:
            year = today.year - 1
        keep = self.year
        self.is_of_page = self.is_of_page or (keep is None and bool(self.published))
        iso = self._set(year, month, day)
        self.year = keep
        return iso

    def _is_in_next_year(self, month: int | None, day: int | None) -> bool:
        """2023年11月，… 1月8日，… on a page of 2024: what is told in order goes on in the page's own year."""
        if not (self.today and self.year and self.month and month and month < self.month):
            return False
        then = _as_day(self.year + 1, month, day or 1)
        return self.year + 1 == self.today.year and then is not None and then <= self.today

    def _same(self, printed: str) -> str | None:
        if self.last_day is None:
            return None
        return (self.last_day + timedelta(days=printed in ("次日", "翌日", "第二天"))).isoformat()

    def _shift(self, days: int) -> str | None:
        return (self.today + timedelta(days=days)).isoformat() if self.today else None

    def _weekday(self, printed: str) -> str | None:
        """本周三 is in the week of the page; plain 周三 is the last one."""
        if self.today is None:
            return None
        weekday = WEEKDAYS.index(printed[-1].replace("天", "日"))
        monday = self.today - timedelta(days=self.today.weekday())
        day = monday + timedelta(days=weekday + {"上": -7, "下": 7}.get(printed[0], 0))
        if printed[0] == "周" and day > self.today:
            day -= timedelta(days=7)
        return day.isoformat()

    def _in_month(self, printed: str, day: int | None) -> str | None:
        year, month = self._assumed_year(), self._assumed_month()
        if printed[0] in "上本" and self.today:
            year, month = self.today.year, self.today.month
        if printed.startswith("上") and month:
            year, month = (year, month - 1) if month > 1 else ((year or 1) - 1, 12)
        return self._set(year, month, day)

    def _set(self, year: int | None, month: int | None, day: int | None) -> str | None:
        if month is not None and not 1 <= month <= 12:
            return None
        if day is not None and not 1 <= day <= 31:
            return None
        self.year = year if year is not None else self.year
        self.last_year = self.year or self.last_year
        self.month, self.day = month, day
        if year is None or (day is not None and month is None):
            return None
        if day is not None:
            whole = self.last_day = _as_day(year, month, day)
            return whole.isoformat() if whole else None
        return f"{year:04d}-{month:02d}" if month else f"{year:04d}"


def _is_bare_year(found: re.Match) -> bool:
    return found["year"] is not None and found["m2"] is None


def _is_spoken(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _is_just_before(today: date, month: int | None, day: int | None) -> bool:
    then = _as_day(today.year, month or 0, day or 0)
    return then is not None and 0 <= (today - then).days <= RECENT


def _as_day(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month, day)
    except (TypeError, ValueError, OverflowError):
        return None


def _number(printed: str | None) -> int | None:
    return number_of(printed) if printed else None


# 建党96周年 is 2017: what is counted, and the year from which.
ANNIVERSARY = re.compile(
    r"(?P<what>建党|中国共产党(?:成立)?|建国|新中国成立|中华人民共和国成立|建军|改革开放|抗战胜利|抗日战争胜利|全国总工会成立"
    r"|中华全国总工会成立)(?P<years>\d{2,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二]百)周年"
)
FOUNDED = {
    "建党": 1921,
    "中国共产党": 1921,
    "中国共产党成立": 1921,
    "建国": 1949,
    "新中国成立": 1949,
    "中华人民共和国成立": 1949,
    "建军": 1927,
    "改革开放": 1978,
    "抗战胜利": 1945,
    "抗日战争胜利": 1945,
    "全国总工会成立": 1925,
    "中华全国总工会成立": 1925,
}
YEAR = re.compile(r"(?P<year>(?:19[89]|20[0-4])(?<![\d.]...)\d)\s?年(?!代|级)")
# 到2025年, 2035年远景目标: years a text looks forward to.
FORWARD = re.compile(r"(?:到|(?<!截)至|力争|预计|规划|计划)$")
# 1968年6月出生, 1990年离休: what a life tells of its years says nothing of the page's.
OF_A_LIFE = re.compile(
    r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生|参加(?:工作|革命|地下|八路)|加入|入党|入伍|参军|毕业|任(?!务)|调[任入到]|离休|退休|进[入厂矿校]|起?先后|被?[授获评])"
)
AIM = re.compile(r"[起度]?(?:将|拟|计划)|远景|底?前(?!.?季度|.?个月)|建成|实现")
# 《云岭工运》2025年9月号: what a magazine is called by.
ISSUE = re.compile(r"(?P<year>20(?<!\d20)[0-4]\d)\s?年\s?(?P<month>1[0-2]|0?[1-9])\s?月[号刊]")
# 自2018年起, 2018年以来: the year in which something began, perhaps long ago
SINCE = re.compile(r"(?:自|自从|早在|始于)$")
BEGUN = re.compile(r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:始|起|以来|开始)")
# 3月19日，… and 23日下午，… at the beginning of a report, with no year: it is the page's own
OPENING_DAY = re.compile(
    r"^[^\n。]{0,24}?(?<!\d)(?:\d{1,2}月)?\d{1,2}[日号](?:[上下]午|晚|[，,])", re.MULTILINE
)
PRESENT = re.compile(
    r"今年|近日|日前|目前|当前|截至|年度|以来|去年|明年|本月|日讯|本报讯|季度|上半年|年[\u4e00-\u9fff]{0,4}工作(?:要点|安排|任务|部署|计划|思路)"
)


def year_of_page(text: str) -> str | None:
    """When a page without a date line was printed, as far as its words show it: the issue it names, an anniversary,
    or the latest year that it speaks of as present. None where all years are long past or none is printed."""
    if issue := ISSUE.search(text):
        return f"{issue['year']}-{int(issue['month']):02d}"
    years = {FOUNDED[found["what"]] + number_of_years(found["years"]) for found in ANNIVERSARY.finditer(text)}
    for found in YEAR.finditer(text):
        looks_forward = FORWARD.search(text, max(0, found.start() - 2), found.start())
        is_past = OF_A_LIFE.match(text, found.end()) or is_beginning(text, found)
        if not looks_forward and not is_past and not AIM.match(text, found.end()):
            years.add(int(found["year"]))
    if not years or not (PRESENT.search(text) or OPENING_DAY.search(text)):
        return None
    return str(max(years))


def is_beginning(text: str, year: re.Match[str]) -> bool:
    is_since = SINCE.search(text, max(0, year.start() - 2), year.start()) is not None
    return is_since and BEGUN.match(text, year.end()) is not None


def number_of_years(printed: str) -> int:
    return {"一百": 100, "二百": 200}.get(printed) or number_of(printed)
