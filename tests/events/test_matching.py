"""Which reports are one event is a function of the set of reports."""

import random

import pytest

from events.matching import Occasion, Report, fits, guess_kind, match_events, read_session, summarise
from events.models import Event
from unioncms.fields import ImpreciseDate

Kind = Event.Kind
OWN = "云州市工会第九次代表大会"
DAY, NEXT_DAY, MONTH = "2024-05-01", "2024-05-02", "2024-05"
CITY, OTHER = "云州市总工会", "汐湖市总工会"


def occasion(name: str = "座谈会", date: str = "", place: str = "", *organisers: str) -> Occasion:
    return Occasion(name, ImpreciseDate.parse(date) if date else None, place, frozenset(organisers))


def report(number: int, *told: str, anchor: int | None = None, also: tuple[str, ...] = ()) -> Report:
    return Report(number, number, occasion(*told), anchor, frozenset(also))


def match(*reports: Report) -> tuple[list, list]:
    """Events as (anchor, numbers of their reports), and the numbers that wait; the same in every order."""
    answers = set()
    for seed in range(6):
        shuffled = [*reports]
        random.Random(seed).shuffle(shuffled)
        gathered, waiting = match_events(shuffled)
        events = sorted(
            (each.anchor or 0, tuple(sorted(one.number for one in each.reports))) for each in gathered
        )
        answers.add((tuple(events), tuple(sorted(each.number for each in waiting))))
    assert len(answers) == 1
    events, waiting = answers.pop()
    return list(events), list(waiting)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (("座谈会", DAY), ("座谈会", DAY), True),
        (("座谈会", DAY), ("座谈会", MONTH), True),
        (("座谈会", DAY), ("座谈会", NEXT_DAY), False),
        (("座谈会",), ("座谈会",), False),
        (("座谈会", DAY), ("座谈会",), False),
        ((OWN,), (OWN,), True),
        ((OWN, DAY), (OWN,), True),
        (("座谈会", DAY, "云州市"), ("座谈会", DAY, "云州市工人文化宫"), True),
        (("座谈会", DAY, "云州市"), ("座谈会", DAY, "汐湖市"), False),
        (("座谈会", DAY, "", CITY), ("座谈会", DAY, "", CITY, OTHER), True),
        (("座谈会", DAY, "", CITY), ("座谈会", DAY, "", OTHER), False),
        (("座谈会", DAY), ("表彰大会", DAY), False),
    ],
)
def test_an_occasion_is_known_by_name_day_place_and_organisers(one, other, is_same):
    assert match(report(1, *one), report(2, *other))[0] == (
        [(0, (1, 2))] if is_same else [(0, (1,)), (0, (2,))]
    )
    assert fits(occasion(*one), occasion(*other)) == is_same or one[0] != other[0]


def test_a_report_that_fits_two_events_waits():
    assert match(report(1, "座谈会", DAY), report(2, "座谈会", NEXT_DAY), report(3, "座谈会", MONTH)) == (
        [(0, (1,)), (0, (2,))],
        [3],
    )


def test_reports_of_the_very_day_are_one_event_whatever_the_others_leave_open():
    found = match(report(1, OWN, DAY, "云州市"), report(2, OWN, DAY), report(3, OWN), report(4, OWN, "2024"))
    assert found == ([(0, (1, 2, 3, 4))], [])


def test_an_undated_meeting_is_told_twice_in_one_document():
    one, other = report(1, "座谈会"), Report(2, 1, occasion("座谈会"))
    assert match(one, other) == ([(0, (1, 2))], [])


def test_an_event_of_an_editor_takes_its_reports_and_no_second_one():
    held, second = report(-1, OWN, DAY, anchor=7), report(-1, OWN, DAY, anchor=8)
    assert match(held, report(1, OWN), report(2, OWN, DAY)) == ([(7, (-1, 1, 2))], [])
    assert match(held, second, report(1, OWN)) == ([(7, (-1,)), (8, (-1,))], [1])


def test_a_second_name_of_an_event_leads_to_it():
    held = report(-1, OWN, DAY, anchor=7, also=("市工会九大",))
    assert match(held, report(1, "市工会九大", DAY), report(2, OWN)) == ([(7, (-1, 1, 2))], [])


def test_an_event_has_the_narrowest_date_and_the_fullest_place_of_its_reports():
    told = summarise(
        [occasion(OWN, MONTH, "云州市", CITY), occasion(OWN, DAY, "云州市工人文化宫", OTHER), occasion(OWN)]
    )
    assert (told.date.isoformat(), told.place) == (DAY, "云州市工人文化宫")
    assert told.organisers == {CITY, OTHER}


@pytest.mark.parametrize(
    ("name", "session"),
    [
        ("云州市工会第九次代表大会", 9),
        ("第十二届委员会全体会议", 12),
        ("第二十次代表大会", 20),
        ("第21届职工运动会", 21),
        ("职工运动会", None),
    ],
)
def test_the_session_is_read_from_the_name(name, session):
    assert read_session(name) == session


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("云州市工会第九次代表大会", Kind.CONGRESS),
        ("纱厂大罢工", Kind.STRIKE),
        ("职工技能竞赛", Kind.CONTEST),
        ("先进工作者表彰大会", Kind.CEREMONY),
        ("慰问一线职工", Kind.VISIT),
        ("五一文艺晚会", Kind.PERFORMANCE),
        ("干部培训班", Kind.TRAINING),
        ("青年职工座谈会", Kind.MEETING),
        ("井下断电", Kind.OTHER),
    ],
)
def test_the_name_of_an_event_tells_its_kind(name, kind):
    assert guess_kind(name) == kind
