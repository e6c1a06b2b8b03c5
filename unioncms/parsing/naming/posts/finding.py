"""What a sentence says people are: 市人大常委会副主任、市总工会主席谭敦龙.

A chain of posts stands before the name, behind it (夏宝龙书记; 温明忠，现任 …) or after a verb of office
(当选, 任命 … 为). Titles share the body before them: 温州市总工会党组书记、常务副主席 are two posts in one union.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.names.name import Name
from unioncms.parsing.naming.names.neighbours import LIFE, STOPS
from unioncms.parsing.naming.names.rows import post_cell
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.naming.posts.chains import (
    PrintedPost,
    of_its_unit,
    owned,
    owners_of,
    spread,
    without_unit,
)
from unioncms.parsing.naming.posts.offices import Offices
from unioncms.parsing.naming.posts.onwards import Onwards
from unioncms.parsing.naming.posts.titles import Title
from unioncms.parsing.patterns import words_pattern

# 采煤队队长、全国劳动模范|段有根
HONOUR = re.compile(
    r"[、，](?:全国|省|市|县|区|部|国家)?级?(?:劳动模范|劳模|先进工作者|五一劳动奖章获得者|三八红旗手|技术能手|大国工匠|优秀党员)$"
)
BEFORE_OFFICE = ("同志", "等", "被", "再次", "先后", "当场", "同时", "还", "也", "，")
BRACKET = re.compile(r"（[^（）]{1,6}）")
SESSION_BEFORE = re.compile(r"(?<=[、兼])(?:第[一二三四五六七八九十]{1,2}|新一|上一|首|本)届$")
# Titles that several may hold at once: 副主席段国强、芮小兰.
OF_SEVERAL = re.compile(r"副|委员$|成员$|常委$|理事$|代表$|调研员$|巡视员$|干事$|科员$")
# 女骑手蒙晓琪、|分拣员|巴雨晴当选 …
BETWEEN_ELECTED = re.compile(r"(?:（[^（）]{1,6}）)?(?:[和与及，]|、(?:[\u3400-\u9fff]{1,4}[员手工师])?)")
# 副主席：王一川|（女，回族）、|李小满
LISTED = re.compile(r"(?:[（(][^（）()]{1,24}[）)])?[、，和]")
OF_A_UNION = ("主席", "常委")
MEETING = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[届次]){1,2}(?:全体|全委|会员代表|委员)?(?:会议|大会|全会|会)上"
)
# 以79票|当选, 当选|第一任|主席
VOTES = re.compile(r"以?(?:[0-9一二三四五六七八九十百]{1,5}票|[全高满]票)(?:的?(?:优势|得票))?")
AT_A_MEETING = ("代表", "委员")
OF_MEMBERS = ("工会", "职工会", "总会", "公会", "联合会", "协会", "商会", "合作社", "互助会")
COMMA = re.compile(r"[，；]")
# 石磊，男，1965年8月出生，… 现任某公司董事、总经理: the subject stands far before.
NOW_IN_OFFICE = re.compile(
    r"(?:[受获]聘(?:担任|为|任)|应聘(?:担任|为)|现任|现为|兼任|现兼任|至今任|至今担任|目前担任|(?:如今|现在|现今)(?:已经?)?[是任]"
    r"|(?<=[年月起后])(?:任|担任|出任|调任|当选为?|被任命为)|历任|先后任|先后担任|曾任|曾担任"
    r"|当上|被(?:破格|正式)?聘任?为|(?<=，)被(?:推选|推举|选举|选|任命|提拔)为|身份——?是?|(?<=，)(?:(?:同时|也|又|还)(?:也|还)?)?是)(?:了)?"
)
# 随后就|被项目部聘为|副班长
BY_WHOM = re.compile(
    r"被(?P<by>[\u3400-\u9fff]{1,14}?)(?:破格|正式|直接|一致)?(?:聘任?|提拔|任命|推选|推举|选)(?=为)"
)
# 推选保育员何小满|当|会长
CHOSEN = re.compile(r"(?:推选|推举|选举|选出)[^，。；]{0,24}$")
# 免去|麻素珍|云州市总工会权益保障部部长职务
REMOVED = re.compile(r"(?:免去|免除|卸去|罢免|撤销|同意)[：:]?$")
REMOVED_HIS = re.compile(r"(?:免去|免除)(?:了)?[其他她]的?")
# 宓小川|如今是|数控分厂的编程员
IS_ONE = re.compile(r"(?:也|就|本|原来|曾经|曾|如今|现在|现)?(?:已经?)?是(?:来自)?")
# 副主席|（主持工作）|宋晓光
IN_BRACKETS = re.compile(
    r"[（(](?:主持工作|主持日常工作|兼|挂职|兼职|正[县处科厅]级|享受[^（）()]{2,6}待遇|保留[^（）()]{2,6}待遇)[）)]$"
)
# 站长|是快递员|蓝小春, 主任|由|丛林|担任
HELD_BY = re.compile(r"(?:是|为|由)(?:[\u3400-\u9fff]{1,3}[员工师手])?$")
SUBJECT = re.compile(r"^[”’」』]?(?:他|她|这位|这名|此人)[^，。；]{0,16}?(?:是|任|系|担任|出任|兼任)(?:了)?")


@cache
def _into_office() -> re.Pattern:
    return re.compile(f"(?:{words_pattern(load('office_verbs'))})")


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
        self.sentence, self.text, self.names = sentence, sentence.text, list(names)
        self.offices = offices = Offices(sentence, places, organisations, titles)
        self.titles_by_end, self.titles_by_start = offices.titles_by_end, offices.titles_by_start
        self.bodies_by_end, self.bodies_by_start = offices.bodies_by_end, offices.bodies_by_start
        self.name_starts = {name.start for name in self.names}
        self.onwards = Onwards(sentence, offices, self.name_starts)

    def find(self, last_name: str | None) -> list[PrintedPost]:
        """`last_name` is the person named last before the sentence: 他是 … speaks of that one."""
        if not self.titles_by_end:
            return []
        found: list[PrintedPost] = []
        elected = self._meeting_of()
        chains = [self._before(name) for name in self.names]
        for group in self._lists_of_names(chains):
            posts = self._into_office(group[-1])
            posts = [replace(post, organisation=_elected_into(post, elected)) for post in posts]
            elected = posts[-1].organisation if posts else elected
            for name in group:
                found += _of(name.text, posts)
        shared: Mention | None = None  # the body that stands before, in a list of posts and names
        several: list[PrintedPost] = []
        reach = -1
        for name, before in zip(self.names, chains, strict=True):
            begin = min((post.start for post in before), default=name.start)
            if reach < 0 or not LISTED.fullmatch(self.text, reach, begin):
                shared = None
            if shared is not None:
                before = [
                    replace(post, organisation=owned(post.organisation, shared) or shared) for post in before
                ]
            if before:
                several = before if OF_SEVERAL.search(before[-1].title.text) else []
            elif (
                reach > 0
                and LISTED.fullmatch(self.text, reach, name.start)
                and self.text[name.start - 1] != "，"
            ):
                found += _of(name.text, several)
            else:
                several = []
            shared = next(reversed(owners_of(before, shared)), shared)
            reach = name.end
            found += _of(name.text, before)
            found += _of(name.text, self._behind(name))
        if self.names and self.names[0].start == 0 and LIFE.match(self.text, self.names[0].end):
            for mark in COMMA.finditer(self.text):
                found += _of(
                    self.names[0].text,
                    [post for post in self.onwards.chain_from(mark.end()) if post.organisation],
                )
        for verb in REMOVED_HIS.finditer(self.text):
            if subject := self._subject(verb.start()) or last_name:
                found += _of(subject, self.onwards.chain_from(verb.end()))
        for verb in BY_WHOM.finditer(self.text):
            if subject := self._subject(verb.start()) or last_name:
                found += _of(subject, self.onwards.appointed_by(*verb.span("by"), verb.end() + 1))
        for verb in NOW_IN_OFFICE.finditer(self.text):
            subject = self._subject(verb.start()) or last_name
            posts = (
                self.onwards.chain_from(verb.end()) if subject and not self._name_ends(verb.start()) else []
            )
            is_of_a_body = bool(posts) and posts[0].organisation is not None
            if posts and (verb.group() != "是" or (is_of_a_body and posts[0].start == verb.end())):
                found += _of(subject, posts)
        if last_name and (subject := SUBJECT.match(self.text)) and subject.end() not in self.name_starts:
            found += _of(last_name, self.onwards.chain_from(subject.end()))
        return [of_its_unit(post) for post in found]

    def _meeting_of(self) -> Mention | None:
        """在市总工会经费审查委员会第一次会议上，黎正平当选为主任: whose meeting elects; or what is founded."""
        meeting = MEETING.search(self.text)
        if not meeting:
            return self._founded()
        return self.bodies_by_end.get(meeting.start()) or self.offices.unit_ending(meeting.start())

    def _founded(self) -> Mention | None:
        """船工工会成立，何长林当选会长; 成立了快递行业工会联合会，夏侯勇当选主席"""
        at = self.text.find("成立")
        if at < 0:
            return None
        bodies = self.bodies_by_end.values()
        founded = next(
            (each for each in bodies if each.start == at + 2 + self.text.startswith("了", at + 2)), None
        )
        before = (each for each in bodies if each.end <= at and "，" not in self.text[each.end : at])
        founded = founded or max(before, key=lambda body: body.end, default=None)
        return founded if founded and founded.text.endswith(OF_MEMBERS) else None

    def _subject(self, at: int) -> str | None:
        """Who is spoken of: the name that opens the sentence, 秦朗拜贺铁生为师，如今是 …, or the last before."""
        before = [name for name in self.names if name.end <= at]
        opening = next((name for name in before if name.start == 0), None)
        subject = opening or (before[-1] if before else None)
        return subject.text if subject else None

    def _lists_of_names(self, chains: list[list[PrintedPost]]) -> list[list[Name]]:
        """顾长林、纪云生、商梦溪当选 …: names that stand together share what follows."""
        groups: list[list[Name]] = []
        for name, posts in zip(self.names, chains, strict=True):
            begin = min((post.start for post in posts), default=name.start)
            if groups and BETWEEN_ELECTED.fullmatch(self.text, groups[-1][-1].end, begin):
                groups[-1].append(name)
            else:
                groups.append([name])
        return groups

    def _before(self, name: Name) -> list[PrintedPost]:
        """The chain that ends where the name begins, read from its end."""
        at = self.offices.skip_back(name.start)
        if bracket := IN_BRACKETS.search(self.text, max(0, at - 12), at):
            at = bracket.start()
        elif (held := HELD_BY.search(self.text, max(0, at - 5), at)) and held.start() in self.titles_by_end:
            at = held.start()
        at = self._behind_role(at)
        at -= (
            self.text[at - 1 : at] in ("：", ":") and at - 1 in self.titles_by_end
        )  # 副主席：|撒金花、苏玉璋
        is_relative = self.text[at - 1 : at] == "的" and at - 1 in self.titles_by_end
        chain: list[tuple[Title, Mention | None]] = []
        at -= is_relative or (self.text[at - 1 : at] == "叫" and at - 1 in self.titles_by_end)  # 班长|叫
        while at in self.titles_by_end:
            title = self.titles_by_end[at]
            body = self.offices.body_before(title)
            chain.append((self.offices.once_of(title, body), body))
            at = min(body.start, title.start) if body else title.start
            if body and (session := SESSION_BEFORE.search(self.text, max(0, at - 5), at)):
                at = session.start()  # 党委副书记、|第三届|工会主席
            if at > 0 and (self.text[at - 1] in "、兼暨" or self._goes_on_before(at, body)):
                at = self.offices.skip_back(at - 1)
            else:
                break
        if is_relative and not _before_relative().search(self.text, max(0, at - 6), at):
            return []
        return spread(reversed(chain))

    def _behind_role(self, at: int) -> int:
        """高级技师、|焊工|石满仓: the end of the title that a word for what somebody does stands behind."""
        index = self.sentence.index_of_end.get(at)
        if at in self.titles_by_end or index is None:
            return at
        if honour := HONOUR.search(self.text, max(0, at - 14), at):
            return honour.start() if honour.start() in self.titles_by_end else at
        role = self.sentence.words[index]
        is_second = self.text[role.start - 1 : role.start] == "、" and role.start - 1 in self.titles_by_end
        return role.start - 1 if is_second and role.text in grammar().roles else at

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
            if title.text in AT_A_MEETING and self.text[title.end : title.end + 1] in ("（", "("):
                return self.onwards.chain_from(title.end + 1)  # 王一川|代表（云州糖厂工会主席）
            if title.text == "代表" and self.text[title.end : title.end + 1] not in STOPS:
                return []  # 茂林|代表工匠发言
            at = self.offices.skip_back(name.start)
            body = self.bodies_by_end.get(at - (self.text[at - 1 : at] == "的"))  # 市总工会的|王一川|部长
            body = body or self.offices.government(title, at)  # 王一川|副省长
            return [
                PrintedPost(
                    "",
                    body,
                    title,
                    name.start,
                    title.end,
                )
            ]
        if posts := self._in_cells(name):
            return posts
        mark = self.text[name.end : name.end + 1]
        if mark in ("（", "(", "，", "："):
            at = name.end + 1
            if verb := _into_office().match(self.text, at):
                at = verb.end()
            elif mark == "，":
                return self._listed(at, "；;。，" if not name.start else "；;。")
            return self.onwards.chain_from(at)
        return []

    def _in_cells(self, name: Name) -> list[PrintedPost]:
        """王小满|女|港务公司装卸工: in a row of a table the post is all that its last cell holds."""
        at = post_cell(self.text, name.end)
        posts = self.onwards.chain_from(at) if at is not None else []
        is_whole = bool(posts) and not self.text[posts[-1].end :].strip(" |｜。；;")
        return posts if is_whole and posts[0].organisation is not None else []

    def _listed(self, at: int, ends: str) -> list[PrintedPost]:
        """卢阿土，港务公司装卸工；王小满，… : in a list of names the post is all that stands behind the comma; of the
        name that opens a text more may be told."""
        posts = self.onwards.chain_from(at)
        if not posts or posts[0].organisation is None or posts[0].organisation.start != at:
            return []
        return posts if self.text[posts[-1].end : posts[-1].end + 1] in ends else []

    def _into_office(self, name: Name) -> list[PrintedPost]:
        """谭敦龙当选衡阳市总工会主席, 选举谭敦龙为主席."""
        bracket = BRACKET.match(self.text, name.end)  # 石海波（兼职）|当选为副主席
        at = bracket.end() if bracket else name.end
        is_filled = self.text.startswith(BEFORE_OFFICE, at) and not _into_office().match(self.text, at)
        for filler in BEFORE_OFFICE if is_filled else ():
            if self.text.startswith(filler, at):
                at += len(filler)
        if votes := VOTES.match(self.text, at):
            at = votes.end()
        if verb := _into_office().match(self.text, at):
            return self.onwards.chain_from(verb.end())
        if self.text[at : at + 1] in ("当", "做") and CHOSEN.search(
            self.text, max(0, name.start - 26), name.start
        ):
            return self.onwards.chain_from(at + 1)
        if REMOVED.search(self.text, max(0, name.start - 4), name.start):
            return self.onwards.chain_from(at + self.text.startswith("的", at))
        if (is_one := IS_ONE.match(self.text, at)) and self.onwards.opens_body(is_one.end()):
            return self.onwards.chain_from(is_one.end())
        return []

    def _name_ends(self, at: int) -> bool:
        return any(name.end == at for name in self.names)


def _elected_into(post: PrintedPost, before: Mention | None) -> Mention | None:
    """Of 樊小满当选经费审查委员会主任，石磊当选|副主席 the union is meant; 经审会|主任 is of its own."""
    is_founded = before is not None and before.text.endswith("总工会")
    if post.organisation and post.organisation.text == "公司工会" and is_founded:
        return post.organisation  # 县总工会指导厂里成立了工会，王一川当选|工会|主席
    if post.organisation:
        owner = None if before is None or before.is_part else without_unit(before)
        return owned(post.organisation, owner)
    return without_unit(before) if post.title.text.endswith(OF_A_UNION) else before


def _of(name: str, posts: Iterable[PrintedPost]) -> list[PrintedPost]:
    return [PrintedPost(name, post.organisation, post.title, post.start, post.end) for post in posts]
