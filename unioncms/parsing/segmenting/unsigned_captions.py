"""A picture's caption below a text, without a full stop and without who took it: 代表们在投票. It looks like a title.

Four things tell it from the headline or the heading of what comes next: it stands nearer to the text above, it speaks
of that and not of the text below, it says who does what somewhere, or it says itself that it is of a picture. Each of
them is true of many titles; of some 2000 titles between two texts on our own pages and others' two of them were true
together of 76 captions and of nine other lines.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from unioncms.parsing.lexicon import ends_in_any, load
from unioncms.parsing.segmenting.bare_names import headline_over
from unioncms.parsing.segmenting.items import CAPTION_MARKS, Item
from unioncms.parsing.segmenting.posted import SHOWN, is_shown
from unioncms.parsing.segmenting.site_metas import SITE_KINDS
from unioncms.parsing.segmenting.surroundings import LEAST_PHOTO_TEXT
from unioncms.parsing.segmenting.topics import MOST_TEXT, hanzi_pairs
from unioncms.parsing.shapes import dateline_of, has_sentence_mark

MOST_CAPTIONS = 8  # below a text
LONGEST = 40  # characters
ENOUGH = 2  # signs
OWN = 0.25  # more of its pairs are in the text above than in that below
MOST_BELOW = 0.1
TEXTS = ("body", "caption", "closing", "note")
TITLES = ("title", "headline", "column", "heading")
# 女职工在绘本角陪孩子阅读: who, and what they do
SCENE = re.compile(
    r"[^，。：；！？,:;!?\s—0-9“]{2,16}(?:在|为|给|向|与|陪|(?:们|人员|代表|选手)(?!的))[^，。：；！？,:;!?\s—]{2,22}"
)
DEED = re.compile("正?在|[向为给与和陪听看]")  # 选手|在…, 王一川|给徒弟…
PARTED = re.compile(r"[\s：:！？?!，—]")
NEVER_PICTURED = (*"市县区州旗乡镇村厂矿局会", "你们", "我们", "他们", "她们", "咱们")
DAY_BEFORE = re.compile(r"^[0-9]{1,2}月[0-9]{1,2}日，")


def with_unsigned_captions(items: list[Item]) -> list[Item]:
    if any(item.paragraph.measure for item in items):  # titles of print columns may stand anywhere
        heads = heads_in_place(items)
        return [
            replace(item, kind="caption")
            if number not in heads and may_be_caption(item) and is_of_picture(item.words)
            else item
            for number, item in enumerate(items)
        ]
    result = list(items)
    for number in range(1, len(items)):
        is_below_text = result[number - 1].kind in TEXTS
        if is_below_text and shows_people(items[number]):
            result[number] = replace(items[number], kind="caption")
        if not (is_below_text and may_be_caption(items[number])):
            continue
        if is_between_captions(result, number) or is_caption(items, number):
            result[number] = replace(items[number], kind="caption")
    return result


def heads_in_place(items: Sequence[Item]) -> frozenset[int]:
    """`志愿者在公园捡拾垃圾` / `本报讯 …`: a line alone right above such a text, on a page where each has its title
    there."""
    texts = [at for at, item in enumerate(items) if item.kind == "body" and dateline_of(item.words)]
    heads = [at - 1 for at in texts if at and items[at - 1].kind in TITLES]
    is_kept = len(heads) == len(texts) and not all(is_of_picture(items[at].words) for at in heads)
    alone = (at for at in heads if not at or items[at - 1].kind not in TITLES)
    return frozenset(alone) if is_kept else frozenset()


def shows_people(item: Item) -> bool:
    """`王一川（右二）和徒弟一起看图纸。`, `9月3日，开学仪式现场。`: one sentence that says it is of a picture."""
    words = item.words.rstrip("。！")
    is_line = item.kind == "body" and not item.row and len(words) <= LONGEST and item.is_sentence
    return (
        is_line
        and "。" not in words
        and (SHOWN.search(words) is not None or words.endswith(load("caption_endings")))
    )


def is_marked_scene(words: str) -> bool:
    """`▲ 劳模在夜校讲焊接`; `▲夜校的灯` may be a heading."""
    return words[0] in CAPTION_MARKS and SCENE.fullmatch(words[1:].lstrip()) is not None


def is_between_captions(items: Sequence[Item], number: int) -> bool:
    """Below which no text goes on, and the lower one is too short to be all the text of a piece that the line heads."""
    lower = list(takewhile(lambda each: each.kind == "caption", items[number + 1 : number + MOST_CAPTIONS]))
    if items[number - 1].kind != "caption" or not lower or len(lower[0].words) >= LEAST_PHOTO_TEXT:
        return False
    after = items[number + 1 + len(lower) : number + 2 + len(lower)]
    return not after or after[0].kind not in ("body", "caption")


def with_captions_of_sites(items: list[Item]) -> list[Item]:
    result = list(items)
    for number in range(1, len(items)):
        if may_be_caption(items[number]) and is_over_text(items, number):
            result[number] = replace(items[number], kind="caption")
    return result


def is_over_text(items: Sequence[Item], number: int) -> bool:
    """`劳模走进夜校` / `2023-05-06 来源：青石工运` / `劳模在夜校讲焊接` / text: a picture above a site's text."""
    item, below = items[number], items[number + 1 : number + 2]
    if not below or below[0].kind != "body" or items[number - 1].kind not in SITE_KINDS:
        return False
    if not (SCENE.fullmatch(item.words) or is_shown(item)) or headline_over(items, number) is None:
        return False
    return bool(hanzi_pairs(item.words) & hanzi_pairs(text_of(items, number, 1)))


