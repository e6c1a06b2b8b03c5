"""One source line → its text without stray blanks, each character still knowing its place."""

import re
from collections.abc import Iterator

from unioncms.parsing.shapes import CJK_OR_PRINTED, is_cjk
from unioncms.parsing.traced import Traced

# Zero-width and bidirectional characters, soft hyphens, variation selectors: kept in the source, never printed.
INVISIBLE = "\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
HOLE = re.compile(f"[\\s{INVISIBLE}]+")
INVISIBLES = re.compile(f"[{INVISIBLE}]")
MARKS = re.compile(r"[*_`\\]")
EMPHASIS = re.compile(
    r"\*{2,3}|__|`+|(?<!\\)\\(?=[\\*_#`>-])|(?<![*\\])\*(?=[^\s*])(?P<words>[^*\n]{1,300})(?<=[^\s*])\*(?!\*)"
)
ADDRESS = r"\([^()\s]{0,500}(?:\s+\"[^\"\n]{0,100}\")?\)"
LINK = re.compile(
    rf"!\[[^\[\]\n]{{0,300}}\]{ADDRESS}|\[(?P<words>[^\[\]\n]{{1,300}})\]{ADDRESS}|\[\^[^\]\s]{{1,20}}\]"
)
SPACED_NUMBER = re.compile(r"(?:[0-9] ){0,3}(?:[0-9] ?)?[年月日时分]")
# `��县总工会…`: a dash whose glyph has no code, before a subheadline, and the mark of a caption before a sentence; a
# line with more of them has lost other glyphs
LOST_MARK = re.compile("\\s*\ufffd\ufffd(?=[\u4e00-\u9fff“《])[^\ufffd]*")
LOST_DASH, LOST_CAPTION_MARK = "——", "▲ "
BAR_OF_CELL = re.compile(r"(?<=[。！？!?”）)])\s?\|\s?$")  # behind the text that was the cell of a table
NO_BLANK_BEFORE = "，。、；：？！”’》）」』】〉…,;:!?)"
NO_BLANK_AFTER = "，、；：。？！“‘《（「『【〈(●□■○◎◆▲"
VERTICAL_FORMS = str.maketrans("︵︶︿﹀︽︾﹁﹂﹃﹄︻︼︱︰", "（）〈〉《》“”‘’【】—：")
QUOTED_PAIR = re.compile(r"“(?P<first>[^“” ]{1,8}) (?P<rest>[^“” ]{1,8})”")
LEAST_PHRASE = 3  # characters
LEAST_RUN = 3  # letters with blanks between them


def cleaned_line(text: str, start: int, is_markdown: bool) -> Traced:
    """`  党 员 干 部　还 参 观了 ， 陈列馆` → `党员干部 还参 观了，陈列馆`

    One blank stays where it may part two phrases.
    """
    if "\ufffd\ufffd" in text and LOST_MARK.fullmatch(text):
        text = text.replace("\ufffd\ufffd", LOST_CAPTION_MARK if text.rstrip().endswith("。") else LOST_DASH)
    if "|" in text[-3:] and text.count("|") == 1:
        text = BAR_OF_CELL.sub("", text)
    bare = text.lstrip()
    has_holes = HOLE.search(bare) is not None
    if not has_holes:  # but for an indent
        text, start = bare, start + len(text) - len(bare)
    traced = Traced(text, ((0, start),))
    if is_markdown:
        if "](" in text or "[^" in text:
            traced = traced.without(link_holes(text))
        if MARKS.search(traced.text):
            traced = traced.without(emphasis_holes(traced.text))
    return traced.without(line_holes(traced.text)) if has_holes else traced


def link_holes(text: str) -> Iterator[tuple[int, int, str]]:
    """`[合理化建议](b.html)` → `合理化建议`; a picture in a line and the number of a note, `[^1]`, have no words."""
    for found in LINK.finditer(text):
        if found["words"] is None:
            yield found.start(), found.end(), ""
        else:
            yield found.start(), found.start("words"), ""
            yield found.end("words"), found.end(), ""


def emphasis_holes(text: str) -> Iterator[tuple[int, int, str]]:
    """`**三车间**` and `*第一条*` → `三车间` and `第一条`."""
    for found in EMPHASIS.finditer(text):
        if found["words"] is None:
            yield found.start(), found.end(), ""
        else:
            yield found.start(), found.start("words"), ""
            yield found.end("words"), found.end(), ""


