"""The admin site of the newsroom, and what the admin of every record shares."""

from datetime import datetime

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.utils import quote
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.views.main import ERROR_FLAG, ChangeList
from django.contrib.admin.widgets import AdminSplitDateTime, RelatedFieldWidgetWrapper
from django.contrib.auth import get_permission_codename
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import ModelMultipleChoiceField
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from unioncms.admin_addresses import RecordSelect, fitting_initial, refuse_nul
from unioncms.changes import Kind, announce, names_of
from unioncms.fields import ImpreciseDateModelForm, imprecise_date_columns, imprecise_date_form
from unioncms.queue_pages import QueuePages
from unioncms.stale_forms import RefusesStaleSaves

# Apps whose records stand with those of another.
GUESTS = {"taggit": "articles", "auth": "people"}


def _menu_order(model_admin: admin.ModelAdmin) -> int:
    return getattr(model_admin, "menu_order", 90)


class LabelledAutocompleteView(AutocompleteJsonView):
    """Choices that tell two records of one name apart, where their admin knows how (`choice_label`)."""

    def serialize_result(self, record, to_field_name):
        label = getattr(self.model_admin, "choice_label", str)
        return super().serialize_result(record, to_field_name) | {"text": label(record)}


class UnionCMSAdminSite(QueuePages, admin.AdminSite):
    """The stock admin under the paper's own name, its index in the order of an editor's day."""

    site_title = "编辑部"
    index_title = "工作台"
    enable_nav_sidebar = True
    empty_value_display = "—"

    @property
    def site_header(self) -> str:
        return f"{settings.SITE_NAME} · 编辑部"

    def admin_view(self, view, cacheable=False):
        return super().admin_view(refuse_nul(view), cacheable)

    def get_app_list(self, request, app_label=None):
        """The apps, and their records by `menu_order`; tags and groups stand with what they belong to."""
        apps = {app["app_label"]: app for app in super().get_app_list(request)}
        orders = {
            model: getattr(model_admin, "menu_order", 90) for model, model_admin in self._registry.items()
        }
        for guest, host in GUESTS.items():
            if guest in apps and host in apps:
                apps[host]["models"] += apps.pop(guest)["models"]
                if app_label == guest:
                    app_label = host
        for app in apps.values():
            app["models"].sort(key=lambda entry: orders[entry["model"]])
        if app_label is not None:
            return [apps[app_label]] if app_label in apps else []
        return sorted(apps.values(), key=lambda app: orders[app["models"][0]["model"]])

    def index(self, request, extra_context=None):
        waiting = [queue for queue in self.find_queues(request) if queue["count"]]
        return super().index(request, {"queues": waiting, **(extra_context or {})})

    def find_queues(self, request: HttpRequest) -> list[dict]:
        """What waits for an editor, and how much of it: filtered lists first, then the queues of cards."""
        found = []
        for model, model_admin in sorted(self._registry.items(), key=lambda entry: _menu_order(entry[1])):
            for name, filters in getattr(model_admin, "queues", ()):
                if model_admin.has_view_permission(request):
                    count = model._default_manager.filter(**filters).count()
                    found.append(
                        {"name": name, "count": count, "url": f"{list_url(model)}?{urlencode(filters)}"}
                    )
        return found + self.registered_queues(request)

    def autocomplete_view(self, request):
        return LabelledAutocompleteView.as_view(admin_site=self)(request)


def unique_fields(constraint: models.BaseConstraint) -> list[str]:
    """The plain fields a uniqueness constraint is over; [] for any other constraint."""
    if not isinstance(constraint, models.UniqueConstraint):
        return []
    names = [getattr(expression, "name", "") for expression in constraint.expressions]
    return list(constraint.fields) or (names if all(names) else [])


def plain_sentence(model: type[models.Model], constraint: models.BaseConstraint) -> str:
    """What an editor reads when the database would refuse: Django's sentence gives the code name."""
    if constraint.violation_error_message != constraint.default_violation_error_message:
        return constraint.violation_error_message
    if isinstance(constraint, models.UniqueConstraint):
        labels = "、".join(
            str(model._meta.get_field(name).verbose_name) for name in unique_fields(constraint)
        )
        return f"已有{labels}相同的{model._meta.verbose_name}，不能重复。"
    return "这些内容互相矛盾，请检查后再保存。"


