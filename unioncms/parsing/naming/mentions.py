"""Every mention of a person, body, title and place in one text, as printed: what `manage.py recognise` writes."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from unioncms.parsing.document import Article, Block
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.names import LIKELY, SURE, Name, find_names
from unioncms.parsing.naming.organisations import Mention, find_organisations
from unioncms.parsing.naming.passages import Field, Sentence, sentences_of
from unioncms.parsing.naming.people import find_mentions as find_people
from unioncms.parsing.naming.places import Places, areas
from unioncms.parsing.naming.titles import Title, find_titles
from unioncms.parsing.shapes import LEVELS

DEPARTMENT = re.compile(r"[\u3400-\u9fff]{1,7}(?:部|处|科|室|中心|车间|分厂|系|组)")

Found = tuple[int, int, str]  # start, end and kind


def find_mentions(text: str) -> list[tuple[str, str]]:
    """[("organisation", "云州市总工会"), ("title", "主席"), ("person", "韩文涛")] in the order of the text."""
    if not text.strip():
        return []
    places, found, accepted = Places(text), [], set()
    for sentence in sentences_of(Field(0, "body", 0, text)):
        titles = find_titles(sentence)
        names = find_names(sentence, places, [(title.start, title.end) for title in titles])
        bodies = _longest(find_organisations(sentence, places), names)
        accepted.update(name.text for name in names if name.score >= LIKELY)
        offices = [
            _with_department(sentence.text, each, bodies)
            for each in _offices(sentence, titles, names, bodies)
        ]
        spans = [(title.start, title.end, "title") for title in offices]
        spans += [
            (body.start, body.end, "organisation")
            for body in bodies
            if not any(title.start <= body.start and body.end <= title.end for title in offices)
        ]
        taken = [*spans, *((name.start, name.end, "person") for name in names)]
        spans += [
            (start, end, "place")
            for start, end in _named_places(sentence, places)
            if all(end <= first or last <= start for first, last, _ in taken)
        ]
        found += [(sentence.offset + start, sentence.offset + end, kind) for start, end, kind in spans]
    article = Article(body=(Block("paragraph", text),))
    taken = [(start, end) for start, end, kind in found if kind == "organisation"]
    for passages in find_people((article,), accepted).values():
        found += [(each.start, each.end, "person") for each in _outside(passages, taken)]
    return [(kind, text[start:end]) for start, end, kind in sorted(set(found))]


def _longest(bodies: list[Mention], names: list[Name]) -> list[Mention]:
    """Bodies that stand in no longer one and are no part of a name."""
    return [
        body
        for body in bodies
        if not body.is_inside
        and not any(
            name.start < body.end and body.start < name.end
            for name in names
            if name.score > 5 or (name.score >= SURE and name.text == body.text)
        )
    ]


def _outside(spans: Iterable, taken: list[tuple[int, int]]) -> Iterator:
    """Spans that lie in none of those taken; both in order."""
    at = 0
    for span in spans:
        while at < len(taken) and taken[at][1] <= span.start:
            at += 1
        if at == len(taken) or span.end <= taken[at][0]:
            yield span


def _offices(
    sentence: Sentence, titles: list[Title], names: list[Name], bodies: list[Mention]
) -> Iterator[Title]:
    """Titles that are words of their own; those that are verbs too (代表, 指挥) beside a name or behind a body."""
    name_starts, name_ends = {name.start for name in names}, {name.end for name in names}
    body_ends = {body.end for body in bodies}
    doubtful, at = frozenset(load("titles_doubtful")), -1
    for title in _outside(titles, [(body.start, body.end) for body in bodies]):
        beside = title.end in name_starts or title.start in name_ends
        behind = title.start in body_ends or title.start == at + 1
        if title.text in doubtful and not (beside or title.start in body_ends):
            continue
        if beside or behind or _is_a_word(sentence, title):
            at = title.end
            yield title


def _with_department(text: str, title: Title, bodies: list[Mention]) -> Title:
    """电力公司|人力资源部经理, 历任计划科科长: a department right behind its body or in a list belongs to the title."""
    ends = {body.end for body in bodies}
    behind = max((end for end in ends if end < title.start), default=0)
    begin = max(behind, *(text.rfind(mark, 0, title.start) + 1 for mark in "、，：任兼"))
    is_body = begin not in ends and title.start in ends
    if is_body or not DEPARTMENT.fullmatch(text, begin, title.start):
        return title
    return Title(text[begin : title.end], begin, title.end)


@cache
def _known_places() -> frozenset[str]:
    return frozenset(load("places_known"))


@cache
def _doubtful_places() -> frozenset[str]:
    return frozenset(load("place_doubts"))


def _is_a_word(sentence: Sentence, title: Title) -> bool:
    """Whether a word ends with the title: 工会主席, but not 干部|长期."""
    return title.end in sentence.index_of_end


def _named_places(sentence: Sentence, places: Places) -> Iterator[tuple[int, int]]:
    """云州市青山区, 巴黎, 太平洋: what is listed, what the page tells of, and what the dictionary calls a place."""
    spans = [found.span() for found in places.pattern.finditer(sentence.text)]
    starts, ends = sentence.index_of_start, sentence.index_of_end
    text = sentence.text
    spans = [
        span
        for span in spans
        if span[0] in starts and (span[1] in ends or text[span[1] : span[1] + 1] == "人")
    ]
    spans += [
        (word.start, word.end)
        for word in sentence.words
        if (word.tag == "ns" and len(word.text) > 1 and word.text not in _doubtful_places())
        or word.text in _known_places()
    ]
    spans.sort(key=lambda span: (span[0], -span[1]))
    reach = 0
    for start, end in spans:
        if start < reach:
            continue
        level = next((level for level in LEVELS if sentence.text.startswith(level, end)), "")
        is_whole = text[start:end] + level in areas() or end + len(level) in ends
        if level and is_whole and not sentence.text[:end].endswith(LEVELS):
            end += len(level)
        reach = end
        yield start, end
