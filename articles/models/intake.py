"""A text that an editor brings in, until it is imported or thrown away."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.source import ImportRun, SourceDocument


class Intake(models.Model):
    """An uploaded file or a pasted text: read in the background, looked at and rearranged, then imported.

    `outline` is the layout as it stands, `steps` the layouts before it, the latest last; `found` is what the parser
    makes of it. Once imported, bytes and text are the source document's business and are given up here.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "正在读取"
        READY = "ready", "待核对"
        FAILED = "failed", "无法读取"
        IMPORTING = "importing", "正在导入"
        IMPORTED = "imported", "已导入"

    name = models.CharField("文件名", max_length=255)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING, db_index=True)
    failure = models.CharField("原因", max_length=500, blank=True, default="", editable=False)
    content = models.BinaryField("原始内容")
    size = models.PositiveIntegerField("字节数")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    text = models.TextField("文本", blank=True, default="", editable=False)
    outline = models.JSONField("版面", null=True, blank=True, editable=False)
    steps = models.JSONField("先前的版面", default=list, blank=True, editable=False)
    found = models.JSONField("解析结果", default=dict, blank=True, editable=False)
    version = models.PositiveIntegerField("版面版本", default=0, editable=False)
    source = models.ForeignKey(
        SourceDocument,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="intakes",
        verbose_name="原文",
        editable=False,
    )
    corrects = models.ForeignKey(
        SourceDocument,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="更正的原文",
        editable=False,
    )
    run = models.ForeignKey(
        ImportRun,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="intakes",
        verbose_name="导入记录",
        editable=False,
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="intakes",
        verbose_name="提交人",
        editable=False,
    )
    created_at = models.DateTimeField("提交时间", auto_now_add=True)
    updated_at = models.DateTimeField("更新时间", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "导入原文"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "sha256",
                name="intake_pending_once",
                condition=Q(state__in=["waiting", "ready", "importing"]),
                violation_error_message="这份原文已经提交，正等着核对。",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_busy(self) -> bool:
        """Whether the worker has it in hand."""
        return self.state in (self.State.WAITING, self.State.IMPORTING)