class RecordForm(ImpreciseDateModelForm):
    """A record's form; the constraints over its imprecise dates are checked like those over other fields."""

    def clean(self):
        """Browsers end lines with CRLF; kept, every text of several lines would count as changed by an editor."""
        cleaned = super().clean() or self.cleaned_data
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = value.replace("\r\n", "\n")
        return cleaned

    def _update_errors(self, errors):
        model = self._meta.model
        sentences = {
            constraint.get_violation_error_message(): plain_sentence(model, constraint)
            for constraint in model._meta.constraints
        }
        for problems in getattr(errors, "error_dict", {}).values():
            for problem in problems:
                problem.message = sentences.get(problem.message, problem.message)
        super()._update_errors(errors)

    def _get_validation_exclusions(self):
        columns = {
            f"{composite.name}_{part}"
            for composite in getattr(self._meta.model, "imprecise_dates", ())
            if composite.name in self.fields
            for part in ("earliest", "latest", "precision")
        }
        return super()._get_validation_exclusions() - columns


class RecordFormSet(BaseInlineFormSet):
    """Rows that the database would refuse get a sentence.

    Django leaves out of a row's checks every constraint over the link to the form's own record.
    """

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "删除这一行"

    def clean(self):
        super().clean()
        rows = [form for form in self.forms if self._is_kept(form)]
        for constraint in self.model._meta.constraints:
            if names := unique_fields(constraint):
                self._check_repeats(rows, [name for name in names if name != self.fk.name])
            elif self.fk.name in getattr(
                getattr(constraint, "condition", None), "referenced_base_fields", ()
            ):
                self._check_rows(rows, constraint)

    def _is_kept(self, form) -> bool:
        is_there = form.instance.pk or form.has_changed()
        return is_there and not form.errors and form not in self.deleted_forms

    def _check_repeats(self, rows, names: list[str]) -> None:
        seen = set()
        for form in rows:
            key = tuple(getattr(form.instance, self.model._meta.get_field(name).attname) for name in names)
            if None not in key and key in seen:
                form.add_error(None, "与前面一行重复。")
            seen.add(key)

    def _check_rows(self, rows, constraint: models.BaseConstraint) -> None:
        for form in rows:
            if form.has_changed():
                try:
                    constraint.validate(self.model, form.instance)
                except ValidationError:
                    form.add_error(None, plain_sentence(self.model, constraint))


