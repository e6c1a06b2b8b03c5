"""Occasions that a sentence speaks of on its way: a meeting at which something was said, a contest at which somebody
did something, a session whose spirit is passed on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.events.telling import LEADING, PLAIN_MEETING, Occasion, Telling

SPOKEN_AT = re.compile(
    r"(?:在|出席)((?:“[^”，。]{2,20}”|[^，。；在“”]){2,30}?(?:会议|(?<![工社机协学])会|仪式|论坛))(?:上|时|的讲话)"
)
HALF_DAY = re.compile("^(?:[上下]午|晚上?)?的?")
HABIT = re.compile("例会|每|[班工]前会")
# 召开|第九次代表大会: the body that holds it names it.
CONGRESS_ALONE = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[次届](?:工会)?(?:会员)?代表大会")
# 7月9日，在全市焊工技能大赛上
CONTEST_AT = re.compile(r"在([^，。；在]{4,30}?(?:[大竞比决联]赛|比武|运动会|晚会|演练))(?:上|中|时|现场)")
HOLDING = re.compile(r"(?:组织|举办|举行|召开|主办|承办|协办|牵头|发起|筹办|开展)的")
OWN = re.compile(
    r"[“《「]|第[一二三四五六七八九十\d]+[届次]|全[市省国区县州旗矿厂]|[一二三四五六七八九十\d]{1,4}(?:年|届)"
)
# 传达了省总工会十五届三次全委会精神: what is passed on took place.
PASSED_ON = re.compile(
    r"传达(?:学习)?了?(?P<name>[\u3400-\u9fff]{2,10}?[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次(?:全委?|全体|常委)?(?:扩大)?会议?)精神"
)
# 在随后召开的|一次全委会|上: the union of the article holds it
FIRST_SESSION = re.compile("第?一次(?:全委|全体|委员|常委)会议?")
LEAST = 6
LEAST_OWN = 5


def spoken_at(telling: Telling) -> Iterator[Occasion]:
    """习近平总书记在中央党的群团工作会议上指出"""
    for found in SPOKEN_AT.finditer(telling.text):
        end = found.end(1)
        name = HALF_DAY.sub("", LEADING.sub("", telling.text[_behind_dates(telling, found) : end]))
        by: tuple[Mention, ...] = ()
        if holding := HOLDING.search(name):  # 昨日|举行的|表彰大会
            at = end - len(name) + holding.start()
            at = next((date.start for date in telling.dates if date.end == at), at)
            by = telling.organisers.holding(at)
            name = name[holding.end() :]
        start = end - len(name)
        if by and len(name) < LEAST:  # 县总工会召开的|座谈会 → 县总工会座谈会
            name = by[-1].text + name
        is_own = len(name) >= LEAST_OWN and OWN.match(name) is not None  # 全厂干部会
        is_dated = any(date.iso and date.end <= found.start() for date in telling.dates)
        is_own = is_own or (is_dated and PLAIN_MEETING.fullmatch(name) is not None)
        is_own = is_own or FIRST_SESSION.fullmatch(name) is not None
        if (
            (is_own or len(name) >= LEAST)
            and not name.startswith(("这", "该", "本"))
            and not HABIT.search(name)
        ):
            by = by or tuple(body for body in telling.bodies if body.start == start)
            by = by or holders_of_session(telling, name, found.start())
            yield telling.occasion(with_holder(name, by), start, end, organisers=by)


def competed_at(telling: Telling) -> Iterator[Occasion]:
    for found in CONTEST_AT.finditer(telling.text) if telling.is_anchored else ():
        start = telling.without_leading(_behind_dates(telling, found), found.end(1))
        name = telling.text[start : found.end(1)]
        is_named = len(name) >= LEAST and OWN.search(name) and not HOLDING.search(name)
        if is_named and not telling.is_task(found.start()):
            yield telling.occasion(name, start, found.end(1), telling.announced(start, found.end(1)))


def passed_on(telling: Telling) -> Iterator[Occasion]:
    """会议传达了省总工会十五届三次全委会精神 → 省总工会十五届三次全委会, whose day and people are others."""
    for found in PASSED_ON.finditer(telling.text):
        start, end = found.span("name")
        by = tuple(body for body in telling.bodies if body.start == start)[:1]
        yield replace(telling.occasion(found["name"], start, end, by), date=None, place=None, people=())


def with_holder(name: str, holders: tuple[Mention, ...]) -> str:
    """第九次代表大会 → 云州市总工会第九次代表大会"""
    return holders[0].text + name if len(holders) == 1 and CONGRESS_ALONE.match(name) else name


def holders_of_session(telling: Telling, name: str, at: int) -> tuple[Mention, ...]:
    """云州市总工会在|第九次代表大会上 …: whose congress it is, that has but its number."""
    return telling.organisers.subjects(at) if CONGRESS_ALONE.match(name) else ()


def _behind_dates(telling: Telling, found: re.Match) -> int:
    """在|5月9日的|表彰大会上, but 在2016年表彰大会上: a year belongs to the name."""
    ends = (date.end for date in telling.dates if date.end < found.end(1) and len(date.iso or "") != 4)
    return max([found.start(1), *ends])
