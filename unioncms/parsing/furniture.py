"""Furniture of web pages and running heads of newspaper pages: lines that belong to no article."""

import re
from functools import lru_cache
from unicodedata import category

from unioncms.parsing.credits.names import is_name
from unioncms.parsing.days import DAY, WEEKDAY
from unioncms.parsing.lexicon import load
from unioncms.parsing.page_heads import (
    EDITOR,
    EDITORS_NAME,
    REACHED_AT,
    is_distribution,
    is_imprint,
    is_kept_line,
    is_running_line,
)
from unioncms.parsing.patterns import words_pattern
from unioncms.parsing.shapes import has_sentence_mark

LONGEST = 48  # characters; furniture is never longer, but for the site's disclaimer
# Each begins with a letter of its own: a search skips to these.
DISCLAIMER = re.compile(
    r"网友评论仅供|以上(?:留言|评论)|评论内容|本站立场|并不表明本站|不代表本(?:站|网|刊)立场|不代表[^，。]{1,10}(?:观点|立场)"
    r"|仅代表作者|凡本[网站报刊]注明|官方(?:公众号|账号|微信)$|Copyright|copyright|有偿删帖|不良信息举报"
    r"|未经[书面本报网社]{0,3}授权[^。]{0,4}(?:不得|禁止|严禁|请勿)(?:转载|摘编|复制|使用)|侵权[^。]{0,20}删除"
    r"|ICP备(?<=[\u4e00-\u9fff]ICP备)|公网安备|增值电信|互联网新闻信息服务许可证"
)
# `声明：本站的文字和图片…`, `免责声明：…`
DISCLAIMER_OPENING = re.compile(
    r"[【\[（(※*]?(?:版权|免责|特别|郑重|本[网站])声明\s?[】\])）]?\s?[：:]|打开微信[，,]|功能介绍\s"
    r"|[【\[（(※*]?声明\s?[】\])）]?\s?[：:]\s?(?:本[网站]|凡|以上|文章|转载|图片|文中|部分|此文|该文|[^，。：]{0,8}(?:本[网站文]|转载))"
)
LONGEST_DISCLAIMER = 400
TRAIL = re.compile(
    r"(?:首页|主页)[^，。]{0,30}(?:>|»|→|\|)|(?:您?(?:当前|所在|现在)的?(?:所在)?位置)\s*[:：]|(?:>>|→)\s*正文"
)
IN_TRAIL = re.compile("[页位正>»›→;]")  # no line without one of these is a TRAIL or CRUMBS
# `白鹭市总工会 > 基层动态`
CRUMBS = re.compile(r"[\u4e00-\u9fff]{2,12}(?:\s*(?:[>»›→]|&gt;)+\s*[\u4e00-\u9fff]{2,12}){1,5}")
# `[图片]`, `点击查看大图`: where a picture stood
PICTURE = re.compile(
    r"[\[【（(<▲▼↑↓]?(?:图片|视频|动图|音频|图片描述|(?:[上下左右]{2}|向[上下左右])?滑动.{0,12}|点击图片.{0,8}|点击查看大图|资料图片?[，,\s]{0,2}(?:仅供参考|[与和]?[本内]?[图文][文章]?内?容?无关|来[源自自]?[:：于]?网络)|(?:微信|QQ)(?:图片|截图)_?[0-9]{6,17}|IMG_?[0-9]{3,17})[\]】）)>▲▼↑↓]?"
)
# `#服务职工 12个` of a post
HASH_TAG = re.compile(r"(?:#[^\s#，。]{2,16}#?\s*(?:[0-9]{1,4}\s?个)?\s*){1,6}")
PICTURE_FILES = tuple(mark + kind for mark in "._" for kind in ("jpg", "jpeg", "png", "gif", "webp", "bmp"))
PICTURE_FILE_ENDS = frozenset("gfpGFP")
# `点个“在看”，为劳动者加油！`, `觉得不错，请长按二维码关注`: what a post asks of its readers
ASKING = re.compile(
    r"[^\u4e00-\u9fff]{0,6}(?:请|快|看|读|记得|欢迎|赶[快紧]|喜欢|觉得|如果|更多|想|动动|把|给|一起|你|轻?点|戳|长按|识别|扫|关注|分享|转发|收藏|添加|设为)"
)
ASKED = re.compile(
    r"[点“”]在看|点[个亮]在看|蓝字|星标|三连|视频号|公众号|二维码|扫一?[扫码]|长按|阅读原文|原文链接|客户端"
)
ALONE = re.compile(
    r"关注[^，。：]{2,12}(?:微信|微博|抖音)号?$|[点“”、，]在看|关注我们|转载请注明|点[个亮]在看|蓝字|星标|三连|阅读原文|客户端$"
)
ALSO_ASKED = re.compile(r"点赞|关注|订阅|分享|收藏|转发|留言|查看|识别|添加|点击")
LONGEST_INVITATION = 40
FILE = re.compile(r"(?:附件)?[0-9]{0,2}[.．、：:]?\s*\S.{0,60}\.(?:docx?|xlsx?|pdf|zip|rar|wps|ofd|pptx?)")
# `云台工人报官方网站 | 首页`, `云台工会网首页 | 今天是`: whose site it is, in the bar above everything
SITE_BAR = re.compile(r"[^，。：:]{0,40}(?:官方网站|门户网站|官网|网站首页|首页)[^，。：:]{0,16}")
MARKS = frozenset(".,:;\"'“”()")
PAGE_NUMBER = re.compile(
    r"(?:第?\s*[A-D]?[0-9０-９一二三四五六七八九十]{1,3}\s*版|[首头末]版|[A-D]?[0-9]{1,3}\s*版|[-—–·\s]*[0-9]{1,3}[-—–·\s]*|第\s*[0-9]{1,3}\s*页(?:\s*共\s*[0-9]{1,3}\s*页)?)"
)
PAGE_HEAD = re.compile(
    r"第\s*[A-D]?[0-9０-９一二三四五六七八九十]{1,3}\s*版|"
    + EDITOR
    + r"(?P<name>[\u4e00-\u9fff]{2,4})(?=\s|$)|\d\s*版\b"
)
# What a page prints on a line of its own at its head or foot, even in the middle of a sentence.
PAGE_LINE = re.compile(
    r"第\s*[0-9一二三四五六七八九十]{1,3}\s*版(?:\s+[\u4e00-\u9fff]{2,6})?|[\u4e00-\u9fff]{2,6}\s+(?:第\s*)?[A-D]?[0-9]{1,2}\s*版"
    r"|(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日\s*星期[一二三四五六日天]|[\u4e00-\u9fff]{2,7}报\s*[0-9]{1,2}\s*版(?:\s*[\u4e00-\u9fff]{2,6})?"
    r"|[（(]?\s*紧?(?:下转|上接)\s*第?\s*[A-D]?[0-9一二三四五六七八九十]{1,3}\s*(?:[、,，]\s*[0-9]{1,2}\s*)?版\s*[）)]?"
    r"|[\u4e00-\u9fff]{2,6}\s?[A-Z]{4,16}(?:\s[A-Z]{2,16}){0,3}|[A-Z]{4,16}(?:\s[A-Z]{2,16}){0,3}\s?[\u4e00-\u9fff]{2,6}"
    r"|[A-Z]{4,16}(?:\s[A-Z]{4,16}){1,3}\s[0-9]{1,3}|[0-9]{1,3}\s[A-Z]{4,16}(?:\s[A-Z]{4,16}){1,3}"
    r"|(?:PART|Part|NO|No)[.\s]{0,2}[0-9]{1,2}|[—–·•-]\s*[0-9](?:\s?[0-9]){0,2}\s*[—–·•-]"
    r"|[—–-]{0,3}\s*第\s*[0-9]{1,3}\s*页(?:[\s，,/]*共\s*[0-9]{1,3}\s*页)?\s*[—–-]{0,3}"
    rf"|(?:(?:投稿)?{REACHED_AT}\s+)?(?:本[版期刊])?(?:"
    + EDITOR
    + rf"(?:{EDITORS_NAME}|[\u4e00-\u9fff]{{2,4}})\s*){{2,4}}(?:{REACHED_AT})?"
    r"|本[版期]" + EDITOR + r"[\u4e00-\u9fff]{2,4}"
)
COUNTER = re.compile(
    r"今天是[:：]?(?:(?:19|20)[0-9]{2}年|星期)|(?:发表评论|网友评论|我要评论)?已有[0-9]+(?:[人条位]|网友|评论|参与)|您是第[0-9]+"
    r"|(?:网友|最新|全部|热门)?(?:评论|跟帖|留言|参与)[（(]?[0-9]+(?:[）)]|人|条|次)|[0-9]+\s?(?:次?阅读|条?回复|人?浏览|次?查看)$|离线[A-Za-z0-9_]{2,16}$"
)
TOOL = re.compile(r"[^\s，,|｜·/\[\]【】()（）<>«»0-9.…]+")
SPACED_WORD = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) {1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)  # 打 印
MENU_BREAK = re.compile(r"[|｜\s]+")
DAY_LABEL = re.compile(r"(?:出版|出刊|发行|刊发)(?:日期|时间)\s*[：:]\s*")
ADDRESS = re.compile(r"(?:https?://|//|www\.)[a-zA-Z0-9.-]{4,60}(?:/[!-~]*)?")  # of a site
PAGER = re.compile(
    r"(?:[34<《«]\s?)?[上下]一[版期篇个](?:\s?[34>》»]|(?=\s(?:[34<《«]?\s?)?[上下]一[版期篇个]|\s?$))"
)
PAGER_MARKS = tuple("34<《«上下")
LEAST_MENU = 4  # words
LEAST_CELLS = 5
LONGEST_CELL = 14
LEAST_TOOLS = 2
LEAST_ASKED = 2
LONGEST_PLACE = 24
LONGEST_ORNAMENT = 16
ORNAMENTAL = ("So", "Sk", "Zs")
DIGIT = re.compile("[0-9]")
# `衡工发〔2021〕9号`: below the headline of a document
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,8}[〔\[（(﹝](?:19|20)[0-9]{2}[〕\]）)﹞]\s?第?[0-9]{1,4}号")
RULES = "─━—=*~ "  # around a line of editors
STRIPPED = "×✕－•·・●■▲>》【】[]〔〕：: \u3000\u00a0-—―=*|"