class RecordOptions:
    """What lists, forms and inlines of our records share: each imprecise date is one input and one column."""

    form = RecordForm

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A link offers to add a record and to open the chosen one; deleting it here is too easy a slip."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_delete_related = False
            if isinstance(self, admin.TabularInline):
                widget.can_change_related = widget.can_view_related = False
        if isinstance(
            widget, AdminSplitDateTime
        ):  # its two inputs stand under one label, which names neither
            for part, name in zip(widget.widgets, ("日期", "时间"), strict=True):
                part.attrs["aria-label"] = f"{field.label}：{name}"
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RecordSelect(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def __init__(self, *args):
        super().__init__(*args)
        composites = getattr(self.model, "imprecise_dates", ())
        if not composites:
            return
        self.form = imprecise_date_form(self.model, base=self.form)
        self.exclude = [*(self.exclude or ()), *imprecise_date_columns(self.model)]
        for composite in composites:
            if not hasattr(self, composite.name):
                setattr(self, composite.name, _date_column(composite.name, composite.verbose_name))


def flag_column(name: str, label: str, ordering: bool = True):
    """A column that speaks only where the flag is set: a list of red crosses for "not incomplete" alarms."""

    @admin.display(description=label, ordering=name if ordering else None, empty_value="")
    def show(record):
        return format_html('<span class="flag">{}</span>', label) if getattr(record, name) else ""

    return show


def _name_input(field) -> None:
    widget = getattr(field.widget, "widget", field.widget)
    widget.attrs["aria-label"] = str(field.label)


def _date_column(name: str, label: str):
    @admin.display(description=label, ordering=f"{name}_earliest")
    def show(record):
        # A form shows a read-only None as the word.
        return getattr(record, name) or UnionCMSAdminSite.empty_value_display

    return show


class RecordList(ChangeList):
    def get_queryset(self, request, exclude_parameters=None):
        return self.model_admin.for_list(super().get_queryset(request, exclude_parameters))


class RecordAdmin(RefusesStaleSaves, RecordOptions, admin.ModelAdmin):
    """The admin of a record.

    `menu_order` is its place on the index; `queues` are what waits for an editor: a name and a filter.
    """

    menu_order = 90
    queues: tuple[tuple[str, dict[str, str]], ...] = ()
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    save_on_top = True

    def get_queryset(self, request):
        """With the records that a row's own name is made of, for choices as much as for lists."""
        queryset = super().get_queryset(request)
        return queryset.select_related(*self.list_select_related) if self.list_select_related else queryset

    def for_list(self, queryset: models.QuerySet) -> models.QuerySet:
        """What the rows of the list show beyond their own columns."""
        return queryset

    def get_view_on_site_url(self, obj=None):
        """The record's public page, where it has one and readers may see it."""
        if obj is None or not hasattr(obj, "get_absolute_url"):
            return None
        records = type(obj).objects
        seen = records.published() if hasattr(records, "published") else records.public()
        return obj.get_absolute_url() if seen.filter(pk=obj.pk).exists() else None

    def changelist_view(self, request, extra_context=None):
        try:
            return super().changelist_view(
                request, {"title": self.opts.verbose_name_plural, **(extra_context or {})}
            )
        except OverflowError:  # a year that no calendar has; what else it cannot read Django answers so too
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")

    def get_changeform_initial_data(self, request):
        return fitting_initial(self.model, super().get_changeform_initial_data(request))

    def get_changelist(self, request, **kwargs):
        return RecordList


class RecordInline(RecordOptions, admin.TabularInline):
    formset = RecordFormSet
    extra = 0
    show_change_link = False

    def __init__(self, *args):
        super().__init__(*args)
        for field in self.form.declared_fields.values():
            _name_input(field)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The head of a column is no label to a screen reader."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            _name_input(field)
        return field


class ReadOnly:
    """Shown and never changed here: provenance, and what a machine or a signature froze."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.action(description="标记为已核", permissions=["change"])
def mark_checked(model_admin: admin.ModelAdmin, request: HttpRequest, queryset: models.QuerySet) -> None:
    """Take what an import made out of the queue of records to check."""
    waiting = list(queryset.filter(is_provisional=True).order_by())
    for record in waiting:
        record.is_provisional = False
        record.save(update_fields=["is_provisional"])
        model_admin.log_change(request, record, "标记为已核。")
    outcome = announce(Kind.CHECKED, queryset.model, names_of(waiting), {record.pk for record in waiting})
    name = model_admin.opts.verbose_name
    model_admin.message_user(request, f"已将 {len(waiting)} 条{name}标记为已核。{outcome}")


def moment(at: datetime) -> str:
    return date_format(localtime(at), "Y-m-d H:i")


def admin_url(record: models.Model, view: str = "change") -> str:
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{view}", args=[quote(record.pk)])


def list_url(model: type[models.Model]) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def admin_link(record: models.Model | None, text: str = "") -> SafeString | str:
    if record is None:
        return ""
    return format_html('<a href="{}">{}</a>', admin_url(record), text or str(record))


def link_list(links, more: str = "") -> SafeString | str:
    """Links as a list, with a sentence where it was cut short."""
    items = format_html_join("", "<li>{}</li>", ((link,) for link in links))
    if not items:
        return ""
    tail = format_html('<li class="more">{}</li>', more) if more else ""
    return format_html('<ul class="link-list">{}{}</ul>', items, tail)


def may(request: HttpRequest, model: type[models.Model], action: str = "view") -> bool:
    options = model._meta
    return request.user.has_perm(f"{options.app_label}.{get_permission_codename(action, options)}")


_ACTIONS = {"add": "添加", "change": "修改", "delete": "删除", "view": "查看"}


class PermissionField(ModelMultipleChoiceField):
    """Permissions in Chinese: Django stores their names in English, whatever the language.

    Those over the machinery, which has no place in the admin, are not offered.
    """

    def __init__(self, queryset, **kwargs):
        apps = ["admin", "axes", "contenttypes", "django_tasks_database", "sessions"]
        machinery = models.Q(content_type__app_label__in=apps)
        machinery |= models.Q(content_type__model__in=["permission", "taggeditem"])
        super().__init__(queryset.exclude(machinery).select_related("content_type"), **kwargs)

    def label_from_instance(self, permission) -> str:
        action = _ACTIONS.get(permission.codename.split("_")[0])
        kind = permission.content_type
        model = kind.model_class()
        what = model._meta.verbose_name if model else kind.model
        stock = (
            model is not None and permission.codename == f"{permission.codename.split('_')[0]}_{kind.model}"
        )
        app = model._meta.app_config.verbose_name if model else kind.app_label
        return f"{app} | {what} | {action if action and stock else permission.name}"
