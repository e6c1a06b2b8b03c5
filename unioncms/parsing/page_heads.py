"""What a paper prints about itself at the head of a page or at its foot: day, issue, editors, page, distribution."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from unioncms.parsing.days import DAY, WEEKDAY, is_day_range
from unioncms.parsing.lexicon import ends_in_any, load

LONGEST = 80
LONGEST_ISSUER = 24  # characters
OFFICES = ("研究室", "宣教部", "宣传教育部", "编辑部", "网络工作部")
_NUMBER = r"[0-9〇○零一二三四五六七八九十百千]{1,6}"
_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})\s*年"
ISSUE = rf"(?:总|第){{1,2}}\s*{_NUMBER}(?:\s*[-—–、至]\s*{_NUMBER})?\s*(?:期(?:合刊)?|辑)|(?:{_YEAR})?{_NUMBER}月号"
ISSUE += rf"|(?:19|20)[0-9]{{2}}\s*年\s*第?\s*{_NUMBER}(?:\s*[-—–、至]\s*{_NUMBER})?\s*(?:期(?:合刊)?|周)"
ISSUE += rf"|{_YEAR}[0-9]{{1,2}}月第{_NUMBER}周"
ISSUE += rf"|[一二][〇○零一二三四五六七八九]{{3}}\s*年\s*第?\s*{_NUMBER}\s*期"
ISSUE += r"|(?<![0-9])(?:19|20)[0-9]{2}[·／/.．][01]?[0-9](?![0-9·／/.．年月日])"  # `2024·8` of a magazine
ISSUE += r"|(?:19|20)[0-9]{2}\s*年?\s*[·.]?\s*[春夏秋冬]季?[号刊卷]"
PAGE = (
    rf"(?:今日|本期)?(?:第\s*[A-D]?{_NUMBER}\s*版|[A-D]?[0-9]{{1,3}}\s*版|(?<![\u4e00-\u9fff])[一二三四五六七八首头末]版"
    rf"|(?:共|对开|四开){_NUMBER}[版页])"
)
OFFICE = r"[\u4e00-\u9fff]{2,24}(?:主办|主管|承办|编印|编发|印发|主编|出版|编|印)"
ISSUER = re.compile(
    r"(?P<office>[\u4e00-\u9fff]{2,20}(?:总工会|工会|工会委员会|办公室|宣教部))\s*(?:主办|主管|编印|编发|印发|主编|编|印|(?=\s*(?:19|20|二[〇○零])))"
    r"|(?:主办单位|主管单位|主办|主管|版权所有|编印单位|编印)\s*[：:]?\s*(?P<owner>[\u4e00-\u9fff]{2,20}(?:总工会|工会|工会委员会))"
)
# `主管：青石市总工会 编印：《青石工运》编辑部`
MAKER = (
    r"(?:主办|主管|承办|协办|编印|编辑|编审|印发|出版|发行|承印){1,2}(?:单位)?\s?[：:]\s?"
    r"《?[\u4e00-\u9fff]{2,16}》?(?:编辑部|编委会|编辑委员会)?"
)
RIGHTS = (
    r"往期(?:回顾)?|内部(?:资料|刊物)|免费(?:赠阅|交流)|注意保存|国内统一[^ ]{0,24}|(?:邮发代号|准印证号?)[^ ]{0,24}"
    r"|(?:周|旬|半月|双月|月|季|半年|年)刊|出刊|出版"
    r"|农历[\u4e00-\u9fff]{2,10}"
)
# `内部资料 注意保存`, `秘密★1年`: for whom a bulletin is
KEPT = re.compile(
    r"[（(【\[★☆]*(?:(?:内部(?:资料|刊物|文件|交流|参考|使用)|免费(?:赠阅|交流)|(?:请?注意|妥善)保[存管]|请勿外传|不得外传|仅供(?:内部)?参考|(?:开?会|会议)后收回|会议(?:材料|资料)(?:[（(之]?[一二三四五六七八九十0-9]{1,3}[）)]?)?"
    r"|(?:秘密|机密|急件|特急|加急)(?:\s?★\s?[0-9一二三]{0,2}年?)?)[\s·★☆,，、]*){1,4}[）)】\]]?"
)
MONTH_AND_DAY = r"(?<![0-9])[01]?[0-9]月[0-3]?[0-9]日\s?(?:出版|出刊|编印|编)?"
MONTH = rf"{_YEAR}\s*(?:[0-9]{{1,2}}|十[一二]?|[一二三四五六七八九])\s*月"
# What each of them opens with: a search skips fast to these.
_OPENING_ISSUE = "(?=[0-9〇○零一二三四五六七八九十百千总第])"
_OPENING_DAY = "(?=[0-9〇○零一二三四五六七八九十百千总第民中])"
_OPENING_NUMBER = "(?=[0-9A-D〇○零一二三四五六七八九十百千总第民中今本共对首头末])"
PIECE = re.compile(
    "|".join((ISSUE, DAY.pattern, MONTH, MONTH_AND_DAY, WEEKDAY.pattern, PAGE, MAKER, OFFICE, RIGHTS))
)
ISSUED = re.compile(rf"{_OPENING_DAY}(?:{ISSUE}|{DAY.pattern}|{MONTH}\s*(?:出刊|出版))")
ISSUE_LINE = re.compile(f"{_OPENING_ISSUE}(?:{ISSUE})")
DAYS_COVERED = re.compile(
    r"(?<![0-9.])(?:(?:19|20)[0-9]{2}\.)?[01]?[0-9]\.[0-3]?[0-9]\s*[-—–~～至]+\s*(?:(?:19|20)[0-9]{2}\.)?(?:[01]?[0-9]\.)?[0-3]?[0-9](?![0-9.])"
    r"|(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日\s*[-—–~～至]+\s*(?:[0-9]{1,2}月)?[0-9]{1,2}日"
    r"|[（(][0-9一二三四五六七八九十年月日号.．/\s\-—–~～至]{4,30}[）)]"
)
PAPER_HEAD = re.compile(rf"{DAY.pattern}\s*{WEEKDAY.pattern}|{PAGE}")
IN_PAPER_HEAD = re.compile("[期周拜版页]")  # no line without one of these has a PAPER_HEAD
PAGE_NUMBER = re.compile(PAGE)
MOST_WORDS = 3  # paper, name of the page
BETWEEN = re.compile(r"[\s|｜·,，;；:：()（）\[\]【】—–-]+")
NAME = re.compile(r"[\u4e00-\u9fff]{2,10}")
NAME_AND_ISSUE = re.compile(r"(?P<name>[\u4e00-\u9fff]{4,10})\s?[（(](?P<issue>[^（）()]{3,20})[）)]")
# `2007年第9期（总第63期） 青 石 工 人`: the name behind the issue, each character by itself or with a paper's ending
NAME_BEHIND = re.compile(
    r"(?P<issue>.*[期号）)])\s+(?P<name>[\u4e00-\u9fff](?:\s{1,2}[\u4e00-\u9fff]){2,7}|[\u4e00-\u9fff]{2,8}(?:报|工运|工人|职工|通讯|之友|之声))"
)
# `【青石工会周报】第219期 | 8.8-8.14`
FRAMED_NAME = re.compile(r"[【《](?P<name>[\u4e00-\u9fff·]{4,12})[】》]\s*(?P<issue>[^【】《》]{3,40})")
EMBLEMS = "📰📢📣🗞📖📌⭐ \ufe0f"
# `03 工会新闻`, `A2 基层`: the page's number and its name, above everything
NUMBER_AND_NAME = re.compile(
    r"[A-D]?0?[1-9][0-9]?\s+[\u4e00-\u9fff]{2,6}(?:·[\u4e00-\u9fff]{2,4})?(?:\s+[\u4e00-\u9fff]{2,8}报)?"
    r"|[\u4e00-\u9fff]{2,6}(?:·[\u4e00-\u9fff]{2,4})?\s+(?:[A-D][0-9]{1,2}|0[1-9])"  # `要闻·综合 03`
)
# `云台工人报 数字报纸`, `青石工运Page 12 班组 安全`: what the reader of an electronic paper prints above a page
READER = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,8}(?:报|工运|通讯|周刊|月刊))\s?"
    r"(?:(?:多媒体)?(?:数字|电子)(?:报[纸刊]?|版)|[Pp]age\s?[0-9]{1,3}(?:\s[^，。；：:]{2,30})?)"
)
# `第A02版：综合新闻 | 上一版3 4下一版 |`; the figures are arrows of another type
READERS_PAGE = re.compile(
    r"第?\s?[A-Z]{0,2}[0-9]{1,5}\s?版\s?[：:]\s?[\u4e00-\u9fff·]{2,10}(?:[\s|｜]*[34<>«»‹›]?[上下]一[版期篇][34<>«»‹›]?){0,4}[\s|｜]*"
)
READERS_ISSUE = re.compile(r"(?:19|20)[0-9]{2}年第?[0-9]{1,2}期?")  # `2025年4`
STOPS = re.compile(r"[，。；！？：:、“”]")
# `准印证号：青新出准006号`, `本刊地址：青石县工会路1号`: what a paper alone says of itself
YEAR_OF_HEAD = re.compile(r"(?:19|20)[0-9]{2}\s*[-年./]|[一二][〇○零一二三四五六七八九]{3}\s*年")
COLOPHON = re.compile(r"主办|主管|承办|编印|内部(?:资料|刊物)")
_HELD = r"(?:联合)?(?:合办|协办|联办|主办|承办|组稿)|特约刊[登发]"
IMPRINT = re.compile(
    r"(?:中华人民共和国)?国内统一(?:连续出版物号|刊号)|(?:[\u4e00-\u9fff]{0,12})准印证号?\s*[：:第]|邮发代号|(?:每[份期册]零?售|零售每)[^，。]{0,8}元"
    r"|[\u4e00-\u9fff]{2,10}(?:编辑部|杂志社|报社)\s+(?:地址|社址|电话|邮编|邮箱)\s*[：:]"
    rf"|本(?:版|刊|报|期|周刊|专[栏版刊]|栏目)(?:内容|稿件)?[由与和同][^，。；：]{{2,30}}(?:{_HELD})(?=\s|$)"
    rf"|[^，。；：]{{2,24}}[与和同]本[报刊社](?:{_HELD})(?=\s|$)"
    r"|(?:本[刊报]社?|[\u4e00-\u9fff]{2,8}报社|编辑部)(?:地址|社址)\s*[：:]|(?:承印(?:单位)?|社址|会址|督印人?|发行人|出版人)\s*[：:]"
    r"|(?:(?:广告|发行|订报|投递|新闻|报料|爆料|读者)(?:部|热线|电话)|本[版报]邮箱|[\u4e00-\u9fff]{2,6}版投稿邮箱)\s*[：:]\s*[0-9a-zA-Z]"
)
_COUNTED = rf"{ISSUE}|{DAY.pattern}\s*{WEEKDAY.pattern}|{PAGE}|第\s*[0-9]{{1,3}}\s*页"
COUNTED = re.compile(f"{_OPENING_NUMBER}(?:{_COUNTED})")
NUMBERED = re.compile(
    rf"{_OPENING_NUMBER}(?:{_COUNTED}|(?:^|(?<=[\s·|—–-]))[A-D]?[0-9]{{1,3}}(?=$|[\s·|—–-]))"
)
IN_NUMBERED = re.compile("[0-9期号周拜版页]")  # nor a NUMBERED
# above a name; both may be spaced to one width: `责任编辑 栾 杰  校 对 石 岩`
_LABEL = (
    r"责任编辑|责\s?编|值班主任|值班编辑|美术编辑|版\s?式|美\s?编|校\s?对|排\s?版|组\s?版|编\s?辑|视\s?觉"
)
EDITOR = rf"(?:{_LABEL})\s*[：:/／｜|]?\s*"
EDITORS_NAME = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s{1,2}[\u4e00-\u9fff])(?=\s|$)"
REACHED_AT = r"(?:电话|热线|邮箱|[Ee]-?mail)\s*[：:]?\s*[\w.@-]{5,30}"
EDITED = re.compile(EDITOR + EDITORS_NAME + "|" + REACHED_AT)
# `03 工会·职工 2021年7月16日 …`: the page's number opens the line
LEAD_NUMBER = re.compile(r"[A-D]?[0-9]{1,2}(?=\s+[\u4e00-\u9fff])")
# `云台日报社 云台市总工会 合办`
HELD = re.compile(rf"(?:[\u4e00-\u9fff]{{2,16}}\s+){{1,3}}{_HELD}")
MARKS_OF_HEADS = re.compile(r"[●■◆◎★/／]")
PARTS = re.compile(r"[\s|｜·—–()（）\[\]【】-]+")
YEAR = re.compile(r"(?:19|20)[0-9]{2}年?")
PAPER_ENDINGS = ("报", "工运", "通讯", "周刊", "周讯", "简报", "快讯", "月刊", "半月刊", "之友")
NO_PAPERS = ("通报", "汇报", "申报", "上报", "举报", "预报", "喜报", "填报", "海报", "回报")
LEAST_PAPER = 3
# `青 石 工 运 2009.4`
SPACED_NAME = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?: {1,2}[\u4e00-\u9fff]){2,7}(?![\u4e00-\u9fff])"
)
SECTION_OF_PAPER = re.compile(r"[\u4e00-\u9fff]{2,10}\s?·\s?[\u4e00-\u9fff]{2,10}")
HEAD_LINES = 5
LONGEST_PAGE_NAME = 6
DISTRIBUTED = re.compile(
    r"(?:(?:[主抄呈分]?[报送发]|报送|抄报)(?!道|现|布|展)|印发|主题词|抄送)\s*[:：]\s*\S.{1,80}|[（(]?共?印\s*[0-9]{1,5}\s*份[）)]?"
)


def is_head_line(text: str) -> bool:
    """`第47期（11月18日—11月24日）`, `省总工会办公室编 2024年11月25日`, `二○二四年五月二十日 星期一 第三一二期`."""
    if len(text) > LONGEST or ISSUED.search(text) is None:
        return False
    rest = PIECE.sub("", DAYS_COVERED.sub("", text))
    return not BETWEEN.sub("", rest)


def is_kept_line(text: str) -> bool:
    return len(text) <= LONGEST_ISSUER and KEPT.fullmatch(text) is not None


def is_imprint(text: str) -> bool:
    if len(text) > LONGEST or "。" in text:
        return False
    return IMPRINT.match(text) is not None or is_colophon(text)


def is_colophon(text: str) -> bool:
    """`青石县总工会主办 内部资料 免费交流 编辑：马小敏`: who makes it and nothing else."""
    if COLOPHON.search(text) is None or " " not in text:
        return False
    return not BETWEEN.sub("", PIECE.sub("", EDITED.sub("", text)))


def is_number_and_name(text: str) -> bool:
    return NUMBER_AND_NAME.fullmatch(text) is not None


def is_issuer_line(text: str) -> bool:
    """`汀源区总工会　二〇二二年九月九日`: who issues a bulletin, and when."""
    day = DAY.search(text) if len(text) <= LONGEST else None
    if day is None:
        return False
    rest = (text[: day.start()] + text[day.end() :]).strip(" \u3000编印发主办：:")
    return 2 <= len(rest) <= LONGEST_ISSUER and (
        ends_in_any(rest, "organisation_endings") or rest.endswith(OFFICES)
    )


def issuer_in(text: str) -> str | None:
    """`青石市总工会办公室编　2022年9月16日` → 青石市总工会办公室, `主办单位：青石市总工会` → 青石市总工会"""
    found = ISSUER.search(text) if len(text) <= LONGEST else None
    if found is None:
        return None
    name = found["office"] or found["owner"]
    return name if "工会" in name and not name.startswith("工会") else None


def is_issue_line(text: str) -> bool:
    return ISSUE_LINE.search(text) is not None and is_head_line(text)


def is_running_line(text: str) -> bool:
    """`青石工人报 2019年4月26日 星期五 综合新闻 第2版`; at least a day and its weekday, or the page."""
    if len(text) > LONGEST or not text or text[-1] in "，,。、；;：:":
        return False
    if is_dated_head(text):
        return True
    if not IN_PAPER_HEAD.search(text) or not PAPER_HEAD.search(text):
        return False
    rest = BETWEEN.sub(" ", PIECE.sub(" ", EDITED.sub(" ", text))).split()
    if is_full_head(text):
        return len(rest) < MOST_WORDS and all(map(NAME.fullmatch, rest))
    return len(rest) <= MOST_WORDS and all(is_paper(word) or word in page_names() for word in rest)


def is_dated_head(text: str) -> bool:
    """`●云台日报● 2021年7月16日 责任编辑/马小敏`, `03 工会·职工 2021年7月16日 星期五`: a day and who made the page, or
    the day with its weekday and the number of the page; beside them names alone."""
    day = DAY.search(text) if YEAR_OF_HEAD.search(text) else None
    if not day or not day.start():
        return False  # `2021年7月16日 青石工人报 责任编辑：马小敏`, below a headline
    lead = LEAD_NUMBER.match(text)
    made, is_edited = EDITED.subn(" ", HELD.sub(" ", text))
    is_made = is_edited or HELD.search(text)
    if not is_made and not ((lead or MARKS_OF_HEADS.search(text)) and PAPER_HEAD.search(text)):
        return False
    bare = PIECE.sub(" ", made[lead.end() :] if lead else made)
    rest = BETWEEN.sub(" ", MARKS_OF_HEADS.sub(" ", bare)).split()
    return len(rest) <= MOST_WORDS and all(map(NAME.fullmatch, rest))


def named_head(text: str) -> str | None:
    """`青石工运 2024年第12期`, `白鹭工人报 2019年5月8日 星期三 第2版 综合新闻 责任编辑 苗青` → the paper's name."""
    text = text.lstrip(EMBLEMS)
    if len(text) <= LONGEST and (read := READER.fullmatch(text)):
        return read["name"]
    if framed := FRAMED_NAME.fullmatch(text):
        return framed["name"] if tells_issue(framed["issue"]) else None
    if bracketed := NAME_AND_ISSUE.fullmatch(text):
        return bracketed["name"] if tells_issue(bracketed["issue"]) else None
    name, blank, rest = text.partition(" ")
    if blank and NAME.fullmatch(name) and is_issue_line(rest):
        return name
    if (behind := NAME_BEHIND.fullmatch(text[:LONGEST])) and is_issue_line(behind["issue"]):
        return behind["name"].replace(" ", "")
    if blank and is_full_head(rest) and len(name) > LEAST_PAPER and NAME.fullmatch(name):
        return name
    if len(text) > LONGEST or STOPS.search(text):
        return None
    if blank and is_paper(name) and DAY.search(rest) and (PAGE_NUMBER.search(rest) or WEEKDAY.search(rest)):
        return name
    return paper_of(text) if WEEKDAY.search(text) or ISSUE_LINE.search(text) else None


