"""Visits that a report tells of where nothing else in the sentence is an event: 主席周茂林一行到工地，|看望一线职工,
启动仪式后，周茂林还|调研了隧道项目, 慰问组又赶到码头，|看望了装卸工, 来到码头，向工人们|“送清凉”."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.events.telling import FEAST, Occasion, Telling, lists

VISITED = ("慰问", "看望", "走访", "检查", "视察", "参观", "调研", "考察", "观摩", "参访")
VISIT = re.compile("|".join(VISITED))
NO_VISIT = re.compile(
    f"(?:{'|'.join(VISITED)})(?:团|组|队|活动|品|金|信|对象|报告|学习|演出|时|中|[，。；、的])"
)
COMING = re.compile("[到赴]|前往|深入|走进|抵达|一行|率|对|与会|代表们")
# 到园区|实地观摩|， with nothing behind it
THERE = re.compile(
    r"(?P<place>[到赴](?![到会期])[^，。；到]{2,20}?)(?:现场|实地|开展|进行){0,2}"
    rf"(?P<act>{'|'.join(VISITED)})(?=[，。；])"
)
# 就司机入会工作|进行|专题|调研
ABOUT = re.compile(
    r"[就对](?P<about>[^，。；]{3,30}?)(?:情况)?(?:进行|开展)了?(?:专题|实地|现场|深入)?(?P<act>调研|考察|检查|督查|视察)"
)
# 调研组一行|还到 …: what those did next of whom the report has told
NEXT = re.compile(
    r"[^，。；“]{0,16}(?:还|又|随后|接着)(?:先后|一同|一起|专程|实地)?(?=[来赶到赴前深走看慰参调考视观检])"
)
AFTERWARDS = re.compile(
    r"(?:会[前后]|随后|[^，。；]{0,12}(?:仪式|会议|大会|座谈会|活动|开幕式|开班式)(?:结束后|前|后))，"
)
CAMPAIGN = re.compile(r"“送[\u3400-\u9fff]{1,3}”")
UNION = re.compile(r"工会(?:[\u3400-\u9fff]{2,8}部)?$|[省市区县州]总$")
FAR = 30  # characters between who comes and what is brought
TOURS = ("参观", "观摩")  # what a meeting does on its way
LONGEST = 24
LEAST = 5


def find_campaign(telling: Telling) -> Iterator[Occasion]:
    """“送清凉” far behind whoever brings it, so that the words between make no name."""
    found = CAMPAIGN.search(telling.text) if "“送" in telling.text else None
    if found is None or not _is_told(telling) or telling.is_task(found.start()):
        return
    by = _union_before(telling, found.start())
    if by and found.start() - by[0].end > FAR:
        yield telling.occasion(by[0].text + found.group(), *found.span(), by, is_deed=True)


def find_visits(telling: Telling) -> Iterator[Occasion]:
    if VISIT.search(telling.text) is None or not _is_told(telling):
        return
    text, starts = telling.text, telling.sentence.index_of_start
    is_next = NEXT.match(text) is not None
    for found in VISIT.finditer(text):
        start = found.start()
        if start not in starts or (is_next and found.group() in TOURS):
            continue
        who = [name for name in telling.names if name.end <= start]
        by = _union_before(telling, start)
        if not (who or by or COMING.search(text, 0, start)):
            continue
        end = telling.phrase_end(start)
        name = visit_name(text, start, end)
        if not name or telling.is_task(start):
            continue
        yield telling.occasion(name, start, end, by, is_deed=True)
        return


def visit_name(text: str, act: int, end: int) -> str | None:
    """What a visit is called whose act begins at `act`: 看望了劳模 → 看望劳模; 到园区实地观摩 → 到园区观摩;
    就入会工作进行调研 → 调研入会工作."""
    begin = max(0, text.rfind("，", 0, act) + 1)
    if (there := THERE.search(text, begin, end + 1)) and there.start("act") == act:
        return there["place"] + there["act"]
    if (about := ABOUT.search(text, begin, end)) and about.start("act") == act:
        return about["act"] + about["about"]
    if NO_VISIT.match(text, act) or end - act < LEAST:
        return None
    return (text[act : act + 2] + text[act + 2 : end].removeprefix("了"))[:LONGEST]


def _is_told(telling: Telling) -> bool:
    """In the first words of a report, where they have a day or name who acts; later only of what came afterwards, or
    of what those did next who are told of."""
    if telling.genre not in ("news", "photo", "roundup") or telling.sentence.field.name not in (
        "body",
        "caption",
    ):
        return False
    if AFTERWARDS.match(telling.text) or NEXT.match(telling.text):
        return True
    field = telling.sentence.field
    if telling.genre == "roundup":  # a brief: 仁和区：“五一”前夕，区总工会分头看望了劳模
        return not telling.sentence.offset and bool(
            telling.dates or lists().present.search(telling.text, 0, 20) or FEAST.search(telling.text, 0, 20)
        )
    if field.block or telling.sentence.offset:
        return False
    return telling.opens_news or any(date.is_day for date in telling.dates)


def _union_before(telling: Telling, at: int) -> tuple[Mention, ...]:
    """The union that acts, or whose head does."""
    return tuple(body for body in telling.bodies if body.end <= at and UNION.search(body.text))[:1]
