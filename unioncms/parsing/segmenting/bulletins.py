"""Bulletins as offices write them: who issues them and when, sections in brackets, authors with their
houses."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import takewhile

from unioncms.parsing.credits import Credit
from unioncms.parsing.credits.names import is_name, may_be_name
from unioncms.parsing.credits.posts import LONGEST, SENTENCE, TAIL_NAME, closed, title_pattern, titles
from unioncms.parsing.document import Contributor
from unioncms.parsing.furniture import is_day_line
from unioncms.parsing.lexicon import ends_in_any, load
from unioncms.parsing.page_heads import LONGEST_ISSUER, OFFICE, is_issuer_line
from unioncms.parsing.segmenting.items import COLUMN_MARK, HEAD_ITEMS, RULE, Item
from unioncms.parsing.shapes import BULLETS, has_sentence_mark

LEAST_SECTIONS = 2
HEADLINES = ("title", "headline")
ORDINAL = re.compile(r"^[一二三四五六七八九十]{1,2}、\s?")  # of a section's name
NUMBER = re.compile(r"[0-9]{1,2}\s?[.．、](?![0-9])\s?")
NUMBERED_SECTION = re.compile(r"0\s?[1-9]\s*[/／|｜丨·.、—-]+\s*(?P<name>[\u4e00-\u9fff]{2,8})")
HEAD_KINDS = ("furniture", "running_head", "mark", "meta")
LEAST_POSTED = 2  # authors with their posts that make a page of them
LEAST_POST = 6  # characters of a body and a title
LONGEST_NAME = 14  # characters of a bulletin's name
LONGEST_SECTION = 8  # characters of a section's name with its mark
OFFICE_ALONE = re.compile(
    rf"{OFFICE}|[\u4e00-\u9fff]{{4,24}}\s+(?:编印|编发|编|主办|印)"
)  # 市总工会办公室 编
GROUPS = ("课题组", "调研组", "编写组", "联合课题组", "联合调研组", "报道组", "记者团")
OFFICES_OF_UNIONS = ("法律援助中心", "职工服务中心", "帮扶中心", "办公室", "宣教部", "研究室")
WORKERS = ("职工", "读者", "会员", "工人", "老师", "教师")


def with_issuers(items: list[Item]) -> list[Item]:
    """`第8期` / `汀源区总工会　二〇二二年九月九日`: below the issue's number, who issues it and when."""
    result = list(items)
    for number, item in enumerate(items[:HEAD_ITEMS]):
        is_line = item.kind in ("title", "meta", "body", "editors") and item.paragraph.level is None
        is_below_head = number and result[number - 1].kind in ("running_head", "furniture")
        if is_line and is_below_head and is_issuer(item.words):
            result[number] = replace(item, kind="running_head", credit=None)
    return result


def is_issuer(text: str) -> bool:
    return is_issuer_line(text) or OFFICE_ALONE.fullmatch(text) is not None


def with_bracket_sections(items: list[Item]) -> list[Item]:
    """`【要闻速览】` … `【镇街动态】`: a page that has several such lines is parted by them."""
    marked = [item.name for item in items if is_bracketed(item)]
    if len(set(marked)) < LEAST_SECTIONS or any(item.paragraph.level is not None for item in items):
        return items
    return [replace(item, is_section=True) if is_bracketed(item) else item for item in items]


def with_name_over_sections(items: list[Item]) -> list[Item]:
    """`青石工会每周看点` right above the first of several sections is the name of the page, and no headline."""
    first = next((at for at, item in enumerate(items[:HEAD_ITEMS]) if item.kind not in HEAD_KINDS), None)
    if first is None or items[first].kind != "title" or len(items[first].words) > LONGEST_NAME:
        return items
    below = next((item for item in items[first + 1 :] if item.kind not in HEAD_KINDS), None)
    if below is None or not (below.kind == "column" and below.is_section):
        return items
    head = replace(items[first], kind="running_head", name=items[first].words)
    return [head if at == first else item for at, item in enumerate(items)]


def with_numbered_sections(items: list[Item]) -> list[Item]:
    """`01 / 工会要闻` above a headline, `02 / 基层速递` above another: sections of a post."""
    named = {
        at: found["name"]
        for at, item in enumerate(items[:-1])
        if item.kind in ("title", "heading", "body")
        and item.words[0] == "0"
        and (found := NUMBERED_SECTION.fullmatch(item.words))
        and items[at + 1].kind in (*HEADLINES, "heading")
    }
    if len(named) < LEAST_SECTIONS:
        return items
    return [
        replace(item, kind="column", name=named[at], is_section=True) if at in named else item
        for at, item in enumerate(items)
    ]


