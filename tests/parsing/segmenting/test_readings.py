"""Which of two readings of a page makes more sense."""

from unioncms.parsing.segmenting.drafts import Draft, Part
from unioncms.parsing.segmenting.readings import (
    AS_IT_BEGINS,
    leaves_fewer_headless,
    makes_more_sense,
    sense_of,
)
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.traced import Traced

STORIES = (
    ("夜班食堂的热饭", "夜班食堂的热饭端上桌，夜班的人都说热饭香。"),
    ("码头上的法律门诊", "法律门诊开在码头上，码头工人排队问法律。"),
    ("木工的工钱存折", "工钱存折发到木工手里，木工翻开存折看工钱。"),
)
ASIDES = (
    ("灯亮着的窗口", "窗口里坐着值班的人，来办事的人不用等。"),
    ("路上走的脚印", "走在前面的人回过头来，等后面的人跟上。"),
    ("门边放的水壶", "水壶是新买的，谁渴了都可以倒一杯。"),
)


def segments(stories):
    drafts = []
    for headline, text in stories:
        draft = Draft(headline=[Traced(headline, ((0, 0),))])
        draft.body = [Part("paragraph", [Traced(text, ((0, 0),))])]
        drafts.append(draft)
    return Segments(drafts)


def test_more_pieces_alone_make_no_more_sense():
    whole, cut = segments(STORIES), segments((*STORIES, *ASIDES, *ASIDES))
    assert sense_of(cut) > sense_of(whole) + AS_IT_BEGINS
    assert not makes_more_sense(cut, whole)


def test_headlines_that_fit_their_texts_make_more_sense():
    swapped = [
        (headline, text) for (headline, _), (_, text) in zip(STORIES, STORIES[1:] + STORIES[:1], strict=True)
    ]
    assert makes_more_sense(segments(STORIES), segments(swapped))


def test_dashed_line_heads_no_piece():
    (headline, text), *others = STORIES
    assert (
        sense_of(segments([(f"——{headline}", text), *others])) < sense_of(segments([("", text), *others])) + 1
    )


def test_fewer_texts_without_headlines_make_more_sense_where_the_others_fit_as_well():
    """An extractor lets an empty line stand between two paragraphs as it likes."""
    cut = segments((*STORIES, *(("", text) for _, text in ASIDES), ("", STORIES[0][1])))
    assert leaves_fewer_headless(segments(STORIES), cut)
    assert not leaves_fewer_headless(cut, segments(STORIES))
