"""Public pages of articles, columns and tags."""

from http import HTTPStatus
from io import BytesIO

import segno
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, TemplateView, View

from articles.front_page import front_page
from articles.json_ld import article_data
from articles.linking import link_body, link_captions, link_text
from articles.models import Article, Column, Mention
from articles.reading import (
    as_cards,
    byline_of,
    column_neighbours,
    contributions_of,
    figures_of,
    mentions_of,
    named_of,
    page_neighbours,
    public_tags,
    series_parts,
    whole_articles,
)
from articles.reads import count_read, is_first_today, is_reader, rankings
from articles.related import related_to
from articles.search_page import search_page
from unioncms.large_type import keep_links
from unioncms.paging import PagedListView


class HomeView(TemplateView):
    template_name = "articles/home.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(is_front_page=True, **front_page(), **kwargs)


class ArticleListView(PagedListView):
    template_name = "articles/article_list.html"

    def get_queryset(self):
        return as_cards(Article.objects.published().newest_first())


class ColumnView(PagedListView):
    template_name = "articles/column.html"

    def get_queryset(self):
        self.column = get_object_or_404(
            Column.objects.public().select_related("parent"), pk=self.kwargs["pk"]
        )
        return as_cards(self.column.articles.published().newest_first())

    def get_context_data(self, **kwargs):
        public = Column.objects.public()
        return super().get_context_data(
            column=self.column,
            parent=public.filter(pk=self.column.parent_id).first(),
            children=list(public.filter(parent=self.column)),
            **kwargs,
        )


class TagView(PagedListView):
    template_name = "articles/tag.html"

    def get_queryset(self):
        published = Article.objects.published()
        self.tag = get_object_or_404(public_tags(), pk=self.kwargs["pk"])
        return as_cards(published.filter(tagged_articles__tag=self.tag).newest_first())

    def get_context_data(self, **kwargs):
        return super().get_context_data(tag=self.tag, **kwargs)


class ArticleView(DetailView):
    template_name = "articles/article.html"
    queryset = whole_articles().prefetch_related("placements__page__issue__publication")

    def get_context_data(self, **kwargs):
        article = self.object
        mentions = mentions_of(article)
        in_field = {
            field: [each for each in mentions if each.field == field] for field in Mention.Field.values
        }
        contributions = contributions_of(article)
        figures = figures_of(article)
        captions = link_captions([figure.caption for figure in figures], in_field[Mention.Field.CAPTION])
        tags = list(article.tags.all())
        named = named_of(article, mentions)
        parts = series_parts(article)
        on_page, in_column = page_neighbours(article), column_neighbours(article)
        shown = [on_page.previous, on_page.next, in_column.previous, in_column.next]
        shown = {each.pk for each in [*shown, *(parts.articles if parts else ())] if each}
        return super().get_context_data(
            data=article_data(article, contributions, tags, named),
            contributions=contributions,
            body=keep_links(link_body(article.body, in_field[Mention.Field.BODY])),
            editors_note=link_text(article.editors_note, in_field[Mention.Field.EDITORS_NOTE]),
            figures=list(zip(figures, captions, strict=True)),
            byline=byline_of(contributions),
            author_posts=[each for each in contributions if each.printed_post],
            tags=tags,
            named=named,
            parts=parts,
            column_neighbours=in_column,
            page_neighbours=on_page,
            related=related_to(article, named, tags, besides=shown),
            **kwargs,
        )


@require_safe
def qr_code(request, pk):
    """The address of an article as a picture that a telephone reads; made here, asked of nobody."""
    get_object_or_404(Article.objects.published().only("pk"), pk=pk)
    address = settings.SITE_URL + request.path_info.removesuffix("qr.svg")
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", scale=4, border=4, light="#fff", xmldecl=False
    )
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


class SearchView(TemplateView):
    template_name = "articles/search.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**search_page(self.request), **kwargs)


class MostReadView(TemplateView):
    template_name = "articles/most_read.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(rankings=rankings(), **kwargs)


# A page that may be a file has no token; only a number changes.
@method_decorator(csrf_exempt, name="dispatch")
class ReadView(View):
    """Where a page sends word that somebody has read it. Whether that counted is nobody's business."""

    http_method_names = ["post"]

    def post(self, request, pk):
        if is_reader(request) and is_first_today(request, pk):
            count_read(pk)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
