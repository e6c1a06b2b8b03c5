"""Of which union somebody is 主席 where the words name none: of the one whose congress elects, or of which the article
speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from unioncms.parsing.document import Passage
from unioncms.parsing.naming.bodies.kinds import BY_KIND, NAMED_UNION
from unioncms.parsing.naming.wholes.unions_of_places import is_of_a_place_only

if TYPE_CHECKING:
    from unioncms.parsing.naming.wholes.bodies import Bodies

UNION = re.compile(r"^.{0,20}?(?:总工会|市总|区总|县总|省总|有限公司工会|公司工会)")
OF_MEMBERS = ("工会", "职工会", "总会", "公会", "联合会", "协会", "商会", "合作社", "互助会")
# 成衣业工会|第二次代表大会, 港务公司工会|召开四届三次全委会, 船工工会|成立: whose congress elects.
ELECTS = re.compile(
    r"(?:正式|筹备)?成立|换届|第[一二三四五六七八九十]{1,3}[届次](?:会员|职工|工会会员)?(?:代表大会|会员大会)"
    r"|在?筹备|[^。；]{0,30}?(?:选举|推选|推举|选出)|(?:[\u3400-\u9fff\d]{0,8}?)(?:召开|举行)[^，。；]{0,20}?(?:代表大会|会员大会|代表会议|全委会|全委|全会|成立大会|选举大会)"
)
FOUNDED = ("成立", "成立了", "组建了", "组建")


class Unions:
    """Asked when everything printed is in."""

    def __init__(self, bodies: Bodies):
        self.bodies = bodies
        self._main: dict[int, str | None] = {}
        self._electing: dict[int, list[tuple[tuple[str, int, int], str]]] = {}

    def main(self, article: int) -> str | None:
        """The union that the article names most; 市总机关一支部 speaks for 市总."""
        if article not in self._main:
            unions = (UNION.match(each.text) for each in self.bodies.printed[article])
            names = Counter(self.bodies.whole_or_open(found.group(), article) for found in unions if found)
            names.pop(None, None)
            self._main[article] = names.most_common(1)[0][0] if names else None
        return self._main[article]

    def opening(self, article: int) -> str | None:
        """木座乡护林员工会联合会, where the article names it before any 总工会: its is the 女职工委员会."""
        unions = (each.text for each in self.bodies.printed[article] if each.passage and "工会" in each.text)
        first = next(unions, "")
        is_named = NAMED_UNION.match(first) and not BY_KIND.match(first)
        return self.bodies.whole(first, article) if is_named else None

    def named(self, article: int) -> str | None:
        """The only union below those of places that the article names: 工会常务理事 is of the 云州县成衣业工会."""
        unions = {each.text for each in self.bodies.printed[article] if NAMED_UNION.match(each.text)}
        names = {self.bodies.whole(text, article) for text in unions if not BY_KIND.match(text)}
        return names.pop() if len(names) == 1 else None

    def electing(self, where: Passage | None) -> str | None:
        """The body whose congress or founding the text tells of last before: it is whose 主席 somebody is elected."""
        if where is None:
            return None
        meeting = self._meeting(where.article)
        before = bisect_left(meeting, ((where.field, where.block, where.start), ""))
        at, name = meeting[before - 1] if before else (("", 0, 0), None)
        return name if at[0] == where.field else None

    def _meeting(self, article: int) -> list[tuple[tuple[str, int, int], str]]:
        """Where each body that meets to elect is printed, field, block and start, and its name, in order."""
        if article not in self._electing:
            found = []
            for each in self.bodies.printed[article]:
                where = each.passage
                if not where or each.is_part or not each.text.endswith(OF_MEMBERS):
                    continue
                text = self.bodies.nearest.texts.get((article, where.field, where.block), "")
                if ELECTS.match(text, where.end) or text.endswith(FOUNDED, 0, where.start):
                    name = self.bodies.whole_of(each) or ("" if BY_KIND.match(each.text) else each.text)
                    if name and is_of_a_place_only(name, self.bodies.places):
                        name = f"{name.removesuffix('工会')}总工会"  # 泸县工会第十一次代表大会
                    if name:
                        found.append(((where.field, where.block, where.start), name))
            self._electing[article] = sorted(found)
        return self._electing[article]
