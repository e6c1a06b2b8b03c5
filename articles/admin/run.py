"""Import runs in the admin: what each brought and refused, and the button that takes one back."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html_join

from articles.admin.source import LISTED
from articles.models import Article, ImportRun, SourceDocument
from unioncms.admin_site import ReadOnly, RecordAdmin, admin_link, admin_url, link_list, may


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnly, RecordAdmin):
    menu_order = 51
    list_display = ["started_at", "finished_at", "started_by", "summary", "failure_count"]
    list_filter = ["started_at"]
    list_select_related = ["started_by"]
    search_fields = ["started_by__username"]
    list_display_links = ["started_at"]
    fields = [
        "started_at", "finished_at", "started_by", "summary", "all_failures", "of_documents",
        "undone_at", "undone_by",
    ]  # fmt: skip
    change_form_template = "admin/articles/importrun/change_form.html"

    def get_urls(self):
        undo = path(
            "<path:object_id>/undo/",
            self.admin_site.admin_view(self.undo_view),
            name="articles_importrun_undo",
        )
        return [undo, *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["may_undo"] = obj is not None and obj.undone_at is None and self._may_undo(request)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _may_undo(self, request) -> bool:
        return may(request, Article, "delete") and may(request, ImportRun, "change")

    def undo_view(self, request, object_id):
        """What would go, or why it cannot; a POST does it."""
        # Undoing settles names, and so brings the parser with it.
        from articles.undoing import NotUndoable, reason_to_keep, undo_run

        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        if not (self._may_undo(request) and self.has_view_permission(request)):
            raise PermissionDenied
        run = self.get_object(request, unquote(object_id))
        if run is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST":
            try:
                count = undo_run(run, request.user)
            except NotUndoable as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            else:
                self.message_user(request, f"已撤销这次导入，删除 {count} 篇稿件。", messages.SUCCESS)
            return HttpResponseRedirect(admin_url(run))
        context = {
            **self.admin_site.each_context(request),
            "title": "撤销这次导入",
            "opts": self.opts,
            "original": run,
            "media": self.media,
            "reason": reason_to_keep(run),
            "documents": SourceDocument.objects.filter(run=run).only("pk", "name")[:LISTED],
            "document_count": SourceDocument.objects.filter(run=run).count(),
            "article_count": Article.objects.filter(source__run=run).count(),
        }
        return TemplateResponse(request, "admin/articles/importrun/undo.html", context)

    @admin.display(description="结果")
    def summary(self, run):
        return "，".join(f"{label} {count}" for label, count in counted(run.counts) if count)

    @admin.display(description="失败数")
    def failure_count(self, run):
        return len(run.failures)

    @admin.display(description="失败")
    def all_failures(self, run):
        lines = [
            "、".join(map(str, failure.values() if isinstance(failure, dict) else failure))
            if isinstance(failure, (dict, list, tuple))
            else str(failure)
            for failure in run.failures[:LISTED]
        ]
        return format_html_join("", "<p>{}</p>", ((line,) for line in lines)) or "无"

    @admin.display(description="原文")
    def of_documents(self, run):
        documents = list(run.documents.only("pk", "name")[: LISTED + 1])
        more = f"只列出前 {LISTED} 份。" if len(documents) > LISTED else ""
        return link_list([admin_link(document) for document in documents[:LISTED]], more) or "无"


COUNTED = {
    "documents": {
        "new": "新增文件",
        "unchanged": "未变文件",
        "changed": "变更文件",
        "failed": "失败文件",
        "skipped": "跳过文件",
    },
    "made": {
        "articles": "稿件",
        "people": "人物",
        "posts": "职务",
        "organisations": "单位",
        "events": "活动",
    },
    "mentions_waiting": "待对应的提及",
    "proposals_waiting": "待处理的差异",
    "characters_discarded": "舍弃的字符",
}


def counted(counts: dict, labels: dict = COUNTED):
    """The counts of a run, each under its Chinese name."""
    for name, label in labels.items():
        if isinstance(label, dict):
            yield from counted(counts.get(name) or {}, label)
        else:
            yield label, counts.get(name)
