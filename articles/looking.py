"""Who looked at what a mask keeps from readers: every look at an article's original words is written down."""

from collections.abc import Iterable

from articles.models import Concern, MaskLook
from people.models import User


def note_look(user: User, articles: Iterable[int], place: str) -> None:
    """`articles`: keys of those whose printed words `user` is being shown, at `place` in the admin."""
    masked = Concern.objects.masked().filter(article__in=articles).order_by()
    MaskLook.objects.bulk_create(
        MaskLook(article_id=key, user=user, place=place)
        for key in masked.values_list("article", flat=True).distinct()
    )
