"""Atom feeds: the newest articles of the site, a column, a tag, a person, a body.

An entry has the opening of its article, as the lists of the site do, and no more: a feed reads no bodies. What it
says is what readers were given (`as_released`), and its moment is that of the last release.
"""

import re

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from taggit.models import Tag

from articles.frame import read_frame
from articles.models import Article, Column
from articles.reading import as_cards, public_tags
from articles.templatetags.article_text import display_title, first_words, writers
from people.models import Organisation, Person
from people.reading import articles_by, articles_naming, articles_naming_any
from people.succession import succession_of
from unioncms.addresses import site_address

ENTRIES = 30
MAX_AGE = 300  # seconds that a reader may keep a feed

# What XML cannot say.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def _plain(text: str) -> str:
    return _NO_XML.sub("", text)


@method_decorator([cache_control(public=True, max_age=MAX_AGE), conditional_page], name="__call__")
class ArticleFeed(Feed):
    """All published articles; the feeds of a record narrow `articles` and name themselves after it."""

    feed_type = Atom1Feed
    language = settings.LANGUAGE_CODE

    name = "articles:feed"  # of the feed's own address

    def articles(self, record) -> QuerySet:
        return Article.objects.published()

    def title(self, record) -> str:
        name = read_frame().name
        return _plain(f"{record} - {name}" if record else name)

    def author_name(self, record) -> str:
        return _plain(read_frame().name)

    def subtitle(self, record) -> str:
        return _plain(f"与“{record}”有关的稿件") if record else "最新稿件"

    def link(self, record) -> str:
        path = record.get_absolute_url() if record else reverse("articles:article_list")
        return site_address(path)

    def feed_url(self, record) -> str:
        return site_address(reverse(self.name, args=[record.pk] if record else []))

    def items(self, record) -> list[Article]:
        rows = as_cards(self.articles(record).newest_first()).with_moment().prefetch_related("tags")
        return list(rows[:ENTRIES])

    def item_title(self, article: Article) -> str:
        return _plain(display_title(article))

    def item_description(self, article: Article) -> str:
        """As HTML, which is what Django marks it as."""
        return escape(_plain(first_words(article)))

    def item_link(self, article: Article) -> str:
        return site_address(article.get_absolute_url())

    def item_author_name(self, article: Article) -> str:
        return _plain("、".join(each.printed_name for each in writers(article)))

    def item_pubdate(self, article: Article):
        return article.released_at or article.revised_at

    def item_updateddate(self, article: Article):
        return article.revised_at

    def item_categories(self, article: Article) -> list[str]:
        column = [article.column.name] if article.column else []
        return [_plain(name) for name in (*column, *(tag.name for tag in article.tags.all()))]


class ColumnFeed(ArticleFeed):
    name = "articles:column_feed"

    def get_object(self, request, pk):
        return get_object_or_404(Column.objects.public(), pk=pk)

    def articles(self, record):
        return record.articles.published()


class TagFeed(ArticleFeed):
    name = "articles:tag_feed"

    def get_object(self, request, pk):
        return get_object_or_404(public_tags(), pk=pk)

    def link(self, record: Tag):
        return site_address(reverse("articles:tag", args=[record.pk]))

    def articles(self, record):
        return Article.objects.published().filter(tagged_articles__tag=record)


class PersonFeed(ArticleFeed):
    """What a person has written, and what names them."""

    name = "articles:person_feed"

    def get_object(self, request, pk):
        return get_object_or_404(Person.objects.public(), pk=pk)

    def articles(self, record):
        return articles_by(record) | articles_naming(record)


class OrganisationFeed(ArticleFeed):
    """What names a body, by its present name or a former one."""

    name = "articles:organisation_feed"

    def get_object(self, request, pk):
        return get_object_or_404(Organisation.objects.public(), pk=pk)

    def articles(self, record):
        return articles_naming_any(succession_of(record).keys)
