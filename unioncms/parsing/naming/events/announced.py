"""Occasions that a text announces or offers: the rows of a programme, 第二期将于5月举行, 下月，小分队将走进长河镇, and
what goes by a name in quotation marks on its day."""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.dates import FoundDate
from unioncms.parsing.naming.events.telling import LEADING, Occasion, Telling

# 5月13日（周六）14:30，|安全讲座《回家的路》|，主讲人：…
PROGRAMME = re.compile(
    r"(?:[（(](?:周|星期)[一二三四五六日天][）)])?(?:[上下]午|晚上?)?(?:[0-9]{1,2}[:：][0-9]{2})?，"
    r"(?P<name>(?:(?![举召在到了])[\u3400-\u9fff]){2,10}[“《][^”》]{2,20}[”》])"
    r"(?=，(?:主讲|授课|地点|地址|时间|对象|主题|报名|限|由))"
)
# 下一期|定于|11月19日|晚上在夜校开讲，
AHEAD = re.compile(r"(?:已|现)?(?:(?:将|定|拟|订|计划|预计|预定)于|将在)$")
HOUR = (
    r"(?:[至到—～~-]{1,2}(?:[0-9]{1,2}月)?(?:[0-9]{1,2}[日号])?)?(?:[上中下]旬|底)?(?:分[一二两三四五六]批)?(?:[（(](?:周|星期)[一二三四五六日天][）)])?(?:[上下]午|晚[上间]?)?"
    r"[0-9一二三四五六七八九十]{0,3}[时点半]{0,2}(?:[在于][^，。；]{2,24}?)?"
)
TAKES_PLACE = re.compile(
    HOUR
    + r"(?:举行|举办|召开|进行|开讲|开课|开班|开考|开赛|开幕|开营|开跑|开演|上演|放映|(?P<leaving>启动|出发|启程|发车"
    r"|亮相|启用|签订|签约|签署|首发|揭晓|揭牌|挂牌|开馆|开播|开业|竣工|通车|发布|投用))(?=[，。；、])"
)
HOLDS = re.compile(HOUR + r"(?:举行|举办|召开|组织|推出)(?P<what>[^，。；]{4,24})(?=[，。；])")
# 10月18日，|小分队将走进长河镇|；
WILL = re.compile(
    r"起?，(?P<who>[^，。；：“”]{2,16}?)[还也]?将(?P<deed>(?![于在会要])[^，。；]{4,20})(?=[，。；])"
)
# 4月上旬|将在小吕镇开办|首期缝纫工培训班
LATER = re.compile(
    r"(?:[上中下]旬|底)?，?还?将(?:[在于][^，。；]{2,20}?)?(?:举办|举行|开办|召开|组织)(?P<what>[^，。；]{4,24})(?=[，。；])"
)
# 由县总工会与县法院|共建|的
MADE_BY = re.compile(r"由?[^，。；“《]{3,30}?(?P<act>共建|合办|合作|联办|主办|承办|举办|开办|组织|推出)的")
NAME_OF_THING = re.compile(
    r"(?:[”》展会班赛站车书室线校网坊]|合同|协[议约]|名单|[典婚]?礼|仪式|讲座|活动|大会|晚会)$"
)
NUMBER = re.compile(r"^(?:[^，。]*：)?(?:[一二三四五六七八九十0-9]{1,2}[、.]|首个|一[个本座条支])?")
NO_SUBJECT = re.compile(r"^(?:据[^，]*|届时|其中|[还并也])?$")
UNTIL = re.compile(r"[到至]$")
# 补贴将提高到每月六百元, 活动将持续到月底: what goes on from then is no occasion.
FOR_LONG = re.compile(
    "持续|至今|全面|[达实]现|继续|陆续|逐步|不再|成为|提高|增加|增设|调整|[执施实]行|实施|生效|纳入|延长|扩大|降低|享受|按|可|推[行广出]|每"
)
LONGEST = 24
LONGEST_AHEAD = 6
PART = re.compile("(?:下一|第[二三四五六七八九十]{1,3})[期批场站课讲次]")
QUOTED = re.compile("“[^“”]+”")
# 8月24日，工会联合医院开展|教职工“开学第一检”|，
OFFERED = re.compile(
    r"(?P<verb>开展|举办|推出|发起|启动)了?(?P<name>[\u3400-\u9fff]{0,8}“[^”。]{3,16}”(?P<kind>[\u3400-\u9fff]{0,10}))(?=[，。；])"
)
KIND_OFFERED = re.compile("(?:活动|行动|[竞比大]赛|比武|培训|服务|募集|募捐|征集|寻访|宣讲)$")
HABIT = re.compile("以来|每|[长定]期|连续|年年|累计")
REPORTS = ("news", "feature", "roundup")


def programmes(telling: Telling) -> Iterator[Occasion]:
    """5月27日（周六）9:30，手艺体验“我和爸妈去采茶”，地点：…"""
    first = next(iter(telling.dates), None)
    if first and not first.start and (row := PROGRAMME.match(telling.text, first.end)):
        by = telling.organisers.announced()
        yield telling.occasion(row["name"], *row.span("name"), by, when=first)