def line_holes(text: str) -> list[tuple[int, int, str]]:
    holes = [match.span() for match in HOLE.finditer(text)]
    blanks = [INVISIBLES.sub("", text[start:end]) for start, end in holes]
    filled = []
    for number, (start, end) in enumerate(holes):
        before = holes[number - 1][1] if number else 0
        after = holes[number + 1][0] if number + 1 < len(holes) else len(text)
        single = is_lone(text, before, start, False) and is_lone(text, end, after, True)
        narrow = (single and is_narrowest(blanks, number)) or is_of_run(text, holes, blanks, number)
        keep = blanks[number] and start > 0 and end < len(text) and not narrow
        keep = keep and text[end] not in NO_BLANK_BEFORE and text[start - 1] not in NO_BLANK_AFTER
        keep = keep and not is_spaced_number(text, start, end) and not is_before_stop(text, start, end)
        filled.append((start, end, " " if keep else ""))
    return filled


def is_of_run(text: str, holes: list[tuple[int, int]], blanks: list[str], number: int) -> bool:
    """`车 间 里 的 “状元”`: a blank as narrow as those between the letters before it parts no two phrases."""
    first = number - LEAST_RUN + 1
    if first < 0 or text[holes[number][1] : holes[number][1] + 1] not in ("“", "《"):
        return False
    letters = [text[holes[at][1] : holes[at + 1][0]] for at in range(first, number)]
    return (
        all(len(each) == 1 and is_cjk(each) for each in letters) and len(set(blanks[first : number + 1])) == 1
    )


def is_lone(text: str, start: int, end: int, is_behind: bool) -> bool:
    """One character between two blanks, or between one and a mark: `（通讯员 李 小 满）`, `“月 嫂 课 堂”`."""
    if end - start == 1:
        return is_cjk(text[start])
    if end - start < 1:
        return False
    at, beside = (start, start + 1) if is_behind else (end - 1, end - 2)
    return is_cjk(text[at]) and text[beside] in ("）)，、”》" if is_behind else "（(：:，、“《")


def is_spaced_number(text: str, start: int, end: int) -> bool:
    """In `2 0 2 3 年 1 1 月` each digit stands alone; `3 5 8` of a table is three figures."""
    if not text[start - 1].isdigit() or not SPACED_NUMBER.match(text, end):
        return False
    return start < 2 or text[start - 2].isspace() or is_cjk(text[start - 2])


def is_before_stop(text: str, start: int, end: int) -> bool:
    """`划回来 .`: a stop of the wrong width behind a Chinese word."""
    return text[end] == "." and is_cjk(text[start - 1]) and not text[end + 1 : end + 2].isalnum()


def is_narrowest(blanks: list[str], number: int) -> bool:
    """In `张 三　　李 四` only the narrow blanks space a word out."""
    around = blanks[max(number - 1, 0) : number + 2]
    return len(blanks[number]) <= min((len(blank) for blank in around if blank), default=0)


def closed_up(traced: Traced) -> Traced:
    """The text of a paragraph: no blank between two Chinese characters: `两个 维护` → `两个维护`."""
    if " " not in traced.text:
        return traced
    text = traced.text
    holes = []
    at = text.find(" ")
    while at > 0:
        if at + 1 < len(text) and is_stray_blank(text[max(at - 2, 0) : at], text[at + 1]):
            holes.append((at, at + 1, ""))
        at = text.find(" ", at + 1)
    return traced.without(holes)


def closed_quotes(traced: Traced) -> Traced:
    """`煤海里的“吹哨 人”` → `煤海里的“吹哨人”`: a blank that a scan leaves in a quoted word parts no two phrases."""
    found = QUOTED_PAIR.search(traced.text) if " " in traced.text and "“" in traced.text else None
    if found is None or min(len(found["first"]), len(found["rest"])) >= LEAST_PHRASE:
        return traced
    at = found.end("first")
    return traced.without([(at, at + 1, "")])


def is_stray_blank(above: str, after: str) -> bool:
    """Also behind a mark of the wrong width: `老渡口, 有一盏灯`."""
    before = above[-1]
    if before in ",;:.!?" and len(above) > 1 and is_cjk(above[0]) and is_cjk(after):
        return True
    if CJK_OR_PRINTED.match(before) and CJK_OR_PRINTED.match(after):
        return True
    return (before.isdigit() and after in "年月日时分") or (before in "年月" and after.isdigit())
