"""What kind of piece an article is, from its shape and a few words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import ends_in_any, has_any, load, words_of
from unioncms.parsing.patterns import words_finder
from unioncms.parsing.segmenting.closings import names_office
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.items import names_briefs
from unioncms.parsing.shapes import BULLETS, dateline_of

DAY = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]"
MONTH_AND_DAY = rf"(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:{DAY}|[上中下]旬|[初底末])"
NEWS_DAY = re.compile(
    rf"^周[一二三四五六日]|近日|日前|昨[日天晚]|今[日天晨晚]|连日来|前夕|(?:来临|到来)之际|(?:本|上|这|昨天|昨日)周[一二三四五六日]|{MONTH_AND_DAY}"
    r"|(?<![0-9月])[0-9]{1,2}日(?:[上下]午|[，,在晚])|本月[0-9]{1,2}日"
)
NEWS_OPENING = re.compile(
    rf"(?:近日|近期|日前|昨日|昨天|今日|今天|连日来|本周|上周|(?:[0-9]{{4}}年)?{MONTH_AND_DAY}|{DAY})"
)
ASKED = re.compile(
    r"(?:[问Q]\s?[0-9]{0,2}|(?:职工|会员|读者|律师|工会|专家|网友)问|(?:本[报刊网])?(?:记者|编辑部?)|主持人)\s?[：:]"
)
LATELY = re.compile("近日|近期|日前|昨日|昨天|昨晚|上周")  # what a report has seen is no notice
NEWS_REACH = 60  # characters within which a report says when
AIM_REACH = 240  # where it first says what for: `为进一步……，让……，近日，`
AIM = re.compile(
    r"为(?:进一步|了|深入|认真|切实|全面|更好|扎实|庆祝|贯彻|推动|做好|加强|丰富|[\u4e00-\u9fff]{2,6}[，,])|根据|按照|在[^，,。]{2,20}(?:之际|来临|到来)"
)
QUOTED = re.compile(r"“[^“”]{0,400}”")
ONESELF = re.compile(
    r"我(?![市县省区国厂校院矿州委局厅段社镇乡司公集宫馆队港村]|单位|中心|站(?![在到上着立了起出]))|咱"
)
SAID = re.compile(
    r"(?:说|告诉|介绍|表示|坦言|笑道|回忆|透露)[^，。：]{0,8}[，：]|[，”][^，。“”]{0,12}(?:说|道)[。，：]"
)
LEAST_QUESTIONS = 2
LEAST_ARGUING = 2
ARGUING_REACH = 160  # characters to one word that argues
LONG_AGO = re.compile(r"1[89][0-9]{2}年|一[八九][一二三四五六七八九〇○零]{2}年")
OF_LATE = re.compile(r"(?<![0-9])(?:19[89]|20[0-9])[0-9]年|今年|去年|日前|近日|目前|如今|现在")
LEAST_YEARS = 2
LONGEST_NEWS = 600  # characters; a longer report without a dateline tells a story
# `青石县总工会召开九届三次全委会议`, `全县焊工大赛落幕`: a report, however long
HELD = re.compile(
    r"(?:召开|举行|举办).{0,24}(?:会议?|大会|学习班|培训班|大赛|竞赛|仪式)$|(?:会议?|大赛|竞赛|仪式).{0,4}(?:召开|举行|开幕|闭幕|落幕|收官)$"
)
LONGEST_BRIEF = 200
LONGEST_LEAD = 120
LEAST_ROWS = 2
LEAST_ITEMS = 2
ROW = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}、|[0-9]{1,2}[.．、]|[^\u4e00-\u9fff]{1,3})?\s*(?P<label>[\u4e00-\u9fff]{2,8})\s*[：:]"
)
LONGEST_PREFACE = 700
MOST_PER_ITEM = 70  # characters of an item of a list
REPORTING = frozenset({"reporter", "trainee_reporter", "correspondent"})
CELLS = re.compile(r"\|.+\||[^，。；：:]*[\u4e00-\u9fff）] [^，。；：:]+")  # a row of a table
DIGITAL = re.compile(r"数字(?:化|时代|经济|中国|政府)")  # no figures
NUMBERED = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．]|[①-⑳]")
NAMED_ITEM = re.compile(r"[\u4e00-\u9fff·]{2,4}[：:]")  # `王一川：公交公司驾驶员，…`
NOTICE_END = 70  # characters in which a notice says how to take part
NOTICE_START = 80  # and those in which it says when
LEAST_ASKED = 2
LONGEST_HOUSED = 450  # characters of what a union tells of itself
LEAST_OF_ROUND_UP = 2  # paragraphs
MOST_OF_BRIEF = 2  # paragraphs
LEAST_STORY = 150  # characters in a column of stories
# `青石县总工会：三张单子管住欠薪`: who did it stands before what was done, as bulletins have it
HOUSED = re.compile(
    r"[\u4e00-\u9fff]{1,16}(?:工会|文化宫|[省市县区旗州盟镇乡])[：:].|[\u4e00-\u9fff]{2,12}总工会(?!主席|副|干部|原|的)."
)
EXPERIENCE = "经验"  # of columns that tell of it at length
DEEDS = ("招聘", "招生", "招募", "征集")
DIED = re.compile(r"(?:逝世|病逝|辞世|去世)$")
LIST_ITEM = re.compile(r"[^，。；：:]{2,20}[：:，,]|关于")
ABOUT = re.compile(
    r"(?:[—–]+)?记(?!者|住|录)|走进|.{0,12}系列报道|.{2,}(?:系列报道|的故事)(?:[之（(].{0,4})?$"
)


def genre_of(draft: Draft) -> str:
    if draft.genre:
        return draft.genre
    lines = [*draft.kicker, *draft.headline, *draft.subheadline]
    title = "".join(line.text for line in lines) or draft.column or ""
    words = draft.words
    is_shown = has_any(draft.column or "", "photo_columns") and len(words) <= LONGEST_BRIEF
    if draft.figures and (is_shown or not words):
        return "photo"
    is_extracted = is_extract(draft, title)
    if is_list(draft, title) and not (is_extracted and "节选" in title):
        return "listing"
    own = "".join(line.text for line in (*draft.headline, *draft.subheadline)) or draft.column or ""
    is_notice = has_any(own, "notice_titles") and (
        (own.endswith(load("notice_titles")) and not is_done(own, words)) or not is_report(words)
    )
    is_notice = is_notice or own.startswith("下周")
    if is_notice and own.endswith("读者") and draft.column in load("preface_columns"):
        return "preface"  # `卷首` / `致读者`
    is_asking = has_any(words[-160:], "notice_phrases") and LATELY.search(words, 0, NEWS_REACH) is None
    if is_notice or is_asking or has_rows(draft, words):
        return "notice"
    if is_round_up(draft):
        return "roundup"
    if draft.note and not draft.body:
        return "preface"
    if is_extracted or is_taken_over(draft) or is_history(draft, words):
        return "digest"
    if asks_to_come(words):
        return "notice"
    if is_preface(draft, title, words) or is_lead(words, title):
        return "preface"
    if dateline_of(words):
        return "news"
    has_post = bool(draft.post) or any(each.printed_post for each in draft.contributors)
    if not has_post and is_about(draft, title):
        return "feature"
    return genre_by_signature(draft, words)


def is_extract(draft: Draft, title: str) -> bool:
    """`矿史（选登）`; `工运史话（三）`, which nobody signs. The extract of a speech is its speaker's."""
    if any(each.printed_post for each in draft.contributors):
        return False
    if has_any(title, "digest_titles"):
        return True
    named = "".join((title, draft.column or "", draft.source_credit or ""))
    return has_any(named, "history_titles") and not (draft.contributors or draft.compilers)


