"""Bodies that news and biographies name in ways no bulletin does: clubs and companies without a word for what they are,
armies, party congresses, faculties, numbered works. For `recognise` alone."""

import re
from collections.abc import Iterator
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.beginnings import Beginnings
from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.areas import place_names
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.patterns import words_finder, words_pattern

HANZI = r"[\u3400-\u9fff]"
NUMERAL = "[一二三四五六七八九十]"
# 利物浦|队, 天涯网|公司
WIDER = re.compile(
    r"(?:(?:游戏|动画|影视)?工作室|证券|基金|信托|期货|影业|地产|置业|娱乐|拍卖|传媒|商城|足球俱乐部|俱乐部|集团公司|集团|公司|队(?![员长友伍列服形内]))?"
)
PARTIES = (
    "中国共产党|中共|中国致公党|致公党|中国国民党革命委员会|中国国民党|国民党|民革|民盟|民建|民进|农工党|九三学社|台盟"
    "|共青团|中国工会|中国妇女|中国民主同盟|中国民主建国会|中国民主促进会|中国农工民主党|台湾民主自治同盟"
)
CONGRESS = re.compile(
    rf"(?:{PARTIES})?第{NUMERAL}{{1,3}}次全国代表大会|(?:{PARTIES}){NUMERAL}{{1,3}}大(?![学小中家多届型])"
    rf"|(?<=党的){NUMERAL}{{1,3}}大(?=[报精以的和会、，。召关路提])"
)
SHORT_COUNTRIES = "美日英法德俄苏韩朝印伊以越"
# 美|军, 美国|军方, 北京|警方
FORCE = r"(?:军方|警方|军队|空军|海军|陆军|国防军|海军陆战队|政府军)"
OF_COUNTRY = re.compile(rf"[{SHORT_COUNTRIES}](?:军(?:方|队)?(?![人舰官衔旗装火费备事医训民阀])|警方)")
OF_PLACE = re.compile(
    rf"{FORCE}|(?:公安|消防|卫生|教育|税务|工商|环保|交通|国土|规划|民政|司法|检察|彩票|监管|水利|旅游|质检|药监|房管|劳动){{1,2}}(?:部门|机关)"
    rf"|第?{NUMERAL}{{1,3}}届(?:人大|政协|人民代表大会)(?:常委会|常务委员会|{HANZI}{{2,6}}?委员会)"
    r"|(?:计|经|经贸|外经|外经贸|体改|农|商|物价|财贸)委(?![员会托派])|(?:体改|扶贫|计生|经协|外资|侨务|三资|开发|移民|招商|外经)办(?=副?主任)|[体福]彩(?:管理|发行)?中心|(?:教育)?考试院|教育评估院|画院|消防局|消防队|外办|侨办|台办|港澳办|法制办|交管局|卫生局|教育局|房管局|发改委"
)
# 朝鲜劳动党中央
PARTY_OF_COUNTRY = re.compile(
    rf"(?:{HANZI}{{2,5}}?)(?:劳动|共产|社会|保守|自由|民主|人民|国民|工人|进步|正义|统一|联合)党(?:中央委员会|中央政治局|中央)?(?![员派组委支务性校报史章纪代])"
)
NATIONAL = ("国务院", "国家体育总局", "民政部", "财政部", "体育总局")  # bodies that have such offices too
# 暴雪|天气, 国安|部门
NO_NAME = re.compile(
    "金山(?=[区市镇县岭寺湖屯]|银山|大道|文化|职工)|暴雪(?=天气|预警|灾|来袭|封|橙|红色|过后)|国安(?=部门|局|法|委|人员|机关)"
)
# 英国|驻华使馆文化教育处
EMBASSY = re.compile(
    rf"驻(?:[华美英法德日俄韩朝]|{HANZI}{{2,5}})(?:大使馆|使馆|总领事馆|领事馆|使团|联络处)(?:{HANZI}{{2,4}}处)?"
)
PAIRED = re.compile(
    r"[中美日英法德俄苏韩朝印欧加澳越]{2}(?:(?![的了在和与是])[\u3400-\u9fff]){0,4}?(?:委员会|友协|协会|商会|联合会|基金会|论坛)"
    rf"(?:{HANZI}{{2,4}}分会)?"
)
# 国营246工厂, 成都军区61234部队
NUMBERED = re.compile(
    rf"(?:{HANZI}{{2}}军区|国营|解放军|中国人民解放军|武警|海军|空军|总参|总政|总后)*第?(?:\d{{2,6}}|[一二三四五六七八九〇零]{{3,5}})(?:工厂|厂|部队|医院|研究所)"
)
# 江南正和信|会计师事务所
OF_PROFESSION = re.compile(
    r"(?:(?![在任于从入为由是至到被向对经的了过兼聘创派请托即])[\u3400-\u9fff]|[（()）]){2,16}?(?:会计师|律师|税务师|专利|资产评估)事务所(?:（?有限公司|有限责任公司)?"
)
JOINED_BEHIND_BODY = re.compile(r".*(?:所|公司|局|院|部|厂|校|学|行|会|委)(?:[和与及、])")
# 岭南高压开关（集团）|厂
BRACKET = re.compile(
    r"[（(](?:(?:集团|控股|企业)|[\u3400-\u9fff]{2,4})[）)](?:(?:(?![了的在和与及是为])[\u3400-\u9fff]){2,10}?(?=有限|股份))?(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司|总厂|厂|集团|律师事务所|事务所|研究院)"
)
# 美国科罗拉多州立大学: a foreign school is called by the letters of foreign names.
FOREIGN_SCHOOL = re.compile(
    r"(?P<name>[\u3400-\u9fff]{2,8}?)(?:州立|理工|国立|皇家|城市|联邦|技术){0,2}(?:大学|学院)"
)
# 瑞典—中国友好协会
OF_TWO = re.compile(rf"{HANZI}{{2,10}}[—－-]{{1,2}}中国{HANZI}{{0,6}}?(?:协会|学会|联合会|商会|委员会)")
# 美国会计协会, where the dictionary joins 协会会员
OF_NATION = re.compile(
    r"(?:注册)?(?:中国|中华全国|中华|全国|国际|世界|亚洲|欧洲|美国|英国|日本|德国|法国|香港|台湾)(?:(?![的了在和与是为将把加参入举召同对向从由及国])[\u3400-\u9fff]){2,10}?"
    r"(?:协会|学会|研究会|联合会|促进会|基金会|理事会)(?=会员|理事|副?会长|专家|秘书长|主席|[（(][A-Z]+[）)])"
)
CONFERENCE = re.compile(
    rf"中国人民政治协商会议(?:{HANZI}{{2,6}}[省市区县州])?(?:第?{NUMERAL}{{1,3}}届)?(?:全国)?委员会"
)
OFFICE_OF_LEVEL = re.compile(
    r"(?<![全各本两\u3400-\u9fff])[省市区县](?:(?:信访|拆迁|外事|扶贫|侨务|法制|防汛|人防|招商|公租房|住房保障)办|(?:规划|园林|市政|交通|农|环|商务|经信|文资)委(?![员会托派]))"
)
BARE_FORM = re.compile("(?:控股|投资|实业|科技)?(?:集团)?(?:股份|责任)?有限(?:责任)?公司")
SAID_OF = re.compile(
    r"设立|成立|宣布|收购|旗下|下属|^(?:欧美|国内|全球).{0,4}(?:知名|著名)|(?:知名|著名|有名).{2,6}(?:公司|企业|集团)$"
)
HALL = re.compile(
    r"(?:研究|事务|派出|招待|卫生|供电|交易|看守|管教|戒毒|税务|工商|讲习|养老|托儿|环卫|交管|证券交易|会计师事务)所$"
)
SCORE = "[0-9一二三四五六七八九]+"
# IBM公司, MBA学院
LATIN_BODY = re.compile(
    r"[A-Za-z][A-Za-z&.\-]{1,15}(?:(?![的在和与是了])[\u3400-\u9fff]){0,8}?(?:股份有限公司|有限责任公司|有限公司)"
    r"|[A-Za-z][A-Za-z&.\-]{1,15}(?:国际组织)?(?:公司|俱乐部|工作室|集团|学院|商学院|银行|基金会|战队|唱片|影业|娱乐|电视台|研究院|研究所|组织)(?!化)"
)
ALLOWANCE = re.compile("(?:颁发的)?(?:政府)?(?:特殊)?津贴")
IN_ALL = re.compile(r"(?:有|计)?\d|[\u3400-\u9fff]{2}了?\d")
LONGEST_BEFORE_BRACKET = 14


