"""Stand-ins for headlines, first words, phrases."""

import pytest

from articles.models import Article
from articles.templatetags.article_text import display_title, first_words, phrases


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"headline": "主标题", "subheadline": "副题"}, "主标题"),
        ({"subheadline": "副题"}, "副题"),
        ({"body": "<p>矿灯亮起来的时候，早晨才开始。后来</p>"}, "矿灯亮起来的时候，早晨才开始……"),
        ({"body": "<p>云州码头夜里读报的人很多，后来大家凑钱办起夜校。</p>"}, "云州码头夜里读报的人很多……"),
        ({"body": f"<p>{'没有标点的文字' * 5}</p>"}, f"{'没有标点的文字' * 3}没……"),
        ({"body": "<h2>小标题</h2><p>正文在这里开始了。</p>"}, "正文在这里开始了……"),
        ({"kicker": "引题"}, "引题"),
        ({}, "（无题）"),
    ],
)  # fmt: skip
def test_an_article_without_a_headline_gets_a_fitting_stand_in(fields, title):
    assert display_title(Article(**fields)) == title


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>本报讯 4月18日，竞赛落幕。</p>", "4月18日，竞赛落幕。"),
        ("<p>本报讯（记者 周亦舟）竞赛落幕。</p>", "竞赛落幕。"),
        ("<p>A &amp; B &lt;i&gt;</p>", "A & B <i>"),
        ("<p>一段。</p><p>二段。</p>", "一段。二段。"),
        ("<h2>只有小标题</h2>", "只有小标题"),
        ("", ""),
    ],
)
def test_first_words_leave_out_datelines_and_markup(body, words):
    assert first_words(Article(body=body)) == words


@pytest.mark.parametrize("opening", ["<p>职工之家", "<p>职工之家&am", "<p>职工之家<stro", "<p>职工之家&#3"])
def test_a_body_cut_in_the_middle_of_its_markup_ends_cleanly(opening):
    article = Article()
    article.opening = opening

    assert first_words(article) == "职工之家"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("把灯留到深夜 把话说到心里", ["把灯留到深夜", "把话说到心里"]),
        ("守望相助——各地谈服务", ["守望相助", "——各地谈服务"]),
        ("班组有多稳 ———八位主席谈", ["班组有多稳", "———八位主席谈"]),
        ("<b>", ["&lt;b&gt;"]),
        ("", []),
    ],
)
def test_headlines_break_into_phrases(text, parts):
    spans = " ".join(f'<span class="phrase">{part}</span>' for part in parts)
    assert phrases(text).replace("<wbr>", "") == spans  # where words end: test_headline_breaks.py
