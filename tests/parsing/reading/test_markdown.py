"""Markdown: its head between rules, lists, tables, pictures, notes and tags."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.reading.markdown import markdown_lines
from unioncms.parsing.reading.text import text_lines

FIRST = "清晨六点半，冷链车间的灯亮了，班长把当天的活儿写上白板，右下角照例画一颗石榴。"
SECOND = "白板挂出来一年半，班里请假有人顶，离职的一个也没有，县总工会把它推到了十二家企业。"


def page(text):
    return parse(read(text.encode(), "page.md"))


def lines(text):
    return [line for line in markdown_lines(text, text_lines(text)) if line.text.strip()]


def body(article):
    return [(block.type[0], block.text) for block in article.body]


@pytest.mark.parametrize("rule", ["---", "+++"])
def test_head_between_rules_gives_headline_author_and_day(rule):
    document = page(
        f'{rule}\ntitle: "车间里的白板"\nauthor: 王一川\ndate: 2024-06-28\ntags:\n  - 工会\nlayout: post\n{rule}\n'
        f"\n{FIRST}\n\n{SECOND}\n"
    )
    (article,) = document.articles
    assert (article.headline, document.published_on) == ("车间里的白板", "2024-06-28")
    assert [(each.name, each.role) for each in article.contributors] == [("王一川", "author")]
    assert [text for _, text in body(article)] == [FIRST, SECOND]


def test_title_of_the_file_is_none_where_the_text_has_one():
    document = page(f"---\ntitle: 云台工会通讯\n---\n\n# 车间里的白板\n\n{FIRST}\n\n{SECOND}\n")
    assert [each.headline for each in document.articles] == ["车间里的白板"]


def test_rule_above_a_text_opens_no_head():
    assert [line.text for line in lines(f"---\n\n{FIRST}\n\n---\n")] == ["---", FIRST, "---"]


def test_lines_of_a_list_are_rows_and_no_headlines():
    (article,) = page(
        f"# 车间里的白板\n\n{FIRST}做到：\n\n- 师徒结对有协议\n- 季度比武有奖励\n\n{SECOND}\n"
    ).articles
    assert body(article)[1:3] == [("p", "师徒结对有协议"), ("p", "季度比武有奖励")]


@pytest.mark.parametrize("line", ["- 7 -", "* * *", "-没有空格的一行", "——注重思想引领"])
def test_other_lines_begin_with_a_dash_too(line):
    assert [(each.text, each.block) for each in lines(f"# 题\n{line}\n")] == [("题", None), (line, None)]


def test_rows_of_a_table_stand_below_a_rule():
    found = lines("| 姓名 | 单位 |\n|:--|:--:|\n| 李小满 | 云台县医院 |\n")
    assert [each.block for each in found] == ["cells", None, "cells"]


def test_table_alone_is_a_listing():
    (article,) = page(
        "# 先进班组名单\n\n| 班组 | 单位 |\n|--|--|\n| 甲班 | 云台纱厂 |\n| 乙班 | 云台矿 |\n"
    ).articles
    assert (article.headline, article.genre) == ("先进班组名单", "listing")


@pytest.mark.parametrize(
    "picture",
    [
        "![班长（右二）在白板前开班前会。李小满 摄](images/a.jpg)",
        "[![班长（右二）在白板前开班前会。李小满 摄](images/a.jpg)](b.html)",
        "![](images/a.jpg)\n*班长（右二）在白板前开班前会。李小满 摄*",
        "![封面](images/a.jpg)\n\n*班长（右二）在白板前开班前会。李小满 摄*",
    ],
)
def test_words_of_a_picture_are_its_caption(picture):
    (article,) = page(f"# 车间里的白板\n\n{FIRST}\n\n{picture}\n\n{SECOND}\n").articles
    assert [(each.caption, each.credit) for each in article.figures] == [
        ("班长（右二）在白板前开班前会。", "李小满 摄")
    ]
    assert [text for _, text in body(article)] == [FIRST, SECOND]


def test_caption_printed_below_its_picture_stands_once():
    (article,) = page(
        f"# 车间里的白板\n\n{FIRST}\n\n![班组开会的现场](a.jpg)\n班组开会的现场\n\n{SECOND}\n"
    ).articles
    assert len(article.figures) + sum("现场" in text for _, text in body(article)) == 1


def test_number_of_a_note_is_no_word():
    (article,) = page(
        f"# 车间里的白板\n\n{FIRST[:-1]}[^1]。\n\n{SECOND}\n\n[^1]: 石榴取团结之意。\n"
    ).articles
    assert body(article)[0] == ("p", FIRST)
    assert body(article)[-1] == ("p", "石榴取团结之意。")


def test_tags_part_lines():
    text = '# 题\n<div align="right">云台县总工会<br>2024年6月8日</div>\n5<3 是错的\n'
    found = lines(text)
    assert [each.text for each in found] == ["题", "云台县总工会", "2024年6月8日", "5<3 是错的"]
    assert all(text[each.start : each.end] == each.text for each in found)


def test_section_of_headings_holds_pieces_of_every_kind():
    document = page(
        f"## 本期要闻\n\n### 车间里的白板\n\n{FIRST}\n\n{SECOND}\n\n### 邻县的家书\n\n"
        f"邻县的工会请家属给工人写信，首批三百封已经送进车间。（来源：云台工人报）\n\n"
        f"## 文苑\n\n### 父亲的矿灯\n\n李小满\n\n父亲那盏矿灯在堂屋的墙上挂了二十一年，灯罩上落满了灰。\n"
    )
    assert [each.column for each in document.articles] == ["本期要闻", "本期要闻", "文苑"]


def test_contents_in_a_list_are_no_piece():
    document = page(
        f"# 云台工会通讯 2024年第6期\n\n## 目 录\n\n- [白板的故事](#a)\n- [父亲的矿灯](#b)\n\n"
        f"## 车间里的白板\n\n{FIRST}\n\n{SECOND}\n"
    )
    assert (document.publication, [each.headline for each in document.articles]) == (
        "云台工会通讯",
        ["车间里的白板"],
    )


def test_rules_below_titles_make_headings_of_them():
    document = page(
        f"云台工运\n========\n\n**2021 · 春季号**　　云台市总工会主办\n\n* * *\n\n特别报道\n**车间里的白板**\n-----\n\n"
        f"{FIRST}\n\n"
        f"* * *\n\n人物\n**邻县的家书**\n-----\n\n{SECOND}\n"
    )
    assert document.publication == "云台工运"
    assert [(each.column, each.headline) for each in document.articles] == [
        ("特别报道", "车间里的白板"),
        ("人物", "邻县的家书"),
    ]


def test_rule_below_a_sentence_parts_two_texts():
    assert [line.level for line in lines(f"# 题\n\n{FIRST}\n---\n\n{SECOND}\n")] == [1, None, None, None]


def test_quotation_ends_where_its_marks_do():
    (article,) = page(
        f"# 车间里的白板\n\n{FIRST}\n\n> 桌上红了脸，饭还在一张桌上吃。——王一川\n\n{SECOND}\n"
    ).articles
    assert [text for _, text in body(article)][1:] == ["桌上红了脸，饭还在一张桌上吃。——王一川", SECOND]
    assert not article.incomplete


def test_name_and_number_of_a_bulletin_may_stand_in_its_first_heading():
    document = page(
        f"# 📰 云台工会动态（2024 年第 11 期）\n\n> 云台市总工会网络工作部编 · 2024-12-06 · [往期](a.html)\n\n"
        f"## 一、要闻速递\n\n"
        f"### 1. 车间里的白板\n\n{FIRST}\n\n### 2. 邻县的家书\n\n{SECOND}\n\n## 二、文苑\n\n### 父亲的矿灯\n\n"
        "父亲那盏矿灯在堂屋的墙上挂了二十一年，灯罩上落满了灰。\n"
    )
    assert (document.publication, document.published_on) == ("云台工会动态", "2024-12-06")
    assert [(each.column, each.headline) for each in document.articles] == [
        ("要闻速递", "车间里的白板"),
        ("要闻速递", "邻县的家书"),
        ("文苑", "父亲的矿灯"),
    ]


def test_heading_below_a_note_heads_the_text():
    (article,) = page(
        f"# 凌晨三点的“绿马甲”\n\n**记者：** 王一川　|　**日期：** 2022-07-19\n\n"
        "> 💡 **编者按：** 谁在替城市洗脸？请看报道。\n\n"
        f"## 扫帚声里\n\n{FIRST}\n\n## 驿站里\n\n{SECOND}\n\n**相关链接**\n- [怎么发](a.html)\n- [驿站地图](b.html)\n\n"
        "<sub>版权声明：本文由云台工人网原创，转载请注明出处。</sub>\n"
    ).articles
    assert (article.subheadline, article.editors_note) == (None, "谁在替城市洗脸？请看报道。")
    assert body(article) == [("h", "扫帚声里"), ("p", FIRST), ("h", "驿站里"), ("p", SECOND)]


def marks(text):
    return [(each.text, each.level, each.is_quote) for each in lines(text)]


def test_levels_stand_between_plain_paragraphs():
    plain = f"{FIRST}\n\n{SECOND}\n\n"
    found = marks(f"{plain}## 夜校\n\n{plain}> 一句\n接着说\n　\n还在引文里\n\n{SECOND}\n")
    assert [each for each in found if each[0] not in (FIRST, SECOND)] == [
        ("夜校", 2, False),
        ("一句", None, True),
        ("接着说", None, True),
        ("还在引文里", None, True),
    ]
    assert found[-1] == (SECOND, None, False)


def test_no_heading_stands_within_a_fence():
    text = f"# 夜校\n\n```\n\n{FIRST}\n\n# 不是标题\n\n{SECOND}\n```\n"
    assert [each[1] for each in marks(text) if each[0] != "```"] == [1, None, None, None]


@pytest.mark.parametrize("below", ["*班组开会的现场。 王一川 摄*", "▲班组开会的现场　王一川/摄"])
def test_caption_below_its_picture_says_who_took_it(below):
    (article,) = page(
        f"# 车间里的白板\n\n{FIRST}\n\n![班组开会的现场。](a.jpg)\n\n{below}\n\n{SECOND}\n"
    ).articles
    assert [(figure.caption.rstrip("。"), figure.credit[:3]) for figure in article.figures] == [
        ("班组开会的现场", "王一川")
    ]


def test_comment_stands_in_no_text():
    (article,) = page(f"# 车间里的白板\n\n{FIRST}\n\n<!-- page 5 -->\n\n{SECOND}\n").articles
    assert [text for _, text in body(article)] == [FIRST, SECOND]


def test_contents_in_a_table_are_no_piece():
    document = page(
        f"# 梨川工运\n\n**2024年第6期**\n\n## 目录\n\n"
        "| 栏目 | 篇名 | 页码 |\n|:--|:--|--:|\n| 特写 | 车间里的白板 | 4 |\n\n---\n\n"
        f"# 车间里的\n# 白板\n\n{FIRST}\n\n{SECOND}\n"
    )
    assert [article.headline for article in document.articles][-1] == "车间里的白板"
    assert not any("特写" in text for article in document.articles for _, text in body(article))


def test_column_between_rules_holds_all_its_pieces():
    pieces = "".join(
        f"## {name}\n\n{text}\n\n" for name, text in (("全委会召开", FIRST), ("调研组来访", SECOND))
    )
    document = page(
        f"# 梨川工运\n\n**2024年第6期（总第87期）**\n\n---\n\n**【工运要讯】**\n\n{pieces}---\n\n"
        "## 2025年征订启事\n\n《梨川工运》逢双月出版，全年定价四十八元，各基层工会可于月底前订阅。\n"
    )
    assert [(article.headline, article.column) for article in document.articles] == [
        ("全委会召开", "工运要讯"),
        ("调研组来访", "工运要讯"),
        ("2025年征订启事", None),
    ]
    assert document.published_on == "2024"
