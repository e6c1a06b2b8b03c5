"""The arithmetic of the drawing: what is placed where, and which sign it is given."""

from datetime import date
from itertools import pairwise

import pytest

from people.timeline import LEFT, RIGHT, Span, Timeline, draw
from unioncms.fields import ImpreciseDate

TODAY = date(2024, 7, 1)


def day(text: str) -> ImpreciseDate | None:
    return ImpreciseDate.parse(text) if text else None


def term(start: str, end: str, label: str = "", **values) -> Span:
    return Span(day(start), day(end), is_stated=True, label=label, **values)


def seen(first: str, last: str, label: str = "", **values) -> Span:
    return Span(day(first), day(last), is_stated=False, label=label, **values)


def drawn(*spans: Span) -> Timeline:
    return draw([("主席", list(spans))], TODAY)


def bar_of(*spans: Span):
    return drawn(*spans).rows[0].bars[0]


def number(place: str) -> float:
    return float(place.rstrip("%em"))


def test_a_confirmed_term_is_a_filled_bar_over_its_days():
    drawing = drawn(term("2020-01-01", "2021-12-31"))
    bar = drawing.rows[0].bars[0]
    assert drawing.marks == {"stated"}
    assert (number(bar.x), number(bar.x) + number(bar.width)) == (LEFT, RIGHT)


def test_the_time_between_two_reports_is_a_dashed_bar():
    drawing = drawn(seen("2020-03-01", "2021-12-01"))
    assert drawing.marks == {"inferred"}
    assert not drawing.rows[0].bars[0].is_stated


def test_a_term_without_an_end_has_an_arrow_and_reaches_today():
    bar = bar_of(term("2020-01-01", ""))
    assert number(bar.arrow) == RIGHT
    assert number(bar.x) + number(bar.width) == RIGHT


def test_a_term_without_a_beginning_has_a_stub():
    bar = bar_of(term("", "2021-06-30"), term("2021-07-01", "2023-01-01"))
    assert number(bar.stub.x2) - number(bar.stub.x1) > 5
    assert not bar.x


def test_a_date_known_to_the_year_is_a_thin_line_and_no_bar():
    drawing = drawn(term("2020", "2023"))
    bar = drawing.rows[0].bars[0]
    assert "vague" in drawing.marks
    assert number(bar.x) > number(bar.vague[0].x1)
    assert number(bar.x) + number(bar.width) < number(bar.vague[1].x2)


def test_a_single_report_is_a_ring():
    drawing = drawn(seen("2020-03-01", "2020-03-01"), seen("2021-03-01", "2022-03-01"))
    assert drawing.rows[0].bars[0].ring
    assert not drawing.rows[0].bars[0].x


@pytest.mark.parametrize("when", ["2020-03-01", "2020-03"])
def test_a_term_too_short_to_be_seen_is_a_short_bar(when):
    bar = drawn(term("1900-01-01", "2010-01-01"), term(when, when)).rows[0].bars[1]
    assert bar.width == "0.6em"
    assert not bar.ring


def test_a_beginning_that_a_report_states_has_a_cap():
    bar = bar_of(seen("2020-03-01", "2021-03-01", is_start_stated=True))
    assert len(bar.caps) == 1
    assert bar.caps[0] == bar.x


@pytest.mark.parametrize("spans", [[], [seen("2020-03-01", "2020-03-01")]])
def test_what_is_one_date_is_not_drawn(spans):
    assert drawn(*spans) is None


def test_holders_one_after_another_share_a_lane_and_names_never_overlap():
    """As wide as a name of twice the usual size in the narrowest window."""
    years = [(1950, 1970), (1970, 1995), (1995, 2020), (2019, 2021)]
    spans = [term(f"{first}-01-01", f"{last}-01-01", "林海生") for first, last in years]
    row = drawn(*spans).rows[0]
    lanes = {}
    for bar in row.bars:
        width = 3 * 8.5
        left = number(bar.label_x) - (width if bar.label_anchor == "end" else 0)
        assert left >= 0
        assert left + width <= 100
        lanes.setdefault(bar.label_y, []).append((left, left + width))
    assert len(lanes) == 2
    for places in lanes.values():
        places.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(places))


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2020-05-01", "2020-06-01", ["2020"]),
        ("2020-05-01", "2025-06-01", ["2020", "2021", "2022", "2023", "2024", "2025"]),
        ("2018-05-01", "2026-06-01", ["2018", "2020", "2022", "2024", "2026"]),
        ("1949-10-01", "2020-06-01", ["1960", "1980", "2000", "2020"]),
        ("0001-01-01", "9999-12-31", ["2000", "4000", "6000", "8000"]),
    ],
)
def test_years_stand_along_the_line(first, last, years):
    assert [year for _, year, _ in drawn(term(first, last), term(first, last)).ticks] == years


def test_every_place_lies_in_the_drawing():
    drawing = drawn(term("", "2020"), term("2019-02", ""), seen("2024-12-31", "2024-12-31"))
    places = [x for x, *_ in drawing.ticks]
    for bar in drawing.rows[0].bars:
        places += [place for place in (bar.x, bar.ring, bar.arrow, bar.label_x) if place]
        places += [end for line in bar.vague for end in (line.x1, line.x2)]
    assert all(0 <= number(place) <= 100 for place in places)
