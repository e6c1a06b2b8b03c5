"""The queues of the admin: what waits, the answers that settle it, and that settled things stay away."""

from dataclasses import replace

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Attestation, Mention, NearCopy, SourceMark
from events.models import DistinctEvents, Event
from people.merging import merge
from people.models import (
    Appointment,
    DistinctOrganisations,
    DistinctPeople,
    Organisation,
    Person,
    SharedSeat,
)
from tests.articles.documents import make_notice, make_prepared, passages
from tests.articles.test_importing import take
from tests.factories import (
    make_appointment,
    make_article,
    make_editor,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_source,
    make_user,
)
from unioncms.fields import ImpreciseDate
from unioncms.parsing import Event as ParsedEvent
from unioncms.parsing import Person as ParsedPerson
from unioncms.queues import find_queue, visible_queues
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db
NAMES = [
    "people", "organisations", "events", "ambiguous", "unmatched", "doubtful", "damaged",
    "same-people", "same-organisations", "same-events", "near-people", "appointments", "overlaps",
]  # fmt: skip


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def site(client, editor):
    client.force_login(editor)
    return client


def cards_of(site, name: str, **query) -> list:
    page = site.get(reverse("admin:queue", args=[name]), query)
    return [card for card, _ in page.context["cards"]]


def answer(site, name: str, card, chosen: str, **more):
    key = card if isinstance(card, str) else card.key
    return site.post(reverse("admin:queue", args=[name]), {"key": key, "answer": chosen, **more})


def messages_of(response) -> str:
    return "".join(str(message) for message in get_messages(response.wsgi_request))


def read_anew():
    """The same document as a later parse gives it."""
    return replace(make_prepared(), digest="1" * 64)


def wait(name: str, number: int = 1) -> None:
    """Put `number` things into the queue of that name."""
    for each in range(number):
        MAKERS[name](each)


def make_name(state: str, number: int) -> Mention:
    article = make_article(f"稿件{number}", source=make_source(f"{number}.txt", f"林海生到会。{number}"))
    return Mention.objects.create(
        article=article, kind="person", text=f"林海生{number}", name=f"林海生{number}", state=state
    )


def make_two_of_one_name(state: str, number: int) -> Mention:
    make_person(f"林海生{number}")
    make_person(f"林海生{number}")
    return make_name(state, number)


def make_mark(kind: str, number: int = 0) -> SourceMark:
    source = make_source(f"m{number}{kind}.txt", f"第{number}次会议在云州召开{kind}")
    return SourceMark.objects.create(
        source=source, article=make_article(source=source), kind=kind, start=5, end=7, text="在云"
    )


def make_inferred(number: int = 0) -> Appointment:
    person, post = (
        make_person(f"何晓兰{number}"),
        make_post("科员", make_organisation(f"云州市第{number}公司工会")),
    )
    Attestation.objects.create(
        article=make_article(f"见报{number}"), name=person.name, organisation_name=post.organisation.name,
        title=post.title, passage=f"{post}{person.name}到会。", person=person, post=post,
        state=MatchState.MATCHED,
    )  # fmt: skip
    return make_appointment(person, post, is_inferred=True)


def make_overlap(number: int = 0) -> Appointment:
    post = make_post("主席", make_organisation(f"云州市第{number}工会"))
    for name, first, last in (("甄岚", "2020", "2022"), ("孟采薇", "2021", "2023")):
        held = make_appointment(
            make_person(f"{name}{number}"),
            post,
            is_inferred=True,
            seen_first=ImpreciseDate.parse(first),
            seen_last=ImpreciseDate.parse(last),
        )
    return held


def make_twice(make, number: int) -> None:
    make(f"同名{number}")
    make(f"同名{number}")


def make_near(number: int = 0) -> NearCopy:
    source = make_source(f"n{number}.txt", f"第{number}期")
    names = f"王海{number}", f"王晁{number}"
    article = make_article(source=source)
    for name in names:
        make_mention(article, make_person(name))
    return NearCopy.objects.create(source=source, name=names[0], other=names[1])


