"""The sitemap: an index of sections, each in pages. Rows are read as bare keys, and only those readers may see."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.contrib.sitemaps.views import sitemap as section_page
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

from articles.models import Article, ArticleRevision, Column, FixedPage, Issue, Notice, Series, Topic
from articles.reading import public_tags
from events.models import Event
from people.honours import honours_by_name
from people.models import Area, Organisation, OrganisationLink, Person
from people.succession import SUCCESSION

PER_PAGE = 2000
MAX_AGE = 3600


class SiteMap(Sitemap):
    """Addresses under SITE_URL, whatever host was asked."""

    limit = PER_PAGE
    protocol = urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_latest_lastmod(self) -> datetime | None:
        """For the index; without reading every row, as it is elsewhere."""
        return None


class PageMap(SiteMap):
    """The pages that are there once."""

    def items(self):
        return [
            "articles:home",
            "articles:article_list",
            "people:person_list",
            "people:organisation_list",
            "people:honour_list",
            "people:area_list",
            "events:event_list",
            "articles:archive",
            "articles:issue_list",
            "articles:series_list",
            "articles:notice_list",
            "articles:topic_list",
        ]

    def location(self, item):
        return reverse(item)


class ArticleMap(SiteMap):
    def items(self):
        rows = Article.objects.published().with_moment().order_by("pk")
        return rows.values_list("pk", "revised_at")

    def location(self, item):
        return reverse("articles:article", args=[item[0]])

    def lastmod(self, item):
        return item[1]

    def get_latest_lastmod(self):
        published = Article.objects.published().order_by()
        return ArticleRevision.objects.filter(article__in=published).aggregate(Max("created_at"))[
            "created_at__max"
        ]


class RecordMap(SiteMap):
    """Records of one kind; their pages are named after them."""

    name = ""

    def location(self, item):
        return reverse(self.name, args=[item])


class PublicMap(RecordMap):
    """Records whose model says itself which are public; their pages are named by the key or by `key`."""

    key = "pk"

    def items(self):
        return self.model.objects.public().order_by("pk").values_list(self.key, flat=True)


class ColumnMap(PublicMap):
    name, model = "articles:column", Column


class TagMap(RecordMap):
    name = "articles:tag"

    def items(self):
        return public_tags().order_by("pk").values_list("pk", flat=True)


class PersonMap(PublicMap):
    name, model = "people:person", Person


class OrganisationMap(RecordMap):
    """Without the former names, whose addresses lead to the present one."""

    name = "people:organisation"

    def items(self):
        public = Organisation.objects.public().order_by()
        former = OrganisationLink.objects.filter(kind__in=SUCCESSION, other__in=public)
        present = public.exclude(pk__in=former.values("organisation"))
        return present.order_by("pk").values_list("pk", flat=True)


class HonourMap(RecordMap):
    name = "people:honour"

    def items(self):
        return honours_by_name().order_by("name").values_list("name", flat=True)


class AreaMap(PublicMap):
    name, model = "people:area", Area


class IssueMap(PublicMap):
    name, model = "articles:issue", Issue


class SeriesMap(PublicMap):
    name, model = "articles:series", Series


class NoticeMap(PublicMap):
    name, model = "articles:notice", Notice


class TopicMap(PublicMap):
    name, model = "articles:topic", Topic


class FixedPageMap(PublicMap):
    name, model, key = "articles:fixed_page", FixedPage, "slug"


class EventMap(PublicMap):
    name, model = "events:event", Event


SECTIONS = {
    "pages": PageMap,
    "articles": ArticleMap,
    "columns": ColumnMap,
    "tags": TagMap,
    "people": PersonMap,
    "organisations": OrganisationMap,
    "areas": AreaMap,
    "honours": HonourMap,
    "events": EventMap,
    "issues": IssueMap,
    "series": SeriesMap,
    "notices": NoticeMap,
    "topics": TopicMap,
    "fixed-pages": FixedPageMap,
}


@cache_control(public=True, max_age=MAX_AGE)
def index(request: HttpRequest) -> HttpResponse:
    """Every page of every section. Django's own view would name the host that was asked."""
    pages = []
    for name, section in SECTIONS.items():
        site_map = section()
        if not site_map.paginator.count:
            continue
        address = settings.SITE_URL + reverse("articles:sitemap_section", args=[name])
        changed = site_map.get_latest_lastmod()
        for number in site_map.paginator.page_range:
            pages.append(SitemapIndexItem(f"{address}?p={number}" if number > 1 else address, changed))
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": pages}, content_type="application/xml")


@cache_control(public=True, max_age=MAX_AGE)
def section(request: HttpRequest, section: str) -> HttpResponse:
    if not request.GET.get("p", "1").isdecimal():
        raise Http404("no such page")
    return section_page(request, SECTIONS, section)


@cache_control(public=True, max_age=MAX_AGE)
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('admin:index')}",
        f"Sitemap: {settings.SITE_URL}{reverse('articles:sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