def find_known_bodies(sentence: Sentence, places: Places) -> list[Mention]:
    """曼联, 纽卡队: bodies that are known by their name alone."""
    return list(_Finder(sentence, places).known())


def find_news_bodies(sentence: Sentence, places: Places, known_ends: set[int]) -> Iterator[Mention]:
    """Mentions in no order; they may overlap. `known_ends` is where bodies end that were found by other rules."""
    finder = _Finder(sentence, places)
    yield from finder.by_form()
    yield from finder.of_places()
    yield from finder.of_foreign_places()
    yield from finder.parties()
    yield from finder.firms(known_ends)
    yield from finder.with_brackets()
    yield from finder.foreign_schools()


@cache
def letters() -> frozenset[str]:
    """Those of bulletins and those that are everyday words too, which only a name's surroundings tell apart."""
    return grammar().transliteration | frozenset(
        "得那季略祖岑送兴茱毛楚措珂迭迦裘卓朵绮琳璐玫碧邱策仓聪墨奎馁瑙韶娥鄂蔻昌钦芮雨若俊匡蓝柏翠苔丹梯铎敦森"
    )


@cache
def _of_foreign_places() -> re.Pattern:
    """施罗德郡|地方政府"""
    name = "".join(sorted(letters() - set("和")))
    return re.compile(f"[{name}]{{2,6}}[郡州省市](?:地方)?(?:政府|警方|警察局|议会|法院|教育局|卫生局)")