MAKERS = {
    "people": lambda number: make_mention(make_article(), make_person(f"何{number}", is_provisional=True)),
    "organisations": lambda number: make_mention(
        make_article(), make_organisation(f"{number}厂工会", is_provisional=True)
    ),
    "events": lambda number: make_mention(make_article(), make_event(f"第{number}次会", is_provisional=True)),
    "ambiguous": lambda number: make_two_of_one_name(MatchState.AMBIGUOUS, number),
    "unmatched": lambda number: make_name(MatchState.UNMATCHED, number),
    "doubtful": lambda number: make_mark(SourceMark.Kind.DOUBTFUL_JOIN, number),
    "damaged": lambda number: make_mark(SourceMark.Kind.MISSING_TAIL, number),
    "same-people": lambda number: make_twice(make_person, number),
    "same-organisations": lambda number: make_twice(make_organisation, number),
    "same-events": lambda number: make_twice(make_event, number),
    "appointments": make_inferred,
    "overlaps": make_overlap,
    "near-people": make_near,
}


# All queues


def test_every_app_has_registered_its_queues(site, rf, editor):
    request = rf.get("/")
    request.user = editor
    names = [*NAMES, "proposals"]  # whose cards test_proposals_admin.py knows
    assert sorted(queue.name for queue in visible_queues(request)) == sorted(names)
    page = site.get(reverse("admin:queues"))
    assert [queue["count"] for queue in page.context["queues"]] == [0] * len(names)


@pytest.mark.parametrize("name", NAMES)
def test_what_waits_is_counted_and_shown(name, site):
    wait(name, 2)
    label = find_queue(name).label
    for page in (site.get(reverse("admin:queues")), site.get(reverse("admin:index"))):
        assert {queue["name"]: queue["count"] for queue in page.context["queues"]}[label] == 2
    assert len(cards_of(site, name)) == 2
    assert all(card.question and card.buttons for card in cards_of(site, name))


@pytest.mark.parametrize("name", NAMES)
def test_the_first_answer_settles_for_good_and_is_logged(name, site):
    wait(name, 2)
    before = LogEntry.objects.count()
    first, second = cards_of(site, name)
    done = answer(site, name, first, first.buttons[0].name, next=second.key, page="1")
    assert done.url == f"{reverse('admin:queue', args=[name])}?at={second.key}"
    assert messages_of(done)
    assert LogEntry.objects.count() > before
    assert [card.key for card in cards_of(site, name)] == [second.key]
    page = site.get(done.url)
    assert page.context["focused"] == second.key


@pytest.mark.parametrize("name", NAMES)
def test_who_comes_second_is_told(name, site):
    wait(name)
    (card,) = cards_of(site, name)
    answer(site, name, card, card.buttons[0].name)
    count = LogEntry.objects.count()
    assert "已经处理过了" in messages_of(answer(site, name, card, card.buttons[0].name))
    assert LogEntry.objects.count() == count


@pytest.mark.parametrize("name", NAMES)
def test_the_queries_of_a_page_do_not_grow_with_its_cards(name, site):
    wait(name, 2)
    site.get(reverse("admin:queue", args=[name]))
    with CaptureQueriesContext(connection) as few:
        assert len(cards_of(site, name)) == 2
    for number in range(2, 12):
        MAKERS[name](number)
    with CaptureQueriesContext(connection) as many:
        assert len(cards_of(site, name)) == 12
    assert len(many) == len(few)


@pytest.mark.parametrize("name", NAMES)
def test_each_answer_asks_for_the_permission_to_change(name, client):
    wait(name)
    reader = make_user("reader", is_staff=True)
    client.force_login(reader)
    address = reverse("admin:queue", args=[name])
    assert client.get(address).status_code == 403
    assert client.post(address, {"key": "1", "answer": "x"}).status_code == 403
    assert client.get(reverse("admin:queues")).context["queues"] == []
    kind = find_queue(name).model._meta.model_name
    client.force_login(make_user("viewer", (f"view_{kind}",), is_staff=True))
    (card,) = cards_of(client, name)
    assert card.buttons == []
    for each in card.answers:
        assert answer(client, name, card, each.name).status_code == 403


def test_thirty_cards_a_page_and_the_last_page_may_go(site):
    wait("people", 31)
    assert len(cards_of(site, "people")) == 30
    (card,) = cards_of(site, "people", page=2)
    done = answer(site, "people", card, "checked", page="2", next="")
    assert done.url.endswith("?at=")
    assert site.get(done.url).context["focused"] == cards_of(site, "people")[0].key


@pytest.mark.parametrize(
    "sent", [{}, {"key": "0"}, {"key": "x"}, {"key": "9" * 40}, {"key": "１"}, {"key": "1-x"}]
)
@pytest.mark.parametrize("name", ["people", "same-people", "overlaps"])
def test_a_key_that_nothing_has_is_told(name, sent, site):
    assert "已经处理过了" in messages_of(site.post(reverse("admin:queue", args=[name]), sent))


