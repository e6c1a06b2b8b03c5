"""Visits that a report tells of where nothing else in the sentence is an event: 主席周茂林一行到工地，|看望一线职工,
启动仪式后，周茂林还|调研了隧道项目, 来到码头，向工人们|“送清凉”."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.events.telling import Occasion, Telling

VISIT = re.compile("慰问|看望|走访|检查|视察|参观|调研|考察|观摩")
NO_VISIT = re.compile(
    "(?:慰问|看望|走访|检查|视察|参观|调研|考察|观摩)(?:团|组|队|活动|品|金|信|对象|报告|学习|演出|[，。；、的])"
)
COMING = re.compile("[到赴]|前往|深入|走进|抵达|一行|率|对|与会|代表们")
AFTERWARDS = re.compile(
    r"(?:会后|随后|[^，。；]{0,12}(?:仪式|会议|大会|座谈会|活动|开幕式|开班式)(?:结束)?后)，"
)
CAMPAIGN = re.compile(r"“送[\u3400-\u9fff]{1,3}”")
UNION = re.compile(r"工会(?:[\u3400-\u9fff]{2,8}部)?$|[省市区县州]总$")
FAR = 30  # characters between who comes and what is brought
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
    for found in VISIT.finditer(text):
        if found.start() not in starts or NO_VISIT.match(text, found.start()):
            continue
        who = [name for name in telling.names if name.end <= found.start()]
        if not who and not COMING.search(text, 0, found.start()):
            continue
        end = telling.phrase_end(found.start())
        if end - found.start() < LEAST or telling.is_task(found.start()):
            continue
        start, done = found.start(), found.end()
        name = (text[start:done] + text[done:end].removeprefix("了"))[:LONGEST]
        by = _union_before(telling, start)
        yield telling.occasion(name, start, end, by, is_deed=True)
        return


def _is_told(telling: Telling) -> bool:
    """In the first words of a report, where they have a day or name who acts; later only of what came afterwards."""
    if telling.genre not in ("news", "photo") or telling.sentence.field.name not in ("body", "caption"):
        return False
    if AFTERWARDS.match(telling.text):
        return True
    field = telling.sentence.field
    if field.block or telling.sentence.offset:
        return False
    return telling.opens_news or any(date.is_day for date in telling.dates)


def _union_before(telling: Telling, at: int) -> tuple[Mention, ...]:
    """The union that acts, or whose head does."""
    return tuple(body for body in telling.bodies if body.end <= at and UNION.search(body.text))[:1]
