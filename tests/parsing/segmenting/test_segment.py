"""Pages → articles: what is told apart, what is brought together, what is set aside."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.segmenting.items import names_column

SENTENCE = "县总工会把职工的事一件一件记在本子上，办成一件就划掉一件，年底请职工来查账。"
OTHER = "车间里的难处要到车间里去听，坐在办公室里想不出来，这是老师傅们教给我们的道理。"
THIRD = "夜班的津贴、食堂的饭菜、宿舍的热水，样样都写进了协议，样样都有人签字负责。"


def page(text):
    return parse(read(text.encode(), "page.txt"))


def test_web_page_keeps_the_text_and_drops_the_furniture():
    document = page(
        f"一本账里的温度 ——县总工会为民办实事纪实(二)\n更新时间:2024-06-01  来源:青石日报\n\n"
        f"  工会干部在车间记下职工的话。   (县总工会供图)\n\n    □记者 王一川\n\n  {SENTENCE}\n\n"
        f"  账要当面算\n\n  {OTHER}\n\n相关阅读:\n网友评论:\n用户:\n点击排行\n"
    )
    (article,) = document.articles
    assert article.headline == "一本账里的温度"
    assert article.subheadline == "县总工会为民办实事纪实(二)"
    assert article.series is not None
    assert article.series.part == 2
    assert [block.type for block in article.body] == ["paragraph", "heading", "paragraph"]
    assert article.figures[0].credit == "县总工会供图"
    assert (document.publication, document.published_on) == ("青石日报", "2024-06-01")
    assert "点击排行" in document.discarded


def test_common_kicker_serves_every_piece_of_a_round_up():
    pieces = "\n\n".join(
        f"{title}\n\n青石县{place}工会主席{name}\n\n{text}\n\n（记者王一川整理）"
        for title, place, name, text in (
            ("把门打开 把话听完", "教育局", "赵大同", SENTENCE),
            ("把账算清 把事办好", "卫生局", "钱小方", OTHER),
            ("把路走实 把人留住", "交通局", "孙一鸣", THIRD),
        )
    )
    document = page(f"同题共答 一起向前\n\n——基层工会主席谈服务职工\n\n{pieces}")
    assert [article.headline for article in document.articles] == [
        "把门打开 把话听完",
        "把账算清 把事办好",
        "把路走实 把人留住",
    ]
    assert {article.kicker for article in document.articles} == {"同题共答 一起向前——基层工会主席谈服务职工"}
    assert {article.genre for article in document.articles} == {"roundup"}


def test_heads_and_rests_of_print_columns_are_paired_in_order():
    document = page(
        "把门打开 把话听完\n\n青石县教育局工会主席赵大同\n\n学校的门要朝着老师开，老师的话要当面听完，这样才能把难\n\n"
        "把账算清 把事办好\n\n青石县卫生局工会主席钱小方\n\n医院的账要算给护士听，护士的班要排得让人喘得过\n\n"
        "处一件一件地解开。\n\n（记者王一川整理）\n\n气来，夜里才不慌。\n\n（记者李小满整理）\n"
    )
    assert [article.body[-1].text[-8:] for article in document.articles] == [
        "一件一件地解开。",
        "来，夜里才不慌。",
    ]
    assert [article.contributors[-1].name for article in document.articles] == ["王一川", "李小满"]


def test_tail_printed_twice_is_a_duplicate():
    tail = "三、把话说到职工心坎上\n\n" + SENTENCE
    document = page(
        f"把账算清 把事办好\n\n●青石县总工会副主席 尹小群\n\n{OTHER}开头。\n\n{tail}结尾。\n\n{tail}"
    )
    assert len(document.articles) == 1
    assert document.discarded[-2:] == ("三、把话说到职工心坎上", SENTENCE)


def test_photo_piece_has_a_figure_and_no_body():
    document = page(
        f"【一线】\n\n# 把门打开\n\n{SENTENCE}来源:《青石日报》\n\n## 送清凉\n\n{OTHER}\n王一川 摄\n"
    )
    article = document.articles[1]
    assert (article.genre, article.body) == ("photo", ())
    assert article.figures[0].credit == "王一川 摄"


def test_editors_note_below_an_article_ends_it():
    document = page(f"# 把门打开\n\n{SENTENCE}\n\n小编说:好办法要学起来。\n\n\n\n{OTHER}另起一篇。\n")
    assert document.articles[0].editors_note == "好办法要学起来。"
    assert document.articles[1].headline is None


def test_markup_is_text():
    document = page(f"<script>alert(1)</script>\n\n{SENTENCE}\n")
    assert any(
        "<script>" in (article.headline or "") + "".join(b.text for b in article.body)
        for article in document.articles
    ) or any("<script>" in words for words in document.discarded)


BAND = f"""同题共答 一起向前

