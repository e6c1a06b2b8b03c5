"""A chain of posts: each title with its body, and the bodies that titles share or own.

云州市总工会党组书记、|常务副主席 are two posts in one union; 机关幼儿园园长、|工会主席 heads the kindergarten's union;
桥头镇|党委书记 is 书记 of the 党委 that governs the town, 长钢集团公司|党委书记 holds that title in the company.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from unioncms.parsing.naming.bodies.kinds import BY_KIND, OF_WORKS, PARTY_UNITS, UNION_UNITS
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.posts.titles import Title

# 县委副书记、|工会|主席 heads that of the county.
OF_A_LEVEL = re.compile(r"(?:中共)?(?P<place>.{0,7}[省市区县州旗])(?:委|政府|人民政府|人大|人大常委会|政协)")
UNIT_OF = re.compile(r"(?:党委|党组|党总支|党支部|党工委|工会)$")
# What a further title behind a 、 is not of: 总工会机关党委书记、|二级调研员.
NO_OWNER = re.compile(
    r"(?:(?:机关)?(?:党委|党总支|党支部)|第.{1,3}届委员会(?:常务委员会)?|经费审查委员会|经审会|经审委|女职工委员会|劳动保护监督检查委员会)$|(?<=工会)[\u3400-\u9fff]{2,8}[部室]$"
)
PART_TAIL = re.compile(r"(?<=[厂司团院局段矿学])[\u3400-\u9fff]{2,8}(?:车间|分厂|工段|工区|班|系|分院|庭)$")
UNIT_OF_PARTY = re.compile(r"(?:党委|党组|党总支|党支部)$")
PART_OF = re.compile(r"(?:车间|分厂|工段|工区|班|系|分院|庭)(?:工会)?$")
# 镇党委|书记 is of a body of that name; 党组书记, and 党委书记 of a works, are titles.
OF_A_UNIT = re.compile(
    r"(?P<unit>机关党委|机关党支部|党委|党总支|党支部|党工委|纪委|团委|女职工委员会|女职委|经费审查委员会|经审会|经审委)"
    r"(?=(?:专职|常务|兼职)?副?(?:书记|主任|委员)$)"
)
IN_FULL = {"女职委": "女职工委员会"}
OF_A_DEPARTMENT = re.compile(
    r"(?P<unit>组织部|宣传部|统战部|政法委|社会工作部|政研室|办公室)(?=(?:常务)?副?(?:书记|部长|主任)$)"
)
# 云州市总工会|组织部部长
OF_UNION_DEPARTMENT = re.compile(
    r"(?P<unit>(?:[\u3400-\u9fff]{2,8}部(?=副?部长$))|(?:办公室|研究室)(?=副?主任$))"
)
GOVERNED = re.compile(r"(?:[省市区县州盟旗镇乡村道]|社区)$")
WITH_UNION = re.compile(r"(?:中学|小学|学校|学院|大学|幼儿园|医院|银行|机务段|供电局)$")

# 机床公司工会主席、|人力资源总监: of the company.
OF_NO_UNION = re.compile(r"(?:党委副?书记|总监|经理|董事|董事长|厂长|矿长|校长|院长|局长|所长|工程师|总工)$")
OF_COMMITTEE = re.compile("(?:副?书记|(?:组织|宣传|统战|政法|纪检)?委员|常委)")
OWN_UNION = re.compile(r"(?<=[司团厂矿局院校学所站段])工会$")


@dataclass(slots=True)
class PrintedPost:
    """A post as printed: `organisation` is None where the words name none."""

    name: str
    organisation: Mention | None
    title: Title
    start: int
    end: int

    def is_printed(self, text: str) -> bool:
        """Whether the sentence names the body: 疃里镇党委|书记, but not 县长 for a government."""
        body = self.organisation
        printed = text[body.start : body.end] if body else ""
        return bool(printed) and body.text.endswith(printed)

    @property
    def is_for_a_day(self) -> bool:
        """铸钢分厂|代表|贡小凤: at one meeting, and no post."""
        body = self.organisation
        return self.title.text in ("代表", "职工代表") and (body is None or body.is_part)


def spread(chain: Iterable[tuple[Title, Mention | None]]) -> list[PrintedPost]:
    """A title without a body of its own takes the body before it."""
    posts, owner, before = [], None, None
    for title, body in chain:
        is_part = body is not None and body.is_part
        current = owned(body, owner, is_certain=True) or owner
        if body is None and current and OF_NO_UNION.search(title.text):
            current = replace(current, text=OWN_UNION.sub("", current.text))
        if body is None and before and OF_COMMITTEE.fullmatch(title.text):
            current = before  # 三塘镇党委委员、|副书记
        before = current if current and current.text.endswith("党委") else None
        owner = owner if is_part and owner else without_unit(current)
        posts.append(PrintedPost("", current, title, current.start if current else title.start, title.end))
    return posts


def without_unit(body: Mention | None) -> Mention | None:
    """Of what a further title is: behind 总工会机关党委书记、 and 总工会第十届委员会委员、 of the 总工会."""
    found = NO_OWNER.search(body.text) if body else None
    return replace(body, text=body.text[: found.start()]) if found and found.start() else body


def owned(body: Mention | None, owner: Mention | None, is_certain: bool = False) -> Mention | None:
    """The body with its owner's name: 机关幼儿园园长、|工会|主席, 第一中学校长梅清源、|工会|主席; of a company only
    where the same person holds both. 轴承公司总经理…、|磨工车间|主任"""
    if body is None or owner is None:
        return body
    is_of_others = body.text not in UNION_UNITS and not OF_WORKS.search(body.text)
    if body.is_part and (is_of_others or BY_KIND.match(owner.text)):
        return body
    if body.is_part and body.text in UNION_UNITS:
        union = "" if owner.text.endswith("工会") else "工会"
        return replace(body, text=UNIT_OF_PARTY.sub("", owner.text) + union + body.text, is_part=False)
    if body.is_part:
        whole = UNIT_OF.sub("", PART_TAIL.sub("", owner.text))
        return replace(body, text=whole + body.text, is_part=False)
    is_bare = body.end - body.start == len("工会")  # 新区工会主席甲，|工会|副主席乙: of the same union
    is_certain = is_certain or (is_bare and owner.text.endswith("工会"))
    if body.text == "公司工会" and (is_certain or WITH_UNION.search(owner.text)):
        if level := OF_A_LEVEL.fullmatch(owner.text):
            return replace(body, text=f"{level['place']}总工会")
        return replace(body, text=f"{UNIT_OF.sub('', owner.text)}工会")
    return body


def of_its_unit(post: PrintedPost) -> PrintedPost:
    """桥头镇|党委书记 → 桥头镇党委|书记, 云州市委|宣传部部长 → 云州市委宣传部|部长"""
    body = post.organisation
    if body is None:
        found = OF_A_UNIT.match(post.title.text)
        if not found or found["unit"] not in UNION_UNITS:
            return post
        cut = post.title.start + found.end("unit")
        body = Mention(found["unit"], post.title.start, cut, is_part=True)
        return replace(
            post, organisation=body, title=Title(post.title.text[found.end("unit") :], cut, post.title.end)
        )
    is_committee = body.text.endswith("委")
    of_whom = OF_A_DEPARTMENT if is_committee else OF_A_UNIT
    if body.text.endswith("总工会"):
        of_whom = OF_UNION_DEPARTMENT
    once = "原" * post.title.text.startswith("原")
    printed = post.title.text.removeprefix(once)  # 县委|原|统战部|部长
    found = of_whom.match(printed) or OF_A_UNIT.match(printed)
    if not found or body.text.endswith(("党组", "政府")):
        return post
    title, cut = post.title, post.title.start + len(once) + found.end("unit")
    unit = found["unit"]
    if unit in PARTY_UNITS and not GOVERNED.search(body.text):
        return post
    owner = UNIT_OF.sub("", body.text) if not unit.startswith("机关") else body.text
    is_printed = body.end == title.start and owner == body.text
    unit = IN_FULL.get(unit, unit)
    body = replace(body, text=owner + unit, end=cut if is_printed else body.end)
    return replace(post, organisation=body, title=Title(once + printed[found.end("unit") :], cut, title.end))


def owners_of(posts: Iterable[PrintedPost], shared: Mention | None) -> list[Mention]:
    """Bodies that a title behind them may be of: of 轴承公司磨工车间 the 轴承公司."""
    bodies = [without_unit(post.organisation) for post in posts if post.organisation]
    return [
        shared if shared and body.text.startswith(shared.text) and PART_OF.search(body.text) else body
        for body in bodies
    ]
