"""Where an article begins and where it ends: the questions that the walk down the page asks."""

import itertools
import re

from unioncms.parsing.lexicon import has_any, load
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
from unioncms.parsing.segmenting.surroundings import LOOK_AHEAD, PAGE_KINDS, Surroundings, names_list
from unioncms.parsing.segmenting.titles_block import SUB_AT, is_dashed
from unioncms.parsing.segmenting.topics import OF_PART, shares_matter, turns_to_other_matter
from unioncms.parsing.shapes import (
    DATELINE,
    ends_sentence,
    is_bullet_heading,
    is_numbered_heading,
    is_tagged_title,
    same_opening,
)

MOST_OF_REST = 60  # paragraphs above who signs them
BYLINE_KINDS = ("byline", "meta")
LEVEL_GAP = 2  # empty lines more than usual above a heading that begins a piece
LEAST_NUMBERED = 2  # headings of a text that numbers them
LEAST_ALIKE = 2  # headings that show how long a heading of the text is
SPREAD = 2  # characters by which they may differ
LEAST_NOTICE = 6
PLACED = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,6}?)(?P<kind>省|市|县|区|州|旗|镇|乡|街道)?[：:](?=[^：:]{4,})"
)
MOURNING = ("敬悼", "悼念", "沉痛悼念")
PARAGRAPHS_TOLD = 8  # below a title, that tell what it heads
CHAPTER = re.compile(r"(?:PART\s?)?0[1-9](?=[\u4e00-\u9fff“《\s])")  # `02一间屋，装下姐妹们的心事`
AFTER_PLACES = tuple("省市县区州旗镇乡街总工")  # 抚州市, 青石总工会
WHERE = 40  # characters of a text that say where it happened
OTHER_WIDTH = 2.5  # characters by which the print columns of two pieces differ
LEAST_REPORT = 10
LEAST_TEXT = 10  # characters; a shorter line that stops in mid-sentence is no text


