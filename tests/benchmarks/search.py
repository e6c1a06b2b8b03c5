"""The search over N articles and over ten times as many: what a page of it takes, as a ratio within this run.

SQLite works within this process, so that its own processor time is what counts, however busy the machine is.
"""

import os
import sys
import time
from collections.abc import Callable
from random import Random

FEW, MANY = 1_000, 10_000
ROUNDS = 5
MOST_TIMES = 12
# In every article, in one of ten, and in the same ten articles however many there are.
QUERIES = {"in every article": "总工会", "in one of ten": "技能大赛", "in ten articles": "丹霞驿站 揭牌"}
WORDS = list("工会职劳模谈调研培训帮扶组织企业代表书屋安全维权改革创新服务基层干部学习精神")


def body_of(number: int) -> str:
    random = Random(number)
    lines = ["".join(random.choices(WORDS, k=30)) + "。" for _ in range(12)]
    lines.append("云州市总工会报道。")
    if number % 10 == 0:
        lines.append("技能大赛举行。")
    if number < 10:
        lines.append("丹霞驿站当日揭牌。")
    return "".join(f"<p>{line}</p>" for line in lines)


def fill(numbers: range) -> float:
    """Seconds that it takes to write the entries of so many articles more."""
    from articles.models import Article
    from articles.search import index
    from unioncms.states import Status

    made = Article.objects.bulk_create(
        Article(
            headline=f"第{number}条消息",
            released_body=(body := body_of(number)),
            body=body,
            status=Status.PUBLISHED,
            published_on=f"{2000 + number % 24}-05-01",
        )
        for number in numbers
    )
    started = time.process_time()
    index(article.pk for article in made)
    return time.process_time() - started


def best_of(work: Callable[[], object]) -> float:
    def once() -> float:
        started = time.process_time()
        work()
        return time.process_time() - started

    return min(once() for _ in range(ROUNDS))


def answer(typed: str) -> None:
    from django.template.loader import render_to_string
    from django.test import RequestFactory

    from articles.search_page import search_page

    request = RequestFactory().get("/search/", {"q": typed})
    render_to_string("articles/search.html", search_page(request), request)


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.db import connection

    django.setup()
    connection.creation.create_test_db(verbosity=0)
    seconds: dict[int, dict[str, float]] = {}
    sys.stdout.write(f"search on {connection.vendor}\n")
    for start, size in ((0, FEW), (FEW, MANY)):
        spent = fill(range(start, size))
        sys.stdout.write(f"{size} articles: {1000 * spent / (size - start):.2f} ms to index one\n")
        seconds[size] = {what: best_of(lambda typed=typed: answer(typed)) for what, typed in QUERIES.items()}
    for what in QUERIES:
        few, many = seconds[FEW][what], seconds[MANY][what]
        holds = "yes" if many <= MOST_TIMES * few else "NO"
        sys.stdout.write(
            f"  {what:20}{1000 * few:8.0f} ms {1000 * many:8.0f} ms {many / few:6.1f} ×  ≤ {MOST_TIMES}  {holds}\n"
        )


if __name__ == "__main__":
    main()
