"""Bodies with a name of their own between quotation marks: “红星志愿服务队”, “好帮手”家政公司."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.bodies.mention import Mention

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
# “好帮手”家政公司, “红柳花”女职工宣讲队: the name in marks, what it is behind them.
QUOTED_HEAD = re.compile(
    r"“[\u3400-\u9fff]{2,8}”(?:(?![成组]|[的、和与在])[\u3400-\u9fff]){0,6}?"
    "(?:公司|合作社|宣讲队|轻骑队|托管班|律师团|讲师团|服务队|突击队|艺术团|合唱团)"
)


def find_quoted(text: str) -> Iterator[Mention]:
    if "“" not in text:
        return
    for found in QUOTED.finditer(text):
        yield Mention(found.group(1), found.start(1), found.end(1))
    for found in QUOTED_HEAD.finditer(text):
        yield Mention(found.group(), found.start(), found.end())
