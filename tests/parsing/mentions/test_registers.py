"""The recognisers on text of other registers: exact-match F1 by kind, not below what was measured."""

import pytest

from tests.parsing.registers import measure

FLOORS = {"person": 0.95, "organisation": 0.92, "title": 0.95, "place": 0.88}


@pytest.mark.parametrize("is_held_out", [False, True])
def test_other_registers_are_read_as_well_as_before(is_held_out):
    figures = measure(is_held_out)
    assert all(figures[kind] >= floor for kind, floor in FLOORS.items()), figures
