"""The JSON API: its description, its lists and records, and what it costs."""

import json

import pytest
from django.conf import settings
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from articles.models import Attestation
from articles.publishing import publish
from people.models import Honour, OrganisationLink
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
from tests.reading import count_queries
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture
def description(client) -> dict:
    return client.get(f"{API}/openapi.json").json()


@pytest.fixture
def get(client, description):
    """The answer of an address under /api/v1, which must be as the description says."""

    def ask(address: str, **query):
        answer = client.get(f"{API}{address}", query)
        assert answer.status_code == 200, answer.content
        path = f"{API}{address}"
        for key in [part for part in address.split("/") if part.isdecimal()]:
            path = path.replace(f"/{key}", "/{pk}")
        said = description["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        Draft202012Validator({**said, "components": description["components"]}).validate(answer.json())
        return answer.json()

    return ask


@pytest.fixture
def article():
    """Released; names a person in a post, a body and an event."""
    article = make_article("换届大会", column=make_column(), published_on="2024-05-01")
    make_contribution(article, "何晓兰", make_person("何晓兰"), printed_post="云州市总工会干部")
    article.tags.add("换届")
    chair, body, event = make_person(), make_organisation(), make_event(started_on="2024-05")
    for record in (chair, body, event):
        make_mention(article, record)
    Attestation.objects.create(
        article=article,
        name=chair.name,
        organisation_name=body.name,
        title="主席",
        person=chair,
        post=make_post("主席", body),
        state=MatchState.MATCHED,
        attested_on="2024-05-01",
    )
    event.participations.create(person=chair, role="speaker")
    publish([article], make_editor(), "终审通过")
    article.refresh_from_db()
    return article


class TestDescription:
    def test_is_valid_openapi(self, description):
        validate(description)
        assert description["openapi"].startswith("3.")
        assert len(description["paths"]) == 9

    def test_every_address_only_reads_and_says_what_is_missing(self, description):
        for path, operations in description["paths"].items():
            assert set(operations) == {"get"}
            assert {"200", "404"} <= set(operations["get"]["responses"]), path

    def test_no_page_shows_it_with_scripts_from_elsewhere(self, client):
        assert client.get(f"{API}/docs").status_code == 404
        assert client.get(f"{API}/").status_code == 404


class TestRecords:
    def test_an_article_is_given_as_it_was_released(self, get, article):
        said = get(f"/articles/{article.pk}")
        assert said["url"] == f"{settings.SITE_URL}{article.get_absolute_url()}"
        assert (said["title"], said["published_on"], said["tags"]) == ("换届大会", "2024-05-01", ["换届"])
        assert said["body"].startswith("<p>5月1日")
        assert said["contributors"][0]["name"] == "何晓兰"
        assert said["contributors"][0]["person"]["name"] == "何晓兰"
        assert [each["name"] for each in said["people"]] == ["林海生"]
        assert [each["name"] for each in said["organisations"]] == ["云州市总工会"]

    def test_a_person_has_posts_with_terms_and_reports(self, get, article):
        person = article.attestations.get().person
        make_appointment(person, article.attestations.get().post, started_on="2018-06", begun_by="当选")
        Honour.objects.create(person=person, name="五一劳动奖章", awarded_on="2020")
        said = get(f"/people/{person.pk}")
        (post,) = said["posts"]
        assert (post["organisation"]["name"], post["title"], post["reports"]) == ("云州市总工会", "主席", 1)
        assert post["terms"] == [
            {"started_on": "2018-06", "ended_on": None, "begun_by": "当选", "ended_by": ""}
        ]
        assert post["first_report"]["title"] == "换届大会"
        assert said["honours"] == [{"name": "五一劳动奖章", "awarded_by": None, "awarded_on": "2020"}]

    def test_a_body_has_its_history_those_above_it_and_its_people(self, get, article):
        body = article.attestations.get().post.organisation
        old, above = make_organisation("云州工会"), make_organisation("云岭省总工会")
        for record in (old, above):
            make_mention(make_published_article(), record)
        OrganisationLink.objects.create(organisation=old, kind="renamed", other=body, started_on="1988")
        OrganisationLink.objects.create(organisation=body, kind="subordinate", other=above)
        said = get(f"/organisations/{body.pk}")
        assert said["history"] == [
            {"name": "云州工会", "started_on": None, "ended_on": "1988", "how": "更名"}
        ]
        assert [each["name"] for each in said["above"]] == ["云岭省总工会"]
        assert get(f"/organisations/{old.pk}")["present"]["name"] == "云州市总工会"
        assert get(f"/organisations/{body.pk}/people")["items"][0]["person"]["name"] == "林海生"

    def test_an_event_has_its_participants(self, get, article):
        said = get(f"/events/{article.mentions.get(kind='event').event_id}")
        assert said["started_on"] == "2024-05"
        assert said["participants"][0]["role"] == "讲话"
        assert said["participants"][0]["person"]["name"] == "林海生"

    def test_what_only_drafts_know_is_not_found(self, client, get):
        draft = make_article("草稿")
        records = {"people": make_person(), "organisations": make_organisation(), "events": make_event()}
        for record in records.values():
            make_mention(draft, record)
        for kind, record in {**records, "articles": draft}.items():
            answer = client.get(f"{API}/{kind}/{record.pk}")
            assert answer.status_code == 404
            assert set(answer.json()) == {"detail"}
            assert get(f"/{kind}")["items"] == []


class TestLists:
    def test_lists_come_in_pages_that_lead_to_one_another(self, get):
        for number in range(55):
            make_published_article(f"报道{number:02}")
        first = get("/articles")
        assert (first["count"], first["page"], first["pages"]) == (55, 1, 2)
        assert first["previous"] is None
        assert first["next"] == f"{settings.SITE_URL}{API}/articles?page=2"
        second = get("/articles", page=2)
        assert len(second["items"]) == 5
        assert second["previous"] == f"{settings.SITE_URL}{API}/articles?page=1"

    def test_articles_can_be_had_by_column_person_and_body(self, get, article):
        make_published_article("别的稿件")
        for query in (
            {"column": article.column_id},
            {"person": article.attestations.get().person_id},
            {"organisation": article.attestations.get().post.organisation_id},
        ):
            assert [each["title"] for each in get("/articles", **query)["items"]] == ["换届大会"]
        assert get("/articles", column=99)["items"] == []

    def test_bodies_can_be_had_by_kind_and_events_by_body(self, get, article):
        body = article.attestations.get().post.organisation
        event = article.mentions.get(kind="event").event
        event.participations.create(organisation=body, role="organiser")
        assert len(get("/organisations", kind="union")["items"]) == 1
        assert get("/organisations", kind="company")["items"] == []
        assert len(get("/events", organisation=body.pk)["items"]) == 1

    @pytest.mark.parametrize(
        ("query", "status"),
        [
            ({"page": "9"}, 404),
            ({"page": "0"}, 422),
            ({"page": "x"}, 422),
            ({"page": "9" * 30}, 422),
            ({"column": "9" * 30}, 422),
            ({"column": "1 or 1=1"}, 422),
        ],
    )
    def test_odd_questions_are_answered_as_such(self, client, query, status):
        assert client.get(f"{API}/articles", query).status_code == status

    @pytest.mark.parametrize("kind", ["articles", "people", "organisations", "events"])
    def test_keys_beyond_any_database_are_not_found(self, client, kind):
        assert client.get(f"{API}/{kind}/{'9' * 30}").status_code == 404

    def test_head_is_answered_like_get_without_the_body(self, client, article):
        for path in ("articles", f"articles/{article.pk}", "openapi.json"):
            given, asked = client.get(f"{API}/{path}"), client.head(f"{API}/{path}")
            assert (asked.status_code, asked.content) == (200, b"")
            assert asked.headers.get("ETag") == given.headers.get("ETag")
            assert asked.headers["Content-Type"] == given.headers["Content-Type"]
        assert client.head(f"{API}/articles/{10**9}").status_code == 404

    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
    def test_nothing_can_be_written(self, client, article, method):
        assert getattr(client, method)(f"{API}/articles/{article.pk}").status_code == 405


class TestCost:
    def test_who_has_an_answer_is_not_sent_it_again(self, client, article):
        for address in (f"{API}/articles", f"{API}/articles/{article.pk}"):
            first = client.get(address)
            assert "max-age=300" in first["Cache-Control"]
            assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304

    def test_twenty_records_take_as_many_queries_as_two(self, client, article):
        body = article.attestations.get().post.organisation

        def add(numbers):
            for number in numbers:
                other = make_published_article(f"报道{number}", column=make_column(f"栏目{number}"))
                make_contribution(other, "何晓兰", None)
                person, event = make_person(f"职工{number}"), make_event(f"活动{number}")
                for record in (person, event, make_organisation(f"第{number}厂工会")):
                    make_mention(other, record)
                    make_mention(article, record)
                make_appointment(person, make_post(f"委员{number}", body), started_on="2020")

        addresses = [
            f"{API}/{path}"
            for path in (
                *("articles", "people", "organisations", "events"),
                *(f"articles/{article.pk}", f"organisations/{body.pk}", f"organisations/{body.pk}/people"),
            )
        ]
        add(range(2))
        few = [count_queries(client, address) for address in addresses]
        add(range(2, 20))
        assert [count_queries(client, address) for address in addresses] == few
        assert few[:4] == [3, 2, 2, 2]

    def test_the_description_names_no_other_host(self, description):
        assert "http" not in json.dumps(description).replace(settings.SITE_URL, "")
