"""Paragraphs, figures and credits put into the draft they belong to."""

import re

from unioncms.parsing.credits import (
    Credit,
    cut_caption,
    cut_closing,
    cut_dateline,
    cut_shown,
    with_dateline_blank,
)
from unioncms.parsing.credits.labelled import opens_with_label
from unioncms.parsing.credits.lines import read_credit
from unioncms.parsing.credits.signatures import pen_names
from unioncms.parsing.reflow import closed_up
from unioncms.parsing.segmenting.drafts import Claim, Draft, DraftFigure, Part
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.shapes import BULLETS
from unioncms.parsing.traced import Traced, join

CAPTION_LENGTH = 90
NAMES_ROW = re.compile(
    r"[^，。；：:]{2,8}[：:]\s?(?:[^，。；：:\s]{2,16} ){1,20}[^，。；：:\s]{2,16}"
)  # 出席：王一川 李小满
CAPTION_BRACKETED = re.compile(r"[（(]图[一二三四五六七八九十0-9]{0,2}\s*[：:]\s*(?P<words>[^（）()]+)[）)]")


CAPTION_NUMBER = re.compile(
    r"图\s?[一二三四五六七八九十0-9①-⑩]{0,2}\s?[：:｜|丨]|[【\[]\s?(?:图片?|图为|照片)\s?[】\]]\s?[：:]?"
)
# `以上图片均由王昊摄` → 王昊摄, of each picture
OF_ALL = re.compile(
    r"(?:本文|文中|以上|本组|本版)?(?:图片?|照片|配图|摄影)(?:除署名外)?(?P<all>[均皆])?[由为]"
)


