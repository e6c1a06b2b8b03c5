"""What a form holds in the terms in which a browser sends it: stored and sent can be told apart, and read side by side.

A value is a tuple of texts: none for an empty input, several for a choice of many. What a browser or an editor's widget
changes on the way, ends of lines and blanks about it, is no difference.
"""

from collections.abc import Iterable

from django import forms
from django.contrib.admin.helpers import InlineAdminFormSet
from django.core.exceptions import FieldDoesNotExist
from django.forms.formsets import ManagementForm
from django.http import HttpRequest
from django.utils.choices import flatten_choices

from unioncms.queues import is_key
from unioncms.richtext import RichTextFormField, plain_text

Texts = tuple[str, ...]
Row = dict[str, Texts]


class FieldPart:
    """One field of the form."""

    is_rows = False

    def __init__(self, form: forms.ModelForm, name: str):
        self.name = name
        self.label = str(form[name].label)
        self.field = form.fields[name]
        self.html_name = form.add_prefix(name)
        self.stored = _stored(form, name)
        self.shown = ()

    @property
    def is_file(self) -> bool:
        return self.field.widget.needs_multipart_form

    def raw(self, request: HttpRequest) -> object:
        """As the widget reads it, for putting it into the form again."""
        return self.field.widget.value_from_datadict(request.POST, request.FILES, self.html_name)

    def sent(self, request: HttpRequest) -> Texts | None:
        """None where nothing was sent that could replace what is stored."""
        raw = self.raw(request)
        return None if self.is_file and raw is None else _texts(self.field, raw)

    def words(self, *values: Texts) -> list[str]:
        """Each of `values` as an editor reads it."""
        names = _names(self.field, {text for value in values for text in value})
        return ["、".join(names.get(text, text) for text in value) for value in values]


class RowsPart:
    """The rows of an inline, as far as this editor may change them; in no order, since the database may know none."""

    is_rows = True

    def __init__(self, inline: InlineAdminFormSet):
        self.formset = inline.formset
        self.name = f"+{self.formset.prefix}"
        self.label = str(inline.opts.verbose_name_plural)
        self.may_change = inline.has_change_permission
        columns = [_column(self.formset.model, name) for name in inline.readonly_fields]
        self.fixed: dict[str, Row] = {}
        rows, shown = {}, []
        for form in self.formset.initial_forms:
            key = str(form.instance.pk)
            values = self._values((name, _stored(form, name)) for name in form.fields)
            self.fixed[key] = {
                name: value
                for name, value in values.items()
                if form.fields[name].disabled or not self.may_change
            }
            rows[key] = {name: value for name, value in values.items() if name not in self.fixed[key]}
            shown.append((key, *(getattr(form.instance, column) for column in columns if column)))
        self.stored = self._sorted(rows.items())
        self.shown = sorted(shown, key=str)  # what stands beside the inputs: a name may be rejected elsewhere

    def sent(self, request: HttpRequest) -> tuple | None:
        """The rows as sent; None where the form had none of them."""
        management = ManagementForm(request.POST, prefix=self.formset.prefix)
        if not management.is_valid():
            return None
        blank = self.formset.empty_form
        untouched = self._values((name, _stored(blank, name)) for name in blank.fields)
        rows = []
        for number in range(min(management.cleaned_data["TOTAL_FORMS"], self.formset.absolute_max)):
            prefix = f"{self.formset.prefix}-{number}"
            values = self._values(
                (
                    name,
                    _texts(
                        each, each.widget.value_from_datadict(request.POST, request.FILES, f"{prefix}-{name}")
                    ),
                )
                for name, each in blank.fields.items()
            )
            if number < management.cleaned_data["INITIAL_FORMS"]:
                key = request.POST.get(f"{prefix}-{self.formset.model._meta.pk.name}", "")
                rows.append((key, self._changeable(values)))
            elif values != untouched:
                rows.append(("", values))
        return self._sorted(rows)

    def _values(self, pairs: Iterable[tuple[str, Texts]]) -> Row:
        own = {self.formset.fk.name, self.formset.model._meta.pk.name}
        return {name: value for name, value in pairs if value and name not in own}

    def _changeable(self, values: Row) -> Row:
        return {name: value for name, value in values.items() if self.may_change or name == "DELETE"}

    @staticmethod
    def _sorted(rows: Iterable[tuple[str, Row]]) -> tuple:
        return tuple(sorted((key, tuple(sorted(row.items()))) for key, row in rows))

    def words(self, *values: tuple) -> list[str]:
        """Each of `values` as an editor reads it, a line for each row."""
        fields = self.formset.empty_form.fields
        tables = [[self.fixed.get(key, {}) | dict(row) for key, row in value] for value in values]
        names = {
            name: _names(field, {text for rows in tables for row in rows for text in row.get(name, ())})
            for name, field in fields.items()
        }

        def cell(name: str, field: forms.Field, value: Texts) -> str:
            if isinstance(field, forms.BooleanField):
                return str(field.label)
            return f"{field.label} {'、'.join(names[name].get(text, text) for text in value)}"

        return [
            "\n".join(
                " · ".join(cell(name, field, row[name]) for name, field in fields.items() if name in row)
                for row in rows
            )
            for rows in tables
        ]


