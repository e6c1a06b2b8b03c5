"""One event for what a document tells of twice."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from unioncms.parsing.document import Event

SESSION = re.compile("届[一二三四五六七八九十]{1,3}次")  # goes by its numbers: 省总工会十四届三次全会
ORDINAL_ALONE = re.compile("第[一二三四五六七八九十]届(?:大赛|比赛|竞赛|赛事|运动会|展会|论坛|大会)")


def told_once(events: Collection[Event]) -> Iterator[Event]:
    """Events without those that another tells of more fully: 震惊中外的大罢工 without a day, where 举行大罢工 has one;
    首届抢修大赛 in a year, where 云州市首届管网抢修大赛 has its day."""
    events = tuple(_with_ordinals_joined(tuple(events)))
    dated = {_kind_of(event) for event in events if event.date and len(event.name) < 16}
    fullest: dict[tuple, Event] = {}
    for event in events:
        for key in (_kind_of(event), _kind_in_year(event)):
            if len(event.name) > len(fullest.setdefault(key, event).name):
                fullest[key] = event
    for event in events:
        if event.date:
            other = fullest[_kind_in_year(event)]
            is_less = (other.date or "").startswith(event.date) and _is_shorter(event.name, other.name)
        else:
            is_vague = _kind_of(event) in dated and not SESSION.search(event.name)
            is_less = is_vague or _is_shorter(event.name, fullest[_kind_of(event)].name)
        if not is_less:
            yield event


def _with_ordinals_joined(events: Collection[Event]) -> Iterator[Event]:
    """第三届大赛由 … 主办 tells who held the 云州市第三届职工技能大赛, and is no other event."""
    alone = [event for event in events if ORDINAL_ALONE.fullmatch(event.name)]
    whole = {
        id(short): other
        for short in alone
        for other in events
        if other.article == short.article and other not in alone and short.name[:3] in other.name
    }
    holders = {id(other): short.organisers for short in alone if (other := whole.get(id(short)))}
    for event in events:
        if id(event) not in whole:
            held_by = holders.get(id(event))
            yield replace(event, organisers=held_by) if held_by else event


def _kind_of(event: Event) -> tuple[int, str]:
    return event.article, event.name[-3:]


def _kind_in_year(event: Event) -> tuple[str, str]:
    return (event.date or "")[:4], event.name[-3:]


def _is_shorter(short: str, name: str) -> bool:
    """Whether a name leaves out characters of the other and nothing else."""
    rest = iter(name)
    return len(short) < len(name) and all(character in rest for character in short)
