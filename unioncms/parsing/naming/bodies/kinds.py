"""Bodies named by their kind or by a part of them, after they were named in full: 公司工会, 厂党委, 磨工车间.

Which body is meant the other names of the article tell: of the kind the one named most.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.patterns import words_pattern

UNITS = (
    "工会委员会|工会工作委员会|工会工委|工会联合会|联合工会|总工会|工会|党工委|管委会|党委|党总支|党支部|团委|纪委"
    "|女职工委员会"
)
BY_KIND = re.compile(
    r"^(?:本|该)?(?P<kind>集团公司|总公司|公司|集团|企业|学校|学院|医院|仲裁院|合作社|项目部|幼儿园|卫生院|农场|林场|酒店|联合会|协会|商会|养护站|管理处|街道|(?<!分)厂|矿|校|院|局|村|社区|段|特区|新区|高新区|经开区|开发区|园区|景区|示范区|管理区|(?<=[本该])(?:队|所|站|会))"
    rf"(?P<unit>{UNITS}|委会)?$"
)
# 炼铁厂 of a steel works: what it makes is all its name.
TRADE_WORKS = (
    r"(?:炼铁|炼钢|轧钢|热轧|冷轧|焦化|烧结|能源动力|动力|机修|选矿|棒材|线材|中板|原料|制氧|铸铁|铸钢)厂"
)
# 采煤二队, but not 一三一队, which is a body by itself
NUMBERED_TEAM = "(?<![〇零一二三四五六七八九]{2})[一二三四五六七八九十]队"
PART = re.compile(
    rf"^{TRADE_WORKS}(?:工会|分工会)?$|"
    rf"^[\u3400-\u9fff]{{1,8}}?(?:车间|分厂|工段|工区|(?<![领值])班|{NUMBERED_TEAM}|系|分院|庭)(?:[\u3400-\u9fff]{{1,4}}班)?(?:工会|分工会)?$"
)
UNIT = re.compile(rf"(?:{UNITS}|委会)$")
# Kinds that are known by other words than their own.
ENDINGS = {
    "企业": ("公司", "集团", "厂"),
    "校": ("学校", "中学", "小学", "大学", "学院", "技校", "职高"),
    "院": ("医院", "学院", "研究院", "设计院", "法院"),
    "局": ("局",),
    "村": ("村",),
    "社区": ("社区",),
    "矿": ("矿",),
    "段": ("段",),
    "队": ("队",),
    "所": ("所",),
    "站": ("站",),
    "会": ("工会", "职工会", "总会", "公会", "协会", "商会", "联合会", "互助会"),
}
LONG_KINDS = (
    "公司",
    "集团",
    "学校",
    "学院",
    "医院",
    "仲裁院",
    "合作社",
    "项目部",
    "幼儿园",
    "卫生院",
    "农场",
    "林场",
    "酒店",
    "联合会",
    "协会",
    "商会",
    "养护站",
    "管理处",
    "街道",
    "厂",
    "特区",
    "新区",
    "高新区",
    "经开区",
    "开发区",
    "园区",
    "景区",
    "示范区",
    "管理区",
)
ZONES_OF_CITIES = ("高新区", "经开区", "开发区")
ASSOCIATIONS = ("联合会", "协会", "商会")
EMPLOYER = re.compile(r"(?:公司|集团|[^工]厂|矿|管理处|养护站|航标处|环卫所)$")
OF_UNION = re.compile(r"^(.{2,12}?)(?<!总)工会$")
NAMED_UNION = re.compile(r"^.{2,24}?(?<!总)工会(?:联合会)?$")
# Names of parts that say of whose: 云州机械厂铸造车间
IN_WORKS = re.compile(r"^.{2,}?(?:公司|集团|[^分动]厂|矿|学院|大学|法院|局|段)(?=.)")
OF_WORKS = re.compile(rf"(?:车间|厂|工段|工区|班|{NUMBERED_TEAM}|系|分院|庭)(?:工会|分工会)?$")
OWN_KIND = re.compile(r"^(?:本|该)?(?:集团公司|总公司|公司|企业)(?=.{2})")  # 公司|检验班
UNION_UNITS = (
    "经费审查委员会",
    "女职工委员会",
    "经审委员会",
    "经审会",
    "经审委",
    "劳动保护监督检查委员会",
)
PARTY_UNITS = ("党委", "党总支", "党支部", "纪委", "团委")
WORKS = ("公司", "厂", "集团")
LEGAL_FORM = re.compile("(?:股份)?有限(?:责任)?公司")  # 轴承集团|有限公司
# Shops and shifts are bodies of a works, but none by themselves.
SHOP = re.compile(r"(?:车间|工段|工区|(?<![领值])班)$")


def owners_by_kind(names: Iterable[str]) -> dict[str, str]:
    """Kind → the body of that kind which is named most: 公司 → 汐湖云帆纺织有限公司."""
    counts: dict[str, Counter] = defaultdict(Counter)
    for name in names:
        for kind, owner in kinds_of(name).items():
            counts[kind][owner] += 1
    return {kind: names.most_common(1)[0][0] for kind, names in counts.items()}


@lru_cache(4096)
def kinds_of(name: str) -> dict[str, str]:
    """What kinds of body a name speaks of, and of which body each: of 云州轴承集团工会 集团 and 云州轴承集团."""
    if BY_KIND.match(name) or PART.match(name):
        return {}
    found = {}
    owner = UNIT.sub("", name)
    for kind in LONG_KINDS:
        whole = name if kind in ASSOCIATIONS else owner
        if (at := whole.rfind(kind)) >= 2:
            form = LEGAL_FORM.match(whole, at + len(kind))
            found[kind] = whole[: form.end() if form else at + len(kind)]
    for kind, endings in ENDINGS.items():
        whole = name if kind == "会" else owner
        if len(whole) > 2 and whole.endswith(endings):
            found[kind] = whole
    return found


@cache
def kinds_of_titles() -> dict[str, tuple[str, ...]]:
    """厂长 → 厂"""
    return {line.split()[0]: tuple(line.split()[1:]) for line in load("title_kinds")}


@cache
def _title_end() -> re.Pattern:
    return re.compile(
        f"(?:[原前]任?)?(?:名誉|荣誉|执行|兼职|专职)?(?:副|常务副)?(?P<title>{words_pattern(kinds_of_titles())})(?:助理)?"
    )


def endings_for(title: str) -> tuple[str, ...]:
    """How bodies end that a bare title may be of; none for 主席 and the like."""
    found = _title_end().fullmatch(title)
    return kinds_of_titles()[found["title"]] if found else ()
