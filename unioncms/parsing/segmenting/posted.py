"""Posts of accounts: who posted, below the headline, and the captions of pictures that the text leaves out."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from unicodedata import category

from unioncms.parsing.credits import Credit
from unioncms.parsing.credits.names import is_name
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import ends_in_any, load
from unioncms.parsing.segmenting.items import CAPTION_MARKS, LONGEST_CAPTION, Item
from unioncms.parsing.segmenting.picture_names import is_picture
from unioncms.parsing.segmenting.titles_block import joined_item

LONGEST_ACCOUNT = 16
MOST_ACCOUNTS = 3  # words of the line: 原创, who wrote, who posted
LONGEST_HEADLINE = 64
LEAST_HEADLINE = 4
LONGEST_LEAD = 20  # of a greeting above the text
LONGEST_EMBLEM = 8
HEAD_REACH = 5  # lines between a headline and the day of its post
ACCOUNT_HOUSES = ("工会", "工运", "工会委员会", "工会联合会")
ACCOUNT_ENDINGS = ("报", "网", "发布", "之声", "在线", "云", "之家", "工运", "职工", "融媒", "客户端")
LATELY = re.compile(r"今天|昨天|前天|[0-9一二三四五六]{1,2}(?:天|周|个月|小时)前")
CHAPTER = re.compile(r"(?:PART|Part|NO|No)?[.\s]{0,2}[0-9]\s?[0-9]?")  # above a heading
ENDS_OF_PIECE = ("byline", "closing", "column", "furniture", "mark", "photo")
LEAST_CHAPTERS = 2
LONGEST_CHAPTER = 8
LONGEST_HEADING = 30
# `（左二）`, `（资料图片）`
SHOWN = re.compile(
    r"[（(](?:(?!前[0-9一二三四五六七八九十]+名)[^（）()]{0,6}[左右中前后][^（）()]{0,4}|资料(?:图片?|照片))[）)]"
)


def with_accounts(items: list[Item]) -> list[Item]:
    """Between a headline and the day of a post stand its account, and who wrote it: `原创 隋以宁 白鹭工会`."""
    result = list(items)
    sources = {item.credit.source for item in items if item.credit is not None and item.credit.source}
    if any(item.credit is not None and item.credit.source and "来源" in item.words for item in items):
        for number, item in enumerate(items):
            if item.kind == "meta" and item.credit is not None and "来源" not in item.words:
                result[number] = replace(item, credit=replace(item.credit, source=None))
    for number, item in enumerate(items[: 2 * HEAD_REACH]):
        if sources and item.words[-1] in ".．" and item.words.rstrip(".． ") in sources:
            result[number] = replace(
                item, kind="furniture", credit=None
            )  # `白鹭工会.` below where it is from
    for number, item in enumerate(items):
        if item.kind != "title" or item.paragraph.level is not None:
            continue
        if number and is_headline(items[number - 1]) and (credit := lately_posted(item.words)):
            result[number] = replace(item, kind="meta", credit=credit)
        credit = account_in(item.words, sources)
        if credit is None or not is_above_day(items, number) or is_headline_of_site(items, number, sources):
            continue
        above = items[max(number - HEAD_REACH, 0) : number]
        if any(each.kind == "body" and each.words.endswith("。") for each in above):
            continue  # who gives a notice, above its day
        if any(map(is_headline, above)):
            result[number] = replace(item, kind="meta" if credit.contributors else "furniture", credit=credit)
    return result


def is_above_day(items: Sequence[Item], number: int) -> bool:
    """A saved post may print its account twice, and tell what it is, above the day."""
    below = items[number + 1 : number + HEAD_REACH + 1]
    return any(map(is_day_of_post, takewhile_told(below, items[number].words)))


def is_headline_of_site(items: Sequence[Item], number: int, sources: Collection[str]) -> bool:
    """`白鹭镇成立民宿行业工会` right above the day, the source and the text: no account posts a headline above it."""
    if not sources or items[number].words in sources or any(each in items[number].words for each in sources):
        return False
    above = (each for each in reversed(items[max(number - HEAD_REACH, 0) : number]) if each.kind != "byline")
    first = next(above, None)
    return first is None or not is_headline(first) or len(first.words) < LEAST_HEADLINE


def takewhile_told(items: Iterable[Item], account: str) -> Iterator[Item]:
    """Down to the first line that is neither furniture nor an account."""
    for item in items:
        yield item
        if item.kind != "furniture" and item.words != account and account_in(item.words, ()) is None:
            return


def is_day_of_post(item: Item) -> bool:
    return item.kind == "meta" and item.credit is not None and item.credit.published_on is not None


def account_in(text: str, sources: Collection[str]) -> Credit | None:
    """`原创 隋以宁 白鹭工会`: of several accounts the last one posted."""
    words = [word for word in text.split() if word != "原创"]
    if not 1 <= len(words) <= MOST_ACCOUNTS or any(len(word) > LONGEST_ACCOUNT for word in words):
        return None
    if words[-1] not in sources and not is_account(words[-1]):
        return None
    people = tuple(Contributor(word, "author") for word in words[:-1] if is_name(word) and len(word) < 4)
    return Credit("meta", people, account=words[-1])


def is_account(word: str) -> bool:
    is_named = ends_in_any(word, "organisation_endings") or word.endswith(ACCOUNT_ENDINGS)
    return is_named and "：" not in word  # `青石县：律师进糖厂`


def lately_posted(text: str) -> Credit | None:
    """`铜山矿务局工会 铜山矿工 今天`"""
    *words, day = text.split()
    is_line = 1 <= len(words) <= MOST_ACCOUNTS and LATELY.fullmatch(day) is not None
    return Credit("meta", account=words[-1]) if is_line else None


def is_headline(item: Item) -> bool:
    return item.kind == "title" or (item.kind == "body" and len(item.words) <= LONGEST_HEADLINE)


def with_headlines_of_posts(items: list[Item]) -> list[Item]:
    """Above the account stands the headline, though it reads as a sentence: `全委会、技能赛……这一周真忙！`, and above
    that nothing but whose account it is. A sentence below is no headline: `快来看看吧！`"""
    result = list(items)
    for number, item in enumerate(items):
        if item.credit is None or item.credit.account is None or not number:
            continue
        above = result[number - 1]
        is_first = number == 1 or items[number - 2].kind not in ("title", "body", "caption")
        if above.kind == "body" and is_first and is_headline(above) and above.paragraph.lines == 1:
            result[number - 1] = replace(above, kind="title")
        if number == 2 and above.kind == "title" and (is_house(result[0]) or "公众号" in result[0].words):
            result[0] = replace(result[0], kind="furniture")
        for at in range(number + 1, min(number + 2 * HEAD_REACH, len(items))):
            if items[at].words in provinces() and items[at].kind in ("title", "byline"):
                result[at] = replace(items[at], kind="furniture", credit=None)
            elif items[at].kind == "title" and items[at].is_sentence and items[at].paragraph.level is None:
                result[at] = replace(items[at], kind="body")
            elif (
                items[at].kind not in ("furniture", "mark", "meta", "body")
                or len(items[at].words) > LONGEST_LEAD
            ):
                break
    return result


@cache
def provinces() -> frozenset[str]:
    """云南, as an account's posts say where it is."""
    names = {line.split()[0] for line in load("areas")}
    return frozenset(
        re.sub(r"(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$", "", name) for name in names
    )


