"""Where an article begins and where it ends: the questions that the walk down the page asks."""

import itertools
import re
from collections.abc import Iterable

from unioncms.parsing.lexicon import load
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.filling import CAPTION_LENGTH
from unioncms.parsing.segmenting.genres import NEWS_OPENING
from unioncms.parsing.segmenting.items import SALUTATION, Item, holds_briefs, is_after, names_briefs
from unioncms.parsing.segmenting.page_habits import (
    begins_list,
    is_gapped,
    rows_below,
)
from unioncms.parsing.segmenting.second_signature import signs_rest
from unioncms.parsing.segmenting.setting import is_set_alike, is_set_otherwise
from unioncms.parsing.segmenting.surroundings import LOOK_AHEAD, PAGE_KINDS
from unioncms.parsing.segmenting.title_signs import MOST_OF_REST, PARAGRAPHS_TOLD, TitleSigns
from unioncms.parsing.segmenting.titles_block import SUB_AT, is_dashed
from unioncms.parsing.segmenting.topics import shares_matter
from unioncms.parsing.shapes import (
    dateline_of,
    ends_sentence,
    is_tagged_title,
    same_opening,
)

BYLINE_KINDS = ("byline", "meta")
ITEM_ENDS = ("；", ";")
LEVEL_GAP = 2  # empty lines more than usual above a heading that begins a piece
CHAPTER = re.compile(r"(?:PART\s?)?0[1-9](?=[\u4e00-\u9fff“《\s])")  # `02一间屋，装下姐妹们的心事`
OTHER_WIDTH = 2.5  # characters by which the print columns of two pieces differ
LEAST_TEXT = 10  # characters; a shorter line that stops in mid-sentence is no text


