"""Lines above the first headline that serve every article of the page: a round-up's kicker, a common column."""

from unioncms.parsing.drafts import Draft
from unioncms.parsing.items import names_column
from unioncms.parsing.segments import Segments
from unioncms.parsing.titles_block import is_dashed
from unioncms.parsing.traced import Traced

LEAST_ROUND_UP = 2


def share_common_lines(segments: Segments) -> Segments:
    common, drafts = segments.common, segments.drafts
    if not common or not drafts:
        return segments
    signed = [draft for draft in drafts if draft.headline]
    is_round_up = len(signed) >= LEAST_ROUND_UP and any(
        is_dashed(item.words) or "——" in item.words for item in common
    )
    is_column = len(signed) > 1 or names_column(common[0].words)
    words = words_of([item.paragraph.text for item in common])
    repeating = [draft for draft in signed if words_of(draft.kicker) == words]
    label = "column" if is_column and not is_round_up and not repeating else "kicker"
    # A page that prints its kicker above each piece says itself which have it.
    for draft in drafts[:1] if repeating or len(signed) < 2 else signed:
        for item in common:
            draft.claim(item, label)
        share(draft, [item.paragraph.text for item in common], label, is_round_up)
    for draft in repeating:
        draft.genre = "roundup" if is_round_up else draft.genre
    return segments


def words_of(lines: list[Traced]) -> str:
    return "".join(line.text for line in lines)


def share(draft: Draft, lines: list, label: str, is_round_up: bool) -> None:
    if label == "kicker":
        draft.kicker = [*lines, *draft.kicker]
    elif draft.column is None:
        draft.column = " ".join(line.text for line in lines)
    if is_round_up:
        draft.genre = "roundup"
