"""Rows of people: `副主席：王一川（女）、把小川`, `出席：王一川　李小满`. A label that is a title, or says who
was there, makes a name of whatever stands behind it, whichever surname that begins with. A row of a table,
`| 1 | 把小川 | 青石县医院护士长 |`, has the name before the post, and so has `王一川，青石县医院护士长`."""

import re
from collections.abc import Collection, Iterator

from unioncms.parsing.credits.names import is_name, may_be_name
from unioncms.parsing.lexicon import has_any

LONGEST_LABEL = 24  # characters
LONGEST_ROW = 60  # of a table
MEMBER = re.compile(r"[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,8})*")
BEHIND = re.compile(r"\s*(?:[（(][^（）()]{1,24}[）)])?\s*(?:[、，,\s]|[。；;]?$)\s*")
COLONS = "：:"
PRESENT = re.compile(r"(?:出席|列席|参加|缺席|请假|主持|记录)(?:人员?)?\s?[：:]\s?")
# `南昌市（3名）：王一川、涂小平（女）`
OF_SO_MANY = re.compile(
    r"[\u3400-\u9fff]{2,14}[（(]\s?[0-9一二三四五六七八九十]{1,3}\s?[名人位][）)]\s?[：:]\s?"
)
CELL = r"\s?[|｜\s]\s?"
FIRST_CELLS = re.compile(
    rf"(?:[|｜]\s?)?(?:[0-9]{{1,3}}(?:{CELL}|[.．、]\s?))?(?P<name>[\u3400-\u9fff]{{2,4}})"
)
# （女）, | 女 | 回族 |
BEFORE_POST = re.compile(
    rf"(?:[（(][^（）()]{{1,8}}[）)])?{CELL}(?:[男女]{CELL})?(?:[\u4e00-\u9fff]{{1,4}}族{CELL})?"
)
# `王一川，港务公司装卸工`, and no more
NAME_AND_COMMA = re.compile(r"(?P<name>[\u3400-\u9fff]{2,3})，")
LONGEST_POST = 30

# `🏅NO.1 王一川`: of those whom a post presents
NUMBERED = re.compile(r"\W{0,3}(?:NO|No|TOP)[.\s]{0,2}[0-9]{1,2}\s+(?P<name>[\u3400-\u9fff·]{2,8})")


def names_in_row(text: str, title_ends: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where the names of a row stand; none where anything in it is no name."""
    if len(text) <= LONGEST_ROW and (" " in text or "|" in text):
        if (first := name_in_cell(text, title_ends)) is not None:
            yield first
            return
        if (numbered := NUMBERED.fullmatch(text)) and is_member(numbered["name"]):
            yield numbered.span("name")
            return
    if (apart := name_and_post(text, title_ends)) is not None:
        yield apart
    if "：" not in text and ":" not in text:
        return
    at = next((at for at in sorted(title_ends) if text[at : at + 1] in tuple(COLONS)), LONGEST_LABEL) + 1
    if present := PRESENT.match(text) or OF_SO_MANY.match(text):
        at = present.end()
    if at > LONGEST_LABEL:
        return
    found: list[tuple[int, int]] = []
    while at < len(text):
        member = MEMBER.match(text, at)
        behind = BEHIND.match(text, member.end()) if member else None
        if member is None or behind is None or not is_member(member.group()):
            return
        found.append(member.span())
        at = behind.end()
    yield from found


def is_member(text: str) -> bool:
    return may_be_name(text) or (len(text) > 3 and is_name(text))


def name_in_cell(text: str, title_ends: Collection[int]) -> tuple[int, int] | None:
    """The name that opens a row of a table whose last cell ends in a title."""
    cells = FIRST_CELLS.match(text)
    if cells is None or len(text.rstrip(" |｜。；;")) not in title_ends:
        return None
    is_parted = BEFORE_POST.match(text, cells.end()) is not None
    return cells.span("name") if is_parted and is_member(cells["name"]) else None


def name_and_post(text: str, title_ends: Collection[int]) -> tuple[int, int] | None:
    """The name of a line that is a name, a comma and a post that ends it."""
    if len(text) > LONGEST_POST + 5 or text.count("，") != 1 or len(text.rstrip("。；;")) not in title_ends:
        return None
    first = NAME_AND_COMMA.match(text)
    is_told = first is not None and has_any(text, "office_verbs")  # 全会上，王一川当选主席
    return first.span("name") if first and not is_told and is_name(first["name"]) else None


def post_cell(text: str, name_end: int) -> int | None:
    """Where the cell behind a name begins that may hold a post."""
    cells = BEFORE_POST.match(text, name_end)
    return cells.end() if cells is not None else None
