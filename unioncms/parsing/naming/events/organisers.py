"""Who holds an event: 由 … 主办、… 承办, and the subject of 举办."""

import re
from collections.abc import Iterable
from itertools import chain

from unioncms.parsing.naming.bodies.mention import Mention

HELD = re.compile(r"(?P<act>主办|承办|协办|联办|合办)(?![方权地人者单])")
HELD_BY = re.compile(r"由[^，。；！？]{2,60}?(?P<act>主办|承办|举办|组织|发起|召集|牵头|共建)")
# 在县人民法院的|主持|下
UNDER = re.compile("在[^，。；]{2,30}?(?P<act>主持|调解|协调|见证)(?=下)")
ADVERBS = ("联合", "共同", "具体", "携手", "发起", "牵头", "倾情", "独家", "的")
JOINTS = ("以及", "联合", "会同", "携手", "协同", "、", "和", "与", "及", "同")
CLAUSE_END = re.compile(r"[，。；！？,;:：!?]")
# 在市总工会, 根据全国总工会 …, 组织供电公司职工: what follows does not act.
NO_SUBJECT = re.compile(
    r"(?:[在到对向给为从赴于按让请送以]|走进|深入|来到|前往|组织|邀请|请来|请到|聘请|带领|根据|来自|落实|贯彻|传达|学习|通过|依托|响应|围绕|选派|指导|地点：)$"
)
PARTNER = re.compile(r"(?:[还又也并先后随即]{0,2})(?:联合|会同|携手|同|与|和)")
# 公司|召开…, 联合会|承办了…, 厂里|举办…: a body that the article named before
BARE = re.compile(
    r"(?P<who>集团公司|总公司|公司|集团|联合会|联合工会|工会|协会|厂|矿|学校|学院|医院)(?:里|上)?(?=[^，。；、的和与]{0,6}$)"
)
LONGEST_ITEM = 14  # characters of a list's item that is no known body


class Organisers:
    """The bodies of one sentence that hold what it tells of."""

    def __init__(self, text: str, bodies: Iterable[Mention]):
        self.text, self.bodies = text, [body for body in bodies if not body.is_inside]
        self.by_end = {body.end: body for body in self.bodies}

    def announced(self) -> tuple[Mention, ...]:
        """由市总工会、市水务局主办，水务公司承办: the bodies of each verb, joint or alone."""
        found: dict[int, Mention] = {}
        for verb in chain(*(way.finditer(self.text) for way in (HELD, HELD_BY, UNDER))):
            for body in self._list_ending(self._without_adverbs(verb.start("act"))):
                found[body.start] = body
        return tuple(found[start] for start in sorted(found))

    def holding(self, at: int) -> tuple[Mention, ...]:
        """市总工会、市农业农村局联合|举办的技能大赛: the bodies right before the verb at `at`."""
        return tuple(reversed(self._list_ending(self._without_adverbs(at))))

    def subjects(self, at: int) -> tuple[Mention, ...]:
        """Those that do what the verb at `at` says: of its clause, or else of the nearest clause before it."""
        ends = [0, *(mark.end() for mark in CLAUSE_END.finditer(self.text, 0, at)), at]
        for begin, end in zip(reversed(ends[:-1]), reversed(ends[1:]), strict=True):
            if acting := [body for body in self.bodies if begin <= body.start < end and self._acts(body, at)]:
                return (*self._hosts(begin, acting[0].start), *acting)
        return ()

    def bare_subject(self, begin: int, at: int) -> tuple[Mention, ...]:
        """公司 of 公司|召开…, where nothing else in the clause from `begin` acts."""
        who = BARE.match(self.text[:at], begin)
        return (Mention(who["who"], *who.span("who"), is_part=True),) if who else ()

    def _hosts(self, begin: int, partner: int) -> tuple[Mention, ...]:
        """云州市总工会以“诚信”为主题，|同市文体局联合举办…: who holds it with the partner, of a clause before."""
        if not begin or not PARTNER.fullmatch(self.text, begin, partner):
            return ()
        return self.subjects(begin - 1)

    def _acts(self, body: Mention, at: int) -> bool:
        return body.end <= at and not NO_SUBJECT.search(self.text, max(0, body.start - 3), body.start)

    def _without_adverbs(self, at: int) -> int:
        adverb = next((each for each in ADVERBS if self.text.endswith(each, 0, at)), "")
        return self._without_adverbs(at - len(adverb)) if adverb else at

    def _list_ending(self, at: int) -> list[Mention]:
        """A和B、C: the bodies of the list that ends here; what is no known body is passed over at 、."""
        found: list[Mention] = []
        while at:
            if body := self.by_end.get(at):
                found.append(body)
                at = body.start
            else:
                at = self.text.rfind("、", max(0, at - LONGEST_ITEM), at) + 1
            joint = next((each for each in JOINTS if self.text.endswith(each, 0, at)), "")
            if not joint:
                break
            at -= len(joint)
        return found
