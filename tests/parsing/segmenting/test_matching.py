"""Headlines and bodies: the matching that is worth most together."""

import pytest

from unioncms.parsing.segmenting.matching import best_matching


@pytest.mark.parametrize(
    ("worths", "expected"),
    [
        ([], {}),
        ([[]], {}),
        ([[2.0]], {0: 0}),
        ([[0.0, -1.0]], {}),
        # Each on its own would take the first; together they are worth more apart.
        ([[5.0, 4.0], [5.0, 1.0]], {0: 1, 1: 0}),
        # Two steps are needed to make room.
        ([[3.0, 2.0, 0.0], [3.0, 0.0, 2.5], [3.0, 0.0, 0.0]], {0: 1, 1: 2, 2: 0}),
        # More of one than of the other.
        ([[1.0], [4.0], [2.0]], {1: 0}),
        ([[1.0, 3.0, 2.0]], {0: 1}),
    ],
)
def test_matching_is_worth_most(worths, expected):
    assert best_matching(worths) == expected
