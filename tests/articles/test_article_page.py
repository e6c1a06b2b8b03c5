"""What stands around an article's text: related reading with its reasons, citation, QR code, its place on the page."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from django.urls import reverse

from articles.citing import cite
from articles.models import Contribution, Issue, Page, Placement, Publication, Series
from tests.factories import (
    make_article,
    make_contribution,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_published_article,
)
from tests.reading import count_queries

pytestmark = pytest.mark.django_db


def related(client, article) -> list[tuple[str, str]]:
    found = client.get(article.get_absolute_url()).context["related"]
    return [(each.article.headline, each.reason) for each in found]


class TestRelated:
    def test_goes_by_what_is_shared_and_says_so(self, client):
        person, event = make_person("林海生"), make_event("云州技能大赛")
        article = make_published_article("本文")
        article.tags.add("安全生产")
        for headline, record in (("写人", person), ("写会", event)):
            make_mention(make_published_article(headline), record)
            make_mention(article, record)
        make_published_article("同标签").tags.add("安全生产")
        make_published_article("不相干")
        assert related(client, article) == [
            ("写会", "同一活动：云州技能大赛"), ("写人", "也写到林海生"), ("同标签", "同一标签：安全生产"),
        ]  # fmt: skip

    def test_what_is_rarely_named_says_more(self, client):
        rare, common = make_organisation("岭南矿工会"), make_organisation("云州市总工会")
        article = make_published_article("本文")
        for record in (rare, common):
            make_mention(article, record)
        for number in range(4):
            make_mention(make_published_article(f"常见{number}"), common)
        make_mention(make_published_article("少见"), rare)
        assert related(client, article)[0] == ("少见", "也写到岭南矿工会")

    def test_shows_published_articles_and_open_names_only(self, client):
        person = make_person()
        article = make_published_article("本文")
        make_mention(article, person)
        make_mention(make_article("草稿"), person)
        make_mention(make_published_article("遮盖的"), person, is_hidden=True)
        make_mention(make_published_article("只在署名里"), person, field="byline")
        assert related(client, article) == []

    def test_leaves_out_what_the_page_leads_to_anyway(self, client):
        series, person = Series.objects.create(title="系列"), make_person()
        parts = [make_published_article(f"第{part}篇", series=series, part=part) for part in (1, 2)]
        for part in parts:
            make_mention(part, person)
        assert related(client, parts[0]) == []

    def test_a_name_in_every_issue_takes_no_more_queries(self, client):
        body, article = make_organisation(), make_published_article("本文")
        make_mention(article, body)
        make_mention(make_published_article("一"), body)
        few = count_queries(client, article.get_absolute_url())
        for number in range(30):
            make_mention(make_published_article(f"报道{number}"), body)
        assert count_queries(client, article.get_absolute_url()) == few
        assert len(related(client, article)) == 5


class TestCitation:
    def test_names_writers_title_paper_date_issue_and_page(self):
        paper = Publication.objects.create(name="云州工人报")
        article = make_published_article("谈《安全生产法》", publication=paper, published_on="2024-05-01")
        for number in range(4):
            make_contribution(article, f"作者{number}", role=Contribution.Role.AUTHOR, position=number)
        make_contribution(article, "编辑", role=Contribution.Role.RESPONSIBLE_EDITOR, position=9)
        page = Page.objects.create(issue=Issue.objects.create(publication=paper, number="128"), number=3)
        Placement.objects.create(page=page, article=article)
        writers = list(article.contributions.exclude(role=Contribution.Role.RESPONSIBLE_EDITOR))
        assert cite(article, article.headline, writers) == (
            "作者0、作者1、作者2等：《谈〈安全生产法〉》，《云州工人报》2024年5月1日第128期第3版。"
        )

    @pytest.mark.parametrize(
        ("values", "cited"),
        [
            ({"published_on": ""}, "《标题》。"),
            ({"published_on": "2024-05"}, "《标题》，2024年5月。"),
            ({"published_on": "", "source_credit": "云州日报"}, "《标题》，《云州日报》。"),
        ],
    )
    def test_leaves_out_what_is_not_known(self, values, cited):
        assert cite(make_published_article("标题", **values), "标题", []) == cited

    def test_markup_in_it_stays_text(self, client):
        article = make_published_article('<b>"粗"</b>')
        html = client.get(article.get_absolute_url()).content.decode()
        assert 'data-copy="《&lt;b&gt;&quot;粗&quot;&lt;/b&gt;》' in html


class TestQRCode:
    def test_is_a_picture_of_the_usual_address(self, client):
        article = make_published_article()
        address = reverse("articles:qr_code", args=[article.pk])
        response, large = client.get(address), client.get(f"/large{address}")
        assert response.headers["Content-Type"] == "image/svg+xml"
        assert ElementTree.fromstring(response.content).tag.endswith("svg")
        assert large.content == response.content

    def test_of_a_draft_is_not_found(self, client):
        assert client.get(reverse("articles:qr_code", args=[make_article().pk])).status_code == 404


def test_neighbours_on_a_printed_page_go_by_its_order(client):
    issue = Issue.objects.create(publication=Publication.objects.create(name="云州工人报"), number="1")
    page = Page.objects.create(issue=issue, number=1)
    articles = [make_published_article(f"第{number}条") for number in range(3)]
    for position, article in zip((2, 0, 1), articles, strict=True):
        Placement.objects.create(page=page, article=article, position=position)
    html = client.get(articles[2].get_absolute_url()).content.decode()
    assert re.search(rf'rel="prev" href="{articles[1].get_absolute_url()}"', html)
    assert re.search(rf'rel="next" href="{articles[0].get_absolute_url()}"', html)
    assert f'<a href="{page.get_absolute_url()}">第1期 第1版</a>' in html
