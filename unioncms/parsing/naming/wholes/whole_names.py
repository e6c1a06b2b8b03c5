"""Whole names from short ones, by the place an article speaks from: 市总 → 衡阳市总工会."""

import re
from functools import cache, lru_cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.places.areas import SHORTENED, areas, level_of, opening_level, short_names
from unioncms.parsing.naming.places.evidence import Evidence
from unioncms.parsing.shapes import LEVELS

PARTY = re.compile(r"^委(?=组织部|宣传部|统战部|政法委|办公室|常委会|党校|$)")
OTHER = ("中共", "共青团", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
LONGEST_ABOVE = range(2, 12)
COUNTIES = ("市", "县", "旗", "州")
DIVISIONS = (*COUNTIES, "区")
BOTH = "吉林"  # the province, and before a district the city
OF_THE_COUNTRY = {
    "党中央": "中共中央",
    "中央": "中共中央",
    "中共": "中国共产党",
    "全总": "中华全国总工会",
    "全国总工会": "中华全国总工会",
}
YOUTH = re.compile(r"团(?=[省市区县州旗]委$)")


def whole_name(printed: str, evidence: tuple[Evidence, ...], place: str = "") -> str | None:
    """The whole name of a body, or None where its place is open. `place` says of which place it is where that is known.

    市总工会 → 衡阳市总工会, 市委 → 中共衡阳市委, 党中央 → 中共中央, 石景山区委 → 中共石景山区委
    """
    if printed in OF_THE_COUNTRY:
        return OF_THE_COUNTRY[printed]
    if printed.startswith("全国总工会"):
        return f"中华{printed}"  # 全国总工会权益保障部
    if printed == "地委":
        prefecture = place or next((found for each in evidence if (found := each.place_at("地区"))), "")
        return f"中共{prefecture.removesuffix('地区')}地委" if prefecture else None
    is_of_youth = YOUTH.match(printed) is not None  # 团市委 → 共青团衡阳市委
    printed = printed[1:] if is_of_youth else printed
    if level := opening_level(printed):
        at = level_of(level) or level
        place = place or next((found for each in evidence if (found := each.place_at(at))), None)
        if place is None:
            return None
        printed = place + printed[len(level) :]
    if is_of_youth:
        return f"共青团{printed}"
    return _spell_out(_without_province(printed))


@cache
def _uppermost() -> dict[str, str]:
    """湖南, 湖南省, 延边朝鲜族自治州: what counties and cities are known without; 吉林 is the province too."""
    above = {area.name: area.name for area in areas().values() if area.level == "省"}
    above |= {SHORTENED.sub("", name): name for name in above}
    return above | {name: name for name in areas() if name.endswith("自治州")}


@lru_cache(4096)
def _without_province(name: str) -> str:
    """湖南浏阳市总工会, 湖南省浏阳市总工会 → 浏阳市总工会; 江门新会区总工会 → 江门市新会区总工会: what is above says
    where a city or county lies, a district is known by its city."""
    for size in LONGEST_ABOVE:
        above, rest = _uppermost().get(name[:size]), name[size:]
        if above and _listed_below(rest, above, COUNTIES if name[:size] == BOTH else DIVISIONS):
            return _without_province(rest)
    city = short_names().get(name[:2])
    if city and city.level == "市" and _listed_below(name[2:], city.name, ("区",)):
        return city.name + name[2:]
    return name


def _listed_below(text: str, above: str, levels: tuple[str, ...]) -> bool:
    found = (areas().get(text[:end]) for end in range(3, 12))
    return any(area and area.level in levels and above in area.parents for area in found)


@lru_cache(4096)
def _spell_out(name: str) -> str:
    limit = union if 0 < (union := name.find("总")) < 8 else 8  # 陕西省总|榆林地区办事处
    level = max((at + len(level) for level in LEVELS if 0 < (at := name.find(level)) < limit), default=0)
    place, body = name[:level], name[level:]
    if not place:
        return name
    if PARTY.match(body) and not name.startswith(OTHER):
        return f"中共{name}"
    if body == "总":
        return f"{place}总工会"
    if body.startswith("总") and not body.startswith(("总工会", "总商会", "总队")):
        return f"{place}总工会{body[1:]}"
    if body == "政府" and place[:2] not in load("counties_of_taiwan"):
        return f"{place}人民政府"
    return name
