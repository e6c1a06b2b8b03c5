"""Where a headline may break."""

import pytest

from articles.templatetags.article_text import phrases


@pytest.mark.parametrize(
    ("headline", "broken"),
    [
        ("班组里的一天", "班组里的一天"),
        ("建设职工群众精神家园", "建设/职工群众/精神家园"),
        ("邀请职工谈《安全生产法》", "邀请/职工/谈/《安全/生产/法》"),
        ("放心满意的工会组织", "放心/满意的/工会组织"),
        ("灯火通明的早晨 矿灯亮起来", "灯火通明的/早晨|矿灯亮起来"),
        ("把话说到心里——班组长的故事", "把话说到心里|——班组长的/故事"),
        ("1<2的<b>算术题", "1</2的</b>/算术题"),
    ],
)
def test_lines_end_at_blanks_and_between_words(headline, broken):
    html = phrases(headline)
    text = html.replace('</span> <span class="phrase">', "|").replace("<wbr>", "/")
    text = text.removeprefix('<span class="phrase">').removesuffix("</span>")
    assert text.replace("&lt;", "<").replace("&gt;", ">") == broken
