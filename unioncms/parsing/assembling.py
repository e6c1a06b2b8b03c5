"""Drafts → the articles of the Document, with the spans and repairs that the drafts' claims give."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from unioncms.parsing.document import Article, Block, Contributor, Figure, Join, Repair, Span
from unioncms.parsing.marks import missing_parts
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.genres import genre_of
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.spans import claimed_spans, repairs_of, rule_between, whole_spans
from unioncms.parsing.traced import Traced, join


def article_of(draft: Draft, is_alone: bool = False) -> Article:
    """`is_alone`: its page has no other headline, as a text of a site and none of a bulletin."""
    genre = genre_of(draft)
    return Article(
        headline=draft.headline_glue.join(line.text for line in draft.headline) or None,
        kicker=joined_lines(draft.kicker) or None,
        subheadline=join(draft.subheadline).text or None,
        column=draft.column,
        series=draft.series,
        genre=genre,
        source_credit=draft.source_credit,
        contributors=contributors_of(draft, genre, is_alone),
        editors_note="\n".join(text.text for text in draft.note) or None,
        body=tuple(Block(part.type, part.words) for part in draft.body if part.words),
        figures=tuple(
            Figure(
                figure.caption.text if figure.caption else "", figure.credit.text if figure.credit else None
            )
            for figure in draft.figures
        ),
        incomplete=any(missing_parts(draft)),
    )


def joined_lines(lines: list[Traced]) -> str:
    """A dash carries its line on: `牢记嘱托 不辱使命` / `——各地工会主席谈…` → one line; others keep a blank."""
    words = ""
    for line in lines:
        words += line.text if not words or line.text.startswith("—") else f" {line.text}"
    return words


STAFF = frozenset({"reporter", "trainee_reporter", "correspondent"})


def contributors_of(draft: Draft, genre: str, is_alone: bool) -> tuple[Contributor, ...]:
    """Each name and role once; the printed post of a nameless `（作者系某市总工会主席）` goes to its author. Whoever
    signs a report of a bulletin behind its last word, `（王一川）`, sent it in; of a lone text he is the author."""
    people: dict[tuple[str, str], Contributor] = {}
    is_unsigned = (
        genre in ("news", "roundup") and not is_alone and not (draft.source_credit or draft.contributors)
    )
    compilers = [sent_in(each) for each in draft.compilers] if is_unsigned else draft.compilers
    staff = {each.name for each in (*draft.contributors, *compilers) if each.role in STAFF}
    for each in [*draft.contributors, *compilers]:
        if draft.post and each.role == "author" and not each.printed_post:
            each = Contributor(each.name, each.role, each.printed_role, draft.post)
        if each.role == "author" and each.name in staff:
            continue  # 作者 of a site's line above, 通讯员 in the text
        known = people.get((each.name, each.role))
        if known is None or (not known.printed_post and each.printed_post):
            people[each.name, each.role] = each
    return tuple(people.values())


def sent_in(signed: Contributor) -> Contributor:
    is_bare = signed.role == "author" and not signed.printed_role and not signed.printed_post
    return replace(signed, role="correspondent") if is_bare else signed


def spans_of(segments: Segments, text: str) -> tuple[Span, ...]:
    claims = [(claim, (number,)) for number, draft in enumerate(segments.drafts) for claim in draft.claims]
    claims += [(claim, ()) for claim in segments.discarded]
    return whole_spans(text, claimed_spans(claims))


def ledger(segments: Segments, source: str) -> tuple[Repair, ...]:
    repairs: list[Repair] = []
    for draft in segments.drafts:
        repairs.extend(draft_repairs(draft, source))
    return in_order(repairs)


def in_order(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    return tuple(sorted(set(repairs), key=attrgetter("start", "end", "rule")))


def draft_repairs(draft: Draft, source: str) -> Iterator[Repair]:
    texts = []
    for claim in draft.claims:
        if claim.paragraph.is_vertical and claim.label == "headline":
            yield Repair("vertical_headline", claim.paragraph.ranges[0][0], claim.paragraph.ranges[-1][1])
        else:
            texts.append(claim.paragraph.text)
    # What is done to a text after its paragraph was put together: blanks closed up. Most are as they were.
    texts += (text for figure in draft.figures for text in (figure.caption, figure.credit) if text)
    texts += draft.note
    texts += (text for part in draft.body for text in part.texts)
    for text in {id(text): text for text in texts}.values():
        yield from repairs_of(text, source)
    for part in draft.body:
        for one, other in zip(part.texts, part.texts[1:], strict=False):
            start, end = sorted((one.source(len(one)), other.source(0)))
            yield Repair(rule_between(source, start, end), start, end)


def joins_of(segments: Segments) -> tuple[Join, ...]:
    joins = [
        replace(each, article=number) for number, draft in enumerate(segments.drafts) for each in draft.joins
    ]
    return tuple(sorted(joins, key=lambda each: (each.start, each.other_start)))
