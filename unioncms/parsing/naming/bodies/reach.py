"""How far the name of a body may reach to the left of its ending: over which words."""

import re

from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.passages import SCHOOLS, TEACHERS, Sentence
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.shapes import LEVELS

LONGEST = 32  # characters before the ending
STOP_TAGS = frozenset("pcudryftevqkiowxz")
SINGLE_STOP_TAGS = frozenset("pcudryfvqmt")
# 石景山区服务和引导非公经济协调领导小组, 人力资源和社会保障局: only such bodies have 和 in their names.
JOINING = (
    "领导小组",
    "协调小组",
    "委员会",
    "保障局",
    "保障厅",
    "建设局",
    "建设厅",
    "管理局",
    "监督局",
    "体育局",
    "旅游局",
    "研究院",
    "工会联合会",  # 云州市海洋与渔业工会联合会
)
ORDINAL = re.compile(r"第?[一二三四五六七八九十百零〇\d]{1,4}[局院冶建重汽拖钢]?")
# 印着|工会, 遥为|县总工会: guessed words that are none
NEVER_JOINED = frozenset("着了过的是为向往报任到对给由经与和及在请将被把从让使")


class Reach:
    """The words of one sentence, as they may or may not belong to a name."""

    def __init__(self, sentence: Sentence, places: Places):
        self.sentence, self.places = sentence, places
        self.words, self.text = sentence.words, sentence.text

    def leftmost(self, first: int, ending: str) -> int:
        """Index of the leftmost word that may belong to the name."""
        words, index = self.words, first
        limit = words[first].start - LONGEST
        while index > 0 and words[index - 1].start >= limit:
            word = words[index - 1]
            if (
                word.text in ("和", "与", "及", "暨")
                and (ending in JOINING or ending.endswith(("局", "厅")))
                and self._reaches_place(index - 1, limit)
            ):
                index -= 1
            elif word.text in ("）", ")"):
                opening = next(
                    (i for i in range(index - 2, max(index - 6, 0), -1) if words[i].text in ("（", "(")), None
                )
                if opening is None:
                    break
                index = opening
            elif self.may_stand(index - 1) or (
                self._makes_things(self.text[words[index].start : words[first].end])
                and self._is_brand(index - 1)
            ):
                index -= 1
            else:
                break
        return index

    def _makes_things(self, behind: str) -> bool:
        return "公司" in behind or (behind.endswith("厂") and len(behind) > 2)

    def _is_brand(self, index: int) -> bool:
        """望川|启明|重型机械有限公司: an ordinary word right behind a place."""
        word = self.words[index]
        if word.tag[:1] not in "vad" or word.text in lists().stops or not index:
            return False
        if self._is_pair_behind_mark(index):
            return True
        lone = index > 1 and all(len(self.words[at].text) == 1 for at in (index - 1, index - 2))
        if lone and self.sentence.likely_end(self.words[index - 2].start) == word.start:
            return True
        if self.words[index - 1].tag == "ns":
            return True  # 渤海|远航|能源有限公司
        before = self.text[max(0, word.start - 4) : word.start]
        return any(before[at:] in self.places.names for at in range(len(before) - 1))

    def _is_pair_behind_mark(self, index: int) -> bool:
        """，裕|达|铸管公司: two lone characters between a mark and what a company makes are its name."""
        first, last, trade = self.words[index - 1], self.words[index], self.words[index + 1]
        is_behind_mark = index == 1 or self.words[index - 2].tag == "x"
        is_pair = is_behind_mark and len(first.text) == len(last.text) == 1 and len(trade.text) == 2
        return is_pair and first.tag[:2] == "nr" and trade.tag == "n" and last.text not in NEVER_JOINED

    def _reaches_place(self, index: int, limit: int) -> bool:
        """Whether plain words lead from here left to a place or a level: 石景山区|服务|和; not 宜昌市|和|荆州市."""
        start, end = self.words[index].start, self.words[index].end
        if self.text.endswith(("局", "厅"), 0, start):
            return False  # 区机电局|和|交通局
        if self.text.endswith(LEVELS, 0, start) and self.places.finder.at(self.text, end):
            return False
        for at in range(index - 1, -1, -1):
            word = self.words[at]
            if word.start < limit or not self.may_stand(at) or lists().endings.fullmatch(word.text):
                return False  # 云州市总工会|和|教育局
            if word.text.endswith(("部门", "机关")):
                return False  # 云州公安部门|和|河口市消防局
            if word.tag == "ns" or word.text in LEVELS or self.places.finder.at(self.text, word.start):
                return True
        return False

    def may_stand(self, index: int) -> bool:
        word = self.words[index]
        if word.text in lists().titles or word.text in lists().stops:
            return False
        if len(word.text) > 2 and word.text[-2:] in lists().titles:
            return False  # 常德|市委书记|曹立军: no army
        if len(word.text) > 2 and word.text[-1] == "兼" and word.text[:-1] in lists().titles:
            return False  # 出版社|社长兼|影视有限公司, where the dictionary joins 社长兼
        if word.text in TEACHERS and index and self.words[index - 1].text in SCHOOLS:
            return False  # 云州审计大学|教师|讲授工会经费
        if word.text in lists().verbs or word.text in lists().openers:
            return True
        if word.text in self.places.names:
            return True
        if word.tag == "m":
            return bool(ORDINAL.fullmatch(word.text))
        if len(word.text) == 1 and word.text.isalnum():
            return word.tag[:1] not in SINGLE_STOP_TAGS or self._is_guessed(index)
        if word.tag == "vn":
            return True
        return word.text == "·" or (word.text.isalnum() and word.tag[:1] not in STOP_TAGS)

    def _is_guessed(self, index: int) -> bool:
        """Whether the cutter joins this lone character to a likely word: 澜|山."""
        word = self.words[index]
        if word.text in NEVER_JOINED:
            return False
        starts = [self.words[at].start for at in range(max(0, index - 2), index + 1)]
        ends = [self.sentence.likely_end(start) for start in starts]
        return ends[-1] > word.end or any(end >= word.end for end in ends[:-1])
