"""Sections of a week's news whose names bear no marks, their rows and their signatures."""

from unioncms.parsing import parse, read

NEWS = (
    "7月13日，梨川县总工会召开全委会，各镇工会的负责人参加会议。",
    "7月14日，县总工会的医务志愿者走进采石场，为一百二十名工友量了血压。",
    "7月15日，石桥镇的夜校开了第一课，讲台是两块门板搭起来的。",
    "砖窑镇的窑工老魏守了二十年窑，他说看火先看烟，烟青了，砖就熟了，这话他对每个徒弟都说过。",
)


def page(*blocks):
    return parse(read("\n\n".join(blocks).encode(), "page.txt")).articles


def test_short_line_set_as_the_names_of_sections_are_names_one():
    found = page(
        "梨川工人周刊　2020年11月9日　星期一　第44期",
        f"本周头条\n全委会定下六件实事\n　　{NEWS[0]}\n　　（本刊记者 王一川）",
        f"县总动态\n血压量到采石场\n　　{NEWS[1]}\n　　（财务部）",
        f"各镇快讯\n门板搭起的讲台\n　　{NEWS[2]}\n　　（李小满）",
        f"窑火边上\n看烟的人\n　　{NEWS[3]}",
    )
    assert [(each.column, each.headline) for each in found] == [
        ("本周头条", "全委会定下六件实事"),
        ("县总动态", "血压量到采石场"),
        ("各镇快讯", "门板搭起的讲台"),
        ("窑火边上", "看烟的人"),
    ]
    assert found[1].source_credit == "财务部"


def test_rows_of_one_round_up_may_each_be_signed():
    rows = "●石桥镇总工会走访环卫工人。（王一川）\n●砖窑镇总工会举办拔河比赛。（李小满）\n●县教育工会组织读书会。"
    pieces = (f"血压量到采石场\n\n□ 赵大同\n\n{NEWS[1]}", f"看烟的人\n\n□ 孙小川\n\n{NEWS[3]}")
    first, last = page(*pieces, f"各镇简讯\n\n{rows}")[1:]
    assert (first.headline, len(first.body)) == ("看烟的人", 1)
    assert (last.headline, last.genre, len(last.body)) == ("各镇简讯", "roundup", 3)
    assert [(each.name, each.role) for each in last.contributors] == [
        ("王一川", "correspondent"),
        ("李小满", "correspondent"),
    ]


def test_rows_of_one_mark_below_a_section_are_a_round_up():
    rows = "○7月6日，县总工会举办健步走。\n○7月15日，县总工会与县司法局签约。\n○7月22日，县总工会开会。"
    found = page("梨川工会信息", "第9期", f"【要闻】\n血压量到采石场\n{NEWS[1]}", f"【要事回放】\n{rows}")
    assert [(each.column, each.headline, each.genre) for each in found] == [
        ("要闻", "血压量到采石场", "news"),
        ("要事回放", None, "roundup"),
    ]


def test_days_to_come_are_rows_and_nothing_is_missing():
    rows = "11月10日 县总工会主席办公会\n11月12日 全县女职工工作会议\n11月14日 职工篮球赛开幕"
    found = page(f"血压量到采石场\n\n{NEWS[1]}", f"下周安排\n{rows}")[-1]
    assert (found.headline, found.genre, found.incomplete, len(found.body)) == (
        "下周安排",
        "listing",
        False,
        3,
    )


def test_letter_in_a_column_of_its_own_is_no_rest_of_a_speech():
    letter = f"编辑同志：\n　　{NEWS[3]}\n　　　　　　石桥镇 王一川\n　　　　　　2017年4月12日"
    found = page(
        "梨川工运\n2017年第4期",
        f"◇ 特稿 ◇\n在表彰大会上的讲话\n县委副书记 李小满\n同志们：\n　　{NEWS[2]}\n　　谢谢大家！",
        f"◇ 要闻 ◇\n血压量到采石场\n　　{NEWS[1]}\n（宣教部）",
        f"◇ 来信照登 ◇\n{letter}",
    )
    assert [(each.column, each.headline) for each in found] == [
        ("特稿", "在表彰大会上的讲话"),
        ("要闻", "血压量到采石场"),
        ("来信照登", None),
    ]


def test_people_below_the_headline_of_a_list_are_rows_whatever_their_posts():
    rows = "王一川　梨川茶厂制茶工\n李小满（女，佤族）　县医院护士长\n赵小川　梨川建筑公司架子工"
    found = page(
        f"【要闻】\n血压量到采石场\n{NEWS[1]}", f"【光荣榜】\n2017年梨川县五一劳动奖章获得者名单\n{rows}"
    )[-1]
    assert (found.column, found.headline, found.genre) == (
        "光荣榜",
        "2017年梨川县五一劳动奖章获得者名单",
        "listing",
    )
    assert len(found.body) == 3


