"""Lines that stay as they are printed: rows of people and of a table, the lines of a poem."""

import pytest

from unioncms.parsing import parse, read

TEXT = "7月19日，青石县总工会在工人文化宫举办职工读书会，三十名职工走上讲台，读了自己喜欢的文字。"
OTHER = "今年上半年，全县新建职工书屋十二家，借出图书三万册次，读书会办了四十场。"
PEOPLE = "孙大伟 云州机车公司电焊工\n葛 莹（女） 云州市第二医院护师\n车永吉 梨川农村商业银行客户经理"
TABLE = "单位 新建工会（家） 新会员（人） 完成任务\n青石县 412 38600 71%\n梨川县 286 25140 68%"
VERSE = "你说今夜的月亮\n离塔吊最近\n我把它钩起来\n轻轻放进母亲的窗\n\n钢筋一节一节长高\n我也一节一节长大"


def page(*pieces):
    return parse(read("\n\n".join(pieces).encode(), "page.txt")).articles


def rows(article):
    return [block.text for block in article.body if block.type == "paragraph"]


def test_rows_of_people_are_a_list_below_its_headline_over_two_lines():
    articles = page(
        "读书会开到车间", TEXT, "2024年度云州市五一劳动奖章", "获得者名单（部分）", PEOPLE, "数说工会", OTHER
    )
    assert [(article.headline, article.genre) for article in articles] == [
        ("读书会开到车间", "news"),
        ("2024年度云州市五一劳动奖章获得者名单（部分）", "listing"),
        ("数说工会", "news"),
    ]
    assert rows(articles[1]) == [
        "孙大伟 云州机车公司电焊工",
        "葛莹（女） 云州市第二医院护师",
        "车永吉 梨川农村商业银行客户经理",
    ]


def test_two_signatures_are_no_list():
    (article,) = page("把会员请进门", "青石县总工会主席 孙大伟\n梨川县总工会主席 车永吉", TEXT)
    assert article.headline == "把会员请进门"
    assert rows(article) == [TEXT]


def test_table_is_a_piece_of_its_own_with_the_names_of_its_columns():
    _, table = page("读书会开到车间", TEXT, "上半年各县建会情况", TABLE)
    assert (table.headline, table.genre, rows(table)) == ("上半年各县建会情况", "listing", TABLE.split("\n"))


def test_table_that_the_text_speaks_of_stays_in_it():
    (article,) = page("读书会开到车间", TEXT, "各县建会的进度见下表。", "上半年各县建会情况", TABLE)
    assert rows(article)[2:] == TABLE.split("\n")


def test_lines_of_a_poem_are_kept_and_the_headline_below_them_begins_a_piece():
    poem, report = page("塔吊上的月亮", "□王一川", VERSE, "读书会开到车间", TEXT)
    assert (poem.headline, poem.genre, rows(poem)) == (
        "塔吊上的月亮",
        "essay",
        VERSE.replace("\n\n", "\n").split("\n"),
    )
    assert (report.headline, rows(report)) == ("读书会开到车间", [TEXT])


def test_lines_of_one_headline_below_a_byline_are_no_poem():
    articles = page("塔吊上的月亮", "□王一川", TEXT, "读书会开到车间", "□李小满", OTHER)
    assert [article.headline for article in articles] == ["塔吊上的月亮", "读书会开到车间"]


def test_author_with_a_house_signs_a_poem_as_he_would_a_text():
    (poem,) = page(
        "塔吊上的月亮（外一首）", "青石造船厂　王一川", VERSE, "夜班车", "最后一班车\n把城市折起来"
    )
    assert [(each.name, each.role) for each in poem.contributors] == [("王一川", "author")]
    assert [block.text for block in poem.body if block.type == "heading"] == ["夜班车"]


def test_headline_of_a_format_stands_above_verse_without_an_author():
    (poem,) = parse(read(f"# 塔吊上的月亮\n\n{VERSE}\n".encode(), "page.md")).articles
    assert rows(poem) == VERSE.replace("\n\n", "\n").split("\n")


def test_cells_that_tabs_part_are_rows_of_people():
    table = "姓名\t性别\t单位及职务\n孙大伟\t男\t桐庐县总工会组织部部长\n把小川\t女\t桐庐县教育工会副主席"
    document = parse(read(f"表彰名单\n{TEXT}\n{table}\n".encode(), "page.txt"))
    assert rows(document.articles[0])[1:] == table.replace("\t", " ").split("\n")
    assert {
        person.name: [(post.organisation, post.title) for post in person.posts] for person in document.people
    } == {
        "孙大伟": [("桐庐县总工会组织部", "部长")],
        "把小川": [("桐庐县教育工会", "副主席")],
    }


