"""A picture's title printed below it, as papers set it: right above the headline of the next piece.

8月2日，志愿者在渡口教孩子们游泳。      the caption
本报记者 王一川 摄                      its credit
水边的暑假课                            the picture's title
夜校开到井口边                          and a headline with its text
"""

from unioncms.parsing.credits import cut_caption
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.surroundings import LEAST_PHOTO_TEXT, MOST_PHOTO_TEXT
from unioncms.parsing.segmenting.titles_block import is_dashed
from unioncms.parsing.shapes import ends_sentence

TEXT_KINDS = ("body", "byline", "note")
ENDS = ("body", "closing", "furniture", "running_head", "mark", "photo")


def with_titles_below_pictures(items: list[Item]) -> list[Item]:
    result = list(items)
    for number, item in enumerate(items):
        if item.kind == "title" and (size := picture_above(items, number)):
            result[number - size : number + 1] = [item, *items[number - size : number]]
    return result


def picture_above(items: list[Item], number: int) -> int:
    """How many items make the picture whose title this is: its signed caption, alone or with the credit below it."""
    above = items[max(number - 3, 0) : number]
    if len(above) < 2 or not is_alone(items, number):
        return 0
    size = 2 if above[-1].kind == "photo" else 1
    if len(above) <= size:
        return 0
    before, caption = above[-size - 1], above[-size]
    is_signed = size == 2 or (caption.kind == "caption" and cut_caption(caption.paragraph.text) is not None)
    is_caption = caption.kind in ("caption", "body") and caption.paragraph.gap > 0
    if not (is_signed and is_caption and LEAST_PHOTO_TEXT <= len(caption.words) <= MOST_PHOTO_TEXT):
        return 0
    return size if before.kind in ENDS and (size == 1 or ends_sentence(caption.words)) else 0


def is_alone(items: list[Item], number: int) -> bool:
    """An empty line, the title, an empty line, and a headline over its text."""
    run = items[number : number + 3]
    if len(run) < 3 or [each.kind for each in run[:2]] != ["title", "title"]:
        return False
    is_plain = all(each.paragraph.gap and each.paragraph.level is None for each in run[:2])
    return is_plain and run[2].kind in TEXT_KINDS and not is_dashed(run[1].words)