@lru_cache(maxsize=1)
def whole_lines() -> frozenset[str]:
    return frozenset(bare(line) for line in load("furniture_lines"))


@lru_cache(maxsize=1)
def opening_pattern() -> re.Pattern[str]:
    return re.compile(words_pattern(map(dense, load("furniture_openings"))))


def bare(text: str) -> str:
    """`  • 图文推荐` → `图文推荐`"""
    return dense(text.strip(STRIPPED))


def dense(text: str) -> str:
    words = text.split()
    return text if words == [text] else "".join(words)


@lru_cache(maxsize=4096)
def is_furniture(text: str) -> bool:
    if not text or len(text) > 120:
        return 0 < len(text) <= LONGEST_DISCLAIMER and DISCLAIMER_OPENING.match(text) is not None
    if DISCLAIMER.search(text) or DISCLAIMER_OPENING.match(text) or is_distribution(text):
        return True
    if len(text) > LONGEST:
        return bool(TRAIL.match(text))
    if (
        bare(text) in whole_lines()
        or is_kept_line(text)
        or DOCUMENT_NUMBER.fullmatch(text)
        or is_trail(text)
        or is_tool_bar(text)
        or is_site_bar(text)
        or is_contact(text)
        or (text[-1] in ">»›" and is_more(text))
        or (text[0] == "#" and HASH_TAG.fullmatch(text) is not None)
    ):
        return True
    if text.endswith("。"):
        return False
    if is_invitation(text) or ("." in text and (FILE.fullmatch(text) or ADDRESS.fullmatch(text))):
        return True
    if is_pager(text) or text.endswith("[复制链接]"):
        return True
    whole = dense(text)
    unmarked = whole.lstrip("<«←·•▪[【▲▼↑↓→👆👇")
    return (
        opening_pattern().match(whole) is not None
        or (unmarked != whole and opening_pattern().match(unmarked) is not None)
        or COUNTER.match(unmarked) is not None
        or is_menu(text)
    )


