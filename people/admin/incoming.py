"""导入表格: a spreadsheet into a list of the register; what each row changes is shown before it is stored."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.crypto import get_random_string
from import_export.resources import ModelResource

from people.resources.cells import Fixed
from people.sheets import MOST_CHANGES, Reading, State, bring_in
from unioncms.admin_site import list_url
from unioncms.announcing import AnnouncesChanges
from unioncms.changes import Kind, Outcome, announce, names_of
from unioncms.sheets import MEGABYTE, MOST_BYTES, MOST_ROWS, SheetRefused

KEPT_FOR = 3600  # seconds between the look and the confirmation
SHOWN = 500  # rows of one kind on the page
LONGEST_NAME = 100
CHANGED_SINCE = "您核对以后登记表又有改动，这次没有导入。请按现在的情况再核对一次。"
HEADINGS = {
    State.REFUSED: "不能导入",
    State.CHANGED: "将修改",
    State.NEW: "将新增",
    State.SAME: "没有变化",
}


class SheetForm(forms.Form):
    file = forms.FileField(
        label="表格文件",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text=f"CSV 或 XLSX，不超过 {MOST_BYTES // MEGABYTE} MB、{MOST_ROWS} 行；"
        f"一次最多新增和修改 {MOST_CHANGES} 行。",
        error_messages={"required": "请选择文件。", "empty": "文件是空的。"},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(f"文件超过 {MOST_BYTES // MEGABYTE} MB，请分成几个文件。")
        return file


@dataclass(frozen=True, slots=True)
class Kept:
    """A file between the look and the confirmation: on the server, for the editor who brought it, and for one list."""

    model: str
    name: str
    data: bytes
    digest: str


class TakesSheets:
    """For the admin of a record with `resource_class`, its columns."""

    resource_class: type[ModelResource]

    def get_urls(self):
        view = self.admin_site.admin_view(self.import_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_import"
        return [path("import/", view, name=name), *super().get_urls()]

    def may_import(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and self.has_change_permission(request)

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"may_import": self.may_import(request), **(extra_context or {})}
        )

    def import_view(self, request: HttpRequest) -> HttpResponse:
        if not self.may_import(request):
            raise PermissionDenied
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        if "token" in request.POST:
            return self._confirm(request)
        form = SheetForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["file"]
            name = "".join(filter(str.isprintable, file.name))[:LONGEST_NAME]
            try:
                return self._show(request, name, file.read())
            except SheetRefused as refused:
                form.add_error("file", str(refused))
        return self._page(request, "import_form", {"form": form})

    def _show(self, request: HttpRequest, name: str, data: bytes, notice: str = "") -> HttpResponse:
        """What each row would change, and the button that does it, if all rows are in order."""
        reading = bring_in(self.resource_class, data, request.user, is_trial=True)
        token = ""
        if reading.changes and not reading.is_refused:
            token = get_random_string(32)
            kept = Kept(self.opts.label_lower, name, data, reading.digest)
            cache.set(_cache_key(request, token), kept, KEPT_FOR)
        parts = [_part(reading, state) for state in HEADINGS if reading.counts[state]]
        context = {"name": name, "reading": reading, "parts": parts, "token": token, "notice": notice}
        return self._page(request, "import_look", context)

    def _confirm(self, request: HttpRequest) -> HttpResponse:
        """Do what was shown. Whoever takes the kept file out of the cache has it alone."""
        key = _cache_key(request, request.POST["token"])
        kept = cache.get(key)
        here = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_import")
        if kept is None or kept.model != self.opts.label_lower or not cache.delete(key):
            self.message_user(request, "这份表格已经导入，或搁置太久，请重新上传。", messages.WARNING)
            return HttpResponseRedirect(here)
        try:
            with transaction.atomic():
                reading = bring_in(self.resource_class, kept.data, request.user, is_trial=False)
                is_as_shown = reading.digest == kept.digest and not reading.is_refused
                if is_as_shown:
                    outcome = self._follow(request, kept.name, reading)
                else:
                    transaction.set_rollback(True)
            if not is_as_shown:
                return self._show(request, kept.name, kept.data, CHANGED_SINCE)
        except IntegrityError:  # somebody has just written what a row would add
            return self._show(request, kept.name, kept.data, CHANGED_SINCE)
        except SheetRefused as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return HttpResponseRedirect(here)
        counts = reading.counts
        self.message_user(
            request,
            f"已导入《{kept.name}》：新增 {counts[State.NEW]} 条，修改 {counts[State.CHANGED]} 条，"
            f"{counts[State.SAME]} 条没有变化。{outcome}",
            messages.SUCCESS,
        )
        return HttpResponseRedirect(list_url(self.model))

    def _page(self, request: HttpRequest, template: str, context: dict) -> HttpResponse:
        resource = self.resource_class()
        fields = resource.fields.values()
        unread = [each.column_name for each in fields if each.readonly and not isinstance(each, Fixed)]
        context = {
            **self.admin_site.each_context(request),
            "title": f"导入表格：{self.opts.verbose_name}",
            "opts": self.opts,
            "media": self.media,
            "columns": resource.get_export_headers(),
            "unread": [column for column in unread if column != "编号"],
            "fixed": [each.column_name for each in fields if isinstance(each, Fixed)],
            **context,
        }
        return TemplateResponse(request, f"admin/people/{template}.html", context)

    # After the rows are written, as after a form

    def _follow(self, request: HttpRequest, name: str, reading: Reading) -> Outcome:
        new, changed = reading.rows(State.NEW), reading.rows(State.CHANGED)
        outcome = self._announce_rows(reading) if isinstance(self, AnnouncesChanges) else Outcome()
        _log(request, [row.instance for row in new], ADDITION, f"导入表格《{name}》。")
        for columns, rows in groupby(sorted(changed, key=_columns), key=_columns):
            message = f"导入表格《{name}》：修改 {columns}。"
            _log(request, [row.instance for row in rows], CHANGE, message)
        return outcome

    def _announce_rows(self, reading: Reading) -> Outcome:
        """New records together, and edited ones; a renamed one alone, since what it lets go depends on its names."""
        new = [row.instance for row in reading.rows(State.NEW)]
        changed = [row.instance for row in reading.rows(State.CHANGED)]
        if self.announced_through:
            return _announce_all(Kind.EDITED, set(self.subjects_of([*new, *changed])))
        before = reading.resource.names_before
        kinds: dict[Kind, list[models.Model]] = defaultdict(list, {Kind.ADDED: new})
        outcome = Outcome()
        for record in changed:
            if record.name in before[record.pk]:
                kinds[Kind.EDITED].append(record)
            else:
                outcome += _announce_all(Kind.RENAMED, [record], before[record.pk])
        for kind, records in kinds.items():
            outcome += _announce_all(kind, records)
        return outcome


def _announce_all(kind: Kind, records, names_before: frozenset | set = frozenset()) -> Outcome:
    if not records:
        return Outcome()
    model = type(next(iter(records)))
    return announce(kind, model, names_of(records) | names_before, {record.pk for record in records})


def _columns(row) -> str:
    return "、".join(row.changes)


def _log(request: HttpRequest, records: list[models.Model], flag: int, message: str) -> None:
    if records:
        LogEntry.objects.log_actions(request.user.pk, records, flag, change_message=message)


def _cache_key(request: HttpRequest, token: str) -> str:
    return (
        f"sheet-{request.user.pk}-{token if token.isalnum() and token.isascii() and len(token) == 32 else ''}"
    )


def _part(reading: Reading, state: State) -> dict:
    lines = reading.of(state)
    return {"state": state.value, "heading": HEADINGS[state], "count": len(lines), "lines": lines[:SHOWN]}
