"""大字版 by address alone."""

import re

import pytest
from django.urls import get_script_prefix, reverse

from tests.factories import make_column, make_mention, make_person, make_published_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    article = make_published_article(column=make_column())
    make_mention(article, make_person())
    return article


def own_links(html: str) -> list[str]:
    return [link for link in re.findall(r'<a [^>]*?href="(/[^"]*)"', html) if "size-link" not in link]


def test_every_page_stands_in_large_type_with_links_that_stay_there(client, article):
    pages = [
        "/",
        article.get_absolute_url(),
        article.column.get_absolute_url(),
        reverse("people:person_list"),
    ]
    for path in pages:
        html = client.get(f"/large{path}").content.decode()
        assert '<html lang="zh-Hans" data-size="24">' in html
        links = re.sub(r'<a class="size-link"[^>]*>', "", html)
        assert own_links(links)
        assert [link for link in own_links(links) if not link.startswith("/large/")] == []


def test_it_leads_to_the_other_version_and_names_the_address_without_the_prefix(client):
    for number in range(31):
        make_published_article(f"稿件{number}")
    small = client.get("/articles/?page=2").content.decode()
    large = client.get("/large/articles/?page=2").content.decode()

    assert '<a class="size-link" href="/large/articles/?page=2"' in small
    assert '<a class="size-link" href="/articles/?page=2"' in large
    canonical = re.search(r'rel="canonical" href="[^"]*?(/articles/[^"]*)"', small).group(1)
    assert canonical == "/articles/?page=2"
    assert re.search(r'rel="canonical" href="([^"]*)"', large).group(1) == re.search(
        r'rel="canonical" href="([^"]*)"', small
    ).group(1)
    assert 'rel="prev" href="/large/articles/"' in large


def test_links_that_an_editor_wrote_stay_there_too(client):
    article = make_published_article(
        body='<p>见<a href="/people/">人物</a>、<a href="//a.example/x">别处</a>、<a href="https://a.example/">外站</a>、'
        '<a href="/admin/">后台</a>。</p>'
    )
    html = client.get(f"/large{article.get_absolute_url()}").content.decode()
    prose = html[html.index('class="prose"') :]
    for address in ("/large/people/", "https://a.example/", "/admin/"):
        assert f'<a href="{address}"' in prose
    assert "/large//" not in prose


def test_the_next_page_asked_for_is_in_the_usual_size(client, article):
    client.get("/large/")
    assert get_script_prefix() == "/"
    assert "/large/articles/" not in client.get("/").content.decode()


def test_a_redirect_stays_in_large_type(client, article):
    response = client.get(f"/large/articles/{article.pk}")
    assert response.headers["Location"] == f"/large/articles/{article.pk}/"


def test_the_address_without_its_slash_leads_to_the_front_page(client):
    response = client.get("/large?size=2")
    assert (response.status_code, response.headers["Location"]) == (301, "/large/?size=2")


@pytest.mark.parametrize(
    "path", ["/large/admin/", "/large/large/", "/large/static/unioncms/favicon.svg", "/largest/"]
)
def test_what_is_no_page_for_readers_has_no_large_version(client, path):
    assert client.get(path).status_code == 404


def test_no_address_makes_a_link_to_another_site(client):
    page = client.get("/large//evil.example/")
    assert page.status_code == 404
    assert 'href="//' not in page.content.decode()


def test_pages_vary_by_no_cookie_and_carry_no_token(client, article):
    response = client.get(f"/large{article.get_absolute_url()}")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "csrf" not in response.content.decode()
