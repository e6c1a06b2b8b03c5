"""A title that nothing else marks: what the text below it has in common with the text above tells what it heads."""

from unioncms.parsing import parse, read
from unioncms.parsing.segmenting.topics import hanzi_pairs

PORTRAIT = (
    "推开铸造车间的门，热浪扑面而来。葛春生蹲在砂箱边，用手指试着型砂的干湿，三十年来他每天都这样开始。\n\n"
    "徒弟们都说，葛春生的手指比仪器还准。去年车间换了新砂，头一炉废了六件，他守了两夜，把配比调了回来。\n\n"
    "如今葛春生带着九个徒弟，砂箱边的板凳换了三条，他还是蹲着干活，说坐着看不清砂子的颜色。\n\n"
)
PART = (
    "砂箱边上的九个徒弟\n\n"
    "九个徒弟里，最小的十九岁，头一回试型砂，葛春生让他闭上眼睛。型砂的干湿，葛春生说，手指知道，仪器不知道。\n"
)
NEWS = (
    "县总工会把法律讲堂搬进茶园\n\n"
    "“采一天茶算一天钱，摔伤了该谁管？”上周六，县总工会请来三名律师，把法律讲堂搬进了云岭乡的茶园，现场解答采茶女工的"
    "提问四十余件。\n\n律师们约定，采茶季里每周来一次，茶园的凉亭就是讲堂，谁有难处谁来坐一坐。\n"
)


def page(text):
    return parse(read(text.encode(), "page.txt"))


def test_text_about_other_things_begins_a_piece_of_its_own():
    first, second = page(f"手指上的三十年\n\n{PORTRAIT}{NEWS}").articles
    assert (first.headline, second.headline) == ("手指上的三十年", "县总工会把法律讲堂搬进茶园")
    assert (len(first.body), len(second.body)) == (3, 2)


def test_text_that_goes_on_with_its_people_is_a_part():
    (article,) = page(f"手指上的三十年\n\n{PORTRAIT}{PART}").articles
    assert [part.text for part in article.body if part.type == "heading"] == ["砂箱边上的九个徒弟"]


def wrapped(text, width):
    paragraphs = (f"　　{each}" for each in text.split("\n\n") if each)
    return "\n".join(each[at : at + width] for each in paragraphs for at in range(0, len(each), width))


def test_third_heading_as_long_as_two_before_it_heads_a_part_though_a_scan_sets_it_wider():
    first, second, third = (each for each in PORTRAIT.split("\n\n") if each)
    text = f"手指上的三十年\n\n{wrapped(first * 2, 24)}\n\n试一试型砂的干湿\n\n{wrapped(second * 2, 24)}\n\n"
    text += f"守两夜把配比调回\n\n{wrapped(third * 2, 24)}\n\n"
    part = PART.split("\n\n")[1].strip()
    own = text + f"板凳上的九个徒弟\n\n{wrapped(part * 2, 31)}\n"
    (article,) = page(own).articles
    assert [each.text for each in article.body if each.type == "heading"][2:] == ["板凳上的九个徒弟"]
    news = NEWS.split("\n\n")[1]
    articles = page(text + f"茶园里的法律讲堂\n\n{wrapped(news * 2, 31)}\n").articles
    assert [each.headline for each in articles] == ["手指上的三十年", "茶园里的法律讲堂"]


def test_dash_within_a_title_sets_a_subheadline_and_heads_no_part():
    essay = NEWS.replace("县总工会把法律讲堂搬进茶园", "茶园里的法律讲堂 ——云岭乡普法工作的做法与思考")
    _, second = page(f"手指上的三十年\n\n{PORTRAIT}{essay}").articles
    assert (second.headline, second.subheadline) == ("茶园里的法律讲堂", "云岭乡普法工作的做法与思考")


def test_parts_with_a_colon_are_no_news_of_other_places():
    text = PORTRAIT.replace("推开铸造车间的门", "推开梨川市铸造车间的门")
    parts = "".join(
        f"{name}：从“一个人”到“一班人”\n\n葛春生的徒弟们又蹲到了砂箱边上，{name}的事也在这里谈，型砂的干湿人人都要会试。\n\n"
        for name in ("建班", "协商", "成才")
    )
    (article,) = page(f"梨川：手指上的三十年\n\n{text}{parts}").articles
    assert sum(part.type == "heading" for part in article.body) == 3


def test_news_of_several_places_is_several_pieces():
    news = "".join(
        f"{place}市：律师进园区\n\n{place}市总工会日前请律师进园区，{word}。\n\n"
        for place, word in (
            ("梨川", "当场解答了工友的提问"),
            ("青石", "把讲台搭在了食堂"),
            ("白鹭", "一连讲了三个晚上"),
        )
    )
    assert [each.headline for each in page(news).articles] == [
        "梨川市：律师进园区",
        "青石市：律师进园区",
        "白鹭市：律师进园区",
    ]


def test_pairs_are_of_chinese_characters_that_stand_side_by_side():
    assert hanzi_pairs("班组长，3人A级") == {"班组", "组长"}
