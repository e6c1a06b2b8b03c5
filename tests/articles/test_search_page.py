"""The page of the search, as readers and as those who mean harm ask for it; the searches of the admin."""

import re

import pytest
from django.urls import reverse

from articles.models import Column, Issue, Page, Placement, Publication
from articles.search import index
from tests.factories import make_article, make_editor, make_mention, make_organisation, make_person, make_post
from tests.factories import make_published_article as make_published

pytestmark = pytest.mark.django_db
ADDRESS = "/search/"


@pytest.fixture
def paper():
    """Three articles that say 技能大赛: one has all that a filter knows."""
    column = Column.objects.create(name="主席之声")
    publication = Publication.objects.create(name="云州工人报")
    issue = Issue.objects.create(publication=publication, number="128")
    first = make_published("技能大赛开幕", column=column, published_on="2024-05-01", genre="feature")
    second = make_published("技能大赛决赛", column=column, published_on="2023")
    third = make_published("消息", body="<p>技能大赛<b>闭幕</b>。</p>", published_on=None)
    Placement.objects.create(page=Page.objects.create(issue=issue, number=1), article=first)
    first.tags.add("竞赛")
    person, body = make_person("谭敦龙"), make_organisation()
    for record in (person, body):
        make_mention(first, record)
        make_mention(first, record, occurrence=1)
    index([first.pk, second.pk, third.pk])
    return {"column": column, "issue": issue, "person": person, "organisation": body, "tag": first.tags.get()}


def search(client, **asked):
    response = client.get(ADDRESS, asked)
    assert response.status_code == 200
    return response


def found(client, **asked) -> list[str]:
    return [article.headline for article in search(client, **asked).context["page_obj"]]


def test_what_is_found_is_shown_with_its_place(client, paper):
    page = search(client, q="技能大赛").content.decode()
    assert "找到 3 篇" in page
    assert "<mark>技能大赛</mark>决赛" in page
    assert "<mark>技能大赛</mark>闭幕" in page
    assert re.search(
        r'<link rel="canonical" href="[^"?]*/search/">', page
    )  # every list is one page to the world


def test_an_article_without_a_headline_is_called_by_its_first_words(client):
    article = make_published("", body="<p>丹霞驿站今日揭牌,各界代表出席。</p>")
    index([article.pk])
    page = search(client, q="丹霞驿站").content.decode()
    assert f'<a href="{article.get_absolute_url()}"><mark>丹霞驿站</mark>今日揭牌' in page


def test_each_filter_narrows_and_counts(client, paper):
    response = search(client, q="技能大赛")
    shown = {label: [(way.label, way.count) for way in ways] for label, ways in response.context["filters"]}
    assert shown == {
        "栏目": [("主席之声", 2)],
        "年份": [("2023年", 1), ("2024年", 1)],
        "人物": [("谭敦龙", 1)],
        "单位": [("云州市总工会", 1)],
        "标签": [("竞赛", 1)],
        "体裁": [("消息", 2), ("通讯", 1)],
        "期": [("云州工人报 第128期", 1)],
    }
    assert found(client, q="技能大赛", column=paper["column"].pk) == ["技能大赛开幕", "技能大赛决赛"]
    for name, value in (
        ("year", 2024),
        ("genre", "feature"),
        *((each, paper[each].pk) for each in list(paper)[1:]),
    ):
        assert found(client, q="技能大赛", **{name: value}) == ["技能大赛开幕"], name
    chosen = search(client, q="技能大赛", year=2023, column=paper["column"].pk)
    assert [way.label for way in chosen.context["chosen"]] == ["栏目：主席之声", "年份：2023年"]
    assert [article.headline for article in chosen.context["page_obj"]] == ["技能大赛决赛"]


def test_a_filter_typed_by_hand_names_nothing_that_readers_do_not_see(client, paper):
    draft = make_article("草稿", column=Column.objects.create(name="未公开栏目"))
    draft.tags.add("未公开标签")
    person = make_person("未公开人物")
    make_mention(draft, person)
    issue = Issue.objects.create(publication=Publication.objects.create(name="未公开报"), number="1")
    hidden = {"column": draft.column.pk, "tag": draft.tags.get().pk, "person": person.pk, "issue": issue.pk}
    for name, key in hidden.items():
        assert "未公开" not in search(client, q="技能大赛", **{name: key}).content.decode()


def test_by_date_the_newest_comes_first_and_the_undated_last(client, paper):
    assert found(client, q="技能大赛", order="date") == ["技能大赛开幕", "技能大赛决赛", "消息"]


