"""Names in a byline: `王海霞 通讯员 王稼聘` → people with roles, spaced-out and several names put right."""

import re
from dataclasses import replace
from functools import lru_cache

from unioncms import words
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import load

NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8})+")
LONG_RUN = re.compile(r"[\u3400-\u9fff]{5,12}")
# a name may end in 和: `白景和 唐果`
PARTS = re.compile(r"[\s、，,;；/／|｜&]+(?:[和与][\s、]+)?|(?<=\w)[和与](?=\w)")
HOUSE = re.compile(
    r"本[报刊][\u4e00-\u9fff]{2,8}记者站\s?|(?:本报|本刊|本网|本台|本站|[日早晨晚]报|(?:[\u4e00-\u9fff]{2,8}报\s?[-—·/]\s?)?[\u4e00-\u9fff]{2,8}(?:报|网|台|社|客户端|融媒|融媒体中心|工运|传媒))(?=\s?\S{0,4}(?:记者|通讯员|评论员|实习生))"
)
OF_OWN = re.compile(r"本[报刊网台站].*|^[日早晨晚]报$|\s?[-—·/]\s?.*|\s")  # no paper that the line names
# 整理, 文/图, 摄影报道 … after the names
ACTION = re.compile(
    r"(?:文\s*[/／并]\s*[图摄]|图\s*[/／]\s*文|文图|图文|摄影报道|综合报道|整理报道|报道|整理|采写|采访整理|编译|综合|撰文|供稿|摄影|供图|摄"
    r"|(?:(?<=[\u3400-\u9fff]{3})(?<![者员][\u3400-\u9fff]{2})|(?<![\u3400-\u9fff]))[文图])[\s:：]*$"
)
# `本文由记者王一川根据采访整理`, `李小满根据录音整理`: how a piece came about
AFTER_TALKS = re.compile(
    r"^(?:本文|此文|文章)[由为系]?(?=[\u4e00-\u9fff])|(?:根据|依据|据)(?:[\u4e00-\u9fff]{0,6}?)(?:采访|录音|口述|座谈|发言|讲话|来稿|访谈|材料|资料)(?:内容|记录|材料|录音|实录)?(?=整理)"
)
# `（记者王一川／竹北报导）`, `记者王一川/台北电`: from where; `王一川/综合报道` says how
REPORTED_FROM = re.compile(
    r"\s*(?:[／/]\s*(?!摄影|综合|整理)[\u4e00-\u9fff]{2,6}(?:报[道导]|电)|(?:综合|连线|现场)报导|报导)\s*$"
)
OF_MONGOLS = frozenset("云其腾乐仁图日高娃雅苏")  # beside the characters of foreign names
PHOTO_ACTIONS = ("摄", "摄影", "摄影报道")
BOTH_ACTIONS = frozenset(
    {"文/图", "文／图", "图/文", "图／文", "文图", "图文", "文并图", "文并摄", "文/摄", "文／摄"}
)


@lru_cache(maxsize=1)
def roles() -> dict[str, str]:
    return dict(line.split() for line in load("credit_roles"))


