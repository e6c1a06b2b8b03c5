"""Bulletins as offices write them: their heads, their contents, their sections, and how they sign."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits import read_credit
from unioncms.parsing.page_heads import is_issuer_line

FIRST = "7月13日，梨川县总工会召开上半年工作会，各镇工会和各产业工会的负责人参加会议。"
SECOND = "“炒粉的一晚上多少钱？”工资协商指导员坐在夜市的塑料凳上，一摊一摊问了过去。"
THIRD = "县里的机床厂送来三台旧车床，夜校的第一堂实操课就在旧车床边上开了头。"


def page(text):
    return parse(read(text.encode(), "page.txt"))


def test_contents_name_column_author_and_page_beside_the_headline():
    lines = ["县总工会召开上半年工作会", "夜市里的工资协商", "夜校来了三台旧车床"]
    contents = (
        "要 闻 县总工会召开上半年工作会 1\n工友笔记 夜市里的工资协商 苗 青 4\n"
        "图 说 旧照片 6\n夜校 夜校来了三台旧车床 7\n"
    )
    document = page(
        f"本期目录\n{contents}\n{lines[0]}\n\n{FIRST}\n\n工友笔记\n\n{lines[1]}\n\n{SECOND}\n\n{lines[2]}\n\n{THIRD}\n"
    )
    assert [(article.column, article.headline) for article in document.articles] == [
        (None, lines[0]),
        ("工友笔记", lines[1]),
        (None, lines[2]),
    ]
    assert len(document.discarded) == 5


@pytest.mark.parametrize("mark", ["★{}", "{}……（2）", "1.{}", "{}"])
def test_contents_of_an_issue_name_its_headlines(mark):
    lines = ["县总工会召开上半年工作会", "夜市里的工资协商", "夜校来了三台旧车床"]
    contents = "\n".join(mark.format(line) for line in lines)
    document = page(
        f"工会简报\n\n（第8期）\n\n本期要目\n{contents}\n\n{lines[0]}\n\n{FIRST}\n\n{lines[1]}\n\n{SECOND}\n\n"
        f"{lines[2]}\n\n{THIRD}\n"
    )
    assert [article.headline for article in document.articles] == lines
    assert [len(article.body) for article in document.articles] == [1, 1, 1]
    assert "本期要目" in document.discarded


@pytest.mark.parametrize("line", ["梨川县总工会　二〇二二年九月九日", "2022年9月9日 梨川县总工会办公室印发"])
def test_who_issues_a_bulletin_stands_in_its_head(line):
    assert is_issuer_line(line)
    document = page(f"工作信息\n2022年第12期\n{line}\n县总工会召开上半年工作会\n{FIRST}\n")
    (article,) = document.articles
    assert (document.published_on, article.headline) == ("2022-09-09", "县总工会召开上半年工作会")


@pytest.mark.parametrize(
    "line", ["2022年9月9日，梨川县总工会开了会", "9月9日 梨川县总工会", "2022年9月9日 晴"]
)
def test_other_lines_with_a_day_issue_nothing(line):
    assert not is_issuer_line(line)


def test_sections_in_brackets_hold_all_pieces_below_them():
    found = page(
        f"【信息快报】\n县总工会召开上半年工作会\n{FIRST}\n县总工会开办夜校\n7月14日，{THIRD}\n"
        f"【经验交流】\n夜市里的工资协商\n{SECOND}\n"
    ).articles
    assert [article.column for article in found] == ["信息快报", "信息快报", "经验交流"]


@pytest.mark.parametrize(
    ("line", "name", "source"),
    [
        ("县人民医院    许  晴", "许晴", None),
        ("梨川机床厂退休职工   孟庆余", "孟庆余", None),
        ("县总工会课题组", None, None),
    ],
)
def test_line_between_headline_and_text_says_who_wrote_it(line, name, source):
    (article,) = page(f"夜市里的工资协商\n{line}\n\n{SECOND}\n\n{THIRD}\n").articles
    assert (article.headline, article.subheadline, article.source_credit) == (
        "夜市里的工资协商",
        None,
        source,
    )
    assert [each.name for each in article.contributors] == ([name] if name else [])


@pytest.mark.parametrize(
    ("line", "name", "post"),
    [
        ("作者简介：孟庆余，梨川机床厂退休车工，市作家协会会员。", "孟庆余", "梨川机床厂退休车工"),
        ("（作者 孟 庆余,单位:梨川机床厂）", "孟庆余", "梨川机床厂"),
        ("（梨川县总工会 胡 月）", "胡月", ""),
    ],
)
def test_closing_line_names_author_and_house(line, name, post):
    credit = read_credit(line)
    assert credit is not None
    assert credit.kind == "closing"
    assert [(each.name, each.printed_post) for each in credit.contributors] == [(name, post)]


def test_letter_is_signed_above_its_day():
    document = page(
        "【读者来信】\n请给更衣室装个风扇\n编辑同志：\n我们的更衣室在二楼西头，夏天像蒸笼一样，大家盼着装两台风扇。\n"
        f"造船厂涂装车间 一群女工\n6月20日\n编后：风扇已经装好。\n【经验交流】\n夜市里的工资协商\n{SECOND}\n"
    )
    letter = document.articles[0]
    assert [block.type for block in letter.body] == ["paragraph", "paragraph"]
    assert (letter.column, letter.editors_note) == ("读者来信", "风扇已经装好。")


def test_answer_of_the_paper_belongs_to_the_letter():
    (article, _) = page(
        f"绿豆汤顶不了津贴\n\n编辑同志：\n\n{SECOND}\n\n　　　　梨川读者 陈国生\n\n"
        f"陈国生同志：\n\n{THIRD}\n\n　　　　编辑部\n\n县总工会召开上半年工作会\n\n{FIRST}\n"
    ).articles
    assert [block.text for block in article.body] == ["编辑同志：", SECOND, "陈国生同志：", THIRD]
    assert [each.name for each in article.contributors] == ["陈国生"]


def test_news_of_a_union_about_itself_is_no_digest():
    (own,) = page(f"县总工会召开上半年工作会\n{FIRST}（县总工会办公室 供稿）\n").articles
    (taken,) = page(f"县总工会召开上半年工作会\n{FIRST}（摘自《梨川日报》）\n").articles
    assert (own.genre, own.source_credit, taken.genre) == ("news", "县总工会办公室", "digest")


def test_call_for_essays_is_in_no_column_of_essays():
    found = page(
        f"学思践悟\n\n把账本晒在墙上\n\n□梨川县总工会主席 王一川\n\n{SECOND}\n\n夜校为什么坐满了人\n\n"
        f"□云台县总工会主席 李小满\n\n{THIRD}\n\n“学思践悟”栏目征稿\n\n来稿请写明单位和电话，寄本刊编辑部。\n"
    ).articles
    assert [article.column for article in found][-1] is None
    assert found[-1].genre == "notice"


def test_arrow_points_from_a_caption_to_its_picture():
    (article,) = page(
        f"夜市里的工资协商\n\n◀ 指导员在夜市里。　　秦 力／摄\n\n{SECOND}\n\n{THIRD}\n"
    ).articles
    assert [(each.caption, each.credit) for each in article.figures] == [("指导员在夜市里。", "秦 力／摄")]


def test_first_words_of_an_issue_are_a_preface():
    first, second = page(f"卷首语\n粉笔灰落下来的时候\n{THIRD}\n\n先进人物\n第二张课表\n{SECOND}\n").articles
    assert (first.column, first.genre, second.column) == ("卷首语", "preface", "先进人物")


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("本报记者 陆晓  通讯员\n马丽  孙小虎", ["陆晓", "马丽", "孙小虎"]),
        ("（本报记者  林  峰   通讯员  安\n  然  报道）", ["林峰", "安然"]),
        ("机 床 厂 退 休 职 工\n欧 阳 文 山", ["欧阳文山"]),
    ],
)
def test_byline_may_go_over_a_line_end(lines, names):
    (article,) = page(f"夜市里的工资协商\n{lines}\n\n  {SECOND}\n\n  {THIRD}\n").articles
    assert (article.headline, article.subheadline) == ("夜市里的工资协商", None)
    assert [each.name for each in article.contributors] == names
    assert len(article.body) == 2


def test_sentence_that_ends_in_a_role_goes_on_as_text():
    (article,) = page(
        f"夜市里的工资协商\n\n  {SECOND}\n\n  夜里十一点，摊主们见到了记者\n  王一川。\n"
    ).articles
    assert article.contributors == ()


def test_one_mark_before_its_name_makes_a_section():
    document = page(
        "梨川工会一周\n\n第31期\n梨川县总工会办公室 编\n\n◆ 头条\n\n县总工会召开上半年工作会\n\n"
        f"{FIRST}\n\n◆ 镇街动态\n\n▲云台镇：夜校开到水库边\n{THIRD}\n\n▲望江镇：夜市里的协商\n{SECOND}\n\n"
        "◆ 数字\n\n326人：本周受助职工数。\n17场：本周送教场次。\n9座：本周新建驿站数。\n"
    )
    assert [(each.column, each.headline) for each in document.articles] == [
        ("头条", "县总工会召开上半年工作会"),
        ("镇街动态", "云台镇：夜校开到水库边"),
        ("镇街动态", "望江镇：夜市里的协商"),
        (None, "数字"),
    ]
    assert document.articles[-1].genre == "listing"
    assert "梨川县总工会办公室 编" in document.discarded


def test_marked_headings_of_one_piece_part_nothing():
    (article,) = page(f"夜市里的工资协商\n\n■账本\n\n{SECOND}\n\n■夜校\n\n{THIRD}\n").articles
    assert [block.type for block in article.body] == ["heading", "paragraph", "heading", "paragraph"]


def test_month_of_an_issue_in_characters_is_its_day():
    document = page(
        f"霞浦工會月報\n二○二二年七月號　總第八十八期\n\n理事長的話\n\n把會員記在心上\n\n{SECOND}\n"
    )
    assert document.published_on == "2022-07"
    assert document.articles[0].column == "理事長的話"


MARKDOWN = f"""# 望江工会简讯