def test_lines_with_a_tab_at_their_beginning_are_no_table():
    (article,) = parse(read(f"读书会开到车间\n\t{TEXT}\n\t{OTHER}\n".encode(), "page.txt")).articles
    assert rows(article) == [TEXT, OTHER]


def test_figures_counted_below_a_headline_are_rows_of_it():
    counted = ["新建工会组织1632家", "新发展会员11.7万人", "签订集体合同2085份"]
    report, figures = page("读书会开到车间", TEXT, "一季度工会数字", "\n".join(counted))
    assert (figures.headline, figures.genre, rows(figures)) == ("一季度工会数字", "listing", counted)
    assert rows(report) == [TEXT]


def test_head_of_minutes_is_no_headline():
    head = ["时间：2023年10月6日下午二时", "地点：本会会议室", "主席：王一川", "出席：理事十五人"]
    (minutes,) = page(
        "青石县总工会\n第三届第五次理监事联席会议纪录", "\n".join(head), "一、工作计划草案照案通过。"
    )
    assert minutes.headline == "青石县总工会第三届第五次理监事联席会议纪录"
    assert rows(minutes) == [*head, "一、工作计划草案照案通过。"]


def test_lines_of_seven_with_their_marks_are_verse():
    lines = ["铁塔凌云接翠微，", "银丝万缕牧歌飞。", "冰封瀚海人犹至，", "月落寒山我未归。"]
    poem, report = page("七律·赠架线工友", "□ 王一川", "\n".join(lines), "读书会开到车间", TEXT)
    assert (poem.genre, rows(poem)) == ("essay", lines)
    assert report.headline == "读书会开到车间"


def test_table_below_a_poem_has_its_own_headline():
    table = "日期 课程 讲师 时数\n11月4日 劳动三法 蔡小禾 6\n11月11日 协商技巧 徐国峰 6"
    poem, courses = page("塔吊上的月亮", "□王一川", VERSE, "劳动教育课程表（十一月）", table)
    assert (poem.headline, courses.headline) == ("塔吊上的月亮", "劳动教育课程表（十一月）")
    assert rows(courses) == table.split("\n")


def test_officers_below_a_headline_are_rows_of_it():
    officers = ["理事长：谭润培", "副理事长：区丽嫦 黎健伦", "监事长：邓锦荣"]
    _, listed = page("读书会开到车间", TEXT, "第十一届理监事名录", "\n".join(officers))
    assert (listed.headline, listed.genre, rows(listed)) == ("第十一届理监事名录", "listing", officers)


def test_page_of_a_site_may_hold_nothing_but_a_poem():
    head = "青石工运网\n首页 | 要闻 | 数字报\n当前位置：首页 >> 正文\n\n塔吊上的月亮"
    day = "更新时间：2024-05-12 18:20  来源：青石工运  点击：36次"
    below = "责任编辑：李小满\n【打印本页】 【关闭窗口】\nCopyright 2024 青石工运网 版权所有"
    for author in ("　　王一川\n", ""):
        lines = author + VERSE.replace("\n\n", "\n")
        (poem,) = parse(read(f"{head}\n{day}\n\n{lines}\n\n{below}".encode(), "page.txt")).articles
        assert (poem.headline, poem.genre) == ("塔吊上的月亮", "essay")
        assert rows(poem) == VERSE.replace("\n\n", "\n").split("\n")


@pytest.mark.parametrize("title", ["光荣榜", "2019年度五一奖章获得者名单"])
@pytest.mark.parametrize(
    "rows",
    [
        ["孙立群", "周小曼", "郑国庆"],
        ["孙立群 周小曼", "郑国庆 王一川", "李小满、葛晓莹"],
        ["青石县总工会：孙立群、周小曼", "机械厂工会：郑国庆", "青石县第四中学工会：葛晓莹"],
        ["孙立群（主席）", "周小曼（副主席）", "郑国庆（委员）"],
    ],
)
def test_names_below_the_title_of_a_list_are_its_rows(title, rows):
    news = "9月5日，青石港工会召开座谈会，二十名职工代表坐到一起，谈食堂，谈班车，谈夜校。"
    other = "9月8日，夜校第三期在装卸队的学习室里开课，四十名装卸工围着一盏灯学看图纸。"
    text = f"食堂换了菜单\n\n{news}\n\n{title}\n" + "\n".join(rows) + f"\n\n夜校开了新班\n\n{other}\n"
    document = parse(read(text.encode(), "page.txt"))
    assert [article.headline for article in document.articles] == ["食堂换了菜单", title, "夜校开了新班"]
    assert [part.text for part in document.articles[1].body] == rows
    assert document.articles[1].genre == "listing"
