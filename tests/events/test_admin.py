"""Events in the admin, and the events of people and bodies."""

import pytest
from django.urls import reverse

from events.models import Event, EventParticipation
from tests.factories import (
    make_article,
    make_editor,
    make_event,
    make_mention,
    make_organisation,
    make_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(client):
    client.force_login(make_editor())
    return client


def participations(*rows: dict) -> dict:
    data = {"participations-TOTAL_FORMS": len(rows), "participations-INITIAL_FORMS": 0}
    data |= {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"participations-{number}-{name}": value for name, value in row.items()}
    return data


def test_an_event_is_added_with_those_who_took_part(site):
    person, body = make_person(), make_organisation()
    data = {"name": "技能大赛", "kind": "contest", "started_on": "2024-05"}
    data |= participations(
        {"role": "speaker", "person": person.pk}, {"role": "organiser", "organisation": body.pk}
    )
    response = site.post(reverse("admin:events_event_add"), data)
    assert response.status_code == 302, response.context["errors"]
    event = Event.objects.get()
    assert str(event.started_on) == "2024年5月"
    assert {each.role for each in event.participations.all()} == {"speaker", "organiser"}


@pytest.mark.parametrize("both", [True, False])
def test_a_participant_is_a_person_or_a_body(site, both):
    row = {"role": "present"}
    if both:
        row |= {"person": make_person().pk, "organisation": make_organisation().pk}
    else:
        row["role"] = "speaker"
    data = {"name": "技能大赛", "kind": "contest"} | participations(row)
    response = site.post(reverse("admin:events_event_add"), data)
    assert "请在人物和单位中只选一个" in response.content.decode()
    assert not EventParticipation.objects.exists()


def test_a_person_s_form_shows_the_events(site):
    person, event = make_person(), make_event()
    EventParticipation.objects.create(event=event, person=person, role="speaker")
    html = site.get(reverse("admin:people_person_change", args=[person.pk])).content.decode()
    assert "参加的活动" in html
    assert event.name in html


def test_an_event_lists_its_articles_and_leaves_the_queue(site):
    event = make_event(is_provisional=True, started_on="2024-05-01")
    article = make_article()
    make_mention(article, event)
    html = site.get(reverse("admin:events_event_change", args=[event.pk])).content.decode()
    assert reverse("admin:articles_article_change", args=[article.pk]) in html
    listed = reverse("admin:events_event_changelist")
    assert "2024年5月1日" in site.get(listed).content.decode()
    site.post(listed, {"action": "mark_checked", "_selected_action": [event.pk]})
    event.refresh_from_db()
    assert not event.is_provisional
