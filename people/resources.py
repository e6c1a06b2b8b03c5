"""The columns of the register's spreadsheets: their headings, and how a value is written and read."""

from django.db import models
from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.widgets import Widget

from people.models import Appointment, Honour, Organisation, Person, Post
from unioncms.fields import ImpreciseDate


class TextWidget(Widget):
    def clean(self, value, row=None, **kwargs):
        return (value or "").strip()

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else str(value)


class NumberWidget(TextWidget):
    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if not (text or "0").isdecimal():
            raise ValueError(f"“{text}”不是数字。")
        return int(text or 0)


class FlagWidget(TextWidget):
    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        if text not in ("", "是", "否"):
            raise ValueError("请填 是,或者留空。")
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
            raise ValueError(f"“{text}”不在可选的词里:{'、'.join(self.values)}。")
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
            raise ValueError(f"“{text}”不是日期;请填 2018、2018-06 或 2018-06-01。") from None

    def render(self, value, obj=None, **kwargs):
        return value.isoformat() if value else ""


def text(column: str, attribute: str, widget: Widget | None = None) -> Field:
    return Field(column_name=column, attribute=attribute, widget=widget or TextWidget())


def shown(column: str, attribute: str | None = None) -> Field:
    """A column that is told and never set."""
    return Field(column_name=column, attribute=attribute, widget=TextWidget(), readonly=True)


def key() -> Field:
    return shown("编号", "pk")


def aliases_in_a_cell(record: models.Model) -> str:
    """云工(简称)、云州工会(曾用名)"""
    return "、".join(f"{alias.name}({alias.get_kind_display()})" for alias in record.aliases.all())


class PersonResource(ModelResource):
    key = key()
    name = text("姓名", "name")
    gender = text("性别", "gender", ChoiceWidget(Person.Gender))
    native_place = text("籍贯", "native_place")
    born_on = text("出生", "born_on", ImpreciseDateWidget())
    died_on = text("逝世", "died_on", ImpreciseDateWidget())
    aliases = shown("别名")
    summary = text("简介", "summary")
    is_provisional = text("待核", "is_provisional", FlagWidget())

    class Meta:
        model = Person
        fields = (
            "key", "name", "gender", "native_place", "born_on", "died_on", "aliases", "summary", "is_provisional",
        )  # fmt: skip

    def get_queryset(self):
        return Person.objects.prefetch_related("aliases").order_by("pk")

    def dehydrate_aliases(self, person: Person) -> str:
        return aliases_in_a_cell(person)


class OrganisationResource(ModelResource):
    key = key()
    name = text("名称", "name")
    kind = text("类别", "kind", ChoiceWidget(Organisation.Kind))
    level = text("层级", "level", ChoiceWidget(Organisation.Level))
    area = shown("所在地区", "area__name")
    aliases = shown("别名")
    links = shown("单位关系")
    summary = text("简介", "summary")
    is_provisional = text("待核", "is_provisional", FlagWidget())

    class Meta:
        model = Organisation
        fields = ("key", "name", "kind", "level", "area", "aliases", "links", "summary", "is_provisional")

    def get_queryset(self):
        bodies = Organisation.objects.select_related("area")
        return bodies.prefetch_related("aliases", "links__other").order_by("pk")

    def dehydrate_aliases(self, body: Organisation) -> str:
        return aliases_in_a_cell(body)

    def dehydrate_links(self, body: Organisation) -> str:
        """隶属:东山省总工会、更名为:云州市总工会"""
        return "、".join(f"{link.get_kind_display()}:{link.other.name}" for link in body.links.all())


class PostResource(ModelResource):
    key = key()
    organisation_key = shown("单位编号", "organisation_id")
    organisation = shown("单位", "organisation__name")
    title = text("职务", "title")
    rank = text("排序", "rank", NumberWidget())

    class Meta:
        model = Post
        fields = ("key", "organisation_key", "organisation", "title", "rank")

    def get_queryset(self):
        return Post.objects.select_related("organisation").order_by("pk")


class AppointmentResource(ModelResource):
    key = key()
    person_key = shown("人物编号", "person_id")
    person = shown("人物", "person__name")
    organisation_key = shown("单位编号", "post__organisation_id")
    organisation = shown("单位", "post__organisation__name")
    post = shown("职务", "post__title")
    started_on = text("就任", "started_on", ImpreciseDateWidget())
    begun_by = text("就任方式", "begun_by")
    ended_on = text("离任", "ended_on", ImpreciseDateWidget())
    ended_by = text("离任方式", "ended_by")
    seen_first = Field("seen_first", "最早见报", ImpreciseDateWidget(), readonly=True)
    seen_last = Field("seen_last", "最近见报", ImpreciseDateWidget(), readonly=True)
    is_inferred = text("推定", "is_inferred", FlagWidget())

    class Meta:
        model = Appointment
        fields = (
            "key", "person_key", "person", "organisation_key", "organisation", "post", "started_on", "begun_by",
            "ended_on", "ended_by", "seen_first", "seen_last", "is_inferred",
        )  # fmt: skip

    def get_queryset(self):
        return Appointment.objects.select_related("person", "post__organisation").order_by("pk")


class HonourResource(ModelResource):
    key = key()
    person_key = shown("人物编号", "person_id")
    person = shown("人物", "person__name")
    name = text("荣誉", "name")
    awarded_by = shown("授予单位", "awarded_by__name")
    awarded_on = text("授予时间", "awarded_on", ImpreciseDateWidget())

    class Meta:
        model = Honour
        fields = ("key", "person_key", "person", "name", "awarded_by", "awarded_on")

    def get_queryset(self):
        return Honour.objects.select_related("person", "awarded_by").order_by("pk")
