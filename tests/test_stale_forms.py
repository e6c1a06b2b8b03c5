"""Two editors in one form: what the one has saved is not lost to the other, and nothing that was typed is."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Slot
from people.merging import merge
from people.models import Appointment, Area, Person, PersonAlias, User
from tests.articles.admin_rows import ROWS
from tests.factories import (
    make_appointment,
    make_article,
    make_editor,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_user,
)
from tests.opening import open_form, sent_from
from unioncms.admin_site import ReadOnly, admin_url
from unioncms.stale_forms import OPENED, RefusesStaleSaves, _shortened, collide, parts_of

pytestmark = pytest.mark.django_db

HEADING = "没有保存：您打开以后"


@pytest.fixture
def site(client):
    client.force_login(make_editor())
    return client


@pytest.fixture
def person() -> Person:
    return make_person(native_place="浙江", summary="长期在一线。")


def save(client: Client, record, sent: dict):
    return client.post(admin_url(record), sent)


def save_again(client: Client, record, refused) -> None:
    assert save(client, record, sent_from(refused)).status_code == 302
    record.refresh_from_db()


def value_of(response, name: str) -> str:
    return "".join(sent_from(response).get(name, []))


def labels(differences) -> list[str]:
    return [difference.label for difference in differences]


def words(runs) -> str:
    return "".join(f"[{run}]" if kind != "same" else run for kind, run in runs)


def alias_rows(response) -> list[str]:
    sent = sent_from(response)
    return [sent[f"aliases-{n}-name"][0] for n in range(int(sent["aliases-TOTAL_FORMS"][0]))]


# One field after the other


def test_a_form_that_nobody_overtook_is_saved(site, person):
    sent = open_form(site, person) | {"summary": "退休。"}
    assert save(site, person, sent).status_code == 302
    person.refresh_from_db()
    assert person.summary == "退休。"


def test_what_only_the_other_changed_is_in_the_form_that_comes_again(site, person):
    sent = open_form(site, person) | {"summary": "退休。"}
    Person.objects.update(native_place="江苏")
    refused = save(site, person, sent)
    page = refused.content.decode()
    assert (HEADING in page, 'role="alert"' in page) == (True, True)
    assert Person.objects.get().summary == "长期在一线。"
    (theirs,) = refused.context["collision"].theirs
    assert (theirs.label, words(theirs.old), words(theirs.new)) == ("籍贯", "[浙]江", "江[苏]")
    assert (value_of(refused, "native_place"), value_of(refused, "summary")) == ("江苏", "退休。")
    save_again(site, person, refused)
    assert (person.native_place, person.summary) == ("江苏", "退休。")


def test_of_what_both_changed_the_typed_text_stays_beside_the_stored_one(site, person):
    sent = open_form(site, person) | {"summary": "长期在车间。"}
    Person.objects.update(summary="长期在一线工作。")
    refused = save(site, person, sent)
    (both,) = refused.context["collision"].both
    assert (words(both.old), words(both.new)) == ("长期在[一线工作]。", "长期在[车间]。")
    assert value_of(refused, "summary") == "长期在车间。"
    save_again(site, person, refused)
    assert person.summary == "长期在车间。"


def test_the_same_change_twice_is_no_collision(site, person):
    sent = open_form(site, person) | {"summary": "退休。\r\n返聘。"}
    Person.objects.update(summary="退休。\n返聘。")
    assert save(site, person, sent).status_code == 302


def test_a_third_save_between_is_refused_too(site, person):
    refused = save(site, person, open_form(site, person) | {"summary": "甲", OPENED: ""})
    Person.objects.update(summary="乙")
    refused = save(site, person, sent_from(refused))
    assert labels(refused.context["collision"].both) == ["简介"]
    assert Person.objects.get().summary == "乙"


def test_a_form_with_a_mistake_still_knows_what_it_was_opened_with(site, person):
    wrong = save(site, person, open_form(site, person) | {"born_on": "去年", "summary": "退休。"})
    assert "请填年份" in wrong.content.decode()
    Person.objects.update(summary="在职。")
    refused = save(site, person, sent_from(wrong) | {"born_on": "1968"})
    assert (value_of(refused, "born_on"), labels(refused.context["collision"].both)) == ("1968", ["简介"])


def test_what_is_no_date_stays_in_the_form_as_typed(site, person):
    sent = open_form(site, person) | {"born_on": "去年"}
    Person.objects.update(summary="在职。")
    assert value_of(save(site, person, sent), "born_on") == "去年"


def test_a_choice_of_records_reads_by_their_names(site):
    body = make_organisation()
    area, other = (Area.objects.create(name=name, kind="county") for name in ("甲县", "乙县"))
    sent = open_form(site, body) | {"area": [str(area.pk)]}
    type(body).objects.update(area=other)
    refused = save(site, body, sent)
    (both,) = refused.context["collision"].both
    assert (words(both.old), words(both.new)) == ("[乙]县", "[甲]县")
    save_again(site, body, refused)
    assert body.area == area


# Rows


@pytest.fixture
def alias(person) -> PersonAlias:
    return PersonAlias.objects.create(person=person, name="海生", kind="short")


def add_row(sent: dict, **values) -> dict:
    """A row as the browser's button adds it."""
    number = int(sent["aliases-TOTAL_FORMS"][0])
    row = {name.rpartition("-")[2]: value for name, value in sent.items() if "aliases-__prefix__" in name}
    row |= values
    return (
        sent
        | {f"aliases-{number}-{name}": value for name, value in row.items()}
        | {"aliases-TOTAL_FORMS": [str(number + 1)]}
    )


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda rows: rows.create(name="林工", kind="short"), ["海生", "林工"]),
        (lambda rows: rows.update(name="阿海"), ["阿海"]),
        (lambda rows: rows.all().delete(), []),
    ],
    ids=["added", "edited", "deleted"],
)
def test_rows_that_only_the_other_changed_are_in_the_form_that_comes_again(site, person, alias, change, left):
    sent = open_form(site, person) | {"summary": "退休。"}
    change(person.aliases)
    refused = save(site, person, sent)
    assert labels(refused.context["collision"].theirs) == ["人物别名"]
    assert sorted(alias_rows(refused)) == sorted(left)
    save_again(site, person, refused)
    assert sorted(person.aliases.values_list("name", flat=True)) == sorted(left)
    assert person.summary == "退休。"


