"""Bodies that were renamed or merged, as one history: what the present body was called when.

Only public bodies count. A body that leads on to two others (divided, or an error) leads to neither, and bodies that
lead to one another in a ring each stay where they are.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from people.models import AliasKind, Organisation, OrganisationLink
from unioncms.fields import ImpreciseDate

SUCCESSION = (OrganisationLink.Kind.RENAMED, OrganisationLink.Kind.MERGED)
RENAMED, MERGED = "更名", "并入"
MOST_LINKS = 200  # that one round follows
MOST_ROUNDS = 20  # names a body had one after another, more than any has had


@dataclass
class Stage:
    """A name in the history of a body, or a body that went into it."""

    name: str
    key: int | None = None  # of the former body, where it is a record of its own
    started_on: ImpreciseDate | None = None
    ended_on: ImpreciseDate | None = None
    how: str = ""  # it ended


@dataclass
class Succession:
    """A body in its line: the one it goes by now, and those that went into it."""

    body: Organisation
    present: Organisation
    stages: list[Stage] = field(default_factory=list)
    links: set[int] = field(default_factory=set)  # keys of the links that the stages tell

    @property
    def since(self) -> ImpreciseDate | None:
        """When the body got its present name."""
        return next((stage.ended_on for stage in reversed(self.stages) if stage.how == RENAMED), None)

    @property
    def keys(self) -> list[int]:
        """The present body and its former selves."""
        return [self.body.pk, *(stage.key for stage in self.stages if stage.key)]


def succession_of(body: Organisation) -> Succession:
    """The line of `body`; one query for a body that was never renamed, one more for each name before or after."""
    links = _links_around(body.pk)
    following: dict[int, list[OrganisationLink]] = defaultdict(list)
    preceding: dict[int, list[OrganisationLink]] = defaultdict(list)
    for link in links:
        following[link.organisation_id].append(link)
        preceding[link.other_id].append(link)
    found = Succession(body, _present(body, following))
    seen, waiting = {body.pk}, [body.pk]
    while waiting:
        key = waiting.pop()
        for link in preceding[key]:
            if link.organisation_id not in seen and len(following[link.organisation_id]) == 1:
                seen.add(link.organisation_id)
                waiting.append(link.organisation_id)
                found.links.add(link.pk)
                found.stages.append(_stage(link, preceding[link.organisation_id]))
    return found


def add_former_names(found: Succession, aliases: list) -> list:
    """Put the former names among `aliases` into the history, in the order of time; returns the other aliases."""
    named = {stage.name for stage in found.stages}
    former = [alias for alias in aliases if alias.kind == AliasKind.FORMER]
    found.stages += [
        Stage(alias.name, None, alias.used_from, alias.used_until, RENAMED if alias.used_until else "")
        for alias in former
        if alias.name not in named
    ]
    found.stages.reverse()  # the nearest name was found first
    found.stages.sort(key=_over_by)
    return [alias for alias in aliases if alias.kind != AliasKind.FORMER]


def _over_by(stage: Stage) -> date:
    day = stage.ended_on or stage.started_on
    return day.latest if day else date.min


def _links_around(key: int) -> list[OrganisationLink]:
    """The links of succession that hang together with a body, both ends public."""
    links: dict[int, OrganisationLink] = {}
    seen: set[int] = set()
    frontier = {key}
    for _ in range(MOST_ROUNDS):
        if not frontier:
            break
        seen |= frontier
        found = OrganisationLink.objects.filter(
            Q(organisation__in=frontier) | Q(other__in=frontier), kind__in=SUCCESSION
        ).select_related("organisation", "other")
        found = found.order_by("pk")[:MOST_LINKS]
        found = {link.pk: link for link in found if link.pk not in links}
        ends = {end for link in found.values() for end in (link.organisation_id, link.other_id)}
        public = public_among(ends)
        links |= {
            pk: link
            for pk, link in found.items()
            if link.organisation_id in public and link.other_id in public
        }
        frontier = (ends & public) - seen
    return [links[pk] for pk in sorted(links)]


def public_among(keys: set[int]) -> set[int]:
    """Those of the bodies that readers may see: asked for a few by their keys, whatever the planner thinks."""
    if not keys:
        return set()
    return set(Organisation.objects.public().filter(pk__in=keys).order_by().values_list("pk", flat=True))


def _present(body: Organisation, following: dict[int, list[OrganisationLink]]) -> Organisation:
    """Where the way from name to name ends."""
    present, seen = body, {body.pk}
    while len(ways := following[present.pk]) == 1:
        present = ways[0].other
        if present.pk in seen:
            return body
        seen.add(present.pk)
    return present


def _stage(link: OrganisationLink, before: list[OrganisationLink]) -> Stage:
    """A former body, from the day it got its name, if it had another before, to the day it lost it."""
    starts = [
        each.started_on for each in before if each.kind == OrganisationLink.Kind.RENAMED and each.started_on
    ]
    how = RENAMED if link.kind == OrganisationLink.Kind.RENAMED else MERGED
    return Stage(
        link.organisation.name, link.organisation_id, starts[0] if starts else None, link.started_on, how
    )
