"""A line that the page prints above the headline of several pieces: it is the kicker of each, though one piece alone
would have it for its headline and the line below it for a subheadline."""

from collections import Counter
from dataclasses import replace

from unioncms.parsing.segmenting.drafts import Claim, Draft
from unioncms.parsing.segmenting.titles_block import is_dashed

LEAST_REPEATED = 2
RAISED = {"headline": "kicker", "subheadline": "headline"}


def put_above(drafts: list[Draft], common: str = "") -> None:
    """`common` stands above the first headline, so that once more is enough for it."""
    above = [draft for draft in drafts if draft.subheadline and not (draft.kicker or has_dashed(draft))]
    counts = Counter(map(headline_of, above))
    for draft in above:
        words = headline_of(draft)
        if counts[words] >= LEAST_REPEATED or words == common:
            draft.kicker, draft.headline, draft.subheadline = draft.headline, draft.subheadline, []
            draft.claims = [raised(claim) for claim in draft.claims]


def headline_of(draft: Draft) -> str:
    return "".join(line.text for line in draft.headline)


def has_dashed(draft: Draft) -> bool:
    """`——记电工班班长王一川` is a subheadline whatever stands above it."""
    return any(claim.label == "subheadline" and is_dashed(claim.paragraph.words) for claim in draft.claims)


def raised(claim: Claim) -> Claim:
    return replace(claim, label=RAISED.get(claim.label, claim.label))
