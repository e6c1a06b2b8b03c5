"""Every mention of a person, body, title and place in one text, as printed: what `manage.py recognise` writes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from unioncms.parsing.document import Article, Block
from unioncms.parsing.lexicon import load
from unioncms.parsing.mentions.bodies import (
    find_known_bodies,
    find_news_bodies,
    is_no_body,
)
from unioncms.parsing.mentions.clubs import find_clubs
from unioncms.parsing.mentions.edges import with_edges
from unioncms.parsing.mentions.employers import find_employers
from unioncms.parsing.mentions.names import find_news_names
from unioncms.parsing.mentions.titles import find_title_mentions, outside, trades_of
from unioncms.parsing.naming.bodies.finding import find_organisations
from unioncms.parsing.naming.bodies.kinds import BY_KIND
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.names.finding import find_names
from unioncms.parsing.naming.names.name import SURE, Name
from unioncms.parsing.naming.passages import Field, Sentence, sentences_of
from unioncms.parsing.naming.places.areas import areas
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.naming.posts.people import find_mentions as find_people
from unioncms.parsing.naming.posts.titles import Title, find_titles
from unioncms.parsing.shapes import LEVELS

OF_NATION = ("中国", "全国", "中华", "国际", "世界")


def find_mentions(text: str) -> list[tuple[str, str]]:
    """[("organisation", "云州市总工会"), ("title", "主席"), ("person", "韩文涛")] in the order of the text."""
    if not text.strip():
        return []
    places, found, accepted = Places(text), [], set()
    for sentence in sentences_of(Field(0, "body", 0, text)):
        titles = find_titles(sentence)
        held = [(title.start, title.end) for title in (*titles, *trades_of(sentence))]
        names = find_names(sentence, places, held)
        names = find_news_names(sentence, names, titles)
        known = [*find_known_bodies(sentence, places), *find_clubs(sentence)]
        names = [name for name in names if not any(_hides(body, name) for body in known)]
        known = [body for body in known if not any(_hides(name, body) for name in names)]
        bodies = _bodies(sentence, places, titles, names, known)
        names = list(outside(names, [(body.start, body.end) for body in bodies]))
        accepted.update(name.text for name in names if len(name.text) > 1)
        offices = list(find_title_mentions(sentence, titles, names, bodies))
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
        spans += [(name.start, name.end, "person") for name in names]
        found += [(sentence.offset + start, sentence.offset + end, kind) for start, end, kind in spans]
    article = Article(body=(Block("paragraph", text),))
    taken = sorted((start, end) for start, end, kind in found if kind in ("organisation", "person"))
    for name, passages in find_people((article,), accepted).items():
        passages = [each for each in passages if each.text == name]
        found += [(each.start, each.end, "person") for each in outside(passages, taken)]
    return [(kind, text[start:end]) for start, end, kind in sorted(set(found))]


def _bodies(
    sentence: Sentence, places: Places, titles: list[Title], names: list[Name], known: list[Mention]
) -> list[Mention]:
    """Bodies in order, none overlapping another: those that every text names, and those of other registers."""
    found = [
        body
        for body in find_organisations(sentence, places)
        if not _is_bare(body) and not is_no_body(sentence.text, body)
    ]
    news = find_news_bodies(sentence, places, {body.end for body in found})
    found = _longest([*found, *news], names)
    whole = with_edges(sentence, places, [*found, *known, *_called_after(sentence, names)])
    found = _apart(body for body in whole if not _is_bare(body))
    return _apart([*found, *find_employers(sentence, places, titles, names, found)])


def _is_bare(body: Mention) -> bool:
    """公司 and 学院, but not 公司工会."""
    kind = BY_KIND.match(body.text)
    return kind is not None and kind["unit"] is None and not body.text.endswith("村")


def _apart(bodies: Iterable[Mention]) -> list[Mention]:
    """The longest of those that overlap."""
    taken: list[Mention] = []
    for body in sorted(bodies, key=lambda body: (body.start - body.end, body.start)):
        if all(body.end <= other.start or other.end <= body.start for other in taken):
            taken.append(body)
    return sorted(taken, key=lambda body: body.start)


def _hides(whole: Mention | Name, part: Mention | Name) -> bool:
    """哈佛 is no person, and 贝恩 in 丽莎·贝恩 no company."""
    return whole.start <= part.start and part.end <= whole.end


# 齐白石|研究会
CALLED_AFTER = re.compile("(?:研究会|基金会|纪念馆|研究院|研究所|学会|艺术馆|美术馆|文学院|书院)")


def _called_after(sentence: Sentence, names: list[Name]) -> Iterator[Mention]:
    for name in names:
        found = CALLED_AFTER.match(sentence.text, name.end)
        if found and found.end() in sentence.index_of_end:
            yield Mention(sentence.text[name.start : found.end()], name.start, found.end())


def _behind_name(body: Mention, names: list[Name]) -> Mention:
    """方敏秋|中国房地产协会, as a picture's title puts them."""
    for name in names:
        if name.start == body.start and body.text.startswith(OF_NATION, len(name.text)):
            return replace(body, text=body.text[len(name.text) :], start=name.end)
    return body


def _longest(bodies: list[Mention], names: list[Name]) -> list[Mention]:
    """Bodies that stand in no longer one and are no part of a name."""
    bodies = [_behind_name(body, names) for body in bodies if not body.is_inside]
    return [
        body
        for body in bodies
        if not any(
            name.start < body.end and body.start < name.end
            for name in names
            if name.score > 5 or (name.score >= SURE and name.text == body.text)
        )
    ]


@cache
def _known_places() -> frozenset[str]:
    return frozenset(load("places_known"))


@cache
def _doubtful_places() -> frozenset[str]:
    return frozenset(load("place_doubts"))


def _named_places(sentence: Sentence, places: Places) -> Iterator[tuple[int, int]]:
    """云州市青山区, 巴黎, 太平洋: what is listed, what the page tells of, and what the dictionary calls a place."""
    spans = [(at, at + len(name)) for at, name in places.finder.find(sentence.text)]
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
