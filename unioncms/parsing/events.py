"""Events: what the text reports as an occasion, with date, place, organisers and people.

Ways that lead to one: a verb such as 举办 before something called 大赛, or 开幕 behind it; 在 … 会议上 before what
was said there; a congress with its number; a caption with a person's deed; a dated clause in which somebody does
something once. Tasks and habits (要召开, 广泛开展) are none, nor are occasions without anything of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from unioncms.parsing.dates import FoundDate
from unioncms.parsing.document import Passage
from unioncms.parsing.lexicon import load
from unioncms.parsing.names import Name
from unioncms.parsing.organisations import Mention
from unioncms.parsing.passages import Sentence
from unioncms.parsing.patterns import words_pattern

REPORTS = ("news", "feature", "photo", "digest")  # genres that tell what took place
CLAUSE_END = re.compile(r"[，。；！？,;!?]")
PLACE = re.compile(
    r"(?:在|于|走进)([^，。；、在]{2,24}?)(?=(?:隆重|成功|联合|共同)?(?:举办|举行|召开|开展|启动|参加|组织|会师|成立|$))"
)
SPOKEN_AT = re.compile(
    r"(?:在|出席)([^，。；在]{2,30}?(?:会议|大会|全会|座谈会|表彰会|报告会|仪式|论坛))(?:上|时|的讲话)"
)
CONGRESS = re.compile(
    r"([\u3400-\u9fff]{2,14}?第[一二三四五六七八九十百\d]{1,4}[次届](?:会员)?代表大会|[省市区县]总(?:工会)?[一二三四五六七八九十]{1,3}大(?=召开|闭幕|开幕))"
    r"(?!精神|工作部署|部署|报告|的|决议)"
)
AFTER_NAME = tuple("，。；、！？,;”（(和及与并等0123456789一二三四五六七八九十荣获上中现在走进")
GENERAL = re.compile(r"^(?:各类|各种|各项|各式|一系列|系列|多种|丰富|等)|为主题的")
# 全省职工运动会在南京开幕, 干部作风提升行动全面启动
TOOK_PLACE = re.compile(
    r"(?:[在于][^，。；]{2,20}?)?(?:正式|隆重|成功|全面|顺利|圆满){0,2}"
    r"(?:举行|召开|举办|开幕|闭幕|启动|落幕|开赛|开班|结束|收官|启幕|揭晓)"
)
WITH_A_DAY = re.compile(r"[月日号周天晚]")
# 三厂工人七千余人同时罢工: a crowd does things too, and so does the weather.
PEOPLE = re.compile(
    r"工人|职工|矿工|女工|群众|队员|志愿者|代表|暴雨|台风|地震|洪水|火灾|透水|山洪|泥石流|塌方|爆炸"
)
OWN = re.compile(
    r"[“《「]|第[一二三四五六七八九十\d]+[届次]|全市|全省|全国|全区|全县|[一二三四五六七八九十\d]{1,4}(?:年|届)"
)
LEADING = re.compile(
    r"^(?:了|的|过|一场|一次|一期|首次|首届(?=.{9})|这次|此次|本次|今年|去年|昨日|由|为|主题为|以|[一二三四五六七八九十\d]+(?:期|届|场|次|个))+"
)
TRAILING = re.compile(r"^[0-9一二三四五六七八九十]+[余多]?(?:场次|场|期|次|届)")


VISITS = ("慰问", "看望", "走访", "检查", "救援", "驰援", "抢险", "视察", "参观", "调研", "考察")
COMING = {"到", "来到", "赴", "前往", "走进", "抵达", "深入"}
VISITED = re.compile(r"^(..)了")
# 把四十一家理发店的老板请到茶棚, 提了一条意见, 说: such a clause is no name of anything.
OPINION = re.compile(r"把|被|的是|说|意见|：|才|就|却|便|让|[他她它我你]们?")
UNVEILED = re.compile(r"(揭牌|挂牌成立|开课|开馆|启用|落成|竣工|通车|下水|开业|揭幕)(?=[，。；！]|$)")
AROUND = re.compile(r"(?:[在于][^，。；]{2,20}|当[天日]|正式|隆重|同时|顺利|举行)+$")
# ——汐湖市工会干部学习班归来
TOLD_OF = re.compile(r"^[—\-\s]*([\u3400-\u9fff“”]{4,30}?)(?:见闻|归来|侧记|纪实|掠影|小记|印象|速写|花絮)$")


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


class Lists:
    def __init__(self):
        verbs = load("event_verbs")
        self.verb = re.compile(f"(?:{words_pattern([*verbs, '荣获'])})")
        self.plain = frozenset(load("event_plain_verbs"))
        self.visitors = tuple(load("event_visitors"))
        self.noun = re.compile(words_pattern(load("event_nouns")))
        self.noun_or_drive = re.compile(words_pattern([*load("event_nouns"), "行动"]))
        self.told = re.compile(words_pattern([*load("event_nouns"), "协商", "谈判", "之行", "集训"]))
        self.modals = frozenset(load("event_modals"))
        self.actions = frozenset(load("event_actions"))
        self.present = re.compile(words_pattern(load("event_present")))


@cache
def lists() -> Lists:
    return Lists()


def find_occasions(
    sentence: Sentence, names: list[Name], bodies: list[Mention], dates: list[FoundDate], genre: str
) -> list[Occasion]:
    finder = _Finder(sentence, names, bodies, dates, genre)
    if sentence.field.name in ("headline", "subheadline"):
        return list(finder.told_of())
    found = [
        *finder.spoken_at(),
        *finder.congresses(),
        *finder.held(),
        *finder.took_place(),
        *finder.pictured(),
        *finder.unveiled(),
    ]
    spans = [(each.passage.start, each.passage.end) for each in found]
    return [*found, *finder.dated(spans)]


class _Finder:
    def __init__(self, sentence, names, bodies, dates, genre):
        self.sentence: Sentence = sentence
        self.text: str = sentence.text
        self.names: list[Name] = names
        self.bodies: list[Mention] = bodies
        self.dates: list[FoundDate] = dates
        self.tells = genre in REPORTS
        self.is_caption = sentence.field.name == "caption"

    def spoken_at(self) -> Iterator[Occasion]:
        """习近平总书记在中央党的群团工作会议上指出"""
        for found in SPOKEN_AT.finditer(self.text):
            name = LEADING.sub("", found.group(1))
            if len(name) >= 6 and not name.startswith(("这", "该", "本")):
                start = found.start(1) + len(found.group(1)) - len(name)
                inside = tuple(body for body in self.bodies if body.start == start)
                yield self._occasion(name, start, found.end(1), organisers=inside)

    def congresses(self) -> Iterator[Occasion]:
        """攀枝花市工会第九次代表大会, 市总十九大召开"""
        for found in CONGRESS.finditer(self.text):
            start = self._word_start(found.start(1), found.end(1))
            owner = tuple(
                body for body in self.bodies if body.start == start and body.text.endswith(("总", "总工会"))
            )
            yield self._occasion(self.text[start : found.end(1)], start, found.end(1), organisers=owner)

    def _word_start(self, start: int, end: int) -> int:
        """Where the body begins in whose name the congress is held."""
        begins = [body.start for body in self.bodies if start <= body.start < end]
        return min(begins) if begins else start

    def held(self) -> Iterator[Occasion]:
        """举办“花开知多少”知识竞赛: the verb, then one name or several with 、 between them."""
        reach = 0
        for verb in lists().verb.finditer(self.text):
            if verb.start() < reach or self._is_task(verb.start()):
                continue
            if verb.group() in lists().plain and not self._is_anchored():
                continue
            if not self.tells and not self._is_anchored():
                continue
            end = self._phrase_end(verb.end())
            for start, stop in self._parts(verb.end(), end):
                occasion = self._named(start, stop, verb)
                if occasion:
                    reach = stop
                    yield occasion

    def _is_task(self, at: int) -> bool:
        """要召开, 广泛开展 …: within the clause before the verb stands a word of intent or habit."""
        begin = max((found.end() for found in CLAUSE_END.finditer(self.text, 0, at)), default=0)
        index = self.sentence.index_of_start
        inside = [self.sentence.words[index[offset]].text for offset in range(begin, at) if offset in index]
        return any(word in lists().modals for word in inside)

    def _is_anchored(self) -> bool:
        """今年 alone says no more than that it was not last year."""
        if any(WITH_A_DAY.search(self.text, date.start, date.end) for date in self.dates):
            return True
        return bool(lists().present.search(self.text)) or (self.is_caption and self.tells)

    def _phrase_end(self, start: int) -> int:
        """The end of the phrase after the verb: the first mark outside quotation marks."""
        depth = 0
        for offset in range(start, min(len(self.text), start + 160)):
            character = self.text[offset]
            depth += (character in "“《") - (character in "”》")
            if character in "，。；！？,;" and depth <= 0:
                return offset
        return min(len(self.text), start + 160)

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
            if stop < end and following not in AFTER_NAME:
                continue
            yield at, stop
            at = stop + (self.text[stop : stop + 1] in "、和及与")

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
            and not (self._is_anchored() and len(rest) >= 2)
        ):
            return None
        is_visit = verb.group().startswith(lists().visitors)
        inside = [body for body in self.bodies if start <= body.start < stop]
        if cut := re.search(r"(?:组织|举办|举行|召开|主办|承办)的", name):
            by = tuple(body for body in inside if body.end <= start + cut.start())[-1:]
            name, start = name[cut.end() :], start + cut.end()
            return self._occasion(name, start, stop, organisers=by)
        before = tuple(
            body for body in self.bodies if body.end <= verb.start() and self._in_clause(body, verb.start())
        )
        return self._occasion(
            name, start, stop, organisers=() if is_visit else before, is_reported=not is_visit
        )

    def _in_clause(self, body: Mention, at: int) -> bool:
        """Whether the body is the subject: not after 在, and in the same sentence before the verb."""
        return (
            self.text[body.start - 1 : body.start] not in ("在", "到", "对", "向", "给", "为")
            or body.start == 0
        )

    def took_place(self) -> Iterator[Occasion]:
        """日前，全市工会女职工工作会议在云州召开: the name, then that it was held."""
        if not self._is_anchored():
            return
        for noun in lists().noun_or_drive.finditer(self.text):
            after = TOOK_PLACE.match(self.text, noun.end())
            if not after:
                continue
            begin = self._clause_start(noun.start())
            name = LEADING.sub("", self.text[begin : noun.end()])
            start = noun.end() - len(name)
            if 4 <= len(name) <= 50 and not self._is_task(noun.end()):
                by = tuple(body for body in self.bodies if body.start >= start and body.end <= noun.start())[
                    :1
                ]
                drive = after.group()[-2:] if noun.group() == "行动" else ""
                yield self._occasion(name + drive, start, noun.end(), organisers=by if "主办" in name else ())

    def _clause_start(self, at: int) -> int:
        """Behind the mark or the date that stands last before, but not inside quotation marks."""
        marks = [found.end() for found in CLAUSE_END.finditer(self.text, 0, at)]
        marks = [mark for mark in marks if self.text[:mark].count("“") == self.text[:mark].count("”")]
        return max([0, *marks, *(date.end for date in self.dates if date.end <= at)])

    def told_of(self) -> Iterator[Occasion]:
        """A subheadline such as 云帆纺织第三轮工资集体协商见闻."""
        found = TOLD_OF.match(self.text)
        if found and lists().told.search(found.group(1)[-6:]):
            yield self._occasion(found.group(1), found.start(1), found.end(1))

    def unveiled(self) -> Iterator[Occasion]:
        """5月12日，云州市职工驿站在工人文化宫揭牌 → 云州市职工驿站揭牌"""
        if not self._is_anchored():
            return
        for verb in UNVEILED.finditer(self.text):
            begin = self._clause_start(verb.start())
            subject = LEADING.sub("", self.text[begin : verb.start()])
            subject = AROUND.sub("", subject)
            if any(body.text == subject for body in self.bodies):
                continue  # 云州市总工会开课: of what, stands elsewhere
            is_name = 3 <= len(subject) <= 20 and not OPINION.search(subject) and "的" not in subject[:2]
            if is_name and not self._is_task(verb.start()):
                yield self._occasion(subject + verb.group(1), begin, verb.end(), is_reported=True)

    def pictured(self) -> Iterator[Occasion]:
        """A caption that shows somebody doing something: 谭敦龙为工匠颁奖."""
        if not (self.is_caption and self.tells and self.names):
            return
        start = self.names[-1].end
        end = self._phrase_end(start)
        if end - start >= 4 and self._has_action(start, end):
            yield self._occasion(self.text[start:end], start, end, is_reported=True)

    def dated(self, taken: list[tuple[int, int]]) -> Iterator[Occasion]:
        """当日，谭敦龙还带领 … 慰问了颜小平: a clause after a date, with somebody and something done once."""
        for number, when in enumerate(self.dates):
            if when.iso is None or self.text.startswith(("的", "以来", "起", "前", "后", "底前"), when.end):
                continue
            if len(when.iso) == 4 and not (self._opens(when) and self.text[when.start] in "12一二"):
                continue
            limit = self.dates[number + 1].start if number + 1 < len(self.dates) else len(self.text)
            start = when.end
            while start < limit and self.text[start] in "，,、 底初":
                start += 1
            offset = self.sentence.offset
            if any(when.start + offset <= s and s < limit + offset for s, _ in taken) or self._is_task(limit):
                continue
            clause_end = self._phrase_end(start)
            if not self._acts(start, clause_end) - COMING:
                visit = self._visit(clause_end, limit)
                if visit is not None:
                    clause_end = self._phrase_end(visit)
                elif not self._acts(start, clause_end):
                    continue
            who = [each for each in (*self.names, *self.bodies) if start <= each.start < limit]
            clause_end = min(clause_end, limit)
            if clause_end - start < 6 or (self._only_arrives(start, clause_end) and not who):
                continue
            if OPINION.search(self.text, start, clause_end):
                continue
            if not who and not PEOPLE.search(self.text, start, limit):
                continue
            yield self._occasion(
                self._deed(start, clause_end, who),
                start,
                clause_end,
                when=when,
                is_reported=bool(who),
            )

    def _deed(self, start: int, end: int, who: list) -> str:
        """Who and what: 柳阿香同机匠陈水生等人在沿江一间豆腐坊里成立联合会 → 柳阿香成立联合会; what alone, where the
        act is a visit: 市总工会副主席王树茂到矿上看望老劳模 → 看望老劳模."""
        clause = self.text[start:end]
        acts = [
            word.start
            for word in self.sentence.words
            if start <= word.start < end and word.text in lists().actions
        ]
        visit = next((at for at in acts if self.text.startswith(VISITS, at)), None)
        if visit is not None and len(deed := self.text[visit:end]) >= 5:
            return VISITED.sub(r"\1", deed)[:24]
        if len(clause) <= 36:
            return clause
        act = acts[0] if acts else start
        doer = next((each.text for each in who if each.start < act), "")
        return (doer + self.text[act:end])[:30] if act > start else clause[:30]

    def _opens(self, when: FoundDate) -> bool:
        """Whether the date opens the sentence or a clause: only then does a bare year date what follows."""
        return when.start == 0 or self.text[when.start - 1] in "，。；（“"

    def _has_action(self, start: int, end: int) -> bool:
        return any(word.text in lists().actions for word in self.sentence.words if start <= word.start < end)

    def _acts(self, start: int, end: int) -> set[str]:
        return {word.text for word in self.sentence.words if start <= word.start < end} & lists().actions

    def _visit(self, start: int, end: int) -> int | None:
        """Where 慰问 or the like opens a later clause: 韩文涛来到矿上，慰问了井下职工."""
        for mark in CLAUSE_END.finditer(self.text, start, end):
            if self.text.startswith(VISITS, mark.end()):
                return mark.end()
        return None

    def _only_arrives(self, start: int, end: int) -> bool:
        """到 alone makes an event of a person's coming only: 毛泽东到水口山."""
        is_named = any(start <= name.start < end for name in self.names)
        return self._acts(start, end) == {"到"} and not is_named

    def _occasion(
        self, name: str, start: int, end: int, organisers=(), is_reported=False, when=None
    ) -> Occasion:
        date = when or next((each for each in reversed(self.dates) if each.start <= start), None)
        place = PLACE.search(self.text)
        return Occasion(
            name,
            (date.iso if date else None) or self._year_inside(start, end),
            place.group(1) if place else None,
            tuple(organisers),
            tuple(dict.fromkeys(each.text for each in self.names)),
            is_reported and self.tells,
            self.sentence.passage(start, end),
        )

    def _year_inside(self, start: int, end: int) -> str | None:
        return next((each.iso for each in self.dates if start <= each.start < end), None)
