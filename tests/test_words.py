"""Word cutting: what the search and the recognisers get."""

import pytest

from unioncms import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市总工会召开会议", ["市", "总工会", "召开", "会议"]),
        ("", []),
        ("2016-2017年度", ["2016", "-", "2017", "年度"]),
        ("APP、手机", ["APP", "、", "手机"]),
        ("5·1服务卡", ["5", "·", "1", "服务卡"]),
    ],
)
def test_cuts_text_into_words(text, expected):
    assert words.cut(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "工人日报2024-05-01第3版ISO9001认证",
        "a\nb\t 　c",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    ],
)
def test_loses_no_character(text):
    assert "".join(words.cut(text)) == text
    assert "".join(words.cut(text, guess=True)) == text
    assert "".join(word for word, _ in words.tag(text)) == text


def test_guesses_names_only_when_asked():
    assert words.cut("栾丽华说") == ["栾", "丽", "华", "说"]
    assert words.cut("栾丽华说", guess=True) == ["栾丽华", "说"]


def test_search_words_hold_the_short_words_inside_long_ones():
    assert {"人民", "代表", "大会"} <= set(words.cut_for_search("人民代表大会"))


def test_a_cutter_knows_words_of_its_own():
    cutter = words.Cutter(["澜山快哨"])
    assert cutter.cut("澜山快哨的骑手") == ["澜山快哨", "的", "骑手"]
    assert words.cut("澜山快哨") != ["澜山快哨"]