@cache
def _countries() -> frozenset[str]:
    return frozenset(load("countries"))


@cache
def news_bodies() -> re.Pattern:
    names = load("organisations_of_news")
    cased = {each for name in names if len(name) > 3 for each in (name.lower(), name.upper())}
    return words_finder(cased.union(names))


@cache
def _in_game() -> re.Pattern:
    """湖人|后卫: ordinary words, but for what stands behind them."""
    clubs = words_pattern(load("clubs_called_by_words"))
    return re.compile(
        f"{clubs}"
        "(?=队|后卫|中锋|前锋|门将|外援|主帅|主教练|球员|球迷|主场|客场|击败|战胜|不敌|战平|迎战|vs|VS"
        rf"|{SCORE}[比:：\-]{SCORE})"
    )


@cache
def _banks_in_row() -> re.Pattern:
    """光大、民生|三家银行"""
    banks = words_pattern(load("banks_in_short"))
    return re.compile(
        f"(?:{banks}[、和与及])*{banks}"
        r"(?=等?(?:[一二两三四五六七八九十几多\d]+家)(?:股份制|商业|中资|国有)*(?:银行|保险))"
    )


class _Finder:
    def __init__(self, sentence: Sentence, places: Places):
        self.sentence, self.text = sentence, sentence.text
        self.beginnings = Beginnings(sentence, places)

    def _mention(self, start: int, end: int) -> Mention:
        return Mention(self.text[start:end], start, end)

    def known(self) -> Iterator[Mention]:
        for found in news_bodies().finditer(self.text):
            start, end = found.span()
            if NO_NAME.match(self.text, start):
                continue
            wider = WIDER.match(self.text, end).end()
            is_name = is_apart(self.sentence, start, end) or is_apart(self.sentence, start, wider)
            if is_name and not self._is_in_work(start):
                end = wider
                end += 2 * (self.text[end - 1] == "委" and self.text.startswith("员会", end))
                yield self._mention(start, end)

        for found in lists().known.finditer(self.text):
            start, end = found.span()
            if (
                end - start > 2
                and self._opens(start)
                and end not in self.sentence.index_of_end
                and self._is_held(end)
            ):
                yield self._mention(start, end)  # 海协会|会长, which the dictionary cuts 协会会长

    def _is_held(self, end: int) -> bool:
        return any(self.text[end : end + size] in lists().titles for size in (2, 3, 4))

    def by_form(self) -> Iterator[Mention]:
        """第十五次全国代表大会, 美军, 美中教育全国委员会, 国营246工厂"""
        for pattern in (
            CONGRESS,
            PAIRED,
            NUMBERED,
            OF_TWO,
            OF_NATION,
            CONFERENCE,
            OFFICE_OF_LEVEL,
            _in_game(),
            LATIN_BODY,
        ):
            for found in pattern.finditer(self.text):
                if self._opens(found.start()) and not self._is_in_work(found.start()):
                    yield self._mention(*found.span())
        for found in OF_COUNTRY.finditer(self.text):
            if self._opens(found.start()) and not self.text.startswith("区", found.end()):
                yield self._mention(*found.span())
        for found in _banks_in_row().finditer(self.text):
            at = found.start()
            for name in re.split("[、和与及]", found.group()):
                yield self._mention(at, at + len(name))
                at += len(name) + 1

    def _opens(self, start: int) -> bool:
        return start in self.sentence.index_of_start

    def parties(self) -> Iterator[Mention]:
        for found in PARTY_OF_COUNTRY.finditer(self.text):
            if any(self.text[found.start() : found.start() + size] in _countries() for size in (2, 3, 4, 5)):
                yield self._mention(*found.span())

    def of_foreign_places(self) -> Iterator[Mention]:
        for found in _of_foreign_places().finditer(self.text):
            if self._opens(found.start()):
                yield self._mention(*found.span())

    def _is_in_work(self, at: int) -> bool:
        """《美国陆军》 is a game."""
        return self.text.rfind("《", 0, at) > self.text.rfind("》", 0, at)

    def foreign_schools(self) -> Iterator[Mention]:
        for found in FOREIGN_SCHOOL.finditer(self.text):
            for at in range(*found.span("name")):
                name = self.text[at : found.end("name")]
                country = next((each for each in (4, 3, 2) if name[:each] in _countries()), 0)
                own = name[country:]
                if country and self._opens(at) and (not own or letters().issuperset(own)):
                    yield self._mention(at, found.end())
                    break

    def of_places(self) -> Iterator[Mention]:
        """北京|公安部门, 美国|军方, 国务院|外办"""
        for found in (*OF_PLACE.finditer(self.text), *EMBASSY.finditer(self.text)):
            start = self._place_before(found.start())
            if start is not None and not self._is_in_work(start):
                yield self._mention(start, found.end())

    def _place_before(self, end: int) -> int | None:
        sizes = [size for size in range(2, 8) if size <= end]
        names = self.beginnings.places.names
        for size in reversed(sizes):
            name = self.text[end - size : end]
            if (name in place_names() or name in names or name in NATIONAL) and self._opens(end - size):
                return self.beginnings.place_above(end - size)
        return None

    def firms(self, known_ends: set[int]) -> Iterator[Mention]:
        for found in OF_PROFESSION.finditer(self.text):
            start = found.start()
            if found.end() in known_ends and "和" not in found.group():
                continue
            start += self.text[start] in "和与及"
            if joined := JOINED_BEHIND_BODY.match(self.text, start, found.end() - 5):
                start = joined.end()
            if found.end() - start > 6:
                yield self._mention(start, found.end())

    def with_brackets(self) -> Iterator[Mention]:
        for found in BRACKET.finditer(self.text):
            index = self.sentence.index_of_end.get(found.start())
            if index is None:
                continue
            low, start = found.start() - LONGEST_BEFORE_BRACKET, found.start()
            while index >= 0 and self.sentence.words[index].start >= low and self._may_be_named(index):
                start = self.sentence.words[index].start
                index -= 1
            if found.start() - start > 1:
                yield self._mention(start, found.end())

    def _may_be_named(self, index: int) -> bool:
        """Also a verb, as in 高压开关: what opens the bracket leaves no doubt that a name ends there."""
        word = self.sentence.words[index]
        is_plain = word.text.isalnum() and word.tag[:1] not in "pcudrt" and word.text not in lists().stops
        return self.beginnings.reach.may_stand(index) or (is_plain and word.text not in lists().titles)


def is_no_body(text: str, body: Mention) -> bool:
    """朱穆所|写, the 国务院 of an allowance, the 中共 in 赛季中共交手3次."""
    if lists().known.fullmatch(body.text) and body.text not in ("中共", "国务院"):
        return False
    if SAID_OF.search(body.text) or BARE_FORM.fullmatch(body.text):
        return True
    if body.text.endswith("所") and not HALL.search(body.text) and len(body.text) < 7:
        return True
    if body.text == "中共":
        return IN_ALL.match(text, body.end) is not None
    return body.text == "国务院" and ALLOWANCE.match(text, body.end) is not None


def is_apart(sentence: Sentence, start: int, end: int) -> bool:
    """Whether no word of the dictionary lies across the edges of a name, and no Latin letters go on behind them."""
    text = sentence.text
    if _is_latin(text[start - 1 : start] + text[start]) and start:
        return False
    if _is_latin(text[end - 1 : end + 1]) and end < len(text):
        return False
    opens, closes = start in sentence.index_of_start, end in sentence.index_of_end
    return (opens and closes) or (end - start > 3 and (opens or closes))


def _is_latin(pair: str) -> bool:
    return len(pair) == 2 and all(each.isascii() and each.isalnum() for each in pair)
