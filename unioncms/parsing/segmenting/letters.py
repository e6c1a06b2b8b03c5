"""A reader's letter: what opens it, and the name of its writer below it."""

from collections.abc import Sequence
from dataclasses import replace

from unioncms.parsing.credits import Credit
from unioncms.parsing.segmenting.closings import DAY as DAY_ALONE
from unioncms.parsing.segmenting.closings import LONGEST_SIGNATURE, TO_EDITOR, signature
from unioncms.parsing.segmenting.items import SALUTATION, Item

LONGEST_LETTERS = 8  # characters of the column above a letter
HEAD_KINDS = ("title", "headline", "column")


def opens_letter(items: Sequence[Item]) -> bool:
    """`编辑同志：`"""
    return any(SALUTATION.fullmatch(item.words) is not None for item in items)


def with_ends_of_letters(items: list[Item]) -> list[Item]:
    """`编辑同志：` / … / `一名夜班工人` / the next headline: who writes the letter, and no headline of its own; where
    its day stands below, `涂装车间　一群女工` / `6月20日`, the signature may be longer."""
    result = list(items)
    is_letter = False
    for number, item in enumerate(items):
        if item.kind == "body" and (SALUTATION.fullmatch(item.words) or TO_EDITOR.match(item.words)):
            is_letter = True
        elif item.kind == "closing":
            is_letter = False
        elif item.kind in HEAD_KINDS:
            is_end = is_letter and item.kind == "title" and items[number - 1].is_sentence
            if is_end and item.paragraph.level is None and is_signature(item, items[number + 1 : number + 3]):
                credit = signature(item.words) or Credit("closing")
                result[number] = replace(item, kind="closing", credit=credit)
                if DAY_ALONE.fullmatch(next((each.words for each in items[number + 1 : number + 2]), "")):
                    result[number + 1] = replace(items[number + 1], kind="meta", credit=Credit("meta"))
            is_letter = False
    return result


def is_signature(item: Item, below: Sequence[Item]) -> bool:
    is_dated = bool(below) and DAY_ALONE.fullmatch(below[0].words) is not None
    after = next((each.kind for each in below[is_dated:]), "column")
    if opens_letter(below[is_dated : is_dated + 1]) and signature(item.words) is not None:
        return True  # the paper answers
    is_placed = len(item.words) > LONGEST_LETTERS and signature(item.words) is not None
    if len(item.words) > (LONGEST_SIGNATURE if is_dated or is_placed else LONGEST_LETTERS):
        return False
    return after in HEAD_KINDS or (is_dated and after not in ("body", "heading"))
