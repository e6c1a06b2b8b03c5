"""The administrative tree as readers walk it: places of which a body that they may see is known."""

from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from people.models import Area, Organisation

DEEPEST = 3  # 省 → 市 → 县


@dataclass
class Place:
    """An area with how many public bodies it and the places inside it have."""

    area: Area
    bodies: int = 0
    inside: list["Place"] = field(default_factory=list)


def area_tree() -> list[Place]:
    """Provinces with their cities and counties; a city whose province is not known stands beside them."""
    areas = Area.objects.in_bulk()
    counted: dict[int, int] = {}
    located = Organisation.objects.public().filter(area__isnull=False).order_by()
    for key in located.values_list("area", flat=True):
        for each in _upwards(areas, key):
            counted[each.pk] = counted.get(each.pk, 0) + 1
    places = {key: Place(areas[key], bodies) for key, bodies in counted.items()}
    tops = []
    for place in sorted(places.values(), key=lambda place: (-place.bodies, place.area.name)):
        parent = places.get(place.area.parent_id)
        (parent.inside if parent else tops).append(place)
    return tops


def _upwards(areas: dict[int, Area], key: int | None) -> list[Area]:
    found = []
    while key is not None and len(found) < DEEPEST:
        found.append(areas[key])
        key = areas[key].parent_id
    return found


def within(area: Area, link: str = "area") -> Q:
    """The condition that `link` leads to `area` or to a place inside it."""
    return Q(**{link: area}) | Q(**{f"{link}__parent": area}) | Q(**{f"{link}__parent__parent": area})


def bodies_in(area: Area) -> QuerySet:
    return Organisation.objects.public().filter(within(area))
