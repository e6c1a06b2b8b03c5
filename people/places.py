"""Where a body is, and what kind of body it is, as far as its name tells."""

import re
from collections.abc import Iterable

from people.models import Area, Organisation
from unioncms.parsing.naming.places.areas import areas

Kind = Organisation.Kind
Level = Organisation.Level

# The first ending that fits decides: 中共某市委组织部 is the party's, 某公司工会 is a union.
KIND_OF_NAME = (
    (Kind.UNION, re.compile(r"工(?:会|会委员会|联|会联合会|人联合会)$|总工会.+(?:部|室|处|委员会)$")),
    (Kind.PARTY, re.compile(r"^中共|^中国共产党|党委$|党组$|党支部$|党总支$|纪委$|[省市区县]委$")),
    (Kind.CONGRESS, re.compile(r"人大$|人大常委会$|人民代表大会(?:常务委员会)?$")),
    (Kind.CONFERENCE, re.compile(r"政协$|政治协商会议|政协.{0,8}委员会$")),
    (Kind.MASS, re.compile(r"^共青团|(?:妇联|团委|妇女联合会|工商联|工商业联合会|文联|科协|残联|侨联)$")),
    (Kind.MEDIA, re.compile(r"(?:日报|晚报|时报|周报|工人报|报社|报|电视台|电台|通讯社|新华社|杂志社?|网)$")),
    (Kind.SCHOOL, re.compile(r"(?:学校|学院|大学|中学|小学|幼儿园|党校|技校|[一二三四五六七八九十]中)$")),
    (Kind.COMPANY, re.compile(r"(?:公司|集团|厂|矿|企业|银行|支行|分行|酒店|商场)$")),
    (Kind.GOVERNMENT, re.compile(r"(?:政府|国务院|委员会|局|厅|办公室|办事处|[传织战法务育防化]部)$")),
)  # fmt: skip
NATIONAL = re.compile(r"^(?:中华|全国|中国|中共中央|国务院|中央)")
PREFIX = re.compile(r"^(?:中国共产党|中共|共青团|政协)")
# 云州市总工会 → 云州市: a place that nobody lists, told by its ending.
PRINTED_PLACE = re.compile(
    r"(?!全[省市区县])([\u3400-\u9fff]{2,7}?(?:自治区|自治州|自治县|自治旗|[省市区县州盟旗]))(?=[\u3400-\u9fff]{2}|委$)"
)
LOCAL = re.compile(r"(?:[镇乡村]|街道|社区|公司|集团|厂|矿|学校|学院|[大中小]学|医院|车间|班组).*工会")
MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")


def guess_kind(name: str) -> str:
    """衡阳市总工会 → union, 中共衡阳市委 → party; what fits nothing is other."""
    return next((kind for kind, pattern in KIND_OF_NAME if pattern.search(name)), Kind.OTHER)


def printed_places(name: str) -> tuple[str, ...]:
    """The places a name begins with, the highest first: 无锡市锡山区总工会 → 无锡市, 锡山区."""
    rest = PREFIX.sub("", name)
    places = []
    while found := _listed_place(rest) or _unlisted_place(rest):
        places.append(found)
        rest = rest[len(found) :]
    return tuple(places)


def _listed_place(text: str) -> str:
    """The longest listed place that `text` begins with and goes on after."""
    longest = min(len(text) - 1, 15)
    return next((text[:end] for end in range(longest, 1, -1) if text[:end] in areas()), "")


def _unlisted_place(text: str) -> str:
    found = PRINTED_PLACE.match(text)
    return found.group(1) if found and not NATIONAL.match(text) else ""


def guess_level(name: str) -> str:
    """省级, 市级, 区县级 by the lowest place in the name; 基层 for a union inside a company or a village."""
    if LOCAL.search(name):
        return Level.LOCAL
    places = printed_places(name)
    if not places:
        return Level.NATIONAL if NATIONAL.match(PREFIX.sub("", name) or name) or "中共中央" in name else ""
    lowest = places[-1]
    if lowest.endswith(("省", "自治区")) or lowest in MUNICIPALITIES:
        return Level.PROVINCE
    if lowest.endswith(("市", "州", "盟")):
        is_county = lowest in areas() and len(areas()[lowest].parents) == 2
        return Level.COUNTY if is_county else Level.CITY
    return Level.COUNTY


def listed_area(name: str) -> tuple[str, ...]:
    """The listed place a body belongs to, from the province down: 衡阳市总工会 → 湖南省, 衡阳市."""
    listed = [place for place in printed_places(name) if place in areas()]
    if not listed:
        return ()
    area = areas()[listed[-1]]
    return (*reversed(area.parents), area.name)


def surroundings(name: str) -> frozenset[str]:
    """Every place a body lies in, by its own name and by the list: 衡阳市总工会 → 衡阳市, 湖南省."""
    places = set(printed_places(name))
    for place in tuple(places):
        if place in areas():
            places.update(areas()[place].parents)
    return frozenset(places)


AREA_KINDS = (Area.Kind.PROVINCE, Area.Kind.CITY, Area.Kind.COUNTY)


def ensure_areas(chains: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Area]:
    """The area of each chain (湖南省, 衡阳市), made with those above it where the register lacks it."""
    wanted = {chain[:depth] for chain in chains for depth in range(1, len(chain) + 1)}
    known: dict[tuple[str, ...], Area] = {}
    if not wanted:
        return known
    named = Area.objects.filter(name__in={chain[-1] for chain in wanted})
    by_place = {(area.parent_id, area.name): area for area in named}
    for depth in (1, 2, 3):
        for chain in sorted(chain for chain in wanted if len(chain) == depth):
            parent = known.get(chain[:-1])
            area = by_place.get((parent.pk if parent else None, chain[-1]))
            known[chain] = area or Area.objects.create(name=chain[-1], kind=_area_kind(chain), parent=parent)
    return known


def _area_kind(chain: tuple[str, ...]) -> str:
    return Area.Kind.COUNTY if len(chain) == 2 and chain[0] in MUNICIPALITIES else AREA_KINDS[len(chain) - 1]
