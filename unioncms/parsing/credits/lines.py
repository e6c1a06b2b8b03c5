"""Credit lines: whole lines that name writers, photographers, editors, sources and days of publication."""

import re
from dataclasses import replace
from functools import lru_cache

from unioncms.parsing.credits.dated import read_date_line
from unioncms.parsing.credits.houses import RARE_NAME, housed_people, is_house, is_rare_name
from unioncms.parsing.credits.labelled import (
    ABOUT_AUTHOR,
    ADDRESS,
    IN_ROLE_LINE,
    ROLE_LINE,
    Credit,
    read_labelled,
    source_name,
)
from unioncms.parsing.credits.names import (
    REPORTED_FROM,
    is_name,
    may_be_name,
    names_in,
    read_people,
    role_of,
    role_pattern,
)
from unioncms.parsing.credits.pictures import DEEDS, PROVIDED, read_done, read_photo
from unioncms.parsing.credits.posts import TAIL_NAME, authors_of, read_post_and_name, titles
from unioncms.parsing.credits.signatures import read_given
from unioncms.parsing.days import DAY, day_in, is_day_range
from unioncms.parsing.document import Contributor
from unioncms.parsing.page_heads import EDITOR, EDITORS_NAME
from unioncms.parsing.shapes import BULLETS, CJK, ends_sentence, has_sentence_mark

