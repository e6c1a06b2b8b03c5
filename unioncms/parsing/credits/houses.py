"""Who sends a piece in: a house, `（青石县总工会办公室）`, and people behind one, `（青石县罐头厂 王一川）`."""

import re
from functools import lru_cache

from unioncms.parsing.credits.names import is_name, may_be_name, names_in, ordinary_words, surnames
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import load

PLACE_ENDINGS = tuple("省市区县旗州镇乡村")
SENDERS = (
    *PLACE_ENDINGS,
    *"部院校",
    "街道",
    "委员会",
    "办公室",
    "委办",
    "局办",
    "会办",
    "读者",
    "会员",
    "职工",
    "工人",
)
# `（青石县 王一川）`, `（县罐头厂读者 王一川）`, `（青石乡 王一川 李小满）`: who sends it in, and from where
HOUSE_AND_NAMES = re.compile(
    r"(?P<house>[\u4e00-\u9fff]{1,14}?)(?:供稿)?\s+(?P<names>[\u4e00-\u9fff](?:[\s、]?[\u4e00-\u9fff]){1,11})"
)
RARE_NAME = 3  # characters
# who sends in news and is nobody's name: a union, and its office; 市总办公室
HOUSE = re.compile(
    r"[\u4e00-\u9fff]{2,20}工会(?:[\u4e00-\u9fff]{0,7}(?:办公室|委员会|机关党委|[部办科]))?"
    r"|[\u4e00-\u9fff]{0,6}[省市区县州盟旗]总(?:[\u4e00-\u9fff]{0,7}(?:办公室|委员会|机关党委|[部办科]))"
    r"|[厂矿局段院校站队社所处园场港行台]工会|[\u4e00-\u9fff]{0,6}(?:团[省市区县州盟旗]委|[省市区县州盟旗]委(?:宣传|组织|统战|政法|社会工作)部)"
)
OFFICES = ("办公室", "政策研究室", "研究室", "经审办")  # `（办公室）` below an item of a bulletin
LEAST_HOUSE, LONGEST_HOUSE = 3, 24  # characters
MOST_USUAL = 400


def is_rare_name(text: str) -> bool:
    """`刀红梅`: whatever surname, what is usual in given names behind it."""
    is_usual = len(text) == RARE_NAME and set(text[1:]) <= usual_in_names()
    return is_usual and text not in ordinary_words()


def is_house(text: str) -> bool:
    """`白鹭市总工会办公室`, which sent in the piece that it signs"""
    if not LEAST_HOUSE <= len(text) <= LONGEST_HOUSE:
        return False
    return HOUSE.fullmatch(text) is not None or text in (*load("union_departments"), *OFFICES)


def housed_people(inner: str) -> tuple[Contributor, ...]:
    found = HOUSE_AND_NAMES.fullmatch(inner)
    house = found["house"] if found else ""
    if found is None or not house.endswith((*SENDERS, *load("houses_of_authors"))):
        return ()
    names = names_in(found["names"])
    is_all = sum(map(len, names)) == len(re.sub(r"[\s、]", "", found["names"]))
    if not is_all or not all(is_signed(house, name) for name in names):
        return ()
    post = "" if house.endswith((*PLACE_ENDINGS, *load("source_houses"))) else house
    return tuple(Contributor(name, "author", "", "" if at else post) for at, name in enumerate(names))


def is_signed(house: str, name: str) -> bool:
    """`王一川`; behind a union whatever stands apart: `白鹭县总工会 伊力亚`"""
    if is_name(name) or is_rare_name(name):
        return True
    is_of_union = house.endswith(("工会", "工会办公室"))  # `北关区总工会 和 平`, though the name is a word
    return is_of_union and (may_be_name(name) or (len(name) == 2 and name[0] in surnames()))


@lru_cache(maxsize=1)
def usual_in_names() -> frozenset[str]:
    """What makes a name of three characters though nobody else has its surname: `（刀红梅）`."""
    return frozenset(load("given_name_characters")[:MOST_USUAL])
