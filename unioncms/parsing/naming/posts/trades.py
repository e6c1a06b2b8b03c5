"""What somebody works as, behind the employer: 港务公司|装卸工|卢阿土.

Words of trades are too many for a list; behind a body and before a name their ending is enough.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from unioncms import words
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.posts.titles import Title
from unioncms.parsing.patterns import words_pattern

LONGEST_OCCUPATION = 6
BEFORE_NAME = 12  # characters behind a body that are cut into words
ONE_OF = re.compile(r"的一[名位个]")  # 瓷厂的一名|拉坯工，
PART = re.compile(r"[\u3400-\u9fff]{2,4}?(?:车间|分厂|工段|工区)|[原前](?=[\u3400-\u9fff])|派[出来]|选派")
OPENING_NAME = re.compile(r"[\u3400-\u9fff]{2,3}[，：]")  # 卢阿土，|港务公司装卸工，
DOTTED_NAME = re.compile("[\u3400-\u9fff]{1,6}·[\u3400-\u9fff]")  # 接线工|阿依努尔·吐尔逊
NOT_IN_OCCUPATIONS = frozenset("的了在和与是为将把被等及不也都就还又对向从到由于、，。“”0123456789")


@cache
def _occupation() -> re.Pattern:
    return re.compile(
        f"(?:[\u3400-\u9fff]{{1,{LONGEST_OCCUPATION - 1}}}(?:{words_pattern(load('occupation_endings'))})"
        f"|[\u3400-\u9fff]{{0,4}}?(?:{words_pattern(load('occupations'))}))$"
    )


@cache
def _surnames() -> frozenset[str]:
    ordinary = (*load("surnames"), *load("surnames_compound"), *load("surnames_everyday"))
    return frozenset(name[0] for name in (*ordinary, *load("surnames_behind_titles")))


OPENS_CLAUSE = tuple("，。；：“！？\n")
# What anybody at a works, a school or an office is called: a title beside a name alone, for what follows it else may be
# anything: 公司职工|文化节.
STAFF = ("职工", "员工", "工人", "职员", "干部", "矿工", "青工", "老师", "医生", "护士", "司机")
# 在港务公司，|装卸工卢阿土说: where the sentence opens with the place of work.
AT_WORK = re.compile(r"[^，。；]{0,8}?在(?=[^，。；]{3,40}，)")
THERE = re.compile(r"(?:[看见]到|采访时|(?!的)[\u3400-\u9fff]{0,6}?(?:里|内|车间|工地|一线|现场))?(?=，)")
WORKPLACE = re.compile(
    r"(?:公司|集团|[^工]厂|矿|医院|学校|学院|[中小大]学|幼儿园|合作社|局|站|所|[车工电机]段|项目部)$"
)


def workplace_of(text: str, bodies: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The body at which what a sentence tells takes place, where it says so first: where it begins, and the comma."""
    opening = AT_WORK.match(text) if "在" in text else None
    if not opening:
        return None
    for start, end in bodies:
        is_here = start == opening.end() and WORKPLACE.search(text, start, end)
        if is_here and (comma := THERE.match(text, end)):
            return start, comma.end()
    return None


def find_staff(
    sentence: Sentence, bodies: Iterable[tuple[int, int]], names: Iterable[int], titles: Iterable[Title]
) -> Iterator[Title]:
    """市环卫处|职工|韦桂芳: between a body and one of the `names`, which are where names begin; behind a place of work
    any trade, 在港务公司，|装卸工|卢阿土."""
    text, bodies = sentence.text, set(bodies)
    ends, known = {end for _, end in bodies}, {title.end for title in titles}
    place = workplace_of(text, bodies)
    for end in names:
        if end in known:
            continue
        start = next((end - len(word) for word in STAFF if text.endswith(word, 0, end)), end)
        if start < end and (start in ends or (text[start - 1] == "的" and start - 1 in ends)):
            yield Title(text[start:end], start, end)
            continue
        if start == end or text[start - 1] not in "，的":
            start = _trade_before(sentence, end)  # 叉车|司机
        if start is None:
            continue
        is_at_work = place and place[1] < end and "，" not in text[place[1] + 1 : end]
        is_of_body = text[start - 1] == "的" and start - 1 in ends
        if is_at_work or is_of_body or (text[start - 1] in OPENS_CLAUSE and is_of_works(text[start:end])):
            yield Title(text[start:end], start, end)


