"""Open marks in the admin: damaged passages, one by one, that an editor looks at and settles."""

from django.contrib import admin
from django.utils.html import format_html

from articles.admin.source_lists import mark_address, note_of
from articles.models import SourceMark
from unioncms.admin_site import RecordAdmin, admin_link, flag_column


@admin.action(description="标记为已处理", permissions=["change"])
def mark_settled(model_admin, request, queryset):
    """Take what an editor has looked at out of the queue."""
    waiting = list(queryset.filter(is_settled=False).order_by())
    for mark in waiting:
        mark.is_settled = True
        mark.save(update_fields=["is_settled"])
        model_admin.log_change(request, mark, "标记为已处理。")
    model_admin.message_user(request, f"已将 {len(waiting)} 处标记为已处理。")


@admin.register(SourceMark)
class SourceMarkAdmin(RecordAdmin):
    """Made by the parse alone: an editor settles a mark, and neither adds nor deletes one."""

    menu_order = 53
    queues = (("存疑待处理", {"is_settled__exact": "0"}),)
    list_display = ["kind", "passage", "of_article", "of_source", "note", flag_column("is_settled", "已处理")]
    list_filter = ["is_settled", "kind"]
    list_select_related = ["article", "source"]
    search_fields = ["text", "before", "after", "source__name", "article__headline"]
    search_help_text = "按原文用词、文件名或稿件标题查找。"
    ordering = ["source", "start", "kind"]
    fields = ["kind", "passage", "note", "of_article", "of_source", "is_settled"]
    readonly_fields = ["kind", "passage", "note", "of_article", "of_source"]
    actions = [mark_settled]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .defer("source__content", "source__text", "article__body", "article__imported")
        )

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="原文", ordering="source__name")
    def of_source(self, mark):
        return admin_link(mark.source)

    @admin.display(description="稿件")
    def of_article(self, mark):
        return admin_link(mark.article, mark.article.title) if mark.article else "—"

    @admin.display(description="位置")
    def passage(self, mark):
        return format_html(
            '<a href="{}">{}<mark>{}</mark>{}</a>',
            mark_address(mark),
            mark.before,
            mark.text or "▢",
            mark.after,
        )

    @admin.display(description="说明")
    def note(self, mark):
        return note_of(mark)
