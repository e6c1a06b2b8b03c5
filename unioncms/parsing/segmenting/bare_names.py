"""A line that is a name and nothing else but a post in brackets, between a title and its text: the author's."""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from unioncms.parsing.credits import Credit
from unioncms.parsing.credits.houses import usual_in_names
from unioncms.parsing.credits.names import is_name, is_word, may_be_name, names_in, ordinary_words, surnames
from unioncms.parsing.credits.posts import named_with_post, titles
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import ends_in_any, load
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.shapes import BULLETS

LEAST_TITLE = 4
TEXTS = ("body", "note", "caption", "heading")
HEADLINES = ("title", "headline")
BETWEEN = ("meta", "furniture", "running_head", "note", "caption", "photo")  # a headline and who wrote it
DAYS = ("meta", "running_head")
HEAD_REACH = 8  # lines of a head
LONGEST_PEN_NAME = 3
LEAST_SPACED = 4  # characters of `○老 石`
PLACES = tuple("省市州县区旗镇乡")
LONGEST_PLACE = 8  # characters
LONGEST_FIRST_LINE = 18  # of a headline
MOST_NAMES = 3
LEAST_POST = 5  # characters
LONGEST_NAMES = 16  # characters of a line of two or three


def with_bare_names(items: list[Item]) -> list[Item]:
    """A name and nothing else between a title and its text is the author's: `老矿灯的故事` / `邓福来`; so are two or
    three with blanks between them: `邓福来　谷 雨`."""
    result = list(items)
    marks = {item.words[0] for item in items if item.kind == "byline" and item.words[0] in BULLETS}
    for number in range(1, len(items) - 1):
        item = items[number]
        if item.words[0] in BULLETS and (rare := rare_behind_mark(items, number, marks)):
            result[number] = replace(item, kind="byline", credit=Credit("byline", rare))
        if item.kind != "title" or item.paragraph.level is not None:
            continue
        above, below = headline_over(result, number), text_under(items, number)
        if above is None or below is None:
            continue
        if not (below.kind in TEXTS or below.paragraph.level or below.words.endswith(("：", ":"))):
            continue
        people = authors_between(item)
        if people and (len(above.words) > LEAST_TITLE or not is_name(above.words)):
            result[number] = replace(item, kind="byline", credit=Credit("byline", people))
    return result


def rare_behind_mark(items: Sequence[Item], number: int, marks: Set[str]) -> tuple[Contributor, ...]:
    """`●虎振东` between a headline and its text, on a page whose other authors stand behind that mark; `○老　石`,
    printed apart as names are."""
    words = items[number].words
    name = words[1:].replace(" ", "")
    is_apart = len(words) == LEAST_SPACED and words[2] == " "
    if is_apart and is_word(name):
        return ()  # `●安 全`
    if not is_apart and (words[0] not in marks or not may_be_name(name)):
        return ()
    is_line = items[number].kind in ("title", "heading") and items[number].paragraph.level is None
    if not is_line or items[number - 1].kind not in HEADLINES:
        return ()
    return (Contributor(name, "author"),) if items[number + 1].kind in TEXTS else ()


def authors_between(item: Item) -> tuple[Contributor, ...]:
    """Who a line names that nothing but an author's line can be."""
    names = bare_names(item.words) or spaced_names(item) if len(item.words) <= LONGEST_NAMES else []
    if not names and (is_spaced_name(item) or is_rare_name(item.words)):
        names = [item.words]
    people = tuple(Contributor(name, "author") for name in names)
    return people or housed_author(item.words) or posted_authors(item.words)


def headline_over(items: Sequence[Item], number: int) -> Item | None:
    """The title above a line, though the site's day, its tools, a note or a picture may stand between the two."""
    above = reversed(items[max(number - HEAD_REACH, 0) : number])
    first = next((item for item in above if item.kind not in BETWEEN), None)
    return first if first is not None and first.kind in HEADLINES else None


def text_under(items: Sequence[Item], number: int) -> Item | None:
    """What stands below a line, where that is not the day of its text: `（2024年5月1日）`."""
    below = items[number + 1 : number + 3]
    return next((item for item in below if item.kind not in DAYS), None)


def with_first_halves(items: list[Item]) -> list[Item]:
    """`尉迟秀兰：` / `行车轨道上的三十年`, `县总工会：` / `夜校开到井口边`: who it is about, the first line."""
    result = list(items)
    for number, (item, below) in enumerate(pairwise(items)):
        if item.kind != "body" or below.kind != "title":
            continue
        who = item.words.rstrip("：:")
        is_half = who != item.words
        if is_open_line(item, below) and not (number and goes_over(items[number - 1])):
            is_told = is_half and not is_over_text(items[number + 2 : number + 3])
            result[number] = item if is_told else replace(item, kind="title")
        if is_half and who[-1:] in PLACES and len(who) <= LONGEST_PLACE:
            result[number] = replace(item, kind="title")
        if is_half and (is_name(who) or who.endswith(load("kicker_bodies"))) and len(who) <= LONGEST_NAMES:
            result[number] = replace(item, kind="title")
    return result


