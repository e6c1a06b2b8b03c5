"""What the shape of a piece of text says: open or closed, title or sentence, the first words of an item.

Questions only, no reading of meaning; every test is linear in the text.
"""

import re

LEVELS = ("自治区", "地区", "街道", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡")
SENTENCE_ENDS = "。！？!?…"
CLOSERS = "”’」』）)》】〉\"'"
BEHIND_ENDS = CLOSERS + " "
FULL_STOPS_OF_OCR = (".", "．")
ITEM_ENDS = "；;：:"
MAY_END_SENTENCE = frozenset((*SENTENCE_ENDS, *FULL_STOPS_OF_OCR, *BEHIND_ENDS))
MAY_END_ITEM = frozenset((*ITEM_ENDS, *BEHIND_ENDS))
OPENERS = "“‘「『（(《【〈"
OPEN_OR_CLOSE = re.compile("[“「『（(《【”」』）)》】]")
PAUSES = "，,、；;：:"
LONGEST_MARKED = 45  # characters of a headline with a mark
BULLETS = "▍▎▌□■●▲◆◎○★☆◇△▼▶►◼◾▪•·※◉⊙"

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f〇々"
_PRINTED = "\u3000-\u303f\uff00-\uffef“”‘’…—·●■□"
CJK = re.compile(f"[{_CJK}]")
CJK_OR_PRINTED = re.compile(f"[{_CJK}{_PRINTED}]")
NARROW = re.compile(r"[\s\x00-\u024f]")
NEUTRAL = re.compile(r"[ “”《》]")  # marks that say nothing of what stands in them: `2019年度“金牌工匠”`
HAS_SENTENCE_MARK = re.compile(r"[，,。；;！？]")

# 一、 （一） 1. ① 第一， 一是 —— : the beginnings of headings and of items
NUMBERED_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部分篇][\s：:]?|(?:PART|Part|NO|No)[.\s]{0,2}[0-9]{1,2}\s+(?=\S)|0[1-9]\s+(?=[^\s0-9年月日]))"
)
NUMBERED_ITEM = re.compile(
    r"(?:[（(]?[0-9０-９]{1,2}[)）.．、](?:(?![0-9])|(?=(?:19|20)[0-9]{2}年))|[①-⑳]|[一二三四五六七八九十]{1,2}(?:是|要|、)|其[一二三四五六七八九十]"
    r"|第[一二三四五六七八九十]{1,2}[，,、是个])"
)
DAY_OPENING = re.compile(
    r"(?:(?:19|20)?[0-9]{2}年|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|近日|日前|昨日|昨天|连日来|去年|前年|今年以来)[^，,]{0,12}[，,]"
)
TAGGED = re.compile(r"[\u4e00-\u9fff]{2,6}\s?[｜|丨┃]\s?[^\s｜|丨┃][^｜|丨┃]*$")
# No blank and no second mark
CALL = re.compile(r"[^，。；：！？!?“”]{2,16}[！？!?](?=[^，。；！？!?]{4,}$)")
CALLING = re.compile("[？?！!]")
LONGEST_CALL = 34
CUT_OPEN = re.compile(
    r"(?:[的和与把被从对将向及或且很更最每各这那该其以于让使给并跟]|(?<![直还都])在"
    r"|(?:[定将拟]于|截至|截止到)[0-9]{1,2}月(?:[上中下]旬|[0-9]{1,2}日|底|初)?)$"
)
LEAST_HALF = 4
LONGEST_HALF = 10  # of a headline set so large that it takes two lines
# `（待续）`, `（未完待续）`, `（全文完）`: below the last line of a part of a series
CONTINUED = re.compile(r"[（(\[【]\s?(?:未完[，,]?\s?)?(?:待\s?续|续完|连载完|全文?完|完)\s?[）)\]】]")
DATELINE = re.compile(
    r"[【\[（(]?(?:本报|本刊|本网|本台|新华社|中新社|中新网|人民网|工人日报)"
    r"[\u4e00-\u9fff0-9０-９\s]{0,16}?(?:(?<!通)讯|电)[】\]）)]?(?=[\s　（(:：0-9０-９\u4e00-\u9fff])"
    # `云台工运网讯 6月5日，…`, `云上云台报道（记者 王一川）…`, `云台网—云台职工报讯（记者 王一川）…`
    r"|(?:[\u4e00-\u9fff]{2,8}[网报台社]\s?[—–·-]{1,2}\s?)?"
    r"[\u4e00-\u9fff]{2,8}(?:网|报|台|社|融媒体?|客户端|时刻)(?:[（(][\u4e00-\u9fff]{2,8}[网报台社端][）)])?[\u4e00-\u9fff0-9\s]{0,12}?(?:(?<![通资简快喜短音])讯|日电|消息)"
    r"(?=\s?[（(]|[:：]|\s?[0-9]{1,2}[月日]|\s?“|\s?(?:近日|日前|昨日|今日))"
    r"|[【\[]?[\u4e00-\u9fff]{2,8}(?:报道|(?<![通资简快喜短音])讯|消息)[】\]]?(?=\s?[（(](?:本报|本网|本台|全媒体|融媒体?|[见实]习|特约)?(?:记者|通讯员))"
    r"|[\u4e00-\u9fff]{2,6}(?<![通资简快喜短音])讯(?=\s[0-9]{1,2}月[0-9])"  # `青石讯 9月3日，…`
    r"|[【〔\[（(](?:本报|本刊)?(?:[见实]习)?记者[\u4e00-\u9fff\s、]{2,12}(?:[／/][\u4e00-\u9fff]{2,8})?(?:报导|报道)[】〕\]）)]"
)
IN_DATELINE = re.compile("讯|电|消息|报[道导]")  # no DATELINE is without one