def test_rows_that_only_this_editor_changed_are_kept_as_typed(site, person, alias):
    sent = add_row(open_form(site, person) | {"aliases-0-name": "阿海"}, name="林工", kind="short")
    Person.objects.update(summary="退休。")
    refused = save(site, person, sent)
    assert alias_rows(refused) == ["阿海", "林工"]
    assert person.aliases.get().name == "海生"
    save_again(site, person, refused)
    assert sorted(person.aliases.values_list("name", flat=True)) == ["林工", "阿海"]
    assert person.summary == "退休。"


@pytest.mark.parametrize("is_deleted", [False, True], ids=["edited", "deleted"])
def test_rows_that_both_changed_are_stored_ones_and_the_typed_ones_can_be_read(
    site, person, alias, is_deleted
):
    sent = add_row(open_form(site, person) | {"aliases-0-name": "阿海"}, name="林工", kind="pen_name")
    if is_deleted:
        alias.delete()
    else:
        PersonAlias.objects.update(name="小林")
    refused = save(site, person, sent)
    (rows,) = refused.context["collision"].rows
    typed = words(rows.new).replace("[", "").replace("]", "")
    assert sorted(typed.split("\n")) == ["别名 林工 · 类别 笔名", "别名 阿海 · 类别 简称"]
    assert alias_rows(refused) == ([] if is_deleted else ["小林"])
    save_again(site, person, refused)
    assert list(person.aliases.values_list("name", flat=True)) == ([] if is_deleted else ["小林"])


