"""The texts of articles, cut into sentences with their words: what every recogniser reads."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate, repeat
from typing import NamedTuple

from unioncms import words
from unioncms.parsing.document import Article, Passage
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.places.areas import areas, place_names
from unioncms.parsing.shapes import LEVELS

# A sentence ends with 。！？； or a line; 600 characters without one are cut, so that no text is read in one piece.
SENTENCE = re.compile(r"[^。！？；!?;\n]{0,600}[。！？；!?;\n]?[”’」』）)]{0,3}")

# 日前,市总工会: marks in ASCII, but those within 8:30 and 1,200.
HALF_WIDTH = re.compile(r"[,;:()?!](?:(?![0-9A-Za-z])|(?<=[^0-9A-Za-z].))")
FULL_WIDTH = dict(zip(",;:()?!", "，；：（）？！", strict=True))
LONE = re.compile("[\u3400-\u9fff]|[0-9A-Za-z+#&._%-]+")  # what the cutter may join to its neighbours
SCHOOLS = ("中学", "小学", "大学", "学院", "学校")
SUBJECTS = ("语文", "数学", "英语", "物理", "化学", "历史", "地理", "生物", "政治", "体育", "音乐", "美术")
TEACHERS = ("教师", "老师", "教授", "校长", "学生")


@dataclass(slots=True)
class Field:
    """One text of an article: its headline, a block of its body, a caption …"""

    article: int
    name: str
    block: int
    text: str


class Word(NamedTuple):
    text: str
    tag: str  # part of speech as the dictionary has it, "x" for what it does not know
    start: int  # in the sentence
    end: int


@dataclass(slots=True)
class Sentence:
    """A sentence, where it stands in its field, and its words; its marks are those of Chinese, whatever is printed."""

    field: Field
    offset: int
    text: str
    texts: tuple[str, ...] = field(init=False)  # of the words
    tags: tuple[str, ...] = field(init=False)
    words: list[Word] = field(init=False)
    index_of_start: dict[int, int] = field(init=False)  # offset → index of the word that begins there
    index_of_end: dict[int, int] = field(init=False)
    _is_parted: bool = field(init=False)  # whether its words are not all as they were cut
    _likely: dict[int, int] = field(init=False, default_factory=dict)  # start → end, as far as somebody asked

    def __post_init__(self):
        self.text = HALF_WIDTH.sub(_full_width, self.text)
        tagged = cutter().tag(self.text)
        self.texts, self.tags = zip(*tagged, strict=True)
        long = [text for text in self.texts if len(text) > 3] if max(map(len, self.texts)) > 3 else ()
        self._is_parted = any(map(_place_before, long)) or "和县" in self.texts
        if self._is_parted:
            self.texts, self.tags = zip(*_parted(tagged), strict=True)
        starts, ends = _bounds(self.texts)
        # Word by word as `map(Word, …)` gives them, in half the time.
        self.words = list(
            map(tuple.__new__, repeat(Word), zip(self.texts, self.tags, starts, ends, strict=True))
        )
        self.index_of_start = dict(zip(starts, range(len(starts)), strict=True))
        self.index_of_end = dict(zip(ends, range(len(ends)), strict=True))

    def likely_end(self, start: int) -> int:
        """Where the word ends that begins here, unknown characters joined to likely words: 谭|敦|龙 → 谭敦龙; 0 where
        none begins."""
        if start not in self._likely and start in self.index_of_start:
            begin, end = self._run_at(self.index_of_start[start])
            self._likely |= dict.fromkeys(range(begin, end), 0)
            self._likely |= {begin + at: begin + to for at, to in _likely_ends(self.text[begin:end]).items()}
        return self._likely.get(start, 0)

    def _run_at(self, index: int) -> tuple[int, int]:
        """The lone characters in a row about a word: nothing else is ever joined, so that no more need be cut again."""
        if self._is_parted:
            return 0, len(self.text)
        first = last = index
        if LONE.fullmatch(self.texts[index]):
            while first and LONE.fullmatch(self.texts[first - 1]):
                first -= 1
            while last + 1 < len(self.texts) and LONE.fullmatch(self.texts[last + 1]):
                last += 1
        return self.words[first].start, self.words[last].end

    def tag_of(self, start: int, end: int) -> str:
        """The tag of the word that stands here: 务工人员|石|满仓, but 谈|服务; "" where there is none."""
        index = self.index_of_start.get(start)
        return self.tags[index] if index is not None and self.words[index].end == end else ""

    def printed(self, start: int, end: int) -> str:
        return self.field.text[start + self.offset : end + self.offset]

    def passage(self, start: int, end: int) -> Passage:
        where = self.field
        start, end = start + self.offset, end + self.offset
        return Passage(where.article, where.name, where.text[start:end], start, end, where.block)


@lru_cache(20_000)
def _likely_ends(text: str) -> dict[int, int]:
    """Start → end of the words of a text, unknown characters joined."""
    return dict(zip(*_bounds(cutter().cut(text, guess=True)), strict=True))


def _full_width(mark: re.Match) -> str:
    return FULL_WIDTH[mark.group()]


def _parted(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """江苏省委|书记 → 江苏|省委|书记: the dictionary has some offices and bodies in one word with their place."""
    parted = []
    for text, tag in tagged:
        head = _place_before(text)
        kind = "n" if text.startswith(SCHOOLS) else "ns"
        parted += [(text[:head], kind), (text[head:], "n")] if head else [(text, tag)]
    return parted


@lru_cache(20_000)
def _place_before(word: str) -> int:
    """How many characters of the word name the place or the school whose office or body it is: 2 of 英国首相."""
    if word == "和县":
        return 1  # 市总工会|和|县餐饮协会
    if word.endswith((*TEACHERS, *SUBJECTS)) and word.startswith(SCHOOLS):
        return 2  # 第九|中学|教师
    return next((at for at in (2, 3, 4) if word[:at] in place_names() and word[at:] in _of_places()), 0)


@cache
def _of_places() -> frozenset[str]:
    return frozenset(("省委", "市委", "市民", *load("titles"), *load("name_roles")))


def _bounds(texts: Sequence[str]) -> tuple[list[int], list[int]]:
    """Where each of the texts begins and ends in the text that they make up."""
    ends = list(accumulate(map(len, texts)))
    return [0, *ends[:-1]], ends


@cache
def cutter() -> words.Cutter:
    """The general dictionary with the short forms and titles of this register, 县|人社局, not 和县|人|社|局, and with
    the places of the list: 望城区, not 望|城区."""
    shorts = (level + body for level in LEVELS for body in load("organisation_short_bodies"))
    return words.Cutter([*shorts, *load("organisation_endings"), *load("titles")], areas())


@lru_cache(20_000)
def is_verb(printed: str) -> bool:
    """Whether the dictionary has these characters as one verb: 放下, but not 说过."""
    tagged = cutter().tag(printed)
    return len(tagged) == 1 and tagged[0][1] == "v"


def fields_of(articles: Iterable[Article]) -> Iterator[Field]:
    """Every text of every article in which a name may stand, articles in order, headline first."""
    for number, article in enumerate(articles):
        for name in ("headline", "kicker", "subheadline", "editors_note"):
            if text := getattr(article, name):
                yield Field(number, name, 0, text)
        for block, part in enumerate(article.body):
            yield Field(number, "body", block, part.text)
        for block, figure in enumerate(article.figures):
            yield Field(number, "caption", block, figure.caption)


def sentences_of(field: Field) -> Iterator[Sentence]:
    for found in SENTENCE.finditer(field.text):
        if found.group().strip():
            yield Sentence(field, found.start(), found.group())
