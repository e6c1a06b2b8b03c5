"""What the lines about a line say of it, whatever article is open: what stands below a title, above it, on the page."""

import itertools
from collections import Counter

from unioncms.parsing.credits import cut_caption
from unioncms.parsing.credits.passages import SECOND_REPORT
from unioncms.parsing.lexicon import has_any
from unioncms.parsing.segmenting.drafts import Draft, Headings
from unioncms.parsing.segmenting.genres import NEWS_OPENING
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.page_habits import (
    gaps_part_pieces,
    is_caption_like,
    paragraphs_are_attached,
    repeated_lines,
)
from unioncms.parsing.segmenting.segments import Segments

ENDING_KINDS = ("byline", "meta", "closing", "photo", "caption")
TEXT_KINDS = ("body", "note", "closing")
PAGE_KINDS = ("running_head", "furniture", "mark", "duplicate")
LOOK_AHEAD = 5  # title lines that may stand above one body
MOST_PHOTO_TEXT = 160
LEAST_PHOTO_TEXT = 30  # characters; a shorter caption belongs to a piece with text
AFTER_PHOTOS = ("title", "headline", "mark", "furniture", "column")


class Surroundings:
    """The items of a page and how far the walk down it has come."""

    def __init__(self, items: list[Item], is_displaced: bool, is_set_evenly: bool = True) -> None:
        self.items = items
        self.result = Segments()
        self.block: list[Item] = []  # titles, columns, bylines and notes that wait for their body
        self.current: Draft | None = None
        self.headings = Headings()  # of the article that is open
        self.is_displaced = is_displaced
        self.is_set_evenly = is_set_evenly  # each piece has one width, and no gaps of its own
        self.has_columns = any(item.paragraph.measure for item in items)
        self.common_lines = repeated_lines(items) if self.has_columns else frozenset()
        self.last_text = next(
            (
                at
                for at in reversed(range(len(items)))
                if items[at].kind in TEXT_KINDS and not is_caption_like(items[at])
            ),
            -1,
        )
        gaps = Counter(item.paragraph.gap for item in items[1:] if item.kind not in PAGE_KINDS)
        self.usual_gap = gaps.most_common(1)[0][0] if gaps else 0
        self.are_attached = is_displaced and paragraphs_are_attached(items)
        self.apart = 1 if self.usual_gap < 2 and gaps_part_pieces(items) else max(2, self.usual_gap + 1)

    def is_below_rows(self, number: int) -> bool:
        """Below the rows of a list, a table or a poem; above rows of its own it may be a part of the list."""
        item, below = self.items[number], self.items[number + 1 : number + 2]
        if not number or not self.items[number - 1].row:
            return False
        is_part = bool(below) and below[0].row == self.items[number - 1].row
        return not is_part or names_list(item)

    def is_lone_title(self, number: int) -> bool:
        """One line, and text right below it."""
        below = self.below(number)
        return below is not None and below.kind == "body"

    def is_over_rest(self, number: int) -> bool:
        """`灯房的故事` / `（上接第一版）…`"""
        below = self.below(number)
        return below is not None and below.paragraph.is_taken_up

    def below(self, number: int) -> Item | None:
        run = self.items[number + 1 : number + 1 + LOOK_AHEAD]
        return next((each for each in run if each.kind not in PAGE_KINDS), None)

    def is_photo_piece(self, number: int) -> bool:
        """A title over nothing but a signed picture: `板房里的课堂` / `课堂开课。 王一川 摄` and the next title."""
        below = self.items[number + 1 : number + 4]
        if not below or len(below[0].words) < LEAST_PHOTO_TEXT:
            return False
        if self.is_displaced and below[0].kind != "body":
            return False  # the captions of a page whose titles stand elsewhere
        signed = 1 if below[0].kind == "caption" and cut_caption(below[0].paragraph.text) is not None else 0
        if below[0].kind in ("caption", "body") and len(below[0].words) <= MOST_PHOTO_TEXT:
            signed = signed or (2 if len(below) > 1 and below[1].kind == "photo" else 0)
        after = below[signed] if signed < len(below) else None
        return bool(signed) and (after is None or after.kind in AFTER_PHOTOS)

    def speaks_of_paper(self, number: int) -> bool:
        """An introduction: of a signed essay a lone empty line parts nothing else."""
        run = self.items[number : number + LOOK_AHEAD]
        texts = itertools.takewhile(lambda each: each.kind == "body", run)
        return any(has_any(each.words, "preface_phrases") for each in texts)

    def ends_article(self, number: int) -> bool:
        """A byline below a body: nothing but a new beginning comes after it."""
        rest = self.items[number + 1 : number + 1 + LOOK_AHEAD]
        after = next((item for item in rest if item.kind not in ENDING_KINDS), None)
        if after is not None and goes_on_with_report(after):
            return True
        return after is None or after.kind in (
            "column",
            "furniture",
            "title",
            "headline",
            "note",
            "editors",
            "running_head",
            "mark",
        )


def goes_on_with_report(item: Item) -> bool:
    """`又讯 …` below the reporter of the first part"""
    return item.kind == "body" and item.words.startswith(SECOND_REPORT)


def tells_news(item: Item) -> bool:
    """`近日，镇工会在渡口举行拔河比赛。图为…。 王一川 摄`: a picture that is a piece by itself"""
    is_long = len(item.words) >= LEAST_PHOTO_TEXT and cut_caption(item.paragraph.text) is not None
    return is_long and NEWS_OPENING.match(item.words) is not None


def names_list(item: Item) -> bool:
    return has_any(item.words, "listing_titles")
