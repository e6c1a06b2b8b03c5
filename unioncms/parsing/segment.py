"""Paragraphs → articles in reading order; what belongs to none is set aside.

One walk down the page. Title lines wait in a block until a body, a byline or a note shows what they are the
titles of; a title in the middle of a body is a heading unless something says that an article begins.
"""

import re
from dataclasses import replace
from itertools import takewhile

from unioncms.parsing.boundaries import LEAST_PHOTO_TEXT, LEAST_TEXT, PAGE_KINDS, Boundaries, is_caption_like
from unioncms.parsing.credits import cut_caption
from unioncms.parsing.drafts import Claim, Draft
from unioncms.parsing.filling import (
    add_figure,
    add_paragraph,
    apply_closing,
    label_of,
    take_credit,
    take_photo_credit,
)
from unioncms.parsing.items import (
    CAPTION_MARKS,
    SECTION_LABELS,
    Item,
    ends_piece,
    holds_briefs,
    is_after,
    names_common,
)
from unioncms.parsing.lexicon import load
from unioncms.parsing.reflow import closed_up
from unioncms.parsing.round_ups import is_signed_by_post
from unioncms.parsing.segments import Segments, Zone
from unioncms.parsing.shapes import is_bullet_heading, is_numbered_heading
from unioncms.parsing.titles_block import add_titles, is_dashed, with_even_lines_joined

NOTE_REACH = 4
SITE_LINES = 60  # of a site between two pieces
LEAST_ROWS = 3  # of a list without any text
MANY_ROWS = 8  # of one whose title does not say that it is a list
# `工人先锋号（2个）`
SPOKEN = re.compile(r"“[^“”]+[。！？!?…]”")  # `“我只会踩缝纫机，能干啥？”` in the midst of a text
COUNTED = re.compile(r"[（(]\s*(?:共\s*)?[0-9一二三四五六七八九十百]+\s*[个名人项件篇家组支位][）)]$")


def segment(items: list[Item], is_displaced: bool = False) -> Segments:
    """`is_displaced`: titles may stand anywhere on the page, and are matched to their texts later."""
    walk = Walk(items, is_displaced)
    for number in range(len(items)):
        walk.step(number)
    walk.finish()
    return walk.result


def titles_above_note(block: list[Item]) -> int:
    """The headline of a page stands above its note, that of its first piece below it; 0 where there is no such note."""
    notes = [at for at, item in enumerate(block) if item.kind == "note"]
    titles = [at for at, item in enumerate(block) if item.kind in ("title", "heading")]
    above = sum(at < notes[-1] for at in titles) if notes else 0
    return above if above < len(titles) else 0