def offered(telling: Telling) -> Iterator[Occasion]:
    """工会开展了教职工“开学第一检”: what goes by a name in quotation marks on its day; without one, 工会发起“暖冬衣”
    募集, where a body does what is an occasion by its kind."""
    if "“" not in telling.text:
        return
    is_on_a_day = any(date.is_day for date in telling.dates)
    for found in OFFERED.finditer(telling.text):
        start, end = found.span("name")
        by = telling.organisers.announced() or telling.organisers.subjects(found.start())
        by = by or telling.organisers.bare_subject(telling.clause_start(found.start()), found.start())
        is_told = telling.genre in REPORTS and not HABIT.search(telling.text, 0, found.start())
        is_of_kind = bool(by) and KIND_OFFERED.search(found["kind"]) is not None
        is_bare = not found["kind"] and found["verb"] in ("开展", "举办", "推出")
        is_occasion = (is_of_kind or is_bare) if is_on_a_day else (is_told and is_of_kind)
        if is_occasion and not telling.is_task(found.start()):
            start = telling.without_leading(start, end)
            yield telling.occasion(telling.text[start:end], start, end, by, is_reported=True)


def foretold(telling: Telling) -> Iterator[Occasion]:
    """下一期定于11月19日开讲; 10月18日，小分队将走进长河镇 → 小分队走进长河镇"""
    if not any(ahead in telling.text for ahead in ("于", "将")):
        return
    for date in telling.dates:
        near = max(0, date.start - LONGEST_AHEAD)
        if len(date.iso or "") == len("2024") or UNTIL.search(telling.text, near, date.start):
            continue
        if ahead := AHEAD.search(telling.text, near, date.start):
            yield from _put_down(telling, ahead.start(), date)
        elif (later := LATER.match(telling.text, date.end)) and NAME_OF_THING.search(later["what"]):
            by = telling.organisers.announced()
            yield _ahead(telling, later["what"], *later.span("what"), by, date)
        elif (will := WILL.match(telling.text, date.end)) and not FOR_LONG.search(will["deed"]):
            by = telling.organisers.subjects(will.end("who"))
            yield _ahead(telling, will["who"] + will["deed"], will.start("who"), will.end(), by, date)


def held_on(telling: Telling) -> Iterator[Occasion]:
    """县总工会与县法院共建的“老梁调解室”，22日在工业园启用: what, stands before the day."""
    for date in telling.dates:
        if not date.start or not date.iso or len(date.iso) == len("2024"):
            continue
        held = TAKES_PLACE.match(telling.text, date.end)
        if not held:
            continue
        end = date.start - (telling.text[date.start - 1] == "于")  # “嘉年华”，|于12月1日|在公园举行
        end -= telling.text[end - 1] == "，"
        begin = telling.clause_start(end)
        by = telling.organisers.announced()
        if made := MADE_BY.match(telling.text, begin, end):
            by, begin = by or telling.organisers.holding(made.start("act")), made.end()
        if not NAME_OF_THING.search(telling.text, begin, end):
            continue
        name = NUMBER.sub("", LEADING.sub("", telling.text[begin:end]))
        if len(name) > LONGEST:
            name = name.rpartition("的")[2]
        if 4 <= len(name) <= LONGEST and not telling.is_task(begin):
            name += held["leaving"] or ""
            yield telling.occasion(name, end - len(name), end, by, is_reported=True, when=date)


def _put_down(telling: Telling, end: int, date: FoundDate) -> Iterator[Occasion]:
    if end and telling.text[end - 1] == "，" and NAME_OF_THING.search(telling.text, 0, end - 1):
        end -= 1  # “周末有约”交友活动，|定于6月16日举行
    name = LEADING.sub("", telling.text[telling.clause_start(end) : end])
    start = end - len(name)
    holder = tuple(body for body in telling.bodies if (body.start, body.end) == (start, end))
    if holder and (held := HOLDS.match(telling.text, date.end)):  # 市总工会将于6月在文化宫|举办|旧物交换日
        yield _ahead(telling, held["what"], *held.span("what"), holder, date)
        return
    takes_place = TAKES_PLACE.match(telling.text, date.end)
    if takes_place and not holder and 2 <= len(name) <= LONGEST and not NO_SUBJECT.match(name):
        name += takes_place["leaving"] or ""
        yield _ahead(telling, name, start, end, telling.organisers.announced(), date)


def _ahead(
    telling: Telling, name: str, start: int, end: int, by: tuple[Mention, ...], date: FoundDate
) -> Occasion:
    """Its union holds it, if nobody else is said to, in a notice too."""
    occasion = telling.occasion(name, start, end, by, when=date)
    return replace(occasion, is_reported=True, is_ahead=True)


def named_after_series(occasion: Occasion, last: Occasion | None) -> Occasion | None:
    """第二期 of what the article told of as 首期“骑士课堂” → “骑士课堂”第二期; of nothing that it names → None"""
    if not (occasion.is_ahead and PART.fullmatch(occasion.name)):
        return occasion
    quoted = QUOTED.search(last.name) if last else None
    return replace(occasion, name=quoted.group() + occasion.name) if quoted else None
