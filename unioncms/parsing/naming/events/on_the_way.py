"""Occasions that a sentence speaks of on its way: a meeting whose spirit is passed on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.naming.events.telling import Occasion, Telling

# 传达了省总工会十五届三次全委会精神: what is passed on took place.
PASSED_ON = re.compile(
    r"传达(?:学习)?了?(?P<name>[\u3400-\u9fff]{2,10}?[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次(?:全委?|全体|常委)?(?:扩大)?会议?)精神"
)


def passed_on(telling: Telling) -> Iterator[Occasion]:
    """会议传达了省总工会十五届三次全委会精神 → 省总工会十五届三次全委会, whose day and people are others."""
    for found in PASSED_ON.finditer(telling.text) if "传达" in telling.text else ():
        start, end = found.span("name")
        by = tuple(body for body in telling.bodies if body.start == start)[:1]
        yield replace(telling.occasion(found["name"], start, end, by), date=None, place=None, people=())
