"""Print lines that begin a paragraph by their first characters, and lines that end one by their last."""

import re

from unioncms.parsing.credits import cut_closing, opens_credit
from unioncms.parsing.shapes import BULLETS, dateline_of, ends_sentence, has_sentence_mark, is_ended
from unioncms.parsing.traced import Traced

LABEL = re.compile(
    r"(?:【[^】]{2,14}】|(?:编者按|小编说|编后|导读|链接|开栏的话|编者的话|记者手记)\s*(?:[:：]|$))"
)
ASKED = re.compile(r"[问答QA]\s?[0-9]{0,2}\s?[：:]")
DAY_ROW = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日[，,\s]")  # `7月14日，全委会召开` / `7月16日，龙舟赛举行`
ENDS_OF_SIGNATURE = "）)道写稿"
SIGNED_IN_BRACKETS = re.compile(r"[。！”]\s?[（(][\u3400-\u9fff\s、]{2,12}[）)]$")
LONGEST_SIGNED = 18
ARROWS = "↑↓←→"  # before what a picture shows
NOTICES = ("通知", "公告", "通告", "启事", "通报", "决定", "意见")
POSTED_REACH = 36
# `铁路一线 2020-08-03 20:56:36 …`: a line that begins with a time of day goes on with none
POSTED_AT = re.compile(r"(?:\S{1,12}\s)?(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}\s[0-9]{1,2}:[0-9]{2}")


def starts_anew(text: str, above: str) -> bool:
    if text[0] in "·•" and not is_ended(above):
        return False
    if ASKED.match(text) and ends_sentence(above):
        return True
    if text[0].isdigit() and DAY_ROW.match(text) and DAY_ROW.match(above):
        return True
    if ":" in text[:POSTED_REACH] and POSTED_AT.match(text):
        return True
    if text[0] == "各" and above.endswith(NOTICES):
        return True  # 关于……的通知 / 各县（区）总工会：
    if text[0] in BULLETS or text[0] in ARROWS:
        return True
    if LABEL.match(text) or dateline_of(text) or opens_credit(text):
        return True
    return text.startswith("——") and (is_ended(above) or not has_sentence_mark(text))


def is_signed_at_end(above: Traced) -> bool:
    """`…八成。（记者 王一川整理）`, `…办了夜校。（长河）`: whatever a few characters in brackets behind a sentence say,
    a paragraph ends there."""
    text = above.text
    if text[-1] not in ENDS_OF_SIGNATURE:
        return False
    if SIGNED_IN_BRACKETS.search(text, max(0, len(text) - LONGEST_SIGNED)) is not None:
        return True
    return cut_closing(above)[1] is not None
