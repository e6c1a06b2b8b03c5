"""What lines of a page tell together: which it prints again and again, what empty lines part, where a list begins."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from unioncms.parsing.lexicon import has_any
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.genres import NEWS_OPENING
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.shapes import dateline_of, ends_sentence, has_sentence_mark, same_opening

BY_STAFF = re.compile(r"[（(](?:本报|本刊)?(?:[见实]习)?(?:记者|通讯员)[^（）()]{2,24}[）)]$")
SIGNATURES = ("byline", "meta", "closing")
LEAST_SIGNED = 2
LEAST_GAPS = 3
MOSTLY = 2
LONGEST_CAPTION_LINE = 45  # characters
LEAST_ROWS = 3
HEAD_KINDS = ("title", "headline", "column", "kicker", "running_head", "furniture", "mark", "editors")
GOES_ON = ("请", "特此", "以上", "此致", "望")  # below the items of a notice


def is_report(item: Item) -> bool:
    """`本报讯 …`, `4月17日，…`, `…（记者 王一川）`"""
    if item.kind != "body":
        return False
    words = item.words
    return (
        dateline_of(words) is not None
        or NEWS_OPENING.match(words) is not None
        or BY_STAFF.search(words[-40:]) is not None
    )


def is_signature(item: Item) -> bool:
    return (item.kind in SIGNATURES and item.credit is not None) or is_report(item)


def gaps_part_pieces(items: list[Item]) -> bool:
    """Empty lines are few, and nearly all stand above titles: a page that parts its pieces by them. They may stand
    below titles too where the paragraphs of a text have none between them and several pieces are signed."""
    items = [item for item in items if item.kind != "running_head"]
    gapped = [at for at, item in enumerate(items) if at and item.paragraph.gap]
    if len(gapped) < LEAST_GAPS:
        return False
    attached = sum(
        above.kind == below.kind == "body" and not below.paragraph.gap for above, below in pairwise(items)
    )
    if attached >= len(gapped) / 2 and sum(map(is_signature, items)) >= LEAST_SIGNED:
        gapped = [at for at in gapped if items[at - 1].kind not in (*HEAD_KINDS, *SIGNATURES)]
    heads = sum(items[at].kind in HEAD_KINDS or items[at].paragraph.level is not None for at in gapped)
    return len(gapped) >= LEAST_GAPS and len(gapped) * 2 <= len(items) and heads * 3 >= len(gapped) * 2


def is_gapped(item: Item) -> bool:
    """More empty lines stand above the paragraph than between its own lines."""
    inner = item.paragraph.inner_gap
    return inner is not None and item.paragraph.gap > inner


def paragraphs_are_attached(items: Sequence[Item]) -> bool:
    """Below a paragraph the next one stands as its own lines do, on most of the page."""
    pairs = (two for one, two in pairwise(items) if one.kind == two.kind == "body")
    below = [is_gapped(each) for each in pairs if each.paragraph.inner_gap is not None]
    return len(below) >= LEAST_GAPS and sum(below) * MOSTLY <= len(below)


def repeated_lines(items: Iterable[Item]) -> frozenset[str]:
    """A line that the page prints above several headlines is the kicker of each."""
    counts = Counter(item.words for item in items if item.kind == "title")
    return frozenset(words for words, count in counts.items() if count > 1)


def rows_below(items: Sequence[Item], usual_gap: int) -> int:
    """How many rows of two fields the first item heads, set apart from it by an empty line and not from each other:
    `受表扬的班组` / `电工班　全年无事故` / `把钩组　九年无事故` / …; 0 where there are fewer than three."""
    rows: list[Item] = []
    for item in items[1:]:
        is_row = item.kind == "title" and len(item.words.split()) == 2 and not has_sentence_mark(item.words)
        if not is_row or (item.paragraph.gap > usual_gap) != (not rows):
            break
        rows.append(item)
    return len(rows) if len(rows) >= LEAST_ROWS and items[0].kind == "title" else 0


def is_caption_like(item: Item) -> bool:
    """A short sentence on a line of its own, among titles: `女工和孩子在枕水书屋里读书。`"""
    return item.paragraph.lines == 1 and len(item.words) <= LONGEST_CAPTION_LINE and item.is_sentence


def begins_list(current: Draft, item: Item) -> bool:
    """The items of a list after running text: `…再立新功！` / `关于…的思想；`."""
    if len(current.body) < 2:
        return False
    last = current.body[-1].words
    in_list = current.body[-2].words.endswith(("；", ";"))
    if in_list:
        goes_on = item.words.startswith(GOES_ON) or has_any(item.words, "notice_phrases")
        return ends_sentence(last) and not goes_on
    return item.words.endswith(("；", ";")) and ends_sentence(last) and not same_opening(last, item.words)
