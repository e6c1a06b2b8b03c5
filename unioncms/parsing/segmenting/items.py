"""Paragraphs with what each one is: a title, a byline, a credit, a note, body text or furniture."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from unioncms.parsing.credits import Credit, cut_caption, opens_caption, read_credit
from unioncms.parsing.credits.labelled import opens_with_label
from unioncms.parsing.days import day_in
from unioncms.parsing.furniture import (
    is_furniture,
    is_ornament,
    is_page_line,
    is_picture_place,
    is_running_head,
)
from unioncms.parsing.lexicon import ends_in_any, load
from unioncms.parsing.page_heads import (
    is_head_line,
    is_issue_line,
    is_number_and_name,
    is_readers_line,
    named_head,
    paper_of,
)
from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.shapes import (
    BULLETS,
    CONTINUED,
    dateline_of,
    ends_sentence,
    is_bullet_heading,
    is_numbered_heading,
    is_title_shaped,
)

LONGEST_COLUMN = 16
LONGEST_BRIEFS = 8  # characters of the name of a column of short pieces
LONGEST_COUNT = 3  # and of how many they are
LEAST_CAPTION = 6
LONGEST_CAPTION = 120
CAPTION_MARKS = "▲△▼▽↑↓←→◀◄◁▷"
HEAD_ITEMS = 10  # a page's running head stands among its first lines
FIRST_ITEMS = 3
PUBLICATION = re.compile(
    r"(?:(?![我你他读订爱看的])[\u4e00-\u9fff]){1,9}(?:日报|晚报|早报|时报|工人报|职工报|劳动报|导报|周报|工运|周刊|周讯|月刊|快讯|简报|报)"
)
UNSIGNED_CAPTION = re.compile(r"图(?:片|为)?\s?[：:｜|丨]\s?(?!.*(?:提供|供图|摄|来源))[^，。：:]{6,}$")
LATIN_NAME = re.compile(r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){1,4}")  # `QINGSHI RIBAO` below the paper's name
ISSUE_OF = re.compile(
    r"《(?P<title>[^》]{2,12})》\s*(?:19|20)[0-9]{2}\s*年\s*(?:第?\s*[0-9]{1,3}\s*[月期]号?)"
)
# `主办：青石市总工会　承办：青石工人文化宫`, at the head of a page
MADE_BY = re.compile(
    r"(?:(?:主办|主管|承办|协办|编印|编辑|出版|承印){1,2}(?:单位|日期|时间)?\s*[：:]\s*[^\s，。；：:]{2,30}\s*){1,4}"
)
COLUMN_MARK = re.compile(
    r"[【〖〔〈\[［]\s*(?P<name>[^】〗〕〉\]］，。]{2,20})\s*[】〗〕〉\]］](?:\s*[（(][^）)]{1,12}[）)])?"
)
SECTION_MARK = re.compile(
    rf"(?P<mark>[{BULLETS}※✦❖]{{1,3}}|[-—–─=~～*]{{2,8}})\s*(?P<name>[\u4e00-\u9fff“”·、\s]{{2,14}}?)\s*"
    rf"(?:(?P=mark)|(?<=\s)[{BULLETS}]{{1,3}})"  # `■ 工友来信 □`: scanned marks are not alike
)
COUNTED_BRIEFS = re.compile(r"[0-9一二三四五六七八九十两]{1,2}[则条篇]$")  # `短讯三则`
CJK_WORD = re.compile("[\u4e00-\u9fff]{2}")
PICTURE_PLACES = ("img", "image", "pic", "photo", "video", "jpg")
PICTURE_IN_BRACKETS = re.compile(r"图片?\s?[0-9一二三四五六①-⑥]{0,2}\s?[：:]")  # `[图1：王一川在车间]`
COLUMN_LABEL = re.compile(r"(?:本期|本报|所属|所在)?(?:栏目|专栏|专题)\s*[:：]\s*(?P<name>[^，。]{2,16})")
# `庆祝中华人民共和国成立70周年`, `喜迎党的二十大`: why the piece below was written, and no headline itself
OCCASION = re.compile(
    r"(?:热烈)?(?:庆祝|纪念|喜迎|迎接|欢庆|喜庆)[^，。：]{2,20}(?:周年|诞辰|召开|大会|[一二三四五六七八九十]大|节|回归|专题|特刊)"
)
STUDIED = re.compile(r"(?:深入)?学习(?:宣传)?(?:贯彻|领会|落实)[^，。]{4,24}精神")
ASKED = re.compile(
    r"(?:[问答QA]\s?[0-9]{0,2}|(?:职工|会员|读者|律师|工会|专家|网友)[问答]|(?:本[报刊网])?(?:记者|编辑部?)|主持人)\s?[：:]"
)  # 问：… and 答：… of an interview
SPEECH = re.compile(r"“[^“”，]+，[^“”]{4,}[。！？!?…]”")  # `“师傅，您看这个弯管行不？”`
KEYWORDS = re.compile(r"[\[【]?(?:关\s?键\s?词|摘\s?要|内容摘要)[\]】]?\s*[：:]?")
THANKS = re.compile(
    r"(?:[^，。！!]{2,12}[，。！!])?(?:再次)?(?:谢谢|感谢)(?:大家|各位|同志们|聆听)?[！!。]?"
)  # ends a speech
ANSWERED = re.compile(r"[（(][^（）()：:]{2,10}[：:][^（）()]{2,40}[）)]")  # （解答人：王一川律师）
COUNT = re.compile(r"[（(]共?\s*[0-9一二三四五六七八九十百]{1,4}\s*[个名人项件篇家组支位][）)]")  # below 名单
DAY_OF_ROW = re.compile(
    r"[0-9]{1,2}月[0-9]{1,2}日(?:[（(][^（）()]{1,6}[）)])?(?:\s+|[，：])\S.{5,}"
)  # `8月17日　球赛开赛`
PART_ALONE = re.compile(r"之[一二三四五六七八九十]{1,3}")  # above the headline of a part
ROWS = ("简讯", "短讯", "短波", "快讯", "集锦", "一句话新闻", "微新闻")
PERIODS = ("一周", "每周", "本周")  # 一周工运
RULE = re.compile(rf"[-—_=*~·.|:\s─━═]{{3,}}|[-–—_|]{{1,2}}|[×✕✖]|[{BULLETS}※✦❖↓↑\s]{{1,12}}")
SALUTATION = re.compile(
    r"(?:尊敬的|敬爱的|亲爱的)?[\u4e00-\u9fff]{0,8}(?:编辑|编者|主编|总编|记者|同志|先生|女士|老师|师傅|朋友|主席)(?:们|同志|先生|老师|部)?"
    r"[：:！!，,]"
)
SECTION_LABELS = frozenset(
    {
        "链接",
        "新闻链接",
        "相关链接",
        "背景",
        "新闻背景",
        "资料链接",
        "延伸",
        "名词解释",
        "附件",
        "附表",
        "附件1",
        "附件2",
    }
)


@dataclass(slots=True)
class Item:
    """`kind`: furniture, running_head, mark, duplicate, column, note, title, headline, heading, caption, photo, byline,
    closing, meta, editors or body."""

    kind: str
    paragraph: Paragraph
    credit: Credit | None = None
    name: str = ""  # of a column or of a note's label
    cut: int = 0  # where the words after a label begin
    is_section: bool = (
        False  # a column's name between marks, a kicker over marked headlines: a part of the bulletin
    )
    row: str = ""  # of "people", of a "table", of "verse": printed line by line
    words: str = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.paragraph.text.text

    @property
    def is_sentence(self) -> bool:
        return ends_sentence(self.words)


def names_column(text: str) -> bool:
    """`基层之声`, `“我为职工办实事”大家谈`: no sentence, and the ending of a column's name."""
    return (
        2 <= len(text) <= LONGEST_COLUMN
        and not text[0].isdigit()
        and not set(" —–-") & set(text)
        and "的“" not in text  # 灯塔下的“渔歌”擂台 is a headline
        and (ends_in_any(text, "column_endings") or text in load("column_names"))
    )


