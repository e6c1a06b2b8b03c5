"""Merging two records and undoing it: whatever refers to a record moves, and comes back row for row."""

import pytest
from django.apps import apps
from taggit.models import Tag, TaggedItem

from articles.models import Article, Attestation, Mention
from events.models import Event, EventAlias, EventParticipation
from people.journal import as_row
from people.merging import MergeRefused, merge, preview
from people.models import (
    Honour,
    MergeRecord,
    Organisation,
    OrganisationLink,
    Person,
    PersonAlias,
    Post,
)
from people.relations import links_to
from people.undoing import undo
from tests.factories import (
    make_appointment,
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
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db
REGISTER = ("people", "events", "articles")


def snapshot(*but: str) -> dict[str, dict[int, dict]]:
    """Every row of the register and what refers to it, by table and key."""
    return {
        model._meta.label: {row.pk: as_row(row) for row in model._base_manager.all()}
        for label in REGISTER
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if model is not MergeRecord and model._meta.label not in but
    }


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def twins(editor):
    """A and B, of whom everything that can be known of a person is known of A."""
    a = make_person("王海霞", gender="female", born_on="1968", native_place="云州", summary="劳模。")
    b = make_person("王晓霞", is_provisional=True, native_place="汐湖")
    body = make_organisation()
    post = make_post("主席", body)
    article = make_article()
    make_appointment(a, post, started_on="2020-06")
    make_appointment(b, post)
    a.honours.create(name="五一劳动奖章", awarded_by=body, awarded_on="2019")
    for person in (a, b):
        person.aliases.create(name="小霞", kind="pen_name")
        EventParticipation.objects.create(event=make_event(), role="speaker", person=person)
    shared = make_event("表彰会")
    for person in (a, b):
        EventParticipation.objects.create(event=shared, role="present", person=person)
    make_mention(article, a)
    make_contribution(article, a.name, a)
    Attestation.objects.create(
        article=article,
        name=a.name,
        organisation_name=body.name,
        title="主席",
        person=a,
        post=post,
        state=MatchState.MATCHED,
    )
    make_user("haixia", person=a)
    return a, b


def test_what_refers_to_the_merged_record_moves(twins, editor):
    a, b = twins
    record = merge(b, a, editor, "同一人")
    assert list(Person.objects.all()) == [b]
    b.refresh_from_db()
    assert b.appointments.count() == 2
    assert b.honours.count() == b.mentions.count() == b.contributions.count() == b.attestations.count() == 1
    assert b.accounts.get().username == "haixia"
    assert sorted(b.aliases.values_list("name", flat=True)) == ["小霞", "王海霞"]
    assert b.event_participations.count() == 3
    assert (b.gender, str(b.born_on), b.summary, b.native_place) == ("female", "1968年", "劳模。", "汐湖")
    assert not b.is_provisional
    assert record.moved_count == 9


def test_merge_a_into_b_edit_b_and_undo(twins, editor):
    """Every row of A is as it was, and the edit to B stands."""
    a, b = twins
    before = snapshot()
    record = merge(b, a, editor, "误以为同一人")
    b.refresh_from_db()
    b.summary, b.native_place = "编辑改写的简介。", "清源"
    b.save()
    added = b.honours.create(name="优秀工会工作者")
    undone = undo(record, editor)
    assert undone.left == 0
    expected = before
    expected["people.Person"][b.pk] |= {"summary": "编辑改写的简介。", "native_place": "清源"}
    expected["people.Honour"][added.pk] = as_row(added)
    assert snapshot() == expected


def test_an_edit_to_a_moved_row_stands_and_goes_back_with_it(twins, editor):
    a, b = twins
    honour = a.honours.get()
    record = merge(b, a, editor, "同一人")
    Honour.objects.filter(pk=honour.pk).update(name="全国五一劳动奖章")
    undo(record, editor)
    honour.refresh_from_db()
    assert (honour.name, honour.person) == ("全国五一劳动奖章", a)


def test_a_moved_row_that_an_editor_gave_away_or_deleted_is_left_so(twins, editor):
    a, b = twins
    third = make_person("李明")
    record = merge(b, a, editor, "同一人")
    Honour.objects.update(person=third)
    Mention.objects.all().delete()
    undo(record, editor)
    assert Honour.objects.get().person == third
    assert not Mention.objects.exists()
    assert Person.objects.filter(pk=a.pk).exists()


def test_an_alias_that_an_editor_has_worked_on_stays(twins, editor):
    a, b = twins
    record = merge(b, a, editor, "同一人")
    b.aliases.filter(name="王海霞").update(kind="misprint")
    undo(record, editor)
    assert b.aliases.filter(name="王海霞", kind="misprint").exists()


def test_two_bodies_with_a_post_of_one_title_become_one_with_one_post(editor):
    kept, merged = make_organisation("云州市总工会"), make_organisation("云州总工会", kind="other")
    post, twin = make_post("主席", kept), make_post("主席", merged, rank=3)
    make_post("副主席", merged)
    held = make_appointment(make_person(), twin)
    OrganisationLink.objects.create(organisation=merged, kind="renamed", other=kept)
    before = snapshot()
    record = merge(kept, merged, editor, "简称")
    held.refresh_from_db()
    assert held.post == post
    assert sorted(kept.posts.values_list("title", "rank")) == [("主席", 3), ("副主席", 0)]
    assert not OrganisationLink.objects.exists()
    undo(record, editor)
    assert snapshot() == before


def test_events_that_are_part_of_each_other_make_no_circle(editor):
    whole = make_event("工代会")
    merged = make_event("工代会第二阶段", parent=whole)
    between = make_event("开幕式", parent=merged)
    kept = make_event("工代会二阶段", parent=between)
    before = snapshot()
    record = merge(kept, merged, editor, "同一活动")
    kept.refresh_from_db()
    between.refresh_from_db()
    assert (kept.parent, between.parent) == (whole, kept)
    assert EventAlias.objects.get().name == "工代会第二阶段"
    undo(record, editor)
    assert snapshot() == before


def test_no_evidence_parts_again_what_an_editor_has_joined(twins, editor):
    a, b = twins
    article = make_article()
    own = Attestation.objects.create(
        article=article,
        name=b.name,
        organisation_name="汐湖市总工会",
        title="主席",
        person=b,
        post=make_post("主席", make_organisation("汐湖市总工会")),
        state=MatchState.MATCHED,
    )
    record = merge(b, a, editor, "同一人")
    assert set(Attestation.objects.values_list("is_settled", flat=True)) == {True}
    undo(record, editor)
    own.refresh_from_db()
    assert set(Attestation.objects.values_list("is_settled", flat=True)) == {False}


def test_a_chain_is_undone_from_its_end(editor):
    a, b, c = (make_person(name) for name in ("甲", "乙", "丙"))
    a.honours.create(name="奖章")
    before = snapshot()
    first = merge(b, a, editor, "同一人")
    second = merge(c, b, editor, "同一人")
    first.refresh_from_db()
    assert first.current_key == c.pk
    with pytest.raises(MergeRefused, match="请先撤销较晚的一步：“乙”并入“丙”"):
        undo(first, editor)
    undo(second, editor)
    first.refresh_from_db()
    assert first.current_key == b.pk
    undo(first, editor)
    assert snapshot() == before


def test_of_two_merges_into_one_record_the_earlier_may_be_undone_alone(editor):
    a, b, c = make_person("王海霞", gender="female"), make_person("王海霞", gender="male"), make_person("丙")
    first, second = merge(c, a, editor, "同一人"), merge(c, b, editor, "同一人")
    undo(first, editor)
    c.refresh_from_db()
    assert c.gender == "male"
    assert c.aliases.get().name == "王海霞"
    undo(MergeRecord.objects.get(pk=second.pk), editor)
    c.refresh_from_db()
    assert c.gender == ""
    assert not PersonAlias.objects.exists()


def test_a_row_that_took_in_another_is_not_taken_from_under_it(editor):
    a, b, c = (make_organisation(name) for name in ("甲工会", "乙工会", "丙工会"))
    for body in (a, b):
        make_appointment(make_person(body.name), make_post("主席", body))
    before = snapshot()
    first, second = merge(c, a, editor, "简称"), merge(c, b, editor, "简称")
    with pytest.raises(MergeRefused, match="请先撤销较晚的一步：“乙工会”并入“丙工会”"):
        undo(first, editor)
    undo(second, editor)
    undo(first, editor)
    assert snapshot() == before


def test_nothing_is_undone_twice_or_without_the_kept_record(twins, editor):
    a, b = twins
    record = merge(b, a, editor, "同一人")
    undo(record, editor)
    with pytest.raises(MergeRefused, match="已经撤销过"):
        undo(record, editor)
    again = merge(b, a, editor, "同一人")
    b.delete()
    with pytest.raises(MergeRefused, match="已被删除"):
        undo(again, editor)


def test_only_two_records_of_a_kind_that_exist_are_merged(editor):
    person, other = make_person(), make_person("李明")
    with pytest.raises(MergeRefused, match="同类"):
        merge(person, make_organisation(), editor, "")
    with pytest.raises(MergeRefused, match="同类"):
        merge(person, person, editor, "")
    Person.objects.filter(pk=other.pk).delete()
    with pytest.raises(MergeRefused, match="已不存在"):
        merge(person, other, editor, "")


def test_a_preview_counts_and_changes_nothing(twins):
    a, b = twins
    before = snapshot()
    found = preview(b, a)
    assert {part.label: (part.count, part.taken_out) for part in found.parts} == {
        "人物别名": (1, 1),
        "任职": (1, 0),
        "荣誉": (1, 0),
        "账号": (1, 0),
        "参加者": (2, 1),
        "提及": (1, 0),
        "署名": (1, 0),
        "任职见报": (1, 0),
    }
    assert found.alias == "王海霞"
    assert dict(found.filled) == {"性别": "女", "简介": "劳模。", "出生": "1968年", "待核": "取消"}
    assert snapshot() == before


def test_merging_takes_a_number_of_queries_that_does_not_grow(editor, django_assert_max_num_queries):
    a, b, article = make_person("甲"), make_person("乙"), make_article()
    for number in range(300):
        make_mention(article, a, occurrence=number)
    with django_assert_max_num_queries(120):
        merge(b, a, editor, "同一人")
    assert b.mentions.count() == 300


def test_a_row_whose_place_is_taken_stays_where_it_is(twins, editor):
    """An editor has meanwhile named the moved alias as the one that was taken out."""
    a, b = twins
    a.aliases.create(name="海霞")
    record = merge(b, a, editor, "同一人")
    b.aliases.filter(name="小霞").delete()
    b.aliases.filter(name="海霞").update(name="小霞")
    assert undo(record, editor).left == 1
    assert a.aliases.get().name == "小霞"


def test_what_a_row_referred_to_may_have_been_merged_meanwhile(editor):
    """The participation that a merge of events took out comes back for the body that the other was merged into."""
    one, two = make_event("表彰会"), make_event("表彰大会")
    body, other = make_organisation("云州总工会"), make_organisation("云州市总工会")
    for event in (one, two):
        EventParticipation.objects.create(event=event, role="organiser", organisation=body)
    before = snapshot()
    events = merge(one, two, editor, "同一活动")
    bodies = merge(other, body, editor, "简称")
    undo(events, editor)
    assert set(EventParticipation.objects.values_list("event", "organisation")) == {
        (one.pk, other.pk),
        (two.pk, other.pk),
    }
    undo(MergeRecord.objects.get(pk=bodies.pk), editor)
    assert snapshot() == before


def test_records_of_every_kind_are_merged_alike(editor):
    for make in (make_person, make_organisation, make_event):
        kept, merged = make("甲" * 10), make("乙" * 10)
        make_mention(make_article(), merged)
        before = snapshot()
        record = merge(kept, merged, editor, "同一")
        assert kept.mentions.count() == 1
        assert kept.aliases.get().name == merged.name
        undo(record, editor)
        assert snapshot() == before


@pytest.mark.parametrize("model", [Person, Organisation, Event, Post, Article])
def test_every_foreign_key_to_a_record_is_found(model):
    """A model that is added later is found like these: nothing here or in `relations` names one."""
    expected = {
        (other, column.attname)
        for other in apps.get_models(include_auto_created=True)
        for column in other._meta.concrete_fields
        if column.is_relation and column.related_model is model
    }
    found = {(link.model, link.column) for link in links_to(model)}
    assert expected <= found
    assert (TaggedItem, "object_id") in found, "a generic relation"


def test_a_generic_relation_moves_too(editor):
    a, b, other = make_person("甲"), make_person("乙"), make_organisation(pk=77)
    tag = Tag.objects.create(name="劳模")
    for record in (a, other):
        TaggedItem.objects.create(tag=tag, content_object=record)
    before = snapshot() | {"tags": list(TaggedItem.objects.order_by("pk").values())}
    record = merge(b, a, editor, "同一人")
    assert {(item.content_type.model, item.object_id) for item in TaggedItem.objects.all()} == {
        ("person", b.pk),
        ("organisation", other.pk),
    }
    undo(record, editor)
    assert snapshot() | {"tags": list(TaggedItem.objects.order_by("pk").values())} == before
