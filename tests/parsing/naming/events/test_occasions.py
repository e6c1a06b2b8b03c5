"""Events of the passages with events: F1 not below what was measured."""

import pytest

from tests.parsing.occasions import measure

FLOORS = {"events": 0.90, "dates": 0.95, "organisers": 0.88}


@pytest.mark.parametrize("is_held_out", [False, True])
def test_events_are_found_as_well_as_before(is_held_out):
    figures = measure(is_held_out)
    assert all(figures[kind] >= floor for kind, floor in FLOORS.items()), figures