def test_records_that_fit_stand_above_the_articles(client, paper):
    make_post("主席", paper["organisation"])
    for typed in ("谭敦龙", "tdl", "譚敦龍"):
        response = search(client, q=typed)
        assert response.context["records"].people == [paper["person"]]
        assert paper["person"].get_absolute_url() in response.content.decode()
        assert [article.headline for article in response.context["page_obj"]] == ["技能大赛开幕"]


def test_a_part_of_a_name_is_enough_but_who_goes_by_it_comes_first(client, paper):
    article = make_published("消息", body="<p>无。</p>")
    part = make_organisation("云州市总工会女职工委员会")
    for record in (part, make_organisation("不相干协会")):
        make_mention(article, record)
    assert search(client, q="云州市总工会").context["records"].organisations == [paper["organisation"], part]
    assert search(client, q="女职工").context["records"].organisations == [part]
    assert not search(client, q="会").context["records"]


def test_where_nothing_is_found_there_are_ways_on(client, paper):
    ways = search(client, q="谭墩龙").context["ways"]
    assert [way.label for way in ways["meant"]] == ["谭敦龙"]
    ways = search(client, q="技能 无此词").context["ways"]
    assert [(way.label, way.count) for way in ways["parts"]] == [("技能", 3)]
    assert search(client, q="技能大赛", year=1999).context["ways"]["unnarrowed"].startswith("?q=")
    page = search(client, q="无此词").content.decode()
    assert reverse("people:person_list") in page


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "\x00"}, {"q": "'\"); DROP TABLE--"}, {"q": '"'}, {"q": "“"}, {"q": "NEAR(a b) OR *"}, {"q": "a:b"},
        {"q": "<script>alert(1)</script>"}, {"q": "%" * 300}, {"q": "技" * 5000}, {"q": "a " * 3000},
        {"q": "\ue000龙"}, {"q": "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")},
        {"q": "&|!():*'\\"}, {"q": "5" * 400}, {"q": "\u202e龙"}, {"q": ["a", "b"]}, {"page": "1"},
        {"q": "技能", "year": "9" * 17}, {"q": "技能", "year": "-1"}, {"q": "技能", "column": "x"},
        {"q": "技能", "genre": "\x00"}, {"q": "技能", "person": "9" * 400}, {"q": "技能", "tag": "１"},
        {"q": "技能", "order": "\x00"}, {"q": "z" * 100}, {"q": "ab" * 50},
    ],
)  # fmt: skip
def test_whatever_is_asked_is_answered(client, paper, asked):
    page = search(client, **asked).content.decode()
    assert "<script>alert" not in page


def test_broken_bytes_in_an_address_are_answered(client, paper):
    assert client.get(f"{ADDRESS}?q=%ff%fe%00&year=%ff").status_code == 200


@pytest.mark.parametrize("number", ["0", "2", "x", "9" * 30])
def test_a_page_that_does_not_exist_is_none(client, paper, number):
    assert client.get(ADDRESS, {"q": "技能", "page": number}).status_code == 404


def test_the_number_of_queries_does_not_grow_with_what_is_found(client, paper, django_assert_max_num_queries):
    keys = []
    for number in range(40):
        article = make_published(f"技能大赛第{number}场", column=Column.objects.create(name=f"第{number}栏"))
        make_mention(article, make_person(f"王{number}"))
        keys.append(article.pk)
    index(keys)
    with django_assert_max_num_queries(30):
        assert "找到 43 篇" in search(client, q="技能大赛").content.decode()


def test_every_page_has_the_box_and_it_is_a_plain_form(client, paper):
    for address in ("/", "/people/", "/nowhere/"):
        page = client.get(address).content.decode()
        assert f'action="{ADDRESS}"' in page
        assert 'name="q"' in page
    assert 'action="/large/search/"' in client.get("/large/people/").content.decode()
    assert '/large/search/">' not in client.get("/large/search/").content.decode().partition("</head>")[0]


# The admin


def test_the_list_of_articles_finds_what_stands_in_the_text(client, paper):
    make_article("技能大赛草稿")
    client.force_login(make_editor())
    page = client.get(reverse("admin:articles_article_changelist"), {"q": "闭幕"})
    assert [article.headline for article in page.context["cl"].result_list] == ["消息"]
    page = client.get(reverse("admin:articles_article_changelist"), {"q": "技能大赛"})
    assert len(page.context["cl"].result_list) == 4
    assert client.get(reverse("admin:articles_article_changelist"), {"q": "\ud7ff“"}).status_code == 200


def test_people_are_found_by_the_letters_of_their_names(client, paper):
    client.force_login(make_editor())
    make_person("陆明")
    for typed in ("tdl", "TanDunLong"):
        page = client.get(reverse("admin:people_person_changelist"), {"q": typed})
        assert list(page.context["cl"].result_list) == [paper["person"]]
