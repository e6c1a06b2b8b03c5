"""The five lists: their columns, and which record a row without a key means."""

from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models

from people.models import Appointment, Area, Honour, Organisation, Person, Post
from people.resources.cells import (
    ChoiceWidget,
    FlagWidget,
    ImpreciseDateWidget,
    NumberWidget,
    RecordWidget,
    TextWidget,
    fixed,
    shown,
    text,
    tidy,
)
from people.resources.finding import NEW, Records, keys_in, names_in
from people.resources.incoming import KEY, IncomingResource, Row
from people.resources.named import AliasesField, LinksField, NamedResource, names_coming
from unioncms.chunks import chunks


class PersonResource(NamedResource):
    name_column = "姓名"

    key = shown(KEY, "pk")
    name = text("姓名", "name")
    gender = text("性别", "gender", ChoiceWidget(Person.Gender))
    native_place = text("籍贯", "native_place")
    born_on = text("出生", "born_on", ImpreciseDateWidget())
    died_on = text("逝世", "died_on", ImpreciseDateWidget())
    aliases = AliasesField()
    summary = text("简介", "summary", TextWidget())
    is_provisional = text("待核", "is_provisional", FlagWidget())

    class Meta:
        model = Person
        fields = (
            "key", "name", "gender", "native_place", "born_on", "died_on", "aliases", "summary", "is_provisional",
        )  # fmt: skip

    def get_queryset(self):
        return Person.objects.prefetch_related("aliases").order_by("pk")


class OrganisationResource(NamedResource):
    name_column = "名称"

    key = shown(KEY, "pk")
    name = text("名称", "name")
    kind = text("类别", "kind", ChoiceWidget(Organisation.Kind))
    level = text("层级", "level", ChoiceWidget(Organisation.Level))
    area = text("所在地区", "area", RecordWidget(Area))
    aliases = AliasesField()
    links = LinksField()
    summary = text("简介", "summary", TextWidget())
    is_provisional = text("待核", "is_provisional", FlagWidget())

    class Meta:
        model = Organisation
        fields = ("key", "name", "kind", "level", "area", "aliases", "links", "summary", "is_provisional")

    def get_queryset(self):
        bodies = Organisation.objects.select_related("area")
        return bodies.prefetch_related("aliases", "links__other").order_by("pk")

    def load(self, keys: set[int], unkeyed: list[Row]) -> None:
        super().load(keys, unkeyed)
        self.fields["links"].widget.coming = names_coming(unkeyed, self.records, self.name_column)


class PostResource(IncomingResource):
    key = shown(KEY, "pk")
    organisation_key = fixed("单位编号", "organisation_id")
    organisation = fixed("单位", "organisation__name")
    title = text("职务", "title")
    rank = text("排序", "rank", NumberWidget())

    class Meta:
        model = Post
        fields = ("key", "organisation_key", "organisation", "title", "rank")

    def get_queryset(self):
        return Post.objects.select_related("organisation").order_by("pk")

    def load(self, keys: set[int], unkeyed: list[Row]) -> None:
        self.bodies = bodies_of(unkeyed)
        self.records = Records(self.candidates(), keys)
        owners = {post.organisation_id for post in self.records.by_key.values()} | self.bodies.by_key.keys()
        self.taken = posts_of(owners, self.records)

    def find(self, row: Row, is_new: bool) -> Post | None:
        body = self.bodies.pick(row, "单位编号", "单位")
        title = needed(row, "职务")
        self.parents = {"organisation": body}
        post = self.taken.get((body.pk, title))
        if post is None or post.pk is None:
            self.claim(("new", body.pk, title), "职务")
        return None if is_new else post

    def check(self, instance: Post) -> None:
        if self.taken.setdefault((instance.organisation_id, instance.title), instance) is not instance:
            raise ValidationError({"title": f"“{instance.organisation}”已有“{instance.title}”这个职务。"})


class DatedResource(IncomingResource):
    """What a person has, perhaps twice: told apart by its day."""

    day_column: str

    def choose(self, row: Row, known: list[models.Model]) -> models.Model | None:
        """The one of `known` that a row without a key means; one without a day takes the row's."""
        field = next(each for each in self.fields.values() if each.column_name == self.day_column)
        try:
            day = field.clean(row) if self.day_column in row else None
        except ValueError as error:
            raise ValidationError({self.day_column: str(error)}) from None
        exact = [each for each in known if field.get_value(each) == day]
        if len(exact) == 1:
            return exact[0]
        if len(known) == 1 and (day is None or field.get_value(known[0]) is None):
            return known[0]
        if not known:
            return None
        keys = "、".join(str(each.pk) for each in known)
        raise ValidationError({KEY: f"已有编号 {keys}，请填编号，说明是哪一条；另有一条，则填 {NEW}。"})


