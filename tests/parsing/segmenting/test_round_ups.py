"""Pages of many short pieces: what stands over all of them, and which day they are of."""

from unioncms.parsing import parse, read

PIECES = (
    (
        "送法进园区 坐诊解难题",
        "3月12日，云州市总工会联合市司法局在科技城新区开展法治宣传，五名律师现场坐诊，解答咨询160余人次。",
    ),
    (
        "讲堂搬上绿皮车",
        "3月13日，一位老师傅登上5633次慢火车，给通勤的铁路职工和沿线乡亲讲起了往事，一趟车就是一堂课。",
    ),
    (
        "指导师大比武",
        "3月16日，绣坊指导师职业技能竞赛在永昌镇举行，经过四个小时的比拼，绣坊的何晓兰夺得第一名。",
    ),
)


def page(head: str, mark: str = "◆ ", tail: str = ""):
    pieces = "\n\n".join(f"{mark}{title}\n{text}" for title, text in PIECES)
    return parse(read(f"{head}\n\n{pieces}\n{tail}".encode(), "page.txt"))


def test_title_above_marked_headlines_is_the_kicker_of_each():
    articles = page("学会议精神 聚合力 开新局").articles
    assert [article.headline for article in articles] == [title for title, _ in PIECES]
    assert {article.kicker for article in articles} == {"学会议精神 聚合力 开新局"}
    assert {article.genre for article in articles} == {"roundup"}


def test_column_in_brackets_before_it_is_the_column_of_each():
    articles = page("【一周工会】学会议精神 聚合力 开新局").articles
    assert {(article.column, article.kicker) for article in articles} == {
        ("一周工会", "学会议精神 聚合力 开新局")
    }


def test_headline_without_the_mark_is_none_of_the_pieces():
    text = (
        "本报开设征文栏目，欢迎广大职工来稿，来稿请注明姓名和单位，一经采用即付稿酬，来稿不退，请自留底稿。"
    )
    last = page("学会议精神 聚合力 开新局", tail=f"\n\n“我的工友”征文启事\n\n{text}\n").articles[-1]
    assert (last.headline, last.kicker) == ("“我的工友”征文启事", None)


def test_column_in_brackets_stands_before_a_headline():
    document = parse(
        read(f"【劳模风采】行车上的三十年\n\n{PIECES[1][1]}\n\n{PIECES[2][1]}\n".encode(), "page.txt")
    )
    (article,) = document.articles
    assert (article.column, article.headline) == ("劳模风采", "行车上的三十年")


def test_day_of_the_page_is_not_the_days_it_tells_of():
    head = "【一周工会】学会议精神 聚合力\n\n云州工会  2024-03-18 08:30\n\n（2024年3月11日—3月17日）"
    assert page(head).published_on == "2024-03-18"
    assert page("一周要闻\n（2024年3月11日—3月17日）").published_on == "2024-03"


ESSAYS = (
    (
        "让小企业的职工也有家",
        "□ 青石县总工会主席 王一川",
        "建会不能只数牌子，要数人心，这是我跑了三个月企业的体会。",
    ),
    (
        "兼职主席怎样不空转",
        "■ 李小满（梨川县总工会主席）",
        "考核是压担子，帮手是递扁担，缺了哪一样都走不远。",
    ),
    ("矿山转型，工会先转身", "", "井下看的是顶板，如今看的是太阳，老矿工说心里亮堂。"),
)


def test_column_and_kicker_above_a_note_serve_every_essay():
    pieces = "\n\n".join("\n\n".join(filter(None, piece)) for piece in ESSAYS)
    document = parse(
        read(
            "【主席论坛】\n\n强基层 补短板\n\n——三位主席谈建会\n\n编者按：本期请三位主席谈体会。\n\n"
            f"{pieces}\n\n（白鹭市总工会党组成员、副主席　赵同春）\n".encode(),
            "page.txt",
        )
    )
    assert [article.headline for article in document.articles] == [title for title, _, _ in ESSAYS]
    assert {article.column for article in document.articles} == {"主席论坛"}
    assert {article.kicker for article in document.articles} == {"强基层 补短板——三位主席谈建会"}
    assert [article.contributors[0].name for article in document.articles] == ["王一川", "李小满", "赵同春"]


