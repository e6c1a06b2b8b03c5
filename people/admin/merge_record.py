"""Merges and splits in the admin: what was done, by whom and why, and undoing it."""

from collections import Counter

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import format_html

from people.admin.merging import log_step
from people.admin.tools import RecordTools, Tool
from people.journal import label_of, model_of
from people.merging import MergeRefused, is_move
from people.models import MergeRecord
from people.undoing import undo
from unioncms.admin_site import ReadOnly, RecordAdmin, admin_link, admin_url, link_list, may, moment

ENTRIES_SHOWN = 50


class StandingFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [("1", "有效"), ("0", "已撤销")]

    def queryset(self, request, queryset):
        if self.value() in ("0", "1"):
            return queryset.filter(undone_at__isnull=self.value() == "1")
        return queryset


def may_undo(model_admin: admin.ModelAdmin, request: HttpRequest, record: MergeRecord | None) -> bool:
    """Whoever may merge such records, while there is something to undo."""
    if record is None:
        return model_admin.has_view_permission(request)
    return all(may(request, record.model, action) for action in ("change", "delete"))


def show_undo(model_admin: admin.ModelAdmin, request: HttpRequest, record: MergeRecord) -> HttpResponse:
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "POST"])
    if not record.is_standing:
        model_admin.message_user(request, "这一步已经撤销过了。", messages.INFO)
        return HttpResponseRedirect(admin_url(record))
    if request.method == "POST":
        return HttpResponseRedirect(_undo(model_admin, request, record))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"撤销{record.get_kind_display()}",
        "opts": model_admin.opts,
        "media": model_admin.media,
        "record": record,
        "contents": contents_of(record),
        "back": admin_url(record),
    }
    return TemplateResponse(request, "admin/people/undo.html", context)


def _undo(model_admin: admin.ModelAdmin, request: HttpRequest, record: MergeRecord) -> str:
    """Undo it, and say where to go on."""
    try:
        with transaction.atomic():
            undone = undo(record, request.user)
            found = {row.pk: row for row in _records(record)}
            log_step(request, found.values(), f"撤销：{record}。")
    except MergeRefused as refusal:
        model_admin.message_user(request, str(refusal), messages.ERROR)
        return admin_url(record)
    left = f"有 {undone.left} 条因位置已被占用未能恢复。" if undone.left else ""
    model_admin.message_user(request, f"已撤销：{record}。{undone.outcome}{left}", messages.SUCCESS)
    return admin_url(found.get(record.from_key) or record)


def _records(record: MergeRecord) -> models.QuerySet:
    return record.model._base_manager.filter(pk__in=[record.from_key, record.to_key])


def contents_of(record: MergeRecord) -> list[str]:
    """What was moved and taken out, counted by kind: 提及 12 条."""
    counts: Counter = Counter()
    for step in record.journal:
        model = model_of(step)
        if "set" in step and is_move(step):
            counts[model] += len(step["keys"])
        elif "remove" in step and step["remove"] != label_of(record.model):
            counts[model] += 1
    return [f"{model._meta.verbose_name} {count} 条" for model, count in counts.items()]


@admin.register(MergeRecord)
class MergeRecordAdmin(RecordTools, ReadOnly, RecordAdmin):
    menu_order = 39
    tools = (Tool("undo", "撤销…", may_undo, show_undo),)
    list_display = [
        "__str__",
        "kind",
        "moved_count",
        "reason",
        "created_by",
        "created_at",
        "state",
        "undo_link",
    ]
    list_filter = ["kind", StandingFilter, "created_at"]
    list_select_related = ["created_by", "undone_by", "content_type"]
    search_fields = ["from_label", "to_label", "reason"]
    search_help_text = "按记录名称或理由查找。"
    ordering = ["-pk"]
    fields = [
        "kind", "record_kind", "from_record", "to_record", "contents", "reason", "by_whom", "state", "entries",
    ]  # fmt: skip

    def get_readonly_fields(self, request, obj=None):
        return self.fields

    def for_list(self, queryset):
        return queryset.defer("journal")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        response = super().render_change_form(request, context, add, change, form_url, obj)
        if obj is not None and not obj.is_standing:
            response.context_data["tools"] = []
        return response

    @admin.display(description="状态")
    def state(self, record):
        if record.is_standing:
            return format_html('<span class="state state-published">{}</span>', "有效")
        return format_html(
            '<span class="state">{}</span> <span class="quiet">{} {}</span>',
            "已撤销",
            record.undone_by,
            moment(record.undone_at),
        )

    @admin.display(description="操作", empty_value="")
    def undo_link(self, record):
        return format_html('<a href="{}">撤销…</a>', admin_url(record, "undo")) if record.is_standing else ""

    @admin.display(description="记录类型")
    def record_kind(self, record):
        return record.model._meta.verbose_name

    @admin.display(description="原记录")
    def from_record(self, record):
        return self._link(record, record.from_key, record.from_label)

    @admin.display(description="归入")
    def to_record(self, record):
        return self._link(record, record.to_key, record.to_label)

    def _link(self, record, key: int, label: str):
        found = record.model._base_manager.filter(pk=key).first()
        text = f"{label}（编号 {key}）"
        return admin_link(found, text) if found else text

    @admin.display(description="移动的内容")
    def contents(self, record):
        return "、".join(contents_of(record)) or "没有"

    @admin.display(description="操作人")
    def by_whom(self, record):
        return f"{record.created_by} {moment(record.created_at)}"

    @admin.display(description="原记录的历史")
    def entries(self, record):
        """The log of the merged record, which stays under its old key."""
        log = LogEntry.objects.filter(content_type=record.content_type, object_id=str(record.from_key))
        lines = [
            format_html(
                '<span class="quiet">{} {}</span> {}',
                moment(entry.action_time),
                entry.user,
                entry.get_change_message() or entry.get_action_flag_display(),
            )
            for entry in log.select_related("user")[: ENTRIES_SHOWN + 1]
        ]
        more = f"只列出最近 {ENTRIES_SHOWN} 条。" if len(lines) > ENTRIES_SHOWN else ""
        return link_list(lines[:ENTRIES_SHOWN], more) or "没有"
