"""The states that more than one app asks about."""

from django.db import models


class Status(models.TextChoices):
    """Where an article stands. Readers see published ones, and the records those name."""

    DRAFT = "draft", "草稿"
    PUBLISHED = "published", "已发布"
    WITHDRAWN = "withdrawn", "已撤回"


class MatchState(models.TextChoices):
    """What matching made of a printed name."""

    MATCHED = "matched", "已对应"
    UNMATCHED = "unmatched", "待对应"
    AMBIGUOUS = "ambiguous", "有歧义"
    LOST = "lost", "原文已改"
    REJECTED = "rejected", "不是名称"