def with_columns_between_rules(items: list[Item]) -> list[Item]:
    """A rule, `【工运要讯】`, `## 全委会召开`, `## 调研组来访`: down to the next rule the column holds them all."""
    result = list(items)
    column, level = None, None
    for number, item in enumerate(items):
        if is_bracketed(item) and number and items[number - 1].kind == "mark":
            column, level = item.name, None
        elif is_bracketed(item) or (item.kind == "mark" and RULE.fullmatch(item.words)):
            column = None
        elif column and item.kind == "title" and item.paragraph.level is not None:
            level = level or item.paragraph.level
            if item.paragraph.level == level:
                result[number] = replace(item, name=column)
    return result


def with_marked_sections(items: list[Item]) -> list[Item]:
    """`◆ 县区动态` above headlines parts a bulletin as `◆县区动态◆` does; above rows, `◆ 本周数字`, it heads them."""
    marked = {at for at, item in enumerate(items[:-1]) if is_marked_name(item)}
    parted = {
        at for at in marked if items[at + 1].kind in ("title", "heading", "column") and at + 1 not in marked
    }
    marks = {items[at].words[0] for at in parted}
    if len([at for at in marked if items[at].words[0] in marks]) < LEAST_SECTIONS:
        return items
    result = list(items)
    for at in marked:
        item = items[at]
        name = item.words[1:].strip()
        if at in parted:
            result[at] = replace(item, kind="column", name=name.replace(" ", ""), is_section=True)
        elif item.words[0] in marks:
            text = item.paragraph.text
            paragraph = replace(item.paragraph, text=text.cut(len(text) - len(name)))
            result[at] = replace(item, kind="headline", paragraph=paragraph, is_section=True)
    return result


def with_levelled_sections(items: list[Item]) -> list[Item]:
    """`## 要闻` right above `### 全市表彰大会召开`, more than once on a page: sections; and `# 望江工会简讯` above the
    first of them is the bulletin's name."""
    parents = [at for at in range(len(items) - 1) if is_parent(items[at], items[at + 1])]
    levels = Counter(items[at].paragraph.level for at in parents)
    level, count = levels.most_common(1)[0] if levels else (None, 0)
    if level is None or count < LEAST_SECTIONS:
        return items
    result = list(items)
    for at in parents:
        if items[at].paragraph.level == level:
            name = ORDINAL.sub("", items[at].words)
            result[at] = replace(items[at], kind="column", name=name, is_section=True)
    for at, item in enumerate(result):
        if item.kind == "title" and item.paragraph.level == level:
            result[at] = replace(
                item, kind="headline", is_section=True
            )  # of no section, and ends the last one
    result = without_numbers(result, level + 1)
    is_named = items[0].kind == "title" and (items[0].paragraph.level or level) < level
    if is_named and all(
        item.kind in ("furniture", "running_head", "mark", "meta") for item in items[1 : parents[0]]
    ):
        result[0] = replace(items[0], kind="running_head", name=items[0].words)
    return result


def without_numbers(items: list[Item], level: int) -> list[Item]:
    """`### 1. “冬送温暖”启动` / `### 2. 首届工匠揭晓`: the numbers that a section gives its headlines are no words."""
    counted = [
        at for at, item in enumerate(items) if item.paragraph.level == level and NUMBER.match(item.words)
    ]
    if len(counted) < LEAST_SECTIONS:
        return items
    result = list(items)
    for at in counted:
        text = items[at].paragraph.text
        number = NUMBER.match(text.text)
        paragraph = replace(items[at].paragraph, text=text.cut(number.end() if number else 0).strip())
        result[at] = replace(items[at], paragraph=paragraph)
    return result


def is_parent(item: Item, below: Item) -> bool:
    level, deeper = item.paragraph.level, below.paragraph.level
    if item.kind != "title" or below.kind != "title" or level is None or deeper is None:
        return False
    is_name = len(item.words) <= LONGEST_SECTION and not has_sentence_mark(item.words)
    return is_name and deeper == level + 1 and below.words[0] not in "—–-"


def is_marked_name(item: Item) -> bool:
    words = item.words
    is_line = item.kind in ("title", "heading") and item.paragraph.level is None
    # `● 劳模剪影` could be a person's name
    is_line = is_line or (item.kind == "byline" and ends_in_any(words, "column_endings"))
    return (
        is_line and words[0] in BULLETS and 2 < len(words) <= LONGEST_SECTION and not has_sentence_mark(words)
    )


def is_bracketed(item: Item) -> bool:
    return item.kind == "column" and COLUMN_MARK.fullmatch(item.words) is not None


