"""A page of essays: what is signed as they are, in the same column or as those in one of its own, is an essay too,
however little it argues."""

from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.genres import REPORTING, genre_of, is_report
from unioncms.parsing.segmenting.segments import Segments

LEAST_ESSAYS = 2


def with_essays_of_page(segments: Segments) -> Segments:
    signed = [draft for draft in segments.drafts if is_signed_by_author(draft)]
    kinds = [genre_of(draft) for draft in signed]
    essays = [draft for draft, kind in zip(signed, kinds, strict=True) if kind == "essay"]
    if len(essays) < LEAST_ESSAYS or len(essays) * 2 < len(segments.drafts):
        return segments
    columns = {draft.column for draft in essays}
    has_each_its_own = None not in columns and len(columns) == len(essays)
    for draft, kind in zip(signed, kinds, strict=True):
        is_in_column = draft.column in columns or has_each_its_own
        if kind == "news" and is_in_column and not is_report(draft.words):
            draft.genre = "essay"
    return segments


def is_signed_by_author(draft: Draft) -> bool:
    people = (*draft.contributors, *draft.compilers)
    roles = {each.role for each in people}
    return bool(draft.body) and "author" in roles and not roles & REPORTING and not draft.genre
