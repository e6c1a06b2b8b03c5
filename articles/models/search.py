"""What the search knows of an article that readers have."""

from django.db import models

from articles.models.article import Article


class SearchEntry(models.Model):
    """The words of an article's last release, as they are compared and as they are shown.

    The keys by which entries are found stand where the database has its index for such: an FTS5 table of SQLite, a
    tsvector column of PostgreSQL; `articles.search.backends` writes and asks them.
    """

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, related_name="search_entry", verbose_name="稿件"
    )
    headline = models.TextField("标题")  # folded, with the lines above and below it
    text = models.TextField("全文")  # folded, the headline first
    plain = models.TextField("正文")  # as readers see it, without the headline
    genre = models.CharField("体裁", max_length=10, choices=Article.Genre)
    day = models.DateField("日期", null=True, db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "检索条目"

    def __str__(self) -> str:
        return self.headline[:40]
