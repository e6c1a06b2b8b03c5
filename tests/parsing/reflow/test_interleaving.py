"""Rests of two pieces that stand one after the other within the second."""

from itertools import pairwise

import pytest

from unioncms.parsing import parse, read

FIRST = "本报讯 7月2日夜里，一场大雨把云台县城的电线杆冲倒了六根。天亮的时候，抢修队回到公司，全城的灯都亮"
SECOND = "本报讯 7月8日，白鹭市总工会把六百箱饮料送进十二家企业的车间。在棉纺厂，她问了工人的防暑津贴发得怎"
FIRST_REST = "了。\n\n班长说，看见灯亮就不觉得累。"
SECOND_REST = "样。\n\n厂工会主席说，津贴已经发到了每个人的卡上。"


def page(*rests):
    text = "\n\n".join(("雨夜里的抢修", FIRST, "清凉进了车间", "本报记者 苗青", SECOND, *rests)) + "\n"
    return parse(read(text.encode(), "page.txt"))


def test_each_cut_sentence_goes_on_with_its_own_rest():
    first, second = page(FIRST_REST, SECOND_REST).articles
    assert [block.text for block in first.body] == [f"{FIRST}了。", "班长说，看见灯亮就不觉得累。"]
    assert [block.text for block in second.body] == [
        f"{SECOND}样。",
        "厂工会主席说，津贴已经发到了每个人的卡上。",
    ]
    assert not first.incomplete


def test_no_character_is_in_both_or_in_none():
    document = page(FIRST_REST, SECOND_REST)
    spans = sorted((span.start, span.end) for span in document.spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert {article for span in document.spans for article in span.articles} == {0, 1}


@pytest.mark.parametrize("rest", [SECOND_REST, "样。"])
def test_second_piece_keeps_its_rest_where_the_first_has_none(rest):
    first, second = page(rest).articles
    assert (first.incomplete, second.body[0].text) == (True, f"{SECOND}样。")


def test_rest_of_a_cut_piece_stands_below_one_that_is_whole():
    whole = SECOND.removesuffix("她问了工人的防暑津贴发得怎") + "饮料当天就发到了班组。"
    first, second = page_of(whole, "司，全城的灯都亮" + FIRST_REST).articles
    assert [block.text for block in first.body] == [f"{FIRST}了。", "班长说，看见灯亮就不觉得累。"]
    assert [block.text for block in second.body] == [whole]


def page_of(second, rest):
    first = FIRST.removesuffix("司，全城的灯都亮")
    text = "\n\n".join(("雨夜里的抢修", first, "清凉进了车间", "本报记者 苗青", second, rest)) + "\n"
    return parse(read(text.encode(), "page.txt"))


def test_enumeration_goes_on_below_a_piece_that_is_whole():
    first = "市场二楼腾出两间房，放上微波炉、"
    whole = "送的是米，要的是照片，职工心里都明白。"
    rest = "血压计、图书角，起名叫歇脚驿。"
    text = "\n\n".join(("大市场里安个小家", "□ 王一川", first, "别把留痕当留心", "□ 苗青", whole, rest))
    one, other = parse(read(text.encode(), "page.txt")).articles
    assert [block.text for block in one.body] == [first + rest]
    assert [block.text for block in other.body] == [whole]
