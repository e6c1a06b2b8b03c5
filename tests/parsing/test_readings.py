"""Which of two readings of a page makes more sense."""

from unioncms.parsing.drafts import Draft, Part
from unioncms.parsing.readings import AS_IT_BEGINS, makes_more_sense, sense_of
from unioncms.parsing.segments import Segments
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


@pytest.mark.parametrize(
    "order",
    [
        (HEADS[LAMPS], LAMPS, HEADS[READERS], READERS, HEADS[WELLS], WELLS),
        (LAMPS, HEADS[LAMPS], READERS, HEADS[READERS], WELLS, HEADS[WELLS]),
        (LAMPS, READERS, WELLS, HEADS[WELLS], HEADS[LAMPS], HEADS[READERS]),
        (HEADS[LAMPS], LAMPS, READERS, HEADS[READERS], HEADS[WELLS], WELLS),
    ],
    ids=["above", "below", "behind all", "above and below"],
)
def test_each_text_has_its_own_headline(order):
    assert headlines(*order) == EXPECTED


def test_a_line_printed_above_several_headlines_is_their_kicker():
    kicker = "身边的手艺——三位老师傅的故事"
    text = "\n".join([LAMPS, READERS, WELLS, *(line for head in HEADS.values() for line in (kicker, head))])
    articles = parse(read(text.encode(), "page.txt")).articles
    assert {article.kicker for article in articles} == {kicker}
    assert {article.headline for article in articles} == set(HEADS.values())


def test_a_byline_goes_to_the_text_that_nobody_signed():
    signed = READERS + "\n（作者：孙一鸣）"
    text = "\n".join([signed, LAMPS, "夜读班和灯房", "□本报记者 李大同"])
    articles = parse(read(text.encode(), "page.txt")).articles
    signatures = {
        article.body[0].text[:4]: [each.name for each in article.contributors] for article in articles
    }
    assert signatures == {READERS[:4]: ["孙一鸣"], LAMPS[:4]: ["李大同"]}


def test_captions_below_all_texts_go_to_those_they_speak_of():
    captions = ["王一川在灯房里擦矿灯。 孙一鸣 摄", "李小满在街上听水管的声音。 孙一鸣 摄"]
    text = "\n".join([HEADS[LAMPS], LAMPS, HEADS[WELLS], WELLS, HEADS[READERS], READERS, *captions])
    articles = parse(read(text.encode(), "page.txt")).articles
    assert {article.headline: len(article.figures) for article in articles} == {
        HEADS[LAMPS]: 1,
        HEADS[WELLS]: 1,
        HEADS[READERS]: 0,
    }


def test_title_that_no_text_wants_is_that_of_the_picture_below_it():
    byline = "□本报记者 李大同"
    picture = "4月3日，青石县的孩子们在河滩上放飞自己扎的风筝，风筝上写着爸爸妈妈的名字。 孙一鸣 摄"
    text = "\n".join(
        [LAMPS, HEADS[LAMPS], READERS, HEADS[READERS], byline, "风筝飞过河滩", picture, WELLS, HEADS[WELLS]]
    )
    articles = parse(read(text.encode(), "page.txt")).articles
    assert [article.headline for article in articles] == [
        HEADS[LAMPS],
        HEADS[READERS],
        "风筝飞过河滩",
        HEADS[WELLS],
    ]
    assert [(article.genre, len(article.figures)) for article in articles][2] == ("photo", 1)
