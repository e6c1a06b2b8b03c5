"""Open marks in the admin: damaged passages, one by one, that an editor looks at and settles."""

from django.contrib import admin
from django.utils.html import format_html

from articles.admin.source_lists import mark_address, note_of
from articles.models import SourceMark
from unioncms.admin_site import RecordAdmin, admin_link, flag_column

Kind = SourceMark.Kind
ADVICE = {
    Kind.MISSING_GLYPH: "原件此处有字，这份文本里没有。查到原件后补进稿件。",
    Kind.UNKNOWN_PLACE: "行政区划名录里没有这个县，可能是错字或旧名。",
    Kind.MISSING_HEAD: "正文从半句话开始，前面的文字不在这份文本里。",
    Kind.MISSING_MIDDLE: "这里和下文接不上，中间的文字不在这份文本里。",
    Kind.MISSING_TAIL: "正文停在半句话上，后面的文字不在这份文本里。",
    Kind.NO_HEADLINE: "这段正文没有找到标题。",
    Kind.NO_BODY: "这个标题没有找到正文。",
    Kind.FRAGMENT_APART: "可能是前面某篇的下半截，依据不足，没有接上。",
    Kind.DOUBTFUL_JOIN: "按版面次序接在一起，文字上的依据不足，请核对。",
}


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
    list_display = ["kind", "passage", "of_article", "of_source", flag_column("is_settled", "已处理")]
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
        return f"{ADVICE.get(mark.kind, '')}{note_of(mark)}"
