"""What stands around a name: titles, verbs of saying and marks before and behind it, and what each is worth."""

import re
from collections.abc import Iterable
from functools import cached_property

from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.passages import Sentence, Word

OPENING = "“‘「『《〈【"
STOPS = "。，、；：？！,.;:?!）)】」』》〉”’…—\n／/|｜"
A_STOP = frozenset(STOPS)  # asked of a slice, which may be empty
BLANKS = " \u3000"
TITLE_IN_BRACKETS = re.compile(r"[（(][^（）()]{2,24}[）)]")
SPEAKS_AT = re.compile(
    r"在[^，。；]{2,30}?(?:上|时|中|期间)?(?:说|指出|强调|表示|要求|提出|致辞|讲话|提醒|介绍|叮嘱)"
)
# 钟国华，男，1970年生: how a life begins.
LIFE = re.compile(
    r"(?:先生|女士)?[，：:（(](?:[男女][，,、。）)]|[汉满回壮苗]族|中国国籍|中国籍|1[89]\d\d年|生于|曾任|历任|现任|先后|[^，。]{0,12}(?:硕士|博士|毕业))"
)
# 郝守业|是云州红星瓷厂的一名拉坯工
IS_ONE = re.compile(r"，?(?:是|系)[^，。；]{2,24}的一[名位]")
TOLD_OF = "先女，：:（(是系"  # what LIFE and IS_ONE open with
# 单国兴|（云州公交集团）
BODY_IN_BRACKETS = re.compile(
    r"[（(][^（）()，。]{2,24}(?:公司|集团|[局院校学厂矿会委站所队部村]|中心|社区|[护医]士?生?|教师|职工|工人|员|公司[\u3400-\u9fff]{2,4}[工师])[）)]"
)
# 挡车工, 理货员, 老调度: what a person does, before the name.
WORKER = "工员者手长家师匠生士兵医警干徒友嫂哥姐人"

REPORTING = ("作报告", "作辅导", "作动员", "作讲话", "作表态", "作经验", "作题为", "作工作", "作了")
WINS = ("夺得", "夺冠", "夺魁", "分获", "分别", "分列", "到会", "到场", *REPORTING)
EMPLOYERS = frozenset(
    (
        "小学",
        "中学",
        "学院",
        "大学",
        "博物馆",
        "博物院",
        "工务段",
        "机务段",
        "车务段",
        "电务段",
        "供电段",
        "车辆段",
        "学校",
        "幼儿园",
        "医院",
        "卫生院",
        "公司",
        "有限公司",
        "分公司",
        "供电所",
        "派出所",
        "车间",
        "支行",
        "分行",
        "煤矿",
        "电厂",
    )
)
# 云台书店|商燕东荣获一等奖: such sentences name the winners behind those they are of.
PRIZE = re.compile(r"(?:[一二三特]等|优秀|金|银|铜)奖|[冠亚季]军|第[一二三四五六]名")
OF_WINNERS = (*EMPLOYERS, "厂", "书店", "银行", "集团", "局", "段", "站", "工会", "公司", "剧院", "剧团")
QUOTED_ROLE = tuple("匠兵手星物员师者模范王")  # how honours end
LABELS = (
    "联系人",
    "执笔",
    "执笔人",
    "记录人",
    "整理人",
    "主讲人",
    "主持人",
    "负责人",
    "讲述人",
    "口述",
    "口述人",
    "收件人",
)
NO_LONGER = ("不再担任", "不再兼任")
PARTS_OF_SOMEBODY = "手脸心眼身肩嘴头腰背脚"
# How bodies and places end to which a person belongs.
OF_A_BODY = tuple("司厂矿县市镇乡村间段局校院队班站部区团岁")


def is_part_of_a_name(sentence: Sentence, end: int) -> bool:
    """Whether what follows makes a work, a prize or a road of the name: 雷锋|精神, 中山|路."""
    rules = grammar()
    if rules.never_after.match(sentence.text, end):
        return True
    index = sentence.index_of_start.get(end)
    return index is not None and sentence.words[index].text in rules.never_words_after


