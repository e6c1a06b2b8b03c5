"""Counting reads: one reader once a day, no machines, nobody's name."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, DailyReads
from articles.reads import MOST_A_MINUTE, most_read
from tests.factories import make_article, make_published_article
from unioncms.states import Status

pytestmark = pytest.mark.django_db

BROWSER = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"


@pytest.fixture(autouse=True)
def _empty_cache_and_standing_clock(monkeypatch):
    """Counting goes by the minute and by the day, and neither ends in the middle of a test."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    cache.clear()


def send(client, article, address="203.0.113.7", agent=BROWSER, **headers):
    return client.post(
        reverse("articles:read", args=[article.pk]),
        REMOTE_ADDR=address,
        headers={"User-Agent": agent, **headers},
    )


def reads_of(article) -> int:
    return sum(article.daily_reads.values_list("count", flat=True))


def test_a_reader_counts_once_a_day_however_often_the_page_is_loaded(client):
    article = make_published_article()
    for _ in range(5):
        assert send(client, article).status_code == 204
    assert reads_of(article) == 1
    send(client, article, address="203.0.113.8")
    send(client, article, agent=BROWSER + " MicroMessenger/8.0")
    assert reads_of(article) == 3


@pytest.mark.parametrize(
    ("agent", "headers"),
    [
        ("", {}),
        ("Mozilla/5.0 (compatible; Baiduspider/2.0)", {}),
        ("curl/8.5.0", {}),
        ("Mozilla/5.0 HeadlessChrome/126.0", {}),
        (BROWSER, {"Sec-Fetch-Site": "cross-site"}),
        (BROWSER, {"Origin": "https://elsewhere.example"}),
    ],
)
def test_machines_and_other_sites_do_not_count_and_are_not_told(client, agent, headers):
    article = make_published_article()
    assert send(client, article, agent=agent, **headers).status_code == 204
    assert reads_of(article) == 0


def test_page_of_this_site_counts_with_the_headers_a_browser_sends(client):
    article = make_published_article()
    send(client, article, **{"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"})
    assert reads_of(article) == 1


def test_reader_in_a_hurry_is_not_counted_on(client):
    articles = [make_published_article(f"第{number}篇") for number in range(MOST_A_MINUTE + 5)]
    for article in articles:
        send(client, article)
    assert sum(map(reads_of, articles)) == MOST_A_MINUTE


def test_drafts_and_numbers_of_nothing_count_nothing(client):
    draft = make_article()
    send(client, draft)
    for number in (10**15, 10**30):
        address = reverse("articles:read", args=[number])
        assert client.post(address, headers={"User-Agent": BROWSER}).status_code == 204
    assert not DailyReads.objects.exists()


def test_a_withdrawn_article_is_counted_no_further(client):
    article = make_published_article()
    send(client, article)
    Article.objects.update(status=Status.WITHDRAWN)
    send(client, article, address="203.0.113.8")
    assert reads_of(article) == 1


def test_only_posts_are_word_of_a_read_and_no_cookie_is_set(client):
    article = make_published_article()
    assert client.get(reverse("articles:read", args=[article.pk])).status_code == 405
    assert not send(client, article).cookies


def test_ranking_counts_the_days_of_its_span_and_published_articles_alone():
    today = timezone.localdate()
    new, old, gone = (make_published_article(name) for name in ("今天的", "上周的", "撤回的"))
    for article, days, count in ((new, 0, 3), (old, 6, 9), (old, 29, 1), (gone, 0, 50)):
        DailyReads.objects.create(article=article, day=today - timedelta(days=days), count=count)
    Article.objects.filter(pk=gone.pk).update(status=Status.WITHDRAWN)
    assert most_read(1, 10) == [(new.pk, 3)]
    assert most_read(7, 10) == [(old.pk, 9), (new.pk, 3)]
    assert most_read(30, 1) == [(old.pk, 10)]


def test_ranking_page_shows_the_three_spans_in_a_fixed_number_of_queries(
    client, django_assert_max_num_queries
):
    for number in range(12):
        article = make_published_article(f"第{number:02}篇")
        DailyReads.objects.create(article=article, day=timezone.localdate(), count=number + 1)
    with django_assert_max_num_queries(8):
        response = client.get(reverse("articles:most_read"))
    page = response.text
    assert page.index("第11篇") < page.index("第10篇")
    assert "第01篇" not in page
    assert page.count("12 次") == 3


def test_article_page_says_where_to_send_word_and_has_no_form_for_it(client):
    article = make_published_article()
    page = client.get(article.get_absolute_url()).text
    assert f'data-read="{reverse("articles:read", args=[article.pk])}"' in page
    assert "csrf" not in page
