"""What a page says of itself: the paper or the site it appeared in, whose it is, and its day."""

import re
from collections.abc import Iterable, Iterator

from unioncms.parsing.days import WEEKDAY, day_in, is_day_range, months_of_range, without_ranges, year_of
from unioncms.parsing.furniture import is_day_line, is_pager
from unioncms.parsing.lexicon import load
from unioncms.parsing.page_heads import is_dated_head, is_head_line, is_issuer_line, issuer_in, named_head
from unioncms.parsing.segmenting.items import HEAD_ITEMS, ISSUE_OF, PUBLICATION, Item
from unioncms.parsing.shapes import dateline_of

NO_PUBLICATION = frozenset({"数字报", "电子报", "手机报", "晚报", "日报", "早报", "周报", "快报", "简报"})
_ISSUE = r"第?\s?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s?(?:[-—–、至]\s?[0-9]{1,3}\s?)?期"
_ISSUE += r"|[·.]?\s?[春夏秋冬]季?[号刊卷]|\.[0-9]{1,2}(?![0-9.])"  # `2021.6`, which may be its sixth issue
NUMBERED_ISSUE = re.compile(
    rf"(?P<year>(?:19|20)[0-9]{{2}}|[一二][〇○零一二三四五六七八九]{{3}})\s?年?\s?[（(]?(?:{_ISSUE})"
)
OUT_ON = re.compile(r"(?<![0-9])(?P<month>0?[1-9]|1[0-2])月(?P<day>[0-3]?[0-9])日\s?(?:出版|出刊)")
MONTH = re.compile(r"(?<![0-9])(0?[1-9]|1[0-2])月")
SITE_OF = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,8}(?:报|网))(?:官方网站|官方网|官网|数字报|电子报|电子版|\s?[|｜]|\s首页)"
    r"|(?:阅读|关注|订阅|下载)(?P<read>[\u4e00-\u9fff]{2,6}(?:工人|日|晚|职工|劳动|时|早)报)(?:$|客户端|微信)"
)
EDITION = re.compile(r"(?<=[报运讯刊])(?:数字|电子|手机)报$")
HOUSE_OF = re.compile(
    r"[【\[]?(?P<name>[\u4e00-\u9fff]{2,8}?[报网])(?:[0-9]{1,2}月[0-9]{1,2}日)?\s?讯"
    r"|(?P<told>[\u4e00-\u9fff]{3,8})报道(?=\s?[（(](?:全媒体|融媒体)?(?:记者|通讯员))"  # 云上云台报道（记者 王一川）
)
OFFICES = ("局", "办", "政府", "院", "所", "社区", "街道")
OURS = ("本报", "本网")


def publication_of(items: list[Item]) -> str | None:
    """The paper whose running head the page prints: `澜山工人报`, `《云岭工运》2025年9月号`."""
    for item in items[:HEAD_ITEMS]:
        if item.kind != "running_head":
            continue
        issue = ISSUE_OF.fullmatch(item.words)
        if issue:
            return issue["title"]
        if item.name or (PUBLICATION.fullmatch(item.words) and item.words not in NO_PUBLICATION):
            return item.name or EDITION.sub("", item.words)
    return None


def day_of(items: list[Item]) -> str | None:
    """The day in the page's own head; the days that it tells of (`3月11日—3月17日`) are not that."""
    return next(filter(None, map(day_in, map(without_ranges, day_heads(items)))), None)


def issue_of(items: list[Item]) -> str | None:
    """`2020年第6期` in a head gives the year, beside `（12月1日—12月7日）` the month too, beside `12月8日出版` all."""
    head = [item.words for item in items[:HEAD_ITEMS] if item.kind in ("running_head", "meta")]
    year = next((year_of(found["year"]) for found in map(NUMBERED_ISSUE.search, head) if found), None)
    if year is None:
        return None
    if out := next((found for found in map(OUT_ON.search, head) if found), None):
        return day_in(f"{year}年{out['month']}月{out['day']}日") or year
    told = (NUMBERED_ISSUE.sub("", words).strip() for words in head)
    months = next((set(MONTH.findall(words)) for words in told if is_day_range(words)), set())
    return f"{year}-{int(months.pop()):02}" if len(months) == 1 else year


def days_told(items: list[Item]) -> str | None:
    """Where a head names no other day, the month of those that the page tells of."""
    return next(map(months_of_range, day_heads(items)), None)


def day_heads(items: list[Item]) -> Iterator[str]:
    for item in items[: 4 * HEAD_ITEMS]:
        if item.kind == "furniture" and is_pager(item.words) and day_in(item.words):
            yield item.words
    for words in (item.words for item in items if item.kind == "running_head"):
        if day_in(words) is None:
            continue
        is_head = is_day_line(words) or is_head_line(words) or is_issuer_line(words) or named_head(words)
        if is_head or WEEKDAY.search(words) or is_dated_head(words):
            yield words


def issuer_of(items: Iterable[Item]) -> str | None:
    """The union that a bulletin's head or a site's foot says it is of."""
    own = (item.words for item in items if item.kind in ("running_head", "furniture"))
    return next((name for words in own if (name := issuer_in(words))), None)


def site_of(items: list[Item]) -> str | None:
    """The paper whose site has the page: `云台工人报官方网站`, `关注公众号，随时阅读云台工人报`."""
    own = (item.words for item in items if item.kind == "furniture")
    return next((found["name"] or found["read"] for found in map(SITE_OF.search, own) if found), None)


def house_of(items: list[Item]) -> str | None:
    """The paper or the site that the first report says is its own: `今日白鹭网6月23日讯`. An agency is none."""
    body = next((item.words for item in items if item.kind == "body"), "")
    house = HOUSE_OF.match(body) if dateline_of(body) else None
    name = (house["name"] or house["told"]) if house else None
    return name if name not in OURS else None


def paper_of_source(source: str | None) -> str | None:
    """`来源：云台日报`; what an office of a body has given to its site appeared in no paper."""
    if source is None or source.endswith((*load("source_houses"), *OFFICES)):
        return None
    return source.removesuffix("客户端")
