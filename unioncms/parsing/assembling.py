"""Drafts → the articles of the Document, with the spans and repairs that the drafts' claims give."""

from collections.abc import Iterator

from unioncms.parsing.document import Article, Block, Contributor, Figure, Repair, Span
from unioncms.parsing.drafts import Draft, Part
from unioncms.parsing.genres import genre_of
from unioncms.parsing.segments import Segments
from unioncms.parsing.shapes import ends_item, ends_sentence, open_marks
from unioncms.parsing.spans import claimed_spans, repairs_of, whole_spans
from unioncms.parsing.traced import Traced, join


def article_of(draft: Draft) -> Article:
    return Article(
        headline=draft.headline_glue.join(line.text for line in draft.headline) or None,
        kicker=joined_lines(draft.kicker) or None,
        subheadline=join(draft.subheadline).text or None,
        column=draft.column,
        series=draft.series,
        genre=genre_of(draft),
        source_credit=draft.source_credit,
        contributors=contributors_of(draft),
        editors_note="\n".join(text.text for text in draft.note) or None,
        body=tuple(Block(part.type, part.words) for part in draft.body if part.words),
        figures=tuple(
            Figure(
                figure.caption.text if figure.caption else "", figure.credit.text if figure.credit else None
            )
            for figure in draft.figures
        ),
        incomplete=is_incomplete(draft),
    )


def joined_lines(lines: list[Traced]) -> str:
    """A dash carries its line on: `牢记嘱托 不辱使命` / `——各地工会主席谈…` → one line; others keep a blank."""
    words = ""
    for line in lines:
        words += line.text if not words or line.text.startswith("—") else f" {line.text}"
    return words


def contributors_of(draft: Draft) -> tuple[Contributor, ...]:
    """Each name and role once; the printed post of a nameless `（作者系某市总工会主席）` goes to its author."""
    people: dict[tuple[str, str], Contributor] = {}
    for each in [*draft.contributors, *draft.compilers]:
        if draft.post and each.role == "author" and not each.printed_post:
            each = Contributor(each.name, each.role, each.printed_role, draft.post)
        known = people.get((each.name, each.role))
        if known is None or (not known.printed_post and each.printed_post):
            people[each.name, each.role] = each
    return tuple(people.values())


def is_incomplete(draft: Draft) -> bool:
    """Text is missing where a body begins or ends in mid-sentence, or stops before a heading."""
    if draft.is_incomplete:
        return True
    if not draft.body:
        return False
    for number, part in enumerate(draft.body):
        if (
            part.type == "paragraph"
            and is_cut(part.words)
            and (number + 1 == len(draft.body) or draft.body[number + 1].type == "heading")
        ):
            return True
    return begins_cut(draft.body[0])


def is_cut(text: str) -> bool:
    return len(text) > 12 and not ends_sentence(text) and not ends_item(text) and text[-1] not in "”’》）)…—"


def begins_cut(part: Part) -> bool:
    """`站点,把热水送到工位旁`: two characters and a comma, or a mark that closes what was never opened."""
    words = part.words
    if part.type != "paragraph" or not words:
        return False
    if words[0] in "，。、；：！？”’》）,.;:!?)":
        return True
    return open_marks(words[:40]) < 0


def spans_of(segments: Segments, text: str) -> tuple[Span, ...]:
    claims = [(claim, (number,)) for number, draft in enumerate(segments.drafts) for claim in draft.claims]
    claims += [(claim, ()) for claim in segments.discarded]
    return whole_spans(text, claimed_spans(claims))


def ledger(segments: Segments, source: str) -> tuple[Repair, ...]:
    repairs: list[Repair] = []
    for draft in segments.drafts:
        repairs.extend(draft_repairs(draft, source))
    return tuple(sorted(set(repairs), key=lambda repair: (repair.start, repair.end, repair.rule)))


def draft_repairs(draft: Draft, source: str) -> Iterator[Repair]:
    for claim in draft.claims:
        if claim.paragraph.is_vertical and claim.label == "headline":
            yield Repair("vertical_headline", claim.paragraph.ranges[0][0], claim.paragraph.ranges[-1][1])
    for part in draft.body:
        for text in part.texts:
            yield from repairs_of(text, source)
        for one, other in zip(part.texts, part.texts[1:], strict=False):
            yield Repair("joined_fragment", one.source(len(one)), other.source(0))
