"""Bodies in a sentence: unions, committees, companies, papers, schools.

A name is found from its end: a word such as 总工会 or 有限公司, then leftwards over what may stand in a name until a
particle, a verb or a mark. What has nothing of its own in it (企业工会, 行业协会) is a kind of body, not a body.
"""

import re
from dataclasses import dataclass
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.passages import Sentence, Word
from unioncms.parsing.patterns import words_pattern

LONGEST = 30  # characters before the ending
LEVELS = ("自治区", "街道", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡")
STOP_TAGS = ("p", "c", "u", "d", "r", "y", "f", "t", "e", "o", "w")
PROPER_TAGS = ("ns", "nz", "nt", "nr", "nrt", "nrfg", "x", "eng", "zg", "j")
BRACKETED = re.compile(r"[（(][\u3400-\u9fff]{1,8}[）)]$")
QUOTED = re.compile(r"[“\"][^“”\"]{1,12}[”\"]$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as printed; `is_short` where its place must be found outside the words: 市总工会."""

    text: str
    start: int
    end: int
    is_short: bool = False


@cache
def _endings() -> re.Pattern:
    return re.compile(words_pattern(load("organisation_endings")))


@cache
def _weak_endings() -> re.Pattern:
    return re.compile(words_pattern(load("organisation_weak_endings")))


@cache
def _known() -> re.Pattern:
    return re.compile(words_pattern([*load("organisations_known"), *short_forms()]))


@cache
def short_forms() -> tuple[str, ...]:
    return tuple(level + body for level in LEVELS for body in load("organisation_short_bodies"))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("organisation_verbs"))


def find_organisations(sentence: Sentence) -> list[Mention]:
    """Mentions in order; where two overlap the longer stays."""
    found = [*_find_by_ending(sentence), *_find_known(sentence)]
    found.sort(key=lambda mention: (-(mention.end - mention.start), mention.start))
    taken: list[Mention] = []
    used = bytearray(len(sentence.text) + 1)
    for mention in found:
        if not any(used[mention.start : mention.end]):
            used[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            taken.append(mention)
    return sorted(taken, key=lambda mention: mention.start)


def _find_known(sentence: Sentence):
    for found in _known().finditer(sentence.text):
        start, end = found.span()
        if start in sentence.index_of_start or start in sentence.guessed:
            text = found.group()
            is_short = text.startswith(LEVELS)
            if is_short and start and _is_inside_name(sentence, start):
                continue
            yield Mention(text, start, end, is_short)


def _is_inside_name(sentence: Sentence, start: int) -> bool:
    index = sentence.index_of_end.get(start)
    if index is None:
        return True
    word = sentence.words[index]
    return word.tag in PROPER_TAGS and word.text not in ("，", "、") and "\u3400" <= word.text[-1] <= "\u9fff"


def _find_by_ending(sentence: Sentence):
    text = sentence.text
    for pattern, is_weak in ((_endings(), False), (_weak_endings(), True)):
        for found in pattern.finditer(text):
            start = _walk_left(sentence, found.start(), found.end(), is_weak)
            if start is not None:
                name = text[start : found.end()]
                yield Mention(name, start, found.end(), name.startswith(LEVELS))


def _walk_left(sentence: Sentence, ending_start: int, end: int, is_weak: bool) -> int | None:
    """Where the name that ends here begins, or None where nothing in it is its own."""
    words = sentence.words
    if end not in sentence.index_of_end:
        return None
    last = sentence.index_of_end[end]
    index = last
    while index > 0 and words[index].start > ending_start:
        index -= 1
    start_index = index
    kept = [words[i] for i in range(index, last + 1)] if words[index].start < ending_start else []
    at = index - 1
    while at >= 0 and words[start_index].start - 0 > 0 and ending_start - words[at].start <= LONGEST:
        word = words[at]
        if not _may_stand_in_name(word):
            break
        kept.append(word)
        start_index = at
        at -= 1
    inside = words[start_index : index if words[index].start >= ending_start else index + 1]
    start_index = _cut_at_place(words, start_index, index)
    inside = words[start_index : index if words[index].start >= ending_start else index + 1]
    if not inside:
        return None
    if (
        is_weak
        and not any(word.tag in ("ns", "nz", "nt") for word in inside)
        and not inside[0].text.startswith(LEVELS)
    ):
        return None
    if not any(_is_proper(word) for word in inside) and not inside[0].text.startswith(LEVELS):
        return None
    return words[start_index].start


def _cut_at_place(words: list[Word], start: int, end: int) -> int:
    """Begin at the leftmost place where only ordinary words stand before it: 走访|衡阳市|总工会."""
    for index in range(start, end):
        word = words[index]
        if word.tag == "ns" or word.text in LEVELS or word.text in ("全国", "中央", "中华", "中国"):
            return index
        if _is_proper(word):
            return start
    return start


def _may_stand_in_name(word: Word) -> bool:
    if word.text in _verbs():
        return True
    if word.tag in (
        "ns",
        "nz",
        "nt",
        "nr",
        "n",
        "vn",
        "b",
        "j",
        "x",
        "eng",
        "nrt",
        "zg",
        "s",
        "l",
        "i",
        "a",
        "m",
        "ng",
        "g",
        "q",
    ):
        return "\u3400" <= word.text[-1] <= "\u9fff" or word.text.isalnum()
    return False


def _is_proper(word: Word) -> bool:
    if word.tag == "x":
        return "\u3400" <= word.text[-1] <= "\u9fff" or word.text.isalpha()
    return word.tag in PROPER_TAGS