def test_a_row_taken_out_here_and_changed_there_is_still_there(site, person, alias):
    sent = open_form(site, person) | {"aliases-0-DELETE": ["on"]}
    PersonAlias.objects.update(name="小林")
    refused = save(site, person, sent)
    (rows,) = refused.context["collision"].rows
    assert "删除" in words(rows.new)
    assert alias_rows(refused) == ["小林"]


def test_a_name_set_aside_elsewhere_is_not_matched_over_it(site):
    """The inputs of its row are as they were; the state beside them is not."""
    person = make_person()
    mention = make_mention(make_article(), person)
    type(mention).objects.update(person=None, state="unmatched")
    sent = open_form(site, mention.article) | {"mentions-0-person": [str(person.pk)]}
    type(mention).objects.update(state="rejected", is_settled=True)
    refused = save(site, mention.article, sent)
    (rows,) = refused.context["collision"].rows
    assert "人物" in words(rows.new)
    assert "人物" not in words(rows.old)
    mention.refresh_from_db()
    assert mention.person is None


# Who, and what becomes of the text


def log(record, user: User, flag: int = CHANGE, **moment) -> None:
    LogEntry.objects.log_actions(user.pk, [record], flag, change_message="", single_object=True)
    if moment:
        LogEntry.objects.update(action_time=timezone.now() + timedelta(**moment))


def test_it_says_who_saved_since_and_when(site, person):
    log(person, make_user("赵早"), days=-1)
    sent = open_form(site, person) | {"summary": "退休。"}
    Person.objects.update(summary="在职。")
    log(person, make_user("钱后"))
    page = save(site, person, sent).content.decode()
    assert ("钱后" in page, "赵早" in page) == (True, False)


def test_it_says_so_where_the_other_was_oneself_or_nobody(site, person):
    sent = open_form(site, person) | {"summary": "退休。"}
    Person.objects.update(summary="在职。")
    assert "不是在这个表单里保存的" in save(site, person, sent).content.decode()
    log(person, User.objects.get())
    assert "您自己在另一个窗口" in save(site, person, sent).content.decode()


def test_a_deleted_record_gives_the_typed_text_back(site, person):
    sent = add_row(open_form(site, person) | {"summary": "<b>退休</b>。"}, name="林工", kind="short")
    log(person, make_user("钱后"), DELETION)
    Person.objects.all().delete()
    gone = save(site, person, sent)
    page = gone.content.decode()
    assert gone.status_code == 404
    assert ("人物别名", "别名 林工 · 类别 简称") in [tuple(each) for each in gone.context["typed"]]
    assert ("&lt;b&gt;退休&lt;/b&gt;。" in page, "钱后" in page, "<b>退休" in page) == (True, True, False)


def test_a_record_merged_away_leads_on_to_the_kept_one(site, person):
    sent = open_form(site, person) | {"summary": "退休。"}
    kept = make_person("林海升")
    merge(kept, person, User.objects.get(), "同一人")
    gone = save(site, person, sent)
    assert gone.context["way_on"] == admin_url(kept)
    assert ("简介", "退休。") in [tuple(each) for each in gone.context["typed"]]


def test_a_body_reads_as_text_and_nothing_typed_or_stored_is_markup(site):
    article = make_article(body="<p>会议<strong>召开</strong>。</p>")
    sent = open_form(site, article) | {"body": "<p>会议开幕。</p>", "headline": "<script>alert(1)</script>"}
    type(article).objects.update(body="<p>会议召开。</p><p>&lt;script&gt;alert(2)</p>")
    refused = save(site, article, sent)
    page = refused.content.decode()
    (both,) = refused.context["collision"].both
    assert words(both.old) == "会议[召开。\n<script>alert(2)]"
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(2)" in page


