"""What merging two records of the register, or splitting a passage off one, has changed."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q


class MergeRecordQuerySet(models.QuerySet):
    def standing(self):
        """Those that have not been undone."""
        return self.filter(undone_at__isnull=True)

    def about(self, model: type[models.Model]):
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def merges(self):
        return self.filter(kind=MergeRecord.Kind.MERGE)


class MergeRecord(models.Model):
    """One merge or one split: what went from which record to which, so that it can be undone row for row.

    Keys and names, no links: the merged record is gone, and of three kinds of record one may be meant. Of a merge
    this is also the redirect of the old address; `current_key` follows when the kept record is merged in turn, so
    that a chain of merges is one step. The log entries of a merged record stay as they are, under its old key:
    a log is not rewritten, and an undo finds them where they were.
    """

    class Kind(models.TextChoices):
        MERGE = "merge", "合并"
        SPLIT = "split", "拆出"

    kind = models.CharField("类别", max_length=5, choices=Kind)
    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="记录类型")
    from_key = models.PositiveBigIntegerField("原记录编号")
    from_label = models.CharField("原记录", max_length=200)
    to_key = models.PositiveBigIntegerField("归入记录编号")
    to_label = models.CharField("归入", max_length=200)
    current_key = models.PositiveBigIntegerField("旧网址现在指向", null=True, blank=True)
    moved_count = models.PositiveIntegerField("移动条数", default=0)
    reason = models.CharField("理由", max_length=200)
    journal = models.JSONField("改动明细", default=list)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="merges", verbose_name="操作人"
    )
    created_at = models.DateTimeField("操作时间", auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merges_undone",
        verbose_name="撤销人",
    )
    undone_at = models.DateTimeField("撤销时间", null=True, blank=True)

    objects = MergeRecordQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "合并与拆分"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["content_type", "to_key"], name="merge_by_kept")]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "from_key"],
                name="merged_once",
                condition=Q(kind="merge", undone_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="merge_undone_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        if self.kind == self.Kind.SPLIT:
            return f"从“{self.from_label}”拆出一处，归入“{self.to_label}”"
        return f"“{self.from_label}”并入“{self.to_label}”"

    @property
    def is_standing(self) -> bool:
        return self.undone_at is None

    @property
    def model(self) -> type[models.Model]:
        return self.content_type.model_class()
