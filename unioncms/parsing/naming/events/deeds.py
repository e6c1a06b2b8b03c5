"""Events without a name of their own: a dated clause in which somebody does something once, a caption with a deed.

当日，韩文涛还慰问了 …; 三厂工人同时罢工: a crowd does things too, and in a mine water does. Weather that is told of in
passing is no occasion.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.dates import FoundDate
from unioncms.parsing.naming.events.deed_names import CALL, LONGEST_DEED, VISITS, deed_name
from unioncms.parsing.naming.events.organisers import JOINTS
from unioncms.parsing.naming.events.telling import CLAUSE_END, FEAST, LEADING, Occasion, Telling, lists
from unioncms.parsing.naming.events.visits import ABOUT
from unioncms.parsing.naming.passages import Word

# 三厂工人七千余人同时罢工
PEOPLE = re.compile(
    r"工人|职工|矿工|女工|双方|群众|队员|志愿者|代表|党员|干部|班子|[多余百千万\d一二两三四五六七八九十][人名位]"
)
SETTLED = ("调解", "协议", "和解")
UNDER_WHOM = re.compile(r"在[^，。；]{2,30}下(?=，)")  # 在县仲裁院主持下，|双方达成协议
HEARINGS = ("开庭", "达成调解协议", "达成协议")
COMING = {"到", "赶到", "赶赴", "来到", "赴", "前往", "走进", "抵达", "深入", "到访"}
# 把四十一家理发店的老板请到茶棚, 提了一条意见, 说: such a clause is no name of anything.
OPINION = re.compile(
    r"把(?![关手握脉]|[^，。；]{2,20}送[到去上给])|被(?![子褥])|的[是有]|说(?![明法唱])|意见(?!箱)|：|才(?![能艺华])|就(?![业诊医餐近地职任座义])|却|便(?![民利捷])"
    r"|让|为由|(?<!请)[他她它我你](?!家)们?"
)
SPEAKER = re.compile(r"(?:[我他她](?:们|一行)?)?")  # 我到石门沟看望快递员, 他还到…
COUNTED = re.compile(r"共(?:有|计)?\d|一共|总共|已有|收到|累计")  # 当天|共有86名农民工扫码入会
# What a paper says of a day without telling of an event.
TOLD_TO = ("了解到", "获悉", "得知", "看到")
NO_LEAD = re.compile(r"获悉|了解到|印发|出台|下发|公示|公布|显示|截至|截止|据统计|消息|来信|热线")
CEREMONY = re.compile("为(?!获奖)[^，。；]{2,20}(?:颁奖|授奖|授牌|授旗|揭牌|剪彩)")
PARTY = re.compile(r"(?:同志)?一行，")
LED_BY = re.compile(r"(?:同志)?(?:一行)?(?:[带率]领|[带率]队|率|乘车|驱车|冒[雨雪])")
LED = ("带队", "率队")  # says who, not what
UNTIL = re.compile(r"(?:[至到自从]|截止)$")  # 从4月持续到|10月
# 上午, 凌晨四点: between a date and what was done.
HELD_THERE = re.compile(r"[在于][^，。；]+?(?:举行|举办|召开|进行|开幕|闭幕|落幕|启动|开赛|开班)")
WHERE = re.compile(
    r"在(?:(?![举召开慰看走])[\u3400-\u9fff“”]){2,16}|(?:(?![在到把为])[\u3400-\u9fff“”]){4,24}(?:[内里]|现场|门口|门前)"
)
ROW = re.compile(
    r"(?:[至到—~～-]+(?:[0-9]{1,2}月)?[0-9]{1,2}[日号])?[：:]"
    r"(?P<name>(?!截止|报名|提交|公布|公示|评审|初审|开始)[^，。；：（）]{6,24})(?=[，；。（]|$)"
)
HOUR = re.compile(
    r"(?:[，,、 底初许]|[至到—~～-]+(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]"
    r"|[（(](?:周|星期)[一二三四五六日天][）)]"
    r"|(?:春节|元旦|中秋|国庆|端午|元宵|“?[五七八十]一”?|三八)节?(?:前夕?|期间|后)|的一天|[上下]午|凌晨|清晨|早[上晨]|傍晚|晚[上间]?|中午|正午|[当深]?夜(?:里|班)?"
    r"|[0-9一二三四五六七八九十]{1,3}[时点](?:[0-9一二三四五六七八九十]{1,3}分|半)?)+"
)
NO_DAY_AFTER = ("的", "以来", "起", "前", "后", "底前", "至今", "为止")
DATELINE = 14  # characters that may hold 本报讯 before 日前
LONGEST_WHO = 20
OPENING = 4  # characters before the date that a caption opens with
LATE_OPENING = 12
SAID_BEFORE = re.compile(r"说[，：:]?[“]?$")  # 王金龙高兴地说，|今天 …
SETTING = 12  # characters of a clause that may stand between a date and what was done: 天刚亮
# 出台了一批办法, 解决了三个难题: work that goes on.
JOINING = ("联合", "会同", "携手", "联手", "邀请")
GIVING = ("送", "捐", "递", "寄", "带", "拉")
DIRECTIONS = ("去", "来", "上", "到", "出", "进", "给", "了")
UNION = re.compile(r"工会|[省市区县州]总$|职工服务中心$")


HEARING_BODY = re.compile(r"法院$|仲裁(?:委员会|院|庭)$")


class Deeds:
    def __init__(self, telling: Telling):
        self.telling, self.text = telling, telling.text
        self.words = telling.sentence.words
        self.tells_news = telling.genre in ("news", "photo") or telling.is_history

    def pictured(self) -> Iterator[Occasion]:
        """A photo's caption that shows somebody doing something; beside an article only 谭敦龙为工匠颁奖."""
        telling = self.telling
        if not (telling.is_caption and telling.tells and telling.names):
            return
        start = telling.names[-1].end
        end = telling.phrase_end(start)
        is_shown = telling.is_of_photo or CEREMONY.fullmatch(self.text, start, end)
        if end - start >= 4 and is_shown and self._acts(start, end):
            yield telling.occasion(self.text[start:end], start, end, is_reported=True)

    def dated(self, taken: list[tuple[int, int]]) -> Iterator[Occasion]:
        """A clause after each date, with somebody and something done once; `taken` are spans of events that have
        names."""
        offset, done = self.telling.sentence.offset, 0
        dates = self._dates()
        for number, when in enumerate(dates):
            if when.start < done or not self._may_date(when):
                continue
            limit = dates[number + 1].start if number + 1 < len(dates) else len(self.text)
            reach = max(limit, self.telling.phrase_end(when.end)) + offset
            if any(when.start + offset <= end and start <= reach for start, end in taken):
                continue
            if self.telling.is_task(limit):
                continue
            hour = HOUR.match(self.text, when.end)
            start = hour.end() if hour else when.end
            if occasion := self._done(start, limit, when):
                done = occasion.passage.end - offset
                yield occasion

    def scheduled(self) -> Iterator[Occasion]:
        """A row of a schedule, 12月20日至25日：走访转岗职工，每户一千元；"""
        dates = self.telling.dates
        if not dates[0].start and (row := ROW.match(self.text, dates[0].end)):
            yield self.telling.occasion(row["name"], *row.span("name"), when=dates[0])

    def lead(self) -> Iterator[Occasion]:
        """What the first paragraph of a piece of news or a caption says of a day, where nothing in it tells an event:
        11月5日，市总工会主席韩文涛带队，把60床棉被送到养护站."""
        sentence = self.telling.sentence
        is_first = sentence.field.block == 0 and sentence.field.name in ("body", "caption")
        may_lead = is_first and self.telling.genre in ("news", "photo", "roundup")
        if not may_lead or NO_LEAD.search(self.text):
            return
        for when in self.telling.dates:
            if not when.is_day or not self._may_date(when):
                continue
            hour = HOUR.match(self.text, when.end)
            start = hour.end() if hour else when.end
            end = self.telling.phrase_end(start)
            who = self._who(start, len(self.text))
            if WHERE.fullmatch(self.text, start, end):  # 在吴小街镇，|炊事员何长根指着取暖器说
                return
            if not who or self.telling.is_task(end) or self._goes_by(start, end):
                return
            if self._only_leads(start, end) or not self._tells_enough(start, end):
                start, end = min(end + 1, len(self.text)), self.telling.phrase_end(end + 1)
            end = self._with_next(start, end)
            if end - start >= 6:
                yield replace(self._occasion(start, end, when, who), is_lead=True)
            return

    def is_occasion(self, deed: Occasion) -> bool:
        """木工班长走进服务中心: what a report tells on its way is none, unless a union does it or visits somebody."""
        if deed.name.endswith(TOLD_TO):
            return False  # 记者近日|从云州市总工会了解到|，
        is_on_the_way = deed.is_lead or self.telling.sentence.field.block > 0
        is_report = (
            self.telling.genre in ("news", "feature") and is_on_the_way and not self.telling.is_long_ago
        )
        return (
            bool(deed.organisers)
            or not is_report
            or any(told in deed.name for told in (*VISITS, *HEARINGS, "到访"))
        )

    def _only_leads(self, start: int, end: int) -> bool:
        """市总工会主席韩文涛率慰问组，|先后来到 …: who came, and not what was done."""
        names = [name.end for name in self.telling.names if start <= name.start < end]
        if any(PARTY.match(self.text, at) for at in names):
            return True  # 新当选的市总工会主席韩文涛一行，|先后来到 …
        if self._acts(start, end) - COMING:
            return False
        return any(LED_BY.match(self.text, at) for at in names)

    def _goes_by(self, start: int, end: int) -> bool:
        """会议室坐满了代表: what tells no deed."""
        return any(word.text in lists().no_deeds for word in self.words if start <= word.start < end)

    def _with_next(self, start: int, end: int) -> int:
        """在调度场支起炉灶，|替夜班驾驶员煮粽子: the next clause too, where it goes on and both are short."""
        following = self.telling.phrase_end(end + 1)
        is_next = end < len(self.text) and self.text[end] == "，" and following - start <= LONGEST_DEED
        return following if is_next and not self._who(end + 1, following) else end

    def _tells_enough(self, start: int, end: int) -> bool:
        """Whether something is said behind whoever the clause names."""
        doers = [
            each.end for each in (*self.telling.names, *self.telling.bodies) if start <= each.start < end
        ]
        behind = max(doers, default=start)
        inside = (word for word in self.words if behind <= word.start < end)
        return end - behind > 4 or any(word.tag in ("v", "vn") and word.text not in LED for word in inside)

    def _dates(self) -> list[FoundDate]:
        """Those of the sentence; where there is none, the 日前 of a report."""
        if self.telling.dates or self.telling.genre not in ("news", "photo"):
            return [date for date in self.telling.dates if date.iso or date.is_day]
        recent = lists().present.search(self.text, 0, DATELINE)
        return [FoundDate(None, *recent.span())] if recent else []

    def _may_date(self, when: FoundDate) -> bool:
        if UNTIL.search(self.text, 0, when.start):
            return False
        if self.telling.is_of_photo and not self._opens_caption(when):
            return False
        if self.text.startswith(NO_DAY_AFTER, when.end) and not self.text.startswith("的一天", when.end):
            return False
        is_day = when.iso is None or len(when.iso) > 4 or FEAST.match(self.text, when.end) is not None
        return is_day or (self._opens(when) and self.text[when.start] in "12一二")

    def _opens_caption(self, when: FoundDate) -> bool:
        """Also behind a clause that only sets the scene: 端午将至，5月18日晚"""
        at = when.start + self.telling.sentence.offset
        return at <= OPENING or (at <= LATE_OPENING and self.text[when.start - 1] == "，")

    def _opens(self, when: FoundDate) -> bool:
        """Whether the date opens the sentence or a clause: only then does a bare year date what follows."""
        return when.start == 0 or self.text[when.start - 1] in "，。；（“"

    def _done(self, start: int, limit: int, when: FoundDate) -> Occasion | None:
        telling, begin = self.telling, start
        start, end = self._clause(start, limit)
        if telling.is_of_photo and end - start >= 6:
            return self._occasion(start, self._with_next(start, end), when, self._who(start, limit))
        acts = self._acts(start, end)
        if acts & COMING and (visit := self._visit(end, limit)):  # 赶到|抢修一线，看望了电工
            end = telling.phrase_end(visit)
        elif not acts - COMING:
            later = self._visit(end, limit) or self._goes_on(start, end, limit)
            if later is not None:
                end = telling.phrase_end(later)
            elif not self._acts(start, end) and not self._leads(when, start, end):
                return None
        who = self._who(begin, limit) or [each for each in telling.bodies if self._is_before(each, when)]
        end = min(end, limit)
        if self._is_company(start, end) or SAID_BEFORE.search(self.text, 0, when.start):
            return None
        is_call = CALL.search(self.text, start, end + 1) is not None
        if (end - start < 6 and not is_call) or (self._only_arrives(start, end) and not who):
            return None
        if COUNTED.match(self.text, start) or any(
            body.start == start and body.end >= end for body in self.telling.bodies
        ):
            return None  # 8月19日，|云州市总工会|2016年…仪式
        if HELD_THERE.fullmatch(self.text, start, end):
            return None  # 朗诵大赛定于5月20日|在小剧场举行: what, stands before
        said = start + len(SPEAKER.match(self.text, start).group())
        if OPINION.search(self.text, said, end) and not ABOUT.search(self.text, said, end):
            return None
        is_told = is_call or "开庭" in self.text[start:end] or PEOPLE.search(self.text, start, limit)
        if not who and not is_told:
            return None
        return self._occasion(start, end, when, who)

    def _is_company(self, start: int, end: int) -> bool:
        """在市政协副主席、总工会主席张锦鸣等陪同下: who came along, and nothing that was done."""
        return self.text.startswith("在", start) and not self._acts(start, end)

    def _occasion(self, start: int, end: int, when: FoundDate, who: list) -> Occasion:
        act = min(
            (word.start for word in self.words if word.start >= start and self._is_act(word)), default=end
        )
        doers = self._doers(start)
        told = end
        if (behind := self._behind_partners(doers[-1].end if doers else start, end)) is not None:
            start, told = behind, self.telling.phrase_end(behind)
        elif doers and end - doers[-1].end >= 6:  # 县总工会、县卫生局|为护士过生日
            index = self.telling.sentence.index_of_start.get(doers[-1].end)
            if index is not None and self.words[index].tag[:1] in "vpd":
                start = doers[-1].end
        subjects = self.telling.organisers.subjects(min(act, end))
        announced = self.telling.organisers.announced()
        is_visited = not subjects and any(UNION.search(body.text) for body in self.telling.bodies)
        acting = HEARING_BODY if self.text.find("开庭", start, end) >= 0 else UNION
        unions = announced or doers or self._with_partners(subjects, acting)
        unions = unions or [body for body in self.telling.bodies if self._is_before(body, when)]
        name = deed_name(self.telling, start, told, who)
        name = self._who_before(when) + name if name.startswith(tuple(COMING)) else name
        is_reported = bool(who) and not is_visited  # 市委副书记到|市总工会|看望职工
        return self.telling.occasion(name, start, told, tuple(unions), is_reported, when, is_deed=True)

    def _is_before(self, body: Mention, when: FoundDate) -> bool:
        """长河县船员协会|5月20日|约见港务局: whose deed it is."""
        return body.end == when.start and body.text.endswith("会") and not body.is_inside

    def _who_before(self, when: FoundDate) -> str:
        """长河县总工会|5月20日|来到码头: who comes stands before the day, and the rest is no name."""
        begin = self.telling.clause_start(when.start)
        doers = [each.end for each in (*self.telling.names, *self.telling.bodies)]
        is_doer = when.start in doers or self.text.startswith("”", when.start - 1)
        who = LEADING.sub("", self.text[begin : when.start]) if is_doer and when.start else ""
        return who if len(who) <= LONGEST_WHO else ""

    def _with_partners(self, subjects: tuple[Mention, ...], acting: re.Pattern) -> list[Mention]:
        """县总工会联合|县卫生局、县医院|，把义诊办进车间: the unions that act, and who is joined to them."""
        acts: list[Mention] = []
        for body in subjects:
            is_joined = acts and self.text[acts[-1].end : body.start] in JOINTS
            if is_joined or acting.search(body.text):
                acts.append(body)
        return acts

    def _doers(self, start: int) -> list[Mention]:
        """The union that opens the clause, and the bodies that are joined to it by 、 or 和."""
        doers: list[Mention] = []
        for body in sorted(self.telling.organisers.bodies, key=lambda body: body.start):
            if doers:
                belongs = self.text[doers[-1].end : body.start] in JOINTS
            else:
                belongs = body.start == start and UNION.search(body.text) is not None
            if belongs:
                doers.append(body)
        return doers

    def _who(self, start: int, limit: int) -> list:
        return [each for each in (*self.telling.names, *self.telling.bodies) if start <= each.start < limit]

    def _clause(self, start: int, limit: int) -> tuple[int, int]:
        """The clause that begins here, or the next one where this only sets the scene: 天刚亮，|志愿者就赶到 …"""
        if under := UNDER_WHOM.match(self.text, start, limit):
            start = under.end() + 1
        end = self.telling.phrase_end(start)
        if self.tells_news and self._only_leads(start, end) and end + 1 < limit:
            return end + 1, self.telling.phrase_end(end + 1)
        if (
            end - start <= SETTING
            and end + 1 < limit
            and not self._acts(start, end)
            and not self._who(start, end)
        ):
            return end + 1, self.telling.phrase_end(end + 1)
        return start, end

    def _behind_partners(self, at: int, end: int) -> int | None:
        """县总工会|邀请医护人员走进环卫队，|为环卫工人体检: what was done, behind the clause that says with whom."""
        is_next = self.text.startswith(JOINING, at) and self.text[end : end + 1] == "，"
        is_long = is_next and self.telling.phrase_end(end + 1) - end > 6
        return end + 1 if is_long and self._begins_deed(end + 1) else None

    def _begins_deed(self, at: int) -> bool:
        index = self.telling.sentence.index_of_start.get(at)
        return index is not None and (
            self.words[index].tag in ("v", "vn") or self.words[index].text in "为给把"
        )

    def _acts(self, start: int, end: int) -> set[str]:
        return {word.text for word in self.words if start <= word.start < end and self._is_act(word)}

    def _is_act(self, word: Word) -> bool:
        """慰问, 成立; and what is done: 到食堂讲|了一课."""
        if self.text.startswith("的", word.end):
            return False  # 当天|开庭的|第一起案件
        if word.text in lists().actions:
            return True
        if word.text == "达成":
            return self.text.startswith(SETTLED, word.end)
        if word.text in GIVING:
            return self.text.startswith(DIRECTIONS, word.end)
        is_done = word.tag in ("v", "vn") and self.text.startswith("了", word.end)
        if not is_done or word.text in lists().no_deeds:
            return False
        return self.tells_news or self.text[word.end + 1 : word.end + 2] in tuple("一二两三四五六七八九十几")

    def _visit(self, start: int, end: int) -> int | None:
        """Where 慰问 or the like opens a later clause: 韩文涛来到矿上，慰问了井下职工."""
        for mark in CLAUSE_END.finditer(self.text, start, end):
            if self.text.startswith(VISITS, mark.end()) or ABOUT.match(self.text, mark.end()):
                return mark.end()
        return None

    def _leads(self, when: FoundDate, start: int, end: int) -> bool:
        """Whether a day and a body open a piece of news: 5月11日晚，县总工会为护士集体过生日 is what it tells of."""
        sentence = self.telling.sentence
        is_lead = sentence.field.name == "body" and sentence.field.block == 0 and sentence.offset == 0
        is_day = when.is_day and when.start <= DATELINE
        is_union = any(
            body.start == start and UNION.search(body.text) and self.text[body.end : body.end + 1] != "的"
            for body in self.telling.bodies
        )
        return (
            self.telling.genre == "news"
            and is_lead
            and is_day
            and is_union
            and self._tells_enough(start, end)
            and not any(word.text in lists().no_deeds for word in self.words if start <= word.start < end)
        )

    def _goes_on(self, start: int, end: int, limit: int) -> int | None:
        """The next clause, where this one has but the doer and that what was done: 机关分成九组，|到企业住了五天."""
        following = self.telling.phrase_end(end + 1)
        if end + 1 < following <= limit and self._who(start, end) and self._acts(end + 1, following) - COMING:
            return end + 1
        return None

    def _only_arrives(self, start: int, end: int) -> bool:
        """到 alone makes an event of a person's coming only: 毛泽东到水口山."""
        is_named = any(start <= name.start < end for name in self.telling.names)
        return self._acts(start, end) == {"到"} and not is_named
