"""No edit is lost to another editor's: a form that was opened before somebody else saved is not saved over it.

A change form carries digests of what was stored when it was opened, one a field and one an inline. When it comes back
the record is locked, and they are compared with what is stored by then. Where that is the same, the form is saved as
ever. Otherwise nothing is saved: the form comes again with both, what only the other editor changed already in it, what
was typed kept, and digests of what is stored now, so that saving again is a decision.

Digests are keyed and unsigned: who forges one, or sends none as no form of ours does, gives up a warning that was for
himself.
"""

import base64
import re
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.contrib.admin.helpers import InlineAdminFormSet
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.admin.options import TO_FIELD_VAR
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.contenttypes.models import ContentType
from django.db import models, router, transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.crypto import salted_hmac
from django.utils.decorators import method_decorator
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_protect

from unioncms.differences import Run, marked
from unioncms.sent_values import FieldPart, RowsPart

OPENED = "_opened"  # the hidden input
MOST_EDITORS = 5
LONGEST_SAME = 120  # characters that both have and that are shown in a row
MILLISECONDS = re.compile(r"\d{1,13}", re.ASCII)

Part = FieldPart | RowsPart


def parts_of(form: ModelForm, inlines: list[InlineAdminFormSet]) -> list[Part]:
    """What an editor may change in a form."""
    fields = [FieldPart(form, name) for name, each in form.fields.items() if not each.disabled]
    rows = [
        RowsPart(inline)
        for inline in inlines
        if inline.has_add_permission or inline.has_change_permission or inline.has_delete_permission
    ]
    return fields + rows


def token_of(parts: list[Part]) -> str:
    """When a form was opened, and what was stored then."""
    seen = " ".join(f"{part.name}:{_digest(part.stored)}{_digest(part.shown)}" for part in parts)
    return f"{now().timestamp() * 1000:.0f} {seen}"


def _digest(value: object) -> str:
    found = salted_hmac("unioncms.stale_forms", repr(value), algorithm="sha256").digest()
    return base64.urlsafe_b64encode(found[:9]).decode()


@dataclass(frozen=True, slots=True)
class Difference:
    """One part in which two editors differ: the older of two texts and the newer, in (kind, run) parts."""

    label: str
    old: list[Run]
    new: list[Run]
    remark: str = ""


@dataclass
class Collision:
    """What stands against saving a form, and what the form that comes instead is filled with."""

    opened_at: datetime | None
    both: list[Difference] = field(default_factory=list)  # stored, and typed
    theirs: list[Difference] = field(default_factory=list)  # as opened, and stored
    rows: list[Difference] = field(default_factory=list)  # stored, and typed, which no longer fit the form
    typed: dict[str, object] = field(default_factory=dict)  # by the name of the field, as its widget read it
    kept_rows: set[str] = field(default_factory=set)  # prefixes of inlines that only this editor changed
    files: list[str] = field(default_factory=list)  # labels: a browser lets nobody fill them in again

    def __bool__(self) -> bool:
        return bool(self.both or self.theirs or self.rows)