class Boundaries(TitleSigns):
    """Asked of the items of a page, the article that is open and the titles that wait for one."""

    def begins_article(self, number: int) -> bool:
        item = self.items[number]
        current = self.current
        assert current is not None
        if current.is_closed or self.is_photo_piece(number) or self.is_listing(number):
            return True
        if item.paragraph.level is not None:
            return begins_by_level(item.paragraph.level, current) or self.is_headline_below(number)
        if current.body and (CHAPTER.match(item.words) or item.words in load("last_headings")):
            return False
        if current.body and self.counts_rows(item):
            return False
        if self.is_below_rows(number) or self.is_title_of_rows(number):
            return True
        has_mark = is_tagged_title(item.words) or SUB_AT.search(item.words) is not None
        if has_mark and self.is_lone_title(number):
            return True
        if self.is_headline_of_report(number) or names_briefs(item.words) or self.is_over_rest(number):
            return True
        if self.is_set_apart(item) or self.comes_after_cut() or self.is_notice(item):
            return True
        if self.is_of_another_place(number):
            return True
        if self.is_headline_of_two_lines(number) or self.is_behind_numbers(number):
            return True
        if not self.is_displaced and rows_below(self.items[number : number + LOOK_AHEAD], self.usual_gap):
            return True
        if self.is_like_headings(number):
            return False
        if self.is_of_other_matter(number):
            return True
        if self.is_displaced and not item.paragraph.is_vertical:
            is_other = self.is_other_setting(number)
            if is_other is not None and (is_other or self.is_lone_title(number)):
                return is_other
        run = list(self.items[number : number + LOOK_AHEAD])
        after = next((each for each in run[1:] if each.kind not in ("title", "heading", "caption")), None)
        if self.is_displaced and (
            item.paragraph.is_vertical
            or (len(run) > 1 and all(each.kind in ("title", "caption") for each in run[:2]))
        ):
            return True
        if after is None:
            return self.is_displaced  # no text below, of which it could be a heading
        if after.kind == "mark":
            return False
        titles = run[: run.index(after)]
        if any(each.paragraph.level == 1 for each in titles):
            return True
        if (
            after.kind in BYLINE_KINDS
            or (after.kind == "note" and not is_after(after.name))
            or after.kind == "column"
        ):
            return True
        if after.kind == "body" and (dateline_of(after.words) or self.is_brief(after)):
            return True
        if any(is_dashed(each.words) for each in titles[1:]):
            return True
        if after.kind == "body" and self.is_other_piece(after):
            return True
        return self.is_displaced and (
            len(titles) > 1
            or bool(
                current.measure
                and after.paragraph.measure
                and abs(current.measure - after.paragraph.measure) >= 3
            )
        )

    def is_loose(self, number: int) -> bool:
        """A caption below the last text of a page of print columns, and no title above it: of any piece."""
        return self.has_columns and number > self.last_text and not self.block and self.current is not None

    def is_caption_of_closed(self, item: Item, number: int) -> bool:
        """`徒弟们在练焊接。` / `（企业供图）` below a piece that has ended: its picture's, and no text."""
        below = next(iter(self.items[number + 1 : number + 2]), None)
        is_signed = below is not None and below.kind == "photo" and len(item.words) <= CAPTION_LENGTH
        return is_signed and not self.block and self.current is not None and self.current.is_closed

    def is_other_setting(self, number: int) -> bool | None:
        """Is the text below set otherwise than the article, by its measure or its blanks? None where nothing tells."""
        assert self.current is not None
        below = [
            each
            for each in self.items[number + 1 : number + 1 + 2 * LOOK_AHEAD]
            if each.kind not in PAGE_KINDS
        ]
        texts = itertools.dropwhile(lambda each: each.kind != "body", below)
        for each in itertools.takewhile(lambda each: each.kind == "body", texts):
            if is_set_otherwise(self.current, each):
                return True
            if is_set_alike(self.current, each):
                return False
        return None

    def is_headline_below(self, number: int) -> bool:
        """A deeper heading that is a headline after all: signed, with a note of its own, or a notice's."""
        current, item = self.current, self.items[number]
        assert current is not None
        if not current.body:
            return False
        is_whole = current.body[-1].type == "paragraph" and ends_sentence(current.body[-1].words)
        after = next(iter(self.items[number + 1 : number + 2]), None)
        if after is not None:
            if after.kind == "byline" or (after.kind == "note" and not is_after(after.name)):
                return True
            if after.kind == "title" and is_dashed(after.words):
                return True
            if after.kind == "body" and (dateline_of(after.words) or (is_whole and self.is_brief(after))):
                return True
        if is_whole and item.paragraph.gap >= self.usual_gap + LEVEL_GAP:
            return True
        return self.is_notice(item)

    def is_other_piece(self, after: Item) -> bool:
        """Below a whole sentence, text of another width or setting, or a list below running text."""
        current = self.current
        assert current is not None
        last = current.body[-1].words if current.body else ""
        if not ends_sentence(last):
            return False
        paragraphs = (part.words for part in current.body if part.type == "paragraph")
        if is_list(paragraphs):
            return after.paragraph.lines > 2 and not self.is_displaced
        measures = (current.measure, after.paragraph.measure if after.paragraph.lines > 2 else 0.0)
        if all(measures) and (
            abs(measures[0] - measures[1]) >= OTHER_WIDTH or is_set_otherwise(current, after)
        ):
            return True
        is_item = bool(current.measure) and after.words.endswith(ITEM_ENDS)
        return is_item and not any(part.words.endswith(ITEM_ENDS) for part in current.body)

    def is_text_below_byline(self, item: Item) -> bool:
        """`枕水书屋过生日` / `□记者 孔令羽` / `书屋开了一年，孩子们趴在小`: all that a column gives of a text."""
        if self.is_displaced or item.paragraph.level is not None or is_dashed(item.words):
            return False
        if len(self.block) < 2 or self.block[-1].kind != "byline":
            return False
        is_headed = any(each.kind == "title" for each in self.block[:-1])
        return is_headed and ("，" in item.words or self.is_round_up) and len(item.words) > LEAST_TEXT

    @property
    def is_round_up(self) -> bool:
        """Lines above the first headline end in a dashed one, or the first block has such a line in its midst."""
        lines = self.result.common or [each for each in self.block[:-2] if each.kind == "title"]
        return any(is_dashed(each.words) for each in lines[1:])

    def is_set_apart(self, item: Item) -> bool:
        """More empty lines above it than anywhere in the article, whose last sentence is complete."""
        assert self.current is not None
        body = self.current.body
        return bool(
            body
            and item.paragraph.gap >= self.apart
            and not self.is_displaced
            and ends_sentence(body[-1].words)
        )

    def is_below_gap(self, item: Item) -> bool:
        """Below an empty line more than its own rows have between them, where paragraphs have none as a rule."""
        assert self.current is not None
        if not (self.are_attached and is_gapped(item)):
            return False
        return not self.current.body or ends_sentence(self.current.body[-1].words)

    def comes_after_cut(self) -> bool:
        """Below a paragraph that stops in mid-sentence: the foot of a column and the next head, never a heading."""
        assert self.current is not None
        last = self.current.body[-1] if self.current.body else None
        if last is None or last.type != "paragraph" or len(last.words) < LEAST_TEXT:
            return False
        # In print columns the sentence may go on in the next one; a signed piece may be printed with its gaps.
        is_plain = self.usual_gap > 0 and not (
            self.is_displaced or self.has_columns or self.current.has_byline
        )
        if not (self.is_round_up or is_plain):
            return False
        return not ends_sentence(last.words) and last.words[-1] not in "；;：:…"

    def is_brief(self, after: Item) -> bool:
        """One of several short items: this one opens with a day, and so did the one above it."""
        assert self.current is not None
        if holds_briefs(self.current.column):
            return True
        body = self.current.body
        is_opened = bool(body) and NEWS_OPENING.match(after.words) and NEWS_OPENING.match(body[0].words)
        return bool(is_opened) and not self.headings.count

    def begins_untitled(self, item: Item, number: int) -> bool:
        current = self.current
        assert current is not None
        if dateline_of(item.words) and current.body:
            return True
        is_over_page = self.items[number - 1].kind == "running_head"  # the gap is the page's
        is_apart = item.paragraph.gap > self.usual_gap and not is_over_page
        if is_apart and signs_rest(self.result.drafts, self.items[number + 1 : number + 1 + MOST_OF_REST]):
            return True
        if self.apart == 1 and not is_over_page and item.is_sentence and self.is_set_apart(item):
            last = current.body[-1].words.replace(" ", "")
            if same_opening(last, item.words.replace(" ", "")):
                return False  # entries of a chronicle
            return not current.has_byline or self.speaks_of_paper(number)
        if self.is_displaced and self.is_set_evenly and self.is_below_gap(item):
            return True
        if self.is_displaced and self.is_set_evenly and current.body and is_set_otherwise(current, item):
            is_whole = ends_sentence(current.body[-1].words)
            return is_whole and not shares_matter(current, self.items[number : number + PARAGRAPHS_TOLD])
        if self.is_displaced and current.body and SALUTATION.fullmatch(item.words):
            return ends_sentence(current.body[-1].words)
        measure = item.paragraph.measure
        if self.apart == 1 and not item.paragraph.gap:
            return False  # empty lines part the pieces of the page
        if not measure:
            return self.is_displaced and begins_list(current, item)
        if (
            self.is_set_evenly
            and current.measure
            and item.paragraph.lines > 2  # of two rows neither tells the measure
            and abs(measure - current.measure) >= 3.5
            and current.body
            and ends_sentence(current.body[-1].words)
            and not shares_matter(current, self.items[number : number + 1])
        ):
            return True
        return self.is_displaced and begins_list(current, item)


def is_list(paragraphs: Iterable[str]) -> bool:
    """Two or more, each but the last an item."""
    has_items = False
    for above, _ in itertools.pairwise(paragraphs):
        if not above.endswith(ITEM_ENDS):
            return False
        has_items = True
    return has_items


def begins_by_level(level: int, current: Draft) -> bool:
    if level == 1 or current.headline_level is None:
        return level == 1 or current.is_rest
    return level <= current.headline_level
