"""Where a body stands among the others: above it, below it, beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from people.models import Organisation, OrganisationLink
from people.succession import public_among

MOST_CHANGES = 200
MOST_LEVELS = 8  # from a workplace to the national union there are five
Kind = OrganisationLink.Kind


@dataclass
class Place:
    """The way down from the highest body to this one, and the links above it that are not on the way."""

    path: list[Organisation]
    others: list[OrganisationLink]


def place_of(bodies: list[int]) -> Place:
    """A query for each level above a body; a ring ends where it closes.

    `bodies`: the body and its former selves, whose parents were its own.
    """
    path: list[Organisation] = []
    others: list[OrganisationLink] = []
    seen, keys = set(bodies), bodies
    for level in range(MOST_LEVELS):
        above = [link for link in _links_up(keys) if link.other_id not in seen]
        standing = next((link for link in above if link.ended_on is None), None)
        if level == 0:
            others = [link for link in above if link is not standing]
        if standing is None:
            break
        path.insert(0, standing.other)
        seen.add(standing.other_id)
        keys = [standing.other_id]
    return Place(path, others)


def _links_up(bodies: list[int]) -> list[OrganisationLink]:
    """The bodies that these belong to, the latest first."""
    return list(
        _public_links("other")
        .filter(organisation__in=bodies, kind=Kind.SUBORDINATE)
        .order_by(F("started_on_earliest").desc(nulls_last=True), "pk")[:20]
    )


def below(bodies: list[int]) -> QuerySet:
    """The links to the bodies that belong to one, by name."""
    return _back(bodies, Kind.SUBORDINATE)


def guided(bodies: list[int]) -> QuerySet:
    """The links to the bodies whose work one guides, by name."""
    return _back(bodies, Kind.GUIDANCE)


def guides(bodies: list[int]) -> QuerySet:
    """The links to the bodies that guide the work of one."""
    return (
        _public_links("other")
        .filter(organisation__in=bodies, kind=Kind.GUIDANCE)
        .order_by("other__name", "pk")
    )


def _back(bodies: list[int], kind: str) -> QuerySet:
    return (
        _public_links("organisation")
        .filter(other__in=bodies, kind=kind)
        .exclude(organisation__in=bodies)
        .order_by("organisation__name", "pk")
    )


def other_changes(bodies: list[int], told: Iterable[int]) -> list[tuple[str, OrganisationLink, Organisation]]:
    """Renamings and mergers that make no one history, such as a body that was divided, as the body sees them."""
    changes = {Kind.RENAMED: ("更名为", "前身"), Kind.MERGED: ("并入", "并入本单位")}
    links = list(
        OrganisationLink.objects.filter(Q(organisation__in=bodies) | Q(other__in=bodies), kind__in=changes)
        .exclude(pk__in=list(told))
        .select_related("organisation", "other")
        .order_by("pk")[:MOST_CHANGES]
    )
    public = public_among({end for link in links for end in (link.organisation_id, link.other_id)})
    links = [link for link in links if link.organisation_id in public and link.other_id in public]
    return [
        (changes[link.kind][0], link, link.other)
        if link.organisation_id in bodies
        else (changes[link.kind][1], link, link.organisation)
        for link in links
    ]


def _public_links(end: str) -> QuerySet:
    public = Organisation.objects.public().order_by()
    return OrganisationLink.objects.filter(**{f"{end}__in": public}).select_related(end)
