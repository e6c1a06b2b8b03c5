"""Pages of essays: what stands above them all, between them, and what kind the shortest of them is."""

import pytest

from unioncms.parsing import parse, read

FIRST = "做好骑手的工作，先要弄清楚他们在哪里。去年以来，我们跑遍了青石县的快递网点，我把一千二百个名字记在了本子上。"
SECOND = (
    "练好手艺的人会不会走？我们在三家水泥厂试下来，留人靠的不是门槛，而是台阶，台阶修好了，人自然愿意往上走。"
)
THIRD = "协商不是吵架，也不是求情，是把账本摊在桌面上，一笔一笔算给彼此看。账算清了，气就顺了。"


def articles(head, *marks):
    one, other, third = marks or ("", "", "")
    text = (
        f"{head}\n\n{one}把名字记在本子上\n\n文/王一川\n\n{FIRST}\n\n{other}台阶要一级一级修\n\n文/李小满\n\n{SECOND}\n\n"
        f"{third}账本摊在桌面上\n\n文/赵小川\n\n{THIRD}\n"
    )
    return parse(read(text.encode(), "page.txt")).articles


def test_number_of_a_forum_below_its_name_makes_it_no_paper():
    assert [(each.column, each.genre) for each in articles("青石论坛\n\n（第十二期）")] == [
        ("青石论坛", "essay")
    ] * 3


def test_bulleted_name_above_the_first_headline_heads_no_empty_piece():
    found = articles("■理论视窗")
    assert [each.headline for each in found] == ["把名字记在本子上", "台阶要一级一级修", "账本摊在桌面上"]
    assert {each.column for each in found} == {"理论视窗"}


def test_number_of_each_part_is_no_headline():
    found = articles("青石潮", "之一\n", "之二\n", "之三\n")
    assert [each.headline for each in found] == ["把名字记在本子上", "台阶要一级一级修", "账本摊在桌面上"]


def test_host_speaks_in_a_note():
    found = articles("青石潮\n\n主持人语：这一期，我们请三位在一线的同志谈谈各自的办法。")
    assert found[0].editors_note == "这一期，我们请三位在一线的同志谈谈各自的办法。"
    assert len(found) == 3


def test_chairs_who_speak_of_something_are_no_byline():
    found = articles("工会主席谈服务")
    assert all(len(each.contributors) == 1 for each in found)


def headline_of(*lines):
    text = (
        "青石论坛\n\n{head}\n\n□ 王一川\n\n{first}\n\n台阶要一级一级修\n\n□ 李小满\n\n{second}\n\n"
        "账本摊在桌面上\n\n□ 赵小川\n\n{third}\n"
    )
    text = text.format(head="\n".join(lines), first=FIRST, second=SECOND, third=THIRD)
    first, *others = parse(read(text.encode(), "page.txt")).articles
    assert [each.column for each in others] == ["青石论坛"] * 2
    return first.kicker, first.headline, first.subheadline


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (("在快递小哥的车轮上", "找准自己的位置"), "在快递小哥的车轮上 找准自己的位置"),
        (("以骑手为中心", "画好服务新业态的同心圆"), "以骑手为中心 画好服务新业态的同心圆"),
        (("班前会", "要开更要听"), "班前会 要开更要听"),
        (("新业态里的青石工会", "怎样走进骑手心里"), "新业态里的青石工会怎样走进骑手心里"),
        (("骑手入会：", "难处与出路"), "骑手入会：难处与出路"),
        (("走进车间", "走进心间", "把家安在骑手身边"), "走进车间 走进心间 把家安在骑手身边"),
    ],
)
def test_lines_of_which_none_says_all_are_one_headline(lines, headline):
    assert headline_of(*lines) == (None, headline, None)


def test_first_of_two_lines_with_none_between_them_is_no_column():
    text = f"在快递小哥的车轮上\n找准自己的位置\n\n□ 王一川\n\n{FIRST}\n\n台阶要一级一级修\n\n□ 李小满\n\n{SECOND}\n"
    found = parse(read(text.encode(), "page.txt")).articles
    assert [(each.column, each.headline) for each in found] == [
        (None, "在快递小哥的车轮上 找准自己的位置"),
        (None, "台阶要一级一级修"),
    ]


