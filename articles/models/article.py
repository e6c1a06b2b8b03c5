"""The article with its contributions and figures, and the revisions that publishing freezes."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.models.query import ModelIterable
from django.urls import reverse
from taggit.managers import TaggableManager
from taggit.models import ItemBase, Tag

from articles.models.paper import Column, Publication, Series
from articles.models.source import SourceDocument
from people.models import Person
from unioncms.fields import ImpreciseDateField, imprecise_date_constraint, release
from unioncms.richtext import RichTextField
from unioncms.states import MatchState, Status


class TaggedArticle(ItemBase):
    """A tag on an article."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged_articles", verbose_name="标签")
    content_object = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="tagged_articles", verbose_name="稿件"
    )

    class Meta:
        verbose_name = verbose_name_plural = "稿件标签"
        constraints = [models.UniqueConstraint("tag", "content_object", name="tagged_article_once")]


class ReleasedIterable(ModelIterable):
    """Articles that say what readers were given."""

    def __iter__(self):
        for article in super().__iter__():
            article.show_release()
            yield article


class ArticleQuerySet(models.QuerySet):
    def published(self):
        return self.filter(status=Status.PUBLISHED)

    def as_released(self):
        """Articles for readers: in the words of their last release, whatever editors have changed since.

        These are not to be saved.
        """
        clone = self._chain()
        clone._iterable_class = ReleasedIterable
        return clone

    def with_moment(self):
        """With `revised_at`, the moment of the last release; what editors did since is not told."""
        latest = ArticleRevision.objects.filter(article=models.OuterRef("pk")).order_by("-number")
        moment = models.Subquery(latest.values("created_at")[:1])
        return self.annotate(revised_at=Coalesce(moment, "released_at", "created_at"))

    def newest_first(self):
        """By the day of printing, undated ones after the dated; within a page in reading order."""
        return self.order_by(
            models.F("published_on_earliest").desc(nulls_last=True), "source__name", "position", "pk"
        )


class Article(models.Model):
    """One piece of a bulletin, as printed until an editor changes it."""

    class Genre(models.TextChoices):
        NEWS = "news", "消息"
        FEATURE = "feature", "通讯"
        ESSAY = "essay", "言论"
        ROUNDUP = "roundup", "笔谈"
        PREFACE = "preface", "卷首语"
        DIGEST = "digest", "文摘"
        PHOTO = "photo", "图片"
        NOTICE = "notice", "启事"
        LISTING = "listing", "资料"

    # The fields that an import writes and an editor may change afterwards; `imported` keeps what came in.
    IMPORTED_FIELDS = (
        "headline",
        "kicker",
        "subheadline",
        "editors_note",
        "body",
        "genre",
        "source_credit",
        "is_incomplete",
        "published_on",
        "column",
        "series",
        "part",
    )

    # Of these and the byline, the figures and the body readers see the release; where a piece stands (its column, its
    # tags) is seen as it is now.
    RELEASED_FIELDS = (
        "headline",
        "kicker",
        "subheadline",
        "editors_note",
        "genre",
        "source_credit",
        "is_incomplete",
        "published_on",
        "part",
    )
    is_for_readers = False

    headline = models.CharField("主标题", max_length=200, blank=True, default="")
    kicker = models.CharField("引题", max_length=300, blank=True, default="")
    subheadline = models.CharField("副题", max_length=300, blank=True, default="")
    genre = models.CharField("体裁", max_length=10, choices=Genre, default=Genre.NEWS)
    column = models.ForeignKey(
        Column, models.SET_NULL, null=True, blank=True, related_name="articles", verbose_name="栏目"
    )
    series = models.ForeignKey(
        Series, models.SET_NULL, null=True, blank=True, related_name="articles", verbose_name="系列"
    )
    part = models.PositiveSmallIntegerField("第几篇", null=True, blank=True)
    publication = models.ForeignKey(
        Publication, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name="刊载报刊"
    )
    source_credit = models.CharField("来源", max_length=120, blank=True, default="")
    editors_note = models.TextField("编者按", blank=True, default="")
    body = RichTextField("正文", blank=True, default="")
    is_incomplete = models.BooleanField("残缺", default=False, help_text="原文缺头、缺尾或中间有缺。")
    published_on = ImpreciseDateField("刊发日期")

    # What readers are given: the last release, its body apart, since lists show no bodies.
    released = models.JSONField("读者所见", null=True, blank=True, editable=False)
    released_body = models.TextField("读者所见正文", blank=True, default="", editable=False)

    status = models.CharField("状态", max_length=10, choices=Status, default=Status.DRAFT, db_index=True)
    released_at = models.DateTimeField("上线时间", null=True, blank=True, editable=False)

    source = models.ForeignKey(
        SourceDocument, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name="原文"
    )
    position = models.PositiveIntegerField("原文中的顺序", default=0)
    imported = models.JSONField("导入时的值", default=dict, blank=True, editable=False)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)
    updated_at = models.DateTimeField("修改时间", auto_now=True)

    tags = TaggableManager("标签", through=TaggedArticle, blank=True, help_text="用逗号或顿号分开。")
    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "稿件"
        ordering = ["-pk"]
        permissions = [("publish_article", "可以发布和撤回稿件")]
        indexes = [models.Index(fields=["status", "-published_on_earliest"], name="article_status_newest")]
        constraints = [
            models.UniqueConstraint(
                "source", "position", name="article_position_once", condition=Q(source__isnull=False)
            ),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="article_status_known"),
            imprecise_date_constraint("article", "published_on"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, **kwargs):
        if self.is_for_readers:
            raise RuntimeError("an article as readers see it is not to be saved")
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.pk])

    @property
    def title(self) -> str:
        """The headline, or what stands for one where the page prints none: （无题）."""
        return self.headline or "（无题）"

    @property
    def is_published(self) -> bool:
        return self.status == Status.PUBLISHED

    def show_release(self) -> None:
        """Say what readers were given. The instance is for reading from then on."""
        self.is_for_readers = True
        if self.released is None:
            return
        for name in self.RELEASED_FIELDS:
            setattr(self, name, self.released[name])
        if "released_body" not in self.get_deferred_fields():
            self.body = self.released_body
        release = self.released
        self.released_contributions = [
            Contribution(
                article=self,
                position=number,
                **{name: each[name] for name in ("role", "printed_name", "printed_role", "printed_post")},
            )
            for number, each in enumerate(release["contributions"])
        ]
        self.released_figures = [Figure(article=self, **each) for each in release["figures"]]


