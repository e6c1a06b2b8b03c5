"""Lines that look like titles one by one and are rows: behind emblems, of bodies, and what a notice encloses."""

from unioncms.parsing import parse, read

TEXT = "7月19日，青石县总工会在工人文化宫举办职工读书会，三十名职工走上讲台，读了自己喜欢的文字。"


def page(*lines):
    return parse(read("\n".join(lines).encode(), "page.txt")).articles


def body(article):
    return [(block.type[0], block.text) for block in article.body]


def test_emblems_before_labels_mark_rows():
    rows = ["✅ 对象：全市会员", "✅ 礼物：话费十元", "✅ 咨询：022-58390011"]
    (article,) = page("知识竞答上线", TEXT, *rows)
    assert body(article)[1:] == [("p", row) for row in rows]


def test_emblem_before_a_headline_marks_no_row():
    words = "渔工在船上读书，一读就是二十天，孩子在岸上等他。"
    (article,) = page("读书会开到车间", TEXT, "", "🔸梨川县：海上也有“小家”", words)
    assert body(article)[1:] == [("h", "🔸梨川县：海上也有“小家”"), ("p", words)]


def test_bodies_below_a_heading_are_rows():
    bodies = ["巴东县总工会", "利川市总工会", "恩施州教育工会"]
    (article,) = page("表彰先进单位的决定", TEXT, "一、先进单位（3个）", *bodies)
    assert body(article)[1:] == [("h", "一、先进单位（3个）"), *(("p", each) for each in bodies)]


def test_what_a_notice_encloses_is_a_part_of_it():
    (article,) = page(
        "青石县总工会关于表彰先进的决定",
        TEXT,
        "附件：先进单位名单",
        "青石县总工会",
        "2021年3月26日",
        "附件",
        "先进单位名单",
        "巴东县总工会",
        "利川市总工会",
    )
    assert body(article)[1:] == [
        ("p", "附件：先进单位名单"),
        ("p", "青石县总工会"),
        ("p", "2021年3月26日"),
        ("p", "附件"),
        ("h", "先进单位名单"),
        ("p", "巴东县总工会"),
        ("p", "利川市总工会"),
    ]


def test_number_of_a_document_is_no_text():
    (article,) = page("青石县总工会关于表彰先进的决定", "青工发〔2021〕9号", TEXT)
    assert body(article) == [("p", TEXT)]


def test_those_present_are_people_of_the_minutes():
    document = parse(
        read(f"主席办公会议纪要\n{TEXT}\n出席：孙大伟　把小川　黄显武\n记录：向往\n".encode(), "page.txt")
    )
    assert document.articles[0].genre == "notice"
    assert {person.name for person in document.people} == {"孙大伟", "把小川", "黄显武", "向往"}
    assert document.articles[0].body[1].text == "出席：孙大伟 把小川 黄显武"


def test_lines_that_a_colon_announces_are_rows():
    rows = ["抚仙湖疗养中心", "红河谷酒店", "秀山宾馆"]
    (article,) = page(
        "疗养基地公示",
        "经专家评审，拟命名以下3家单位为疗养基地，现予公示：",
        *rows,
        "公示期为七天，欢迎监督。",
    )
    assert body(article)[1:4] == [("p", row) for row in rows]


def test_headings_below_a_colon_have_texts_of_their_own():
    (article,) = page(
        "读书会开到车间",
        "今年要做好以下2个方面：",
        "把书送进车间",
        TEXT,
        "把人请进书屋",
        "书屋开到夜里十点，倒班的职工也能来。",
    )
    assert [kind for kind, _ in body(article)] == ["p", "h", "p", "h", "p"]


