"""Which body a title of a sentence is of: 云州市总工会|主席, 副市长 of its government, 磨工车间|班组长 of a works."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.kinds import UNION_UNITS
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.bodies.reach import Reach
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.areas import NEVER_IN_PLACES
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.naming.posts.titles import Title
from unioncms.parsing.naming.posts.trades import is_trade, opens_item, workplace_of
from unioncms.parsing.patterns import words_pattern
from unioncms.parsing.shapes import LEVELS

FIRST = re.compile(r"首席[\u3400-\u9fff]{2,4}$")  # 首席焊接|技师
BLANKS = " \u3000"
DEPARTMENT = re.compile(
    r"(?P<unit>组织部|宣传部|统战部|政法委|纪委|办公室|人武部|武装部|书记处|组织|宣传|统战|人事处|财务处|公安局|政研室)$"
)
# 副主席、|机关|党委书记兼|女工委|主任: in a list the unit right behind the mark.
LISTED_DEPARTMENT = re.compile(
    r"(?<=[、，兼])(?P<unit>机关|经审会|[\u3400-\u9fff]{1,6}(?:部|处|科|办|(?<!员)委|室|中心))$"
)
LISTED_FIELD = re.compile(r"(?<=[、，兼])(?P<unit>[\u3400-\u9fff]{2,4})$")
# 铸钢分厂电工班|班长: parts of a works or school that is named elsewhere.
PART = re.compile(
    r"(?:^|(?<=[、，；：。“—\n 和与及记是任为由在让请的]))记?"
    r"(?P<part>(?:(?![的由为在任是与和及对向])[\u3400-\u9fff]){1,8}?(?:车间|[^工总]厂|工段|工区|(?<![领值])班|[一二三四五六七八九十]队|系|分院|庭)(?:[\u3400-\u9fff]{1,4}班)?)(?:工会|分工会)?$"
)
WHOLE_PART = re.compile(
    r"[\u3400-\u9fff]{1,8}(?:中心|车间|分厂|工段|工区|班|[一二三四五六七八九十]队|系|分院|庭)"
)
THIS_BODY = re.compile("该(?:会|厂|校|院|局|社|矿|所|站|队|公司|集团)$")
LONGEST_PART = LONGEST_TAIL = 12
TAIL_ENDS = frozenset("司厂会心站社队院校所室馆团园场处")
# 机电工程|系主任, 电工|班班长: the dictionary of titles has the part's last character.
PART_HEADS = ("系主任", "班班长", "车间主任", "庭庭长")
GOVERNOR = re.compile(r"副?(?:代)?(?:常务副|副)?([省市区县州旗镇乡])长")
PLACE_OF_BODY = re.compile(
    r"(?:中共)?(?P<place>(?:[\u3400-\u9fff]{2,7}?(?:自治[区州县旗]|[省市区县州盟旗])){1,3}|[省市区县州盟旗])"
)
OF_A_PLACE = re.compile(r".{2,8}?[省市区县州旗]|[省市区县州旗]")
FORMER = ("前任", "原", "前")
BEFORE_FORMER = ("", *"，。、；：“（\n ")
SENT = re.compile("(?:派[出来]|选派|[特外]聘|[聘特]请的)$")
BEFORE_BRANCH = re.compile("(?:派[出来]|选派)?的?")  # 市总工会派来的|工资协商|指导员
LONGEST_BRANCH = 6
HANZI = re.compile(r"(?:(?![的和与及])[\u3400-\u9fff])+")
OWNERS = tuple(
    "厂社校院局队站村镇区处行店所场业会库矿段馆台园部"
)  # 钼都医院|工会: of a body that is named elsewhere
OWNED_UNION = re.compile(
    r"(?:^|(?<=[、，；：。“—\n 和与及任由在让请的是]))"
    r"(?P<union>(?![是与和及由为在对向])(?:[\u3400-\u9fff]{2,10}|[村矿厂校院局段库])工会)$"
)
# 青石公司|工会: a company of two characters, behind a mark
NAMED_COMPANY = re.compile(r"(?:^|(?<=[，。、；：“\n ]))(?!集团|[本该总])[\u3400-\u9fff]{2}公司$")
# What a title opens with that is a body of its own: 栖霞镇总工会|干事, 细纱车间|主任, 石桥村党支部|书记.
OWN_UNITS = (
    "工会",
    "总工会",
    "车间",
    "党支部",
    "党总支",
    "党委",
    "党工委",
    "工委",
    "支部",
    "系",
    "科",
    "执委会",
    "编委",
    "政协",
    "分公司",
    "护理部",
)


@cache
def _bare_body() -> re.Pattern:
    return re.compile(f"[、，](?P<body>{words_pattern(load('organisation_short_bodies'))})$")


class Offices:
    """The titles and bodies of one sentence by where they begin and end."""

    def __init__(
        self, sentence: Sentence, places: Places, bodies: Iterable[Mention], titles: Iterable[Title]
    ):
        self.sentence, self.text, self.places = sentence, sentence.text, places
        bodies = sorted(bodies, key=lambda mention: mention.end - mention.start)  # the longest stays
        self.bodies_by_end = {mention.end: mention for mention in bodies}
        self.bodies_by_start = {mention.start: mention for mention in bodies}
        titles = [self._of_former(self._with_department(title)) for title in titles]
        self.titles_by_end = {title.end: title for title in titles}
        self.titles_by_start = {title.start: title for title in titles}
        self.place_of_work = workplace_of(self.text, ((each.start, each.end) for each in bodies))

    def skip_back(self, at: int) -> int:
        while at and self.text[at - 1] in BLANKS:
            at -= 1
        return at

    def body_before(self, title: Title) -> Mention | None:
        """The body that ends where the title begins; for 市长 and 副县长 the government of the place."""
        at = self.skip_back(title.start)
        if at in self.bodies_by_end:
            body = self.bodies_by_end[at]
            is_of_union = title.end - title.start > len(title.text)  # 云州大学|原|工会|主席
            return replace(body, text=f"{body.text}工会") if is_of_union else body
        if self.text[at - 1 : at] in ("的", "女") and at - 1 in self.bodies_by_end:
            return self.bodies_by_end[at - 1]  # 县职业中学的|教师
        if self.text[at - 2 : at] == "的老" and at - 2 in self.bodies_by_end:
            return self.bodies_by_end[at - 2]  # 矿工会的老|主席
        sent = SENT.search(self.text, max(0, at - 3), at)
        if sent and sent.start() in self.bodies_by_end:
            return self.bodies_by_end[sent.start()]  # 区总工会派出|协商指导员, 市总工会聘请的|法律顾问
        if self.text[at - 1 : at] == "，" and (body := self.bodies_by_end.get(at - 1)):
            return body if opens_item(self.text, body.start, body.end) else self._workplace(title)
        if self.text[at - 1 : at] == "）" and (opening := self.text.rfind("（", max(0, at - 10), at)) > 0:
            at = opening  # 市工商联（总商会）|副主席
            if at in self.bodies_by_end:
                return self.bodies_by_end[at]
        quote = self.text.rfind("“", max(0, at - 12), at) if self.text[at - 1 : at] == "”" else -1
        if quote > 0 and quote in self.bodies_by_end:  # 港务集团“海燕三号”|船长
            return self.bodies_by_end[quote]
        if this := THIS_BODY.search(self.text, max(0, at - 3), at):
            return Mention(this.group(), this.start(), at)
        return (
            self.unit_ending(at)
            or self._part(at)
            or self._bare_union(at)
            or self._tail(at)
            or self._bare(at)
            or self.government(title, at)
            or self._workplace(title)
        )

    def _workplace(self, title: Title) -> Mention | None:
        """在港务公司，|装卸工|卢阿土说"""
        if self.place_of_work is None:
            return None
        start, end = self.place_of_work
        if not is_trade(title.text) and title.start != end + 1:
            return None  # 在云州技术学院，|党委书记
        is_near = end < title.start and "，" not in self.text[end + 1 : title.start]
        return self.bodies_by_start[start] if is_near else None

    def _part(self, at: int) -> Mention | None:
        """磨工车间|班组长: the works is named elsewhere."""
        if self.text[at - 1 : at] not in tuple("间厂段区班队系院庭会心"):
            return None
        found = PART.search(self.text, max(0, at - 16), at)
        if found:
            start = found.start("part")
            if self.text[start - 1 : start] == "的" and (owner := self.bodies_by_end.get(start - 1)):
                return Mention(owner.text + self.text[start:at], owner.start, at)  # 供电公司的|抢修班
            return Mention(self.text[start:at], start, at, is_part=True)
        for start in range(at - 2, max(-1, at - LONGEST_PART), -1):
            if owner := self.bodies_by_end.get(start):  # 技术学院|机电工程系
                is_part = WHOLE_PART.fullmatch(self.text, start, at)
                return Mention(owner.text + self.text[start:at], owner.start, at) if is_part else None
        return None

    def _tail(self, at: int) -> Mention | None:
        """联合工会|主席, 保健院|护士长: what may be the end of a name that the article prints in full elsewhere."""
        index = self.sentence.index_of_end.get(at, self.sentence.index_of_start.get(at - 2))
        if index is None or self.text[at - 1] not in TAIL_ENDS:
            return None
        if self.text.endswith("联合工会", 0, at):
            return Mention("联合工会", at - 4, at, is_part=True, is_tail=True)
        left = Reach(self.sentence, self.places).leftmost(index, self.sentence.words[index].text)
        start = self.sentence.words[left].start
        tail = self.text[start:at]
        is_tail = 1 < len(tail) <= LONGEST_TAIL and tail not in ("工会", "总工会")
        return Mention(tail, start, at, is_part=True, is_tail=True) if is_tail else None

    def _union_unit(self, at: int) -> Mention | None:
        """经费审查委员会|主任: of the union that the article is about."""
        unit = next((each for each in UNION_UNITS if self.text.endswith(each, 0, at)), "")
        return Mention(unit, at - len(unit), at, is_part=True) if unit else None

    def unit_ending(self, at: int) -> Mention | None:
        """市总工会|经费审查委员会 before `at`: with its union, where that stands before it."""
        unit = self._union_unit(at)
        union = (self.bodies_by_end.get(unit.start) or self._tail(unit.start)) if unit else None
        if union is None:
            return unit
        return replace(union, text=union.text + unit.text, end=at)

    def unit_at(self, at: int) -> Mention | None:
        unit = next((each for each in UNION_UNITS if self.text.startswith(each, at)), "")
        return Mention(unit, at, at + len(unit), is_part=True) if unit else None

    def _bare_union(self, at: int) -> Mention | None:
        """公司党委书记高海、|工会|主席张晓"""
        if at < 2 or self.text[at - 2 : at] != "工会":
            return None
        if self.text[at - 3 : at - 2] == "总":
            return self._of_the_place_before(at - 3, at)
        if self.text[at - 3 : at - 2] not in OWNERS and not NAMED_COMPANY.search(
            self.text, max(0, at - 8), at - 2
        ):
            return self._tail(at) or Mention("公司工会", at - 2, at)
        found = OWNED_UNION.search(self.text, max(0, at - 14), at)
        return Mention(found["union"], found.start("union"), at, is_part=True) if found else None

    def _of_the_place_before(self, start: int, end: int) -> Mention | None:
        """县委常委、|总工会|主席, 远山市政协副主席、|总工会|主席: of the place of the body before it."""
        before = [body for body in self.bodies_by_end.values() if body.end <= start]
        nearest = max(before, key=lambda body: body.end, default=None)
        place = PLACE_OF_BODY.match(nearest.text) if nearest else None
        if place is None:
            return None
        level = next((each for each in LEVELS if nearest.is_short and nearest.text.startswith(each)), "")
        return Mention((level or place["place"]) + self.text[start:end], start, end, bool(level))

    def _bare(self, at: int) -> Mention | None:
        """芦汀县人社局局长应国庆、|工信局|副局长: a body of the place of the one before it in the list."""
        bare = _bare_body().search(self.text, max(0, at - 9), at)
        if not bare:
            return None
        before = [body for body in self.bodies_by_end.values() if body.end <= bare.start()]
        nearest = max(before, key=lambda body: body.end, default=None)
        place = OF_A_PLACE.match(nearest.text) if nearest else None
        return Mention(place.group() + bare.group("body"), bare.start("body"), bare.end()) if place else None

    def government(self, title: Title, at: int) -> Mention | None:
        if not (found := GOVERNOR.fullmatch(title.text.removeprefix("原"))):
            return None
        level = found.group(1)
        for start in range(max(0, at - 8), at - 1):
            place = self.text[start:at]
            if place in self.places.names:
                return Mention((place if place.endswith(level) else place + level) + "人民政府", start, at)
        if at > 2 and self.text[at - 1] == level and not NEVER_IN_PLACES & set(self.text[at - 3 : at - 1]):
            return Mention(f"{self.text[at - 3 : at]}人民政府", at - 3, at)
        return Mention(f"{level}政府", title.start, title.start, is_short=True)

    def _with_department(self, title: Title) -> Title:
        """市委常委、组织部|部长: a department without its body belongs to the title."""
        for unit in OWN_UNITS if title.text.startswith(OWN_UNITS) else ():
            cut = title.start + len(unit)
            if not title.text.startswith(unit) or len(title.text) == len(unit):
                continue
            if title.start in self.bodies_by_end and title.text in PART_HEADS:
                continue  # 机械公司|车间主任: of one of its shops
            is_part = title.text in PART_HEADS and self._part(cut) is not None
            if is_part or cut in self.bodies_by_end:
                return Title(title.text[len(unit) :], cut, title.end)
        if title.start in self.bodies_by_end:
            return title
        found = DEPARTMENT.search(self.text, max(0, title.start - 5), title.start)
        found = found or LISTED_DEPARTMENT.search(self.text, max(0, title.start - 8), title.start)
        if not found and title.text in ("部长", "副部长"):
            found = LISTED_FIELD.search(self.text, max(0, title.start - 5), title.start)  # 、|民管|部长
            found = found if found and f"{found['unit']}部" in load("union_departments") else None
        if not found or found.start("unit") in self.bodies_by_start:  # 、|市总工会|经审委|主任
            return self._with_task(title)
        return Title(self.text[found.start("unit") : title.end], found.start("unit"), title.end)

    def _of_former(self, title: Title) -> Title:
        """县茶厂|原厂长|劳小满, ，|原主席|柳一川: the title of who held it once, behind a body, a place or a mark."""
        union = "工会" if self.text.endswith("工会", 0, title.start) else ""  # 大学|原|工会|主席
        at = title.start - len(union)
        once = next((each for each in FORMER if self.text.endswith(each, 0, at)), "")
        start = at - len(once)
        before = self.text[start - 1 : start]
        is_apart = start in self.bodies_by_end or before in BEFORE_FORMER
        if once and (is_apart or (before in LEVELS and GOVERNOR.fullmatch(title.text))):
            return Title(once + title.text, start, title.end)
        return title

    def once_of(self, title: Title, body: Mention | None) -> Title:
        """原|县教育局|副局长: what stands before the body is said of the title."""
        at = body.start - 1 if body else -1
        is_once = at >= 0 and self.text[at] == "原" and self.text[at - 1 : at] in BEFORE_FORMER
        return replace(title, text=f"原{title.text}") if is_once else title

    def _with_branch(self, title: Title) -> Title:
        """第二中学|语文|教师, 机械公司|人力资源部|经理: what somebody teaches or heads, right behind the body."""
        before = range(title.start - 2, max(0, title.start - LONGEST_BRANCH - 2), -1)
        start = next((at for at in before if at in self.bodies_by_end), None)
        if start is None:
            return title
        start = BEFORE_BRANCH.match(self.text, start).end()
        branch = self.text[start : title.start]
        is_branch = branch.endswith("部") if title.text.endswith("经理") else len(branch) < LONGEST_BRANCH + 1
        if not is_branch or not HANZI.fullmatch(branch) or not self.is_of_nouns(start, title.start):
            return title
        return Title(branch + title.text, start, title.end)

    def is_of_nouns(self, start: int, end: int) -> bool:
        index = self.sentence.index_of_start.get(start)
        while index is not None and index < len(self.sentence.words):
            word = self.sentence.words[index]
            is_verb = word.tag[:1] == "v" and word.text not in load("title_fields")
            if word.end > end or is_verb or word.tag[:1] not in "nbjvl":
                return False
            if word.end == end:
                return True
            index += 1
        return False

    def _with_task(self, title: Title) -> Title:
        """图为|吊装|队长: what the team does, where nothing else stands before it."""
        index = self.sentence.index_of_end.get(title.start)
        if index is not None and title.text.endswith(load("titles_with_fields")):
            return self._with_branch(title)
        if title.text == "技师" and (first := FIRST.search(self.text, max(0, title.start - 6), title.start)):
            return Title(self.text[first.start() : title.end], first.start(), title.end)
        if title.text not in ("队长", "班长", "组长") or index is None:
            return title
        task = self.sentence.words[index]
        is_apart = task.start == 0 or self.text[task.start - 1] in "，、；：为的"
        if len(task.text) != 2 or task.tag not in ("n", "v", "vn") or not is_apart:
            return title
        return Title(task.text + title.text, task.start, title.end)
