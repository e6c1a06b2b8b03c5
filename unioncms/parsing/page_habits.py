"""What all lines of a page tell: whether empty lines part its pieces, which lines it prints again and again."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from unioncms.parsing.items import Item

LEAST_GAPS = 3
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
