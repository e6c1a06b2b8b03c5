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


UNION_PAGE = """澳門機電工人　二〇二三年九月十五日　星期五　第四版　會務

機電職工總會薪火相傳

新一屆理監事就職
凌國楷續任理事長

【本報訊】澳門機電業職工總會日前舉行理監事就職典禮，凌國楷續任理事長，鄺美儀任監事長。勞工處助理處長溫達成到賀。

（記者司徒嘉敏）

會員進修課程接受報名

本會秋季課程現已接受報名，電工班十月五日開課，費用八百元，會員減半。
地點：旺角彌敦道工會大廈四樓。
　　　　　　澳門機電業職工總會職業訓練部
　　　　　　　　二〇二三年九月十五日

敬悼盧景堯先生

盧先生一九五八年加入本會，服務工友逾六十載，於九月二日病逝，謹此訃聞。
　　　　　　澳門機電業職工總會　敬啟

社址：旺角彌敦道工會大廈四樓　督印人：凌國楷
"""


def test_page_of_a_union_over_the_border_is_parted_as_it_is_printed():
    document = parsed(UNION_PAGE)
    assert [(each.kicker, each.headline, each.genre) for each in document.articles] == [
        ("機電職工總會薪火相傳", "新一屆理監事就職 凌國楷續任理事長", "news"),
        (None, "會員進修課程接受報名", "notice"),
        (None, "敬悼盧景堯先生", "notice"),
    ]
    assert [each.body[-1].text for each in document.articles[1:]] == [
        "二〇二三年九月十五日",
        "澳門機電業職工總會敬啟",
    ]
    assert document.publication == "澳門機電工人"


def test_officers_of_such_a_union_and_no_house_named_after_one():
    document = parsed(UNION_PAGE)
    posts = {each.name: [(post.organisation, post.title) for post in each.posts] for each in document.people}
    assert posts["凌國楷"] == [("澳門機電業職工總會", "理事長")]
    assert posts["鄺美儀"] == [("澳門機電業職工總會", "監事長")]
    assert posts["溫達成"] == [("勞工處", "助理處長")]
    assert "彌敦道工會" not in {each.name for each in document.organisations}


MIXED = """一周工会要闻

职工夜校开课
　　11月4日，市总工会开办职工夜校，市总工会主席韩文涛为学员上第一课。
云州市总女职工委员会介绍了报名办法，市教育局送来课本。（通讯员 方敏秋）

澳門工會聯合總會訪問團到訪
　　11月5日，澳門工會聯合總會副會長林倩儀率訪問團到雲州市交流。
雲州市總工會副主席馮錦堂陪同參觀了文化館。（記者 鄺麗明）

厂区新食堂开张
　　11月6日，云州机床厂的新食堂开张，市总工会送来消毒柜。
厂工会主席金志远说，门口的长队不见了，工会会员吃上了热饭。（通讯员 方敏秋）
"""


def test_a_name_of_a_mixed_page_comes_in_one_script():
    document = parsed(MIXED)
    posts = {
        (person.name, post.organisation, post.title) for person in document.people for post in person.posts
    }
    assert ("韩文涛", "云州市总工会", "主席") in posts
    assert ("林倩儀", "澳門工會聯合總會", "副會長") in posts
    names = {body.name for body in document.organisations}
    assert {"澳門工會聯合總會", "云州市总工会"} <= names
    assert not {name for name in names if set(name) & set("雲總會門") and set(name) & set("云总会门")}


SCRIPTS = """一周工讯
2024年第31期　8月5日—8月11日

梨川 渡口办起夜校
　　8月5日，梨川县总工会在渡口办起夜校，县总工会主席韩文涛上第一课。（记者 方敏秋）

青石 碼頭搬來流動書車
　　8月6日，青石縣總工會的流動書車開到碼頭。縣總工會主席馮錦堂說：「下個月還來。」（記者 鄺麗明）

云州 厂区新食堂开张
　　8月7日，云州机床厂的新食堂开张。县总工会主席说，门口的长队不见了。（记者 方敏秋）
"""


def test_headlines_and_sentences_of_a_mixed_page_keep_their_script():
    document = parsed(SCRIPTS)
    assert [article.headline for article in document.articles] == [
        "梨川 渡口办起夜校",
        "青石 碼頭搬來流動書車",
        "云州 厂区新食堂开张",
    ]
    assert "縣總工會主席馮錦堂說" in document.articles[1].body[0].text
    assert document.articles[2].body[0].text.endswith("县总工会主席说，门口的长队不见了。")


def test_posts_of_a_mixed_page_keep_the_script_of_their_sentence():
    text = "縣總工會主席馮錦堂說：「下個月還來。」縣總工會常務副主席梁寶珠也到了。"
    page = SCRIPTS.replace("縣總工會主席馮錦堂說：「下個月還來。」", text).replace("主席韩", "常务副主席韩")
    page = page.replace("梨川", "惠安").replace("青石", "德化")
    document = parsed(page)
    posts = {
        (person.name, post.organisation, post.title) for person in document.people for post in person.posts
    }
    assert ("韩文涛", "惠安县总工会", "常务副主席") in posts
    assert ("馮錦堂", "德化縣總工會", "主席") in posts
    assert ("梁寶珠", "德化縣總工會", "常務副主席") in posts


def test_issue_and_days_in_one_line_give_the_month():
    assert parsed(SCRIPTS).published_on == "2024-08"
