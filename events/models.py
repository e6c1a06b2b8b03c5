"""Occasions that bulletins report, and who took part."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from people.models import AliasKind, Decision, Organisation, Person, named_in_published, two_records
from unioncms.fields import ImpreciseDateField, imprecise_date_constraint
from unioncms.states import Status


class EventQuerySet(models.QuerySet):
    def public(self):
        return named_in_published(self, "mentions__article")


class Event(models.Model):
    """A meeting, a contest, a visit, a strike: something at a time or a place."""

    class Kind(models.TextChoices):
        MEETING = "meeting", "会议"
        CONGRESS = "congress", "代表大会"
        CONTEST = "contest", "竞赛"
        VISIT = "visit", "走访慰问"
        PERFORMANCE = "performance", "文艺演出"
        TRAINING = "training", "培训宣讲"
        CEREMONY = "ceremony", "表彰颁奖"
        STRIKE = "strike", "罢工"
        OTHER = "other", "其他"

    name = models.CharField("名称", max_length=200, db_index=True)
    kind = models.CharField("类别", max_length=12, choices=Kind, default=Kind.OTHER)
    place = models.CharField("地点", max_length=120, blank=True, default="")
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="parts", verbose_name="所属活动"
    )
    session = models.PositiveSmallIntegerField("届次", null=True, blank=True)
    summary = models.TextField("简介", blank=True, default="")
    is_provisional = models.BooleanField(
        "待核", default=False, help_text="导入时自动建立，尚未经编辑核对。核对后取消勾选。"
    )
    started_on = ImpreciseDateField("开始")
    ended_on = ImpreciseDateField("结束")

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "活动"
        ordering = ["-started_on_earliest", "name", "pk"]
        constraints = [
            imprecise_date_constraint("event", "started_on"),
            imprecise_date_constraint("event", "ended_on"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("events:event", args=[self.pk])


class EventAlias(models.Model):
    """Another name of an event: what a second report calls it."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="aliases", verbose_name="活动")
    name = models.CharField("别名", max_length=200, db_index=True)
    kind = models.CharField("类别", max_length=10, choices=AliasKind, default=AliasKind.OTHER)

    class Meta:
        verbose_name = verbose_name_plural = "活动别名"
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint("event", "name", name="event_alias_once")]

    def __str__(self) -> str:
        return self.name


class EventParticipationQuerySet(models.QuerySet):
    def for_readers(self):
        """Without people whom no published report of the event names: only a draft does, or behind a mask."""
        mentions = Event.mentions.rel.related_model.objects.for_readers()
        named = mentions.filter(
            person=OuterRef("person"),
            article__status=Status.PUBLISHED,
            article__mentions__event=OuterRef("event"),
        )
        return self.filter(Q(is_inferred=False) | Q(person__isnull=True) | Exists(named))


class EventParticipation(models.Model):
    """A person or a body in an event, and as what."""

    class Role(models.TextChoices):
        ORGANISER = "organiser", "主办"
        HOST = "host", "承办"
        CO_ORGANISER = "co_organiser", "协办"
        PRESENT = "present", "出席"
        SPEAKER = "speaker", "讲话"
        AWARDED = "awarded", "获奖"

    event = models.ForeignKey(Event, models.CASCADE, related_name="participations", verbose_name="活动")
    role = models.CharField("身份", max_length=12, choices=Role, default=Role.PRESENT)
    person = models.ForeignKey(
        Person,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="event_participations",
        verbose_name="人物",
    )
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="event_participations",
        verbose_name="单位",
    )
    is_inferred = models.BooleanField("推定", default=False, help_text="由报道推得，尚未经编辑确认。")

    objects = EventParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "参加者"
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, organisation__isnull=False)
                | Q(person__isnull=False, organisation__isnull=True),
                name="event_participation_person_or_body",
                violation_error_message="请在人物和单位中只选一个。",
            ),
            models.UniqueConstraint(
                "event", "role", "person", name="event_person_once", condition=Q(person__isnull=False)
            ),
            models.UniqueConstraint(
                "event",
                "role",
                "organisation",
                name="event_organisation_once",
                condition=Q(organisation__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}：{self.person or self.organisation}"


class DistinctEvents(Decision):
    record = models.ForeignKey(Event, models.CASCADE, related_name="distinct_from", verbose_name="活动")
    other = models.ForeignKey(
        Event, models.CASCADE, related_name="distinct_from_back", verbose_name="另一活动"
    )

    class Meta:
        verbose_name = verbose_name_plural = "已分清的活动"
        constraints = two_records("distinct_events")

    def __str__(self) -> str:
        return f"{self.record} 与 {self.other} 不是同一活动"
