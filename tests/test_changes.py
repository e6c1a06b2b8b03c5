"""What an editor does to the register is announced to whoever listens."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from events.models import Event
from people.models import Organisation, Person, PersonAlias
from tests.factories import make_appointment, make_editor, make_event, make_organisation, make_person
from tests.opening import opened
from tests.people.test_admin import EMPTY_PERSON, inline
from unioncms import changes
from unioncms.changes import Change, Kind, Outcome, announce, listens_to, names_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """The changes announced; each is answered by two links and a release."""
    monkeypatch.setattr(changes, "_listeners", changes.defaultdict(list))
    found: list[Change] = []

    @listens_to(Person, Organisation, Event)
    def listen(change: Change) -> Outcome:
        found.append(change)
        return Outcome(linked=2, released=1)

    return found


@pytest.fixture
def site(client):
    client.force_login(make_editor())
    return client


def save(site, person: Person, **values) -> None:
    data = opened(site, person) | EMPTY_PERSON | {"name": person.name} | values
    response = site.post(reverse("admin:people_person_change", args=[person.pk]), data)
    assert response.status_code == 302, response.context["errors"]


def kinds(heard) -> list[tuple[str, set[str]]]:
    return [(change.kind, set(change.names)) for change in heard]


def test_each_listener_of_a_model_is_asked_and_their_answers_are_added(heard):
    listens_to(Person)(lambda change: Outcome(released=4))
    listens_to(Person)(lambda change: None)
    assert announce(Kind.ADDED, Person, ["林海生", ""]) == Outcome(2, 5)
    assert kinds(heard) == [(Kind.ADDED, {"林海生"})]


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (Outcome(3, 1), "已对应 3 处提及，释放 1 处。"),
        (Outcome(3), "已对应 3 处提及。"),
        (Outcome(0, 1), "已释放 1 处提及。"),
        (Outcome(), ""),
    ],
)
def test_an_outcome_is_a_sentence(outcome, sentence):
    assert str(outcome) == sentence
    assert bool(outcome) == bool(sentence)


def test_the_names_of_a_record_are_its_name_and_aliases():
    person = make_person()
    PersonAlias.objects.create(person=person, name="海生")
    assert names_of([person, make_event("座谈会")]) == {"林海生", "海生", "座谈会"}
    assert names_of([]) == set()


def test_a_person_added_renamed_edited_and_deleted(site, heard):
    response = site.post(reverse("admin:people_person_add"), EMPTY_PERSON | {"name": "林海生"}, follow=True)
    assert "已对应 2 处提及，释放 1 处。" in response.content.decode()
    person = Person.objects.get()
    save(site, person, name="林海升")
    save(site, person, name="林海升", native_place="汐湖")
    save(site, person, name="林海升", native_place="汐湖")
    site.post(reverse("admin:people_person_delete", args=[person.pk]), {"post": "yes"})
    assert kinds(heard) == [
        (Kind.ADDED, {"林海生"}),
        (Kind.RENAMED, {"林海生", "林海升"}),
        (Kind.EDITED, {"林海升"}),
        (Kind.DELETING, {"林海升"}),
        (Kind.DELETED, {"林海升"}),
    ]
    assert {frozenset({person.pk})} == {change.keys for change in heard}
    history = LogEntry.objects.filter(object_id=str(person.pk), change_message="已对应 2 处提及，释放 1 处。")
    assert history.count() == 3


def test_an_alias_in_the_form_or_on_its_own_renames_its_person(site, heard):
    person = make_person()
    save(site, person, **inline("aliases", {"name": "海生", "kind": "short"}))
    alias = PersonAlias.objects.get()
    site.post(reverse("admin:people_personalias_delete", args=[alias.pk]), {"post": "yes"})
    assert kinds(heard) == [
        (Kind.RENAMED, {"林海生", "海生"}),
        (Kind.EDITED, {"林海生", "海生"}),
    ]


def test_a_post_held_is_known_of_its_holder(site, heard):
    appointment = make_appointment(is_inferred=True)
    site.post(
        reverse("admin:people_appointment_changelist"),
        {"action": "confirm", "_selected_action": [appointment.pk]},
    )
    assert kinds(heard) == [(Kind.EDITED, {"林海生"})]


def test_bodies_and_events_are_announced_when_deleted_from_their_list(site, heard):
    body, event = make_organisation(), make_event()
    for record, name in ((body, "people_organisation"), (event, "events_event")):
        sent = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
        site.post(reverse(f"admin:{name}_changelist"), sent)
    assert [(change.kind, change.model) for change in heard] == [
        (Kind.DELETING, Organisation),
        (Kind.DELETED, Organisation),
        (Kind.DELETING, Event),
        (Kind.DELETED, Event),
    ]


def test_a_provisional_record_that_is_checked(site, heard):
    person = make_person(is_provisional=True)
    site.post(
        reverse("admin:people_person_changelist"),
        {"action": "mark_checked", "_selected_action": [person.pk]},
    )
    assert [(change.kind, change.keys) for change in heard] == [(Kind.CHECKED, frozenset({person.pk}))]
