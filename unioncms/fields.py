"""Imprecise dates, and the rule for links that outlive their target.

An imprecise date is a day, a month, a year or some time between two days, kept as its earliest day, its latest day
and its precision: three plain columns rather than a custom column type, so that the database sorts and compares them:
"in office on D" is `started_on_earliest <= D` and `ended_on_latest >= D`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from unioncms.states import MatchState


class Precision(models.TextChoices):
    DAY = "day", "日"
    MONTH = "month", "月"
    YEAR = "year", "年"
    RANGE = "range", "两日之间"


@dataclass(frozen=True, slots=True)
class ImpreciseDate:
    """A date known to the day, the month or the year, or to lie between two days.

    >>> ImpreciseDate.parse("2018-06").latest
    datetime.date(2018, 6, 30)
    """

    earliest: date
    latest: date
    precision: str

    @classmethod
    def parse(cls, text: str) -> "ImpreciseDate":
        """Read 2018, 2018-06, 2018-06-01, 2018/6/1, 2018年6月1日, or two of them with .. or 至 between.

        Raise ValueError on anything else.
        """
        first, mark, last = text.removesuffix("之间").replace("至", "..").partition("..")
        if mark:
            return cls.between(cls.parse(first).earliest, cls.parse(last).latest)
        digits = re.sub("[年月/.]", "-", text.strip()).removesuffix("日").removesuffix("-")
        found = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", digits, flags=re.ASCII)
        if not found:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = (int(part) if part else None for part in found.groups())
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
        if day is None:
            return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH)
        exact = date(year, month, day)
        return cls(exact, exact, Precision.DAY)

    @classmethod
    def between(cls, earliest: date, latest: date) -> "ImpreciseDate":
        """Some time from one day to another; ValueError when they are the wrong way round."""
        if latest < earliest:
            raise ValueError(f"{latest} is before {earliest}")
        return cls(earliest, latest, Precision.RANGE if earliest < latest else Precision.DAY)

    def isoformat(self) -> str:
        """2018-06-01, 2018-06, 2018; 2018-06-01..2019-02-15 for some time between."""
        if self.precision == Precision.RANGE:
            return f"{self.earliest.isoformat()}..{self.latest.isoformat()}"
        return self.earliest.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    def __str__(self) -> str:
        """2018年6月1日, 2018年6月, 2018年, 2018年6月1日至2019年2月15日之间."""
        if self.precision == Precision.RANGE:
            days = (ImpreciseDate(day, day, Precision.DAY) for day in (self.earliest, self.latest))
            return "至".join(map(str, days)) + "之间"
        text = f"{self.earliest.year}年"
        if self.precision in (Precision.DAY, Precision.MONTH):
            text += f"{self.earliest.month}月"
        if self.precision == Precision.DAY:
            text += f"{self.earliest.day}日"
        return text


class ImpreciseDateField(property):
    """Declared on a model like a field; adds NAME_earliest, NAME_latest and NAME_precision to it.

    Reading the attribute gives an ImpreciseDate or None; it takes an ImpreciseDate, an ISO string or None.
    It is no database field itself, so migrations know only the three plain columns; it is a property because
    Django lets properties be given to a model's constructor and to get_or_create. Add
    `imprecise_date_constraint` to the model's Meta.
    """

    def __init__(
        self,
        verbose_name: str,
        help_text: str = "可只填年份或年月，如 2018、2018-06、2018-06-01。",
        editable: bool = True,
    ):
        super().__init__(self._read, self._write)
        self.verbose_name = verbose_name
        self.help_text = help_text
        self.editable = editable  # whether forms have an input for it

    def contribute_to_class(self, model: type[models.Model], name: str) -> None:
        self.name = name
        label = self.verbose_name
        model.add_to_class(f"{name}_earliest", models.DateField(f"{label}（最早）", null=True, blank=True))
        model.add_to_class(f"{name}_latest", models.DateField(f"{label}（最晚）", null=True, blank=True))
        model.add_to_class(
            f"{name}_precision",
            models.CharField(f"{label}（精度）", max_length=5, choices=Precision, blank=True, default=""),
        )
        setattr(model, name, self)
        model.imprecise_dates = (*model.__dict__.get("imprecise_dates", ()), self)

    def _read(self, instance: models.Model) -> ImpreciseDate | None:
        earliest = getattr(instance, f"{self.name}_earliest")
        if earliest is None:
            return None
        latest = getattr(instance, f"{self.name}_latest")
        return ImpreciseDate(earliest, latest, getattr(instance, f"{self.name}_precision"))

    def _write(self, instance: models.Model, value: ImpreciseDate | str | None) -> None:
        if isinstance(value, str):
            value = ImpreciseDate.parse(value) if value else None
        setattr(instance, f"{self.name}_earliest", value.earliest if value else None)
        setattr(instance, f"{self.name}_latest", value.latest if value else None)
        setattr(instance, f"{self.name}_precision", value.precision if value else "")


def imprecise_date_constraint(model: str, name: str) -> models.CheckConstraint:
    """Both days of NAME are there or neither is, and the earliest is not after the latest."""
    empty = {f"{name}_earliest__isnull": True, f"{name}_latest__isnull": True, f"{name}_precision": ""}
    whole = {
        f"{name}_earliest__isnull": False,
        f"{name}_latest__gte": models.F(f"{name}_earliest"),
        f"{name}_precision__in": Precision.values,
    }
    return models.CheckConstraint(
        condition=models.Q(**empty) | models.Q(**whole), name=f"{model}_{name}_whole"
    )


class ImpreciseDateFormField(forms.CharField):
    """One text input for an imprecise date: 2018, 2018-06 or 2018-06-01."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("maxlength", "30")  # max_length would measure the ImpreciseDate
        self.widget.attrs.setdefault("placeholder", "2018-06-01")
        self.widget.attrs.setdefault("size", "12")

    def prepare_value(self, value):
        return value.isoformat() if isinstance(value, ImpreciseDate) else value

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return None
        try:
            return ImpreciseDate.parse(text)
        except ValueError:
            raise ValidationError("请填年份、年月或年月日，如 2018、2018-06、2018-06-01。") from None

    def has_changed(self, initial, data) -> bool:
        return (initial.isoformat() if initial else "") != (data or "").strip()


