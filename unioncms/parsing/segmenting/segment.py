"""Paragraphs → articles in reading order; what belongs to none is set aside.

One walk down the page. Title lines wait in a block until a body, a byline or a note shows what they are the
titles of; a title in the middle of a body is a heading unless something says that an article begins.
"""

import re
from dataclasses import replace

from unioncms.parsing.lexicon import has_any
from unioncms.parsing.segmenting.drafts import Claim
from unioncms.parsing.segmenting.filling import (
    add_figure,
    add_paragraph,
    add_row,
    apply_closing,
    label_of,
    take_photo_credit,
)
from unioncms.parsing.segmenting.items import HEAD_ITEMS, Item, holds_briefs, is_after
from unioncms.parsing.segmenting.openings import Openings
from unioncms.parsing.segmenting.page_habits import is_caption_like
from unioncms.parsing.segmenting.row_lists import ENCLOSURE
from unioncms.parsing.segmenting.segments import Segments, Zone
from unioncms.parsing.segmenting.site_links import SITE_KINDS
from unioncms.parsing.segmenting.surroundings import goes_on_with_report, tells_news
from unioncms.parsing.shapes import is_bullet_heading

NOTE_REACH = 4
AROUND = (*SITE_KINDS, "meta", "mark")  # a note without its piece
MOST_OF_NOTE = 4  # paragraphs of one without its piece
SPOKEN = re.compile(r"“[^“”]+[。！？!?…]”")  # `“我只会踩缝纫机，能干啥？”` in the midst of a text


def segment(items: list[Item], is_displaced: bool = False, is_set_evenly: bool = True) -> Segments:
    """`is_displaced`: titles may stand anywhere on the page, and are matched to their texts later; `is_set_evenly`:
    each piece has one width and no gaps within, so that another width or a gap begins another piece."""
    walk = Walk(items, is_displaced, is_set_evenly)
    for number in range(len(items)):
        walk.step(number)
    walk.finish()
    return walk.result


