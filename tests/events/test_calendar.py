"""Events by month, and the calendar files."""

import re
from datetime import date

import pytest
from django.conf import settings
from django.urls import reverse
from icalendar import Calendar

from people.models import OrganisationLink
from tests.factories import make_article, make_event, make_mention, make_organisation, make_published_article
from tests.reading import count_queries, text_of

pytestmark = pytest.mark.django_db
ALL = reverse("events:calendar")


def make_public_event(name: str, start: str | None, end: str | None = None, **values):
    event = make_event(name, started_on=start, ended_on=end, **values)
    make_mention(make_published_article(f"{name}的消息"), event)
    return event


def entries(client, address: str) -> list:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n")), "lines are folded"
    calendar = Calendar.from_ical(answer.content)
    assert calendar["version"] == "2.0"
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    for entry in found:
        assert not entry.errors
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(entry)
    assert len({str(entry["uid"]) for entry in found}) == len(found)
    return found


def month(client, year: int, number: int) -> str:
    return text_of(client.get(reverse("events:month", args=[year, number])))


class TestMonths:
    def test_a_month_has_what_began_in_it_or_went_on_into_it(self, client):
        for name, start, end in (
            ("春训", "2024-04-28", "2024-05-02"),
            ("大赛", "2024-05-20", None),
            ("五月座谈", "2024-05", None),
            ("表彰", "2024-06-01", None),
            ("年度活动", "2024", None),
        ):
            make_public_event(name, start, end)
        text = month(client, 2024, 5)
        for name in ("春训", "大赛", "五月座谈"):
            assert name in text
        assert "表彰" not in text
        assert "年度活动" not in text
        assert "4月1项5月2项6月1项" in text, "the months of the year with their numbers"

    def test_a_year_has_all_its_months(self, client):
        make_public_event("大赛", "2024-05-20")
        make_public_event("表彰", "2024-06")
        make_public_event("座谈", "2023-06")
        text = text_of(client.get(reverse("events:year", args=[2024])))
        assert "大赛" in text
        assert "表彰" in text
        assert "座谈" not in text
        assert "2024年2023年" in text

    def test_a_time_without_events_is_not_found(self, client):
        make_mention(make_article(), make_event("草稿里的会", started_on="2024-05-01"))
        for address in ("/events/calendar/2024/", "/events/calendar/2024/05/", "/events/calendar/2024/13/"):
            assert client.get(address).status_code == 404

    def test_the_list_leads_to_the_years(self, client):
        make_public_event("大赛", "2024-05-20")
        html = client.get(reverse("events:event_list")).content.decode()
        assert f'href="{reverse("events:year", args=[2024])}"' in html
        assert f'href="{ALL}"' in html

    @pytest.mark.parametrize("day", ["2024", "2024-05..2025-02", "0202-06-01", "3024-06", "9999-12-31"])
    def test_each_year_in_the_list_has_its_page_even_a_mistyped_one(self, client, day):
        make_public_event("大赛", day)
        html = client.get(reverse("events:event_list")).content.decode()
        address = re.search(r'href="(/events/calendar/[^"]*)"', html).group(1)
        assert "大赛" in text_of(client.get(address))

    def test_twenty_events_take_as_many_queries_as_two(self, client):
        def add(numbers):
            for number in numbers:
                make_public_event(f"活动{number}", f"2024-05-{number + 1:02}")

        add(range(2))
        address = reverse("events:month", args=[2024, 5])
        few = [count_queries(client, each) for each in (address, ALL)]
        add(range(2, 20))
        assert [count_queries(client, each) for each in (address, ALL)] == few
        assert few[1] == 1


class TestCalendar:
    def test_an_entry_has_whole_days_and_the_address_of_its_page(self, client):
        event = make_public_event("职工技能大赛", "2024-05-01", "2024-05-03", place="云州体育馆;甲厅")
        (entry,) = entries(client, ALL)
        assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2024, 5, 1), date(2024, 5, 4))
        assert str(entry["summary"]) == "职工技能大赛"
        assert str(entry["location"]) == "云州体育馆;甲厅"
        assert str(entry["url"]) == f"{settings.SITE_URL}{event.get_absolute_url()}"

    def test_only_days_have_a_place_in_a_calendar(self, client):
        make_public_event("大赛", "2024-05-20")
        make_public_event("表彰", "2024-06")
        make_public_event("年度活动", "2024")
        make_public_event("无日期的会", None)
        assert [str(entry["summary"]) for entry in entries(client, ALL)] == ["大赛"]

    def test_an_end_known_to_the_month_is_left_open(self, client):
        make_public_event("大赛", "2024-05-20", "2024-06")
        assert entries(client, ALL)[0]["dtend"].dt == date(2024, 5, 21)

    def test_the_last_of_all_days_has_no_day_after_it(self, client):
        make_public_event("大赛", "9999-12-31")
        calendar = Calendar.from_ical(client.get(ALL).content)
        assert [str(entry["summary"]) for entry in calendar.walk("VEVENT")] == ["大赛"]

    def test_what_only_drafts_know_is_not_there(self, client):
        make_mention(make_article(), make_event("草稿里的会", started_on="2024-05-01"))
        assert entries(client, ALL) == []

    def test_a_body_has_its_own_with_those_of_its_former_names(self, client):
        old, now, hidden = make_organisation("云州工会"), make_organisation(), make_organisation("云海协会")
        for body in (old, now):
            make_mention(make_published_article(), body)
        OrganisationLink.objects.create(organisation=old, kind="renamed", other=now)
        for name, body in (("旧会", old), ("新会", now)):
            make_public_event(name, "2024-05-20").participations.create(organisation=body, role="organiser")
        make_public_event("别家的会", "2024-05-21")
        found = entries(client, reverse("events:organisation_calendar", args=[now.pk]))
        assert {str(entry["summary"]) for entry in found} == {"旧会", "新会"}
        assert client.get(reverse("events:organisation_calendar", args=[hidden.pk])).status_code == 404

    def test_no_text_can_begin_another_line(self, client):
        make_public_event("大赛\r\nEND:VEVENT\nBEGIN:VEVENT", "2024-05-20", place="甲\nURL:http://x.example")
        (entry,) = entries(client, ALL)
        assert "x.example" not in str(entry["url"])

    def test_a_reader_who_has_it_is_not_sent_it_again(self, client):
        make_public_event("大赛", "2024-05-20")
        first = client.get(ALL)
        assert client.get(ALL, headers={"If-None-Match": first["ETag"]}).status_code == 304