class ArticleRevision(models.Model):
    """What was released, when, by whom and why: frozen and hashed."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions", verbose_name="稿件")
    number = models.PositiveIntegerField("版本")
    content = models.JSONField("内容")
    sha256 = models.CharField("SHA-256", max_length=64)
    reason = models.CharField("理由", max_length=200)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="article_revisions", verbose_name="签发人"
    )
    created_at = models.DateTimeField("签发时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "签发版本"
        ordering = ["article", "-number"]
        constraints = [models.UniqueConstraint("article", "number", name="article_revision_once")]

    def __str__(self) -> str:
        return f"{self.article} 第{self.number}版"

    def save(self, **kwargs):
        if self.pk is not None:
            raise ValidationError("签发过的版本不能改动。")
        super().save(**kwargs)


class Contribution(models.Model):
    """A name in the byline: kept as printed; the person is matched beside it."""

    class Role(models.TextChoices):
        AUTHOR = "author", "作者"
        REPORTER = "reporter", "记者"
        TRAINEE_REPORTER = "trainee_reporter", "见习记者"
        CORRESPONDENT = "correspondent", "通讯员"
        PHOTOGRAPHER = "photographer", "摄影"
        COMPILER = "compiler", "整理"
        RESPONSIBLE_EDITOR = "responsible_editor", "责任编辑"

    article = models.ForeignKey(Article, models.CASCADE, related_name="contributions", verbose_name="稿件")
    position = models.PositiveSmallIntegerField("顺序", default=0)
    role = models.CharField("身份", max_length=20, choices=Role, default=Role.AUTHOR)
    printed_name = models.CharField("署名", max_length=60, db_index=True)
    printed_role = models.CharField(
        "署名身份", max_length=20, blank=True, default="", help_text="照原文，如 实习记者。"
    )
    printed_post = models.CharField("署名职务", max_length=160, blank=True, default="", help_text="照原文。")
    person = models.ForeignKey(
        Person, release, null=True, blank=True, related_name="contributions", verbose_name="人物"
    )
    state = models.CharField(
        "对应", max_length=10, choices=MatchState, default=MatchState.UNMATCHED, editable=False
    )
    is_hidden = models.BooleanField(
        "已遮盖", default=False, editable=False, help_text="读者看到的是遮盖后的字样，不带链接。"
    )
    is_settled = models.BooleanField("编辑已定", default=False, help_text="勾选后，再次导入不会改动。")
    may_found = models.BooleanField(
        "可建记录", default=True, editable=False, help_text="没有对应的记录时，可据此自动建立一条待核记录。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "署名"
        ordering = ["article", "position", "pk"]
        constraints = [
            models.UniqueConstraint("article", "role", "printed_name", name="contribution_once"),
            models.CheckConstraint(
                condition=~Q(state=MatchState.MATCHED) | Q(person__isnull=False),
                name="contribution_matched_has_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.printed_name}"


class Figure(models.Model):
    """A picture's place on the page: its caption and credit."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="figures", verbose_name="稿件")
    position = models.PositiveSmallIntegerField("顺序", default=0)
    caption = models.TextField("图注", blank=True, default="")
    credit = models.CharField("供图", max_length=120, blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = "图片"
        ordering = ["article", "position", "pk"]

    def __str__(self) -> str:
        return self.caption[:30] or "（无图注）"