def test_short_titles_at_the_end_head_pieces_of_their_own():
    notice = "7月24日下午3时，县总工会将在工人文化宫举行读书会，报名电话：0000-2808351。"
    found = page(
        f"【要闻】\n\n血压量到采石场\n\n{NEWS[1]}",
        f"【各镇】\n\n门板搭起的讲台\n\n{NEWS[2]}",
        "人事动态\n\n王一川任梨川县总工会副主席（试用期一年）。\n\n李小满任县工人文化宫主任。",
        f"预告\n\n{notice}",
        "上期回顾 第45期 石桥镇总工会启动“冬日暖阳”行动\n下载电子版　打印　关闭",
    )
    assert [each.headline for each in found[2:]] == ["人事动态", "预告"]
    assert [part.text for part in found[-1].body] == [notice]


def test_marked_notice_below_a_text_is_a_piece_of_no_section():
    found = page(
        f"◆要闻\n\n血压量到采石场\n{NEWS[1]}",
        f"◆各镇\n\n门板搭起的讲台\n{NEWS[2]}",
        f"■工友\n看烟的人\n\n{NEWS[3]}",
        "◇下周预告\n7月24日 县教育工会教学比赛\n7月25日 石桥镇总工会读书会\n7月26日 县总工会职工合唱节",
    )
    assert [(each.column, each.headline) for each in found[2:]] == [("工友", "看烟的人"), (None, "下周预告")]


def test_rows_below_a_marked_section_may_be_signed_and_cut():
    rows = (
        "★石桥镇总工会走访环卫工人，把防暑药送到了路口。（王一川供稿）\n"
        "★砖窑镇近日为21名外省籍\n职工子女办理了入学，一家三口团圆了。（李小满供稿）\n"
        "★县教育工会组织教师读书会，七十九名教师参加。（赵大同供稿）"
    )
    found = page(
        f"◆要闻\n\n血压量到采石场\n{NEWS[1]}",
        f"◆企业速递\n\n{rows}",
        f"◆工友\n\n看烟的人\n{NEWS[3]}",
    )
    assert len(found) == 3
    assert [len(each.body) for each in found] == [1, 3, 1]
    assert [each.name for each in found[1].contributors] == ["王一川", "李小满", "赵大同"]


def test_column_between_rules_ends_where_the_next_begins():
    text = (
        f"---\n\n【岁月】\n\n## 看烟的人\n\n{NEWS[3]}\n\n【视窗】\n\n## 门板搭起的讲台\n\n{NEWS[2]}\n\n"
        f"## 血压量到采石场\n\n{NEWS[1]}\n"
    )
    found = parse(read(text.encode(), "page.md")).articles
    assert [each.column for each in found] == ["岁月", "视窗", None]


def test_numbers_of_headlines_go_on_below_the_next_section():
    found = page(
        "梨川工会周报\n2022年12月第2周",
        f"本周要闻\n\n1. 血压量到采石场\n{NEWS[1]}\n\n2. 全委会定下六件实事\n{NEWS[0]}",
        f"各镇快报\n\n3. 门板搭起的讲台\n{NEWS[2]}",
    )
    assert [each.headline for each in found] == ["血压量到采石场", "全委会定下六件实事", "门板搭起的讲台"]


def test_figures_may_stand_before_what_they_count():
    rows = "3800　今年新建工会组织数\n12.6万　新发展会员数\n265　职工书屋总数"
    found = page(
        f"☆ 头条\n血压量到采石场\n　　{NEWS[1]}",
        f"☆ 各镇\n门板搭起的讲台\n　　{NEWS[2]}",
        f"☆ 数字\n{rows}",
        f"☆ 提醒\n{NEWS[3]}",
    )
    assert [(each.headline, len(each.body)) for each in found[2:]] == [("数字", 3), ("提醒", 1)]


def test_contents_below_a_name_of_their_own_are_no_piece():
    found = page(
        "工作简报\n第31期",
        "★本期重点★\n○血压量到采石场\n○门板搭起的讲台",
        f"【重点】\n血压量到采石场\n\n{NEWS[1]}",
        f"【各镇】\n门板搭起的讲台\n\n{NEWS[2]}",
    )
    assert [(each.column, each.headline) for each in found] == [
        ("重点", "血压量到采石场"),
        ("各镇", "门板搭起的讲台"),
    ]