@lru_cache(maxsize=1)
def role_pattern() -> re.Pattern[str]:
    words = sorted(roles(), key=len, reverse=True)
    return re.compile("(?:[首特驻][\u4e00-\u9fff]{1,3})?(?:" + "|".join(words) + r")[\s:：]*")


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    return (
        frozenset(load("surnames"))
        | frozenset(load("surnames_compound"))
        | frozenset(load("surnames_everyday"))
    )


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Words that begin with a surname and are none: 关于, 高度."""
    return frozenset(load("not_names")) | frozenset(load("not_bylines"))


def is_name(text: str) -> bool:
    """`欧阳辉`, `王刚`, `阿依古丽·买买提`; not `工会`."""
    if NAME.fullmatch(text) is None or text in ordinary_words():
        return False
    return "·" in text or text[0] in surnames() or text[:2] in surnames() or is_tibetan(text)


def is_tibetan(text: str) -> bool:
    """才让多杰: two parts that are names"""
    return len(text) == 4 and {text[:2], text[2:]} <= tibetan_parts()


@lru_cache(maxsize=1)
def tibetan_parts() -> frozenset[str]:
    return frozenset(load("names_tibetan"))


def may_be_name(text: str) -> bool:
    """`把小川`, where the line leaves room for nothing but a name: no word, whatever surname it begins with."""
    if not 2 <= len(text) <= 3 or NAME.fullmatch(text) is None or text in ordinary_words():
        return False
    return is_name(text) or not is_word(text)


def is_word(text: str) -> bool:
    """One that the dictionary has, and not as a name."""
    tagged = words.tag(text)
    return len(tagged) == 1 and not tagged[0][1].startswith("nr")


def names_in(text: str) -> list[str]:
    """Names parted by blanks or stops, spaced-out ones closed up: `王 刚、欧阳 辉` → 王刚, 欧阳辉."""
    names: list[str] = []
    single = ""
    for part in PARTS.split(text.strip(" \u3000:：·.。|｜-—")):
        if len(part) == 1 or (single and len(single + part) <= 3 and len(part) <= 2 and not is_name(part)):
            single += part
            if (len(single) == 2 and (len(part) == 1)) or len(single) == 3:
                names.append(single)
                single = ""
            continue
        if part:
            names.extend(split_run(part))
    if len(single) == 1 and names and len(names[-1]) == 2:
        names[-1] += single  # `李小 满` of a scanned page
    return [name for name in names if NAME.fullmatch(name) or is_transliterated(name)]


def is_transliterated(text: str) -> bool:
    """乌云其其格: as long as the names of Mongols are, and in the characters that they are written with."""
    return 5 <= len(text) <= 7 and set(text) <= frozenset(load("transliteration_characters")) | OF_MONGOLS


def split_run(part: str) -> list[str]:
    """Names printed without a blank: `王海霞李明` → 王海霞, 李明, cut where a surname stands."""
    if LONG_RUN.fullmatch(part) is None:
        return [part]
    for size in (3, 2):
        rest = part[size:]
        if is_name(part[:size]) and (is_name(rest) or (len(rest) > 4 and len(split_run(rest)) > 1)):
            return [part[:size], *split_run(rest)]
    return [part]


def read_people(text: str, default: str | None = None) -> tuple[Contributor, ...]:
    """Everyone a byline names; `default` is the role of names that no word explains. None found: ()."""
    house = HOUSE.search(text)
    text = REPORTED_FROM.sub("", HOUSE.sub("", text.strip()))
    text = AFTER_TALKS.sub("", text) if text.endswith("整理") else text
    action = ACTION.search(text)
    done = action.group().strip(" :：") if action else ""
    if action:
        text = text[: action.start()].strip()
    people: list[Contributor] = []
    role_word, at = "", 0
    for match in [*role_pattern().finditer(text), None]:
        end = match.start() if match else len(text)
        people.extend(with_role(text[at:end], role_word, default, done))
        if match:
            role_word, at = match.group().strip(" :：\u3000"), match.end()
    return with_house(people, house.group()) if house else tuple(people)


def with_house(people: list[Contributor], house: str) -> tuple[Contributor, ...]:
    """`云州日报记者 王一川 通讯员 李小满`: the reporter is of that paper, who sent it in is not."""
    house = OF_OWN.sub("", house)
    return tuple(replace(each, house=house) if "记者" in each.printed_role else each for each in people)


def with_role(text: str, role_word: str, default: str | None, done: str) -> list[Contributor]:
    names = names_in(text)
    if not names:
        return []
    if done in PHOTO_ACTIONS:  # `本报记者 王一川 摄` too
        return [Contributor(name, "photographer", role_word or done) for name in names]
    role = role_of(role_word) or default or (role_of_action(done) if done else None)
    if role is None:
        return []
    if not role_word and default is None:
        names = [name for name in names if "·" in name or is_name(name) or may_be_name(name)]  # 本报综合|整理
    people = [Contributor(name, role, role_word or done) for name in names]
    if done in BOTH_ACTIONS and not role_word:
        people += [Contributor(name, "photographer", done) for name in names]
    return people


def role_of(word: str) -> str | None:
    if word in roles():
        return roles()[word]
    return next((role for each, role in roles().items() if word.endswith(each)), None)


def role_of_action(done: str) -> str | None:
    """What a bare name did: `（周亦舟 整理）` is a reporter's line."""
    if done in PHOTO_ACTIONS:
        return "photographer"
    if done == "供稿":
        return "correspondent"
    return "reporter" if done in ("整理", "报道", "采写", "综合报道", "采访整理", "整理报道") else "author"
