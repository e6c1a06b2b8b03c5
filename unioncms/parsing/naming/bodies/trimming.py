"""What the search for a beginning took along that is no part of the name: 总包单位|云帆建设集团, 镇|广东云帆公司."""

import re
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.places.areas import areas, short_names
from unioncms.parsing.patterns import words_pattern
from unioncms.parsing.shapes import LEVELS

BUILDERS = ("中铁", "中建", "中交", "中冶", "中水", "中煤")
IN_OFFICE = re.compile(r"(?:[任就供]职|入职|加盟)于?|(?<=[曾历现先后年月，、])任(?![氏家丘县城泽])")
OF_ANY = re.compile(r"[（(](?:[市区县州镇乡旗]|街道|园区)")  # 各县（区）总工会
HOUSES = re.compile(r"(?:公司|集团|[^工]厂)")
HANDED_UP = ("并报", "上报", "呈报", "报请", "报经")
OF_ITS_OWN = ("总公司", "集团公司", "公司工会", "公司党委", "厂工会")
ROLE = "单位"  # 总承包单位|云帆建设集团
SCHOOLS = ("小学", "中学", "学校", "技校", "医院", "学院", "大学", "工作室")
NEVER_OF_UNIONS = ("煤矿", "公司", "集团", "厂", "大学", "医院")
BEFORE_NAMES = frozenset("，。、；：“（ \n在到赴于从向")
# 成立了|松林驻|宜昌农民工工会联合会
STATIONED = re.compile(r"(?:^|(?<=[，。、；：“（ \n了在由到]))(?:(?![了在由到驻])[\u3400-\u9fff]){2,6}驻$")
# 灵石县总工会指导|水产加工行业工会联合会
BY_UNION = re.compile("总工会(?:指导|组织|推动|帮助|引导|牵头|联系|协调|促进|支持)")
ASKED = re.compile(r"(.)不\1|个$")  # 认不认工会, 换个厂


@cache
def _elsewhere() -> re.Pattern:
    """广饶县|中国铁建港航局集团, 黄石镇|广东云帆有限公司: where it works, and no part of its name."""
    provinces = (name for name, area in short_names().items() if areas()[area.name].level == "省")
    return re.compile(
        r"(?<=[省市区县旗州镇乡道])"
        rf"(?:中国(?!人民)|中[铁建交冶核]|国家电网|{words_pattern(provinces)}(?=[^省市县区总]))(?=.{{2,20}}(?:公司|集团|局|院))"
    )


def trimmed(text: str, start: int, ending_start: int, end: int) -> int | None:
    """Where the name begins of which `start` was found; None where it is none."""
    if text.startswith(HANDED_UP, start):
        start += 2  # 并报|总公司党委
    if start and text[start - 1 : start + 1] in BUILDERS:
        start -= 1  # 中|铁五局
    if HOUSES.search(text, start, end):
        if text.endswith("公司", start, end) and (office := IN_OFFICE.match(text, start)):
            start = (
                office.end()
            )  # 曾|任|安宏汽车有限公司, where the dictionary joins 任安; 任职|益世咨询（中国）公司
        role = text.rfind(ROLE, start, ending_start)
        if role >= 0 and ending_start - role > len(ROLE) + 1:
            start = role + len(ROLE)
    if (
        text.endswith(load("appointing_verbs"), 0, start)
        and (at := text.find("为", start + 2, start + 5)) > 0
    ):
        start = at + 1  # 选举|卢丽华|为|云州纺织公司|总经理, where the dictionary has 华为
    if text.endswith(load("appointing_verbs"), 0, start) and text.startswith(OF_ITS_OWN, start + 3):
        start += 3  # 免去|陶秀芝|总公司工会办公室|副主任
    if elsewhere := _elsewhere().search(text, start + 2, end):
        start = elsewhere.start()
    if text.endswith("会", start, end) and (by_union := BY_UNION.search(text, start, ending_start)):
        start = by_union.end()
    if text[start] == "各" or OF_ANY.search(text, start, end):
        return None  # 各县市总工会
    if "）" in text[start:end] and "（" not in text[start:end]:
        return None  # 各乡镇（街道）工会
    if ASKED.search(text, start, ending_start):
        return None
    if text.endswith(NEVER_OF_UNIONS, start, end) and "总工会" in text[start:ending_start]:
        return None  # 云州市总工会|十分关心|煤矿
    if ending_start - start == 1 and text[start] not in LEVELS and text.startswith(SCHOOLS, ending_start):
        return _with_head(text, start)
    if text[start - 1 : start] == "驻" and (stationed := STATIONED.search(text, max(0, start - 7), start)):
        return stationed.start()
    opening = text.rfind("“", max(0, start - 4), start)
    is_quoted = opening >= 0 and text[end : end + 1] == "”"
    return opening + 1 if is_quoted and text[opening + 1 : start].isalpha() else start


def _with_head(text: str, start: int) -> int | None:
    """在|同|泽中学: with the character before it, where that opens what stands behind a mark or 在."""
    is_name = start > 1 and text[start - 1].isalpha() and text[start - 2] in BEFORE_NAMES
    return start - 1 if is_name and text[start - 1] not in BEFORE_NAMES else None