def dateline_of(text: str, start: int = 0) -> re.Match[str] | None:
    """The dateline that begins here: `本报讯`, `云台网—云台职工报讯`"""
    return DATELINE.match(text, start) if IN_DATELINE.search(text, start) else None


def is_cjk(character: str) -> bool:
    return CJK.match(character) is not None


def ends_sentence(text: str) -> bool:
    """`…做好群众工作。”` ends one; `…值得每一名工会` and `…有以下三个方面：` do not."""
    if text[-1:] not in MAY_END_SENTENCE:
        return False
    bare = text.rstrip(BEHIND_ENDS)
    last = bare[-1:]
    if last in FULL_STOPS_OF_OCR:  # `再划回来.`
        return is_cjk(bare[-2:-1]) if len(bare) > 1 else False
    return last != "" and last in SENTENCE_ENDS


def ends_item(text: str) -> bool:
    if text[-1:] not in MAY_END_ITEM:
        return False
    last = text.rstrip(BEHIND_ENDS)[-1:]
    return last != "" and last in ITEM_ENDS


def is_ended(text: str) -> bool:
    """Whether a line ends a sentence or an item of a list."""
    return ends_sentence(text) or ends_item(text)


def is_cut_open(text: str) -> bool:
    """`1931年冬天，砂丁每天要在三尺高的窿`, `蹲在碎石机旁边，把手掌贴在`: a day at the beginning or a word that
    goes on at the end; no headline has them beside a comma."""
    return DAY_OPENING.match(text) is not None or CUT_OPEN.search(text) is not None


def has_sentence_mark(text: str) -> bool:
    return HAS_SENTENCE_MARK.search(text) is not None


def width(text: str) -> float:
    """Width in characters of a print line: a letter or digit takes half a character, a blank nothing."""
    narrow = NARROW.findall(text)
    if not narrow:
        return float(len(text))
    return len(text) - (len(narrow) + sum(map(str.isspace, narrow))) / 2


# `有人劝他歇歇，老郭摆摆手：“机器不歇，我歇啥？”`
SPOKEN = re.compile(r"，[^“”]{2,}：\s?“[^“”]*，[^“”]*[。？！]\s?”$")


