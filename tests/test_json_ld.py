"""What pages tell machines: schema.org in a data block, Open Graph, the metadata of government pages."""

import json
import re

import pytest
from django.conf import settings
from lxml import html

from articles.publishing import publish
from people.models import AliasKind, Honour, OrganisationLink
from tests.factories import (
    make_appointment,
    make_article,
    make_column,
    make_contribution,
    make_editor,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_published_article,
)
from unioncms.json_ld import as_script

pytestmark = pytest.mark.django_db

# What each type must have to be of use; our own list, shorter than schema.org's and stricter.
REQUIRED = {
    "NewsArticle": {
        *("headline", "url", "mainEntityOfPage", "datePublished", "dateModified", "author", "publisher"),
        *("description", "inLanguage", "isAccessibleForFree"),
    },
    "Person": {"name", "url"},
    "Organization": {"name", "url"},
    "Event": {"name", "url", "startDate", "location"},
    "OrganizationRole": {"roleName"},
    "Place": {"name"},
    "Periodical": {"name"},
}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?\+\d\d:\d\d)?)?)?")


def data_of(client, record) -> dict:
    """The one node about `record`, every node in it checked against `REQUIRED`."""
    tree = html.fromstring(client.get(record.get_absolute_url()).content)
    (block,) = tree.xpath("//script[@type='application/ld+json']")
    graph = json.loads(block.text)
    assert graph["@context"] == "https://schema.org"
    site, node = graph["@graph"]
    assert site["@id"] == f"{settings.SITE_URL}/#site"
    check(node)
    return node


def check(node: dict, is_reference: bool = False) -> None:
    if "@type" in node:
        is_named_only = is_reference and node["@type"] in ("Person", "Organization", "Event")
        wanted = {"name"} if is_named_only else REQUIRED[node["@type"]]
        assert wanted <= set(node), node
    for name, value in node.items():
        assert value not in (None, "", [], {}), name
        if name.lower().endswith("date") or name.startswith("date"):
            assert DATE.fullmatch(value), value
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                check(each, is_reference=True)


def metadata_of(client, address: str) -> dict[str, str]:
    tree = html.fromstring(client.get(address).content)
    return {
        node.get("name") or node.get("property"): node.get("content")
        for node in tree.xpath("//meta[@content]")
    }


@pytest.fixture
def article():
    article = make_article("换届大会", column=make_column(brief="谈工作"), published_on="2024-05-01")
    make_contribution(article, "何晓兰", make_person("何晓兰"))
    article.tags.add("换届")
    make_mention(article, make_organisation())
    publish([article], make_editor(), "终审通过")
    article.refresh_from_db()
    return article


def test_an_article_says_who_wrote_it_when_and_what_it_names(client, article):
    data = data_of(client, article)
    person = article.contributions.get().person
    assert data["@type"] == "NewsArticle"
    assert (data["headline"], data["datePublished"]) == ("换届大会", "2024-05-01")
    assert data["author"] == [
        {"@type": "Person", "name": "何晓兰", "url": f"{settings.SITE_URL}{person.get_absolute_url()}"}
    ]
    assert data["publisher"] == {"@id": f"{settings.SITE_URL}/#site"}
    assert [each["name"] for each in data["mentions"]] == ["云州市总工会"]
    assert data["keywords"] == ["换届"]


def test_a_person_has_posts_with_their_terms(client):
    person = make_person(gender="female", born_on="1970-05")
    make_mention(make_published_article(), person)
    make_appointment(person, make_post(), started_on="2018-06", ended_on="2021")
    person.aliases.create(name="海生", kind=AliasKind.PEN_NAME)
    person.aliases.create(name="林海牛", kind=AliasKind.MISPRINT)
    Honour.objects.create(person=person, name="五一劳动奖章")
    data = data_of(client, person)
    assert (data["@type"], data["gender"], data["birthDate"]) == ("Person", "Female", "1970-05")
    assert data["alternateName"] == ["海生"]
    assert data["award"] == ["五一劳动奖章"]
    assert data["memberOf"] == [
        {
            "@type": "OrganizationRole",
            "roleName": "主席",
            "startDate": "2018-06",
            "endDate": "2021",
            "memberOf": {"@type": "Organization", "name": "云州市总工会"},
        }
    ]


def test_a_body_has_those_above_and_below_it_and_its_people(client):
    article = make_published_article()
    city, province, county = (
        make_organisation(name) for name in ("云州市总工会", "云岭省总工会", "云县总工会")
    )
    person = make_person()
    for record in (city, province, county, person):
        make_mention(article, record)
    OrganisationLink.objects.create(organisation=city, kind="subordinate", other=province)
    OrganisationLink.objects.create(organisation=county, kind="subordinate", other=city)
    make_appointment(person, make_post("主席", city), started_on="2018")
    data = data_of(client, city)
    assert data["parentOrganization"]["name"] == "云岭省总工会"
    assert [each["name"] for each in data["subOrganization"]] == ["云县总工会"]
    assert data["member"][0]["member"]["name"] == "林海生"


def test_an_event_has_its_time_place_and_organisers(client):
    event = make_event(place="云州体育馆", started_on="2024-05-01", ended_on="2024-05-03")
    body = make_organisation()
    make_mention(make_published_article(), event)
    event.participations.create(organisation=body, role="organiser")
    data = data_of(client, event)
    assert (data["startDate"], data["endDate"]) == ("2024-05-01", "2024-05-03")
    assert data["location"] == {"@type": "Place", "name": "云州体育馆"}
    assert [each["name"] for each in data["organizer"]] == ["云州市总工会"]


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "&lt;]]>\u2028"])
def test_no_text_can_close_the_data_block(client, text):
    person = make_person(text)
    make_mention(make_published_article(text), person)
    assert data_of(client, person)["name"] == text
    script = as_script([{"name": text}])
    inner = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028") & set(inner)


def test_a_page_in_large_type_has_the_address_of_the_other(client, article):
    answer = client.get(f"/large{article.get_absolute_url()}").content.decode()
    assert f'"url":"{settings.SITE_URL}{article.get_absolute_url()}"' in answer
    assert f"{settings.SITE_URL}/large" not in answer.partition("ld+json")[2].partition("</script>")[0]


def test_an_article_has_the_metadata_of_government_pages(client, article):
    found = metadata_of(client, article.get_absolute_url())
    assert found["SiteName"] == settings.SITE_NAME
    assert found["SiteDomain"] in settings.SITE_URL
    assert (found["ArticleTitle"], found["ContentSource"]) == ("换届大会", settings.SITE_NAME)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", found["PubDate"])
    assert (found["Author"], found["Keywords"]) == ("何晓兰", "换届")
    assert (found["ColumnName"], found["ColumnDescription"]) == ("主席之声", "谈工作")
    assert found["Url"] == f"{settings.SITE_URL}{article.get_absolute_url()}"


def test_pages_of_records_have_their_own_open_graph_title(client, article):
    person = article.contributions.get().person
    for address, title in (
        (article.get_absolute_url(), "换届大会"),
        (person.get_absolute_url(), "何晓兰"),
        (article.column.get_absolute_url(), "主席之声"),
    ):
        found = metadata_of(client, address)
        assert found["og:title"] == title
        assert found["og:url"] == f"{settings.SITE_URL}{address}"


def test_the_column_page_says_what_the_column_is(client, article):
    found = metadata_of(client, article.column.get_absolute_url())
    assert (found["ColumnName"], found["ColumnDescription"]) == ("主席之声", "谈工作")
    assert found["ColumnType"]
    assert found["ColumnKeywords"]
