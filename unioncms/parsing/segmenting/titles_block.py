"""The lines above a body: column, kicker, headline, subheadline, byline, in the order papers print them."""

import re
from dataclasses import replace
from itertools import takewhile
from unicodedata import category

from unioncms import words
from unioncms.parsing.credits.posts import read_post_and_name
from unioncms.parsing.lexicon import ends_in_any, has_any, load
from unioncms.parsing.reflow.cleaning import closed_quotes
from unioncms.parsing.seams import word_spans
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.items import Item, names_column, names_occasion
from unioncms.parsing.segmenting.series import CIRCLED, heads_part, names_part, set_part, set_series
from unioncms.parsing.shapes import BULLETS, has_sentence_mark
from unioncms.parsing.traced import Traced, join

LEAST_LINE = 3  # characters of a line that a word may go over
LEAST_PHRASE = 6
LONGEST_PHRASE = 10  # of a headline over two lines
SHORT_NOTICE = 4  # `征集启事` says nothing without the line above it
LONGEST_LINE = 14  # of a headline over two lines below a kicker
MUCH_LONGER = 1.4  # a line that much longer than the other explains it
HARDLY_LONGER = 1.15
DOCUMENTS = ("会议记录", "会议纪录", "会议纪要", "章程", "公告", "公约")
MEETINGS = ("大会", "会议", "全会")
# `2024年度五一劳动奖章` / `获得者名单`
LIST_OF = re.compile(
    r"(?:拟|推荐|候选|入围|当选|获奖|获得|入选|受表彰)?(?:命名|表彰|表扬|资助|推荐|聘任)?"
    r"(?:者|人选?|对象|单位|集体|个人|作品|代表)?(?:公示)?名单(?:公示|公布|揭晓|[（(].{1,8}[）)])?$"
)
# `建筑业工会` / `联合会成立`, `市工会第六次` / `代表大会闭幕`, `为职工办的` / `八件实事`
# and `市总工会开展春节前` / `欠薪专项检查`, where what is done then stands below.
PARTED_NAMES = re.compile(
    r"(?:委员会\n第[一二三四五六七八九十]{1,3}次|(?:节|假|长假|期)前\n|(?:节日|假期|春节|国庆|暑期)期间\n|工会\n(?:联合会|委员会|联盟)"
    r"|第[一二三四五六七八九十]{1,3}[次届]\n(?:会员)?代表大会|的\n[一二三四五六七八九十0-9]{1,3}[件条项封句则])"
)
# `市总工会举办` / `基层工会主席学习班`
HELD_BY = ("举办", "开展", "组织", "慰问", "推出", "表彰", "部署", "出台", "设立", "看望", "走访")
# `女职工休息室` / `建设的调查与思考`: what was looked into stands above
OF_STUDY = re.compile(
    r"[\u4e00-\u9fff]{0,4}的[\u4e00-\u9fff与和、]{0,6}(?:调查|调研|思考|体会|做法|启示|研究|探索|实践|建议|对策|报告)"
)
FOUR_AND_FOUR = re.compile(r"[\u4e00-\u9fff]{4} [\u4e00-\u9fff]{4}")
WHO_DID = re.compile(
    r"(?:[省市县区]总工会|[0-9]+(?:余|多)?[名家位]|[一二三四五六七八九十百千]+[名位])(?=[^ ]{6,16}$)"
)
# `市总工会为一线建设者送清凉` below `十五辆“清凉车”开进工地`: who did it and for whom is no second half
UNION_DID = re.compile(r"[省市州县区旗]总工会[为给向赴到](?=[^ ]{6,16}$)")
LONGEST_JOINED = 120  # characters of lines that are one headline; what goes on and on is none
LEAST_WHOLE = 9  # characters of a headline that needs no second line
OPEN_ENDS = ("的", "和", "与", "及", "把", "将", "向", "从")  # `山口小站的` / `读书声`
ASKING = ("如何", "怎样", "怎么", "何以", "该怎", "该如何")  # `新形势下的基层工会` / `如何走出“空转”`
OPEN_PHRASES = ("把", "将", "让", "使")
DASHES = "—–-─━―"
SUB_AT = re.compile(r"\s+[—–─]{1,4}\s*(?=\S)|[—─]{2,4}(?=[^—─\s].{7,}$)")


COUNTED_OCCASIONS = "次届"  # 县工会第六次 / 代表大会
HOLDING = ("召开", "举行", "举办", "开展")

OPENERS = frozenset("【〖〔[［")
COLUMN_BEFORE = re.compile(r"[【〖〔\[［](?P<name>[\u4e00-\u9fff]{2,8})[】〗〕\]］]\s*(?=\S)")


def is_dashed(text: str) -> bool:
    return text[:1] in DASHES and not text.startswith("- ")


