"""Employers told by grammar, whatever they are called: 现任启扬科技|财务总监, 瑞彩珠宝|总裁方敏秋.

Between a word of office and a title stands the employer, with a department before the title at most; so it does
between the beginning of a clause and a title of business that a name follows. For `recognise` alone.
"""

import re
from collections.abc import Iterator
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.mentions.titles import trades_of
from unioncms.parsing.naming.bodies.beginnings import PROPER_TAGS, Beginnings
from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.names.name import Name
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.areas import place_names
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.naming.posts.titles import Title
from unioncms.parsing.patterns import words_pattern
from unioncms.parsing.shapes import LEVELS

OFFICE = re.compile(
    r"(?:[历曾现先时]任(?!职)|先后担任|先后任(?!职)|曾担任|[担兼出就升调转续连]任|[受返被]?聘[为任]|(?<![责主信委就到离卸上下前继时原])任(?![教务何命期职意性课免由人凭选]))"
    r"(?:了|过|为)?"
)
JOINING = re.compile(r"加入|加盟|(?:任职|供职|就职|服务|效力|受聘|毕业)于|任职|就职(?!典)|创[办立建]了?|进入")
# Where what somebody joined ends.
JOINED_UNTIL = re.compile(r"[，。；、（(\s]|工作|担任|[历曾现]?任|从事|并|后|至今|期间|$")
ITEM = re.compile(r"[、，；：]兼?|(?<=[长理事裁监])[及和兼]|^")
CHARACTERS = re.compile(r"(?:[\u3400-\u9fffA-Za-z0-9·&]|[（(][\u3400-\u9fffA-Za-z]{2,6}[）)]){2,20}")
JOINED = re.compile(r"(?:(?![了的在和与及为是以将被])[\u3400-\u9fffA-Za-z0-9·&]){2,20}")
HEAD = re.compile(r"(?:(?![了的在与及从由对于原前该本某各等])[\u3400-\u9fff]){1,16}")
LONGEST_HEAD = 6
COMPANY = re.compile(
    r"[\u3400-\u9fff]{4,16}?(?P<form>股份有限公司|有限责任公司|有限公司|集团公司|集团总公司|总公司|股份公司)"
)
# 任|第一汽车制造厂|铸造分厂调度员
WORKS = re.compile(
    r"(?:(?![了的在和与及从由对于原前该本某各等，、兼])[\u3400-\u9fff]){3,12}?(?:制造厂|总厂|(?<!分)厂|研究院|研究所|设计院|矿)(?!长)"
)
JOINED_BODY = re.compile(r"..(?:厂|矿|院|所|局|校|行|部队|中心|公司|集团|站|店|馆|社)$")
BARE = re.compile(r"本?(?:公司|集团公司|集团|股份公司)")
BARE_IN_OFFICE = re.compile(rf"(?:{OFFICE.pattern})(?P<body>集团公司|股份公司|公司|集团)")
BARE_IN_LIST = re.compile(r"[、，；]兼?(?P<body>集团公司|股份公司|公司|集团)")
OUR_COMPANY = re.compile("(?P<body>本公司)")
BRACKETS = re.compile("（[^（）]{2,12}）|")
NAME = re.compile(r"(?:(?![了的在和与及、等])[\u3400-\u9fffA-Za-z]){2,12}")
LISTED = re.compile(
    rf"(?P<names>{NAME.pattern}(?:[、和及]{NAME.pattern})+?)(?:等(?:多家|[一二三四五六七八九十\d]+家)?(?:上市)?公司)?的?(?:独立董事|董事|监事|独立非执行董事)"
)
GENERIC = re.compile(
    r"^(?:图为|[该本某各多几其他她它我这那此]|第?[一二三四五六七八九十]{1,3}[届家名位个]|全[国省市球]|国家|国际|国内|地方|大?中华区|中国区|亚太区?|[东西南北华]{2}区?|业内|行业|相关|有关)"
    r"|(?:公司|集团|企业|单位|机构|部门|学校|大学|学院|医院|银行|政府|股东|控股|上市|地区|大区|区域|分部|总部|国籍|学位|专业|系|班|组|队|[省市县区州镇乡村部处科])$"
)
FORMER = ("原", "前", "时任", "著名", "知名", "国内", "国际", "民营企业")
OF_BUSINESS = re.compile(
    r"总裁|CEO|董事长|总经理|首席|创始人|合伙人|行长|分析师|监事长|总监|董事局主席|投资经理|基金经理|研究员|专家|经济学家|留学顾问"
)
OF_BOARD = re.compile(r"副?(?:独立董事|执行董事|董事长|董事|监事|总经理|总裁|财务总监)")
SHORTEST, LONGEST = 2, 12


