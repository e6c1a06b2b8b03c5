"""Two print columns side by side in the rows of a plain text, and rests that no credit parts."""

from itertools import zip_longest

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.document import Line
from unioncms.parsing.reflow.gutters import columns_of, runs_of, with_gutters_parted

LEFT = """\
夜校开到井口边
青石煤矿工会主席 王一川
　　矿工升井多在夜里九点，
从前夜校七点开课，赶不上的
人占一半。去年冬天，工会把
课堂搬到井口，灯一亮就开讲。
　　学期末了，四十个人考过
了中级工，比往年多一倍。
（记者何晓兰整理）"""
RIGHT = """\
把一碗热汤
送到手边
白鹭纺织厂工会主席 苗青
　　夜班的汤从前是凉的，
工会给车间添了保温桶，汤
端到手里还冒气。女工们说，
喝下去，后半夜就不打盹了。
　　汤是小事，惦记是大事，
桶盖上写着班组的名字。
（记者何晓兰整理）"""


def side_by_side(left, right, column=44):
    rows = (
        one + " " * (column - columns_of(one)) + other
        for one, other in zip_longest(left.split("\n"), right.split("\n"), fillvalue="")
    )
    return "\n".join(row.rstrip() for row in rows) + "\n"


def test_the_left_column_is_read_before_the_right_one():
    document = parse(read(side_by_side(LEFT, RIGHT).encode(), "page.txt"))
    first, second = document.articles
    assert (first.headline, second.headline.replace(" ", "")) == ("夜校开到井口边", "把一碗热汤送到手边")
    assert [block.text[:9] for block in first.body] == ["矿工升井多在夜里九", "学期末了，四十个人"]
    assert [block.text[-6:] for block in second.body] == ["就不打盹了。", "班组的名字。"]
    assert [each.name for each in second.contributors] == ["苗青", "何晓兰"]


def test_no_character_is_lost_between_the_columns():
    source = read(side_by_side(LEFT, RIGHT).encode(), "page.txt")
    lines = with_gutters_parted(source.lines)
    assert all(source.text[line.start : line.end] == line.text for line in lines)
    printed = sum(len("".join(line.text.split())) for line in lines)
    assert printed == len("".join(source.text.split()))


class Rows(list):
    """Counts how many of its members are asked for."""

    asked = 0

    def __getitem__(self, at):
        found = super().__getitem__(at)
        self.asked += len(found) if isinstance(at, slice) else 1
        return found


@pytest.mark.parametrize("count", [100, 400])
def test_stretches_of_a_page_are_looked_at_by_themselves(count):
    lines = [Line(text, 0) for _ in range(count) for text in ("王一川王一川     李小满", "")]
    rows = Rows(range(0, 2 * count, 2))
    assert list(runs_of(lines, rows)) == []
    assert rows.asked < 20 * count


def test_the_cells_of_a_table_stay_in_their_rows():
    rows = [f"王一{name}      青石县第{name}运输公司修理车间" for name in "甲乙丙丁戊己庚"]
    source = read(("\n".join(["获奖名单", *rows]) + "\n").encode(), "page.txt")
    assert list(with_gutters_parted(source.lines)) == list(source.lines)


HEADS = """\
雨夜里的抢修

本报讯 7月2日，一场大雨把云台县城的电线杆冲倒了六根，供电公司的工会主席赵大同守在抢修车上。
“往年抢修靠的是嗓门，今年靠的是图纸，抢修的时间比去年短了

渡口书屋又添新书

□本报记者 苗青

渡口书屋有两千册书，船工歇脚的时候翻一翻，翻到哪一页就在哪一页夹一根苇叶。
书屋的管理员老船工周大河守着一本登记簿，谁借了哪本书，哪天该还，他闭着眼也

7月3日，青石镇工会在河滩上教职工子女学游泳，教练正在纠正孩子们换气的动作。

本报通讯员 钱小禾 摄

水边的暑假课

清凉进了纺织车间

白鹭棉纺厂工会把六百箱饮料送进车间，挡车工们说汗还没干，凉茶就到了手边。
送清凉已经是第十个年头，车间里的挡车工们

一半。”赵大同说，往后每根电线杆都有一张图纸。

（记者 何晓兰）

能说出来。书屋的登记簿已经换到第九本，船工们借书还书从来没有差错。
挡车工的防暑津贴也涨了，棉纺厂工会主席说，饮料和津贴一样都不能少。

（通讯员 李小满）
"""


def test_a_piece_signed_above_has_a_rest_that_no_credit_ends():
    document = parse(read(HEADS.encode(), "page.txt"))
    assert [article.headline for article in document.articles] == [
        "雨夜里的抢修",
        "渡口书屋又添新书",
        "水边的暑假课",
        "清凉进了纺织车间",
    ]
    rain, books, swimming, tea = document.articles
    assert rain.body[-1].text.endswith("往后每根电线杆都有一张图纸。")
    assert books.body[-1].text.endswith("从来没有差错。")
    assert [figure.credit for figure in swimming.figures] == ["本报通讯员 钱小禾 摄"]
    assert tea.body[-1].text.endswith("饮料和津贴一样都不能少。")
    assert [each.name for each in tea.contributors] == ["李小满"]
