"""Readers are given the last release: what an editor changes afterwards is seen when it is released in its turn."""

import re

import pytest
from django.urls import reverse

from articles.models import Article, Figure
from articles.publishing import publish, withdraw
from tests.factories import (
    make_article,
    make_column,
    make_contribution,
    make_editor,
    make_mention,
    make_person,
    make_source,
)
from tests.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def article(editor):
    """Released, then changed in every field that readers see."""
    article = make_article(
        "发布时的标题",
        kicker="发布时的引题",
        body="<p>发布时的正文。</p>",
        column=make_column(),
        source=make_source(),
    )
    make_contribution(article, "何晓兰", make_person("何晓兰"))
    make_mention(article, make_person("林海生"), text="发布")
    Figure.objects.create(article=article, caption="发布时的图注")
    publish([article], editor, "终审通过")
    Article.objects.update(headline="改动中的标题", kicker="改动中的引题", body="<p>改动中的正文。</p>")
    article.contributions.update(printed_name="改动中的署名")
    article.figures.update(caption="改动中的图注")
    return Article.objects.get()


def public_pages(article: Article) -> list[str]:
    person = article.mentions.get().person
    return [
        article.get_absolute_url(),
        reverse("articles:home"),
        reverse("articles:article_list"),
        article.column.get_absolute_url(),
        person.get_absolute_url(),
    ]


def test_no_public_page_shows_what_is_not_released(client, article):
    for page in public_pages(article):
        text = text_of(client.get(page))
        assert "发布时的标题" in text, page
        assert "改动中" not in text, page


def test_the_page_of_an_article_shows_the_release_whole(client, article):
    text = text_of(client.get(article.get_absolute_url()))
    for words in ("发布时的引题", "发布时的正文", "发布时的图注", "何晓兰"):
        assert words in text


def test_the_next_release_brings_the_changes_out(client, article, editor):
    publish([article], editor, "更正")
    for page in public_pages(article):
        text = text_of(client.get(page))
        assert "改动中的标题" in text, page
        assert "发布时" not in text, page


def test_names_of_the_byline_lead_to_whom_they_mean_by_now(client, article):
    article.contributions.update(printed_name="何晓兰")
    person = make_person("何晓兰")
    article.contributions.update(person=person)
    html = client.get(article.get_absolute_url()).content.decode()
    assert f'href="{person.get_absolute_url()}"' in html


def test_a_withdrawn_article_gives_readers_nothing(client, article, editor):
    withdraw([article], editor, "待核")
    assert client.get(article.get_absolute_url()).status_code == 404
    article.refresh_from_db()
    assert (article.released, article.released_body) == (None, "")


def test_what_readers_see_cannot_be_saved_over_the_editors_work(article):
    with pytest.raises(RuntimeError, match="not to be saved"):
        Article.objects.as_released().get().save()


def test_a_list_does_not_read_bodies(client, article, django_assert_max_num_queries):
    with django_assert_max_num_queries(8) as queries:
        client.get(reverse("articles:article_list"))
    whole = re.compile(r'(?<!\()"articles_article"\."(?:released_)?body"')
    assert not any(whole.search(each["sql"]) for each in queries.captured_queries)