——基层工会主席谈服务职工

灯下有书 心里有光

青石县教育局工会主席赵大同

图书馆的夜读班开了三年，来读书的职


路走实了 人就留住了

青石县交通局工会主席孙一鸣

{THIRD}

（记者王一川整理）

工从三十人变成三百人，图书馆夜读班成了全县的牌子。{OTHER}

（记者李小满整理）
"""


def test_whole_piece_below_open_heads_is_not_cut_for_their_rests():
    first, second = page(BAND).articles
    assert first.body[0].text.startswith("图书馆的夜读班开了三年，来读书的职工从三十人变成三百人")
    assert [each.name for each in first.contributors] == ["赵大同", "李小满"]
    assert [block.text for block in second.body] == [THIRD]


def test_line_below_a_byline_in_a_round_up_is_text():
    (first, _) = page(BAND).articles
    assert first.subheadline is None
    assert first.kicker == "同题共答 一起向前——基层工会主席谈服务职工"


def test_paper_and_day_stand_in_the_head_of_its_page():
    document = page(
        f"2021年5月12日 星期三\n\n青石卫生职工\n\n第2版 要闻\n\n夜班的灯\n\n□记者 王一川\n\n{SENTENCE}\n"
    )
    assert (document.publication, document.published_on) == ("青石卫生职工", "2021-05-12")
    assert [article.headline for article in document.articles] == ["夜班的灯"]


def test_two_short_even_lines_are_one_headline():
    (article,) = page(
        f"班长不是官\n\n却是顶梁柱\n\n□记者 王一川\n\n{wrapped(SENTENCE + OTHER, 14)}\n"
    ).articles
    assert (article.headline, article.subheadline) == ("班长不是官 却是顶梁柱", None)


@pytest.mark.parametrize(
    "lines",
    [
        ("青石县工会第六次", "代表大会闭幕"),
        ("把灯房的大门", "再开大一些"),
        ("渡口的一份协议", "管住十二条船"),
        ("全县矿山行业", "职工技能大赛落幕"),
        ("县总工会召开", "八届六次全委会"),
        ("一碗热姜汤", "暖了半座城"),
    ],
)
def test_one_clause_on_two_lines_is_printed_without_a_blank(lines):
    rows = wrapped(SENTENCE + OTHER, 14)
    (article,) = page("\n\n".join((*lines, "□记者 王一川", rows, ""))).articles
    assert (article.headline, article.kicker, article.subheadline) == ("".join(lines), None, None)


def wrapped(text, width):
    return "\n\n".join(text[at : at + width] for at in range(0, len(text), width))


def test_text_of_another_width_below_a_title_is_another_piece():
    narrow, wide = (wrapped(text, width) for text, width in ((SENTENCE * 2, 14), (OTHER * 3, 23)))
    document = page(f"夜班的灯\n\n□记者 王一川\n\n{narrow}\n\n老师傅的道理\n\n{wide}\n")
    assert [article.headline for article in document.articles] == ["夜班的灯", "老师傅的道理"]


def test_title_over_a_signed_picture_is_a_photo_piece():
    caption = "5月12日，县总工会在读书角办起暑期课堂，二十名孩子跟着志愿者学画画。 李小满 摄"
    first, photo, last = page(
        f"夜班的灯\n\n记者 王一川\n\n{SENTENCE}\n\n板房里的课堂\n\n{caption}\n\n车间的道理\n\n记者 赵大同\n\n{OTHER}\n"
    ).articles
    assert (first.headline, photo.headline, last.headline) == ("夜班的灯", "板房里的课堂", "车间的道理")
    assert (photo.genre, len(photo.figures), first.figures) == ("photo", 1, ())


def test_list_under_a_headline_of_its_own_is_a_piece():
    document = page(
        f"夜班的灯\n\n记者 王一川\n\n{SENTENCE}\n\n{OTHER}\n\n"
        "草帽提示（节选）\n\n先看合同；\n\n再看天气；\n\n后登船。\n"
    )
    assert [article.headline for article in document.articles] == ["夜班的灯", "草帽提示（节选）"]


def test_bare_name_below_a_title_is_its_author():
    (article,) = page(f"老矿灯的故事\n\n邓福来\n\n{SENTENCE}\n\n{OTHER}\n").articles
    assert article.headline == "老矿灯的故事"
    assert [(each.name, each.role) for each in article.contributors] == [("邓福来", "author")]


def test_marked_lines_under_a_column_of_briefs_are_headlines():
    document = page(f"【基层短波】\n\n◆把灯点亮 把书送到\n\n{SENTENCE}\n\n◆把账算清 把事办好\n\n{OTHER}\n")
    assert [(article.column, article.headline) for article in document.articles] == [
        ("基层短波", "把灯点亮 把书送到"),
        ("基层短波", "把账算清 把事办好"),
    ]


def test_links_between_related_reading_and_the_comment_form_are_furniture():
    (article,) = page(
        f"夜班的灯\n2024-06-01 来源：青石日报\n\n　　{SENTENCE}\n\n　　{OTHER}\n\n相关新闻:\n"
        "· 老矿灯的故事\n网友留言:\n昵称:\n 密码:\n 验证码:\n"
    ).articles
    assert article.headline == "夜班的灯"


def test_label_of_a_caption_is_not_part_of_it():
    (article,) = page(
        f"夜班的灯\n\n记者 王一川\n\n{SENTENCE}\n\n图：职工在夜读班里读书。（李小满 摄）\n"
    ).articles
    assert [(each.caption, each.credit) for each in article.figures] == [
        ("职工在夜读班里读书。", "李小满 摄")
    ]


def test_marked_heading_right_below_a_headline_is_no_subheadline():
    document = parse(
        read(
            f"# 把账算清\n\n作者：赵大同\n\n## 一、账在哪里\n\n{SENTENCE}\n\n## 二、账给谁看\n\n{OTHER}\n".encode(),
            "page.md",
        )
    )
    (article,) = document.articles
    assert article.subheadline is None
    assert [block.type for block in article.body] == ["heading", "paragraph", "heading", "paragraph"]


def test_title_over_a_marked_caption_alone_is_a_photo_piece():
    (article,) = page(f"走进劳模工作室\n\n▲{SENTENCE}\n").articles
    assert (article.genre, article.body) == ("photo", ())
    assert [(figure.caption, figure.credit) for figure in article.figures] == [(SENTENCE, None)]


def test_pieces_are_parted_by_empty_lines_that_also_stand_below_their_headlines():
    one = "三十名职工走上讲台，读了自己喜欢的文字。\n台下的工友听得入神。\n县图书馆送来新书。（记者苏小河）"
    two = "县总工会决定任命王一川为办公室主任。\n免去李小满的办公室主任职务。\n以上任免自即日起执行。"
    three = "头一堂课讲的是识图，来了四十个人。\n老师傅把旧图纸铺了一地，一张张讲过去。\n下课时已经九点。（记者祝大年）"
    four = "她一天要走两个来回。\n鞋底磨穿了三双。\n山上的人都认得她。"
    text = f"读书会开到车间\n\n{one}\n\n人 事 任 免\n\n{two}\n\n夜校开课\n\n{three}\n\n一条山路\n\n{four}\n"
    articles = parse(read(text.encode(), "page.txt")).articles
    assert [article.headline for article in articles] == [
        "读书会开到车间",
        "人事任免",
        "夜校开课",
        "一条山路",
    ]


def test_headlines_that_open_with_a_place_head_pieces_of_their_own():
    text = (
        "上饶市：劳模疗休养启程\n\n4月21日，首批四十二名劳模赴疗养院疗休养，为期六天。\n\n"
        "抚州市：律师团下园区\n\n法律服务团由十八名律师组成，已经走进六个园区。\n"
    )
    articles = parse(read(text.encode(), "page.txt")).articles
    assert [article.headline for article in articles] == ["上饶市：劳模疗休养启程", "抚州市：律师团下园区"]


def test_correction_is_a_piece_of_its_own():
    text = (
        "读书会开到车间\n\n三十名职工走上讲台，读了自己喜欢的文字。\n\n更　正\n\n"
        "本刊上期《电焊花开》的作者应为王一川，特此更正。\n"
    )
    articles = parse(read(text.encode(), "page.txt")).articles
    assert [(article.headline, article.genre) for article in articles][1] == ("更正", "notice")


def test_body_that_gives_notice_stands_below_the_bodies_it_names():
    text = (
        "关于表扬先进单位的通报\n\n决定对下列单位予以表扬：\n\n一、先进单位（2个）\n\n青石县总工会\n\n梨川县总工会\n\n"
        "云州市总工会\n\n2024年4月22日\n"
    )
    (article,) = parse(read(text.encode(), "page.txt")).articles
    assert [block.text for block in article.body][-4:] == [
        "青石县总工会",
        "梨川县总工会",
        "云州市总工会",
        "2024年4月22日",
    ]


def test_a_quotation_behind_another_word_is_no_columns_name():
    assert names_column("职工擂台")
    assert not names_column("渡口边的“号子”擂台")
