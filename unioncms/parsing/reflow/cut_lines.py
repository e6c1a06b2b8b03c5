"""What the end of one line and the beginning of the next say: that they are one sentence, or that they cannot be."""

import re

from unioncms.parsing.credits.names import is_name, names_in
from unioncms.parsing.shapes import DAY_OPENING, has_sentence_mark

ROLE_AT_END = re.compile(
    r"(?:^|[\s/／、□■●◎])(?:本报|本刊|特约|见习|实习)?(?:记者|通讯员|实习生|评论员)[：:]?$"
)
YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:-20[0-9]{2})?年度?")
COUNTED = "年月日名多余元次万亿%周届岁个家场件"
COUNT_AT_END = re.compile(r"(?<![0-9：:.\-/])[0-9]{1,4}$")
ROLE_ENDS = "者员生：:"
LONGEST_BYLINE = 40  # characters
LONGEST_NAMES = 24
LEAST_QUOTING = 12  # characters


def is_cut_byline(text: str, following: str) -> bool:
    """`本报记者 陆晓 通讯员` / `马丽 孙小虎`: a role waits for its names."""
    if text[-1] not in ROLE_ENDS or len(text) > LONGEST_BYLINE or len(following) > LONGEST_NAMES:
        return False
    if ROLE_AT_END.search(text) is None or has_sentence_mark(text):
        return False
    names = names_in(following)
    return (
        bool(names) and all(map(is_name, names)) and sum(map(len, names)) == len(following.replace(" ", ""))
    )


def is_cut_number(text: str, following: str) -> bool:
    """`…来自全市的212` / `名选手…`, `9月10日至11` / `日，…`: a number waits for what it counts; `2021年度` / `先进班组
    名单`: so does a year."""
    if text[-1] in "年度" and YEAR.fullmatch(text):
        return True
    if not text[-1].isdigit() or following[0] not in COUNTED or has_sentence_mark(text[-5:]):
        return False
    return COUNT_AT_END.search(text) is not None


def closes_quotation(text: str, following: str) -> bool:
    """`…主席“持证` / `上岗”，新任主席…`: a title is not cut within its marks of quotation."""
    opened = text.rfind("“")
    if opened <= text.rfind("”") or len(text) < LEAST_QUOTING:
        return False
    closed = following.find("”")
    return 0 <= closed < LEAST_QUOTING and "“" not in following[:closed] and has_sentence_mark(following)


def is_of_another(text: str, following: str) -> bool:
    """`…掏出一本旧` / `3月2日，…`, `…这些年，班长们` / `三倍。”`: below a cut sentence and an empty line a day, or
    the end of words that it did not begin to quote."""
    if text[-1] not in "，,、" and DAY_OPENING.match(following):
        return True
    closed = following.find("”")
    return closed >= 0 and "“" not in following[:closed] and text.rfind("“") <= text.rfind("”")
