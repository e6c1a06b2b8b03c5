"""The sitemap and robots.txt, against the published format."""

from urllib.parse import unquote

import pytest
from django.conf import settings
from django.urls import reverse
from lxml import etree

from articles import sitemaps
from people.models import Honour, OrganisationLink
from tests.factories import (
    make_article,
    make_column,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_published_article,
)
from tests.reading import count_queries

pytestmark = pytest.mark.django_db

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# The format of sitemaps.org, as far as this site uses it.
FORMAT = f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{SPACE}"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><choice>
    <element name="sitemapindex">
      <zeroOrMore><element name="sitemap"><ref name="place"/></element></zeroOrMore>
    </element>
    <element name="urlset"><zeroOrMore><element name="url"><ref name="place"/></element></zeroOrMore></element>
  </choice></start>
  <define name="place">
    <element name="loc"><data type="anyURI"><param name="maxLength">2048</param></data></element>
    <optional><element name="lastmod"><choice><data type="date"/><data type="dateTime"/></choice></element></optional>
  </define>
</grammar>"""


def places(client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    tree = etree.fromstring(answer.content)
    etree.RelaxNG(etree.fromstring(FORMAT)).assertValid(tree)
    found = [node.text for node in tree.iter(f"{{{SPACE}}}loc")]
    assert all(place.startswith(f"{settings.SITE_URL}/") for place in found)
    return [place.removeprefix(settings.SITE_URL) for place in found]


def all_places(client) -> list[str]:
    pages = places(client, reverse("articles:sitemap"))
    return [place for page in pages for place in places(client, page)]


@pytest.fixture
def records():
    """One of each kind that readers may see."""
    article = make_published_article(column=make_column())
    article.tags.add("换届")
    found = [make_person(), make_organisation(), make_event()]
    for record in found:
        make_mention(article, record)
    honour = Honour.objects.create(person=found[0], name="五一劳动奖章")
    return [article, article.column, *found, honour]


def test_every_page_that_readers_may_see_is_told_once(client, records):
    found = all_places(client)
    assert len(found) == len(set(found))
    wanted = {record.get_absolute_url() for record in records} | {
        reverse("articles:tag", args=[records[0].tags.get().pk])
    }
    assert wanted <= set(found)
    for place in found:
        assert client.get(unquote(place)).status_code == 200, place


def test_drafts_and_what_only_they_name_are_not_told(client):
    draft = make_article(column=make_column())
    draft.tags.add("草稿")
    person = make_person()
    for record in (person, make_organisation(), make_event()):
        make_mention(draft, record)
    Honour.objects.create(person=person, name="五一劳动奖章")
    assert all_places(client) == [reverse(name) for name in sitemaps.PageMap().items()]


def test_a_former_name_is_not_told(client):
    old, now = make_organisation("云州工会"), make_organisation()
    for body in (old, now):
        make_mention(make_published_article(), body)
    OrganisationLink.objects.create(organisation=old, kind="renamed", other=now)
    found = all_places(client)
    assert now.get_absolute_url() in found
    assert old.get_absolute_url() not in found


def test_sections_are_paged_and_the_index_names_each_page(client, monkeypatch):
    monkeypatch.setattr(sitemaps.SiteMap, "limit", 2)
    for number in range(5):
        make_published_article(f"报道{number}")
    pages = [page for page in places(client, reverse("articles:sitemap")) if "sitemap-articles" in page]
    assert pages == ["/sitemap-articles.xml", "/sitemap-articles.xml?p=2", "/sitemap-articles.xml?p=3"]
    assert len([place for page in pages for place in places(client, page)]) == 5


def test_the_host_that_is_asked_is_not_named(client, records, settings):
    settings.ALLOWED_HOSTS = ["other.example"]
    for name in ("articles:sitemap", "articles:robots", "articles:feed"):
        assert b"other.example" not in client.get(reverse(name), headers={"Host": "other.example"}).content


@pytest.mark.parametrize("page", ["0", "9", "x", "-1", "9" * 40, "²"])
def test_a_page_that_is_not_there_is_not_found(client, page):
    assert client.get("/sitemap-articles.xml", {"p": page}).status_code == 404
    assert client.get("/sitemap-drafts.xml").status_code == 404


def test_twenty_records_take_as_many_queries_as_two(client):
    def add(numbers):
        for number in numbers:
            article = make_published_article(f"报道{number}")
            make_mention(article, make_person(f"职工{number}"))
            make_mention(article, make_organisation(f"第{number}厂工会"))

    addresses = ["/sitemap.xml", "/sitemap-articles.xml", "/sitemap-people.xml", "/sitemap-organisations.xml"]
    add(range(2))
    few = [count_queries(client, address) for address in addresses]
    add(range(2, 20))
    assert [count_queries(client, address) for address in addresses] == few
    assert few[1:] == [2, 2, 2]


def test_robots_are_told_of_the_map_and_kept_from_the_admin(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == ["User-agent: *", "Disallow: /admin/", f"Sitemap: {settings.SITE_URL}/sitemap.xml"]