def test_what_somebody_does_stands_below_the_number_and_the_name():
    document = parse(
        read(
            f"好工友揭榜\n{TEXT}\n\n🏅NO.1 马耀祖\n云台市公交公司驾驶员\n车上备着雨伞、老花镜和一沓零钱。\n\n"
            "🏅NO.2 把小川\n云台纱厂检验班班长\n一天要看四十匹布，不差一根线。\n".encode(),
            "page.txt",
        )
    )
    (article,) = document.articles
    assert body(article)[1:3] == [("h", "🏅NO.1 马耀祖"), ("p", "云台市公交公司驾驶员")]
    assert {person.name for person in document.people} == {"马耀祖", "把小川"}


def test_chronicle_is_a_listing_below_what_others_have_signed():
    first, second = page(
        "银饰作坊里的劳动保护",
        TEXT,
        "（课题组成员：王一川、李小满　执笔：李小满）",
        "",
        "青石县总工会2023年5月大事记",
        "5月4日　县总工会举办苗绣大赛。",
        "5月9日　县总工会主席到镇里调研。",
        "5月28日　职工篮球赛闭幕。",
    )
    assert [each.name for each in first.contributors] == ["王一川", "李小满"]
    assert (second.headline, second.genre) == ("青石县总工会2023年5月大事记", "listing")


def test_appointments_below_a_chronicle_are_a_piece_of_their_own():
    articles = page(
        "青石县总工会2023年5月大事记",
        "5月4日　县总工会举办苗绣大赛。",
        "5月9日　县总工会主席到镇里调研。",
        "5月28日　职工篮球赛闭幕。",
        "",
        "人事任免",
        "县总工会党组2023年6月1日研究决定：",
        "欧国栋任县总工会基层工作部部长；",
        "陆华任县工人文化宫副主任。",
    )
    assert [(article.headline, article.genre) for article in articles] == [
        ("青石县总工会2023年5月大事记", "listing"),
        ("人事任免", "notice"),
    ]


COMMENDED = """\
关于表彰2020年度先进单位
和优秀工会干部的通报

各县、市、区总工会，市直各系统工会：
　　2020年，全市各级工会在市委的领导下，经受了洪水的考验，涌现出一批先进集体和个人。经研究，决定授予白鹭县总工会等单位“先进单位”称号，授予王一川等同志“优秀工会干部”称号，现予通报。

　　先进单位（3个）
白鹭县总工会、青石县总工会、云台市公交公司工会。

　　优秀工会干部（4名）
　　王一川（白鹭县总工会组织部部长）
　　李小满（青石县渡口镇工会主席）
　　柳　青（云台市公交公司工会主席）
　　褚立夏（云台市总工会办公室副主任）


          南山区总工会补选主席

　　3月19日，云台市南山区总工会召开四届五次全委会，补选何晓兰为区总工会主席，增补区教育工会主席苗青为常委。
　　会议宣读了区委关于干部任免的决定。


          简讯三则

　　△ 3月12日，白鹭县总工会组织机关干部和劳动模范50余人，在湖边义务植树，共植杉树1200株。
　　△ 3月17日，青石县总工会在渡口镇举办“职工法律夜校”，请律师讲课。
　　△ 3月26日，南山区总工会走访困难职工家庭，送去化肥和种子。
"""


def test_counted_rows_of_a_notice_are_its_parts_and_marked_briefs_a_piece():
    notice, news, briefs = parse(read(f"云台工会简报\n\n{COMMENDED}".encode(), "page.txt")).articles
    assert notice.headline == "关于表彰2020年度先进单位和优秀工会干部的通报"
    assert notice.genre == "notice"
    headings = [block.text for block in notice.body if block.type == "heading"]
    assert headings == ["先进单位（3个）", "优秀工会干部（4名）"]
    assert [block.text for block in notice.body][-2:] == [
        "柳青（云台市公交公司工会主席）",
        "褚立夏（云台市总工会办公室副主任）",
    ]
    assert news.headline == "南山区总工会补选主席"
    assert (briefs.headline, briefs.genre, len(briefs.body)) == ("简讯三则", "roundup", 3)