def is_done(title: str, words: str) -> bool:
    """`青石县总工会开展线上招聘` / `3月25日，…`: a report of what a notice would announce."""
    return title.endswith(DEEDS) and NEWS_OPENING.match(words) is not None


def is_about(draft: Draft, title: str) -> bool:
    """`走进青石岭的劳模`, `——记桥梁检修工某某`"""
    return has_any(title, "feature_titles") or any(ABOUT.match(line.text) for line in draft.subheadline)


def genre_by_signature(draft: Draft, words: str) -> str:
    """Told by who signs it, how it begins and how long it is."""
    people = draft.contributors or draft.compilers
    roles = {each.role for each in people}
    has_post = draft.post or any(each.printed_post for each in people)
    if has_post and not roles & REPORTING and not (is_housed(draft, people) and is_report(words)):
        return "essay"
    if is_interview(draft):
        return "feature"
    is_personal = "author" in roles or (draft.has_byline and not people)  # 本报评论员
    if is_personal and not is_report(words) and is_own_voice(draft, words):
        return "essay"
    if is_in_stories(draft, words):
        return "feature"
    has_headings = any(part.type == "heading" for part in draft.body)
    if not has_headings and is_plain_news(draft, words):
        return "news"
    is_short = len(words) <= LONGEST_NEWS or HELD.search(own_title(draft)) is not None
    if is_report(words) and not has_headings and is_short:
        return "news"
    if len(words) <= LONGEST_BRIEF and not has_headings and is_of_news(draft) and not is_personal:
        return "news"
    is_signed_below = bool(draft.compilers or draft.source_credit) and not draft.contributors
    if len(words) <= LONGEST_BRIEF and not (draft.headline or has_headings) and is_signed_below:
        return "news"
    is_story = len(words) > LONGEST_BRIEF or (people and not is_report(words))
    return "feature" if is_story or roles & REPORTING else "news"