def item_of(paragraph: Paragraph, number: int) -> Item:
    text = paragraph.words
    if paragraph.is_page_line:
        return Item("running_head", paragraph, name=paper_of(text) or "")
    if RULE.fullmatch(text) or is_picture_place(text) or is_ornament(text) or ends_piece(text):
        return Item("mark", paragraph)
    if text in load("furniture_in_text") or PART_ALONE.fullmatch(text):
        return Item("mark", paragraph)
    label = note_label(text)
    if label:
        return Item("note", paragraph, name=label[0], cut=label[1])
    if is_furniture(text):
        return Item("furniture", paragraph, read_credit(text))
    section = SECTION_MARK.fullmatch(text)
    if section:
        return Item("column", paragraph, name=re.sub(r"\s", "", section["name"]), is_section=True)
    column = COLUMN_MARK.fullmatch(text) or COLUMN_LABEL.fullmatch(text)
    if column and (day := day_in(column["name"])) and not CJK_WORD.search(column["name"]):
        return Item("meta", paragraph, Credit("meta", published_on=day))  # [2022-11-02]
    if column and column["name"].strip().lower() in PICTURE_PLACES:
        return Item("mark", paragraph)
    if column and PICTURE_IN_BRACKETS.match(column["name"]):
        return Item(
            "caption", replace(paragraph, text=paragraph.text.cut(1, len(paragraph.text) - 1).strip())
        )
    if column and column["name"].strip().isdigit():
        return Item("running_head", paragraph)  # [11], of a magazine's page
    if column and not is_staff(column["name"]):
        return Item("column", paragraph, name=column["name"].strip())
    if paragraph.level is None and text.rstrip("：:") in SECTION_LABELS:
        return Item("mark", paragraph)
    if paragraph.block is not None:
        row = "table" if paragraph.block == "cells" else ""
        return Item("caption" if paragraph.block == "picture" else "body", paragraph, row=row)
    credit = read_credit(text) if paragraph.level is None else None
    is_labelled = credit is not None and opens_with_label(text)
    if paragraph.level is None and not (is_labelled and credit.kind != "editors"):
        is_first = number < FIRST_ITEMS and is_number_and_name(text)
        if is_page_line(text) or is_first or (number < HEAD_ITEMS and is_page_head(text)):
            return Item("running_head", paragraph, name=named_head(text) or "")
        if is_running_head(text) and not is_labelled and number >= HEAD_ITEMS and len(text) < 12:
            return Item("running_head", paragraph)
    if paragraph.level is not None:
        if number < HEAD_ITEMS and paragraph.level == 1 and (issue := ISSUE_OF.match(text)):
            return Item("running_head", paragraph, name=issue["title"])
        if number < HEAD_ITEMS and (name := named_head(text)):
            return Item("running_head", paragraph, name=name)  # `# 青石工运 2024年第12期`
        if number < HEAD_ITEMS and is_issue_line(text):
            return Item("running_head", paragraph)  # `## 2024年第十二期`
        return Item("title", paragraph)
    if credit is not None and credit.kind == "photo":
        if is_caption(paragraph, credit):
            return Item("caption", paragraph)
        if text[0] in "（(" and (inner := bracketed_caption(paragraph)) is not None:
            return Item("caption", inner)
    if credit is not None:
        return Item(credit.kind, paragraph, credit)
    return Item(kind_of_text(paragraph), paragraph)


