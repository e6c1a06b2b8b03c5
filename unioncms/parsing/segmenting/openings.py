"""How an article is opened under the lines that waited for it: a text's titles, a signed picture, a list of names."""

import re
from functools import cached_property
from itertools import pairwise, takewhile

from unioncms.parsing.credits import cut_caption
from unioncms.parsing.lexicon import has_any
from unioncms.parsing.reflow import closed_up
from unioncms.parsing.segmenting.boundaries import LEAST_TEXT, Boundaries
from unioncms.parsing.segmenting.drafts import Claim, Draft, Headings
from unioncms.parsing.segmenting.filling import add_figure, add_paragraph, take_credit, take_photo_credit
from unioncms.parsing.segmenting.headline_fit import pairs_of
from unioncms.parsing.segmenting.items import (
    CAPTION_MARKS,
    SECTION_LABELS,
    Item,
    ends_piece,
    holds_briefs,
    names_briefs,
    names_common,
    names_rows,
)
from unioncms.parsing.segmenting.named_columns import is_long_vertical
from unioncms.parsing.segmenting.page_habits import rows_below
from unioncms.parsing.segmenting.round_ups import is_signed_by_post
from unioncms.parsing.segmenting.segments import Zone
from unioncms.parsing.segmenting.series import names_part, set_part
from unioncms.parsing.segmenting.slogan_lines import with_attached_line_joined, with_slogans_joined
from unioncms.parsing.segmenting.surroundings import LEAST_PHOTO_TEXT, PAGE_KINDS
from unioncms.parsing.segmenting.titles_block import add_titles, explains, is_dashed, with_even_lines_joined
from unioncms.parsing.shapes import BULLETS, ends_sentence, is_bullet_heading, is_numbered_heading

LONGEST_OF_ROWS = 6  # characters of the headline of rows that are signed one by one
SITE_LINES = 60  # of a site between two pieces
LEAST_ROWS = 3  # of a list without any text
BESIDE_PHOTOS = ("column", "meta", "byline", "editors")  # of a piece that is nothing but signed pictures
PICTURES = ("caption", "photo", "column", "meta")
SET_APART = 2  # empty lines between a headline and the heading of the first part
MANY_ROWS = 8  # of one whose title does not say that it is a list
# `师徒在签约仪式上合影`: who, where, and what they do
SCENE = re.compile(
    r"[\u4e00-\u9fff]{2,10}在[\u4e00-\u9fff]{2,12}(?:上|中|里|内|前|旁|边|现场)[\u4e00-\u9fff]{2,6}"
)
LEAST_COMMON = 4  # pairs of characters that the piece has as well
COUNTED = re.compile(  # `工人先锋号（2个）`
    r"[（(]\s*(?:共\s*)?[0-9一二三四五六七八九十百]+\s*[个名人项件篇家组支位][）)]$"
)


