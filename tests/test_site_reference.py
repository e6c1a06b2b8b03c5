"""The real documents as a reader meets them: each record named in one has a page, and pages hang together."""

import os
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article, Column, Concern
from events.models import Event
from people.models import Organisation, Person

REFERENCE = os.environ.get("UNIONCMS_REFERENCE", "")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not REFERENCE, reason="UNIONCMS_REFERENCE is not set: no real documents"),
]


@pytest.fixture
def site(client):
    call_command("import_seeds", str(Path(REFERENCE) / "seeds"), publish=True, workers=1)
    return client


def test_every_record_named_has_a_page_and_the_pages_are_linked(site):
    articles = list(Article.objects.all())
    assert len(articles) == 26
    records = [
        *articles,
        *Person.objects.public(),
        *Organisation.objects.public(),
        *Event.objects.public(),
        *Column.objects.public(),
    ]
    # People named as being in hardship stay behind a mask until an editor has decided.
    masked = Concern.objects.filter(kind=Concern.Kind.HARDSHIP).values("text")
    assert set(Person.objects.exclude(pk__in=Person.objects.public())) == set(
        Person.objects.filter(name__in=masked)
    )
    assert Organisation.objects.public().count() == Organisation.objects.count()
    assert Event.objects.public().count() == Event.objects.count()
    pages = {}
    for record in records:
        response = site.get(record.get_absolute_url())
        assert response.status_code == 200, record
        pages[record] = response.content.decode()
    for article in articles:
        for mention in article.mentions.for_readers():
            assert f'href="{mention.target.get_absolute_url()}"' in pages[article], (article, mention)


def test_a_chairmans_page_shows_his_posts_and_both_articles(site):
    chair = Person.objects.get(name="谭敦龙")
    page = site.get(chair.get_absolute_url()).content.decode()
    for post in ("衡阳市人大常委会", "副主任", "衡阳市总工会", "主席"):
        assert post in page
    articles = Article.objects.filter(mentions__person=chair).distinct()
    assert len(articles) == 2
    for article in articles:
        assert article.get_absolute_url() in page
