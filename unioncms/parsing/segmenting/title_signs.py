"""What the words of a title and the text about it say: does it head a piece of its own or a part of the one above?"""

import itertools
import re

from unioncms.parsing.lexicon import has_any, load
from unioncms.parsing.segmenting.genres import NEWS_OPENING
from unioncms.parsing.segmenting.items import COUNT, SALUTATION, Item
from unioncms.parsing.segmenting.surroundings import LOOK_AHEAD, Surroundings, names_list
from unioncms.parsing.segmenting.topics import OF_PART, shares_matter, turns_to_other_matter
from unioncms.parsing.shapes import BULLETS, ends_sentence, is_bullet_heading

MOST_OF_REST = 60  # paragraphs above who signs them
PARAGRAPHS_TOLD = 8  # below a title, that tell what it heads
LEAST_NUMBERED = 2  # headings of a text that numbers them
LEAST_ALIKE = 2  # headings that show how long a heading of the text is
SPREAD = 2  # characters by which they may differ
LEAST_NOTICE = 6
LONGEST_NOTICE = 8  # characters with its mark
PLACED = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,6}?)(?P<kind>省|市|县|区|州|旗|镇|乡|街道)?[：:](?=[^：:]{4,})"
)
COUNTED_ROWS = re.compile(rf".{{2,16}}{COUNT.pattern}")
COMMENDS = re.compile(r"授予|评出|评定|表彰|通报|公示|公布|入选|确定|名单|如下")
FIRST_TOLD = 4  # paragraphs
MOURNING = ("敬悼", "悼念", "沉痛悼念")
AFTER_PLACES = tuple("省市县区州旗镇乡街总工")  # 抚州市, 青石总工会
WHERE = 40  # characters of a text that say where it happened
LEAST_REPORT = 10


class TitleSigns(Surroundings):
    """Asked of a title in the midst of the article that is open."""

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

    def counts_rows(self, item: Item) -> bool:
        """`先进单位（5个）` in a notice that has told who is commended, above those who are."""
        assert self.current is not None
        counted = COUNTED_ROWS.fullmatch(item.words)
        if counted is None or names_list(item):
            return False
        return any(COMMENDS.search(each.words) for each in self.current.body[:FIRST_TOLD])

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

    def is_marked_notice(self, item: Item) -> bool:
        """`◇下周预告` below a text that has no such marks."""
        draft, words = self.current, item.words
        if draft is None or not draft.body or words[0] not in BULLETS or len(words) > LONGEST_NOTICE:
            return False
        is_other = all(part.words[:1] != words[0] for part in draft.body)
        return is_other and words.endswith(load("notice_titles")) and ends_sentence(draft.body[-1].words)

    def is_like_headings(self, number: int) -> bool:
        """`把门槛降下来`, `把账本亮出来` and now `把回音送回去`, one line above text as they were; or a third line of
        their length, over text that goes on with what the article is about."""
        assert self.current is not None
        words, known = self.items[number].words, self.headings
        if not known.count or not self.is_lone_title(number):
            return False
        if (len(words), words[0]) in known.openings:
            return True
        below = self.items[number + 1 : number + 1 + PARAGRAPHS_TOLD]
        is_as_long = known.shortest - SPREAD <= len(words) <= known.longest + SPREAD
        return known.count >= LEAST_ALIKE and is_as_long and shares_matter(self.current, below, OF_PART)

    def is_behind_numbers(self, number: int) -> bool:
        """A line without a number below a text whose headings all have one, and nothing that counts on below it."""
        assert self.current is not None
        body, headings = self.current.body, self.headings
        if headings.count < LEAST_NUMBERED or self.is_displaced or not headings.are_numbered:
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

    def is_notice(self, item: Item) -> bool:
        """`…代表大会公告` below text that is whole."""
        assert self.current is not None
        last = self.current.body[-1] if self.current.body else None
        words = item.words.replace(" ", "")
        is_long = len(words) >= LEAST_NOTICE or (words.endswith("启事") and len(words) > 2)  # 征 稿 启 事
        is_long = is_long or (words in load("notice_titles") and len(words) > 3)  # 人事任免
        is_long = is_long or words in ("更正", "致歉", "讣告", "讣闻", "更正启事", "书讯", "预告")
        is_named = is_long and (words.endswith(load("notice_titles")) or words.startswith(MOURNING))
        if not is_named or last is None or last.type != "paragraph":
            return False
        return ends_sentence(last.words) or (self.usual_gap > 0 and last.words[-1] in "，,")

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


def opens_with_place(headline: str, text: str) -> bool:
    placed = PLACED.match(headline)
    if placed is not None and placed["kind"]:
        return True
    _, found, after = text[:WHERE].partition(placed["place"] if placed else "\n")
    return bool(found) and after[:1] in AFTER_PLACES
