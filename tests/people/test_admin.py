"""The register in the admin, and the newsroom's first account."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from people.management.commands.create_editor import CHIEF_EDITORS, EDITORS
from people.models import Appointment, Honour, OrganisationLink, Person, PersonAlias, User
from tests.factories import (
    make_appointment,
    make_article,
    make_contribution,
    make_editor,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_user,
)
from tests.opening import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(client):
    client.force_login(make_editor())
    return client


def inline(prefix: str, *rows: dict, initial: int = 0) -> dict:
    """The fields of an inline as a browser sends them."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


EMPTY_PERSON = inline("aliases") | inline("appointments") | inline("honours") | inline("event_participations")
EMPTY_ORGANISATION = inline("aliases") | inline("posts") | inline("links") | inline("event_participations")


def test_a_person_is_added_with_aliases_posts_and_honours(site):
    post, giver = make_post(), make_organisation("全国总工会")
    data = EMPTY_PERSON | {"name": "林海生", "born_on": "1968", "gender": "male"}
    data |= inline("aliases", {"name": "海生", "kind": "pen_name"})
    data |= inline("appointments", {"post": post.pk, "started_on": "2020年6月"})
    data |= inline("honours", {"name": "五一劳动奖章", "awarded_by": giver.pk, "awarded_on": "2019-04-28"})
    response = site.post(reverse("admin:people_person_add"), data)
    assert response.status_code == 302, response.context["errors"]
    person = Person.objects.get()
    assert str(person.born_on) == "1968年"
    assert PersonAlias.objects.get().person == person
    assert str(Appointment.objects.get().started_on) == "2020年6月"
    assert Honour.objects.get().awarded_by == giver


def test_an_end_before_the_start_is_refused_in_a_sentence(site):
    person, post = make_person(), make_post()
    data = {"person": person.pk, "post": post.pk, "started_on": "2020", "ended_on": "2018"}
    response = site.post(reverse("admin:people_appointment_add"), data)
    assert "离任不能早于就任" in response.content.decode()
    assert not Appointment.objects.exists()


def test_a_date_that_is_none_is_refused_beside_its_field(site):
    response = site.post(
        reverse("admin:people_person_add"), EMPTY_PERSON | {"name": "林海生", "born_on": "去年"}
    )
    assert "请填年份、年月或年月日" in response.content.decode()


def test_the_same_post_twice_is_refused_in_a_sentence(site):
    post = make_post()
    response = site.post(
        reverse("admin:people_post_add"),
        {"organisation": post.organisation.pk, "title": post.title, "rank": 0} | inline("appointments"),
    )
    assert "已有单位、职务相同的职务" in response.content.decode()


def test_two_equal_rows_of_an_inline_are_refused_in_a_sentence(site):
    data = EMPTY_PERSON | {"name": "林海生"}
    data |= inline("aliases", *[{"name": "海生", "kind": "short"}] * 2)
    response = site.post(reverse("admin:people_person_add"), data)
    assert "与前面一行重复" in response.content.decode()
    assert not Person.objects.exists()


def test_a_body_cannot_be_linked_with_itself(site):
    body = make_organisation()
    data = opened(site, body) | EMPTY_ORGANISATION | {"name": body.name, "kind": "union"}
    data |= inline("links", {"kind": "subordinate", "other": body.pk, "organisation": body.pk})
    response = site.post(reverse("admin:people_organisation_change", args=[body.pk]), data)
    assert "单位不能与自己建立关系" in response.content.decode()
    assert not OrganisationLink.objects.exists()


def test_choices_tell_two_people_of_one_name_apart(site):
    make_appointment(make_person("王芳"), make_post("主席"))
    make_person("王芳")
    found = site.get(
        reverse("admin:autocomplete"),
        {"app_label": "articles", "model_name": "contribution", "field_name": "person", "term": "王芳"},
    ).json()["results"]
    assert {choice["text"] for choice in found} == {"王芳（云州市总工会主席）", "王芳"}


def test_a_person_is_found_by_an_alias(site):
    person = make_person("林海生")
    PersonAlias.objects.create(person=person, name="阿海")
    page = site.get(reverse("admin:people_person_changelist"), {"q": "阿海"})
    assert list(page.context["cl"].result_list) == [person]


def test_a_form_lists_the_articles_that_name_the_record(site):
    person = make_person()
    named, signed, other = make_article("提到他"), make_article("他写的"), make_article("无关")
    make_mention(named, person)
    make_contribution(signed, person.name, person)
    html = site.get(reverse("admin:people_person_change", args=[person.pk])).content.decode()
    for article in (named, signed):
        assert reverse("admin:articles_article_change", args=[article.pk]) in html
    assert reverse("admin:articles_article_change", args=[other.pk]) not in html


