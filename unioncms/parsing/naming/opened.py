"""Events by what is said of their opening: unveiled, named between quotation marks, told of in a headline."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.deeds import OPINION
from unioncms.parsing.naming.mention import Mention
from unioncms.parsing.naming.programmes import offered
from unioncms.parsing.naming.telling import LEADING, Occasion, Telling, lists

UNVEILED = re.compile(
    r"(揭牌|挂牌成立|开课|开馆|启用|落成|竣工|通车|下水|开业|揭幕|开张|投用|投入使用|建成|开通|开班|挂牌|开营|亮相|发车|首发|成立)(?=[，。；！]|$)"
)
MANNER = tuple("按据以为从对把将由用")  # |按外省企业的用工清单|开课
AROUND = re.compile(r"(?:[在于][^，。；]{2,20}|当[天日]|正式|隆重|同时|顺利|举行)+$")
# 在全省工会财务工作会议上的讲话
SPEECH = re.compile(
    r"^在([^，。；在]{4,30}?(?:会议|大会|全会|全委会|座谈会|表彰会|推进会|动员会))上的(?:讲话|致辞|报告|发言|总结)"
)
OPENED = re.compile(
    r"(?P<name>“[^”。；]{2,16}”(?:[\u3400-\u9fff]{0,4}?))(?:在[^，。；]{2,20}?)?(?:正式|鸣枪|如期|火热|准时)?"
    r"(?P<verb>开讲|开课|开跑|开席|开营|亮灯|开锣|鸣锣|开演|开镰|开播)(?=[，。；！])"
)
HELD_OF = re.compile(r"(?:(?:联合|共同|一起)?(?:组织|举办|开展|推出|发起|主办|办))?的$")
THIS_IS = re.compile(
    r"(?:这是|由)[^，。；]{2,30}?(?:开展|举办|组织|推出|发起|主办|一起办|共同办)的(?P<name>“[^”。；]{2,20}”[\u3400-\u9fff]{0,6})(?=[，。；])"
)
# ——汐湖市工会干部学习班归来
TOLD_OF = re.compile(r"^[—\-\s]*([\u3400-\u9fff“”]{4,30}?)(?:见闻|归来|侧记|纪实|掠影|小记|印象|速写|花絮)$")


class Opened:
    """Events of one sentence."""

    def __init__(self, telling: Telling):
        self.telling, self.text, self.bodies = telling, telling.text, telling.bodies

    def quoted(self) -> Iterator[Occasion]:
        """“午间微课堂”开讲; 这是县总工会开展的“百场电影进工地”活动: what is called by a name of its own."""
        if "“" not in self.text or not self.telling.tells:
            return
        is_lead = self.telling.sentence.field.block == 0
        for found in OPENED.finditer(self.text) if self.telling.is_anchored or is_lead else ():
            if not self.telling.is_task(found.start()):
                by = self.telling.organisers.announced() or self._holders(found.start())
                verb = found["verb"] if found["verb"] in ("开讲", "开课") else ""
                yield self.telling.occasion(found["name"] + verb, *found.span("name"), by, is_reported=True)
        yield from offered(self.telling)
        for found in THIS_IS.finditer(self.text):
            by = tuple(body for body in self.bodies if found.start() <= body.start < found.start("name"))
            yield self.telling.occasion(found["name"], *found.span("name"), by, is_reported=True)

    def _holders(self, at: int) -> tuple[Mention, ...]:
        """第二中学工会组织的|“迎新跑”, 厂工会的|“午间微课堂”"""
        held = HELD_OF.search(self.text, max(0, at - 8), at)
        return tuple(body for body in self.bodies if held and body.end == held.start())

    def told_of(self) -> Iterator[Occasion]:
        """A subheadline such as 云帆纺织第三轮工资集体协商见闻."""
        for found in SPEECH.finditer(self.text):
            yield self.telling.occasion(
                found.group(1), *found.span(1), self.telling.session_of(*found.span(1))
            )
        found = TOLD_OF.match(self.text)
        if found and lists().told.search(found.group(1)[-6:]):
            yield self.telling.occasion(found.group(1), found.start(1), found.end(1))

    def unveiled(self) -> Iterator[Occasion]:
        """5月12日，云州市职工驿站在工人文化宫揭牌 → 云州市职工驿站揭牌"""
        if not self.telling.is_anchored:
            return
        for verb in UNVEILED.finditer(self.text):
            begin = self.telling.clause_start(verb.start())
            if begin == verb.start():  # 驿站当天|揭牌
                begin = self.telling.clause_start(begin - 1)
            subject = LEADING.sub("", self.text[begin : verb.start()])
            subject = AROUND.sub("", subject)
            owner = next((body for body in self.bodies if subject.startswith(f"{body.text}的")), None)
            subject = subject[len(owner.text) + 1 :] if owner else subject  # 项目部工会的|“爸妈驿站”|开张
            if subject.startswith(MANNER) or any(body.text == subject for body in self.bodies):
                continue  # 云州市总工会开课: of what, stands elsewhere
            is_name = 3 <= len(subject) <= 20 and not OPINION.search(subject) and "的" not in subject[:2]
            if is_name and not self.telling.is_task(verb.start()):
                by = (owner,) if owner else ()
                yield self.telling.occasion(subject + verb.group(1), begin, verb.end(), by, is_reported=True)
