"""Labels of credits and what stands behind them: `来源｜衡阳工会　编辑｜李明`, `文/图 张三`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from unioncms.parsing.credits.names import (
    ACTION,
    PHOTO_ACTIONS,
    is_name,
    may_be_name,
    names_in,
    read_people,
    role_pattern,
)
from unioncms.parsing.credits.posts import read_author
from unioncms.parsing.days import DAY, day_in
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import load
from unioncms.parsing.patterns import opening, words_pattern
from unioncms.parsing.shapes import ends_sentence

SEPARATORS = re.compile("[:：|｜丨┃/／]")
OPENINGS = frozenset("作文图摄撰")  # of labels that a blank may part from their names
ABOUT_AUTHOR = re.compile(
    r"作者(?:简介|介绍)?\s*[:：]?\s*(?P<name>[\u4e00-\u9fff·](?:\s?[\u4e00-\u9fff·]){1,3})\s*[，,;；]\s*"
    r"(?:(?:工作|所在)?单位\s*[:：为]\s*|系|现任|现为)?(?P<post>[^，。；：,;:]{2,24})(?:[，,；;].{0,60})?。?"
)
AUTHORS_HOUSE = re.compile(r"(?:本文)?作者单位\s*[:：]\s*(?P<post>[^，。:：]{2,24})")
NAME_AND_HOUSE = re.compile(r"(?P<name>[^（()）\s]{2,8})\s*[（(](?P<post>[^（()）]{2,24})[）)]")
# `作者：王一川/文 李小满/图`
NAME_AND_DEED = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,4})\s?[/／]\s?(?P<deed>[文图摄])(?=\s|$)")
DEED_ROLES = {"文": "author", "图": "photographer", "摄": "photographer"}
BOOK = re.compile(r"《(?P<title>[^》]{2,24})》")
_STAFF, _SENDERS = "记者|报道员|实习生", "通讯员|评论员|撰稿人?"
ROLE_LINE = re.compile(
    r"(?:□|■|●)?\s*(?:(?:本报|本刊|本网|本台|[日早晨晚]报|(?:[\u4e00-\u9fff]{2,8}报\s?[-—·/]\s?)?[\u4e00-\u9fff]{2,8}(?:报|网|社|台|客户端|融媒体?|融媒体中心|工运|传媒))?\s*(?:全媒体|融媒体|首席|特派|驻地)?(?:[见实]习)?"
    rf"(?:{_STAFF}|(?:特约)?(?:{_SENDERS})|特约记者))"
)
# no ROLE_LINE is without one, nor a line of nobody by name: `本报评论部`
IN_ROLE_LINE = re.compile(f"{_STAFF}|{_SENDERS}|评论部|编辑部")
DATE_LINE = re.compile(
    r"(?:发布于|发表于)?\s*(?:(?:19|20)[0-9]{2}\s*[-年./]\s*[0-9]{1,2}\s*[-月./]\s*[0-9]{1,2}\s*日?|[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2})(?:\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?(?:\s+\S{1,12}){0,3}"
)
# `来源：白鹭镇总工会 文/王刚`
DEED = re.compile(
    r"(?<=[\s\u3000])(?P<label>文\s?[/／]\s?图|图\s?[/／]\s?文|图文|文图|[文图摄])\s?[/／]\s?(?=[^\s文图])"
)
GIVER = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,16}(?:报|网|社|台|刊|工会)|[\u4e00-\u9fff]{2,16}(?=供稿))(?:供稿)?\s*$"
)
SITE = re.compile(r"[\u4e00-\u9fff]{2,10}(?:网|报|社|台|在线|客户端)\s?[|｜]")  # `云台网 | 发布时间：…`
SLASHED = re.compile(r"(?:文\s*[/／]\s*图|图\s*[/／]\s*文|图文|文|图|摄影|撰文)\s*[/／:：·\s]\s*(?=\S)")
LONGEST_SLASHED = 40
LONGEST_PEN_NAME = 4
WIRED = re.compile(r"(?<=社)[\u4e00-\u9fff]{2,6}[0-9]{1,2}月[0-9]{1,2}日电$")  # 新华社青石6月3日电
MINUTE = re.compile(r"[0-9]{1,2}:[0-9]{2}")
NO_SOURCE = frozenset(
    {"本站", "本网", "本网站", "本站原创", "原创", "网络", "互联网", "未知", "不详", "佚名", "无"}
)
# `//www.example.cn2021-06-08 10:07`: where the page lies, also run together with its day
ADDRESS = re.compile(r"(?:https?:)?//[a-zA-Z0-9./_?=&-]+?/?(?=(?:19|20)[0-9]{2}[-年]|[^a-zA-Z0-9./_?=&-]|$)")
BLANKS = re.compile(r"\s+")
OPENING_DAY = re.compile(
    r"(?:19|20)[0-9]{2}\s?[-年./]\s?[0-9]{1,2}|[0-9]{1,2}[.][0-9]{1,2}[.](?:19|20)[0-9]{2}"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """`kind`: "byline" stands above or below a headline, "closing" ends an article, "meta" is a line of dates and
    sources, "photo" belongs to a figure, "editors" to the whole page."""

    kind: str
    contributors: tuple[Contributor, ...] = ()
    source: str | None = None
    published_on: str | None = None
    post: str = ""  # of an author who is named elsewhere: （作者系某市总工会主席）
    account: str | None = None  # that posted the text


@lru_cache(maxsize=1)
def labels() -> dict[str, str]:
    return dict(line.split() for line in load("credit_labels"))


@lru_cache(maxsize=1)
def label_pattern() -> re.Pattern[str]:
    words = words_pattern(labels())
    return re.compile(
        rf"{opening(labels())}(?:^|(?<=[\s\u3000|｜/／；;0-9日]))(?P<label>{words})\s*(?:[:：|｜丨┃]|[/／](?!\s?[文图摄]))\s*"
    )


@lru_cache(maxsize=1)
def long_label() -> re.Pattern[str]:
    words = [label for label in labels() if len(label) > 1]
    return re.compile(rf"{opening(words)}{words_pattern(words)}\s?[:：]")


def with_labels_parted(text: str) -> str:
    """`2021-06-08 10:07来源:云台日报编辑:李小满` → a blank before each label, where a day or a label opens the line."""
    if OPENING_DAY.match(text) is None and not opens_with_label(text):
        return text
    return (
        long_label()
        .sub(
            lambda found: (
                found.group() if text[found.start() - 1 : found.start()].isspace() else f" {found.group()}"
            ),
            text,
        )
        .lstrip()
    )


def opens_with_label(text: str) -> bool:
    """`来源丨南溪工人报`: the bar is the character 丨, and the whole looks like the name of a paper."""
    return label_pattern().match(text) is not None


def read_labelled(text: str) -> Credit | None:
    """`更新时间:2018-06-01  来源:攀枝花日报`, `来源｜衡阳工会　编辑｜李明`, `责任编辑：王刚`, `文/图 张三`."""
    if text[:1] not in OPENINGS and SEPARATORS.search(text) is None:
        return None
    if (about := ABOUT_AUTHOR.fullmatch(text)) and is_name(name := about["name"].replace(" ", "")):
        return Credit("closing", (Contributor(name, "author", "", about["post"]),))
    if house := AUTHORS_HOUSE.fullmatch(text):
        return Credit("closing", post=house["post"].strip())
    text = with_labels_parted(text)
    marks = list(label_pattern().finditer(text))
    if marks and ("/" in text or "／" in text):
        marks += [deed for deed in DEED.finditer(text) if deed.start() > marks[0].start()]
    if not marks or marks[0].start() > 0:
        lead = text[: marks[0].start()].strip() if marks else ""
        if marks and (DATE_LINE.match(lead) or SITE.fullmatch(lead)):
            pass
        elif len(text) <= LONGEST_SLASHED and SLASHED.match(text):
            return read_slashed(text)
        else:
            return None
    people: list[Contributor] = []
    source = published = account = None
    kinds = set()
    if marks[0].start() > 0:
        lead = text[: marks[0].start()].strip()
        published = day_in(text)
        account = lead.rstrip("|｜ ") if SITE.fullmatch(lead) else None
        source = giver_in(lead)
        kinds.add("date")
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        value = text[mark.end() : end].strip(" \u3000|｜丨;；")
        kind = labels()[BLANKS.sub("", mark["label"]).replace("／", "/")]
        kinds.add(kind)
        if kind == "source":
            value, staff = without_staff(value)
            people.extend(staff)
            source = source_name(value)
            if source is None and len(value) > 24:
                return None
        elif kind == "giver":
            given = labelled_people(value, "correspondent")
            people.extend(given)
            source = source or (None if given or value.startswith("各") else source_name(value))
        elif kind == "date":
            published = day_in(value) or published
        elif kind in (
            "author",
            "author_photographer",
            "photographer",
            "reporter",
            "trainee_reporter",
            "correspondent",
            "compiler",
            "responsible_editor",
        ):
            found = labelled_people(value, kind)
            if not found and len(value) > 16:
                return None
            people.extend(found)
        elif len(value) > 40 or ends_sentence(value):
            return None  # `编辑部：…特写信表扬。` opens a letter
    published = published or (day_in(text) if source or MINUTE.search(text) else None)
    if kinds <= {"responsible_editor", "other"} and not published:
        return Credit("editors", tuple(people))
    if kinds <= {"photographer", "credit"}:
        return Credit("photo", tuple(people))
    if kinds & {"date", "source"} or source or kinds & {"responsible_editor", "other"}:
        return Credit("meta", tuple(people), source, published, account=account)
    return Credit("byline", tuple(people))


def giver_in(text: str) -> str | None:
    """`2021-06-08 10:07 云台县总工会供稿` → 云台县总工会"""
    found = GIVER.search(DAY.sub("", text))
    return found["name"] if found else None


def without_staff(value: str) -> tuple[str, tuple[Contributor, ...]]:
    """`澄江工人报 记者 王刚`, `云台县总工会（通讯员 李小满）` → who gave it, and the staff."""
    for role in role_pattern().finditer(value):
        before = value[role.start() - 1] if role.start() else ""
        if before.isspace() or (before and before in "（(" and value[-1] in "）)"):
            return value[: role.start()].strip(" |｜丨（("), read_people(value[role.start() :].rstrip("）)"))
    return value, ()


def labelled_people(value: str, kind: str) -> tuple[Contributor, ...]:
    role = "author" if kind == "author_photographer" else kind
    if kind == "responsible_editor":
        value = role_pattern().sub("", value).strip("、，, ")  # 责编：实习生、王一川
    if "/" in value or "／" in value:
        done = tuple(
            Contributor(each["name"], DEED_ROLES[each["deed"]]) for each in NAME_AND_DEED.finditer(value)
        )
        if done and not NAME_AND_DEED.sub("", value).strip():
            return done
    housed = NAME_AND_HOUSE.fullmatch(value)
    if housed and is_name(housed["name"]):
        return (Contributor(housed["name"], role, "", housed["post"]),)
    action = ACTION.search(value)
    if action and value[: action.start()].endswith((" ", "\u3000")):
        if kind == "author" and action.group() in PHOTO_ACTIONS and (taken := read_people(value, role)):
            return taken  # `作者：本报记者 王一川 摄`
        value = value[: action.start()].strip()
    names = names_in(value)
    if len(names) > 1 and (all(map(is_name, names)) or are_all(names, value)):
        found = tuple(Contributor(name, role) for name in names)
        return found + photographers(found) if kind == "author_photographer" else found
    found = read_people(value, role) if ROLE_LINE.search(value) else ()
    if not found:
        post = read_author(value)
        if post:
            house = "" if post[0].endswith(load("source_houses")) else post[0]
            found = (Contributor(post[1], role, "", house),)
            return found + photographers(found) if kind == "author_photographer" else found
        names = [name for name in names_in(value) if is_name(name) or is_pen_name(value)]
        names = [name for name in names if name not in NO_SOURCE]
        found = tuple(Contributor(name, role) for name in names)
    if kind == "author_photographer":
        found += photographers(found)
    return found


def are_all(names: Sequence[str], value: str) -> bool:
    """`王一川 自学梅 茶永昌`: nothing but names, of which one has a known surname."""
    is_whole = sum(map(len, names)) == len(re.sub(r"[\s、，,]", "", value))
    return is_whole and any(map(is_name, names)) and all(map(may_be_name, names))


def is_pen_name(text: str) -> bool:
    """墨尘, 老码头; not 办公室"""
    return len(text) <= LONGEST_PEN_NAME and not text.endswith(
        (*load("organisation_endings"), "网络", "提供")
    )


def photographers(people: tuple[Contributor, ...]) -> tuple[Contributor, ...]:
    return tuple(Contributor(each.name, "photographer") for each in people)


def read_slashed(text: str) -> Credit | None:
    """`文/周亦舟 图/钟立秋`, `文/图 周亦舟`."""
    people: list[Contributor] = []
    marks = list(
        re.finditer(
            r"(?:^|(?<=\s))(?P<label>文\s*[/／]\s*图|图\s*[/／]\s*文|图文|文|图|摄影|撰文)\s*[/／:：·\s]\s*",
            text,
        )
    )
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        value = text[mark.end() : end].strip()
        label = re.sub(r"\s", "", mark["label"]).replace("／", "/")
        kind = labels().get(label, "author")
        found = labelled_people(value, kind)
        if not found:
            return None
        people.extend(found)
    if not people:
        return None
    return Credit("photo" if all(each.role == "photographer" for each in people) else "byline", tuple(people))


def is_tool(word: str) -> bool:
    word = word.strip("0123456789()（）[]【】：:")
    return not word or word in load("furniture_tools")


def source_name(text: str) -> str | None:
    """`《工人日报》` → 工人日报; a sentence is no source."""
    book = BOOK.search(text)
    if book:
        return book["title"]
    text = WIRED.sub("", DAY.sub("", text).strip(" \u3000:：。.）)"))
    if not 2 <= len(text) <= 24 or ends_sentence(text) or "，" in text or text in NO_SOURCE:
        return None
    *words, last = text.split("\u3000")[0].split("  ")[0].split(" ")
    while words and is_tool(last):  # `白鹭县总工会 返回上页`, `云台日报 我要评论(0`
        last = words.pop()
    return " ".join((*words, last)).strip()