def tells_issue(text: str) -> bool:
    return is_issue_line(text) or is_day_range(text)


def is_readers_line(text: str) -> bool:
    """`00003版:职工生活`, `2025年4`: the page and the issue, as the reader of an electronic paper says them."""
    is_line = len(text) <= LONGEST and text[-1] not in "，。；"
    return is_line and bool(READERS_PAGE.fullmatch(text) or READERS_ISSUE.fullmatch(text))


def is_full_head(text: str) -> bool:
    """`二〇二三年九月十五日 星期五 第四版 会务`: whatever else it names."""
    if len(text) > LONGEST or STOPS.search(text):
        return False
    return all(each.search(text) for each in (DAY, WEEKDAY, PAGE_NUMBER))


def paper_of(text: str) -> str | None:
    """What a line of pages, issues, days and page names leaves: `第 3 页 云台工会通讯` → 云台工会通讯."""
    name = name_beside_number(text)
    return name if name is not None and is_paper(name) else None


def is_paper(name: str) -> bool:
    is_called_so = name.endswith(PAPER_ENDINGS) and not name.endswith(NO_PAPERS) and "的" not in name
    return is_called_so and len(name) > LEAST_PAPER and NAME.fullmatch(name) is not None


def name_beside_number(text: str) -> str | None:
    if len(text) > LONGEST or STOPS.search(text) or not IN_NUMBERED.search(text):
        return None
    if not NUMBERED.search(text):
        return None
    names = [word for word in words_beside_numbers(text) if word not in page_names()]
    return names[0] if len(names) == 1 and NAME.fullmatch(names[0]) else None