**第 5 期**　2022 年 5 月 30 日

主办：望江市总工会　|　编辑：宣教部

## 要闻

### 县总工会召开上半年工作会

{FIRST}

### 县里的夜校开课

{THIRD}

## 通知

### 关于工资协商的通知

各镇工会：

{SECOND}

望江市总工会

2022 年 5 月 27 日
"""


def test_levels_of_markdown_are_bulletin_sections_and_headlines():
    document = parse(read(MARKDOWN.encode(), "page.md"))
    assert (document.publication, document.published_on) == ("望江工会简讯", "2022-05-30")
    assert [(each.column, each.headline) for each in document.articles] == [
        ("要闻", "县总工会召开上半年工作会"),
        ("要闻", "县里的夜校开课"),
        ("通知", "关于工资协商的通知"),
    ]
    assert [block.text for block in document.articles[-1].body][-2:] == ["望江市总工会", "2022年5月27日"]


def test_one_heading_above_a_deeper_one_is_its_headline():
    (article,) = parse(read(f"# 夜市协商\n\n## 一本账\n\n{SECOND}\n\n{THIRD}\n".encode(), "page.md")).articles
    assert article.headline == "夜市协商"


def test_editors_of_a_column_are_no_part_of_its_last_piece():
    document = page(f"夜市里的工资协商\n\n{SECOND}\n\n{THIRD}\n\n（本栏目责任编辑 林 默）\n")
    assert [block.text for block in document.articles[0].body] == [SECOND, THIRD]


def test_post_printed_apart_is_closed_up():
    credit = read_credit("（作者  白 鹭 中 学 工会主席  游 若 水）")
    assert credit is not None
    assert [(each.name, each.printed_post) for each in credit.contributors] == [
        ("游若水", "白鹭中学工会主席")
    ]


def test_dash_before_a_source_is_no_word_of_it():
    credit = read_credit("——摘自《望江日报》5月12日")
    assert credit is not None
    assert credit.source == "望江日报"


def test_contents_of_the_next_pages_are_no_piece():
    document = page(
        f"夜市里的工资协商\n\n{SECOND}\n\n{THIRD}\n\n五一特刊导读\n2版  社区工会主席的日记\n3版  劳动模范名单\n"
    )
    assert [article.headline for article in document.articles] == ["夜市里的工资协商"]
    assert "3版 劳动模范名单" in document.discarded


def test_pictures_of_a_paper_have_a_column_and_no_headline():
    first, second, third = page(
        f"夜市里的工资协商\n\n{SECOND}\n\n图片新闻\n\n四月二十八日，电工在城西检修线路。\n        梅 雨 摄\n\n"
        f"夜校来了三台旧车床\n\n{THIRD}\n"
    ).articles
    assert (second.column, second.headline, second.genre) == ("图片新闻", None, "photo")
    assert (first.figures, third.headline) == ((), "夜校来了三台旧车床")


def test_comment_may_be_signed_without_a_name():
    (article,) = page(
        "致敬，平凡的英雄\n——写在五一之际\n本报评论员\n\n致敬劳动者，不能只在节日里。要让他们的工资按时拿到手。\n\n"
        "还要让他们的孩子有书读。劳动光荣，不应该只写在墙上。\n"
    ).articles
    assert (article.headline, article.subheadline) == ("致敬，平凡的英雄", "写在五一之际")
    assert (article.genre, article.contributors) == ("essay", ())


def test_words_that_somebody_says_are_no_heading():
    (article,) = page(f"裁缝姐姐的春天\n\n{SECOND}\n\n“我只会踩缝纫机，能干啥？”\n\n{THIRD}\n").articles
    assert {block.type for block in article.body} == {"paragraph"}


def test_column_in_brackets_before_a_headline_is_no_word_of_it():
    (article,) = page(f"【会员故事】裁缝姐姐的春天\n\n{SECOND}\n\n{THIRD}\n").articles
    assert (article.column, article.headline) == ("会员故事", "裁缝姐姐的春天")


def test_column_and_kicker_of_a_week_serve_all_its_pieces():
    document = page(
        "【一周工会】三月里的忙\n\n梨川工会  2024-03-18 08:30\n\n（2024年3月11日—3月17日）\n\n"
        f"◆ 县总工会：开工作会\n{FIRST}\n\n"
        f"◆ 望江镇：夜市里的协商\n7月14日，{SECOND}\n\n◆ 云台镇：夜校开课\n7月15日，{THIRD}\n"
    )
    assert [(each.column, each.kicker, each.genre) for each in document.articles] == [
        ("一周工会", "三月里的忙", "roundup")
    ] * 3
    assert document.published_on == "2024-03-18"


def test_speech_in_a_bulletin_is_its_speakers():
    document = page(
        "★内部刊物★\n望江工运信息\n第 8 期\n望江县总工会研究室　　　二〇二〇年八月二十六日\n\n"
        "本 期 目 录\n【讲话】\n望江县总工会领导在座谈会上的讲话\n"
        "【动态】\n夜市里的工资协商\n夜校来了三台旧车床\n\n"
        "【讲话】\n在座谈会上的讲话\n县总工会主席　才让多杰\n（2020年8月12日）\n"
        f"{FIRST}\n\n【动态】\n夜市里的工资协商\n{SECOND}\n\n夜校来了三台旧车床\n{THIRD}\n"
    )
    assert (document.publication, document.published_on) == ("望江工运信息", "2020-08-26")
    assert [(each.column, each.headline) for each in document.articles] == [
        ("讲话", "在座谈会上的讲话"),
        ("动态", "夜市里的工资协商"),
        ("动态", "夜校来了三台旧车床"),
    ]
    assert [each.name for each in document.articles[0].contributors] == ["才让多杰"]


def test_contents_may_lead_to_the_page_with_points():
    lines = ["夜市里的工资协商", "夜校来了三台旧车床"]
    contents = "\n".join(f"{line}……………………苗 青（{at}）" for at, line in enumerate(lines, start=4))
    document = page(f"目　录\n\n{contents}\n\n{lines[0]}\n\n{SECOND}\n\n{lines[1]}\n\n{THIRD}\n")
    assert [article.headline for article in document.articles] == lines


def test_notice_is_given_by_a_body_and_its_head():
    end = "　　此致\n全体代表\n　　　青石县职工总会\n　　　　理事长　谭润培\n　　　二〇一九年九月十八日"
    (notice,) = page(
        f"第十二届会员代表大会公告\n\n　　本会定于十一月五日召开代表大会，请各代表准时出席。\n{end}\n"
    ).articles
    assert [block.text for block in notice.body[-3:]] == [
        "青石县职工总会",
        "理事长谭润培",
        "二〇一九年九月十八日",
    ]
    assert (notice.genre, notice.contributors) == ("notice", ())
