"""Paragraphs → articles in reading order; what belongs to none is set aside.

One walk down the page. Title lines wait in a block until a body, a byline or a note shows what they are the
titles of; a title in the middle of a body is a heading unless something says that an article begins.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from unioncms.parsing.credits import Credit, cut_caption, cut_closing, cut_dateline, with_dateline_blank
from unioncms.parsing.drafts import Claim, Draft, DraftFigure, Part
from unioncms.parsing.genres import NEWS_OPENING
from unioncms.parsing.items import SECTION_LABELS, Item, holds_briefs, is_after
from unioncms.parsing.lexicon import load
from unioncms.parsing.reflow import closed_up
from unioncms.parsing.shapes import BULLETS, DATELINE, ends_sentence, same_opening
from unioncms.parsing.titles_block import add_titles, is_dashed, with_even_lines_joined

BYLINE_KINDS = ("byline", "meta")
LOOK_AHEAD = 5  # title lines that may stand above one body
CAPTION_LENGTH = 90
NOTE_REACH = 4
OTHER_WIDTH = 2.5  # characters by which the print columns of two pieces differ
LEAST_PHOTO_TEXT = 30  # characters; a shorter caption belongs to a piece with text
LEAST_TEXT = 10  # characters; a shorter line that stops in mid-sentence is no text


@dataclass(slots=True)
class Segments:
    """What the walk leaves: drafts in printed order, and what was set aside with its label."""

    drafts: list[Draft] = field(default_factory=list)
    discarded: list[Claim] = field(default_factory=list)
    zones: list["Zone"] = field(default_factory=list)
    common: list[Item] = field(default_factory=list)  # the lines above the first headline of a page of many
    source: str | None = None
    published_on: str | None = None


@dataclass(slots=True)
class Zone:
    """Titles, captions and bylines that stand apart from their bodies; `after` counts the drafts above."""

    items: list[Item]
    after: int


def segment(items: list[Item]) -> Segments:
    walk = Walk(items)
    for number in range(len(items)):
        walk.step(number)
    walk.finish()
    return walk.result


class Walk:
    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.result = Segments()
        self.block: list[Item] = []  # titles, columns, bylines and notes that wait for their body
        self.current: Draft | None = None
        self.note_until = -1
        self.is_displaced = begins_with_body(items)
        gaps = Counter(item.paragraph.gap for item in items[1:])
        self.has_columns = any(item.paragraph.measure for item in items)
        self.usual_gap = gaps.most_common(1)[0][0] if gaps else 0

    # The kinds of item, one method each.

    def step(self, number: int) -> None:
        item = self.items[number]
        if number <= self.note_until:
            self.go_on_with_note(item)
            return
        handler = getattr(self, f"step_{item.kind}", None)
        if handler is None:
            self.discard(item)
        else:
            handler(item, number)

    def step_column(self, item: Item, number: int) -> None:
        twin = next((each for each in reversed(self.block) if each.kind == "column"), None)
        if twin is not None and twin.name == item.name:
            self.result.discarded.append(Claim(item.paragraph, 0, "duplicate"))
            return
        self.close()
        self.block.append(item)

    def step_title(self, item: Item, number: int) -> None:
        if self.is_text_below_byline(item):
            self.open()
            add_paragraph(self.current, item)
            return
        if [each.kind for each in self.block] == ["title", "caption"] and not self.is_displaced:
            photo = self.block[1]
            if len(photo.words) >= LEAST_PHOTO_TEXT and cut_caption(photo.paragraph.text) is not None:
                self.open().is_closed = True
        if self.block or self.current is None or self.begins_article(number):
            self.close()
            self.block.append(item)
        elif self.current.is_closed:
            self.block.append(item)
        else:
            self.add_heading(item)

    def step_heading(self, item: Item, number: int) -> None:
        if self.current is not None and holds_briefs(self.current.column):
            self.step_title(item, number)
            return
        if self.block and self.block[-1].kind == "column" and holds_briefs(self.block[-1].name):
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
        else:
            self.take_credit(item)

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
        draft = self.current if self.current is not None and not self.block else self.open()
        take_photo_credit(draft, item)

    def step_caption(self, item: Item, number: int) -> None:
        if self.block or self.current is None:
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
        if self.is_displaced and self.block and is_caption_like(item):
            self.block.append(replace(item, kind="caption"))
            return
        if self.block or self.current is None or self.current.is_closed or self.begins_untitled(item):
            self.open()
        assert self.current is not None
        add_paragraph(self.current, item)

    # What they do.

    def discard(self, item: Item) -> None:
        label = item.kind if item.kind in ("running_head", "duplicate", "mark") else "furniture"
        if item.words in SECTION_LABELS and self.current is not None:
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
        draft = Draft()
        titles = [item for item in block if item.kind in ("title", "heading")]
        titles = self.without_common(with_even_lines_joined(titles) if self.has_columns else titles, block)
        text = self.text_below(titles)
        titles = titles[: len(titles) - len(text)]
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
        if draft.column is None and titles and holds_briefs(last):
            draft.column = last
        for item in text:
            add_paragraph(draft, item)
        self.result.drafts.append(draft)
        self.current = draft
        return draft

    def text_below(self, titles: list[Item]) -> list[Item]:
        """In a round-up, below an unsigned headline, a line that stops in mid-sentence is all that the column gives."""
        last = titles[-1] if len(titles) > 1 else None
        if last is None or not self.result.common or not self.is_round_up or is_dashed(last.words):
            return []
        is_text = " " not in last.words and ("，" in last.words or len(last.words) > 1.4 * LEAST_TEXT)
        return [last] if is_text and last.paragraph.level is None else []

    def without_common(self, titles: list[Item], block: list[Item]) -> list[Item]:
        """The first block of a page may hold, above its own headline, lines that serve every article."""
        if self.result.drafts or len(titles) < 2 or any(item.paragraph.level for item in titles):
            return titles
        is_signed = any(item.kind == "byline" for item in block)
        dashed = next((at for at, item in enumerate(titles) if at and is_dashed(item.words)), None)
        cut = dashed + 1 if dashed is not None and dashed + 1 < len(titles) else 0
        if is_signed and (
            (not cut and len(titles) == 2 and dashed is None) or (len(titles) == 3 and dashed == 2)
        ):
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

    # Where an article begins and ends.

    def begins_article(self, number: int) -> bool:
        item = self.items[number]
        current = self.current
        assert current is not None
        if current.is_closed or self.is_photo_piece(number) or self.is_listing(number):
            return True
        if item.paragraph.level is not None:
            return begins_by_level(item.paragraph.level, current)
        if self.is_set_apart(item) or self.comes_after_cut():
            return True
        run = list(self.items[number : number + LOOK_AHEAD])
        after = next((each for each in run[1:] if each.kind not in ("title", "heading", "caption")), None)
        if self.is_displaced and (
            item.paragraph.is_vertical
            or (len(run) > 1 and all(each.kind in ("title", "caption") for each in run[:2]))
        ):
            return True
        if after is None or after.kind == "mark":
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
        if after.kind == "body" and (DATELINE.match(after.words) or self.is_brief(after)):
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

    def is_photo_piece(self, number: int) -> bool:
        """A title over nothing but a signed picture: `板房里的课堂` / `课堂开课。 王一川 摄` and the next title."""
        below = self.items[number + 1 : number + 3]
        if (
            self.is_displaced
            or not below
            or below[0].kind != "caption"
            or len(below[0].words) < LEAST_PHOTO_TEXT
        ):
            return False
        is_alone = len(below) == 1 or below[1].kind in ("title", "mark", "furniture", "column")
        return is_alone and cut_caption(below[0].paragraph.text) is not None

    def is_listing(self, number: int) -> bool:
        """`草帽提示（节选）` above items that end in semicolons, below text that is no list."""
        assert self.current is not None
        item, below = self.items[number], next(iter(self.items[number + 1 : number + 2]), None)
        if below is None or self.is_displaced or not below.words.endswith(("；", ";")):
            return False
        is_named = any(word in item.words for word in load("listing_titles"))
        return is_named and not any(part.words.endswith(("；", ";")) for part in self.current.body)

    def is_other_piece(self, after: Item) -> bool:
        """Below a whole sentence, text of another width or setting, or a list below running text."""
        current = self.current
        assert current is not None
        last = current.body[-1].words if current.body else ""
        if not ends_sentence(last):
            return False
        measures = (current.measure, after.paragraph.measure if after.paragraph.lines > 2 else 0.0)
        if all(measures) and (
            abs(measures[0] - measures[1]) >= OTHER_WIDTH or is_set_otherwise(current, after)
        ):
            return True
        was_list = any(part.words.endswith(("；", ";")) for part in current.body)
        return bool(current.measure) and after.words.endswith(("；", ";")) and not was_list

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
            and item.paragraph.gap >= max(2, self.usual_gap + 1)
            and not self.is_displaced
            and ends_sentence(body[-1].words)
        )

    def comes_after_cut(self) -> bool:
        """In a round-up, below a paragraph that stops in mid-sentence: the foot of a column and the next head."""
        assert self.current is not None
        last = self.current.body[-1] if self.current.body else None
        if last is None or last.type != "paragraph" or not self.is_round_up or len(last.words) < LEAST_TEXT:
            return False
        return not ends_sentence(last.words) and last.words[-1] not in "；;：:…"

    def is_brief(self, after: Item) -> bool:
        """One of several short items: this one opens with a day, and so did the one above it."""
        assert self.current is not None
        if holds_briefs(self.current.column):
            return True
        paragraphs = [part for part in self.current.body if part.type == "paragraph"]
        return bool(
            NEWS_OPENING.match(after.words) and paragraphs and NEWS_OPENING.match(paragraphs[0].words)
        ) and len(paragraphs) == len(self.current.body)

    def ends_article(self, number: int) -> bool:
        """A byline below a body: nothing but a new beginning comes after it."""
        rest = self.items[number + 1 : number + 1 + LOOK_AHEAD]
        after = next((item for item in rest if item.kind not in ("byline", "meta", "closing", "photo")), None)
        return after is None or after.kind in (
            "column",
            "furniture",
            "title",
            "note",
            "editors",
            "running_head",
            "mark",
        )

    def begins_untitled(self, item: Item) -> bool:
        current = self.current
        assert current is not None
        if DATELINE.match(item.words) and current.body:
            return True
        if self.is_displaced and current.body and is_set_otherwise(current, item):
            return ends_sentence(current.body[-1].words)
        measure = item.paragraph.measure
        if not measure:
            return self.is_displaced and begins_list(current, item)
        if (
            current.measure
            and abs(measure - current.measure) >= 3.5
            and current.body
            and ends_sentence(current.body[-1].words)
        ):
            return True
        return self.is_displaced and begins_list(current, item)

    def finish(self) -> None:
        if self.block:
            self.result.zones.append(Zone(self.block, len(self.result.drafts)))
            self.block = []


def begins_by_level(level: int, current: Draft) -> bool:
    if level == 1 or current.headline_level is None:
        return level == 1 or current.is_rest
    return level <= current.headline_level


def begins_with_body(items: list[Item]) -> bool:
    """No title above the first body, and that body set in a print column: titles stand elsewhere on the page."""
    for item in items:
        if item.kind in ("title", "byline", "meta", "column"):
            return False
        if item.kind == "body":
            return bool(item.paragraph.measure)
    return False


def is_set_otherwise(current: Draft, item: Item) -> bool:
    """The paragraph has blanks at its marks and the article above has none, or the other way round."""
    ways = {current.blanks, item.paragraph.blanks}
    return "none" in ways and "" not in ways and len(ways) > 1


def begins_list(current: Draft, item: Item) -> bool:
    """The items of a list after running text: `…再立新功！` / `关于…的思想；`."""
    if len(current.body) < 2:
        return False
    last = current.body[-1].words
    in_list = current.body[-2].words.endswith(("；", ";"))
    if in_list:
        return ends_sentence(last)
    return item.words.endswith(("；", ";")) and ends_sentence(last) and not same_opening(last, item.words)


def add_paragraph(draft: Draft, item: Item) -> None:
    text, credit, cut = cut_closing(item.paragraph.text)
    draft.claim(item, "paragraph")
    text, dateline = cut_dateline(text)
    if dateline is not None:
        draft.contributors.extend(dateline.contributors)
    cuts = [cut for cut in item.paragraph.seams if cut < len(text)] if dateline is None else []
    texts = [text.cut(start, end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    draft.body.append(
        Part("paragraph", [with_dateline_blank(closed_up(texts[0])), *map(closed_up, texts[1:])])
    )
    if item.paragraph.measure and item.paragraph.lines > 2:
        draft.measure = item.paragraph.measure
    draft.blanks = item.paragraph.blanks or draft.blanks
    if credit is not None:
        draft.claim(item, label_of(credit), cut)
        apply_closing(draft, credit)


def add_figure(draft: Draft, item: Item) -> None:
    figured = cut_caption(item.paragraph.text)
    draft.claim(item, "caption")
    if figured is None:
        draft.figures.append(DraftFigure(closed_up(item.paragraph.text)))
        return
    draft.figures.append(DraftFigure(closed_up(figured.caption.strip(BULLETS + " ")), figured.credit))
    draft.claim(item, "credit", figured.cut)
    if figured.read is not None:
        draft.contributors.extend(figured.read.contributors)


def take_credit(draft: Draft, item: Item, result: Segments) -> None:
    assert item.credit is not None
    draft.claim(item, label_of(item.credit))
    draft.has_byline = draft.has_byline or item.kind == "byline"
    apply_credit(draft, item.credit)
    if item.kind == "meta":
        result.source = result.source or item.credit.source
        result.published_on = result.published_on or item.credit.published_on


def apply_credit(draft: Draft, credit: Credit) -> None:
    draft.contributors.extend(credit.contributors)
    draft.source_credit = draft.source_credit or credit.source
    draft.published_on = draft.published_on or credit.published_on
    draft.post = draft.post or credit.post


def apply_closing(draft: Draft, credit: Credit) -> None:
    draft.compilers.extend(credit.contributors)
    draft.source_credit = draft.source_credit or credit.source
    draft.post = draft.post or credit.post
    draft.is_closed = draft.is_closed_by_credit = True


def label_of(credit: Credit) -> str:
    if credit.published_on and not credit.source:
        return "published_on"
    return "source_credit" if credit.source else "byline"


def relabel(draft: Draft, text, label: str) -> None:
    """The paragraph that turned out to be a caption is claimed as one."""
    place = text.source(0)
    draft.claims = [
        Claim(claim.paragraph, claim.start, label)
        if claim.label == "paragraph" and claim.paragraph.text.source(0) == place
        else claim
        for claim in draft.claims
    ]


def take_photo_credit(draft: Draft, item: Item) -> None:
    """`王昊 颜玉芹 摄` below a caption, or below the only paragraph of a photo piece."""
    assert item.credit is not None
    draft.contributors.extend(item.credit.contributors)
    draft.claim(item, "credit")
    credit = item.paragraph.text.strip("（）() ")
    if draft.figures and draft.figures[-1].credit is None:
        draft.figures[-1].credit = credit
        return
    last = draft.body[-1] if draft.body else None
    alone = last is not None and len(draft.body) == 1 and draft.headline
    if (
        last is not None
        and last.type == "paragraph"
        and ((alone and len(last.words) < 200) or len(last.words) <= CAPTION_LENGTH)
    ):
        draft.body.pop()
        draft.figures.append(DraftFigure(last.texts[0], credit))
        relabel(draft, last.texts[0], "caption")
        draft.is_closed = bool(alone)


def is_caption_like(item: Item) -> bool:
    """A short sentence on a line of its own, among titles: `女工和孩子在枕水书屋里读书。`"""
    return item.paragraph.lines == 1 and len(item.words) <= 45 and item.is_sentence