def words_beside_numbers(text: str) -> list[str]:
    for piece in (EDITED, NUMBERED, DAY):
        text = piece.sub(" ", text)
    text = SPACED_NAME.sub(lambda spaced: spaced.group().replace(" ", ""), text)
    return [word for word in PARTS.split(text) if word and not YEAR.fullmatch(word)]


@cache
def page_names() -> frozenset[str]:
    return frozenset(load("page_names"))


def papers_of(texts: Sequence[str]) -> frozenset[str]:
    """The papers that lines of the page name: by their endings, beside numbers twice, or alone beside the issue."""
    named = [(name, text) for text in texts if (name := name_beside_number(text))]
    counts = Counter(name for name, text in named if COUNTED.search(text))
    papers = {name for name, count in counts.items() if count > 1}
    papers |= {name for name, _ in named if is_paper(name)}
    for above, below in pairwise(texts[:HEAD_LINES]):
        if NAME.fullmatch(above) and is_issue_line(below):
            papers.add(above)
    papers.update(text for text in texts[:HEAD_LINES] if is_paper(text))
    return frozenset(papers - page_names())


def is_head_of(text: str, papers: frozenset[str]) -> bool:
    """`白鹭工人报 职工生活 3` of a page whose paper is known."""
    if not papers or len(text) > LONGEST or STOPS.search(text):
        return False
    dense = text.replace(" ", "")
    name = next((name for name in papers if name in dense), None)
    if name is None and not (papers and ISSUE_LINE.search(text)):
        return False
    words = words_beside_numbers(text)
    if name is None:
        return any(is_misread("".join(words), each) for each in papers)
    if "".join(words) == name:
        return True  # also where a scan has blanks in it
    is_told = NUMBERED.search(text) or DAY.search(text) or page_names().intersection(words)
    if not is_told and not SECTION_OF_PAPER.fullmatch(text):  # `职工生活 · 白鹭工人报`
        return False
    return (
        name in words
        and len(words) <= 2
        and all(len(word) <= LONGEST_PAGE_NAME for word in words if word != name)
    )


def is_misread(word: str, name: str) -> bool:
    """`白鹭エ运` of a scanned page is `白鹭工运`."""
    if len(word) != len(name) or len(name) <= LEAST_PAPER:
        return False
    return sum(one != other for one, other in zip(word, name, strict=True)) == 1


def is_distribution(text: str) -> bool:
    """`报：省委办公厅`, `发：各市总工会`, `共印320份`: the foot of a bulletin that goes by post."""
    return DISTRIBUTED.fullmatch(text) is not None


def names_paper(text: str, papers: frozenset[str]) -> bool:
    """`云台工会通讯`, `二〇一八年 云台工会通讯`: asked of a line that a sentence goes over."""
    dense = text.replace(" ", "")
    return any(name in dense for name in papers)
