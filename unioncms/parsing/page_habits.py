"""What all lines of a page tell: whether empty lines part its pieces, which lines it prints again and again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from unioncms.parsing.items import Item
from unioncms.parsing.shapes import has_sentence_mark

LEAST_GAPS = 3
LEAST_ROWS = 3
HEAD_KINDS = ("title", "headline", "column", "kicker", "running_head", "furniture", "mark", "editors")


def gaps_part_pieces(items: list[Item]) -> bool:
    """Empty lines are few, and nearly all stand above titles: a page that parts its pieces by them. They may stand
    below titles too where the paragraphs of a text have none between them."""
    gapped = [at for at, item in enumerate(items) if at and item.paragraph.gap]
    attached = sum(
        above.kind == below.kind == "body" and not below.paragraph.gap for above, below in pairwise(items)
    )
    if attached >= len(gapped) / 2:
        gapped = [at for at in gapped if items[at - 1].kind not in HEAD_KINDS]
    heads = sum(items[at].kind in HEAD_KINDS or items[at].paragraph.level is not None for at in gapped)
    return len(gapped) >= LEAST_GAPS and len(gapped) * 2 <= len(items) and heads * 3 >= len(gapped) * 2


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
