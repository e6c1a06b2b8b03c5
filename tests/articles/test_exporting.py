"""What goes out of the house: the release and nothing else, for WeChat and for Word."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from articles.exporting.piece import pieces
from articles.exporting.wechat import wechat_page
from articles.exporting.word import Section, word_file
from articles.exporting.word_tables import MOST_COLUMNS
from articles.models import Article, Contribution, Figure, Issue, Page, Placement, Publication
from articles.publishing import publish
from tests.factories import make_article, make_contribution, make_editor, make_published_article, make_user
from unioncms.parsing import parse, read

pytestmark = pytest.mark.django_db

BODY = (
    "<h2>一、账在哪里</h2>"
    "<p>5月1日，云州市总工会把三年来的每一笔慰问金写在墙上，请职工当面来查，查到不对的当场改正。</p>"
    "<p>“墙上有数，<strong>心里才有底</strong>。”女工何晓兰说，她在账前站了整整一个上午。</p>"
    "<h2>二、账给谁看</h2>"
    "<p>账给出钱的人看，也给花钱的人看。市总工会主席林海生表示，明年要把账本搬进每一个车间。</p>"
)


def released_article(**values) -> Article:
    article = make_article(
        "一本账 挂上墙",
        body=BODY,
        kicker="把账算清 把心交给职工",
        subheadline="云州市总工会公开慰问账本侧记",
        source_credit="云州工人报",
        **values,
    )
    make_contribution(article, "唐果")
    make_contribution(article, "白景和", role=Contribution.Role.CORRESPONDENT, position=1)
    make_contribution(
        article, "周亦舟", role=Contribution.Role.AUTHOR, position=2, printed_post="云州市总工会副主席"
    )
    Figure.objects.create(article=article, caption="职工在墙前查账。", credit="唐果 摄")
    publish([article], make_editor(username="chief"), "三审通过")
    return article


def piece_of(article):
    return pieces([article.pk])[article.pk]


def imported_again(page: str):
    (article,) = parse(read(page.encode(), "page.html")).articles
    return article


def test_wechat_layout_imported_again_gives_the_same_text_and_credits():
    article = imported_again(wechat_page(piece_of(released_article())))
    assert (article.kicker, article.headline, article.subheadline) == (
        "把账算清 把心交给职工",
        "一本账 挂上墙",
        "云州市总工会公开慰问账本侧记",
    )
    assert [(block.type, block.text) for block in article.body] == [
        ("heading" if tag == "h2" else "paragraph", re.sub("<[^>]+>", "", text))
        for tag, text in re.findall(r"<(h2|p)>(.*?)</\1>", BODY)
    ]
    assert article.source_credit == "云州工人报"
    written = {(each.role, each.name, each.printed_post) for each in article.contributors}
    assert {
        ("reporter", "唐果", ""),
        ("correspondent", "白景和", ""),
        ("author", "周亦舟", "云州市总工会副主席"),
    } <= written
    assert [(figure.caption, figure.credit) for figure in article.figures] == [
        ("职工在墙前查账。", "唐果 摄")
    ]


def test_wechat_layout_has_styles_on_its_elements_and_nothing_from_elsewhere():
    page = wechat_page(piece_of(released_article()))
    assert re.search(r'<h1 style="[^"]*text-align:center', page)
    assert not re.search(r"class=|<script|<link|<style|<img|https?://", page)


def test_words_for_export_are_never_markup():
    article = make_published_article("<script>alert(1)</script>", kicker="<b>引题</b>")
    page = wechat_page(piece_of(article))
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_draft_and_unreleased_words_stay_in_the_house():
    article = released_article()
    Article.objects.filter(pk=article.pk).update(headline="改了一半的标题", body="<p>没有签发的话。</p>")
    draft = make_article("还没写完")
    found = pieces([article.pk, draft.pk])
    assert set(found) == {article.pk}
    assert "改了一半" not in wechat_page(found[article.pk])
    assert "没有签发" not in wechat_page(found[article.pk])


def texts_of(data: bytes) -> list[tuple[str, str]]:
    document = Document(BytesIO(data))
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_word_file_has_headings_credits_and_text_in_reading_order():
    texts = texts_of(word_file("一本账", [Section("", (piece_of(released_article()),))]))
    assert texts[0] == ("Kicker", "把账算清 把心交给职工")
    assert texts[1] == ("Heading 2", "一本账 挂上墙")
    assert ("Credit", "记者：唐果　通讯员：白景和　作者：周亦舟") in texts
    assert ("Heading 3", "一、账在哪里") in texts
    assert texts[-2:] == [
        ("Caption", "职工在墙前查账。 唐果 摄"),
        ("Credit", "（周亦舟系云州市总工会副主席）"),
    ]


def test_word_file_takes_a_quotation_a_list_a_table_and_a_control_character():
    article = make_published_article(
        "控制\x08字符",
        body="<p>一\x0b二\x01</p><blockquote><p>引一句。</p></blockquote><ul><li>甲</li></ul>"
        "<table><tr><td>云州</td><td>12</td></tr></table>",
    )
    data = word_file("一篇", [Section("", (piece_of(article),))])
    texts = texts_of(data)
    assert ("Heading 2", "控制字符") in texts
    assert ("Quote", "引一句。") in texts
    assert ("List Bullet", "甲") in texts
    (table,) = Document(BytesIO(data)).tables
    assert [cell.text for cell in table.rows[0].cells] == ["云州", "12"]


def table_in_word(rows: str) -> list[list[str]]:
    piece = piece_of(
        make_published_article("表", body=f"<p>前</p><table><tbody>{rows}</tbody></table><p>后</p>")
    )
    data = word_file("表", [Section("", (piece,))])
    texts = [text for _, text in texts_of(data)]
    assert [text for text in texts if text in ("前", "后")] == ["前", "后"]
    return [
        [cell.text for cell in row.cells] for table in Document(BytesIO(data)).tables for row in table.rows
    ]


@pytest.mark.parametrize(
    ("rows", "made"),
    [
        ('<tr><td colspan="2">甲</td></tr><tr><td>乙</td><td>丙</td></tr>', [["甲", "甲"], ["乙", "丙"]]),
        ('<tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr>', [["甲", "乙"], ["甲", "丙"]]),
        ('<tr><td colspan="0">甲</td><td rowspan="-1">乙</td></tr>', [["甲", "乙"]]),
        ('<tr><td colspan="x">甲</td><td rowspan="9">乙</td></tr>', [["甲", "乙"]]),
        ("<tr><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr><tr></tr>", [["甲", ""], ["乙", "丙"]]),
        (
            '<tr><td>甲</td><td rowspan="2">乙</td></tr><tr><td colspan="3">丙</td><td>丁</td></tr>',
            [["甲", "乙", ""], ["丙", "乙", "丁"]],
        ),
        ("<tr><th><p>一</p><p>二</p></th><td>甲<br>乙</td></tr>", [["一\n二", "甲\n乙"]]),
        ("<tr><td><table><tr><td>甲</td><td>乙</td></tr></table>丙</td></tr>", [["甲\n乙\n丙"]]),
        ("", []),
    ],
)
def test_a_table_in_word_has_its_cells_where_they_stand(rows, made):
    assert table_in_word(rows) == made


@pytest.mark.parametrize(
    "span", ['colspan="9999"', 'rowspan="9999"', 'colspan="1000000000" rowspan="1000000000"']
)
def test_no_span_makes_a_table_larger_than_its_rows_and_what_word_has(span):
    made = table_in_word(f"<tr><td {span}>甲</td></tr><tr><td>乙</td></tr>")
    assert len(made) == 2
    assert len(made[0]) <= MOST_COLUMNS


def test_a_table_too_large_for_word_goes_out_as_lines(monkeypatch):
    monkeypatch.setattr("articles.exporting.word_tables.MOST_CELLS", 3)
    piece = piece_of(
        make_published_article(
            "表", body="<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>"
        )
    )
    texts = [text for _, text in texts_of(word_file("表", [Section("", (piece,))]))]
    assert texts[-3:] == ["甲", "乙", "丙"]


def test_issue_goes_out_page_by_page_in_print_order(client):
    issue = Issue.objects.create(
        publication=Publication.objects.create(name="云州工人报"), number="128", published_on="2024-05-01"
    )
    for number, headlines in ((2, ["丙"]), (1, ["乙", "甲"])):
        page = Page.objects.create(issue=issue, number=number, name="综合")
        for position, headline in enumerate(headlines):
            Placement.objects.create(page=page, article=make_published_article(headline), position=position)
    Placement.objects.create(page=page, article=make_article("草稿"), position=9)
    client.force_login(make_editor())
    response = client.get(reverse("admin:articles_issue_word", args=[issue.pk]))
    headings = [text for style, text in texts_of(response.content) if style in ("Heading 1", "Heading 2")]
    assert headings == ["第1版 综合", "乙", "甲", "第2版 综合", "丙"]
    assert "filename*=UTF-8''" in response["Content-Disposition"]


def test_only_who_may_see_articles_exports_them(client):
    article = released_article()
    client.force_login(make_user("clerk", is_staff=True))
    for name in ("wechat", "wechat_page", "word"):
        address = reverse(f"admin:articles_article_{name}", args=[article.pk])
        assert client.get(address).status_code == 403
        assert client.get(address.replace(f"/{article.pk}/", "/999999/")).status_code == 403
    client.force_login(make_user("reader", ("view_article",), is_staff=True))
    for name in ("wechat", "wechat_page", "word"):
        address = reverse(f"admin:articles_article_{name}", args=[article.pk])
        assert client.get(address).status_code == 200
        assert client.post(address).status_code == 405


def test_draft_is_not_exported_and_the_editor_reads_why(client):
    draft = make_article("还没写完")
    client.force_login(make_editor())
    response = client.get(reverse("admin:articles_article_wechat", args=[draft.pk]), follow=True)
    assert "请先发布" in response.text


def test_layout_is_served_without_scripts_of_any_kind(client):
    client.force_login(make_editor())
    response = client.get(reverse("admin:articles_article_wechat_page", args=[released_article().pk]))
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src 'none'" in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"