def is_of_picture(words: str) -> bool:
    """`王一川（右二）在擦矿灯`, `比赛现场`, `焊工组选手在加工试件`, `李小满在灯房听课`: two in three of all captions
    without a full stop that we have, and two of 1300 headlines."""
    words = DAY_BEFORE.sub("", words)
    if SHOWN.search(words):
        return True
    if PARTED.search(words) or ends_in_any(words, "headline_facts"):
        return False
    if words.endswith(load("caption_endings")):
        return True
    deed = DEED.search(words)
    if deed is None or SCENE.fullmatch(words) is None:
        return False
    who = words[: deed.start()]
    if who.endswith(NEVER_PICTURED):
        return False
    size = len(who) - (who[:2] in load("surnames_compound"))
    return ends_in_any(who, "pictured_people") or (size in (2, 3) and who.startswith(load("surnames")))


def may_be_caption(item: Item) -> bool:
    is_line = item.kind == "title" or (item.kind == "heading" and is_marked_scene(item.words))
    is_line = is_line and item.paragraph.level is None and len(item.words) <= LONGEST
    return is_line and not has_sentence_mark(item.words)


def is_caption(items: Sequence[Item], number: int) -> bool:
    item = items[number]
    if item.kind == "heading":
        return True
    signs = is_nearer_above(items, number) + (SCENE.fullmatch(item.words) is not None) + is_shown(item)
    return signs >= ENOUGH or (signs + 1 == ENOUGH and speaks_of_text_above(items, number))


def is_nearer_above(items: Sequence[Item], number: int) -> bool:
    below = items[number + 1 : number + 2]
    return not below or items[number].paragraph.gap < below[0].paragraph.gap


def speaks_of_text_above(items: Sequence[Item], number: int) -> bool:
    own = hanzi_pairs(items[number].words)
    if not own:
        return False
    above = len(own & hanzi_pairs(text_of(items, number, -1))) / len(own)
    below = len(own & hanzi_pairs(text_of(items, number, 1))) / len(own)
    return above - below >= OWN and below <= MOST_BELOW


def text_of(items: Sequence[Item], number: int, step: int) -> str:
    """The text above or below a line, as far as the title next to it there."""
    parts: list[str] = []
    length, at = 0, number + step
    while 0 <= at < len(items) and length < MOST_TEXT:
        item = items[at]
        if item.kind in TITLES and parts:
            break
        if item.kind == "body":
            parts.append(item.words)
            length += len(item.words)
        at += step
    return "\n".join(parts)
