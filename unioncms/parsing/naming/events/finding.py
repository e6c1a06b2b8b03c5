"""Events: what the text reports as an occasion, with date, place, organisers and people.

Ways that lead to one: a verb such as 举办 before something called 大赛, or 开幕 behind it; 在 … 会议上 before what
was said there; a congress with its number; a headline that tells of one. `deeds` has those without a name. Tasks and
habits (要召开, 广泛开展) are none, nor are occasions without anything of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.dates import FoundDate
from unioncms.parsing.naming.events.announced import foretold, held_on, programmes
from unioncms.parsing.naming.events.chronicles import chronicled
from unioncms.parsing.naming.events.deeds import Deeds
from unioncms.parsing.naming.events.headlines import announced_by_headline, headlined
from unioncms.parsing.naming.events.inquiries import find_inquiries
from unioncms.parsing.naming.events.on_the_way import (
    HOLDING,
    OWN,
    competed_at,
    holders_of_session,
    passed_on,
    spoken_at,
    with_holder,
)
from unioncms.parsing.naming.events.opened import Opened
from unioncms.parsing.naming.events.telling import LEADING, OURS, PLAIN_MEETING, Occasion, Telling, lists
from unioncms.parsing.naming.events.visits import find_campaign, find_visits
from unioncms.parsing.naming.names.name import Name
from unioncms.parsing.naming.passages import Sentence

CONGRESS = re.compile(
    r"([\u3400-\u9fff]{2,14}?第[一二三四五六七八九十百\d]{1,4}[次届](?:会员)?代表大会(?:第[一二三四五六七八九十]{1,3}次(?:全体)?会议)?|[省市区县]总(?:工会)?[一二三四五六七八九十]{1,3}大(?=召开|闭幕|开幕))"
    r"(?!精神|工作部署|部署|报告|的|决议)"
)
# 柳州市工会|第十六次代表大会 is called after all unions of the place, and who holds it is not said.
ALL_UNIONS = re.compile(r"[省市区县州旗盟镇乡]工会$")
HOLDER = re.compile(r"(?:[会总厂院]|公司|集团)$")
PLAIN = re.compile(r"(?:(?![在由是于召举出参迎筹])[\u3400-\u9fff])+")
CALLED = re.compile(r"(?:召开|举行|出席|参加|迎来|筹备)了?")
ATTENDING = ("出席", "参加")
ATTENDED = re.compile(r"我(?:有幸|也)?参加了")
# 我们还将举办|“云州巧姐”技能比武: what has a name is told of in an essay too
WITH_A_NAME = re.compile(
    r"了?(?:首届|第[一二三四五六七八九十\d]+[届期])?“[^”。]{2,12}”[^，。；、]{0,8}(?:(?<!竞)赛|比武|晚会|仪式|展|运动会|读书会|论坛)(?=[，。；])"
)
GIVEN_NOTICE_OF = ("举办", "举行", "召开", "主办", "合办")
DECIDED_ON = (*GIVEN_NOTICE_OF, "开展", "组织")
# 这是市总工会|为货车司机|组织的体检
FOR_WHOM = re.compile("(?:为|给|面向)[^，。；]{2,20}$")
SINCE = ("起", "以来", "前", "底前")
AFTER_NAME = tuple("，。；、！？,;”（(和及与并等0123456789一二三四五六七八九十荣获上中现在走进就将已也又还正")
HOUSES = ("中心",)  # 在工人活动|中心
GENERAL = re.compile(r"^(?:哪些|哪个|什么|怎样|各类|各种|各项|各式|一系列|系列|多种|丰富|等)|为主题的")
# 召开|“金点子”颁奖会|: what is held is an occasion, by whatever word its name ends
HELD_KIND = re.compile(r"[^，。；、：]{3,30}(?<![工社机协学员])[会赛展宴]")
DOERS = ("者", "方", "权", "单位")
HOLDINGS = ("召开", "举行", "举办")
IS_HELD = re.compile("|".join(HOLDINGS))
# 全省职工运动会在南京开幕, 干部作风提升行动全面启动
TOOK_PLACE = re.compile(
    r"(?:工作|活动)?(?:经过[^，。；]{2,24}，)?(?:日前|近日|昨日|今日|当日|定于|将于|拟于|将|于)?(?:(?:[0-9]{1,2}月)?[0-9]{1,2}[日号](?:[上下]午|晚)?)?(?:[在于][^，。；]{2,24}?)?"
    r"(?:正式|隆重|成功|全面|顺利|圆满|胜利|如期|温情|精彩){0,2}"
    r"(?:举行|召开|举办|开幕|闭幕|启动|落幕|开赛|开班|结束|收官|启幕|揭晓|落下帷幕|拉开[帷序]幕|鸣锣|收拍|收赛|开学|开讲|开营|结营|结业|开席|开锣|开跑|开打|开战|打响|上演|正在进行|正在举行|画上句号|开展(?=[，。])|走进(?=[^，。；]{2,20}[，。]))(?!仪式|式)"
)
DECLARED = "宣布"
CONTESTS = ("赛", "比武", "汇演", "会演")
# 第三届职工技能运动会: what has a number took place, whatever is said of it.
NUMBERED = re.compile(r"第[一二三四五六七八九十百\d]{1,4}届|首届")
# 去年青石岭矿开放日，…; 15日晚的分组讨论上
AFTER_DATED = re.compile(r"[，。；上中时后（(]|期间|结束|现场|$")
# 拿了全省焊接比赛的第三名
PRIZE = re.compile(
    r"(?:[\u3400-\u9fff]{2,6}(?:项目|工种|赛项|组))?的?(?:[中上，]，?[他她]?(?:一举)?)?(?:[获夺]|[拿得摘捧](?:[了到下得回]){1,2}(?:第|[一二三特]等|冠|金|银|铜)|第[一二三四五六七八九十]名|[一二三特]等奖|冠军|[金银铜]牌)"
)
AT_MEETING = re.compile(
    r"(?:[上下]午|晚)?(?:召开|举行)?的(?P<name>[^，。；的]{0,10}?(?:职代|座谈|恳谈|协商|代表大|表彰|总结|现场|联席)会)[上中]"
)
PLACE_BEFORE = re.compile(
    r"(?:(?:(?![在到获得了于从是])[\u3400-\u9fff]){2,3}[省市区县]|[全本][省市区县]|全国)$"
)
PREDICATE = re.compile(r"[举召]|组织(?!单位|者|委)|开展|参加|主办|启动|进行|[在到了]|[我不没]")
HELD_BY_A_PLACE = ("庆祝", "纪念", "表彰")
REGION = re.compile(r"[\u3400-\u9fff]{2,7}[省市县区州旗]")
ROW = re.compile("，[^，。；]{4,30}(?:，[^，。；]{2,20}){0,2}[；。]")
INNER_VERB = re.compile(r"^[^“”《》]{2,24}?(?:开展|举办|举行|召开|开设)了?")


def find_occasions(
    sentence: Sentence, names: list[Name], bodies: list[Mention], dates: list[FoundDate], genre: str
) -> list[Occasion]:
    telling = Telling(sentence, names, bodies, dates, genre)
    finder = _Finder(telling)
    if sentence.field.name in ("headline", "subheadline"):
        return [*Opened(telling).told_of(), *announced_by_headline(telling)] or list(headlined(telling))
    deeds = Deeds(telling)
    found = _each_once(list(finder.named())) or list(deeds.pictured()) or list(find_campaign(telling))
    spans = [(each.passage.start, each.passage.end) for each in found]
    found += [deed for deed in deeds.dated(spans) if deeds.is_occasion(deed)]
    if not found and dates:
        found = list(deeds.scheduled()) or [deed for deed in deeds.lead() if deeds.is_occasion(deed)]
        found = found or list(chronicled(telling))
    return found or list(find_visits(telling))


def _each_once(found: list[Occasion]) -> list[Occasion]:
    """Without what another finder has told of: the first stays."""
    kept: list[Occasion] = []
    for each in found:
        span = each.passage
        if all(span.end <= other.passage.start or other.passage.end <= span.start for other in kept):
            kept.append(each)
    return kept


class _Finder:
    """Events of one sentence that have a name."""

    def __init__(self, telling: Telling):
        self.telling, self.text = telling, telling.text
        self.bodies = telling.bodies

    def named(self) -> Iterator[Occasion]:
        """As each way finds them; without a noun of an event or without a date half of the ways need not look."""
        has_noun = lists().noun_or_drive.search(self.text) is not None
        has_date, opened = bool(self.telling.dates), Opened(self.telling)
        if has_noun or "会上" in self.text:
            yield from spoken_at(self.telling)
        if has_noun:
            yield from competed_at(self.telling)
        if "大" in self.text:
            yield from self.congresses()
        if has_noun or IS_HELD.search(self.text):
            yield from self.held()
        if has_noun:
            yield from self.took_place()
        if has_date:
            yield from programmes(self.telling)
        if "传达" in self.text:
            yield from passed_on(self.telling)
        if has_date:
            yield from opened.founded()
        yield from opened.unveiled()
        if "“" in self.text:
            yield from opened.quoted()
        if has_noun:
            yield from self.won()
            yield from self.numbered()
            yield from self.on_a_day()
        if has_date:
            yield from opened.taught()
            yield from foretold(self.telling)
            yield from held_on(self.telling)
            yield from find_inquiries(self.telling)

    def congresses(self) -> Iterator[Occasion]:
        """攀枝花市工会第九次代表大会, 市总十九大召开"""
        for found in CONGRESS.finditer(self.text):
            called = max((verb.end() for verb in CALLED.finditer(self.text, *found.span(1))), default=0)
            start = self._word_start(max(self._whole_start(found.start(1)), called), found.end(1))
            owner = tuple(
                body for body in self.bodies if body.start == start and self._may_hold(body, found.end(1))
            )[:1]
            is_ours = called > 0 and not self.text.startswith(ATTENDING, called - 2)
            name = self.text[start : found.end(1)]
            owner = owner or holders_of_session(self.telling, name, start)
            yield self.telling.occasion(
                with_holder(name, owner), start, found.end(1), owner, is_reported=is_ours
            )

    def _may_hold(self, body: Mention, end: int) -> bool:
        """Whether the congress that ends there is the body's own, and not that at which it is founded."""
        is_holder = HOLDER.search(body.text) and not ALL_UNIONS.search(body.text)
        return bool(is_holder) and "成立" not in self.text[body.end : end]

    def _whole_start(self, start: int) -> int:
        """固镇县网|约车行业工会联合会…第一次会员代表大会: a long name goes back to the mark or the day before it."""
        begin = self.telling.clause_start(start)
        return begin if start - begin <= 16 and PLAIN.fullmatch(self.text, begin, start) else start

    def _word_start(self, start: int, end: int) -> int:
        """Where the body begins in whose name the congress is held."""
        begins = [body.start for body in self.bodies if start <= body.start < end]
        return min(begins) if begins else start

    def held(self) -> Iterator[Occasion]:
        """举办“花开知多少”知识竞赛: the verb, then one name or several with 、 between them."""
        reach = 0
        for verb in lists().verb.finditer(self.text):
            if self.text.startswith(DOERS, verb.end()):  # 举办|者
                continue
            if verb.start() < reach or self.telling.is_task(verb.start()):
                continue
            is_sure = self.telling.is_anchored or ATTENDED.search(self.text) or self._is_led(verb.end())
            if verb.group() in lists().plain and not is_sure:
                continue
            is_told = self.telling.tells or self.telling.is_anchored or ATTENDED.search(self.text)
            is_told = is_told or (self.telling.genre == "notice" and verb.group().endswith(GIVEN_NOTICE_OF))
            if not is_told and not WITH_A_NAME.match(self.text, verb.end()):
                continue
            end = self.telling.phrase_end(verb.end())
            parts = list(self._parts(verb.end(), end))
            is_held = verb.group().removesuffix("了").endswith(HOLDINGS)
            if not parts and is_held and HELD_KIND.fullmatch(self.text, verb.end(), end):
                parts = [(verb.end(), end)]
            for start, stop in parts:
                occasion = self._named(start, stop, verb)
                if occasion:
                    reach = stop
                    yield occasion

    def _is_led(self, at: int) -> bool:
        """Whether the first words of a report tell of something with a name in quotation marks."""
        return self.telling.opens_news and self.text.find("“", at, at + 8) >= 0

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The names in a list, cut at each 、 that stands outside quotation marks after an event's noun."""
        at = start
        for noun in lists().noun.finditer(self.text, start, end):
            if noun.start() < at:
                continue
            if self.text[: noun.start()].count("“") > self.text[: noun.start()].count("”"):
                continue
            stop = noun.end()
            following = self.text[stop : stop + 1]
            if following == "》":
                stop += 1
                following = self.text[stop : stop + 1]
            if stop < end and (following not in AFTER_NAME or self._goes_on(stop)):
                continue
            yield at, stop
            at = stop + (self.text[stop : stop + 1] in "、和及与")

    def _goes_on(self, at: int) -> bool:
        """在工人活动|中心, “安康杯”竞赛|现场会: what only looks like the end of a name."""
        return self.text.startswith(HOUSES, at) or lists().noun.match(self.text, at) is not None

    def _named(self, start: int, stop: int, verb: re.Match) -> Occasion | None:
        phrase = self.text[start:stop]
        if "等" in phrase[-8:] or GENERAL.search(phrase):
            return None
        name = LEADING.sub("", phrase)
        start = stop - len(name)
        rest = name
        for noun in (found.group() for found in lists().noun.finditer(name)):
            rest = rest.replace(noun, "")
        has_own = bool(OWN.search(name)) or any(start <= body.start < stop for body in self.bodies)
        if (
            not has_own
            and not (len(rest) >= 4 and verb.group() not in lists().plain)
            and not ((self.telling.is_anchored or self.telling.opens_news) and len(rest) >= 2)
            and not (PLAIN_MEETING.fullmatch(name) and self._is_dated(verb.start()))
        ):
            return None
        is_visit = verb.group().startswith(lists().visitors)
        by = self.telling.announced(start, stop)
        if cut := HOLDING.search(name):
            inside = [body for body in self.bodies if start <= body.start and body.end <= start + cut.start()]
            start += cut.end()
            return self.telling.occasion(self.text[start:stop], start, stop, by or tuple(inside[-1:]))
        if (cut := INNER_VERB.match(name)) and stop - start - cut.end() >= 4:
            start += cut.end()
        # 去年9月|举行的|全省焊接大赛: whoever speaks of it need not hold it
        is_told_of = verb.group().endswith("的") or self.text.startswith("的", verb.end())
        holders = self.telling.organisers.holding if is_told_of else self.telling.organisers.subjects
        by = by or (() if is_visit else holders(verb.start()))
        if is_told_of and not by and FOR_WHOM.search(self.text, 0, verb.start()):
            by = self.telling.organisers.subjects(verb.start())
        if not (by or is_visit or is_told_of):
            by = self.telling.organisers.bare_subject(self.telling.clause_start(verb.start()), verb.start())
        is_ours = OURS.search(self.text, self.telling.clause_start(verb.start()), verb.start()) is not None
        name = self.text[start:stop] if is_visit else with_holder(self.text[start:stop], by)
        name = self._place_of_holding(verb.start()) + name if name.startswith(HELD_BY_A_PLACE) else name
        is_reported = not is_visit and not (is_told_of and not by)
        occasion = self.telling.occasion(name, start, stop, by, is_reported=is_reported)
        # a notice says 6月20日举办演讲比赛 of what its union holds
        is_ours = is_ours or (self.telling.genre == "notice" and is_reported)
        return replace(occasion, is_reported=True) if is_ours and not is_visit else occasion

    def _is_dated(self, at: int) -> bool:
        return any(date.iso and date.end <= at for date in self.telling.dates)

    def _place_of_holding(self, at: int) -> str:
        """太原市|召开庆祝“五一”表彰大会: the place whose meeting it is, where nobody else holds it."""
        place = REGION.fullmatch(self.text, self.telling.clause_start(at), at)
        return place.group() if place else ""

    def took_place(self) -> Iterator[Occasion]:
        """日前，全市工会女职工工作会议在云州召开: the name, then that it was held."""
        is_lead = self.telling.tells and self.telling.sentence.field.block == 0
        if not self.telling.is_anchored and not is_lead:
            return
        for noun in lists().noun_or_drive.finditer(self.text):
            after = TOOK_PLACE.match(self.text, noun.end())
            if not after:
                continue
            start = self._name_start(noun.start())
            if self.text.find(DECLARED, start, noun.start()) > start:
                continue  # 副省长李立|宣布大赛闭幕
            held_by: tuple[Mention, ...] = ()
            if cut := HOLDING.search(self.text, start, noun.start()):
                held_by = self.telling.organisers.holding(cut.start())
                start = self.telling.without_leading(cut.end(), noun.end())
            if 4 <= noun.end() - start <= 50 and not self.telling.is_task(start):
                by = self.telling.announced(start, noun.end()) or held_by or self._owners(start, noun)
                drive = after.group()[-2:] if noun.group() == "行动" else ""
                yield self.telling.occasion(self.text[start : noun.end()] + drive, start, noun.end(), by)

    def _name_start(self, at: int) -> int:
        """Where the name begins that a noun at `at` ends: behind the mark or the day before it."""
        return self.telling.without_leading(self.telling.clause_start(at), at)

    def _owners(self, start: int, noun: re.Match) -> tuple[Mention, ...]:
        """云州市总工会五届三次全委会: whose meeting it is; of a bare 签约仪式 those whose deed was told before."""
        if start == noun.start():
            return self.telling.organisers.subjects(start)
        if whose := self.telling.session_of(start, noun.end()):
            return whose
        owners = self.telling.named_after(start, noun.end())
        if owners and self._acts_behind(owners[0].end):
            return owners[:1]
        return owners if noun.group().endswith(("全会", "全委会", "职代会", "会议")) else ()

    def _acts_behind(self, at: int) -> bool:
        """省建材工会|传达…精神会议, 云州市总工会|庆祝…大会: who acts in the name of what was held."""
        index = self.telling.sentence.index_of_start.get(at)
        return index is not None and self.telling.sentence.words[index].tag == "v"

    def won(self) -> Iterator[Occasion]:
        """拿了全省焊接比赛的第三名 → 全省焊接比赛"""
        if not any(contest in self.text for contest in CONTESTS):
            return
        for noun in lists().noun.finditer(self.text):
            if not noun.group().endswith(CONTESTS) or not PRIZE.match(self.text, noun.end()):
                continue
            start = max(self._name_start(noun.start()), self.text.rfind("在", 0, noun.start()) + 1)
            if own := OWN.search(self.text, start, noun.start()):
                yield self._own_name(own, start, noun)

    def numbered(self) -> Iterator[Occasion]:
        """在凤梧市第三届职工技能运动会的赛场上 → 凤梧市第三届职工技能运动会"""
        if "届" not in self.text:
            return
        for number in NUMBERED.finditer(self.text):
            noun = lists().noun.search(self.text, number.end(), self.telling.phrase_end(number.end()))
            if noun and noun.end() - number.end() <= 20 and not self.telling.is_task(number.start()):
                yield self._own_name(number, self._name_start(number.start()), noun)

    def _own_name(self, own: re.Match, start: int, noun: re.Match) -> Occasion:
        """The name from the body or place right before what is its own."""
        begin = own.start()
        owner = next((body for body in self.bodies if body.end == begin), None)
        if owner:
            begin = owner.start
        elif place := PLACE_BEFORE.search(self.text[start:begin]):
            begin -= len(place.group())
        by = self.telling.announced(begin, noun.end()) or self.telling.session_of(begin, noun.end())
        return self.telling.occasion(self.text[begin : noun.end()], begin, noun.end(), by)

    def on_a_day(self) -> Iterator[Occasion]:
        """去年青石岭矿开放日，我带着小孙女来到展厅 → 青石岭矿开放日; 去年11月的|职代会|上"""
        for date in self.telling.dates:
            if date.iso and (at := AT_MEETING.match(self.text, date.end)):
                by = self.telling.organisers.subjects(date.start)
                yield self.telling.occasion(at["name"], *at.span("name"), by, when=date)
            begin = date.end + (date.start == 0 and self._is_row(date.end))
            end = self.telling.phrase_end(begin)
            nouns = list(lists().noun.finditer(self.text, begin, end))
            # “安康杯”竞赛|组织单位交流会: of a row the last
            last = nouns[-1:] if begin > date.end else nouns
            noun = next((each for each in last if AFTER_DATED.match(self.text, each.end())), None)
            if self.text.startswith(SINCE, date.end):
                continue
            if not noun or noun.start() == begin:
                continue
            start = self.telling.without_leading(begin, noun.end())
            if 4 <= noun.end() - start <= 24 and not PREDICATE.search(self.text, start, noun.end()):
                by = self.telling.session_of(start, noun.end())
                if self.text.endswith(DECIDED_ON, 0, date.start):  # 决定开展|2024年|送清凉活动
                    start, by = date.start, by or self.telling.organisers.subjects(date.start)
                yield self.telling.occasion(self.text[start : noun.end()], start, noun.end(), by, when=date)

    def _is_row(self, at: int) -> bool:
        """7月9日，|女职工健康讲座，|文化宫；: what is on that day, and where, and nothing else."""
        return ROW.fullmatch(self.text, at) is not None
