"""Addresses of the admin that no page of ours links to: nobody who types one meets a fault."""

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Post
from tests.factories import make_article, make_editor

pytestmark = pytest.mark.django_db
TOO_GREAT = "9" * 24  # no column holds it


@pytest.fixture
def site(client: Client) -> Client:
    client.force_login(make_editor(), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("articles_article_changelist", "status__exact=%00"),
        ("articles_article_changelist", "q=%00"),
        ("articles_article_add", "headline=%00"),
        ("people_person_changelist", "gender__exact=%00"),
        ("autocomplete", "app_label=articles&model_name=mention&field_name=person&term=%00"),
        ("articles_article_changelist", "%00=1"),
    ],
)
def test_a_nul_is_a_bad_request(site, name, query):
    """PostgreSQL takes none in a text."""
    response = site.get(f"{reverse(f'admin:{name}')}?{query}")
    assert response.status_code == 400
    assert "请求有误" in response.content.decode()


@pytest.mark.parametrize("year", ["99999999999", TOO_GREAT, "0", "99999"])
def test_a_year_that_no_calendar_has_shows_the_whole_list(site, year):
    make_article()
    response = site.get(
        reverse("admin:articles_article_changelist"), {"published_on_earliest__year": year}, follow=True
    )
    assert response.status_code == 200
    assert response.redirect_chain


@pytest.mark.parametrize("value", ["zzz", TOO_GREAT, "-1", "²"])
def test_a_link_that_names_no_record_opens_an_empty_form(site, value):
    assert site.get(reverse("admin:articles_article_add"), {"column": value}).status_code == 200
    assert site.get(reverse("admin:articles_mention_add"), {"article": value}).status_code == 200


def test_a_link_may_fill_a_form(site):
    article = make_article(headline="劳模大会召开")
    html = site.get(reverse("admin:articles_mention_add"), {"article": article.pk, "text": "王大力"})
    assert "劳模大会召开" in html.content.decode()
    assert 'value="王大力"' in html.content.decode()


def test_whoever_logs_in_from_a_strange_link_lands_in_the_newsroom(client):
    editor = make_editor()
    editor.set_password("correct horse 7")
    editor.save()
    response = client.post(
        reverse("admin:login") + "?next=//elsewhere.example/",
        {"username": editor.username, "password": "correct horse 7", "next": "//elsewhere.example/"},
    )
    assert response.status_code == 302
    assert response["Location"] == reverse("admin:index")


@pytest.mark.parametrize("key", ["²", "\0", "x", "9" * 30, "9" * 5000, "-1", "999"])
def test_a_form_that_chooses_no_record_is_shown_again(site, key):
    answer = site.post("/admin/people/post/add/", {"title": "主席", "rank": "1", "organisation": key})
    assert answer.status_code == 200
    assert not Post.objects.exists()


@pytest.mark.parametrize("guest", ["taggit", "auth"])
def test_the_breadcrumb_of_tags_and_groups_leads_to_what_they_stand_with(site, guest):
    assert site.get(f"/admin/{guest}/").status_code == 200
