"""Inquiries of a month or a day, which have no name but what they are about: 7月，县总工会对社区工厂的用工情况进行了
调查 → 用工情况调查."""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.naming.events.telling import OURS, Occasion, Telling

SIGNS = ("查", "研", "审计", "协商", "督导")
INQUIRY = re.compile(
    r"(?:开展|进行|组织)了?(?:一次|[首一二两三四五六])?(?P<kind>(?:(?![的了])[\u3400-\u9fff]){0,8}?"
    r"(?:调研|调查|普查|督查|督导|巡查|审计|检查|排查|协商))(?=[，。；、])"
)
# 对全市社区工厂的|用工情况|进行了调查
ABOUT = re.compile(r"(?:就|对|围绕|针对)(?P<about>[^，。；]{2,40})$")
# 为了解|补贴发放|情况，
TO_LEARN = re.compile(
    r"为(?:了解|掌握|摸清|弄清|查清|检验)(?P<about>[^，。；]{4,24}?)的?(?:(?:真实|实际|基本|具体)?情况)?，"
)
COMING = re.compile("率|一行|[到赴来]|走进|深入")  # a visit, which is told of as such
LONGEST = 16


def find_inquiries(telling: Telling) -> Iterator[Occasion]:
    if not any(sign in telling.text for sign in SIGNS):
        return
    dates = [date for date in telling.dates if len(date.iso or "") > len("2024")]
    for found in INQUIRY.finditer(telling.text) if dates else ():
        before = [date for date in dates if date.end <= found.start()]
        begin = telling.clause_start(found.start())
        is_visit = COMING.search(telling.text, max(0, begin - LONGEST), found.start())
        if not before or is_visit or telling.is_task(found.start()):
            continue
        about = ABOUT.search(telling.text, begin, found.start()) or TO_LEARN.search(telling.text, 0, begin)
        name = (_subject(about["about"]) if about else "") + found["kind"]
        by = telling.organisers.announced() or telling.organisers.subjects(found.start())
        occasion = telling.occasion(name, *found.span("kind"), by, is_reported=True, when=before[-1])
        is_ours = OURS.search(telling.text, 0, found.start()) is not None
        yield replace(occasion, is_reported=occasion.is_reported or is_ours)


def _subject(about: str) -> str:
    last = about.rpartition("的")[2]
    return (last if len(last) >= 4 else about)[-LONGEST:]
