"""Pages of events."""

import pytest
from django.urls import reverse

from tests.factories import (
    make_article,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_published_article,
)
from tests.reading import count_queries, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def contest():
    event = make_event(place="云州体育馆", started_on="2024-04-18", ended_on="2024-04-20", session=6)
    article = make_published_article("大赛开幕")
    make_mention(article, event)
    body, person = make_organisation(), make_person()
    make_mention(article, person)
    event.participations.create(organisation=body, role="organiser")
    event.participations.create(person=person, role="speaker")
    return event


class TestEvent:
    def test_shows_time_place_and_who_took_part_as_what(self, client, contest):
        text = text_of(client.get(contest.get_absolute_url()))

        for words in (
            "时间2024年4月18日至20日",
            "地点云州体育馆",
            "届次第6届",
            "主办云州市总工会",
            "讲话林海生",
            "大赛开幕",
        ):
            assert words in text

    @pytest.mark.parametrize(
        ("start", "end", "words"),
        [
            ("2024-04-18", "", "时间2024年4月18日"),
            ("2024-04", "2024-04", "时间2024年4月地点"),
            ("2024-04-18", "2024-05-02", "时间2024年4月18日至5月2日"),
            ("2024-12-30", "2025-01-02", "时间2024年12月30日至2025年1月2日"),
            ("2024", "2025", "时间2024年至2025年"),
        ],
    )
    def test_says_its_time_at_the_precision_known(self, client, contest, start, end, words):
        contest.started_on, contest.ended_on = start, end
        contest.save()

        assert words in text_of(client.get(contest.get_absolute_url()))

    def test_leads_to_what_it_is_part_of_and_to_its_parts(self, client, contest):
        part, hidden = make_event("决赛", parent=contest), make_event("未见报的场次", parent=contest)
        make_mention(make_published_article("决赛报道"), part)
        html = client.get(contest.get_absolute_url()).content.decode()

        assert part.get_absolute_url() in html
        assert hidden.name not in html
        assert contest.get_absolute_url() in client.get(part.get_absolute_url()).content.decode()

    def test_leaves_out_whom_only_drafts_name(self, client, contest):
        hidden = make_person("未见报")
        make_mention(make_article(), hidden)
        contest.participations.create(person=hidden, role="present")

        assert "未见报" not in client.get(contest.get_absolute_url()).content.decode()

    def test_leaves_no_label_of_what_is_absent(self, client):
        event = make_event()
        make_mention(make_published_article(), event)
        html = client.get(event.get_absolute_url()).content.decode()

        for label in ("时间", "地点", "届次", "所属活动", "其中的活动", "<dl"):
            assert label not in html

    def test_is_not_found_while_only_drafts_name_it(self, client):
        event = make_event()
        make_mention(make_article(), event)

        assert client.get(event.get_absolute_url()).status_code == 404

    def test_twenty_participants_take_as_many_queries_as_two(self, client, contest):
        few = count_queries(client, contest.get_absolute_url())
        for number in range(20):
            article = make_published_article(f"报道{number}")
            person = make_person(f"职工{number}")
            make_mention(article, person)
            make_mention(article, contest)
            contest.participations.create(person=person, role="present")
            contest.participations.create(organisation=make_organisation(f"第{number}厂工会"), role="host")

        assert count_queries(client, contest.get_absolute_url()) == few


class TestEventList:
    def test_the_newest_stand_first_and_the_undated_last(self, client):
        article = make_published_article()
        for name, day in (("甲会", "2023"), ("乙会", ""), ("丙会", "2024-05-01")):
            make_mention(article, make_event(name, started_on=day))
        text = text_of(client.get(reverse("events:event_list")))

        assert (
            text.index("2024年")
            < text.index("丙会")
            < text.index("甲会")
            < text.index("日期不详")
            < text.index("乙会")
        )

    def test_twenty_rows_take_as_many_queries_as_two(self, client):
        article = make_published_article()
        for number in range(2):
            make_mention(article, make_event(f"第{number}届大会"))
        few = count_queries(client, reverse("events:event_list"))
        for number in range(2, 20):
            make_mention(article, make_event(f"第{number}届大会"))

        assert count_queries(client, reverse("events:event_list")) == few

    def test_of_no_events_says_so(self, client):
        assert "还没有活动" in text_of(client.get(reverse("events:event_list")))