class Neighbours:
    """The neighbours of the names of one sentence. `titles` are spans of its titles."""

    def __init__(self, sentence: Sentence, titles: Iterable[tuple[int, int]]):
        self.sentence, self.text, self.words = sentence, sentence.text, sentence.words
        spans = list(titles)
        self.title_starts = {start for start, _ in spans}
        self.title_ends = {end for _, end in spans}

    @cached_property
    def tells_of_prizes(self) -> bool:
        return PRIZE.search(self.text) is not None

    def at(self, start: int) -> int:
        """Where what stands before a name ends: blanks are passed over."""
        while start and self.text[start - 1] in BLANKS:
            start -= 1
        return start

    def role_before(self, start: int) -> bool:
        if self.text[start - 1 : start] == "”":
            return self.text[start - 2 : start - 1] in QUOTED_ROLE
        index = self.sentence.index_of_end.get(self.at(start))
        return index is not None and self.words[index].text in grammar().roles

    def role_at(self, start: int) -> bool:
        index = self.sentence.index_of_start.get(start)
        return index is not None and self.words[index].text in grammar().roles

    def left(self, start: int) -> float:
        """What the words before a name that begins here speak for it, below 0 against it."""
        rules = grammar()
        at = self.at(start)
        if at in self.title_ends:
            return 3.0
        if at == 0:
            return 0.5
        if self.text[at - 1] in OPENING:
            return -0.3
        if self.text[at - 1] == "”" and self.text[at - 2] in QUOTED_ROLE:
            return 3.0  # “编织工匠”|蓝素萍
        if self.text[at - 1] == "：" and self.text.endswith(LABELS, 0, at - 1):
            return 3.0  # 联系人：|孔繁荣
        if self.text[at - 1] in STOPS or self.text[at - 1] in "（(":
            return 0.6
        index = self.sentence.index_of_end.get(at)
        if index is None:
            return 2.0 if self.text[at - 1] == "叫" else -1.0  # 老矿工叫|车连生
        word = self.words[index]
        if word.text in rules.roles:
            return -0.9 if word.text == "师傅" and word.end - 1 in self.title_ends else 3.0  # 律师|傅晓明
        if word.text in rules.appoints:
            return 2.5
        if word.text == "叫":
            return 2.0
        if word.text in rules.before or word.text in rules.conjunctions:
            return 0.9
        if word.text[-1] in WORKER and self._names_trade(word):
            return 2.0
        if start == at and word.text.endswith(OF_WINNERS) and self.tells_of_prizes:
            return 3.0
        if word.text in EMPLOYERS and start == at:
            return 1.2  # 八寨民族小学|项朝恩
        if word.text == "的" and (self.text[at - 2 : at - 1] in OF_A_BODY or at - 1 in self.title_ends):
            return 2.0  # 恒岳机械公司的|贺满仓, 二十六岁的|席小雨
        if word.tag[:1] in "pcdut":
            return 0.3
        if word.tag[:1] == "v":
            return 0.2
        if word.tag[:1] in "mq":
            return 1.0 if word.text[-1] in "名位" else -1.0
        return 0.0 if at < start else -0.9

    def _names_trade(self, word: Word) -> bool:
        """修井|工, 艺人, 搬运工|人, but not 三十八|人."""
        if word.text == "人":
            return self.text[word.start - 1 : word.start] == "工"
        return word.tag[:1] == "n" or len(word.text) == 1

    def speaks(self, end: int) -> bool:
        """Whether a verb of persons stands behind the name, though the dictionary joins it to the last character:
        路长明|说， 柴大勇|夺得, 弓小满|分获"""
        if self.text[end] == "说":
            return self.text[end + 1 : end + 2] in tuple("，：:,“")
        return self.text.startswith(WINS, end)

    def _title_within(self, start: int, reach: int) -> bool:
        return any(start < title < start + reach for title in self.title_starts)

    def right(self, end: int) -> float:
        """What the words behind a name that ends here speak for it, below 0 against it."""
        rules = grammar()
        if end >= len(self.text):
            return 0.6
        following = self.text[end]
        if following in "（(" and (bracket := TITLE_IN_BRACKETS.match(self.text, end)):
            if bracket.end() - 1 in self.title_ends:
                return 3.5  # 曾敏|（市人社局局长）
            if self._title_within(end, 24):
                return 2.5
        if following in TOLD_OF and (LIFE.match(self.text, end) or IS_ONE.match(self.text, end)):
            return 2.2
        if following in "（(" and BODY_IN_BRACKETS.match(self.text, end):
            return 2.2
        if following in "，：" and end + 1 in self.title_starts:
            return 2.5  # 于建军，监事，
        if following in STOPS or following in "（(":
            return 0.7
        if end in self.title_starts or (following == "为" and end + 1 in self.title_starts):
            return 2.5  # 选举汪小兰为主席，|祝大勇|为副主席
        if following in BLANKS:
            return 0.5
        index = self.sentence.index_of_start.get(end)
        if index is None and self.speaks(end):
            return 1.5
        if index is None:
            return 0.8 if following in "和与" else -1.0
        word = self.words[index]
        if word.text in rules.roles:
            return 2.5
        if word.text == "之":
            return -0.5
        if word.text == "得":
            return -1.5  # 钱花得不多
        if word.text in rules.conjunctions:
            after = self.words[index + 1] if index + 1 < len(self.words) else None
            if word.text != "、" and (after is None or after.text in STOPS or after.text == "的"):
                return -1.5  # 费清|和，
            return -1.2 if after is None or after.tag[:1] in "vdp" else 0.8
        if word.text in rules.offices and word.text != "为":
            return 2.8
        if self.text.startswith(NO_LONGER, end):
            return 2.8
        if word.tag == "s" and word.text[0] in PARTS_OF_SOMEBODY:
            return 0.6  # 白雪梅|手上缠着胶布
        if word.text in rules.verbs or (len(word.text) > 3 and word.text[:2] in rules.verbs):
            return 1.5 if word.text != "在" or not SPEAKS_AT.match(self.text, end) else 2.0
        if word.tag[:1] in "abzd" and self.text.startswith("地", word.end):
            return 1.5  # 金霞|高兴地打来电话
        if word.tag[:1] == "d" and self.text[word.end : word.end + 1] in A_STOP:
            return -1.0  # 苏琪|均，
        if word.tag[:1] in "pdcu":
            return 0.6
        if word.tag[:1] == "v":
            return 0.6
        if word.tag[:1] in "mtrf":
            return 0.2
        return -0.4 if word.tag[:1] in "azs" else -1.2