def own_title(draft: Draft) -> str:
    return "".join(line.text for line in draft.headline)


def is_in_stories(draft: Draft, words: str) -> bool:
    """`一线人物`, `劳模风采`"""
    column = draft.column or ""
    return len(words) > LEAST_STORY and ends_in_any(column, "feature_columns") and not dateline_of(words)


def is_plain_news(draft: Draft, words: str) -> bool:
    """A paragraph or two that nobody tells as a story, a union's report of its own, or news of a death."""
    headline = "".join(line.text for line in draft.headline)
    is_short = len(words) <= LONGEST_BRIEF and len(draft.body) <= MOST_OF_BRIEF
    is_brief = is_short and (not SAID.search(words) or "工会" in headline)
    is_told = EXPERIENCE in (draft.column or "") and "：" not in headline
    is_own = len(words) <= LONGEST_HOUSED and not is_told and HOUSED.match(headline) is not None
    return is_brief or is_own or DIED.search(headline) is not None


def asks_to_come(words: str) -> bool:
    """`…将于5月6日举行，…报名电话：…`: what is to come, and how to take part in it."""
    asked = words_of(words[-NOTICE_END:], "notice_asks")
    if not asked or dateline_of(words) or LATELY.search(words, 0, NEWS_REACH):
        return False
    return len(asked) >= LEAST_ASKED or has_any(words[:NOTICE_START], "notice_ahead")


def is_housed(draft: Draft, people: Sequence[Contributor]) -> bool:
    """`白鹭县总工会 王一川`: where he works, and no post that he writes in."""
    houses = tuple(load("source_houses"))
    return not draft.post and bool(people) and all(each.printed_post.endswith(houses) for each in people)


def is_round_up(draft: Draft) -> bool:
    """`县区简讯`: a column of short pieces as the headline, and one paragraph for each."""
    headline = "".join(line.text for line in draft.headline)
    if len(draft.body) < LEAST_OF_ROUND_UP or any(part.type != "paragraph" for part in draft.body):
        return False
    if headline:
        return names_briefs(headline)
    return names_briefs(draft.column or "") or (draft.column is not None and is_in_marked_rows(draft))


def is_in_marked_rows(draft: Draft) -> bool:
    """`○3月6日，…` / `○3月15日，…`: each paragraph of the piece bears one mark and says when."""
    marks = {part.words[0] for part in draft.body}
    return len(marks) == 1 and marks <= set(BULLETS) and all(is_report(part.words[1:]) for part in draft.body)


def is_of_news(draft: Draft) -> bool:
    """`基层传真`, `各地动态`"""
    return draft.column is not None and ends_in_any(draft.column, "columns_of_news")


def is_interview(draft: Draft) -> bool:
    """`问：…` over and over, or once and `答：…` below it"""
    asked = [ASKED.match(part.words) is not None for part in draft.body]
    if sum(asked) >= LEAST_QUESTIONS:
        return True
    return asked[:1] == [True] and any(part.words.startswith(("答：", "答:")) for part in draft.body)


def is_own_voice(draft: Draft, words: str) -> bool:
    """Somebody writes of his own, or argues; in quotation marks others speak, and 我市 is the paper's. Whoever lets
    others speak and says 我 once has been there as a reporter."""
    if has_any(draft.column or "", "essay_columns"):
        return True
    own = QUOTED.sub("", words)
    told = len(SAID.findall(words))
    oneself = len(ONESELF.findall(own))
    if oneself:
        return oneself > 1 or not told
    argued = len(arguing().findall(own))
    return not told and argued >= LEAST_ARGUING and argued * ARGUING_REACH >= len(own)