def explains(text: str) -> bool:
    """`——夜班纪事`; `访青石矿务局原副局长王一川`, which has lost its dash."""
    return is_dashed(text) or (text[:1] in "访记" and read_post_and_name(text[1:]) is not None)


def add_titles(draft: Draft, titles: list[Item]) -> None:
    """Kicker, headline and subheadline out of the title lines above a body."""
    if not titles:
        return
    titles = with_first_lines_joined(titles)
    main = next((at for at, item in enumerate(titles) if item.paragraph.level is not None), None)
    if are_attached(titles):
        titles, main = [titles[0], joined_item(titles[1:], " ")], 1
    dashed = next((at for at, item in enumerate(titles) if at and explains(item.words)), None)
    if main is None:
        main = main_title(titles, dashed)
    for item in titles[:main]:
        if names_part(item.words) and set_part(draft, item.words) and item.words[-1] in CIRCLED:
            draft.column = draft.column or draft.series.title  # `青石工匠③`
            draft.claim(item, "column")
            continue
        name = item.words.strip(BULLETS + " ")
        if draft.column is None and item.paragraph.level is None and names_column(name):
            draft.column = name  # `一线故事` above the headline of a Markdown page
            draft.claim(item, "column")
            continue
        draft.kicker.append(item.paragraph.text)
        draft.claim(item, "kicker")
    set_headline(draft, titles[main])
    for item in titles[main + 1 :]:
        add_subheadline(draft, item)


def with_first_lines_joined(titles: list[Item]) -> list[Item]:
    """`云台县总工会：` / `把法律课开进茶山`, `县总工会` / `关于评选工匠的公示`, `关于评选的` / `公　示` → one line"""
    result: list[Item] = []
    for item in titles:
        above = result[-1].words if result else ""
        is_second = 0 < len(above) <= LONGEST_JOINED and not names_part(above)
        is_second = is_second and (goes_on_from(above, item) or goes_over(above, item.words))
        if is_second and item.paragraph.level is None and result[-1].paragraph.level is None:
            result[-1] = joined_item([result[-1], item], "")
        else:
            result.append(item)
    return result


def goes_on_from(above: str, item: Item) -> bool:
    text = item.words
    is_body = ends_in_any(above, "organisation_endings")
    return (
        above.endswith(("：", ":", "，"))
        or (is_body and (text.startswith("关于") or text.endswith(DOCUMENTS)))
        or is_open_phrase(above)
        or names_kind_alone(above, text)
        or (above.endswith(MEETINGS) and text.startswith("关于"))
        or PARTED_NAMES.search(f"{above}\n{text}") is not None
        or (above.endswith(HELD_BY) and above[:-2].endswith(load("organisation_endings")))
        or (above.endswith(OPEN_ENDS) and len(above) <= LONGEST_LINE)
        or is_quoted_name(above, item)
        or is_cut_notice(above, item)
        or OF_STUDY.fullmatch(text) is not None
        or text.startswith(ASKING)
    )


def names_kind_alone(above: str, text: str) -> bool:
    """`2024年度“金牌工匠”` / `获得者名单`, `职工老照片` / `征集启事`: what it is a list or a notice of stands above."""
    if LIST_OF.match(text):
        return True
    is_notice = len(text) <= SHORT_NOTICE and ends_in_any(text, "notice_titles")
    return is_notice and not ends_in_any(above, "organisation_endings")


def is_quoted_name(above: str, item: Item) -> bool:
    """`“我的工位”` / `摄影作品征集启事`, with no empty line between them."""
    is_quoted = above[:1] == "“" and above[-1:] == "”" and above.count("“") == 1
    return is_quoted and not item.paragraph.gap and not is_dashed(item.words)


def is_cut_notice(above: str, item: Item) -> bool:
    """`关于举办2018年全县职工“安康杯”` / `知识竞赛的预告`, `县总工会关于开展“读书月”` / `活动的通知`"""
    is_open = "关于" in above and not ends_in_any(above, "notice_titles")
    return is_open and not item.paragraph.gap and ends_in_any(item.words, "notice_titles")


def are_attached(titles: list[Item]) -> bool:
    """Below a kicker and an empty line, two lines with none between them are one headline."""
    if len(titles) != 3 or any(item.paragraph.level or is_dashed(item.words) for item in titles):
        return False
    _, second, third = titles
    is_attached = second.paragraph.gap > 0 and not third.paragraph.gap
    sizes = sorted((len(second.words), len(third.words)))
    return is_attached and sizes[1] <= MUCH_LONGER * sizes[0] and sizes[1] <= LONGEST_LINE


def is_open_phrase(text: str) -> bool:
    """`把“小三级”工会`: what is done with it stands on the next line."""
    if text[:1] not in OPEN_PHRASES or len(text) > LONGEST_PHRASE or has_sentence_mark(text) or " " in text:
        return False
    return not any(tag[:1] in "vil" and tag != "vn" for _, tag in words.tag(text[1:]))