LONGEST = 100
LONGEST_AUTHOR = 48
LONGEST_NAMES = 16  # of several
LONGEST_GIVER = 30  # characters of who gave a picture
PARENTHESISED = re.compile(r"[（(](?P<inner>[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)][。.]?")
OPENING_BRACKETS = ("（", "(", "【", "[")
BOXES = re.compile(
    r"(?:[【\[][^【】\[\]]{2,40}[】\]]\s*){2,8}"
)  # 【编辑：甲】【审核：乙】, 【发布日期：2021-06-08】 【阅读：12次】 【关闭】
BRACKETED = re.compile(r"[【\[](?P<inner>[^】\]]{4,96})[】\]]")
BRACKETS = re.compile(r"\s*[【】\[\]]+\s*")
MARKED = re.compile(rf"(?:[{BULLETS}]|文\s*[|｜/／]|——)\s*(?P<rest>\S.*)")
MARK_OPENINGS = frozenset(BULLETS + "文—")
AUTHOR_IS = re.compile(r"作者(?:系|为|是|单位)?\s*[:：]?\s*|本文作者(?:系|为|是)?\s*[:：]?\s*")
# `（何晓兰系青石县总工会主席）`, `（作者何晓兰任青石县总工会副主席）`
NAMED_AUTHOR = re.compile(
    r"(?:本文)?(?P<label>作者)?(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:系|现任|(?(label)[为是任]|(?!)))(?P<post>[^，。；：,;:]{4,36})"
)
SOURCE_IS = re.compile(r"(?:原载|摘自|摘编自|节选自|选自|转自|转载自|据|来源|稿件来源|文章来源)\s*[:：]?\s*")
SOURCE_WORDS = ("据", "摘自", "摘编自", "节选自", "选自", "转自", "转载自", "原载", "原载于")
SOURCE_LINE = re.compile(
    rf"(?:{'|'.join(SOURCE_WORDS)})\s*《(?P<title>[^》]{{2,24}})》(?:[^，。]{{0,16}}?(?:报道|消息|讯|日|期))?"
)
# `《青石工人报》（2022年11月03日 03版）`
ISSUE_OF_DAY = re.compile(
    rf"《(?P<title>[^》]{{2,16}})》\s*[（(]?\s*{DAY.pattern}[^（）()，。]{{0,16}}[）)]?"
)
# `原创 王刚 白鹭工会 2024-06-03 08:30 山东`: what a post prints below its headline
POSTED = re.compile(
    r"(?P<who>\S{1,16}(?:\s+\S{1,16}){0,4})\s+(?P<day>(?:19|20)[0-9]{2}\s*[-年./]\s*[0-9]{1,2}\s*[-月./]\s*[0-9]{1,2}\s*日?)"
    r"(?:\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?(?:\s+\S{1,8}){0,3}"
)
YEAR = re.compile("(?:19|20)[0-9]")
MINUTE = re.compile("[0-9]:[0-9]{2}")
PAPER_ALONE = re.compile(
    r"(?!转自|摘自|选自|原载|来源|据)[\u4e00-\u9fff]{2,10}(?:日报|晚报|工人报|早报|时报|周报|客户端|融媒体中心)"
)
# `（本栏目责任编辑 林默）`, `（本栏稿件由县总工会宣教部整理）`
EDITORS_OF = re.compile(
    r"本[版栏刊期]目?(?:(?:责任编辑|责编|编辑|校对|主编)\s*[\u4e00-\u9fff\s、]{2,12}|(?:稿件|内容|文图)?[均皆]?由[^（）]{2,20}(?:整理|供稿|提供|编发|采写|编辑))"
)
EDITED = re.compile(rf"(?:{EDITOR}{EDITORS_NAME}\s*){{1,3}}")  # `（责任编辑 林默）`
SENT_IN = ("供稿", "来稿", "撰稿", "作者", "撰文")
NAMELESS = re.compile(
    r"[□■●◎]?\s*本[报刊](?:特约)?(?:评论员|编辑部|记者|通讯员|特约记者)|[□■●◎]?\s*本[报刊]评论部"
)
FIRST_IN = re.compile(r"以下文章来源于\s?(?P<title>[^，,\s]{2,16})\s?(?:[，,]\s?作者\s?(?P<name>\S{2,8}))?")
# of FIRST_IN, ISSUE_OF_DAY, a range of days and SOURCE_LINE with its dashes
SOURCE_OPENINGS = frozenset(("以", *"《（(0123456789", *"—–- ", *(word[0] for word in SOURCE_WORDS)))
GIVEN_BY = re.compile(r"(?P<house>[\u4e00-\u9fff]{3,24})\s*(?:供稿|提供)")  # `（青石区总工会 供稿）`
# `（青石街道总工会 通讯员 王一川）`
HOUSE_AND_ROLE = re.compile(
    r"[\u4e00-\u9fff]{2,18}(?:工会|办公室|公司|中心|[学医]院|学校|集团|局|厂|矿|段|站|部|社区)\s+(?P<rest>(?:特约)?(?:通讯员|记者).+)"
)
# `（青石区总工会供稿 审核：王一川）`
GIVEN_AND_CHECKED = re.compile(
    r"(?P<given>[^：:]{2,24}供稿)\s+(?:审核|审签|核稿|校对|编辑|责编|签发)\s?[:：].{2,24}"
)
# `（本报综合整理）`, `（根据采访录音整理）`
MADE_OF = re.compile(r"(?:本[报刊网])?综合(?:整理|报道|消息)|(?:根据|据)[\u4e00-\u9fff]{2,12}整理")
# `王一川口述 李小满整理`
TOLD = re.compile(
    r"(?P<teller>[\u4e00-\u9fff]{2,4})\s*口述[\s，、]+(?P<writer>[\u4e00-\u9fff]{2,4})\s*(?:整理|记录|采写|执笔)"
)
# `（本文获全县调研成果二等奖）`, `（本报有删节）`
ABOUT_TEXT = re.compile(
    r"(?:本[文报刊]|此文|文章|略?有)(?:曾|荣|略)?(?:获|为|有删|删|刊[于发]|发表)[^，。]{0,24}"
)
LABEL_APART = re.compile(r"(?P<label>供稿人?|撰稿|撰文|整理)\s+(?=[\u4e00-\u9fff])")  # `（供稿 王一川）`
PAPER_QUOTED = re.compile(r"《(?P<title>[\u4e00-\u9fff]{2,10}[报刊])》")  # `（《云台工人报》）`
COMPILED = re.compile(r"(?:整理|报道|采写|摄影?|供图|供稿|文\s*[/／]?\s*图|图\s*[/／]\s*文)$")


def opens_credit(text: str) -> bool:
    """`（作者系衡阳市人大常委会副主任、市总工会主` waits for its bracket."""
    if text[:1] not in "（(" or len(text) > LONGEST:
        return False
    depth = text.count("（") + text.count("(") - text.count("）") - text.count(")")
    return depth > 0 and bool(
        re.match(r"[（(]\s*(?:作者|本文作者|本报|记者|见习|实习|通讯员|来源|摘自|原载|据)", text)
    )


