"""What readers see at once when it is saved: the site's name, menu and foot, fixed pages, and what is placed by hand.

Editors may look; to change any of it takes the right to publish.
"""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from articles.models import FixedPage, Notice, Site, SiteLink, Slot, Topic, TopicEntry
from unioncms.admin_site import RecordAdmin, RecordInline, flag_column, may
from unioncms.richtext import allow_editor_styles


class Publishers:
    """Only those who may publish change what stands here; others see it."""

    def _may_publish(self, request) -> bool:
        return request.user.has_perm("articles.publish_article")

    def has_add_permission(self, request, obj=None):
        return self._may_publish(request) and may(request, self.model, "add")

    def has_change_permission(self, request, obj=None):
        return self._may_publish(request) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may_publish(request) and super().has_delete_permission(request, obj)


class RichTextAdmin(Publishers, RecordAdmin):
    @allow_editor_styles
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)


class SiteLinkInline(Publishers, RecordInline):
    model = SiteLink
    autocomplete_fields = ["page"]
    fields = ["place", "position", "label", "page", "address"]


@admin.register(Site)
class SiteAdmin(Publishers, RecordAdmin):
    menu_order = 40
    inlines = [SiteLinkInline]
    fieldsets = [
        ("报头", {"fields": ["name", "line"]}),
        ("页脚", {"fields": ["organiser", "hotline", "icp_number", "police_number", "rights"]}),
    ]

    def changelist_view(self, request, extra_context=None):
        """There is one row: its form instead of a list."""
        if not Site.objects.exists() and self.has_add_permission(request):
            return HttpResponseRedirect(reverse("admin:articles_site_add"))
        if Site.objects.exists() and self.has_view_permission(request):
            return HttpResponseRedirect(reverse("admin:articles_site_change", args=[Site.THE_ONE]))
        return super().changelist_view(request, extra_context)

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not Site.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def get_view_on_site_url(self, obj=None):
        return reverse("articles:home")


@admin.register(Slot)
class SlotAdmin(Publishers, RecordAdmin):
    menu_order = 41
    list_display = [
        "place",
        "position",
        "shown",
        "starts_at",
        "ends_at",
        flag_column("is_on", "正在首页", ordering=False),
    ]
    list_display_links = ["shown"]
    list_filter = ["place"]
    list_select_related = ["article"]
    search_fields = ["article__headline", "description"]
    autocomplete_fields = ["article"]
    fieldsets = [
        (None, {"fields": ["place", "position", "article"]}),
        ("图片", {"fields": ["picture", "description", "credit", "address"]}),
        ("时间", {"fields": [("starts_at", "ends_at")]}),
    ]

    @admin.display(description="内容")
    def shown(self, slot):
        return str(slot.article or slot.description)

    def for_list(self, queryset):
        return queryset.with_on()

    def get_view_on_site_url(self, obj=None):
        return reverse("articles:home")


@admin.register(Notice)
class NoticeAdmin(RichTextAdmin):
    menu_order = 42
    list_display = [
        "title", "starts_at", "ends_at", flag_column("is_pinned", "置顶"), flag_column("is_public", "公开"),
    ]  # fmt: skip
    list_filter = ["is_public", "is_pinned"]
    search_fields = ["title"]
    fields = ["title", "body", ("starts_at", "ends_at"), "is_pinned", "is_public"]


class TopicEntryInline(Publishers, RecordInline):
    model = TopicEntry
    autocomplete_fields = ["article"]
    fields = ["position", "heading", "article"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("topic", "article")


@admin.register(Topic)
class TopicAdmin(RichTextAdmin):
    menu_order = 43
    list_display = ["title", "position", flag_column("is_public", "公开")]
    list_filter = ["is_public"]
    search_fields = ["title"]
    fields = ["title", "summary", "body", "position", "is_public"]
    inlines = [TopicEntryInline]


@admin.register(FixedPage)
class FixedPageAdmin(RichTextAdmin):
    menu_order = 44
    list_display = ["title", "shown_address", flag_column("is_public", "公开"), "updated_at"]
    list_filter = ["is_public"]
    search_fields = ["title", "slug"]
    fields = ["title", "slug", "body", "is_public"]

    @admin.display(description="网址")
    def shown_address(self, page):
        return format_html("<code>{}</code>", page.get_absolute_url())
