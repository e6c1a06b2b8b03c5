"""What a paper weighs before it prints it: people in hardship by name, and numbers that lead to somebody."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from articles.models.article import Article


class ConcernQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(decision=Concern.Decision.WAITING)

    def masked(self):
        return self.filter(decision=Concern.Decision.MASKED)


class Concern(models.Model):
    """A name or a number of an article, in all places where the article prints it, and what was decided.

    Until it is decided no editor can release the article; where a machine releases it, readers are given the mask.
    """

    class Kind(models.TextChoices):
        HARDSHIP = "hardship", "困难人员姓名"
        PHONE = "phone", "电话号码"
        EMAIL = "email", "电子邮箱"
        IDENTITY = "identity", "身份证号"
        BANK = "bank", "银行卡号"

    class Decision(models.TextChoices):
        WAITING = "waiting", "待定"
        SHOWN = "shown", "照登"
        MASKED = "masked", "遮盖"

    article = models.ForeignKey(Article, models.CASCADE, related_name="concerns", verbose_name="稿件")
    kind = models.CharField("类别", max_length=10, choices=Kind)
    text = models.CharField("原文", max_length=120)
    context = models.CharField("上下文", max_length=200, blank=True, default="")
    decision = models.CharField(
        "决定", max_length=10, choices=Decision, default=Decision.WAITING, db_index=True
    )
    mask = models.CharField(
        "读者所见", max_length=120, help_text="遮盖后读者看到的字样，如 雷某、138****1234。"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="concerns_decided",
        verbose_name="决定人",
    )
    decided_at = models.DateTimeField("决定时间", null=True, blank=True, editable=False)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "待斟酌内容"
        ordering = ["article", "kind", "pk"]
        constraints = [models.UniqueConstraint("article", "kind", "text", name="concern_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.text}"

    def clean(self):
        if self.decision == self.Decision.MASKED and self.text in self.mask:
            raise ValidationError({"mask": "遮盖后的字样里还有原文。"})

    @property
    def is_masked(self) -> bool:
        return self.decision == self.Decision.MASKED


class MaskLook(models.Model):
    """Somebody looked at what a mask keeps from readers."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="mask_looks", verbose_name="稿件")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="mask_looks", verbose_name="查看人"
    )
    place = models.CharField("在哪里", max_length=20)
    looked_at = models.DateTimeField("查看时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "遮盖内容查看记录"
        ordering = ["-looked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.user} {self.place} {self.article}"