def is_credit_line(text: str) -> bool:
    return read_credit(text) is not None


@lru_cache(maxsize=4096)
def read_credit(text: str) -> Credit | None:
    if text[-1:] == "?" and text[:1] in "（(" and text[-2:-1] in "）)":
        text = text[:-1]  # `（王一川）?`: a lost mark
    if text[:1] in "?？" and text[1:2] in "本记通":
        text = text[1:].lstrip()  # `?本报记者 王一川`: another
    if len(text) > LONGEST or len(text) < 2 or text[-1] in "？?" or opens_credit(text):
        return None  # `记者：有什么窍门？` asks
    text = ADDRESS.sub(" ", text).strip(" \ufffd") if "//" in text else text.strip(" \ufffd")
    for reader in (
        read_parenthesised,
        read_labelled,
        read_marked,
        read_role_line,
        read_photo,
        read_done,
        read_posted,
        read_source_line,
        read_date_line,
        read_told,
        read_post_line,
        read_author_line,
        read_given,
    ):
        credit = reader(text)
        if credit is not None:
            return credit
    return None


def read_parenthesised(text: str) -> Credit | None:
    """`（见习记者洪茜婷整理）`, `（作者系…主席 谭敦龙）`, `（来源：工人日报）`, `（张三）`."""
    if text[:1] not in OPENING_BRACKETS:
        return None
    match = PARENTHESISED.fullmatch(text)
    if match is None:
        if BOXES.fullmatch(text):
            return read_labelled(BRACKETS.sub("  ", text).strip())
        bracketed = BRACKETED.fullmatch(text)
        if bracketed and REPORTED_FROM.search(inner := bracketed["inner"]):
            return closing_of(read_role_line(inner.strip()))  # 【记者王一川／竹北报导】
        return read_labelled(bracketed["inner"].strip()) if bracketed else None
    inner = match["inner"].strip()
    if PROVIDED.fullmatch(inner):
        return read_photo(inner)
    if EDITORS_OF.fullmatch(inner) or EDITED.fullmatch(inner):
        return Credit("editors")
    return read_inner(inner) or closing_of(read_labelled(inner)) or read_date_line(inner)


def closing_of(credit: Credit | None) -> Credit | None:
    """`（文字：王刚）` ends a piece as `（王刚）` does; `（责编：王刚）` is the page's as without its brackets."""
    return replace(credit, kind="closing") if credit and credit.kind == "byline" else credit


