"""Names of people where news of other registers puts them: before a colon, as a surname alone before a leader's title,
in Latin letters, without any word for who they are. For `recognise` alone."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.mentions.bodies import is_apart, letters, news_bodies
from unioncms.parsing.mentions.name_frames import (
    SURE_OF_FACT,
    SURE_OF_PLACE,
    find_names_in_frames,
    may_be_given,
)
from unioncms.parsing.mentions.titles import trades_of
from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.names.name import SURE, Name
from unioncms.parsing.naming.names.neighbours import BLANKS, STOPS
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.areas import place_names
from unioncms.parsing.naming.posts.titles import Title
from unioncms.parsing.patterns import words_finder

SURE_OF_DOT = 9.5  # a score
# 方敏秋：我们…, 莫里斯《白塔》: what opens a line
OPENING = re.compile(
    r"\s*(?P<name>[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,5}·[\u3400-\u9fff]{1,6})(?P<mark>[：:《])"
)
ALONE = re.compile(r"(?P<name>[\u3400-\u9fff]{2,3})[，,]")
# 江|主席, 朱|总理
LEADER = re.compile(r"(?:副?(?:主席|总理|总书记|委员长|总统|总司令|省长|市长|书记|部长|总参谋长))")
LATIN = r"[A-Z][a-z]+(?:[ ·\-][A-Z][A-Za-z.]*){0,3}"
LATIN_BEFORE_VERB = re.compile(
    rf"(?<![A-Za-z0-9.\-])(?P<name>{LATIN})(?=在?接受|表示|说[，：道]|认为|称[，：赞]|透露|指出|告诉|发现|坦言|强调|介绍说|先生|女士|博士|教授)"
)
LATIN_BEHIND_ROLE = re.compile(rf"(?P<role>[\u3400-\u9fff])(?P<name>{LATIN})(?![A-Za-z0-9])")
ROLES = tuple("人者师家员长官裁事理监手星王士")
DOT = re.compile("[·•・]")
HANZI = re.compile(r"[\u3400-\u9fff]")
HANZI_RUN = re.compile(r"(?:(?![的和与在])[\u3400-\u9fff])+")
LONGEST_PART = 7
LEAST_SHARE = 0.55  # of letters of foreign names: 劳动美·我 has fewer
MARK = re.compile("[、，。；（(]")
RUN = re.compile(r"[\u3400-\u9fff]{0,8}")
ADDRESSED = re.compile(r"(?:^|(?<=[，。、：“\s]))(?P<name>[\u3400-\u9fff]{1,4})(?:先生|女士|小姐|夫人)")
SAID = tuple("，：:,“说表")
TO_PLACES = ("从", "赴", "首都", "抵达", "飞抵", "前往", "离开", "撤离", "抵")
OPENING_QUOTES = tuple("“‘「『《〈【")
NO_NAME = re.compile("周[一二三四五六日末]$|任意$|[向对为从于](?:本|记者|媒|这|该|其|此|今)")
NEVER_LAST = "卡网队杯版股系"  # 银联卡
DAY_BEHIND = re.compile("[上下本去今昨前当同][月周年日天]")
EMPLOYED_BY = ("就职于", "任职于", "供职于", "加盟", "旗下", "收购")
# 东方启明|（宁波）电力开发有限公司
COMPANY_BEHIND = re.compile(r"[（(][\u3400-\u9fff]{2,4}[）)][\u3400-\u9fff]{0,10}?(?:公司|集团)")
THANKS = ("谢谢", "感谢")
DIMINUTIVES = "小老大"
# 邓小平|理论, 马克思|主义: the teaching bears the name of somebody everybody knows.
TEACHING = re.compile(r"理论|思想|主义|同志|文选|选集|诗词|故居|纪念馆")


def find_news_names(sentence: Sentence, names: list[Name], titles: Iterable[Title]) -> list[Name]:
    """Names in order: those found already, and the further ones that overlap none of them."""
    found = [_without_verb(sentence, name) for name in names if not _is_nobody(sentence, name)]
    titles = [*titles, *trades_of(sentence)]
    title_ends = {title.end for title in titles}
    further = [
        *_dotted(sentence, title_ends),
        *_foreign_behind(sentence, title_ends, {title.start for title in titles}),
        *_addressed(sentence),
        *_opening(sentence),
        *_alone(sentence),
        *find_names_in_frames(sentence),
        *_known(sentence),
        *_leaders(sentence),
        *_latin(sentence, title_ends),
    ]
    for name in sorted(further, key=lambda name: (-name.score, name.start)):
        rivals = [each for each in found if each.start < name.end and name.start < each.end]
        if all(_beats(name, each) for each in rivals):
            found = [each for each in found if each not in rivals] + [name]
    found = [name for name in found if not _is_nobody(sentence, name)]
    whole = (_whole(sentence, name) for name in found)
    return sorted((name for name in whole if not _is_ground(name)), key=lambda name: name.start)


def _is_ground(name: Name) -> bool:
    """老特拉福德 is no elder 特拉福德."""
    return len(name.text) > 3 and name.text in grammar().ordinary


def _beats(name: Name, other: Name) -> bool:
    """陈坤|生 is not 陈坤; 曼奇尼 is part of 小曼奇尼."""
    if name.start <= other.start and other.end <= name.end:
        return True
    return name.score > other.score and not (
        len(name.text) == 2 and other.start <= name.start and name.end <= other.end
    )


def _without_verb(sentence: Sentence, name: Name) -> Name:
    """沃尔芬森|说，, 方岩|上月曾表示"""
    if len(name.text) == 3 and DAY_BEHIND.match(sentence.text, name.end - 1):
        return Name(name.text[:-1], name.start, name.end - 1, name.score)
    is_joined = name.text[-1] in "说时称" and len(name.text) > 2 and letters().issuperset(name.text[:-1])
    if not is_joined or sentence.text[name.end : name.end + 1] not in SAID:
        return name
    return Name(name.text[:-1], name.start, name.end - 1, name.score)


def _is_nobody(sentence: Sentence, name: Name) -> bool:
    """银监会|主席, 扎伊尔|总统, 专家|顾问, 撤离|希伯伦"""
    text = name.text
    if sentence.text[name.start - 1 : name.start] == "《" and sentence.text[name.end : name.end + 1] == "》":
        return True  # 《叶问》 is a film
    if sentence.text.endswith(TO_PLACES, 0, name.start) and letters().issuperset(text):
        return name.score < SURE_OF_PLACE
    if sentence.text.endswith(EMPLOYED_BY, 0, name.start) or COMPANY_BEHIND.match(sentence.text, name.end):
        return True
    if sentence.tag_of(name.start, name.end)[:1] in tuple("sfrdpc") and not grammar().known.fullmatch(text):
        return True  # 商贩|家里
    return (
        text in grammar().roles
        or text in place_names()
        or text.startswith(THANKS)
        or NO_NAME.match(text) is not None
        or (
            text[-1] in NEVER_LAST
            and any(known.fullmatch(text[:-1]) for known in (lists().known, news_bodies()))
        )
        or (name.score < SURE and len(text) == 3 and text[:2] in grammar().ordinary)
        or (len(text) > 2 and text.endswith(("省", "州")))
        or lists().known.fullmatch(text) is not None
    )


@cache
def _famous() -> re.Pattern:
    return words_finder(load("names_of_news"))


def _opening(sentence: Sentence) -> Iterator[Name]:
    found = OPENING.match(sentence.text) if sentence.offset == 0 else None
    if found is None:
        return
    name, rules = found["name"], grammar()
    start, end = found.span("name")
    if "·" in name:
        yield Name(name, start, end, SURE_OF_PLACE)
        return
    if name in rules.ordinary or name in rules.roles or name.endswith(tuple(rules.roles)):
        return
    tag = sentence.tag_of(start, end)
    surname = rules.surname_at(name, 0)
    is_chinese = surname and 1 <= len(name) - len(surname) <= 2
    is_foreign = letters().issuperset(name) and len(name) > 2
    if tag and tag[:2] not in ("nr", "nz") and tag != "x":
        return
    if is_foreign or (is_chinese and found["mark"] != "《" and may_be_given(name[len(surname) :])):
        yield Name(name, start, end, SURE_OF_PLACE)


def _alone(sentence: Sentence) -> Iterator[Name]:
    """柏冬生，: a line that holds nothing but a name and a comma opens the telling of a life."""
    found = ALONE.fullmatch(sentence.text)
    if found and not sentence.tag_of(*found.span("name")) and may_be_given(found["name"][1:]):
        yield Name(found["name"], *found.span("name"), SURE_OF_PLACE)


def _known(sentence: Sentence) -> Iterator[Name]:
    for found in _famous().finditer(sentence.text):
        start, end = found.span()
        if is_apart(sentence, start, end):
            yield Name(found.group(), start, end, SURE_OF_FACT)
    for found in grammar().known.finditer(sentence.text):
        start, end = found.span()
        if TEACHING.match(sentence.text, end) and start in sentence.index_of_start:
            yield Name(found.group(), start, end, SURE_OF_FACT)


def _leaders(sentence: Sentence) -> Iterator[Name]:
    for title in LEADER.finditer(sentence.text):
        at = title.start() - 1
        if at < 0 or sentence.text[at] not in _surnames_of_leaders():
            continue
        index = sentence.index_of_start.get(at)
        if index is not None and sentence.words[index].end in (at + 1, title.end()):
            yield Name(sentence.text[at], at, at + 1, SURE_OF_FACT)


@cache
def _surnames_of_leaders() -> frozenset[str]:
    """江, 朱, 毛, whom a text calls by surname and title; 金 and 高 stand before titles as words too."""
    return frozenset(grammar().common | {"江", "毛"}) - grammar().everyday - frozenset("高金任于常")


def _latin(sentence: Sentence, title_ends: set[int]) -> Iterator[Name]:
    for found in LATIN_BEFORE_VERB.finditer(sentence.text):
        yield Name(found["name"], *found.span("name"), SURE_OF_PLACE)
    for found in LATIN_BEHIND_ROLE.finditer(sentence.text):
        start, end = found.span("name")
        index = sentence.index_of_end.get(start)
        is_role = index is not None and found["role"].endswith(ROLES) and sentence.words[index].tag[:1] == "n"
        if is_role or start in title_ends:
            yield Name(found["name"], start, end, SURE_OF_PLACE)


def _dotted(sentence: Sentence, title_ends: set[int]) -> Iterator[Name]:
    """让·毛里兴: from the mark, title or function word before the first dot to the one behind the last part."""
    text, reach = sentence.text, 0
    for dot in DOT.finditer(text):
        if dot.start() < reach:
            continue
        start = _opens_at(sentence, dot.start(), title_ends)
        reach = _closes_at(sentence, dot.end())
        is_name = start < dot.start() and reach > dot.end() and text[start - 1 : start] not in OPENING_QUOTES
        share = sum(each in letters() for each in text[start:reach]) / max(1, reach - start)
        if is_name and (share > LEAST_SHARE or start in title_ends):
            yield Name(text[start:reach], start, reach, SURE_OF_DOT)


def _opens_at(sentence: Sentence, dot: int, title_ends: set[int]) -> int:
    behind = max((at for at in title_ends if dot - LONGEST_PART <= at < dot), default=None)
    if behind is not None and HANZI_RUN.fullmatch(sentence.text, behind, dot):
        return behind
    start = dot
    while start and dot - start < LONGEST_PART and HANZI.match(sentence.text[start - 1]):
        if start in title_ends or (start < dot and _stops(sentence, start - 1)):
            break
        if start < dot and any(sentence.text.endswith(each, 0, start) for each in load("names_known")):
            break
        start -= 1
    return start


def _closes_at(sentence: Sentence, start: int) -> int:
    text, end = sentence.text, start
    while end < len(text) and end - start <= LONGEST_PART:
        if DOT.match(text, end) and end > start:
            return _closes_at(sentence, end + 1)
        if (
            not HANZI.match(text[end])
            or (end > start and _stops(sentence, end))
            or _begins_word(sentence, end)
        ):
            break
        end += 1
    return end


def _stops(sentence: Sentence, at: int) -> bool:
    """Whether a function word or a role stands here: 在, 和, 的, 总统."""
    index = sentence.index_of_start.get(at)
    if index is None:
        index = next((i for i, word in enumerate(sentence.words) if word.start <= at < word.end), None)
    word = sentence.words[index] if index is not None else None
    if word is None or letters().issuperset(word.text):
        return False
    return (
        word.text in grammar().roles
        or word.tag[:1] in "pcudr"
        or (len(word.text) > 1 and word.tag[:2] in ("n", "t"))
    )


def _begins_word(sentence: Sentence, at: int) -> bool:
    """Whether a verb or another word of several characters begins here that is no part of a foreign name."""
    index = sentence.index_of_start.get(at)
    if index is None:
        return False
    word = sentence.words[index]
    if word.text in grammar().verbs:
        return True
    if len(word.text) < 2 or (len(word.text) == 2 and letters().issuperset(word.text)):
        return False
    return word.tag[:1] in "vndtlia" and word.tag[:2] not in ("nr", "ns", "nz")


def _foreign_behind(sentence: Sentence, title_ends: set[int], title_starts: set[int]) -> Iterator[Name]:
    """主席|岑贝克尔、, 外交官|拉森: behind a title as far as the letters of foreign names go."""
    text = sentence.text
    for start in title_ends:
        found = RUN.match(text, start)
        end = start + next(
            (at for at, each in enumerate(found.group()) if each not in letters()), len(found.group())
        )
        size, is_last = (
            end - start,
            MARK.match(text, end) or end == len(text) or _parts(sentence, end) or end in title_starts,
        )
        words = [word for word in sentence.words if start <= word.start and word.end <= end]
        is_plain = all(len(word.text) == 1 or word.tag[:2] in ("nr", "ns", "nz") for word in words)
        is_chinese = grammar().surname_at(text, start) and size < 4
        if is_last and is_plain and not is_chinese and 2 <= size <= 7 and text[start] not in "和都为特":
            yield Name(text[start:end], start, end, SURE_OF_PLACE if size > 2 else SURE_OF_FACT)
    for word in sentence.words:
        if word.tag == "nrt" and 1 < len(word.text) < 4 and letters().issuperset(word.text):
            is_last = word.end == len(text) or MARK.match(text, word.end)
            if is_last and word.start and text[word.start - 1] in ROLES:
                yield Name(word.text, word.start, word.end, SURE_OF_FACT)


def _parts(sentence: Sentence, at: int) -> bool:
    """Whether a function word or a verb stands here: 与, 为, 表示."""
    index = sentence.index_of_start.get(at)
    if index is None:
        return False
    word = sentence.words[index]
    return word.tag[:1] in "pcudvtr" or word.text in grammar().verbs


def _addressed(sentence: Sentence) -> Iterator[Name]:
    """鲍尔|先生, at the beginning of a clause; a surname alone at that of a text."""
    for found in ADDRESSED.finditer(sentence.text):
        name, rules = found["name"], grammar()
        start, end = found.span("name")
        surname = rules.surname_at(name, 0)
        if len(name) == 1:
            if surname and start == sentence.offset == 0:
                yield Name(name, start, end, SURE_OF_FACT)
            continue
        is_chinese = surname and 0 < len(name) - len(surname) < 3
        is_called = is_chinese or letters().issuperset(name)
        if is_called and name not in rules.ordinary | rules.roles and not _ends_as_noun(sentence, end):
            yield Name(name, start, end, SURE_OF_PLACE)


def _ends_as_noun(sentence: Sentence, end: int) -> bool:
    index = sentence.index_of_end.get(end)
    return (
        index is not None
        and len(sentence.texts[index]) > 1
        and sentence.tags[index] in ("n", "r", "m", "v", "t")
    )


def _whole(sentence: Sentence, name: Name) -> Name:
    """小|曼奇尼, 哈|格里夫斯, 布拉维|克的, 李鹏|翔: with the lone characters that the dictionary parts from a name."""
    start, end = name.start, name.end
    if len(name.text) == 2 and _is_given(sentence, name):
        end += 1
    elif len(name.text) > 2 and letters().issuperset(name.text):
        start, end = _foreign_start(sentence, start), _foreign_end(sentence, end)
    return Name(sentence.text[start:end], start, end, name.score)


def _is_given(sentence: Sentence, name: Name) -> bool:
    """Whether the last character of a given name stands behind somebody everybody knows, before a mark: 李鹏|翔，"""
    following = sentence.text[name.end : name.end + 1]
    if (
        not following
        or not grammar().known.fullmatch(name.text)
        or grammar().given.get(following, 0.0) <= 0.0
    ):
        return False
    is_last = name.end + 1 == len(sentence.text) or sentence.text[name.end + 1] in STOPS + BLANKS
    return is_last and sentence.tag_of(name.end, name.end + 1) != ""


def _foreign_start(sentence: Sentence, start: int) -> int:
    while (index := sentence.index_of_end.get(start)) is not None:
        word, tag = sentence.texts[index], sentence.tags[index]
        is_elder = word in DIMINUTIVES
        is_letter = (
            len(word) < 3 and grammar().transliteration.issuperset(word) and tag[:1] not in "pcudvrtsf"
        )
        if not is_elder and (
            not is_letter or tag == "ns" or word in place_names() or word in grammar().roles
        ):
            break
        start -= len(word)
    return start


def _foreign_end(sentence: Sentence, end: int) -> int:
    index = sentence.index_of_start.get(end)
    is_lone = (
        index is not None and len(sentence.texts[index]) == 1 and sentence.tags[index][:1] not in "pcudvr"
    )
    return end + (is_lone and sentence.text[end] in grammar().transliteration and _parts(sentence, end + 1))
