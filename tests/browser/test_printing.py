"""Pages that a browser prints to PDF, in one, two and three print columns, come back as the articles they were."""

import html

import pytest

from tests.parsing.distorting.measuring import compare
from tests.parsing.test_spans import assert_accounted_for
from tests.parsing.typesetting import SEVERAL, TITLES, Element, elements_of
from unioncms.parsing import parse, read
from unioncms.parsing.report import to_report

STYLE = """
@page { size: A4; margin: 15mm }
body { font: 10.5pt/1.6 "Noto Serif CJK SC", serif }
.headline { font-size: 22pt; text-align: center; margin: 3mm 0 }
.kicker, .subheadline { font-size: 14pt; text-align: center }
.byline { text-align: center }
.paragraph, .note { text-indent: 2em }
.heading { font-weight: bold; margin: 2mm 0 }
.caption { font-size: 8pt }
.text { column-gap: 8mm; text-align: justify; margin-bottom: 8mm }
"""


def set_lines(elements: list[Element]) -> str:
    return "".join(f'<div class="{kind}">{html.escape(words)}</div>' for kind, words in elements)


def page_of(articles: list[list[Element]], columns: int) -> str:
    parts = [
        set_lines([each for each in article if each[0] in TITLES])
        + f'<div class="text">{set_lines([each for each in article if each[0] not in TITLES])}</div>'
        for article in articles
    ]
    return f"<meta charset=utf-8><style>{STYLE} .text {{ columns: {columns} }}</style>{''.join(parts)}"


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_printed_pages_parse_to_the_same_articles(chromium, columns):
    page = chromium.new_page()
    for name in SEVERAL:
        articles, expected = elements_of(name)
        page.set_content(page_of(articles, columns))
        source = read(page.pdf(prefer_css_page_size=True), "page.pdf")
        document = parse(source)
        assert_accounted_for(source, document)
        shares = compare(expected, to_report(document))
        assert {each: shares[each] for each in ("articles", "headlines") if shares[each] < 1} == {}, name
        assert {each: shares[each] for each in ("text", "contributors") if shares[each] < 0.82} == {}, name
    page.close()
