"""What may stand at the head of a body's name: a lone odd character, a place a few words before, a group.

浣|石二建公司, 福建|岩上春茶业有限公司, 国网|赣州供电公司: the dictionary parts them from the name, or knows them not.
"""

import re
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.areas import NEVER_IN_PLACES, county_names, short_names
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.shapes import LEVELS

# What stands between a place and the ending of a company is no grammar.
NEVER_IN_COMPANIES = frozenset("的了是在和与及到向对由为把被将会请去来")
# 中铁十九局|漳武高速A3|项目部: builders are called by a number, their sites by anything.
BUILDER = re.compile(
    r"(?:中铁|中建|中交|中冶|中核|中水|水电|电建|中国水电|中国电建|中国铁建|中煤|中化)(?:第?[一二三四五六七八九十]{1,3})?[局航院公冶]?[A-Za-z0-9\u3400-\u9fff·]{2,16}$"
)
SITE = re.compile(
    r"(?:^|(?<=[，。、；：“（\n 在到由对了为向是和与及]))"
    r"(?P<name>(?:(?![，。、；：在到由对了为向的])[A-Za-z0-9\u3400-\u9fff]){2,12}(?:大桥|高速|铁路|公路|隧道|工程|标段|枢纽|地铁|机场|水库|电站))$"
)
HANZI = re.compile(r"[\u3400-\u9fff]+")
TOWN_LEVELS = ("镇", "乡", "道")
LONGEST_TOWN = 4
# 辖区街道, 乡镇街道: what stands before a town's level and is no name.
NO_TOWNS = re.compile(
    r"(?:辖区|所在|属地|基层|部分|有关|相关|试点|示范|其[他它余]|所有|广大|乡镇|社区|村居|中心|农村|城市|镇街|[县市城]区"
    r"|先进|优秀|附近|当地|特色|重点|下属|贫困|山区|边远|偏远|上述|以上|城乡|[省市区县]级|两[级个])$"
)
# Before the name of a town: a mark, a particle, or the place it lies in.
BEFORE_TOWN = tuple("，。、；：,;:“（( \n—在到由和与及同向从对为是让给请原的") + LEVELS
ZONE_ENDS = tuple("新开发")
ZONE = re.compile(r"(?:经济技术开发|高新技术产业开发|高新技术开发|经济开发|高新|经开|开发|新)$")
OWN_NAME = re.compile(r"(?:(?![的了是在和与及同由各全高城])[\u3400-\u9fff]){2}")
MARKS = tuple("，。、；：（“\n")
MINES = ("煤矿", "铁矿", "铜矿", "金矿", "锰矿", "磷矿", "露天矿")
WORKS = ("公司", "集团", "厂", "煤矿", "铁矿", "铜矿", "金矿")
NEVER_JOINED = tuple("由在为是对将把被从让请给往经据按任")  # 由|省|教育工会
NO_NAME_TAGS = tuple("mrqadpcuvft")  # of lone characters that open no name
BEFORE_WORKS = (*"，、。；：（）“的和与在到向赴为", "走进", "来到", "深入", "前往", "走访")
# 西府|职业技术学院: behind a mark or 在, one noun before such an ending is its name.
NAMED_SCHOOLS = ("职业技术学院", "技师学院", "职业学院", "工商学院", "理工学院")
ODD_TAGS = ("zg", "vg", "ng", "ag", "tg", "j", "g", "x")

# 网约车|行业工会联合会: what may stand between a place and the ending.
TRADE = re.compile(r"(?:(?!成立|组建|建立|[的了在和与及对向])[\u3400-\u9fff]){2,8}")
OF_TRADES = ("行业工会", "行业协会", "行业联合工会")
LONGEST_TRADE = 9  # characters between a place and the ending
HANDED = ("报", "送", "交", "寄", "转")  # 花名册|报|市职工服务中心
LEVELS_ALONE = tuple("省市区县州")


@cache
def _groups() -> tuple[str, ...]:
    return load("organisation_groups")


