"""Pieces that are a picture and its caption, though they were read as a text or as the picture of another one."""

import re

from unioncms.parsing.credits.names import PHOTO_ACTIONS
from unioncms.parsing.lexicon import has_any
from unioncms.parsing.segmenting.drafts import Claim, Draft, DraftFigure
from unioncms.parsing.segmenting.filling import move_figure, relabel
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.shapes import dateline_of
from unioncms.parsing.traced import Traced, join

LONGEST = 200  # characters of a caption
MOST_PARAGRAPHS = 3
LONGEST_WHOLE = 400  # characters of a caption in several paragraphs
SITES = ("source_credit", "published_on", "byline")
DAY = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日")
SHOWN = re.compile(r"(?:^|[。！])(?:图为|上图|下图|左图|右图|图中)")


def as_photo_pieces(segments: Segments) -> Segments:
    for draft in segments.drafts:
        if is_caption_alone(draft):
            (part,) = draft.body
            draft.body.clear()
            draft.figures.append(DraftFigure(join(part.texts)))
            relabel(draft, part.texts[0], "caption")
        elif is_signed_by_photographer(draft):
            make_caption(draft)
    for draft in list(segments.drafts):
        for figure in [each for each in draft.figures if is_news(each, draft)]:
            piece = Draft()
            move_figure(figure, draft, piece)
            segments.drafts.insert(place_of(piece, segments.drafts), piece)
    return segments


def is_news(figure: DraftFigure, draft: Draft) -> bool:
    """`4月25日，镇工会举行拔河比赛。图为运输队在场上。`, signed, among texts that do not tell of that day."""
    if figure.caption is None or figure.credit is None or not draft.body:
        return False
    words = figure.caption.text
    day = DAY.match(words) if "图为" in words else None
    return day is not None and not any(day.group() in part.words for part in draft.body)


def place_of(piece: Draft, drafts: list[Draft]) -> int:
    """By where it is printed: above the first text that begins below it."""
    caption = piece.figures[0].caption
    start = caption.source(0) if caption is not None else 0
    below = (at for at, each in enumerate(drafts) if each.body and each.body[0].texts[0].source(0) > start)
    return next(below, len(drafts))


def is_caption_alone(draft: Draft) -> bool:
    """`5月22日，社区工会举行防汛演练。图为志愿者在堆沙袋。` below a headline, and nothing else."""
    if not draft.headline or draft.figures or len(draft.body) != 1 or draft.body[0].type != "paragraph":
        return False
    words = draft.body[0].words
    return len(words) <= LONGEST and SHOWN.search(words) is not None


def is_signed_by_photographer(draft: Draft) -> bool:
    """`…劳动竞赛启动。` / `…领导向参赛单位授旗。 王一川 摄` and nobody who wrote it: all of it is the caption. A headed
    piece may be a site's report with a picture below it, unless a reporter took that, or its column shows pictures."""
    last = last_of_text(draft)
    if not draft.body or last is None or last.label != "credit" or len(draft.figures) > 1:
        return False
    people = [each for each in draft.contributors if each.role != "responsible_editor"]
    if draft.compilers or draft.has_byline or draft.note or draft.post:
        return False
    if not people or any(each.role != "photographer" for each in people):
        return False
    if len(draft.body) + len(draft.figures) > MOST_PARAGRAPHS or len(draft.words) > LONGEST_WHOLE:
        return False
    if any(part.type != "paragraph" for part in draft.body) or dateline_of(draft.words):
        return False
    is_of_staff = any(each.printed_role not in ("", *PHOTO_ACTIONS) for each in people)
    return not draft.headline or is_of_staff or has_any(draft.column or "", "photo_columns")


def last_of_text(draft: Draft) -> Claim | None:
    """Without the lines of the site below it: `来源：云台日报`, `责任编辑：李小满`."""
    return next((claim for claim in reversed(draft.claims) if claim.label not in SITES), None)


def make_caption(draft: Draft) -> None:
    """Its paragraphs keep their line ends in the caption."""
    last = draft.figures[0] if draft.figures else DraftFigure(None, credit_of(draft))
    parts = [join(part.texts) for part in draft.body]
    parts += [last.caption] if last.caption is not None else []
    parts.sort(key=lambda part: part.source(0))  # the first line may bear the picture's mark
    lines = parts[:1]
    for part in parts[1:]:
        lines += [Traced("\n", ((0, max(part.source(0) - 1, 0)),)), part]
    for part in draft.body:
        relabel(draft, part.texts[0], "caption")
    draft.body.clear()
    draft.figures = [DraftFigure(join(lines), last.credit)]


def credit_of(draft: Draft) -> Traced:
    last = last_of_text(draft)
    assert last is not None
    return last.paragraph.text.strip("（）() ")
