"""The passages that mean a record, in its admin; each may be taken off and given to another record."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import format_html

from articles.admin.mention import ARTICLE_TEXTS, context_of
from articles.models import Mention
from articles.splitting import WAYS, Way, find_way, split
from events.admin import EventAdmin
from people.admin import OrganisationAdmin, PersonAdmin
from people.admin.merging import ReasonForm, log_step, record_select
from people.admin.tools import Tool
from people.merging import MergeRefused
from unioncms.admin_site import admin_link, admin_url, may
from unioncms.paging import page_of
from unioncms.queues import is_key

SIZE = 50


def may_see(model_admin: admin.ModelAdmin, request: HttpRequest, record: models.Model | None) -> bool:
    sees_passages = all(may(request, way.model) for way in WAYS[model_admin.model])
    return model_admin.has_view_permission(request, record) and sees_passages


def may_split(model_admin: admin.ModelAdmin, request: HttpRequest, way: Way) -> bool:
    return model_admin.has_change_permission(request) and may(request, way.model, "change")


def show_passages(model_admin: admin.ModelAdmin, request: HttpRequest, record: models.Model) -> HttpResponse:
    """The passages of one kind, newest article first; with ?row= the page on which one is taken off."""
    ways = WAYS[type(record)]
    way = find_way(record, request.GET.get("kind", "")) or ways[0]
    if "row" in request.GET:
        return _show_split(model_admin, request, record, way)
    rows = way.rows(record).select_related("article").defer(*(f"article__{name}" for name in ARTICLE_TEXTS))
    rows = rows.order_by(models.F("article__published_on_earliest").desc(nulls_last=True), "article", "pk")
    page = page_of(request, rows, SIZE)
    address = admin_url(record, "passages")
    context = _context(model_admin, request, record, f"{record}：出处") | {
        "kinds": [
            {
                "label": each.model._meta.verbose_name,
                "count": each.rows(record).count(),
                "url": f"{address}?kind={each.model._meta.model_name}",
                "is_current": each is way,
            }
            for each in ways
        ],
        "page": page,
        "rows": [
            (row, _where(row), f"{address}?kind={way.model._meta.model_name}&row={row.pk}") for row in page
        ],
        "may_split": may_split(model_admin, request, way),
    }
    return TemplateResponse(request, "admin/articles/passages.html", context)


def _where(row: models.Model):
    """The words of a passage as printed."""
    if isinstance(row, Mention):
        return context_of(row)
    return getattr(row, "passage", "") or format_html(
        '<span class="quiet">{}</span> {}', row._meta.verbose_name, row
    )


def _context(model_admin: admin.ModelAdmin, request: HttpRequest, record: models.Model, title: str) -> dict:
    return {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.opts,
        "original": record,
        "record_url": admin_url(record),
        "address": admin_url(record, "passages"),
    }


class SplitForm(ReasonForm):
    """To whom the passage goes: a record that is there, or a new one."""

    field_order = ["target", "name", "reason"]

    def __init__(self, model_admin: admin.ModelAdmin, request: HttpRequest, *args, **kwargs):
        super().__init__(*args, **kwargs)
        what = model_admin.opts.verbose_name
        self.fields["target"] = forms.ModelChoiceField(
            model_admin.get_queryset(request),
            required=False,
            label=f"拆到已有的{what}",
            widget=record_select(model_admin),
            error_messages={"invalid_choice": "没有这条记录。"},
        )
        if model_admin.has_add_permission(request):
            column = model_admin.model._meta.get_field("name")
            self.fields["name"] = forms.CharField(
                required=False,
                max_length=column.max_length,
                label=f"或拆到新建的{what}",
                help_text="选了上面已有的记录，就不新建。",
                widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
            )
        self.fields["reason"].help_text = "会记入合并与拆分的记录，如 同名同姓，不是一人。"
        self.order_fields(self.field_order)

    def clean(self):
        cleaned = super().clean()
        if "target" not in self.errors and not cleaned.get("target") and not cleaned.get("name"):
            self.add_error("target", "请选择已有的记录，或填写新建的名称。")
        return cleaned


def _show_split(
    model_admin: admin.ModelAdmin, request: HttpRequest, record: models.Model, way: Way
) -> HttpResponse:
    if not may_split(model_admin, request, way):
        raise PermissionDenied
    key = request.GET["row"]
    row = way.rows(record).select_related("article").filter(pk=key if is_key(key) else None).first()
    back = f"{admin_url(record, 'passages')}?kind={way.model._meta.model_name}"
    if row is None:
        model_admin.message_user(request, "这一处已不在这条记录名下。", messages.WARNING)
        return HttpResponseRedirect(back)
    sent = request.POST if request.method == "POST" else None
    form = SplitForm(model_admin, request, sent, initial={"name": getattr(row, way.name)})
    if form.is_valid() and _split(model_admin, request, record, way, row, form.cleaned_data):
        return HttpResponseRedirect(back)
    context = _context(model_admin, request, record, "拆出一处") | {
        "media": model_admin.media + form.media,
        "form": form,
        "row": row,
        "where": _where(row),
        "back": back,
    }
    return TemplateResponse(request, "admin/articles/split.html", context)


def _split(model_admin, request: HttpRequest, record: models.Model, way: Way, row, chosen: dict) -> bool:
    reason = chosen["reason"]
    try:
        with transaction.atomic():
            done = split(way, row.pk, record, chosen["target"], request.user, reason, chosen.get("name", ""))
            target = type(record).objects.get(pk=done.to_key)
            log_step(request, [record, target], f"{done}。理由：{reason}")
    except MergeRefused as refusal:
        model_admin.message_user(request, str(refusal), messages.ERROR)
        return False
    told = format_html(
        '已从“{}”拆出一处，归入“{}”。{}<a href="{}">撤销</a>',
        record,
        admin_link(target),
        done.outcome,
        admin_url(done, "undo"),
    )
    model_admin.message_user(request, told, messages.SUCCESS)
    return True


# People and events stand below articles, so that their forms get this page from here.
for register in (PersonAdmin, OrganisationAdmin, EventAdmin):
    register.tools = (*register.tools, Tool("passages", "出处与拆分", may_see, show_passages))