def _trade_before(sentence: Sentence, end: int) -> int | None:
    """机电队|检修工|宋玉霞: where the shortest run of words begins that ends here as trades do."""
    index = sentence.index_of_end.get(end)
    while index is not None and index >= 0:
        start = sentence.words[index].start
        found = sentence.text[start:end]
        if end - start > LONGEST_OCCUPATION or not NOT_IN_OCCUPATIONS.isdisjoint(sentence.words[index].text):
            return None
        if _occupation().match(found):
            return None if found.endswith(load("not_occupations")) else start
        index -= 1
    return None


def is_of_works(title: str) -> bool:
    """天车工, but not 律师, and no 局长: at the one works that an article is about, whoever has such a trade."""
    return is_trade(title) and not title.endswith("长") and not title.endswith(load("trades_of_anywhere"))


def is_trade(title: str) -> bool:
    return title in STAFF or _occupation().match(title) is not None


def opens_item(text: str, start: int, end: int) -> bool:
    """港务公司，装卸工卢阿土；: whether an item of a list is a body, a comma and one short phrase."""
    is_short = len(text) - end < LONGEST_OCCUPATION + 7
    return (
        is_short
        and text[end : end + 1] == "，"
        and text[-1] in "；;。"
        and not text[:start].strip()
        and text.count("，") == 1
    )


# 韩立群|（|五彩湾发电公司值长|）, 麦晓云是|云州钢铁公司的高炉炉长|，: where a name far from it takes the trade.
BRACKETS = {"（": "）", "(": ")"}
OF_WHOM = re.compile(r"(?:[是任系]|担任|来自|原[是系])$")
MARKS_BEHIND = "，。；、"
HEADS_PART = re.compile("(?:科科|处处|班班|队队|组组)长$")  # 仓储|科|科长


def find_occupations(
    sentence: Sentence, bodies: Iterable[tuple[int, int]], titles: Iterable[Title]
) -> Iterator[Title]:
    """港务公司|装卸工|卢阿土: words behind a body that end as trades do, and a surname behind them; of the name that
    opens a text the trade may stand between two marks: 卢阿土，港务公司|装卸工，从业三十年.

    In a list the name may stand first, 卢阿土，港务公司|装卸工； or the body alone: 港务公司，|装卸工|卢阿土；
    """
    text, bodies = sentence.text, set(bodies)
    known = {title.start for title in titles}
    apart = {end + 1 for start, end in bodies if opens_item(text, start, end)}
    single = {one.end() for _, end in bodies if (one := ONE_OF.match(text, end))}
    closing = {end: _may_close(text, start) for start, end in bodies}
    closing |= {end + 1: closing[end] for end in tuple(closing) if text.startswith("的", end)}
    for start in sorted(closing.keys() | apart | single):
        marks = "，。；" if start in single else closing.get(start, "")
        if part := PART.match(text, start):
            start = part.end()  # 汽车公司|焊装车间|班长
        if start in known or start + 3 > len(text) or text[start] in NOT_IN_OCCUPATIONS:
            continue
        if text.startswith("的退休", start - 1) or text.startswith(load("not_occupations_before"), start):
            continue
        end = start
        for word in words.cut(text[start : start + BEFORE_NAME]):
            end += len(word)
            if end - start > LONGEST_OCCUPATION or not NOT_IN_OCCUPATIONS.isdisjoint(word):
                break
            found = text[start:end]
            is_trade = _occupation().match(found) and not (
                found.endswith(load("not_occupations")) or HEADS_PART.search(found)
            )
            behind = text[end : end + 1]  # at the end of the text nothing, which is as good as a mark
            is_before_name = behind in _surnames() or DOTTED_NAME.match(text, end)
            if is_trade and (is_before_name or start in apart or (marks and behind in marks)):
                start += found.startswith("女") and len(found) > 2  # 女|钳工
                yield Title(text[start:end], start, end)
                break


def _may_close(text: str, start: int) -> str:
    """Marks that a trade may end at, for what stands before the employer."""
    before = text[start - 1 : start]
    if before in BRACKETS:
        return BRACKETS[before]
    if OPENING_NAME.fullmatch(text, 0, start) or OF_WHOM.search(text, max(0, start - 2), start):
        return MARKS_BEHIND
    return "；;。" if before in ("，", " ") else ""
