"""Chinese set as Chinese papers set it, and pages that hold whatever an editor puts on them."""

import pytest
from playwright.sync_api import Page

from tests.browser.moving import follow
from tests.browser.test_editing import publish
from tests.browser.test_public import SIDEWAYS, addresses
from tests.browser.test_reading import OVERLAPS

__all__ = ["addresses"]

PARAGRAPH = """() => {
    const paragraph = [...document.querySelectorAll('.prose > p')].find((each) => each.textContent.length > 60);
    const style = getComputedStyle(paragraph);
    const size = parseFloat(style.fontSize);
    return {
        size,
        leading: parseFloat(style.lineHeight) / size,
        indent: parseFloat(style.textIndent) / size,
        measure: paragraph.getBoundingClientRect().width / size,
        align: style.textAlign,
        breaks: style.lineBreak,
        autospace: style.textAutospace,
        wrap: style.textWrapStyle,
        face: style.fontFamily.split(',')[0].replaceAll('"', ''),
    };
}"""


@pytest.mark.parametrize(("width", "least", "most"), [(360, 17, 24), (768, 30, 38), (1440, 34, 38)])
def test_text_is_justified_in_lines_of_a_good_length(open_page, addresses, width, least, most):
    text = open_page(addresses["article"], width=width).evaluate(PARAGRAPH)
    assert least <= text["measure"] <= most
    assert 1.7 <= text["leading"] <= 1.9
    assert text["indent"] == pytest.approx(2, abs=0.01)
    assert (text["align"], text["breaks"], text["wrap"]) == ("justify", "strict", "pretty")
    assert text["autospace"] == "normal"
    assert text["face"] == "Songti SC"  # a Chinese face first, or quotation marks come out half as wide


def test_headlines_break_evenly_and_emphasis_is_dotted(open_page, addresses):
    page = open_page(addresses["article"], width=360)
    assert page.locator("h1").evaluate("each => getComputedStyle(each).textWrapStyle") == "balance"
    dotted = page.locator(".prose").evaluate(
        """prose => {
            const em = prose.appendChild(document.createElement('p')).appendChild(document.createElement('em'));
            const style = getComputedStyle(em);
            return [style.textEmphasisStyle, style.textEmphasisPosition, style.fontStyle];
        }"""
    )
    assert dotted == ["dot", "under", "normal"] or dotted == ["dot", "under right", "normal"]


LONG_HEADLINE = "关于在全市范围内深入开展职工技能大赛暨劳动竞赛活动并表彰先进集体和先进个人的若干决定"
LONG_NAME = "买买提吐尔逊·阿卜杜热合曼·努尔买买提江"
LONG_WORD = "Supercalifragilisticexpialidocious" * 4
ROWS = "".join(
    f"<tr>{''.join(f'<td>第{row}行第{cell}列</td>' for cell in range(9))}</tr>" for row in range(12)
)
BODY = (
    f"<p>{'工会把职工的事记在本子上，办成一件划掉一件。' * 15}</p><table>{ROWS}</table><p>{LONG_WORD}</p>"
    + "".join(f"<h2>第{number}节</h2><p>{LONG_NAME}说，账要当面算。</p>" for number in range(40))
)


def write_extremes(page: Page) -> str:
    """An article with everything too long, released; its public address."""
    page.goto("/admin/articles/article/add/")
    page.locator("#id_kicker").fill(LONG_HEADLINE)
    page.locator("#id_headline").fill(LONG_HEADLINE * 2)
    page.locator("#id_subheadline").fill(LONG_WORD)
    page.locator("#id_body").fill(BODY)
    form = follow(page.locator("input[name=_continue]").first)
    publish(page)
    return form.removesuffix("change/").replace("/admin/articles/article/", "/articles/")


def test_an_article_with_everything_too_long_fits(log_in):
    page = log_in(javascript=False)
    address = write_extremes(page)
    for prefix in ("", "/large"):
        for width in (320, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(prefix + address)
            assert page.evaluate(SIDEWAYS) <= 0, (prefix, width)
            assert page.evaluate(OVERLAPS) == []
    page.goto("/articles/")
    assert page.evaluate(SIDEWAYS) <= 0
