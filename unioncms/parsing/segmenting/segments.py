"""What is handed on from the walk down the page: drafts in printed order, and what was set aside."""

from dataclasses import dataclass, field

from unioncms.parsing.segmenting.drafts import Claim, Draft
from unioncms.parsing.segmenting.items import Item


@dataclass(slots=True)
class Segments:
    """What the walk leaves: drafts in printed order, and what was set aside with its label."""

    drafts: list[Draft] = field(default_factory=list)
    discarded: list[Claim] = field(default_factory=list)
    zones: list["Zone"] = field(default_factory=list)
    captions: list[Item] = field(
        default_factory=list
    )  # below all texts; each goes to the text that it speaks of
    parted: list[Draft] = field(
        default_factory=list
    )  # the drafts as they were before rests came to their heads
    bodiless: list[Item] = field(default_factory=list)  # titles set aside, for no body goes with them
    common: list[Item] = field(default_factory=list)  # the lines above the first headline of a page of many
    source: str | None = None
    published_on: str | None = None
    given_on: str | None = None  # the day below a notice, which the page may print much later


@dataclass(slots=True)
class Zone:
    """Titles, captions and bylines that stand apart from their bodies; `after` counts the drafts above."""

    items: list[Item]
    after: int
