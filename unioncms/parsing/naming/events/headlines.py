"""What the headline of a piece of news names: an event that nothing below names, 远山市总工会走访慰问困难劳模, and one
that is told of below by its kind alone, 举行座谈会 below 举行庆“五一”座谈会."""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.naming.events.telling import LEADING, Occasion, Telling, lists

LONGEST_LINE = 40
# What a headline says was done on one occasion.
DONE = re.compile(
    r"(?:(?:走访|看望|慰问|调研|考察|视察|座谈|参观)(?![组团队])|送(?:去|上|来|清凉|温暖|健康|文化|岗位)|来[\u3400-\u9fff]{1,2}(?:开展|举办))"
)
NO_DEED = re.compile(
    r"[？！?!：:；;…]|——|--|如何|怎[样么]|为什么|工作法|经验|启示|印发|关于|通知|计划|将|拟|要|积极|扎实|全面|不断|持续"
)
CAMPAIGN = re.compile(r"(?:开展|举行|举办|组织)了?(?=[^，。]{2,24}活动$)")
PLACE = re.compile("[\u3400-\u9fff]{1,6}[省市区县州旗镇]")  # 青山县|为一线职工开展“送清凉”活动
PICTURED = re.compile(r"[（(\[【][图组附视][^）)\]】]{0,3}[）)\]】]$")
# 市总工会举行|座谈会
HELD = re.compile(r"(?:举行|召开|举办|开展)了?")
# 关于开展|“随手拍”活动|的通知, |“工友故事”征集|令, |2021年劳模疗休养|报名公告
ANNOUNCED = re.compile(
    r"(?:.{0,12}关于)?(?:公开)?(?:开展|举办|举行|组织|做好|启动)?(?P<asked>征集)?"
    r"(?P<name>[^，。！：《》]{0,12}(?:“[^”]{2,16}”[^，。！：《》]{0,12}|疗休养(?:活动)?|年[^，。！：《》]{0,8}评选))"
    r"(?:工作)?(?:的?(?:通知|通告|公告|启事|令)|报名.{0,6})$"
)
KIND_ANNOUNCED = re.compile("活动|征集|申报|评选|寻访|展评|[竞比大]赛|疗休养")
LONGEST_BODY = 24
LEAST = 2  # characters that the headline says more


def announced_by_headline(telling: Telling) -> Iterator[Occasion]:
    """What a notice asks to, where nothing below has a name: it is called by the headline."""
    found = ANNOUNCED.fullmatch(telling.text) if telling.genre == "notice" else None
    if found is None:
        return
    name = found["name"].removesuffix("的").removesuffix("工作") + (found["asked"] or "")
    if KIND_ANNOUNCED.search(name):
        occasion = telling.occasion(name, *found.span("name"), is_headline=True)
        yield replace(occasion, is_reported=True)


def headlined(telling: Telling) -> Iterator[Occasion]:
    """Who, at the head of the line, and what is done; 开展 … 活动 is an event by that name. The text below tells of it
    in sentences without a day, or of who came along."""
    text = PICTURED.sub("", telling.text).rstrip()
    if telling.genre not in ("news", "photo") or len(text) > LONGEST_LINE:
        return
    done = DONE.search(text)
    if not done or NO_DEED.search(text):
        return
    bodies = [body for body in telling.bodies if body.start == 0 and body.end <= done.start()]
    is_of_place = CAMPAIGN.search(text) is not None and PLACE.match(text) is not None
    if not bodies and not is_of_place and not any(name.end <= done.start() for name in telling.names):
        return
    name = CAMPAIGN.sub("", text) if " " not in text else text
    yield telling.occasion(name, 0, len(text), tuple(bodies), is_reported=True, is_headline=True)


def named_by_headline(occasion: Occasion, headline: str | None) -> Occasion:
    """A deed that is nothing but 市总工会举行座谈会, or 座谈会, with the name that the headline has for it."""
    named = HELD.search(headline or "")
    if not named or not (occasion.is_deed or occasion.is_plain):
        return occasion
    told = HELD.search(occasion.name)
    if not occasion.is_plain and (not told or told.start() > LONGEST_BODY):
        return occasion
    kind = occasion.name[told.end() if told else 0 :]
    name = LEADING.sub("", headline[named.end() :])
    is_more = name.endswith(kind) and len(name) - len(kind) >= LEAST
    if not is_more or not lists().noun.fullmatch(kind) or "，" in name:
        return occasion
    return replace(occasion, name=name, is_deed=False, is_plain=False)
