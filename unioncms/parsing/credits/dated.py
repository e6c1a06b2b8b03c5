"""Lines that open with the day of a page: who printed it, and who wrote it."""

import re

from unioncms.parsing.credits.labelled import DATE_LINE, ROLE_LINE, Credit
from unioncms.parsing.credits.names import is_name, is_word, names_in, read_people
from unioncms.parsing.days import DAY, YEAR_OPENINGS, day_in
from unioncms.parsing.document import Contributor
from unioncms.parsing.shapes import ends_sentence

LONGEST = 48  # characters
PAPER = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:[日晚早晨]报|报|网|社|台|刊)(?![\u4e00-\u9fff]*[网报社台刊])")
OPENING_DAY = re.compile(rf"{DAY.pattern}(?:\s*[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?\s*")
OPENINGS = frozenset(
    YEAR_OPENINGS + "0123456789发"
)  # of OPENING_DAY and of DATE_LINE, where no blank opens it
PLACES = ("省", "市", "县", "区")
LONGEST_NAME = 3  # of one that nothing but the day stands beside


def read_date_line(text: str) -> Credit | None:
    """A day and little else: `2018-06-01 09:12 攀枝花日报`, `2021-03-02 晚报记者 王一川`."""
    if len(text) > LONGEST or not (text[:1] in OPENINGS or text[:1].isspace()):
        return None
    opening = OPENING_DAY.match(text)
    people = staff_in(text[opening.end() :]) if opening and not ends_sentence(text) else ()
    if not people and DATE_LINE.fullmatch(text) is None:
        return None
    rest = text[opening.end() :] if opening else DAY.sub("", text).strip()
    paper = PAPER.search(rest)
    is_staffs = any(each.house for each in people)
    return Credit("meta", people, paper.group() if paper and not is_staffs else None, day_in(text))


def staff_in(text: str) -> tuple[Contributor, ...]:
    """`云台晚报记者 王一川 通讯员 李小满`, `云台日报王一川`, `王一川`: nothing but a paper, roles and names."""
    if ROLE_LINE.match(text):
        return read_people(text)
    paper = PAPER.match(text)
    rest = text[paper.end() :] if paper else text
    names = names_in(rest)
    is_whole = bool(names) and sum(map(len, names)) == len("".join(rest.split()))
    if not is_whole or not all(is_name(name) and len(name) <= LONGEST_NAME for name in names):
        return ()
    is_told = paper or len(names) > 1 or (len(names[0]) == LONGEST_NAME and is_no_word(names[0]))
    return tuple(Contributor(name, "author") for name in names) if is_told else ()


def is_no_word(name: str) -> bool:
    """`王一川`; `劳动节`, `成都市`: what a surname opens and no name is"""
    return not name.endswith(PLACES) and not is_word(name)
