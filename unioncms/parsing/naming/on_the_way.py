"""Occasions that a sentence speaks of on its way: an accident, a meeting whose spirit is passed on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.naming.telling import Occasion, Telling

# 传达了省总工会十五届三次全委会精神: what is passed on took place.
PASSED_ON = re.compile(
    r"传达(?:学习)?了?(?P<name>[\u3400-\u9fff]{2,10}?[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次(?:全委|全体|常委)?(?:扩大)?会议?)精神"
)
# 一次井下火灾, 一场透水事故
ACCIDENT = re.compile(
    r"一[次场起]([\u3400-\u9fff]{0,8}?(?:火灾|事故|爆炸|地震|洪水|洪灾|山洪|塌方|断电|泥石流|坍塌))"
)
PREVENTED = re.compile(r"(?:避免|防止|杜绝|预防|排除|未发生|没有发生|没出过?)了?$")


def passed_on(telling: Telling) -> Iterator[Occasion]:
    """会议传达了省总工会十五届三次全委会精神 → 省总工会十五届三次全委会, whose day and people are others."""
    for found in PASSED_ON.finditer(telling.text) if "传达" in telling.text else ():
        start, end = found.span("name")
        by = tuple(body for body in telling.bodies if body.start == start)[:1]
        yield replace(telling.occasion(found["name"], start, end, by), date=None, place=None, people=())


def accidents(telling: Telling) -> Iterator[Occasion]:
    """那是2008年一次井下火灾留下的 → 井下火灾"""
    for found in ACCIDENT.finditer(telling.text) if telling.dates else ():
        if not PREVENTED.search(telling.text, 0, found.start()):
            yield telling.occasion(found.group(1), found.start(1), found.end(1))
