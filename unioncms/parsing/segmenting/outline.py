"""Which paragraph serves which article as what: read off the machine's layout, and put back as an editor changed it.

A paragraph is known by where it begins in the source, so that an outline still holds when a better parser lays the
same page out anew: what that one prints otherwise goes where its neighbour above went.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from unioncms.parsing.credits import read_credit
from unioncms.parsing.credits.names import names_in
from unioncms.parsing.document import DISCARD_LABELS, Contributor, Outline, Piece
from unioncms.parsing.reflow import Paragraph, closed_up
from unioncms.parsing.segmenting.drafts import Claim, Draft, DraftFigure, Part
from unioncms.parsing.segmenting.filling import (
    add_figure,
    add_paragraph,
    apply_closing,
    apply_credit,
    label_of,
)
from unioncms.parsing.segmenting.items import Item, note_label
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.segmenting.series import CIRCLED, set_part, set_series
from unioncms.parsing.segmenting.titles_block import DASHES, set_headline
from unioncms.parsing.shapes import BULLETS

CONTINUATION = "continuation"  # a paragraph printed as the end of the one before it
# In the order of an article's head; every other label keeps its place in the body.
HEAD = ("column", "series", "kicker", "headline", "subheadline", "published_on", "source_credit")
HEAD_ORDER = {label: number for number, label in enumerate(HEAD)}
BODY = ("heading", "paragraph", CONTINUATION)
CREDITS = ("byline", "source_credit", "published_on")
END = float("inf")
Keys = tuple[tuple[int, str], ...]


def outline_of(segments: Segments) -> Outline:
    """The machine's own layout."""
    units = Units.of(segments)
    return Outline(
        tuple(tuple(_pieces(draft, units)) for draft in segments.drafts),
        tuple(
            sorted(
                (units.piece(claim) for claim in segments.discarded),
                key=lambda piece: piece.start,
            )
        ),
    )


