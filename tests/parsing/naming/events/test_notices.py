"""Events of notices: called by the headline where nothing below has a name, and held when a row of the notice says."""

import pytest

from unioncms.parsing import parse, read

ASKS = "各县（区）总工会：\n\n为摸清底数，市总工会作出安排，现将有关事项通知如下："
TELLS = "请各单位认真组织，材料交云州市总工会宣教部，联系人：何长根，联系电话：0000-1234567。"
SIGNED = "云州市总工会\n\n2024年3月1日"


def events(*lines):
    document = parse(read("\n\n".join(f"{line}\n" for line in (*lines, TELLS, SIGNED)).encode(), "page.txt"))
    assert [article.genre for article in document.articles] == ["notice"]
    return [(event.name, event.date, list(event.organisers)) for event in document.events]


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("“我的老工友”故事征集启事", "“我的老工友”故事征集"),
        ("云州市总工会关于公开征集“我给工会提个醒”意见建议的公告", "“我给工会提个醒”意见建议征集"),
        ("关于做好2024年“金秋助学”申报工作的通知", "2024年“金秋助学”申报"),
        ("2024年度全市劳模疗休养报名公告", "2024年度全市劳模疗休养"),
    ],
)
def test_the_headline_of_a_notice_names_what_nothing_below_names(headline, name):
    ((found, _, organisers),) = events(headline, ASKS)
    assert (found, organisers) == (name, ["云州市总工会"])


@pytest.mark.parametrize(
    "headline", ["《云州工运》征稿启事", "关于何长根等同志任免职的通知", "征集工友老照片启事"]
)
def test_other_notices_name_none(headline):
    assert events(headline, ASKS) == []


@pytest.mark.parametrize(
    ("row", "date"),
    [
        ("一、活动时间：2024年6月1日至9月30日。", "2024-06-01"),
        ("二、征集时间。2024年5月6日至6月30日。", "2024-05-06"),
        ("二、报名时间：2024年4月6日至4月30日。", None),
    ],
)
def test_a_row_says_when_but_not_until_when_to_apply(row, date):
    ((_, found, _),) = events("“我的老工友”故事征集启事", ASKS, row)
    assert found == date


def test_what_is_decided_on_for_a_year_is_held_by_who_decides():
    found = events(
        "关于开展2024年夏季“送清凉”活动的通知",
        "各县（区）总工会：\n\n市总工会决定在全市开展2024年夏季“送清凉”活动。现将有关事项通知如下：",
    )
    assert found == [("2024年夏季“送清凉”活动", "2024", ["云州市总工会"])]


def test_what_goes_away_in_groups_is_held_from_its_first_month():
    found = events("2024年度劳模疗休养报名公告", "2024年度劳模疗休养活动定于5月至9月分三批进行。", ASKS)
    assert found == [("2024年度劳模疗休养活动", "2024-05", ["云州市总工会"])]
