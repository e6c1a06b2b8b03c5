"""Two holders of a post that one person holds at a time, seen there at the same time."""

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Greatest, Least

from people.models import Appointment, SharedSeat
from people.posts import SHARED, SINGLE_SEAT


def find_overlapping() -> QuerySet:
    """Appointments, each with `other`: the key of the oldest that overlaps it and has not been decided about."""
    own, theirs = OuterRef(OuterRef("person")), OuterRef("person")
    decided = SharedSeat.objects.filter(
        Q(record=own, other=theirs) | Q(record=theirs, other=own), post=OuterRef("post")
    )
    older = (
        _with_span()
        .filter(post=OuterRef("post"), pk__lt=OuterRef("pk"))
        .filter(first__lte=OuterRef("last"), last__gte=OuterRef("first"))
        .exclude(person=OuterRef("person"))
        .filter(~Exists(decided))
        .order_by("pk")
        .values("pk")[:1]
    )
    return _with_span().annotate(other=Subquery(older)).filter(other__isnull=False)


def _with_span() -> QuerySet:
    """With the `first` and the `last` day on which a holder is surely there, as far as dates are known."""
    started, ended = F("started_on_earliest"), F("ended_on_latest")
    # What follows from another holder is no knowledge of its own.
    started = Case(When(Q(is_inferred=False) | ~Q(begun_by=""), then=started))
    ended = Case(When(Q(is_inferred=False) | ~Q(ended_by=""), then=ended))
    first, last = F("seen_first_earliest"), F("seen_last_latest")
    first = Least(Coalesce(first, started), Coalesce(started, first))
    last = Greatest(Coalesce(last, ended), Coalesce(ended, last))
    return (
        Appointment.objects.filter(post__title__regex=SINGLE_SEAT)
        .exclude(post__title__regex=SHARED)
        .annotate(first=Coalesce(first, last), last=Coalesce(last, first))
    )
