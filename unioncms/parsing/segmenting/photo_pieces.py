"""Pieces that are a picture and its caption, though their one paragraph was read as text."""

import re

from unioncms.parsing.segmenting.drafts import Draft, DraftFigure
from unioncms.parsing.segmenting.filling import relabel
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.traced import join

LONGEST = 200  # characters of a caption
SHOWN = re.compile(r"(?:^|[。！])(?:图为|上图|下图|左图|右图|图中)")


def as_photo_pieces(segments: Segments) -> Segments:
    for draft in segments.drafts:
        if is_caption_alone(draft):
            (part,) = draft.body
            draft.body.clear()
            draft.figures.append(DraftFigure(join(part.texts)))
            relabel(draft, part.texts[0], "caption")
    return segments


def is_caption_alone(draft: Draft) -> bool:
    """`5月22日，社区工会举行防汛演练。图为志愿者在堆沙袋。` below a headline, and nothing else."""
    if not draft.headline or draft.figures or len(draft.body) != 1 or draft.body[0].type != "paragraph":
        return False
    words = draft.body[0].words
    return len(words) <= LONGEST and SHOWN.search(words) is not None
