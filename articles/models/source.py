"""Where articles come from: the document as it arrived, its labelled spans, and each import run."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class ImportRun(models.Model):
    """One run of an import that changed something or failed somewhere."""

    started_at = models.DateTimeField("开始")
    finished_at = models.DateTimeField("结束")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_runs",
        verbose_name="执行者",
    )
    counts = models.JSONField("计数", default=dict, blank=True)
    failures = models.JSONField("失败", default=list, blank=True, help_text="每项为文件名和原因。")

    class Meta:
        verbose_name = verbose_name_plural = "导入记录"
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"导入 {timezone.localtime(self.started_at):%Y-%m-%d %H:%M}"


class SourceDocument(models.Model):
    """A document's bytes and decoded text, never edited. Its sha256 is its identity."""

    name = models.CharField("文件名", max_length=255)
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    content = models.BinaryField("原始内容")
    size = models.PositiveIntegerField("字节数")
    encoding = models.CharField("编码", max_length=20)
    text = models.TextField("文本")
    doubts = models.JSONField("疑点", default=list, blank=True)
    parse_digest = models.CharField(
        "解析摘要", max_length=64, help_text="解析结果的 SHA-256;重新导入时据此判断解析是否有变。"
    )
    run = models.ForeignKey(
        ImportRun, models.SET_NULL, null=True, blank=True, related_name="documents", verbose_name="导入记录"
    )
    imported_at = models.DateTimeField("导入时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "原文"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class SourceSpan(models.Model):
    """A run of the text under one label. Every non-blank character lies in exactly one."""

    class Label(models.TextChoices):
        HEADLINE = "headline", "主标题"
        KICKER = "kicker", "引题"
        SUBHEADLINE = "subheadline", "副题"
        COLUMN = "column", "栏目"
        SERIES = "series", "系列"
        BYLINE = "byline", "署名"
        SOURCE_CREDIT = "source_credit", "来源"
        PUBLISHED_ON = "published_on", "日期"
        EDITORS_NOTE = "editors_note", "编者按"
        HEADING = "heading", "小标题"
        PARAGRAPH = "paragraph", "正文"
        CAPTION = "caption", "图注"
        CREDIT = "credit", "供图"
        FURNITURE = "furniture", "网页杂项"
        RUNNING_HEAD = "running_head", "版头"
        DUPLICATE = "duplicate", "重复"
        MARK = "mark", "标记"
        DAMAGE = "damage", "损坏"

    source = models.ForeignKey(SourceDocument, models.CASCADE, related_name="spans", verbose_name="原文")
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    label = models.CharField("标注", max_length=16, choices=Label)
    articles = models.ManyToManyField(
        "articles.Article", blank=True, related_name="spans", verbose_name="稿件"
    )

    class Meta:
        verbose_name = verbose_name_plural = "原文标注"
        ordering = ["source", "start"]
        constraints = [
            models.UniqueConstraint("source", "start", name="source_span_start_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="source_span_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.get_label_display()} {self.start}–{self.end}"
