"""A name as a sentence prints it, and how sure is sure."""

from dataclasses import dataclass

SURE, LIKELY = 3.8, 2.6  # scores of a name that stands alone, and of one that needs a second mention
FAINT = 1.5  # of one that needs several


@dataclass(slots=True)
class Name:
    """A name in a sentence; `score` says how sure it is."""

    text: str
    start: int
    end: int
    score: float
