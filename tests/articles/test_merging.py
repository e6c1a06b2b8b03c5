"""Merging and matching together: the machine does not part what an editor has joined, nor join what was parted."""

import pytest

from articles.models import Attestation, Mention
from articles.settling import Names, settle
from articles.splitting import find_way, split
from people.merging import merge
from people.models import Appointment, MergeRecord, Organisation, Person
from people.undoing import undo
from tests.factories import make_article, make_editor, make_event, make_mention, make_source
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db
NAME = "林海生"
BODIES = ("云州市总工会", "汐湖市总工会")


@pytest.fixture
def editor():
    return make_editor()


def report(number: int, body: str, name: str = NAME) -> None:
    """A document that prints a name with a post at a body."""
    article = make_article(f"稿件 {number}", source=make_source(f"{number}.txt", text=f"原文 {number}"))
    Mention.objects.create(article=article, kind="person", text=name, name=name)
    Mention.objects.create(article=article, kind="organisation", text=body, name=body)
    Attestation.objects.create(article=article, name=name, organisation_name=body, title="主席")


def try_again() -> None:
    settle(Names(people={NAME}, organisations=set(BODIES)))


def meanings() -> list[tuple]:
    """Whom each row means, and who holds which post."""
    return [
        *Mention.objects.filter(kind="person").order_by("pk").values_list("state", "person"),
        *Attestation.objects.order_by("pk").values_list("state", "person", "post", "is_settled"),
        *Appointment.objects.order_by("person", "post").values_list("person", "post", "is_inferred"),
    ]


@pytest.fixture
def namesakes():
    """Two people of one name, whom their bodies tell apart."""
    for number, body in enumerate(BODIES):
        report(number, body)
    try_again()
    one, two = Person.objects.order_by("pk")
    return one, two


def test_matching_leaves_together_what_an_editor_has_merged(namesakes, editor):
    one, two = namesakes
    merge(one, two, editor, "调任")
    try_again()
    assert Person.objects.get() == one
    assert set(Mention.objects.filter(kind="person").values_list("state", "person")) == {("matched", one.pk)}
    assert set(Attestation.objects.values_list("state", "person")) == {("matched", one.pk)}
    assert set(Appointment.objects.values_list("person", "post__organisation__name")) == {
        (one.pk, body) for body in BODIES
    }
    report(2, BODIES[1])
    try_again()
    assert Person.objects.get() == one


def test_undoing_the_merge_leaves_them_apart_again(namesakes, editor):
    one, two = namesakes
    before = meanings()
    undo(merge(one, two, editor, "误以为调任"), editor)
    assert meanings() == before
    try_again()
    assert meanings() == before


def test_a_passage_that_was_split_off_stays_so(editor):
    for number in range(3):
        report(number, BODIES[0])
    try_again()
    person = Person.objects.get()
    passage = Attestation.objects.order_by("pk").last()
    before = meanings()
    record = split(find_way(person, "attestation"), passage.pk, person, None, editor, "同名", NAME)
    try_again()
    passage.refresh_from_db()
    assert passage.person_id == record.to_key
    assert person.attestations.count() == 2
    undo(MergeRecord.objects.get(), editor)
    assert meanings() == before


def test_the_other_name_of_a_merged_body_leads_to_it(editor):
    for number, body in enumerate(BODIES):
        report(number, body, name=f"人物{number}")
    settle(Names(people={"人物0", "人物1"}, organisations=set(BODIES)))
    kept, merged = (Organisation.objects.get(name=body) for body in BODIES)
    record = merge(kept, merged, editor, "更名")
    report(2, BODIES[1])
    try_again()
    mentions = Mention.objects.filter(kind="organisation", state=MatchState.MATCHED)
    assert set(mentions.values_list("organisation", flat=True)) == {kept.pk}
    undo(record, editor)
    try_again()
    assert set(mentions.values_list("name", "organisation")) == {
        (BODIES[0], kept.pk),
        (BODIES[1], merged.pk),
    }


def test_two_events_merged_by_hand_stay_one(editor):
    one, two = make_event("座谈会", started_on="2024-05-01"), make_event("座谈会", started_on="2024-06-01")
    for number, event in enumerate((one, two)):
        evidence = {"date": str(event.started_on.isoformat()), "place": "", "organisers": []}
        make_mention(make_article(f"稿件 {number}"), event, evidence=evidence)
    merge(one, two, editor, "同一次,日期误排")
    settle(Names(events={"座谈会"}))
    assert set(Mention.objects.values_list("state", "event")) == {("matched", one.pk)}
