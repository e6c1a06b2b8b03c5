"""Three versions of a body or a byline: what a newer parse would change, and nothing of what an editor did."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.comparing import blocks_of, changes, replaced, woven

A, B, C = "职工之家已经建成开放", "书屋每天开到晚上九点", "工会还要再添两百册图书"
EIGHT, TEN = "书屋每天开到晚上八点", "书屋每天开到晚上十点"
WORDS = "甲乙丙丁戊己庚辛壬癸"
pieces = st.lists(st.builds(lambda a, b: WORDS[a : a + b], st.integers(0, 7), st.integers(2, 6)), max_size=7)


def found(base: list[str], mine: list[str], theirs: list[str], **options) -> list[tuple[list, list]]:
    return [
        (list(mine[each.mine]), list(theirs[each.theirs])) for each in changes(base, mine, theirs, **options)
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ([A, B, C], [A, B, C], []),
        ([A, B, C], [A, EIGHT, C], [([B], [EIGHT])]),
        ([A, B, C], [A, C], [([B], [])]),
        ([A, B, C], [A, B, "添一段", C], [([], ["添一段"])]),
        # Only the editor changed something.
        ([A, "书屋天天开到九点", C], [A, B, C], []),
        ([A, C], [A, B, C], []),
        # Both did the same.
        ([A, C], [A, C], []),
        # Both changed one place.
        ([A, TEN, C], [A, EIGHT, C], [([TEN], [EIGHT])]),
        # A paragraph that was cut in two is one change, not one dropped and one made longer.
        ([A, B, C], [A + B, C], [([A, B], [A + B])]),
        # What follows a changed paragraph is a change of its own.
        ([A, B], [A, EIGHT, C], [([B], [EIGHT]), ([], [C])]),
    ],
)  # fmt: skip
def test_what_a_parse_would_change(mine, theirs, expected):
    base = [A, B] if mine == [A, B] else [A, B, C]
    assert found(base, mine, theirs) == expected


def test_names_are_added_and_dropped_one_by_one():
    one, two, three = (("author", name) for name in ("何晓兰", "周立平", "吴敏"))
    assert found([], [], [one, two], singly=True) == [([], [one]), ([], [two])]
    assert found([one, two, three], [one, two, three], [two], singly=True) == [([one], []), ([three], [])]


@settings(max_examples=300)
@given(pieces, pieces, st.data())
def test_taking_all_in_any_order_leads_to_the_parse(base, theirs, data):
    mine = list(base)
    while left := list(changes(base, mine, theirs)):
        each = data.draw(st.sampled_from(left))
        new = theirs[each.theirs]
        base, mine = replaced(base, each.base, new), replaced(mine, each.mine, new)
    assert mine == theirs


@settings(max_examples=300)
@given(pieces, pieces, pieces, st.data())
def test_leaving_all_in_any_order_changes_nothing_and_ends(base, mine, theirs, data):
    before = list(mine)
    for _ in range(len(base) + len(theirs) + 1):
        left = list(changes(base, mine, theirs))
        if not left:
            break
        each = data.draw(st.sampled_from(left))
        base = replaced(base, each.base, theirs[each.theirs])
    assert list(changes(base, mine, theirs)) == []
    assert mine == before


@settings(max_examples=200)
@given(pieces, pieces)
def test_a_parse_that_says_what_was_imported_changes_nothing(base, mine):
    assert list(changes(base, mine, base)) == []
    assert list(changes(base, mine, mine)) == []


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("<p>何晓兰到会。</p>", "<p>何晓兰到会。</p>", "<p>何晓岚到会。</p>", "<p>何晓岚到会。</p>"),
        (
            "<p>何晓兰到会,会议开了三天。</p>",
            "<p>何小兰到会,会议开了三天。</p>",
            "<p>何晓兰到会,会议开了两天。</p>",
            "<p>何小兰到会,会议开了两天。</p>",
        ),
        # Both changed the same character: the parse's stands alone.
        ("<p>何晓兰到会。</p>", "<p>何小兰到会。</p>", "<p>何筱兰到会。</p>", "<p>何筱兰到会。</p>"),
        # An editor's markup is nothing to weave into.
        ("<p>何晓兰到会。</p>", "<p><strong>何晓兰</strong>到会。</p>", "<p>何晓岚到会。</p>", "<p>何晓岚到会。</p>"),
    ],
)  # fmt: skip
def test_a_paragraph_has_what_both_changed_in_it(base, mine, theirs, expected):
    assert woven([base], [mine], [theirs]) == [expected]


def test_a_body_falls_into_its_outermost_blocks():
    html = "<h2>甲</h2>\n\n<p>乙<br>丙<strong>丁</strong></p><ul><li>戊</li>\n<li>己</li></ul>散句"
    assert blocks_of(html) == [
        "<h2>甲</h2>",
        "<p>乙<br>丙<strong>丁</strong></p>",
        "<ul><li>戊</li>\n<li>己</li></ul>",
        "散句",
    ]
