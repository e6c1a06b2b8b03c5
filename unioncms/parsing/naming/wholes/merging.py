"""Which names of a page mean one body: 锡山区总工会 is 无锡市锡山区总工会, 港务集团 is 汐湖港务集团有限公司.

All of it is told by the names alone, whatever stands around them; `bodies` asks once a document.
"""

import re
from collections import defaultdict

from unioncms import words
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.kinds import OF_UNION, UNIT
from unioncms.parsing.naming.places.areas import opening_short
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.shapes import LEVELS

HOUSES = ("公司", "集团")
LEGAL_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|总公司|公司|集团)$")
BELOW_A_CITY = re.compile(r"(?P<city>[\u4e00-\u9fff]{2,4}市)(?P<own>[\u4e00-\u9fff]{2,4}[区县])")
AUDIT = re.compile("经审[会委]$")
OWNER_OF_PART = re.compile("公司|集团|支队|局|大学|学院|医院|厂|矿(?!业)|段")
COURT = re.compile("(?:(?<!人民)法|(?<!人民)检察)院$")
NUMERALS = "〇零0123456789一二三四五六七八九"


def merged_numbers(names: set[str]) -> dict[str, str]:
    """一三一队工会 → 云煤地质一三一队工会: works by number, which the page once prints with their trade."""
    longer: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for at in range(1, len(name)):
            if name[at] in NUMERALS:
                longer[name[at:]].append(name)
    found = ((name, longer.get(name, ())) for name in names if name[0] in NUMERALS)
    return {name: others[0] for name, others in found if len(others) == 1}


def is_short_for(name: str, other: str) -> bool:
    """Whether a name leaves out characters of the other, and neither its head nor its end."""
    if len(name) < 5 or name[-2:] != other[-2:] or len(name) >= len(other) or name.endswith("总工会"):
        return False
    rest = iter(other)
    is_inside = all(character in rest for character in name)
    return is_inside and (name[:2] == other[:2] or other.endswith(name))


def merged_tails(names: set[str]) -> dict[str, str]:
    """惠城大队 → 云州市公安局惠城大队, 教育学院 → 云州大学教育学院: a part of a body that the page names
    with its owner, and with no other."""
    longer: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for owner in OWNER_OF_PART.finditer(name):
            longer[name[owner.end() :]].add(name)
    found = ((name, longer.get(name, set())) for name in names if len(name) > 3)
    return {name: others.pop() for name, others in found if len(others) == 1 and not UNIT.match(name)}


def merged_peoples(names: set[str], printed: set[str]) -> dict[str, str]:
    """循化县政协 → 循化撒拉族自治县政协, where the page prints that too."""
    found = {name: full + name[len(short) :] for name in names for short, full in opening_short(name)}
    return {name: whole for name, whole in found.items() if whole in printed}


def cities_printed(names: set[str]) -> dict[str, set[str]]:
    """District → the cities that bodies are named with: 昆明市|五华区|总工会."""
    cities: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if found := BELOW_A_CITY.match(name.removeprefix("中共")):
            cities[found["own"]].add(found["city"])
    return cities


def merged_names(names: set[str], places: Places) -> dict[str, str]:
    """Name → the longer or fuller name it stands for."""
    by_tail: dict[str, str] = {}  # 锡山区总工会 → 无锡市锡山区总工会
    by_stem: dict[str, str] = {}  # 港务 → 汐湖港务集团有限公司
    by_rest: dict[str, str] = {}  # 钼城医院 → 云州钼城医院
    for name in sorted(names, key=lambda name: (len(name), name)):
        for at in range(2, min(len(name) - 3, 12)):
            if name[:at].endswith(LEVELS):
                by_tail[name[at:]] = name
        if name.endswith(HOUSES) and (stem := _stem(name, places)):
            by_stem[stem] = name
        place = places.finder.at(name) or name[:2]
        is_bare = len(place) < 3 or not place.endswith(LEVELS)
        if is_bare and len(name) - len(place) > 3:
            by_rest[name[len(place) :]] = name
    merged = {}
    for name in names:
        target = _fuller_name(_in_full(name, names), names, places, by_tail, by_stem)
        if target == name:  # 钼城医院|工会, 钼城医院|体检中心
            heads = (size for size in range(4, len(name) - 1) if name[:size] in by_rest)
            target = next((by_rest[name[:size]] + name[size:] for size in heads), by_rest.get(name, name))
        if target != name:
            merged[name] = target
    return merged


def _in_full(name: str, names: set[str]) -> str:
    """云州市总工会经审会 → 云州市总工会经费审查委员会, 云州市法院 → 云州市人民法院, where the page prints that too."""
    found = AUDIT.search(name) or COURT.search(name)
    ending = (
        "经费审查委员会" if found and found.group()[0] == "经" else f"人民{found.group()}" if found else ""
    )
    whole = name[: found.start()] + ending if found else name
    return whole if whole in names else name


def _fuller_name(
    name: str, names: set[str], places: Places, by_tail: dict[str, str], by_stem: dict[str, str]
) -> str:
    if found := OF_UNION.match(name):
        general = f"{places.whole(found.group(1))}总工会"
        if general in names or general in by_tail:
            name = general
    if name in by_tail:
        return by_tail[name]
    if (place := places.finder.at(name)) and (level := places.whole(place)) != place:
        whole = level + name[len(place) :]  # 宁德教育工会 → 宁德市教育工会
        if whole in names:
            return whole
    union, ending, department = name.partition("总工会")
    if department and union + ending in by_tail:
        return by_tail[union + ending] + department
    if (unit := UNIT.search(name)) and LEGAL_FORM.search(name[: unit.start()]):
        company = name[: unit.start()]
        return by_stem.get(_stem(company, places), company) + unit.group()
    if name.endswith(HOUSES):
        return by_stem.get(_stem(name, places), name)
    return name


def _stem(name: str, places: Places) -> str:
    """汐湖港务集团有限公司 → 港务"""
    stem = name
    while found := LEGAL_FORM.search(stem):
        stem = stem[: found.start()]
    return stem.removeprefix(places.finder.at(stem))


def brands(wholes: set[str], places: Places) -> dict[str, str]:
    """What a company with a name in full may be called: 云帆纺织, 云帆公司, 云帆 → 汐湖云帆纺织有限公司."""
    called: dict[str, str] = {}
    for whole in sorted(wholes):
        if "公司" not in whole and "集团" not in whole:
            continue
        company = UNIT.sub("", whole)
        if not company.endswith(HOUSES) or len(company) < 8:
            continue
        stem = _stem(company, places)
        if not places.finder.at(company):
            if len(stem) > 3:
                called.setdefault(stem, company)
            stem = stem[2:]  # as a rule the name opens with a place, here one that nothing else tells of
        if len(stem) < 3 or stem in load("company_trades"):
            continue  # 自来水
        called.setdefault(stem, company)
        if len(words.cut(stem[:2])) == 2:
            called.setdefault(stem[:2], company)
        for ending in HOUSES:
            called.setdefault(stem[:2] + ending, company)
    return called


def merged_brands(names: set[str], places: Places) -> dict[str, str]:
    """鲁帆集团 → 山东鲁帆手套集团有限公司, 鲁帆手套工会 → its union."""
    called = brands(names, places)
    merged = {}
    for name in names:
        stem = UNIT.sub("", name)
        if (company := called.get(stem)) and company != stem:
            merged[name] = company + name[len(stem) :]
    return merged
