"""What an editor does to the register in the admin is announced; what came of it is shown and kept in the history."""

from copy import copy

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import models, transaction
from django.http import HttpRequest

from unioncms.changes import Kind, Outcome, announce, names_of


class AnnouncesChanges:
    """For the admin of a record that names in articles can mean.

    `announced_through` names the link to that record where a row only says something of it: an alias, a post held.
    """

    announced_through = ""

    def subjects_of(self, rows) -> list[models.Model]:
        """The records that `rows` are or belong to."""
        if not self.announced_through:
            return list(rows)
        return [subject for row in rows if (subject := getattr(row, self.announced_through))]

    def save_model(self, request, obj, form, change):
        before = self.subjects_of(self.model._base_manager.filter(pk=obj.pk)) if change else []
        form.subjects_before, form.names_before = before, names_of(before)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change and not (form.has_changed() or any(formset.has_changed() for formset in formsets)):
            return
        subjects = self.subjects_of([form.instance])
        after = names_of(subjects)
        if self.announced_through:
            kind = Kind.EDITED
        elif change:
            kind = Kind.EDITED if after == form.names_before else Kind.RENAMED
        else:
            kind = Kind.ADDED
        outcome = self._announce(kind, {*form.subjects_before, *subjects}, form.names_before | after)
        self._tell(request, outcome, [form.instance])

    def delete_model(self, request, obj):
        self._delete(request, [obj], lambda: super(AnnouncesChanges, self).delete_model(request, obj))

    def delete_queryset(self, request, queryset):
        rows = list(queryset)
        self._delete(request, rows, lambda: super(AnnouncesChanges, self).delete_queryset(request, queryset))

    def _delete(self, request, rows, delete) -> None:
        with transaction.atomic():
            gone = [copy(row) for row in rows]  # deleting takes their keys away
            subjects = self.subjects_of(rows)
            names = names_of(subjects)
            is_subject = not self.announced_through
            released = self._announce(Kind.DELETING, subjects, names) if is_subject else Outcome()
            subjects = [copy(subject) for subject in subjects]
            delete()
            kind = Kind.DELETED if is_subject else Kind.EDITED
            self._tell(request, released + self._announce(kind, subjects, names), gone)

    def _announce(self, kind: Kind, subjects, names: set[str]) -> Outcome:
        if not subjects:
            return Outcome()
        model = type(next(iter(subjects)))
        return announce(kind, model, names, {subject.pk for subject in subjects})

    def _tell(self, request: HttpRequest, outcome: Outcome, rows) -> None:
        if not outcome:
            return
        self.message_user(request, str(outcome), messages.INFO)
        LogEntry.objects.log_actions(
            request.user.pk, rows, CHANGE, change_message=str(outcome), single_object=len(rows) == 1
        )
