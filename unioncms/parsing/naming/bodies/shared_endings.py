"""Bodies of a list that share what stands behind the last: 攀钢、攀煤、钢城集团公司工会, 蒲城县、富平县总工会."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.bodies.beginnings import Beginnings
from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.areas import areas
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.shapes import LEVELS

TRADES = "钢煤电铁油化建矿纺药烟机船航"  # 攀钢, 攀煤: what a company is called by, after its place
SHORT_NAME = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff]{2,4})、$")
JOINTS = "、和与及"
PLACE_SIZES = range(5, 1, -1)


def sharing_the_ending_of(mention: Mention, sentence: Sentence, beginnings: Beginnings) -> Iterator[Mention]:
    if mention.is_short or sentence.text[mention.start - 1 : mention.start] not in tuple(JOINTS):
        return
    before = list(_of_other_places(mention, sentence, beginnings.places))
    if before or not mention.text.endswith("工会"):
        yield from before
        return
    at = mention.start
    while found := SHORT_NAME.search(sentence.text, max(0, at - 6), at):
        index = sentence.index_of_start.get(found.start())
        name = found.group(1)
        is_whole = name in lists().shorts or name.endswith("工会")  # 区总工会、|云台集团工会
        if index is None or is_whole or not (beginnings.opens(index) or name[-1] in TRADES):
            break
        yield Mention(name, found.start(), found.start() + len(name), full=f"{name}工会")
        at = found.start()


def _of_other_places(mention: Mention, sentence: Sentence, places: Places) -> Iterator[Mention]:
    """富平、|合阳县总工会, 蒲城县、|富平县总工会: each place has one."""
    place = places.finder.at(mention.text)
    level = next((level for level in LEVELS if place.endswith(level)), "")
    body = mention.text[len(place) :]
    if not level or body not in lists().of_every_place:
        return
    text, at = sentence.text, mention.start
    while text[at - 1 : at] in tuple(JOINTS):
        end = at - 1
        before = (text[end - size : end] for size in PLACE_SIZES if size <= end)
        name = next((each for each in before if _is_place(each, level, places)), "")
        if not name or end - len(name) not in sentence.index_of_start:
            return
        at = end - len(name)
        yield Mention(name, at, end, full=(name if name.endswith(level) else name + level) + body)


def _is_place(name: str, level: str, places: Places) -> bool:
    return name in places.names or (not name.endswith(level) and name + level in areas())
