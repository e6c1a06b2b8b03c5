"""Atom feeds, read as a feed reader reads them."""

import feedparser
import pytest
from django.conf import settings
from django.urls import reverse

from articles.models import Article
from articles.publishing import publish
from people.models import OrganisationLink
from tests.factories import (
    make_article,
    make_column,
    make_contribution,
    make_editor,
    make_mention,
    make_organisation,
    make_person,
    make_published_article,
)
from tests.reading import count_queries

pytestmark = pytest.mark.django_db
ALL = reverse("articles:feed")


def read(client, address: str):
    """The feed, which must be without a fault."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def titles(feed) -> list[str]:
    return [entry.title for entry in feed.entries]


@pytest.fixture
def article():
    """Released with a byline, a column and a tag."""
    article = make_article("换届大会", column=make_column(), published_on="2024-05-01")
    make_contribution(article, "何晓兰", make_person("何晓兰"))
    article.tags.add("换届")
    publish([article], make_editor(), "终审通过")
    article.refresh_from_db()
    return article


def test_an_entry_says_what_its_article_is(client, article):
    feed = read(client, ALL)
    entry = feed.entries[0]
    address = f"{settings.SITE_URL}{article.get_absolute_url()}"
    assert (entry.title, entry.link, entry.id) == ("换届大会", address, address)
    assert "职工技能大赛" in entry.summary
    assert entry.author == "何晓兰"
    assert [tag.term for tag in entry.tags] == ["主席之声", "换届"]
    assert entry.updated_parsed[:6] == article.revisions.get().created_at.utctimetuple()[:6]
    assert feed.feed.title == settings.SITE_NAME
    assert feed.feed.links[-1].href == f"{settings.SITE_URL}{ALL}"
    assert feed.feed.language == "zh-hans"


def test_each_record_has_its_own_feed(client, article):
    other = make_published_article("别的稿件", published_on="2024-04-01")
    person, body = make_person(), make_organisation()
    make_mention(article, person)
    make_mention(article, body)
    for name, key in (
        ("column_feed", article.column_id),
        ("tag_feed", article.tags.get().pk),
        ("person_feed", person.pk),
        ("person_feed", article.contributions.get().person_id),
        ("organisation_feed", body.pk),
    ):
        assert titles(read(client, reverse(f"articles:{name}", args=[key]))) == ["换届大会"], name
    assert titles(read(client, ALL)) == ["换届大会", "别的稿件"]
    assert other.tags.count() == 0


def test_a_body_has_what_was_written_under_its_former_name(client):
    old, now = make_organisation("云州工会"), make_organisation()
    make_mention(make_published_article("旧闻"), old)
    make_mention(make_published_article("新闻"), now)
    OrganisationLink.objects.create(organisation=old, kind="renamed", other=now)
    feed = read(client, reverse("articles:organisation_feed", args=[now.pk]))
    assert set(titles(feed)) == {"旧闻", "新闻"}


def test_pages_tell_of_their_feed(client, article):
    person = article.contributions.get().person
    for page, feed in (
        (reverse("articles:home"), ALL),
        (reverse("articles:article_list"), ALL),
        (article.column.get_absolute_url(), reverse("articles:column_feed", args=[article.column_id])),
        (person.get_absolute_url(), reverse("articles:person_feed", args=[person.pk])),
    ):
        html = client.get(page).content.decode()
        assert 'type="application/atom+xml"' in html
        assert f'href="{settings.SITE_URL}{feed}"' in html


def test_a_record_that_only_drafts_know_has_no_feed(client):
    draft = make_article("草稿", column=make_column())
    draft.tags.add("草稿")
    person, body = make_person(), make_organisation()
    make_mention(draft, person)
    make_mention(draft, body)
    records = {"column": draft.column, "tag": draft.tags.get(), "person": person, "organisation": body}
    for name, record in records.items():
        address = reverse(f"articles:{name}_feed", args=[record.pk])
        assert client.get(address).status_code == 404, name


def test_text_that_xml_cannot_say_is_left_out_and_markup_in_text_stays_text(client):
    make_published_article("大会\x0b<召开> & 闭幕", body="<p>正文\x01&lt;b&gt;继续。</p>")
    entry = read(client, ALL).entries[0]
    assert entry.title == "大会<召开> & 闭幕"
    assert entry.summary_detail.type == "text/html"
    assert entry.summary == "正文&lt;b&gt;继续。"


def test_a_reader_who_has_it_is_not_sent_it_again(client, article):
    first = client.get(ALL)
    again = client.get(ALL, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert "max-age=300" in first["Cache-Control"]
    Article.objects.update(headline="改动中的标题")
    assert client.get(ALL, headers={"If-None-Match": first["ETag"]}).status_code == 304
    publish([Article.objects.get()], article.revisions.get().created_by, "更正")
    assert client.get(ALL, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_forty_articles_take_as_many_queries_as_two_and_thirty_are_told(client):
    def add(numbers):
        for number in numbers:
            article = make_published_article(f"报道{number}", column=make_column(f"栏目{number}"))
            make_contribution(article, "何晓兰", None)
            article.tags.add(f"标签{number}")

    add(range(2))
    few = count_queries(client, ALL)
    add(range(2, 40))
    assert count_queries(client, ALL) == few
    assert len(read(client, ALL).entries) == 30
