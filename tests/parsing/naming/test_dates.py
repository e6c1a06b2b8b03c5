"""Dates in running text, and the year of a page that prints no date."""

import pytest

from unioncms.parsing.naming.dates import Clock, number_of, year_of_page


def dates_in(text, published_on=None):
    return [found.iso for found in Clock(published_on).find(text)]


@pytest.mark.parametrize(
    ("published_on", "text", "expected"),
    [
        ("2017", "6月27日，工会召开会议。", ["2017-06-27"]),
        ("2017-08-01", "６月２７日，工会召开会议。", ["2017-06-27"]),
        (None, "6月27日，工会召开会议。", [None]),
        (
            None,
            "1922年11月，工人组织起来。27日，成立俱乐部，12月5日，罢工开始。",
            ["1922-11", "1922-11-27", "1922-12-05"],
        ),
        (None, "二〇二三年五月，二〇一九年", ["2023-05", "2019"]),
        (None, "2018-06-01 10:00，2018.6.2，2018/06/03", ["2018-06-01", "2018-06-02", "2018-06-03"]),
        ("2024", "5月20日，他到矿上。当日，他下了井。次日，", ["2024-05-20", "2024-05-20", "2024-05-21"]),
        ("2018-06-01", "昨日，今天，前天", ["2018-05-31", "2018-06-01", "2018-05-30"]),
        ("2018-06", "昨日，", [None]),
        ("2018-06-01", "本周三，上周五，", ["2018-05-30", "2018-05-25"]),
        ("2018-01-05", "12月30日，", ["2017-12-30"]),
        ("2022-02-01", "他2020年进厂。去年，办班。3月，", ["2020", "2021", "2021-03"]),
        ("2024", "今年7月召开，去年9月3日召开，", ["2024-07", "2023-09-03"]),
        ("2024-03-10", "本月8日，同月9日", ["2024-03-08", "2024-03-09"]),
        (None, "1953年，开展竞赛。次年，她上北京。", ["1953", "1954"]),
        ("2014-09-01", "8月5日至 7日，调研。", ["2014-08-05"]),
        ("2024-01-15", "2023年11月，他来求助。1月8日，了结。", ["2023-11", "2024-01-08"]),
        ("2024-05-15", "2022年11月，他来求助。1月8日，了结。", ["2022-11", "2022-01-08"]),
        ("2018-11-05", "上个月18日，上月二十日，五月二曰，", ["2018-10-18", "2018-10-20", "2018-05-02"]),
        ("2018-11-05", "“五一”节这天，元旦当天，“五一”前夕，", ["2018-05-01", "2018-01-01"]),
        ("2018-11-05", "元旦节当天，“一人一月一件事”", ["2018-01-01"]),
        (None, "十二月三十一日", [None]),
        ("2024", "2月30日，", [None]),
        ("2024", "走访3日内完成，20多日", []),
        ("2024", "每周三上午，每年11月，每月15日，", []),
    ],
)
def test_reads_dates_at_the_precision_they_have(published_on, text, expected):
    assert dates_in(text, published_on) == expected


@pytest.mark.parametrize(
    ("printed", "number"), [("十", 10), ("十八", 18), ("二十", 20), ("廿三", 23), ("三十一", 31), ("27", 27)]
)
def test_reads_chinese_numbers(printed, number):
    assert number_of(printed) == number


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("本报讯 为迎接建党96周年，工会举办朗诵会。", "2017"),
        ("今年是新中国成立七十周年，", "2019"),
        ("2024年前三季度，全市新建工会300家。", "2024"),
        ("近日，工会总结2022年工作，部署2023年任务，展望2035年远景目标。", "2023"),
        ("到2025年，今年的任务要完成。", None),
        ("《云岭工运》2025年9月号 本刊2026年将开设专栏", "2025-09"),
        ("今年是2025年，2026年将开设专栏。", "2025"),
        ("1922年，工人罢工。", None),
        ("工会要为职工办实事。", None),
        ("本报讯 他1968年6月出生，1990年离休。", None),
        ("日前，她被评为标兵。她2012年参加工作，2015年获评能手。", None),
    ],
)
def test_finds_the_year_of_a_page_in_its_words(text, year):
    assert year_of_page(text) == year


def test_a_story_of_long_ago_keeps_its_year_in_the_next_paragraph():
    clock = Clock("2024")
    assert [found.iso for found in clock.find("1926年9月14日，女工关了车。")] == ["1926-09-14"]
    clock.turn()
    assert [found.iso for found in clock.find("9月17日，工会成立。")] == ["1926-09-17"]


def test_a_year_in_passing_does_not_reach_the_next_paragraph():
    clock = Clock("2024")
    assert [found.iso for found in clock.find("2015年他进了厂。")] == ["2015"]
    clock.turn()
    assert [found.iso for found in clock.find("6月27日，工会开会。当日，")] == ["2024-06-27", "2024-06-27"]


def test_of_a_span_of_days_the_first_is_taken():
    assert dates_in("4月18日至20日，举行比赛。", "2024") == ["2024-04-18"]


def test_what_a_paragraph_leaves_out_stands_in_the_last_one():
    clock = Clock("2024")
    found = []
    for paragraph in ("2021年年初，工会开始走访。", "同年7月19日，联合会成立。", "3月9日，", "11日下午，"):
        clock.turn()
        found += [each.iso for each in clock.find(paragraph)]
    assert found == ["2021", "2021-07-19", "2024-03-09", "2024-03-11"]


def test_who_speaks_dates_nothing_behind():
    clock = Clock("2019-07-20")
    found = list(clock.find("“从去年干到现在，头一回开会。”7月12日，他说"))
    assert found[-1].iso == "2019-07-12"


def test_an_article_comes_back_from_the_past_to_the_days_before_its_page():
    clock = Clock("2010-11-05")
    list(clock.find("1980年10月，厂里挂出了牌子。"))
    clock.turn()
    assert [found.iso for found in clock.find("12月3日停工。10月29日，又挂一块。")] == [
        "1980-12-03",
        "2010-10-29",
    ]


def test_a_year_since_which_something_goes_on_dates_nothing_behind():
    clock = Clock("2024-05-10")
    found = list(clock.find("自2019年启动以来已评了四届。4月30日，又评一届。"))
    assert found[-1].iso == "2024-04-30"


def test_a_year_told_in_passing_dates_no_later_sentence():
    clock = Clock("2022-02-01")
    assert [found.iso for found in clock.find("她的丈夫去年病故。")] == ["2021"]
    assert [found.iso for found in clock.find("1月16日，工会来了。")] == ["2022-01-16"]
    assert [found.iso for found in clock.find("去年，工会办班。")] == ["2021"]
    assert [found.iso for found in clock.find("3月6日，开了课。")] == ["2021-03-06"]
