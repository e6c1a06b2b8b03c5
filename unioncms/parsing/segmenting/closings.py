"""How letters and notices end: 此致敬礼 and who signs, the body that gives notice and its day, rows to write to."""

import re
from dataclasses import replace

from unioncms.parsing.credits import Credit
from unioncms.parsing.credits.names import is_name, may_be_name
from unioncms.parsing.credits.posts import TAIL_NAME, read_author, titles
from unioncms.parsing.days import day_in
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import ends_in_any, has_any, load
from unioncms.parsing.segmenting.items import Item

REGARDS = re.compile(r"(?:此致(?:\s*[\u4e00-\u9fff]{2,10})?|敬礼|此致\s*敬礼|顺颂\S{2,4}|祝\S{2,6})[！!。]?")
DAY = re.compile(
    r"(?:(?:19|20)[0-9]{2}\s?年\s?)?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日"
    r"|(?:[一二][〇○零一二三四五六七八九]{3}年)?[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
# `职工总会职业训练部`, `青石县总工会　敬启`
GIVER = re.compile(
    r"[\u4e00-\u9fff]*(?:会|司|社|局|院|厂|校|心|处)(?:[\u4e00-\u9fff]{2,8}[部处室科组])?(?:敬启|谨启|敬上|谨上|敬告|同启)?"
)
RESPECTS = ("敬启", "谨启", "敬上", "谨上", "同启")
ROW = re.compile(r"(?P<label>[^，。；：:\s]{2,8})\s*[：:]\s*\S")
# `附件：1.申报表` / `2.汇总表`
ENCLOSED = re.compile(r"[0-9]{1,2}\s?[.．、|｜]\s?(?![0-9])")
LEAST_NUMBERED = 3
LONGEST_SIGNATURE = 24
# `编辑同志：我是一名女工，…`: a letter whose text goes on behind the salutation
TO_EDITOR = re.compile(
    r"(?:尊敬的|敬爱的|亲爱的)?(?:编辑|编者|主编|总编)(?:们|同志|先生|老师|部)*[：:！!，,]"
)
TEXTS = ("body", "heading")
PLACES = tuple("省市州县区旗镇乡村")
# `主　席：王一川（兼）`, `经费审查委员会主任：李小满`
OFFICE_ROW = re.compile(r"(?P<label>[^，。；：:、]{2,20}?)\s*[：:]\s*[\u3400-\u9fff]")
BLANKS = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")


def with_rows(items: list[Item]) -> list[Item]:
    """`联系人：岑小渔`, `附件：报名表`: in a text rows of it, and no headings."""
    result = list(items)
    for number, item in enumerate(items):
        if item.kind in ("title", "heading") and number and ENCLOSED.match(item.words):
            above = result[number - 1]
            is_next = above.kind == "body" and (above.words.startswith("附件") or ENCLOSED.match(above.words))
            if is_next and item.paragraph.level is None:
                result[number] = replace(item, kind="body")
            continue
        row = ROW.match(item.words) if item.kind == "title" and item.paragraph.level is None else None
        if row and number and row["label"] in load("notice_labels") and result[number - 1].kind in TEXTS:
            result[number] = replace(item, kind="body")
    return result


def with_numbered_rows(items: list[Item]) -> list[Item]:
    """`1．魏国栋　重机公司铸造工` / `2．苗小慧　幼儿园教师` / …, with nothing between them: rows, and no headings."""
    result = list(items)
    start = 0
    while start < len(items):
        end = start
        while end < len(items) and is_numbered_line(items[end]):
            end += 1
        if end - start >= LEAST_NUMBERED and start and items[start - 1].kind in TEXTS:
            result[start:end] = [replace(item, kind="body") for item in items[start:end]]
        start = max(end, start + 1)
    return result


def is_numbered_line(item: Item) -> bool:
    is_line = item.kind in ("title", "heading") and item.paragraph.level is None
    return is_line and ENCLOSED.match(item.words) is not None


def with_offices(items: list[Item]) -> list[Item]:
    """`…选举产生了领导班子：` / `主　席：王一川` / `副主席：李小满`: rows of the text, their labels closed up."""
    result = list(items)
    for number, item in enumerate(items):
        if item.kind != "title" or item.paragraph.level is not None or not number:
            continue
        above = result[number - 1]
        is_below = above.kind == "body" and (above.words.endswith(("：", ":")) or names_office(above.words))
        if is_below and names_office(item.words):
            text = item.paragraph.text
            row = OFFICE_ROW.match(text.text)
            holes = [
                (*each.span(), "") for each in BLANKS.finditer(text.text, 0, row.end("label") if row else 0)
            ]
            result[number] = replace(
                item, kind="body", paragraph=replace(item.paragraph, text=text.without(holes))
            )
    return result


def names_office(text: str) -> bool:
    row = OFFICE_ROW.match(text)
    return row is not None and row["label"].replace(" ", "").endswith(titles())


def with_regards(items: list[Item]) -> list[Item]:
    """`此致` / `敬礼！` / `临港码头理货员 祝小年` / `7月3日`: the end of a letter, and its author."""
    result = list(items)
    for number, item in enumerate(items):
        if (
            not number
            or result[number - 1].kind not in ("body", "closing")
            or item.paragraph.level is not None
        ):
            continue
        is_addressed = items[number - 1].words == "此致" and item.words[0] in "全各"  # 此致 / 全体代表
        if item.kind in ("title", "body") and (REGARDS.fullmatch(item.words) or is_addressed):
            result[number] = replace(item, kind="body")
        elif (
            item.kind in ("title", "byline")
            and any(REGARDS.fullmatch(each.words) for each in items[max(number - 2, 0) : number])
            and (signed := signature(item.words))
        ):
            result[number] = replace(item, kind="closing", credit=signed)
        elif result[number - 1].kind == "closing" and item.kind == "title" and DAY.fullmatch(item.words):
            result[number] = replace(
                item, kind="meta", credit=Credit("meta", published_on=day_in(item.words))
            )
    return result


def signature(text: str) -> Credit | None:
    if len(text) > LONGEST_SIGNATURE:
        return None
    name = text.replace(" ", "")
    if is_name(name):
        return Credit("closing", (Contributor(name, "author"),))
    found = read_author(text) or read_placed(text) or read_closed_up(name)
    return Credit("closing", (Contributor(found[1], "author", "", found[0]),)) if found else None


def read_placed(text: str) -> tuple[str, str] | None:
    """`青石县 把小川` → 青石县, 把小川: below a letter a place and a house make a name of what follows them."""
    found = TAIL_NAME.match(text)
    name = found["name"].replace(" ", "") if found else ""
    is_placed = found is not None and found["post"].endswith((*PLACES, *load("organisation_endings")))
    return (found["post"].replace(" ", ""), name) if found and is_placed and may_be_name(name) else None


def read_closed_up(text: str) -> tuple[str, str] | None:
    """`青石县66号信箱王一川`: no blank parts the house from the name."""
    for size in (3, 2):
        house, name = text[:-size], text[-size:]
        if house.endswith(("信箱", *load("houses_of_authors"))) and is_name(name):
            return house, name
    return None


def with_signed_notices(items: list[Item]) -> list[Item]:
    """`理事长 王一川` below a notice gives it, as a body would; he is no author."""
    result = list(items)
    is_notice = False
    for number, item in enumerate(items):
        if item.kind == "title":
            is_notice = has_any(item.words, "notice_titles")
        if not is_notice or item.kind != "byline" or result[number - 1].kind not in TEXTS:
            continue
        after = items[number + 1] if number + 1 < len(items) else None
        is_end = after is None or after.kind not in TEXTS
        is_author = item.credit is not None and all(
            each.role == "author" for each in item.credit.contributors
        )
        if is_end and is_author:
            result[number] = replace(item, kind="body", credit=None)
    return result


def is_official(item: Item | None) -> bool:
    """`理事长 王一川` between the body that gives notice and its day."""
    if item is None or item.kind not in ("byline", "title") or len(item.words) > LONGEST_SIGNATURE:
        return False
    post, _, name = item.words.rpartition(" ")
    return post.replace(" ", "").endswith(titles()) and may_be_name(name)


def is_listed_body(item: Item) -> bool:
    """The last of several bodies that a notice names, line by line."""
    return item.kind == "title" and ends_in_any(item.words, "organisation_endings")


def with_givers_of_notice(items: list[Item]) -> list[Item]:
    """`白鹭市总工会` / `2024年8月5日` below a text: who gives notice, and when; both are printed with it."""
    result = list(items)
    for number in range(1, len(items)):
        above, item = result[number - 1], items[number]
        if item.kind != "title" or item.paragraph.level is not None:
            continue
        if above.kind not in TEXTS and not is_listed_body(above):
            continue
        below, after = (items[at] if at < len(items) else None for at in (number + 1, number + 2))
        words = item.words.replace(" ", "")
        is_body = ends_in_any(words, "organisation_endings") or GIVER.fullmatch(words) is not None
        is_end = after is None or after.kind not in TEXTS
        if not is_body or len(words) > LONGEST_SIGNATURE:
            continue
        if is_official(below) and after is not None and DAY.fullmatch(after.words):
            signed = items[number : number + 2]
            result[number : number + 2] = [replace(each, kind="body", credit=None) for each in signed]
            day = Credit("meta", published_on=day_in(after.words))
            result[number + 2] = replace(after, kind="body", credit=day)
        elif words.endswith(RESPECTS) and (below is None or below.kind not in TEXTS):
            result[number] = replace(item, kind="body", credit=Credit("meta"))
        elif below is not None and is_end and DAY.fullmatch(below.words):
            result[number] = replace(item, kind="body")
            day = Credit("meta", published_on=day_in(below.words))
            result[number + 1] = replace(below, kind="body", credit=day)
            if is_listed_body(above) and result[number - 2].kind in TEXTS:
                result[number - 1] = replace(above, kind="body")
    return result
