"""The register under the field names of Popolo, the open specification for people, bodies and posts.

Keys that Popolo does not have are few and say so by their names: `is_inferred`, `seen_first`, `seen_last`,
`is_provisional`, `rank`. Readers' records alone go out unless everything is asked for; of a term that the machine has
concluded readers get the first and the last published report, never a day that only a draft may have told.
"""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db.models import Exists, Max, Min, Model, OuterRef, Prefetch, QuerySet, Subquery

from people.models import Appointment, Organisation, OrganisationLink, Person, Post
from people.reading import sightings
from unioncms.fields import ImpreciseDate

CHUNK = 1000  # rows in memory at a time


def popolo_id(record_or_model: Model | type[Model], key: int | None = None) -> str:
    """person-12: one name for a record in the whole file."""
    return f"{record_or_model._meta.model_name}-{record_or_model.pk if key is None else key}"


def popolo_date(value: ImpreciseDate | None) -> str | None:
    """2018, 2018-06 or 2018-06-01; some time between two days of one year is that year, else it is left out."""
    if value is None:
        return None
    text = value.isoformat()
    if ".." not in text:
        return text
    return f"{value.earliest.year:04}" if value.earliest.year == value.latest.year else None


def without_blanks(row: dict) -> dict:
    return {name: value for name, value in row.items() if value not in (None, "", [], False)}


def rows_of(queryset: QuerySet) -> Iterable[Model]:
    return queryset.order_by("pk").iterator(chunk_size=CHUNK)


def visible(queryset: QuerySet, is_everything: bool) -> QuerySet:
    return queryset.all() if is_everything else queryset.public()


def names_and_address(record: Model, is_everything: bool) -> dict:
    """What people, bodies and events have in common."""
    address = f"{settings.SITE_URL}{record.get_absolute_url()}"
    return {
        "id": popolo_id(record),
        "name": record.name,
        "other_names": [other_name(alias) for alias in record.aliases.all()],
        "identifiers": [{"scheme": "unioncms", "identifier": str(record.pk)}],
        "links": [] if is_everything else [{"url": address, "note": settings.SITE_NAME}],
        "is_provisional": record.is_provisional,
    }


def other_name(alias: Model) -> dict:
    return without_blanks(
        {
            "name": alias.name,
            "note": alias.get_kind_display(),
            "start_date": popolo_date(getattr(alias, "used_from", None)),
            "end_date": popolo_date(getattr(alias, "used_until", None)),
        }
    )


def persons(is_everything: bool) -> Iterator[dict]:
    for person in rows_of(visible(Person.objects, is_everything).prefetch_related("aliases")):
        yield without_blanks(
            {
                **names_and_address(person, is_everything),
                "gender": person.gender,
                "birth_date": popolo_date(person.born_on),
                "death_date": popolo_date(person.died_on),
                "biography": person.summary,
            }
        )


def organizations(is_everything: bool) -> Iterator[dict]:
    chosen = visible(Organisation.objects, is_everything)
    above = OrganisationLink.objects.filter(
        kind=OrganisationLink.Kind.SUBORDINATE, ended_on_latest__isnull=True, other__in=chosen.order_by()
    ).order_by("pk")
    bodies = chosen.select_related("area").prefetch_related(
        "aliases", Prefetch("links", above, to_attr="links_above")
    )
    for body in rows_of(bodies):
        parents = body.links_above
        yield without_blanks(
            {
                **names_and_address(body, is_everything),
                "classification": body.get_kind_display(),
                "parent_id": popolo_id(Organisation, parents[0].other_id) if parents else None,
                "area_id": popolo_id(body.area) if body.area else None,
                "area": area(body.area) if body.area else None,
                "description": body.summary,
            }
        )


def area(place: Model) -> dict:
    return {"id": popolo_id(place), "name": place.name, "classification": place.get_kind_display()}


def posts(is_everything: bool) -> Iterator[dict]:
    chosen = Post.objects.select_related("organisation")
    if not is_everything:
        chosen = chosen.filter(_is_reported_or_held(), organisation__in=_public_bodies())
    for post in rows_of(chosen):
        yield without_blanks(
            {
                "id": popolo_id(post),
                "label": str(post),
                "role": post.title,
                "organization_id": popolo_id(post.organisation),
                "rank": post.rank,
            }
        )


def memberships(is_everything: bool) -> Iterator[dict]:
    """One for each appointment."""
    chosen = Appointment.objects.select_related("post")
    if not is_everything:
        chosen = _public_appointments(chosen)
    for held in rows_of(chosen):
        told = is_everything or not held.is_inferred
        row = {
            "id": popolo_id(held),
            "role": held.post.title,
            "person_id": popolo_id(Person, held.person_id),
            "organization_id": popolo_id(Organisation, held.post.organisation_id),
            "post_id": popolo_id(held.post),
            "start_date": popolo_date(held.started_on) if told else None,
            "end_date": popolo_date(held.ended_on) if told else None,
            "is_inferred": held.is_inferred,
        }
        if is_everything:
            seen = {"seen_first": popolo_date(held.seen_first), "seen_last": popolo_date(held.seen_last)}
        else:
            days = {"seen_first": held.published_first, "seen_last": held.published_last}
            seen = {name: day.isoformat() if day else None for name, day in days.items()}
        yield without_blanks(row | seen)


def _public_bodies() -> QuerySet:
    return Organisation.objects.public().order_by()


def _is_reported_or_held() -> Exists:
    """A post that a published report names, or whose holder an editor has confirmed."""
    held = Appointment.objects.filter(
        post=OuterRef("pk"), is_inferred=False, person__in=Person.objects.public().order_by()
    )
    return Exists(sightings().filter(post=OuterRef("pk"))) | Exists(held)


def _public_appointments(chosen: QuerySet) -> QuerySet:
    """Confirmed ones, and concluded ones that a published report bears out, of people and bodies readers know."""
    reports = (
        sightings()
        .filter(person=OuterRef("person"), post=OuterRef("post"))
        .order_by()
        .values("person", "post")
    )
    reported = Exists(sightings().filter(person=OuterRef("person"), post=OuterRef("post")))
    known = chosen.filter(
        person__in=Person.objects.public().order_by(), post__organisation__in=_public_bodies()
    ).annotate(
        published_first=Subquery(reports.annotate(day=Min("attested_on_earliest")).values("day")),
        published_last=Subquery(reports.annotate(day=Max("attested_on_latest")).values("day")),
    )
    return known.filter(is_inferred=False) | known.filter(reported)
