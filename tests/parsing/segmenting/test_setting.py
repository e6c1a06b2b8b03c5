"""Whether another measure parts two pieces: not where the rows of either are ragged."""

import pytest

from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.items import item_of
from unioncms.parsing.segmenting.setting import is_set_otherwise
from unioncms.parsing.traced import Traced

WORDS = "灯房的格子上贴着每个人的名字，少了哪盏灯一眼就看得出来，下井的人都说心里踏实。"


def item(measure, raggedness):
    text = Traced(WORDS, ((0, 0),))
    return item_of(Paragraph(text, ((0, len(WORDS)),), measure=measure, raggedness=raggedness, lines=3), 0)


@pytest.mark.parametrize(
    ("raggedness", "measure", "is_other"),
    [(0.0, 16.0, True), (0.0, 15.0, False), (1.0, 16.0, False), (1.0, 19.0, True)],
)
def test_ragged_rows_tell_less_of_their_measure(raggedness, measure, is_other):
    assert is_set_otherwise(Draft(measure=14.0), item(measure, raggedness)) is is_other
    assert is_set_otherwise(Draft(measure=14.0, raggedness=raggedness), item(measure, 0.0)) is is_other
