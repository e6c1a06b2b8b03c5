"""What an editor has found out and no row of the register says: that two records are two, and stay two.

Plain links, so that a merge takes a decision along and deleting a record takes it away.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from people.models.register import Organisation, Person, Post


class Decision(models.Model):
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="决定人"
    )
    decided_at = models.DateTimeField("决定时间", auto_now_add=True)

    class Meta:
        abstract = True


def two_records(name: str) -> list[models.BaseConstraint]:
    """A pair once, and never a record with itself. Which of the two comes first says nothing."""
    return [
        models.UniqueConstraint("record", "other", name=f"{name}_once"),
        models.CheckConstraint(condition=~Q(record=F("other")), name=f"{name}_are_two"),
    ]


class DistinctPeople(Decision):
    record = models.ForeignKey(Person, models.CASCADE, related_name="distinct_from", verbose_name="人物")
    other = models.ForeignKey(
        Person, models.CASCADE, related_name="distinct_from_back", verbose_name="另一人物"
    )

    class Meta:
        verbose_name = verbose_name_plural = "已分清的人物"
        constraints = two_records("distinct_people")

    def __str__(self) -> str:
        return f"{self.record} 与 {self.other} 不是同一人"


class DistinctOrganisations(Decision):
    record = models.ForeignKey(
        Organisation, models.CASCADE, related_name="distinct_from", verbose_name="单位"
    )
    other = models.ForeignKey(
        Organisation, models.CASCADE, related_name="distinct_from_back", verbose_name="另一单位"
    )

    class Meta:
        verbose_name = verbose_name_plural = "已分清的单位"
        constraints = two_records("distinct_organisations")

    def __str__(self) -> str:
        return f"{self.record} 与 {self.other} 不是同一单位"


class SharedSeat(Decision):
    """Two people whom reports show in a post of a single seat at one time, and rightly so."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="shared_seats", verbose_name="职务")
    record = models.ForeignKey(Person, models.CASCADE, related_name="shared_seats", verbose_name="人物")
    other = models.ForeignKey(
        Person, models.CASCADE, related_name="shared_seats_back", verbose_name="另一人物"
    )

    class Meta:
        verbose_name = verbose_name_plural = "已核对的同时任职"
        constraints = [
            models.UniqueConstraint("post", "record", "other", name="shared_seat_once"),
            models.CheckConstraint(condition=~Q(record=F("other")), name="shared_seat_are_two"),
        ]

    def __str__(self) -> str:
        return f"{self.post}：{self.record} 与 {self.other}"
