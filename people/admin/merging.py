"""Merging in the admin: choose two records, see them side by side and what moves, give a reason, undo."""

from collections.abc import Iterable

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from people.admin.tools import RecordTools, Tool
from people.comparing import compare, suggest
from people.merging import MergeRefused, merge, preview
from people.models import MergeRecord
from people.old_addresses import LeadsOnInAdmin
from unioncms.admin_addresses import RecordSelect
from unioncms.admin_site import admin_url

MOST = 10  # records merged at once


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="理由",
        max_length=MergeRecord._meta.get_field("reason").max_length,
        help_text="会记入合并与拆分的记录，如 同一人，前一条是误排。",
        widget=forms.TextInput(attrs={"class": "vLargeTextField", "autocomplete": "off"}),
        error_messages={"required": "请写明理由。"},
    )


def record_select(model_admin: admin.ModelAdmin) -> RecordSelect:
    """For models with aliases, whose links to them know how a record is looked up."""
    return RecordSelect(model_admin.model._meta.get_field("aliases").field, model_admin.admin_site)


def may_merge(
    model_admin: admin.ModelAdmin, request: HttpRequest, record: models.Model | None = None
) -> bool:
    """A merge changes one record and deletes the other."""
    return model_admin.has_change_permission(request, record) and model_admin.has_delete_permission(
        request, record
    )


def choose_other(model_admin: admin.ModelAdmin, request: HttpRequest, record: models.Model) -> HttpResponse:
    """Find the record that `record` shall be merged with; the form leads on to the comparison."""
    choice = forms.ModelChoiceField(
        model_admin.get_queryset(request),
        label=f"另一条{model_admin.opts.verbose_name}",
        widget=record_select(model_admin),
        error_messages={"required": "请选择另一条记录。", "invalid_choice": "没有这条记录。"},
    )
    form = type("OtherForm", (forms.Form,), {"record": choice})(
        request.GET if "record" in request.GET else None
    )
    if form.is_valid():
        other = form.cleaned_data["record"]
        if other.pk != record.pk:
            return HttpResponseRedirect(merge_url(model_admin, [record, other]))
        form.add_error("record", "请选择另外一条，不能与自己合并。")
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"与另一条{model_admin.opts.verbose_name}合并",
        "opts": model_admin.opts,
        "media": model_admin.media + form.media,
        "original": record,
        "form": form,
        "back": admin_url(record),
    }
    return TemplateResponse(request, "admin/people/choose_other.html", context)


def merge_url(model_admin: admin.ModelAdmin, records: Iterable[models.Model]) -> str:
    options = model_admin.opts
    query = urlencode({"record": [record.pk for record in records]}, doseq=True)
    return f"{reverse(f'admin:{options.app_label}_{options.model_name}_merge_records')}?{query}"


class MergesRecords(LeadsOnInAdmin, RecordTools):
    """For the admin of people, organisations, events: any record whose names may become aliases."""

    tools = (Tool("merge", "与另一条合并…", may_merge, choose_other),)

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge_records"
        return [
            path("merge/", self.admin_site.admin_view(self.merge_view), name=name),
            *super().get_urls(),
        ]

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return may_merge(self, request)

    @admin.action(description="合并所选…", permissions=["merge"])
    def merge_selected(self, request, queryset):
        chosen = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
        if not 2 <= len(chosen) <= MOST:
            self.message_user(request, f"请选择两条至 {MOST} 条来合并。", messages.WARNING)
            return None
        return HttpResponseRedirect(merge_url(self, [self.model(pk=key) for key in chosen]))

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Side by side; with a reason posted, the merge itself."""
        if not may_merge(self, request):
            raise PermissionDenied
        keys = list(dict.fromkeys(key for key in request.GET.getlist("record") if key.isdecimal()))[:MOST]
        found = [self.get_object(request, key) for key in keys]
        records = sorted(filter(None, found), key=lambda each: each.pk)
        if len(records) < 2:
            self.message_user(request, "这些记录已不存在，可能刚被合并或删除。", messages.WARNING)
            return HttpResponseRedirect(
                reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
            )
        kept = next((each for each in records if str(each.pk) == request.GET.get("keep")), suggest(records))
        merged = [each for each in records if each.pk != kept.pk]
        records = [kept, *merged]
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            done = self._merge(request, kept, merged, form.cleaned_data["reason"])
            return HttpResponseRedirect(admin_url(kept) if done else request.get_full_path())
        address = merge_url(self, records)
        context = {
            **self.admin_site.each_context(request),
            "title": f"合并{self.opts.verbose_name}",
            "opts": self.opts,
            "media": self.media,
            "form": form,
            "records": [(each, admin_url(each), f"{address}&keep={each.pk}") for each in records],
            "kept": kept,
            "rows": compare(records),
            "previews": [(each, preview(kept, each)) for each in merged],
            "action_url": f"{address}&keep={kept.pk}",
            "back": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"),
        }
        return TemplateResponse(request, "admin/people/merge.html", context)

    def _merge(
        self, request: HttpRequest, kept: models.Model, merged: list[models.Model], reason: str
    ) -> bool:
        try:
            with transaction.atomic():
                done = [merge(kept, each, request.user, reason) for each in merged]
                for record, each in zip(done, merged, strict=True):
                    log_step(request, [kept, each], f"{record}。理由：{reason}")
        except MergeRefused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return False
        for record in done:
            told = format_html(
                '已将{}。{}<a href="{}">撤销</a>', record, record.outcome, admin_url(record, "undo")
            )
            self.message_user(request, told, messages.SUCCESS)
        return True


def log_step(request: HttpRequest, records: Iterable[models.Model], message: str) -> None:
    """Into the history of each record; that of a merged one is read where its merge is shown."""
    for record in records:
        LogEntry.objects.log_actions(request.user.pk, [record], CHANGE, message, single_object=True)
