"""Sources in the admin: documents, spans and runs, to be looked at and not changed."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin.source_text import PAGE_LENGTH
from articles.models import (
    ArticleRevision,
    Attestation,
    ImportRun,
    SourceDocument,
    SourceSpan,
)
from tests.articles.admin_forms import change_url
from tests.articles.admin_rows import ROWS
from tests.factories import (
    make_article,
    make_published_article,
    make_source,
)

pytestmark = pytest.mark.django_db


def test_the_source_page_shows_every_label_and_leads_to_the_articles(site):
    text = "云州工会\n云州市总工会举办技能大赛\n记者 何晓兰\n"
    source = make_source(text=text, doubts=["编码存疑"])
    article = make_article(source=source)
    SourceSpan.objects.create(source=source, start=0, end=4, label="running_head")
    SourceSpan.objects.create(source=source, start=5, end=17, label="headline").articles.add(article)
    page = site.get(change_url(source))
    html = page.content.decode()
    assert [piece.name for piece in page.context["page"].pieces] == ["版头", "主标题", "未标注"]
    assert page.context["page"].pieces[0].is_discarded
    assert change_url(article) in html
    for words in ("编码存疑", "舍弃", source.sha256, "utf-8", "图例"):
        assert words in html
    assert site.post(change_url(source)).status_code == 405


def test_markup_in_a_source_is_shown_as_text(site):
    source = make_source(name="<b>x</b>.txt", text="<script>alert(1)</script>", doubts=["<i>x</i>"])
    SourceSpan.objects.create(source=source, start=0, end=8, label="paragraph")
    html = site.get(change_url(source)).content.decode()
    assert "<script>alert" not in html
    assert "<b>x" not in html
    assert "<i>x" not in html
    assert "&lt;script&gt;" in html


def test_a_long_source_comes_in_pages(site):
    source = make_source(text="文" * (2 * PAGE_LENGTH + 5))
    SourceSpan.objects.create(source=source, start=0, end=2 * PAGE_LENGTH + 5, label="paragraph")
    url = change_url(source)
    pages = [site.get(url, {"p": number}).context["page"] for number in ("1", "2", "3", "99", "x", "-1")]
    assert [page.number for page in pages] == [1, 2, 3, 3, 1, 1]
    assert [len(page.pieces[0].text) for page in pages[:3]] == [PAGE_LENGTH, PAGE_LENGTH, 5]


def test_the_article_leads_to_its_own_words_in_the_source(site):
    source = make_source(text="甲" * (PAGE_LENGTH + 10))
    article = make_article(source=source)
    SourceSpan.objects.create(
        source=source, start=PAGE_LENGTH + 3, end=PAGE_LENGTH + 9, label="headline"
    ).articles.add(article)
    html = site.get(change_url(article)).content.decode()
    assert f"?article={article.pk}&amp;p=2#s{PAGE_LENGTH + 3}" in html


def test_the_original_bytes_are_an_attachment(site):
    source = make_source(name="头版 5月.txt", text="<html>")
    response = site.get(reverse("admin:articles_sourcedocument_download", args=[source.pk]))
    assert response.content == b"<html>"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_lists_and_the_source_page_never_load_whole_documents(site):
    source = make_source()
    make_article(source=source)
    for url in (
        reverse("admin:articles_sourcedocument_changelist"),
        reverse("admin:articles_article_changelist"),
        change_url(source),
    ):
        with CaptureQueriesContext(connection) as captured:
            site.get(url)
        for query in captured:
            assert '"articles_sourcedocument"."content"' not in query["sql"], url


def test_an_import_run_is_summed_up_in_words(site):
    run = ROWS[ImportRun](1)
    html = site.get(change_url(run)).content.decode()
    assert "新增文件 1，稿件 3" in html
    assert "空文件" in html


def test_provenance_cannot_be_changed(site):
    for model in (SourceDocument, SourceSpan, ImportRun, ArticleRevision, Attestation):
        options = admin.site._registry[model]
        request = site.get("/admin/").wsgi_request
        assert not options.has_add_permission(request)
        assert not options.has_change_permission(request)
        assert not options.has_delete_permission(request)


def test_only_the_form_with_the_editor_allows_inline_styles_and_none_allows_inline_scripts(site):
    article = make_published_article()
    form = site.get(change_url(article))["Content-Security-Policy"]
    listed = site.get(reverse("admin:articles_article_changelist"))["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in form
    for policy in (form, listed):
        assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in listed
