"""What a sentence says people are: 市人大常委会副主任、市总工会主席谭敦龙.

A chain of posts stands before the name, behind it (夏宝龙书记; 温明忠，现任 …) or after a verb of office
(当选, 任命 … 为). Titles share the body before them: 温州市总工会党组书记、常务副主席 are two posts in one union.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.name_neighbours import LIFE
from unioncms.parsing.names import Name
from unioncms.parsing.organisations import Mention
from unioncms.parsing.passages import Sentence
from unioncms.parsing.patterns import words_pattern
from unioncms.parsing.places import NEVER_IN_PLACES, Places
from unioncms.parsing.titles import Title, opens_item

DEPARTMENT = re.compile(
    r"(?P<unit>组织部|宣传部|统战部|政法委|纪委|办公室|人武部|武装部|书记处|组织|宣传|统战|人事处|财务处|公安局|政研室)$"
)
# 副主席、|机关|党委书记兼|女工委|主任: in a list the unit right behind the mark.
LISTED_DEPARTMENT = re.compile(r"(?<=[、兼])(?P<unit>机关|[\u3400-\u9fff]{2,6}(?:部|处|科|办|委|室|中心))$")
SESSION = re.compile(r"第[一二三四五六七八九十百]{1,4}届(?:委员会)?(?:常务委员会)?")
# Titles that several may hold at once: 副主席段国强、芮小兰.
OF_SEVERAL = re.compile(r"副|委员$|成员$|常委$|理事$|代表$|调研员$|巡视员$|干事$|科员$")
# 女骑手蒙晓琪、|分拣员|巴雨晴当选 …
BETWEEN_ELECTED = re.compile(r"[和与及，]|、(?:[\u3400-\u9fff]{1,4}[员手工师])?")
COMMA = re.compile(r"[，；]")
GOVERNOR = re.compile(r"副?(?:代)?(?:常务副|副)?([省市区县州旗镇乡])长")
UNION_OF = re.compile(r"(?:党委|党组|党总支|党支部|工会)$")
WITH_UNION = re.compile(r"(?:中学|小学|学校|学院|大学|幼儿园|医院|银行|机务段|供电局)$")
OF_A_PLACE = re.compile(r".{2,8}?[省市区县州旗]|[省市区县州旗]")
BLANKS = " \u3000"
# 石磊，男，1965年8月出生，… 现任某公司董事、总经理: the subject stands far before.
NOW_IN_OFFICE = re.compile(
    r"(?:现任|现为|兼任|现兼任|至今任|至今担任|目前担任|如今[是任]|现在是|现今是)(?:了)?"
)
SUBJECT = re.compile(r"^[”’」』]?(?:他|她|这位|这名|此人)[^，。；]{0,16}?(?:是|任|系|担任|出任|兼任)(?:了)?")


@dataclass(frozen=True, slots=True)
class PrintedPost:
    """A post as printed: `organisation` is None where the words name none."""

    name: str
    organisation: Mention | None
    title: Title
    start: int
    end: int


@cache
def _into_office() -> re.Pattern:
    return re.compile(f"(?:{words_pattern(load('office_verbs'))})")


@cache
def _bare_body() -> re.Pattern:
    return re.compile(f"[、，](?P<body>{words_pattern(load('organisation_short_bodies'))})$")


@cache
def _before_relative() -> re.Pattern:
    return re.compile(f"(?:{words_pattern([*load('office_verbs'), '身为', '作为', '是'])})$")


class PostFinder:
    """The posts of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        places: Places,
        names: Iterable[Name],
        organisations: Iterable[Mention],
        titles: Iterable[Title],
    ):
        self.sentence, self.text = sentence, sentence.text
        self.names = list(names)
        self.places = places
        organisations = list(organisations)
        ends = {mention.end for mention in organisations}
        titles = [self._with_department(title, ends) for title in titles]
        self.titles_by_end = {title.end: title for title in titles}
        self.titles_by_start = {title.start: title for title in titles}
        bodies = sorted(organisations, key=lambda mention: mention.end - mention.start)  # the longest stays
        self.bodies_by_end = {mention.end: mention for mention in bodies}
        self.bodies_by_start = {mention.start: mention for mention in bodies}
        self.name_starts = {name.start for name in self.names}

    def _with_department(self, title: Title, ends: set[int]) -> Title:
        """市委常委、组织部|部长: a department without its body belongs to the title."""
        for cut in (2, 3):  # 栖霞镇总工会|干事, 细纱车间|主任: 工会干事 and 车间主任 are titles too
            if title.text[:cut] in ("工会", "总工会", "车间") and title.start + cut in ends:
                return Title(title.text[cut:], title.start + cut, title.end)
        found = DEPARTMENT.search(self.text, max(0, title.start - 5), title.start)
        if title.start in ends:
            return title
        found = found or LISTED_DEPARTMENT.search(self.text, max(0, title.start - 8), title.start)
        if not found:
            return self._with_task(title)
        return Title(self.text[found.start("unit") : title.end], found.start("unit"), title.end)

    def _with_task(self, title: Title) -> Title:
        """图为|吊装|队长: what the team does, where nothing else stands before it."""
        index = self.sentence.index_of_end.get(title.start)
        if title.text not in ("队长", "班长", "组长") or index is None:
            return title
        task = self.sentence.words[index]
        is_apart = task.start == 0 or self.text[task.start - 1] in "，、；：为的"
        if len(task.text) != 2 or task.tag not in ("n", "v", "vn") or not is_apart:
            return title
        return Title(task.text + title.text, task.start, title.end)

    def _body_before(self, title: Title) -> Mention | None:
        """The body that ends where the title begins; for 市长 and 副县长 the government of the place."""
        at = self._skip_back(title.start)
        if at in self.bodies_by_end:
            return self.bodies_by_end[at]
        if self.text[at - 1 : at] == "的" and at - 1 in self.bodies_by_end:
            return self.bodies_by_end[at - 1]  # 县职业中学的|教师
        if self.text[at - 2 : at] in ("派出", "选派") and at - 2 in self.bodies_by_end:
            return self.bodies_by_end[at - 2]  # 区总工会派出|协商指导员
        if self.text[at - 1 : at] == "，" and (body := self.bodies_by_end.get(at - 1)):
            return body if opens_item(self.text, body.start, body.end) else None
        quote = self.text.rfind("“", max(0, at - 12), at) if self.text[at - 1 : at] == "”" else -1
        if quote > 0 and quote in self.bodies_by_end:  # 港务集团“海燕三号”|船长
            return self.bodies_by_end[quote]
        if self.text[at - 2 : at] == "工会" and at > 1:
            return Mention("公司工会", at - 2, at)  # 公司党委书记高海、工会主席张晓
        if bare := _bare_body().search(self.text, max(0, at - 9), at):
            return self._bare(bare)
        if not (found := GOVERNOR.fullmatch(title.text)):
            return None
        level = found.group(1)
        for start in range(max(0, at - 8), at - 1):
            place = self.text[start:at]
            if place in self.places.names:
                return Mention((place if place.endswith(level) else place + level) + "人民政府", start, at)
        if at > 2 and self.text[at - 1] == level and not NEVER_IN_PLACES & set(self.text[at - 3 : at - 1]):
            return Mention(f"{self.text[at - 3 : at]}人民政府", at - 3, at)
        return Mention(f"{level}政府", title.start, title.start, is_short=True)

    def _bare(self, bare: re.Match) -> Mention | None:
        """芦汀县人社局局长应国庆、|工信局|副局长: a body of the place of the one before it in the list."""
        before = [body for body in self.bodies_by_end.values() if body.end <= bare.start()]
        nearest = max(before, key=lambda body: body.end, default=None)
        place = OF_A_PLACE.match(nearest.text) if nearest else None
        return Mention(place.group() + bare.group("body"), bare.start("body"), bare.end()) if place else None

    def find(self, last_name: str | None) -> list[PrintedPost]:
        """`last_name` is the person named last before the sentence: 他是 … speaks of that one."""
        if not self.titles_by_end:
            return []
        found: list[PrintedPost] = []
        elected: Mention | None = None
        for group in self._lists_of_names():
            posts = self._into_office(group[-1])
            posts = [replace(post, organisation=post.organisation or elected) for post in posts]
            elected = posts[-1].organisation if posts else elected
            for name in group:
                found += _of(name.text, posts)
        shared: Mention | None = None
        several: list[PrintedPost] = []
        reach = -1
        for name in self.names:
            before = self._before(name)
            begin = min((post.start for post in before), default=name.start)
            if self.text[reach:begin] not in ("、", "，", "和") or reach < 0:
                shared = None
            before = [replace(post, organisation=_shared(post.organisation, shared)) for post in before]
            if before:
                several = before if OF_SEVERAL.search(before[-1].title.text) else []
            elif self.text[reach : name.start] in ("、", "和") and reach > 0:
                found += _of(name.text, several)
            else:
                several = []
            shared = next((post.organisation for post in reversed(before) if post.organisation), shared)
            reach = name.end
            found += _of(name.text, before)
            found += _of(name.text, self._behind(name))
        if self.names and self.names[0].start == 0 and LIFE.match(self.text, self.names[0].end):
            for mark in COMMA.finditer(self.text):
                found += _of(
                    self.names[0].text, [post for post in self._chain_from(mark.end()) if post.organisation]
                )
        for verb in NOW_IN_OFFICE.finditer(self.text):
            subject = self._subject(verb.start()) or last_name
            if subject and not self._name_ends(verb.start()):
                found += _of(subject, self._chain_from(verb.end()))
        if last_name and (subject := SUBJECT.match(self.text)) and not self._name_follows(subject.end()):
            found += _of(last_name, self._chain_from(subject.end()))
        return found

    def _subject(self, at: int) -> str | None:
        """Who is spoken of: the name that opens the sentence, 秦朗拜贺铁生为师，如今是 …, or the last before."""
        before = [name for name in self.names if name.end <= at]
        opening = next((name for name in before if name.start == 0), None)
        subject = opening or (before[-1] if before else None)
        return subject.text if subject else None

    def _lists_of_names(self) -> list[list[Name]]:
        """顾长林、纪云生、商梦溪当选 …: names that stand together share what follows."""
        groups: list[list[Name]] = []
        for name in self.names:
            posts = self._before(name)
            begin = min((post.start for post in posts), default=name.start)
            if groups and BETWEEN_ELECTED.fullmatch(self.text, groups[-1][-1].end, begin):
                groups[-1].append(name)
            else:
                groups.append([name])
        return groups

    def _before(self, name: Name) -> list[PrintedPost]:
        """The chain that ends where the name begins, read from its end."""
        at = self._skip_back(name.start)
        is_relative = self.text[at - 1 : at] == "的" and at - 1 in self.titles_by_end
        chain: list[tuple[Title, Mention | None]] = []
        at -= is_relative or (self.text[at - 1 : at] == "叫" and at - 1 in self.titles_by_end)  # 班长|叫
        while at in self.titles_by_end:
            title = self.titles_by_end[at]
            body = self._body_before(title)
            chain.append((title, body))
            at = min(body.start, title.start) if body else title.start
            if at > 0 and (self.text[at - 1] in "、兼" or self._goes_on_before(at, body)):
                at = self._skip_back(at - 1)
            else:
                break
        if is_relative and not _before_relative().search(self.text, max(0, at - 6), at):
            return []
        return _spread(reversed(chain))

    def _goes_on_before(self, at: int, body: Mention | None) -> bool:
        """市委常委、秘书长，|市总工会主席高文远: before the comma stand posts of the same person, and no name."""
        if body is None or self.text[at - 1] != "，" or at - 1 not in self.titles_by_end:
            return False
        begin = max(self.text.rfind(mark, 0, at - 1) for mark in "，。；：") + 1
        title = self.titles_by_end[at - 1]
        return not any(begin <= name.start < at for name in self.names) and any(
            begin == start for start in (title.start, *(each.start for each in self.bodies_by_end.values()))
        )

    def _behind(self, name: Name) -> list[PrintedPost]:
        """夏宝龙书记; 温明忠（承德县总工会主席）; 温明忠，现任承德县总工会主席，…"""
        if name.end in self.titles_by_start:
            title = self.titles_by_start[name.end]
            if title.end in self.name_starts:
                return []
            return [
                PrintedPost(
                    "", self.bodies_by_end.get(self._skip_back(name.start)), title, name.start, title.end
                )
            ]
        mark = self.text[name.end : name.end + 1]
        if mark in ("（", "(", "，", "：") and mark:
            at = name.end + 1
            if verb := _into_office().match(self.text, at):
                at = verb.end()
            elif mark in ("，",):
                return self._listed(at)
            return self._chain_from(at)
        return []

    def _listed(self, at: int) -> list[PrintedPost]:
        """卢阿土，港务公司装卸工；王小满，… : in a list of names the post is all that stands behind the comma."""
        posts = self._chain_from(at)
        if not posts or posts[0].organisation is None or posts[0].organisation.start != at:
            return []
        return posts if self.text[posts[-1].end : posts[-1].end + 1] in "；;。" else []

    def _into_office(self, name: Name) -> list[PrintedPost]:
        """谭敦龙当选衡阳市总工会主席, 选举谭敦龙为主席."""
        at = name.end
        for filler in ("同志", "等", "被", "再次", "先后", "当场", "，"):
            if self.text.startswith(filler, at):
                at += len(filler)
        verb = _into_office().match(self.text, at)
        return self._chain_from(verb.end()) if verb else []

    def _chain_from(self, at: int) -> list[PrintedPost]:
        """The posts printed from here on: a body, its titles, 、, the next body … none where a name follows at once."""
        chain: list[tuple[Title, Mention | None]] = []
        for filler in ("了", "为", "新一届", "本届", "该", "首任"):
            if self.text.startswith(filler, at):
                at += len(filler)
        while True:
            body = self.bodies_by_start.get(at)
            behind = body.end if body else at
            session = SESSION.match(self.text, behind) if body else None
            title = self._title_at(session.end() if session else behind)
            if title is None:
                break
            chain.append((title, body))
            at = title.end
            if self.text[at : at + 1] in ("、", "兼", "和") and at < len(self.text):
                at += 1
            else:
                break
        if not chain or self._name_follows(chain[-1][0].end):
            return []
        return _spread(chain)

    def _title_at(self, at: int) -> Title | None:
        return self.titles_by_start.get(at)

    def _name_follows(self, at: int) -> bool:
        return at in self.name_starts

    def _name_ends(self, at: int) -> bool:
        return any(name.end == at for name in self.names)

    def _skip_back(self, at: int) -> int:
        while at and self.text[at - 1] in BLANKS:
            at -= 1
        return at


def _spread(chain: Iterable[tuple[Title, Mention | None]]) -> list[PrintedPost]:
    """A title without a body of its own takes the body before it."""
    posts, current = [], None
    for title, body in chain:
        if body and current and body.text == "公司工会":  # 机关幼儿园园长、|工会主席
            body = replace(body, text=f"{UNION_OF.sub('', current.text)}工会")
        current = body or current
        posts.append(PrintedPost("", current, title, current.start if current else title.start, title.end))
    return posts


def _shared(body: Mention | None, before: Mention | None) -> Mention | None:
    """第一中学校长梅清源、|工会|主席冷如霜: the school's union; a title without a body takes the body before it."""
    if before and body and body.text == "公司工会" and WITH_UNION.search(before.text):
        return replace(body, text=f"{before.text}工会")
    return body or before


def _of(name: str, posts: Iterable[PrintedPost]) -> list[PrintedPost]:
    return [PrintedPost(name, post.organisation, post.title, post.start, post.end) for post in posts]
