"""People as papers and sites of unions name them."""

import pytest

from tests.parsing.naming.test_people import people_in


@pytest.mark.parametrize(
    "text",
    [
        "要让职工有获得感、幸福感和安全感。",
        "号召全市劳动者弘扬工匠精神，立足本职。",
        "愿各位志愿者高举旗帜，走进社区。",
    ],
)
def test_feelings_and_what_many_do_are_no_names(text):
    assert people_in(text) == {}
