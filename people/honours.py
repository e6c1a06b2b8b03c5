"""Honours with their holders: an honour is known by its name, which each holder's row repeats."""

from django.db.models import Count, F, Max, Min, QuerySet

from people.models import Honour, Organisation

MOST_AWARDED = 30  # honours on the page of the body that awards them


def honours_by_name() -> QuerySet:
    """Rows of name, holders, first and last day of award; those with the most holders first."""
    return (
        Honour.objects.public()
        .order_by()
        .values("name")
        .annotate(
            holders=Count("person", distinct=True),
            first=Min("awarded_on_earliest"),
            last=Max("awarded_on_latest"),
        )
        .order_by("-holders", "name")
    )


def awarded_by(bodies: list[int]) -> QuerySet:
    """The honours that one of `bodies` has given, as `honours_by_name`."""
    return honours_by_name().filter(awarded_by__in=bodies)[:MOST_AWARDED]


def holders_of(name: str) -> QuerySet:
    """Who has an honour, the latest first, those without a date last."""
    return (
        Honour.objects.public()
        .filter(name=name)
        .select_related("person", "awarded_by")
        .order_by(F("awarded_on_earliest").desc(nulls_last=True), "person__name", "pk")
    )


def mark_public_givers(honours: list[Honour]) -> None:
    """Set `is_giver_public` on each: whether the body that gave it has a page."""
    givers = {honour.awarded_by_id for honour in honours if honour.awarded_by_id}
    public = set()
    if givers:
        found = Organisation.objects.public().filter(pk__in=givers).order_by()
        public = set(found.values_list("pk", flat=True))
    for honour in honours:
        honour.is_giver_public = honour.awarded_by_id in public