def _stored(form: forms.BaseForm, name: str) -> Texts:
    """What the untouched input of a field sends back."""
    field = form.fields[name]
    value = field.prepare_value(form.get_initial_for_field(field, name))
    widget = getattr(field.widget, "widget", field.widget)  # the admin wraps the choice of a record
    if widget.needs_multipart_form:
        value = str(value or "")
    elif isinstance(widget, forms.MultiWidget):
        parts = value if isinstance(value, list | tuple) else widget.decompress(value)
        value = [each.format_value(part) for each, part in zip(widget.widgets, parts, strict=False)]
    elif not isinstance(value, bool):
        value = widget.format_value(value)
    return _texts(field, value)


def _texts(field: forms.Field, raw: object) -> Texts:
    if raw is None or raw is False:
        return ()
    parts = raw if isinstance(raw, list | tuple) else ["on" if raw is True else raw]
    return tuple(sorted(filter(None, (_text(field, part) for part in parts))))


def _text(field: forms.Field, part: object) -> str:
    text = "" if part is None else str(part).replace("\r\n", "\n").strip()
    if isinstance(field, RichTextFormField):
        return field.comparable(text)
    if getattr(field.widget, "input_type", "") == "text":  # which drops them
        text = text.replace("\n", "").replace("\r", "")
    return text


def _names(field: forms.Field, texts: set[str]) -> dict[str, str]:
    """What an editor calls what an input sends; one query for the records of a choice."""
    if not texts:
        return {}
    if isinstance(field, forms.ModelChoiceField):
        key = field.to_field_name or "pk"
        site = getattr(field.widget, "admin_site", None)
        records = field.queryset
        if site and site.is_registered(records.model):
            joined = site.get_model_admin(records.model).list_select_related
            records = records.select_related(*joined) if joined else records
        found = records.filter(**{f"{key}__in": [text for text in texts if is_key(text)]})
        labels = {str(field.prepare_value(each)): field.label_from_instance(each) for each in found}
        return dict.fromkeys(texts, "（已不在的记录）") | labels
    if isinstance(field, forms.ChoiceField):
        return {str(value): str(label) for value, label in flatten_choices(field.choices)}
    if isinstance(field, forms.BooleanField):
        return {"on": "是"}
    if isinstance(field, RichTextFormField):
        return {text: plain_text(text) for text in texts}
    return {}


def _column(model, name: object) -> str:
    """The column behind a read-only field of a row; "" where it is made up, or kept by the machine."""
    try:
        field = model._meta.get_field(name)
    except (FieldDoesNotExist, TypeError):
        return ""
    return field.attname if field.concrete and not getattr(field, "auto_now", False) else ""
