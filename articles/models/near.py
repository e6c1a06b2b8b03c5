"""Names of one document that may be one person's."""

from django.db import models

from articles.models.source import SourceDocument


class NearCopy(models.Model):
    """Two names of a document that are nearly the same; whether they still mean two people is asked of the mentions."""

    source = models.ForeignKey(
        SourceDocument, models.CASCADE, related_name="near_copies", verbose_name="原文"
    )
    name = models.CharField("姓名", max_length=60)
    other = models.CharField("另一写法", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "近似姓名"
        ordering = ["name", "other", "pk"]
        constraints = [models.UniqueConstraint("source", "name", "other", name="near_copy_once")]

    def __str__(self) -> str:
        return f"{self.name} 与 {self.other}"