def goes_over(above: str, below: str) -> bool:
    """`全县企业职工生` / `活状况调查结果`: a word goes over from one line to the next."""
    is_plain = " " not in above + below and not is_dashed(below) and min(len(above), len(below)) >= LEAST_LINE
    return is_plain and word_spans(above, below)


def main_title(titles: list[Item], dashed: int | None) -> int:
    """Which line is the headline where no format says so.

    Above a dashed line stands the headline, above that the kicker; of two plain lines the headline stands first
    unless the first explains the other.
    """
    if dashed is not None:
        return dashed - 1
    if (
        len(titles) > 1
        and names_part(titles[-1].words)
        and not any(names_part(each.words) for each in titles[:-1])
    ):
        return len(titles) - 2
    if len(titles) == 2 and heads_part(titles[0].words) and not names_part(titles[1].words):
        return 1
    if len(titles) == 2 and titles[1].words[0] in "（(" and titles[1].words[-1] in "）)":
        return 0
    if len(titles) == 2:
        return int(is_kicker(*(item.words for item in titles)))
    if len(titles) > 2 and len(titles[1].words) < 1.4 * len(titles[0].words):
        return 1
    return int(len(titles) == 3 and are_three(*(item.words for item in titles)))


def are_three(first: str, second: str, third: str) -> bool:
    """`三轮协商 十二条承诺` / `青石县企业签下首份女职工专项合同` / `惠及三千名女工`: two phrases, what took place, and
    less than that."""
    return " " in first and " " not in second and len(first) < len(second) and len(third) < len(first)


def is_kicker(first: str, second: str) -> bool:
    """Does the first of two plain lines stand above the headline, or is it the headline?

    `青石县总工会` / `夜校开到井口边`, `青石县职工运动会开幕` / `老矿工跑出第一棒`: who it was and what took place
    explain the line below them, where that one says no more than they do.
    """
    if len(first) > MUCH_LONGER * len(second) or names_body(first):
        return True
    if stands_over_phrases(first, second) or stands_over_deed(first, second):
        return True
    if not says_fact(first) or len(second) > HARDLY_LONGER * len(first):
        return False
    return not has_any(second, "headline_facts")


def stands_over_phrases(first: str, second: str) -> bool:
    """`逾百人手停口停` / `钢铁业提前放假 工人代表促补薪`: a headline of two phrases, and less above it."""
    phrases = second.split(" ")
    if len(phrases) != 2 or " " in first or len(second) < MUCH_LONGER * len(first):
        return False
    return min(map(len, phrases)) >= LEAST_PHRASE and max(map(len, phrases)) <= LONGEST_PHRASE


def stands_over_deed(first: str, second: str) -> bool:
    """`先进工棚 后见老板` / `市总工会开展欠薪专项检查`, `工会搭台 律师出面` / `83名农民工拿回血汗钱`: two phrases of
    four characters, and who did what below them."""
    return FOUR_AND_FOUR.fullmatch(first) is not None and WHO_DID.match(second) is not None


def is_where(words: str) -> bool:
    """`在青石煤矿落幕`, below `全县职工采煤技能大赛`"""
    return words[0] == "在" and says_fact(words)


def says_fact(words: str) -> bool:
    return words.endswith(load("headline_facts"))


def names_body(words: str) -> bool:
    return (
        words[0] not in OPEN_PHRASES
        and len(words) > 4
        and " " not in words
        and words.endswith(load("kicker_bodies"))
    )


def set_headline(draft: Draft, item: Item) -> None:
    """`不忘初心再出发 ——市总工会…纪实(一)`: a dash inside the line begins the subheadline."""
    text = item.paragraph.text.strip(BULLETS + " \ufffd")
    # `——守在井口`, with no headline above it
    text = text.cut(len(text) - len(text.text.lstrip(DASHES + " ")))
    text = closed_quotes(without_emblem(text))
    draft.headline_level = item.paragraph.level
    draft.claim(item, "headline")
    text = take_column(draft, item, text)
    cut = SUB_AT.search(text.text)
    if cut and cut.start() >= 4:
        draft.headline = [text.cut(0, cut.start()).strip()]
        draft.claim(item, "subheadline", cut.start())
        draft.subheadline = [text.cut(cut.end()).strip()]
    else:
        draft.headline = [text]
    set_series(draft)


def without_emblem(text: Traced) -> Traced:
    """`📢 报名啦！` → `报名啦！`: what a post sets before its headline."""
    at = 0
    while at < len(text) - 1 and text.text[at] > "\u2b00" and category(text.text[at]) == "So":
        at += 1
    return text.cut(at).strip() if at else text


