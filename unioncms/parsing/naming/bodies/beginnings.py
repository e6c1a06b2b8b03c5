"""Where the name of a body begins, told from where it ends.

From the ending leftwards over what may stand in a name (`reach`); of that stretch the name is what begins with
something of its own: a place, a level (市总工会), a proper name. Without any it is a kind of body: 企业工会, 行业协会.
"""

import re

from unioncms.parsing.naming.bodies.heads import LEVELS_ALONE, Heads
from unioncms.parsing.naming.bodies.lists import LONGEST_ENDING, lists
from unioncms.parsing.naming.bodies.reach import NEVER_JOINED, Reach
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.areas import PREFECTURE, opening_level, short_names
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.shapes import LEVELS

PROPER_TAGS = frozenset(("ns", "nz", "nt", "nr", "nrt", "nrfg", "eng"))
KINDS_OF_VILLAGES = (
    "行政",
    "自然",
    "贫困",
    "农",
    "山",
    "渔",
    "新农",
    "城中",
    "乡",
    "古",
    "小山",
    "山区",
    "智慧",
    "职工",
)
# 元和观社区|工会联合会: behind a mark, whatever the village is called.
NAMED_VILLAGE = re.compile(
    rf"(?:^|(?<=[和，。、；：“（\n ]))(?P<name>(?!{'|'.join(KINDS_OF_VILLAGES)}|青年|和谐|街道|[各全本该每邻相])"
    r"(?:(?![的了是在由从到对向与及个多等为被])[\u3400-\u9fff]){2,4}(?:村|社区))$"
)
# 到|条山|农场, behind a mark 循化|水电站: whatever it is called.
REMOTE = ("农场", "林场", "牧场", "茶场", "渔场", "盐场", "水电站", "变电站", "水电厂")
NAMED_WORKS = re.compile(
    r"(?:^|(?<=[，。、；：“（\n 到在往赴进了]))"
    r"(?P<name>(?!国营|大型|小型|附近|城郊|一[座家个]|当地|本地|家庭|生态|养殖|集体|[老新某各全本该每这那])"
    r"(?:(?![的了是在由从到对向与及个多等座家])[\u3400-\u9fff]){2,3})$"
)
NUMBER = re.compile(r"第[一二三四五六七八九十]{1,3}")
WHICH = re.compile(r"[一二三四五六七八九十]{1,2}")
SERVED = (
    "职工",
    "工会",
    "爱心",
    "暖心",
    "温馨",
    "温暖",
    "劳动者",
    "骑手",
    "小哥",
    "户外",
    "司机",
    "卡友",
)  # 职工驿站 is a kind of house, 青山驿站 has a name
# 岷丰市电力行业|工会, 省|餐饮行业|协会
TRADE_OF_A_PLACE = re.compile(
    r"(?:[\u3400-\u9fff]{2,6})?[省市区县州](?:(?!成立|组建|建立)[\u3400-\u9fff]){2,8}行业"
)
# Endings that only a company with a name has, whatever its name: 钢城集团公司.
OF_A_COMPANY = ("有限公司", "有限责任公司", "股份有限公司", "股份公司", "集团公司")
# Words too wide to be a name with 工会, 公司 and the like: 中国工会 is the movement, not a body.
WIDE = ("中国", "全国", "中央", "人民")
OF_WIDE = ("工会", "公司", "集团", "大学", "煤矿", "厂", "企业")
FEDERATIONS = ("工会联合会", "联合会", "联合工会")
OF_TOWNS = ("镇", "乡", "街道")
BEFORE_PLACES = tuple("任在由向到从对")  # 向|海东市, which the dictionary parts as 向海|东
LONGEST_PARK = 14
FIRMS = ("律师事务所", "会计师事务所", "税务师事务所")
FIRM_SIZES = range(4, 9)  # characters of a firm's name with its place
MARKS_AND_VERBS = tuple("，。、；：“了的在由")
LANDSCAPE = "山河江湖岭岛湾沟庄寨堡坳坪坝塘峪岗"  # 水口山, 红土|坳
NUMBERED_SCHOOL = ("小学", "中学", "医院", "幼儿园", "初级中学", "人民医院", "实验小学")


