"""What a newer parse says otherwise, where it may not simply follow: an editor takes it or leaves it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import Article


class Reparse(models.Model):
    """What the newest parse says of an article's parts, as far as it is not what was imported and not yet decided."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="reparse", verbose_name="稿件")
    content = models.JSONField("新解析的值", default=dict)

    class Meta:
        verbose_name = verbose_name_plural = "重新解析"

    def __str__(self) -> str:
        return str(self.article)


class ProposalQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Proposal.State.WAITING)


class Proposal(models.Model):
    """One difference: what the article says by now, and what it would say.

    Known by what was imported and what is parsed now (`key`), so that it stays the same one while an editor works on
    the article, and is never asked about again once it was left.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "待处理"
        TAKEN = "taken", "采纳"
        LEFT = "left", "不采纳"

    article = models.ForeignKey(Article, models.CASCADE, related_name="proposals", verbose_name="稿件")
    part = models.CharField("部分", max_length=16)
    key = models.CharField("标识", max_length=64)
    number = models.PositiveIntegerField("顺序", default=0)
    before = models.JSONField("现在", null=True)
    after = models.JSONField("改为", null=True)
    is_beside_edit = models.BooleanField(
        "编辑改过", default=False, help_text="编辑改过同一处；采纳会换掉编辑的改动。"
    )
    state = models.CharField("处理", max_length=8, choices=State, default=State.WAITING, db_index=True)
    undo = models.JSONField("撤销所需", null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="proposals_decided",
        verbose_name="处理人",
    )
    decided_at = models.DateTimeField("处理时间", null=True, blank=True, editable=False)
    created_at = models.DateTimeField("提出时间", auto_now_add=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "重新解析的差异"
        ordering = ["article", "number", "pk"]
        constraints = [
            models.UniqueConstraint("article", "part", "key", name="proposal_once"),
            models.CheckConstraint(
                condition=Q(state="waiting") | Q(decided_at__isnull=False), name="proposal_decided_when"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} {self.part}"
