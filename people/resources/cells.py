"""What a cell of a spreadsheet holds: how a value is written and read, and the kinds of column."""

from collections.abc import Iterable

from django.db import models
from import_export.fields import Field
from import_export.widgets import Widget

from people.resources.finding import Records
from unioncms.fields import ImpreciseDate
from unioncms.sheets import CONTROLS

LARGEST = 32_767  # what a small column of numbers holds; SQLite would take any


class TextWidget(Widget):
    def clean(self, value, row=None, **kwargs):
        return (value or "").strip()

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else str(value)


class LineWidget(TextWidget):
    """A text of one line, as an input of a form would take it."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if len(text.splitlines()) > 1:
            raise ValueError("这一格只能有一行字。")
        return text


class NumberWidget(TextWidget):
    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if not (text or "0").isdecimal():
            raise ValueError(f"“{text[:20]}”不是数字。")
        if len(text) > len(str(LARGEST)) or int(text or 0) > LARGEST:
            raise ValueError(f"数字不能大于 {LARGEST}。")
        return int(text or 0)


class FlagWidget(TextWidget):
    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text not in ("", "是", "否"):
            raise ValueError("请填 是 或 否。")
        return text == "是"

    def render(self, value, obj=None, **kwargs):
        return "是" if value else ""


class ChoiceWidget(TextWidget):
    """A choice by the word that forms show for it."""

    def __init__(self, choices: type[models.TextChoices]):
        super().__init__()
        self.labels = dict(choices.choices)
        self.values = {label: value for value, label in choices.choices}

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text and text not in self.values:
            raise ValueError(f"“{text[:20]}”不在可选的词里：{'、'.join(self.values)}。")
        return self.values.get(text, "")

    def render(self, value, obj=None, **kwargs):
        return self.labels.get(value, "")


class ImpreciseDateWidget(TextWidget):
    """2018, 2018-06, 2018-06-01; 2018-06-01..2019-02-15 for some time between."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        try:
            return ImpreciseDate.parse(text) if text else None
        except ValueError:
            raise ValueError(f"“{text[:30]}”不是日期；请填 2018、2018-06 或 2018-06-01。") from None

    def render(self, value, obj=None, **kwargs):
        return value.isoformat() if value else ""


class RecordWidget(TextWidget):
    """Another record by its name. Those that a file names are fetched together before its first row is read."""

    def __init__(self, model: type[models.Model]):
        super().__init__()
        self.model = model
        self.records = Records(model._default_manager.none())

    def load(self, names: Iterable[str]) -> None:
        self.records = Records(self.model._default_manager.all(), names=names)

    def clean(self, value, row=None, **kwargs):
        return self.records.only_one(super().clean(value))


def text(column: str, attribute: str, widget: Widget | None = None) -> Field:
    return Field(column_name=column, attribute=attribute, widget=widget or LineWidget())


def shown(column: str, attribute: str | None = None, widget: Widget | None = None) -> Field:
    """A column that is told and never set."""
    return Field(column_name=column, attribute=attribute, widget=widget or TextWidget(), readonly=True)


class Fixed(Field):
    """What a record belongs to: a new one is made there, one that is there stays where it is."""


def fixed(column: str, attribute: str) -> Fixed:
    return Fixed(column_name=column, attribute=attribute, widget=TextWidget(), readonly=True)


def tidy(cell: str) -> str:
    """A cell as it comes back from a file: no controls, lines ended alike, no blanks around it."""
    return CONTROLS.sub("", cell.replace("\r\n", "\n").replace("\r", "\n")).strip()
