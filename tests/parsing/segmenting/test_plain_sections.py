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
