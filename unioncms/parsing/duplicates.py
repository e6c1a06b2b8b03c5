"""Text that a page prints twice: the tail of a column that was copied once more below the last article."""

from dataclasses import replace

from unioncms.parsing.items import Item

LEAST = 15  # characters; less than this repeats by chance
REACH = 8  # items at the end of the page that are looked at


def without_duplicates(items: list[Item]) -> list[Item]:
    """The last items of a page, each of which stands word for word further up, are marked as duplicates."""
    first = first_duplicate(items)
    return [replace(item, kind="duplicate") if number >= first else item for number, item in enumerate(items)]


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
