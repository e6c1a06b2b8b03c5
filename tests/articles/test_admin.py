"""The admin as a whole: every list and form, their language, and what stands first."""

import re
from html import unescape

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import (
    Site,
)
from tests.articles.admin_forms import change_url
from tests.articles.admin_rows import ROWS
from tests.factories import (
    make_article,
    make_person,
)

pytestmark = pytest.mark.django_db


REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
LISTED = [model for model in REGISTERED if model is not Site]  # its one row stands in for a list


def count_queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.label)
def test_a_list_takes_no_more_queries_with_more_rows(model, site):
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for n in range(2):
        ROWS[model](n)
    few = count_queries(site, url)
    for n in range(2, 20):
        ROWS[model](n)
    assert count_queries(site, url) == few


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.label)
def test_a_record_opens_is_found_and_its_add_form_opens(model, site):
    record = ROWS[model](1)
    model_admin = admin.site._registry[model]
    options = model._meta
    assert site.get(change_url(record)).status_code == 200
    assert model_admin.search_fields
    listed = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    assert site.get(listed, {"q": "1"}).status_code == 200
    addition = site.get(reverse(f"admin:{options.app_label}_{options.model_name}_add"))
    assert addition.status_code == (200 if model_admin.has_add_permission(addition.wsgi_request) else 403)


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_every_link_is_chosen_by_autocomplete_or_read_only(model, site, rf, editor):
    request = rf.get("/")
    request.user = editor
    model_admin = admin.site._registry[model]
    if not model_admin.has_add_permission(request):
        return
    record = ROWS[model](1)
    assert links_without_autocomplete(model_admin, model_admin.get_form(request, record), request) == set()
    for inline in model_admin.get_inline_instances(request, record):
        if inline.has_add_permission(request, record):
            formset = inline.get_formset(request, record)
            assert links_without_autocomplete(inline, formset.form, request) <= {formset.fk.name}


def links_without_autocomplete(options, form, request) -> set[str]:
    links = {field.name for field in options.model._meta.get_fields() if field.many_to_one and field.editable}
    return links & set(form.base_fields) - set(options.get_autocomplete_fields(request))


FOREIGN_WORDS = {
    "Markdown",
    "Word",
    "docx",
    "PDF",
    "CSV",
    "XLSX",
    "SHA",
    "ICP",
    "JPEG",
    "PNG",
    "WebP",
    "http",
    "about",
    "people",
    "utf",
    "txt",
    "page",
    "editor",
    "new",
    "testserver",
    "Control",
    "Command",
    "Mac",
    "LDAP",
}


def english_in(html: str) -> set[str]:
    """The words in Latin letters that a page shows, but for those that belong there."""
    html = re.sub(r"<(script|style|textarea|code|bdi)\b.*?</\1>", " ", html, flags=re.DOTALL)
    shown = re.sub(r"<[^>]*>", " ", html) + " ".join(re.findall(r'(?:title|alt|placeholder)="([^"]*)"', html))
    return set(re.findall(r"[A-Za-z]{3,}", unescape(shown))) - FOREIGN_WORDS


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_lists_and_forms_speak_chinese(model, site):
    record = ROWS[model](1)
    options = model._meta
    pages = [reverse(f"admin:{options.app_label}_{options.model_name}_changelist"), change_url(record)]
    if admin.site._registry[model].has_add_permission(site.get("/admin/").wsgi_request):
        pages.append(reverse(f"admin:{options.app_label}_{options.model_name}_add"))
        pages.append(reverse(f"admin:{options.app_label}_{options.model_name}_delete", args=[record.pk]))
    pages.append(reverse(f"admin:{options.app_label}_{options.model_name}_history", args=[record.pk]))
    for page in pages:
        assert english_in(site.get(page).content.decode()) == set(), page


def test_the_index_and_the_pages_of_the_account_speak_chinese(site, client):
    for name in ("index", "password_change"):
        assert english_in(site.get(reverse(f"admin:{name}")).content.decode()) == set()
    assert english_in(site.post(reverse("admin:logout")).content.decode()) == set()
    assert english_in(client.get(reverse("admin:login")).content.decode()) == set()


def test_the_index_begins_with_articles_and_says_what_waits(site):
    make_article()
    make_person(is_provisional=True)
    page = site.get(reverse("admin:index"))
    assert [app["app_label"] for app in page.context["app_list"]] == ["articles", "people", "events"]
    assert page.context["app_list"][0]["models"][0]["object_name"] == "Article"
    counts = {queue["name"]: queue["count"] for queue in page.context["queues"]}
    assert counts["草稿"] == 1
    assert counts["待核人物"] == 1