def is_pager(text: str) -> bool:
    """`3上一篇 下一篇4 2025年4月18日 放大 缩小`: its arrows were digits of another font."""
    return text[:1] in PAGER_MARKS and PAGER.match(text) is not None


def is_trail(text: str) -> bool:
    """`当前位置：首页 > 工会要闻`, `中工网 > 地方 > 正文`: where on a site the page lies."""
    if len(text) > LONGEST or IN_TRAIL.search(text) is None:
        return False
    return TRAIL.search(text) is not None or CRUMBS.fullmatch(text) is not None


def is_site_bar(text: str) -> bool:
    return ("|" in text or "｜" in text) and SITE_BAR.fullmatch(text) is not None


def is_picture_place(text: str) -> bool:
    """`图片`, `【图片】`: a saved post has these where its pictures stood."""
    if text[-1] in PICTURE_FILE_ENDS and text.lower().endswith(PICTURE_FILES):
        return len(text) <= LONGEST_PLACE or (text.isascii() and " " not in text)
    return len(text) <= LONGEST_PLACE and PICTURE.fullmatch(text) is not None


def is_ornament(text: str) -> bool:
    """`🏀🏀🏀`, `👇👇👇`"""
    return (
        len(text) <= LONGEST_ORNAMENT
        and category(text[0]) in ORNAMENTAL
        and text[0] > "\u2600"
        and all(category(each) in ORNAMENTAL for each in text)
    )


def is_end(text: str) -> bool:
    """`END`, `- End -`: below it a post has nothing but credits and furniture."""
    return text.strip(STRIPPED).lower() in ("end", "the end", "theend", "完")


