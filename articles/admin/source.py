"""Sources in the admin, all read-only: documents with their labelled text, spans, import runs."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseNotAllowed
from django.template.defaultfilters import filesizeformat
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import content_disposition_header, urlencode

from articles import tasks
from articles.admin.paper import ArticleCount
from articles.admin.source_lists import (
    LISTED,
    article_rows,
    find_articles,
    find_joins,
    join_rows,
    mark_rows,
    repair_rows,
)
from articles.admin.source_text import LABELS, find_first_span, read_page
from articles.looking import note_look
from articles.models import Article, SourceDocument, SourceMark, SourceSpan
from unioncms.admin_site import ReadOnly, RecordAdmin, admin_link, flag_column, link_list, may


@admin.register(SourceDocument)
class SourceDocumentAdmin(ArticleCount, ReadOnly, RecordAdmin):
    menu_order = 50
    list_display = [
        "name",
        "file_size",
        "encoding",
        "article_count",
        flag_column("doubts", "有疑点", ordering=False),
        "imported_at",
    ]
    list_filter = ["encoding", "imported_at"]
    search_fields = ["name", "sha256"]
    search_help_text = "按文件名或 SHA-256 查找。"
    ordering = ["-imported_at", "-pk"]
    actions = ["parse_again"]

    def has_parse_permission(self, request) -> bool:
        """What a parse does to articles, an import does too."""
        return may(request, Article, "change") and may(request, Article, "add")

    @admin.action(description="重新解析所选", permissions=["parse"])
    def parse_again(self, request, queryset):
        keys = list(queryset.order_by("pk").values_list("pk", flat=True))
        tasks.parse_again.enqueue(keys, request.user.pk)
        self.message_user(
            request,
            f"{len(keys)} 份原文排队重新解析。没有人动过的草稿照新的更新；其余的不同列在待核“重新解析的差异”里，"
            "结果见导入记录。",
            messages.SUCCESS,
        )

    def get_queryset(self, request):
        """Without bytes and text: a list of fifty documents may hold a gigabyte of them."""
        return super().get_queryset(request).defer("content", "text")

    @admin.display(description="大小", ordering="size")
    def file_size(self, document):
        return filesizeformat(document.size)

    def get_urls(self):
        return [
            path(
                "<path:object_id>/download/",
                self.admin_site.admin_view(self.download_view),
                name="articles_sourcedocument_download",
            ),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The document's page: its text as a proof, beside its articles, open marks, joins and repairs."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        document = self._document(request, object_id)
        if document is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        articles, joins = find_articles(document), find_joins(document)
        # Where the document holds one article only, marking it would mark the whole page.
        current = request.GET.get("article", "") if len(articles.rows) > 1 else ""
        note_look(request.user, document.articles.values("pk"), "原文")
        page = read_page(document, request.GET.get("p", ""), articles.rows, joins.rows)
        marks, more_marks, settled = mark_rows(document, articles.rows, page)
        context = {
            **self.admin_site.each_context(request),
            "title": document.name,
            "subtitle": None,
            "opts": self.opts,
            "original": document,
            "media": self.media,
            "articles": article_rows(articles.rows),
            "more_articles": articles.has_more,
            "marks": marks,
            "more_marks": more_marks,
            "settled": settled,
            "may_settle": may(request, SourceMark, "change"),
            "may_see_marks": may(request, SourceMark) or may(request, SourceMark, "change"),
            "joins": join_rows(joins.rows, articles.rows, page),
            "more_joins": joins.has_more,
            "rules": repair_rows(document),
            "listed": LISTED,
            "current": int(current) if current.isdecimal() and len(current) < 19 else None,
            "page": page,
            "labels": LABELS,
            "may_parse": self.has_parse_permission(request),
            "corrected": SourceDocument.objects.filter(corrections=document).only("pk", "name").first(),
            "correction": document.corrections.only("pk", "name").first(),
            "has_view_permission": True,
        }
        return TemplateResponse(request, "admin/articles/sourcedocument/change_form.html", context)

    def download_view(self, request, object_id):
        """The bytes as they arrived, never to be shown by the browser."""
        document = self._document(request, object_id)
        if document is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        note_look(request.user, document.articles.values("pk"), "原始文件")
        return HttpResponse(
            bytes(document.content),
            content_type="application/octet-stream",
            headers={
                "Content-Disposition": content_disposition_header(True, document.name),
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "Cache-Control": "private, no-store",
            },
        )

    def _document(self, request, object_id) -> SourceDocument | None:
        document = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, document):
            raise PermissionDenied
        return document


def source_url(article) -> str:
    """The page of the article's source document where its own text begins."""
    address = reverse("admin:articles_sourcedocument_change", args=[article.source_id])
    start, number = find_first_span(article)
    query = {"article": article.pk} | ({"p": number} if number > 1 else {})
    return f"{address}?{urlencode(query)}" + (f"#s{start}" if start is not None else "")


@admin.register(SourceSpan)
class SourceSpanAdmin(ReadOnly, RecordAdmin):
    menu_order = 52
    list_display = ["label", "source_name", "start", "end"]
    list_filter = ["label"]
    search_fields = ["source__name"]
    list_select_related = ["source"]
    ordering = ["source", "start"]
    fields = ["source_name", "label", "start", "end", "in_articles"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("source__content", "source__text")

    @admin.display(description="原文", ordering="source__name")
    def source_name(self, span):
        return admin_link(span.source)

    @admin.display(description="稿件")
    def in_articles(self, span):
        return link_list([admin_link(article) for article in span.articles.only("pk", "headline")[:LISTED]])
