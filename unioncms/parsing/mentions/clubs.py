"""Clubs that are called by their city or are not listed, as previews of games name them: 科隆主场, 沃森海vs卢恩堡.
For `recognise` alone."""

import re
from collections.abc import Iterator
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.patterns import words_pattern

# How a preview goes on behind a club.
PLAYS = (
    r"队(?![员长伍友])|主场|客场|主队|客队|后防|防线|锋线|近[\d一二三四五六七八九十]{1,2}[轮场]|近况|上轮|本轮|上赛季|本赛季|连胜|连败|不胜"
    r"|不败|取胜|赢球|输球|打平|战平|战胜|击败|不敌|负于|大胜|完胜|做客|坐镇|前锋|后卫|中场|门将|主帅|球员|球迷|降级|保级|夺冠"
)
CLUB = r"[\u3400-\u9fff]{2,6}"
PAIR = re.compile(
    rf"(?<![\u3400-\u9fff])(?P<first>{CLUB}) ?(?:[Vv][Ss]|[Pp][Kk])\.? ?(?P<second>{CLUB})(?![\u3400-\u9fff])"
)
NO_CLUB = re.compile("[的了和与是在]|[男女先老新]|手$|家$|人$|者$|员$")
MET = "(?:战胜|击败|战平|打平|不敌|负于|大胜|完胜|力克|迎战|对阵)"


def find_clubs(sentence: Sentence) -> Iterator[Mention]:
    for pattern in _in_game():
        for found in pattern.finditer(sentence.text):
            if found.start("club") in sentence.index_of_start:
                yield Mention(found["club"], *found.span("club"))
    named: set[str] = set()
    for pair in PAIR.finditer(sentence.text):
        names = {pair["first"], pair["second"]}
        if not any(NO_CLUB.search(name) or grammar().known.fullmatch(name) for name in names):
            named |= names
    for found in re.finditer(words_pattern(sorted(named)), sentence.text) if named else ():
        yield Mention(found.group(), *found.span())


@cache
def _in_game() -> tuple[re.Pattern, re.Pattern]:
    """科隆|主场, 战平|汉堡"""
    cities = words_pattern(load("clubs_of_cities"))
    club = f"(?P<club>{cities})"
    return re.compile(f"{club}(?={PLAYS})"), re.compile(MET + club)