class Openings(Boundaries):
    """Makes drafts out of the titles, columns, bylines, notes and pictures that wait."""

    section: Item | None = None
    common: Item | None = None

    @cached_property
    def is_parted(self) -> bool:
        """More than one column on the page."""
        return len({item.name for item in self.items if item.kind == "column"}) > 1

    @cached_property
    def has_headlines(self) -> bool:
        return any(item.kind in ("title", "headline") for item in self.items)

    def open_photo(self, is_ended: bool) -> None:
        """A title over signed pictures and nothing else: a long caption stands for a text, and so does a short one
        where a column, a notice or the site's own lines come below it."""
        most = 2 if is_ended else 1  # `光影 白鹭` / `渡口的早晨` / picture
        lines = (each for each in self.block if each.kind not in BESIDE_PHOTOS)
        titles, photos = 0, []
        for each in lines:
            if each.kind == "title" and titles < most and not photos:
                titles += 1
            elif each.kind == "caption" and titles:
                photos.append(each)
            else:
                return  # a page of headlines asks this at each of them
        if self.is_displaced or not photos:
            return
        is_long = len(photos[0].words) >= LEAST_PHOTO_TEXT
        is_signed = any(cut_caption(each.paragraph.text) is not None for each in photos)
        is_marked = is_ended and photos[0].words[:1] in CAPTION_MARKS  # ▲职工走进劳模工作室。
        if ((is_ended or is_long) and is_signed) or is_marked:
            self.open().is_closed = True

    def are_captions_alone(self) -> bool:
        """A page of signed pictures, whose captions are all that it says."""
        is_page = bool(self.block) and not (self.result.drafts or self.is_displaced)
        if not is_page or any(each.kind != "caption" for each in self.block):
            return False
        return any(cut_caption(each.paragraph.text) is not None for each in self.block)

    def is_scene_of_closed(self, item: Item, number: int) -> bool:
        """`徒弟们在大赛现场领奖` alone between a piece that has ended and the next title: what its picture shows."""
        if self.block or self.is_displaced or self.current is None or not self.current.is_closed_by_credit:
            return False
        below = next(iter(self.items[number + 1 : number + 2]), None)
        is_apart = below is not None and below.kind == "title" and below.paragraph.gap > 0
        if not is_apart or not item.paragraph.gap or SCENE.fullmatch(item.words) is None:
            return False
        return len(pairs_of(item.words) & pairs_of(self.current.words)) >= LEAST_COMMON

    def is_next_of_briefs(self, item: Item) -> bool:
        """`【永定区】…（县总工会）` / `【慈利县】…` below a column, `■青石区…（王一川）` / `■梨川县…` below 各地简讯:
        rows of one round-up, each with its credit."""
        draft = self.current
        if draft is None or not draft.body or self.block or item.words[0] not in (*BULLETS, "【"):
            return False
        headline = "".join(line.text for line in draft.headline)
        is_of_column = item.words[0] == "【" or (draft.column is not None and self.has_headlines)
        is_of_rows = names_rows(headline) or (len(headline) <= LONGEST_OF_ROWS and draft.is_closed_by_credit)
        return (is_of_rows if headline else is_of_column) and draft.body[0].words[0] == item.words[0]

    def is_vertical_headline(self, number: int) -> bool:
        """Set vertically below a text that is whole, above a heading of its own piece; no heading is set so."""
        item, below, draft = self.items[number], self.items[number + 1 : number + 2], self.current
        is_over = item.paragraph.is_vertical and bool(below) and below[0].kind == "heading"
        return is_over and draft is not None and bool(draft.body) and ends_sentence(draft.body[-1].words)

    def is_end(self, number: int) -> bool:
        """Below the site's own lines comes no text, but a title or nothing."""
        lines = self.items[number + 1 : number + SITE_LINES]
        below = (each.kind for each in lines if each.kind not in PAGE_KINDS)
        return next(below, "title") in ("title", "column", "meta")

    def is_list_alone(self) -> bool:
        """Titles and no text below them: `…获奖名单` and its names."""
        titles = [item for item in self.block if item.kind == "title"]
        is_named = bool(titles) and has_any(titles[0].words, "listing_titles")
        return not self.is_displaced and len(titles) >= (LEAST_ROWS if is_named else MANY_ROWS)

    def are_pictures_alone(self) -> bool:
        """A page of nothing but signed captions."""
        if self.is_displaced or self.result.drafts or any(each.kind not in PICTURES for each in self.block):
            return False
        captions = (each for each in self.block if each.kind == "caption")
        return any(
            len(each.words) >= LEAST_PHOTO_TEXT and cut_caption(each.paragraph.text) is not None
            for each in captions
        )

    def is_list_above(self, item: Item) -> bool:
        """`受表扬的班组`, its rows, and below an empty line the next title."""
        is_apart = not self.is_displaced and item.paragraph.gap > self.usual_gap
        return is_apart and rows_below(self.block, self.usual_gap) == len(self.block) - 1 > 0

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
        titles = with_slogans_joined(self.with_lines_joined(titles))
        if self.usual_gap:
            titles = with_attached_line_joined(titles)
        titles = self.without_common(titles, block)
        text = self.text_below(titles)
        titles = titles[: len(titles) - len(text)]
        headings = headings_below(titles, block, self.usual_gap)
        titles = titles[: len(titles) - len(headings)]
        draft.is_rest = not titles and all(item.kind != "column" for item in block)
        if len(titles) > 1 and titles[0].words in self.common_lines:
            draft.kicker.append(titles[0].paragraph.text)
            draft.claim(titles[0], "kicker")
            titles = titles[1:]
        add_titles(draft, titles)
        for item in block:
            if item.kind == "column":
                draft.column = item.name
                draft.claim(item, "column")
                if names_part(item.words):
                    set_part(draft, item.words)
            elif item.kind == "note":
                self.take_note(draft, item)
            elif item.kind == "caption":
                add_figure(draft, item)
            elif item.kind == "photo":
                take_photo_credit(draft, item)
            elif item.credit is not None:
                take_credit(draft, item, self.result)
        above = self.result.drafts[-1] if self.result.drafts else None
        last = above.column if above is not None else None
        if above is not None and not (block or above.headline) and above.is_closed_by_credit:
            draft.column = last
        is_section = any(item.is_section for item in titles)
        if draft.column is None and titles and titles[0].kind == "title":
            draft.column = titles[0].name or None  # between the same rules
        is_own = is_section or (self.is_parted and any(names_briefs(item.words) for item in titles))
        if draft.column is None and titles and holds_briefs(last) and not is_own:
            draft.column = last
        self.result.drafts.append(draft)
        self.current, self.headings = draft, Headings()
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
        below = [item.kind for above, item in pairwise(block) if above is titles[-1]]
        is_of_one = below == ["meta"]  # a site's page, with the day of its one piece
        is_signed = any(item.kind == "byline" for item in block)
        above = titles_above_note(block)
        if above and is_signed:
            self.result.common = titles[:above]
            return titles[above:]
        dashed = next((at for at, item in enumerate(titles) if at and explains(item.words)), None)
        cut = dashed + 1 if dashed is not None and dashed + 1 < len(titles) else 0
        is_apart = not self.usual_gap or titles[1].paragraph.gap > 0 or self.has_mark_between(*titles[:2])
        if is_signed and (
            (not cut and len(titles) == 2 and dashed is None and not is_of_one and is_apart)
            or (len(titles) == 3 and dashed == 2)
        ):
            cut = 1
        is_common = names_common(titles[0].words) and not is_long_vertical(titles[0])
        if not cut and is_common and not (is_dashed(titles[1].words) or names_part(titles[1].words)):
            cut = 1
        self.result.common = titles[:cut]
        return titles[cut:]

    def has_mark_between(self, first: Item, second: Item) -> bool:
        start, end = first.paragraph.ranges[0][0], second.paragraph.ranges[0][0]
        marks = (item.paragraph.ranges[0][0] for item in self.items if item.kind == "mark")
        return any(start < at < end for at in marks)

    def discard(self, item: Item) -> None:
        label = item.kind if item.kind in ("running_head", "duplicate", "mark") else "furniture"
        if (item.words in SECTION_LABELS or ends_piece(item.words)) and self.current is not None:
            self.current.is_closed = True
        self.result.discarded.append(Claim(item.paragraph, 0, label))
        if item.kind == "furniture" and self.current is not None and self.current.body:
            self.current.is_closed = True

    def add_heading(self, item: Item) -> None:
        assert self.current is not None
        self.current.add_text("heading", item.paragraph.text)
        self.headings.add(item.words)
        self.current.claim(item, "heading")

    def take_credit(self, item: Item) -> None:
        assert self.current is not None
        take_credit(self.current, item, self.result)

    def take_note(self, draft: Draft, item: Item) -> None:
        words = closed_up(item.paragraph.text.cut(item.cut).strip())
        if words.text:
            draft.note.append(words)
        draft.claim(item, "editors_note")


