"""Credits inside a paragraph: a reporter's bracket in the dateline, a source or an author after the last
sentence, a photographer after a caption."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unioncms.parsing.credits.labelled import SEPARATORS, Credit, source_name
from unioncms.parsing.credits.lines import read_credit, read_inner
from unioncms.parsing.credits.names import is_name, read_people, role_of
from unioncms.parsing.credits.pictures import read_photo
from unioncms.parsing.credits.signatures import credit_behind, signature_behind
from unioncms.parsing.shapes import dateline_of, ends_sentence
from unioncms.parsing.traced import Traced, join

DATELINE_BRACKET = re.compile(r"\s*[（(](?P<inner>[^（）()。]{2,60})[）)]\s*")
# `【记者王一川／台北报导】`, `【记者王一川台北报导】`: all of it is the reporter's line
PLACED_REPORTER = re.compile(
    r"[【〔\[（(](?P<people>[^／/]+?)(?P<place>[／/][\u4e00-\u9fff]{2,8})?(?:报导|报道)[】〕\]）)]"
)
NAME_AND_PLACE = re.compile(r"((?:记者|[、\s])[\u4e00-\u9fff]{2,3})[\u4e00-\u9fff]{2}$")  # 记者王一川台北
# `通讯员王一川 记者李小满报道：`
OPENING_STAFF = re.compile(
    r"(?P<people>(?:本报)?(?:[见实]习)?(?:记者|通讯员)[^，。（(：:]{2,24}?报道)[:：]\s*"
)
DATELINE_ROLE = re.compile(r"\s*(?:本报)?(?:[见实]习)?(?:记者|通讯员)[^，。（(]{2,24}?报道[:：,，]?\s*")
LAST_BRACKET = re.compile(r"[（(][^（）()。]{2,60}[）)][。?？]?$")
# Stands at an end even where the text above it is cut: `采用（记者 林雨晴）`
STAFF_BRACKET = re.compile(r"[（(]\s*(?:本报|本刊)?(?:[见实]习|特约|全媒体|融媒体?|首席)?(?:记者|通讯员)")
TRAILING_SOURCE = re.compile(
    r"(?:来源|摘自|选自|转自|原载)\s*[:：]?\s*(?P<name>《[^》]{2,24}》|[^，。：:《》\s]{2,20})$"
)
# `…说着就笑了。文/李小满`, `…散场。图｜王一川`
TRAILING_LABEL = re.compile(
    r"(?<=[。！？!?”）)])\s*(?:文\s?[/／]\s?图|图\s?[/／]\s?文|图文|撰文|文字|供稿|作者|通讯员|摄影|文|图)\s?[/／:：|｜]\s?"
    r"[^，,。；:：/／|｜]{2,16}$"
)
LABEL_REACH = 24
CAPTION_BRACKET = re.compile(r"\s*[（(](?P<inner>[^（）()。]{2,40})[）)]$")
PROVIDED = re.compile(r"[\u4e00-\u9fff]{2,24}提供")  # `（青石县总工会提供）`
CAPTION_ENDS = ("）", ")", "摄", "影", "道", "图")  # of a bracket, and of what `read_photo` reads
LABELLED_PHOTO = re.compile(
    r"(?<=[。！”）)\s])(?:摄影|摄|图片?|供图|图源)\s*[｜|丨┃:：/／]\s*[^，。；：:｜|丨]{2,20}$"
)
PHOTO_DEED = re.compile(r"[/／]?(?:摄影报道|摄影|摄|供图|图)$")
MOST_CREDIT_WORDS = 8
LONGEST_CAPTION = 200
LONGEST_SHOWN = 140  # characters of captions in brackets behind a text
SHOWN_IN_BRACKETS = re.compile(r"(?:[上下左右中题]{1,2}图为?|图为|图[一二三四0-9]{1,2}[为：:])")
PART_SHOWN = re.compile(
    r"(?:(?<=[（(])|(?<=[，,；;。]))(?:[上下左右中]{1,2}图|图[一二三四0-9]{1,2}[为：:]|图为|题图)"
)
SECOND_REPORT = "又讯"  # of one piece
CAPTION_OPENING = re.compile(
    r"^[▲△▼▽↑↓]?\s*[（(]?(?:图为|上图|下图|左图|右图|图[一二三四五六①②③④⑤0-9]+|题图|照片)[：:，,为]?"
    r"|^(?:图片说明|照片说明|图说|配图|现场照片|现场图片|资料照片|资料图片)\s?[：:]"
)


@dataclass(frozen=True, slots=True)
class Figured:
    """A caption, its credit (`钟立秋 摄`) and who took it; `cut` is where the credit begins in the paragraph."""

    caption: Traced
    credit: Traced | None
    read: Credit | None
    cut: int


def cut_dateline(text: Traced) -> tuple[Traced, Credit | None]:
    """`本报讯（记者 王刚）6月27日，…` → `本报讯 6月27日，…` and the reporter."""
    dateline = dateline_of(text.text)
    if dateline is None:
        return cut_opening(text)
    if dateline.end() == len(text):
        return text, None
    if placed := PLACED_REPORTER.fullmatch(dateline.group()):
        named = placed["people"] if placed["place"] else NAME_AND_PLACE.sub(r"\1", placed["people"])
        people = read_people(named, "reporter")
        return (text.cut(dateline.end()).strip(), Credit("byline", people)) if people else (text, None)
    bracket = DATELINE_BRACKET.match(text.text, dateline.end()) or DATELINE_ROLE.match(
        text.text, dateline.end()
    )
    if bracket is None:
        return text, None
    inner = bracket.groupdict().get("inner") or bracket.group()
    credit = read_inner(inner.strip(" :：,，")) or read_credit(inner.strip(" :：,，"))
    if credit is None or not credit.contributors:
        return text, None
    parts = [text.cut(0, dateline.end()), text.cut(bracket.end())]
    if not is_bracketed(dateline):
        parts.insert(1, Traced(" ", ((0, text.source(bracket.start())),)))
    return join(parts), credit


def cut_opening(text: Traced) -> tuple[Traced, Credit | None]:
    """`（通讯员 李小满）9月3日，…` → `9月3日，…` and the correspondent, where no dateline stands before the bracket."""
    told = OPENING_STAFF.match(text.text)
    if told and told.end() < len(text) and (people := read_people(told["people"])):
        return text.cut(told.end()), Credit("byline", people)
    if text.text[:1] not in "（(" or STAFF_BRACKET.match(text.text) is None:
        return text, None
    bracket = DATELINE_BRACKET.match(text.text)
    if bracket is None or bracket.end() == len(text):
        return text, None
    credit = read_inner(bracket["inner"].strip())
    if credit is None or not credit.contributors:
        return text, None
    return text.cut(bracket.end()), credit


def is_bracketed(dateline: re.Match[str]) -> bool:
    """`【本报讯】`: papers that print it so leave no blank behind it."""
    return dateline.group()[-1] in "】〕]）)"


def with_dateline_blank(text: Traced) -> Traced:
    """`本报讯3月6日` → `本报讯 3月6日`: the blank behind a dateline is print, not damage."""
    dateline = dateline_of(text.text)
    end = dateline.end() if dateline is not None else len(SECOND_REPORT) * text.text.startswith(SECOND_REPORT)
    if not 0 < end < len(text) or (dateline and is_bracketed(dateline)) or text.text[end] in " （(:：，,":
        return text
    return text.without([(end, end, " ")])


def cut_closing(text: Traced) -> tuple[Traced, Credit | None, int]:
    """`…多了三成。来源:《工人日报》` → the paragraph, its credit and where that begins."""
    words = text.text
    found = LAST_BRACKET.search(words, max(0, len(words) - 64)) or TRAILING_SOURCE.search(
        words, max(0, len(words) - 40)
    )
    at = max(0, len(words) - LABEL_REACH)
    if found is None and SEPARATORS.search(words, at):
        found = TRAILING_LABEL.search(words, at)
    if found is None and (behind := signature_behind(words)) and (credit := credit_behind(behind, text)):
        return text.cut(0, behind.start()).strip(), credit, behind.start()
    if found is None or found.start() == 0:
        return text, None, len(words)
    is_whole = ends_sentence(words[: found.start()])
    if not is_whole and not STAFF_BRACKET.match(found.group()):
        return text, None, len(words)
    if "name" in found.groupdict():
        name = source_name(found["name"])
        credit = Credit("closing", source=name) if name else None
    else:
        credit = read_credit(found.group().strip().rstrip("。？?"))
    if credit is None or not (is_whole or credit.kind == "closing"):
        return text, None, len(words)
    return text.cut(0, found.start()).strip(), credit, found.start()


def cut_caption(text: Traced) -> Figured | None:
    """`…颁奖。   (市总工会供图)` or `…伤员。 钟立秋 摄` → caption and credit; None where no credit ends the line."""
    words = text.text
    at = max(0, len(words) - 32)
    if SEPARATORS.search(words, at) and (labelled := LABELLED_PHOTO.search(words, at)):
        return labelled_photo(text, labelled)
    if len(words) > 300 or words.rstrip(" \u3000")[-1:] not in CAPTION_ENDS:
        return None
    bracket = CAPTION_BRACKET.search(words, max(0, len(words) - 48))
    if bracket and bracket.start() > 0:
        inner = bracket["inner"].strip()
        credit = Credit("photo") if PROVIDED.fullmatch(inner) else read_photo(inner) or labelled_credit(inner)
        if credit is not None:
            return Figured(
                text.cut(0, bracket.start()).strip(),
                text.cut(bracket.start("inner"), bracket.end("inner")),
                credit,
                bracket.start(),
            )
    for cut in cuts_of(words):
        credit = read_photo(words[cut:].strip(" \u3000"))
        if credit is not None and (credit.contributors or words[cut:].endswith("供图")):
            return Figured(text.cut(0, cut).strip(), text.cut(cut).strip(" \u3000/／"), credit, cut)
    return None


def cut_shown(text: Traced) -> tuple[Traced, list[Figured], int]:
    """`…领了新灯。（上图为比武现场，左图为老灯房。王一川 摄）` → the paragraph, its captions and where they begin."""
    words = text.text
    at = max(words.rfind("（"), words.rfind("(")) if words[-1:] in "）)" else -1
    is_whole = at > 0 and len(words) - at < LONGEST_SHOWN and ends_sentence(words[:at])
    if not is_whole or SHOWN_IN_BRACKETS.match(words, at + 1) is None:
        return text, [], len(words)
    starts = [each.start() for each in PART_SHOWN.finditer(words, at + 1)]
    parts = (
        text.cut(start, end).strip(" ，,；;")
        for start, end in zip(starts, [*starts[1:], len(words) - 1], strict=True)
    )
    found = [cut_caption(part) or Figured(part, None, None, at) for part in parts]
    return text.cut(0, at).strip(), found, at


def labelled_credit(inner: str) -> Credit | None:
    """`摄影：王一川` in brackets"""
    credit = read_credit(inner)
    return credit if credit is not None and credit.kind == "photo" else None


def cuts_of(words: str) -> Iterator[int]:
    """Where the credit of a caption may begin: behind its sentence, or behind a blank where names and a role follow."""
    at = max(words.rfind("。"), words.rfind("！"), words.rfind("  "))
    quoted = words.rfind("”")
    if quoted > at and (
        words[quoted - 1] in "。！？" or all(map(is_credit_word, words[quoted + 1 :].split()))
    ):
        at = quoted
    blanks = [blank + 1 for blank in range(at + 1, len(words)) if words[blank] == " "]
    credits = (
        blank for blank in blanks[-MOST_CREDIT_WORDS:] if all(map(is_credit_word, words[blank:].split()))
    )
    first = next(credits, None) or next(iter(blanks), 0)
    return (cut for cut in (at + 1, first) if 4 <= cut < len(words))


def is_credit_word(word: str) -> bool:
    """王一川, 摄, 王一川/摄, 本报记者"""
    bare = PHOTO_DEED.sub("", word)
    return not bare or len(bare) == 1 or is_name(bare) or role_of(bare) is not None


def labelled_photo(text: Traced, found: re.Match[str]) -> Figured | None:
    """`码头上的茶棚。摄影｜李小满`"""
    if not found.start() or len(text) > LONGEST_CAPTION:
        return None
    credit = read_credit(found.group().strip())
    if credit is None or credit.kind != "photo":
        return None
    return Figured(text.cut(0, found.start()).strip(), text.cut(found.start()).strip(), credit, found.start())


def opens_caption(text: str) -> bool:
    return CAPTION_OPENING.match(text) is not None
