"""The paper's own structure in the admin: columns, series, tags, publications, issues and pages."""

from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from taggit.models import Tag

from articles.admin.exporting import IssueExportViews
from articles.models import Column, Issue, Page, Placement, Publication, Series, TaggedArticle
from unioncms.admin_site import RecordAdmin, RecordForm, RecordInline


def count_of(model, relation: str) -> Coalesce:
    """How many rows of the reverse `relation` a row of `model` has, counted in the list's own query."""
    field = model._meta.get_field(relation).field
    rows = field.model._base_manager.filter(**{field.name: OuterRef("pk")}).order_by()
    return Coalesce(Subquery(rows.values(field.name).annotate(count=Count("pk")).values("count")), 0)


class ArticleCount:
    """A column that says how many articles a row holds."""

    counted = "articles"

    def for_list(self, queryset):
        return queryset.annotate(article_count=count_of(self.model, self.counted))

    @admin.display(description="稿件数")
    def article_count(self, record):
        return record.article_count


@admin.register(Column)
class ColumnAdmin(ArticleCount, RecordAdmin):
    menu_order = 20
    list_display = ["name", "parent", "article_count"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    autocomplete_fields = ["parent"]
    fields = ["name", "parent", "brief"]


@admin.register(Series)
class SeriesAdmin(ArticleCount, RecordAdmin):
    menu_order = 21
    list_display = ["title", "article_count"]
    search_fields = ["title"]


class TaggedArticleInline(RecordInline):
    model = TaggedArticle
    autocomplete_fields = ["content_object"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("tag", "content_object")


class TagForm(RecordForm):
    class Meta:
        labels = {"name": "标签", "slug": "网址用名"}
        help_texts = {"slug": "留空则按标签自动生成。"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False


admin.site.unregister(Tag)


@admin.register(Tag)
class TagAdmin(ArticleCount, RecordAdmin):
    menu_order = 22
    form = TagForm
    counted = "tagged_articles"
    list_display = ["name", "article_count"]
    search_fields = ["name"]
    ordering = ["name"]
    fields = ["name", "slug"]
    inlines = [TaggedArticleInline]


@admin.register(Publication)
class PublicationAdmin(ArticleCount, RecordAdmin):
    menu_order = 23
    list_display = ["name", "organisation", "article_count"]
    list_select_related = ["organisation"]
    search_fields = ["name"]
    autocomplete_fields = ["organisation"]


class PageInline(RecordInline):
    model = Page
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("issue__publication")


@admin.register(Issue)
class IssueAdmin(IssueExportViews, RecordAdmin):
    menu_order = 24
    change_form_template = "admin/articles/issue/change_form.html"
    list_display = ["number", "publication", "published_on"]
    list_display_links = ["number"]
    list_select_related = ["publication"]
    list_filter = ["publication"]
    date_hierarchy = "published_on_earliest"
    search_fields = ["number", "publication__name"]
    autocomplete_fields = ["publication"]
    inlines = [PageInline]


class PlacementInline(RecordInline):
    model = Placement
    autocomplete_fields = ["article"]
    fields = ["position", "article"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("page__issue__publication", "article")


@admin.register(Page)
class PageAdmin(RecordAdmin):
    menu_order = 25
    list_display = ["number", "issue", "name"]
    list_select_related = ["issue__publication"]
    list_filter = ["issue__publication"]
    search_fields = ["number", "name", "issue__number", "issue__publication__name"]
    autocomplete_fields = ["issue"]
    inlines = [PlacementInline]


@admin.register(Placement)
class PlacementAdmin(RecordAdmin):
    menu_order = 26
    list_display = ["page", "position", "article"]
    list_select_related = ["page__issue__publication", "article"]
    list_filter = ["page__issue__publication"]
    search_fields = ["article__headline", "page__issue__number", "page__issue__publication__name"]
    autocomplete_fields = ["page", "article"]
