"""The paper's own structure: publications, issues, pages, columns and series."""

from django.db import models
from django.urls import reverse

from people.models import Organisation
from unioncms.fields import ImpreciseDateField, imprecise_date_constraint
from unioncms.states import Status


class Publication(models.Model):
    """A paper or a site that articles appeared in."""

    name = models.CharField("名称", max_length=80, unique=True)
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name="主办单位",
    )

    class Meta:
        verbose_name = verbose_name_plural = "报刊"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class IssueQuerySet(models.QuerySet):
    def public(self):
        """Issues with a published article on one of their pages."""
        return self.filter(
            pk__in=self.model.objects.filter(pages__placements__article__status=Status.PUBLISHED).values("pk")
        )


class Issue(models.Model):
    """One number of a publication."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="issues", verbose_name="报刊")
    number = models.CharField("期号", max_length=20, help_text="如 第128期，只填 128。")
    published_on = ImpreciseDateField("出版日期")

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "期"
        ordering = ["publication__name", "-published_on_earliest", "pk"]
        constraints = [
            models.UniqueConstraint("publication", "number", name="issue_number_once"),
            imprecise_date_constraint("issue", "published_on"),
        ]

    def __str__(self) -> str:
        return f"{self.publication} 第{self.number}期"

    def get_absolute_url(self) -> str:
        return reverse("articles:issue", args=[self.pk])


class PageQuerySet(models.QuerySet):
    def public(self):
        """Pages with a published article."""
        return self.filter(
            pk__in=self.model.objects.filter(placements__article__status=Status.PUBLISHED).values("pk")
        )


class Page(models.Model):
    """A page (版) of an issue."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="pages", verbose_name="期")
    number = models.PositiveSmallIntegerField("版次")
    name = models.CharField("版名", max_length=30, blank=True, default="")

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "版"
        ordering = ["issue", "number"]
        constraints = [models.UniqueConstraint("issue", "number", name="page_number_once")]

    def __str__(self) -> str:
        return f"{self.issue} 第{self.number}版"

    def get_absolute_url(self) -> str:
        return reverse("articles:page", args=[self.issue_id, self.number])


class Placement(models.Model):
    """Where on a page an article stood."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="placements", verbose_name="版")
    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="placements", verbose_name="稿件"
    )
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "版位"
        ordering = ["page", "position", "pk"]
        constraints = [models.UniqueConstraint("page", "article", name="placement_once")]

    def __str__(self) -> str:
        return f"{self.page}：{self.article}"


class ColumnQuerySet(models.QuerySet):
    def public(self):
        """Columns that hold a published article."""
        return self.filter(pk__in=self.model.objects.filter(articles__status=Status.PUBLISHED).values("pk"))


class Column(models.Model):
    """A standing section of the paper (栏目); `brief` tells contributors what it wants."""

    name = models.CharField("名称", max_length=60, unique=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级栏目"
    )
    brief = models.TextField("栏目说明", blank=True, default="", help_text="写给来稿作者和读者。")

    objects = ColumnQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "栏目"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:column", args=[self.pk])


class SeriesQuerySet(models.QuerySet):
    def public(self):
        """Series of which a part is published."""
        return self.filter(pk__in=self.model.objects.filter(articles__status=Status.PUBLISHED).values("pk"))


class Series(models.Model):
    """Articles that appear as numbered parts under one title."""

    title = models.CharField("系列名", max_length=200, unique=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "系列"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:series", args=[self.pk])