def is_open_line(item: Item, below: Item) -> bool:
    """`平台用工时代，` right above `工会怎样够得着`: the first line of a headline, that waits for more; `工资协商：`"""
    is_line = item.words[-1] in "，,：:" and item.paragraph.lines == 1
    is_above = not below.paragraph.gap and item.paragraph.gap > 0
    return is_line and is_above and LEAST_TITLE <= len(item.words) <= LONGEST_FIRST_LINE


def is_over_text(below: Sequence[Item]) -> bool:
    """Who wrote it or the text itself; below what `获奖单位：` announces stand more rows."""
    return bool(below) and (below[0].kind == "byline" or (below[0].kind == "body" and below[0].is_sentence))


def goes_over(above: Item) -> bool:
    return above.kind == "body" and not above.is_sentence


def housed_author(text: str) -> tuple[Contributor, ...]:
    """`金工车间 王一川`: where the author works, and the name."""
    house, blank, name = text.partition(" ")
    is_one = is_name(name) or is_rare_name(name)
    if not blank or not is_one or len(name) >= LEAST_TITLE or is_word(name):
        return ()
    is_house = len(house) > 2 and house.endswith(load("houses_of_authors"))
    return (Contributor(name, "author", "", house),) if is_house else ()


def posted_authors(text: str) -> tuple[Contributor, ...]:
    """`青石县总工会副主席 字国栋`, `青石县总工会办公室主任 王一川 李小满`: behind a post whatever stands apart."""
    post, *names = text.split()
    is_post = post.endswith(titles()) or (
        all(map(is_sure, names)) and ends_in_any(post, "occupation_endings")
    )
    if not names or len(names) > MOST_NAMES or not is_post or len(post) < LEAST_POST:
        return ()
    if not all(is_sure(name) or may_be_name(name) for name in names):
        return ()
    return tuple(Contributor(name, "author", "", "" if at else post) for at, name in enumerate(names))


def is_rare_name(text: str) -> bool:
    """`南有福`: of a surname that few have, and what is usual in given names behind it."""
    is_short = len(text) == LEAST_TITLE - 1 and set(text[1:]) <= usual_in_names()
    return is_short and may_be_name(text)


def is_spaced_name(item: Item) -> bool:
    """`阿　伦`: whatever its surname, printed apart as names are."""
    text = item.paragraph.text
    is_notice = item.words in (*load("notice_titles"), *load("column_names"))  # 更　正, 微　评
    if not 1 < len(text) <= LONGEST_PEN_NAME or item.paragraph.is_vertical or is_notice:
        return False
    return all(text.source(at + 1) - text.source(at) > 1 for at in range(len(text) - 1))


def spaced_names(item: Item) -> list[str]:
    """`雷 鸣 李小满`: of two characters printed apart as names are, beside one that is sure, though they are a word."""
    text, words = item.paragraph.text, item.words.split()
    is_short = 1 < len(words) <= MOST_NAMES and max(map(len, words)) < LEAST_TITLE
    if not is_short or not any(map(is_sure, words)):
        return []
    starts = [item.words.index(word) for word in words]
    are_apart = (
        len(word) == 2 and word[0] in surnames() and text.source(at + 1) - text.source(at) > 1
        for at, word in zip(starts, words, strict=True)
    )
    is_all = all(apart or is_sure(word) for apart, word in zip(are_apart, words, strict=True))
    return words if is_all else []


def with_names_and_posts(items: list[Item]) -> list[Item]:
    """`王一川（货车司机）` between a headline and its text: the author with what he is."""
    result = list(items)
    for number in range(1, len(items) - 1):
        before, item, after = items[number - 1 : number + 2]
        if (before.kind, item.kind, after.kind) != ("title", "title", "body") or item.words[-1] not in "）)":
            continue
        people = named_with_post(item.words, load("name_roles"))
        if people and not named_with_post(before.words, load("name_roles")):
            result[number] = replace(item, kind="byline", credit=Credit("byline", people))
    return result


def bare_names(text: str) -> list[str]:
    """`宿 迁 月` → one name, `栗红 冷秋生` → two; `安全 生产` → none, for the language has these words."""
    whole = text.replace(" ", "")
    if is_name(whole) and (len(whole) < LEAST_TITLE or whole[:2] in load("surnames_compound")):
        return [whole]
    parts = text.split()
    if len(parts) < 2 or max(map(len, parts)) >= LEAST_TITLE:
        return []
    names = names_in(text)
    is_all = len(names) > 1 and sum(map(len, names)) == len(whole)
    # One surname that is sure vouches for one that is seldom, `把小川 李小满`, and a name of three characters that is
    # no word for one that is: `厉行 荆小蕾`.
    if not is_all or not any(map(is_name, names)):
        return []
    others = [name for name in names if is_word(name) or not may_be_name(name)]
    is_any_sure = any(len(name) == LEAST_TITLE - 1 and is_sure(name) for name in names)
    return names if not others or (is_any_sure and not any(map(is_ordinary, others))) else []


def is_sure(name: str) -> bool:
    return is_name(name) and not is_word(name)


def is_ordinary(name: str) -> bool:
    return name in ordinary_words() or len(name) > LONGEST_PEN_NAME
