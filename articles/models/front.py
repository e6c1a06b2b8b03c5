"""What editors place by hand: on the front page, as notices, and gathered under a topic."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from articles.models.article import Article
from unioncms.addresses import ADDRESS_PATTERN, AddressField
from unioncms.pictures import PictureField
from unioncms.richtext import RichTextField

ENDS_LATER = "结束时间须晚于开始时间。"


def _ends_later(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(starts_at__isnull=True) | Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
        name=name,
        violation_error_message=ENDS_LATER,
    )


def _stands_now() -> Q:
    now = timezone.now()
    begun = Q(starts_at__isnull=True) | Q(starts_at__lte=now)
    return begun & (Q(ends_at__isnull=True) | Q(ends_at__gt=now))


class TimedQuerySet(models.QuerySet):
    def current(self):
        """What stands now: begun, and not ended."""
        return self.filter(_stands_now())

    def with_on(self):
        """Each with `is_on`: whether it stands now."""
        return self.annotate(is_on=models.ExpressionWrapper(_stands_now(), models.BooleanField()))


class Slot(models.Model):
    """A place of the front page that an editor has filled for a time; without any the newest news stands there."""

    class Place(models.TextChoices):
        LEAD = "lead", "头条"
        PINNED = "pinned", "置顶"
        PICTURE = "picture", "图片"

    place = models.CharField("位置", max_length=10, choices=Place, default=Place.LEAD)
    position = models.PositiveSmallIntegerField("顺序", default=0)
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="slots", verbose_name="稿件",
        help_text="未发布的稿件到发布后才显示。",
    )  # fmt: skip
    picture = PictureField(
        "图片", blank=True, width_field="picture_width", height_field="picture_height",
        help_text="只用于图片位置；JPEG、PNG 或 WebP。",
    )  # fmt: skip
    picture_width = models.PositiveIntegerField(null=True, editable=False)
    picture_height = models.PositiveIntegerField(null=True, editable=False)
    description = models.CharField(
        "图片说明", max_length=120, blank=True, default="", help_text="读给看不见图片的读者，也印在图下。"
    )
    credit = models.CharField("供图", max_length=40, blank=True, default="")
    address = AddressField("网址", help_text="图片不配稿件时点开的地方：本站路径或 http(s) 网址，可留空。")
    starts_at = models.DateTimeField("开始", null=True, blank=True, help_text="留空即从现在起。")
    ends_at = models.DateTimeField("结束", null=True, blank=True, help_text="留空则一直到有人取下。")

    objects = TimedQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "首页位置"
        ordering = ["place", "position", "-pk"]
        constraints = [
            _ends_later("slot_ends_later"),
            models.CheckConstraint(
                condition=Q(place="picture") | Q(article__isnull=False),
                name="slot_has_article",
                violation_error_message="头条和置顶须选一篇稿件。",
            ),
            models.CheckConstraint(
                condition=~Q(place="picture") | (~Q(picture="") & ~Q(description="")),
                name="slot_has_picture",
                violation_error_message="图片位置须有图片和图片说明。",
            ),
            models.CheckConstraint(
                condition=Q(address="") | Q(address__regex=ADDRESS_PATTERN), name="slot_address_fits"
            ),
            models.CheckConstraint(
                condition=Q(address="") | Q(article__isnull=True),
                name="slot_leads_to_one",
                violation_error_message="稿件和网址二者取一。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_place_display()}：{self.article or self.description}"


class NoticeQuerySet(TimedQuerySet):
    def public(self):
        """Ended ones can still be read; they leave the front page."""
        return self.filter(is_public=True, starts_at__lte=timezone.now())

    def in_order(self):
        return self.order_by("-is_pinned", "-starts_at", "-pk")


class Notice(models.Model):
    """A notice (通知公告) of the editors or of the union."""

    title = models.CharField("标题", max_length=120)
    body = RichTextField("正文", blank=True, default="")
    starts_at = models.DateTimeField("发布时间", default=timezone.now)
    ends_at = models.DateTimeField("截止时间", null=True, blank=True, help_text="过后不再列在首页。")
    is_pinned = models.BooleanField("置顶", default=False)
    is_public = models.BooleanField("公开", default=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "通知公告"
        ordering = ["-is_pinned", "-starts_at", "-pk"]
        constraints = [_ends_later("notice_ends_later")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:notice", args=[self.pk])


class TopicQuerySet(models.QuerySet):
    def public(self):
        return self.filter(is_public=True)


class Topic(models.Model):
    """Articles that an editor has gathered under one title (专题)."""

    title = models.CharField("标题", max_length=60, unique=True)
    summary = models.CharField("一句话介绍", max_length=160, blank=True, default="")
    body = RichTextField("导语", blank=True, default="")
    position = models.PositiveSmallIntegerField("顺序", default=0)
    is_public = models.BooleanField("公开", default=False)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专题"
        ordering = ["position", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.pk])


class TopicEntry(models.Model):
    """One article of a topic; entries of one heading stand together."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="entries", verbose_name="专题")
    article = models.ForeignKey(Article, models.CASCADE, related_name="topic_entries", verbose_name="稿件")
    heading = models.CharField(
        "分组", max_length=30, blank=True, default="", help_text="同组的稿件排在一起，可留空。"
    )
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "专题稿件"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                "topic", "article", name="topic_entry_once", violation_error_message="这篇稿件已在专题里。"
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic}：{self.article}"