def test_magazine_sets_its_columns_before_bars():
    text = (
        "# 梨川工友\n\n**2021.6**　月刊　主办：梨川县总工会\n\n* [专题] 门板搭起的讲台\n* [一线] 看烟的人\n\n"
        f"### 专题｜门板搭起的讲台\n\n{NEWS[2]}\n\n### 一线｜看烟的人\n\n{NEWS[3]}\n"
    )
    document = parse(read(text.encode(), "page.md"))
    assert document.published_on == "2021"
    assert [(each.column, each.headline) for each in document.articles] == [
        ("专题", "门板搭起的讲台"),
        ("一线", "看烟的人"),
    ]


def test_short_news_of_an_old_man_is_no_chronicle():
    text = (
        "7月18日，石桥镇退休矿工老魏过百岁生日，镇总工会送去蛋糕。他1951年下井，1978年退休。（供稿：王一川）"
    )
    found = page(
        f"【要闻】\n\n血压量到采石场\n\n{NEWS[1]}\n\n百岁矿工收到蛋糕\n\n{text}",
        f"【各镇】\n\n门板搭起的讲台\n\n{NEWS[2]}",
    )
    assert [(each.column, each.genre) for each in found] == [
        ("要闻", "news"),
        ("要闻", "news"),
        ("各镇", "news"),
    ]


def test_line_that_ends_between_two_things_goes_on():
    text = "    县总工会党组书记、\n常务副主席王一川到会祝贺并授牌，他把一只急救箱送到船工手里。"
    (article,) = page(f"船工有了自己的工会\n\n    {NEWS[1]}\n\n{text}")
    assert len(article.body) == 2


def test_word_before_the_pieces_of_a_bulletin_is_a_note():
    found = page(
        "工作简报\n第11期", f"按：现将部分单位的做法刊发如下，供参考。\n\n血压量到采石场\n\n　　{NEWS[1]}"
    )
    assert (len(found), found[0].editors_note) == (1, "现将部分单位的做法刊发如下，供参考。")


def test_who_is_quoted_below_a_quotation_heads_nothing():
    found = page(
        f"【要闻】\n血压量到采石场\n{NEWS[1]}",
        "【声音】\n“把职工放在心上，职工才会把工会放在心上。”\n——县总工会主席王一川在调研时说",
        f"【各镇】\n门板搭起的讲台\n{NEWS[2]}",
    )
    assert [(each.column, each.headline, each.incomplete) for each in found] == [
        ("要闻", "血压量到采石场", False),
        ("声音", None, False),
        ("各镇", "门板搭起的讲台", False),
    ]


def test_number_before_a_day_is_cut_as_the_others_are():
    found = page(
        "【梨川工讯】2024年第8期",
        f"===要闻===\n\n1、血压量到采石场\n　　{NEWS[1]}\n\n2、全委会定下六件实事\n　　{NEWS[0]}",
        f"===预告===\n\n3、4月20日：职工读书会\n　　{NEWS[2]}",
    )
    assert [each.headline for each in found] == [
        "血压量到采石场",
        "全委会定下六件实事",
        "4月20日：职工读书会",
    ]


def test_office_of_a_union_below_a_headline_is_no_subheadline():
    head = "老魏师傅的加班费终于要回来了"
    found = page(
        f"○ 维权案例 ○\n\n{head}\n梨川县总工会法律援助中心\n{NEWS[3]}",
        f"○ 海外 ○\n\n门板搭起的讲台\n{NEWS[2]}",
    )
    assert (found[0].headline, found[0].subheadline, found[0].source_credit) == (
        head,
        None,
        "梨川县总工会法律援助中心",
    )


def test_rows_above_a_notice_are_no_contents_though_its_giver_and_day_say_them_again():
    text = (
        "# 活动通知\n\n* 时间：2024年9月9日\n* 主办：青石县总工会\n\n各基层工会：\n\n"
        "为丰富职工生活，决定举办夜校，请各单位组织职工报名参加。\n\n青石县总工会\n\n2024年9月9日\n"
    )
    (article,) = parse(read(text.encode(), "page.md")).articles
    assert [block.text for block in article.body][:2] == ["时间：2024年9月9日", "主办：青石县总工会"]


def test_rows_with_nothing_behind_their_labels_are_no_contents():
    text = f"# 夜校\n\n* 时间：\n* 地点：\n\n## 怎样报名\n\n{NEWS[2]}\n"
    assert parse(read(text.encode(), "page.md")).discarded == ()
