"""The chain of posts that a sentence prints from a place on: 当选|云州市总工会副主席、经费审查委员会主任.

Of a body that is named by its kind the article tells which is meant: 是|公司一车间的质检班长.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.posts.chains import PrintedPost, spread
from unioncms.parsing.naming.posts.offices import Offices
from unioncms.parsing.naming.posts.titles import Title

PART_BEHIND = re.compile(
    r"(?:(?![的里])[\u3400-\u9fff]){1,6}?(?:车间|分厂|工段|工区|班|科(?=副?科长)|部(?=副?部长)|室(?=副?主任)|处(?=副?处长))"
)
OF = re.compile(r"的?(?:一[名位个])?")
SESSION = re.compile(r"第[一二三四五六七八九十百]{1,4}届(?:委员会)?(?:常务委员会)?")
TERM = re.compile(r"[新上这]一[届任]|[本首][届任]|第[一二三四五六七八九十]{1,3}[届任](?!委)")
# 是|合作社的女工组长, 聘为|公司工艺部副部长
OWN_HOUSE = re.compile("公司|集团|合作社|厂|矿|医院|学校")
FIELD_SIZES = range(2, 6)  # characters of what somebody heads before the title: 质检|班长


class Onwards:
    """The chains of one sentence. A chain that a name follows at once is of that one."""

    def __init__(self, sentence: Sentence, offices: Offices, name_starts: Collection[int]):
        self.sentence, self.text, self.offices = sentence, sentence.text, offices
        self.bodies_by_start, self.titles_by_start = offices.bodies_by_start, offices.titles_by_start
        self.name_starts = name_starts

    def opens_body(self, at: int) -> bool:
        return at in self.bodies_by_start or OWN_HOUSE.match(self.text, at) is not None

    def chain_from(self, at: int) -> list[PrintedPost]:
        """The posts printed from here on: a body, its titles, 、, the next body …"""
        chain: list[tuple[Title, Mention | None]] = []
        for filler in ("了", "为", "该"):
            if self.text.startswith(filler, at):
                at += len(filler)
        if term := TERM.match(self.text, at):
            at = term.end()
        while found := self._post_at(at):
            chain.append(found)
            at = found[0].end
            if self.text[at : at + 1] in ("、", "兼", "和", "暨") and at < len(self.text):
                at += 1
            else:
                break
        if not chain or chain[-1][0].end in self.name_starts:
            return []
        return spread(chain)

    def _post_at(self, at: int) -> tuple[Title, Mention | None] | None:
        """A title with the body before it."""
        body = self.bodies_by_start.get(at)
        if body is None:
            return self._without_body(at)
        session = SESSION.match(self.text, body.end)
        if title := self._title_at(session.end() if session else body.end):
            if session and title.text.endswith(("委员", "常委")):
                body = replace(body, text=body.text + session.group(), end=session.end())
            return title, body
        if in_part := self._in_part(body, body.end):
            return in_part
        if (unit := self.offices.unit_at(body.end)) and (title := self._title_at(unit.end)):
            return title, replace(unit, text=body.text + unit.text, start=body.start, is_part=False)
        if (of := OF.match(self.text, body.end)) and (title := self._title_at(of.end())):
            return title, body  # 公交集团的一名|驾驶员
        return None

    def _without_body(self, at: int) -> tuple[Title, Mention | None] | None:
        if title := self._title_at(at):
            return title, None
        if (unit := self.offices.unit_at(at)) and (title := self._title_at(unit.end)):
            return title, unit  # 当选|女职工委员会|主任
        if self.text.startswith("工会", at) and (title := self._title_at(at + 2)):
            return title, Mention("公司工会", at, at + 2)  # 当选|工会|主席
        own = OWN_HOUSE.match(self.text, at)
        return self._of_house(Mention(own.group(), at, own.end()), own.end()) if own else None

    def appointed_by(self, start: int, end: int, at: int) -> list[PrintedPost]:
        """被|项目部|聘为|钢筋加工班副班长: what from `at` on is a post in the body between `start` and `end`."""
        house = self.bodies_by_start.get(start)
        if house is None or house.end != end:
            house = (
                Mention(self.text[start:end], start, end)
                if OWN_HOUSE.fullmatch(self.text, start, end)
                else None
            )
        found = self._of_house(house, at) if house else None
        return spread([found]) if found and found[0].end not in self.name_starts else []

    def _of_house(self, house: Mention, at: int) -> tuple[Title, Mention] | None:
        if in_part := self._in_part(house, at):
            return in_part
        at += self.text.startswith("的", at)
        title = self._title_at(at) or self._title_with_field(at)
        return (title, house) if title else None

    def _in_part(self, body: Mention, at: int) -> tuple[Title, Mention] | None:
        """柳江机械公司|装配车间|高级技师, 供电公司的|运检班的|巡检员; the part begins at `at`."""
        part = PART_BEHIND.match(self.text, at + self.text.startswith("的", at))
        if not part:
            return None
        of = self.text.startswith("的", part.end())
        title = self._title_at(part.end() + of) or (self._title_with_field(part.end() + 1) if of else None)
        return (title, replace(body, text=body.text + part.group(), end=part.end())) if title else None

    def _title_with_field(self, at: int) -> Title | None:
        """一车间的|质检|班长, 合作社的|女工|组长"""
        for size in FIELD_SIZES:
            title = self.titles_by_start.get(at + size)
            if title and self.offices.is_of_nouns(at, title.start):
                return Title(self.text[at : title.end], at, title.end)
        return None

    def _title_at(self, at: int) -> Title | None:
        return self.titles_by_start.get(at)