def titles_above_note(block: list[Item]) -> int:
    """The headline of a page stands above its note, that of its first piece below it; 0 where there is no such note."""
    notes = [at for at, item in enumerate(block) if item.kind == "note"]
    titles = [at for at, item in enumerate(block) if item.kind in ("title", "heading")]
    above = sum(at < notes[-1] for at in titles) if notes else 0
    return above if above < len(titles) else 0


def headings_below(titles: list[Item], block: list[Item], usual_gap: int) -> list[Item]:
    """`一、心里要有一本账` and `■点燃烽火` right below a headline head the text; neither is a subheadline, nor is
    `## 扫帚声里的时间表` below the note or the byline of `# 凌晨三点的“绿马甲”`."""
    parted = last_part(block)
    marked = [
        is_numbered_heading(item.words) or is_bullet_heading(item.words) or item in parted for item in titles
    ]
    first = len(titles) - is_first_heading(titles, block, usual_gap)
    while first and marked[first - 1]:
        first -= 1
    return titles[first:] if first and not marked[0] else []


def is_first_heading(titles: list[Item], block: list[Item], usual_gap: int) -> bool:
    """`烽火照沙溪`, two empty lines, `油灯下的“读书班”` and one above the text: nearer to that than to the headline."""
    if len(titles) < 2 or block[-1] is not titles[-1] or is_dashed(titles[-1].words):
        return False
    last = titles[-1].paragraph
    return last.level is None and last.gap >= max(SET_APART, usual_gap + 1)


def last_part(block: list[Item]) -> list[Item]:
    """Headings of the format below the last note, byline or picture, deeper than the first."""
    first = next((item.paragraph.level for item in block if item.kind == "title"), None)
    below = list(takewhile(lambda item: item.kind == "title", reversed(block)))
    if first is None or len(below) == sum(item.kind == "title" for item in block):
        return []
    return [item for item in below if (item.paragraph.level or 0) > first and not is_dashed(item.words)]
