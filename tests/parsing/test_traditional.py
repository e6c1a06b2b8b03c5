"""Pages in 繁體: read as 简体, given as printed."""

from unioncms.parsing import parse, read

PAGE = """首頁 | 要聞 | 民生 | 工會頻道 | 視頻 | 數字報
讀書會後的夜班車
更新時間：２０２３-０３-０８ ０９:１２  來源：青石日報  作者：記者 歐陽雪
　　３月６日上午，青石縣總工會在圖書館舉行「夜讀」活動，皇后路的職工後來也趕到了。
　　縣總工會主席葉國強說：「書要一頁一頁地讀。」
責任編輯：馬曉
"""


def parsed(text):
    return parse(read(text.encode(), "page.txt"))


def test_labels_and_names_are_known_in_traditional_characters():
    document = parsed(PAGE)
    (article,) = document.articles
    assert article.headline == "讀書會後的夜班車"
    assert article.source_credit == "青石日報"
    assert [(each.name, each.role) for each in article.contributors] == [("歐陽雪", "reporter")]
    assert document.published_on == "2023-03-08"
    assert "葉國強" in [person.name for person in document.people]


def test_text_is_given_as_printed_but_for_wide_digits():
    (article,) = parsed(PAGE).articles
    assert article.body[0].text == (
        "3月6日上午，青石縣總工會在圖書館舉行「夜讀」活動，皇后路的職工後來也趕到了。"
    )


def test_spans_lie_where_the_source_has_them():
    source = read(PAGE.encode(), "page.txt")
    headline = next(span for span in parse(source).spans if span.label == "headline")
    assert source.text[headline.start : headline.end] == "讀書會後的夜班車"


def test_two_printed_forms_of_one_character_are_told_apart():
    (article,) = parsed(
        "皇后路的書屋\n\n記者 王海\n\n皇后路有一家書屋，後來成了職工之家，後面還有菜園。\n"
    ).articles
    assert article.headline == "皇后路的書屋"
    assert article.body[0].text.startswith("皇后路有一家書屋，後來成了職工之家，後面")
