"""Bodies in a sentence: unions, committees, companies, papers, schools.

A name is found from its end: a word such as 总工会 or 有限公司, then leftwards over what may stand in a name, until a
particle, a verb or a mark. It begins with something of its own: a place, a level (市总工会), a proper name. What has
nothing of its own (企业工会, 行业协会) is a kind of body, not a body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.passages import Sentence
from unioncms.parsing.patterns import words_pattern
from unioncms.parsing.places import LEVELS, Places

LONGEST = 32  # characters before the ending
STOP_TAGS = frozenset("pcudryftevqkiowxz")
SINGLE_STOP_TAGS = frozenset("pcudryfvqmt")
PROPER_TAGS = frozenset(("ns", "nz", "nt", "nr", "nrt", "nrfg", "eng"))
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
)
ORDINAL = re.compile(r"第?[一二三四五六七八九十百零〇\d]{1,4}[局院冶建]?")
NUMBERED = re.compile(r"[一二三四五六七八九十]{1,2}[中小](?![央国学间])")
OF_A_LEVEL = ("人大", "政协", "人大常委会")
# 中央 for the party's committee: 中央和省委, 中央会议精神; not 中央电视台.
CENTRE = re.compile(
    r"中央(?=[和、与及]|关于|召开|要求|精神|会议|决定|决策|部署|文件|领导|党的|经济工作|提出|强调|指出|明确|批准|同意)"
)
# Endings that only a company with a name has, whatever its name: 钢城集团公司.
OF_A_COMPANY = ("有限公司", "有限责任公司", "股份有限公司", "集团公司")
KIND = re.compile(
    r"(公司|集团|学校|医院|街道|厂)(工会委员会|总工会|工会|(?:党委|团委|纪委)(?!书记|副书记|委员|常委))?"
)
SHORT_NAME = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff]{2,4})、$")
QUOTED_ENDINGS = (
    "团队",
    "服务队",
    "突击队",
    "志愿队",
    "艺术团",
    "合唱团",
    "俱乐部",
    "协会",
    "小分队",
    "宣讲团",
    "联盟",
)
QUOTED = re.compile(f"“([\u3400-\u9fff]{{2,10}}?(?:{'|'.join(QUOTED_ENDINGS)}))”")


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as printed; `is_short` where its place must be found outside the words: 市总工会."""

    text: str
    start: int
    end: int
    is_short: bool = False
    full: str = ""  # 攀钢工会, where the list 攀钢、攀煤、钢城集团公司工会 prints 攀钢
    is_inside: bool = False  # stands inside a longer one: 市总 in 市总机关党委


class Lists:
    """The word lists that bodies are judged by, read once."""

    def __init__(self):
        self.endings = re.compile(words_pattern(load("organisation_endings")))
        self.weak_endings = frozenset(load("organisation_weak_endings"))
        self.shorts = frozenset(
            level + body for level in LEVELS for body in load("organisation_short_bodies")
        )
        self.known = re.compile(words_pattern([*load("organisations_known"), *self.shorts]))
        self.verbs = frozenset(load("organisation_verbs"))
        self.never = frozenset(load("organisation_never"))
        self.never_inside = re.compile(words_pattern(word for word in self.never if len(word) > 1))
        self.kinds = load("organisation_kinds")
        self.openers = frozenset(load("organisation_openers"))
        self.ordinary = frozenset(load("not_names"))
        self.stops = frozenset((*load("organisation_stops"), *load("title_times"), *load("office_verbs")))
        self.titles = frozenset(load("titles")) - frozenset(("代表", "监事", "董事", "委员", "教师", "队员"))


@cache
def lists() -> Lists:
    return Lists()