def test_an_answer_that_is_no_longer_offered_is_told(site):
    wait("people")
    (card,) = cards_of(site, "people")
    assert "重新选择" in messages_of(answer(site, "people", card, "match-1"))


def test_only_get_and_post(site):
    assert site.put(reverse("admin:queue", args=["people"])).status_code == 405
    assert site.get(reverse("admin:queue", args=["nothing"])).status_code == 404


# Passages


def test_a_card_shows_the_passage_marked_and_leads_to_its_document(site):
    take(make_prepared())
    card = next(card for card in cards_of(site, "people") if "林海生" in card.question)
    passage = card.passages[0]
    assert "<mark>林海生</mark>" in passage.words
    assert passage.document == "page.txt"
    assert site.get(passage.document_url.split("#")[0]).status_code == 200
    assert site.get(passage.article_url).status_code == 200


def test_words_of_a_page_stay_words(site):
    person = make_person("何晓兰", is_provisional=True)
    make_mention(make_article("<i>题"), person, before="<b>", after="</b>")
    text = site.get(reverse("admin:queue", args=["people"])).content.decode()
    assert "&lt;b&gt;<mark>何晓兰</mark>&lt;/b&gt;" in text


def test_who_may_not_see_articles_sees_no_passage(client):
    wait("people")
    client.force_login(make_user("keeper", ("view_person", "change_person"), is_staff=True))
    (card,) = cards_of(client, "people")
    assert card.passages == []
    assert [each.name for each in card.buttons] == ["checked"]


# Answers


def test_what_is_no_name_goes_and_does_not_come_back(site):
    take(make_prepared())
    card = next(card for card in cards_of(site, "people") if "林海生" in card.question)
    answer(site, "people", card, "reject")
    assert not Person.objects.filter(name="林海生").exists()
    assert not Mention.objects.filter(name="林海生").exclude(state=MatchState.REJECTED).exists()
    assert not Attestation.objects.filter(name="林海生").exclude(state=MatchState.REJECTED).exists()
    assert not Appointment.objects.filter(post__organisation__name="汐湖市总工会").exists()
    take(read_anew())
    assert not Person.objects.filter(name="林海生").exists()


def test_a_body_that_is_no_name_goes_with_its_posts(site):
    take(make_prepared())
    card = next(card for card in cards_of(site, "organisations") if "汐湖市总工会" in card.question)
    answer(site, "organisations", card, "reject")
    assert not Organisation.objects.filter(name="汐湖市总工会").exists()
    assert Person.objects.get(name="林海生").appointments.count() == 0


def test_a_body_with_confirmed_office_holders_is_not_taken_back(site):
    post = make_post("科员", make_organisation(is_provisional=True))
    make_appointment(post=post)
    (card,) = cards_of(site, "organisations")
    assert "确认过的任职" in messages_of(answer(site, "organisations", card, "reject"))
    assert Organisation.objects.count() == 1


def test_a_name_is_settled_in_its_whole_document(site):
    """Two of one name: what the editor chooses is linked in every place of that document, and in no other."""
    one, _ = make_person("林海生"), make_person("林海生")
    take(make_notice(1, "林海生"))
    take(make_notice(2, "林海生"))
    first, second = cards_of(site, "ambiguous")
    assert first.buttons[0].name == f"match-{one.pk}"
    answer(site, "ambiguous", first, f"match-{one.pk}")
    (left,) = cards_of(site, "ambiguous")
    assert left.key == second.key
    assert Mention.objects.get(pk=first.key).person == one


def test_an_unmatched_name_founds_a_record(site):
    wait("unmatched")
    (card,) = cards_of(site, "unmatched")
    answer(site, "unmatched", card, "add")
    assert Mention.objects.get().person == Person.objects.get(is_provisional=False)


def test_a_name_that_is_none_is_rejected(site):
    wait("unmatched")
    (card,) = cards_of(site, "unmatched")
    answer(site, "unmatched", card, "reject")
    mention = Mention.objects.get()
    assert (mention.state, mention.is_settled) == (MatchState.REJECTED, True)


