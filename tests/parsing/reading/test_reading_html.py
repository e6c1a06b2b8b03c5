"""Saved web pages and posts of WeChat → lines, their headings, day and source; the site's furniture left out."""

import pytest

from tests.parsing.distorting.measuring import compare
from tests.parsing.test_spans import assert_accounted_for
from tests.parsing.typesetting import PAGES, SEVERAL, elements_of, web_page, wechat_post
from unioncms.parsing import Unreadable, parse, read
from unioncms.parsing.report import to_report

MEASURES = ("articles", "headlines", "text", "contributors", "notes", "furniture")


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def lines(data: bytes, name: str = "page.html") -> list[str]:
    source = read(data, name)
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)
    return [line.text for line in source.lines]


def levels(data: bytes) -> dict[str, int]:
    return {line.text: line.level for line in read(data, "page.html").lines if line.level}


@pytest.mark.parametrize("headline", ["h1", "h2"])
@pytest.mark.parametrize("name", SEVERAL)
def test_clean_page_on_the_web_parses_to_the_same_articles(name, headline):
    articles, expected = elements_of(name)
    source = read(web_page(articles, headline), "page.html")
    document = parse(source)
    assert_accounted_for(source, document)
    shares = compare(expected, to_report(document))
    assert {each: shares[each] for each in MEASURES if shares[each] < 0.9} == {}


@pytest.mark.parametrize("name", SEVERAL)
def test_post_of_wechat_parses_to_its_article(name):
    articles, expected = elements_of(name, most=1)
    source = read(wechat_post(articles[0], "云岭工会", 1722650400), "post.html")
    document = parse(source)
    assert_accounted_for(source, document)
    shares = compare(expected, to_report(document))
    assert {each: shares[each] for each in ("articles", "headlines", "text") if shares[each] < 0.9} == {}
    assert document.published_on == "2024-08-03"
    assert document.articles[0].source_credit == "云岭工会"


def test_markup_is_told_by_content_and_by_suffix():
    text = "<p>青石县总工会召开职工代表座谈会。</p>"
    assert read(page(text), "page.txt").format == "html"
    assert read(text.encode(), "page.htm").format == "html"
    assert read(text.encode(), "page.txt").format == "text"
    assert read("青石县总工会召开职工代表座谈会。".encode(), "page.html").format == "text"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_encoding_is_told_by_the_bytes_not_by_what_the_page_says(encoding):
    markup = page("<p>青石县总工会召开职工代表座谈会，听取意见。</p>", '<meta charset="big5">').decode()
    assert lines(markup.encode(encoding)) == ["青石县总工会召开职工代表座谈会，听取意见。"]


def test_blocks_are_lines_and_inline_markup_is_not():
    body = "<div><p>市总<b>工会</b>\n主席<a href='/x'>林海生</a>出席。</p>散在外面的话。<p>第一行<br>第二行</p></div>"
    assert lines(page(body)) == ["市总工会 主席林海生出席。", "散在外面的话。", "第一行", "第二行"]


def test_headings_know_their_level_and_stay_in_one_line():
    body = "<h1>把清凉送到<br>每一个工地</h1><p>正文一段。</p><h3>走出去</h3><p>正文二段。</p>"
    assert levels(page(body)) == {"把清凉送到 每一个工地": 1, "走出去": 3}


def test_emphasis_and_quotes_are_known():
    body = "<p><strong>全是重点</strong></p><blockquote><p>按语一句。</p></blockquote><p>一半<b>重点</b></p>"
    found = read(page(body), "page.html").lines
    assert [line.is_emphasised for line in found] == [True, False, False]
    assert [line.is_quote for line in found] == [False, True, False]


def test_rows_of_a_table_of_figures_are_lines_and_those_of_a_layout_are_blocks():
    figures = "<table><tr><th>单位</th><th>人数</th></tr><tr><td>一车间</td><td>12</td></tr></table>"
    assert lines(page(figures)) == ["单位　人数", "一车间　12"]
    layout = f"<table><tr><td>左边栏目</td><td><p>{'长长的正文' * 20}。</p><p>又一段。</p></td></tr></table>"
    assert lines(page(layout)) == ["左边栏目", "长长的正文" * 20 + "。", "又一段。"]


def test_menus_scripts_and_hidden_parts_are_left_out():
    body = (
        "<nav>首页</nav><div class='breadCrumb'>您的位置</div><ul>"
        + "".join(f"<li><a href='/{n}'>相关新闻标题之{n}</a></li>" for n in range(6))
        + "</ul><div style='display: none'>看不见</div><script>var x = '代码';</script>"
        "<h1>云州市总工会举办技能大赛</h1><p>5月1日，云州市总工会举办职工技能大赛，三百名职工参加。</p>"
        "<p>比赛为期两天。</p><div id='share-bar'>分享到微博</div><footer>版权所有</footer>"
    )
    assert lines(page(body)) == [
        "云州市总工会举办技能大赛",
        "5月1日，云州市总工会举办职工技能大赛，三百名职工参加。",
        "比赛为期两天。",
    ]


def test_a_name_of_furniture_does_not_cost_the_main_text():
    body = (
        "<div class='main-bottom links'><p>5月1日，云州市总工会举办职工技能大赛，三百名职工参加。</p></div>"
    )
    assert len(lines(page(body))) == 1


def test_the_line_that_repeats_the_title_of_the_page_is_the_headline():
    body = "<h1>云州工会网</h1><div>云州市总工会举办技能大赛</div><p>正文一段，写得很长。</p>"
    head = "<title>云州市总工会举办技能大赛_云州工会网</title>"
    assert levels(page(body, head)) == {"云州市总工会举办技能大赛": 1}


def test_day_and_source_that_only_the_head_knows_become_a_line():
    head = (
        '<meta property="article:published_time" content="2024-08-03T10:00:00+08:00">'
        '<meta name="ContentSource" content="云州日报">'
    )
    found = parse(read(page("<h1>技能大赛开幕</h1><p>云州市总工会举办职工技能大赛。</p>", head), "page.html"))
    assert (found.published_on, found.articles[0].source_credit) == ("2024-08-03", "云州日报")
    printed = "<h1>技能大赛开幕</h1><p>2024-08-05 来源：本站</p><p>云州市总工会举办职工技能大赛。</p>"
    assert "2024-08-03" not in read(page(printed, head), "page.html").text


@pytest.mark.parametrize(
    "data",
    [
        page(""),
        page("<script>alert(1)</script>"),
        page("<i></i>" * 300_001 + "工会"),
        b"<!DOCTYPE html>",
    ],
    ids=["empty", "script only", "too many elements", "doctype only"],
)
def test_page_that_cannot_be_read_is_refused_in_a_sentence(data):
    with pytest.raises(Unreadable) as refusal:
        read(data, "page.html")
    assert refusal.value.message.endswith("。")


def test_entities_of_the_page_are_not_resolved(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    data = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>正文&x;一段。</p></body></html>'
    assert "机密" not in read(data.encode(), "page.html").text


@pytest.mark.parametrize("depth", [500, 50_000])
def test_deep_markup_does_not_stop_the_reader(depth):
    assert "工会" in read(page("<p>工会的正文。</p>" + "<div>" * depth + "底"), "page.html").text


def test_scripts_in_the_markup_are_text_of_no_line():
    text = read(
        page("<p onclick='x()'>正文<img src=x onerror=y()></p><svg><script>z()</script></svg>"), "a.htm"
    ).text
    assert text == "正文"


def test_every_clean_page_has_elements():
    assert all(elements_of(name)[0] for name in PAGES)