def read_inner(inner: str) -> Credit | None:
    named = NAMED_AUTHOR.fullmatch(inner)
    if named and is_name(named["name"]):
        return Credit("closing", (Contributor(named["name"], "author", "", named["post"].strip()),))
    if PAPER_ALONE.fullmatch(inner):
        return Credit("closing", source=inner)
    about = ABOUT_AUTHOR.fullmatch(inner)
    if about and is_name(name := about["name"].replace(" ", "")):
        return Credit("closing", (Contributor(name, "author", "", about["post"]),))
    author = AUTHOR_IS.match(inner)
    if author:
        rest = inner[author.end() :].strip()
        if "单位" in author.group() and " " not in rest:
            return Credit("closing", post=rest)
        people = authors_of(rest) or posted_author(rest)
        return Credit("closing", people, post="" if people else rest)
    if (checked := GIVEN_AND_CHECKED.fullmatch(inner)) and (given := read_given(checked["given"])):
        return given
    if MADE_OF.fullmatch(inner):
        return Credit("closing")
    source = SOURCE_IS.match(inner)
    if source and (labelled := read_labelled(inner)) and labelled.contributors:
        return replace(labelled, kind="closing")
    if source and (name := source_name(inner[source.end() :])):
        return Credit("closing", source=name)
    if (done := read_done(inner)) and done.kind == "byline":
        return replace(done, kind="closing")
    if (given := GIVEN_BY.fullmatch(inner)) and is_house(given["house"]):
        return Credit("closing", source=given["house"])
    if ROLE_LINE.match(inner) or COMPILED.search(inner):
        people = read_people(inner)
        if inner.endswith("供图") and not ROLE_LINE.match(inner) and len(inner) <= LONGEST_GIVER:
            return Credit("photo")  # （企业供图）: who gave it is no author
        photo = people and all(each.role == "photographer" for each in people)
        if people:
            return Credit("photo" if photo else "closing", people)
        return (
            Credit("closing", source=inner[:-2].strip())
            if inner.endswith("供稿") and len(inner) <= 24
            else None
        )
    if apart := LABEL_APART.match(inner):
        return closing_of(read_labelled(f"{apart['label']}：{inner[apart.end() :]}"))
    if housed := HOUSE_AND_ROLE.fullmatch(inner):
        return replace(closing, kind="closing") if (closing := read_role_line(housed["rest"])) else None
    if NAMELESS.fullmatch(inner) or ABOUT_TEXT.fullmatch(inner):
        return Credit("closing")
    if quoted := PAPER_QUOTED.fullmatch(inner):
        return Credit("closing", source=quoted["title"])
    if is_house(inner):
        return Credit("closing", source=inner)
    if people := housed_people(inner):
        return Credit("closing", people)
    names = names_in(inner)
    if names and all(map(is_name, names)) and len("".join(names)) == len(re.sub(r"[\s、，,]", "", inner)):
        return Credit("closing", tuple(Contributor(name, "author") for name in names))
    if posted := read_post_and_name(inner):
        return Credit("closing", (Contributor(posted[1], "author", "", posted[0]),))
    if is_rare_name(inner):
        return Credit("closing", (Contributor(inner, "author"),))
    return None


def posted_author(text: str) -> tuple[Contributor, ...]:
    """`怒江州总工会副主席 恒开言`: behind a label and a post whatever stands apart is a name."""
    found = TAIL_NAME.match(text)
    name = found["name"].replace(" ", "") if found else ""
    is_posted = found is not None and found["post"].endswith(titles())
    return (
        (Contributor(name, "author", "", found["post"]),) if found and is_posted and may_be_name(name) else ()
    )


def read_author_line(text: str) -> Credit | None:
    """`作者系怒江州总工会副主席 恒开言`, without brackets."""
    if (
        not text.startswith(("作者系", "作者为", "本文作者"))
        or len(text) > LONGEST_AUTHOR
        or ends_sentence(text)
    ):
        return None
    credit = read_inner(text)
    if credit and credit.contributors:
        return replace(credit, kind="byline")
    return credit if credit and credit.post.endswith(titles()) else None


def read_marked(text: str) -> Credit | None:
    """`□记者 王刚`, `●石景山区总工会副主席 尹群`, `◎本报记者 唐果`; not `■罢工怒涛震中外`."""
    match = MARKED.fullmatch(text) if text[:1] in MARK_OPENINGS else None
    if match is None or len(text) > 64 or ends_sentence(text):
        return None
    rest = match["rest"].strip()
    if "/" in rest and (done := read_role_and_done(rest)):
        return done
    if ROLE_LINE.match(rest) and (people := read_people(rest)):
        return Credit("byline", people)
    if rest.endswith(DEEDS) and (done := read_done(rest)):
        return done  # `■ 王一川 文/图`
    if rest.startswith(SENT_IN):
        return read_labelled(rest)  # `◎供稿单位：青石区总工会`
    people = several_names(rest) or authors_of(rest)
    if text[0] in "—":  # `——王一川 青石县总工会主席` below an essay; `——记劳模王一川` is a subheadline
        is_named = bool(people) and bool(people[0].printed_post) and rest.startswith(people[0].name)
        return Credit("closing", people) if is_named else None
    return Credit("byline", people) if people else None


def several_names(text: str) -> tuple[Contributor, ...]:
    """`王一川 李小满`, behind a mark: nobody's post is a name"""
    names = names_in(text) if len(text) <= LONGEST_NAMES and " " in text else []
    is_all = len(names) > 1 and sum(map(len, names)) == len(text) - text.count(" ")
    return tuple(Contributor(name, "author") for name in names) if is_all and all(map(is_name, names)) else ()


