"""Names that say of what level or kind a body is, and not which: 市总工会, 县委组织部, 公司工会.

On a page that tells its place they become 衡阳市总工会; on one that never does they stay as printed. Such a name means
one body within its document, and says nothing of the 市总工会 of another.
"""

import re

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.kinds import BY_KIND, UNION_UNITS
from unioncms.parsing.naming.places.areas import county_names, opening_level
from unioncms.parsing.shapes import LEVELS

HOUSES = ("公司", "集团", "研究院", "研究所")
SHORT_UNION = re.compile(rf"(?P<level>{'|'.join(LEVELS)})总(?!工会|商会|队|公司|医院|部)")


def is_open(name: str) -> bool:
    if BY_KIND.match(name) or name in UNION_UNITS:
        return True
    return bool(opening_level(name)) and name[:2] not in county_names() and not _is_brand(name)


def _is_brand(name: str) -> bool:
    """旗滨集团, 区块链研究院: few names open with 市 or 县, many with what is a level too. Of 区物业公司 the page says
    no more than its level and its trade."""
    is_house = name[0] not in "省市县" and name.endswith(HOUSES)
    return is_house and not name.startswith(load("company_trades"), 1)


def spelt_out(name: str) -> str:
    """市总 → 市总工会, 市总机关党委 → 市总工会机关党委"""
    return SHORT_UNION.sub(r"\g<level>总工会", name, count=1) if SHORT_UNION.match(name) else name
