"""What names mean follows from the whole set of rows and records, at any moment."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Attestation, Contribution, Mention
from articles.preparing import prepare_bytes
from articles.settling import Names, settle
from events.models import Event, EventParticipation
from people.models import Appointment, Organisation, Person, PersonAlias, Post
from tests.articles.admin_forms import form_data
from tests.articles.documents import UNION, make_document, make_notice, make_prepared
from tests.articles.test_importing import dump, take
from tests.factories import make_editor, make_organisation, make_person
from tests.opening import opened
from tests.people.test_admin import EMPTY_ORGANISATION, EMPTY_PERSON, inline
from unioncms.admin_site import admin_url
from unioncms.parsing import Contributor
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db
REFERENCE = os.environ.get("UNIONCMS_REFERENCE", "")
CITY, OTHER = "云州市总工会", "汐湖市总工会"


@pytest.fixture
def site(client):
    client.force_login(make_editor())
    return client


def states(name: str = "陈立") -> dict[str, tuple[str, int | None]]:
    """Headline → what the name means there."""
    rows = Mention.objects.filter(kind="person", name=name).order_by("pk")
    return {each.article.headline: (each.state, each.person_id) for each in rows}


def add_person(site, name: str = "陈立", **values) -> Person:
    response = site.post(
        reverse("admin:people_person_add"), EMPTY_PERSON | {"name": name} | values, follow=True
    )
    assert not response.context.get("errors"), response.context["errors"]
    return Person.objects.order_by("pk").last()


def change(site, record, **values):
    empty = EMPTY_PERSON if isinstance(record, Person) else EMPTY_ORGANISATION | {"kind": "union"}
    data = opened(site, record) | empty | {"name": record.name} | values
    return site.post(admin_url(record), data, follow=True)


def delete(site, record) -> str:
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_delete"
    return site.post(reverse(name, args=[record.pk]), {"post": "yes"}, follow=True).content.decode()


# People that an editor adds, renames and deletes


def test_who_is_added_by_hand_is_linked_and_who_is_deleted_is_released(site):
    take(make_notice(1, "陈立", (CITY, "主席")), make_records=False)
    assert states() == {"通知1": (MatchState.UNMATCHED, None)}
    person = add_person(site)
    assert states() == {"通知1": (MatchState.MATCHED, person.pk)}
    assert LogEntry.objects.filter(object_id=str(person.pk), change_message="已对应 1 处提及。").exists()
    assert "已释放 1 处提及。" in delete(site, person)
    assert states() == {"通知1": (MatchState.UNMATCHED, None)}
    assert not Person.objects.exists()


@pytest.mark.skipif(not REFERENCE, reason="UNIONCMS_REFERENCE names no folder of real documents")
def test_a_real_person_is_linked_when_added_by_hand_and_taken_back(site):
    path = next((Path(REFERENCE) / "seeds").glob("000*"))
    take(prepare_bytes(path.read_bytes(), path.name), make_records=False)
    assert not Person.objects.exists()
    person = add_person(site, "单绪平")
    rows = Mention.objects.filter(kind="person", name="单绪平")
    assert {(each.state, each.person) for each in rows} == {(MatchState.MATCHED, person)}
    delete(site, person)
    assert {(each.state, each.person) for each in rows.all()} == {(MatchState.UNMATCHED, None)}
    assert not Person.objects.exists()


def test_a_deleted_person_does_not_come_back_by_itself(site):
    first = make_notice(1, "陈立", (CITY, "主席"))
    take(first)
    delete(site, Person.objects.get())
    settle(Names(people={"陈立"}))
    again = make_notice(1, "陈立", (CITY, "主席"), organisations=(OTHER,))
    take(replace(again, sha256=first.sha256))
    assert not Person.objects.exists()
    take(make_notice(2, "陈立"))
    person = Person.objects.get()
    assert states() == {"通知1": (MatchState.MATCHED, person.pk), "通知2": (MatchState.MATCHED, person.pk)}


def test_a_record_by_hand_takes_the_place_of_a_provisional_one(site):
    take(make_notice(1, "陈立", (CITY, "主席")))
    provisional = Person.objects.get()
    person = add_person(site)
    assert states() == {"通知1": (MatchState.MATCHED, person.pk)}
    assert not Person.objects.filter(pk=provisional.pk).exists()
    assert Appointment.objects.get().person == person


def test_a_second_record_of_a_name_makes_it_ambiguous_until_it_goes(site):
    take(make_notice(1, "陈立"))
    first, second = add_person(site), add_person(site)
    assert states() == {"通知1": (MatchState.AMBIGUOUS, None)}
    delete(site, second)
    assert states() == {"通知1": (MatchState.MATCHED, first.pk)}


def test_a_renamed_person_lets_go_and_links_anew(site):
    take(make_notice(1, "陈立"), make_notice(2, "陈力"), make_records=False)
    person = add_person(site)
    page = change(site, person, name="陈力").content.decode()
    assert "已对应 1 处提及，释放 1 处。" in page
    assert states() == {"通知1": (MatchState.UNMATCHED, None)}
    assert states("陈力") == {"通知2": (MatchState.MATCHED, person.pk)}


def test_an_alias_links_and_its_deletion_releases(site):
    take(make_notice(1, "阿立"), make_records=False)
    person = add_person(site)
    change(site, person, **inline("aliases", {"name": "阿立", "kind": "pen_name"}))
    assert states("阿立") == {"通知1": (MatchState.MATCHED, person.pk)}
    delete(site, PersonAlias.objects.get())
    assert states("阿立") == {"通知1": (MatchState.UNMATCHED, None)}


def test_a_confirmed_post_tells_namesakes_apart(site):
    take(make_notice(1, "陈立", (CITY, "主席")), make_notice(2, "陈立", (OTHER, "主席")))
    post = Post.objects.get(organisation__name=OTHER)
    person = add_person(site, **inline("appointments", {"post": post.pk}))
    assert states()["通知2"] == (MatchState.MATCHED, person.pk)
    assert states()["通知1"][1] not in (person.pk, None)
    assert Person.objects.count() == 2


def test_a_checked_person_keeps_the_posts_that_were_seen(site):
    take(make_notice(1, "陈立", (CITY, "主席")))
    person = Person.objects.get()
    sent = {"action": "mark_checked", "_selected_action": [person.pk]}
    site.post(reverse("admin:people_person_changelist"), sent)
    take(make_notice(2, "陈立", (OTHER, "主席")))
    assert states()["通知1"] == (MatchState.MATCHED, person.pk)
    assert states()["通知2"][1] not in (person.pk, None)


# Articles that an editor changes


def test_what_only_a_deleted_article_named_goes_with_it(site):
    take(make_notice(1, "陈立"), make_notice(2, "陈立"), make_notice(3, "白云", organisations=(CITY,)))
    keys = list(Article.objects.exclude(headline="通知2").values_list("pk", flat=True))
    sent = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    site.post(reverse("admin:articles_article_changelist"), sent)
    assert list(Person.objects.values_list("name", flat=True)) == ["陈立"]
    assert not Organisation.objects.exists()


def test_a_name_that_an_editor_adds_is_matched(site):
    take(make_notice(1, "陈立"))
    article = Article.objects.get()
    data = form_data(site, article)
    data |= {"contributions-TOTAL_FORMS": 1, "contributions-0-printed_name": "陈立"}
    data |= {"contributions-0-position": 0, "contributions-0-role": "reporter"}
    response = site.post(reverse("admin:articles_article_change", args=[article.pk]), data)
    assert response.status_code == 302, response.context["errors"]
    assert Contribution.objects.get().person == Person.objects.get()


# What an editor has settled


def settle_row(row, person: Person | None) -> None:
    row.person, row.is_settled = person, True
    row.state = MatchState.MATCHED if person else MatchState.UNMATCHED
    row.save()


def test_a_settled_passage_ties_its_document_and_stays(site):
    take(make_notice(1, "陈立", (CITY, "主席")), make_notice(2, "陈立", (CITY, "主席")))
    person = add_person(site)
    other = add_person(site)
    settle_row(Mention.objects.get(article__headline="通知1"), other)
    settle(Names(people={"陈立"}))
    assert {each.person for each in Attestation.objects.all()} == {other}
    assert states()["通知2"] == (MatchState.MATCHED, other.pk)
    assert person.appointments.count() == 0


def test_an_emptied_and_a_rejected_passage_stay_empty():
    take(make_notice(1, "陈立"), make_notice(2, "陈立"))
    settle_row(Mention.objects.get(article__headline="通知1"), None)
    Mention.objects.filter(article__headline="通知2").update(state=MatchState.REJECTED, person=None)
    settle(Names(people={"陈立"}))
    assert states() == {"通知1": (MatchState.UNMATCHED, None), "通知2": (MatchState.REJECTED, None)}
    assert not Person.objects.exists()


def test_the_passages_of_a_document_tied_to_two_people_wait():
    take(make_notice(1, "陈立", (CITY, "主席")))
    one, other = make_person("陈立"), make_person("陈立")
    settle_row(Mention.objects.get(), one)
    settle_row(Contribution.objects.create(article=Mention.objects.get().article, printed_name="陈立"), other)
    settle(Names(people={"陈立"}))
    assert Attestation.objects.get().state == MatchState.AMBIGUOUS
    assert states()["通知1"] == (MatchState.MATCHED, one.pk)


def test_settling_again_changes_nothing():
    take(make_prepared(), make_notice(1, "林海生", (OTHER, "主席")), make_notice(2, "林海生"))
    before = dump()
    settled = settle(Names({"林海生", "何晓兰"}, {UNION, OTHER}, {"第九届职工技能大赛"}))
    assert dump() == before
    assert not settled.made
    assert not settled.outcome


# Bodies and events


def test_a_body_added_by_hand_is_linked_with_its_posts(site):
    take(make_notice(1, "陈立", (CITY, "主席"), organisations=(CITY,)), make_records=False)
    person = add_person(site)
    site.post(reverse("admin:people_organisation_add"), EMPTY_ORGANISATION | {"name": CITY, "kind": "union"})
    assert Mention.objects.get(kind="organisation").organisation.name == CITY
    post = make_organisation(OTHER).posts.create(title="主席")
    assert Attestation.objects.get().post is None
    Attestation.objects.update(may_found=True)
    settle(Names(organisations={CITY}))
    attestation = Attestation.objects.get()
    assert (attestation.state, attestation.person, attestation.post.title) == ("matched", person, "主席")
    assert attestation.post != post


def test_two_bodies_of_one_name_wait_until_one_is_renamed(site):
    take(make_notice(1, organisations=(CITY,)))
    first, second = make_organisation(CITY), make_organisation(CITY)
    settle(Names(organisations={CITY}))
    assert Mention.objects.get().state == MatchState.AMBIGUOUS
    assert set(Organisation.objects.all()) == {first, second}
    change(site, second, name=OTHER)
    assert Mention.objects.get().organisation == first


def test_a_body_deleted_in_the_list_is_released_and_stays_away(site):
    take(make_notice(1, organisations=(CITY,)))
    site.post(
        reverse("admin:people_organisation_changelist"),
        {"action": "delete_selected", "_selected_action": [Organisation.objects.get().pk], "post": "yes"},
    )
    settle(Names(organisations={CITY}))
    assert Mention.objects.get().state == MatchState.UNMATCHED
    assert not Organisation.objects.exists()


def test_an_event_follows_its_reports_and_its_people(site):
    take()
    event = Event.objects.get(name="第九届职工技能大赛")
    chair = Person.objects.get(name="林海生")
    namesake = add_person(site, "林海生")
    add_person(site, "林海生")
    assert not event.participations.filter(person__isnull=False).exists()
    assert not Person.objects.filter(pk=chair.pk).exists()
    delete(site, namesake)
    assert event.participations.get(person__isnull=False).person.name == "林海生"
    delete(site, event)
    assert set(Mention.objects.filter(name=event.name).values_list("state", "event")) == {("unmatched", None)}


def test_a_deleted_participant_is_not_inferred_again():
    take()
    EventParticipation.objects.filter(person__isnull=False).delete()
    settle(Names(people={"林海生"}, events={"第九届职工技能大赛"}))
    assert not EventParticipation.objects.filter(person__isnull=False).exists()


def test_what_an_editor_entered_of_an_event_stays():
    take()
    event = Event.objects.get(name="第九届职工技能大赛")
    entered = event.participations.create(person=make_person("白云"), role="speaker")
    settle(Names(events={event.name}))
    assert event.participations.filter(pk=entered.pk).exists()
    assert event.participations.filter(is_inferred=True).count() == 2


# Queries


def queries_of(prepared) -> int:
    with CaptureQueriesContext(connection) as queries:
        take(prepared)
    return len(queries)


def fill(people: int, shared: int) -> None:
    """People with posts in bodies of their own; `shared` names are borne by several."""
    bodies = Organisation.objects.bulk_create(
        Organisation(name=f"第{number}机床厂工会") for number in range(people)
    )
    posts = Post.objects.bulk_create(Post(organisation=body, title="主席") for body in bodies)
    rows = Person.objects.bulk_create(
        Person(name=f"名{number % shared if number < people // 2 else number}") for number in range(people)
    )
    Appointment.objects.bulk_create(
        Appointment(person=row, post=post) for row, post in zip(rows, posts, strict=True)
    )


def crowd(number: int):
    """A page that names sixty of them, shared names and others."""
    document = make_document()
    names = [f"名{each}" for each in range(60)]
    article = replace(
        document.articles[0], contributors=tuple(Contributor(name, "reporter") for name in names)
    )
    document = replace(document, articles=(article, document.articles[1]))
    return make_prepared(document, content=f"第{number}页")


def test_queries_do_not_grow_with_the_people_of_one_name():
    fill(400, 30)
    take(crowd(0))
    few = queries_of(crowd(1))
    fill(10_000, 300)
    take(crowd(2))
    assert queries_of(crowd(3)) <= few
    states = set(Contribution.objects.filter(printed_name="名7").values_list("state", flat=True))
    assert states == {MatchState.AMBIGUOUS}
