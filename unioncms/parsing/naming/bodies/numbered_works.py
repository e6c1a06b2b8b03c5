"""Works that are known by a number, with their unions: 核工业四0五厂工会, 一三一队工会; and builders by theirs: 中铁
二十一局四公司, 云建三建集团."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.passages import Sentence

NUMERAL = "〇○零0-9一二三四五六七八九十"
NUMBERED_UNION = re.compile(  # a search skips to its first numeral
    rf"[{NUMERAL}](?<![{NUMERAL}第].)[{NUMERAL}]{{2,4}}(?:基地|研究所|地质队|工程处|[厂所队局处矿院])(?:总工会|工会)(?!组织|小组)"
)
# 核工业|四0五厂: what stands before the number.
TRADE_TAGS = ("n", "nz", "ns", "nt", "j")
LONGEST_TRADE = 6  # characters
BUILDER = re.compile(
    r"(?:中铁|中建|中交|中冶|中核|水电|电建|中国水电|中国铁建)第?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})"
    r"(?:公局|航局|冶|局|院)(?:集团)?(?:第?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:分公司|公司|处))?"
    r"(?:有限)?(?:公司)?(?P<unit>工会)?(?!项目|[长主])"
)
# 云建三建集团, behind a mark or what leads to it.
BUILT = re.compile(
    r"(?:^|(?<=[，。、；：“（和与及到在自给]))[\u3400-\u9fff]{1,2}建[一二三四五六七八九十]{1,2}建(?:集团|公司)?(?:工会)?"
)


def find_numbered(sentence: Sentence) -> Iterator[Mention]:
    for start, end in _spans(sentence):
        yield Mention(sentence.text[start:end], start, end)


def _spans(sentence: Sentence) -> Iterator[tuple[int, int]]:
    text = sentence.text
    if "工会" in text:
        for found in NUMBERED_UNION.finditer(text):
            yield _behind_trade(sentence, found.start()), found.end()
    if "局" in text or "院" in text:
        for found in BUILDER.finditer(text):
            yield found.span()
    if "建" in text:
        for found in BUILT.finditer(text):
            yield found.span()


def _behind_trade(sentence: Sentence, at: int) -> int:
    index = sentence.index_of_end.get(at)
    start = at
    while index is not None and index >= 0:
        word = sentence.words[index]
        if word.tag not in TRADE_TAGS or at - word.start > LONGEST_TRADE:
            break
        start = word.start
        index -= 1
    return start