def with_houses(items: list[Item]) -> list[Item]:
    """Between a headline and its text: `市第二人民医院　许　晴`, an author with her house; `区总工会课题组`; and on
    a page of authors with their posts `市总工会主席把小川`, whose surname is seldom."""
    result = list(items)
    has_posts = sum(has_posted_author(item) for item in items) >= LEAST_POSTED
    for number in range(1, len(items) - 1):
        above, item, below = result[number - 1], items[number], items[number + 1]
        is_below_title = item.kind == "title" and above.kind in HEADLINES and item.paragraph.level is None
        credit = None
        if is_below_title and (below.kind == "meta" or is_day_line(below.words)):
            credit = housed(item.words, above.words) if " " in item.words else None
        elif is_below_title and below.kind in ("body", "note"):
            credit = housed(item.words, above.words) or (
                posted(item.words) if has_posts else posted_apart(item.words)
            )
        if credit is not None:
            result[number] = replace(item, kind="byline", credit=credit)
        elif is_below_title and is_name_alone(below) and item.words.endswith(houses()):
            result[number] = replace(item, kind="byline", credit=Credit("byline", post=item.words))
        elif item.kind == "closing" and above.kind == "title" and below.kind in ("body", "note"):
            result[number] = replace(item, kind="byline")  # （本报记者 林峰） above the text
    return result


def has_posted_author(item: Item) -> bool:
    people = item.credit.contributors if item.kind == "byline" and item.credit is not None else ()
    return len(people) == 1 and bool(people[0].printed_post)


def posted(text: str) -> Credit | None:
    """`市政协副主席、市总工会主席把小川`: what follows the last title, and is no word, is a name."""
    if len(text) > LONGEST or SENTENCE.search(text):
        return None
    last = max((found.end() for found in title_pattern().finditer(text)), default=0)
    name = text[last:].strip()
    if last < LEAST_POST or not may_be_name(name):
        return None
    return Credit("byline", (Contributor(name, "author", "", closed(text[:last])),))


def posted_apart(text: str) -> Credit | None:
    """`县总工会女职工委员会主任　呼小娥`: a post, and apart from it what may be a name of a rare surname."""
    post, _, name = text.rpartition(" ")
    is_one = (
        len(text) <= LONGEST and may_be_name(name) and post.endswith(titles()) and not SENTENCE.search(text)
    )
    return Credit("byline", (Contributor(name, "author", "", closed(post)),)) if is_one else None


@cache
def houses() -> tuple[str, ...]:
    return (*load("organisation_endings"), *GROUPS, *WORKERS)


def is_name_alone(item: Item) -> bool:
    people = item.credit.contributors if item.kind == "byline" and item.credit is not None else ()
    return len(people) == 1 and not people[0].printed_post and item.words.replace(" ", "") == people[0].name


def housed(text: str, headline: str) -> Credit | None:
    if len(text) > LONGEST_ISSUER + 8 or any(mark in text for mark in "，。：；！？“”—"):
        return None
    named = TAIL_NAME.match(text)
    name = named["name"].replace(" ", "") if named else ""
    if named and is_name(name) and named["post"].endswith(houses()):
        return Credit("byline", (Contributor(name, "author", "", named["post"]),))
    if set(" 的") & set(text):
        return None
    if text.endswith(GROUPS):
        return Credit("byline")  # an author without a name, and no source
    is_of_union = "工会" in text and text.endswith(OFFICES_OF_UNIONS)
    is_body = (text.endswith("总工会") or is_of_union) and len(text) < len(headline)
    return Credit("byline", source=text) if is_body else None


def with_name_of_bulletin(items: list[Item]) -> list[Item]:
    """`# 柳江工运` above its issue and the pieces of the next level: no headline of the first of them."""
    first = next((at for at, item in enumerate(items) if item.kind not in HEAD_KINDS), None)
    if first is None or items[first].kind != "title" or items[first].paragraph.level != 1:
        return items
    levels = [item.paragraph.level for item in items[first + 1 :] if item.paragraph.level is not None]
    below = list(takewhile(lambda item: item.paragraph.level is None, items[first + 1 :]))
    is_headed = any(item.kind == "running_head" for item in below)
    is_bare = all(item.kind in (*HEAD_KINDS, "title", "column") for item in below)
    if 1 in levels or len(levels) < LEAST_SECTIONS or not (is_headed and is_bare):
        return items
    result = list(items)
    result[first] = replace(items[first], kind="running_head", name=items[first].words)
    return result


def with_ruled_columns(items: list[Item]) -> list[Item]:
    """A rule, `特别报道`, `## 一把“三角尺”`: above the headline that the format marks stands the column's name."""
    result = list(items)
    for number in range(1, len(items) - 1):
        item, below = items[number], items[number + 1]
        is_below_rule = items[number - 1].kind in ("mark", "running_head")
        is_line = item.kind == "title" and item.paragraph.level is None and not has_sentence_mark(item.words)
        if not (is_line and is_below_rule and len(item.words) <= LONGEST_SECTION):
            continue
        if below.kind == "title" and below.paragraph.level is not None:
            result[number] = replace(item, kind="column", name=item.words)
    return result
