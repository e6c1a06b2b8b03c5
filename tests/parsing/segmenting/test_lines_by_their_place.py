"""Lines that their place makes bylines, signatures, rows and columns, whatever surname or word they begin with."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits.names import may_be_name

TEXT = "老周在锅炉房守了二十年，冬天里最怕的不是冷，是半夜里电话忽然响起来。"
OTHER = "他的徒弟都说，师父听一听水泵的声音，就知道哪一根管子要换了。"
NEWS = "9月9日，青石县总工会召开座谈会，三十名职工代表坐到一起，谈食堂，谈班车，谈夜校。"


def page(text):
    return parse(read(text.encode(), "page.txt"))


def names(article):
    return [each.name for each in article.contributors]


@pytest.mark.parametrize(
    ("text", "is_so"), [("把小川", True), ("王一川", True), ("安全", False), ("工人", False)]
)
def test_what_may_be_a_name(text, is_so):
    assert may_be_name(text) is is_so


def test_one_sure_surname_vouches_for_the_one_beside_it():
    (article,) = page(
        f"锅炉房里的耳朵\n——青石县供热站纪事（三）\n\n把小川 李小满\n\n    {TEXT}\n    {OTHER}\n"
    ).articles
    assert (article.headline, names(article)) == ("锅炉房里的耳朵", ["把小川", "李小满"])
    assert (article.series.title, article.series.part) == ("青石县供热站纪事", 3)


def test_two_words_are_no_authors():
    (article,) = page(f"锅炉房里的耳朵\n\n冬天 供热\n\n{TEXT}\n{OTHER}\n").articles
    assert article.contributors == ()


def test_letter_is_signed_with_a_place_and_a_name():
    letter, report = page(
        f"我想有一张小桌子\n\n编辑同志：\n{TEXT}{OTHER}\n                青石县 把小川\n\n座谈会上谈夜校\n\n{NEWS}\n"
    ).articles
    assert (names(letter), report.headline) == (["把小川"], "座谈会上谈夜校")


def test_posted_author_of_a_seldom_surname_signs_as_the_others_do():
    lines = ("青石县总工会主席王一川", "白河县总工会主席把小川", "云台县总工会主席李小满")
    texts = (f"{TEXT}{OTHER}", f"{OTHER}他还说，夜里的水声和白天不一样。", f"{NEWS}会开了一整天。")
    pieces = "\n\n".join(
        f"{title}\n\n{line}\n\n{text}"
        for title, line, text in zip(("把门打开", "把灯点亮", "把话说透"), lines, texts, strict=True)
    )
    found = page(pieces + "\n").articles
    assert [names(article) for article in found] == [["王一川"], ["把小川"], ["李小满"]]
    assert found[1].contributors[0].printed_post == "白河县总工会主席"


def test_officials_below_a_colon_are_rows_of_the_text():
    (article,) = page(
        f"青石县工会换届\n\n{NEWS}会上选举产生了新一届领导班子：\n"
        "主　席：王一川（县人大常委会副主任）\n副主席：李小满（女）、周一鸣\n经费审查委员会主任：郑三元\n"
        f"{TEXT}\n"
    ).articles
    assert [block.type for block in article.body] == ["paragraph"] * 5
    assert article.body[1].text == "主席：王一川（县人大常委会副主任）"


def test_figures_below_a_colon_are_a_piece_of_their_own():
    _, figures = page(
        f"座谈会上谈夜校\n\n    {TEXT}\n    {OTHER}\n\n上半年工会工作数字\n\n    据县总工会统计，上半年全县各级工会：\n"
        "    新建基层工会87家；\n    签订集体合同1,032份；\n    帮扶职工3,655户。\n"
    ).articles
    assert (figures.headline, figures.genre, len(figures.body)) == ("上半年工会工作数字", "listing", 4)


def test_marked_name_of_a_column_is_no_author():
    pieces = (
        f"● 基层动态\n\n座谈会上谈夜校\n\n{NEWS}\n\n● 劳模剪影\n\n锅炉房里的耳朵\n\n{TEXT}\n{OTHER}\n\n"
        f"● 工会短波\n\n夜校来了旧车床\n\n县里的机床厂送来三台旧车床，夜校的第一堂实操课就在旧车床边上开了头。\n"
    )
    found = page(pieces).articles
    assert [article.column for article in found] == ["基层动态", "劳模剪影", "工会短波"]
    assert [names(article) for article in found] == [[], [], []]


def test_mark_of_a_picture_is_no_part_of_its_caption():
    (article,) = page(f"座谈会上谈夜校\n\n{NEWS}\n\n【图】座谈会现场。（青石县总工会提供）\n").articles
    assert article.figures[0].caption == "座谈会现场。"


def test_last_item_of_a_list_begins_its_own_line():
    (article,) = page(
        "上半年工会工作数字\n\n    据县总工会统计，上半年全县各级工会：\n"
        "    新建基层工会87家，发展会员1.16万人，其中农民工8,204人；\n"
        "    帮扶困难职工3,655户，发放帮扶资金四百一十八万元；\n"
        "    受理来信来访219件（次），办结率百分之九十八以上。\n"
    ).articles
    assert [block.text[:2] for block in article.body] == ["据县", "新建", "帮扶", "受理"]


def test_letter_goes_on_behind_its_salutation_and_a_correction_stands_below_it():
    letter, correction = page(
        f"【职工来信】\n我想有一张小桌子\n\n编辑同志：{TEXT}{OTHER}\n        青石纺织厂细纱车间  王一川\n\n更  正\n\n"
        "本刊上期《锅炉房里的耳朵》一文中，“二十年”应为“三十年”，特此更正。\n"
    ).articles
    assert (names(letter), correction.headline.replace(" ", "")) == (["王一川"], "更正")
    assert correction.contributors == ()


@pytest.mark.parametrize(
    "text",
    ["工长把施工图、安全图挂在墙上。", "杨林物流园里挂出了第一块牌子。", "车间里的布依族女工坐到一起。"],
)
def test_drawing_park_and_people_of_a_kind_are_nobody(text):
    assert page(f"座谈会上谈夜校\n\n9月9日，{text}{text}\n").people == ()