def collide(parts: list[Part], request: HttpRequest) -> Collision:
    """What was sent against what is stored, each measured by what was stored when the form was opened."""
    opened_at, *seen = request.POST.get(OPENED, "").split(" ")
    opened = dict(each.rpartition(":")[::2] for each in seen)
    collision = Collision(
        datetime.fromtimestamp(int(opened_at) / 1000, UTC) if MILLISECONDS.fullmatch(opened_at) else None
    )
    for part in parts:
        sent = part.sent(request)
        if sent is None or sent == part.stored:
            continue
        before = opened.get(part.name, "")
        is_touched = before[: len(before) // 2] != _digest(sent)
        is_stale = before != _digest(part.stored) + _digest(part.shown)
        if is_stale:
            _note(collision, part, sent, is_touched)
        if is_touched:
            _keep(collision, part, request, is_stale)
    return collision


def _note(collision: Collision, part: Part, sent, is_touched: bool) -> None:
    stored, typed = part.words(part.stored, sent)
    if not is_touched:
        collision.theirs.append(_difference(part, typed, stored))
    elif part.is_rows:
        collision.rows.append(_difference(part, stored, typed))
    else:
        collision.both.append(_difference(part, stored, typed))


def _difference(part: Part, old: str, new: str) -> Difference:
    runs = [(kind, _shortened(run) if kind == "same" else run) for kind, run in marked(old, new)]
    remark = ""
    if old == new:
        remark = "看得到的文字相同。" if part.is_rows else "文字相同，格式不同。"
    return Difference(
        part.label,
        [run for run in runs if run[0] != "added"],
        [run for run in runs if run[0] != "removed"],
        remark,
    )


def _shortened(run: str) -> str:
    half = LONGEST_SAME // 2
    return run if len(run) <= LONGEST_SAME else f"{run[:half]}……{run[-half:]}"


def _keep(collision: Collision, part: Part, request: HttpRequest, is_stale: bool) -> None:
    if part.is_rows:
        if not is_stale:
            collision.kept_rows.add(part.formset.prefix)
    elif part.is_file:
        collision.files.append(part.label)
    else:
        collision.typed[part.name] = part.raw(request)


class RefusesStaleSaves:
    """For the admin of any record: its change form."""

    @method_decorator(csrf_protect)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        to_field = request.POST.get(TO_FIELD_VAR, request.GET.get(TO_FIELD_VAR))
        is_change = request.method == "POST" and object_id is not None and "_saveasnew" not in request.POST
        if not is_change or (to_field and not self.to_field_allowed(request, to_field)):
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic(using=router.db_for_write(self.model)):
            record = self._locked(self.get_object(request, unquote(object_id), to_field))
            if not self.has_change_permission(request, record):
                return super().changeform_view(request, object_id, form_url, extra_context)
            if record is None:
                return self._say_gone(request, object_id)
            if OPENED not in request.POST:
                return super().changeform_view(request, object_id, form_url, extra_context)
            parts = parts_of(*self._unsent(request, record))
            collision = collide(parts, request)
            if not collision:
                opened = {"opened": token_of(parts), **(extra_context or {})}
                return super().changeform_view(request, object_id, form_url, opened)
            unsent = copy(request)
            unsent.method, unsent.collision = "GET", collision
            return super().changeform_view(unsent, object_id, form_url, extra_context)

    def _locked(self, record: models.Model | None) -> models.Model | None:
        """The record as it is stored once no other save of it is under way; None where there is none by then."""
        if record is not None:
            try:
                record.refresh_from_db(from_queryset=self.model._base_manager.select_for_update(no_key=True))
            except self.model.DoesNotExist:
                return None
        return record

    def _unsent(self, request: HttpRequest, record: models.Model) -> tuple[ModelForm, list]:
        """The form of `record` and its inlines as they would be opened now."""
        unsent = copy(request)
        unsent.method = "GET"
        names = flatten_fieldsets(self.get_fieldsets(unsent, record))
        form = self.get_form(unsent, record, change=True, fields=names)(instance=record)
        formsets, inlines = self._create_formsets(unsent, record, change=True)
        return form, self.get_inline_formsets(unsent, formsets, inlines, record)

    def get_formset_kwargs(self, request, obj, inline, prefix):
        arguments = super().get_formset_kwargs(request, obj, inline, prefix)
        collision = getattr(request, "collision", None)
        if collision and prefix in collision.kept_rows:
            arguments |= {"data": request.POST.copy(), "files": request.FILES}
        return arguments

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and self.has_change_permission(request, obj):
            form = context["adminform"].form
            if "opened" not in context:
                context["opened"] = token_of(parts_of(form, context["inline_admin_formsets"]))
            if collision := getattr(request, "collision", None):
                form.initial |= collision.typed
                context |= {"collision": collision, "editors": self._editors_since(request, obj, collision)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _editors_since(
        self, request: HttpRequest, record: models.Model, collision: Collision
    ) -> list[LogEntry]:
        """The last entry of each who has saved the record since, the newest first."""
        entries = self._history(record.pk)
        if collision.opened_at:
            entries = entries.filter(action_time__gte=collision.opened_at)
        found = {}
        for entry in entries[: 4 * MOST_EDITORS]:
            found.setdefault(entry.user_id, entry)
        return list(found.values())[:MOST_EDITORS]

    def _history(self, key: object) -> models.QuerySet[LogEntry]:
        kind = ContentType.objects.get_for_model(self.model, for_concrete_model=False)
        entries = LogEntry.objects.filter(content_type=kind, object_id=str(key))
        return entries.select_related("user").order_by("-action_time", "-pk")

    def _say_gone(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What was typed into the form of a record that somebody has deleted meanwhile, for copying it."""
        parts = parts_of(*self._unsent(request, self.model()))
        typed = [(part.label, *part.words(sent)) for part in parts if (sent := part.sent(request))]
        way_on = self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": f"{self.opts.verbose_name}已经不在了",
            "opts": self.opts,
            "typed": typed,
            "deletion": self._history(unquote(object_id)).filter(action_flag=DELETION).first(),
            "way_on": way_on.url,
        }
        return TemplateResponse(request, "admin/gone.html", context, status=404)
