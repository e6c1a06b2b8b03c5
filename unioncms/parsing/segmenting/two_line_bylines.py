"""Bylines over two lines: a marked name, and above or below it what the author is.

`● 王一川` / `青石县总工会党组书记、常务副主席`
"""

from dataclasses import replace

from unioncms.parsing.credits import Credit, read_credit
from unioncms.parsing.credits.posts import SENTENCE, title_pattern, titles
from unioncms.parsing.lexicon import load
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.titles_block import joined_item
from unioncms.parsing.shapes import LEVELS

LEAST_POST, LONGEST_POST = 6, 40  # characters
NEVER_IN_POSTS = frozenset("我你他她的了是过着")


def with_posts_of_names(items: list[Item]) -> list[Item]:
    result = list(items)
    for number, item in enumerate(items):
        if not is_signature(item):
            continue
        for at in (number + 1, number - 1):
            if 0 < at < len(items) and is_post_alone(items[at]):
                result[at] = replace(items[at], kind="byline", credit=Credit("byline", post=items[at].words))
                break
    return result


def with_photographers_in_two_lines(items: list[Item]) -> list[Item]:
    """`图为比武现场。` / `本报记者王一川` / `实习生李小满摄`: right below a caption both took the picture."""
    result: list[Item] = []
    for item in items:
        if item.kind == "photo" and len(result) > 1 and not item.paragraph.gap and is_of_staff(result[-1]):
            whole = joined_item([result[-1], item], " ") if result[-2].kind == "caption" else item
            credit = read_credit(whole.words)
            if whole is not item and credit is not None and credit.kind == "photo":
                result[-1] = replace(whole, kind="photo", credit=credit)
                continue
        result.append(item)
    return result


def is_of_staff(item: Item) -> bool:
    people = item.credit.contributors if item.kind == "byline" and item.credit is not None else ()
    return bool(people) and all(each.printed_role and each.role != "author" for each in people)


def is_signature(item: Item) -> bool:
    people = item.credit.contributors if item.kind == "byline" and item.credit is not None else ()
    if len(people) != 1 or people[0].printed_post or people[0].role != "author":
        return False
    return len(item.words.replace(" ", "")) <= len(people[0].name) + 1


def is_post_alone(item: Item) -> bool:
    """A body and its titles, the last words of the line: no name behind them, and no phrase of a headline."""
    words = item.words
    if item.kind != "title" or item.paragraph.level is not None:
        return False
    if not LEAST_POST <= len(words) <= LONGEST_POST or SENTENCE.search(words) or not words.endswith(titles()):
        return False
    if not NEVER_IN_POSTS.isdisjoint(words):
        return False
    first = title_pattern().search(words)
    body = words[: first.start()] if first else ""
    return body.endswith((*load("organisation_endings"), *LEVELS)) or body[-2:] == "党组"
