"""Heads and rests of print columns: whether a sentence that a column cut is whole again."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.seams import name_follows_title
from unioncms.parsing.segmenting.drafts import Draft, Part
from unioncms.parsing.segmenting.fragments import append_rest, close_cuts
from unioncms.parsing.segmenting.meeting import Page
from unioncms.parsing.segmenting.torn_words import is_torn
from unioncms.parsing.traced import Traced

KICKER = "一盏灯 一碗面\n\n——三位工会主席谈夜班\n\n"
OPENINGS = (
    "矿上的夜班有三百人，过去井口只有一盏灯。我们在井口办了食堂，",
    "码头的夜班最怕风，风一大，吊机停下来，人就只能在门洞里站着。",
    "纺织厂的夜班大半是母亲，孩子睡了她们才出门，孩子醒了她们才回家。",
)
HEADS = (
    ("灯要亮到 天亮", "青石煤矿工会主席 王一川"),
    ("风里站的人 要有屋檐", "白鹭港工会主席 李小满"),
    ("母亲的夜班 要有人替", "梨川纺织厂工会主席 赵同春"),
)
REPORTERS = ("邓福来", "祝大年", "苏小河")


def parsed(cuts):
    """Three pieces in print columns: the heads with what stands before each cut, then the rests with what is behind."""
    heads = [
        f"{title}\n\n{post}\n\n{opening}{before}\n\n"
        for (title, post), opening, (before, _) in zip(HEADS, OPENINGS, cuts, strict=True)
    ]
    rests = [f"{after}\n\n（记者 {name}整理）\n\n" for (_, after), name in zip(cuts, REPORTERS, strict=True)]
    return parse(read((KICKER + "".join(heads) + "".join(rests)).encode(), "page.txt")).articles


WHOLE = (
    ("老矿工们盼的是", "热的面，不是奖状上的字。面热了，人心也就热了。"),
    ("去年我们请港务公司的经理", "搬来六间旧岗亭，放上暖风机，吊机手排着队进来歇脚。"),
    ("女工委员们商量了一个月，提出", "三条办法，第一条就是夜班的托儿所，谁家有事都能托。"),
)
TORN = (
    ("老矿工们说，面比奖状要", "紧得多。面热了，人心也就热了，班前会也开得成了。"),
    ("去年我们请港务公司出了三条措", "岗亭里放上暖风机，吊机手排着队进来歇脚。"),
    ("女工委员们商量了一个月，提出", "谁家有事都能托，半年里照看了四百多个孩子。"),
)


CUTS = (
    ("港务公司出了三条措", "岗亭里放上暖风机。"),
    ("女工委员们提出", "三条办法，头一条是托儿所。"),
    ("吊机手们去年冬天", "排着队进来歇脚。"),
    ("食堂的师傅每天夜里", "十一点开火。"),
    ("矿上的老班长从此", "每周讲一课。"),
    ("夜班的纺织女工如今", "抱着孩子来上课。"),
)


def last_paragraph_joined(article, cut):
    return any(block.text.endswith("".join(cut)) for block in article.body)


def test_sentences_are_whole_where_no_cut_of_the_page_lost_words():
    articles = parsed(WHOLE)
    assert [last_paragraph_joined(*pair) for pair in zip(articles, WHOLE, strict=True)] == [True] * 3
    assert not any(article.incomplete for article in articles)


def test_page_that_lost_words_at_many_cuts_lost_some_where_nothing_tells():
    first, second, third = parsed(TORN)
    assert last_paragraph_joined(first, TORN[0])  # a word goes over
    assert not last_paragraph_joined(second, TORN[1])  # half a word
    assert not last_paragraph_joined(third, TORN[2])  # nothing tells
    assert [article.incomplete for article in (first, second, third)] == [False, True, True]


def test_page_that_lost_words_at_one_cut_of_many_lost_none_where_nothing_tells():
    heads = [Draft(body=[paragraph(head)]) for head, _ in CUTS]
    rests = [Draft(is_rest=True, body=[paragraph(rest)]) for _, rest in CUTS]
    page = Page(heads + rests)
    close_cuts(
        [append_rest(head, rest, 1.0) for head, rest in zip(heads, rests, strict=True)],
        page,
    )
    assert [len(head.body) for head in heads] == [2, 1, 1, 1, 1, 1]


def paragraph(words):
    return Part("paragraph", [Traced(words, ((0, 0),))])


@pytest.mark.parametrize(
    ("head", "rest", "torn"),
    [
        ("出了三条措", "岗亭里放上暖风机", True),
        ("补贴以外另有五", "工会还请来了理发师", True),
        ("补贴以外另有五", "位理发师每周都来", False),
        ("省得他们两头跑，又要", "紧赶慢赶", False),
        ("请港务公司的经理", "搬来六间旧岗亭", False),
        ("港务公司经理雷震东", "带着人来了", False),
        ("全省有七", "百多人来看", False),
        ("锅炉房今年正在", "的旧管子里找毛病", True),
        ("锅炉房里他找到", "的毛病有十二处", False),
        ("他们一口气跑了三十", "海里才回港", False),
    ],
)
def test_half_a_word_tells_that_its_other_half_is_gone(head, rest, torn):
    assert is_torn(head, rest) == torn


def test_answer_goes_on_with_the_question_that_another_piece_cut_off():
    page = (
        "港口里的调解员\n\n□记者 王一川\n\n记者：这个称呼怎么来的？\n\n滕月娥：工友们先叫开的，叫着叫着就改不了口。\n\n"
        "记者：调解有什么窍门？\n\n夜校开课\n\n头一堂课讲的是识图，来了四十个人。（李小满）\n\n"
        "滕月娥：没有窍门，就是听，先让人家把话说完。\n"
    )
    interview, _ = parse(read(page.encode(), "page.txt")).articles
    assert [block.text[:3] for block in interview.body] == ["记者：", "滕月娥", "记者：", "滕月娥"]
    assert interview.genre == "feature"


def test_report_that_lacks_its_credit_waits_for_its_rest_as_signed_pieces_do():
    page = (
        "矿灯亮了\n\n本报讯 9月3日，县总工会主席王一川到矿上说，灯房要亮，账也要亮。\n\n"
        "本报讯 9月4日，职工书屋的夜读班办到第二十期，来了四十个人。\n\n（记者赵同春）\n\n"
        "他又说，擦灯的人最懂得什么叫亮，这样的人要请上讲台。\n\n（记者李小满）\n"
    )
    first = parse(read(page.encode(), "page.txt")).articles[0]
    assert [block.text[:3] for block in first.body] == ["本报讯", "他又说"]
    assert [each.name for each in first.contributors] == ["李小满"]


@pytest.mark.parametrize(
    ("head", "rest", "follows"),
    [
        ("又请来了维修班班长", "段永刚说了三条办法", True),
        ("码头上的老站长", "王建国在班前会上", True),
        ("请港务公司的经理", "搬来六间旧岗亭", False),
        ("县总工会的副主席", "高度重视这件事", False),
        ("门口站着的那些人", "段永刚说了三条办法", False),
    ],
)
def test_name_goes_on_from_the_title_before_the_cut(head, rest, follows):
    assert name_follows_title(head, rest) == follows


@pytest.mark.parametrize("column", ["维权在一线", "技能竞赛进行时"])
def test_line_above_heads_of_a_page_names_their_column(column):
    pieces = (
        f"{title}\n\n{opening}{before}{after}\n\n（记者{name}）\n\n"
        for (title, _), opening, (before, after), name in zip(HEADS, OPENINGS, WHOLE, REPORTERS, strict=True)
    )
    articles = parse(read(f"{column}\n\n{''.join(pieces)}".encode(), "page.txt")).articles
    assert [(article.column, article.headline) for article in articles] == [
        (column, title) for title, _ in HEADS
    ]
