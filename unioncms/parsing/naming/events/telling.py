"""A sentence and what stands in it, as the finders of events ask about it; and what one of them tells."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from unioncms.parsing.document import Passage
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.dates import FoundDate
from unioncms.parsing.naming.events.organisers import JOINTS, Organisers
from unioncms.parsing.naming.names.name import Name
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.patterns import words_finder

REPORTS = ("news", "feature", "photo", "digest")  # genres that tell what took place
CLAUSE_END = re.compile(r"[，。；！？,;!?]")
PHRASE_MARK = re.compile("[，。；！？,;“”《》]")  # ends a phrase, or quotes what may hold such marks
PLACE = re.compile(
    r"(?:(?<![所存现正])在|于|走进)([^，。；、在]{2,24}?)(?=(?:隆重|成功|联合|共同|正式|顺利|圆满|盛大|热烈|如期)*+(?:举办|举行|召开|开展|启动|参加|组织|会师|成立|$))"
)
NO_PLACE = ("随后", "中", "系统", "方面", "期间", "之际", "前夕", "过程")  # 在绿化工人中开展
BEHIND = re.compile(r"，?(?:已经?)?(?:[将拟定订]?于|[将在定订])?.?")  # 大赛|定于|5月20日在小剧场举行
# 去年，我们在长河镇举办了…: those who write are of the union of the article
OURS = re.compile(r"我们|我会|本会")
# 本会与市劳动局合办…, 本刊联合市总工会举办…
OUR_UNION = re.compile("[本我]会(?![场议员])")
OUR_PAPER = re.compile("本[报刊](?=[与和同联将拟决定举主自现面开])")
UNTIL = re.compile(" ?[至到—~～-]{1,2} ?")
NO_HOLDER = re.compile("代表大会|成立|周年|系统")
WITH_A_DAY = re.compile(r"[月日号周天晚]")
# 以她的名字|命名: how it is called, and no habit
NAMED_AFTER = re.compile(r"(?:^|以)[^，。；]{1,6}名字(?:命名)?的?")
# 今年|春节前
FEAST = re.compile("(?:春节|元旦|中秋|国庆|端午|元宵|“?[五七八十]一”?|三八)节?(?:前夕?|期间|后)")
SEASON = re.compile("[春夏秋冬]|正月|腊月|暑假|寒假|[年上下]半年|[年初底]")  # 今年|正月
HELPED = re.compile("由[^，。；主]{2,40}[承协]办")
HALF_DAY = re.compile("(?:[上下]午|晚上?|清晨)?.?")  # 4月29日上午，|2019年|
ZEAL = ("积极", "广泛", "大力", "深入", "扎实", "全面", "持续")  # the dictionary has 积极开展 in one word
MODERN = "1978"  # what an article tells of the years before is history
DATELINE = 6  # characters that may stand before who acts: 本报讯
# What stands before the name of an event and is none of it.
LEADING = re.compile(
    r"^(?:[：:■●★▲◆◎☆]|[\u3400-\u9fff]{2,4}：|[本新][\u3400-\u9fff]{1,3}[讯电][ 　]"
    r"|(?:[早晚]上|上午|下午|当[天晚]|昨晚)的|(?:随后|最近|刚刚|日前|近日|近期|不久前)(?:召开|举行|举办)的"
    r"|(?:历时|为期)[^，。；的]{1,8}的|了|的|过|一[场次期台](?!全[委体]|委员|常委)|首次|首届(?=.{9})|这次|此次|本次|今年|去年|昨日|由|为|主题为|以|[一二三四五六七八九十\d]+(?:期|届|场|次|个)(?![一二三四五六七八九十\d]+次|全[委体]|委员|常委))+"
)
# A meeting that is called by its kind alone, on a day: 15日下午，调研组召开|座谈会; a concert too.
PLAIN_MEETING = re.compile(
    r"(?:座谈|现场|恳谈|协商|表彰|总结|通报|报告|动员|联谊|茶话|职代|联席|协调)会|(?:文艺)?(?:晚会|节目|演出)"
)
SESSION = re.compile(
    r"(?:\d{4}年|第?[一二三四五六七八九十\d]{1,3}届|第[一二三四五六七八九十\d]{1,3}次|全委|全体|常委|职代会)"
)
LONGEST_NAME = 160  # characters after a verb that are looked at


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as one sentence tells it; bodies are as printed."""

    name: str
    date: str | None
    place: str | None
    organisers: tuple[Mention, ...]
    people: tuple[str, ...]
    is_reported: bool  # the text tells that it took place, and its union is the organiser when none is named
    passage: Passage
    is_deed: bool = False  # told by what was done on a day, without a name of its own
    is_lead: bool = False  # what a piece of news opens with, told by nothing but its day
    is_headline: bool = False  # the headline's words for what nothing below names
    is_plain: bool = False  # called by its kind alone, 座谈会
    is_by_us: bool = False  # 本会 holds it, with others or alone
    is_by_paper: bool = False
    is_next: bool = False  # a visit behind another one, on the same round
    is_ahead: bool = False  # announced for a later day, beside what the piece itself tells of


