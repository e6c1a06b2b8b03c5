"""Pages in 繁體 are read as if they were in 简体; what is found on them is given as printed.

Each character is folded to one character, so that all offsets hold; afterwards each character of the Document
goes back to its printed form, told by the characters beside it where the page has two forms of one. Full-width
digits and letters are folded too, and stay so: ２０２３年 → 2023年.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from unioncms.parsing.document import (
    Document,
    Join,
    Mark,
    Organisation,
    Outline,
    Passage,
    PersonPost,
    Repair,
    SourceText,
    Span,
)
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.passages import Field, fields_of

QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’"}
WIDE = {
    chr(code): chr(code - 0xFEE0)
    for low, high in ("０９", "ＡＺ", "ａｚ")
    for code in range(ord(low), ord(high) + 1)
}
WIDE_RUN = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
LONGEST_NAME = 40
LONGEST_PAGE = 400_000  # characters; on longer ones the neighbours alone tell the form of a character
MOST_FORMS = 20
BESIDE = 8  # characters beside a name that tell where on the page it stands
SENTENCE = re.compile(r"[^。！？]*[。！？]*")
LEAST_FOUND = 8  # characters of a sentence that stands on a page once
REACH = 20_000  # characters of the page in which the next sentence is looked for
UNPRINTED = frozenset({"source", "genre", "role", "field", "type", "date", "published_on", "doubts"})
AS_THEY_ARE = (Span, Repair, Join, Mark, Outline, int, float, bool, type(None))


@cache
def simplified() -> dict[str, str]:
    return {pair[0]: pair[1] for line in load("traditional") for pair in line.split()}


@cache
def folding() -> dict[int, str]:
    return str.maketrans({**simplified(), **QUOTES, **WIDE})


@cache
def folded_character() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, folding()))}]")


def fold(source: SourceText) -> SourceText:
    """The same page in simplified characters and narrow digits; the very same where it has no others."""
    if folded_character().search(source.text) is None:
        return source
    lines = tuple(line._replace(text=line.text.translate(folding())) for line in source.lines)
    return replace(source, text=source.text.translate(folding()), lines=lines)


def print_back(document: Document, source: SourceText, folded: SourceText) -> Document:
    """The document with each character as the source prints it."""
    back = Printing(source.text.translate(str.maketrans(WIDE)), folded.text)
    if not back.forms:
        return document
    back.keep(document.organisations, fields_of(document.articles))
    return back.value(document)


def narrowed(source: SourceText, spans: tuple[Span, ...]) -> tuple[Repair, ...]:
    """Where full-width digits and letters of articles were made narrow."""
    if WIDE_RUN.search(source.text) is None:
        return ()
    return tuple(
        Repair("narrowed_width", *found.span())
        for span in spans
        if span.articles
        for found in WIDE_RUN.finditer(source.text, span.start, span.end)
    )


class Printing:
    """Knows for each folded character how the page prints it, and where it has two forms, beside which others."""

    def __init__(self, printed: str, folded: str) -> None:
        printed, folded = ("".join(text.split()) for text in (printed, folded))
        pairs = Counter(zip(folded, printed, strict=True))
        counts: dict[str, Counter[str]] = {each: Counter() for each, form in pairs if each != form}
        for (each, form), count in pairs.items():
            if each in counts:
                counts[each][form] = count
        self.forms = {each: found.most_common(1)[0][0] for each, found in counts.items()}
        doubtful = {each for each in self.forms if len(counts[each]) > 1}
        self.doubtful = doubtful
        self.sure = str.maketrans({each: self.forms[each] for each in self.forms if each not in doubtful})
        self.printed, self.folded = printed, folded
        self.is_mostly_folded = 2 * sum(counts[each][each] for each in doubtful) > sum(
            counts[each].total() for each in doubtful
        )
        self.kept: set[str] = set()
        self.texts: dict[tuple[int, str, int], str] = {}  # article, field and block → what stands there
        self.beside: dict[str, str] = {}
        self.read = 0  # how far the page has been printed back
        for at, character in enumerate(folded):
            if character in doubtful:
                for words in around(folded, at):
                    self.beside.setdefault(words, printed[at])

    def text(self, text: str) -> str:
        printed = text.translate(self.sure)
        if self.doubtful.isdisjoint(text):
            return printed
        if len(text) <= LONGEST_NAME and (whole := self.whole(text)):
            return whole
        beside = "".join(
            self.doubtful_form(text, at) if text[at] in self.doubtful else character
            for at, character in enumerate(printed)
        )
        return beside if len(text) <= LONGEST_NAME else self.sentences(text, beside)

    def sentences(self, text: str, beside: str) -> str:
        """Each sentence as it stands on the page; one that stands there in pieces as its neighbours have it."""
        return "".join(
            self.sentence(found.group(), beside[found.start() : found.end()])
            for found in SENTENCE.finditer(text)
        )

    def sentence(self, text: str, beside: str) -> str:
        dense = "".join(text.split())
        if len(dense) < LEAST_FOUND or self.doubtful.isdisjoint(dense):
            return beside
        at = self.folded.find(dense, self.read, self.read + REACH)
        if at < 0 and (at := self.folded.find(dense, 0, REACH)) < 0:
            return beside
        self.read = at + len(dense)
        return with_blanks(self.printed[at : self.read], text)

    def keep(self, bodies: Iterable[Organisation], fields: Iterable[Field]) -> None:
        """Bodies that the 简体 part of a mixed page names by a short form stay in 简体: 市总工会, 云州市總工會."""
        if len(self.folded) > LONGEST_PAGE:
            return
        self.texts = {(each.article, each.name, each.block): each.text for each in fields}
        for body in bodies if self.is_mostly_folded else ():
            short = (each for each in body.passages if each.text != body.name)
            if any(self.standing(each) == each.text for each in short):
                self.kept.add(body.name)

    def standing(self, passage: Passage) -> str:
        """The words of a passage as the page prints them there, "" where it cannot be told."""
        text = self.texts.get((passage.article, passage.field, passage.block), "")
        before = "".join(text[max(0, passage.start - BESIDE) : passage.start].split())
        words = "".join(text[passage.start : passage.end].split())
        at = self.folded.find(before + words + "".join(text[passage.end : passage.end + BESIDE].split()))
        return self.printed[at + len(before) : at + len(before + words)] if words and at >= 0 else ""

    def whole(self, name: str) -> str:
        """A name as the page prints it as a whole, rather in 简体 where it prints both; one that it prints nowhere,
        made whole from a short form, in 简体 where most of the page is; "" for what the neighbours decide."""
        if len(self.folded) > LONGEST_PAGE:
            return ""
        dense = "".join(name.split())
        at, forms = self.folded.find(dense), []
        while at >= 0 and len(forms) < MOST_FORMS and dense not in forms:
            forms.append(self.printed[at : at + len(dense)])
            at = self.folded.find(dense, at + 1)
        if dense in forms or name in self.kept or (self.is_mostly_folded and not forms):
            return name
        if not forms:
            return ""
        return with_blanks(forms[0], name)

    def doubtful_form(self, text: str, at: int) -> str:
        found = (self.beside.get(words) for words in around(text, at))
        return next((form for form in found if form), self.forms[text[at]])

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, AS_THEY_ARE):
            return value
        if isinstance(value, tuple):
            return tuple(map(self.value, value))
        if is_dataclass(value) and not isinstance(value, type):
            changed = {name: self.value(getattr(value, name)) for name in printed_fields(type(value))}
            if isinstance(value, PersonPost):
                changed["title"] = self.title(value)
            return replace(value, **changed)
        return value

    def title(self, post: PersonPost) -> str:
        """As it stands where the post is printed first: 石獅市總工會|常務副主席, whatever the 简体 part has."""
        passage = post.mentions[0].passage if post.mentions else None
        if passage is None or not passage.text.endswith(post.title):
            return self.text(post.title)
        return self.standing(passage)[-len(post.title) :] or self.text(post.title)


@cache
def printed_fields(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.name not in UNPRINTED)


def with_blanks(dense: str, text: str) -> str:
    """The letters of the one, the blanks of the other: 雙山老港口, 双山 老港口 → 雙山 老港口."""
    letters = iter(dense)
    return "".join(each if each.isspace() else next(letters) for each in text)


def around(text: str, at: int) -> Iterator[str]:
    """The character with its neighbours, the surest first; a mark says which of them is meant."""
    before, after = text[max(at - 2, 0) : at], text[at + 1 : at + 3]
    yield f"{before}|{text[at]}|{after}"
    yield f"{before[-1:]}|{text[at]}|{after[:1]}"
    yield f"{before[-1:]}|{text[at]}|"
    yield f"|{text[at]}|{after[:1]}"
