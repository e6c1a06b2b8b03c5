"""Newspaper pages whose headlines stand above their texts, below them, or away from them."""

from random import Random

import pytest

from tests.parsing.distorting.wrapping import Setting, wrap
from unioncms.parsing import parse, read
from unioncms.parsing.segmenting.displaced import is_untitled
from unioncms.parsing.segmenting.drafts import Draft, Part
from unioncms.parsing.traced import Traced

SETTINGS = (Setting(14, "none", False), Setting(21, "after", False), Setting(17, "around", False))


def printed(width, text):
    return "\n".join(wrap(text, SETTINGS[width], Random(1)))


LAMPS = printed(
    0,
    "青石煤矿的灯房一共收着三百二十盏矿灯，最老的一盏挂在师傅的墙上。灯房班长王一川每天擦一遍，擦完才去吃早饭，"
    "三十年没有断过一天，井下的人都说，灯亮着，心里就不慌。",
)
READERS = printed(
    1,
    "职工书屋的夜读班今年办到第二十期，来读书的纺织女工从七个人变成四十个人，读完一本书就在墙上贴一片叶子，"
    "如今墙上已经是一棵大树，女工们把它叫作自己的林子，谁请假都要先跟它打个招呼。",
)
WELLS = printed(
    2,
    "水厂的巡井员李小满带着一根铁钎走街，全城一千二百口井，她一口一口听过去，听得出水管在地下三米的地方漏没漏水，"
    "徒弟们跟在后面学，学了三年才敢自己下钎，下错一次就要把一条街重新走一遍。",
)
HEADS = {
    LAMPS: "擦了三十年矿灯的人",
    READERS: "夜读班里的纺织女工",
    WELLS: "巡井员的铁钎",
}


def headlines(*blocks):
    document = parse(read("\n".join(blocks).replace("\n", "\n\n").encode(), "page.txt"))
    return {article.body[0].text[:4]: article.headline for article in document.articles if article.body}


EXPECTED = {text[:4]: head for text, head in HEADS.items()}


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


DASHED = "\n".join(["灯房的故事", "\ufffd\ufffd青石煤矿王一川三十年擦亮三百二十盏", "矿灯"])


def test_dash_whose_glyph_is_lost_opens_a_subheadline_that_goes_over_two_lines():
    text = "\n".join(
        [DASHED, "夜读班里的纺织女工", "喜迎青石县工会成立70周年", "巡井员的铁钎", LAMPS, READERS, WELLS]
    )
    articles = parse(read(text.replace("\n", "\n\n").encode(), "page.txt")).articles
    found = {each.headline: (each.kicker, each.subheadline) for each in articles}
    assert found == {
        "灯房的故事": (None, "青石煤矿王一川三十年擦亮三百二十盏矿灯"),
        "夜读班里的纺织女工": (None, None),
        "巡井员的铁钎": ("喜迎青石县工会成立70周年", None),
    }


def rows(width, *paragraphs):
    """As a print column of this many characters has them, each with its indent."""
    lines = []
    for text in paragraphs:
        text = "　　" + text.replace("\n", "").replace(" ", "")
        lines += [text[at : at + width] for at in range(0, len(text), width)]
    return "\n".join(lines)


def test_column_of_briefs_among_displaced_headlines_is_that_of_the_short_pieces():
    texts = [
        rows(16, LAMPS, "徒弟们说，这样的师傅不多见了，谁见了都要叫一声老师。"),
        rows(20, WELLS, "街坊们半夜听见铁钎敲地，知道是他来了，翻个身接着睡。"),
    ]
    briefs = [
        "流动书车进工地",
        rows(14, "近日，青石县总工会把流动书车开进桥梁工地，给六百名建设者送去图书五百册。"),
        "运动会上拔河忙",
        rows(14, "5月8日，白鹭镇工会办起职工运动会，十六支队伍的一百八十名职工参加拔河比赛。"),
    ]
    page = "\n".join(["擦了三十年矿灯的人", "县区简讯", "巡井员的铁钎", *texts, *briefs])
    articles = parse(read(page.encode(), "page.txt")).articles
    assert {each.headline: each.column for each in articles} == {
        "擦了三十年矿灯的人": None,
        "巡井员的铁钎": None,
        "流动书车进工地": "县区简讯",
        "运动会上拔河忙": "县区简讯",
    }


@pytest.mark.parametrize(
    ("words", "is_so"), [("他又说，擦灯的人最懂得什么叫亮。", False), ("他擦了三十年灯。", True)]
)
def test_no_headline_is_looked_for_above_a_speech_that_goes_on(words, is_so):
    draft = Draft(is_rest=True, body=[Part("paragraph", [Traced(words, ((0, 0),))])])
    assert is_untitled(draft) == is_so