class Beginnings:
    """Finds the beginnings of names in one sentence."""

    def __init__(self, sentence: Sentence, places: Places):
        self.sentence, self.places = sentence, places
        self.words, self.text = sentence.words, sentence.text
        self.heads = Heads(sentence, places)
        self.reach = Reach(sentence, places)

    def find(self, ending_start: int, end: int, is_weak: bool) -> int | None:
        """Where the name that ends here begins, or None where nothing in it is its own."""
        first = self._word_at(ending_start)
        if self.words[first].text in lists().shorts:
            return self.place_before(first)
        if self.words[first].text in lists().stops and not self.text.startswith("联合工会", ending_start):
            return None
        if (
            "行业" in self.text[max(0, ending_start - 2) : end]
            and (at := self._of_trade(ending_start)) is not None
        ):
            return at
        if (place := self.heads.place_ending(ending_start)) is not None:
            return self.place_above(place)
        if self.text.startswith("项目", ending_start):
            at = self.heads.builder(ending_start)
            at = self.heads.site(ending_start) if at is None else at
            if at is not None:
                return at
        left = self.reach.leftmost(first, self.text[ending_start:end])
        level = next((at for at in range(left + 1, first) if self.words[at].text in lists().shorts), None)
        if level is not None and self.place_before(level) is None:
            return self.words[level].start  # 情况报|市总工会办公室
        if (verb := self._level_behind_verb(left, first)) is not None:
            return verb
        place = self._first_place(self.words[left].start, end)
        stop = first + (self.words[first].start < ending_start)
        opener = next((index for index in range(left, stop) if self.opens(index)), None)
        if place is not None:
            start = self.heads.with_group(self.place_above(place))
        elif self._is_of_a_company(self.words[left].start, ending_start, end):
            start = self.heads.behind_verb(left)
        elif self._is_numbered(left, first, self.text[ending_start:end]):
            start = self.words[left].start
        elif opener is not None and not (is_weak and not self._opens_weak(opener)):
            while opener > left and len(self.words[opener].text) == len(self.words[opener - 1].text) == 1:
                opener -= 1  # 汐|湖, of which the dictionary knows but the second
            start = self.heads.with_group(self.heads.with_head(opener))
        elif self.heads.is_named_works(left, first, self.text[ending_start:end]):
            start = self.words[left].start
        elif (head := self.heads.unlisted(left, first, ending_start, end)) is not None:
            start = head
        elif self.text.startswith(OF_A_COMPANY, ending_start) and (
            (head := self.heads.place_of_company(ending_start)) < ending_start
        ):
            start = head  # 厦门|远航船|务|有限公司
        else:
            others = (self._of_village, self._of_town, self._of_trade, self._of_owner, self._of_firm)
            return next((at for other in others if (at := other(ending_start)) is not None), None)
        if self.text.startswith(OF_TOWNS, start) and (town := self.heads.town(start)) is not None:
            start = self.place_above(town)
        if any(company in self.text[start:end] for company in OF_A_COMPANY):
            start = self.heads.place_of_company(start)
        return self._of_village(ending_start) if self._is_a_kind(start, ending_start, end) else start

    def _is_numbered(self, left: int, first: int, ending: str) -> bool:
        """第四|实验小学, 第二|毛纺织厂; 无线电|二|厂, where the number stands behind what it makes."""
        if NUMBER.fullmatch(self.words[left].text):
            return ending in NUMBERED_SCHOOL or (ending[-1] == "厂" and len(ending) > 2)
        return ending == "厂" and first - left > 1 and WHICH.fullmatch(self.words[first - 1].text) is not None

    def _level_behind_verb(self, left: int, first: int) -> int | None:
        """花名册报|市职工服务中心, 联系|市第一医院: a level right behind a verb or 或 opens the name."""
        for at in range(first - 1, left, -1):
            if self.words[at].text in LEVELS_ALONE and self.heads.is_apart(at):
                return self.words[at].start if self.place_before(at) is None else None
        return None

    def _of_village(self, end: int) -> int | None:
        found = NAMED_VILLAGE.search(self.text, max(0, end - 8), end)
        if not found and self.text.startswith(REMOTE, end):
            found = NAMED_WORKS.search(self.text, max(0, end - 6), end)
        return found.start("name") if found else None

    def _of_trade(self, end: int) -> int | None:
        start = self.heads.trade(end)
        return None if start is None else self.place_above(start)

    def _of_town(self, end: int) -> int | None:
        level = next((level for level in OF_TOWNS if self.text.endswith(level, 0, end)), None)
        return self.heads.town(end - len(level)) if level else None

    def _of_owner(self, end: int) -> int | None:
        """石门煤矿|工会: where the works or the school begins whose union it is."""
        if not self.text.startswith("工会", end):
            return None
        sizes = range(LONGEST_ENDING, 1, -1)
        ending = next(
            (end - size for size in sizes if self.text[end - size : end] in lists().of_owners), None
        )
        if ending is None and self.text[end - 1] == "厂":
            return self.find(end - 1, end, is_weak=True)  # 棉纺三厂|工会
        return None if ending is None else self.find(ending, end, is_weak=False)

    def _of_firm(self, end: int) -> int | None:
        """北京|大成|律师事务所: from the place that stands before, whatever the firm is called."""
        if not self.text.startswith(FIRMS, end):
            return None
        starts = (end - size for size in FIRM_SIZES if end - size in self.sentence.index_of_start)
        return next((at for at in starts if self.text[at : at + 2] in short_names()), None)

    def _opens_weak(self, index: int) -> bool:
        word = self.words[index]
        return word.tag[:2] in ("ns", "nt", "nz") or (word.text in LEVELS and word.end - word.start == 1)

    def place_before(self, index: int) -> int | None:
        """Where the place begins whose level opens this word: 汐湖|市政协."""
        end = self.words[index].start
        level = opening_level(self.words[index].text)
        if not level:
            return None
        if level == "区" and (zone := self.heads.zone(end)) is not None:
            return self.place_above(zone)
        for start in range(max(0, end - 8), end - 1):
            name = self.text[start : end + len(level)]
            if name not in self.places.names:
                continue
            is_apart = start in self.sentence.index_of_start or self.text[start - 1 : start] in BEFORE_PLACES
            if is_apart or name in self.places.governed:
                return self.place_above(start)
        if index and self.words[index - 1].tag == "ns" and not self._stops(self.words[index - 1].start):
            return self.place_above(self.words[index - 1].start)
        if index and self._is_below_a_place(index - 1):
            return self.place_above(self.words[index - 1].start)
        lone = index > 1 and all(len(self.words[at].text) == 1 for at in (index - 1, index - 2))
        lone = lone and self.text[end - 1] not in NEVER_JOINED
        if lone and self.sentence.likely_end(end - 2) >= end and not self._stops(end - 2):
            return end - 2
        if level == "区" and self.text.endswith("园", 0, end):
            return self._of_park(end)
        town = self.heads.town(end) if level in OF_TOWNS else None
        return None if town is None else self.place_above(town)

    def _of_park(self, end: int) -> int | None:
        """青州花卉产业园|区联合工会: a park is called after the place that opens its name."""
        start = max(self.text.rfind(mark, 0, end) for mark in MARKS_AND_VERBS) + 1
        place = self._first_place(max(start, end - LONGEST_PARK), end)
        return None if place is None else self.place_above(place)

    def _is_below_a_place(self, index: int) -> bool:
        """黄浦区|外滩|街道总工会: an ordinary noun between a place and a level is the name of the lower one."""
        word, names = self.words[index], self.places.names
        if word.tag[:1] != "n" or len(word.text) != 2 or not self.text.endswith(LEVELS, 0, word.start):
            return False
        return any(
            self.text[word.start - size : word.start] in names for size in range(3, min(word.start, 6) + 1)
        )

    def place_above(self, start: int) -> int:
        """扬州市|江都区|总工会 begins with the uppermost place: 曲靖市|沾益区|花山街道."""
        for above in range(max(0, start - 8), start - 1):
            if above in self.sentence.index_of_start and self.text[above:start] in self.places.names:
                return self.place_above(above)
        index = self.sentence.index_of_start.get(start, 0)
        if index and self.words[index - 1].tag == "ns" and self.words[index - 1].text.endswith(LEVELS):
            return self.place_above(self.words[index - 1].start)
        if index > 1 and self.words[index - 1].text in LEVELS and self.words[index - 2].tag == "ns":
            return self.place_above(self.words[index - 2].start)  # 云州|市|青山区
        return self.heads.with_joint(start)

    def _stops(self, offset: int) -> bool:
        index = self.sentence.index_of_start.get(offset)
        return index is None or self.words[index].text in lists().stops

    def _is_of_a_company(self, start: int, ending_start: int, end: int) -> bool:
        """钢城集团公司, 钢城集团公司工会"""
        if self.text[ending_start:end].startswith(OF_A_COMPANY):
            return ending_start - start > 1
        return self.text[start:ending_start].endswith(OF_A_COMPANY) and ending_start - start > 5

    def _word_at(self, offset: int) -> int:
        index = self.sentence.index_of_start.get(offset)
        if index is None:
            index = next(i for i, word in enumerate(self.words) if word.end > offset)
        return index

    def _first_place(self, start: int, end: int) -> int | None:
        """A place with its level begins the name whatever stands before it: 会同|望川市|总工会."""
        bare = None
        for offset, name in self.places.finder.find(self.text[start:end]):
            at = start + offset
            if (
                at not in self.sentence.index_of_start
                and name not in self.places.governed
                and self.text[at - 1] not in BEFORE_PLACES
            ):
                continue
            if name.endswith(LEVELS):
                return bare[0] if bare is not None and bare[1] == at else at
            bare = bare or (at, at + len(name))
        return None

    def _is_a_kind(self, start: int, ending_start: int, end: int) -> bool:
        """Whether the words only say what kind of body: 每一名工会, 县级工人文化宫."""
        inside = self.text[start:ending_start]
        if self.text[ending_start:end] == "驿站" and inside.endswith(SERVED):
            return True
        if inside.endswith(("村", "社区")) and self._is_named(ending_start):
            return False
        if inside.endswith("行业") or self.text.startswith("行业", ending_start):
            trade = f"{inside.removesuffix('行业')}行业"
            if TRADE_OF_A_PLACE.fullmatch(trade) and self.text[start - 1 : start] not in ("全", "各"):
                return False
        is_of_many = self.text.startswith(FEDERATIONS, ending_start)
        if is_of_many and self._is_of_enterprises(start, ending_start):
            return False  # 石狮市|台资企业|工会联合会
        if (
            lists().never_inside.search(inside)
            or inside[:1] in lists().never
            or inside.endswith(lists().kinds)
        ):
            return True
        return inside in WIDE and self.text[ending_start:end] in OF_WIDE

    def _is_of_enterprises(self, start: int, end: int) -> bool:
        place = self.places.finder.at(self.text, start)
        trade = self.text[start + len(place) : end]
        return place.endswith(LEVELS) and len(trade) > 3 and trade.endswith("企业")

    def _is_named(self, end: int) -> bool:
        """板桥|村, 青山|社区, 青石|沟|村 before `end`: with its name, which is a word of its own."""
        index = self.sentence.index_of_end.get(end)
        if not index or self.words[index].text not in ("村", "社区"):
            return False
        name = self.words[index - 1]
        return name.text in LANDSCAPE or (
            name.tag[:1] == "n" and name.text not in lists().kinds + KINDS_OF_VILLAGES
        )

    def _next(self, index: int) -> str:
        """The lone character behind a word: 坳 of 红土|坳."""
        following = self.words[index + 1].text if index + 1 < len(self.words) else ""
        return following if len(following) == 1 else ""

    def _is_of_prefecture(self, index: int) -> bool:
        """、|地区|毛纺厂 on a page that names 榆林地区, but not 山区和边远|地区|学校."""
        return self.places.has_prefecture and (not index or self.words[index - 1].tag in ("x", "p", "c"))

    def opens(self, index: int) -> bool:
        word = self.words[index]
        if word.text.startswith(PREFECTURE):
            return self._is_of_prefecture(index)
        if word.text in lists().openers or word.text in LEVELS or word.text in lists().shorts:
            return True
        if word.text in short_names():
            return True  # 福建, which is no name of a person
        if word.text in lists().ordinary or word.text in lists().verbs:
            return False
        if word.tag in PROPER_TAGS or self.places.finder.at(self.text, word.start):
            return True
        if (
            word.tag == "n"
            and len(word.text) > 1
            and (word.text[2:] or self._next(index))[-1:] in tuple(LANDSCAPE)
        ):
            return True
        return len(word.text) == 1 and word.tag != "m" and self.sentence.likely_end(word.start) > word.end