def take_column(draft: Draft, item: Item, text: Traced, label: str = "headline") -> Traced:
    """`【劳模风采】行车上的三十年`: the column stands before the title; what is left of the title, a `label`."""
    named = COLUMN_BEFORE.match(text.text) if text.text[:1] in OPENERS else None
    if named is None or draft.column is not None:
        return text
    draft.column = named["name"]
    draft.claim(item, "column")
    draft.claim(item, label, item.paragraph.text.text.index(text.text) + named.end())
    return text.cut(named.end())


def add_subheadline(draft: Draft, item: Item) -> None:
    text = item.paragraph.text
    draft.subheadline.append(text.strip(DASHES + " \ufffd"))
    draft.claim(item, "subheadline")
    set_series(draft)


def glue_lines(draft: Draft, titles: list[Item]) -> list[Item]:
    """Lines of one headline made one: `多给职工` / `留一盏读书的灯`; parallel lines keep a blank between them. What
    stands below a dashed line goes on with it: `——县总工会走进青石煤矿` / `送清凉`."""
    plain = list(takewhile(lambda item: not is_dashed(item.words), titles))
    if len(plain) > 1 and names_occasion(plain[0].words):
        plain = plain[1:]
    if len(plain) < 2 or any(item.paragraph.level for item in plain) or are_attached(plain):
        return titles
    first = 1 if len(plain) > 2 and (" " in plain[0].words or names_body(plain[0].words)) else 0
    run = [plain[first]]
    for item in plain[first + 1 :]:
        if len(item.words) > max(12, 1.4 * len(run[0].words)) or " " in item.words:
            break
        if len(run[-1].words) >= LEAST_WHOLE and UNION_DID.match(item.words):
            break
        run.append(item)
    if len(run) == 1 or (len(plain) == 2 and " " in plain[0].words):
        return titles
    is_told = (says_fact(run[0].words) and not is_where(run[1].words)) or names_body(run[0].words)
    if len(run) == 2 and is_told and is_kicker(run[0].words, run[1].words):
        return titles
    are_two = are_phrases(run[0].words, run[1].words) and not is_one_clause(run[0].words, run[1].words)
    glue = " " if are_two and not is_where(run[1].words) else ""
    whole = joined_item(run, glue)
    return [whole if item is run[0] else item for item in titles if item is run[0] or item not in run]


def joined_item(run: list[Item], glue: str) -> Item:
    parts: list[Traced] = []
    for item in run:
        if parts and glue:
            parts.append(Traced(glue, ((0, item.paragraph.text.source(0)),)))
        parts.append(item.paragraph.text)
    ranges = tuple(part for item in run for part in item.paragraph.ranges)
    return replace(run[0], paragraph=replace(run[0].paragraph, text=join(parts), ranges=ranges))


def with_even_lines_joined(titles: list[Item]) -> list[Item]:
    """`班长不是官` / `却是顶梁柱`: of two short lines of like length neither explains the other."""
    plain = [item for item in titles if not is_dashed(item.words)]
    if len(plain) != 2 or any(item.paragraph.level or " " in item.words for item in plain):
        return titles
    if max(len(item.words) for item in plain) > LONGEST_PHRASE:
        return titles
    if not are_phrases(plain[0].words, plain[1].words):
        return titles
    whole = joined_item(plain, "" if is_one_clause(*(item.words for item in plain)) else " ")
    return [whole, *(item for item in titles if item not in plain)]


def are_parallel(first: str, second: str) -> bool:
    """`党建带动工建` and `工建服务党建`: as long as each other, with words in common."""
    return len(first) == len(second) and len(set(first) & set(second)) >= 2


def are_phrases(first: str, second: str) -> bool:
    """`井口练兵` / `只为平安`: two lines of like length, and no word that goes over."""
    return (
        min(len(first), len(second)) >= 4
        and abs(len(first) - len(second)) <= 2
        and not word_spans(first, second)
    )


def is_one_clause(first: str, second: str) -> bool:
    """`青石县工会第六次` / `代表大会闭幕`, `把灯房的门` / `再开大一些`, `渡口一份协议` / `管住十二条船`: the first
    line says no more than what the second goes on with. Of 38 headlines on two lines that others print as one clause it
    knows 17 that are alike enough for two phrases, and takes none of 18 for one that are two."""
    if first[-1] in COUNTED_OCCASIONS or first.endswith(HOLDING) or is_open_phrase(first):
        return True
    if any(is_verb(tag) for _, tag in words.tag(first)):
        return False
    opens_with_deed = words.tag(second)[0][1]
    return is_verb(opens_with_deed) or opens_with_deed == "p" or second[1] == "了" or says_fact(second)


def is_verb(tag: str) -> bool:
    return tag[:1] == "v" and tag != "vn"
