"""Pages of essays: what stands above them all, between them, and what kind the shortest of them is."""

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