@pytest.mark.parametrize(
    ("name", "decisions"),
    [
        ("same-people", DistinctPeople),
        ("same-organisations", DistinctOrganisations),
        ("same-events", DistinctEvents),
    ],
)
def test_namesakes_told_apart_stay_apart(name, decisions, site):
    wait(name)
    (card,) = cards_of(site, name)
    answer(site, name, card, "apart")
    assert decisions.objects.count() == 1
    assert cards_of(site, name) == []
    MAKERS[name](0)
    assert len(cards_of(site, name)) == 2, "a third and a fourth are asked about"


def test_namesakes_that_an_import_tells_apart_stay_as_they_were(site):
    """What an editor says of two records does not release what they are known by."""
    take(make_notice(1, "林海生", ("云州市总工会", "主席")))
    take(make_notice(2, "林海生", ("汐湖市总工会", "主席")))
    assert Person.objects.filter(name="林海生").count() == 2
    before = set(Mention.objects.filter(kind="person").values_list("pk", "person", "state"))
    (card,) = cards_of(site, "same-people")
    answer(site, "same-people", card, "apart")
    assert set(Mention.objects.filter(kind="person").values_list("pk", "person", "state")) == before


def test_one_and_the_same_leads_to_the_merge(site):
    wait("same-people")
    (card,) = cards_of(site, "same-people")
    done = answer(site, "same-people", card, "same")
    assert reverse("admin:people_person_merge_records") in done.url
    assert site.get(done.url).status_code == 200


def test_an_appointment_that_reports_do_not_bear_out_goes(site):
    take(make_prepared())
    card = next(card for card in cards_of(site, "appointments") if "林海生" in card.question)
    assert "<mark>林海生</mark>" in card.passages[0].words
    answer(site, "appointments", card, "deny")
    assert not Appointment.objects.filter(person__name="林海生").exists()
    take(read_anew())
    assert not Appointment.objects.filter(person__name="林海生").exists()


def test_who_shares_a_seat_is_asked_once(site):
    wait("overlaps")
    (card,) = cards_of(site, "overlaps")
    answer(site, "overlaps", card, "both")
    assert SharedSeat.objects.count() == 1
    assert not Appointment.objects.filter(is_inferred=True).exists()
    assert cards_of(site, "overlaps") == []


def test_one_of_two_holders_is_denied(site):
    held = make_overlap()
    (card,) = cards_of(site, "overlaps")
    answer(site, "overlaps", card, f"deny-{held.pk}")
    assert Appointment.objects.count() == 1
    assert cards_of(site, "overlaps") == []


@pytest.mark.parametrize("title", ["副主席", "委员", "名誉会长"])
def test_posts_of_several_seats_do_not_overlap(title, site):
    held = make_overlap()
    held.post.title = title
    held.post.save()
    assert cards_of(site, "overlaps") == []


def test_a_mark_shows_what_stands_around_it(site):
    make_mark(SourceMark.Kind.MISSING_TAIL)
    (card,) = cards_of(site, "damaged")
    assert "第0次会议<mark>在云</mark>州召开" in card.passages[0].words
    answer(site, "damaged", card, "settled")
    assert SourceMark.objects.get().is_settled


def test_events_that_are_none_go(site):
    take(make_prepared())
    card = next(card for card in cards_of(site, "events") if "林海生走进车间" in card.question)
    answer(site, "events", card, "reject")
    assert not Event.objects.filter(name="林海生走进车间").exists()


def test_near_names_of_an_import_are_asked_about_until_they_are_one(site, editor):
    text = "林海生和林海升到会。"
    document = replace(
        make_notice(1, "林海生").document,
        people=tuple(ParsedPerson(name, (), (0,), passages(text, name, 0)) for name in ("林海生", "林海升")),
    )
    take(make_prepared(document, "near.txt", text))
    (card,) = cards_of(site, "near-people")
    assert "“林海升”与“林海生”" in card.question
    assert reverse("admin:people_person_merge_records") in answer(site, "near-people", card, "same").url
    merge(*Person.objects.order_by("pk"), editor, "误排")
    assert cards_of(site, "near-people") == []


def test_checking_an_event_founds_no_other(site):
    """Of an undated event nothing but the report itself tells which it is: the editor has seen that report."""
    document = make_notice(1, "林海生").document
    event = ParsedEvent("慰问职工", None, None, (), (), 0)
    take(make_prepared(replace(document, events=(event,)), "event.txt", "林海生慰问职工。"))
    (card,) = cards_of(site, "events")
    answer(site, "events", card, "checked")
    assert cards_of(site, "events") == []
    assert Event.objects.count() == 1
