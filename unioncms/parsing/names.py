"""Names of people in a sentence: surname, name grammar and what stands around.

Every place where a surname begins a word opens a few candidates (谭 → 谭敦, 谭敦龙); each gets a score from its
characters, from the cutter's dictionary and from its neighbours: a title or a list before it, a verb of saying, 同志 or a
title behind it. Ordinary words that begin with a surname (章程, 高度, 周年) are in the dictionary and lose more there
than a common neighbour gives back.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.passages import Sentence, Word
from unioncms.parsing.patterns import words_pattern

SURE, LIKELY = 4.0, 2.6  # scores of a name that stands alone, and of one that needs a second mention
NEVER_IN_NAMES = frozenset(
    "的了是在不我你他她它们这那哪什么吗呢吧啊被把很与及或但而且之其此每各第届项个次年月日号点分"
)
FOREIGN = re.compile(r"[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,4}")
OPENING = "“‘「『《〈【"
STOPS = "。，、；：？！,.;:?!）)】」』》〉”’…—\n"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence; `score` says how sure it is."""

    text: str
    start: int
    end: int
    score: float


class Grammar:
    """The word lists that names are judged by, read once."""

    def __init__(self):
        self.everyday = frozenset(load("surnames_everyday"))
        singles = frozenset(load("surnames")) | self.everyday
        compounds = load("surnames_compound")
        self.surname = re.compile(words_pattern([*compounds, *singles]))
        self.common = frozenset(load("surnames")[:120]) - self.everyday
        given = load("given_name_characters")
        self.given = {character: 0.6 if rank < 250 else 0.3 for rank, character in enumerate(given)}
        self.roles = frozenset(load("name_roles"))
        self.titles = frozenset(load("titles"))
        self.verbs = frozenset(load("name_verbs"))
        self.before = frozenset(load("name_before"))
        self.conjunctions = frozenset(load("name_conjunctions"))
        self.never_after = re.compile(words_pattern(load("not_names_after")))
        self.role_before = re.compile(f"(?:{words_pattern([*load('name_roles'), *load('titles')])})")
        self.role_after = self.role_before


@cache
def grammar() -> Grammar:
    return Grammar()


def find_names(sentence: Sentence, titles: Iterable[tuple[int, int]] = ()) -> list[Name]:
    """Names in order, none overlapping another. `titles` are spans of titles in the sentence: a name may begin where
    one ends."""
    rules = grammar()
    if not rules.surname.search(sentence.text):
        return []
    title_ends = {end for _, end in titles}
    title_starts = {start for start, _ in titles}
    found: list[Name] = []
    reach = 0
    by_start: dict[int, list[Name]] = {}
    for name in _candidates(sentence, title_ends, title_starts):
        by_start.setdefault(name.start, []).append(name)
    for start in sorted(by_start):
        if start < reach:
            continue
        best = max(
            by_start[start],
            key=lambda name: (name.score + _list_bonus(sentence, name, found), len(name.text)),
        )
        best = Name(best.text, best.start, best.end, best.score + _list_bonus(sentence, best, found))
        if best.score >= LIKELY:
            rival = max(
                (n for s in range(start + 1, best.end) for n in by_start.get(s, ())),
                key=lambda n: n.score,
                default=None,
            )
            if rival is None or rival.score <= best.score + 0.5:
                found.append(best)
                reach = best.end
    return found


def _list_bonus(sentence: Sentence, name: Name, found: list[Name]) -> float:
    """A name after a name and 、 or 和: 颜小平、王华茂."""
    if not found:
        return 0.0
    last = found[-1]
    between = sentence.text[last.end : name.start].strip()
    return 2.0 if between in grammar().conjunctions else 0.0


def _candidates(sentence: Sentence, title_ends: set[int], title_starts: set[int]) -> Iterator[Name]:
    rules = grammar()
    text = sentence.text
    for found in rules.surname.finditer(text):
        start, surname = found.start(), found.group()
        if start not in sentence.index_of_start and start not in title_ends and start not in sentence.guessed:
            continue
        for given in (1, 2):
            end = found.end() + given
            if end <= len(text):
                name = text[start:end]
                if all("\u3400" <= c <= "\u9fff" for c in name) and not NEVER_IN_NAMES & set(
                    name[len(surname) :]
                ):
                    score = _score(sentence, start, end, surname, title_ends, title_starts)
                    if score > 0:
                        yield Name(name, start, end, score)


