"""What a sentence reports of a post that it gives a person: elected, appointed, removed, transferred or retired.

The verb stands in the clause of the post: 当选衡阳市总工会主席, 不再担任市总工会主席, 由市总工会主席调任 …. Told of
another time (2018年当选, 曾被任命为) or not yet done (拟任命) it reports no change.
"""

import re

ELECTED, APPOINTED, REMOVED = "elected", "appointed", "removed"
TRANSFERRED, RETIRED = "transferred", "retired"
REACH = 40  # characters before and after the post
STOP = re.compile(r"[。；！？\n]")
CLAUSE = re.compile(r"[，。；！？\n]")
# 当选云州市人大常委会副主任、|市总工会主席: posts of one chain share the verb.
CHAIN = r"(?:为|了|其)?(?:新一届|本届|第.{1,3}届)?(?:[^，。；、的]{2,25}[、兼]){0,3}$"
ANOTHER_TIME = re.compile(r"\d{4}年|[一二][〇零九]..年|曾|先后|历任|当年|那年|后来|去年|前年|此前|早年")
NOT_DONE = re.compile(r"(?:未|没有|没能|将|拟|建议|提名|候选|竞选|请求|申请)$")
NAME = "\ufffc"  # stands for each character of the name, so that the patterns are the same for all names
HIM = f"{NAME}+(?:同志)?"
BY_VERB_BEFORE = tuple(
    (change, re.compile(verb + CHAIN))
    for change, verb in (
        (
            ELECTED,
            r"(?:当选|被选|被选举|被推选|被推举|补选|(?:选举|推选|推举|补选|增补|增选|选出)(?:了)?"
            rf"[^，。；{NAME}]{{0,20}}{HIM}(?:为|任|担任|当|做))",
        ),
        (APPOINTED, rf"(?:被任命|任命{HIM}为|任命|被聘|受聘|受命|出任|就任|升任|接任|继任|调任|转任)"),
        (REMOVED, rf"(?:不再(?:担任|兼任)|(?:免去|免除|卸去|罢免|撤销)(?:了)?(?:{HIM}|其|他|她)?(?:的)?|卸任)"),
    )
)  # fmt: skip
NEWLY = (
    (ELECTED, re.compile(r"新当选的$")),
    (APPOINTED, re.compile(r"新(?:上)?任(?:的)?$|刚(?:刚)?上任的$")),
)
BY_VERB_AFTER = (
    (TRANSFERRED, re.compile(r"^(?:一职|职务|任上|岗位上?)?(?:被)?(?:调任|调往|调离|转任|调到)")),
    (RETIRED, re.compile(r"^(?:一职|职务|的?(?:工作)?岗位|任|位子)?上?(?:光荣|正式)?(?:退休|离休|退居二线|退下来)")),
    (REMOVED, re.compile(r"^(?:的|等)?(?:一职|职务)?(?:被|予以)(?:免去|免除|免职|罢免|撤销)")),
)  # fmt: skip


def find_change(text: str, name: str, start: int, end: int) -> str:
    """What `text` reports of the post from `start` to `end` that it gives `name`; nothing for a mere mention."""
    before = text[max(0, start - REACH) : start]
    after = CLAUSE.split(text[end : end + REACH], maxsplit=1)[0]
    clause = CLAUSE.split(before)[-1]
    if ANOTHER_TIME.search(STOP.split(before)[-1]):
        return ""
    for change, pattern in NEWLY:
        if pattern.search(clause):
            return change
    for change, pattern in BY_VERB_AFTER:
        if pattern.match(after):
            return change
    if after.startswith(name):  # 任命文件由市总工会主席林海生签发: the post belongs to the name behind it
        return ""
    clause = clause.replace(name, NAME * len(name))
    for change, pattern in BY_VERB_BEFORE:
        if found := pattern.search(clause):
            return "" if NOT_DONE.search(clause[: found.start()]) else change
    return ""
