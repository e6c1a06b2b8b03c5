"""Bodies in a sentence: unions, committees, companies, papers, schools.

A name is found from its end, a word such as 总工会 or 有限公司; `beginnings` says where it begins.
Short forms (市总, 省委) and bodies everyone knows are found as they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.beginnings import Beginnings
from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.bodies.not_bodies import is_house, is_in_title, is_venue
from unioncms.parsing.naming.bodies.numbered_works import find_numbered
from unioncms.parsing.naming.bodies.parts_behind import with_parts, with_shops
from unioncms.parsing.naming.bodies.quoted import find_quoted
from unioncms.parsing.naming.bodies.shared_endings import sharing_the_ending_of
from unioncms.parsing.naming.bodies.teams import find_teams
from unioncms.parsing.naming.bodies.trimming import trimmed
from unioncms.parsing.naming.bodies.works_of_places import find_works_of_places
from unioncms.parsing.naming.passages import Sentence, Word
from unioncms.parsing.naming.places.areas import PREFECTURE, opening_level
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.patterns import WordList

# Twice the class, not {1,2}: a search skips fast to what a pattern opens with, unless it may come several times.
NUMBERED = re.compile(r"[一二三四五六七八九十][一二三四五六七八九十]?[中小](?![央国学间])")
# 全市委员, 社区委员: there 市委 and 区委 are no bodies; 全市总体规划: 市总 is none.
NO_SHORT_FORM_AFTER = "省市区县州全各级镇乡两跨本外社校园厂景矿灾"
NO_UNION_BEFORE = "体部量值数结计额理裁经会长督监动产工则共社公站局队览"
OF_ITS_UNIONS = (
    "组织",
    "系统",
    "工作",
    "干部",
    "会员",
    "小组",
    "组建",
    "经费",
    "联合会",
    "委员会",
    "工委",
)  # 县工会|干部: of all in the county
OF_SCIENCE = tuple("创研普教学")
ZONES = tuple(f"{kind}区" for kind in "理园新矿社发假景税范贸聚居小片厂")  # 管理|区工会
LEARNT = frozenset("了用做使看骑开唱写说如怎")
LEVEL_HEADS = frozenset("省市区县州旗乡镇国")
IN_A_TITLE = frozenset(
    ("党委", "党组", "纪委", "党工委", "工委", "党总支", "党支部", "支部", "团委", "董事会", "监事会")
)
TITLES_OF_THESE = ("书记", "副书记", "主席", "秘书", "委员", "常委")
OF_VILLAGES = frozenset("镇乡村区道")
OF_A_LEVEL = frozenset(("人大", "政协", "人大常委会"))
NO_GOVERNMENT = ("特殊津贴", "工作报告", "采购")
# 团市委, 民建云州市委会, 共青团云州市委: committees of a place that are not the party's.
OTHER_PARTY = re.compile(
    r"(?=[团共民农致九台][省市县区州旗青革盟建进工公三])(?:团[省市县区州旗]委|(?:共青团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)"
    r"(?:(?![、和与的在及])[\u3400-\u9fff]){1,7}?[省市县区州旗](?:委员会|委会|工委|委|总支|支部))"
)
# 中央 for the party's committee: 中央和省委, 中央会议精神; not 中央电视台.
CENTRE = re.compile(
    r"中央(?=[和、与及]|关于|召开|要求|精神|会议|决定|决策|部署|文件|领导|党的|经济工作|提出|强调|指出|明确|批准|同意)"
)
KIND = re.compile(
    r"(?=[集总公学医仲合项幼卫农林酒联协商养管街厂校院局段矿村社特新高经开园景示省市县])(?:(?:[省市县]局|集团公司|总公司|公司|集团|学校|学院|医院|仲裁院|合作社|项目部|幼儿园|卫生院|农场|林场|酒店|联合会|协会|商会|养护站|管理处|街道|(?<!分)厂|校|院|局|段|矿)"
    r"(?P<unit>工会委员会|总工会|工会|(?:党委|团委|纪委)(?!书记|副书记|委员|常委|会))?|(?:特区|新区|高新区|经开区|开发区|园区|景区|示范区|管理区|村|社区)(?P<zone>总工会|工会联合会|联合工会|工会工委|工会工作委员会|工会|党工委|管委会|党支部|党总支|委会))"
)
# 经济|开发区: what kind of zone it is, and no name
NO_ZONES = (
    "经济",
    "技术",
    "产业",
    "国家",
    "省级",
    "旅游",
    "农业",
    "工业",
    "商业",
    "生态",
    "城市",
    "农村",
    "国家级",
)
# 公司|人力资源部经理, 公司|女子焊接班班长
OFFICE_BEHIND = re.compile(
    r"(?:(?![的和与在由])[\u3400-\u9fff]){1,6}?(?:[部科室]副?(?:经理|部长|科长|主任)|班副?班长|组副?组长|队副?队长|处副?处长"
    r"|车间副?主任|工段副?段长|中心副?主任)"
)
COMPANIES = ("公司", "集团")
PROPER_TAGS = ("ns", "nz", "nr", "nt")
UNLISTED = re.compile(
    r"(?<=[、，。；：“])(?!总|集团|本|该|我|各|全|某|大|小)(?:(?![的在由为是对向把被从和与及到了或后前时上下中里内外])[\u3400-\u9fff]){3,7}$"
)
LAST_OF_LONG = "队局厅所科厂"  # how longer words for parts of a body end
HAS_LONG = re.compile(f"[{LAST_OF_LONG}]")
OF_COMPANIES = re.compile(r"(?:公司|集团|工程局)(?:工会)?$")  # 中国铁建 in 中国铁建港航局集团
NO_OBJECT = "，。；、的和与建要是在"  # 工会组织的, 工会组织建设: there 组织 is no verb
# Bodies that send a team, which has no name but theirs.
PLAYING = ("工会", "公司", "集团", "学校", "中学", "小学", "学院", "大学", "医院", "局", "银行", "厂", "矿")
OF_ANY_BEFORE = re.compile(r"[（(][市区县州镇乡旗][）)]$")
# 中国工会 and 党和政府, which the dictionary has as bodies, are none.
OF_THE_DICTIONARY = re.compile(
    r"(?:部|厅|局|司|院|社|报|(?<!工)会|所|(?<!高)校|大学|公司|集团|银行|证券|队|党|厂|矿|网|台|中心|协)$"
)


def find_organisations(sentence: Sentence, places: Places, tails: WordList | None = None) -> list[Mention]:
    """Mentions in order; where two overlap the longer stays. `tails` finds what `find_tails` found on the page."""
    finder = _Finder(sentence, places)
    found = [
        *finder.known(),
        *finder.by_ending(),
        *finder.by_weak_ending(),
        *find_works_of_places(sentence.text, places),
        *finder.by_kind(),
        *finder.by_tail(tails),
        *find_quoted(sentence.text),
        *finder.by_dictionary(),
        *find_teams(sentence.text),
        *find_numbered(sentence),
    ]
    if not found:
        return []
    found.sort(key=lambda mention: (mention.start - mention.end, mention.start))
    taken: list[Mention] = []
    inside: list[Mention] = []
    for mention in found:
        if finder.is_none(mention):
            continue
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
        elif any(_is_owner(mention, other) and finder.names_owner(mention, other) for other in taken):
            inside.append(replace(mention, is_inside=True))
    printed, taken = taken, with_parts(sentence.text, taken)
    inside += with_shops(sentence.text, taken, printed)
    taken += [
        shared for mention in taken for shared in sharing_the_ending_of(mention, sentence, finder.beginnings)
    ]
    found = sorted([*taken, *inside], key=lambda mention: mention.start)
    return [_as_printed(mention, sentence) if "（" in mention.text else mention for mention in found]


def _as_printed(mention: Mention, sentence: Sentence) -> Mention:
    """With the brackets that the page has."""
    printed = sentence.printed(mention.start, mention.end)
    return replace(mention, text=printed) if len(printed) == len(mention.text) else mention


class _Finder:
    """The bodies of one sentence, overlapping as they may."""

    def __init__(self, sentence: Sentence, places: Places):
        self.sentence = sentence
        self.beginnings = Beginnings(sentence, places)
        self.words, self.text = sentence.words, sentence.text

    def known(self) -> Iterator[Mention]:
        """市总, 省委, 党中央, and bodies everyone knows."""
        for found in lists().known.finditer(self.text):
            start, end = found.span()
            name = found.group()
            if start not in self.sentence.index_of_start:
                continue
            is_short = name in lists().shorts
            if is_short and OF_ANY_BEFORE.search(self.text, max(0, start - 5), start):
                continue  # 各区（市）|县总工会
            place = self.beginnings.place_before(self.sentence.index_of_start[start]) if is_short else None
            if place is None and name.startswith(PREFECTURE) and not self.beginnings.places.has_prefecture:
                continue
            if name == "地委" and not self.beginnings.places.has_prefecture:
                continue
            if name == "中共" and self.text.startswith("党员", end):
                continue  # 中共党员 is what somebody is
            if is_short and not _is_short_form(self.text, name, start, end, place):
                continue
            if not is_short and self.text.startswith(("公司", "集团"), end):
                end += 2
                end += 2 * (self.text.startswith("工会", end) and self._ends_word(end + 2))
                name = self.text[start:end]
            if place is not None:
                yield Mention(self.text[place:end], place, end)
            elif is_short or end in self.sentence.index_of_end or name == "中共":
                yield Mention(name, start, end, is_short)
        for found in OTHER_PARTY.finditer(self.text) if "委" in self.text or "支" in self.text else ():
            yield Mention(found.group(), found.start(), found.end(), found.group()[1] in LEVEL_HEADS)
        for found in CENTRE.finditer(self.text) if "中央" in self.text else ():
            if found.start() in self.sentence.index_of_start:
                yield Mention(found.group(), found.start(), found.end())

    def by_ending(self) -> Iterator[Mention]:
        for found in lists().endings.finditer(self.text):
            ending, start, end = found.group(), found.start(), found.end()
            before = self.text[start - 1 : start]
            if ending in OF_A_LEVEL and before not in LEVEL_HEADS:
                continue  # 水口山工|人大|罢工
            if ending in IN_A_TITLE and before not in OF_VILLAGES:  # 石桥村党支部|书记
                if self.text.startswith(TITLES_OF_THESE, end):
                    continue  # 公司|党委书记, 公司|董事会主席
            elif ending == "编委" and before in "社报刊部":
                continue  # 晚报社|编委方小舟
            elif ending == "学会" and self.text[end : end + 1] in LEARNT:
                continue  # 马有福|学会了用手机
            elif ending == "政府" and (before == "委" or self.text.startswith(NO_GOVERNMENT, end)):
                continue  # 党委|政府
            end += 2 * self.text.startswith("员会", end)  # 卫生健康委|员会
            if self._ends_word(end):
                yield from self._mention(start, end)
        for found in NUMBERED.finditer(self.text) if "中" in self.text or "小" in self.text else ():
            if found.end() in self.sentence.index_of_end:
                yield from self._mention(found.start(), found.end(), is_weak=True)

    def _ends_word(self, end: int) -> bool:
        """Also before the title in 工会主席 and the verb in 工会组织女职工, which the dictionary has as one word."""
        if end in self.sentence.index_of_end:
            return True
        word = next(word for word in self.words if word.end > end)
        rest = self.text[end : word.end]
        if rest == "组织" and self.text.startswith("的“", word.end):
            return True  # 第二中学工会|组织的“迎新跑”
        return (
            rest in lists().titles
            or rest in TITLES_OF_THESE
            or (rest == "组织" and self.text[word.end : word.end + 1] not in NO_OBJECT)
        )

    def _is_no_unit(self, word: Word) -> bool:
        """一百所乡村学校, 三部电影, where 所 and 部 count; 制茶|师, where no number tells of troops."""
        index = self.sentence.index_of_end.get(word.start)
        is_counted = index is not None and self.words[index].tag == "m"
        if word.text in ("师", "军"):
            return not is_counted  # 第二|师, but 制茶|师 and 丁小|军
        return is_counted and word.text in "部所院社队团营"

    def by_weak_ending(self) -> Iterator[Mention]:
        """救护|队, 财务|部: a word of its own, or the tail of a longer one."""
        endings = lists().weak_endings
        if not HAS_LONG.search(self.text) and endings.isdisjoint(self.sentence.texts):
            return
        for word, text in zip(self.words, self.sentence.texts, strict=True):
            is_long = len(text) > 2 and text[-1] in LAST_OF_LONG
            if not is_long and text not in endings:
                continue
            if word.text == "队" and self.text.endswith(PLAYING, 0, word.start):
                continue  # 县教育工会|队, 市第六中学|队
            if word.text == "科" and self.text.startswith(OF_SCIENCE, word.end):
                continue  # 启迪|科|创大厦
            if word.text == "部" and self.text.startswith(("经理", "副经理"), word.end):
                continue  # 机械公司|生产部经理: of the company
            if word.text in endings and not self._is_no_unit(word):
                yield from self._mention(word.start, word.end, is_weak=True)
            elif word.text == "代表队":
                continue  # 县医院|代表队: no body but the one that sends it
            elif is_long and word.tag in ("n", "nz", "nt") and not lists().endings.fullmatch(word.text):
                yield from self._mention(word.end - 1, word.end, is_weak=True)

    def by_kind(self) -> Iterator[Mention]:
        """公司工会 and, before a title, 公司: bodies that were named in full before."""
        for found in KIND.finditer(self.text):
            start, end = found.span()
            index = self.sentence.index_of_start.get(start)
            if index is None:
                continue
            if index and self.beginnings.reach.may_stand(index - 1):
                if found["zone"] and (own := self._zone_with_name(index - 1)) is not None:
                    yield Mention(self.text[own:end], own, end)
                if found["unit"] and found.group().startswith(COMPANIES):
                    own = self._company_with_name(start)
                    yield from [Mention(self.text[own:end], own, end)] if own < start else ()
                continue
            if (
                found["unit"]
                or found["zone"]
                or OFFICE_BEHIND.match(self.text, end)
                or self._title_follows(end)
                or (self.text[start - 1 : start] == "是" and self._title_follows(end + 1))
            ):
                yield Mention(found.group(), start, end)

    def _company_with_name(self, start: int) -> int:
        """、|菜都快运|公司工会|主席: a name may fill all between a mark and the kind, whatever its words."""
        name = UNLISTED.search(self.text, max(0, start - 8), start)
        first = self.sentence.index_of_start.get(name.start()) if name else None
        if first is None:
            return start
        inside = [word for word in self.words[first:] if word.end <= start]
        is_proper = inside[0].tag[:2] in PROPER_TAGS or any(len(word.text) == 1 for word in inside)
        return name.start() if is_proper and inside[0].tag[:1] in "nxajz" else start

    def _zone_with_name(self, index: int) -> int | None:
        """火炬|开发区总工会: where one word behind a mark begins that is the name of a zone."""
        name = self.words[index]
        is_apart = not index or self.words[index - 1].tag[:1] in "xp"
        is_name = len(name.text) == 2 and name.tag[:1] == "n" and name.text not in lists().kinds
        return name.start if is_apart and is_name and name.text not in NO_ZONES else None

    def by_tail(self, tails: WordList | None) -> Iterator[Mention]:
        """港务工会 on a page that prints 滨澜港务工会; not in 全市|港务工会, nor right behind a place: whether the two
        make a name is for the other rules to say."""
        for start, tail in tails.find(self.text) if tails is not None else ():
            end = start + len(tail)
            is_apart = start in self.sentence.index_of_start and self._ends_word(end)
            if is_apart and not self._is_behind_place(start):
                yield Mention(tail, start, end)

    def _is_behind_place(self, at: int) -> bool:
        before = {self.text[at - size : at] for size in range(2, min(at, 5) + 1)}
        return self.text[at - 1 : at] in LEVEL_HEADS or not self.beginnings.places.names.isdisjoint(before)

    def by_dictionary(self) -> Iterator[Mention]:
        """航天工业部, 中信证券: bodies that the dictionary has as one word."""
        for word in self.words if "nt" in self.sentence.tags else ():
            is_body = word.tag == "nt" and len(word.text) > 3 and word.text != "人力资源部"
            is_body = is_body and not word.text.startswith(lists().kinds)  # 民办学校
            if is_body and OF_THE_DICTIONARY.search(word.text):
                start = self.beginnings.place_above(word.start)
                yield Mention(self.text[start : word.end], start, word.end)

    def is_none(self, mention: Mention) -> bool:
        """Whether it is no body, though it ends as one does."""
        if is_in_title(mention, self.text) or is_house(mention, self.text):
            return True
        return is_venue(mention, self.text) and not self._title_follows(mention.end)

    def names_owner(self, mention: Mention, longer: Mention) -> bool:
        """市总 of 市总机关党委; 云州市总工会 of 云州市总工会女职工部|部长, who is an officer of it."""
        is_union = mention.text.endswith("总工会") and longer.text.endswith(("部", "女职工委员会"))
        return _is_known(mention) or (is_union and self._title_follows(longer.end))

    def _title_follows(self, end: int) -> bool:
        index = self.sentence.index_of_start.get(end)
        if index is None:
            return False
        title = self.words[index].text
        if title == "副" and index + 1 < len(self.words):  # 学院|副|院长
            title = self.words[index + 1].text
        return title.lstrip("副总常务") in lists().titles

    def _mention(self, ending_start: int, end: int, is_weak: bool = False) -> Iterator[Mention]:
        start = self.beginnings.find(ending_start, end, is_weak)
        if start is not None:
            start = trimmed(self.text, start, ending_start, end)
        if start is not None and start < ending_start:
            text = self.text[start:end]
            yield Mention(text, start, end, opening_level(text) != "")


def _is_known(mention: Mention) -> bool:
    return mention.text in lists().shorts or bool(lists().known.fullmatch(mention.text))


def _is_owner(mention: Mention, longer: Mention) -> bool:
    """市总 owns 市总机关党委; 市总 in 市总工会 is the same body."""
    rest = longer.text[len(mention.text) :]
    if mention.text.endswith(("银行", "公司", "集团")) or OF_COMPANIES.search(longer.text):
        return False  # 兴业银行 in 兴业银行三明分行
    if mention.text in load("organisation_groups"):
        return False  # 国家税务总局 in 国家税务总局衡阳市税务局
    return mention.start == longer.start and bool(rest) and not rest.startswith("工会")


def _is_short_form(text: str, name: str, start: int, end: int, place: int | None) -> bool:
    """省委 but not in 省委员会, 市总 but not in 全市总体规划, 区委 but not in 省市区委."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if place is None and before and before in NO_SHORT_FORM_AFTER:
        return name.startswith(("市", "区", "县", "省")) and text[start - 2 : start] in (
            "市委",
            "省委",
            "区委",
            "县委",
        )
    if name.endswith("总") and after and after in NO_UNION_BEFORE:
        return False
    if name.endswith("委") and after and after in "员托派":
        return False
    if name[1:] == "工会" and (text.startswith(OF_ITS_UNIONS, end) or text[start - 1 : start + 1] in ZONES):
        return False
    return not (name.endswith("人大") and text.startswith(("代表", "常委"), end))