def test_rows_below_what_announces_them_stay_rows():
    text = f"台阶要一级一级修\n\n□ 李小满\n\n{SECOND}\n\n{THIRD}\n\n获奖单位：\n青石机床厂\n青石水泥厂\n青石造纸厂\n"
    assert len(parse(read(text.encode(), "page.txt")).articles) == 1


def test_occasion_above_the_note_is_the_column_of_every_essay():
    head = (
        "学习贯彻全县工会工作会议精神\n\n编者按：会后，各地工会干部结合骑手工作展开讨论，本报今天选登三篇。"
    )
    found = articles(head)
    assert {(each.column, each.kicker) for each in found} == {("学习贯彻全县工会工作会议精神", None)}


@pytest.mark.parametrize("line", ["雷 鸣　李小满", "●虎小满", "●老 杨"])
def test_name_that_is_a_word_or_rare_is_told_by_its_setting(line):
    mark = line[0] if line[0] == "●" else ""
    text = (
        f"把名字记在本子上\n\n{mark or '□'}王一川\n\n{FIRST}\n\n台阶要一级一级修\n\n{line}\n\n{SECOND}\n\n"
        f"账本摊在桌面上\n\n{mark or '□'}赵小川\n\n{THIRD}\n"
    )
    found = parse(read(text.encode(), "page.txt")).articles
    assert [each.headline for each in found] == ["把名字记在本子上", "台阶要一级一级修", "账本摊在桌面上"]
    assert [each.name for each in found[1].contributors] == line.lstrip("●").replace(" ", "").split("　")


@pytest.mark.parametrize(
    "line", ["县总工会机关　公孙衍", "本刊特约撰稿　欧阳小满", "县法院　字国平", "县供电所　李小满"]
)
def test_house_before_the_author_may_be_any(line):
    text = (
        f"把名字记在本子上\n\n□王一川\n\n{FIRST}\n\n台阶要一级一级修\n\n{line}\n\n{SECOND}\n\n"
        f"账本摊在桌面上\n\n□赵小川\n\n{THIRD}\n\n投稿邮箱：qs@example.cn　本期责编：宁　可\n"
    )
    found = parse(read(text.encode(), "page.txt")).articles
    assert [each.headline for each in found] == ["把名字记在本子上", "台阶要一级一级修", "账本摊在桌面上"]
    assert [each.name for each in found[1].contributors] == [line.split("　")[1]]
    assert [len(each.body) for each in found] == [1, 1, 1]


def test_piece_in_a_column_of_its_own_is_an_essay_as_the_others_are():
    found = articles("", "【新作为】\n\n", "【视角】\n\n", "【一孔之见】\n\n")
    assert [(each.column, each.genre) for each in found] == [
        ("新作为", "essay"),
        ("视角", "essay"),
        ("一孔之见", "essay"),
    ]


def test_headline_that_ends_as_a_name_does_is_none():
    text = (
        f"本版主持　赵大同\n\n不忘职工来时路\n\n青石县总工会主席　王一川\n\n{FIRST}\n\n"
        f"台阶要一级一级修\n\n梨川县总工会主席　李小满\n\n{SECOND}\n"
    )
    found = parse(read(text.encode(), "page.txt")).articles
    assert [each.headline for each in found] == ["不忘职工来时路", "台阶要一级一级修"]
    assert [each.name for each in found[0].contributors] == ["王一川"]


def test_what_is_said_of_an_essay_below_it_heads_nothing():
    text = (
        f"【前沿】\n把名字记在本子上\n王一川\n[关键词] 骑手；网点；建会\n一、找到他们\n{FIRST}\n"
        f"（本文获全县调研成果二等奖）\n\n【札记】\n台阶要一级一级修\n青石一中　云中鹤\n{SECOND}\n"
    )
    found = parse(read(text.encode(), "page.txt")).articles
    assert [each.headline for each in found] == ["把名字记在本子上", "台阶要一级一级修"]
    assert not any(each.incomplete for each in found)
    assert [each.name for each in found[1].contributors] == ["云中鹤"]
