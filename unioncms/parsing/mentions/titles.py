"""Every title in a sentence, as whole as it is printed: 财务部高级经理, 第五届监事会监事, 记者; for `recognise` alone.

Posts take the title without what stands before it; here the mention counts, and what somebody works as counts too.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.names.name import Name
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.posts.titles import Title
from unioncms.parsing.patterns import words_pattern
from unioncms.parsing.shapes import LEVELS

Span = tuple[int, int]

# Where a title begins at the latest: behind a mark or a word that leads to an office.
BOUNDARY = re.compile(r"[、，；：。（）()“”《》\s]|(?<![责主])任为?|[聘选]为?|[兼与和及]")
LED = re.compile(r"(?:[任兼聘选]|[聘选任]为)$")
# What stands before a title and is no part of it: 相关|负责人, 一位|官员, 原|主席.
APART = re.compile(r".*(?:相关|有关|主要|著名|知名|[一二三两几多]+[位名个]|[原前现该的])")
TERM = "第?[一二三四五六七八九十]{1,3}届"
# 投资|副总裁, 第三届监事会|监事: no function word and no figure but that of a term.
PART = re.compile(
    f"(?:（?{TERM}）?)?(?:(?![了在将被等不也都就还又对向从到由于其这那年月日某])[\u3400-\u9fff]){{0,12}}"
)
LONGEST_PART = 14
DEPARTMENT = r"[\u3400-\u9fff]{1,7}(?:部|处|科|室|办|中心|车间|分厂|系|组)"
SEATS = ("人大代表", "政协委员", "党代表")  # 云州市第十三届|人大代表: they carry the name of what they sit in
BEHIND_TERM = re.compile(f"{TERM}(?:[、和]{TERM})*$")  # 第九届、第十届|人大代表
LONGEST_TERM = 14
REGISTERED = re.compile("(?:中国|国家)$")  # 国家|注册会计师
# 总经理|秘书
SERVED = ("总经理", "董事长", "总裁", "行长", "局长", "厂长", "市长", "省长", "院长", "校长", "主席", "部长")
SECRETARY = re.compile("秘书(?![长处科])")
IN_LIFE = re.compile("[历曾现]任|担任|先后任")
COMMITTEE = re.compile("(?:咨询|顾问|评审|鉴定)?(?:委(?!托)|组(?!织))")
OWN_PAPER = (
    "本报",
    "本刊",
    "本台",
    "本社",
    "早报",
    "晚报",
    "日报",
    "晨报",
)  # 本报|记者 is one word of the dictionary


def outside(spans: Iterable, taken: list[Span]) -> Iterator:
    """Spans that lie in none of those taken; both in order."""
    at = 0
    for span in spans:
        while at < len(taken) and taken[at][1] <= span.start:
            at += 1
        if at == len(taken) or span.end <= taken[at][0]:
            yield span


def find_title_mentions(
    sentence: Sentence, titles: list[Title], names: list[Name], bodies: list[Mention]
) -> Iterator[Title]:
    """Titles and trades in order, with the department or field that belongs to them.

    Those that are everyday words too (代表, 会计) count beside a name, behind a body or where somebody holds them.
    """
    text, reach = sentence.text, 0
    taken = [(body.start, body.end) for body in bodies]
    edges = {end for _, end in taken}
    names_beside = {name.start for name in names}, {name.end for name in names}
    doubtful = frozenset(load("titles_doubtful"))
    titles = [_whole(title, text) for title in titles]
    for title in sorted([*outside(titles, taken), *_trades(sentence, titles, taken)], key=_start):
        if title.start < reach or _is_of_committee(title, text):
            continue
        begin, is_held = _beginning(sentence, title, edges, reach)
        is_beside = title.end in names_beside[0] or title.start in names_beside[1]
        is_word = title.end in sentence.index_of_end and title.text not in doubtful
        if is_beside or is_held or is_word:
            reach = title.end
            yield Title(text[begin : title.end], begin, title.end) if begin < title.start else title


def _whole(title: Title, text: str) -> Title:
    """总经理|秘书"""
    found = SECRETARY.match(text, title.end) if title.text.endswith(SERVED) else None
    return Title(text[title.start : found.end()], title.start, found.end()) if found else title


def _is_of_committee(title: Title, text: str) -> bool:
    """军工|专家|咨询委主任"""
    return title.text.endswith("专家") and COMMITTEE.match(text, title.end) is not None


def _start(title: Title) -> int:
    return title.start


def _seat(sentence: Sentence, title: Title) -> int:
    """Where the place of a seat begins: |云州市第十三届人大代表."""
    term = BEHIND_TERM.search(sentence.text, max(0, title.start - LONGEST_TERM), title.start)
    begin = term.start() if term else title.start
    while (index := sentence.index_of_end.get(begin)) is not None:
        word = sentence.words[index]
        if not word.tag.startswith("ns") and word.text not in LEVELS:
            break
        begin = word.start
    return begin


def _beginning(sentence: Sentence, title: Title, edges: set[int], reach: int) -> tuple[int, bool]:
    """Where the title begins, 电力公司|人力资源部经理, 历任|计划科科长, and whether somebody holds it."""
    if title.text in SEATS:
        return _seat(sentence, title), True
    text = sentence.text
    if title.text.startswith("注册") and (state := REGISTERED.search(text, reach, title.start)):
        return state.start(), False
    low = max(reach, title.start - LONGEST_PART, *(end for end in edges if end <= title.start), 0)
    begin = max((found.end() for found in BOUNDARY.finditer(text, low, title.start)), default=low)
    is_listed = begin == reach + 1 and reach > 0 and _joins_offices(text, reach)
    is_held = begin in edges or is_listed or LED.search(text, low, begin) is not None
    if begin == title.start or not is_held:
        return title.start, is_held
    if begin in edges:
        if _is_deed(sentence, begin, title.start):
            return title.start, False
        begin = _behind_area(sentence, begin)
        if apart := APART.match(text, begin, title.start):
            begin = apart.end()
        is_whole = PART.fullmatch(text, begin, title.start)
    else:
        is_whole = _fields().fullmatch(text, begin, title.start)
    return (begin, True) if is_whole else (title.start, False)


def _behind_area(sentence: Sentence, begin: int) -> int:
    """启扬科技|北京地区|客户总监"""
    index = sentence.index_of_start.get(begin)
    is_area = index is not None and sentence.tags[index] == "ns" and sentence.texts[index].endswith("地区")
    return sentence.words[index].end if is_area else begin


def _joins_offices(text: str, at: int) -> bool:
    """历任车间主任，|质检科科长: in a life a comma parts offices too."""
    return text[at] in "、兼和" or (text[at] in "，；" and IN_LIFE.search(text, 0, at) is not None)


def _is_deed(sentence: Sentence, begin: int, end: int) -> bool:
    """地方政府|要求|政府工作人员: what a body does is no part of the title."""
    index = sentence.index_of_start.get(begin)
    if index is None:
        return False
    word = sentence.words[index]
    is_noun = word.tag == "vn" and word.end == end  # 推广|经理
    is_field = is_noun or _fields().fullmatch(word.text) or word.text in lists().verbs
    return word.tag[:1] == "v" and len(word.text) > 1 and not is_field


@cache
def _fields() -> re.Pattern:
    fields = words_pattern(load("title_fields"))
    return re.compile(
        f"(?:（?{TERM}）?)?(?:(?:{fields})(?:{fields})?(?:{fields})?|{DEPARTMENT}|[室系院所科处校])"
    )


@cache
def trade_pattern() -> re.Pattern:
    return re.compile(words_pattern(load("titles_of_trades")))


def trades_of(sentence: Sentence) -> Iterator[Title]:
    """Trades that are words of their own and can be nothing else: behind these a name may stand."""
    for found in trade_pattern().finditer(sentence.text):
        start, end = found.span()
        is_word = start in sentence.index_of_start and end in sentence.index_of_end
        if is_word and found.group() not in load("titles_doubtful"):
            yield Title(found.group(), start, end)


def _trades(sentence: Sentence, titles: list[Title], taken: list[Span]) -> Iterator[Title]:
    """记者, 收藏家: words of their own that name what somebody works as, in no title and no body."""
    trades = (
        Title(found.group(), *found.span())
        for found in trade_pattern().finditer(sentence.text)
        if found.end() in sentence.index_of_end
        and (found.start() in sentence.index_of_start or sentence.text.endswith(OWN_PAPER, 0, found.start()))
    )
    apart = outside(trades, taken)
    return (
        trade
        for trade in apart
        if all(
            title.end <= trade.start or trade.end <= title.start or _is_within(title, trade)
            for title in titles
        )
    )


def _is_within(title: Title, trade: Title) -> bool:
    """总监 is part of 客户总监."""
    return trade.start < title.start and title.end == trade.end
