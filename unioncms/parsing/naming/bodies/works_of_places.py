"""Works and houses that a place with its level opens, whatever words lie between: 晋中市|汾河水表厂."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.places.page import Places

HAS_ENDING = re.compile("管理中心|博物院|厂")
NAMED = re.compile(
    r"(?<=[省市县区旗])(?P<own>(?![一两几某这那该多])(?:(?![的了在和与及是为将把被对向从到由等各有家])[\u3400-\u9fff]){2,8}?(?:管理中心|博物院|厂))"
    r"(?![长区里内家房商方务矿址门])"
)
PLACE_SIZES = range(6, 2, -1)  # characters


def find_works_of_places(text: str, places: Places) -> Iterator[Mention]:
    """大同市|御河湿地管理中心, but not 绥阳县|一家辣椒厂."""
    if not HAS_ENDING.search(text):
        return
    for found in NAMED.finditer(text):
        end = found.start("own")
        starts = (end - size for size in PLACE_SIZES if size <= end)
        start = next((at for at in starts if text[at:end] in places.names), None)
        if start is not None:
            yield Mention(text[start : found.end()], start, found.end())
