"""Counting reads without cookies: a page that may be a file sends word once somebody has really read it.

One reader counts once a day for an article. Who that is, is known for that day only, as a keyed digest of address
and browser in the cache; neither is stored. Machines that say so are not counted, nor is whoever asks in a hurry.
"""

import re
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from articles.models import Article, DailyReads
from articles.reading import as_cards

A_DAY = 24 * 60 * 60
MOST_A_MINUTE = 20  # articles that one reader opens and reads in a minute
LONGEST_AGENT = 400
SPANS = {"今日": 1, "近七天": 7, "近三十天": 30}
RANKED = 10
MACHINES = re.compile(
    r"bot|spider|crawl|slurp|fetch|preview|monitor|scan|headless|lighthouse|curl|wget|python|java/|okhttp|go-http|axios",
    re.IGNORECASE,
)


def is_reader(request: HttpRequest) -> bool:
    """A browser on a page of this site, as far as it says so itself."""
    agent = request.headers.get("User-Agent", "")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin", "")
    is_ours = site == "same-origin" and origin in ("", f"{request.scheme}://{request.get_host()}")
    return bool(agent) and is_ours and MACHINES.search(agent[:LONGEST_AGENT]) is None


def is_first_today(request: HttpRequest, pk: int) -> bool:
    today = timezone.localdate()
    agent = request.headers.get("User-Agent", "")[:LONGEST_AGENT]
    reader = salted_hmac(
        "articles.reads", f"{today}|{request.META.get('REMOTE_ADDR', '')}|{agent}"
    ).hexdigest()
    pace = f"reads:pace:{reader}:{timezone.now():%H%M}"
    cache.add(pace, 0, 60)
    try:
        if cache.incr(pace) > MOST_A_MINUTE:
            return False
    except ValueError:  # the key has run out between the two calls
        return False
    return cache.add(f"reads:{reader}:{pk}", 1, A_DAY)


def count_read(pk: int) -> None:
    """One more for a published article; nothing for any other number."""
    if not Article.objects.published().filter(pk=pk).exists():
        return
    rows = DailyReads.objects.filter(article=pk, day=timezone.localdate())
    if rows.update(count=F("count") + 1):
        return
    try:
        with transaction.atomic():
            DailyReads.objects.create(article_id=pk, day=timezone.localdate(), count=1)
    except IntegrityError:  # another process was first, or the article is gone
        rows.update(count=F("count") + 1)


def most_read(days: int, limit: int) -> list[tuple[int, int]]:
    """Keys of published articles with their reads over the last `days`, today among them, the most read first."""
    since: date = timezone.localdate() - timedelta(days=days - 1)
    rows = (
        DailyReads.objects.filter(day__gte=since, article__in=Article.objects.published())
        .order_by()
        .values("article")
        .annotate(reads=Sum("count"))
        .order_by("-reads", "-article")[:limit]
    )
    return [(row["article"], row["reads"]) for row in rows]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The most read articles of a span of days, each with its `reads`."""

    name: str
    articles: list[Article]


def rankings(limit: int = RANKED) -> list[Ranking]:
    """Today, the last seven days and the last thirty; a query for each, and those of the cards."""
    ranked = {name: most_read(days, limit) for name, days in SPANS.items()}
    keys = {key for rows in ranked.values() for key, _ in rows}
    cards = as_cards(Article.objects.published()).in_bulk(keys)
    found = []
    for name, rows in ranked.items():
        articles = []
        for key, reads in rows:
            if key in cards:
                article = copy(cards[key])  # one article has as many readings as there are spans
                article.reads = reads
                articles.append(article)
        found.append(Ranking(name, articles))
    return found
