"""Appointments follow from attestations: when seen, what is stated, and what one holder says of the next."""

from dataclasses import replace

import pytest
from django.urls import reverse

from articles.models import Attestation
from people.models import Appointment, Person
from people.posts import is_single_seat
from tests.articles.documents import make_notice, make_prepared
from tests.articles.test_importing import take
from tests.factories import make_editor
from tests.opening import opened
from tests.people.test_admin import EMPTY_PERSON, inline

pytestmark = pytest.mark.django_db
CITY = "云州市总工会"
numbers = iter(range(1_000_000))


def report(day: str, name: str = "陈立", title: str = "主席", change: str = "", body: str = CITY):
    """A page of that day that shows somebody in a post."""
    prepared = make_notice(next(numbers), name, (body, title))
    person = prepared.document.people[0]
    posts = tuple(
        replace(post, mentions=tuple(replace(mention, change=change) for mention in post.mentions))
        for post in person.posts
    )
    document = replace(prepared.document, published_on=day, people=(replace(person, posts=posts),))
    return make_prepared(document, prepared.name, prepared.text)


def held(name: str = "陈立", title: str = "主席") -> tuple:
    each = Appointment.objects.get(person__name=name, post__title=title)
    return (
        *(str(day or "") for day in (each.seen_first, each.seen_last, each.started_on, each.ended_on)),
        each.begun_by,
        each.ended_by,
    )


def test_first_and_last_day_seen():
    take(report("2020-05-02"), report("2019-03"), report("2021-01-09"), report(""))
    assert held() == ("2019年3月", "2021年1月9日", "", "", "", "")


def test_what_reports_state_is_kept_apart_from_what_they_show():
    take(report("2020-05-02"), report("2019-03-08", change="elected"), report("2022-07-01", change="retired"))
    assert held() == ("2019年3月8日", "2022年7月1日", "2019年3月", "2022年7月", "当选", "退休")


def test_who_left_and_came_again_holds_the_post():
    take(report("2018-01-01", change="removed"), report("2019-03-08", change="elected"))
    assert held()[2:] == ("2019年3月", "", "当选", "")


def test_holders_of_a_single_seat_bound_each_other():
    take(
        report("2021-03-01", "白云"), report("2019-01-01"), report("2020-05-04"), report("2023-06-01", "方圆")
    )
    assert held() == ("2019年1月1日", "2020年5月4日", "", "2020年5月4日至2021年3月1日之间", "", "")
    assert held("白云")[2:4] == ("2020年5月4日至2021年3月1日之间", "2021年3月1日至2023年6月1日之间")
    assert held("方圆")[2:4] == ("2021年3月1日至2023年6月1日之间", "")
    assert list(Appointment.objects.current().values_list("person__name", flat=True)) == ["方圆"]


def test_a_stated_date_is_not_replaced_by_a_bound():
    take(report("2020-05-04"), report("2021-03-01", "白云", change="elected"))
    assert held()[3] == "2020年5月4日至2021年3月1日之间"
    assert held("白云")[2:] == ("2021年3月", "", "当选", "")


def test_holders_who_overlap_are_left_as_they_are():
    take(
        report("2019-01-01"), report("2021-01-01"), report("2020-01-01", "白云"), report("2023-01-01", "方圆")
    )
    assert held()[2:4] == held("白云")[2:4] == held("方圆")[2:4] == ("", "")


def test_a_bound_goes_when_a_report_contradicts_it():
    take(report("2020-05-04"), report("2021-03-01", "白云"))
    take(report("2022-01-01"))
    assert held()[2:4] == held("白云")[2:4] == ("", "")


def test_several_hold_a_vice_chair():
    take(report("2020-05-04", title="副主席"), report("2021-03-01", "白云", title="副主席"))
    assert held("陈立", "副主席")[3] == ""


@pytest.mark.parametrize(
    ("title", "is_single"),
    [
        *((title, True) for title in ("主席", "党组书记", "办公室主任", "局长", "市长", "第一书记")),
        *((title, False) for title in ("副主席", "主席助理", "名誉会长", "委员", "副部长", "职工", "原主席")),
    ],
)
def test_which_posts_have_a_single_seat(title, is_single):
    assert is_single_seat(title) == is_single


def test_what_an_editor_confirmed_is_not_touched_and_bounds_its_neighbours():
    take(report("2020-05-04"))
    confirmed = Appointment.objects.get()
    confirmed.is_inferred, confirmed.ended_on, confirmed.ended_by = False, "2020-12", "调任"
    confirmed.save()
    take(report("2019-01-01"), report("2021-03-01", "白云"))
    assert held() == ("2020年5月4日", "2020年5月4日", "", "2020年12月", "", "调任")
    assert held("白云")[2] == "2020年12月31日至2021年3月1日之间"


def test_what_an_editor_edits_is_confirmed(client):
    client.force_login(make_editor())
    take(report("2020-05-04"))
    each = Appointment.objects.get()
    data = {"person": each.person.pk, "post": each.post.pk, "is_inferred": "on", "started_on": "2018"}
    data |= opened(client, each)
    response = client.post(reverse("admin:people_appointment_change", args=[each.pk]), data)
    assert response.status_code == 302, response.context["errors"]
    each.refresh_from_db()
    assert not each.is_inferred
    assert str(each.seen_first) == "2020年5月4日"
    person = Person.objects.get()
    row = {"id": each.pk, "person": person.pk, "post": each.post.pk, "ended_on": "2021"}
    data = EMPTY_PERSON | {"name": person.name} | inline("appointments", row, initial=1)
    data |= opened(client, person)
    client.post(reverse("admin:people_person_change", args=[person.pk]), data)
    assert str(Appointment.objects.get().ended_on) == "2021年"


def test_an_appointment_goes_with_its_last_attestation():
    take(report("2020-05-04"))
    Attestation.objects.all().delete()
    take(make_notice(next(numbers), "陈立"))
    assert not Appointment.objects.exists()