def is_house(item: Item) -> bool:
    """`青溪市总工会` above the headline"""
    return item.kind == "title" and len(item.words) <= LONGEST_ACCOUNT and item.words.endswith(ACCOUNT_HOUSES)


def without_emblems(items: list[Item]) -> list[Item]:
    """`📣 工会通知` above a headline: what kind of thing comes now, no line of it."""
    result = list(items)
    for number, (item, below) in enumerate(pairwise(items)):
        is_short = item.kind == "title" and len(item.words) <= LONGEST_EMBLEM and below.kind == "title"
        if (
            is_short
            and item.paragraph.level is None
            and category(item.words[0]) == "So"
            and item.words[0] > "\u2b00"
        ):
            result[number] = replace(item, kind="furniture")
    return result


def account_of(items: Sequence[Item]) -> str | None:
    """The account that the page's first post names."""
    accounts = (item.credit.account for item in items if item.credit is not None)
    return next((account for account in accounts if account), None)


def with_captions(items: list[Item]) -> list[Item]:
    """`▲焊接比赛现场`, no sentence: a heading, unless the page shows that its pictures were left out or that its marks
    are those of captions; `骑手在加油站歇脚（资料图片）` says itself that it is one."""
    has_pictures = any(
        is_picture(item) or (item.words[0] in CAPTION_MARKS and (item.kind == "caption" or is_shown(item)))
        for item in items
    )
    gaps = Counter(item.paragraph.gap for item in items[1:]).most_common(1)
    is_spaced = bool(gaps) and gaps[0][0] > 0
    items = [
        replace(item, kind="heading", credit=None)
        if item.kind == "byline" and is_name_of_person(item, above)
        else item
        for above, item in zip([None, *items], items, strict=False)
    ]
    return [
        replace(item, kind="caption")
        if is_caption(item, above, has_pictures, below is not None and below.kind not in ENDS_OF_PIECE)
        or (is_spaced and is_attached(item, above))
        else item
        for above, item, below in zip([None, *items], items, [*items[1:], None], strict=False)
    ]