def ends_piece(text: str) -> bool:
    """`（待续）`"""
    return len(text) <= LONGEST_BRIEFS and CONTINUED.fullmatch(text) is not None


def kind_of_text(paragraph: Paragraph) -> str:
    text = paragraph.words
    if paragraph.is_vertical:
        return "title"
    if is_marked_caption(text) or (text[0] in CAPTION_MARKS and cut_caption(paragraph.text) is not None):
        return "caption"
    if is_numbered_heading(text) or is_bullet_heading(text):
        return "heading"
    if (opens_caption(text) and len(text) < LONGEST_CAPTION) or cut_caption(paragraph.text) is not None:
        return "caption"
    if dateline_of(text) or ASKED.match(text) or KEYWORDS.match(text) or SPEECH.fullmatch(text):
        return "body"
    if COUNT.fullmatch(text):
        return "title"
    if DAY_OF_ROW.match(text) or text[-1] in "～~":  # `嗨，我是小工会～`
        return "body"
    if ANSWERED.fullmatch(text) or THANKS.fullmatch(text):
        return "body"
    return "title" if is_title_shaped(text) and not is_table_row(text) else "body"


def is_table_row(text: str) -> bool:
    """`| 2021 | 260 | 81 |` of a Markdown table, `- 月初开箱` of its list."""
    return text.startswith(("- ", "* ", "+ ")) or (text[0] == text[-1] == "|" and len(text) > 2)