def _score(sentence: Sentence, start: int, end: int, surname: str, title_ends, title_starts) -> float:
    text = sentence.text
    if grammar().never_after.match(text, end):
        return -5.0
    return (
        _score_characters(text[start:end], surname)
        + _score_words(sentence, start, end, surname)
        + _score_left(sentence, start, title_ends)
        + _score_right(sentence, end, title_starts)
    )


def _score_characters(name: str, surname: str) -> float:
    rules = grammar()
    if len(surname) == 2:
        score = 2.0
    elif surname in rules.common:
        score = 1.0
    elif surname in rules.everyday:
        score = -0.5
    else:
        score = 0.3
    given = name[len(surname) :]
    score += sum(rules.given.get(character, -0.4) for character in given)
    return score - (0.3 if len(given) == 1 else 0.0)


def _score_words(sentence: Sentence, start: int, end: int, surname: str) -> float:
    """What the dictionary says of the characters: 谭|敦|龙 speaks for a name, 高度 or 张|开展 against it."""
    inner = (
        [word for word in sentence.words if start <= word.start < end]
        if False
        else _words_within(sentence, start, end)
    )
    score = 0.0
    if inner and inner[0].start == start and inner[0].end == end:
        word = inner[0]
        score += {"nr": 1.2, "nrt": 1.0, "nrfg": 1.5}.get(word.tag, -2.5)
        if word.tag == "nr" and len(word.text) == 2:
            score -= 0.6  # the dictionary calls many ordinary words of two characters names: 荣获, 向阳
    elif all(len(word.text) == 1 for word in inner) and inner and inner[-1].end == end:
        score += 1.0
    else:
        for word in inner:
            if word.end > end:
                score -= 1.5
            elif len(word.text) > 1 and word.text != surname:
                score -= 0.0 if word.tag in ("nr", "nz", "ns") else 0.9
    if sentence.guessed.get(start) == end and len(inner) > 1:
        score += 1.3
    return score


def _words_within(sentence: Sentence, start: int, end: int) -> list[Word]:
    index = sentence.index_of_start.get(start)
    if index is None:
        index = next((i for i, word in enumerate(sentence.words) if word.end > start), len(sentence.words))
    inner = []
    while index < len(sentence.words) and sentence.words[index].start < end:
        inner.append(sentence.words[index])
        index += 1
    return inner


def _score_left(sentence: Sentence, start: int, title_ends: set[int]) -> float:
    rules = grammar()
    text = sentence.text
    at = start
    while at and text[at - 1] in " \u3000":
        at -= 1
    if at in title_ends:
        return 3.0
    if at == 0:
        return 0.5
    if text[at - 1] in OPENING:
        return -0.5
    if text[at - 1] in STOPS or text[at - 1] in "（(":
        return 0.6
    index = sentence.index_of_end.get(at)
    if index is None:
        return 0.0 if at in sentence.guessed else -1.0
    word = sentence.words[index]
    if word.text in rules.roles or word.text in rules.titles:
        return 3.0
    if word.text in rules.before or word.text in rules.conjunctions:
        return 0.8
    if word.tag[:1] in "pcdu":
        return 0.3
    if word.tag[:1] == "v":
        return 0.2
    if word.tag in ("m", "q", "mq"):
        return -1.0
    if word.text[-1:] in "员者手长家师":
        return 1.5
    return -1.2


def _score_right(sentence: Sentence, end: int, title_starts: set[int]) -> float:
    rules = grammar()
    text = sentence.text
    if end >= len(text):
        return 0.6
    if text[end] in STOPS or text[end] in "（(":
        return 0.7
    if text[end] in " \u3000":
        return 0.5
    if end in title_starts:
        return 2.5
    index = sentence.index_of_start.get(end)
    if index is None:
        index = next((i for i, word in enumerate(sentence.words) if word.end > end), None)
        return -1.0
    word = sentence.words[index]
    if word.text in rules.roles or word.text in rules.titles:
        return 2.5
    if word.text in rules.verbs:
        return 1.5
    if word.text in rules.conjunctions:
        return 0.8
    if word.tag[:1] in "pdcu":
        return 0.5
    if word.tag[:1] == "v":
        return 0.5
    if word.tag in ("m", "t"):
        return 0.0
    return -1.3