def is_name_of_person(item: Item, above: Item | None) -> bool:
    """`▲采煤工 孙有福` below a text: whom the next lines are about, and no byline."""
    return item.kind == "byline" and item.words[0] == "▲" and above is not None and above.kind == "body"


def is_attached(item: Item, above: Item | None) -> bool:
    """One line right below a picture's place, on a page that parts everything else by empty lines."""
    is_line = item.kind in ("title", "body") and item.paragraph.level is None and item.paragraph.lines == 1
    if above is None or not is_line or item.paragraph.gap or len(item.words) > LONGEST_HEADLINE:
        return False
    return is_picture(above)


def is_shown(item: Item) -> bool:
    return SHOWN.search(item.words) is not None or item.words.endswith(load("caption_endings"))


def is_caption(item: Item, above: Item | None, has_pictures: bool, is_over_text: bool) -> bool:
    words = item.words
    if item.kind not in ("heading", "title") or item.paragraph.level is not None or above is None:
        return False
    if len(words) > LONGEST_CAPTION:
        return False
    if words[0] in CAPTION_MARKS:
        return has_pictures and above.kind != "column" and not CHAPTER.fullmatch(above.words)
    return is_picture(above) and (is_shown(item) or not is_over_text)


def with_chapters(items: list[Item]) -> list[Item]:
    """`01` / `一间旧仓库` / … / `02` / `十一双手`: a number above each heading of a post."""
    numbers = [at for at, item in enumerate(items) if is_chapter(items, at)]
    if len(numbers) < LEAST_CHAPTERS:
        return items
    if are_pieces(items, numbers):
        return with_counted_pieces(items, numbers)
    result: list[Item] = []
    for at, item in enumerate(items):
        if at - 1 in numbers:
            result[-1] = replace(joined_item([items[at - 1], item], " "), kind="heading", credit=None)
        else:
            result.append(item)
    return result


def are_pieces(items: Sequence[Item], numbers: Sequence[int]) -> bool:
    """Most of what stands below the numbers says at its end where it is from."""
    ends = [*numbers[1:], len(items)]
    sourced = (
        any(each.kind == "meta" and each.credit and each.credit.source for each in items[start:end])
        for start, end in zip(numbers, ends, strict=True)
    )
    return sum(sourced) * 2 > len(numbers)


def with_counted_pieces(items: Sequence[Item], numbers: Sequence[int]) -> list[Item]:
    """`工运早报` / `01` / `“欠薪码”满月` / text / `来源：…` / `02` …: pieces of their own, below the post's name."""
    result = list(items)
    for at, item in enumerate(items):
        if at in numbers or (at < numbers[0] and item.kind == "title"):
            result[at] = replace(item, kind="furniture", credit=None)
        elif at - 1 in numbers:
            result[at] = replace(item, kind="headline", credit=None)
    return result


def is_chapter(items: Sequence[Item], number: int) -> bool:
    item = items[number]
    if len(item.words) > LONGEST_CHAPTER or not CHAPTER.fullmatch(item.words) or number + 2 >= len(items):
        return False
    below, after = items[number + 1], items[number + 2]
    is_line = below.kind in ("title", "heading", "byline") and below.paragraph.level is None
    return (
        is_line and len(below.words) <= LONGEST_HEADING and after.kind in ("body", "caption", "note", "mark")
    )