def find_organisations(sentence: Sentence, places: Places) -> list[Mention]:
    """Mentions in order; where two overlap the longer stays."""
    finder = _Finder(sentence, places)
    found = [
        *finder.known(),
        *finder.by_ending(),
        *finder.by_weak_ending(),
        *finder.by_kind(),
        *finder.quoted(),
    ]
    found.sort(key=lambda mention: (mention.start - mention.end, mention.start))
    taken: list[Mention] = []
    inside: list[Mention] = []
    for mention in found:
        if finder.is_in_title(mention):
            continue
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
        elif any(mention.start == other.start and _is_owner(mention, other) for other in taken):
            inside.append(replace(mention, is_inside=True))
    taken += [shared for mention in taken for shared in finder.sharing_its_ending(mention)]
    return sorted([*taken, *inside], key=lambda mention: mention.start)


class _Finder:
    """The bodies of one sentence, overlapping as they may."""

    def __init__(self, sentence: Sentence, places: Places):
        self.sentence, self.places = sentence, places
        self.words, self.text = sentence.words, sentence.text

    def known(self) -> Iterator[Mention]:
        """市总, 省委, 党中央, and bodies everyone knows."""
        for found in lists().known.finditer(self.text):
            start, end = found.span()
            name = found.group()
            if start not in self.sentence.index_of_start:
                continue
            is_short = name in lists().shorts
            place = self._place_before(self.sentence.index_of_start[start]) if is_short else None
            if is_short and not _is_short_form(self.text, name, start, end, place):
                continue
            if place is not None:
                yield Mention(self.text[place:end], place, end)
            elif is_short or end in self.sentence.index_of_end or name == "中共":
                yield Mention(name, start, end, is_short)
        for found in CENTRE.finditer(self.text):
            if found.start() in self.sentence.index_of_start:
                yield Mention(found.group(), found.start(), found.end())

    def by_ending(self) -> Iterator[Mention]:
        for found in lists().endings.finditer(self.text):
            if found.group() in OF_A_LEVEL and self.text[found.start() - 1 : found.start()] not in tuple(
                "省市区县州旗乡镇国"
            ):
                continue  # 水口山工|人大|罢工
            if self._ends_word(found.end()):
                yield from self._mention(found.start(), found.end())
        for found in NUMBERED.finditer(self.text):
            if found.end() in self.sentence.index_of_end:
                yield from self._mention(found.start(), found.end(), is_weak=True)

    def _ends_word(self, end: int) -> bool:
        """Also before the title in 工会主席, which the dictionary has as one word."""
        if end in self.sentence.index_of_end:
            return True
        word = next(word for word in self.words if word.end > end)
        return self.text[end : word.end] in lists().titles

    def by_weak_ending(self) -> Iterator[Mention]:
        """救护|队, 财务|部: a word of its own, or the tail of a longer one."""
        for word in self.words:
            if word.text in lists().weak_endings:
                yield from self._mention(word.start, word.end, is_weak=True)
            elif word.text[-1] in "队局厅所" and len(word.text) > 2 and word.tag[:1] == "n":
                yield from self._mention(word.end - 1, word.end, is_weak=True)

    def quoted(self) -> Iterator[Mention]:
        """“红星志愿服务队”: what stands alone between quotation marks has a name of its own."""
        for found in QUOTED.finditer(self.text):
            yield Mention(found.group(1), found.start(1), found.end(1))

    def by_kind(self) -> Iterator[Mention]:
        """公司工会 and, before a title, 公司: bodies that were named in full before."""
        for found in KIND.finditer(self.text):
            start, end = found.span()
            index = self.sentence.index_of_start.get(start)
            if index is None or (index and self._may_stand(index - 1)):
                continue
            if found.group(2) or self._title_follows(end):
                yield Mention(found.group(), start, end)

    def is_in_title(self, mention: Mention) -> bool:
        """《锡山区工会服务站创建方案》 names a paper, 《工人日报》 a body."""
        opening = self.text.rfind("《", 0, mention.start)
        if opening < 0 or self.text.rfind("》", opening, mention.start) > 0:
            return False
        return opening + 1 != mention.start or self.text[mention.end : mention.end + 1] != "》"

    def sharing_its_ending(self, mention: Mention) -> Iterator[Mention]:
        """攀钢、攀煤、钢城集团公司工会: short names before 、 share the 工会 behind the last."""
        if not mention.text.endswith("工会") or mention.is_short:
            return
        at = mention.start
        while found := SHORT_NAME.search(self.text, max(0, at - 6), at):
            index = self.sentence.index_of_start.get(found.start())
            name = found.group(1)
            if index is None or not (self._opens(index) or name[-1] in "钢煤电铁油化建矿纺药烟机船航"):
                break
            yield Mention(name, found.start(), found.start() + len(name), full=f"{name}工会")
            at = found.start()

    def _title_follows(self, end: int) -> bool:
        index = self.sentence.index_of_start.get(end)
        return index is not None and self.words[index].text.lstrip("副总常务") in lists().titles

    def _mention(self, ending_start: int, end: int, is_weak: bool = False) -> Iterator[Mention]:
        start = self._begin(ending_start, end, is_weak)
        if start is not None and start < ending_start:
            is_short = any(self.text.startswith(level, start) for level in LEVELS)
            yield Mention(self.text[start:end], start, end, is_short)

    def _begin(self, ending_start: int, end: int, is_weak: bool) -> int | None:
        """Where the name that ends here begins, or None where nothing in it is its own."""
        first = self._word_at(ending_start)
        if self.words[first].text in lists().shorts:
            return self._place_before(first)
        if self.words[first].text in lists().stops:
            return None
        left = self._walk_left(first, self.text[ending_start:end])
        place = self._first_place(self.words[left].start, end)
        stop = first + (self.words[first].start < ending_start)
        opener = next((index for index in range(left, stop) if self._opens(index)), None)
        if place is not None:
            start = self._place_above(place)
        elif self._is_of_a_company(self.words[left].start, ending_start, end):
            start = self.words[left].start
        elif opener is not None and not (is_weak and not self._opens_weak(opener)):
            while opener > left and len(self.words[opener].text) == len(self.words[opener - 1].text) == 1:
                opener -= 1  # 汐|湖, of which the dictionary knows but the second
            start = self.words[opener].start
        else:
            return None
        return None if self._is_a_kind(start, ending_start, end) else start

    def _opens_weak(self, index: int) -> bool:
        word = self.words[index]
        return word.tag[:2] in ("ns", "nt", "nz") or (word.text in LEVELS and word.end - word.start == 1)

    def _place_before(self, index: int) -> int | None:
        """Where the place begins whose level opens this word: 汐湖|市政协."""
        end = self.words[index].start
        level = next((level for level in LEVELS if self.words[index].text.startswith(level)), None)
        if level is None:
            return None
        for start in range(max(0, end - 8), end - 1):
            name = self.text[start : end + len(level)]
            if start in self.sentence.index_of_start and self.places.pattern.fullmatch(name):
                return self._place_above(start)
        if index and self.words[index - 1].tag == "ns" and not self._stops(self.words[index - 1].start):
            return self._place_above(self.words[index - 1].start)
        lone = index > 1 and all(len(self.words[at].text) == 1 for at in (index - 1, index - 2))
        if lone and self.sentence.guessed.get(end - 2, 0) >= end and not self._stops(end - 2):
            return end - 2
        return None

    def _place_above(self, start: int) -> int:
        """扬州市|江都区|总工会 begins with the upper place."""
        for above in range(max(0, start - 8), start - 1):
            if above in self.sentence.index_of_start and self.places.pattern.fullmatch(
                self.text[above:start]
            ):
                return above
        index = self.sentence.index_of_start.get(start, 0)
        if index > 1 and self.words[index - 1].text in LEVELS and self.words[index - 2].tag == "ns":
            return self.words[index - 2].start  # 云州|市|青山区
        return start

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
        for found in self.places.pattern.finditer(self.text, start, end):
            if (
                found.start() not in self.sentence.index_of_start
                and self.text[found.start() - 1] not in "任在由"
            ):
                continue
            if found.group().endswith(LEVELS):
                return bare.start() if bare is not None and bare.end() == found.start() else found.start()
            bare = bare or found
        return None

    def _is_a_kind(self, start: int, ending_start: int, end: int) -> bool:
        """Whether the words only say what kind of body: 每一名工会, 县级工人文化宫."""
        inside = self.text[start:ending_start]
        if (
            lists().never_inside.search(inside)
            or inside[:1] in lists().never
            or inside.endswith(lists().kinds)
        ):
            return True
        return inside in ("中国", "全国", "中央", "人民") and self.text[ending_start:end] in (
            "工会",
            "公司",
            "集团",
            "大学",
        )

    def _walk_left(self, first: int, ending: str) -> int:
        """Index of the leftmost word that may belong to the name."""
        words, index = self.words, first
        limit = words[first].start - LONGEST
        while index > 0 and words[index - 1].start >= limit:
            word = words[index - 1]
            if (
                word.text in ("和", "与", "及", "暨")
                and ending in JOINING
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
            elif self._may_stand(index - 1) or (ending.endswith("公司") and self._is_brand(index - 1)):
                index -= 1
            else:
                break
        return index

    def _is_brand(self, index: int) -> bool:
        """望川|启明|重型机械有限公司: an ordinary word right behind a place."""
        word = self.words[index]
        if word.tag[:1] not in "vad" or word.text in lists().stops or not index:
            return False
        before = self.text[max(0, word.start - 4) : word.start]
        return any(self.places.pattern.fullmatch(before[at:]) for at in range(len(before) - 1))

    def _reaches_place(self, index: int, limit: int) -> bool:
        """Whether plain words lead from here left to a place or a level: 石景山区|服务|和."""
        for at in range(index - 1, -1, -1):
            word = self.words[at]
            if word.start < limit or not self._may_stand(at):
                return False
            if word.tag == "ns" or word.text in LEVELS or self.places.pattern.match(self.text, word.start):
                return True
        return False

    def _may_stand(self, index: int) -> bool:
        word = self.words[index]
        if word.text in lists().titles or word.text in lists().stops:
            return False
        if word.text in lists().verbs or word.text in lists().openers:
            return True
        if self.places.pattern.fullmatch(word.text):
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
        starts = [self.words[at].start for at in range(max(0, index - 2), index + 1)]
        ends = [self.sentence.guessed.get(start, 0) for start in starts]
        return ends[-1] > word.end or any(end >= word.end for end in ends[:-1])

    def _opens(self, index: int) -> bool:
        word = self.words[index]
        if word.text in lists().openers or word.text in LEVELS or word.text in lists().shorts:
            return True
        if word.text in lists().ordinary or word.text in lists().verbs:
            return False
        if word.tag in PROPER_TAGS or self.places.pattern.match(self.text, word.start):
            return True
        if word.tag == "n" and len(word.text) > 2 and word.text[-1] in "山河江湖岭岛湾沟庄寨堡":
            return True
        return len(word.text) == 1 and word.tag != "m" and self.sentence.guessed.get(word.start, 0) > word.end


def _is_owner(mention: Mention, longer: Mention) -> bool:
    """市总 owns 市总机关党委; a company is not told apart from its union by the name alone."""
    rest = longer.text[len(mention.text) :]
    return (
        bool(rest)
        and not rest.startswith(("工会", "有限", "股份", "集团", "公司", "总公司", "责任"))
        and rest != "军部"
    )


def _is_short_form(text: str, name: str, start: int, end: int, place: int | None) -> bool:
    """省委 but not in 省委员会, 市总 but not in 全市总体规划, 区委 but not in 省市区委."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if place is None and before and before in "省市区县州全各级镇乡两跨本外社校园厂景矿灾":
        return name.startswith(("市", "区", "县", "省")) and text[start - 2 : start] in (
            "市委",
            "省委",
            "区委",
            "县委",
        )
    if name.endswith("总") and after and after in "体部量值数结计额理裁经会长督监动产工则共社公站局队览":
        return False
    if name.endswith("委") and after and after in "员托派":
        return False
    return not (name.endswith("人大") and text.startswith(("代表", "常委"), end))
