"""One passage taken off a wrong merge: only that one moves."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from articles.models import Attestation, Contribution, Mention
from articles.splitting import find_way, split
from people.merging import MergeRefused, merge
from people.models import MergeRecord, Organisation, Person, Post
from people.undoing import undo
from tests.factories import (
    make_article,
    make_contribution,
    make_editor,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_user,
)
from tests.people.test_merging import snapshot
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def site(client, editor):
    client.force_login(editor)
    return client


def attest(person, post) -> Attestation:
    return Attestation.objects.create(
        article=make_article(),
        name=person.name,
        organisation_name=post.organisation.name,
        title=post.title,
        person=person,
        post=post,
        state=MatchState.MATCHED,
    )


def take_off(row, record, target, editor, name="") -> MergeRecord:
    return split(find_way(record, row._meta.model_name), row.pk, record, target, editor, "同名", name)


def test_only_the_one_passage_moves_and_is_settled(editor):
    person, other = make_person(), make_person()
    rows = [make_mention(make_article(), person), make_mention(make_article(), person)]
    rows += [make_contribution(make_article(), person.name, person), attest(person, make_post())]
    before = snapshot("people.Appointment")  # concluded from the passage, and anew when it is back
    for row in (rows[0], rows[2], rows[3]):
        record = take_off(row, person, other, editor)
        row.refresh_from_db()
        assert (row.person, row.is_settled) == (other, True)
        undo(record, editor)
        assert snapshot("people.Appointment") == before
    assert Mention.objects.filter(person=person).count() == 2


def test_a_new_record_is_made_and_goes_with_its_last_passage(editor):
    person = make_person("王芳")
    one, two = make_mention(make_article(), person), make_mention(make_article(), person)
    before = snapshot()
    first = take_off(one, person, None, editor)
    new = Person.objects.exclude(pk=person.pk).get()
    assert (new.name, new.is_provisional) == ("王芳", False)
    second = take_off(two, person, new, editor)
    undo(first, editor)
    assert Person.objects.filter(pk=new.pk).exists()
    undo(second, editor)
    assert snapshot() == before


def test_a_new_record_that_an_editor_has_worked_on_stays(editor):
    person = make_person("王芳")
    record = take_off(make_mention(make_article(), person), person, None, editor, name="王方")
    Person.objects.filter(name="王方").update(native_place="云州")
    undo(record, editor)
    assert Person.objects.filter(name="王方").exists()


def test_a_post_as_printed_goes_to_the_other_body(editor):
    body, other = make_organisation("市总工会"), make_organisation("汐湖市总工会")
    row = attest(make_person(), make_post("主席", body))
    before = snapshot()
    record = take_off(row, body, other, editor)
    row.refresh_from_db()
    assert (row.post.organisation, row.post.title) == (other, "主席")
    undo(record, editor)
    assert snapshot() == before
    post = make_post("主席", other)
    take_off(row, body, other, editor)
    row.refresh_from_db()
    assert row.post == post
    assert Post.objects.count() == 2


def test_a_passage_stays_split_off_when_the_merge_is_undone(editor):
    """And once the split is undone as well, it is where it was before the merge."""
    a, b, c = (make_person(name) for name in ("甲", "乙", "丙"))
    passage, other = make_mention(make_article(), a), make_mention(make_article(), a)
    before = snapshot()
    merged = merge(b, a, editor, "同一人")
    parted = take_off(passage, b, c, editor)
    undo(merged, editor)
    passage.refresh_from_db()
    other.refresh_from_db()
    assert (passage.person, other.person) == (c, a)
    undo(parted, editor)
    assert snapshot() == before


def test_what_has_come_back_by_another_merge_stays_there(editor):
    """甲 → 乙, one passage off to 丙, 丙 → 乙: the first merge no longer decides over that passage."""
    a, b, c = (make_person(name) for name in ("甲", "乙", "丙"))
    passage = make_mention(make_article(), a)
    before = snapshot()
    first = merge(b, a, editor, "同一人")
    parted = take_off(passage, b, c, editor)
    second = merge(b, c, editor, "同一人")
    undo(first, editor)
    passage.refresh_from_db()
    assert passage.person == b
    with pytest.raises(MergeRefused, match="请先撤销较晚的一步：“丙”并入“乙”"):
        undo(parted, editor)
    undo(second, editor)
    undo(parted, editor)
    assert snapshot() == before


def test_a_split_cannot_be_undone_into_a_record_that_is_gone(editor):
    a, b, c = (make_person(name) for name in ("甲", "乙", "丙"))
    parted = take_off(make_mention(make_article(), a), a, c, editor)
    merged = merge(b, a, editor, "同一人")
    with pytest.raises(MergeRefused, match="请先撤销较晚的一步：“甲”并入“乙”"):
        undo(parted, editor)
    undo(merged, editor)
    undo(parted, editor)
    assert a.mentions.count() == 1


def test_what_is_no_longer_there_is_not_split(editor):
    person, other = make_person(), make_person()
    row = make_mention(make_article(), other)
    with pytest.raises(MergeRefused, match="有了变动"):
        take_off(row, person, None, editor)
    with pytest.raises(MergeRefused, match="已经在这条记录名下"):
        take_off(row, other, other, editor)


# In the admin


def passages_of(record) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_passages", args=[record.pk])


@pytest.mark.parametrize("make", [make_person, make_organisation, make_event])
def test_the_passages_of_a_record_are_listed_behind_a_button(site, make):
    record = make("云州的某某")
    make_mention(make_article("第一次见报"), record, before="此前", after="此后")
    form = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    assert passages_of(record) in site.get(form).content.decode()
    html = site.get(passages_of(record)).content.decode()
    for words in ("第一次见报", "此前", "此后", "拆出到…"):
        assert words in html


def test_long_lists_of_passages_are_paged(site, django_assert_max_num_queries):
    person, article = make_person(), make_article()
    for number in range(120):
        make_mention(article, person, occurrence=number)
    with django_assert_max_num_queries(25):
        html = site.get(passages_of(person)).content.decode()
    assert html.count("拆出到…") == 50
    assert site.get(passages_of(person), {"page": "3"}).content.decode().count("拆出到…") == 20
    assert site.get(passages_of(person), {"page": "4"}).status_code == 404


def test_a_passage_is_split_off_to_a_new_person_and_back(site):
    person = make_person("王芳")
    row = make_contribution(make_article(), "王芳", person)
    address = f"{passages_of(person)}?kind=contribution&row={row.pk}"
    assert 'value="王芳"' in site.get(address).content.decode()
    assert "请写明理由" in site.post(address, {"name": "王芳"}).content.decode()
    assert "请选择已有的记录" in site.post(address, {"reason": "同名"}).content.decode()
    response = site.post(address, {"name": "王芳", "reason": "同名同姓"})
    assert response.status_code == 302
    record = MergeRecord.objects.get()
    told = str(next(iter(get_messages(response.wsgi_request))))
    assert reverse("admin:people_mergerecord_undo", args=[record.pk]) in told
    row.refresh_from_db()
    assert row.person != person
    assert (
        "署名 1 条" in site.get(reverse("admin:people_mergerecord_change", args=[record.pk])).content.decode()
    )
    site.post(reverse("admin:people_mergerecord_undo", args=[record.pk]))
    assert Contribution.objects.get().person == person
    assert Person.objects.get() == person


def test_a_passage_is_split_off_to_a_body_that_is_there(site):
    body, other = make_organisation("市总工会"), make_organisation("汐湖市总工会")
    row = make_mention(make_article(), body)
    site.post(f"{passages_of(body)}?kind=mention&row={row.pk}", {"target": other.pk, "reason": "简称"})
    row.refresh_from_db()
    assert row.organisation == other
    assert Organisation.objects.count() == 2


@pytest.mark.parametrize("row", ["", "x", "99", "²"])
def test_a_passage_that_is_not_there_is_said_to_be_gone(site, row):
    person = make_person()
    response = site.get(f"{passages_of(person)}?kind=mention&row={row}")
    assert response.status_code == 302
    assert "已不在" in str(next(iter(get_messages(response.wsgi_request))))


@pytest.mark.parametrize("key", ["x", "9" * 24, "0"])
def test_a_target_that_is_not_there_is_refused_in_a_sentence(site, key):
    person = make_person()
    row = make_mention(make_article(), person)
    address = f"{passages_of(person)}?kind=mention&row={row.pk}"
    response = site.post(address, {"target": key, "reason": "同名"})
    assert "没有这条记录" in response.content.decode()


def test_who_may_not_change_passages_may_not_split(client):
    person = make_person()
    row = make_mention(make_article(), person)
    seeing = ("view_person", "view_mention", "view_contribution", "view_attestation")
    address = f"{passages_of(person)}?kind=mention&row={row.pk}"
    client.force_login(make_user("reader", seeing, is_staff=True))
    assert "拆出到…" not in client.get(passages_of(person)).content.decode()
    assert client.post(address, {"name": "x", "reason": "x"}).status_code == 403
    client.force_login(make_user("registrar", ("view_person", "change_person"), is_staff=True))
    assert client.get(passages_of(person)).status_code == 403
    assert Person.objects.count() == 1


@pytest.mark.parametrize("row", ["9" * 5000, "9" * 18, "²", "-1", ""])
def test_a_row_that_no_passage_has_is_gone(site, row):
    answer = site.get(passages_of(make_person()), {"row": row}, follow=True)
    assert answer.status_code == 200
    assert "已不在这条记录名下" in answer.content.decode()
