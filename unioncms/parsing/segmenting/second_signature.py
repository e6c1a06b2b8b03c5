"""A piece that is signed above and below by different people is two: the second has its headline in the midst.

`□记者 王一川` … `夜班以后` … `（作者系李小满）`: essays whose authors are named at the end begin without a byline,
and their headlines are taken for headings until the second signature comes.
"""

from dataclasses import replace

from unioncms.parsing.segmenting.drafts import Draft, Part
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.shapes import BULLETS, NUMBERED_HEADING, ends_sentence


def part_signed(segments: Segments) -> Segments:
    if segments.zones:
        return segments
    drafts: list[Draft] = []
    for draft in segments.drafts:
        drafts.append(draft)
        at = headline_within(draft) if is_signed_twice(draft) else None
        if at is not None:
            drafts.append(cut_at(draft, at))
    segments.drafts = drafts
    return segments


def signs_rest(drafts: list[Draft], following: list[Item]) -> bool:
    """Above the last piece another one was cut in mid-sentence, and somebody else signs what stands below that piece:
    the rest of the cut one, on a page that set the whole piece into its midst."""
    if len(drafts) < 2 or drafts[-2].is_closed_by_credit or not (drafts[-2].body and drafts[-1].body):
        return False
    if ends_sentence(drafts[-2].body[-1].words) or not ends_sentence(drafts[-1].body[-1].words):
        return False
    end = next((each for each in following if each.kind not in ("body", "heading")), None)
    if end is None or end.kind != "closing" or end.credit is None:
        return False
    names = {each.name for each in drafts[-1].contributors}
    return bool(names) and any(each.name not in names for each in end.credit.contributors)


def is_signed_twice(draft: Draft) -> bool:
    """A reporter of the piece may also stand below it, as its compiler; another author may not."""
    above = {each.name for each in draft.contributors if each.role == "author"}
    below = {each.name for each in draft.compilers if each.role == "author"}
    return draft.has_byline and bool(draft.contributors) and bool(below - above)


def headline_within(draft: Draft) -> int | None:
    """The one heading that can be a headline; None where several can."""
    parts = draft.body
    places = [
        at
        for at, part in enumerate(parts)
        if part.type == "heading"
        and 0 < at < len(parts) - 1
        and parts[at + 1].type == "paragraph"
        and ends_sentence(parts[at - 1].words)
    ]
    plain = [at for at in places if not is_marked(parts[at])]
    phrases = [at for at in plain if " " in parts[at].words]
    return next((found[0] for found in (plain, phrases) if len(found) == 1), None)


def is_marked(part: Part) -> bool:
    return part.words[:1] in BULLETS or NUMBERED_HEADING.match(part.words) is not None


def cut_at(draft: Draft, at: int) -> Draft:
    """The draft ends before its heading; what follows is a draft of its own, with the closing credit."""
    headline = draft.body[at].texts
    place = headline[0].source(0)
    below = Draft(column=draft.column, headline=list(headline), is_closed=True, measure=draft.measure)
    below.body, draft.body = draft.body[at + 1 :], draft.body[:at]
    below.figures = [each for each in draft.figures if each.caption and each.caption.source(0) > place]
    draft.figures = [each for each in draft.figures if each not in below.figures]
    below.compilers, draft.compilers = draft.compilers, []
    below.post, draft.post = draft.post, ""
    below.is_closed_by_credit, draft.is_closed_by_credit = draft.is_closed_by_credit, False
    for claim in draft.claims:
        start = claim.paragraph.text.source(0)
        if start >= place:
            below.claims.append(replace(claim, label="headline") if start == place else claim)
    draft.claims = [claim for claim in draft.claims if claim.paragraph.text.source(0) < place]
    return below
