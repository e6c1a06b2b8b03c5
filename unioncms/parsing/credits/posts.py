"""Bylines with a post and no mark: `杭州市人大常委会副主任、市总工会主席郑荣胜`."""

import re
from functools import lru_cache

from unioncms.parsing.credits.names import is_name, is_tibetan, is_word, may_be_name, names_in
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import load
from unioncms.parsing.patterns import words_finder

LONGEST = 60
LEAST_POST = 4
# Anything that a post never holds: a byline is no sentence.
SENTENCE = re.compile(r"[，,。；;：:！？!?”“‘’]|——")
NO_POST = re.compile(r"[让把被们]|(?<!自)由|[搭帮]台?助(?![理手教产])")  # 课表由职工|来排 is a heading
SPEAKS = frozenset("谈话说论")  # one who does this with a word needs a blank before his name
BLANKS = re.compile(r"(?<=[\u3400-\u9fff])[\s\u3000]+(?=[\u3400-\u9fff])")
TAIL_NAME = re.compile(
    r"^(?P<post>.*?[^\s])[\s\u3000]+(?P<name>[\u3400-\u9fff](?:[\s\u3000]?[\u3400-\u9fff]){1,3})$"
)


# `王一川 青石煤矿工会`, where a label says that it is an author
NAME_AND_HOUSE = re.compile(
    r"(?P<name>[\u4e00-\u9fff·]{2,4})[\s，,]+(?P<house>[\u4e00-\u9fff]{2,20}(?:工会|公司|集团|总站|矿|厂|学校|医院|局|中心|大学|学院))"
)
NAME_BEFORE_POST = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,4})\s+(?P<post>[\u4e00-\u9fff、]{6,30})")
# `王一川（青石县总工会副主席）`
NAME_AND_POST = re.compile(
    r"(?P<name>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff·]){1,3})\s*[（(](?P<post>[^，。；：,;:（）()]{2,40})[）)]"
)


@lru_cache(maxsize=1)
def titles() -> tuple[str, ...]:
    return tuple(sorted(set(load("titles")) | set(load("byline_titles")), key=len, reverse=True))


@lru_cache(maxsize=1)
def title_pattern() -> re.Pattern[str]:
    return words_finder(titles())


def read_post_and_name(text: str) -> tuple[str, str] | None:
    """(post, name): `汐湖港务集团工会主席 马向洋` → 汐湖港务集团工会主席, 马向洋; None where it is something else."""
    if not 5 <= len(text) <= LONGEST or SENTENCE.search(text):
        return None
    if text[-1] == "摄" and text[-2].isspace():
        return None  # 王一川在工地慰问筑路工人 李小满 摄
    if text[0] in "访记":
        return None  # 访青石矿务局原副局长王一川: a subheadline that has lost its dash
    found = list(title_pattern().finditer(text))
    if not found:
        return None
    last = found[-1]
    if NO_POST.search(text, 0, last.end()):
        return None
    name = text[last.end() :]
    bare = re.sub(r"[\s\u3000]", "", name)
    if bare[:1] in SPEAKS and name[:1] in SPEAKS and is_word(bare[1:]):
        return None  # `工会主席谈服务`
    if (
        2 <= len(bare) <= 4
        and is_name(bare)
        and (name[:1].isspace() or len(bare) < 4 or bare[:2] in load("surnames_compound") or is_tibetan(bare))
    ):
        return closed(text[: last.end()]), bare
    return None


def closed(post: str) -> str:
    """`白 鹭 中 学 工会主席` → 白鹭中学工会主席"""
    return BLANKS.sub("", post.strip())


def read_author(text: str) -> tuple[str, str] | None:
    """As above, but for a line whose mark already says that it is a byline, so that the post may be any word."""
    found = read_post_and_name(text)
    if found:
        return found
    match = TAIL_NAME.match(text) if len(text) <= LONGEST and not SENTENCE.search(text) else None
    if match:
        name = re.sub(r"[\s\u3000]", "", match["name"])
        if match["post"].endswith(titles()) and may_be_name(name):
            return closed(match["post"]), name  # 敖汉旗总工会主席 宝音图
        if is_name(name) and (len(name) < 4 or name[:2] in load("surnames_compound") or "·" in name):
            return closed(match["post"]), name
    return None


def named_with_post(text: str, endings: tuple[str, ...]) -> tuple[Contributor, ...]:
    """`王一川（青石县总工会副主席）`; what stands in the brackets ends as a title does, or with one of `endings`."""
    found = NAME_AND_POST.fullmatch(text)
    if not found or not found["post"].endswith((*titles(), *endings)):
        return ()
    name = re.sub(r"\s", "", found["name"])
    return (Contributor(name, "author", "", found["post"].strip()),) if is_name(name) else ()


def authors_of(text: str) -> tuple[Contributor, ...]:
    """`石景山区总工会副主席 尹群`, two of them side by side, or names alone."""
    words = text.split()
    if (
        len(words) == 4
        and is_name(words[1])
        and is_name(words[3])
        and min(map(len, words[::2])) >= LEAST_POST
    ):
        return tuple(Contributor(name, "author", "", post) for post, name in (words[:2], words[2:]))
    found = read_author(text)
    if found:
        return (Contributor(found[1], "author", "", found[0]),)
    if (housed := NAME_AND_HOUSE.fullmatch(text)) and is_name(housed["name"]):
        return (Contributor(housed["name"], "author", "", housed["house"]),)
    apart = NAME_BEFORE_POST.fullmatch(text)
    if apart and is_name(apart["name"]) and apart["post"].endswith(titles()):
        return (Contributor(apart["name"], "author", "", apart["post"]),)
    if posted := named_with_post(text, load("organisation_endings")):
        return posted
    names = names_in(text)
    if (
        names
        and all(map(is_name, names))
        and sum(map(len, names)) >= len(re.sub(r"[\s、，,\u3000]", "", text))
    ):
        return tuple(Contributor(name, "author") for name in names)
    return ()