class Lists:
    """The word lists that events are told by, read once."""

    def __init__(self):
        verbs = load("event_verbs")
        self.verb = words_finder([*verbs, "荣获"])
        self.plain = frozenset(load("event_plain_verbs"))
        self.visitors = tuple(load("event_visitors"))
        self.noun = words_finder(load("event_nouns"))
        self.noun_or_drive = words_finder([*load("event_nouns"), "行动"])
        self.told = words_finder([*load("event_nouns"), "协商", "谈判", "之行", "集训"])
        self.modals = frozenset(load("event_modals"))
        self.actions = frozenset(load("event_actions"))
        self.no_deeds = frozenset(load("event_no_deeds"))
        self.present = words_finder(load("event_present"))


@cache
def lists() -> Lists:
    return Lists()


class Telling:
    """One sentence with its names, bodies and dates."""

    def __init__(
        self,
        sentence: Sentence,
        names: list[Name],
        bodies: list[Mention],
        dates: list[FoundDate],
        genre: str,
    ):
        self.sentence, self.text = sentence, sentence.text
        self.names, self.bodies, self.dates = names, bodies, dates
        self.genre, self.tells = genre, genre in REPORTS
        self.is_long_ago = bool(dates) and any((date.iso or MODERN) < MODERN for date in dates)
        self.is_history = genre == "digest" or self.is_long_ago
        self.is_caption = sentence.field.name == "caption"
        self.is_of_photo = self.is_caption and genre == "photo"
        self.is_anchored = self._is_anchored()

    @cached_property
    def organisers(self) -> Organisers:
        return Organisers(self.text, self.bodies)

    def is_task(self, at: int) -> bool:
        """要召开, 广泛开展 …: within the clause before the verb stands a word of intent or habit."""
        begin = max((found.end() for found in CLAUSE_END.finditer(self.text, 0, at)), default=0)
        index = self.sentence.index_of_start
        called = NAMED_AFTER.search(self.text, begin, at)
        begin = called.end() if called else begin
        inside = [self.sentence.words[index[offset]].text for offset in range(begin, at) if offset in index]
        return any(word in lists().modals for word in inside) or self.text.endswith(ZEAL, 0, at)

    def _is_anchored(self) -> bool:
        """今年 alone says no more than that it was not last year; nor does the year in which a notice asks for work."""
        is_asked = self.genre == "notice"
        for date in self.dates:
            is_past = not is_asked and self.text[date.start] != "今"
            is_of_season = SEASON.match(self.text, date.end) is not None
            if is_past or is_of_season or WITH_A_DAY.search(self.text, date.start, date.end):
                return True
        return bool(lists().present.search(self.text)) or (self.is_caption and self.tells)

    @cached_property
    def opens_news(self) -> bool:
        """本报讯 云州公路总段工会开展“好食堂”竞赛: the first words of a report say who did what, without a day."""
        field = self.sentence.field
        is_first = (
            self.genre == "news" and field.name == "body" and not field.block and not self.sentence.offset
        )
        return is_first and any(body.start <= DATELINE for body in self.bodies)

    def phrase_end(self, start: int) -> int:
        """The end of the phrase after the verb: the first mark outside quotation marks."""
        depth = 0
        limit = min(len(self.text), start + LONGEST_NAME)
        for mark in PHRASE_MARK.finditer(self.text, start, limit):
            if mark.group() in "“《":
                depth += 1
            elif mark.group() in "”》":
                depth -= 1
            elif depth <= 0:
                return mark.start()
        return limit

    def clause_start(self, at: int) -> int:
        """Behind the mark or the date that stands last before, but not inside quotation marks."""
        marks = [found.end() for found in CLAUSE_END.finditer(self.text, 0, at)]
        marks = [mark for mark in marks if self.text[:mark].count("“") == self.text[:mark].count("”")]
        return max(
            [0, *marks, *(date.end for date in self.dates if date.end <= at and not self._is_named(date))]
        )

    def _is_named(self, date: FoundDate) -> bool:
        """云州市总工会|2016年|助学金发放仪式; behind a day 4月29日，|2019年|全市表彰大会 and 云州市|2019年|职工运动会:
        the year belongs to the name."""
        if len(date.iso or "") != 4:
            return False
        if any(body.end == date.start for body in self.bodies):
            return True
        days = [day.end for day in self.dates if day.is_day and day.end <= date.start]
        return bool(days) and (
            HALF_DAY.fullmatch(self.text, days[-1], date.start) is not None
            or self.text.endswith(tuple("省市区县州旗"), 0, date.start)
        )

    def occasion(
        self,
        name: str,
        start: int,
        end: int,
        organisers: tuple[Mention, ...] = (),
        is_reported: bool = False,
        when: FoundDate | None = None,
        is_deed: bool = False,
        is_headline: bool = False,
    ) -> Occasion:
        place = self._place()
        date = when or self._date_of(start, end)
        is_printed = name == self.text[start:end]
        paper = OUR_PAPER.search(self.text, 0, start)
        if paper and CLAUSE_END.match(self.text, paper.start() - 1):  # 为庆祝总工会成立七十周年，|本刊开展…
            organisers = tuple(body for body in organisers if body.start > paper.start())
        return Occasion(
            self.sentence.printed(start, end) if is_printed else name,
            date.iso if date else None,
            place,
            organisers or (() if is_deed else self.named_after(start, end)),
            tuple(dict.fromkeys(each.text for each in self.names)),
            is_reported and self.tells and not self.is_long_ago,
            self.sentence.passage(start, end),
            is_deed,
            is_headline=is_headline,
            is_plain=PLAIN_MEETING.fullmatch(name) is not None,
            is_by_us=OUR_UNION.search(self.text, 0, start) is not None,
            is_by_paper=paper is not None,
        )

    def announced(self, start: int, end: int) -> tuple[Mention, ...]:
        """The bodies of which the sentence says that they hold what is named here."""
        found = tuple(body for body in self.organisers.announced() if body.end <= start or end <= body.start)
        # 市总工会定于6月1日举办|夜跑活动|，由市体育协会承办
        is_helped = HELPED.search(self.text, end) is not None and all(body.start >= end for body in found)
        return (*self.organisers.subjects(start), *found) if found and is_helped else found

    def without_leading(self, start: int, end: int) -> int:
        return end - len(LEADING.sub("", self.text[start:end]))

    def session_of(self, start: int, end: int) -> tuple[Mention, ...]:
        """省总工会|第十四届委员会第三次全体会议, 市政府与市总工会|第九次联席会议: the bodies whose session it is."""
        inside = (body for body in self.bodies if start <= body.start and body.end < end)
        whose = next((body for body in inside if SESSION.match(self.text, body.end)), None)
        if whose is None:
            return ()
        joined = tuple(body for body in self.organisers.holding(whose.end) if body.start >= start)
        return joined or (whose,)

    def _place(self) -> str | None:
        """Where it was; 于三月三十一日召开 and 在最近召开的 say when."""
        for place in PLACE.finditer(self.text):
            is_when = any(date.start <= place.start(1) < date.end for date in self.dates)
            is_when = is_when or place.group(1).endswith(NO_PLACE)
            if not is_when and not lists().present.fullmatch(place.group(1)):
                return place.group(1)
        return None

    def _first_days(self, dates: list[FoundDate]) -> list[FoundDate]:
        """8月24日|至26日: what took days is of the first of them."""
        return [
            date
            for number, date in enumerate(dates)
            if not number or not UNTIL.fullmatch(self.text, dates[number - 1].end, date.start)
        ]

    def named_after(self, start: int, end: int) -> tuple[Mention, ...]:
        """中交造船有限公司|职工焊接月赛: whose name opens that of an event holds it, if nobody else is said to; what is
        founded does not, nor who elects."""
        named: list[Mention] = []
        for body in sorted(self.organisers.bodies, key=lambda body: body.start):
            is_joined = (
                named and self.text[named[-1].end : body.start] in JOINTS
            )  # 市政府与|市总工会|联席会议
            if (body.start == start or is_joined) and body.end < end - 1:
                named.append(body)
        return () if not named or NO_HOLDER.search(self.text, named[-1].end, end) else tuple(named)

    def _date_of(self, start: int, end: int) -> FoundDate | None:
        """The last date before the name; right behind it, for 全省会议12日在京举行; or else the year inside it."""
        before = self._first_days([date for date in self.dates if date.end <= start])
        if before and len(before[-1].iso or "") == 4:  # 6月3日，|2024年|云州市职工运动会
            before = [date for date in before if len(date.iso or "") > 4] or before
        behind = [
            date for date in self.dates if date.start >= end and BEHIND.fullmatch(self.text, end, date.start)
        ]
        inside = [date for date in self.dates if start <= date.start < end and date.iso]
        at_end = [
            date for date in self.dates if date.start >= end and self.text.startswith("于", date.start - 1)
        ]
        return next(iter([*behind, *reversed(before), *inside, *at_end]), None)
