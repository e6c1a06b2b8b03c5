"""Text that a page prints twice: the tail of a column that was copied once more, right below it or below all."""

from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.shapes import SENTENCE_ENDS, ends_sentence

LEAST = 15  # characters; less than this repeats by chance
LEAST_ECHO = 12  # characters that come once more right below themselves
MOST_ENDS = 4  # of sentences, from the last one of a paragraph, behind which an echo may begin
REACH = 8  # items at the end of the page that are looked at


def without_duplicates(items: list[Item]) -> list[Item]:
    """The last items of a page, each of which stands word for word further up, are marked as duplicates."""
    items = list(without_echoes(items))
    first = first_duplicate(items)
    return [replace(item, kind="duplicate") if number >= first else item for number, item in enumerate(items)]


def without_echoes(items: list[Item]) -> Iterator[Item]:
    """`…职工代表的建议有八成被采纳。` / `的建议有八成被采纳。`, in one paragraph or in two."""
    above = ""
    for item in items:
        if item.kind != "body":
            yield item
            continue
        words = squeezed(item)
        if len(words) >= LEAST_ECHO and is_echo(above, words):
            yield replace(item, kind="duplicate")
            continue
        at = echo_of(item.words)
        if at:
            head, tail = parted(item.paragraph, at)
            yield replace(item, paragraph=head)
            yield replace(item, paragraph=tail, kind="duplicate", credit=None)
        else:
            yield item
        above = words


def echo_of(words: str) -> int:
    """Where a paragraph's last words begin once more; 0 where they do not."""
    at = len(words) - LEAST_ECHO
    if " " not in words and words.find(words[at:]) >= at:
        return 0
    for _ in range(MOST_ENDS):
        at = max(words.rfind(mark, 0, at) for mark in SENTENCE_ENDS)
        if at < 0:
            break
        rest = words[at + 1 :].replace(" ", "")
        if is_echo(words[: at + 1].replace(" ", ""), rest):
            return at + 1
    return 0


def is_echo(above: str, words: str) -> bool:
    """The rows of a column's end, which begin in mid-sentence; a refrain repeats whole sentences."""
    before = above[: -len(words)]
    return above.endswith(words) and before != "" and not ends_sentence(before)


def parted(paragraph: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    place = paragraph.text.source(at)
    head = tuple((start, min(end, place)) for start, end in paragraph.ranges if start < place)
    tail = tuple((max(start, place), end) for start, end in paragraph.ranges if end > place)
    seams = tuple(seam for seam in paragraph.seams if seam < at)
    return (
        replace(paragraph, text=paragraph.text.cut(0, at), ranges=head, seams=seams),
        replace(paragraph, text=paragraph.text.cut(at).strip(), ranges=tail, seams=()),
    )


def first_duplicate(items: list[Item]) -> int:
    tail = [number for number in range(len(items)) if items[number].kind in ("body", "title", "heading")][
        -REACH:
    ]
    if not tail:
        return len(items)
    earlier = "\n".join(squeezed(item) for item in items[: tail[0]])
    for number in tail:
        words = [squeezed(item) for item in items[number:] if item.kind in ("body", "title", "heading")]
        if (
            sum(map(len, words)) >= LEAST
            and max(map(len, words)) >= LEAST
            and all(word in earlier for word in words)
        ):
            return number
        earlier += "\n" + squeezed(items[number])
    return len(items)


def squeezed(item: Item) -> str:
    return item.words.replace(" ", "")
