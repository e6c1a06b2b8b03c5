"""Events by what is said of their opening: unveiled, named between quotation marks, told of in a headline."""

import re
from collections.abc import Iterator
from dataclasses import replace

from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.events.announced import offered
from unioncms.parsing.naming.events.deeds import OPINION
from unioncms.parsing.naming.events.telling import LEADING, NAMED_AFTER, OURS, Occasion, Telling, lists

UNVEILED = re.compile(
    r"(揭牌|挂牌成立|(?:挂牌|投入|正式)(?:运营|运行)|开课|开馆|启用|落成|竣工|通车|下水|开业|揭幕|开张|投用|投入使用|建成|开通|开班|挂牌|开营|亮相|发车|首发|成立)(?=[，。；！]|$)"
)
OPENERS = ("开课", "开通", "建成", "竣工", "开班", "开营", "亮相", "发车", "首发")  # what a body may do
MANNER = tuple("按据以为从对把将由用")  # |按外省企业的用工清单|开课
WHERE = re.compile(r"^(?:位于|坐落[在于]|设在|设于|地处)[^，。；]{2,24}的(?=.{4})")
# 市总工会与市图书馆|合办的|“云上书屋”
MADE = re.compile("[^。；“]*(?P<act>设立|建设|打造|共建|创办|开设|合办|援建|建立|组建)的(?=.{3})")
AROUND = re.compile(r"(?:[在于][^，。；]{2,20}|当[天日]|正式|隆重|同时|顺利|举行)+$")
# 在全省工会财务工作会议上的讲话
SPEECH = re.compile(
    r"^在([^，。；在]{4,30}?(?:会议|大会|全会|全委会|座谈会|表彰会|推进会|动员会))上的(?:讲话|致辞|报告|发言|总结)"
)
OPENED = re.compile(
    r"(?P<name>“[^”。；]{2,16}”(?:(?![都要将已会又也还便])[\u3400-\u9fff]){0,4}?)"
    r"(?:今[天晚]|明[天晚]|昨[天晚]|[本上下]?周[一二三四五六日天])?(?:[（(][^）)]{2,9}[）)])?(?:[上下]午|晚[上间]?|中午)?"
    r"(?:[0-9一二三四五六七八九十]{1,3}[:：点时](?:[0-9]{2}分?|半|整)?)?(?:在[^，。；]{2,20}?)?(?:正式|鸣枪|如期|火热|准时)?"
    r"(?P<verb>开讲|开课|开跑|开席|开营|亮灯|开锣|鸣锣|开演|上演|开镰|开播|开学|开班|举行|举办|启动|落幕|收官)"
    r"啦?(?=[，。；！])"
)
HELD_OF = re.compile(r"(?:(?:联合|共同|一起)?(?:组织|举办|开展|推出|发起|主办|办))?的$")
THIS_IS = re.compile(
    r"(?:这是|由)[^，。；]{2,30}?(?:(?:开展|举办|组织|推出|发起|主办|一起办|共同办)的(?P<name>“[^”。]{2,20}”[\u3400-\u9fff]{0,6})"
    r"|(?:开办|开设|合办|办)的(?P<part>“[^”。]{2,20}”第[一二三四五六七八九十百]+[课期讲]|[\u3400-\u9fff]{2,10}活动))(?=[，。；])"
)
# 为女职工|上了一堂|减压课|, 请医生|作|健康讲座|
COURSE = re.compile("(?P<name>“[^“”]{2,12}”)[^“”]*$")
TAUGHT = re.compile(
    r"(?:讲|上|作|开出?)了?(?:一[堂场次节])?(?P<name>[^，。；：“”的了]{0,10}?(?:第[一二三四五六七八九十百]+课|“第一课”|讲座|(?<=[\u3400-\u9fff])(?<![开授听上下讲])课)"
    r"(?:《[^》]{2,20}》)?)(?=[，。；])"
)
# 县总工会在矿区|成立了|矿区工会联合会|, 把旧库房|挂上了|“何长根工作室”的牌子|
FOUNDED = re.compile(
    r"(?P<verb>成立|组建|建立|建起|办起|合办|开办|创办|开通|挂[出上起])了?(?P<what>(?![的起于以后时])[^，。；：！？]{2,40})(?=[，。；])"
)
FOUNDED_BY = {
    "成": "成立",
    "组": "成立",
    "建": "成立",
    "办": "开办",
    "合": "开办",
    "开": "开办",
    "创": "开办",
    "通": "开通",
    "挂": "挂牌",
}
SIGN = re.compile(r"的?(?:牌子|牌匾|铜牌|[门招]牌)$")
MEASURE = re.compile(
    r"^(?:[全本][市省国县区镇厂矿])?(?:(?:第?一|首)?[个家支所块间座](?![前部援农]))?(?:由[^，。；“]*组成的)?"
)
# 开通了|“夜归人”专线, 微信公众号“青山工会”
LINE = re.compile(
    "“[^“”]{2,16}”(?:[\u3400-\u9fff]{0,4}(?:专线|热线|平台|通道|专列|班车|窗口|账号|公众号))"
    "|(?:微信|微博|抖音)?(?:公众)?[账帐]?号“[^“”]{2,16}”$"
)
SOME = re.compile(r"^(?:[二两三四五六七八九十百几多数\d]|一(?:批|系列)|若干|多个|各)")
BODY_KIND = re.compile(
    r"(?:工会|联合会|委员会|协会|工会小组|俱乐部|夜校|学校|学院|[班队组社团]|工作室|讲习所|托管班|学堂|书屋)”?$"
)
UNION = re.compile(r"(?:工会|联合会)$")
FOUNDED_AT = re.compile(r"在([^，。；在]{2,16}?)(?:重新|正式|率先|牵头)?$")
# ——汐湖市工会干部学习班归来
TOLD_OF = re.compile(r"^[—\-\s]*([\u3400-\u9fff“”]{4,30}?)(?:见闻|归来|侧记|纪实|掠影|小记|印象|速写|花絮)$")
SINCE = ("自从", "以来")
QUOTED = re.compile("“[^“”]{2,16}”[\u3400-\u9fff]{0,6}$")
LONGEST_KIND = 5  # characters of what says of which kind it is, and not which: 联合工会