class ImpreciseDateModelForm(forms.ModelForm):
    """A model form with one text input for each imprecise date of its model; see `imprecise_date_form`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for composite in getattr(self._meta.model, "imprecise_dates", ()):
            if composite.name in self.fields and self.instance is not None:
                self.initial.setdefault(composite.name, getattr(self.instance, composite.name))

    def _post_clean(self):
        for composite in getattr(self._meta.model, "imprecise_dates", ()):
            if composite.name in self.cleaned_data:
                setattr(self.instance, composite.name, self.cleaned_data[composite.name])
        super()._post_clean()


def imprecise_date_form(model: type[models.Model], base: type = ImpreciseDateModelForm) -> type:
    """A model form class that declares an input for each imprecise date of `model`."""
    inputs = {
        composite.name: ImpreciseDateFormField(
            label=composite.verbose_name, help_text=composite.help_text, required=False
        )
        for composite in model.imprecise_dates
        if composite.editable
    }
    return type(f"{model.__name__}Form", (base,), inputs)


def imprecise_date_columns(model: type[models.Model]) -> list[str]:
    """The columns behind the imprecise dates of `model`, which a form leaves out."""
    return [
        f"{composite.name}_{part}"
        for composite in model.imprecise_dates
        for part in ("earliest", "latest", "precision")
    ]


def release(collector, field, sub_objs, using):
    """An on_delete rule: when the record goes, the row that named it stays, open again, and founds no new one."""
    for name, value in (("state", MatchState.UNMATCHED), ("is_settled", False), ("may_found", False)):
        collector.add_field_update(field.model._meta.get_field(name), value, sub_objs)
    collector.add_field_update(field, None, sub_objs)
