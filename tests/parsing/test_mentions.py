"""Every mention in a text, in order and as printed. The sentences and all people in them are made up."""

import pytest

from unioncms.parsing.mentions import find_mentions

SHORT = {"o": "organisation", "t": "title", "p": "person", "l": "place"}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("", ""),
        ("  ", ""),
        ("云州市总工会党组书记、常务副主席方敏秋讲话。", "o云州市总工会 t党组书记 t常务副主席 p方敏秋"),
        ("法国总统让·勒鲁瓦在巴黎说。", "l法国 t总统 p让·勒鲁瓦 l巴黎"),
        ("韩文涛说，韩文涛来了。", "p韩文涛 p韩文涛"),
        ("职工代表走进车间，代表大家说话。", ""),
        ("他去了湖南省衡阳市。", "l湖南省 l衡阳市"),
        ("国务院总理陈大明抵达莫斯科。", "o国务院 t总理 p陈大明 l莫斯科"),
        ("他长期在部队，干部长期不足。", ""),
    ],
)
def test_lists_every_mention_in_order(text, mentions):
    assert find_mentions(text) == [(SHORT[each[0]], each[1:]) for each in mentions.split()]