class Opened:
    """Events of one sentence."""

    def __init__(self, telling: Telling):
        self.telling, self.text, self.bodies = telling, telling.text, telling.bodies

    def quoted(self) -> Iterator[Occasion]:
        """“午间微课堂”开讲; 这是县总工会开展的“百场电影进工地”活动: what is called by a name of its own."""
        is_notice = self.telling.genre == "notice" and bool(self.telling.dates)
        if not (self.telling.tells or is_notice):
            return
        is_lead = self.telling.sentence.field.block == 0
        for found in OPENED.finditer(self.text) if self.telling.is_anchored or is_lead else ():
            if not self.telling.is_task(found.start()):
                by = self.telling.organisers.announced() or self._holders(found.start())
                verb = found["verb"] if found["verb"] in ("开讲", "开课", "开学", "开班") else ""
                occasion = self.telling.occasion(
                    found["name"] + verb, *found.span("name"), by, is_reported=True
                )
                yield replace(occasion, is_reported=True) if is_notice else occasion
        yield from offered(self.telling)
        for found in THIS_IS.finditer(self.text):
            kind = "name" if found["name"] else "part"
            by = tuple(body for body in self.bodies if found.start() <= body.start < found.start(kind))
            yield self.telling.occasion(found[kind], *found.span(kind), by, is_reported=True)

    def _holders(self, at: int) -> tuple[Mention, ...]:
        """第二中学工会组织的|“迎新跑”, 厂工会的|“午间微课堂”"""
        held = HELD_OF.search(self.text, max(0, at - 8), at)
        return tuple(body for body in self.bodies if held and body.end == held.start())

    def taught(self) -> Iterator[Occasion]:
        """5月20日，县总工会请医生为女职工上了一堂减压课 → 减压课"""
        is_of_a_day = any(date.iso and len(date.iso) > len("2024") for date in self.telling.dates)
        if not is_of_a_day or ("课" not in self.text and "讲座" not in self.text):
            return
        for found in TAUGHT.finditer(self.text):
            if len(found["name"]) > 2 and not self.telling.is_task(found.start()):
                by = self.telling.organisers.subjects(found.start())
                course = COURSE.search(self.text, self.telling.clause_start(found.start()), found.start())
                name = (course["name"] if course and found["name"][0] == "第" else "") + found["name"]
                yield self.telling.occasion(name, *found.span("name"), by, is_reported=True)

    def told_of(self) -> Iterator[Occasion]:
        """A subheadline such as 云帆纺织第三轮工资集体协商见闻."""
        for found in SPEECH.finditer(self.text):
            yield self.telling.occasion(
                found.group(1), *found.span(1), self.telling.session_of(*found.span(1))
            )
        found = TOLD_OF.match(self.text)
        if found and lists().told.search(found.group(1)[-6:]):
            yield self.telling.occasion(found.group(1), found.start(1), found.end(1))

    def founded(self) -> Iterator[Occasion]:
        """2016年，云州机械厂工会成立了“何长根工作室” → “何长根工作室”成立: what has a name, or is a union."""
        if self.telling.sentence.field.name != "body" or not self.telling.dates:
            return
        for found in FOUNDED.finditer(self.text):
            dates = [date for date in self.telling.dates if date.iso and date.end <= found.start()]
            what = self._what_is_founded(found)
            if not what or not dates or self.telling.is_task(found.start()):
                continue
            if self.text.startswith(SINCE, dates[-1].end) or self.text.startswith(
                SINCE[0], max(0, dates[-1].start - 2)
            ):
                continue
            by = self.telling.organisers.subjects(found.start())
            name = what + FOUNDED_BY[found["verb"][found["verb"] == "开通"]]
            begin = self.telling.clause_start(found.start())
            is_ours = not any(each.end <= found.start() for each in self.telling.names)
            is_ours = is_ours and OURS.sub("", self.text[begin : found.start()]).find("我") < 0
            yield self.telling.occasion(name, found.start(), found.end(), by, is_ours, dates[-1])

    def _what_is_founded(self, found: re.Match) -> str | None:
        verb, what = found["verb"], found["what"]
        is_sign = verb.startswith("挂")
        if verb == "开通":
            line = LINE.search(what)
            return line.group() if line else None
        kind = SIGN if is_sign else UNION if verb.startswith("建") else BODY_KIND
        if not kind.search(what):
            return None
        what = MEASURE.sub("", SIGN.sub("", what))
        if quoted := QUOTED.search(what):
            return quoted.group()
        is_history = self.telling.is_history
        if SOME.match(what) or not (is_history or is_sign or UNION.search(what)):
            return None
        if len(what) <= LONGEST_KIND and (where := FOUNDED_AT.search(self.text, 0, found.start())):
            return where.group(1) + what  # 在风电场|建立了|联合工会
        return what if len(what) > LONGEST_KIND or is_history else None

    def _makers(self, made: re.Match | None) -> tuple[Mention, ...]:
        """市总工会与市图书馆|合办的…, 市总工会联合市司法局，在园区|设立的…"""
        organisers = self.telling.organisers
        return (
            (organisers.holding(made.start("act")) or organisers.subjects(made.start("act"))) if made else ()
        )

    def _own_team_of(self, subject: str, at: int) -> tuple[Mention, ...]:
        """云州市总工会|“石榴花”宣讲队: the union that opens the name of what it founds."""
        unions = (body for body in self.bodies if body.start == at and body.text.endswith("总工会"))
        return tuple(union for union in unions if len(union.text) < len(subject))[:1]

    def unveiled(self) -> Iterator[Occasion]:
        """5月12日，云州市职工驿站在工人文化宫揭牌 → 云州市职工驿站揭牌"""
        is_anchored = self.telling.is_anchored or (bool(self.telling.dates) and "名字" in self.text)
        if not is_anchored:
            return
        told = ""
        for verb in UNVEILED.finditer(self.text):
            begin = self.telling.clause_start(verb.start())
            if begin == verb.start():  # 驿站当天|揭牌
                begin = self.telling.clause_start(begin - 1)
            day = next((date.start for date in self.telling.dates if date.end == verb.start()), verb.start())
            made = MADE.match(self.text, begin, day)
            subject = LEADING.sub("", WHERE.sub("", self.text[made.end() if made else begin : day]))
            subject, is_by_name = NAMED_AFTER.subn("", AROUND.sub("", subject))
            owner = next((body for body in self.bodies if subject.startswith(f"{body.text}的")), None)
            subject = subject[len(owner.text) + 1 :] if owner else subject  # 项目部工会的|“爸妈驿站”|开张
            is_founded = verb.group(1).endswith("成立")
            is_opener = verb.group(1) in OPENERS or self.text.find("为", begin, verb.start()) > 0
            is_doer = is_opener and any(body.text == subject for body in self.bodies)
            is_again = told.endswith(subject[-3:]) and "为" in subject  # 工作室挂牌，主席何长根|为工作室揭牌
            if subject.startswith((*MANNER, "）", ")")) or is_doer or is_again:
                continue  # 云州市总工会开课: of what, stands elsewhere
            is_name = 3 <= len(subject) <= 20 and not OPINION.search(subject) and "的" not in subject[:2]
            if is_name and (is_by_name or not self.telling.is_task(verb.start())):
                told = subject
                by = (owner,) if owner else self._makers(made) or self._own_team_of(subject, begin)
                is_ours = not (is_founded or is_by_name)
                yield self.telling.occasion(subject + verb.group(1), begin, verb.end(), by, is_ours)
