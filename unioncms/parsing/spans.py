"""Claims → spans: every non-blank character of the source in exactly one, and the ledger of repairs."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from unioncms.parsing.document import Repair, Span
from unioncms.parsing.segmenting.drafts import Claim
from unioncms.parsing.traced import Traced


def claimed_spans(claims: Iterable[tuple[Claim, tuple[int, ...]]]) -> list[Span]:
    """Spans of the claims, by place; where two claim a paragraph, the later one has it from its start on."""
    by_paragraph: dict[int, list[tuple[Claim, tuple[int, ...]]]] = {}
    for claim, articles in claims:
        by_paragraph.setdefault(claim.paragraph.ranges[0][0], []).append((claim, articles))
    spans: list[Span] = []
    for group in by_paragraph.values():
        spans.extend(paragraph_spans(group))
    return sorted(spans, key=attrgetter("start"))


def paragraph_spans(group: list[tuple[Claim, tuple[int, ...]]]) -> Iterator[Span]:
    (claim, articles), *others = group
    if not others and not claim.start:
        for start, end in claim.paragraph.ranges:
            if start < end:
                yield Span(start, end, claim.label, articles)
        return
    text = claim.paragraph.text
    first: dict[int, tuple[str, set[int]]] = {}
    for claim, articles in group:
        start = min(claim.start, max(len(text) - 1, 0)) if claim.start else 0
        label, served = first.setdefault(start, (claim.label, set()))
        if label == claim.label:
            served.update(articles)
    cuts = sorted(first)
    for number, cut in enumerate(cuts):
        low = text.source(cut) if cut else -1
        high = text.source(cuts[number + 1]) if number + 1 < len(cuts) else float("inf")
        label, served = first[cut]
        for start, end in group[0][0].paragraph.ranges:
            start, end = max(start, low), min(end, high)
            if start < end:
                yield Span(int(start), int(end), label, tuple(sorted(served)))


def whole_spans(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Lines of one passage made one span, and spans for whatever nothing claimed: marks, and damage where a glyph
    is missing."""
    result: list[Span] = []
    at = 0
    for span in spans:
        start = max(span.start, at)
        if start >= span.end:
            continue
        gap = text[at:start]
        if gap and not gap.isspace():
            result.extend(unclaimed(text, at, start))
            gap = text[result[-1].end : start]
        last = result[-1] if result else None
        same = last is not None and (last.label, last.articles) == (span.label, span.articles)
        if same and last is not None and gap.isspace() and "\n\n\n" not in gap:
            result[-1] = Span(last.start, span.end, span.label, span.articles)
        else:
            result.append(Span(start, span.end, span.label, span.articles))
        at = span.end
    result.extend(unclaimed(text, at, len(text)))
    return tuple(result)


def unclaimed(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for word in text[start:end].split():
        at = text.index(word, at)
        label = "damage" if word.strip("\ufffd") == "" else "mark"
        yield Span(at, at + len(word), label)
        at += len(word)


def repairs_of(text: Traced, source: str) -> Iterator[Repair]:
    """What was done between two runs of a paragraph, read off what stands between them in the source."""
    for (offset, start), (after, next_start) in zip(text.pieces, text.pieces[1:], strict=False):
        end = start + after - offset
        if not 0 <= end <= next_start:
            continue
        rule = rule_of(source[end:next_start], source[end - 1 : end], source[next_start : next_start + 1])
        if rule:
            yield Repair(rule, end, next_start)
    at = text.text.find("\ufffd")
    while at >= 0:
        yield Repair("missing_glyph", text.source(at), text.source(at) + 1)
        at = text.text.find("\ufffd", at + 1)


def rule_between(source: str, start: int, end: int) -> str:
    """What was done between two pieces of one paragraph: a print column's end, or lines that a paragraph had."""
    return "joined_fragment" if source[start:end].strip() else "joined_line"


def rule_of(gap: str, before: str, after: str) -> str:
    if gap.strip().strip("\ufffd") and ("\n" in gap or "\r" in gap):
        return "dropped_line"
    if "\n" in gap or "\r" in gap:
        if gap.lstrip("\r").startswith("\n ") and gap.count("\n") == 1:
            return "missing_glyph"
        return "rejoined_digits" if before.isdigit() != after.isdigit() else "joined_line"
    if "\ufffd" in gap:
        return "missing_glyph"
    if not gap:
        return ""
    return "closed_blank" if gap.isspace() else "dropped_mark"