def test_articles_are_not_named_to_those_who_may_not_see_them(client):
    person = make_person()
    make_mention(make_article("机密稿件"), person)
    client.force_login(make_user("registrar", ("view_person",), is_staff=True))
    html = client.get(reverse("admin:people_person_change", args=[person.pk])).content.decode()
    assert "林海生" in html
    assert "机密稿件" not in html


def test_checked_records_leave_the_queue(site):
    people = [make_person(name, is_provisional=True) for name in ("甲", "乙")]
    url = reverse("admin:people_person_changelist")
    sent = {"action": "mark_checked", "_selected_action": [person.pk for person in people]}
    site.post(url, sent)
    assert not Person.objects.filter(is_provisional=True).exists()


def test_inferred_posts_are_confirmed(site):
    appointment = make_appointment(is_inferred=True)
    site.post(
        reverse("admin:people_appointment_changelist"),
        {"action": "confirm", "_selected_action": [appointment.pk]},
    )
    appointment.refresh_from_db()
    assert not appointment.is_inferred


def test_viewers_see_records_and_change_none(client):
    person = make_person(is_provisional=True, born_on="1968")
    client.force_login(make_user("viewer", ("view_person",), is_staff=True))
    url = reverse("admin:people_person_change", args=[person.pk])
    assert "1968年" in client.get(url).content.decode()
    assert client.post(url, EMPTY_PERSON | {"name": "改"}).status_code == 403
    listed = reverse("admin:people_person_changelist")
    client.post(listed, {"action": "mark_checked", "_selected_action": [person.pk]})
    person.refresh_from_db()
    assert (person.name, person.is_provisional) == ("林海生", True)


def test_an_account_shows_whose_it_is(site):
    account = make_user("lin", person=make_person())
    html = site.get(reverse("admin:people_user_change", args=[account.pk])).content.decode()
    assert "林海生" in html
    assert "稿件与原文 | 稿件 | 修改" in html
    assert "Can change" not in html


# create_editor


def run_create_editor() -> str:
    out = StringIO()
    call_command("create_editor", stdout=out)
    return out.getvalue()


def test_the_first_account_is_a_chief_editor_and_its_password_is_shown_once():
    shown = run_create_editor()
    password = shown.split("密码")[-1].split()[0]
    editor = User.objects.get(username="editor")
    assert editor.is_staff
    assert not editor.is_superuser
    assert editor.check_password(password)
    assert editor.has_perm("articles.publish_article")
    assert not editor.has_perm("people.change_user")
    stored = editor.password
    assert run_create_editor() == ""
    editor.refresh_from_db()
    assert editor.password == stored


def test_editors_may_do_all_but_publish_and_keep_accounts():
    run_create_editor()
    editors = Group.objects.get(name=EDITORS).permissions
    chiefs = Group.objects.get(name=CHIEF_EDITORS).permissions
    extra = set(chiefs.values_list("codename", flat=True)) - set(editors.values_list("codename", flat=True))
    assert extra == {"publish_article"}
    assert not editors.filter(codename__endswith="_user").exists()
    assert editors.filter(codename="change_article").exists()


def test_a_group_that_was_changed_keeps_its_permissions():
    run_create_editor()
    Group.objects.get(name=EDITORS).permissions.clear()
    run_create_editor()
    assert not Group.objects.get(name=EDITORS).permissions.exists()


def test_a_locked_account_reads_so_in_chinese(client):
    make_user("lin", is_staff=True)
    for _ in range(5):
        response = client.post(reverse("admin:login"), {"username": "lin", "password": "wrong"})
    assert response.status_code == 429
    assert "暂时不能登录" in response.content.decode()


def test_records_of_a_newer_version_are_opened_to_groups_that_are_there():
    run_create_editor()
    for group in Group.objects.all():
        group.permissions.remove(*Permission.objects.filter(content_type__model__in=["intake", "honour"]))
    Group.objects.get(name=EDITORS).permissions.add(Permission.objects.get(codename="view_honour"))
    run_create_editor()
    editors, chiefs = Group.objects.get(name=EDITORS), Group.objects.get(name=CHIEF_EDITORS)
    for group in (editors, chiefs):
        assert group.permissions.filter(codename="add_intake").exists()
    assert not chiefs.permissions.filter(codename="view_honour").exists(), "what was taken away stays away"
