"""Where the name of a body ends in biographies and news: with the faculty, branch or unit behind it, without the
department that belongs to a title and without what is said of it before its name. For `recognise` alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from unioncms.parsing.mentions.bodies import HANZI, NUMERAL
from unioncms.parsing.naming.bodies.beginnings import Beginnings
from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.page import Places

PLAIN = r"(?:(?![、，的了在和与及是为])[\u3400-\u9fff])"
SCHOOL = re.compile(
    r"(?:大学|学院|党校|科学院|社科院|[北南浙川山厦东武中财工师][师工理邮航科交财农林]?大|北大|清华)$"
)
# 云州大学|经济系, 云州大学|管理学院|会计系
FACULTY = re.compile(
    rf"{PLAIN}{{1,12}}?(?:学院|系(?![列统])|研究院|研究所|研究中心|研究室|实验室|医学中心|科学中心|医学部|[法文理工农]?学部"
    rf"|附属{HANZI}{{0,4}}医院|医院|分校|分院|出版社|图书馆|党校|教研室|研究生部|管理部)"
)
# How a body ends and what belongs to it behind.
PARTS = [
    (re.compile(end), re.compile(part))
    for end, part in (
        # 八路军|115师, 解放军|第十三军
        (
            r"(?:军|部队)$",
            rf"第?(?:\d{{1,3}}|{NUMERAL}{{1,3}})(?:集团军|师团|旅团|联队|军|师|旅|团|纵队|舰队)(?![区长委员人生傅座训参令])|{PLAIN}{{0,4}}司令部|某[部师团旅]",
        ),
        # 中国会计学会|金融专业委员会
        (
            r"(?:学会|协会|研究会|联合会|商会|局|厅|证监会|交易所)$",
            rf"{PLAIN}{{0,12}}?(?:专业委员会|咨询委员会|工作委员会|专家委员会|审核委员会|惩戒委员会|分会|专委会)",
        ),
        # 工商银行|信用卡中心, 建设银行|总行信贷部
        (
            r"(?:银行|工行|农行|中行|建行|交行|招行)$",
            rf"总行(?:营业部|{HANZI}{{2,6}}[部处](?!.?[长经主副]))?|(?:信用卡|银行卡|私人银行|数据|研发)(?:中心|部)(?!副?[总主])",
        ),
        # 浙江省委|政策研究室
        (r"[省市区县州]委$", "政策研究室|办公厅|组织部|宣传部|统战部|政法委|党校|党史研究室"),
        # 财政部|会计司
        (
            r"(?:(?<!党)部|总局|委员会|[科计教经]委|人民银行|署)$",
            rf"(?:(?!政府|所属|直属|副){PLAIN}){{2,8}}?(?:司|局)(?![长机令法])",
        ),
        # 中粮|包装控股有限公司
        (
            r"^.{2,4}(?<![院所局会委部社报校学行队司])$",
            rf"(?!.{{0,6}}(?:收购|出资|增持|持有|起诉|注资|入股|参股|合资))(?:{PLAIN}{{1,8}}?(?:股份有限公司|有限责任公司|有限公司)"
            rf"|{PLAIN}{{0,4}}(?:制造|贸易|实业|投资|咨询|工程|物流|运输|进出口|建设|租赁|地产|房地产)公司)",
        ),
        # 江南会计师事务所|上海分所|（特殊普通合伙）
        (r"事务所$", rf"(?:{HANZI}{{2,3}}分所)?(?:[（(](?:特殊)?普通合伙[）)])?"),
    )
]
# 鞍钢|第二发电厂|厂长: before a title, what is no department.
WORKS = re.compile(rf"{PLAIN}{{1,8}}?(?:(?<!分)厂|分公司|研究院|研究所|设计院|分行|支行|医院|学校)")
WITH_WORKS = re.compile("(?:钢|公司|集团|局|油田|银行|矿务局|部|科学院)$")
# 云州市人事局|电子工程类…: what looks like the end of a company belongs to the next word.
CUT_BEHIND = re.compile(
    r"(?P<body>.*(?:局|委员会|公司|集团|出版社|大学|学院|医院|协会|学会|银行|研究院|[省市区县]))"
    r"(?:科技|电子|航空|科学|网络|能源|软件|传媒|置业|地产|证券|实业|期货|信托)$"
)
LISTED = re.compile(r"(?P<body>.*(?:证监会|交易所))(?:上市)?公司$")
# 云州电力局|副总会计师兼财务部主任
WITH_TITLE = re.compile(
    r"(?P<body>.*?(?:局|公司|厂|集团|院|所|会|校|大学))(?:副?总?(?:经理|会计师|工程师|经济师)|副?[局厂院所校会]长|副?主任|副?书记)兼.*$"
)
PLENUM = re.compile(rf"(?P<body>中共|中国共产党){NUMERAL}{{1,3}}届{NUMERAL}{{1,2}}中全会$")
# Before a title the department is part of that: 云州制药厂|质监科|科长.
BEFORE_TITLE = (
    re.compile(rf"(?P<body>本?公司|集团公司|集团|股份公司){HANZI}{{2,6}}(?:部|中心)$"),
    re.compile(
        rf"(?P<body>.*(?:厂|公司|集团|教育局|卫生局|财政局|供电局|电力局|医院)){HANZI}{{2,6}}(?:[科处]|车间)$"
    ),
    re.compile(rf"(?P<body>.*银行)(?!.*[分支]行){HANZI}{{2,8}}(?<!营业)(?:部|中心)$"),
    re.compile(
        rf"(?P<body>.*?(?:有限公司|有限责任公司)){HANZI}{{2,12}}(?<!分公司)(?<!营业)(?:[部科处室组]|中心)$"
    ),
)
OFFICER = re.compile(
    "副|[科处部]长|主任|会计|科员|处员|技术员|工程师|干事|主管|[总高]?.?经理|执行|高级|总监|工人|工艺员"
)
OF_DEPARTMENT = re.compile(rf"{HANZI}{{2,6}}[部处科室](?:副?(?:总?经理|主任)|副?[部处科]长)")
JOINED = re.compile(r".{2,}(?:部门|机关|警方|公司|银行|厂)[和与及](?=.{4})")
PRAISE = re.compile(r"(?:著名|知名)[\u3400-\u9fff]{2,4}$")


def with_edges(sentence: Sentence, places: Places, bodies: Iterable[Mention]) -> Iterator[Mention]:
    """The same bodies, each as long as its name is; those of which nothing is left are left out."""
    beginnings = Beginnings(sentence, places)
    for body in bodies:
        whole = _without_tail(_without_praise(body), sentence.text)
        if whole is None:
            continue
        whole = _with_parts(_with_faculty(sentence, beginnings, whole), sentence.text)
        yield _without_department(whole, sentence.text)


def _to(body: Mention, end: int, text: str) -> Mention:
    return replace(body, text=text[body.start : end], end=end)


def _with_faculty(sentence: Sentence, beginnings: Beginnings, body: Mention) -> Mention:
    text, end = sentence.text, body.end
    while SCHOOL.search(body.text) and (found := FACULTY.match(text, end)):
        first, last = sentence.index_of_start.get(end), sentence.index_of_end.get(found.end())
        if first is None or last is None:
            break
        inner = range(first, last + 1)
        if not all(beginnings.reach.may_stand(index) or sentence.texts[index] == "系" for index in inner):
            break
        end = found.end()
    return _to(body, end, text)


def _with_parts(body: Mention, text: str) -> Mention:
    for end, part in PARTS:
        if end.search(body.text) and (found := part.match(text, body.end)):
            body = _to(body, found.end(), text)
    found = WORKS.match(text, body.end) if WITH_WORKS.search(body.text) else None
    if found and any(text[found.end() : found.end() + size] in lists().titles for size in (2, 3, 4)):
        body = _to(body, found.end(), text)
    return body


def _without_tail(body: Mention, text: str) -> Mention | None:
    """云州市人事局|电子工程; of 山西省|科技 nothing is left."""
    for pattern in (CUT_BEHIND, LISTED, WITH_TITLE, PLENUM):
        if found := pattern.match(body.text):
            return (
                None if found["body"][-1] in "省市区县" else _to(body, body.start + found.end("body"), text)
            )
    return body


def _without_department(body: Mention, text: str) -> Mention:
    for pattern in BEFORE_TITLE:
        if (found := pattern.match(body.text)) and (
            OFFICER.match(text, body.end) or OF_DEPARTMENT.match(text, body.end)
        ):
            return _to(body, body.start + found.end("body"), text)
    return body


def _without_praise(body: Mention) -> Mention:
    """世界著名学府|哈佛大学, 公安部门和|云州市消防局"""
    if found := JOINED.match(body.text):
        return replace(body, text=body.text[found.end() :], start=body.start + found.end())
    for found in lists().known.finditer(body.text, 1):
        if found.end() == len(body.text) and PRAISE.search(body.text[: found.start()]):
            return replace(body, text=found.group(), start=body.start + found.start())
    return body
