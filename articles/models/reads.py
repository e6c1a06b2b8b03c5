"""How often an article was read, day by day."""

from django.db import models

from articles.models.article import Article


class DailyReads(models.Model):
    """The readers of one article on one day; of who they were nothing is kept."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="daily_reads", verbose_name="稿件")
    day = models.DateField("日期")
    count = models.PositiveIntegerField("阅读", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "每日阅读"
        ordering = ["-day", "-count"]
        constraints = [models.UniqueConstraint("article", "day", name="daily_reads_once")]
        indexes = [models.Index(fields=["day"], name="daily_reads_day")]

    def __str__(self) -> str:
        return f"{self.article} {self.day} {self.count}"
