"""Headlines that stand apart from their bodies, matched to them by content."""

from unioncms.parsing.drafts import Claim
from unioncms.parsing.segment import Segments, Zone


def place_titles(segments: Segments) -> Segments:
    for zone in segments.zones:
        set_aside(zone, segments)
    segments.zones = []
    return segments


def set_aside(zone: Zone, segments: Segments) -> None:
    segments.discarded.extend(Claim(item.paragraph, 0, "mark") for item in zone.items)