@lru_cache(maxsize=1)
def arguing() -> re.Pattern[str]:
    return words_finder(load("opinion_words"))


def is_report(words: str) -> bool:
    """`9月3日，…`, `“谢谢你们！”9月3日，…`: it says when, not long ago, and of himself nobody speaks but in quotation
    marks."""
    reach = AIM_REACH if AIM.match(words) else NEWS_REACH
    opening = QUOTED.sub("", words[: 2 * reach])[:reach]
    is_dated = NEWS_DAY.search(opening) is not None
    return is_dated and not ONESELF.search(opening) and LONG_AGO.search(opening) is None


def is_taken_over(draft: Draft) -> bool:
    """The closing credit names where it was taken from, and nobody of the paper who wrote it."""
    is_signed = draft.has_byline or any(each.role != "photographer" for each in draft.contributors)
    is_own = (draft.source_credit or "").endswith(load("source_houses"))
    is_ours = is_signed or draft.compilers or is_own
    return bool(draft.source_credit and draft.is_closed_by_credit and not is_ours)


def is_history(draft: Draft, words: str) -> bool:
    """Years long ago and no other, and no person who tells of them: a piece of a chronicle."""
    is_signed = any(each.role != "photographer" for each in (*draft.contributors, *draft.compilers))
    is_told = len(LONG_AGO.findall(words)) >= LEAST_YEARS and OF_LATE.search(words) is None
    return is_told and not is_signed and dateline_of(words) is None


def is_preface(draft: Draft, title: str, words: str) -> bool:
    """Untitled, whole, and the paper speaks of itself: `今天起，本报改版了。`"""
    if (draft.column or title) in load("preface_columns"):
        return True
    if title or not words or len(words) > LONGEST_PREFACE or draft.has_byline or dateline_of(words):
        return False
    return has_any(words, "preface_phrases")


def has_rows(draft: Draft, words: str) -> bool:
    """`招募对象：…`, `报名方式：…`: two or more rows that tell how to take part, and no report of it."""
    if dateline_of(words) or NEWS_OPENING.match(words):
        return False
    parts = [part.words for part in draft.body]
    rows = sum(
        match is not None and match["label"].endswith(load("notice_rows")) for match in map(ROW.match, parts)
    )
    return rows >= LEAST_ROWS and rows * 3 >= len(parts)


def is_roll(parts: Sequence[str], title: str) -> bool:
    """`…6位职工上榜：` / `王一川：公交公司驾驶员，…` / …: names and what they did, or prizes and who won them."""
    if not parts[0].endswith(("：", ":")):
        return False
    named = sum(NAMED_ITEM.match(part) is not None for part in parts[1:])
    labelled = sum(LIST_ITEM.match(part) is not None for part in parts[1:])
    return named * 2 > len(parts) or (has_any(title, "honours") and labelled == len(parts) - 1)


def is_lead(words: str, title: str) -> bool:
    """The headline of a post over a few words that lead to its pieces: `这一周有哪些新鲜事？小编带您看。`"""
    return bool(title) and len(words) <= LONGEST_LEAD and has_any(words, "lead_phrases")


def is_list(draft: Draft, title: str = "") -> bool:
    """Three or more short items, most of them ending in semicolons or opening alike; or rows of officials."""
    parts = [part.words for part in draft.body if part.type == "paragraph"]
    title = DIGITAL.sub("", title)
    if len(parts) < 3 or sum(map(len, parts)) > MOST_PER_ITEM * len(parts):
        return False
    if sum(map(names_office, parts)) * 2 > len(parts):
        return True
    if sum(CELLS.fullmatch(part) is not None for part in parts) * 3 >= len(parts) * 2:
        return True
    if all(map(NUMBERED.match, parts)) or is_roll(parts, title):
        return True
    items = sum(part.endswith(("；", ";")) for part in parts)
    if items * 3 >= len(parts) * 2 or items >= len(parts) - 1:
        return True
    if has_any(title, "listing_titles") and all(map(NEWS_OPENING.match, parts)):
        return True  # 大事记
    if items >= LEAST_ITEMS and has_any(title, "listing_titles"):
        return True  # 经省委批准：/ 任命王一川为主席；/ 免去李小满的主席职务。
    labelled = sum(LIST_ITEM.match(part) is not None for part in parts)
    return has_any(title, "listing_titles") and labelled * 3 >= len(parts) * 2
