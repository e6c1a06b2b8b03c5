"""Who sends in the pieces of a bulletin, in brackets behind their last word or on a line below it."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits import read_credit

FIRST = "7月13日，梨川县总工会召开上半年工作会，各镇工会和各产业工会的负责人参加会议。"
SECOND = "7月14日，梨川县总工会组织医务志愿者走进采石场，为一百二十名工友量了血压。"


def articles(text):
    return parse(read(text.encode(), "page.txt")).articles


@pytest.mark.parametrize(
    "house",
    [
        *("县总工会办公室", "梨川县总工会", "梨川职业学院工会", "县总工会宣教部", "县总财务部"),
        *("县总机关党委", "县总工会经审办", "县委宣传部", "团县委"),
    ],
)
def test_union_alone_in_brackets_is_where_the_piece_comes_from(house):
    first, second = articles(
        f"县总工会召开上半年工作会\n\n    {FIRST}\n{' ' * 30}（{house}）\n\n\n采石场里量血压\n\n    {SECOND}\n"
    )
    assert (first.headline, second.headline) == ("县总工会召开上半年工作会", "采石场里量血压")
    assert (first.source_credit, second.source_credit) == (house, None)


@pytest.mark.parametrize("words", ["第三次会议", "征求意见稿", "工会"])
def test_other_words_in_brackets_are_no_house(words):
    assert read_credit(f"（{words}）") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("（梨川县总工会供稿  王一川）", "王一川"),
        ("（梨川县总工会  伊力亚）", "伊力亚"),
        ("（李小满）", "李小满"),
        ("（李小满 供稿）", "李小满"),
    ],
)
def test_who_signs_a_report_behind_its_last_word_sent_it_in(line, name):
    _, article = articles(
        f"县总工会召开上半年工作会\n\n    {FIRST}\n\n\n采石场里量血压\n\n    {SECOND}\n{' ' * 30}{line}\n"
    )
    assert article.genre == "news"
    assert [(each.name, each.role) for each in article.contributors] == [(name, "correspondent")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（石桥乡 王一川 李小满）", ["王一川", "李小满"]),
        ("（梨川银行 王一川）", ["王一川"]),
        ("（县水泥厂 召国平）", ["召国平"]),
        ("供稿：梨川县总工会 李小满", ["李小满"]),
        ("报道员 李小满", ["李小满"]),
        ("（供稿 李小满）", ["李小满"]),
    ],
)
def test_house_before_the_names_is_none_of_them(line, names):
    assert [each.name for each in read_credit(line).contributors] == names


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("（据新华社青石6月3日电）", "新华社"),
        ("（节选自《梨川工运》2019年第2期）", "梨川工运"),
        ("（团县委供稿）", "团县委"),
    ],
)
def test_source_is_named_without_place_day_or_issue(line, source):
    credit = read_credit(line)
    assert (credit.source, credit.contributors) == (source, ())


def test_of_a_lone_text_the_page_says_no_more_than_who_signs_it():
    (article,) = articles(f"采石场里量血压\n\n    {SECOND}（王一川 李小满）\n")
    assert article.genre == "news"
    assert [(each.name, each.role) for each in article.contributors] == [
        ("王一川", "author"),
        ("李小满", "author"),
    ]


def test_who_signs_an_essay_wrote_it():
    text = (
        "我在采石场当了二十年爆破工，我的师傅姓何。师傅常说，放炮的人要先听风，风往哪里吹，石头就往哪里飞。"
    )
    (article,) = articles(f"听风\n\n    {text}\n    我记着这句话，一直记到今天。（李小满）\n")
    assert [(each.name, each.role) for each in article.contributors] == [("李小满", "author")]


def test_house_of_an_author_is_no_name():
    credit = read_credit("（作者单位：梨川水泥厂）")
    assert (credit.contributors, credit.post) == ((), "梨川水泥厂")


def test_one_signs_the_words_and_one_the_pictures():
    credit = read_credit("（王一川 文 李小满 摄）")
    assert (credit.kind, [(each.name, each.role) for each in credit.contributors]) == (
        "closing",
        [("王一川", "author"), ("李小满", "photographer")],
    )


def test_two_names_behind_a_mark_are_two_authors():
    credit = read_credit("■ 解成玉 马 骁")
    assert [each.name for each in credit.contributors] == ["解成玉", "马骁"]


CONTENTS = "【本期目录】\n★ 县总工会召开上半年工作会\n★ 梨川县总工会第九届委员会第六次会议召开\n★ 短讯四则\n"


def test_contents_in_brackets_and_headlines_over_two_lines():
    document = parse(
        read(
            (
                f"工 会 简 报\n第 8 期\n梨川县总工会办公室编    2024年7月15日\n━━━━━━━━━━━━\n\n{CONTENTS}\n\n"
                f"      县总工会召开上半年工作会\n\n    {FIRST}\n\n\n"
                f"     梨川县总工会第九届委员会\n        第六次会议召开\n\n    {SECOND}\n"
            ).encode(),
            "page.txt",
        )
    )
    assert [(each.headline, each.column, each.contributors) for each in document.articles] == [
        ("县总工会召开上半年工作会", None, ()),
        ("梨川县总工会第九届委员会第六次会议召开", None, ()),
    ]


def test_first_headline_below_the_rows_of_the_contents_is_none_of_them():
    rows = "● 县总工会召开上半年工作会\t1\n● 采石场里量血压\t2\n"
    first, second = articles(
        f"工会简报\n第8期\n\n本期要目\n{rows}\n县总工会召开上半年工作会\n\n　　{FIRST}\n\n"
        f"采石场里量血压\n\n　　{SECOND}\n"
    )
    assert (first.headline, second.headline) == ("县总工会召开上半年工作会", "采石场里量血压")


def test_page_s_number_parts_no_piece():
    lines = "".join(
        f"{headline}\n\n　　{text}\n\n- {number} -\n\n　　这是今年以来的第{number}次，参加的人比上一次多了一倍。\n"
        f"　　　　　　　　（{name}）\n\n"
        for number, (headline, text, name) in enumerate(
            [
                ("县总工会召开上半年工作会", FIRST, "王一川"),
                ("采石场里量血压", SECOND, "李小满"),
                ("夜校开到了砖厂", FIRST.replace("召开", "筹备"), "岑小渔"),
            ],
            start=2,
        )
    )
    assert [(each.headline, len(each.body)) for each in articles(lines)] == [
        ("县总工会召开上半年工作会", 2),
        ("采石场里量血压", 2),
        ("夜校开到了砖厂", 2),
    ]


def test_two_bodies_give_notice():
    (article,) = articles(
        f"关于开展夏季安全检查的通知\n\n各镇工会：\n\n　　{FIRST}\n\n"
        "　　　　梨川县总工会\n\n　　　　梨川县应急管理局\n\n　　　　2024年7月13日\n"
    )
    assert [(block.type, block.text) for block in article.body][-3:] == [
        ("paragraph", "梨川县总工会"),
        ("paragraph", "梨川县应急管理局"),
        ("paragraph", "2024年7月13日"),
    ]


def test_marked_rows_of_a_column_of_briefs_are_no_captions():
    _, briefs = articles(
        f"【要闻】\n\n采石场里量血压\n{SECOND}\n\n【简讯】\n\n"
        "▲7月12日，县教育工会举办教职工乒乓球赛。\n▲县总工会7月13日组织劳模疗休养。\n"
    )
    assert (briefs.column, briefs.figures, len(briefs.body)) == ("简讯", (), 2)


def test_days_told_give_the_month_of_an_issue():
    document = parse(
        read(
            f"梨川工会一周　2018年第49期\n\n（12月1日—12月7日）\n\n采石场里量血压\n\n{SECOND}\n".encode(),
            "page.txt",
        )
    )
    assert document.published_on == "2018-12"


def test_ticked_rows_below_a_colon_are_no_headings():
    (article,) = articles(
        f"读书月领书啦\n\n{FIRST}凡是会员都可以到以下书屋领书：\n\n"
        "✔ 滨江职工书屋（每日9:00—17:00）\n\n✔ 北园职工书屋（周六9:00）\n"
    )
    assert {block.type for block in article.body} == {"paragraph"}


def test_all_who_send_in_pieces_are_no_source():
    assert read_credit("供稿：各县（市、区）总工会 各产业工会").source is None


def test_what_each_did_stands_behind_his_name():
    credit = read_credit("2022-05-01 08:00 来源：青石县总工会 作者：王一川/文 李小满/图")
    assert [(each.name, each.role) for each in credit.contributors] == [
        ("王一川", "author"),
        ("李小满", "photographer"),
    ]
