"""Places that nothing lists, told by what governs them: 凤梧|市总工会, 枣阳坪|区委, 海棠|县人民医院.

What stands before a level is the place's name whatever the word cutter makes of it: 海棠 is a flower, 霜河 two words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from unioncms import words
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.places.areas import areas
from unioncms.parsing.patterns import words_pattern

LEVEL = "街道|[省市区县州旗镇乡]"
LONGEST = 5  # characters before the level that are looked at
HANZI = re.compile(r"[\u3400-\u9fff]{1,5}$")
LEVEL_INSIDE = re.compile(rf"(?:{LEVEL})(?=[\u3400-\u9fff]{{2,}}$)")
OF_SOMEBODY = re.compile(r"(?:免去|卸去|免除|罢免|撤销)[\u3400-\u9fff]{2,3}$")
NEVER_INSIDE = frozenset(
    "的了是在不我你他她它们这那和与及或全本该各某两每从到向对由于为把被将着过等并有个名家次年月日会任访据经委共报暨系"
)
# 社区, 园区, 灾区; 城市, 都市; 郊县, 外省: what ends like a place and is none.
NO_PLACE = re.compile(
    r"(?:[社校园厂灾小城发矿景战军选住贸游片地新务]区|[城都超门股菜夜]市|[郊外]县|[本外]省)$"
)
# 原|云州市总工会主席, ——记|云州市总工会主席王一川
BEFORE_PLACE = frozenset("原前现记访赞看听写忆悼致寄问谈论评析探说读")
HEADS = tuple("老小大新东西南北上下前后中高黄白红青石金银")  # of names of towns and villages
STOP_TAGS = frozenset("vpcudrmqtfyekioh")
PROPER_TAGS = ("ns", "nz", "nr", "x")


@cache
def _governed() -> re.Pattern:
    bodies = (*load("organisation_short_bodies"), *load("organisations_of_a_level"))
    of_a_town = words_pattern(load("organisations_of_a_town"))
    return re.compile(
        rf"[街省市区县州旗镇乡](?:(?<=街)道|(?<!街))"  # a LEVEL; the search skips to its first character
        rf"(?:(?={words_pattern(bodies)}(?<!委)|委(?![员托派任身会]))|(?<=[道镇乡])(?={of_a_town}))"
    )


@cache
def _cities() -> frozenset[str]:
    """杭州, 赣州: cities whose short names end as a level does."""
    names = (name for line in load("areas") for name in line.split()[:2])
    return frozenset(name[:2] for name in names if name[2:] == "市" and name[1] in "州市区县")


@cache
def _no_names() -> frozenset[str]:
    return frozenset(
        (
            *load("organisation_kinds"),
            *load("organisation_never"),
            *load("organisation_stops"),
            *load("place_never"),
        )
    )


def find_governed(text: str) -> Iterator[str]:
    """Names of places with their level: 凤梧市. An ordinary word must stand so twice: 海棠|县 may be a place, 党建|市
    is none."""
    counts = Counter()
    for found in _governed().finditer(text):
        if text[found.start() - 1 : found.end()] in _cities():
            continue  # 国网赣州|供电公司: 州 is no level there
        if OF_SOMEBODY.search(text, max(0, found.start() - 7), found.start()):
            continue  # 免去骆秋生|县总工会副主席职务
        before = HANZI.search(text[max(0, found.start() - LONGEST) : found.start()])
        run = before.group() if before else ""
        is_town = found.group() in ("镇", "乡", "街道") and run[-2:] in load("town_names")
        name = run[-2:] if is_town else _base(run) if run else None
        if name and name[1:] + found.group() in areas():
            name = name[1:]  # ——记|衡南县总工会副主席王一川
        if name and _may_be(name, found.group()):
            counts[name + found.group()] += 1
            if counts[name + found.group()] == 1 + _is_ordinary(name):
                yield name + found.group()


def _may_be(name: str, level: str) -> bool:
    return not (NO_PLACE.search(name + level) or name[-1] in "省市区县" or name[:2] in ("省市", "市县"))


@lru_cache(10_000)
def _is_ordinary(name: str) -> bool:
    if name in load("town_names"):
        return False
    tagged = words.tag(name)
    return len(tagged) == 1 and not tagged[0][1].startswith(PROPER_TAGS)


@lru_cache(10_000)
def _base(run: str) -> str | None:
    """The name that ends the run: 走访海棠 → 海棠, 云州市霜河 → 霜河."""
    is_whole = len(run) < LONGEST
    inside = max((level.end() for level in LEVEL_INSIDE.finditer(run)), default=0)
    run, is_whole = run[inside:], is_whole or inside > 0
    tagged = words.tag(run)
    name = ""
    while tagged and len(name) < 2:
        word, tag = tagged.pop()
        if NEVER_INSIDE & set(word) or word in _no_names() or (len(word) > 1 and tag[0] in STOP_TAGS):
            return None
        name = word + name
        if len(word) > 1 and not tag.startswith(PROPER_TAGS) and not (_is_cut_off(tagged, is_whole)):
            head = tagged.pop()[0] if tagged else ""  # 联合|老|僧堂|镇总工会
            if head not in HEADS or not _is_cut_off(tagged, is_whole):
                return None
            name = head + name
    if is_whole and len(name) == 2 and all(len(word) == 1 for word, _ in tagged):
        rest = "".join(word for word, _ in tagged)
        if len(rest) < 2 and rest not in BEFORE_PLACE and not NEVER_INSIDE & set(rest):
            name = rest + name
    return name if 2 <= len(name) <= 4 else None


def _is_cut_off(before: list[tuple[str, str]], is_whole: bool) -> bool:
    """Whether an ordinary word may be a name here: nothing or a verb stands before it."""
    if not before:
        return is_whole
    word, tag = before[-1]
    return tag[0] in STOP_TAGS or word in load("titles") or bool(NEVER_INSIDE & set(word))