class Walk(Boundaries):
    """Items in order; each kind of item has its method."""

    note_until = -1
    section: Item | None = None
    common: Item | None = None

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
        self.close()
        self.section = None if item.is_section else self.section
        self.block.append(replace(item, kind="title"))

    def step_title(self, item: Item, number: int) -> None:
        if self.is_text_below_byline(item):
            self.open()
            add_paragraph(self.current, item)
            return
        words = item.words
        self.open_photo(any(word in words for word in load("notice_titles")))
        if self.block or self.current is None or self.begins_article(number):
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
        if self.current is not None and holds_briefs(self.current.column):
            self.step_title(item, number)
            return
        last = next((each for each in reversed(self.block) if each.kind != "meta"), None)
        if last is not None and last.kind == "column" and holds_briefs(last.name):
            self.block.append(item)
            return
        if self.current is None or self.current.is_closed or self.block:
            self.open()
        self.add_heading(item)

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
        if self.block and (self.is_displaced or not any(each.kind == "caption" for each in self.block)):
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
        if self.is_displaced and self.block and is_caption_like(item):
            self.block.append(replace(item, kind="caption"))
            return
        if self.block or self.current is None or self.current.is_closed or self.begins_untitled(item, number):
            self.open()
        assert self.current is not None
        add_paragraph(self.current, item)
        if item.credit is not None:  # the day below the giver of a notice, which ends it
            self.result.published_on = self.result.published_on or item.credit.published_on
            self.current.genre = self.current.genre or "notice"
            self.current.is_closed = True

    # What they do.

    def open_photo(self, is_ended: bool) -> None:
        """A title over signed pictures and nothing else: a long caption stands for a text, and so does a short one
        where a column, a notice or the site's own lines come below it."""
        lines = [each for each in self.block if each.kind not in ("column", "meta")]
        titles = list(takewhile(lambda each: each.kind == "title", lines))
        photos = lines[len(titles) :]
        most = 2 if is_ended else 1  # `光影 白鹭` / `渡口的早晨` / picture
        if self.is_displaced or not 1 <= len(titles) <= most or not photos:
            return
        if any(each.kind != "caption" for each in photos):
            return
        is_long = len(photos[0].words) >= LEAST_PHOTO_TEXT
        is_signed = any(cut_caption(each.paragraph.text) is not None for each in photos)
        is_marked = is_ended and photos[0].words[:1] in CAPTION_MARKS  # ▲职工走进劳模工作室。
        if ((is_ended or is_long) and is_signed) or is_marked:
            self.open().is_closed = True

    def is_end(self, number: int) -> bool:
        """Below the site's own lines comes no text, but a title or nothing."""
        lines = self.items[number + 1 : number + SITE_LINES]
        below = (each.kind for each in lines if each.kind not in PAGE_KINDS)
        return next(below, "title") in ("title", "column", "meta")

    def is_list_alone(self) -> bool:
        """Titles and no text below them: `…获奖名单` and its names."""
        titles = [item for item in self.block if item.kind == "title"]
        is_named = bool(titles) and any(word in titles[0].words for word in load("listing_titles"))
        return not self.is_displaced and len(titles) >= (LEAST_ROWS if is_named else MANY_ROWS)

    def open_list(self) -> None:
        first = next(at for at, item in enumerate(self.block) if item.kind == "title")
        self.block, rows = self.block[: first + 1], self.block[first + 1 :]
        draft = self.open()
        draft.genre = "listing"
        for item in rows:
            if item.kind not in ("title", "heading", "byline"):
                self.discard(item)
            elif item.kind == "heading" or COUNTED.search(item.words):
                self.add_heading(item)
            else:
                draft.add_text("paragraph", item.paragraph.text)  # its blanks part the fields of a row
                draft.claim(item, "paragraph")

    def discard(self, item: Item) -> None:
        label = item.kind if item.kind in ("running_head", "duplicate", "mark") else "furniture"
        if (item.words in SECTION_LABELS or ends_piece(item.words)) and self.current is not None:
            self.current.is_closed = True
        self.result.discarded.append(Claim(item.paragraph, 0, label))
        if item.kind == "furniture" and self.current is not None and self.current.body:
            self.current.is_closed = True

    def close(self) -> None:
        if self.current is not None:
            self.current = None

    def open(self) -> Draft:
        """A new article under the lines that waited for it."""
        block, self.block = self.block, []
        if self.is_displaced and block:
            self.result.zones.append(Zone(block, len(self.result.drafts)))
            block = []
        draft = Draft(section=self.section)
        if self.common is not None and (self.common.is_section or is_signed_by_post(block)):
            draft.common = self.common
        else:
            self.common = None
        titles = [item for item in block if item.kind in ("title", "heading")]
        titles = self.without_common(self.with_lines_joined(titles), block)
        text = self.text_below(titles)
        titles = titles[: len(titles) - len(text)]
        headings = headings_below(titles)
        titles = titles[: len(titles) - len(headings)]
        draft.is_rest = not titles
        add_titles(draft, titles)
        for item in block:
            if item.kind == "column":
                draft.column = item.name
                draft.claim(item, "column")
            elif item.kind == "note":
                self.take_note(draft, item)
            elif item.kind == "caption":
                add_figure(draft, item)
            elif item.kind == "photo":
                take_photo_credit(draft, item)
            elif item.credit is not None:
                take_credit(draft, item, self.result)
        last = self.result.drafts[-1].column if self.result.drafts else None
        is_section = any(item.is_section for item in titles)
        if draft.column is None and titles and holds_briefs(last) and not is_section:
            draft.column = last
        self.result.drafts.append(draft)
        self.current = draft
        for item in headings:
            self.add_heading(item)
        for item in text:
            add_paragraph(draft, item)
        return draft

    def text_below(self, titles: list[Item]) -> list[Item]:
        """In a round-up, below an unsigned headline, a line that stops in mid-sentence is all that the column gives."""
        last = titles[-1] if len(titles) > 1 else None
        if last is None or not self.result.common or not self.is_round_up or is_dashed(last.words):
            return []
        is_text = " " not in last.words and ("，" in last.words or len(last.words) > 1.4 * LEAST_TEXT)
        return [last] if is_text and last.paragraph.level is None else []

    def with_lines_joined(self, titles: list[Item]) -> list[Item]:
        """The lines of one headline made one, below a kicker that the page repeats."""
        if not self.has_columns:
            return titles
        kickers = len(titles) > 2 and titles[0].words in self.common_lines
        return [*titles[:kickers], *with_even_lines_joined(titles[kickers:])]

    def without_common(self, titles: list[Item], block: list[Item]) -> list[Item]:
        """The first block of a page may hold, above its own headline, lines that serve every article."""
        if self.result.drafts or len(titles) < 2 or any(item.paragraph.level for item in titles):
            return titles
        is_signed = any(item.kind == "byline" for item in block)
        above = titles_above_note(block)
        if above and is_signed:
            self.result.common = titles[:above]
            return titles[above:]
        dashed = next((at for at, item in enumerate(titles) if at and is_dashed(item.words)), None)
        cut = dashed + 1 if dashed is not None and dashed + 1 < len(titles) else 0
        if is_signed and (
            (not cut and len(titles) == 2 and dashed is None) or (len(titles) == 3 and dashed == 2)
        ):
            cut = 1
        if not cut and names_common(titles[0].words) and not is_dashed(titles[1].words):
            cut = 1
        self.result.common = titles[:cut]
        return titles[cut:]

    def add_heading(self, item: Item) -> None:
        assert self.current is not None
        self.current.add_text("heading", item.paragraph.text)
        self.current.claim(item, "heading")

    def take_credit(self, item: Item) -> None:
        assert self.current is not None
        take_credit(self.current, item, self.result)

    def take_note(self, draft: Draft, item: Item) -> None:
        words = closed_up(item.paragraph.text.cut(item.cut).strip())
        if words.text:
            draft.note.append(words)
        draft.claim(item, "editors_note")

    def end_of_note(self, number: int) -> int:
        """The last paragraph of a note: one that still speaks of the paper, or is quoted as the note is."""
        item = self.items[number]
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
                any(phrase in each.words for phrase in load("note_phrases"))
                and not is_after(item.name)
                and (offset > number + 1 or item.cut < len(item.words))
            ):
                end = offset if item.cut >= len(item.words) or offset == number + 1 else end
        return end

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
        if self.is_list_alone():
            self.open_list()
        if self.block:
            self.result.zones.append(Zone(self.block, len(self.result.drafts)))
            self.block = []


def headings_below(titles: list[Item]) -> list[Item]:
    """`一、心里要有一本账` and `■点燃烽火` right below a headline head the text; neither is a subheadline."""
    marked = [is_numbered_heading(item.words) or is_bullet_heading(item.words) for item in titles]
    first = len(titles)
    while first and marked[first - 1]:
        first -= 1
    return titles[first:] if first and not marked[0] else []