HALL = printed(
    0,
    "本报讯　9月3日，由县总工会主办的全县职工砌筑技能大赛在青石技工学校落幕，三十二名瓦工同台砌墙，评委拿着靠尺一面"
    "一面量过去，量到第七面墙才分出高下，砌墙的选手蹲在脚手架下等结果，谁也没有先走。",
)
CARTS = printed(
    1,
    "本报讯　8月1日，县总工会的六辆送水车开到了筑路工地，车上装着绿豆汤、毛巾和藿香水，筑路工人围过来，一人领了一份，"
    "开车的人说，往后每逢高温天，送水车都要来工地上走一遭，直到秋凉。",
)
CLINIC = printed(
    2,
    "从前矿工看一次病要走二十里山路，县总工会把病历建到了井口，医生每月来三回，三百张病历挂在灯房旁边的墙上，矿工下井"
    "以前先量血压，量过了才领灯，量得高了就去找医生说话，说完再走。",
)
LINES = {
    HALL: (
        "瓦刀起落比手艺 分毫之间定输赢",
        "全县职工砌筑技能大赛",
        "在青石技工学校落幕",
        "选手在脚手架上砌一面墙",
    ),
    CARTS: ("六辆送水车开上了筑路工地", "县总工会为筑路工人送凉茶"),
    CLINIC: ("矿工看病跑断腿，工会医生上门来", "三百张病历", "建到了井口"),
}


def test_lines_behind_all_texts_are_told_apart_by_what_they_say():
    """What took place, two phrases above it and a caption below it; who did it; small type over two large halves."""
    lines = "\n".join(line for group in LINES.values() for line in group)
    text = "\n".join([HALL, CARTS, CLINIC, lines]).replace("\n", "\n\n")
    hall, carts, clinic = parse(read(text.encode(), "page.txt")).articles
    assert (hall.headline, hall.subheadline) == (LINES[HALL][0], "".join(LINES[HALL][1:3]))
    assert [each.caption for each in hall.figures] == [LINES[HALL][3]]
    assert (carts.headline, carts.subheadline) == LINES[CARTS]
    assert (clinic.kicker, clinic.headline.replace(" ", "")) == (LINES[CLINIC][0], "".join(LINES[CLINIC][1:]))


def test_dashed_lines_one_below_the_other_go_to_the_headlines_they_explain():
    text = "\n".join(
        (
            LAMPS,
            READERS,
            WELLS,
            HEADS[WELLS],
            HEADS[LAMPS],
            HEADS[READERS],
            "——记水厂徒弟们的师傅李小满",
            "——记青石煤矿灯房班长王一川",
        )
    )
    articles = parse(read(text.replace("\n", "\n\n").encode(), "page.txt")).articles
    assert {each.headline: each.subheadline for each in articles} == {
        HEADS[LAMPS]: "记青石煤矿灯房班长王一川",
        HEADS[READERS]: None,
        HEADS[WELLS]: "记水厂徒弟们的师傅李小满",
    }


def test_text_that_goes_on_with_its_words_is_no_other_piece_though_it_is_set_otherwise():
    rest = printed(
        1,
        "灯房班长王一川每天擦一遍矿灯，擦完的矿灯挂在墙上，井下的人领矿灯都要看他一眼。青石煤矿的灯房搬过三次，三百二十盏"
        "矿灯一盏没有少，灯房的人说，灯亮着，井下心里就不慌。",
    )
    text = "\n".join((LAMPS, rest, WELLS, HEADS[WELLS], HEADS[LAMPS]))
    articles = parse(read(text.replace("\n", "\n\n").encode(), "page.txt")).articles
    assert [(each.headline, len(each.body)) for each in articles] == [(HEADS[LAMPS], 2), (HEADS[WELLS], 1)]


def test_lone_marked_line_between_texts_is_no_part_of_the_one_above():
    text = "\n".join((LAMPS, "■城市工匠", WELLS, HEADS[WELLS], HEADS[LAMPS]))
    articles = parse(read(text.replace("\n", "\n\n").encode(), "page.txt")).articles
    assert [(each.headline, len(each.body)) for each in articles] == [(HEADS[LAMPS], 1), (HEADS[WELLS], 1)]


def test_a_column_and_a_byline_right_above_a_text_are_its_own_though_its_title_stands_elsewhere():
    blocks = [LAMPS, "【手艺人】", "□ 孙一鸣", READERS, WELLS, HEADS[WELLS], HEADS[LAMPS], HEADS[READERS]]
    articles = parse(read("\n".join(blocks).replace("\n", "\n\n").encode(), "page.txt")).articles
    found = {each.headline: (each.column, [who.name for who in each.contributors]) for each in articles}
    assert found == {
        HEADS[LAMPS]: (None, []),
        HEADS[READERS]: ("手艺人", ["孙一鸣"]),
        HEADS[WELLS]: (None, []),
    }


FERRY = printed(
    0,
    "渡口的船工把过江的时刻写在一块木板上，涨水的日子改成红字，赶集的人远远看见红字就知道要多等一班船，"
    "木板挂了二十年，字描了又描。",
)
GARDEN = printed(
    1,
    "幼儿园的老师们在楼顶种了一片菜地，孩子们轮流浇水，谁浇的黄瓜结得多，谁就能把第一根带回家给妈妈尝，"
    "楼顶的菜地后来又添了两行向日葵。",
)


def test_titles_below_one_that_is_signed_are_no_poem():
    titles = [HEADS[LAMPS], "□本报记者 李大同", "渡口的木板", HEADS[READERS], "楼顶的菜地", HEADS[WELLS]]
    assert headlines(LAMPS, READERS, FERRY, WELLS, GARDEN, *titles) == EXPECTED | {
        FERRY[:4]: "渡口的木板",
        GARDEN[:4]: "楼顶的菜地",
    }
