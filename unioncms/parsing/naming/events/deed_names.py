"""What a deed is called: the clause that tells of it, shorter where it is a visit or a gift."""

import re

from unioncms.parsing.naming.events.telling import Telling, lists
from unioncms.parsing.naming.events.visits import ABOUT, VISITED, visit_name

# What a list of names leaves when they are taken out of it: 劳模、和困难党员、
LEFT_MARKS = re.compile(r"、+(?=[、和与及]|$)")
DONE_ON_A_VISIT = re.compile(r"^(..)了")
# 送上|矿泉水、毛巾等|清凉物资
GIVEN = re.compile(r"(送上|送去|送来|发放|赠送|带来|带去)了?[^，。；]*、[^，。；]*等([\u3400-\u9fff]{2,6})$")
# 为连续奋战的职工|送去毛巾、药品等慰问品
GIVEN_TO = re.compile(
    "[为向给](?P<whom>[^，。；]{2,20}?)(?:送[去上来]|发放|带[去来])了?[^，。；]{0,40}慰问(?:品|金|物资)"
)
VISITS = (*VISITED, "救援", "驰援", "抢险")
CALL = re.compile("(?:到访|访问(?!团)|抵达)[\u3400-\u9fff]{2,10}(?=[，。])")  # 青年代表团|到访云州|，参观…
LONGEST_DEED = 36
LONGEST_NAME = 30  # of a clause that is too long
LONGEST_VISIT = 24
LEAST = 5


def deed_name(telling: Telling, start: int, end: int, who: list) -> str:
    """Who and what: 柳阿香同机匠陈水生等人在沿江一间豆腐坊里成立联合会 → 柳阿香成立联合会; what alone, where the
    act is a visit: 市总工会副主席王树茂到矿上看望老劳模 → 看望老劳模."""
    text = telling.text
    if given := GIVEN_TO.search(text, start, end):
        return "慰问" + given["whom"]
    clause = GIVEN.sub(r"\1\2", text[start:end])
    if about := ABOUT.search(text, start, end):
        return visit_name(text, about.start("act"), end) or clause
    if call := CALL.search(text, start, end + 1):
        guests = (each.text for each in (*who, *telling.bodies) if each.end <= call.start())
        return next(guests, "") + call.group()
    acts = [
        word.start
        for word in telling.sentence.words
        if start <= word.start < end and word.text in lists().actions
    ]
    visit = next((at for at in acts if text.startswith(VISITS, at)), None)
    if visit is not None and end - visit >= LEAST:
        return DONE_ON_A_VISIT.sub(r"\1", _without_names(telling, visit, end))[:LONGEST_VISIT]
    if visit is not None and (there := visit_name(text, visit, end)):
        return there
    if len(clause) <= LONGEST_DEED:
        return clause
    act = acts[0] if acts else start
    doer = next((each.text for each in who if each.start < act), "")
    return (doer + text[act:end])[:LONGEST_NAME] if act > start else clause[:LONGEST_NAME]


def _without_names(telling: Telling, start: int, end: int) -> str:
    """A visit to several people is called after their kind: 看望困难党员何晓兰、周立平 → 看望困难党员."""
    deed = telling.text[start:end]
    names = [each for each in telling.names if start <= each.start and each.end <= end]
    for name in reversed(names) if len(names) > 1 else ():
        deed = deed[: name.start - start] + deed[name.end - start :]
    deed = LEFT_MARKS.sub("", deed)
    return deed if len(deed) >= LEAST else telling.text[start:end]