def is_title_shaped(text: str) -> bool:
    """Short, not a sentence, more than digits and marks: `找准点 抓好线 谋好面`, not `举措。`"""
    if not 2 <= len(text) <= 60 or (ends_sentence(text) and not text.endswith(("！", "!", "？", "?", "”"))):
        return False
    if text[-1] in PAUSES or text[0] in "，。、；：！？”’）》" or text.count("，") + text.count(",") > 2:
        return False
    if "。" in text or len(CJK.findall(text)) * 2 < len(text) - len(NEUTRAL.findall(text)):
        return False
    if (CALLING.search(text, 0, len(text) - 2) and not is_called(text)) or (
        "：" in text[-12:-1] and ends_sentence(text)
    ):
        return False
    if text[-1] == "”" and SPOKEN.search(text):
        return False
    if has_sentence_mark(text) and " " not in text and len(text) > 30:
        return False
    return len(text) <= 44 or " " in text


def is_called(text: str) -> bool:
    """`开课啦！职工夜校第三期邀您来学`, `高温津贴怎么领？一图读懂`: a call or a question before its matter."""
    call = CALL.match(text)
    return call is not None and not ends_sentence(text) and len(text) <= LONGEST_CALL


def starts_item(text: str) -> bool:
    return (
        bool(NUMBERED_HEADING.match(text) or NUMBERED_ITEM.match(text))
        or text[:1] in BULLETS
        or text.startswith("——")
    )


def is_numbered_heading(text: str) -> bool:
    """`一、要切实保持先进性`, `🏅NO.1 王一川`: numbered, short and no sentence."""
    return (
        bool(NUMBERED_HEADING.match(text, text[:1] > "\U0001f000"))
        and len(text) <= 40
        and not ends_sentence(text)
        and text[-1] not in PAUSES
        and "。" not in text  # `一、把耳朵伸到车间去。在埠河镇的一`: the first row of a paragraph
    )


def is_bullet_heading(text: str) -> bool:
    """`■罢工怒涛震中外`: a mark and a few words without a sentence mark."""
    if text[:1] in "·•":
        return False
    return (
        text[:1] in BULLETS
        and 3 <= len(text) <= 24
        and not has_sentence_mark(text)
        and not text[1:2].isspace()
    )


def is_marked_line(text: str) -> bool:
    """`■ 报名啦！夜校第三期等你来`: a mark and what may be a headline."""
    if text[:1] not in BULLETS or text[:1] in "·•" or not 3 < len(text) <= LONGEST_MARKED:
        return False
    return "。" not in text and text[-1] not in "；;：:，,、"


def is_tagged_title(text: str) -> bool:
    """`夜读｜晚一点吹哨`: its kind before a bar, as posts print it. A credit (`文｜墨尘`) has this form too."""
    return TAGGED.match(text) is not None and len(text) > 8


def same_opening(first: str, second: str, count: int = 2) -> bool:
    """`要着眼于凝聚…` and `要着眼于服务…` are items of one list."""
    return len(first) > count and first[:count] == second[:count]


def open_marks(text: str) -> int:
    """How many brackets and double quotes are left open: `《不忘初心 ，团结` → 1; below 0 where one closes what was
    never opened: `面”战略布局`."""
    depth = lowest = 0
    for mark in OPEN_OR_CLOSE.findall(text):
        if mark in "“「『（(《【":
            depth += 1
        else:
            depth -= 1
            lowest = min(lowest, depth)
    return lowest if lowest < 0 else depth


def stands_over_halves(*lines: str) -> bool:
    """`矿工看病跑断腿，工会医生上门来` / `三百张病历` / `建到了井口`: small type over a headline in large."""
    sizes = [len(line) for line in lines]
    if len(lines) < 3 or not LEAST_HALF <= min(sizes[1:3]) <= max(sizes[1:3]) <= min(
        LONGEST_HALF, sizes[0] // 2
    ):
        return False
    if "，" not in lines[0][1:-1] or ends_sentence(lines[0]):
        return False
    return not any(has_sentence_mark(line) or ends_sentence(line) for line in lines[1:3])