def find_employers(
    sentence: Sentence, places: Places, titles: list[Title], names: list[Name], bodies: list[Mention]
) -> Iterator[Mention]:
    """Employers that `bodies` lacks, or has but in part."""
    finder = _Finder(sentence, places, titles, bodies)
    yield from finder.behind_office()
    yield from finder.joined()
    yield from finder.before_names({name.start for name in names})
    yield from finder.bare()


@cache
def _part() -> re.Pattern:
    """市场研究部, 财务: what stands between the employer and the title."""
    fields = words_pattern((*load("title_fields"), *load("title_prefixes")))
    return re.compile(
        r"(?:第?[一二三四五六七八九十]{1,3}届)?"
        rf"(?:{fields}){{1,3}}(?:研究|管理|开发|发展|策划|服务)?(?:总?部|处|科|室|中心|系|组|车间|分厂)?|[\u3400-\u9fff]{{1,2}}(?:部|处|科|室|办|车间|分厂)"
    )


@cache
def _ends() -> re.Pattern:
    return re.compile(words_pattern(load("company_endings")))


def _is_legal(body: Mention) -> bool:
    return body.text.endswith(("公司", "集团", "银行", "大学", "学院"))


class _Finder:
    def __init__(self, sentence: Sentence, places: Places, titles: list[Title], bodies: list[Mention]):
        self.sentence, self.text, self.titles = sentence, sentence.text, titles
        self.beginnings = Beginnings(sentence, places)
        self.trades = list(trades_of(sentence))
        self.title_starts = sorted({title.start for title in (*titles, *self.trades)})
        self.bodies = bodies

    def _title_behind(self, start: int) -> int | None:
        return next((at for at in self.title_starts if start <= at <= start + LONGEST + 8), None)

    def behind_office(self) -> Iterator[Mention]:
        """现任|启扬科技|财务总监, and the items of the list behind it."""
        for verb in OFFICE.finditer(self.text):
            yield from self._employer(verb.end(), is_item=False)
            yield from self._employers_in_list(verb.end())
        for mark in ITEM.finditer(self.text):
            yield from self._employer(mark.end(), is_item=True)

    def _employer(self, start: int, is_item: bool) -> Iterator[Mention]:
        start = self._without_former(start)
        if is_item and OFFICE.match(self.text, start):
            return
        first = next((body for body in self.bodies if body.end > start), None)
        if first and start < first.start and self._completes(start, first, is_item):
            yield Mention(self.text[start : first.end], start, first.end)
        company = COMPANY.match(self.text, start)
        if (
            company
            and (not first or first.start > company.end())
            and self._completes_to(
                start, company.start("form"), is_item and company.end() not in self.title_starts
            )
        ):
            yield Mention(company.group(), start, company.end())
            return
        works = None if is_item else WORKS.match(self.text, start)
        if works and (not first or first.start >= works.end()) and not GENERIC.search(works.group()[:-1]):
            yield Mention(works.group(), start, works.end())
            return
        end = self._title_behind(start)
        if end is not None and first and first.start == start and self._is_short_name(first, end):
            yield Mention(self.text[start:end], start, end)
        if end is None or (first and first.start < end) or (is_item and OFFICE.search(self.text, start, end)):
            return
        if end - start < SHORTEST or not CHARACTERS.fullmatch(self.text, start, end):
            return
        end = self._without_part(start, end)
        if end - start >= SHORTEST and self._is_named(start, end, is_item):
            yield Mention(self.text[start:end], start, end)

    def _is_short_name(self, known: Mention, end: int) -> bool:
        """太钢|不锈|独立董事: listed companies are called by four characters, the first two of which may be known."""
        rest = self.text[known.end : end]
        return (
            known.end - known.start == len(rest) == 2
            and OF_BOARD.match(self.text, end) is not None
            and HEAD.fullmatch(rest) is not None
            and not GENERIC.search(rest)
            and not _part().fullmatch(rest)
            and rest not in lists().stops | lists().titles
        )

    def _employers_in_list(self, start: int) -> Iterator[Mention]:
        """担任|启扬科技、澄园股份、天能电气|的独立董事"""
        found = LISTED.match(self.text, start)
        if not found or any(start <= at < found.end("names") for at in self.title_starts):
            return
        for name in NAME.finditer(self.text, start, found.end("names")):
            at, end = name.span()
            if (
                not self._is_taken(at, end)
                and not GENERIC.search(name.group())
                and name.group() not in place_names()
            ):
                yield Mention(name.group(), at, end)

    def _without_former(self, start: int) -> int:
        former = next((each for each in FORMER if self.text.startswith(each, start)), "")
        return start + len(former)

    def _without_part(self, start: int, end: int) -> int:
        """澄园地产|市场研究部主任, 启扬科技|财务总监"""
        ends = {start + found.end() for found in _ends().finditer(self.text[start:end])}
        if end in ends:
            return end
        for at in (*sorted(ends), *range(start, end)):
            if (at == start or at in self.sentence.index_of_start) and _part().fullmatch(self.text, at, end):
                return at
        return end

    def _completes(self, start: int, body: Mention, is_item: bool) -> bool:
        """宏远|天能光缆分公司: whether what stands between the office and the body can belong to its name."""
        if body.start - start > LONGEST_HEAD or (body.is_short and "委" in body.text):
            return False
        return self._completes_to(start, body.start, is_item)

    def _completes_to(self, start: int, end: int, is_item: bool) -> bool:
        head = self.text[start:end]
        if any(start <= at < start + head.find("和") for at in self.title_starts):
            return False  # 董事和启扬科技有限公司
        if not HEAD.fullmatch(head) or GENERIC.search(head):
            return False
        return not is_item or any(head[:size] in place_names() for size in (2, 3, 4))

    def _is_named(self, start: int, end: int, is_strict: bool) -> bool:
        """Whether the words can be a name: proper or unknown ones, or a word that companies are called by."""
        name = self.text[start:end]
        if (
            GENERIC.search(name)
            or name in place_names()
            or name.endswith(LEVELS)
            or name in self.beginnings.places.names
        ):
            return False
        if name in lists().titles or BARE.fullmatch(name):
            return False
        if (
            len(name) > 5
            and JOINED_BODY.search(name)
            and any(name[:size] in self.beginnings.places.names for size in (2, 3, 4))
        ):
            return True
        own = next((len(name) - len(each) for each in load("company_endings") if name.endswith(each)), 0)
        if is_strict and not own and len(name) > 3 and OF_BOARD.match(self.text, end):
            is_strict = bool(_part().search(name))
        if is_strict and (own < 2 or not self._is_proper(start, start + own)):
            return False
        if own > 1:
            return True
        first, last = self.sentence.index_of_start.get(start), self.sentence.index_of_end.get(end)
        if first is None or last is None:
            return False
        if not all(self._may_stand(index) for index in range(first, last + 1)):
            return False
        return self._is_proper(start, end, PROPER_TAGS - {"ns"}) or self._is_house_of_place(start, end)

    def _is_house_of_place(self, start: int, end: int) -> bool:
        """深圳|欢乐谷|董事长: behind a place whatever has a board."""
        place = self.sentence.words[self.sentence.index_of_start[start]]
        is_place = place.text in place_names() or place.text in self.beginnings.places.names
        return is_place and end - place.end > 1 and OF_BOARD.match(self.text, end) is not None

    def _is_proper(self, start: int, end: int, tags: frozenset[str] = PROPER_TAGS) -> bool:
        """Whether anything in a name is no ordinary word: 江南, 久|联."""
        inner = [word for word in self.sentence.words if start <= word.start and word.end <= end]
        lone = sum(1 for word in inner if len(word.text) == 1)
        return lone > 1 or any(word.tag in tags or word.text.isascii() for word in inner)

    def _may_stand(self, index: int) -> bool:
        word = self.sentence.words[index]
        return self.beginnings.reach.may_stand(index) or (
            len(word.text) == 1 and word.text not in lists().stops and word.tag[:1] not in "pcur"
        )

    def joined(self) -> Iterator[Mention]:
        """加盟|启扬科技，"""
        for verb in JOINING.finditer(self.text):
            start = self._without_former(verb.end())
            end = JOINED_UNTIL.search(self.text, start).start()
            name = self.text[start:end]
            company = COMPANY.match(self.text, start)
            if (
                company
                and not self._is_taken(*company.span())
                and self._completes_to(start, company.start("form"), True)
            ):
                yield Mention(company.group(), *company.span())
            if (
                not SHORTEST <= len(name) <= LONGEST
                or not JOINED.fullmatch(name)
                or self._is_taken(start, end)
            ):
                continue
            if (
                BARE.fullmatch(name)
                or JOINED_BODY.search(name)
                or self._is_named(start, end, is_strict=not verb.group().endswith(("于", "加盟")))
            ):
                yield Mention(name, start, end)

    def _is_taken(self, start: int, end: int) -> bool:
        return any(body.start < end and start < body.end for body in self.bodies)

    def _outgrows(self, start: int, end: int) -> bool:
        """中江恒基不动产|总裁: whether a body there, 恒基, is part of a longer name that ends as companies do."""
        inner = [body for body in self.bodies if body.start < end and start < body.end]
        is_longer = all(start <= body.start and body.end < end for body in inner)
        return (
            is_longer
            and self.text[start:end].endswith(load("company_endings"))
            and not any(map(_is_legal, inner))
        )

    def before_names(self, name_starts: set[int]) -> Iterator[Mention]:
        """瑞彩珠宝|总裁方敏秋"""
        for title in (*self.titles, *self.trades):
            if title.end not in name_starts or not OF_BUSINESS.search(title.text):
                continue
            start = self._without_former(self._clause_before(title.start))
            if start >= title.start:
                continue
            end = self._without_part(start, title.start)
            if self._is_taken(start, title.start) and not self._outgrows(start, end):
                continue
            if end - start >= SHORTEST and self._is_named(start, end, is_strict=False):
                yield Mention(self.text[start:end], start, end)

    def _clause_before(self, end: int) -> int:
        """Where the words begin that may belong to a name which ends here."""
        words, start = self.sentence.words, end
        index = self.sentence.index_of_end.get(end, -1)
        while index >= 0 and end - words[index].start <= LONGEST and self.beginnings.reach.may_stand(index):
            start = words[index].start
            index -= 1
        is_head = index >= 0 and len(words[index].text) == 1 and words[index].tag[:1] in "fmnzjgb"
        return words[index].start if is_head and (index == 0 or words[index - 1].tag == "x") else start

    def bare(self) -> Iterator[Mention]:
        """历任|公司|副总经理、|集团|副总裁: in a life the company is a body though it has no name."""
        bodies = [*BARE_IN_OFFICE.finditer(self.text), *OUR_COMPANY.finditer(self.text)]
        if office := OFFICE.search(self.text):
            bodies += BARE_IN_LIST.finditer(self.text, office.end())
        for body in bodies:
            start, end = body.span("body")
            behind = BRACKETS.match(self.text, end).end()
            title = self._title_behind(behind)
            if title is not None and (title == behind or _part().fullmatch(self.text, behind, title)):
                yield Mention(self.text[start:end], start, end)
