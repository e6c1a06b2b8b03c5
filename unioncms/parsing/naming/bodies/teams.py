"""Teams of a listed place: 中国女排, 北京队."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.places.areas import place_names

IN_TEAM = re.compile("[队足篮排奥青]")  # no TEAM is without one
TEAM = re.compile(
    r"(?=[国男女足篮排羽乒体跳举射游田击柔队])"
    r"(?:(?:国家)?[男女]?(?:足球?|篮球?|排球?|羽毛球|乒乓球|体操|跳水|举重|射击|游泳|田径|击剑|柔道)?队(?![员长伍友服列部])"
    r"|[男女][足篮排](?!球)|国[足奥青]队?)"
)


def find_teams(text: str) -> Iterator[Mention]:
    for found in TEAM.finditer(text) if IN_TEAM.search(text) else ():
        end = found.start()
        sizes = (size for size in (5, 4, 3, 2) if size <= end)
        start = next((end - size for size in sizes if text[end - size : end] in place_names()), end)
        if start < end:
            yield Mention(text[start : found.end()], start, found.end())