class Heads:
    """The heads of names in one sentence."""

    def __init__(self, sentence: Sentence, places: Places):
        self.sentence, self.places = sentence, places
        self.words, self.text = sentence.words, sentence.text

    def is_named_works(self, left: int, first: int, ending: str) -> bool:
        """红杏|针织厂, 石门|煤矿: one word before what a works makes is its name, behind a mark."""
        word = self.words[left]
        return (
            (len(ending) > 2 or ending in MINES)
            and (ending[-1] == "厂" or ending in NAMED_SCHOOLS or ending in MINES)
            and left == first - 1
            and len(word.text) == 2
            and word.tag[:1] == "n"
            and (not left or self.words[left - 1].text in BEFORE_WORKS)
        )

    def unlisted(self, left: int, first: int, ending_start: int, end: int) -> int | None:
        """Where a name begins of which the dictionary makes nothing."""
        company = self.named_company(left, ending_start, end)
        company = self.works_of_county(ending_start, end) if company is None else company
        return self.odd_head(first) if company is None else company

    def works_of_county(self, ending_start: int, end: int) -> int | None:
        """城固|肉联厂, 神木|化肥厂工会: a county without its level, behind a mark, before what a works makes."""
        start = ending_start - 2
        if end - ending_start < 3 or start < 0 or not self.text.endswith("厂", ending_start, end):
            return None
        is_apart = not start or self.text.endswith(BEFORE_WORKS, 0, start)
        is_county = self.text[start:ending_start] in county_names()
        return start if is_apart and is_county and start in self.sentence.index_of_start else None

    def named_company(self, left: int, ending_start: int, end: int) -> int | None:
        """赤水|竹乡|纸业公司, 涠|洲|旅居|管理公司: what stands between a mark and the ending is the name of a company
        where a county opens it, or lone characters."""
        word = self.words[left]
        if ending_start - word.start < 4 or not self.text.endswith(WORKS, ending_start, end):
            return None
        before = self.words[left - 1] if left else None
        if before is not None and not before.text.endswith(BEFORE_TOWN) and before.tag[:1] != "v":
            return None
        if word.text in load("company_trades") or not HANZI.fullmatch(word.text):
            return None
        pair = [each for each in self.words[left : left + 2] if len(each.text) == 1]
        is_odd = len(pair) == 2 and not any(each.tag.startswith(NO_NAME_TAGS) for each in pair)
        is_of_county = (
            self.text[word.start : word.start + 2] in county_names()
        )  # 大冶|金盛矿业公司, cut as 大|冶金
        return word.start if is_of_county or is_odd else None

    def builder(self, end: int) -> int | None:
        """中铁十九局漳武高速A3|项目部: where the builder of a site begins, whatever the site is called."""
        found = BUILDER.search(self.text, max(0, end - 24), end)
        is_whole = found and found.start() in self.sentence.index_of_start
        return found.start() if is_whole and NEVER_IN_COMPANIES.isdisjoint(found.group()) else None

    def site(self, end: int) -> int | None:
        """官塘大桥|项目部: what is built there, behind a mark or a verb."""
        found = SITE.search(self.text, max(0, end - 18), end)
        return found.start("name") if found else None

    def with_group(self, start: int) -> int:
        """国网|赣州供电公司: the group whose body of a place it is."""
        if not self.text.endswith(_groups(), 0, start):
            return start
        return start - next(len(each) for each in _groups() if self.text.endswith(each, 0, start))

    def place_ending(self, end: int) -> int | None:
        """后溪镇|党委: where a place of the page begins that ends here, whatever the dictionary makes of it."""
        if self.text[end - 1 : end] not in TOWN_LEVELS:
            return None
        names = self.places.names
        return next(
            (end - size for size in (5, 4, 3) if size <= end and self.text[end - size : end] in names), None
        )

    def town(self, end: int) -> int | None:
        """营盘|镇总工会, 榛子|镇|工会: where the name begins that a town's level stands behind at `end`, though the
        dictionary has an ordinary word there."""
        index = self.sentence.index_of_end.get(end, -1)
        whole = next(
            (i for size in (1, 2) if (i := self.sentence.index_of_end.get(end + size)) is not None), -1
        )
        if index < 0 <= whole and end - self.words[whole].start in (2, 3):
            return self.words[whole].start  # 桥头镇|党委, which the dictionary has in one word
        start = end
        while index >= 0:
            word = self.words[index]
            if end - word.start > LONGEST_TOWN or not HANZI.fullmatch(word.text):
                break
            if not NEVER_IN_PLACES.isdisjoint(word.text) or word.text in LEVELS or word.tag[:1] in "pcudr":
                break
            if start < end - 1 and len(word.text) > 1 and word.tag[:1] in "vt":
                break  # 走访|鼓楼|街道总工会
            start = word.start
            index -= 1
        if end - start < 2 or NO_TOWNS.search(self.text, start, end):
            return None
        before = self.words[index] if index >= 0 else None
        is_apart = before is None or before.text.endswith(BEFORE_TOWN) or before.tag[:1] == "v"
        return start if is_apart else None

    def behind_verb(self, left: int) -> int:
        """指导|云南晶峰材料有限公司: a place begins the name, and not what is done for the company."""
        verb, *behind = self.words[left : left + 2]
        is_done = bool(behind) and behind[0].text in short_names() and verb.text in load("organisation_verbs")
        return behind[0].start if is_done else verb.start

    def trade(self, end: int) -> int | None:
        """云州市|网约车|行业工会联合会, 省|烹饪|行业协会: of a place of the page, whatever the dictionary makes of the
        trade."""
        end -= 2 * self.text.endswith("行业", 0, end)
        if not self.text.startswith(OF_TRADES, end):
            return None
        for at in range(end - 2, max(0, end - LONGEST_TRADE), -1):
            if self.text[at - 1] not in LEVELS:
                continue
            is_trade = TRADE.fullmatch(self.text, at, end) is not None
            for start in range(at - 3, max(-1, at - 8), -1):
                if self.text[start:at] in self.places.names:
                    return start if is_trade else None
            index = self.sentence.index_of_start.get(at - 1)
            if index is not None and self.text[at - 1] in LEVELS_ALONE and self.is_apart(index):
                return at - 1 if is_trade else None
        return None

    def is_apart(self, index: int) -> bool:
        """Whether a verb, a mark or a joining word stands before the word, or nothing."""
        before = self.words[index - 1] if index else None
        return before is None or before.tag[:1] in "vcpx" or before.text in HANDED

    def zone(self, end: int) -> int | None:
        """大连|金普|新|区总工会, 合肥|经开|区总工会: where a zone, or its city, begins whose 区 stands at `end`."""
        found = (
            ZONE.search(self.text, max(0, end - 9), end) if self.text[end - 1 : end] in ZONE_ENDS else None
        )
        if not found:
            return None
        start = found.start()
        own = self.text[max(0, start - 2) : start]
        if found.group() == "新" and OWN_NAME.fullmatch(own) and own not in short_names():
            start -= 2
        return start - 2 if self.text[max(0, start - 2) : start] in short_names() else start

    def with_joint(self, start: int) -> int:
        """义|和|塔拉镇: behind a mark 和 joins no lone character, but the name has it."""
        is_joined = start > 1 and self.text[start - 1] == "和" and self.text[start - 2] not in LEVELS
        is_apart = is_joined and (start == 2 or self.text[start - 3] in MARKS)
        return start - 2 if is_apart and self.text[start - 2] not in MARKS else start

    def with_head(self, index: int) -> int:
        """浣|石二建公司, 韩|北镇工会联合会: a lone character that the dictionary makes nothing of, behind a mark."""
        if index:
            before = self.words[index - 1]
            is_odd = len(before.text) == 1 and before.tag in ODD_TAGS and "\u3400" <= before.text <= "\u9fff"
            is_joined = (
                len(before.text) == len(self.words[index].text) == 1
                and index + 1 < len(self.words)
                and self.sentence.likely_end(before.start) == self.words[index].end == before.end + 1
                and before.text not in NEVER_JOINED
                and self.words[index].text not in LEVELS
            )  # 同|泉|煤业集团, where likely words are 同泉
            is_behind_mark = before.start == 0 or self.text[before.start - 1] in "，、。；：（“的\n "
            if (is_odd or is_joined) and is_behind_mark:
                return before.start
        return self.words[index].start

    def odd_head(self, first: int) -> int | None:
        """钼都|医院: lone characters behind a mark, the first of which stands nowhere else."""
        index = first
        while index and first - index < 3 and HANZI.fullmatch(self.words[index - 1].text):
            if len(self.words[index - 1].text) > 1:
                return None
            index -= 1
        start = self.words[index].start
        is_apart = start == 0 or self.text[start - 1] in "，、。；：（“"
        return start if first - index > 1 and is_apart and self.words[index].tag in ODD_TAGS else None

    def place_of_company(self, start: int) -> int:
        """福建|岩上春茶业有限公司: from the place that stands a few characters before, whatever lies between."""
        for at in range(start - 2, max(-1, start - 8), -1):
            name = self.text[at:start]
            if not HANZI.fullmatch(name) or not NEVER_IN_COMPANIES.isdisjoint(name):
                break
            if at in self.sentence.index_of_start and (
                name[:2] in short_names() or self._known_place(at, start)
            ):
                return at
        return start

    def _known_place(self, at: int, end: int) -> bool:
        return any(self.text[at:stop] in self.places.names for stop in range(at + 2, min(at + 5, end)))
