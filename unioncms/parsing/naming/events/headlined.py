"""An event that only the headline of a piece of news names: 远山市总工会走访慰问困难劳模.

The text below tells of it in sentences without a day, or of who came along; what the headline says is its name.
"""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.events.telling import Occasion, Telling

LONGEST = 40
# What a headline says was done on one occasion.
DONE = re.compile(
    r"(?:走访|看望|慰问|调研|考察|视察|座谈|参观|送(?:去|上|来|清凉|温暖|健康|文化|岗位)|来[\u3400-\u9fff]{1,2}(?:开展|举办))"
)
NO_DEED = re.compile(
    r"[？！?!：:；;…]|——|--|如何|怎[样么]|为什么|工作法|经验|启示|印发|关于|通知|计划|将|拟|要|积极|扎实|全面|不断|持续"
)
HELD = re.compile(r"(?:开展|举行|举办|组织)了?(?=[^，。]{2,24}活动$)")
PICTURED = re.compile(r"[（(\[【][图组附视][^）)\]】]{0,3}[）)\]】]$")


def headlined(telling: Telling) -> Iterator[Occasion]:
    """Who, at the head of the line, and what is done; 开展 … 活动 is an event by that name."""
    text = PICTURED.sub("", telling.text).rstrip()
    if telling.genre not in ("news", "photo") or len(text) > LONGEST:
        return
    done = DONE.search(text)
    if not done or NO_DEED.search(text):
        return
    bodies = [body for body in telling.bodies if body.start == 0 and body.end <= done.start()]
    if not bodies and not any(name.end <= done.start() for name in telling.names):
        return
    name = HELD.sub("", text) if " " not in text else text
    yield telling.occasion(name, 0, len(text), tuple(bodies), is_reported=True, is_headline=True)