class AppointmentResource(DatedResource):
    day_column = "就任"

    key = shown(KEY, "pk")
    person_key = fixed("人物编号", "person_id")
    person = fixed("人物", "person__name")
    organisation_key = fixed("单位编号", "post__organisation_id")
    organisation = fixed("单位", "post__organisation__name")
    post = fixed("职务", "post__title")
    started_on = text("就任", "started_on", ImpreciseDateWidget())
    begun_by = text("就任方式", "begun_by")
    ended_on = text("离任", "ended_on", ImpreciseDateWidget())
    ended_by = text("离任方式", "ended_by")
    seen_first = shown("最早见报", "seen_first", ImpreciseDateWidget())
    seen_last = shown("最近见报", "seen_last", ImpreciseDateWidget())
    is_inferred = text("推定", "is_inferred", FlagWidget())

    class Meta:
        model = Appointment
        fields = (
            "key", "person_key", "person", "organisation_key", "organisation", "post", "started_on", "begun_by",
            "ended_on", "ended_by", "seen_first", "seen_last", "is_inferred",
        )  # fmt: skip

    def get_queryset(self):
        return Appointment.objects.select_related("person", "post__organisation").order_by("pk")

    def load(self, keys: set[int], unkeyed: list[Row]) -> None:
        self.people = people_of(unkeyed)
        self.bodies = bodies_of(unkeyed)
        self.posts = posts_of(self.bodies.by_key)
        self.records = Records(self.candidates(), keys)
        self.held = rows_of_people(self.candidates(), self.people, self.records, "post_id")

    def find(self, row: Row, is_new: bool) -> Appointment | None:
        person = self.people.pick(row, "人物编号", "人物")
        body = self.bodies.pick(row, "单位编号", "单位")
        title = needed(row, "职务")
        post = self.posts.get((body.pk, title))
        if post is None:
            raise ValidationError({"职务": f"“{body}”没有“{title[:30]}”这个职务，请先添加。"})
        self.parents = {"person": person, "post": post}
        if is_new:
            return None
        held = self.choose(row, self.held[person.pk, post.pk])
        if held is None:
            self.claim(("new", person.pk, post.pk, tidy(row.get("就任", ""))), "职务")
        return held

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """What was inferred and is now edited is confirmed, as in the form."""
        if instance.pk and instance.is_inferred and self.changes and "推定" not in self.changes:
            instance.is_inferred = False
            self.note("推定", "是", "")
        super().validate_instance(instance, import_validation_errors, validate_unique)

    def check(self, instance: Appointment) -> None:
        if instance.pk is None and instance.is_inferred:
            # With no report behind it, it would go with the next import.
            raise ValidationError({"is_inferred": "推定的任职由报道得出，不能新增；请填 否 或空着。"})
        start, end = instance.started_on, instance.ended_on
        if start and end and end.latest < start.earliest:
            raise ValidationError({"ended_on": "离任不能早于就任。"})


class HonourResource(DatedResource):
    day_column = "授予时间"

    key = shown(KEY, "pk")
    person_key = fixed("人物编号", "person_id")
    person = fixed("人物", "person__name")
    name = text("荣誉", "name")
    awarded_by = text("授予单位", "awarded_by", RecordWidget(Organisation))
    awarded_on = text("授予时间", "awarded_on", ImpreciseDateWidget())

    class Meta:
        model = Honour
        fields = ("key", "person_key", "person", "name", "awarded_by", "awarded_on")

    def get_queryset(self):
        return Honour.objects.select_related("person", "awarded_by").order_by("pk")

    def load(self, keys: set[int], unkeyed: list[Row]) -> None:
        self.people = people_of(unkeyed)
        self.records = Records(self.candidates(), keys)
        self.held = rows_of_people(self.candidates(), self.people, self.records, "name")

    def find(self, row: Row, is_new: bool) -> Honour | None:
        person = self.people.pick(row, "人物编号", "人物")
        name = needed(row, "荣誉")
        self.parents = {"person": person}
        if is_new:
            return None
        honour = self.choose(row, self.held[person.pk, name])
        if honour is None:
            self.claim(("new", person.pk, name, tidy(row.get("授予时间", ""))), "荣誉")
        return honour


def needed(row: Row, column: str) -> str:
    cell = row.get(column, "").strip()
    if not cell:
        raise ValidationError({column: f"请填{column}。"})
    return cell


def people_of(rows: Iterable[Row]) -> Records:
    return Records(Person.objects.all(), keys_in(rows, "人物编号"), names_in(rows, "人物"))


def bodies_of(rows: Iterable[Row]) -> Records:
    return Records(Organisation.objects.all(), keys_in(rows, "单位编号"), names_in(rows, "单位"))


def posts_of(bodies: Iterable[int], known: Records | None = None) -> dict[tuple[int, str], Post]:
    """The posts of these bodies, by body and title."""
    found = {}
    for some in chunks(bodies):
        for post in Post.objects.filter(organisation__in=some).select_related("organisation"):
            post = known.by_key.setdefault(post.pk, post) if known else post
            found[post.organisation_id, post.title] = post
    return found


def rows_of_people(
    queryset: models.QuerySet, people: Records, known: Records, what: str
) -> dict[tuple[int, object], list]:
    """What these people have, by person and `what` it is."""
    found = defaultdict(list)
    for some in chunks(people.by_key):
        for row in queryset.filter(person__in=some):
            row = known.by_key.setdefault(row.pk, row)
            found[row.person_id, getattr(row, what)].append(row)
    return found
