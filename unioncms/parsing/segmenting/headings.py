"""Headings that end like sentences, known by being alike: three or more short single-sentence paragraphs of one build.

走进车间，听清心声，做职工身边的知心人。 / 算清细账，办好实事，让每分会费看得见。
"""

from collections.abc import Iterable
from dataclasses import replace

from unioncms.parsing.segmenting.drafts import Draft, Part
from unioncms.parsing.segmenting.segments import Segments

LEAST = 3
LONGEST = 30
SPREAD = 4  # characters by which their lengths may differ


def mark_headings(segments: Segments) -> Segments:
    for draft in segments.drafts:
        mark_sentence_headings(draft)
    return segments


def mark_sentence_headings(draft: Draft) -> None:
    found = [is_single_sentence(part) for part in draft.body]
    alone = [
        number
        for number, is_found in enumerate(found[:-1])
        if is_found and not found[number + 1] and not (number and found[number - 1])
    ]
    groups: dict[int, list[int]] = {}
    for number in alone:
        words = draft.body[number].words
        groups.setdefault(words.count("，") + words.count(","), []).append(number)
    for commas, numbers in groups.items():
        lengths = [len(draft.body[number].words) for number in numbers]
        if commas and len(numbers) >= LEAST and max(lengths) - min(lengths) <= SPREAD:
            make_headings(draft, numbers)


def is_single_sentence(part: Part) -> bool:
    words = part.words
    return (
        part.type == "paragraph" and len(words) <= LONGEST and words.endswith("。") and words.count("。") == 1
    )


def make_headings(draft: Draft, numbers: Iterable[int]) -> None:
    places = set()
    for number in numbers:
        texts = draft.body[number].texts
        draft.body[number] = Part("heading", texts)
        places.add(texts[0].source(0))
    draft.claims = [
        replace(claim, label="heading")
        if claim.label == "paragraph" and claim.paragraph.text.source(0) in places
        else claim
        for claim in draft.claims
    ]