def test_what_the_widget_sets_anew_is_no_edit_and_bold_is_one(site):
    article = make_article(body="<p>会议<strong>召开</strong>。</p><ul><li>一</li></ul>")
    sent = open_form(site, article)
    sent |= {"body": "<p>会议<strong>召开</strong>。</p>\r\n\r\n<ul>\r\n\t<li>一</li>\r\n</ul>\r\n"}
    type(article).objects.update(body="<p>会议召开。</p><ul><li>一</li></ul>")
    refused = save(site, article, sent)
    (theirs,) = refused.context["collision"].theirs
    assert theirs.remark == "文字相同，格式不同。"
    assert "<strong>" not in value_of(refused, "body")


def test_a_long_text_is_shortened_where_both_agree():
    assert _shortened("甲" * 120) == "甲" * 120
    assert _shortened("甲" * 100 + "乙" * 100) == "甲" * 60 + "……" + "乙" * 60


def test_a_chosen_file_is_to_be_chosen_again(site):
    slot = Slot.objects.create(article=make_article())
    sent = open_form(site, slot) | {"picture": SimpleUploadedFile("a.png", b"x")}
    Slot.objects.update(position=5)
    refused = save(site, slot, sent)
    assert "选过的文件请重新选择：图片。" in refused.content.decode()


# Forms that do not say when they were opened


def test_a_program_that_sends_no_digests_saves_what_it_sends(site, person):
    sent = open_form(site, person) | {"summary": "退休。"}
    del sent[OPENED]
    assert save(site, person, sent).status_code == 302
    assert Person.objects.get().summary == "退休。"


@pytest.mark.parametrize(
    "forged", ["x", "\0", "9" * 13, "9" * 400, "1 summary", " : ", "1763700000000 summary:" + "A" * 9_000]
)
def test_forged_digests_are_none(site, person, forged):
    refused = save(site, person, open_form(site, person) | {OPENED: forged, "summary": "退休。"})
    assert labels(refused.context["collision"].both) == ["简介"]


def test_digests_say_nothing_of_what_is_stored_and_are_for_who_may_change_it(client, person):
    client.force_login(make_user("reader", ("view_person",), is_staff=True))
    assert "opened" not in client.get(admin_url(person)).context
    client.force_login(make_editor())
    assert "浙江" not in client.get(admin_url(person)).context["opened"]


# Every form


CHANGEABLE = [
    model
    for model, model_admin in sorted(admin.site._registry.items(), key=lambda each: each[0]._meta.label)
    if not isinstance(model_admin, ReadOnly) and model._meta.model_name != "intake"  # counts its versions
]


@pytest.mark.parametrize("model", CHANGEABLE, ids=lambda model: model._meta.label)
def test_a_form_that_a_browser_sends_untouched_says_what_is_stored(model, admin_client):
    record = ROWS[model](1)
    model_admin = admin.site._registry[model]
    assert isinstance(model_admin, RefusesStaleSaves)
    page = admin_client.get(admin_url(record))
    request = RequestFactory().post("/", sent_from(page))
    request.user = page.wsgi_request.user
    parts = parts_of(*model_admin._unsent(request, record))
    sent = {part.name: part.sent(request) for part in parts}
    assert {name: value for name, value in sent.items() if value is not None} == {
        part.name: part.stored for part in parts if sent[part.name] is not None
    }
    assert HEADING not in save(admin_client, record, sent_from(page)).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_rows(admin_client, person):
    """Neither when a form is measured nor when the names in its rows are read."""

    def count(begun_by: str) -> int:
        request = RequestFactory().post("/", open_form(admin_client, person))
        request.user = User.objects.get()
        Appointment.objects.update(begun_by=begun_by)
        with CaptureQueriesContext(connection) as captured:
            parts = parts_of(*admin.site._registry[Person]._unsent(request, person))
            collision = collide(parts, request)
        assert begun_by in words(collision.theirs[0].new)
        return len(captured)

    make_appointment(person, make_post("主席"))
    few = count("任命")
    for n in range(9):
        make_appointment(person, make_post(f"委员{n}", make_organisation(f"单位{n}")))
    assert count("当选") == few
