import pytest

from events.matching import EventRegister, Occasion, guess_kind, match_event, read_session
from events.models import Event, EventParticipation
from tests.factories import make_event, make_organisation
from unioncms.fields import ImpreciseDate
from unioncms.states import MatchState

Kind = Event.Kind
OWN = "云州市工会第九次代表大会"


def match(name: str, date: str = "", place: str = "", *organisers: str):
    occasion = Occasion(name, ImpreciseDate.parse(date) if date else None, place, frozenset(organisers))
    return match_event(occasion, EventRegister.load([name]))


@pytest.mark.parametrize(
    ("held", "told", "is_same"),
    [
        (("座谈会", "2024-05-01", ""), ("座谈会", "2024-05-01", ""), True),
        (("座谈会", "2024-05-01", ""), ("座谈会", "2024-05", ""), True),
        (("座谈会", "2024-05-01", ""), ("座谈会", "2024-05-02", ""), False),
        (("座谈会", "", ""), ("座谈会", "", ""), False),
        (("座谈会", "2024-05-01", ""), ("座谈会", "", ""), False),
        ((OWN, "", ""), (OWN, "", ""), True),
        ((OWN, "2024-05-01", ""), (OWN, "", ""), True),
        (("座谈会", "2024-05-01", "云州市"), ("座谈会", "2024-05-01", "云州市工人文化宫"), True),
        (("座谈会", "2024-05-01", "云州市"), ("座谈会", "2024-05-01", "汐湖市"), False),
        (("座谈会", "2024-05-01", ""), ("表彰大会", "2024-05-01", ""), False),
    ],
)
@pytest.mark.django_db
def test_an_occasion_is_known_by_name_day_and_place(held, told, is_same):
    name, date, place = held
    event = make_event(name, started_on=date or None, place=place)
    assert match(*told).record == (event if is_same else None)


@pytest.mark.django_db
def test_other_organisers_make_another_event():
    event = make_event("座谈会", started_on="2024-05-01")
    EventParticipation.objects.create(
        event=event, role=EventParticipation.Role.ORGANISER, organisation=make_organisation("云州市总工会")
    )
    assert match("座谈会", "2024-05-01", "", "云州市总工会").record == event
    assert match("座谈会", "2024-05-01", "", "汐湖市总工会").is_new


@pytest.mark.django_db
def test_two_that_fit_are_ambiguous_and_the_very_day_decides():
    make_event("座谈会", started_on="2024-05-01")
    second = make_event("座谈会", started_on="2024-05-02")
    assert match("座谈会", "2024-05").state == MatchState.AMBIGUOUS
    assert match("座谈会", "2024-05-02").record == second


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


@pytest.mark.django_db
def test_an_alias_counts_where_no_event_has_it_as_its_name():
    event = make_event("云州市职工技能大赛", started_on="2024-05-01")
    event.aliases.create(name="技能大赛")
    assert match("技能大赛", "2024-05-01").record == event
    namesake = make_event("技能大赛", started_on="2024-05-01")
    assert match("技能大赛", "2024-05-01").record == namesake
