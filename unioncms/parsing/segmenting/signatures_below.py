"""Who signs at the end of a text: a name alone on its last line, or in brackets as its neighbours are signed."""

from dataclasses import replace

from unioncms.parsing.credits import Credit, cut_closing
from unioncms.parsing.credits.names import ordinary_words
from unioncms.parsing.credits.signatures import PEN_NAMES, pen_names
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import load
from unioncms.parsing.segmenting.bare_names import LONGEST_NAMES, bare_names
from unioncms.parsing.segmenting.closings import LONGEST_SIGNATURE, signature
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.shapes import BULLETS, CONTINUED, ends_sentence

LINES = ("title", "heading", "column")
TEXTS = ("body", "closing")
AFTER_TEXTS = ("furniture", "running_head", "editors", "column")
LEAST_SIGNED = 3  # one of so many texts
CLOSING_BRACKETS = "）)"


def with_names_below(items: list[Item]) -> list[Item]:
    """`…受到职工欢迎。` / `王一川` and nothing but the site's lines below: the author, and no heading."""
    result = list(items)
    for number, item in enumerate(items):
        if item.kind not in LINES or len(item.words) > LONGEST_SIGNATURE or not number:
            continue
        above, below = items[number - 1], items[number + 1 : number + 2]
        is_last = not below or below[0].kind in AFTER_TEXTS
        if above.kind != "body" or not above.is_sentence or not is_last or item.paragraph.level is not None:
            continue
        if credit := signed_line(item):
            result[number] = replace(item, kind="closing", credit=credit)
    return result


def signed_line(item: Item) -> Credit | None:
    """`王一川`, `■王一川 李小满`, `【王一川】`, `青石县总工会 王一川`"""
    words = item.name if item.kind == "column" else item.words.strip(BULLETS + "— ")
    names = bare_names(words) if len(words) <= LONGEST_NAMES else []
    if names:
        return Credit("closing", tuple(Contributor(name, "author") for name in names))
    credit = signature(words) if " " in words and item.kind != "column" else None
    return replace(credit, contributors=tuple(map(of_house, credit.contributors))) if credit else None


def of_house(signed: Contributor) -> Contributor:
    """Where he works is no post."""
    is_house = signed.printed_post.endswith(load("source_houses"))
    return replace(signed, printed_post="") if is_house else signed


def with_pen_names(items: list[Item]) -> list[Item]:
    """`…办了夜校。（长河）` among texts many of which are signed `（王一川）`: whatever stands there is a name.
    `（掌声）` in a speech is none."""
    open_ends = [at for at, item in enumerate(items) if ends_in_pen_name(items, at)]
    signed = sum(map(is_signed, items)) if open_ends else 0
    texts = sum(item.kind == "body" for item in items)
    if not signed or LEAST_SIGNED * signed < texts:
        return items
    result = list(items)
    for at in open_ends:
        item = items[at]
        start = item.words.rfind("（") if item.words[-1] == "）" else item.words.rfind("(")
        if start:
            result[at] = replace(item, kind="body", cut=start)
        else:
            result[at] = replace(item, kind="closing", credit=pen_names(item.words))
    return result


def ends_in_pen_name(items: list[Item], at: int) -> bool:
    item = items[at]
    if item.words[-1] not in CLOSING_BRACKETS or item.kind not in ("title", "heading", "body") or item.row:
        return False
    found = PEN_NAMES.search(item.words, max(0, len(item.words) - 16))
    if found is None or found["names"] in ordinary_words() or CONTINUED.fullmatch(found.group()):
        return False  # （待续）
    if cut_closing(item.paragraph.text)[1] is not None:
        return False
    if not found.start():
        return at > 0 and items[at - 1].kind in TEXTS and item.paragraph.level is None
    return ends_sentence(item.words[: found.start()])


def is_signed(item: Item) -> bool:
    if item.words[-1] not in CLOSING_BRACKETS:
        return False
    credit = item.credit if item.kind == "closing" else None
    if item.kind == "body":
        credit = cut_closing(item.paragraph.text)[1]
    return credit is not None and any(
        each.role == "author" and not each.printed_post for each in credit.contributors
    )