class Units:
    """What an outline deals out: paragraphs, and parts of those that several articles have a share in."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self.paragraphs = {_place(each): each for each in paragraphs}

    @classmethod
    def of(cls, segments: Segments) -> "Units":
        """Of each paragraph as many as its claims have owners, one after the other."""
        claims: dict[int, list[tuple[int, int, Paragraph]]] = defaultdict(list)
        for number, draft in enumerate(segments.drafts):
            for claim in draft.claims:
                claims[_place(claim.paragraph)].append((claim.start, number, claim.paragraph))
        for claim in segments.discarded:
            claims[_place(claim.paragraph)].append((claim.start, -1, claim.paragraph))
        return cls(part for group in claims.values() for part in _shares(group))

    def __contains__(self, start: int) -> bool:
        return start in self.paragraphs

    def __getitem__(self, start: int) -> Paragraph:
        return self.paragraphs[start]

    def at(self, claim: Claim) -> int:
        """Where the unit begins that a claim has its words in."""
        whole = _place(claim.paragraph)
        if not claim.start:
            return whole
        start = claim.paragraph.text.source(claim.start)
        return start if start in self.paragraphs else whole

    def piece(self, claim: Claim) -> Piece:
        start = self.at(claim)
        return Piece(start, claim.label, self.paragraphs[start].ranges)

    def cut_at(self, starts: Iterable[int]) -> None:
        """Part paragraphs where an outline has a piece begin in the midst of one."""
        for start in sorted(set(starts) - self.paragraphs.keys()):
            for place, paragraph in list(self.paragraphs.items()):
                if any(low < start < high for low, high in paragraph.ranges):
                    cut = paragraph.text.offset_of(start)
                    if 0 < cut < len(paragraph.text) and paragraph.text.source(cut) == start:
                        self.paragraphs[place] = _part(paragraph, 0, cut)
                        self.paragraphs[start] = _part(paragraph, cut, len(paragraph.text))
                    break


def _shares(claims: list[tuple[int, int, Paragraph]]) -> Iterator[Paragraph]:
    paragraph = claims[0][2]
    if len(claims) == 1:
        yield paragraph
        return
    owners: dict[int, set[int]] = defaultdict(set)
    for start, owner, _ in claims:
        owners[start].add(owner)
    starts = sorted(owners)
    cuts = [0]
    for before, start in pairwise(starts):
        if owners[start] != owners[before] and start < len(paragraph.text):
            cuts.append(start)
    if len(cuts) == 1:
        yield paragraph
        return
    for start, end in zip(cuts, [*cuts[1:], len(paragraph.text)], strict=True):
        yield _part(paragraph, start, end)


def _part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    low = paragraph.text.source(start) if start else -1
    high = paragraph.text.source(end) if end < len(paragraph.text) else float("inf")
    return replace(
        paragraph,
        text=paragraph.text.cut(start, end),
        ranges=tuple(
            (max(first, low), int(min(last, high)))
            for first, last in paragraph.ranges
            if max(first, low) < min(last, high)
        ),
        seams=tuple(seam - start for seam in paragraph.seams if start < seam < end),
    )


def _place(paragraph: Paragraph) -> int:
    return paragraph.ranges[0][0]


def _pieces(draft: Draft, units: Units) -> Iterator[Piece]:
    """One for each unit, its first label counting: a closing credit within a paragraph comes by itself."""
    first: dict[int, Claim] = {}
    for claim in draft.claims:
        start = units.at(claim)
        if start not in first or claim.start < first[start].start:
            first[start] = claim
    continued = _continued(draft, (units[start] for start in first))
    found = [
        Piece(start, CONTINUATION if start in continued else claim.label, units[start].ranges)
        for start, claim in first.items()
    ]
    yield from sorted(found, key=lambda piece: HEAD_ORDER.get(piece.label, len(HEAD)))


def _continued(draft: Draft, paragraphs: Iterable[Paragraph]) -> set[int]:
    """Where the paragraphs begin that a part of the body took up after its first one."""
    found: set[int] = set()
    joined = [part for part in draft.body if len(part.texts) > 1]
    if not joined:
        return found
    runs = sorted((start, _place(paragraph)) for paragraph in paragraphs for start, _ in paragraph.ranges)
    for part in joined:
        places = [runs[max(bisect_right(runs, (text.source(0), END)) - 1, 0)][1] for text in part.texts]
        found.update(after for before, after in pairwise(places) if before != after)
    return found


def laid_out(segments: Segments, outline: Outline) -> Segments:
    """`segments` as `outline` has them; articles that it leaves as they were are not touched."""
    machine = outline_of(segments)
    units = Units.of(segments)
    units.cut_at(piece.start for pieces in (*outline.articles, outline.discarded) for piece in pieces)
    outline = _completed(outline, machine, units)
    drafts: dict[Keys, Draft] = {}
    bodies: dict[Keys, Draft] = {}
    makers: dict[int, Draft] = {}
    for pieces, draft in zip(machine.articles, segments.drafts, strict=True):
        drafts.setdefault(_keys(pieces), draft)
        bodies[_body_keys(pieces)] = draft
        makers.update((piece.start, draft) for piece in pieces if piece.label == "paragraph")
    laid = []
    for pieces in filter(None, outline.articles):
        draft = drafts.pop(_keys(pieces), None)
        if draft is None:
            draft = _built(pieces, units)
            # What the machine knew of the piece as a whole, as far as it is still the same.
            maker = next((makers[piece.start] for piece in pieces if piece.start in makers), draft)
            draft.genre = maker.genre
            body = bodies.get(_body_keys(pieces), draft)
            draft.gaps, draft.joins = body.gaps, body.joins
        laid.append(draft)
    served = {piece.start for pieces in outline.articles for piece in pieces}
    discarded = [
        Claim(units[piece.start], 0, piece.label) for piece in outline.discarded if piece.start not in served
    ]
    return replace(segments, drafts=laid, discarded=discarded)


def _keys(pieces: tuple[Piece, ...]) -> Keys:
    return tuple((piece.start, piece.label) for piece in pieces)


def _body_keys(pieces: tuple[Piece, ...]) -> Keys:
    return _keys(tuple(piece for piece in pieces if piece.label in BODY))


def _completed(outline: Outline, machine: Outline, units: Units) -> Outline:
    """Without what the page no longer has as a paragraph, and with what it has anew behind its neighbour above."""
    articles = [[piece for piece in pieces if piece.start in units] for pieces in outline.articles]
    discarded = [piece for piece in outline.discarded if piece.start in units]
    home = {piece.start: pieces for pieces in (*articles, discarded) for piece in pieces}
    known = sorted(home)
    for piece in sorted((*machine.discarded, *chain(*machine.articles)), key=lambda piece: piece.start):
        if piece.start in home:
            continue
        at = bisect_right(known, piece.start) - 1
        pieces = discarded if at < 0 or piece.label in DISCARD_LABELS else home[known[at]]
        if pieces is discarded and piece.label not in DISCARD_LABELS:
            piece = replace(piece, label="mark")
        above = [number for number, each in enumerate(pieces) if at >= 0 and each.start == known[at]]
        pieces.insert(above[0] + 1 if above else len(pieces), piece)
        home[piece.start] = pieces
        insort(known, piece.start)
    return Outline(tuple(map(tuple, articles)), tuple(discarded))


def _built(pieces: tuple[Piece, ...], units: Units) -> Draft:
    draft = Draft()
    for piece in pieces:
        item = Item(piece.label, units[piece.start])
        _TAKES.get(piece.label, add_paragraph)(draft, item)
    set_series(draft)
    return draft


def _take_title(draft: Draft, item: Item) -> None:
    if item.kind == "headline" and not draft.headline:
        set_headline(draft, item)
        draft.headline_glue = " "
        return
    text = item.paragraph.text.strip(BULLETS + " \ufffd")
    draft.claim(item, item.kind)
    if item.kind == "headline":
        draft.headline.append(text)
    elif item.kind == "kicker":
        draft.kicker.append(text)
    else:
        draft.subheadline.append(text.strip(DASHES + " "))


def _take_series(draft: Draft, item: Item) -> None:
    if set_part(draft, item.words):
        draft.claim(item, "series")
    else:
        _take_title(draft, item)


def _take_column(draft: Draft, item: Item) -> None:
    draft.column = item.words.strip("【】〖〗〔〕[]［］ ")
    if draft.column[-1:] in CIRCLED and set_part(draft, draft.column):
        draft.column = draft.series.title  # `青石工匠③`
    draft.claim(item, "column")


def _take_heading(draft: Draft, item: Item) -> None:
    draft.add_text("heading", item.paragraph.text)
    draft.claim(item, "heading")


def _take_continuation(draft: Draft, item: Item) -> None:
    above = draft.body[-1] if draft.body else None
    add_paragraph(draft, item)
    if above is not None and above.type == "paragraph":
        draft.body[-2:] = [Part("paragraph", [*above.texts, *draft.body[-1].texts])]


def _take_photo_credit(draft: Draft, item: Item) -> None:
    """The line of the last figure, or of one without a caption."""
    credit = read_credit(item.words)
    if credit is not None:
        draft.contributors.extend(credit.contributors)
    if not draft.figures or draft.figures[-1].credit is not None:
        draft.figures.append(DraftFigure(None))
    draft.figures[-1].credit = item.paragraph.text.strip("（）() ")
    draft.claim(item, "credit")


def _take_credit(draft: Draft, item: Item) -> None:
    """A line whose form says nothing is believed to be what the editor says: names, or the name of a source."""
    credit = read_credit(item.words)
    draft.claim(item, label_of(credit) if credit is not None else item.kind)
    if credit is not None and credit.kind == "closing" and draft.body:
        apply_closing(draft, credit)
    elif credit is not None:
        apply_credit(draft, credit)
    elif item.kind == "source_credit":
        draft.source_credit = draft.source_credit or item.words.strip("（）() ")
    elif item.kind == "byline":
        draft.contributors.extend(Contributor(name, "author") for name in names_in(item.words))
    draft.has_byline = draft.has_byline or (item.kind == "byline" and not draft.body)


def _take_note(draft: Draft, item: Item) -> None:
    label = note_label(item.words)
    words = closed_up(item.paragraph.text.cut(label[1] if label else 0).strip())
    if words.text:
        draft.note.append(words)
    draft.claim(item, "editors_note")


_TAKES = {
    **dict.fromkeys(("headline", "kicker", "subheadline"), _take_title),
    "series": _take_series,
    **dict.fromkeys(CREDITS, _take_credit),
    "column": _take_column,
    "heading": _take_heading,
    CONTINUATION: _take_continuation,
    "caption": add_figure,
    "credit": _take_photo_credit,
    "editors_note": _take_note,
}
