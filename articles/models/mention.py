"""What an article says of the register: names in its text, and people seen in posts."""

from django.db import models
from django.db.models import Q

from articles.models.article import Article
from events.models import Event
from people.models import Organisation, Person, Post
from unioncms.fields import ImpreciseDateField, imprecise_date_constraint, release
from unioncms.states import MatchState


class MentionQuerySet(models.QuerySet):
    def matched(self):
        return self.filter(state=MatchState.MATCHED)

    def for_readers(self):
        """Matched, and not behind a mask."""
        return self.matched().filter(is_hidden=False)

    def waiting(self):
        return self.filter(state__in=[MatchState.UNMATCHED, MatchState.AMBIGUOUS])


class Mention(models.Model):
    """A name printed in an article: where it stands, and the record it means once that is known.

    It anchors by field, printed words and which occurrence of them it is, with some characters either side.
    """

    class Kind(models.TextChoices):
        PERSON = "person", "人物"
        ORGANISATION = "organisation", "单位"
        EVENT = "event", "活动"

    class Field(models.TextChoices):
        HEADLINE = "headline", "主标题"
        KICKER = "kicker", "引题"
        SUBHEADLINE = "subheadline", "副题"
        EDITORS_NOTE = "editors_note", "编者按"
        BODY = "body", "正文"
        CAPTION = "caption", "图注"
        BYLINE = "byline", "署名"

    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions", verbose_name="稿件")
    kind = models.CharField("类别", max_length=12, choices=Kind)
    field = models.CharField("位置", max_length=12, choices=Field, default=Field.BODY)
    text = models.CharField("原文用词", max_length=200, help_text="照稿件中的写法，如 市总工会。")
    occurrence = models.PositiveIntegerField("第几次出现", default=0, help_text="从 0 数起。")
    before = models.CharField("前文", max_length=20, blank=True, default="")
    after = models.CharField("后文", max_length=20, blank=True, default="")
    name = models.CharField("全称", max_length=200, db_index=True, help_text="如 衡阳市总工会。")
    state = models.CharField(
        "对应", max_length=10, choices=MatchState, default=MatchState.UNMATCHED, db_index=True
    )
    person = models.ForeignKey(
        Person, release, null=True, blank=True, related_name="mentions", verbose_name="人物"
    )
    organisation = models.ForeignKey(
        Organisation, release, null=True, blank=True, related_name="mentions", verbose_name="单位"
    )
    event = models.ForeignKey(
        Event, release, null=True, blank=True, related_name="mentions", verbose_name="活动"
    )
    is_hidden = models.BooleanField(
        "已遮盖", default=False, editable=False, help_text="读者看到的是遮盖后的字样，不带链接。"
    )
    is_settled = models.BooleanField("编辑已定", default=False, help_text="勾选后，再次导入不会改动。")
    may_found = models.BooleanField(
        "可建记录", default=True, editable=False, help_text="没有对应的记录时，可据此自动建立一条待核记录。"
    )
    # Of an event: the date, place, organisers and people that this article gives it.
    evidence = models.JSONField("活动情况", default=dict, blank=True, editable=False)

    # What it tells of an event is what the event is known by: a merge decides over it.
    settled_by_merge = ("event",)
    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "提及"
        ordering = ["article", "kind", "pk"]
        constraints = [
            models.UniqueConstraint("article", "kind", "field", "text", "occurrence", name="mention_once"),
            models.CheckConstraint(
                condition=~Q(state=MatchState.MATCHED)
                | Q(kind="person", person__isnull=False, organisation__isnull=True, event__isnull=True)
                | Q(kind="organisation", person__isnull=True, organisation__isnull=False, event__isnull=True)
                | Q(kind="event", person__isnull=True, organisation__isnull=True, event__isnull=False),
                name="mention_matched_has_its_record",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.text}"

    @property
    def target(self) -> Person | Organisation | Event | None:
        return getattr(self, self.kind)


class Attestation(models.Model):
    """A person seen in a post: who, what and where as one article prints it, with the passage."""

    class Change(models.TextChoices):
        ELECTED = "elected", "当选"
        APPOINTED = "appointed", "任命"
        REMOVED = "removed", "免去"
        TRANSFERRED = "transferred", "调任"
        RETIRED = "retired", "退休"

    STARTS = (Change.ELECTED, Change.APPOINTED)
    ENDS = (Change.REMOVED, Change.TRANSFERRED, Change.RETIRED)

    article = models.ForeignKey(Article, models.CASCADE, related_name="attestations", verbose_name="稿件")
    name = models.CharField("姓名", max_length=60, db_index=True)
    organisation_name = models.CharField("单位全称", max_length=120, db_index=True)
    title = models.CharField("职务", max_length=60)
    printed_post = models.CharField("原文职务", max_length=160, blank=True, default="")
    change = models.CharField("变动", max_length=12, choices=Change, blank=True, default="")
    passage = models.TextField("出处", blank=True, default="")
    person = models.ForeignKey(
        Person, release, null=True, blank=True, related_name="attestations", verbose_name="人物"
    )
    post = models.ForeignKey(
        Post, release, null=True, blank=True, related_name="attestations", verbose_name="职务记录"
    )
    state = models.CharField(
        "对应", max_length=10, choices=MatchState, default=MatchState.UNMATCHED, db_index=True
    )
    is_hidden = models.BooleanField(
        "已遮盖", default=False, editable=False, help_text="读者看到的是遮盖后的字样，不带链接。"
    )
    is_settled = models.BooleanField("编辑已定", default=False, help_text="勾选后，再次导入不会改动。")
    may_found = models.BooleanField(
        "可建记录", default=True, editable=False, help_text="没有对应的记录时，可据此自动建立一条待核记录。"
    )
    attested_on = ImpreciseDateField("见报日期")

    # The bodies that tell two people of one name apart: a merge decides over them.
    settled_by_merge = ("person",)

    class Meta:
        verbose_name = verbose_name_plural = "任职见报"
        ordering = ["article", "pk"]
        constraints = [
            models.UniqueConstraint("article", "name", "organisation_name", "title", name="attestation_once"),
            models.CheckConstraint(
                condition=~Q(state=MatchState.MATCHED) | Q(person__isnull=False, post__isnull=False),
                name="attestation_matched_has_person_and_post",
            ),
            imprecise_date_constraint("attestation", "attested_on"),
        ]

    def __str__(self) -> str:
        return f"{self.name}：{self.organisation_name}{self.title}"
