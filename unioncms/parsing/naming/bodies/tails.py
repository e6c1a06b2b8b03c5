"""Bodies that a page names in full once and by the words behind their place elsewhere: 滨澜港务工会, then 港务工会.

Such short forms begin with ordinary words, so that nothing in them tells that they are names; the page does.
"""

import re

from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.shapes import LEVELS

NATIONAL = ("中国", "中铁", "中建", "中交")  # 广饶县|中国铁建: where it works
SHORTEST, LONGEST = 4, 12
# What joins or parts phrases stands in no short form.
NEVER_INSIDE = re.compile(r"[^\u3400-\u9fff]|[的了是在我你他她这那和与及或由为把被将等各全个第有到从向对于]")

# 会同|市|纺织公会: a level behind what cannot belong to the name of its place.
LEVEL = re.compile(r"[省市区县](?<=[，、。；：“（\n与和同由在是].)(?=[\u3400-\u9fff]{4})")


def find_tails(context: str, places: Places) -> dict[str, str]:
    """{"港务工会": "滨澜港务工会", "纺织公会": "市纺织公会"}; none for what two places have."""
    wholes: dict[str, set[str]] = {}
    ends = ((at + len(place), place) for at, place in places.printed)
    for place, behind in dict.fromkeys((place, context[end : end + LONGEST]) for end, place in ends):
        for tail in _tails_in(behind):
            wholes.setdefault(tail, set()).add(place + tail)
    for level in LEVEL.finditer(context):
        for tail in _tails_in(context[level.end() : level.end() + LONGEST]):
            wholes.setdefault(tail, {level.group() + tail})
    return {tail: names.pop() for tail, names in wholes.items() if len(names) == 1}


def _tails_in(behind: str) -> list[str]:
    """港务公司 and 港务公司工会 where both end behind the place."""
    found: list[str] = []
    reach = 0
    for ending in lists().endings.finditer(behind):
        tail = behind[: ending.end()]
        if NEVER_INSIDE.search(tail) or (reach and ending.start() != reach):
            break
        reach = ending.end()
        if tail.startswith(NATIONAL):
            break
        if len(tail) >= SHORTEST and not tail.startswith(LEVELS) and not _has_every_place(tail):
            found.append(tail)
    return found


def _has_every_place(tail: str) -> bool:
    return tail in lists().of_every_place or tail == "产业工会"