def test_comment_in_the_midst_ends_no_round_up_whose_pieces_are_signed_alike():
    (one, two, _), note = (
        ESSAYS,
        "【微言】\n\n别把留痕当留心\n\n苗 青\n\n送的是米，要的是照片，职工心里都明白。",
    )
    pieces = ["\n\n".join(one), note, "\n\n".join(two)]
    head = "强基层 补短板\n\n——三位主席谈建会\n\n"
    articles = parse(read((head + "\n\n".join(pieces)).encode(), "page.txt")).articles
    assert [bool(article.kicker) for article in articles] == [True, False, True]


def test_a_report_below_what_chairs_say_has_none_of_their_kicker():
    document = parse(
        read(
            "\n\n".join(
                (
                    "灯下读书 路上听风",
                    "——各县工会负责人谈职工夜校",
                    "夜校不怕人少",
                    "青石县总工会主席 王一川",
                    "夜校开了三个月，最少的一晚只来了两个人，我们照样把灯点到九点。两个人也是一堂课。",
                    "课表由工人来排",
                    "梨川县总工会主席 李小满",
                    "我们把排课的笔交给班组长，学电工还是学唱歌，大家自己说了算，来的人反而多了。",
                    "云岭县总工会领导班子调整",
                    "本报讯 7月8日，云岭县总工会召开第五次全体会议，选举赵一鸣为副主席。",
                )
            ).encode(),
            "page.txt",
        )
    )
    kickers = {article.headline: article.kicker for article in document.articles}
    assert kickers["夜校不怕人少"]
    assert kickers["课表由工人来排"]
    assert kickers["云岭县总工会领导班子调整"] is None


COMMON = "学会议精神 聚合力 开新局"
ROWS = """\
本报讯 {}，云州市总工会联合市
司法局在科技城新区开展法治宣传，五
名律师现场坐诊，解答咨询一百多人次
，送出的册子有两筐。
新区的工会主席说，这样的集市每月都
要开一回，地方不大，来的人却不少，
下个月还要把棚子再搭宽一些。"""


def test_a_line_above_each_headline_of_a_column_page_is_the_kicker_of_each():
    days = ["3月12日上午", "3月13日下午"]
    headlines = ["科技城新区 办好职工“身边小事”", "渡口镇总工会 把凉茶送到码头"]
    lines = [
        line
        for headline, day in zip(headlines, days, strict=True)
        for line in (COMMON, headline, *ROWS.format(day).split("\n"))
    ]
    found = parse(read("\n\n".join(lines).encode(), "page.txt")).articles
    assert [(each.kicker, each.headline, each.subheadline) for each in found] == [
        (COMMON, headline, None) for headline in headlines
    ]


BYLINES = ("通讯员 王一川", "通讯员 李小满", "通讯员 何晓兰")


def signed_page(*kickers: str):
    pieces = (
        "\n\n".join(filter(None, (kicker, title, byline, text)))
        for kicker, (title, text), byline in zip(kickers, PIECES, BYLINES, strict=True)
    )
    return parse(read("\n\n\n\n".join(pieces).encode(), "page.txt")).articles


def test_line_that_speaks_of_the_first_piece_alone_is_its_kicker():
    articles = signed_page("律师在科技城新区现场坐诊", "", "")
    assert [(article.kicker, article.headline, article.column) for article in articles] == [
        ("律师在科技城新区现场坐诊", PIECES[0][0], None),
        (None, PIECES[1][0], None),
        (None, PIECES[2][0], None),
    ]


def test_line_that_is_printed_above_each_headline_is_the_kicker_of_each():
    articles = signed_page(*["学会议精神 聚合力 开新局"] * 3)
    assert [(article.kicker, article.headline, article.subheadline) for article in articles] == [
        ("学会议精神 聚合力 开新局", title, None) for title, _ in PIECES
    ]
