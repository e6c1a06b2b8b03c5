"""What belongs to the name of a body behind it: its branch of a place, its workshop, its department."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.kinds import TRADE_WORKS
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.patterns import words_pattern

NUMBERED_UNIT = re.compile(r"第?[一二三四五六七八九十]{1,2}(?:中队|小队|分队|大队|车间|分厂|工段|工区)(?!长)")
# 中国农业银行|山东省分行, 新华社|湖南分社
BRANCHING = re.compile(r"(?:银行|公司|社|保险|证券|集团|局|行)$")
BRANCH = re.compile(
    r"(?:(?![、和与的在及])[\u3400-\u9fff]){2,7}?(?:分行|支行|分公司|分社|分局|营业部|分院|办事处|代表处"
    r"|工程部|作业队|采[油气]厂|炼油厂|发电厂|检修厂|机务段|工务段|车务段)"
)
SHOP_AT_END = re.compile(
    r"(?<=公司|集团|.厂|.矿|.局|.段|学院|大学|医院|学校)(?!工会)(?:[\u3400-\u9fff]{2,6}作业队|[\u3400-\u9fff]{2,5}(?:[班队]|车间|工段|工区)|[\u3400-\u9fff]{2,6}[处科部室])$"
)
COMMITTEE = re.compile(r"[\u3400-\u9fff]{2,6}?(?:省|市|县|区|州|旗|自治区)?[省市县区州旗]委(?![员托派会])")
# 中国邮政集团工会|福建省委员会
COMMITTEE_OF_UNION = re.compile(r"(?:全国|[\u3400-\u9fff]{2,6}[省市区县州局])(?:工作)?委员会")
DEPARTMENT_OF_UNION = re.compile(
    r"(?:(?![、和与的在及])[\u3400-\u9fff]){2,8}?(?:部(?=副?部长)|室(?=副?主任))"
)
# 特钢公司|炼铁厂; before the title of who heads it: 附属医院|护理部, 技术学院|教务处, 交警大队|事故处理中队.
HEADED = re.compile(
    rf"{TRADE_WORKS}|"
    r"(?:(?![、和与的在及由为任是兼让请把被])[\u3400-\u9fff\d]){1,9}?"
    r"(?:车间(?=副?主任|技术主管)|部(?=副?(?:部长|主任))|处(?=副?处长)|科(?=副?(?:科长|主任(?![医药护]师))|护士长)|室(?=副?主任)"
    r"|(?<![领值])班(?=副?班长)|队(?=副?[中大支]?队长)|组(?=副?组长)|段(?=副?[工段]长)|所(?=副?所长)|站(?=副?站长)"
    r"|股(?=副?股长)|司(?=副?司长)|课(?=副?课长)"
    r"|区(?=副?区长)|庭(?=副?庭长)|院(?=副?院长)|中心(?=副?主任))"
)
# 稀土高新区管委会|人力资源局|局长
OFFICE = re.compile(r"(?!和)(?:(?![、的在及由为任是兼让请把被])[\u3400-\u9fff]){2,11}?[局处](?=副?[局处]长)")
GOVERNMENTS = ("政府", "管委会")
# 省总|榆林地区办事处: what a union has in a place that is not its own.
AGENCY = re.compile(r"(?:(?![、和与的在及])[\u3400-\u9fff]){2,4}(?:地区|[市县])?(?:办事处|派出机构)")
# 云州大学|材料科学与工程学院
COLLEGE = re.compile(r"(?:(?![、和的在及由为任是与])[\u3400-\u9fff]){2,6}与[\u3400-\u9fff]{2,6}?(?<!大)学院")
# 铜川矿务局|三里洞煤矿
MINE = re.compile(
    r"(?:(?![、和与的在及])[\u3400-\u9fff]){2,4}?(?:煤矿|铁矿|[^工厂]矿)(?!区|务|山|工|长)(?:工会)?"
)
# 市人大|社会建设委员会, 省政协|提案委|主任
COMMITTEE_OF_ASSEMBLY = re.compile(
    r"(?:(?!常委|党组|委员|[、和与的在及])[\u3400-\u9fff]){2,8}?(?:委员会|委(?=专职|(?:常务)?副?主任|办公室|全体|[，。]))"
)
ASSEMBLIES = ("人大", "政协")
SHORT_UNIONS = ("省总", "市总", "区总", "县总", "州总", "旗总")
UNIONS = ("总工会", *SHORT_UNIONS)
DEPARTED = (*"厂矿局段处队所院社站部", "公司", "集团", "大学", "中学", "小学", "学校", "中心")


def with_parts(text: str, mentions: list[Mention]) -> list[Mention]:
    """Each with what belongs to its name behind it; what stands inside the longer name is no mention."""
    longer = [_with_part(text, mention) for mention in mentions]
    if longer == mentions:
        return mentions
    return [
        each
        for each in longer
        if not any(
            other.start <= each.start
            and each.end <= other.end
            and other.end - other.start > each.end - each.start
            for other in longer
        )
    ]


def with_shops(text: str, mentions: list[Mention], printed: list[Mention]) -> Iterator[Mention]:
    """县供电公司 of 县供电公司抢修班|班长: whose a shift is. `printed` are the names without their parts."""
    ends = {mention.start: mention.end for mention in printed}
    for mention in mentions:
        shop = SHOP_AT_END.search(mention.text)
        end = mention.start + shop.start() if shop and shop.start() > 3 else ends.get(mention.start, 0)
        if end < mention.end and (shop or _is_headed(text, mention.start, end, mention.end)):
            yield Mention(text[mention.start : end], mention.start, end, mention.is_short, is_inside=True)


def _with_part(text: str, mention: Mention) -> Mention:
    if mention.is_short and not mention.text.endswith(("总工会", "总", *ASSEMBLIES, *DEPARTED)):
        return mention
    end = _end_of_part(text, mention.text, mention.end)
    return replace(mention, text=text[mention.start : end], end=end) if end else mention


@cache
def _departments() -> re.Pattern:
    return re.compile(words_pattern(load("union_departments")))


def _end_of_part(text: str, name: str, end: int) -> int | None:
    """机械厂|二车间: a numbered part; 中国农业银行|山东省分行; 市总工会|基层工作部; 中共|云州市委."""
    part = NUMBERED_UNIT.match(text, end)
    if not part and BRANCHING.search(name):
        part = BRANCH.match(text, end)
    if not part and name.endswith(("大学", "学院")):
        part = COLLEGE.match(text, end)
    if not part and name.endswith("矿务局"):
        part = MINE.match(text, end)
    if not part and name.endswith(UNIONS):
        part = AGENCY.match(text, end)
    if not part and name in SHORT_UNIONS:
        part = _departments().match(text, end) or DEPARTMENT_OF_UNION.match(text, end)
    if not part and name.endswith("工会"):
        part = COMMITTEE_OF_UNION.match(text, end)
        part = part or _departments().match(text, end)
        part = part or DEPARTMENT_OF_UNION.match(text, end)
    if not part and name.endswith(DEPARTED):
        part = HEADED.match(text, end)
    if not part and name.endswith(GOVERNMENTS):
        part = OFFICE.match(text, end)
    if not part and name.endswith(ASSEMBLIES):
        part = COMMITTEE_OF_ASSEMBLY.match(text, end)
    if not part and name == "中共":
        part = COMMITTEE.match(text, end)
    return part.end() if part else None


def _is_headed(text: str, start: int, end_of_owner: int, end: int) -> bool:
    """Whether somebody heads the part of a works that ends here: 交警大队|事故处理中队|中队长."""
    found = HEADED.match(text, end_of_owner) if text.endswith(DEPARTED, start, end_of_owner) else None
    return found is not None and found.end() == end