def read_role_line(text: str) -> Credit | None:
    """`本报记者 唐果 通讯员 彭小禾`, `通讯员方志远`: nothing but roles and names."""
    if IN_ROLE_LINE.search(text) is None:
        return None
    if NAMELESS.fullmatch(text):
        return Credit("byline")
    if "/" in text and (done := read_role_and_done(text)):
        return done
    if len(text) > 48 or ROLE_LINE.match(text) is None or ends_sentence(text) or "，" in text:
        return None
    people = read_people(text)
    if not people or role_of("记者") is None:
        return None
    said = sum(len(each.name) for each in people) + sum(
        len(word) for word in {each.printed_role for each in people}
    )
    dense = re.sub(r"[\s、,，/／\u3000]|本报|本刊|本网|报道|摄影|文图|文并摄|整理|采写", "", text)
    if len(dense) > said + 4 * len(people) + 4:
        return None
    photo = all(each.role == "photographer" for each in people)
    return Credit("photo" if photo else "byline", people)


def read_role_and_done(text: str) -> Credit | None:
    """`记者 王一川/文 李小满/图`"""
    role = ROLE_LINE.match(text)
    done = read_done(text[role.end() :].strip()) if role else None
    if done is None:
        return None
    word = role_pattern().search(role.group())
    if word is None:
        return done  # `撰稿 王一川/文`: no more than what stands behind the name
    printed = word.group().strip()
    written = role_of(printed) or "author"
    people = (
        replace(each, role=written, printed_role=printed) if each.role == "author" else each
        for each in done.contributors
    )
    return replace(done, contributors=tuple(people))


def read_posted(text: str) -> Credit | None:
    match = POSTED.fullmatch(text) if len(text) <= 60 and YEAR.search(text) else None
    if match is None or match["who"].startswith("今天是"):
        return None
    words = [word for word in match["who"].split() if word != "原创"]
    names = [word for word in words if is_name(word) and (len(word) < 4 or "·" in word)]
    names = [name for name in names if name[-1] not in "网报"]  # 云台网
    names += [word for word in words[:-1] if len(word) < RARE_NAME and word not in names]  # 都兰, a pen name
    accounts = [word for word in words if word not in names]
    if len(accounts) > 2 or not all(CJK.match(word) and not has_sentence_mark(word) for word in words):
        return None
    people = tuple(Contributor(name, "author") for name in names)
    account = accounts[-1] if accounts else None
    is_of_site = account is not None and MINUTE.search(text) is not None  # the head of a page tells none
    source = account if is_of_site and PAPER_ALONE.fullmatch(account) else None
    return Credit("meta", people, source, day_in(match["day"]), account=account)


def read_source_line(text: str) -> Credit | None:
    """`据《北原晚报》`, `摘自《南埔日报》6月12日`, and the days of a week's news: `（7月8日—7月14日）`."""
    if text[:1] not in SOURCE_OPENINGS:
        return None
    if first := FIRST_IN.fullmatch(text):
        people = (Contributor(first["name"], "author"),) if is_name(first["name"] or "") else ()
        return Credit("meta", people, first["title"])
    if issue := ISSUE_OF_DAY.fullmatch(text):
        return Credit("meta", source=issue["title"], published_on=day_in(text))
    if is_day_range(text):
        return Credit("meta")
    match = SOURCE_LINE.fullmatch(text.lstrip("—–- ")) if len(text) <= 48 else None
    return Credit("closing", source=match["title"]) if match else None


def read_told(text: str) -> Credit | None:
    told = TOLD.fullmatch(text) if "口述" in text else None
    if told is None or not (is_name(told["teller"]) and is_name(told["writer"])):
        return None
    teller = Contributor(told["teller"], "author", "口述")
    return Credit("byline", (teller, Contributor(told["writer"], "compiler", "整理")))


def read_post_line(text: str) -> Credit | None:
    if (
        text.count(" ") > 2
        and len(text) <= LONGEST_AUTHOR
        and len(text.split()) == 4
        and text.split()[0].endswith(titles())
    ):
        several = authors_of(text)
        return Credit("byline", several) if len(several) > 1 else None
    found = read_post_and_name(text)
    return Credit("byline", (Contributor(found[1], "author", "", found[0]),)) if found else None