def is_marked_caption(text: str) -> bool:
    """`△ 码头上的茶棚。`: a picture's mark and a sentence."""
    return (
        text[0] in CAPTION_MARKS
        and len(text) < LONGEST_CAPTION
        and (ends_sentence(text) or opens_caption(text))
    )


def is_staff(name: str) -> bool:
    """`责任编辑：王一川` in brackets, as a column's name is"""
    return ("：" in name or ":" in name) and read_credit(name) is not None


def bracketed_caption(paragraph: Paragraph) -> Paragraph | None:
    """`（王一川在检查支架　李小满 摄）`: what it shows and who took it, in one bracket"""
    inner = paragraph.text.cut(1, len(paragraph.text) - 1).strip()
    figured = cut_caption(inner)
    is_shown = (
        figured is not None and len(figured.caption) >= LEAST_CAPTION and " " not in figured.caption.text
    )
    return replace(paragraph, text=inner) if is_shown else None


def is_caption(paragraph: Paragraph, credit: Credit) -> bool:
    """`△ 比赛现场 王一川 摄`: what a marked line shows stands before who took it; `图：职工在夜校上课`: behind the
    label stands nobody who took it."""
    text = paragraph.words
    if not credit.contributors and text[0] not in CAPTION_MARKS:
        return UNSIGNED_CAPTION.match(text) is not None
    figured = cut_caption(paragraph.text) if text[0] in CAPTION_MARKS else None
    return figured is not None and CJK_WORD.search(figured.caption.text) is not None


def is_page_head(text: str) -> bool:
    is_named = PUBLICATION.fullmatch(text) or LATIN_NAME.fullmatch(text)
    is_named = is_named or MADE_BY.fullmatch(text) or ISSUE_OF.fullmatch(text) or named_head(text)
    is_named = is_named or is_readers_line(text)
    return bool(is_named) or is_running_head(text) or is_head_line(text)


@lru_cache(maxsize=1)
def note_labels() -> dict[str, str]:
    return dict(line.split() for line in load("note_labels"))


@lru_cache(maxsize=1)
def note_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(note_labels(), key=len, reverse=True))
    return re.compile(
        rf"(?:[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s?)?[■●□◆★☆▲【\[〖(（]?\s*(?P<label>{words})\s*(?:[】\]〗)）]?\s*[:：丨｜|]\s*|[】\]〗)）]\s*|\s+(?=\S)|$)"
    )


def note_label(text: str) -> tuple[str, int] | None:
    """`小编说:锡山区总工会…` → 小编说 and where the words begin."""
    if text.startswith(("按：", "按:")):
        return "按语", len("按：")
    match = note_pattern().match(text)
    if match and match["label"] == "导读" and not ends_sentence(text):
        return None  # above the headlines of a page
    return (match["label"], match.end()) if match else None


def is_after(label: str) -> bool:
    return note_labels().get(label) == "after"


def holds_briefs(column: str | None) -> bool:
    """`一周要闻`, `基层短波`: a column of several short pieces, each with a headline of its own."""
    if column is None:
        return False
    return column.startswith(PERIODS) or ends_in_any(column, "columns_of_briefs")


def names_briefs(text: str) -> bool:
    """`县区简讯`, above paragraphs that have no headlines of their own: a piece, and no heading of one."""
    if len(text) > LONGEST_BRIEFS + LONGEST_COUNT:
        return False
    text = COUNTED_BRIEFS.sub("", text)
    return len(text) <= LONGEST_BRIEFS and holds_briefs(text)


def names_rows(text: str) -> bool:
    """`各地简讯`, `简讯四则`: rows of one piece, though each may be signed; the pieces of `工会动态` are pieces."""
    return names_briefs(text) and COUNTED_BRIEFS.sub("", text).endswith(ROWS)


def names_occasion(text: str) -> bool:
    return OCCASION.fullmatch(text) is not None or STUDIED.fullmatch(text) is not None


def names_common(text: str) -> bool:
    """A column's name, or the occasion that a page's essays were written on: `学习贯彻…精神`."""
    return names_column(text) or STUDIED.fullmatch(text) is not None
