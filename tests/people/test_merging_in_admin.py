"""Merging and undoing as an editor does it, and where old addresses lead."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.urls import reverse

from events.models import Event
from people.merging import merge
from people.models import MergeRecord, Organisation, Person
from people.undoing import undo
from tests.factories import (
    make_appointment,
    make_editor,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_published_article,
    make_user,
)

pytestmark = pytest.mark.django_db
MAKERS = {Person: make_person, Organisation: make_organisation, Event: make_event}


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def site(client, editor):
    client.force_login(editor)
    return client


def page_of(model, *records, keep=None) -> str:
    options = model._meta
    query = "&".join(f"record={record.pk}" for record in records)
    address = reverse(f"admin:{options.app_label}_{options.model_name}_merge_records")
    return f"{address}?{query}" + (f"&keep={keep.pk}" if keep else "")


def undo_page(record: MergeRecord) -> str:
    return reverse("admin:people_mergerecord_undo", args=[record.pk])


def messages_of(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
def test_chosen_records_are_merged_after_a_look_and_a_reason(model, site):
    options = model._meta
    one, two, three = (MAKERS[model](name) for name in ("甲", "乙", "丙"))
    make_mention(make_published_article(), two)
    listed = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    sent = {"action": "merge_selected", "_selected_action": [one.pk, two.pk, three.pk]}
    response = site.post(listed, sent)
    assert response.status_code == 302
    html = site.get(response["Location"]).content.decode()
    assert "提及 1 条" not in html, "the record most is known of is kept"
    assert "“甲”成为别名" in html
    assert "“丙”成为别名" in html
    done = site.post(response["Location"], {"reason": "同一记录"})
    assert done.status_code == 302
    assert list(model.objects.all()) == [two]
    assert set(two.aliases.values_list("name", flat=True)) == {"甲", "丙"}
    first = MergeRecord.objects.order_by("pk").first()
    assert f'已将“甲”并入“乙”。<a href="{undo_page(first)}">撤销</a>' in messages_of(done)
    assert {record.reason for record in MergeRecord.objects.all()} == {"同一记录"}


def test_the_editor_chooses_which_record_is_kept(site):
    one, two = make_person("甲"), make_person("乙")
    make_appointment(one, make_post())
    html = site.get(page_of(Person, one, two, keep=two)).content.decode()
    assert "任职 1 条" in html
    site.post(page_of(Person, one, two, keep=two), {"reason": "误排"})
    assert Person.objects.get() == two


def test_nothing_is_merged_without_a_reason_or_by_a_link(site):
    one, two = make_person("甲"), make_person("乙")
    assert "请写明理由" in site.post(page_of(Person, one, two), {"reason": " "}).content.decode()
    site.get(page_of(Person, one, two) + "&reason=x")
    assert Person.objects.count() == 2


def test_one_chosen_record_is_too_few(site):
    person = make_person()
    response = site.post(
        reverse("admin:people_person_changelist"),
        {"action": "merge_selected", "_selected_action": [person.pk]},
    )
    assert messages_of(response) == ["请选择两条至 10 条来合并。"]


def test_records_that_are_gone_meanwhile_are_not_merged(site):
    person = make_person()
    response = site.get(page_of(Person, person, Person(pk=99)))
    assert response.status_code == 302
    assert "已不存在" in messages_of(response)[0]


def test_from_a_record_another_is_searched_for(site):
    one, two = make_person("甲"), make_person("乙")
    form = reverse("admin:people_person_merge", args=[one.pk])
    assert form in site.get(reverse("admin:people_person_change", args=[one.pk])).content.decode()
    assert "admin-autocomplete" in site.get(form).content.decode()
    assert site.get(form, {"record": two.pk})["Location"] == page_of(Person, one, two)
    assert "不能与自己合并" in site.get(form, {"record": one.pk}).content.decode()


def test_records_are_shown_side_by_side(site):
    one = make_person("王海霞", gender="female", native_place="云州")
    two = make_person("王海霞", native_place="汐湖", born_on="1968")
    two.aliases.create(name="小霞")
    html = site.get(page_of(Person, one, two)).content.decode()
    for word in ("云州", "汐湖", "1968年", "小霞", "不同"):
        assert word in html


def test_a_merge_is_undone_by_a_button(site, editor):
    one, two = make_person("甲"), make_person("乙")
    record = merge(two, one, editor, "同一人")
    shown = reverse("admin:people_mergerecord_change", args=[record.pk])
    assert undo_page(record) in site.get(shown).content.decode()
    site.get(undo_page(record))
    assert Person.objects.count() == 1
    response = site.post(undo_page(record))
    assert response["Location"] == reverse("admin:people_person_change", args=[one.pk])
    assert messages_of(response) == ["已撤销：“甲”并入“乙”。"]
    assert Person.objects.count() == 2
    assert undo_page(record) not in site.get(shown).content.decode()
    assert "已经撤销过" in messages_of(site.post(undo_page(record)))[-1]


def test_what_cannot_be_undone_yet_says_why(site, editor):
    one, two, three = (make_person(name) for name in ("甲", "乙", "丙"))
    first = merge(two, one, editor, "同一人")
    merge(three, two, editor, "同一人")
    response = site.post(undo_page(first))
    assert "请先撤销较晚的一步：“乙”并入“丙”" in messages_of(response)[0]


def test_the_history_of_a_merged_record_is_kept_and_shown(site, editor):
    one, two = make_person("甲"), make_person("乙")
    site.post(
        reverse("admin:people_person_changelist"),
        {"action": "mark_checked", "_selected_action": [one.pk]},
    )
    LogEntry.objects.log_actions(editor.pk, [one], 2, "核对了籍贯。", single_object=True)
    site.post(page_of(Person, one, two, keep=two), {"reason": "同一人"})
    record = MergeRecord.objects.get()
    html = site.get(reverse("admin:people_mergerecord_change", args=[record.pk])).content.decode()
    assert "核对了籍贯" in html
    undo(record, editor)
    assert "核对了籍贯" in site.get(reverse("admin:people_person_history", args=[one.pk])).content.decode()


def test_merges_are_found_by_name_and_never_changed(site, editor):
    record = merge(make_person("乙"), make_person("甲"), editor, "误排")
    listed = reverse("admin:people_mergerecord_changelist")
    assert list(site.get(listed, {"q": "误排"}).context["cl"].result_list) == [record]
    assert not site.get(listed, {"standing": "0"}).context["cl"].result_list
    assert site.get(reverse("admin:people_mergerecord_add")).status_code == 403
    assert site.post(reverse("admin:people_mergerecord_delete", args=[record.pk])).status_code == 403


@pytest.mark.parametrize(
    "codenames", [("view_person", "change_person"), ("view_person", "delete_person"), ()]
)
def test_who_may_not_change_and_delete_may_not_merge_or_undo(client, editor, codenames):
    one, two, three = make_person("甲"), make_person("乙"), make_person("丙")
    record = merge(three, two, editor, "同一人")
    client.force_login(make_user("junior", (*codenames, "view_mergerecord"), is_staff=True))
    for address in (
        page_of(Person, one, three),
        reverse("admin:people_person_merge", args=[one.pk]),
        undo_page(record),
    ):
        assert client.get(address).status_code == 403
        assert client.post(address, {"reason": "x"}).status_code == 403
    listed = reverse("admin:people_person_changelist")
    client.post(listed, {"action": "merge_selected", "_selected_action": [one.pk, three.pk]})
    assert Person.objects.count() == 2


# Old addresses


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
def test_an_old_address_leads_on_through_a_chain(model, client, editor, django_assert_num_queries):
    one, two, three = (MAKERS[model](name) for name in ("甲", "乙", "丙"))
    make_mention(make_published_article(), three)
    merge(two, one, editor, "同一记录")
    merge(three, two, editor, "同一记录")
    client.get(three.get_absolute_url())  # content types are remembered
    with django_assert_num_queries(
        3
    ):  # one that finds no record, one for its key, one for the page it has now
        response = client.get(one.get_absolute_url())
    assert response.status_code == 301
    assert response["Location"] == three.get_absolute_url()
    assert response["Cache-Control"] == "max-age=3600"


def test_an_old_address_tells_nothing_of_a_record_that_is_not_public(client, editor):
    one, two = make_person("甲"), make_person("乙")
    merge(two, one, editor, "同一人")
    assert client.get(one.get_absolute_url()).status_code == 404


def test_an_undone_merge_leads_nowhere(client, editor):
    one, two = make_person("甲"), make_person("乙")
    for person in (one, two):
        make_mention(make_published_article(), person)
    record = merge(two, one, editor, "同一人")
    assert client.get(one.get_absolute_url()).status_code == 301
    undo(record, editor)
    assert client.get(one.get_absolute_url()).status_code == 200


def test_a_page_that_a_list_does_not_have_is_not_looked_for_among_merges(client, editor):
    person = make_person()
    make_mention(make_published_article(), person)
    assert client.get(person.get_absolute_url(), {"named": "99"}).status_code == 404


def test_an_old_address_of_the_admin_leads_on_with_a_message(site, editor):
    one, two = make_person("甲"), make_person("乙")
    merge(two, one, editor, "同一人")
    for view in ("change", "history", "delete"):
        response = site.get(reverse(f"admin:people_person_{view}", args=[one.pk]))
        assert response["Location"] == reverse("admin:people_person_change", args=[two.pk])
    assert messages_of(response)[-1] == "您要找的人物已并入“乙”。"
    assert site.get(reverse("admin:people_person_change", args=[99]))["Location"] == reverse("admin:index")


# Addresses that no page links to


@pytest.mark.parametrize("key", ["9" * 24, "0", "-1", "x", "²"])
def test_keys_that_name_no_record_are_said_to_be_gone(site, key):
    person = make_person()
    merge_page = reverse("admin:people_person_merge_records")
    response = site.get(merge_page, {"record": [person.pk, key]})
    assert "已不存在" in messages_of(response)[-1]
    form = reverse("admin:people_person_merge", args=[person.pk])
    assert "没有这条记录" in site.get(form, {"record": key}).content.decode()
    assert site.get(reverse("admin:people_mergerecord_undo", args=[key])).status_code == 302
    assert site.get(reverse("admin:people_person_change", args=[key])).status_code == 302


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
def test_the_other_record_is_found_by_typing(model, site):
    record = MAKERS[model]("云州的某某")
    link = model._meta.get_field("aliases").field
    sent = {
        "app_label": link.model._meta.app_label,
        "model_name": link.model._meta.model_name,
        "field_name": link.name,
        "term": "云州",
    }
    found = site.get(reverse("admin:autocomplete"), sent).json()["results"]
    assert [choice["id"] for choice in found] == [str(record.pk)]
