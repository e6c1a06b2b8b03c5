"""Public pages of what editors place by hand: notices, topics, fixed pages, and their pictures."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.generic import DetailView
from django.views.static import serve

from articles.models import Article, FixedPage, Notice, Topic
from articles.reading import as_cards
from unioncms.large_type import keep_links
from unioncms.paging import PagedListView
from unioncms.richtext import render


class NoticeListView(PagedListView):
    template_name = "articles/notice_list.html"

    def get_queryset(self):
        return Notice.objects.public().in_order().defer("body")


class NoticeView(DetailView):
    template_name = "articles/notice.html"

    def get_queryset(self):
        return Notice.objects.public()

    def get_context_data(self, **kwargs):
        return super().get_context_data(body=keep_links(render(self.object.body)), **kwargs)


class TopicListView(PagedListView):
    template_name = "articles/topic_list.html"

    def get_queryset(self):
        return Topic.objects.public().defer("body")


class TopicView(DetailView):
    template_name = "articles/topic.html"

    def get_queryset(self):
        return Topic.objects.public()

    def get_context_data(self, **kwargs):
        entries = list(self.object.entries.filter(article__in=Article.objects.published()))
        cards = as_cards(Article.objects.filter(topic_entries__in=entries)).in_bulk() if entries else {}
        groups: dict[str, list[Article]] = {}
        for entry in entries:
            groups.setdefault(entry.heading, []).append(cards[entry.article_id])
        return super().get_context_data(
            body=keep_links(render(self.object.body)), groups=list(groups.items()), **kwargs
        )


class FixedPageView(DetailView):
    template_name = "articles/fixed_page.html"
    context_object_name = "fixed_page"

    def get_queryset(self):
        return FixedPage.objects.public()

    def get_context_data(self, **kwargs):
        return super().get_context_data(body=keep_links(render(self.object.body)), **kwargs)


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """A picture as it was made here; its name holds a hash of it. A proxy may serve the folder itself."""
    response = serve(request, f"pictures/{name}", document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
