"""A source's text as a proof: cut where a repair, an open mark or the end of a join stands, each with its sign."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from articles.models import SourceJoin, SourceMark, SourceRepair

Rule = SourceRepair.Rule
# What the editor reads of each rule: what was printed, and what became of it.
CHANGES = {
    Rule.JOINED_LINE: ("换行", "连排"),
    Rule.CLOSED_BLANK: ("字间空格", "去掉"),
    Rule.REJOINED_DIGITS: ("数字另行", "放回句中"),
    Rule.VERTICAL_HEADLINE: ("竖排", "横排"),
    Rule.NARROWED_WIDTH: ("全角", "半角"),
    Rule.DROPPED_MARK: ("排版记号", "不进正文"),
    Rule.DROPPED_LINE: ("句中夹行", "不进正文"),
    Rule.JOINED_FRAGMENT: ("断片", "接成一篇"),
    Rule.MISSING_GLYPH: ("缺字处断行", "连排，缺字待补"),
}
# Hundreds on a page: the sign alone, or with one character; the rule's name where one points or listens.
SHORT = {Rule.JOINED_LINE: "", Rule.CLOSED_BLANK: "", Rule.REJOINED_DIGITS: "数"}
SIGNS = str.maketrans({"\n": "↵", "\r": "", " ": "␣", "\u3000": "␣", "\t": "⇥", "\xa0": "␣"})
SAME_SIGNS = re.compile(r"([↵␣⇥])\1+")
NARROW = str.maketrans(
    {
        chr(code): chr(code - 0xFEE0)
        for low, high in ("０９", "ＡＺ", "ａｚ")
        for code in range(ord(low), ord(high) + 1)
    }
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A repair as it stands in the proof: the sign for what was printed, and what is printed now."""

    rule: str
    name: str
    change: str
    before: str
    after: str
    shown: str  # of its name


@dataclass(frozen=True, slots=True)
class JoinEnd:
    """One end of a join: its number on the page's list, and where the other end is."""

    number: int
    join: SourceJoin
    is_first: bool
    other_page: int | None  # None: on this page

    @property
    def anchor(self) -> str:
        return f"j{self.join.pk}{'a' if self.is_first else 'b'}"

    @property
    def other(self) -> str:
        page = f"?p={self.other_page}" if self.other_page else ""
        return f"{page}#j{self.join.pk}{'b' if self.is_first else 'a'}"


@dataclass(slots=True)
class Bit:
    """A stretch of a piece that is all alike: repaired or not, under an open mark or not."""

    text: str
    sign: Sign | None = None
    is_marked: bool = False
    marks: list[SourceMark] = field(default_factory=list)  # that begin here
    begun: list[JoinEnd] = field(default_factory=list)  # second ends, before the text
    ended: list[JoinEnd] = field(default_factory=list)  # first ends, after it


@dataclass(slots=True)
class Ledger:
    """What is to be signed on one page of the text, by place."""

    repairs: list[SourceRepair]
    marks: list[SourceMark]
    begun: dict[int, list[JoinEnd]] = field(default_factory=lambda: defaultdict(list))
    ended: dict[int, list[JoinEnd]] = field(default_factory=lambda: defaultdict(list))

    def bits(self, text: str, start: int) -> list[Bit]:
        """The stretch of the page that begins at `start`, in bits. Stretches are asked for in their order."""
        end = start + len(text)
        repairs = _take(self.repairs, start, end)
        marks = _take(self.marks, start, end)
        places = {start, end}
        for each in (*repairs, *marks):
            places.update((max(each.start, start), min(each.end, end)))
        places.update(place for place in (*self.begun, *self.ended) if start < place < end)
        return list(self._cut(text, start, sorted(places), repairs, marks))

    def _cut(
        self, text: str, offset: int, places: list[int], repairs: list[SourceRepair], marks: list[SourceMark]
    ) -> Iterator[Bit]:
        repaired = {max(each.start, offset): each for each in repairs}
        opened: dict[int, list[SourceMark]] = defaultdict(list)
        for each in marks:
            opened[max(each.start, offset)].append(each)
        repair, marked_until = None, offset
        for low, high in pairwise(places):
            words = text[low - offset : high - offset]
            repair = repaired.get(low, repair if repair and low < repair.end else None)
            marked_until = max([marked_until, *(each.end for each in opened[low])])
            yield Bit(
                words,
                sign=sign_of(repair, words) if repair else None,
                is_marked=low < marked_until,
                marks=opened[low],
                begun=self.begun.get(low, []),
                ended=self.ended.get(high, []),
            )


def _take(rows: list, start: int, end: int) -> list:
    """Those of `rows`, in the order of their places, that lie over a stretch; such as end before it are let go."""
    while rows and rows[0].end <= start:
        rows.pop(0)
    found = []
    for row in rows:
        if row.start >= end:
            break
        if row.end > start:
            found.append(row)
    return found


def sign_of(repair: SourceRepair, words: str) -> Sign:
    rule = repair.rule
    before, after = SAME_SIGNS.sub(r"\1", words.translate(SIGNS)), ""
    if rule == Rule.VERTICAL_HEADLINE:
        before, after = "", "".join(words.split())
    elif rule == Rule.NARROWED_WIDTH:
        before, after = words, words.translate(NARROW)
    change = " → ".join(CHANGES.get(rule, ()))
    name = repair.get_rule_display()
    return Sign(rule, name, change, before, after, SHORT.get(rule, name))


def rule_counts(counts: Iterable[tuple[str, int]]) -> list[tuple[str, str, str, int]]:
    """Each rule that was applied: its code, its name, before and after, how often."""
    found = dict(counts)
    return [
        (rule.value, rule.label, " → ".join(CHANGES[rule]), found[rule.value])
        for rule in Rule
        if rule.value in found
    ]
