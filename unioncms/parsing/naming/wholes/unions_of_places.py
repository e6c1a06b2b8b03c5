"""The unions of a place, 锡山区工会: all of them together, or in short news that one which does something."""

from unioncms import words
from unioncms.parsing.naming.bodies.kinds import OF_UNION
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.shapes import LEVELS

LONGEST_WORD = 6
# 神木县工会|先后两次…, 新城区工会|在会上…; not 新城区工会|组织网络, |服务站.
NO_ACT = ("组织", "工作", "服务", "代表", "建设", "改革", "领导")
ACTING = ("v", "p", "d", "ad", "t")
OF_COUNTIES = ("县工会", "区工会", "旗工会")


def is_of_a_place_only(name: str, places: Places) -> bool:
    """衡阳工会, 锡山区工会 without a 总工会 of that place: the unions of a place, no body."""
    found = OF_UNION.match(name)
    if not found or name.endswith(("总工会", "镇工会", "乡工会", "街道工会", "地区工会")):
        return False
    return found.group(1).endswith(LEVELS) or found.group(1) in places.names


def acts(name: str, text: str, end: int) -> bool:
    """Whether the union of a county that ends here in `text` does something, as a body alone can."""
    if not name.endswith(OF_COUNTIES):
        return False
    behind = text[end : end + LONGEST_WORD]
    if not behind or behind[0] in "、 ":
        return bool(behind)
    (word, tag), *_ = words.tag(behind)
    return tag in ACTING and word not in NO_ACT