def add_paragraph(draft: Draft, item: Item) -> None:
    text, credit, cut = cut_closing(item.paragraph.text)
    if item.cut:
        text, credit, cut = text.cut(0, item.cut).strip(), pen_names(text.text[item.cut :]), item.cut
    text, shown, shown_at = cut_shown(text)
    draft.claim(item, "paragraph")
    text, dateline = cut_dateline(text)
    if dateline is not None:
        draft.contributors.extend(dateline.contributors)
    cuts = [cut for cut in item.paragraph.seams if cut < len(text)] if dateline is None else []
    texts = [text.cut(start, end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    if NAMES_ROW.fullmatch(text.text):
        draft.add_text("paragraph", text)  # its blanks part the fields of a row
        return
    draft.body.append(
        Part("paragraph", [with_dateline_blank(closed_up(texts[0])), *map(closed_up, texts[1:])])
    )
    if item.paragraph.measure and item.paragraph.lines > 1:
        draft.measure = item.paragraph.measure
        draft.raggedness = item.paragraph.raggedness
    draft.blanks = item.paragraph.blanks or draft.blanks
    draft.is_taken_up = draft.is_taken_up or item.paragraph.is_taken_up
    if item.paragraph.is_broken_off:
        draft.is_broken_off = draft.is_closed = True
    for figured in shown:
        draft.claim(item, "caption", shown_at)
        draft.figures.append(DraftFigure(closed_up(figured.caption), figured.credit))
        draft.contributors.extend(figured.read.contributors if figured.read is not None else ())
    if credit is not None:
        draft.claim(item, label_of(credit), cut)
        apply_closing(draft, credit)


def add_row(draft: Draft, item: Item) -> None:
    """Its blanks part the fields of a row."""
    if not draft.body:
        draft.genre = draft.genre or ("essay" if item.row == "verse" else "listing")
    draft.add_text("paragraph", item.paragraph.text)
    draft.claim(item, "paragraph")


def add_figure(draft: Draft, item: Item) -> None:
    figured = cut_caption(item.paragraph.text)
    draft.claim(item, "caption")
    if figured is None:
        draft.figures.append(DraftFigure(closed_up(without_label(item.paragraph.text))))
        return
    draft.figures.append(DraftFigure(closed_up(without_label(figured.caption)), figured.credit))
    draft.claim(item, "credit", figured.cut)
    if figured.read is not None:
        draft.contributors.extend(figured.read.contributors)


def without_label(caption: Traced) -> Traced:
    """`▲图：职工在夜读班里读书。`, `【图】职工在夜读班里读书。` → `职工在夜读班里读书。`"""
    caption = caption.strip(BULLETS + "▽▼↑↓←→◀◄◁▷ ")
    numbered = CAPTION_BRACKETED.fullmatch(caption.text)
    if numbered:
        return caption.cut(numbered.start("words"), numbered.end("words")).strip()
    numbered = CAPTION_NUMBER.match(caption.text)
    return caption.cut(numbered.end()).strip() if numbered else caption


def take_credit(draft: Draft, item: Item, result: Segments) -> None:
    assert item.credit is not None
    draft.claim(item, label_of(item.credit))
    draft.has_byline = draft.has_byline or item.kind == "byline"
    apply_credit(draft, item.credit)
    if item.kind == "meta":
        result.source = result.source or item.credit.source
        if draft.body and not item.credit.source:  # below a letter; the head may name the issue
            result.given_on = result.given_on or item.credit.published_on
        else:
            result.published_on = result.published_on or item.credit.published_on


def apply_credit(draft: Draft, credit: Credit) -> None:
    draft.contributors.extend(credit.contributors)
    draft.source_credit = draft.source_credit or credit.source
    draft.published_on = draft.published_on or credit.published_on
    draft.post = draft.post or credit.post


def apply_closing(draft: Draft, credit: Credit) -> None:
    draft.compilers.extend(credit.contributors)
    draft.source_credit = draft.source_credit or credit.source
    draft.post = draft.post or credit.post
    draft.is_closed = draft.is_closed_by_credit = True


def label_of(credit: Credit) -> str:
    if credit.published_on and not credit.source:
        return "published_on"
    return "source_credit" if credit.source else "byline"


def relabel(draft: Draft, text, label: str) -> None:
    """The paragraph that turned out to be a caption is claimed as one."""
    place = text.source(0)
    draft.claims = [
        Claim(claim.paragraph, claim.start, label)
        if claim.label == "paragraph" and claim.paragraph.text.source(0) == place
        else claim
        for claim in draft.claims
    ]


def take_photo_credit(draft: Draft, item: Item) -> None:
    """`王昊 颜玉芹 摄` below a caption, or below the only paragraph of a photo piece."""
    assert item.credit is not None
    is_below_caption = bool(draft.claims) and draft.claims[-1].label == "caption"
    is_of_post = opens_with_label(item.words) and not is_below_caption  # `摄影｜王昊` below the text
    draft.contributors.extend(item.credit.contributors)
    draft.claim(item, "credit")
    credit = item.paragraph.text.strip("（）() ")
    if is_of_post:
        return
    if of_all := OF_ALL.match(credit.text):
        credit = credit.cut(of_all.end())
        if not draft.figures:
            return  # of pictures that the text leaves out
        if of_all["all"]:
            for figure in draft.figures:
                figure.credit = figure.credit or credit
            return
    if draft.figures and draft.figures[-1].credit is None:
        draft.figures[-1].credit = credit
        return
    last = draft.body[-1] if draft.body else None
    is_headed = draft.headline or draft.column or draft.is_rest  # of a rest the titles are placed later
    alone = last is not None and len(draft.body) == 1 and is_headed
    if (
        last is not None
        and last.type == "paragraph"
        and ((alone and len(last.words) < 200) or len(last.words) <= CAPTION_LENGTH)
    ):
        draft.body.pop()
        draft.figures.append(DraftFigure(join(last.texts), credit))
        relabel(draft, last.texts[0], "caption")
        draft.is_closed = bool(alone)


def move_figure(figure: DraftFigure, draft: Draft, other: Draft) -> None:
    """With who took it, and with what the page printed of it."""
    places = [each.source(0) for each in (figure.caption, figure.credit) if each is not None]
    draft.figures = [each for each in draft.figures if each is not figure]
    other.figures.append(figure)
    moved = [each for each in draft.claims if each.paragraph.text.source(0) in places]
    draft.claims = [each for each in draft.claims if each not in moved]
    other.claims += moved
    if figure.credit is None or (credit := read_credit(figure.credit.text)) is None:
        return
    others = "".join(each.credit.text for each in draft.figures if each.credit is not None).replace(" ", "")
    for each in credit.contributors:
        if each in draft.contributors and each.role == "photographer" and each.name not in others:
            draft.contributors.remove(each)
        if each not in other.contributors:
            other.contributors.append(each)
