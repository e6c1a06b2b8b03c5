"""Texts copied from sites: the names of their pictures, lines run together, and how they are signed."""

import pytest

from unioncms.parsing import parse, read

HEADLINE = "云台县总工会把体检车开进茶山"
FIRST = "6月5日，云台县总工会的体检车停在三分场门口，一百二十名采茶工量了血压、查了视力。"
SECOND = "县总工会说，秋茶下山以前还要来一次，把报告送到每个人手里。"
LINE = (
    "近日，云台县总工会走访了山上的采茶工。有人说肩膀疼，医生当场教了几个动作。 "
    "5日上午，体检车又去了二分场，六十名工友排队量了血压，一直忙到中午才收工。 "
    "县总工会打算把这件事做下去。“秋茶下山以前再来一次。”分场的老会计说，大家都把这话记在本子上，等着那一天。 "
    "医生还给食堂留下一张单子，上面写着少盐少油的几样家常菜，炊事员把它贴在灶台边上。"
)


def page(text):
    return parse(read(text.encode(), "page.txt"))


@pytest.mark.parametrize("tail", ["", "_fororder_体检1", "(2)", "图1"])
def test_headline_within_its_text_stands_for_a_picture(tail):
    (article,) = page(
        f"{HEADLINE}\n2021-06-08 10:07 来源：云台日报\n\n{FIRST}\n\n{HEADLINE}{tail}\n\n体检车现场\n\n{SECOND}\n"
    ).articles
    assert [block.text for block in article.body] == [FIRST, SECOND]
    assert [figure.caption for figure in article.figures] == ["体检车现场"]
    assert (article.headline, article.genre) == (HEADLINE, "news")


def test_headline_that_the_contents_name_is_no_picture():
    other = "云台县总工会开办采茶工夜校"
    articles = page(
        f"{HEADLINE}\n{other}\n\n{HEADLINE}\n{FIRST}\n（本报记者 王一川）\n\n{other}\n7月2日，{SECOND}\n"
    ).articles
    assert articles[-1].headline == other


def test_blanks_behind_some_sentences_part_the_paragraphs_of_a_line():
    (article,) = page(f"{HEADLINE}\n{LINE}\n").articles
    assert [block.text for block in article.body] == LINE.split(" ")


@pytest.mark.parametrize(
    "line",
    [
        LINE.replace("。有", "。 有").replace("。“", "。 “"),  # behind each sentence
        LINE.replace("排队", "排 队").replace("，一直", "， 一直"),  # within them too
        "近日，云台县总工会走访了采茶工。 有人说肩膀疼。医生教了几个动作。",  # a short one
    ],
)
def test_a_typists_blanks_part_nothing(line):
    (article,) = page(f"{HEADLINE}\n{line}\n").articles
    assert len(article.body) == 1


@pytest.mark.parametrize(
    ("end", "people"),
    [
        ("文/李小满", [("李小满", "author")]),
        ("（图/王一川李小满）", [("王一川", "photographer"), ("李小满", "photographer")]),
        ("（社法委办 王一川）", [("王一川", "author")]),
        ("①7", []),
        ("②11", []),
    ],
)
def test_credit_or_code_behind_the_last_sentence(end, people):
    (article,) = page(f"{HEADLINE}\n{FIRST}\n{SECOND}{end}\n").articles
    assert [block.text for block in article.body] == [FIRST, SECOND]
    assert [(each.name, each.role) for each in article.contributors] == people
    assert not article.incomplete
    assert not article.figures


@pytest.mark.parametrize("dateline", ["云上云台报道", "云台融媒讯", "云台新闻网6月5日讯", "本报讯"])
def test_house_of_the_dateline_stands_before_its_reporter(dateline):
    (article,) = page(f"{HEADLINE}\n{dateline}（记者 王一川）{FIRST}\n{SECOND}\n").articles
    assert [(each.name, each.role) for each in article.contributors] == [("王一川", "reporter")]
    assert article.body[0].text == f"{dateline} {FIRST}"


def test_station_of_a_paper_is_nobody():
    (article,) = page(
        f"连日来，{FIRST}图为医生在量血压。\n（本报云台记者站 王一川李小满 摄影报道）\n"
    ).articles
    assert article.genre == "photo"
    assert [(each.name, each.role) for each in article.contributors] == [
        ("王一川", "photographer"),
        ("李小满", "photographer"),
    ]


def test_page_of_signed_captions_is_a_photo_piece():
    (article,) = page(f"{FIRST}/ 云台 供图\n7月2日，{SECOND}/ 王一川 摄\n").articles
    assert (article.genre, article.headline, article.body) == ("photo", None, ())
    assert [(figure.caption, figure.credit) for figure in article.figures] == [
        (FIRST, "云台 供图"),
        (f"7月2日，{SECOND}", "王一川 摄"),
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("3月19日，县总工会开了全委会，安排了2019年的几件事。", "2019"),
        ("县总工会看望了老劳模。23日上午，大家来到厂里，愿2008年有个好收成。", None),
        ("县总工会看望劳模，23日上午，大家来到厂里，愿2008年有个好收成。", "2008"),
        ("2020年12月2日下午，公司开了会员代表大会。", "2020"),
        ("县政协的要点写在2023年工作安排里，大家照着走访了几家厂。", "2023"),
        ("6月5日，夜校开课了。夜校自2018年起办了十几期。", None),
        ("他1986年参加工作，1998年当上班长。", None),
    ],
)
def test_year_of_a_report_that_names_none_in_its_head(text, year):
    assert page(f"{HEADLINE}\n{text}\n").published_on == year