def is_invitation(text: str) -> bool:
    """`觉得不错，请点赞、分享↓↓↓`; with a label, `报名方式：扫描二维码关注公众号`, it is a row of a notice."""
    if len(text) > LONGEST_INVITATION or ASKING.match(text) is None or "：" in text or ":" in text:
        return False
    asked = set(ASKED.findall(text))
    if ALONE.search(text) or len(asked) >= LEAST_ASKED:
        return True
    also = set(ALSO_ASKED.findall(text))
    return len(also) > LEAST_ASKED or bool(asked and also)


def is_tool_bar(text: str) -> bool:
    """`23 赞 收藏 举报`, `[1] [2] 下一页`: the page's tools and counts, and nothing else."""
    count = 0
    if " " in text and len(text) <= LONGEST_PLACE:
        text = SPACED_WORD.sub(lambda pair: word if (word := pair[1] + pair[2]) in tools() else pair[0], text)
    for found in TOOL.finditer(text):
        word = found.group().strip("：:")
        if word and word not in tools():
            return False
        count += bool(word)
    return count >= LEAST_TOOLS or (count > 0 and any(character.isdigit() for character in text))


@lru_cache(maxsize=1)
def tools() -> frozenset[str]:
    return frozenset(load("furniture_tools"))


@lru_cache(maxsize=1)
def contacts() -> dict[str, tuple[str, ...]]:
    """By their first characters."""
    by_first: dict[str, tuple[str, ...]] = {}
    for label in load("furniture_contacts"):
        by_first[label[0]] = (*by_first.get(label[0], ()), label)
    return by_first


def is_more(text: str) -> bool:
    """`通知公告　更多>>`: the head of a list on a site"""
    return len(text) <= LONGEST_PLACE and text.rstrip(">»› ").endswith("更多")


def is_contact(text: str) -> bool:
    """`地址：人民路118号　邮编：650000`: of a site at the foot of its pages, of a notice in its text."""
    return len(text) <= LONGEST and text.startswith(contacts().get(text[:1], ()))


def is_menu(text: str) -> bool:
    """`首页 | 要闻 | 民生 | 工会频道`: four or more short words parted by bars or blanks, one of them a menu's."""
    bars = text.count("|") + text.count("｜")
    if bars >= LEAST_CELLS - 1 and is_barred_menu(text):
        return True
    words = MENU_BREAK.split(text) if MENU_BREAK.search(text) else ()
    if len(words) < LEAST_MENU or any(word.isdigit() for word in words):
        return False
    if has_sentence_mark(text) or not MARKS.isdisjoint(text):
        return False
    is_known = "首页" in text or len(words) >= 6
    return all(0 < len(word) <= 6 for word in words) and (bars >= 3 or is_known)


def is_barred_menu(text: str) -> bool:
    """`时政 | 工会频道 | 视频 专题 | 嗨，云台！`: five or more cells, whatever marks their words have."""
    cells = [cell.strip() for cell in re.split("[|｜]", text) if cell.strip()]
    is_short = all(len(cell) <= LONGEST_CELL and not DIGIT.search(cell) for cell in cells)
    return len(cells) >= LEAST_CELLS and is_short and not text.startswith("|") and "。" not in text


@lru_cache(maxsize=4096)
def is_page_line(text: str) -> bool:
    """`综合新闻 6版`, `— 5 —`, `责任编辑 郑晓岚 版式 傅青`: nothing else looks like these, wherever they stand."""
    if text[0] in RULES and (inner := text.strip(RULES)) and not inner.isdigit() and is_page_line(inner):
        return True
    return (
        (len(text) <= 40 and PAGE_LINE.fullmatch(text) is not None)
        or is_running_line(text)
        or is_imprint(text)
    )


def is_day_line(text: str) -> bool:
    """`2024年5月1日 星期三`, `出版日期：1988年3月1日`"""
    label = DAY_LABEL.match(text) if text[:1] in "出发刊" else None
    day = DAY.match(text, label.end() if label else 0)
    return day is not None and (WEEKDAY.search(text) is not None or day.end() == len(text))


def is_running_head(text: str) -> bool:
    """`2024年5月1日 星期三`, `第3版 综合新闻`, `责任编辑 郑晓岚 版式 傅青`: the head of a newspaper page."""
    if len(text) > 40 or "，" in text or "。" in text:
        return False
    if PAGE_NUMBER.fullmatch(text) or is_page_line(text):
        return True
    head = PAGE_HEAD.match(text)
    is_signed = head is None or head["name"] is None or is_name(head["name"])
    return is_day_line(text) or (head is not None and is_signed)
