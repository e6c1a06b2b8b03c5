"""Where articles come from: the document as it arrived, what its parse made of it, and each import run."""

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
    undone_at = models.DateTimeField("撤销时间", null=True, blank=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="import_runs_undone",
        verbose_name="撤销者",
    )

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
        "解析摘要", max_length=64, help_text="解析结果的 SHA-256；重新导入时据此判断解析是否有变。"
    )
    outline = models.JSONField(
        "编辑排定的版面",
        null=True,
        blank=True,
        editable=False,
        help_text="编辑在导入前调整过的篇目和标注；重新导入时照此划分。",
    )
    run = models.ForeignKey(
        ImportRun, models.SET_NULL, null=True, blank=True, related_name="documents", verbose_name="导入记录"
    )
    corrects = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="corrections",
        verbose_name="更正的原文",
        help_text="更正之后，原来那份的稿件都归到这一份。",
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


class SourceRepair(models.Model):
    """A place where the text of an article is no longer as printed, and the rule that changed it."""

    class Rule(models.TextChoices):
        JOINED_LINE = "joined_line", "接行"
        CLOSED_BLANK = "closed_blank", "去空"
        REJOINED_DIGITS = "rejoined_digits", "数字归位"
        VERTICAL_HEADLINE = "vertical_headline", "竖题改横"
        NARROWED_WIDTH = "narrowed_width", "全角改半角"
        DROPPED_MARK = "dropped_mark", "去记号"
        DROPPED_LINE = "dropped_line", "去夹行"
        JOINED_FRAGMENT = "joined_fragment", "接断片"
        MISSING_GLYPH = "missing_glyph", "缺字"

    source = models.ForeignKey(SourceDocument, models.CASCADE, related_name="repairs", verbose_name="原文")
    rule = models.CharField("规则", max_length=20, choices=Rule)
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")

    class Meta:
        verbose_name = verbose_name_plural = "校改"
        ordering = ["source", "start", "end"]
        indexes = [models.Index("source", "start", name="source_repair_place")]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="source_repair_not_empty")
        ]

    def __str__(self) -> str:
        return f"{self.get_rule_display()} {self.start}–{self.end}"


class SourceJoin(models.Model):
    """Two places of the page that the parse brought together in one article, and how sure that is."""

    class Kind(models.TextChoices):
        FRAGMENT = "fragment", "断片相接"
        HEADLINE = "headline", "标题归文"

    source = models.ForeignKey(SourceDocument, models.CASCADE, related_name="joins", verbose_name="原文")
    article = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="joins",
        verbose_name="稿件",
    )
    kind = models.CharField("类别", max_length=12, choices=Kind)
    start = models.PositiveIntegerField("前处起")
    end = models.PositiveIntegerField("前处止")
    other_start = models.PositiveIntegerField("后处起")
    other_end = models.PositiveIntegerField("后处止")
    text = models.CharField("前处末尾", max_length=12, blank=True, default="")
    other_text = models.CharField("后处开头", max_length=12, blank=True, default="")
    confidence = models.FloatField("把握", help_text="从 0 到 1;0.5 表示两可。")

    class Meta:
        verbose_name = verbose_name_plural = "接合"
        ordering = ["source", "start", "other_start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="source_join_confidence_0_to_1"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.start}–{self.other_end}"


class SourceMark(models.Model):
    """A place that no rule may repair and that waits for an editor.

    It is known by its words, some characters either side and which occurrence of them it is, all without blanks, so
    that one an editor has settled is found again when the document is imported anew.
    """

    class Kind(models.TextChoices):
        MISSING_GLYPH = "missing_glyph", "缺字"
        UNKNOWN_PLACE = "unknown_place", "地名待查"
        MISSING_HEAD = "missing_head", "缺开头"
        MISSING_MIDDLE = "missing_middle", "中间有缺"
        MISSING_TAIL = "missing_tail", "缺结尾"
        NO_HEADLINE = "no_headline", "有文无题"
        NO_BODY = "no_body", "有题无文"
        FRAGMENT_APART = "fragment_apart", "断片未接"
        DOUBTFUL_JOIN = "doubtful_join", "接合存疑"

    source = models.ForeignKey(SourceDocument, models.CASCADE, related_name="marks", verbose_name="原文")
    article = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="marks",
        verbose_name="稿件",
    )
    kind = models.CharField("类别", max_length=16, choices=Kind, db_index=True)
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    before = models.CharField("前文", max_length=12, blank=True, default="")
    text = models.CharField("原文用词", max_length=40, blank=True, default="")
    after = models.CharField("后文", max_length=12, blank=True, default="")
    occurrence = models.PositiveIntegerField("第几次出现", default=0, help_text="从 0 数起。")
    detail = models.CharField("说明", max_length=40, blank=True, default="")
    is_settled = models.BooleanField("已处理", default=False, help_text="勾选后，再次导入不会重新列出。")

    class Meta:
        verbose_name = verbose_name_plural = "存疑标记"
        ordering = ["source", "start", "kind"]
        constraints = [
            models.UniqueConstraint(
                "source", "kind", "before", "text", "after", "occurrence", name="source_mark_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.before}{self.text}{self.after}"