class Walk(Openings):
    """Items in order; each kind of item has its method."""

    note_until = -1

    def step(self, number: int) -> None:
        item = self.items[number]
        if number <= self.note_until:
            self.go_on_with_note(item)
            return
        handler = getattr(self, f"step_{item.kind}", None)
        if handler is None:
            if item.kind == "furniture" and self.block and self.is_end(number):
                self.open_photo(True)
            self.discard(item)
        else:
            handler(item, number)

    def step_column(self, item: Item, number: int) -> None:
        twin = next((each for each in reversed(self.block) if each.kind == "column"), None)
        if twin is not None and twin.name == item.name:
            self.result.discarded.append(Claim(item.paragraph, 0, "duplicate"))
            return
        self.open_photo(True)
        self.close()
        self.section = item if item.is_section else None
        self.block.append(item)

    def step_kicker(self, item: Item, number: int) -> None:
        self.close()
        self.common = item

    def step_headline(self, item: Item, number: int) -> None:
        self.open_photo(True)
        self.close()
        self.section = None if item.is_section else self.section
        self.block.append(replace(item, kind="title"))

    def step_title(self, item: Item, number: int) -> None:
        if self.is_text_below_byline(item):
            self.open()
            add_paragraph(self.current, item)
            return
        if self.is_scene_of_closed(item, number):
            self.step_caption(replace(item, kind="caption"), number)
            return
        if self.is_list_above(item):
            self.open_list()
            self.close()
        self.open_photo(has_any(item.words, "notice_titles"))
        is_beginning = self.current is None or self.is_vertical_headline(number)
        if self.block or is_beginning or self.begins_article(number):
            self.close()
            self.block.append(item)
            if self.common is not None and self.common.is_section:
                self.common = None  # a headline without the mark is none of its pieces
        elif self.current.is_closed:
            self.block.append(item)
        elif SPOKEN.fullmatch(item.words):
            add_paragraph(self.current, item)
        else:
            self.add_heading(item)

    def step_heading(self, item: Item, number: int) -> None:
        is_of_briefs = self.current is not None and holds_briefs(self.current.column)
        is_notice = self.is_marked_notice(item)
        if is_notice:
            self.section = None
        if is_of_briefs or is_notice or (self.current is not None and self.is_marked_headline(item)):
            self.step_title(item, number)
            return
        if self.current is None and is_bullet_heading(item.words) and not self.is_over_text(number):
            self.step_title(replace(item, kind="title"), number)  # `■理论视窗` above the first headline
            return
        last = next((each for each in reversed(self.block) if each.kind != "meta"), None)
        if last is not None and last.kind == "column" and holds_briefs(last.name):
            self.block.append(item)
            return
        is_enclosed = item.name == ENCLOSURE and self.current is not None
        if not is_enclosed and (self.current is None or self.current.is_closed or self.block):
            self.open()
        assert self.current is not None
        self.current.is_closed = self.current.is_closed and not is_enclosed
        self.add_heading(item)

    def is_over_text(self, number: int) -> bool:
        below = self.items[number + 1 : number + 2]
        return not below or below[0].kind not in ("title", "byline", "note", "headline", "heading")

    def step_byline(self, item: Item, number: int) -> None:
        if self.block or self.current is None:
            self.block.append(item)
        elif (not self.current.body and not self.current.is_closed) or self.ends_article(number):
            self.take_credit(item)
            self.current.is_closed = self.current.is_closed or bool(self.current.body)
        else:
            self.close()
            self.block.append(item)

    def step_meta(self, item: Item, number: int) -> None:
        if self.block or self.current is None:
            self.block.append(item)
            return
        self.take_credit(item)
        has_source = item.credit is not None and item.credit.source is not None
        if has_source and self.current.body and not self.is_displaced and self.ends_article(number):
            self.current.is_closed = True

    def step_editors(self, item: Item, number: int) -> None:
        if self.block and not self.current:
            self.block.append(item)
        elif self.current is not None:
            self.take_credit(item)
        else:
            self.discard(item)

    def step_closing(self, item: Item, number: int) -> None:
        if self.current is None or self.block:
            if not self.block:
                self.discard(item)
                return
            self.block.append(item)
            return
        assert item.credit is not None
        self.current.claim(item, label_of(item.credit))
        apply_closing(self.current, item.credit)

    def step_photo(self, item: Item, number: int) -> None:
        if self.is_displaced and len(self.block) > 1 and self.block[-1].kind == "title":
            self.block[-1] = replace(self.block[-1], kind="caption")  # right above its credit
        if self.block and (self.is_displaced or not self.holds_caption()):
            self.block.append(item)
            return
        if self.result.captions:
            self.result.captions.append(item)
            return
        draft = self.current if self.current is not None and not self.block else self.open()
        take_photo_credit(draft, item)

    def step_caption(self, item: Item, number: int) -> None:
        if self.is_loose(number):
            self.result.captions.append(item)
        elif self.is_displaced and self.block and tells_news(item):
            draft = self.open()
            add_figure(draft, item)
            draft.is_closed = True
        elif self.block or self.current is None:
            self.block.append(item)
        else:
            add_figure(self.current, item)

    def step_note(self, item: Item, number: int) -> None:
        is_trailing = self.current is not None and not self.block and bool(self.current.body)
        if not is_trailing and not is_after(item.name):
            self.block.append(item)
        elif self.current is not None:
            self.take_note(self.current, item)
            self.current.is_closed = True
        self.note_until = self.end_of_note(number)

    def step_body(self, item: Item, number: int) -> None:
        if self.result.captions:
            self.result.captions.append(replace(item, kind="caption"))
            return
        if self.is_caption_of_closed(item, number):
            self.step_caption(replace(item, kind="caption"), number)
            return
        if self.is_displaced and self.block and is_caption_like(item):
            self.block.append(replace(item, kind="caption"))
            return
        is_more = self.current is not None and not self.block and goes_on_with_report(item)
        if is_more or self.is_answer_of_paper(item, number):
            assert self.current is not None
            self.current.is_closed = self.current.is_closed_by_credit = False
        if item.name == ENCLOSURE and self.current is not None:
            self.current.is_closed = False  # what a notice encloses stands below its day
        is_new = self.current is None or bool(self.block)
        is_row = not is_new and self.is_next_of_briefs(item)
        if is_new or not (is_row or self.goes_on(item, number)):
            self.open()
        assert self.current is not None
        if item.row:
            add_row(self.current, item)
        else:
            add_paragraph(self.current, item)
        if is_row and (self.current.headline or item.words[0] != "【"):
            self.current.source_credit = None  # that of a row
        if item.credit is not None:  # the day below the giver of a notice, which ends it
            self.result.given_on = self.result.given_on or item.credit.published_on
            self.current.genre = self.current.genre or "notice"
            self.current.is_closed = True

    def holds_caption(self) -> bool:
        """Among the titles that wait. Where a picture's credit waits last, there was none before it."""
        return self.block[-1].kind != "photo" and any(each.kind == "caption" for each in self.block)

    def goes_on(self, item: Item, number: int) -> bool:
        assert self.current is not None
        return not (self.current.is_closed or self.begins_untitled(item, number))

    # What they do.

    def close(self) -> None:
        if self.current is not None:
            self.current = None

    def end_of_note(self, number: int) -> int:
        """The last paragraph of a note: one that still speaks of the paper, or is quoted as the note is."""
        item = self.items[number]
        if item.cut >= len(item.words) and self.is_note_alone(number):
            return max(at for at, each in enumerate(self.items) if each.kind == "body")
        following = self.items[number + 1 : number + 1 + NOTE_REACH]
        end = number + 1 if item.cut >= len(item.words) and following else number
        for offset, each in enumerate(following, start=number + 1):
            if each.kind != "body":
                break
            if item.paragraph.is_quote:
                if each.paragraph.is_quote:
                    end = offset
                continue
            if (
                has_any(each.words, "note_phrases")
                and not is_after(item.name)
                and (offset > number + 1 or item.cut < len(item.words))
            ):
                end = offset if item.cut >= len(item.words) or offset == number + 1 else end
        return end

    def is_note_alone(self, number: int) -> bool:
        """`编者按` above a few paragraphs, and no headline and no other piece on the page: what it leads to was not
        copied."""
        if number >= HEAD_ITEMS:
            return False
        below = [item for item in self.items[number + 1 :] if item.kind not in AROUND]
        if not 0 < len(below) <= MOST_OF_NOTE or any(item.kind != "body" for item in below):
            return False
        return all(item.kind in AROUND for item in self.items[:number])

    def go_on_with_note(self, item: Item) -> None:
        if item.kind == "note" or item.kind == "body" or item.kind == "title":
            target = next((each for each in reversed(self.block) if each.kind == "note"), None)
            if target is not None:
                self.block.append(Item("note", item.paragraph, name=target.name))
            elif self.current is not None:
                self.take_note(self.current, Item("note", item.paragraph))
        else:
            self.discard(item)

    def finish(self) -> None:
        self.open_photo(True)
        kinds = {item.kind for item in self.block}
        if "note" in kinds and kinds <= {"note", "meta", "editors"}:
            self.open()
        if self.are_captions_alone():
            self.open().is_closed = True
        if self.is_list_alone():
            self.open_list()
        if self.are_pictures_alone():
            self.open()
        if self.block:
            self.result.zones.append(Zone(self.block, len(self.result.drafts)))
            self.block = []
