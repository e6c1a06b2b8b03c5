"""Accounts, people, organisations, areas, posts and who held them when."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from unioncms.fields import ImpreciseDateField, imprecise_date_constraint
from unioncms.states import MatchState, Status


class AreaQuerySet(models.QuerySet):
    def public(self):
        """Places of which, or of a place in which, a public body is known."""
        areas = Organisation.objects.public().filter(area__isnull=False).order_by()
        at = [areas.values(path) for path in ("area", "area__parent", "area__parent__parent")]
        return self.filter(Q(pk__in=at[0]) | Q(pk__in=at[1]) | Q(pk__in=at[2]))


class Area(models.Model):
    """A place of the administrative tree: 省 → 市 → 县."""

    class Kind(models.TextChoices):
        PROVINCE = "province", "省级"
        CITY = "city", "地市级"
        COUNTY = "county", "区县级"

    name = models.CharField("名称", max_length=60, help_text="全称，如 衡阳市、石景山区。")
    kind = models.CharField("级别", max_length=10, choices=Kind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级地区"
    )

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "地区"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint("name", "parent", name="area_name_once"),
            models.UniqueConstraint("name", name="area_top_name_once", condition=Q(parent__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:area", args=[self.pk])


class User(AbstractUser):
    """An account of the newsroom; `person` says whose it is, when that person is in the register."""

    person = models.ForeignKey(
        "Person", models.SET_NULL, null=True, blank=True, related_name="accounts", verbose_name="对应人物"
    )

    class Meta(AbstractUser.Meta):
        verbose_name = verbose_name_plural = "账号"


def named_in_published(queryset: models.QuerySet, *paths: str) -> models.QuerySet:
    """Those of `queryset` from which one of `paths` leads to a published article.

    The conditions of a path stand in one filter(): in two they would ask of two different mentions.
    """
    reached = Q()
    for path in paths:
        conditions = {f"{path}__status": Status.PUBLISHED}
        named = path.removesuffix("__article")
        if named.endswith("mentions"):
            conditions[f"{named}__state"] = MatchState.MATCHED
        if named.endswith(("mentions", "attestations", "contributions")):
            conditions[f"{named}__is_hidden"] = False
        reached |= Exists(queryset.model._base_manager.filter(pk=OuterRef("pk"), **conditions))
    return queryset.filter(reached)


class OrganisationQuerySet(models.QuerySet):
    def public(self):
        return named_in_published(
            self,
            "mentions__article",
            "posts__attestations__article",
            "event_participations__event__mentions__article",
        )


class Organisation(models.Model):
    """A body: a union, a committee, a company, a paper, a school."""

    class Kind(models.TextChoices):
        UNION = "union", "工会"
        PARTY = "party", "党的机关"
        GOVERNMENT = "government", "政府机关"
        CONGRESS = "congress", "人大"
        CONFERENCE = "conference", "政协"
        MASS = "mass", "群团组织"
        COMPANY = "company", "企业"
        MEDIA = "media", "媒体"
        SCHOOL = "school", "学校"
        OTHER = "other", "其他"

    class Level(models.TextChoices):
        NATIONAL = "national", "全国"
        PROVINCE = "province", "省级"
        CITY = "city", "市级"
        COUNTY = "county", "区县级"
        LOCAL = "local", "基层"

    name = models.CharField("名称", max_length=120, db_index=True, help_text="全称，如 衡阳市总工会。")
    kind = models.CharField("类别", max_length=12, choices=Kind, default=Kind.OTHER)
    level = models.CharField("层级", max_length=10, choices=Level, blank=True, default="")
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="organisations", verbose_name="所在地区"
    )
    summary = models.TextField("简介", blank=True, default="")
    is_provisional = models.BooleanField(
        "待核", default=False, help_text="导入时自动建立，尚未经编辑核对。核对后取消勾选。"
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "单位"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:organisation", args=[self.pk])


class AliasKind(models.TextChoices):
    SHORT = "short", "简称"
    FORMER = "former", "曾用名"
    PEN_NAME = "pen_name", "笔名"
    MISPRINT = "misprint", "误排"
    OTHER = "other", "其他"


class OrganisationAlias(models.Model):
    """Another name of a body, for as long as it went by it."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="aliases", verbose_name="单位"
    )
    name = models.CharField("别名", max_length=120, db_index=True)
    kind = models.CharField("类别", max_length=10, choices=AliasKind, default=AliasKind.SHORT)
    used_from = ImpreciseDateField("启用")
    used_until = ImpreciseDateField("停用")

    class Meta:
        verbose_name = verbose_name_plural = "单位别名"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint("organisation", "name", name="organisation_alias_once"),
            imprecise_date_constraint("organisationalias", "used_from"),
            imprecise_date_constraint("organisationalias", "used_until"),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationLink(models.Model):
    """How two bodies stand to each other."""

    class Kind(models.TextChoices):
        SUBORDINATE = "subordinate", "隶属"
        GUIDANCE = "guidance", "业务指导"
        RENAMED = "renamed", "更名为"
        MERGED = "merged", "并入"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="links", verbose_name="单位")
    kind = models.CharField("关系", max_length=12, choices=Kind)
    other = models.ForeignKey(
        Organisation, models.CASCADE, related_name="links_back", verbose_name="对方单位"
    )
    started_on = ImpreciseDateField("开始")
    ended_on = ImpreciseDateField("结束")

    class Meta:
        verbose_name = verbose_name_plural = "单位关系"
        constraints = [
            models.UniqueConstraint("organisation", "kind", "other", name="organisation_link_once"),
            models.CheckConstraint(
                condition=~Q(organisation=models.F("other")),
                name="organisation_link_two_bodies",
                violation_error_message="单位不能与自己建立关系。",
            ),
            imprecise_date_constraint("organisationlink", "started_on"),
            imprecise_date_constraint("organisationlink", "ended_on"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_kind_display()} {self.other}"


class PersonQuerySet(models.QuerySet):
    def public(self):
        return named_in_published(
            self, "mentions__article", "contributions__article", "attestations__article"
        )


class Person(models.Model):
    """An individual named in a bulletin or added by an editor."""

    class Gender(models.TextChoices):
        FEMALE = "female", "女"
        MALE = "male", "男"

    name = models.CharField("姓名", max_length=60, db_index=True)
    gender = models.CharField("性别", max_length=6, choices=Gender, blank=True, default="")
    native_place = models.CharField("籍贯", max_length=60, blank=True, default="")
    summary = models.TextField("简介", blank=True, default="")
    is_provisional = models.BooleanField(
        "待核", default=False, help_text="导入时自动建立，尚未经编辑核对。核对后取消勾选。"
    )
    born_on = ImpreciseDateField("出生")
    died_on = ImpreciseDateField("逝世")

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "人物"
        ordering = ["name", "pk"]
        constraints = [
            imprecise_date_constraint("person", "born_on"),
            imprecise_date_constraint("person", "died_on"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.pk])


class PersonAlias(models.Model):
    """Another name of a person: a pen name, a former name, a printed error."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="aliases", verbose_name="人物")
    name = models.CharField("别名", max_length=60, db_index=True)
    kind = models.CharField("类别", max_length=10, choices=AliasKind, default=AliasKind.OTHER)
    used_from = ImpreciseDateField("启用")
    used_until = ImpreciseDateField("停用")

    class Meta:
        verbose_name = verbose_name_plural = "人物别名"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint("person", "name", name="person_alias_once"),
            imprecise_date_constraint("personalias", "used_from"),
            imprecise_date_constraint("personalias", "used_until"),
        ]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A title at a body: 衡阳市总工会 主席. It exists without a holder."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="posts", verbose_name="单位")
    title = models.CharField("职务", max_length=60)
    rank = models.PositiveSmallIntegerField("排序", default=0, help_text="同一单位内的先后，小的在前。")

    class Meta:
        verbose_name = verbose_name_plural = "职务"
        ordering = ["organisation__name", "rank", "title", "pk"]
        constraints = [models.UniqueConstraint("organisation", "title", name="post_once")]

    def __str__(self) -> str:
        return f"{self.organisation}{self.title}"


class AppointmentQuerySet(models.QuerySet):
    def current(self):
        return self.filter(ended_on_latest__isnull=True)

    def past(self):
        return self.filter(ended_on_latest__isnull=False)

    def on(self, day):
        """Those in office on `day`, as far as their dates tell."""
        return self.filter(
            Q(started_on_earliest__isnull=True) | Q(started_on_earliest__lte=day),
            Q(ended_on_latest__isnull=True) | Q(ended_on_latest__gte=day),
        )


class Appointment(models.Model):
    """A person in a post, from when to when. Inferred ones wait for an editor."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="appointments", verbose_name="人物")
    post = models.ForeignKey(Post, models.PROTECT, related_name="appointments", verbose_name="职务")
    begun_by = models.CharField(
        "就任方式", max_length=30, blank=True, default="", help_text="如 当选、任命。"
    )
    ended_by = models.CharField(
        "离任方式", max_length=30, blank=True, default="", help_text="如 调任、退休。"
    )
    is_inferred = models.BooleanField("推定", default=False, help_text="由报道推得，尚未经编辑确认。")
    started_on = ImpreciseDateField("就任")
    ended_on = ImpreciseDateField("离任")
    # What reports tell without saying it: the first and the last day on which one names the person in the post.
    seen_first = ImpreciseDateField("最早见报", editable=False)
    seen_last = ImpreciseDateField("最近见报", editable=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "任职"
        ordering = ["-started_on_earliest", "pk"]
        constraints = [
            imprecise_date_constraint("appointment", "started_on"),
            imprecise_date_constraint("appointment", "ended_on"),
            imprecise_date_constraint("appointment", "seen_first"),
            imprecise_date_constraint("appointment", "seen_last"),
            models.CheckConstraint(
                condition=Q(started_on_earliest__isnull=True)
                | Q(ended_on_latest__isnull=True)
                | Q(ended_on_latest__gte=models.F("started_on_earliest")),
                name="appointment_ends_after_start",
                violation_error_message="离任不能早于就任。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}：{self.post}"


class HonourQuerySet(models.QuerySet):
    def public(self):
        """Those of people whom readers may know of."""
        return self.filter(person__in=Person.objects.public().order_by())


class Honour(models.Model):
    """A title of honour: 全国劳动模范, 五一劳动奖章."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="honours", verbose_name="人物")
    name = models.CharField("荣誉", max_length=80)
    awarded_by = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="honours_awarded",
        verbose_name="授予单位",
    )
    awarded_on = ImpreciseDateField("授予时间")

    objects = HonourQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "荣誉"
        ordering = ["-awarded_on_earliest", "pk"]
        constraints = [imprecise_date_constraint("honour", "awarded_on")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of all who have this honour."""
        return reverse("people:honour", args=[self.name])
