"""Whose a body is that the words beside it tell: a city within another, a company called 企业, what somebody is now."""

import pytest

from unioncms.parsing import parse, read

TEXT = "集体协商先要摸清家底，再坐下来谈，谈不拢就歇一歇，第二天接着谈。"


def posts(text):
    document = parse(read(f"把账算明白\n\n{text}\n".encode(), "page.txt"))
    return {
        person.name: [(post.organisation, post.title) for post in person.posts] for person in document.people
    }


def test_city_within_a_city_speaks_for_itself_first():
    found = posts(f"宜兴市政协副主席、市总工会主席王一川\n\n{TEXT}无锡市的做法也学了。")
    assert found["王一川"] == [("宜兴市政协", "副主席"), ("宜兴市总工会", "主席")]


def test_company_may_be_called_an_enterprise():
    found = posts(f"9月9日，在青石光电有限公司，企业工会主席王一川与总经理李小满在合同上签字。{TEXT}")
    assert found["王一川"] == [("青石光电有限公司工会", "主席")]


@pytest.mark.parametrize("words", ["如今是", "如今已是", "现在已经是"])
def test_what_somebody_is_now(words):
    found = posts(f"当年的学徒王一川说过这话，王一川{words}青石光电有限公司董事长。{TEXT}")
    assert found["王一川"] == [("青石光电有限公司", "董事长")]


@pytest.mark.parametrize("opening", ["西部", "东部", "中部"])
def test_company_may_be_called_after_a_part_of_the_country(opening):
    document = parse(read(f"把账算明白\n\n9月9日，{opening}铁路工程公司开工。{TEXT}\n".encode(), "page.txt"))
    assert [body.name for body in document.organisations] == [f"{opening}铁路工程公司"]


def test_session_without_a_body_is_of_the_union_that_the_article_is_about():
    text = "9月9日，桐庐县总工会召开工会代表大会，一百名代表出席。在随后召开的八届一次全委会议上，委员们选举了主席。"
    document = parse(read(f"桐庐县工会开大会\n\n{text}\n".encode(), "page.txt"))
    session = next(event for event in document.events if "全委会议" in event.name)
    assert (session.name, session.organisers) == ("八届一次全委会议", ("桐庐县总工会",))
