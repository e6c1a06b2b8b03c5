"""Who reported a piece, in the ways that papers and sites print it before, below and behind the text."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits.names import read_people

HEADLINE = "青石县工会把医生请上码头"
TEXT = "县总工会请来县医院的大夫，给装卸工看病。\n两天看了三百多人，药费由工会出。"


def reported(page):
    document = parse(read(page.encode(), "page.txt"))
    posts = {
        person.name: [(post.organisation, post.title) for post in person.posts] for person in document.people
    }
    (article,) = document.articles
    return article, [(each.name, each.role) for each in article.contributors], posts


@pytest.mark.parametrize(
    ("opening", "first"),
    [
        ("青石网—青石职工报讯（记者 唐果）近日，", "青石网—青石职工报讯 近日，县总"),
        ("青石日报（青石新闻网）消息（记者唐果）近日，", "青石日报（青石新闻网）消息 近日，县总"),
        ("【记者唐果台南报导】", "县总工会"),
        ("〔记者唐果／台南报导〕", "县总工会"),
        ("（特约记者 唐果）日前，", "日前，县总工会"),
        ("（全媒体记者 唐果）日前，", "日前，县总工会"),
    ],
)
def test_reporter_stands_in_the_dateline(opening, first):
    article, people, _ = reported(f"{HEADLINE}\n\n{opening}{TEXT}\n")
    assert people == [("唐果", "reporter")]
    assert article.body[0].text.startswith(first)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("2021-03-02 晚报记者 唐果 通讯员 彭小禾", [("唐果", "reporter"), ("彭小禾", "correspondent")]),
        ("2021-03-02 10:15 记者 唐果", [("唐果", "reporter")]),
        ("2021-03-02 青石日报彭小禾", [("彭小禾", "author")]),
        ("2021-03-02 彭小禾", [("彭小禾", "author")]),
        ("2021-03-02 宁夏", []),
        ("2021-05-01 劳动节", []),
        ("2021-03-02 成都市", []),
        (
            "【发布日期:2021-03-02】 【来源:】 【阅读:次】【作者:晚报记者 唐果 通讯员 彭小禾】",
            [("唐果", "reporter"), ("彭小禾", "correspondent")],
        ),
    ],
)
def test_reporter_stands_beside_the_day(line, people):
    article, found, _ = reported(f"{HEADLINE}\n{line}\n\n近日，{TEXT}\n")
    assert (article.headline, article.subheadline) == (HEADLINE, None)
    assert found == people


def test_bar_parts_the_whole_name_from_the_place():
    _, people, _ = reported(f"{HEADLINE}\n\n【记者欧阳小禾／台北报导】近日，{TEXT}\n")
    assert people == [("欧阳小禾", "reporter")]


def test_what_stands_behind_the_bar_may_be_what_he_did():
    (person,) = read_people("唐小果/综合报道")
    assert (person.name, person.role, person.printed_role) == ("唐小果", "reporter", "综合报道")


def test_paper_of_the_reporter_may_stand_a_blank_before_the_role():
    _, people, posts = reported(f"{HEADLINE}\n\n近日，{TEXT}（青石日报 记者唐果、通讯员彭小禾）\n")
    assert people == [("唐果", "reporter"), ("彭小禾", "correspondent")]
    assert posts == {"唐果": [("青石日报", "记者")], "彭小禾": []}


def test_lost_mark_behind_the_name_at_the_end_is_dropped():
    article, people, _ = reported(f"{HEADLINE}\n\n近日，{TEXT}（彭小禾）?\n")
    assert people == [("彭小禾", "author")]
    assert article.body[-1].text == "两天看了三百多人，药费由工会出。"


@pytest.mark.parametrize("line", ["今天是：", "请输入验证码", "点击在线收听语音版", "等待处理…"])
def test_what_the_site_prints_is_no_headline(line):
    assert reported(f"{line}\n\n{HEADLINE}\n\n近日，{TEXT}\n")[0].headline == HEADLINE


def test_bar_behind_the_text_was_the_edge_of_a_cell():
    article, _, _ = reported(f"{HEADLINE}\n\n近日，{TEXT} |\n")
    assert article.body[-1].text == "两天看了三百多人，药费由工会出。"