class Boundaries(Surroundings):
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

    def is_title_of_rows(self, number: int) -> bool:
        """`2024年五一劳动奖章` / `获得者名单` above rows, whatever stands above; above a table any title below text
        that is whole and does not speak of it."""
        assert self.current is not None
        run = self.items[number : number + LOOK_AHEAD]
        titles = list(itertools.takewhile(lambda each: each.kind == "title", run))
        below = run[len(titles) : len(titles) + 1]
        if not below or not below[0].row:
            return False
        last = self.current.body[-1].words if self.current.body else ""
        is_apart = below[0].row == "table" and ends_sentence(last) and "表" not in last
        return is_apart or any(map(names_list, titles))

    def is_answer_of_paper(self, item: Item, number: int) -> bool:
        """`王一川同志：` right below the name that signs a letter."""
        is_below = number > 0 and self.items[number - 1].kind == "closing" and not self.block
        if not is_below or self.current is None or not self.current.body:
            return False
        opens = (
            SALUTATION.fullmatch(words) is not None for words in (self.current.body[0].words, item.words)
        )
        return all(opens)

    def is_of_another_place(self, number: int) -> bool:
        """`抚州：律师下园区` below a piece of news that is headed `上饶：劳模启程`, each over a text that opens with
        its place; `建会：从散到聚` heads a part."""
        assert self.current is not None
        body = self.current.body
        above = self.current.headline[0].text if self.current.headline and body else ""
        if not opens_with_place(above, body[0].words if body else "") or not ends_sentence(body[-1].words):
            return False
        words = self.items[number].words
        return self.is_lone_title(number) and opens_with_place(words, self.items[number + 1].words)

    def is_headline_of_report(self, number: int) -> bool:
        """`县总工会十三届四次全委会召开` / `8月5日上午，…`, below a text that is whole and did not open with a day."""
        assert self.current is not None
        item, body = self.items[number], self.current.body
        if len(item.words) < LEAST_REPORT or not item.words.endswith(load("report_endings")):
            return False
        if not body or not ends_sentence(body[-1].words) or NEWS_OPENING.match(body[0].words):
            return False
        return self.is_lone_title(number) and NEWS_OPENING.match(self.items[number + 1].words) is not None

    def is_of_other_matter(self, number: int) -> bool:
        """Below text that is whole, above text that has next to nothing in common with it."""
        assert self.current is not None
        body = self.current.body
        if not body or not ends_sentence(body[-1].words) or not self.is_lone_title(number):
            return False
        below = self.items[number + 1 : number + 1 + PARAGRAPHS_TOLD]
        return turns_to_other_matter(self.items[number].words, self.current, below)

    def is_marked_headline(self, item: Item) -> bool:
        """`■青石：焊工比武` below a signed piece that has no such marks: one of several, and no heading."""
        draft = self.current
        if self.block or draft is None or not draft.is_closed_by_credit or not is_bullet_heading(item.words):
            return False
        return bool(draft.headline) and all(part.words[:1] != item.words[0] for part in draft.body)

    def is_loose(self, number: int) -> bool:
        """A caption below the last text of a page of print columns, and no title above it: of any piece."""
        return self.has_columns and number > self.last_text and not self.block and self.current is not None

    def is_caption_of_closed(self, item: Item, number: int) -> bool:
        """`徒弟们在练焊接。` / `（企业供图）` below a piece that has ended: its picture's, and no text."""
        below = next(iter(self.items[number + 1 : number + 2]), None)
        is_signed = below is not None and below.kind == "photo" and len(item.words) <= CAPTION_LENGTH
        return is_signed and not self.block and self.current is not None and self.current.is_closed

    def is_like_headings(self, number: int) -> bool:
        """`把门槛降下来`, `把账本亮出来` and now `把回音送回去`, one line above text as they were; or a third line of
        their length, over text that goes on with what the article is about."""
        assert self.current is not None
        words = self.items[number].words
        known = [part.words for part in self.current.body if part.type == "heading"]
        if not known or not self.is_lone_title(number):
            return False
        if any(len(each) == len(words) and each[0] == words[0] for each in known):
            return True
        below = self.items[number + 1 : number + 1 + PARAGRAPHS_TOLD]
        is_as_long = min(map(len, known)) - SPREAD <= len(words) <= max(map(len, known)) + SPREAD
        return len(known) >= LEAST_ALIKE and is_as_long and shares_matter(self.current, below, OF_PART)

    def is_behind_numbers(self, number: int) -> bool:
        """A line without a number below a text whose headings all have one, and nothing that counts on below it."""
        assert self.current is not None
        body = self.current.body
        headings = [part.words for part in body if part.type == "heading"]
        if len(headings) < LEAST_NUMBERED or self.is_displaced or not all(map(is_numbered_heading, headings)):
            return False
        if not ends_sentence(body[-1].words) or not self.is_lone_title(number):
            return False
        below = self.items[number + 1 : number + 1 + MOST_OF_REST]
        piece = itertools.takewhile(
            lambda each: each.kind not in ("title", "headline", "column", "closing"), below
        )
        return not any(each.kind == "heading" for each in piece)

    def is_headline_of_two_lines(self, number: int) -> bool:
        """An empty line, `全县企业职工生活` / `状况调查结果`, an empty line: headings seldom go over two lines."""
        assert self.current is not None
        run, body = self.items[number : number + 3], self.current.body
        if self.is_displaced or len(run) < 3 or not body or not ends_sentence(body[-1].words):
            return False
        gaps = [each.paragraph.gap - self.usual_gap for each in run]
        is_apart = gaps[0] > 0 and not gaps[1] and gaps[2] > 0
        return is_apart and [each.kind for each in run] == ["title", "title", "body"]

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
            if after.kind == "body" and (DATELINE.match(after.words) or (is_whole and self.is_brief(after))):
                return True
        if is_whole and item.paragraph.gap >= self.usual_gap + LEVEL_GAP:
            return True
        return self.is_notice(item)

    def is_notice(self, item: Item) -> bool:
        """`…代表大会公告` below text that is whole."""
        assert self.current is not None
        last = self.current.body[-1] if self.current.body else None
        words = item.words.replace(" ", "")
        is_long = len(words) >= LEAST_NOTICE or (words.endswith("启事") and len(words) > 2)  # 征 稿 启 事
        is_long = is_long or (words in load("notice_titles") and len(words) > 3)  # 人事任免
        is_long = is_long or words in ("更正", "致歉", "讣告", "讣闻", "更正启事")
        is_named = is_long and (words.endswith(load("notice_titles")) or words.startswith(MOURNING))
        return is_named and last is not None and last.type == "paragraph" and ends_sentence(last.words)

    def is_listing(self, number: int) -> bool:
        """`草帽提示（节选）` above items that end in semicolons, below text that is no list; a line that ends in a
        colon may stand above them: `据市总工会统计，上半年：`."""
        assert self.current is not None
        item, below = self.items[number], self.items[number + 1 : number + 3]
        rows = below[1:] if below and below[0].words.endswith(("：", ":")) else below
        if not rows or self.is_displaced or not rows[0].words.endswith(("；", ";")):
            return False
        is_named = has_any(item.words, "listing_titles")
        return is_named and not any(part.words.endswith(("；", ";")) for part in self.current.body)

    def is_other_piece(self, after: Item) -> bool:
        """Below a whole sentence, text of another width or setting, or a list below running text."""
        current = self.current
        assert current is not None
        last = current.body[-1].words if current.body else ""
        if not ends_sentence(last):
            return False
        items = [part.words for part in current.body if part.type == "paragraph"]
        was_list = len(items) > 1 and all(words.endswith(("；", ";")) for words in items[:-1])
        if was_list:
            return after.paragraph.lines > 2 and not self.is_displaced
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
        paragraphs = [part for part in self.current.body if part.type == "paragraph"]
        return bool(
            NEWS_OPENING.match(after.words) and paragraphs and NEWS_OPENING.match(paragraphs[0].words)
        ) and len(paragraphs) == len(self.current.body)

    def begins_untitled(self, item: Item, number: int) -> bool:
        current = self.current
        assert current is not None
        if DATELINE.match(item.words) and current.body:
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


def opens_with_place(headline: str, text: str) -> bool:
    placed = PLACED.match(headline)
    if placed is not None and placed["kind"]:
        return True
    _, found, after = text[:WHERE].partition(placed["place"] if placed else "\n")
    return bool(found) and after[:1] in AFTER_PLACES


def begins_by_level(level: int, current: Draft) -> bool:
    if level == 1 or current.headline_level is None:
        return level == 1 or current.is_rest
    return level <= current.headline_level
