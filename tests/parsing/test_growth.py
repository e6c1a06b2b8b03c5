"""Twice as many lines are about twice the work, whatever they are: calls are counted, no time is taken."""

import sys

import pytest

from unioncms.parsing import parse, read

FEW = 600  # lines
TEXT = "9月9日，县总工会把夜校开到了井口，下了班的人坐满一屋子，灯一直亮到十点。"
MOST_GROWTH = 2.6  # of the calls, for twice the lines


def calls_for(line, lines):
    source = read(f"工会\n{line * lines}{TEXT}\n".encode(), "page.txt")
    count = 0

    def note(frame, event, argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        parse(source)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "line",
    [
        "王一川\n",
        "工会服务\n\n",
        "——王一川\n",
        "# 标题\n",
        "青山绿水\n工会我家\n",
        "> 工会\n",
        "系列报道之一\n",
        "王一川 摄\n",
        "麦积区的采石场来了人，区总工会主席韩文涛到会。",
        "镇联合工会主席王一川到会。\n",
        "采石场来了医生，量了一百二十人的血压。 有人说肩膀疼。医生教了几个动作。",
        "发布时间：\n2021-06-08\n3412\n来源：\n",
        "县总工会党组书记、\n",
        "光荣榜\n",
        "光荣榜\n王一川\n李小满\n赵小川\n",
        "把门槛降下来\n下了班的人坐满一屋子，灯一直亮到十点。\n",
        "工会为职工做了什么\n下了班的人坐满一屋子，灯一直亮到十点。第二天，又来了一批人；\n",
    ],
)
def test_lines_that_repeat_cost_no_more_each(line):
    calls_for(line, 10)  # what is loaded once
    assert calls_for(line, 2 * FEW) < MOST_GROWTH * calls_for(line, FEW)
